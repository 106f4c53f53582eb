// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/incident.h"
#include "core/services/records/families.h"
#include "core/services/records/records.h"
#include "core/services/records/timeline.h"
#include "tests/support/desk.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/incidents/incidents_page.h"
#include "ui/shell/find_box.h"

#include <QComboBox>
#include <QListWidget>

namespace keywork::test::incident_at_night_test {

using namespace Qt::StringLiterals;

namespace {

struct Night {
    Desk desk;
    Kept<Person> ben = aPerson().called(u"Ben"_s, u"Barker"_s).arrived(QDate(2026, 9, 1)).in(desk.made);
    Screen &screen = desk.screen;

    void comesOn(const QString &name)
    {
        if (name != kManager)
            signInWith(desk.made, name, kTheirs);
        else
            signInWith(desk.made, kManager, kPassword);
        desk.window.enter(shared(desk.made));
        Screen::settle();
    }
    void goesOff()
    {
        desk.window.lock();
        Screen::settle();
    }
    Workspace &workspace() { return *desk.window.workspace(); }
    /// Ctrl+K, a few letters, Enter on what is meant.
    void find(const QString &typed, const QString &line)
    {
        FindBox *box = workspace().find();
        box->setText(typed);
        box->search();
        for (int i = 0; i < box->results()->count(); ++i)
            if (box->results()->item(i)->text().contains(line))
                box->results()->setCurrentRow(i);
        QTest::keyClick(box, Qt::Key_Return);
        Screen::settle();
    }
};

} // namespace

TEST_CASE("At half past one in the night relief staff find a resident drowsy, log a near miss, and the morning sees it")
{
    Night night;
    makeMember(night.desk.made, u"Rae Relief"_s, Role::Relief);
    night.desk.window.show();
    night.comesOn(u"Rae Relief"_s);

    // They stand at Ben's record; the log knows whom it is about, and that it is now.
    night.workspace().openResident(night.ben.id);
    night.find(u"log inc"_s, u"Log incident"_s);
    night.screen.choose(u"kind"_s, u"near_miss"_s);
    night.screen.type(u"happened_at"_s, u"-20m"_s);
    night.screen.type(u"place"_s, u"second floor bathroom"_s);
    night.screen.type(u"what_happened"_s, u"Drowsy on the floor, answered to his name."_s);
    night.screen.type(u"what_was_done"_s, u"Sat with him, counted breathing."_s);
    night.screen.choose(u"role"_s, u"affected"_s);
    night.screen.press(u"save"_s);
    CHECK(night.screen.shows(u"Saved I-0001"_s));
    night.goesOff();

    // In the morning the manager finds it by a word, and by whom it was about.
    night.comesOn(kManager);
    night.find(u"drowsy"_s, u"Drowsy on"_s);
    auto *place = qobject_cast<IncidentsPage *>(night.workspace().currentPage());
    REQUIRE(place);
    RecordsPage *page = place->records();
    REQUIRE(page->editor());
    const Row row = page->editor()->form()->row();
    CHECK(row.text(u"number"_s) == u"I-0001");
    CHECK(row.text(u"happened_at"_s) == toStoredText(kNow.addSecs(-20 * 60)));
    const auto lines = need(night.desk.services().timeline.page({.person = night.ben.id, .kinds = {&recordType<Incident>()}})).lines;
    CHECK(lines.size() == 1);

    // They add who found him, and it stays one incident.
    night.screen.press(u"add-incident_person"_s);
    auto *second = night.screen.find<QWidget>(u"incident_person-2"_s);
    night.screen.choose(u"who"_s, u"staff"_s, second);
    auto *staff = night.screen.find<QComboBox>(u"staff_id"_s, second);
    staff->setCurrentIndex(staff->findText(u"Rae Relief"_s));
    night.screen.choose(u"role"_s, u"found_it"_s, second);
    night.screen.press(u"save"_s);
    CHECK(need(night.desk.services().families.one(recordType<Incident>(), 1)).parts.size() == 2);
    CHECK(need(night.desk.services().records.count(recordType<Incident>())) == 1);
}

} // namespace keywork::test::incident_at_night_test
