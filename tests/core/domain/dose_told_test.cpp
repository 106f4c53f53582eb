// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/dose_told.h"
#include "tests/support/catch.h"

#include <QStringList>

namespace keywork::test::dose_told_test {

using namespace Qt::StringLiterals;

namespace {

QString asMarked(const char *marked) { return QString::fromUtf8(marked); }
QString iso(QDate day) { return day.toString(Qt::ISODate); }
QString sentenceOf(const DoseTold &told) { return doseSentence(told, asMarked, iso); }

DoseTold aDose()
{
    return {.id = 1,
        .prescribed = u"Methadone 35 mg (35 ml of 1 mg/ml)"_s,
        .supervised = Supervised::Yes,
        .lookedBackTo = QDate(2026, 8, 17),
        .prescriber = u"Dr Hale"_s,
        .telephone = u"020 7946 0101"_s};
}

} // namespace

TEST_CASE("A dose is told with the days not collected, those nobody knows about, the last one and whom to confirm with")
{
    DoseTold told = aDose();
    CHECK(sentenceOf(told)
        == u"Prescribed: Methadone 35 mg (35 ml of 1 mg/ml), daily, supervised on collection days. No day since 2026-08-17 is known as not "
           u"collected. Last known dose: not "
           u"known. Confirm with Dr Hale, 020 7946 0101, before giving any dose."_s);
    told.notCollected = {QDate(2026, 9, 11), QDate(2026, 9, 12), QDate(2026, 9, 13)};
    told.notKnown = 2;
    told.lastDoseOn = QDate(2026, 9, 10);
    told.toldBy = u"the pharmacy"_s;
    struct Way {
        DoseKnownFrom how;
        QString said;
    };
    for (const Way &way : {Way{DoseKnownFrom::Supervised, u"Last known dose: 2026-09-10, supervised, told by the pharmacy."_s},
             {DoseKnownFrom::SaidByThem, u"Last known dose: 2026-09-10, said by them, told to the pharmacy."_s},
             {DoseKnownFrom::CollectedOnly, u"Last known dose: 2026-09-10, collected only, not seen taken, told by the pharmacy."_s}}) {
        told.how = way.how;
        CHECK(sentenceOf(told)
            == u"Prescribed: Methadone 35 mg (35 ml of 1 mg/ml), daily, supervised on collection days. Not collected: 2026-09-11, "
               u"2026-09-12, 2026-09-13. Days since "
               u"2026-08-17 that nobody knows about: 2. "_s
                + way.said + u" Confirm with Dr Hale, 020 7946 0101, before giving any dose."_s);
    }
}

TEST_CASE("Of many days not collected the number and the latest six are told, and what is not on file is said")
{
    DoseTold told = aDose();
    for (int i = 0; i < 9; ++i)
        told.notCollected.append(QDate(2026, 9, 1).addDays(i));
    told.prescriber.clear();
    told.telephone.clear();
    CHECK(sentenceOf(told)
        == u"Prescribed: Methadone 35 mg (35 ml of 1 mg/ml), daily, supervised on collection days. Not collected: 9 days since 2026-08-17, "
           u"the latest 2026-09-04, "
           u"2026-09-05, 2026-09-06, 2026-09-07, 2026-09-08, 2026-09-09. Last known dose: not known. Confirm with the prescriber, "
           u"whose name is not on file, telephone not on file, before giving any dose."_s);
}

TEST_CASE("Without a prescription on file a dose is the resident's word, and the duty line stands once below all")
{
    const QStringList without = doseSentences({{}, u"020 7946 0100"_s}, asMarked, iso);
    REQUIRE(without.size() == 1);
    CHECK(without.first()
        == u"As the resident tells it. Days not collected and last known dose: not known here. Confirm with the prescriber before "
           u"giving any dose. Local drug service, duty line: 020 7946 0100."_s);
    const QStringList with = doseSentences({{aDose(), aDose()}, u"020 7946 0100"_s}, asMarked, iso);
    REQUIRE(with.size() == 3);
    CHECK(with.at(0) == sentenceOf(aDose()));
    CHECK(with.last() == u"Local drug service, duty line: 020 7946 0100."_s);
    CHECK_FALSE(doseAsTheyTell({{aDose()}, {}}, asMarked).contains(u"not known here"_s));
}

TEST_CASE("A prescription that is over or still to come says so, and what is not known about it")
{
    DoseTold told = aDose();
    told.supervised = Supervised::NotKnown;
    told.endedOn = QDate(2026, 9, 12);
    CHECK(sentenceOf(told).startsWith(
        u"Prescribed until 2026-09-12, and no longer: Methadone 35 mg (35 ml of 1 mg/ml), daily, whether supervised is not known. "_s));
    told.endedOn = {};
    told.startsOn = QDate(2026, 9, 21);
    told.supervised = Supervised::No;
    told.lookedBackTo = {};
    CHECK(sentenceOf(told).startsWith(
        u"Prescribed from 2026-09-21 on, not before: Methadone 35 mg (35 ml of 1 mg/ml), daily. Days not collected: not known. "_s));
    told.startsOn = {};
    told.isDaily = false;
    told.prescribed = u"Buprenorphine 64 mg"_s;
    CHECK(sentenceOf(told).startsWith(u"Prescribed: Buprenorphine 64 mg. "_s));
}

} // namespace keywork::test::dose_told_test
