// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/drafts.h"
#include "core/services/records/records.h"
#include "tests/support/desk.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/resident/resident_page.h"

namespace keywork::test::unfinished_word_test {

using namespace Qt::StringLiterals;

namespace {

/// A word that an input method shows while it is being composed: it stands in no text yet.
void compose(QWidget *field, const QString &word)
{
    field->setFocus();
    QInputMethodEvent event(word, {});
    QCoreApplication::sendEvent(field, &event);
}

struct Composing {
    TestHostel hostel;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    MainWindow window{hostel.clock};
    Screen screen{window};

    Composing()
    {
        window.resize(1366, 768);
        window.show();
        open();
    }
    void open()
    {
        if (!window.workspace())
            window.enter(shared(hostel));
        window.workspace()->openResident(ben.id);
        auto *page = qobject_cast<ResidentPage *>(window.workspace()->currentPage());
        REQUIRE(page);
        page->showTab(u"record"_s);
        Screen::settle();
    }
    /// Half typed: "ni" stands there as a word to be chosen, in a line and in a text of several.
    void composeIn(const QString &column)
    {
        auto *field = screen.find<QWidget>(column);
        compose(field, u"尼古拉"_s);
    }
    QString onFile(const QString &column) { return toRow(need(hostel.services().records.one(ben.id)).value).text(column); }
    QString drafted(const QString &column)
    {
        const QJsonObject draft = hostel.services().drafts.at({u"person"_s, ben.id.value, ben.id.value});
        return draft.value(u"row"_s).toObject().value(column).toString();
    }
};

} // namespace

TEST_CASE("A word that the input method has not finished is saved, and kept on every way out of a form")
{
    const QString word = u"尼古拉"_s;
    for (const QString &column : {u"preferred_name"_s, u"allergies"_s}) {
        INFO(column.toStdString());
        Composing at;
        at.composeIn(column);
        SECTION("saved " + column.toStdString())
        {
            at.screen.press(u"save"_s);
            CHECK(at.onFile(column) == word);
        }
        SECTION("locked " + column.toStdString())
        {
            at.window.lock();
            CHECK(at.drafted(column) == word);
        }
        SECTION("another page " + column.toStdString())
        {
            at.window.workspace()->openPlace(u"today"_s);
            Screen::settle();
            CHECK(at.drafted(column) == word);
        }
        SECTION("Escape " + column.toStdString())
        {
            auto *form = at.window.findChild<RecordEditor *>();
            REQUIRE(form);
            CHECK(form->leave() == RecordEditor::Left::DraftWaits);
            CHECK(at.drafted(column) == word);
        }
        SECTION("larger text " + column.toStdString())
        {
            Q_EMIT at.window.workspace()->lookRequested(Theme::kind(), 120);
            Screen::settle();
            CHECK(at.drafted(column) == word);
            Q_EMIT at.window.workspace()->lookRequested(Theme::kind(), 100);
            Screen::settle();
        }
    }
}

TEST_CASE("A word that the input method finished by itself is not written twice, one that was taken back not at all")
{
    Composing at;
    auto *field = at.screen.find<QLineEdit>(u"preferred_name"_s);
    compose(field, u"ni"_s);
    QInputMethodEvent chosen;
    chosen.setCommitString(u"尼"_s);
    QCoreApplication::sendEvent(field, &chosen);
    compose(field, u"gu"_s);
    compose(field, QString());
    at.screen.press(u"save"_s);
    CHECK(at.onFile(u"preferred_name"_s) == u"尼");
}

} // namespace keywork::test::unfinished_word_test
