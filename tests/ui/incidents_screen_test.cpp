// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/incident.h"
#include "core/domain/restriction.h"
#include "core/services/records/drafts.h"
#include "core/services/records/families.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "tests/support/desk.h"
#include "ui/forms/children_part.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/incidents/incident_log_page.h"
#include "ui/pages/incidents/incidents_page.h"
#include "ui/shell/places.h"

#include <QComboBox>

namespace keywork::test::incidents_screen_test {

using namespace Qt::StringLiterals;

namespace {

/// The window with Ben and Tom in the house.
struct AtIncidents {
    Desk desk;
    Kept<Person> ben = aPerson().called(u"Bendigo"_s, u"Barker"_s).arrived(QDate(2026, 9, 1)).in(desk.made);
    Kept<Person> tom = aPerson().called(u"Tomkin"_s, u"Tailor"_s).arrived(QDate(2026, 9, 1)).in(desk.made);
    Screen &screen = desk.screen;

    void open(Role role = Role::Manager)
    {
        if (role != Role::Manager) {
            makeMember(desk.made, u"Sam Shift"_s, role);
            signInWith(desk.made, u"Sam Shift"_s, kTheirs);
        }
        desk.window.show();
        desk.window.enter(shared(desk.made));
        desk.window.activateWindow();
        Screen::settle();
    }
    Services &services() { return desk.services(); }
    Workspace &workspace() { return *desk.window.workspace(); }
    RecordsPage *page()
    {
        auto *shown = qobject_cast<IncidentsPage *>(workspace().currentPage());
        REQUIRE(shown);
        if (shown->tabName() != u"list")
            shown->show(u"list"_s);
        return shown->records();
    }
    RecordEditor *editor()
    {
        auto *editor = workspace().currentPage()->findChild<RecordEditor *>();
        REQUIRE(editor);
        return editor;
    }
    QWidget *part(int number) { return screen.find<QWidget>(u"incident_person-%1"_s.arg(number)); }
    bool hasPart(int number)
    {
        auto *part = workspace().currentPage()->findChild<QWidget *>(u"incident_person-%1"_s.arg(number));
        return part && part->isVisibleTo(&desk.window);
    }
    void log()
    {
        Q_EMIT shortcut(u"Ctrl+I"_s)->activated();
        Screen::settle();
    }
    void press(Qt::Key key) { QTest::keyClick(desk.window.focusWidget(), key); } // also where the window is not the active one
    /// The shortcut as the window has it; offscreen no key press gets there.
    QShortcut *shortcut(const QString &keys)
    {
        for (QShortcut *one : desk.window.findChildren<QShortcut *>())
            if (one->key() == QKeySequence(keys)
                && (!qobject_cast<QWidget *>(one->parent()) || static_cast<QWidget *>(one->parent())->isVisibleTo(&desk.window)))
                return one;
        REQUIRE(false);
        return nullptr;
    }
    void another()
    {
        Q_EMIT shortcut(u"Ctrl+Shift+N"_s)->activated();
        Screen::settle();
    }
    void head(const QString &what)
    {
        screen.choose(u"kind"_s, u"violence"_s);
        screen.type(u"place"_s, u"kitchen"_s);
        screen.type(u"what_happened"_s, what);
    }
    void resident(int number, const QString &name)
    {
        screen.name(u"person_id"_s, name, part(number));
        screen.choose(u"role"_s, u"involved"_s, part(number));
    }
    void save()
    {
        editor()->save();
        Screen::settle();
    }
    Family onFile()
    {
        const auto all = need(services().records.list(recordType<Incident>()));
        REQUIRE(all.size() == 1);
        return need(services().families.one(recordType<Incident>(), all.first().id));
    }
    /// One with Ben and Tom in it.
    Family logged()
    {
        Family family;
        Incident incident;
        incident.kind = {u"violence"_s};
        incident.happenedAt = kNow.addSecs(-3600);
        incident.whatHappened = u"Bendigo and Tomkin shouted"_s;
        family.head.row = toRow(incident);
        for (const Kept<Person> &one : {ben, tom}) {
            IncidentPerson part;
            part.personId = one.id;
            part.role = {u"involved"_s};
            KeptRow row;
            row.row = toRow(part);
            family.parts.append(row);
        }
        return need(services().families.save(family, u"x"_s));
    }
    void openLogged(const Family &family)
    {
        workspace().openRecord(u"incident"_s, family.head.id);
        Screen::settle();
    }
};

} // namespace

TEST_CASE("An incident with two residents and a visitor is logged by keyboard from anywhere, and is read back as it was typed")
{
    AtIncidents at;
    at.open();
    at.log();
    CHECK(at.desk.window.focusWidget() == at.screen.find<QWidget>(u"kind"_s));
    CHECK(at.editor()->form()->row().text(u"happened_at"_s) == toStoredText(kNow)); // until somebody says otherwise
    at.head(u"Two shouted, a third came in"_s);
    at.another();
    CHECK(at.desk.window.focusWidget() == at.screen.find<QWidget>(u"who"_s, at.part(1)));
    CHECK(at.screen.find<QWidget>(u"who"_s, at.part(1))->accessibleName() == u"Who, Who was in it 1");
    at.resident(1, u"Bendigo Barker"_s);
    at.another();
    at.resident(2, u"Tomkin Tailor"_s);
    at.another();
    CHECK(at.screen.find<QWidget>(u"who"_s, at.part(3))->accessibleName() == u"Who, Who was in it 3");
    at.screen.choose(u"who"_s, u"visitor"_s, at.part(3));
    at.screen.type(u"described"_s, u"a man in a red coat"_s, at.part(3));
    at.screen.choose(u"role"_s, u"witness"_s, at.part(3));
    at.another(); // and nothing is typed in it
    at.save();
    CHECK(at.screen.shows(u"Saved I-0001"_s));
    REQUIRE(at.page()->table()->current());
    const Family family = at.onFile();
    CHECK(at.page()->table()->current()->id == family.head.id);
    CHECK(family.head.row.text(u"what_happened"_s) == u"Two shouted, a third came in");
    REQUIRE(family.parts.size() == 3);
    CHECK(family.parts.at(0).row.value(u"person_id"_s).toLongLong() == at.ben.id.value);
    CHECK(family.parts.at(1).row.value(u"person_id"_s).toLongLong() == at.tom.id.value);
    CHECK(family.parts.at(2).row.text(u"described"_s) == u"a man in a red coat");
    const auto *model = at.page()->table()->model();
    CHECK(model->index(0, model->columnCount() - 1).data().toString() == u"Bendigo Barker, Tomkin Tailor, a man in a red coat");
    at.openLogged(family);
    CHECK(at.hasPart(3));
    CHECK(at.screen.find<QLineEdit>(u"described"_s, at.part(3))->text() == u"a man in a red coat");
}

TEST_CASE("Whoever was put in by mistake is taken out again, and the others stay as they are")
{
    AtIncidents at;
    const Family before = at.logged();
    at.open();
    at.openLogged(before);
    at.screen.press(u"remove"_s, at.part(1));
    CHECK_FALSE(at.hasPart(2));
    at.save();
    const Family after = at.onFile();
    REQUIRE(after.parts.size() == 1);
    CHECK(after.parts.first().id == before.parts.at(1).id);
    CHECK(after.parts.first().version == before.parts.at(1).version);
}

TEST_CASE("What was typed about the people in an incident is offered back after a lock")
{
    AtIncidents at;
    const Family before = at.logged();
    at.open();
    at.openLogged(before);
    at.screen.type(u"about"_s, u"a grazed elbow"_s, at.part(2));
    at.screen.press(u"remove"_s, at.part(1));
    at.another();
    at.screen.choose(u"who"_s, u"visitor"_s, at.part(2));
    at.screen.type(u"described"_s, u"a neighbour"_s, at.part(2));
    at.editor()->keepDraftNow();
    at.workspace().openPlace(u"today"_s);
    Screen::settle();
    at.openLogged(before);
    CHECK(at.screen.find<QPlainTextEdit>(u"about"_s, at.part(1))->toPlainText() == u"a grazed elbow");
    CHECK(at.screen.find<QLineEdit>(u"described"_s, at.part(2))->text() == u"a neighbour");
    at.screen.choose(u"role"_s, u"witness"_s, at.part(2));
    at.save();
    const Family after = at.onFile();
    REQUIRE(after.parts.size() == 2);
    CHECK(after.parts.first().id == before.parts.at(1).id);
    CHECK(after.parts.first().row.text(u"about"_s) == u"a grazed elbow");
}

TEST_CASE("What a colleague added to an incident meanwhile stays, and what both changed is asked")
{
    AtIncidents at;
    const Family before = at.logged();
    at.open();
    at.openLogged(before);
    at.screen.type(u"about"_s, u"mine"_s, at.part(1));
    Family theirs = before;
    theirs.parts[0].row.set(u"about"_s, u"theirs"_s);
    IncidentPerson visitor;
    visitor.who = InvolvedWho::Visitor;
    visitor.described = u"the postman"_s;
    visitor.role = {u"witness"_s};
    KeptRow added;
    added.row = toRow(visitor);
    theirs.parts.append(added);
    need(at.services().families.save(theirs, u"x"_s));
    at.save();
    CHECK(at.onFile().parts.first().row.text(u"about"_s) == u"theirs");
    CHECK(at.screen.shows(u"theirs"_s));
    at.save(); // having seen it
    const Family after = at.onFile();
    REQUIRE(after.parts.size() == 3);
    CHECK(after.parts.at(0).row.text(u"about"_s) == u"mine");
    CHECK(after.parts.at(2).row.text(u"described"_s) == u"the postman");
}

TEST_CASE("What is missing about the second one is said in their own form, beside what is missing in the incident")
{
    AtIncidents at;
    at.open();
    at.log();
    at.another(); // left blank: nobody
    at.another();
    at.screen.choose(u"who"_s, u"visitor"_s, at.part(2));
    at.save();
    CHECK(need(at.services().records.count(recordType<Incident>())) == 0);
    CHECK(at.screen.find<QWidget>(u"described"_s, at.part(2))->property("problem").toBool());
    CHECK(at.screen.find<QWidget>(u"what_happened"_s)->property("problem").toBool());
    CHECK(at.desk.window.focusWidget() == at.screen.find<QWidget>(u"kind"_s));
}

TEST_CASE("Opened from a resident's record the log has them in it already, elsewhere nobody")
{
    AtIncidents at;
    at.open();
    at.workspace().openResident(at.ben.id);
    Screen::settle();
    at.log();
    REQUIRE(at.hasPart(1));
    CHECK(at.screen.find<QLineEdit>(u"person_id"_s, at.part(1))->text().startsWith(u"Bendigo Barker"));
    at.head(u"Slipped on the stairs"_s);
    at.screen.choose(u"role"_s, u"affected"_s, at.part(1));
    at.save();
    CHECK(at.onFile().parts.size() == 1);
    at.log();
    CHECK_FALSE(at.hasPart(1));
}

TEST_CASE("What was begun for a resident is offered back with them in it")
{
    AtIncidents at;
    at.open();
    at.workspace().openResident(at.ben.id);
    at.log();
    at.screen.type(u"place"_s, u"stairs"_s);
    at.editor()->keepDraftNow();
    const auto drafts = at.services().drafts.places();
    REQUIRE(drafts.size() == 1);
    const auto where = visitTo(drafts.first(), at.services());
    REQUIRE(where);
    at.workspace().openPlace(u"today"_s);
    at.workspace().visit(*where);
    Screen::settle();
    CHECK(at.screen.find<QLineEdit>(u"place"_s)->text() == u"stairs");
    CHECK(at.hasPart(1));
}

TEST_CASE("Whoever may only add logs what they saw, is told that it was handed on, and sees no list")
{
    for (const Role role : {Role::Volunteer, Role::PeerSupporter}) {
        INFO(codeOf(role));
        AtIncidents at;
        at.open(role);
        at.log();
        REQUIRE(qobject_cast<IncidentLogPage *>(at.workspace().currentPage()));
        CHECK(at.workspace().currentPage()->findChildren<QTableView *>().isEmpty());
        at.head(u"A man fell on the stairs"_s);
        at.another();
        at.resident(1, u"Bendigo Barker"_s);
        at.save();
        CHECK(at.screen.shows(u"Logged as I-0001. The team will see it."_s));
        CHECK(at.editor()->form()->row().text(u"what_happened"_s).isEmpty());
        CHECK(kindOfError(at.services().records.list(recordType<Incident>())) == ErrorKind::NotPermitted);
    }
}

TEST_CASE("Relief staff log an incident and read the list")
{
    AtIncidents at;
    at.open(Role::Relief);
    at.log();
    at.head(u"A pan smoked"_s);
    at.save();
    CHECK(at.page()->table()->model()->rowCount() == 1);
}

TEST_CASE("An auditor has no incidents and no key for them")
{
    AtIncidents at;
    at.open(Role::Auditor);
    CHECK_FALSE(placeNamed(u"incidents"_s)->mayOpen(at.services()));
    for (QShortcut *one : at.desk.window.findChildren<QShortcut *>())
        CHECK(one->key() != QKeySequence(u"Ctrl+I"_s));
}

TEST_CASE("With somebody restricted in it an incident opens to be read, says why, and leaves their name out of the list")
{
    AtIncidents at;
    const Family family = at.logged();
    need(at.services().records.add(Restriction{at.ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    at.open(Role::SupportWorker);
    at.openLogged(family);
    CHECK(at.screen.shows(u"restricted"_s));
    CHECK_FALSE(at.screen.shows(u"Entered in error"_s));
    CHECK_FALSE(at.editor()->findChild<QPushButton *>(u"save"_s)->isVisible());
    CHECK_FALSE(at.screen.find<QWidget>(u"what_happened"_s)->isEnabled());
    CHECK_FALSE(at.hasPart(2));
    at.editor()->cancel();
    Screen::settle();
    const auto *model = at.page()->table()->model();
    CHECK(model->index(0, model->columnCount() - 1).data().toString() == u"Tomkin Tailor");
    // It stays while the list is ordered or filtered by anything but their name.
    auto *table = at.page()->table();
    for (int column = 0; column < model->columnCount(); ++column) {
        table->model()->sort(column, Qt::DescendingOrder);
        CHECK(model->rowCount() == 1);
    }
    table->filter()->setText(u"tailor"_s);
    CHECK(model->rowCount() == 1);
    table->filter()->setText(u"bendigo"_s);
    CHECK(model->rowCount() == 0);
}

TEST_CASE("The list of incidents is found by who was in them")
{
    AtIncidents at;
    at.logged();
    at.open();
    at.workspace().openPlace(u"incidents"_s);
    Screen::settle();
    at.page()->table()->filter()->setText(u"tailor"_s);
    CHECK(at.page()->table()->model()->rowCount() == 1);
    at.page()->table()->filter()->setText(u"nobody"_s);
    CHECK(at.page()->table()->model()->rowCount() == 0);
}

TEST_CASE("Tab goes through an incident as the eye does: its fields, each who was in it, one more, then what saves")
{
    AtIncidents at;
    at.open();
    REQUIRE(QTest::qWaitForWindowActive(&at.desk.window));
    at.log();
    at.another();
    QStringList order;
    at.screen.find<QWidget>(u"kind"_s)->setFocus();
    for (int i = 0; i < 60 && order.value(order.size() - 1) != u"cancel"; ++i) {
        const QWidget *now = at.desk.window.focusWidget();
        QString name = now->objectName();
        if (at.part(1)->isAncestorOf(now))
            name += u" 1"_s;
        order.append(name);
        at.press(Qt::Key_Tab);
    }
    INFO(order.join(u", "_s).toStdString());
    const auto place = [&](const QString &name) { return order.indexOf(name); };
    REQUIRE(place(u"remove 1"_s) > 0);
    CHECK(place(u"what_happened"_s) < place(u"remove 1"_s));
    CHECK(place(u"remove 1"_s) < place(u"who 1"_s));
    CHECK(place(u"who 1"_s) < place(u"add-incident_person"_s));
    CHECK(place(u"add-incident_person"_s) < place(u"save"_s));
    CHECK(place(u"save"_s) < place(u"cancel"_s));
}

} // namespace keywork::test::incidents_screen_test
