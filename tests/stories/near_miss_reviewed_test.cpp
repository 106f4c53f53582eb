// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/incident_review.h"
#include "core/services/care/incidents.h"
#include "core/services/house/attention.h"
#include "core/services/records/records.h"
#include "tests/support/desk.h"
#include "ui/pages/incidents/incidents_page.h"

#include <QComboBox>

namespace keywork::test::near_miss_reviewed_test {

using namespace Qt::StringLiterals;

namespace {

struct NearMiss {
    Desk desk;
    Kept<Person> ben = aPerson().called(u"Ben"_s, u"Barker"_s).arrived(QDate(2026, 9, 1)).in(desk.made);
    Kept<Staff> rae = makeMember(desk.made, u"Rae Relief"_s, Role::Relief);
    Screen &screen = desk.screen;

    void comesOn(const QString &name)
    {
        if (desk.window.workspace())
            desk.window.lock();
        Screen::settle();
        signInWith(desk.made, name, name == kManager ? kPassword : kTheirs);
        desk.window.enter(shared(desk.made));
        Screen::settle();
    }
    bool todaySays(const QString &code)
    {
        const auto lines = need(desk.services().attention.today());
        return std::any_of(lines.cbegin(), lines.cend(), [&](const WatchItem &item) { return item.code() == code; });
    }
    void chooseMember(const QString &column, const QString &name)
    {
        auto *box = screen.find<QComboBox>(column);
        box->setCurrentIndex(box->findText(name));
        Screen::settle();
    }
};

} // namespace

TEST_CASE("A near miss at night is logged by a relief worker, detail is asked, a manager reviews, and the action comes due")
{
    NearMiss at;
    at.desk.window.show();

    // Three fields suffice at night: when is there already.
    at.comesOn(u"Rae Relief"_s);
    at.desk.window.workspace()->openResident(at.ben.id);
    at.screen.shortcut(QKeySequence(u"Ctrl+I"_s));
    at.screen.choose(u"kind"_s, u"near_miss"_s);
    at.screen.type(u"what_happened"_s, u"Hard to rouse, woke at the second call"_s);
    at.screen.choose(u"role"_s, u"affected"_s);
    at.screen.press(u"save"_s);
    const auto logged = need(at.desk.services().records.all<Incident>());
    REQUIRE(logged.size() == 1);
    const Id<Incident> incident = logged.first().id;
    CHECK(need(at.desk.services().incidents.whole(incident)).state == IncidentState::Open); // the rest waits

    // In the morning the manager asks what was done.
    at.comesOn(kManager);
    at.desk.openPlace<IncidentsPage>(u"incidents"_s);
    CHECK(at.screen.shows(u"Still to be said: what was done, where it was"_s));
    at.screen.press(u"askDetail"_s);
    at.screen.type(u"question"_s, u"Did anybody stay with him?"_s); // of whoever logged it
    at.screen.press(u"save"_s);
    CHECK_FALSE(at.todaySays(u"incident_detail_asked"_s));

    // The next night Rae is asked by Today, and answers.
    at.desk.made.clock.set(kNow.addSecs(14 * 3600));
    at.comesOn(u"Rae Relief"_s);
    REQUIRE(at.todaySays(u"incident_detail_asked"_s));
    const auto asked = need(at.desk.services().records.all<IncidentQuestion>());
    REQUIRE(asked.size() == 1);
    CHECK(asked.first().value.askedOfId == at.rae.id);
    at.desk.window.workspace()->openRecord(u"incident_question"_s, asked.first().id.value);
    Screen::settle();
    at.screen.type(u"answer"_s, u"I sat with him until two, he talked"_s);
    at.screen.press(u"save"_s);
    CHECK_FALSE(at.todaySays(u"incident_detail_asked"_s));

    // The manager reviews it, with something to change.
    at.desk.made.clock.set(kNow.addDays(1));
    at.comesOn(kManager);
    at.desk.openPlace<IncidentsPage>(u"incidents"_s);
    at.screen.press(u"addAction"_s);
    at.screen.type(u"what"_s, u"Offer naloxone for his room"_s);
    at.chooseMember(u"owner_id"_s, u"Rae Relief"_s);
    at.screen.type(u"due_on"_s, u"17/9/2026"_s);
    at.screen.press(u"save"_s);
    at.screen.type(u"learned"_s, u"Nobody had told the night shift about the week without"_s);
    at.screen.choose(u"policy"_s, u"nothing"_s);
    at.screen.choose(u"shared"_s, u"at_handover"_s);
    at.screen.press(u"save"_s);
    CHECK(need(at.desk.services().incidents.whole(incident)).state == IncidentState::Reviewed);
    CHECK(at.desk.services().incidents.waiting() == 0);

    // Reviewed is not done: past its day the action stands on Today, of the owner and of the manager, until somebody did it.
    at.desk.made.clock.set(kNow.addDays(3));
    CHECK_FALSE(at.todaySays(u"incident_action"_s));
    at.desk.made.clock.set(kNow.addDays(4));
    CHECK(at.todaySays(u"incident_action"_s));
    at.comesOn(u"Rae Relief"_s);
    REQUIRE(at.todaySays(u"incident_action"_s));
    at.desk.openPlace<IncidentsPage>(u"incidents"_s);
    at.screen.press(u"openActions"_s);
    at.screen.press(u"done-1"_s);
    CHECK_FALSE(at.todaySays(u"incident_action"_s));
}

} // namespace keywork::test::near_miss_reviewed_test
