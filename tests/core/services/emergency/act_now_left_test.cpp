// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/naloxone_watch.h"
#include "core/domain/timed_check.h"
#include "core/services/house/attention.h"
#include "tests/core/services/emergency/act_now_desk.h"

namespace keywork::test::act_now_left_test {

using namespace Qt::StringLiterals;

using Pressed = OverdoseStepKind;

namespace {

constexpr qint64 kAnHourMs = qint64(60) * 60 * 1000;

int linesAbout(ActNowDesk &desk, const QString &code)
{
    int lines = 0;
    for (const WatchItem &item : need(desk.hostel.services().attention.today()))
        lines += item.code() == code ? 1 : 0;
    return lines;
}

} // namespace

TEST_CASE("What nobody finished is gone on with for half a day after its last press, and then the key begins anew")
{
    ActNowDesk desk;
    const QString first = desk.actNow.start();
    CHECK(desk.actNow.toGoOnWith() == first);
    desk.press(first, Pressed::Found);
    desk.pass(3 * kAnHourMs);
    desk.press(first, Pressed::BreathingNormally);
    desk.pass(12 * kAnHourMs - 1);
    CHECK(desk.actNow.toGoOnWith() == first);
    desk.pass(1);
    CHECK(desk.actNow.toGoOnWith().isEmpty());
    CHECK(desk.actNow.running().size() == 1); // it stays, to be finished
    const QString second = desk.actNow.start();
    CHECK(desk.actNow.toGoOnWith() == second);
    desk.press(first, Pressed::Awake);
    desk.actNow.end(second);
    CHECK(desk.actNow.toGoOnWith() == first);
}

TEST_CASE("What was pressed before a file was chosen goes into the file that is chosen then, and into no other")
{
    ActNowDesk desk;
    desk.lock();
    ActNow without(QString(), SeenHeads(), desk.hostel.clock, desk.steady);
    const QString id = without.start();
    CHECK(without.press(id, {.step = Pressed::NoReply}).in == ActNow::KeptIn::Memory);
    CHECK(without.isWithoutFile());
    CHECK_FALSE(desk.actNow.isWithoutFile());
    without.takeOver(desk.actNow);
    desk.actNow.takeOver(without);
    CHECK(without.running().isEmpty());
    CHECK(without.unkept() == 0);
    CHECK(desk.actNow.toGoOnWith() == id);
    desk.pass(60'000);
    CHECK(desk.press(id, Pressed::Called999).in == ActNow::KeptIn::BesideFile);
    CHECK(desk.actNow.unkept() == 0);
    desk.unlock();
    CHECK(desk.timeline() == QStringList{u"02:14:00 no_reply"_s, u"02:15:00 called_999"_s});
}

TEST_CASE("A kit whose batch was called back is named as that, signed in and locked, and may be given all the same")
{
    ActNowDesk desk;
    auto kit = desk.kit(u"7"_s);
    kit.value.batch = u"Lot 44-B1"_s;
    need(desk.records().amend(kit));
    desk.kit(u"8"_s);
    need(desk.records().add(NaloxoneRecall{.batch = u"44B1"_s, .onDay = QDate(2026, 10, 2), .issuedBy = u"the maker"_s}));
    const auto recalled = [&] {
        QStringList numbers;
        for (const KitOnWall &one : desk.actNow.card().kits) {
            CHECK(one.isGood(desk.hostel.clock.today()) == !one.isRecalled);
            if (one.isRecalled)
                numbers.append(one.number);
        }
        return numbers;
    };
    CHECK(recalled() == QStringList{u"7"_s});
    desk.lock();
    CHECK(recalled() == QStringList{u"7"_s});
    const QString id = desk.actNow.start();
    CHECK(desk.actNow.press(id, {.step = Pressed::NaloxoneGiven, .kit = kit.id}).doubts == QList<ActNowDoubt>{ActNowDoubt::KitRecalled});
}

TEST_CASE("Doses that are given without sign-in leave their kit at once in view, a mis-tap comes back, and the record says the same")
{
    ActNowDesk desk;
    const auto seven = desk.kit(u"7"_s);
    const auto syringe = desk.kit(u"8"_s, NaloxoneKind::Syringe, 5);
    desk.lock();
    const auto shown = [&](Id<NaloxoneKit> id) {
        for (const KitOnWall &one : desk.actNow.card().kits)
            if (one.id == id.value)
                return std::pair(one.dosesLeft, one.isUsedUp);
        return std::pair(qint64(-1), false);
    };
    const QString id = desk.actNow.start();
    desk.actNow.press(id, {.step = Pressed::NaloxoneGiven, .kit = seven.id});
    CHECK(shown(seven.id) == std::pair(qint64(1), false));
    const auto second = desk.actNow.press(id, {.step = Pressed::NaloxoneGiven, .kit = seven.id});
    CHECK(shown(seven.id) == std::pair(qint64(0), true));
    CHECK(desk.actNow.press(id, {.step = Pressed::NaloxoneGiven, .kit = seven.id}).doubts == QList<ActNowDoubt>{ActNowDoubt::KitUsedUp});
    desk.actNow.undo(id, desk.actNow.lastPress(id));
    desk.actNow.undo(id, second.press);
    CHECK(shown(seven.id) == std::pair(qint64(1), false));
    desk.actNow.press(id, {.step = Pressed::NaloxoneGiven, .kit = syringe.id});
    CHECK(shown(syringe.id).second);
    desk.unlock();
    CHECK(shown(seven.id) == std::pair(qint64(1), false));
    CHECK(desk.now(seven.id).dosesLeft == 1);
    CHECK(shown(syringe.id).second);
}

TEST_CASE("Who chose not to go and is looked in on by nobody stands first on Today, also when it was finished without sign-in")
{
    ActNowDesk desk;
    const QString code = u"checks_not_begun"_s;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(desk.hostel);
    const QString id = desk.actNow.start();
    desk.press(id, Pressed::Found);
    desk.actNow.setWho(id, {ActNowWho::Kind::Resident, ben.id, {}});
    desk.lock();
    const auto chose = desk.press(id, Pressed::ChoseNotToGo);
    desk.actNow.end(id);
    desk.pass(kAnHourMs);
    desk.unlock();
    CHECK(linesAbout(desk, code) == 1);
    for (const WatchItem &item : need(desk.hostel.services().attention.today()))
        if (item.code() == code)
            CHECK(item.subject.person == ben.id); // closed and erased with them, what is rung about it as well

    SECTION("until timed checks are begun on them")
    {
        CheckSeries series;
        series.personId = ben.id;
        series.reason = CheckReason::ChoseNotToGo;
        series.fromAt = desk.hostel.clock.now();
        series.everyMinutes = 15;
        series.watcherOther = u"Night worker"_s;
        SECTION("with the incident named") { series.incidentId = desk.actNow.one(id)->incident; }
        SECTION("or only the resident") { }
        need(desk.records().add(series));
        CHECK(linesAbout(desk, code) == 0);
    }
    SECTION("unless they went after all")
    {
        desk.press(id, Pressed::WentToHospital);
        CHECK(linesAbout(desk, code) == 0);
    }
    SECTION("unless it was a mis-tap")
    {
        desk.actNow.undo(id, chose.press);
        CHECK(linesAbout(desk, code) == 0);
    }
    SECTION("for a day")
    {
        desk.pass(22 * kAnHourMs);
        CHECK(linesAbout(desk, code) == 1);
        desk.pass(kAnHourMs + 1000);
        CHECK(linesAbout(desk, code) == 0);
    }
}

} // namespace keywork::test::act_now_left_test
