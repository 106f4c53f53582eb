// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/row_text.h"
#include "core/services/records/drafts.h"
#include "core/services/records/records.h"
#include "tests/support/screen.h"
#include "ui/forms/generic_editor.h"
#include "ui/forms/record_editor.h"
#include "ui/forms/record_form.h"

namespace keywork::test::earlier_forms_test {

using namespace Qt::StringLiterals;

namespace {

/// A form with a draft in its place, beside which another stands aside.
struct TypedTwiceForm {
    TestHostel hostel;
    Row start = startRow();
    std::unique_ptr<RecordEditor> editor;

    TypedTwiceForm()
    {
        open();
        const DraftPlace place = editor->place();
        editor.reset();
        keep(place, u"the newer words"_s);
        DraftPlace aside = place;
        aside.part += u"\u001fstood aside "_s + toStoredText(kNow.addSecs(-1800));
        keep(aside, u"what she said at ten"_s);
        open();
    }
    void open()
    {
        editor.reset(genericEditor(hostel.services(), recordType<Alert>(), {}, start));
        editor->show();
        editor->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(editor.get()));
        Screen::settle();
    }
    Row startRow()
    {
        Alert alert;
        alert.personId = aPerson().arrived(QDate(2026, 8, 3)).in(hostel).id;
        alert.kind = {u"other"_s};
        alert.priority = {u"know"_s};
        alert.fromOn = QDate(2026, 9, 1);
        return toRow(alert);
    }
    void keep(const DraftPlace &place, const QString &words)
    {
        Row row = start;
        row.set(u"text"_s, words);
        need(hostel.services().drafts.keep(place, {{u"row"_s, toJson(row)}, {u"base"_s, toJson(start)}}));
    }
    QString shown() { return editor->form()->row().text(u"text"_s); }
    QStringList onFile()
    {
        QStringList texts;
        for (const Kept<Alert> &alert : need(hostel.services().records.all<Alert>()))
            texts.append(alert.value.text);
        texts.sort();
        return texts;
    }
};

} // namespace

TEST_CASE("That another form was typed in the same place stands above it; it is shown in exchange, and each can be saved")
{
    TypedTwiceForm at;
    Screen screen(*at.editor);
    CHECK(at.shown() == u"the newer words");
    CHECK(screen.shows(u"Other words were typed here on 14 Sep at 09:12"_s)); // on the house's clocks
    screen.type(u"text"_s, u"the newest words"_s); // is not lost by looking
    screen.press(u"takeEarlier"_s);
    CHECK(at.shown() == u"what she said at ten");
    screen.press(u"takeEarlier"_s);
    CHECK(at.shown() == u"the newest words");
    screen.press(u"takeEarlier"_s);
    at.editor->save();
    CHECK(at.onFile() == QStringList{u"what she said at ten"_s});
    at.open();
    Screen again(*at.editor);
    CHECK(at.shown().isEmpty());
    again.press(u"takeEarlier"_s);
    CHECK(at.shown() == u"the newest words");
    at.editor->save();
    CHECK(at.onFile() == QStringList{u"the newest words"_s, u"what she said at ten"_s});
    CHECK(at.hostel.services().drafts.standAside(at.editor->place()).isEmpty());
}

TEST_CASE("What stands aside is thrown away only after a question, by keyboard as well")
{
    TypedTwiceForm at;
    Screen screen(*at.editor);
    screen.press(u"dropEarlier"_s);
    CHECK(screen.shows(u"Throw away what was typed on 14 Sep"_s));
    QTest::keyClick(at.editor->window()->focusWidget(), Qt::Key_Space); // the careful answer has the keys
    Screen::settle();
    CHECK(at.hostel.services().drafts.standAside(at.editor->place()).size() == 1);
    screen.press(u"dropEarlier"_s);
    screen.press(u"dropEarlier-yes"_s);
    CHECK(at.hostel.services().drafts.standAside(at.editor->place()).isEmpty());
    CHECK_FALSE(screen.shows(u"Other words were typed here"_s));
    CHECK(at.shown() == u"the newer words");
}

} // namespace keywork::test::earlier_forms_test
