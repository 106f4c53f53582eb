// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "ui/pages/act_now/step_log.h"
#include "ui/pages/act_now/who_found.h"
#include "ui/text/words_act_now.h"

namespace keywork::test::act_now_parts_test {

using namespace Qt::StringLiterals;

TEST_CASE("A time in an emergency is read to the second, and without a day as the last such moment")
{
    const SetClock clock(QDateTime(QDate(2026, 9, 14), QTime(23, 10), Qt::UTC)); // ten past midnight on the 15th, by the wall
    const auto local = [&](const QString &typed) {
        const auto at = stepMoment(typed, clock);
        return at ? clock.local(*at).toString(u"d MMM HH:mm:ss"_s) : u"none"_s;
    };
    const std::pair<QString, QString> cases[]
        = {{u"00:05"_s, u"15 Sep 00:05:00"_s}, {u"0:05:09"_s, u"15 Sep 00:05:09"_s}, {u"23:55"_s, u"14 Sep 23:55:00"_s},
            {u"23.55.59"_s, u"14 Sep 23:55:59"_s}, {u"14/9 02:14:05"_s, u"14 Sep 02:14:05"_s}, {u"14 sep 2:14"_s, u"14 Sep 02:14:00"_s},
            {u"23:55:60"_s, u"none"_s}, {u"24:01:00"_s, u"none"_s}, {u"soon"_s, u"none"_s}, {u""_s, u"none"_s}, {u"14/9"_s, u"none"_s}};
    for (const auto &[typed, expected] : cases) {
        INFO(typed.toStdString());
        CHECK(local(typed) == expected);
    }
}

TEST_CASE("A time without a day lies by its emergency, also a day later and in the hour that is twice")
{
    struct Case {
        QDateTime now, about;
        QString typed;
        QDateTime expected;
    };
    const auto utc
        = [](int month, int day, int hour, int minute) { return QDateTime(QDate(2026, month, day), QTime(hour, minute), Qt::UTC); };
    const Case cases[] = {
        {utc(9, 15, 9, 0), utc(9, 14, 8, 0), u"09:00:00"_s, utc(9, 14, 8, 0)}, // of yesterday, put right this morning
        {utc(9, 15, 9, 0), {}, u"09:00:00"_s, utc(9, 15, 8, 0)},
        {utc(9, 15, 0, 30), utc(9, 14, 22, 50), u"00:05"_s, utc(9, 14, 23, 5)},
        {utc(10, 25, 8, 0), utc(10, 25, 0, 50), u"01:55"_s, utc(10, 25, 0, 55)}, // the first time
        {utc(10, 25, 8, 0), utc(10, 25, 0, 50), u"01:10"_s, utc(10, 25, 1, 10)}, // the second, twenty minutes on
        {utc(10, 25, 0, 40), {}, u"01:30"_s, utc(10, 25, 0, 30)}, // the second is still to come
        {utc(10, 25, 8, 0), utc(10, 25, 0, 50), u"25/10 01:55:05"_s, utc(10, 25, 0, 55).addSecs(5)},
    };
    for (const Case &one : cases) {
        INFO(one.typed.toStdString() << " at " << one.now.toString(Qt::ISODate).toStdString());
        const auto at = stepMoment(one.typed, SetClock(one.now), one.about);
        REQUIRE(at);
        CHECK(*at == one.expected);
    }
    const SetClock spring(QDateTime(QDate(2027, 3, 28), QTime(3, 0), Qt::UTC));
    CHECK_FALSE(stepMoment(u"28/3 01:30"_s, spring, spring.now()));
}

TEST_CASE("Somebody is found by the beginning of any of their names, then by their room")
{
    const QList<FoundHere> here{
        {{1}, u"Ben Barker"_s, u"7"_s}, {{2}, u"Rose Reid"_s, u"12"_s}, {{3}, u"Zoë Łopata"_s, u"7a"_s}, {{4}, u"Bea Roe"_s, {}}};
    const auto ids = [&](const QString &typed, int most = 5) {
        QList<qint64> found;
        for (const FoundHere &one : foundHere(here, typed, most))
            found.append(one.person.value);
        return found;
    };
    CHECK(ids(u"b"_s) == QList<qint64>{1, 4});
    CHECK(ids(u"b"_s, 1) == QList<qint64>{1});
    CHECK(ids(u"ro"_s) == QList<qint64>{2, 4});
    CHECK(ids(u"lop"_s) == QList<qint64>{3});
    CHECK(ids(u"7"_s) == QList<qint64>{1, 3});
    CHECK(ids(u"r7"_s) == QList<qint64>{1, 3});
    CHECK(ids(u"r12"_s) == QList<qint64>{2});
    CHECK(ids(u"x"_s).isEmpty());
    CHECK(ids(u" "_s).isEmpty());
}

TEST_CASE("A line of the log names kit and dose, and words only where they may show")
{
    OverdoseStep dose{.step = OverdoseStepKind::NaloxoneGiven, .kitId = {14}, .byWhom = u"Tomi"_s};
    const QList<KitOnWall> kits{{.id = 14, .number = u"N-014"_s}};
    CHECK(stepSentence(dose, 2, kits, true) == u"Naloxone dose 2, kit N-014. Tomi");
    CHECK(stepSentence(dose, 2, kits, false) == u"Naloxone dose 2, kit N-014");
    CHECK(stepSentence({.step = OverdoseStepKind::Called999}, 0, kits, true) == u"999 called");
    CHECK(words::elapsed(192'400) == u"03:12");
    CHECK(words::elapsed(3'725'000) == u"62:05");
    CHECK(words::elapsed(0) == u"00:00");
}

TEST_CASE("Who is trained is told by name, of many the first few with how many more; of nobody nothing is said")
{
    CHECK(words::whoIsTrained({}).isEmpty());
    CHECK(words::whoIsTrained({u"Priya Shah"_s, u"Ana Zeller"_s}) == u"Trained to give naloxone: Priya Shah, Ana Zeller."_s);
    CHECK(words::whoIsTrained({u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s}) == u"Trained to give naloxone: A, B, C, D, E."_s);
    CHECK(words::whoIsTrained({u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s, u"F"_s, u"G"_s})
        == u"Trained to give naloxone: A, B, C, D, E and 2 more."_s);
}

TEST_CASE("Each doubt and each place where a press is kept has a sentence")
{
    QStringList sentences;
    for (const ActNowDoubt doubt : {ActNowDoubt::BeforeFound, ActNowDoubt::BeforeStart, ActNowDoubt::AfterDeath, ActNowDoubt::KitUsedUp,
             ActNowDoubt::KitOutOfDate, ActNowDoubt::KitRecalled, ActNowDoubt::KitNotKnown})
        sentences.append(words::actNowDoubt(doubt));
    for (const ActNow::KeptIn in : {ActNow::KeptIn::Record, ActNow::KeptIn::BesideFile, ActNow::KeptIn::OnThisPc, ActNow::KeptIn::Memory}) {
        ActNow::Outcome outcome;
        outcome.in = in;
        sentences.append(words::actNowKept(outcome));
    }
    CHECK_FALSE(sentences.contains(QString()));
    CHECK(QSet<QString>(sentences.cbegin(), sentences.cend()).size() == sentences.size());
}

} // namespace keywork::test::act_now_parts_test
