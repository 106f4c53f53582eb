// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/leaving_plan.h"
#include "core/domain/treatment_panel.h"
#include "core/services/house/attention.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_rule.h"
#include "tests/support/desk.h"
#include "tests/support/large_text.h"
#include "tests/support/scripts.h"
#include "ui/pages/today/appointments_today.h"
#include "ui/pages/today/today_page.h"
#include "ui/text/words.h"
#include "ui/text/words_watch.h"

#include <QTranslator>

namespace keywork::test::today_screen_test {

using namespace Qt::StringLiterals;

TEST_CASE("What Today says about each rule stays the same sentence")
{
    const std::pair<QString, QString> sentences[] = {
        {u"lawful_reason_unreviewed"_s, u"Shared with StepAhead on 14 Sep 2026. Waits for a manager's review."_s},
        {u"lawful_reason_incomplete"_s, u"Shared with StepAhead on 14 Sep 2026. It says “not yet”: does the resident know?"_s},
        {u"agreement_in_error"_s,
            u"Marked as entered in error on 14 Sep 2026: what was said about sharing with StepAhead. Nothing leaves until they are asked "
            "anew."_s},
        {u"plan_review_overdue"_s, u"Review was due Mon 14 Sep."_s},
        {u"plan_not_signed"_s, u"Version 3 was issued Mon 14 Sep and is not signed."_s},
        {u"plan_ask_again"_s, u"Too unwell to decide about version 3 on Mon 14 Sep. Ask again."_s},
        {u"record_unfinished"_s, u"Taken in Mon 14 Sep with a few words. Still to be asked: Date of birth, Allergies."_s},
        {u"appointment_escort"_s, u"Prescription review: Mon 14 Sep, 10:30. Priya Shah goes along."_s},
        {u"appointment_escort_missing"_s, u"Prescription review: Mon 14 Sep, 10:30. Nobody goes along yet."_s},
        {u"appointment_escort_gone"_s,
            u"Prescription review: Mon 14 Sep, 10:30. Priya Shah was to go along and is not in the team then. Who else?"_s},
        {u"no_keyworker"_s, u"Nobody is keyworker yet."_s},
        {u"no_plan"_s, u"Here since Mon 14 Sep, no care plan issued yet."_s},
        {u"no_stage"_s, u"Here since Mon 14 Sep, no stage recorded yet."_s},
        {u"no_keywork"_s, u"No session was held since Mon 14 Sep or before."_s},
        {u"keywork_missed"_s, u"2 sessions missed one after another, since Mon 14 Sep."_s},
        {u"keywork_unsaid"_s, u"Planned for Mon 14 Sep: was the session held?"_s},
        {u"advocacy_follow_up"_s, u"To be asked again since Mon 14 Sep: decide the claim"_s},
        {u"expected_today"_s, u"Expected Mon 14 Sep, not arrived yet."_s},
        {u"assessment_half_done"_s, u"AS-0007 was begun Mon 14 Sep and is half done."_s},
        {u"referral_unanswered"_s, u"StepAhead was to be asked by Mon 14 Sep. Nothing heard yet."_s},
        {u"referral_no_step"_s, u"Referred Mon 14 Sep, and nobody has said what is next."_s},
        {u"referral_step_due"_s, u"Next by Mon 14 Sep: ring the ward"_s},
        {u"arrival_unfinished"_s, u"Arrived Mon 14 Sep; not everything is done yet."_s},
        {u"condition_review"_s, u"Not met by Mon 14 Sep, to be talked about with them: sees the drug service"_s},
        {u"hospital_dose_unasked"_s, u"Out of hospital Mon 14 Sep. Was the substitute dose given there?"_s},
        {u"leaving_unasked"_s, u"Out of sees the drug service Mon 14 Sep. Tolerance, naloxone to hand, where to next?"_s},
        {u"leaving_no_housing"_s, u"Leaves or left sees the drug service: Mon 14 Sep, and there is no plan for housing yet."_s},
        {u"treatment_first_appointment"_s,
            u"First appointment with StepAhead: Mon 14 Sep. Who goes along, and do they know what to expect?"_s},
        {u"treatment_panel"_s, u"Panel, Mon 14 Sep, not decided yet: sees the drug service"_s},
        {u"treatment_review_due"_s, u"Review with StepAhead: Mon 14 Sep. Was it held, and when is the next?"_s},
        {u"health_check_due"_s, u"Since Mon 14 Sep, to be offered or done: sees the drug service"_s},
        {u"vaccination_due"_s, u"Next dose due Mon 14 Sep: sees the drug service"_s},
        {u"ask_about_sharing"_s, u"Could not decide about sharing with StepAhead. To be asked again from Mon 14 Sep."_s},
        {u"agreement_ending"_s, u"Agreement to share with StepAhead ends Mon 14 Sep."_s},
        {u"agreement_lapsed"_s, u"Agreement to share with StepAhead ended Mon 14 Sep. Ask again?"_s},
    };
    WatchItem item{.name = u"Ben Barker"_s,
        .room = u"7"_s,
        .day = QDate(2026, 9, 14),
        .places = {{u"agency"_s, u"StepAhead"_s}, {u"version"_s, u"3"_s}, {u"purpose"_s, u"Prescription review"_s}, {u"time"_s, u"10:30"_s},
            {u"who"_s, u"Priya Shah"_s}, {u"step"_s, u"ring the ward"_s}, {u"what"_s, u"sees the drug service"_s},
            {u"fields"_s, u"person.born_on person.allergies_known"_s}, {u"number"_s, u"AS-0007"_s}, {u"count"_s, u"2"_s},
            {u"asked"_s, u"decide the claim"_s}}};
    for (const auto &[code, sentence] : sentences) {
        item.rule = watchRuleOf(code);
        REQUIRE(item.rule);
        CHECK(words::watchSentence(item, item.day) == sentence);
    }
    CHECK(words::watchSubject(item) == u"Ben Barker · Room 7"_s);
    item.name.clear();
    CHECK(words::watchSubject(item) == u"Room 7"_s);
    item.places.insert(u"agency"_s, u"{day} house"_s);
    CHECK(words::watchSentence(item, item.day).contains(u"{day} house"_s)); // somebody's words are no places
}

namespace {

/// A language in which everything stands in brackets.
class Bracketed : public QTranslator {
public:
    Bracketed() { QCoreApplication::installTranslator(this); }
    ~Bracketed() override { QCoreApplication::removeTranslator(this); }
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int) const override { return u'[' + QString::fromUtf8(text) + u']'; }
};

} // namespace

TEST_CASE("What a line of Today takes from the program's own words is translated, too")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    need(records.add(TreatmentPanel{.personId = ben.id, .kind = PanelAbout::DetoxInpatient, .panelOn = QDate(2026, 9, 16)}));
    need(records.add(LeavingPlan{.personId = ben.id, .from = LeavingFrom::Hospital, .onDay = QDate(2026, 9, 12)}));
    const Bracketed language;
    QStringList sentences;
    for (const WatchItem &item : need(hostel.services().attention.today()))
        sentences.append(words::watchSentence(item, hostel.services().records.today()));
    const QString all = sentences.join(u'\n');
    INFO(all.toStdString());
    CHECK(all.contains(u"["_s + QString::fromUtf8(labelOf(PanelAbout::DetoxInpatient)) + u']'));
    CHECK(all.contains(u"[hospital]"_s));
}

namespace {

/// One resident who has no keyworker, and nothing else that is due.
struct OneLine : Desk {
    Kept<Person> ben = aPerson().arrived(QDate(2026, 9, 10)).in(made);
    OneLine()
    {
        finishArrival(made, ben.id);
        open();
        signIn();
        REQUIRE(isShown());
    }
    bool isShown() const { return screen.shows(u"Nobody is keyworker yet."_s); }
};

} // namespace

TEST_CASE("Today left open past midnight is read anew, a half-typed form keeps its words, and the same day reads nothing")
{
    TestHostel hostel;
    auto stay = aPerson().called(u"Grace"_s, u"Obi"_s);
    stay.stay.expectedOn = QDate(2026, 9, 15);
    stay.in(hostel);
    MainWindow window(hostel.clock);
    window.show();
    window.enter(shared(hostel));
    Screen screen(window);
    Workspace &workspace = *window.workspace();
    const auto linesAt = [&](const QDateTime &now) {
        hostel.clock.set(now);
        workspace.showClock();
        Screen::settle();
        QStringList texts;
        for (const QLabel *label : workspace.currentPage()->findChildren<QLabel *>())
            if (label->isVisibleTo(&window))
                texts.append(label->text());
        texts.sort(); // as they were made, and made anew
        return texts;
    };
    const auto isReadAnew = [&](const QDateTime &now) {
        QList<QPointer<QLabel>> shown;
        for (QLabel *label : workspace.currentPage()->findChildren<QLabel *>())
            shown.append(label);
        linesAt(now);
        return std::any_of(shown.cbegin(), shown.cend(), [](const QPointer<QLabel> &label) { return label.isNull(); });
    };
    const QDateTime evening(QDate(2026, 9, 14), QTime(22, 59, 30), Qt::UTC); // 23:59:30 on the house's clocks
    const QStringList before = linesAt(evening);
    CHECK_FALSE(isReadAnew(evening.addSecs(20)));
    CHECK(isReadAnew(evening.addSecs(40)));
    const QStringList after = linesAt(evening.addSecs(50));
    CHECK(after != before);
    CHECK(after == [&] {
        workspace.openPlace(u"residents"_s);
        workspace.openPlace(u"today"_s);
        return linesAt(evening.addSecs(60));
    }());
    workspace.openNewResident();
    Screen::settle();
    screen.type(u"given_name"_s, u"Rose"_s);
    linesAt(evening.addDays(1).addSecs(60));
    CHECK(screen.find<QLineEdit>(u"given_name"_s)->text() == u"Rose");
}

TEST_CASE("A line of Today is put off with a reason and a day, looked up, and brought back")
{
    OneLine desk;
    desk.screen.press(u"later"_s);
    desk.screen.press(u"save"_s);
    CHECK(desk.screen.shows(u"Please fill this in."_s));
    desk.screen.type(u"reason"_s, u"Sam takes over"_s);
    desk.screen.type(u"until_on"_s, u"yesterday"_s);
    desk.screen.press(u"save"_s);
    CHECK(desk.screen.shows(u"Please give a day after today."_s));
    desk.screen.type(u"until_on"_s, u"16/9/2026"_s);
    desk.screen.press(u"save"_s);
    REQUIRE(Screen::waitFor([&] { return !desk.isShown(); }));
    CHECK(desk.screen.shows(u"Snoozed: 1"_s));
    CHECK_FALSE(desk.screen.shows(u"Sam takes over"_s));
    desk.screen.press(u"snoozed"_s);
    CHECK(desk.screen.shows(u"Until Wed 16 Sep, Priya Shah: “Sam takes over”"_s));
    desk.screen.press(u"bringBack"_s);
    REQUIRE(Screen::waitFor([&] { return !desk.screen.shows(u"Snoozed"_s); }));
    CHECK(desk.isShown());
    CHECK(desk.screen.find<QPushButton>(u"later"_s)->isEnabled());
}

TEST_CASE("What was typed about putting a line off is not lost, and Cancel leaves the line")
{
    OneLine desk;
    desk.screen.press(u"later"_s);
    desk.screen.type(u"reason"_s, u"Sam takes over"_s);
    desk.window.workspace()->openPlace(u"rooms"_s);
    Screen::settle();
    desk.window.workspace()->openPlace(u"today"_s);
    Screen::settle();
    CHECK(desk.screen.find<QLineEdit>(u"reason"_s)->text() == u"Sam takes over"_s);
    CHECK(desk.screen.shows(u"typed earlier and not saved yet"_s));
    desk.screen.press(u"cancel"_s);
    CHECK_FALSE(desk.screen.shows(u"typed earlier and not saved yet"_s));
    CHECK(desk.isShown());
    CHECK_FALSE(desk.screen.shows(u"Snoozed"_s));
    desk.window.workspace()->openPlace(u"rooms"_s);
    desk.window.workspace()->openPlace(u"today"_s);
    Screen::settle();
    CHECK(desk.window.findChildren<QLineEdit *>(u"reason"_s).isEmpty());
}

TEST_CASE("The keyboard alone opens a line, and putting off is not offered to who may not write")
{
    Desk desk;
    finishArrival(desk.made, aPerson().arrived(QDate(2026, 9, 10)).in(desk.made).id);
    makeMember(desk.made, u"Una Door"_s, Role::Volunteer);
    desk.open();
    desk.signIn(u"Una Door"_s, kTheirs);
    CHECK(desk.screen.shows(u"Nobody is keyworker yet."_s));
    CHECK(desk.window.findChildren<QPushButton *>(u"later"_s).isEmpty());
    auto *open = qobject_cast<QPushButton *>(desk.window.focusWidget());
    REQUIRE(open);
    CHECK(open->accessibleName() == u"Open Ben Barker"_s);
    QTest::keyClick(open, Qt::Key_Space);
    Screen::settle();
    CHECK(desk.screen.find<QLabel>(u"residentName"_s)->text().contains(u"Ben"));
}

TEST_CASE("A clock that stands before the history is told on Today, and a manager says there that it is right")
{
    OneLine desk;
    CHECK_FALSE(desk.window.findChild<QPushButton *>(u"acceptClock"_s));
    desk.made.clock.set(kNow.addDays(-2));
    desk.window.workspace()->openPlace(u"residents"_s);
    auto *today = desk.openPlace<TodayPage>(u"today"_s);
    today->reload();
    Screen::settle();
    CHECK(desk.screen.shows(u"This PC's clock says 12 Sep 2026 09:42, but something was written down at 14 Sep 2026 09:42 already."_s));
    desk.screen.press(u"acceptClock"_s);
    Screen::settle();
    CHECK_FALSE(desk.screen.shows(u"This PC's clock says"_s));
    CHECK_FALSE(desk.window.findChild<QPushButton *>(u"acceptClock"_s));
}

TEST_CASE("At large text a press leads from the top of Today down to the appointments, however many lines stand above")
{
    const TextSize size(200);
    Desk desk;
    for (int i = 0; i < 12; ++i)
        aPerson().called(u"Ben"_s, u"Barker%1"_s.arg(QChar(u'a' + i))).arrived(QDate(2026, 8, 3)).in(desk.made);
    desk.window.resize(1024, 768);
    desk.window.show();
    desk.window.enter(shared(desk.made));
    desk.window.activateWindow();
    desk.window.workspace()->openPlace(u"today"_s);
    QTest::qWait(20);
    Screen::settle();
    QWidget *page = desk.window.workspace()->currentPage();
    const auto cards = page->findChildren<AppointmentsToday *>();
    REQUIRE(cards.size() == 1);
    const auto topOf = [&] { return cards.first()->mapTo(&desk.window, QPoint()).y(); };
    CHECK(topOf() > desk.window.height()); // out of view
    const auto *way = page->findChild<QPushButton *>(u"toAppointments"_s);
    int stops = 0; // from the first control of the page to it by Tab: it is not behind the lines
    for (const QWidget *one = page->nextInFocusChain(); one != way && stops < 1000; one = one->nextInFocusChain())
        stops += (one->focusPolicy() & Qt::TabFocus) && one->isVisible();
    CHECK(stops < 6);
    desk.screen.press(u"toAppointments"_s);
    CHECK(topOf() >= 0);
    CHECK(topOf() + cards.first()->height() <= desk.window.height()); // the whole of it
    CHECK(cards.first()->isAncestorOf(desk.window.focusWidget()));
}

TEST_CASE("At usual text Today's cards stand beside each other, and nothing leads down to them")
{
    Desk desk;
    desk.window.show();
    desk.window.enter(shared(desk.made));
    CHECK_FALSE(desk.window.findChild<QPushButton *>(u"toAppointments"_s));
}

TEST_CASE("An emergency is marked as rung about, by the keyboard, stays in view, and is first again at the time agreed")
{
    Desk desk;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(desk.made);
    finishArrival(desk.made, ben.id);
    Records &records = desk.made.services().records;
    const auto script = need(records.add(aScript(ben.id, QDate(2026, 9, 1), QDate(2026, 9, 30), kEveryDay)));
    need(records.add(aCollection(script, QDate(2026, 9, 10), CollectionOutcome::Collected)));
    for (const int day : {11, 12, 13})
        need(records.add(aCollection(script, QDate(2026, 9, day), CollectionOutcome::NotCollected)));
    desk.open();
    desk.signIn();
    REQUIRE(desk.screen.shows(u"3 dose days in a row without a dose held."_s));
    const auto rows = [&] { return desk.window.findChildren<QPushButton *>(u"rung"_s); };
    REQUIRE(rows().size() == 1);
    CHECK(rows().first()->accessibleName() == u"Rung: Ben Barker, Doses missed"_s);
    desk.screen.press(u"rung"_s);
    desk.screen.press(u"save"_s);
    CHECK(desk.screen.shows(u"Please fill this in."_s));
    desk.screen.type(u"answer"_s, u"Dr Hale rings back"_s);
    desk.screen.type(u"again_at"_s, u"today 08:00"_s);
    desk.screen.press(u"save"_s);
    CHECK(desk.screen.shows(u"Please give a time that is still to come."_s));
    const QDateTime again = desk.made.clock.local(desk.made.clock.now().addSecs(45 * 60));
    desk.screen.type(u"again_at"_s, again.toString(u"dd/MM/yyyy HH:mm"_s));
    desk.screen.press(u"save"_s);
    const QString sentence = u", Priya Shah: “Dr Hale rings back” Again at "_s + words::moment(again) + u'.';
    REQUIRE(Screen::waitFor([&] { return desk.screen.shows(sentence); }));
    CHECK(desk.screen.shows(u"3 dose days in a row without a dose held."_s)); // it is never out of view
    CHECK(desk.window.findChildren<QPushButton *>(u"pressAgain"_s).size() == 1);
    desk.made.clock.set(desk.made.clock.now().addSecs(45 * 60));
    REQUIRE(Screen::waitFor([&] { return desk.screen.shows(u"Agreed was "_s + words::moment(again) + u": please ring again."_s); }));
    CHECK(desk.window.findChildren<QPushButton *>(u"pressAgain"_s).isEmpty());
}

} // namespace keywork::test::today_screen_test
