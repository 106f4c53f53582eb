// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/keywork.h"
#include "core/domain/kinds.h"
#include "core/domain/restriction.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "tests/support/desk.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/assessment/assessments_page.h"
#include "ui/pages/resident/additions.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/resident/tabs.h"
#include "ui/shell/find_box.h"
#include "ui/text/words.h"

#include <QListWidget>
#include <QMenu>

namespace keywork::test::found_additions_test {

using namespace Qt::StringLiterals;

namespace {

/// The window with Ben in room and Ada gone.
struct Finder {
    Desk desk;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 9, 1)).in(desk.made);

    void open(Role role = Role::Manager)
    {
        if (role != Role::Manager) {
            makeMember(desk.made, u"Tomi Okoro"_s, role);
            signInWith(desk.made, u"Tomi Okoro"_s, kTheirs);
        }
        desk.window.show();
        desk.window.enter(shared(desk.made));
        Screen::settle();
    }
    Services &services() { return desk.services(); }
    Workspace &workspace() { return *desk.window.workspace(); }
    QStringList found(const QString &typed)
    {
        workspace().find()->setText(typed);
        workspace().find()->search();
        QStringList lines;
        for (int i = 0; i < workspace().find()->results()->count(); ++i)
            lines.append(workspace().find()->results()->item(i)->text());
        return lines;
    }
    /// Enter on the line.
    void take(const QString &typed, const QString &line)
    {
        const QStringList lines = found(typed);
        INFO(line.toStdString() << " among " << lines.join(u" | "_s).toStdString());
        REQUIRE(lines.contains(line));
        workspace().find()->results()->setCurrentRow(int(lines.indexOf(line)));
        QTest::keyClick(workspace().find(), Qt::Key_Return);
        Screen::settle();
    }
    ResidentPage *resident()
    {
        auto *page = qobject_cast<ResidentPage *>(workspace().currentPage());
        REQUIRE(page);
        return page;
    }
    /// The table of the form that is open on the tab.
    QString formOf()
    {
        for (RecordEditor *editor : resident()->currentTab()->findChildren<RecordEditor *>())
            if (editor->isVisibleTo(&desk.window))
                return QString::fromLatin1(editor->form()->type().table);
        return {};
    }
};

} // namespace

TEST_CASE("Whatever may be added to a resident's record is found by Ctrl+K, by its words and by what it is called")
{
    Finder at;
    at.open();
    at.workspace().openResident(at.ben.id);
    Screen::settle();
    const QList<const RecordType *> kinds = kindsToAdd(at.services());
    CHECK(kinds.size() > 35);
    for (const RecordType *type : kinds) {
        const QString line = u"→ "_s + words::label(type->newOne) + u": Ben Barker"_s;
        INFO(type->table << " among " << at.found(words::label(type->titleMany)).join(u" | "_s).toStdString());
        CHECK(at.found(words::label(type->newOne).left(12)).contains(line));
        CHECK(at.found(words::label(type->title)).contains(line));
        CHECK(at.found(words::label(type->titleMany)).contains(line));
    }
}

TEST_CASE("An action of the work opens its form at the resident in view")
{
    Finder at;
    at.open();
    struct Case {
        const char *typed;
        const char *line;
        const char *kind;
    };
    for (const Case &one : {Case{"substance", "→ New substance use review: Ben Barker", "substance_review"},
             Case{"keywork", "→ Start a keywork session: Ben Barker", "keywork_session"},
             Case{"quick", "→ Quick contact note: Ben Barker", "contact_note"}, Case{"new risk", "→ New risk: Ben Barker", "risk"},
             Case{"safety", "→ New safety plan: Ben Barker", "safety_plan"},
             Case{"safeguarding", "→ Raise a safeguarding concern: Ben Barker", "safeguarding_concern"},
             Case{"hearing", "→ New hearing: Ben Barker", "hearing"}, Case{"measure", "→ New measurement: Ben Barker", "measurement"},
             Case{"debt", "→ New debt: Ben Barker", "debt"}, Case{"payment", "→ New payment of rent or charge: Ben Barker", "rent_payment"},
             Case{"advocacy", "→ Speak up for them: Ben Barker", "advocacy"},
             Case{"assess", "→ New assessment: Ben Barker", "assessment"}}) {
        at.workspace().openResident(at.ben.id);
        Screen::settle();
        at.take(QString::fromUtf8(one.typed), QString::fromUtf8(one.line));
        INFO(one.line);
        CHECK(at.resident()->person() == at.ben.id);
        CHECK(at.formOf() == QLatin1String(one.kind));
    }
}

TEST_CASE("Where no resident is in view Ctrl+K asks for whom, offers who lives here, and takes a name")
{
    Finder at;
    auto left = aPerson();
    left.person.givenName = u"Ada"_s;
    left.person.familyName = u"Quist"_s;
    const auto ada = left.in(at.desk.made);
    at.open();
    at.take(u"new debt"_s, u"→ New debt…"_s);
    QListWidget *list = at.workspace().find()->results();
    REQUIRE(list->count() == 1); // who is here, at once
    CHECK(list->item(0)->text().startsWith(u"Ben Barker"_s));
    CHECK(at.workspace().find()->placeholderText().startsWith(u"New debt…"_s));
    CHECK(at.found(u"agenc"_s) == QStringList{u"Nobody found for “agenc”."_s}); // no action: a name is asked for
    CHECK(at.found(u"quist"_s).first().startsWith(u"Ada Quist"_s));
    QTest::keyClick(at.workspace().find(), Qt::Key_Return);
    Screen::settle();
    CHECK(at.resident()->person() == ada.id);
    CHECK(at.formOf() == u"debt");
    CHECK(at.workspace().find()->placeholderText().startsWith(u"Find a resident"_s));

    at.workspace().openPlace(u"today"_s);
    at.take(u"new debt"_s, u"→ New debt…"_s);
    QTest::keyClick(at.workspace().find(), Qt::Key_Escape);
    CHECK(at.found(u"ben"_s).first().startsWith(u"Ben Barker"_s));
    QTest::keyClick(at.workspace().find(), Qt::Key_Return);
    Screen::settle();
    CHECK(at.formOf().isEmpty()); // Escape asked for nobody any more: the record opens as ever
}

TEST_CASE("The tabs of a resident are found by their names, in view or after one was chosen")
{
    Finder at;
    at.open();
    at.workspace().openResident(at.ben.id);
    Screen::settle();
    for (const ResidentTab &tab : residentTabs()) {
        const QString title = QCoreApplication::translate("resident", tab.title).remove(u'&');
        at.take(title, u"→ "_s + title + u": Ben Barker"_s);
        CHECK(at.resident()->tabName() == QLatin1String(tab.id));
    }
    at.workspace().openPlace(u"today"_s);
    at.take(u"money"_s, u"→ Money…"_s);
    QTest::keyClick(at.workspace().find(), Qt::Key_Return);
    Screen::settle();
    CHECK(at.resident()->tabName() == u"money");
}

TEST_CASE("Ctrl+K offers nothing that the role may not add, and no tab that it may not open")
{
    Finder at;
    at.open(Role::Volunteer);
    at.workspace().openResident(at.ben.id);
    Screen::settle();
    const auto offered = [&](const QString &typed) { // besides what everybody may read
        QStringList lines = at.found(typed);
        lines.removeIf([](const QString &line) { return line.startsWith(u"→ Guidance: "); });
        return lines;
    };
    CHECK(offered(u"new debt"_s).filter(u"→"_s).isEmpty());
    CHECK(offered(u"money"_s).filter(u"Money"_s).isEmpty());
}

TEST_CASE("Adding to a record offers an assessment and a quick note")
{
    Finder at;
    at.open();
    at.workspace().openResident(at.ben.id);
    Screen::settle();
    for (const QString &name : {u"add-assessment"_s, u"add-contact_note"_s})
        CHECK(at.resident()->findChild<QAction *>(name));
    at.resident()->findChild<QAction *>(u"add-assessment"_s)->trigger();
    Screen::settle();
    CHECK(at.formOf() == u"assessment");
}

TEST_CASE("What begins with the words that were typed stands before what only has them, and a place is found by both its names")
{
    Finder at;
    at.open();
    at.workspace().openResident(at.ben.id);
    Screen::settle();
    for (const QString &typed : {u"Treatment"_s, u"treatment: Ben"_s}) {
        INFO(typed.toStdString());
        const QStringList lines = at.found(typed);
        const auto tab = lines.indexOf(u"→ Treatment: Ben Barker"_s);
        const auto telling = lines.indexOf(u"→ Say who may be told about treatment: Ben Barker"_s);
        REQUIRE(tab >= 0);
        REQUIRE(telling >= 0);
        CHECK(tab < telling);
    }
    for (const QString &typed : {u"renewals"_s, u"to renew"_s})
        CHECK(at.found(typed).contains(u"→ Renewals of prescriptions, by service"_s));
}

} // namespace keywork::test::found_additions_test
