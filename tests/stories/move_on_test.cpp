// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/move_on.h"
#include "core/services/house/attention.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "tests/support/desk.h"
#include "tests/support/pdf_text.h"
#include "tests/support/services.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/move_on/move_on_page.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/print/leaver_document.h"

namespace keywork::test::stories_move_on_test {

using namespace Qt::StringLiterals;

namespace {

const QDate kCame(2025, 3, 14); // on the day of the desk, 14 September 2026, month 18 begins
const QDate kMoves(2026, 12, 1);

/// Lotus, whom the house took in from hospital (case study 1), a year and a half later.
struct MovingOn {
    Desk desk;
    Kept<Person> lotus = cameIn(desk.made);

    static Kept<Person> cameIn(TestHostel &made)
    {
        auto builder = aPerson().called(u"Lotus"_s, u"Ames"_s).arrived(kCame);
        builder.stay.referredOn = kCame.addDays(-20);
        return builder.in(made);
    }
    Screen &screen() { return desk.screen; }
    Records &records() { return desk.services().records; }
    void open()
    {
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.window.enter(shared(desk.made));
        Screen::settle();
    }
    void comes(QDate day, QTime time = QTime(9, 0)) { desk.made.clock.set(QDateTime(day, time, Qt::UTC)); }
    MoveOnPage *tab(const RecordRef &record = {})
    {
        desk.window.workspace()->visit(residentVisit(lotus.id.value, u"move-on"_s, record));
        Screen::settle();
        auto *resident = qobject_cast<ResidentPage *>(desk.window.workspace()->currentPage());
        REQUIRE(resident);
        auto *page = qobject_cast<MoveOnPage *>(resident->currentTab());
        REQUIRE(page);
        return page;
    }
    /// The form for a new one of a kind.
    RecordEditor *form(const QString &table, const QVariantMap &start = {})
    {
        MoveOnPage *page = tab({table, 0, start});
        REQUIRE(page->page(table));
        RecordEditor *editor = page->page(table)->editor();
        REQUIRE(editor);
        return editor;
    }
    void save(RecordEditor *editor)
    {
        screen().press(u"save"_s, editor);
        Screen::settle();
    }
    MoveOnPicture picture() { return *need(desk.services().moveOn.of(lotus.id)); }
    /// What Today says of Lotus by this rule on the day; none: nothing.
    std::optional<WatchItem> lineOf(const QString &code, QDate day)
    {
        for (const WatchItem &item : need(desk.services().attention.today(day)))
            if (item.code() == code && item.subject.person == lotus.id)
                return item;
        return {};
    }
    void view(const QString &area, const QString &theirs, const QString &workers)
    {
        RecordEditor *editor = form(u"readiness_view"_s);
        screen().type(u"on_day"_s, u"today"_s, editor);
        screen().choose(u"area"_s, area, editor);
        screen().choose(u"theirs"_s, theirs, editor);
        screen().choose(u"workers"_s, workers, editor);
        save(editor);
    }
    /// A try to be in touch, by the button beside the follow-up.
    void tries(const QString &after, const QString &result, const QString &words = {})
    {
        MoveOnPage *page = tab();
        screen().press(u"recordTry-"_s + after);
        QTest::qWait(1); // the form opens after the event
        Screen::settle();
        REQUIRE(page->page(u"follow_up"_s));
        RecordEditor *editor = page->page(u"follow_up"_s)->editor();
        REQUIRE(editor);
        screen().type(u"tried_at"_s, u"now"_s, editor);
        screen().choose(u"how"_s, u"telephone"_s, editor);
        screen().choose(u"result"_s, result, editor);
        if (!words.isEmpty()) {
            screen().type(u"words"_s, words, editor);
            screen().choose(u"housing"_s, u"independent_access_to_support"_s, editor);
            screen().choose(u"still_there"_s, u"yes"_s, editor);
        }
        save(editor);
    }
    FollowUp lastTry()
    {
        const auto all = need(records().all<FollowUp>({.orderBy = u"id"_s}));
        REQUIRE_FALSE(all.isEmpty());
        return all.last().value;
    }
};

void prepare(MovingOn &at)
{
    // In her own words, and by when.
    RecordEditor *plan = at.form(u"move_on_plan"_s);
    at.screen().type(u"begun_on"_s, u"today"_s, plan);
    at.screen().type(u"wants"_s, u"My own door, near the drug service."_s, plan);
    at.screen().choose(u"option"_s, u"independent_access"_s, plan);
    at.screen().type(u"target_on"_s, u"1/12/2026"_s, plan);
    at.save(plan);
    REQUIRE(at.picture().plan);
    CHECK(at.picture().state == MoveOnState::Planning);
    CHECK(at.picture().plan->value.wants == u"My own door, near the drug service.");

    // She sees her money otherwise than her keyworker does: both stand.
    at.view(u"debt"_s, u"ready"_s, u"not_yet"_s);
    at.view(u"documents"_s, u"with_help"_s, u"with_help"_s);
    MoveOnPage *page = at.tab();
    CHECK(at.screen().find<QLabel>(u"readiness-debt"_s, page)->text() == u"they: ready · worker: not yet · two views");
    CHECK(at.screen().find<QLabel>(u"readiness-documents"_s, page)->text() == u"they: with help · worker: with help");

    // One landlord says no and why, the next one offers a flat.
    MoveOnApplication one{.personId = at.lotus.id, .landlord = u"Riverside Homes"_s, .appliedOn = QDate(2026, 9, 1)};
    one.result = ApplicationResult::Refused;
    one.resultOn = QDate(2026, 9, 10);
    CHECK(kindOfError(at.records().add(one)) == ErrorKind::Invalid); // without the reason
    one.why = u"No local connection, they say."_s;
    need(at.records().add(one));
    CHECK(at.picture().state == MoveOnState::Planning);
    one.landlord = u"Northgate Housing"_s;
    one.option = MoveOnOption::IndependentAccess;
    one.result = ApplicationResult::Waiting;
    one.resultOn.reset();
    one.why.clear();
    auto flat = need(at.records().add(one));
    CHECK(at.picture().state == MoveOnState::Applied);
    flat.value.result = ApplicationResult::Offered;
    flat.value.resultOn = QDate(2026, 9, 14);
    need(at.records().amend(flat));
    CHECK(at.picture().state == MoveOnState::Offered);

    // The deposit, to the penny.
    RecordEditor *deposit = at.form(u"move_on_cost"_s);
    at.screen().choose(u"what"_s, u"deposit"_s, deposit);
    at.screen().type(u"amount"_s, u"450.50"_s, deposit);
    at.screen().type(u"from_whom"_s, u"Council's deposit scheme"_s, deposit);
    at.screen().choose(u"state"_s, u"granted"_s, deposit);
    at.screen().type(u"granted"_s, u"450.50"_s, deposit);
    at.save(deposit);
    CHECK(need(at.records().all<MoveOnCost>()).first().value.granted == Pence{450'50});
}

/// Everybody knows their leg of the day; what nobody sees to is said.
void planTheDay(MovingOn &at)
{
    auto plan = *at.picture().plan;
    plan.value.movesOn = kMoves;
    plan = need(at.records().amend(plan));
    CHECK(at.picture().state == MoveOnState::DaySet);
    qint64 position = 0;
    for (const MoveTask task : allOf<MoveTask>()) {
        if (task == MoveTask::Prescription || task == MoveTask::Medicine || task == MoveTask::Post || task == MoveTask::Other)
            continue;
        MoveStep step{.planId = plan.id, .personId = at.lotus.id, .position = position++, .task = task};
        step.what = QString::fromLatin1(codeOf(task));
        step.who = u"Priya"_s;
        need(at.records().add(step));
    }
    CHECK_FALSE(at.lineOf(u"moving_day_open"_s, kMoves.addDays(-8)));
    const auto line = at.lineOf(u"moving_day_open"_s, kMoves.addDays(-7));
    REQUIRE(line);
    CHECK(line->day == kMoves);
    CHECK(line->places.value(u"count"_s) == u"7"); // six legs, and nobody thought of the post
    at.comes(kMoves);
    at.tab();
    CHECK(at.screen().find<QLabel>(u"movingDayOpen"_s)->text() == u"Nobody sees to it yet: Post sent on.");
    for (const Kept<MoveStep> &step : at.picture().steps) {
        at.tab();
        at.screen().press(u"moveStepDone-"_s + QString::number(step.id.value));
        QTest::qWait(1);
        Screen::settle();
        CHECK(need(at.records().one(step.id)).value.doneAt == at.desk.made.clock.now());
    }
    CHECK(at.picture().gaps == QList<MoveGap>{{MoveTask::Post, false}});
}

void agreeOnContact(MovingOn &at)
{
    RecordEditor *contact = at.form(u"post_move_contact"_s);
    at.screen().type(u"on_day"_s, u"today"_s, contact);
    at.screen().choose(u"agreed"_s, u"yes"_s, contact);
    at.screen().type(u"how"_s, u"07700 900123, evenings"_s, contact);
    at.save(contact);
    REQUIRE(at.picture().contact);
    CHECK(at.picture().contact->holdsOn(kMoves));
}

} // namespace

TEST_CASE("From month 18 on moving is prepared, the day is a relay, and after a year somebody still asks how it goes (case study 1)")
{
    MovingOn at;
    need(at.records().add(Belonging{at.lotus.id, u"A suitcase"_s, u"Store"_s, QDate(2026, 9, 1), {}}));
    at.open();

    // The house's month: not a day before.
    CHECK_FALSE(at.lineOf(u"move_on_prompt"_s, QDate(2026, 9, 13)));
    const auto prompt = at.lineOf(u"move_on_prompt"_s, QDate(2026, 9, 14));
    REQUIRE(prompt);
    CHECK(prompt->places.value(u"months"_s) == u"18");
    at.tab();
    CHECK(at.screen().shows(u"By the house's own rule moving on is talked about from 14 Sep 2026, and a stay lasts until 14 Mar 2027"_s));
    // Nobody is asked how it goes before they left.
    FollowUp early{.personId = at.lotus.id, .triedAt = at.desk.made.clock.now(), .how = {u"telephone"_s}};
    const auto refused = at.records().add(early);
    REQUIRE_FALSE(bool(refused));
    REQUIRE(refused.error().violations.size() == 1);
    CHECK(refused.error().violations.first().rule == Rule::NotLeftYet);

    prepare(at);
    CHECK_FALSE(at.lineOf(u"move_on_prompt"_s, QDate(2026, 10, 1)));
    agreeOnContact(at);
    planTheDay(at);

    // She leaves: one form asks for all of it, and says what is still here.
    MoveOnPage *page = at.tab();
    at.screen().press(u"leaveHouse"_s);
    QTest::qWait(1);
    Screen::settle();
    REQUIRE(page->leaving());
    CHECK(at.screen().find<QLabel>(u"stillOpen"_s)->text() == u"Still here or open: Belongings that we keep: 1.");
    at.screen().press(u"save"_s, page->leaving()); // without reason and destination
    REQUIRE(page->leaving());
    CHECK_FALSE(at.picture().stay.value.leftOn);
    at.screen().choose(u"leaving_reason"_s, u"planned"_s, page->leaving());
    at.screen().choose(u"destination"_s, u"housing_association"_s, page->leaving());
    at.screen().press(u"save"_s, page->leaving());
    QTest::qWait(1);
    Screen::settle();
    CHECK(at.picture().stay.value.leftOn == kMoves);
    CHECK(at.picture().state == MoveOnState::Left);
    CHECK_FALSE(at.tab()->leaving());

    // The page that is hers.
    const QString paper = pdfText(need(print::leaverSummary(at.desk.services(), at.lotus.id, {})).document.toPdf()).simplified();
    for (const QString &said : {u"For your next home"_s, u"Dear Lotus"_s, u"You lived here from 14 March 2025 to 1 December 2026"_s,
             u"My own door, near the drug service."_s, u"You agreed that we are in touch"_s, u"How to come back"_s}) {
        INFO(said.toStdString());
        CHECK(paper.contains(said));
    }

    // Three months: not reached, a week later reached; six: nobody tries; twelve: reached.
    CHECK_FALSE(at.lineOf(u"follow_up_due"_s, QDate(2027, 2, 28)));
    at.comes(QDate(2027, 3, 1));
    CHECK(at.lineOf(u"follow_up_due"_s, QDate(2027, 3, 1)));
    at.tries(u"three"_s, u"not_reached"_s);
    CHECK(at.lastTry().stayId == at.picture().stay.id);
    CHECK_FALSE(at.lineOf(u"follow_up_due"_s, QDate(2027, 3, 7)));
    const auto again = at.lineOf(u"follow_up_due"_s, QDate(2027, 3, 8));
    REQUIRE(again);
    CHECK(again->places.value(u"count"_s) == u"1");
    at.comes(QDate(2027, 3, 8));
    at.tries(u"three"_s, u"reached"_s, u"Quiet. I sleep."_s);
    CHECK(at.lastTry().words == u"Quiet. I sleep.");
    CHECK(at.lastTry().housing == HousingPosition::IndependentAccessToSupport);
    CHECK_FALSE(at.lineOf(u"follow_up_due"_s, QDate(2027, 3, 9)));
    CHECK(at.lineOf(u"follow_up_due"_s, QDate(2027, 6, 1)));
    at.comes(QDate(2027, 12, 1));
    at.tries(u"twelve"_s, u"reached"_s, u"A year, and still my door."_s);
    const QList<FollowUpLine> lines = at.picture().followUps;
    REQUIRE(lines.size() == 3);
    CHECK(lines.at(0).state == FollowUpState::Reached);
    CHECK(lines.at(0).tries == 1);
    CHECK(lines.at(1).state == FollowUpState::NotTried);
    CHECK(lines.at(2).state == FollowUpState::Reached);
    const MoveOnCounts counts = need(at.desk.services().moveOn.counts(QDate(2026, 1, 1), QDate(2026, 12, 31)));
    CHECK(counts.destinations[size_t(DestinationGroup::Settled)] == 1);
    CHECK(counts.followUps[0] == FollowUpCount{.reached = 1});
    CHECK(counts.followUps[1] == FollowUpCount{.notTried = 1});
    CHECK(counts.followUps[2] == FollowUpCount{.reached = 1});
}

} // namespace keywork::test::stories_move_on_test
