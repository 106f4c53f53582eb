// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/forms.h"
#include "core/services/records/records.h"
#include "tests/support/desk.h"
#include "tests/support/form_texts.h"
#include "tests/support/services.h"
#include "ui/pages/printing/preview_page.h"
#include "ui/pages/settings/form_editor.h"
#include "ui/pages/settings/forms_page.h"

namespace keywork::test::forms_screen_test {

using namespace Qt::StringLiterals;

namespace {

struct Changing {
    Desk desk;
    FormsPage *page = nullptr;

    Changing()
    {
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.window.enter(shared(desk.made));
        Screen::settle();
        page = desk.openPlace<FormsPage>(u"forms"_s);
    }
    Forms &forms() { return desk.services().forms; }
    Screen &screen() { return desk.screen; }
    Form draft() { return need(forms().asked(page->editor()->draft()))->form(); }
    QString fileWith(const QByteArray &text)
    {
        const QString path = desk.made.folder.filePath(u"form.json"_s);
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text);
        return path;
    }
};

} // namespace

TEST_CASE("A question is reworded, moved, taken out and added, and the form published as the next version")
{
    Changing at;
    CHECK(at.screen().shows(u"Full assessment"_s));
    at.screen().press(u"edit-review"_s);
    Screen::settle();
    REQUIRE(at.page->editor());
    at.screen().press(u"change-went_well"_s);
    Screen::settle();
    at.screen().type(u"ask"_s, u"What was good?"_s);
    at.screen().press(u"save"_s);
    Screen::settle();
    CHECK(at.draft().question(u"went_well"_s)->ask == u"What was good?");
    at.screen().press(u"down-went_well"_s);
    Screen::settle();
    CHECK(at.draft().sections[0].questions[1].id == u"went_well");
    at.screen().press(u"remove-went_hard"_s);
    Screen::settle();
    CHECK_FALSE(at.draft().question(u"went_hard"_s));
    at.screen().press(u"newQuestion"_s);
    at.screen().type(u"ask"_s, u"How is the food?"_s);
    at.screen().choose(u"kind"_s, u"one_of"_s);
    at.screen().type(u"choices"_s, u"Good"_s);
    QTest::keyClick(at.screen().find<QPlainTextEdit>(u"choices"_s), Qt::Key_End, Qt::ControlModifier);
    QTest::keyClick(at.screen().find<QPlainTextEdit>(u"choices"_s), Qt::Key_Return);
    QTest::keyClicks(at.screen().find<QPlainTextEdit>(u"choices"_s), u"Not so good"_s);
    at.screen().press(u"save"_s);
    Screen::settle();
    at.screen().type(u"sectionTitle"_s, u"Since we last talked"_s);
    QTest::keyClick(at.screen().find<QLineEdit>(u"sectionTitle"_s), Qt::Key_Return);
    Screen::settle();
    CHECK(at.draft().sections[0].title == u"Since we last talked");
    const Form draft = at.draft();
    REQUIRE(draft.question(u"how_is_the_food"_s));
    CHECK(draft.question(u"how_is_the_food"_s)->choices == QList<FormChoice>{{u"good"_s, u"Good"_s}, {u"not_so_good"_s, u"Not so good"_s}});
    CHECK(need(at.forms().currentOf(u"review"_s)).value.versionNumber == 1); // nobody is asked it yet
    at.screen().press(u"publishForm"_s);
    Screen::settle();
    const auto current = need(at.forms().currentOf(u"review"_s));
    CHECK(current.value.versionNumber == 2);
    CHECK(need(at.forms().asked(current.id))->form() == draft);
    CHECK_FALSE(at.page->editor());
}

TEST_CASE("A change after which a question could not be asked is not kept, and says which and why")
{
    Changing at;
    at.page->edit(u"review"_s);
    Screen::settle();
    const Form before = at.draft();
    at.screen().press(u"remove-support_right"_s); // another one waits for its answer
    Screen::settle();
    CHECK(at.draft() == before);
    CHECK(at.screen().find<QLabel>(u"formMessage"_s)->text().contains(u"What should be different?"_s));
    CHECK(at.screen().find<QLabel>(u"formMessage"_s)->text().contains(u"support_right"_s));
    at.page->editor()->editQuestion(u"support_other"_s);
    Screen::settle();
    at.screen().type(u"after_answers"_s, u"Perhaps"_s);
    at.screen().press(u"save"_s);
    CHECK(at.screen().find<QLabel>(u"formMessage"_s)->text().contains(u"Perhaps"_s));
    CHECK(at.draft() == before);
    CHECK(at.page->editor()->editor()); // still open, with what was typed
}

TEST_CASE("A broken form file is refused with its lines, a good one becomes a draft, and the others stay")
{
    Changing at;
    QByteArray broken = smallForm();
    broken.replace("\"kind\": \"long_text\"", "\"kind\": \"essay\"");
    at.page->bring(at.fileWith(broken));
    CHECK_FALSE(at.page->editor());
    CHECK(at.screen().find<QLabel>(u"formProblems"_s)->text().contains(u"Line 7, “why”: There is no kind of question “essay”."_s));
    CHECK(need(at.forms().all()).size() == 3);
    at.page->bring(at.fileWith("{"));
    CHECK(at.screen().find<QLabel>(u"formProblems"_s)->text().contains(u"Line 1"_s));
    at.page->bring(at.fileWith(smallForm()));
    Screen::settle();
    REQUIRE(at.page->editor());
    CHECK(at.draft() == formFrom(smallForm()));
    at.screen().press(u"previewForm"_s);
    CHECK(qobject_cast<PreviewPage *>(at.desk.window.workspace()->currentPage()));
    CHECK(need(at.forms().offered()).size() == 3);
}

TEST_CASE("A form is copied and changed under another name, and one is not offered any more")
{
    Changing at;
    at.screen().press(u"copy-review"_s);
    Screen::settle();
    REQUIRE(at.page->editor());
    CHECK(at.draft().id == u"review_our_own");
    at.screen().type(u"formTitle"_s, u"Monthly look"_s);
    QTest::keyClick(at.screen().find<QLineEdit>(u"formTitle"_s), Qt::Key_Return);
    at.screen().press(u"publishForm"_s);
    Screen::settle();
    CHECK(at.screen().shows(u"Monthly look"_s));
    at.page->edit(u"first_conversation"_s);
    Screen::settle();
    at.screen().press(u"formRetired"_s);
    at.screen().press(u"publishForm"_s);
    Screen::settle();
    QStringList offered;
    for (const auto &form : need(at.forms().offered()))
        offered.append(form.value.form);
    CHECK(offered == QStringList{u"full_assessment"_s, u"review_our_own"_s, u"review"_s});
}

TEST_CASE("A half-typed question waits as a draft")
{
    Changing at;
    at.page->edit(u"review"_s);
    Screen::settle();
    at.page->editor()->editQuestion(u"went_well"_s);
    Screen::settle();
    at.screen().type(u"ask"_s, u"What was"_s);
    at.desk.window.workspace()->openPlace(u"today"_s);
    Screen::settle();
    at.page = at.desk.openPlace<FormsPage>(u"forms"_s);
    at.page->edit(u"review"_s);
    at.page->editor()->editQuestion(u"went_well"_s);
    Screen::settle();
    CHECK(at.screen().find<QLineEdit>(u"ask"_s)->text() == u"What was");
}

} // namespace keywork::test::forms_screen_test
