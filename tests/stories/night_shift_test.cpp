// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/desk_movement.h"
#include "core/domain/front_desk.h"
#include "core/domain/incident.h"
#include "core/domain/missing.h"
#include "core/domain/timed_check.h"
#include "core/services/house/presence.h"
#include "core/services/records/people.h"
#include "tests/stories/night_house.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/checks/check_round_list.h"
#include "ui/pages/checks/check_rounds.h"
#include "ui/pages/checks/checks_page.h"
#include "ui/pages/desk/desk_page.h"
#include "ui/pages/handover/handover_page.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/today/today_page.h"
#include "ui/widgets/kept_focus.h"

#include <QCheckBox>
#include <QTableWidget>

namespace keywork::test::night_shift_test {

using namespace Qt::StringLiterals;

namespace {

/// What Rae does, in the order of the night.
struct RaesNight : NightHouse {
    void readsWhatTheDayLeft();
    void takesGraceIn();
    void turnsMickAway();
    void barsDean();
    void findsNoReply();
    void goesInWithTwo();
    void logsTheIncident();
    void handsOver();
};

void RaesNight::readsWhatTheDayLeft()
{
    itIs(kMonday, 22, 0);
    comesOn(u"Rae Relief"_s);
    screen.press(u"footComeOn"_s);
    REQUIRE(need(services().shifts.onNow()).size() == 1);
    CHECK(need(services().shifts.onNow()).first().name == u"Rae Relief");
    CHECK(today().contains(u"handover_unread"_s));
    desk.openPlace<HandoverPage>(u"handover"_s);
    CHECK(says(u"The boiler man comes at ten."_s));
    screen.press(u"acknowledgeHandover"_s);
    CHECK_FALSE(today().contains(u"handover_unread"_s));
}

void RaesNight::takesGraceIn()
{
    itIs(kMonday, 23, 40);
    workspace().openPlace(u"tonight"_s);
    Screen::settle();
    screen.type(u"given_name"_s, u"Grace"_s);
    screen.type(u"family_name"_s, u"Adeyemi"_s);
    chooseNamed(u"room_id"_s, u"9"_s);
    screen.press(u"save"_s);
    CHECK(screen.shows(u"Taken in. What is still to be asked stands on Today."_s));
    auto *resident = qobject_cast<ResidentPage *>(workspace().currentPage());
    REQUIRE(resident);
    const auto line = need(services().people.line(resident->person()));
    CHECK(line.room == u"9");
    CHECK(line.stay->value.arrivedOn == kMonday);
    CHECK(today().contains(u"arrival_unfinished"_s));
}

/// The desk shows that he is not let in, and not why; who types him in as a visitor all the same is told to ring.
void RaesNight::turnsMickAway()
{
    itIs(kMonday, 23, 55);
    desk.openPlace<DeskPage>(u"desk"_s);
    CHECK(says(u"Mick Stone · tall, red cap"_s));
    CHECK(says(u"Not let in until"_s));
    CHECK_FALSE(says(u"Threatened"_s));
    find(u"new visitor"_s, u"New visitor"_s);
    screen.type(u"name"_s, u"Mick Stone"_s);
    screen.name(u"person_id"_s, u"Ben Barker"_s);
    screen.press(u"save"_s);
    CHECK(says(u"not to be let in. Ring the manager"_s));
    CHECK_FALSE(says(u"Threatened"_s));
    CHECK(kept<Visitor>() == 0);
    screen.press(u"cancel"_s); // he goes
    // Mia comes in behind him: one press.
    itIs(kTuesday, 0, 5);
    desk.openPlace<DeskPage>(u"desk"_s);
    screen.press(u"in-%1"_s.arg(mia.id.value));
    CHECK(screen.find<QLabel>(u"deskMessage"_s)->text() == u"Mia Moss came in, 00:05."_s);
    CHECK(need(services().presence.of(mia.id))->state.where == Whereabouts::In);
}

/// Somebody else hits the door, and Rae writes down that he is not let in until it was looked at.
void RaesNight::barsDean()
{
    itIs(kTuesday, 0, 20);
    find(u"new barring"_s, u"New barring"_s);
    screen.type(u"name"_s, u"Dean Fisk"_s);
    screen.type(u"from_on"_s, u"15/9/2026"_s);
    screen.type(u"until_on"_s, u"17/9/2026"_s);
    screen.type(u"review_on"_s, u"16/9/2026"_s);
    screen.type(u"reason"_s, u"Kicked the front door when he was asked to wait."_s);
    chooseNamed(u"decided_by_id"_s, u"Rae Relief"_s);
    screen.press(u"save"_s);
    REQUIRE(kept<Barring>() == 2);
    desk.openPlace<DeskPage>(u"desk"_s);
    CHECK(says(u"Dean Fisk"_s));
}

/// Two in the morning: no reply at Ben's door, which is no check, and then the steps.
void RaesNight::findsNoReply()
{
    itIs(kTuesday, 2, 5);
    auto *page = desk.openPlace<ChecksPage>(u"checks"_s);
    giveKeys(page->round()->table());
    page->round()->table()->setCurrentCell(0, 2);
    QTest::keyClick(page->round()->table(), Qt::Key_X);
    Screen::settle();
    REQUIRE(page->rounds()->editor());
    screen.type(u"note"_s, u"No reply to two knocks."_s, page->rounds()->editor());
    screen.press(u"save"_s, page->rounds()->editor());
    REQUIRE(done().size() == 1);
    CHECK(done().first().value.result == CheckResult::NotDone);
    CHECK(today().contains(u"check_due"_s)); // nobody looked at him yet

    itIs(kTuesday, 2, 7);
    workspace().openResident(ben.id);
    Screen::settle();
    auto *resident = qobject_cast<ResidentPage *>(workspace().currentPage());
    REQUIRE(resident);
    resident->showTab(u"last-seen"_s);
    Screen::settle();
    screen.press(u"step-knocked-no_reply"_s);
    REQUIRE(kept<MissingStep>() == 1);
}

/// Nobody goes in alone; he is in bed, and his breathing is seen and counted.
void RaesNight::goesInWithTwo()
{
    itIs(kTuesday, 2, 10);
    screen.press(u"stepLater"_s);
    screen.choose(u"act"_s, u"entered"_s);
    screen.choose(u"answer"_s, u"seen"_s);
    screen.press(u"save"_s);
    CHECK(kept<MissingStep>() == 1); // with whom was not said
    screen.type(u"with_other"_s, u"the concierge of number 14"_s);
    screen.press(u"save"_s);
    REQUIRE(kept<MissingStep>() == 2);
    CHECK(kept<Incident>() == 0); // he was found where he lives

    itIs(kTuesday, 2, 12);
    auto *page = desk.openPlace<ChecksPage>(u"checks"_s);
    giveKeys(page->round()->table());
    page->round()->table()->setCurrentCell(0, 2);
    QTest::keyClick(page->round()->table(), Qt::Key_B);
    Screen::settle();
    REQUIRE(page->rounds()->editor());
    screen.type(u"breaths"_s, u"14"_s, page->rounds()->editor());
    screen.find<QCheckBox>(u"count_held"_s, page->rounds()->editor())->click();
    screen.press(u"save"_s, page->rounds()->editor());
    REQUIRE(done().size() == 2);
    CHECK(done().last().value.result == CheckResult::BreathingCounted);
    CHECK(done().last().value.breaths == 14);
    CHECK(done().last().value.countHeld);
    CHECK_FALSE(today().contains(u"check_due"_s));
}

void RaesNight::logsTheIncident()
{
    itIs(kTuesday, 2, 40);
    workspace().openResident(ben.id);
    find(u"log inc"_s, u"Log incident"_s);
    screen.choose(u"kind"_s, u"near_miss"_s);
    screen.type(u"happened_at"_s, u"-30m"_s);
    screen.type(u"place"_s, u"room 7"_s);
    screen.type(u"what_happened"_s, u"No reply at the door; in bed, drowsy."_s);
    screen.type(u"what_was_done"_s, u"Went in with two, counted breathing."_s);
    screen.choose(u"role"_s, u"affected"_s);
    screen.press(u"save"_s);
    CHECK(screen.shows(u"Saved I-0001"_s));
}

/// Her own words, then all of it; what she wrote she cannot acknowledge.
void RaesNight::handsOver()
{
    itIs(kTuesday, 7, 20);
    desk.openPlace<HandoverPage>(u"handover"_s);
    screen.press(u"writeHandover"_s);
    screen.type(u"words"_s, u"Mick Stone came to the door at 23:55 and went when he was asked to."_s);
    screen.press(u"save"_s);
    desk.openPlace<HandoverPage>(u"handover"_s);
    screen.press(u"finishHandover"_s);
    const auto handover = lastHandover();
    REQUIRE(handover.value.finishedAt.has_value());
    CHECK(handover.value.shiftDay == kMonday); // the night belongs to the day on which it begins
    desk.openPlace<HandoverPage>(u"handover"_s);
    CHECK_FALSE(offersToAcknowledge());
    const auto own = services().handovers.acknowledge(handover.id);
    REQUIRE_FALSE(bool(own));
    REQUIRE(own.error().violations.size() == 1);
    CHECK(own.error().violations.first().rule == Rule::OwnHandover);
    CHECK_FALSE(today().contains(u"handover_unread"_s)); // she wrote it
}

/// The line of a handover that tells of a record of this kind; empty: there is none.
QString lineOf(const QList<words::HandoverText> &texts, const QString &kind)
{
    for (const words::HandoverText &text : texts)
        if (text.kind == kind)
            return text.line();
    return {};
}

} // namespace

TEST_CASE("A night as it is: somebody arrives at 23:40, one is turned away, a check has no reply, and at 07:30 it is read and acknowledged")
{
    RaesNight night;
    night.dayHandsOver();
    night.desk.window.resize(1366, 768);
    night.desk.window.show();
    night.readsWhatTheDayLeft();
    night.takesGraceIn();
    night.turnsMickAway();
    night.barsDean();
    night.findsNoReply();
    night.goesInWithTwo();
    night.logsTheIncident();
    night.handsOver();
    night.goesOff();

    // Half past seven: the support worker comes on, and Today sends them to it.
    night.itIs(kTuesday, 7, 30);
    night.comesOn(u"Tomi Okoro"_s);
    night.screen.press(u"footComeOn"_s);
    const QStringList before = night.today();
    CHECK(before.contains(u"handover_unread"_s));
    CHECK_FALSE(before.contains(u"handover_missing"_s));
    night.desk.openPlace<TodayPage>(u"today"_s);
    CHECK(night.says(u"Rae Relief handed over at 07:20"_s));

    // What it tells, and what of it stands first.
    const auto handover = night.lastHandover();
    const auto texts = words::handoverTexts(need(night.services().handovers.linesOf(handover.id)), night.services());
    REQUIRE_FALSE(texts.isEmpty());
    CHECK(texts.first().section == HandoverSection::First);
    night.desk.openPlace<HandoverPage>(u"handover"_s);
    CHECK(night.says(handover.value.words));
    const std::tuple<QString, QString, QString> told[] = {{u"stay"_s, u"Grace"_s, u"Arrived, room 9"_s},
        {u"barring"_s, u"Dean Fisk"_s, u"not to be let in until"_s}, {u"timed_check"_s, u"Ben Barker"_s, u"Check: "_s},
        {u"missing_step"_s, u"Ben Barker"_s, u"no reply"_s}, {u"incident"_s, u"Ben Barker"_s, u"near miss"_s}};
    for (const auto &[kind, who, what] : told) {
        const QString line = lineOf(texts, kind);
        INFO(kind.toStdString() << ": " << line.toStdString());
        CHECK(line.contains(who));
        CHECK(line.contains(what, Qt::CaseInsensitive));
        CHECK(night.says(line));
    }
    for (const words::HandoverText &text : texts) {
        INFO(text.line().toStdString());
        if (text.kind == u"incident" || text.kind == u"timed_check" || text.kind == u"missing_step")
            CHECK(text.section == HandoverSection::First);
        CHECK_FALSE(text.line().contains(u"Kicked"_s)); // that he is not let in is told, why is read in its record
    }

    night.screen.press(u"acknowledgeHandover"_s);
    CHECK_FALSE(night.today().contains(u"handover_unread"_s));
    CHECK_FALSE(night.offersToAcknowledge());
    night.desk.openPlace<TodayPage>(u"today"_s);
    CHECK_FALSE(night.says(u"Rae Relief handed over at 07:20"_s));
    night.goesOff();

    // Closed and opened again: all of it is on file, under the names of those who did it.
    night.desk.made.reopen();
    const auto reads = need(night.services().handovers.readsOf(handover.id));
    REQUIRE(reads.size() == 1);
    CHECK(need(night.services().records.one(reads.first().value.staffId)).value.name == u"Tomi Okoro");
    CHECK(need(night.services().records.one(handover.value.writtenBy)).value.name == u"Rae Relief");
    CHECK(night.kept<Person>() == 3);
    CHECK(night.kept<Handover>() == 2);
    CHECK(night.kept<HandoverRead>() == 2); // Rae read the day's, Tomi the night's
    CHECK(night.kept<Barring>() == 2);
    CHECK(night.kept<MissingStep>() == 2);
    CHECK(night.kept<Incident>() == 1);
    CHECK(night.kept<DeskMovement>() == 1);
    CHECK(night.kept<Visitor>() == 0);
    REQUIRE(night.done().size() == 2);
    CHECK(night.done().last().value.breaths == 14);
    CHECK_FALSE(night.today().contains(u"handover_missing"_s));
}

} // namespace keywork::test::night_shift_test
