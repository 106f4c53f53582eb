// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/child.h"
#include "core/domain/court.h"
#include "core/domain/safeguarding.h"
#include "core/rules/attendance.h"
#include "core/services/care/care_plans.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/storage/table.h"
#include "tests/support/desk.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/resident/resident_page.h"

#include <QLabel>
#include <QLineEdit>

namespace keywork::test::court_screen_test {

using namespace Qt::StringLiterals;

namespace {

/// Ben lives here; the window opens at a tab of his record.
struct AtBens {
    Desk desk;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 8, 3)).in(desk.made);
    Screen &screen = desk.screen;

    void open(Role role = Role::Manager)
    {
        if (role != Role::Manager) {
            makeMember(desk.made, u"Sam Shift"_s, role);
            signInWith(desk.made, u"Sam Shift"_s, kTheirs);
        }
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.window.enter(shared(desk.made));
        Screen::settle();
    }
    Services &services() { return desk.services(); }
    Page *tab(const QString &name)
    {
        desk.window.workspace()->openResident(ben.id);
        Screen::settle();
        auto *page = qobject_cast<ResidentPage *>(desk.window.workspace()->currentPage());
        REQUIRE(page);
        page->showTab(name);
        Screen::settle();
        return qobject_cast<Page *>(page->currentTab());
    }
    KindsPage *kinds(const QString &name)
    {
        auto *page = qobject_cast<KindsPage *>(tab(name));
        REQUIRE(page);
        return page;
    }
    void save(RecordsPage *list)
    {
        list->editor()->save();
        Screen::settle();
    }
    void went(Id<Agency> agency, QDate day, AppointmentOutcome outcome)
    {
        Appointment one;
        one.personId = ben.id;
        one.agencyId = agency;
        one.purpose = u"Review"_s;
        one.startsAt = QDateTime(day, QTime(9, 0), Qt::UTC);
        one.outcome = outcome;
        need(services().records.add(one));
    }
};

} // namespace

TEST_CASE("On the court tab orders come first; one that ends before it begins is said beside its field, and nothing is kept")
{
    AtBens at;
    at.open();
    KindsPage *court = at.kinds(u"court"_s);
    RecordsPage *orders = court->page(u"court_order"_s);
    CHECK(court->current() == orders);
    orders->openEditor({});
    Screen::settle();
    at.screen.choose(u"kind"_s, u"drr"_s);
    at.screen.type(u"court"_s, u"Westgate"_s);
    at.screen.type(u"from_on"_s, u"2026-07-01"_s);
    at.screen.type(u"until_on"_s, u"2026-06-30"_s);
    at.save(orders);
    REQUIRE(orders->editor());
    CHECK(at.screen.find<QLineEdit>(u"until_on"_s)->property("problem").toBool());
    CHECK_FALSE(at.screen.find<QLineEdit>(u"from_on"_s)->property("problem").toBool());
    CHECK(need(at.services().records.count(recordType<CourtOrder>())) == 0);
    at.screen.type(u"until_on"_s, u"2028-06-30"_s);
    at.save(orders);
    const auto kept = need(at.services().records.all<CourtOrder>());
    REQUIRE(kept.size() == 1);
    CHECK(kept.first().value.untilOn == QDate(2028, 6, 30));
    CHECK(kept.first().value.personId == at.ben.id);
}

TEST_CASE("Attendance at probation stands on the court tab, and beside that of the drug service on the appointments tab")
{
    AtBens at;
    Agency office;
    office.name = u"Mill Lane probation office"_s;
    office.category = {kProbation};
    const auto probation = need(at.services().records.add(office));
    const auto service = anAgency(at.desk.made);
    at.open();
    CHECK(at.kinds(u"court"_s)->findChild<QLabel *>(u"probationAttendance"_s)->isHidden());
    at.went(probation.id, QDate(2026, 7, 1), AppointmentOutcome::Missed);
    at.went(probation.id, QDate(2026, 7, 8), AppointmentOutcome::Kept);
    at.went(probation.id, QDate(2026, 8, 12), AppointmentOutcome::Kept);
    at.went(service.id, QDate(2026, 8, 13), AppointmentOutcome::Missed);
    Screen::settle();
    const QString said = u"Probation: Kept 1 of 1 since arriving (100 %) · before: 1 of 2"_s;
    CHECK(at.kinds(u"court"_s)->findChild<QLabel *>(u"probationAttendance"_s)->text() == said);
    const QString apart = at.tab(u"appointments"_s)->findChild<QLabel *>(u"attendanceByAgency"_s)->text();
    CHECK(apart.split(u'\n') == QStringList{u"Drug and alcohol treatment: Kept 0 of 1 since arriving (0 %)"_s, said});
}

TEST_CASE("Being in touch with somebody becomes a goal of the draft plan by one press, once")
{
    AtBens at;
    Contact sister{at.ben.id, u"Rose Barker"_s, {u"sibling"_s}, {}, {}, false, {}, {}, {u"yes"_s}};
    const auto wanted = need(at.services().records.add(sister));
    sister.name = u"Dean Barker"_s;
    sister.contactWanted = {u"no"_s};
    const auto unwanted = need(at.services().records.add(sister));
    at.open();
    RecordsPage *contacts = nullptr;
    const auto opened = [&](Id<Contact> id) {
        KindsPage *lists = at.kinds(u"lists"_s);
        lists->show(u"contact"_s);
        contacts = lists->page(u"contact"_s);
        contacts->openEditor(need(at.services().records.one(recordType<Contact>(), id.value)));
        Screen::settle();
        return contacts->findChild<QPushButton *>(u"bridgeGoal"_s);
    };
    CHECK_FALSE(opened(unwanted.id));
    REQUIRE(opened(wanted.id));
    at.screen.press(u"bridgeGoal"_s, contacts);
    const auto plan = need(at.services().plans.planOf(at.ben.id));
    REQUIRE(plan);
    const auto goals = plan->current.areas[size_t(Area::SocialRelationships)].goals;
    REQUIRE(goals.size() == 1);
    CHECK(goals.first().goal.value.statement == u"Be in touch with Rose Barker");
    CHECK(goals.first().goal.value.identifiedBy == IdentifiedBy::Person);
    CHECK_FALSE(opened(wanted.id)); // it is one already
}

TEST_CASE("At night a concern is raised from a form that stands by itself, and no list of concerns is there")
{
    AtBens at;
    at.open(Role::Relief);
    KindsPage *lists = at.kinds(u"lists"_s);
    lists->show(u"safeguarding_concern"_s);
    RecordsPage *concerns = lists->page(u"safeguarding_concern"_s);
    REQUIRE(concerns);
    CHECK(concerns->table()->isHidden());
    concerns->openEditor({});
    Screen::settle();
    at.screen.choose(u"kind"_s, u"physical"_s);
    at.save(concerns);
    REQUIRE(concerns->editor()); // nothing was seen yet
    CHECK(at.screen.find<QWidget>(u"what_was_seen"_s)->property("problem").toBool());
    at.screen.type(u"what_was_seen"_s, u"a bruise on each arm"_s);
    at.save(concerns);
    // Past the rights: whoever wrote it may not read it.
    const auto kept = need(Table(at.services().records.database(), recordType<SafeguardingConcern>()).list({}));
    REQUIRE(kept.size() == 1);
    CHECK(kept.first().row.text(u"what_was_seen"_s) == u"a bruise on each arm");
    CHECK(kept.first().row.text(u"seen_at"_s) == toStoredText(kNow)); // until somebody says otherwise
}

} // namespace keywork::test::court_screen_test
