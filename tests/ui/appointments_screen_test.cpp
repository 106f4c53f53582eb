// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/appointments.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/disclosures.h"
#include "tests/support/desk.h"
#include "tests/support/pdf_text.h"
#include "tests/support/services.h"
#include "ui/pages/appointments/appointment_form.h"
#include "ui/pages/appointments/resident_appointments_page.h"
#include "ui/pages/appointments/week_page.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/print/appointments_document.h"

#include <QMenu>

namespace keywork::test::appointments_screen_test {

using namespace Qt::StringLiterals;

namespace {

/// Monday 14 September 2026, 9:42 in the house.
struct Appointed {
    Desk desk;
    Kept<Agency> service = anAgency(desk.made);
    Kept<Person> ben = aPerson().arrived(QDate(2026, 9, 1)).in(desk.made);

    Services &services() { return desk.services(); }
    Screen &screen() { return desk.screen; }
    void open()
    {
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.window.enter(shared(desk.made));
        Screen::settle();
    }
    Appointment at(QDate day, QTime time, Id<Person> person = {}) const
    {
        Appointment one;
        one.personId = person ? person : ben.id;
        one.agencyId = service.id;
        one.purpose = u"Prescription review"_s;
        one.startsAt = QDateTime(day, time, QTimeZone("Europe/London")).toUTC();
        return one;
    }
    Kept<Appointment> booked(QDate day, QTime time) { return need(services().appointments.book(at(day, time))).first(); }
    ResidentAppointmentsPage *tab(const RecordRef &record = {})
    {
        desk.window.workspace()->visit(residentVisit(ben.id.value, u"appointments"_s, record));
        Screen::settle();
        auto *resident = qobject_cast<ResidentPage *>(desk.window.workspace()->currentPage());
        REQUIRE(resident);
        auto *page = qobject_cast<ResidentAppointmentsPage *>(resident->currentTab());
        REQUIRE(page);
        return page;
    }
    QStringList times()
    {
        QStringList all;
        for (const auto &one : need(services().appointments.between(QDate(2026, 1, 1), QDate(2027, 12, 31), ben.id)))
            all.append(services().records.clock().local(one.value.startsAt).toString(u"d MMM HH:mm"_s));
        return all;
    }
    void key(AppointmentRow *row, Qt::Key key)
    {
        row->setFocus();
        QTest::keyClick(row, key);
        QTest::qWait(1); // the page is read anew after the event
        Screen::settle();
    }
    AppointmentOutcome outcome(const Kept<Appointment> &one) { return need(services().records.one(one.id)).value.outcome; }
};

} // namespace

TEST_CASE("A series of eight weekly appointments is booked by keyboard, and stands there after the file was opened again")
{
    Appointed here;
    here.open();
    ResidentAppointmentsPage *page = here.tab();
    CHECK(here.screen().shows(u"No appointments yet"_s));
    CHECK(here.screen().shows(u"Nothing is booked."_s));
    here.screen().press(u"newAppointment"_s);
    here.screen().type(u"starts_at"_s, u"15/9/2026 10:30"_s);
    here.screen().name(u"agency_id"_s, u"Wellbeing drug service"_s);
    here.screen().type(u"purpose"_s, u"Prescription review"_s);
    auto *every = here.screen().find<QComboBox>(u"repeatEvery"_s);
    every->setFocus();
    QTest::keyClick(every, Qt::Key_Down);
    Screen::settle();
    CHECK(here.screen().shows(u"Until which day, or how many times?"_s));
    here.screen().type(u"repeatTimes"_s, u"8"_s);
    CHECK(here.screen().find<QLabel>(u"repeatResult"_s)->text() == u"8 appointments, last on Tue 3 Nov"_s);
    auto *save = here.screen().find<QPushButton>(u"save"_s);
    save->setFocus();
    QTest::keyClick(save, Qt::Key_Space);
    Screen::settle();
    CHECK(here.screen().shows(u"Saved: 8 appointments"_s));
    CHECK(page->findChildren<AppointmentRow *>().size() == 8);
    here.desk.window.lock();
    here.desk.made.reopen();
    CHECK(here.times().size() == 8);
    CHECK(here.times().last() == u"3 Nov 10:30"_s);
}

TEST_CASE("How an appointment went is said in one press or with one key, and taken back with Ctrl+Z")
{
    Appointed here;
    const auto first = here.booked(QDate(2026, 9, 10), QTime(10, 0));
    const auto second = here.booked(QDate(2026, 9, 11), QTime(10, 0));
    const auto ahead = here.booked(QDate(2026, 9, 18), QTime(10, 0));
    here.open();
    ResidentAppointmentsPage *page = here.tab();
    const auto row = [&](const Kept<Appointment> &one) {
        for (AppointmentRow *found : page->findChildren<AppointmentRow *>())
            if (found->id() == one.id && found->isVisibleTo(page))
                return found;
        REQUIRE(false);
        return static_cast<AppointmentRow *>(nullptr);
    };
    here.screen().press(u"kept"_s, row(first));
    CHECK(here.outcome(first) == AppointmentOutcome::Kept);
    QTest::qWait(1);
    Screen::settle();
    here.key(row(second), Qt::Key_M);
    CHECK(here.outcome(second) == AppointmentOutcome::Missed);
    CHECK(here.screen().shows(u"Kept 1 of 2 since arriving (50 %)"_s));
    CHECK(here.desk.window.focusWidget() == row(second)); // the keys stay where they were
    here.desk.window.workspace()->undo();
    CHECK(here.outcome(second) == AppointmentOutcome::Booked);
    here.key(row(ahead), Qt::Key_K); // it has not been yet
    CHECK(here.outcome(ahead) == AppointmentOutcome::Booked);
    CHECK(row(ahead)->findChild<QPushButton *>(u"cancelled"_s)->menu()->actions().size() == 3);
    row(ahead)->findChild<QPushButton *>(u"cancelled"_s)->menu()->actions().at(1)->trigger();
    CHECK(here.outcome(ahead) == AppointmentOutcome::CancelledByAgency);
}

TEST_CASE("One of a series is moved alone, or with all that follow; those can be cancelled too")
{
    Appointed here;
    const auto all = need(here.services().appointments.book(here.at(QDate(2026, 9, 15), QTime(10, 0)), Repeat{.times = 4}));
    here.open();
    ResidentAppointmentsPage *page = here.tab({u"appointment"_s, all.at(1).id.value});
    REQUIRE(page->form());
    here.screen().type(u"starts_at"_s, u"23/9/2026 11:00"_s);
    here.screen().type(u"place"_s, u"First floor"_s);
    here.screen().press(u"moveFollowing"_s);
    CHECK(here.times() == QStringList{u"15 Sep 10:00"_s, u"23 Sep 11:00"_s, u"30 Sep 11:00"_s, u"7 Oct 11:00"_s});
    CHECK(need(here.services().records.one(all.at(1).id)).value.place == u"First floor");
    CHECK(here.screen().shows(u"Moved: 3 appointments"_s));
    page = here.tab({u"appointment"_s, all.at(2).id.value});
    here.screen().type(u"starts_at"_s, u"1/10/2026 12:00"_s);
    here.screen().press(u"save"_s); // only this one
    CHECK(here.times() == QStringList{u"15 Sep 10:00"_s, u"23 Sep 11:00"_s, u"1 Oct 12:00"_s, u"7 Oct 11:00"_s});
    page = here.tab({u"appointment"_s, all.at(2).id.value});
    here.screen().find<QPushButton>(u"cancelFollowing"_s)->menu()->actions().first()->trigger();
    Screen::settle();
    CHECK(here.outcome(all.at(1)) == AppointmentOutcome::Booked);
    CHECK(here.outcome(all.at(2)) == AppointmentOutcome::CancelledByThem);
    CHECK(here.outcome(all.at(3)) == AppointmentOutcome::CancelledByThem);
    CHECK(here.screen().shows(u"Cancelled: 2 appointments"_s));
}

TEST_CASE("Two appointments at the same time are said beside the form, also of a series, and can be kept all the same")
{
    Appointed here;
    here.booked(QDate(2026, 9, 22), QTime(10, 15));
    here.open();
    here.tab();
    here.screen().press(u"newAppointment"_s);
    here.screen().type(u"starts_at"_s, u"15/9/2026 10:00"_s);
    here.screen().type(u"purpose"_s, u"See the GP"_s);
    QTest::qWait(300);
    CHECK_FALSE(here.screen().shows(u"At that time"_s));
    here.screen().type(u"starts_at"_s, u"22/9/2026 10:00"_s);
    QTest::qWait(300);
    CHECK(here.screen().shows(u"At that time they have another appointment: Tue 22 Sep 10:15, Prescription review"_s));
    here.screen().type(u"starts_at"_s, u"15/9/2026 10:00"_s);
    QTest::qWait(300);
    CHECK_FALSE(here.screen().shows(u"At that time"_s));
    here.screen().find<QComboBox>(u"repeatEvery"_s)->setCurrentIndex(1);
    here.screen().type(u"repeatTimes"_s, u"2"_s);
    CHECK(here.screen().shows(u"At that time they have another appointment: Tue 22 Sep 10:15, Prescription review"_s));
    here.screen().press(u"save"_s);
    CHECK(here.times() == QStringList{u"15 Sep 10:00"_s, u"22 Sep 10:00"_s, u"22 Sep 10:15"_s});
}

TEST_CASE("A worker who already goes along with somebody else at that time is named beside the form")
{
    Appointed here;
    const auto grace = aPerson().called(u"Grace"_s, u"Adeyemi"_s).arrived(QDate(2026, 9, 2)).in(here.desk.made);
    Appointment theirs = here.at(QDate(2026, 9, 15), QTime(10, 0), grace.id);
    theirs.goesAlongId = here.services().records.session().staff();
    need(here.services().appointments.book(theirs));
    Appointment own = here.at(QDate(2026, 9, 15), QTime(10, 10));
    own.goesAlongId = theirs.goesAlongId;
    const auto kept = need(here.services().appointments.book(own)).first();
    here.open();
    here.tab({u"appointment"_s, kept.id.value});
    CHECK(here.screen().shows(u"At that time Priya Shah goes along with somebody else: Tue 15 Sep 10:00, Grace Adeyemi"_s));
}

TEST_CASE("The week of the house shows who goes where, goes to the next and back, and opens a day")
{
    Appointed here;
    here.booked(QDate(2026, 9, 16), QTime(14, 0));
    here.booked(QDate(2026, 9, 23), QTime(15, 30));
    here.open();
    auto *page = here.desk.openPlace<WeekPage>(u"appointments"_s);
    CHECK(here.screen().find<QLabel>(u"range"_s)->text() == u"Mon 14 Sep to Sun 20 Sep 2026"_s);
    CHECK(here.screen().shows(u"Ben Barker"_s));
    CHECK(here.screen().shows(u"14:00"_s));
    CHECK_FALSE(here.screen().shows(u"15:30"_s));
    here.screen().press(u"next"_s);
    CHECK(here.screen().shows(u"15:30"_s));
    CHECK_FALSE(here.screen().shows(u"14:00"_s));
    here.screen().press(u"goToToday"_s);
    here.screen().press(u"showDay"_s);
    CHECK(page->first() == QDate(2026, 9, 14));
    CHECK(page->last() == QDate(2026, 9, 14));
    CHECK_FALSE(here.screen().shows(u"Ben Barker"_s));
    page->show(WeekPage::Span::Week, QDate(2026, 9, 16));
    Screen::settle();
    here.key(page->findChildren<AppointmentRow *>().last(), Qt::Key_Return);
    CHECK(here.desk.window.workspace()->bookmark().visit.person == here.ben.id.value);
    CHECK(here.screen().find<QLineEdit>(u"purpose"_s)->text() == u"Prescription review"_s);
}

TEST_CASE("Today shows what is on today, with the room and who goes along, and takes how it went")
{
    Appointed here;
    Appointment today = here.at(QDate(2026, 9, 14), QTime(9, 0));
    today.goesAlongOther = u"his sister"_s;
    const auto kept = need(here.services().appointments.book(today)).first();
    here.open();
    CHECK(here.screen().shows(u"Appointments today"_s));
    CHECK(here.screen().shows(u"Wellbeing drug service · Prescription review · goes along: his sister"_s));
    here.screen().press(u"late"_s);
    CHECK(here.outcome(kept) == AppointmentOutcome::Late);
    QTest::qWait(1);
    Screen::settle();
    here.screen().press(u"appointmentsWeek"_s);
    CHECK(qobject_cast<WeekPage *>(here.desk.window.workspace()->currentPage()));
}

TEST_CASE("What is to come is printed for the resident, and the week for the office, with the names that each needs")
{
    Appointed here;
    here.booked(QDate(2026, 9, 10), QTime(9, 0));
    here.booked(QDate(2026, 9, 16), QTime(14, 0));
    const auto gone = here.booked(QDate(2026, 9, 17), QTime(16, 0));
    need(here.services().appointments.end(gone.id, AppointmentOutcome::CancelledByAgency));
    here.booked(QDate(2027, 6, 16), QTime(11, 0)); // too far for a day without its year
    const QString theirs = pdfText(need(print::upcomingAppointments(here.services(), here.ben.id)).toPdf());
    CHECK(theirs.contains(u"Your appointments"));
    CHECK(theirs.contains(u"Ben Barker"));
    CHECK(theirs.contains(u"Wed 16 Sep"));
    CHECK(theirs.contains(u"14:00"));
    CHECK(theirs.contains(u"2027"));
    CHECK_FALSE(theirs.contains(u"Thu 17 Sep")); // cancelled
    CHECK_FALSE(theirs.contains(u"Thu 10 Sep")); // over
    const auto week = need(print::appointmentsOfHouse(here.services(), QDate(2026, 9, 14), QDate(2026, 9, 20)));
    const QString office = pdfText(week.document.toPdf());
    CHECK(office.contains(u"Mon 14 Sep to Sun 20 Sep 2026"));
    CHECK(office.contains(u"Prescription review"));
    CHECK(office.contains(u"Cancelled"));
    CHECK(week.people == QList<Id<Person>>{here.ben.id});
    const ListText list = need(appointmentsCsv(here.services(), QDate(2026, 9, 14), QDate(2026, 9, 20)));
    CHECK(list.lines.size() == 2);
    CHECK(list.lines.contains(QStringList{
        u"2026-09-16"_s, u"14:00"_s, u"Ben Barker"_s, u""_s, u"Wellbeing drug service"_s, u"Prescription review"_s, u""_s, u"Booked"_s}));
    CHECK(list.people == week.people);
}

TEST_CASE("A list of appointments does not leave by somebody who may not let lists leave")
{
    Appointed here;
    here.booked(QDate(2026, 9, 16), QTime(14, 0));
    signInAs(here.desk.made, u"Tomi Okoro"_s, Role::SupportWorker);
    here.open();
    here.desk.openPlace<WeekPage>(u"appointments"_s);
    CHECK(here.screen().shows(u"Ben Barker"_s));
    CHECK_FALSE(here.screen().shows(u"Export CSV"_s));
    CHECK(kindOfError(here.services().disclosures.aboutList(u"appointment"_s, {here.ben.id})) == ErrorKind::NotPermitted);
}

TEST_CASE("A relief worker says in one press how an appointment went; of the rest the form keeps what was booked")
{
    Appointed here;
    const auto kept = here.booked(QDate(2026, 9, 14), QTime(9, 0));
    const auto other = here.booked(QDate(2026, 9, 14), QTime(9, 20));
    signInAs(here.desk.made, u"Rae Relief"_s, Role::Relief);
    here.open();
    ResidentAppointmentsPage *page = here.tab();
    here.screen().press(u"missed"_s, page->findChildren<AppointmentRow *>().first());
    CHECK(here.outcome(kept) == AppointmentOutcome::Missed);
    page = here.tab({u"appointment"_s, other.id.value});
    REQUIRE(page->form());
    const RecordForm *form = page->form()->editor()->form();
    CHECK_FALSE(form->editor(u"purpose"_s)->isEnabled());
    CHECK_FALSE(form->editor(u"follow_up"_s)->isEnabled());
    CHECK(here.desk.window.focusWidget() == form->editor(u"outcome"_s)->input());
    here.screen().choose(u"outcome"_s, u"kept"_s);
    here.screen().type(u"outcome_note"_s, u"Walked there together."_s);
    here.screen().press(u"save"_s);
    CHECK(here.outcome(other) == AppointmentOutcome::Kept);
    CHECK(need(here.services().records.one(other.id)).value.outcomeNote == u"Walked there together.");
}

} // namespace keywork::test::appointments_screen_test
