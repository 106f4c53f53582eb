// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/guidance.h"
#include "core/domain/incident.h"
#include "core/domain/policy.h"
#include "core/services/house/guidance.h"
#include "core/services/house/policies.h"
#include "core/services/records/records.h"
#include "tests/support/desk.h"
#include "tests/support/policies.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/guidance/guidance_reader.h"
#include "ui/pages/guidance/guidance_view.h"
#include "ui/pages/guidance/place.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/incidents/incidents_page.h"
#include "ui/pages/printing/preview_page.h"
#include "ui/pages/resident/tabs.h"
#include "ui/shell/find_box.h"
#include "ui/shell/places.h"

#include <QListWidget>

namespace keywork::test::guidance_screen_test {

using namespace Qt::StringLiterals;

namespace {

struct AtGuidance {
    Desk desk;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 9, 1)).in(desk.made);
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
        desk.window.activateWindow();
        Screen::settle();
    }
    Services &services() { return desk.services(); }
    Workspace &workspace() { return *desk.window.workspace(); }
    QString place() { return workspace().bookmark().visit.place; }
    GuidanceReader *reader()
    {
        auto *shown = qobject_cast<GuidanceReader *>(workspace().currentPage());
        REQUIRE(shown);
        return shown;
    }
    QString shown() { return screen.find<QLabel>(u"guidanceTitle"_s)->text(); }
    QStringList lines()
    {
        QStringList all;
        for (int i = 0; i < reader()->list()->count(); ++i)
            all.append(reader()->list()->item(i)->text());
        return all;
    }
    void press(Qt::Key key) { QTest::keyClick(desk.window.focusWidget(), key); }
    QStringList found(const QString &typed)
    {
        workspace().find()->setText(typed);
        workspace().find()->search();
        QStringList all;
        for (int i = 0; i < workspace().find()->results()->count(); ++i)
            all.append(workspace().find()->results()->item(i)->text());
        return all;
    }
};

HousePage ourPage()
{
    HousePage page;
    page.title = u"The washing machines"_s;
    page.words = u"laundry"_s;
    page.text = u"## Cellar\n\n- **Stuck:** wait & see.\n\n> **Since then:** There are three. (Caretaker's notes, 2026)"_s;
    page.source = u"Caretaker's notes"_s;
    page.dated = PartialDate::fromText(u"2024"_s);
    page.writtenOn = QDate(2026, 9, 1);
    return page;
}

} // namespace

TEST_CASE("F1 opens a fitting page from every place and every tab, and Escape leads back to where one was")
{
    AtGuidance at;
    at.open();
    QSet<QString> known;
    for (const QString &key : guidanceKeysBeside())
        known.insert(key);
    const auto goesAndComes = [&](const QString &where) {
        INFO("F1 from " << where.toStdString());
        const Visit before = at.workspace().bookmark().visit;
        const GuidancePage *fits = guidanceFor(shippedGuidance(), guidanceKeysAt(before));
        REQUIRE(fits);
        at.screen.shortcut(QKeySequence(u"F1"_s));
        CHECK(at.place() == u"guidance");
        CHECK(at.shown() == fits->title);
        at.press(Qt::Key_Escape);
        Screen::settle();
        CHECK(at.place() == before.place);
        CHECK(at.workspace().bookmark().visit.tab == before.tab);
    };
    for (const PlaceInfo &place : places()) {
        known.insert(QString::fromLatin1(place.id));
        if (place.needsSubject || QLatin1String(place.id) == u"guidance" || !place.mayOpen(at.services()))
            continue;
        at.workspace().openPlace(QString::fromLatin1(place.id));
        Screen::settle();
        goesAndComes(QString::fromLatin1(place.id));
    }
    for (const ResidentTab &tab : residentTabs()) {
        known.insert(QString::fromLatin1(tab.id));
        at.workspace().visit(residentVisit(at.ben.id.value, QString::fromLatin1(tab.id)));
        Screen::settle();
        goesAndComes(QString::fromLatin1(tab.id));
    }
    for (const GuidancePage &page : shippedGuidance())
        for (const QString &key : page.places) {
            INFO(page.key.toStdString() << " names the place " << key.toStdString());
            CHECK(known.contains(key));
        }
}

TEST_CASE("Guidance is looked through with the keys: Ctrl+F, a word, the arrow, Enter")
{
    AtGuidance at;
    need(at.services().records.add(ourPage()));
    at.open();
    at.workspace().openPlace(u"guidance"_s);
    Screen::settle();
    CHECK(at.lines().contains(u"Pages of our own"_s));
    at.screen.shortcut(QKeySequence(QKeySequence::Find));
    CHECK(at.desk.window.focusWidget()->objectName() == u"lookForGuidance");
    at.screen.type(u"lookForGuidance"_s, u"laundry"_s);
    REQUIRE(at.lines().size() == 1);
    CHECK(at.lines().first().contains(u"our house's page, version 1"_s));
    at.press(Qt::Key_Return);
    Screen::settle();
    CHECK(at.shown() == u"The washing machines");
    CHECK(at.desk.window.focusWidget() == at.reader()->view());
    const QString text = at.reader()->view()->toPlainText();
    CHECK(text.contains(u"Stuck: wait & see."_s)); // nothing of it is markup
    CHECK(text.contains(u"Since then: There are three."_s));
    CHECK(text.contains(u"Caretaker's notes, 2026"_s));
    CHECK(at.screen.find<QLabel>(u"guidanceSource"_s)->text().startsWith(u"Caretaker's notes. Of 2024; written 1 Sep 2026."_s));
    at.screen.type(u"lookForGuidance"_s, u"xyzzyplugh"_s);
    CHECK(at.lines() == QStringList{u"Nothing found for “xyzzyplugh”."_s});
    CHECK(at.shown() == u"The washing machines"); // what is read stays
    at.press(Qt::Key_Escape); // takes the word away first
    CHECK(at.lines().size() > 20);
    CHECK(at.place() == u"guidance");
    at.press(Qt::Key_Escape);
    Screen::settle();
    CHECK(at.place() == u"today");
}

TEST_CASE("Ctrl+K finds guidance by its title, by its words and by what it says, and opens it; an auditor finds none")
{
    const GuidancePage *overdose = nullptr;
    for (const GuidancePage &page : shippedGuidance())
        if (page.key == u"responding_to_overdose")
            overdose = &page;
    REQUIRE(overdose);
    {
        AtGuidance at;
        at.open();
        const QString line = u"→ Guidance: "_s + overdose->title;
        CHECK(at.found(overdose->title).contains(line));
        CHECK(at.found(overdose->words.last()).filter(overdose->title).size() >= 1);
        at.found(overdose->title);
        auto *results = at.workspace().find()->results();
        const auto items = results->findItems(line, Qt::MatchExactly);
        REQUIRE(items.size() == 1);
        Q_EMIT results->itemClicked(items.first());
        Screen::settle();
        CHECK(at.shown() == overdose->title);
    }
    AtGuidance auditor;
    auditor.open(Role::Auditor);
    CHECK(auditor.found(overdose->title).filter(u"Guidance"_s).isEmpty());
}

TEST_CASE("A page is previewed as page, poster and leaflet, and back leads to it")
{
    AtGuidance at;
    at.open();
    at.workspace().visit({.place = u"guidance"_s, .tab = shippedGuidance().first().key});
    Screen::settle();
    for (const QString &paper : {u"printGuidancePage"_s, u"printGuidancePoster"_s, u"printGuidanceLeaflet"_s}) {
        INFO(paper.toStdString());
        at.screen.press(paper);
        auto *preview = qobject_cast<PreviewPage *>(at.workspace().currentPage());
        REQUIRE(preview);
        CHECK(at.screen.shows(shippedGuidance().first().title));
        if (paper == u"printGuidancePoster")
            CHECK(at.screen.shows(u"1 page"_s));
        at.screen.press(u"back"_s);
        CHECK(at.shown() == shippedGuidance().first().title);
    }
}

TEST_CASE("A page of the house's own with a script in it is refused with its line beside the field, and nothing is kept")
{
    AtGuidance at;
    at.open();
    at.workspace().openPlace(u"policies"_s);
    Screen::settle();
    auto *kinds = qobject_cast<KindsPage *>(at.workspace().currentPage());
    REQUIRE(kinds);
    kinds->show(u"house_page"_s);
    kinds->page(u"house_page"_s)->openEditor({});
    Screen::settle();
    at.screen.type(u"title"_s, u"Doors"_s);
    at.screen.type(u"text"_s, u"Look <script>alert(1)</script>"_s);
    at.screen.type(u"source"_s, u"Team meeting"_s);
    at.screen.type(u"dated"_s, u"2026"_s);
    kinds->page(u"house_page"_s)->editor()->save();
    Screen::settle();
    CHECK(at.screen.shows(u"Line 1: There is a script here."_s));
    CHECK(need(at.services().records.all<HousePage>()).isEmpty());
    at.screen.type(u"text"_s, u"Look at the list."_s);
    kinds->page(u"house_page"_s)->editor()->save();
    Screen::settle();
    CHECK(need(at.services().records.all<HousePage>()).size() == 1);
}

TEST_CASE("What the house tolerates stands beside an incident of use as it is typed, and beside no other")
{
    AtGuidance at;
    need(at.services().records.add(tolerancePolicy(at.desk.made)));
    at.open();
    at.workspace().openPlace(u"incidents"_s);
    Screen::settle();
    auto *incidents = qobject_cast<IncidentsPage *>(at.workspace().currentPage());
    REQUIRE(incidents);
    incidents->show(u"list"_s);
    RecordsPage *page = incidents->records();
    page->openEditor({});
    Screen::settle();
    const auto card = [&] {
        auto *found = page->findChild<QWidget *>(u"tolerance"_s);
        REQUIRE(found);
        return found->isVisibleTo(page);
    };
    at.screen.choose(u"kind"_s, u"violence"_s);
    CHECK_FALSE(card());
    at.screen.choose(u"kind"_s, u"cannabis_smoking"_s);
    CHECK(card());
    CHECK(at.screen.shows(u"In their own room we look after their safety."_s));
    CHECK(at.screen.shows(u"Nobody is turned away for having used."_s));
    at.screen.press(u"section8"_s);
    CHECK(at.place() == u"guidance");
    CHECK(at.reader()->tabName() == guidanceFor(shippedGuidance(), {u"section-8"_s})->key);
    at.press(Qt::Key_Escape);
    Screen::settle();
    CHECK(at.place() == u"incidents");
}

TEST_CASE("Whoever has just rung a help line says so with one press")
{
    AtGuidance at;
    const auto line = need(at.services().records.add(
        HelpLine{u"Lantern line"_s, u"01632 960204"_s, {}, {}, QDate(2025, 9, 1), at.services().records.session().staff(), {}}));
    makeMember(at.desk.made, u"Kim Keyworker"_s, Role::Keyworker);
    signInWith(at.desk.made, u"Kim Keyworker"_s, kTheirs);
    at.open();
    at.workspace().openRecord(u"help_line"_s, line.id.value);
    Screen::settle();
    CHECK(at.place() == u"policies");
    at.screen.press(u"helpLineChecked"_s);
    const auto now = need(at.services().records.one(line.id));
    CHECK(now.value.checkedOn == QDate(2026, 9, 14));
    CHECK(now.value.checkedById == at.services().records.session().staff());
    CHECK(at.screen.find<QPushButton>(u"helpLineChecked"_s)->isEnabled()); // its form is in view again
}

} // namespace keywork::test::guidance_screen_test
