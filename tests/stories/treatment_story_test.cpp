// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/health.h"
#include "core/domain/treatment.h"
#include "core/services/care/custody.h"
#include "tests/support/desk.h"
#include "tests/support/treatment.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/today/collections_today.h"
#include "ui/pages/today/today_page.h"
#include "ui/pages/treatment/day_strip_view.h"
#include "ui/pages/treatment/dose_steps_view.h"
#include "ui/pages/treatment/treatment_page.h"

#include <QCheckBox>

namespace keywork::test::treatment_story_test {

using namespace Qt::StringLiterals;

namespace {

/// The window of a house with a pharmacy and a drug service near it.
struct NearTheHouse {
    Desk desk;
    Dispensing near{desk.made};

    Services &services() { return desk.services(); }
    Screen &screen() { return desk.screen; }
    void at(QDate day) { desk.made.clock.set(QDateTime(day, QTime(8, 42), Qt::UTC)); }
    void open()
    {
        if (desk.window.workspace())
            return;
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.window.enter(shared(desk.made));
        Screen::settle();
    }
    TreatmentPage *treatmentOf(Id<Person> person)
    {
        open();
        desk.window.workspace()->visit(residentVisit(person.value, u"treatment"_s));
        Screen::settle();
        auto *resident = qobject_cast<ResidentPage *>(desk.window.workspace()->currentPage());
        REQUIRE(resident);
        auto *page = qobject_cast<TreatmentPage *>(resident->currentTab());
        REQUIRE(page);
        page->reload(); // another day has begun
        Screen::settle();
        return page;
    }
    CollectionsToday *collections()
    {
        open();
        auto *today = desk.openPlace<TodayPage>(u"today"_s);
        today->reload();
        Screen::settle();
        return screen().find<CollectionsToday>(u"collectionsToday"_s, today);
    }
    PersonTreatment treatment(Id<Person> person, QDate day) { return need(services().treatment.of(person, day)); }
    /// Each day of it is pressed on Today, as it comes.
    void collectOnToday(const Kept<Prescription> &script, QDate from, QDate until)
    {
        for (QDate day = from; day <= until; day = day.addDays(1)) {
            at(day);
            const auto due = need(services().treatment.collectionsOn(day));
            for (const CollectionDue &one : due)
                if (one.script.id == script.id) {
                    screen().press(u"collected-%1"_s.arg(script.id.value), collections());
                    Screen::settle();
                }
        }
    }
};

void tick(QWidget *form, const QString &field, const QStringList &codes)
{
    auto *where = form->findChild<QWidget *>(field);
    REQUIRE(where);
    int ticked = 0;
    for (QCheckBox *box : where->findChildren<QCheckBox *>())
        if (codes.contains(box->property("code").toString())) {
            box->setChecked(true);
            ++ticked;
        }
    REQUIRE(ticked == codes.size());
    Screen::settle();
}

QString stateOf(NearTheHouse &house, Id<Person> person, QDate day)
{
    auto *strip = house.treatmentOf(person)->findChild<DayStripView *>();
    REQUIRE(strip);
    for (const StripDay &one : strip->days())
        if (one.on == day)
            return stripWord(one.state);
    return {};
}

} // namespace

TEST_CASE("Methadone goes on from the ward to the pharmacy near the house without a day between, with somebody beside her, then less "
          "(case study 1)")
{
    NearTheHouse house;
    const QDate discharge(2026, 9, 15);
    const auto dana = aPerson().called(u"Dana"_s, u"Whitlock"_s).born(u"1988-05"_s).arrived(discharge.addDays(-1)).in(house.desk.made);
    auto known = need(house.services().records.one(dana.id));
    known.value.gpPractice = u"Angel Surgery, Mill Lane"_s;
    need(house.services().records.amend(known));
    house.at(discharge.addDays(-1));

    // Before she leaves the ward the prescription is typed as it was agreed, with the last dose there.
    TreatmentPage *page = house.treatmentOf(dana.id);
    house.screen().press(u"newPrescription"_s, page);
    Screen::settle();
    RecordEditor *form = page->page(u"prescription"_s)->editor();
    REQUIRE(form);
    house.screen().choose(u"medicine"_s, u"methadone"_s, form);
    house.screen().type(u"dose"_s, u"30"_s, form);
    house.screen().type(u"strength"_s, u"1"_s, form);
    house.screen().type(u"amount"_s, u"30"_s, form);
    house.screen().choose(u"supervised"_s, u"yes"_s, form);
    house.screen().type(u"from_on"_s, u"15/9/2026"_s, form);
    house.screen().type(u"until_on"_s, u"28/9/2026"_s, form);
    house.screen().type(u"every_weeks"_s, u"1"_s, form);
    tick(form, u"pickup_days"_s, {u"1_mon"_s, u"2_tue"_s, u"3_wed"_s, u"4_thu"_s, u"5_fri"_s, u"6_sat"_s});
    house.screen().name(u"dispensed_at_id"_s, u"High St Pharmacy"_s, form);
    house.screen().type(u"accompanied_until"_s, u"14/10/2026"_s, form);
    house.screen().type(u"prescriber"_s, u"Dr Hale"_s, form);
    house.screen().type(u"prescriber_telephone"_s, u"020 7946 0101"_s, form);
    house.screen().name(u"service_id"_s, u"Wellbeing"_s, form);
    house.screen().type(u"last_dose_before_on"_s, u"14/9/2026"_s, form);
    house.screen().type(u"last_dose_told_by"_s, u"Ward 4"_s, form);
    house.screen().press(u"save"_s, form);
    const auto scripts = need(house.services().records.of<Prescription>("person_id", dana.id));
    REQUIRE(scripts.size() == 1);
    const Kept<Prescription> first = scripts.first();
    CHECK(first.value.dispensedAtId == house.near.pharmacy.id);
    CHECK(first.value.serviceId == house.near.service.id);

    // No gap over the discharge: the first day that nothing covers is the one after the script.
    const auto planned = house.treatment(dana.id, discharge.addDays(-1));
    REQUIRE(planned.gap);
    CHECK(planned.gap->gap.from == QDate(2026, 9, 29));
    for (QDate day = discharge; day <= QDate(2026, 9, 28); day = day.addDays(1)) {
        INFO(day.toString(Qt::ISODate).toStdString());
        CHECK(stateOf(house, dana.id, day) == u"covered");
    }

    // A fortnight: each morning Today says who goes along, and one press says that it was collected.
    house.at(discharge);
    QStringList said;
    for (const QLabel *label : house.collections()->findChildren<QLabel *>())
        said.append(label->text());
    CHECK(said.contains(u"somebody goes along"_s));
    house.collectOnToday(first, discharge, QDate(2026, 9, 28));
    CHECK(stateOf(house, dana.id, QDate(2026, 9, 27)) == u"picked up"); // the Sunday of Saturday's collection

    // The next one follows before the first ends: nothing is written over.
    house.at(QDate(2026, 9, 25));
    Prescription second = first.value;
    second.followsId = first.id;
    second.fromOn = QDate(2026, 9, 29);
    second.untilOn = QDate(2026, 10, 18);
    second.lastDoseBeforeOn = {};
    second.lastDoseToldBy.clear();
    const auto next = need(house.services().records.add(second));
    const auto renewed = house.treatment(dana.id, QDate(2026, 9, 25));
    REQUIRE(renewed.gap);
    CHECK(renewed.gap->gap.from == QDate(2026, 10, 19));
    house.collectOnToday(next, QDate(2026, 9, 29), QDate(2026, 10, 14));

    // After a month nobody has to go along any more, and she collects less often.
    const auto alone = need(house.services().treatment.collectionsOn(QDate(2026, 10, 15)));
    REQUIRE(alone.size() == 1);
    CHECK_FALSE(alone.first().isAccompanied);
    house.collectOnToday(next, QDate(2026, 10, 15), QDate(2026, 10, 18));
    Prescription less = house.near.methadone(dana.id, QDate(2026, 10, 19), QDate(2026, 12, 20));
    less.followsId = next.id;
    less.supervised = Supervised::No;
    less.pickupDays = u"1_mon,4_thu"_s;
    less.dose = less.amount = number(u"30"_s);
    const auto reducing = need(house.services().records.add(less));
    for (const auto &[on, dose] : {std::pair(QDate(2026, 11, 2), u"25"_s), {QDate(2026, 11, 16), u"20"_s}}) {
        TitrationStep step;
        step.prescriptionId = reducing.id;
        step.personId = dana.id;
        step.fromOn = on;
        step.dose = step.amount = number(dose);
        need(house.services().records.add(step));
    }
    house.at(QDate(2026, 11, 16));
    page = house.treatmentOf(dana.id);
    auto *steps = page->findChild<DoseStepsView *>();
    REQUIRE(steps);
    CHECK(steps->accessibleDescription().startsWith(u"from 15 Sep 2026: 30 mg (30 ml of 1 mg/ml)"_s));
    CHECK(steps->accessibleDescription().endsWith(
        u"from 2 Nov 2026: 25 mg (25 ml of 1 mg/ml)\nfrom 16 Nov 2026: 20 mg (20 ml of 1 mg/ml)"_s));

    // Beside it the meetings that she goes to.
    TreatmentEpisode episode{.personId = dana.id, .agencyId = house.near.service.id};
    episode.startedOn = discharge;
    const auto treated = need(house.services().records.add(episode));
    TreatmentPart meetings;
    meetings.episodeId = treated.id;
    meetings.personId = dana.id;
    meetings.kind = TreatmentKind::MutualAid;
    meetings.state = TreatmentState::UnderWay;
    meetings.since = QDate(2026, 11, 2);
    need(house.services().records.add(meetings));
    house.treatmentOf(dana.id);
    CHECK(house.screen().shows(u"Mutual aid"_s));
    CHECK(house.screen().shows(u"Episode: Wellbeing"_s));
}

TEST_CASE("Regular pickups are pressed day by day, and what he takes home is handed in at reception (case study 2)")
{
    NearTheHouse house;
    const auto ben = aPerson().born(u"1981-02-03"_s).arrived(QDate(2026, 8, 3)).in(house.desk.made);
    Prescription script = house.near.methadone(ben.id, QDate(2026, 9, 14), QDate(2026, 9, 27));
    script.supervised = Supervised::No;
    script.pickupDays = u"1_mon,5_fri"_s;
    const auto kept = need(house.services().records.add(script));
    house.collectOnToday(kept, QDate(2026, 9, 14), QDate(2026, 9, 18));
    for (const int day : {14, 15, 16, 17, 18}) {
        INFO(day);
        CHECK(stateOf(house, ben.id, QDate(2026, 9, day)) == u"picked up");
    }
    CHECK(stateOf(house, ben.id, QDate(2026, 9, 20)) == u"covered"); // of Friday's collection, and still to come
    const auto collections = need(house.services().records.of<Collection>("person_id", ben.id));
    CHECK(collections.size() == 2); // two pickups for five dose days

    // What he brings home is handed in sealed, with two names, and stands on the same page.
    HeldMedicine bottles;
    bottles.personId = ben.id;
    bottles.medicine = u"Methadone"_s;
    bottles.strength = u"1 mg/ml"_s;
    bottles.form = HeldForm::Liquid;
    bottles.unit = HeldUnit::Bottle;
    bottles.doses = DosesAre::ToTakeHome;
    bottles.place = u"Locker 4"_s;
    CustodyEntry in;
    in.act = CustodyAct::In;
    in.doneAt = house.desk.made.clock.now();
    in.countedBefore = 0;
    in.quantity = 2;
    in.countedAfter = 2;
    in.second = SecondName::Resident;
    const auto held = need(house.services().custody.handIn(bottles, in));
    CHECK(held.state.isHeld());
    house.treatmentOf(ben.id);
    CHECK(house.screen().shows(u"Handed in at reception"_s));
    CHECK(house.screen().shows(u"Methadone 1 mg/ml"_s));
    CHECK(house.screen().shows(u"1 medicine held"_s));
}

} // namespace keywork::test::treatment_story_test
