// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/keywork.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/agreements.h"
#include "core/services/sharing/disclosures.h"
#include "tests/support/desk.h"
#include "tests/support/pdf_text.h"
#include "tests/support/services.h"
#include "ui/pages/printing/preview_page.h"

#include <QCheckBox>

namespace keywork::test::advocacy_letter_test {

using namespace Qt::StringLiterals;

namespace {

/// A letter to the dentist for Ben is begun, Monday 14 September 2026.
struct LetterAtDesk {
    Desk desk;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 9, 1)).in(desk.made);
    Kept<Agency> dentist = anAgency(desk.made, u"Dental access centre"_s);
    Kept<Advocacy> advocacy;

    LetterAtDesk()
    {
        Advocacy one;
        one.personId = ben.id;
        one.onDay = QDate(2026, 9, 14);
        one.staffId = services().records.session().staff();
        one.means = AdvocacyMeans::Letter;
        one.agencyId = dentist.id;
        one.asked = u"An appointment within four weeks"_s;
        advocacy = need(services().records.add(one));
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.window.enter(shared(desk.made));
    }
    Services &services() { return desk.services(); }
    Screen &screen() { return desk.screen; }
    void open()
    {
        desk.window.workspace()->visit(residentVisit(ben.id.value, u"lists"_s, {u"advocacy"_s, advocacy.id.value}));
        Screen::settle();
    }
    PreviewPage *preview() { return qobject_cast<PreviewPage *>(desk.window.workspace()->currentPage()); }
    QString saved()
    {
        const QString path = desk.made.folder.filePath(u"letter.pdf"_s);
        need(preview()->savePdf(path));
        return pdfText(path).simplified();
    }
};

} // namespace

TEST_CASE("A letter begins from the template, is edited as text, and leaves on paper as it is on file")
{
    LetterAtDesk at;
    need(at.services().agreements.record(agreement(at.ben.id, at.dentist.id), {Category::Identity, Category::CarePlan, Category::Health}));
    at.open();
    at.screen().press(u"letterFromTemplate"_s);
    auto *text = at.screen().find<QPlainTextEdit>(u"letter"_s);
    CHECK(text->toPlainText().contains(u"An appointment within four weeks"_s));
    at.screen().press(u"letterStraight"_s);
    CHECK_FALSE(at.preview()); // typed and not saved
    CHECK(at.screen().shows(u"Save first"_s));
    at.screen().type(u"letter"_s, u"Dear team,\nBen has waited with pain since May."_s);
    at.screen().press(u"save"_s);
    CHECK(need(at.services().records.one(at.advocacy.id)).value.letter == u"Dear team,\nBen has waited with pain since May.");
    at.open();
    at.screen().press(u"letterFromTemplate"_s);
    CHECK(at.screen().shows(u"There is a text already"_s));
    at.screen().find<QCheckBox>(u"share-health"_s)->setChecked(true);
    at.screen().press(u"letterStraight"_s);
    REQUIRE(at.preview());
    const QString paper = at.saved();
    INFO(paper.toStdString());
    CHECK(paper.contains(u"Dental access centre"_s));
    CHECK(paper.contains(u"About Ben Barker"_s));
    CHECK(paper.contains(u"Dear team, Ben has waited with pain since May."_s));
    CHECK_FALSE(paper.contains(u"I want it sent"_s));
    const auto left = need(at.services().records.all<Disclosure>());
    REQUIRE(left.size() == 1);
    CHECK(left.first().value.kind == DisclosureKind::AdvocacyLetter);
    CHECK(left.first().value.basis == DisclosureBasis::Agreement);
    CHECK(categoriesOf(left.first().value.sections).contains(Category::Health));
}

TEST_CASE("A letter that was looked at does not leave once the agreement was taken back")
{
    LetterAtDesk at;
    at.advocacy.value.letter = u"Dear team"_s;
    at.advocacy = need(at.services().records.amend(at.advocacy));
    const auto agreed
        = need(at.services().agreements.record(agreement(at.ben.id, at.dentist.id), {Category::Identity, Category::CarePlan}));
    at.open();
    at.screen().press(u"letterStraight"_s);
    REQUIRE(at.preview());
    need(at.services().agreements.withdraw(agreed, u"changed my mind"_s));
    Screen::settle();
    const QString path = at.desk.made.folder.filePath(u"late.pdf"_s);
    const Done late = at.preview()->savePdf(path);
    REQUIRE_FALSE(bool(late));
    CHECK(late.error().kind == ErrorKind::NotAgreed);
    CHECK_FALSE(QFile::exists(path));
    CHECK(need(at.services().records.all<Disclosure>()).isEmpty());
}

TEST_CASE("Where nothing is agreed the letter is for them to sign and send, and says so")
{
    LetterAtDesk at;
    at.advocacy.value.letter = u"Dear team"_s;
    at.advocacy = need(at.services().records.amend(at.advocacy));
    at.open();
    at.screen().press(u"letterStraight"_s);
    CHECK_FALSE(at.preview());
    at.screen().press(u"letterThroughThem"_s);
    REQUIRE(at.preview());
    const QString paper = at.saved();
    CHECK(paper.contains(u"I have read this letter, or it was read to me, and I want it sent."_s));
    const auto left = need(at.services().records.all<Disclosure>());
    REQUIRE(left.size() == 1);
    CHECK(left.first().value.basis == DisclosureBasis::OwnCopy);
    CHECK(left.first().value.recipient == u"Ben Barker");
}

TEST_CASE("A call has no letter below its form")
{
    LetterAtDesk at;
    at.advocacy.value.means = AdvocacyMeans::Telephone;
    at.advocacy = need(at.services().records.amend(at.advocacy));
    at.open();
    CHECK_FALSE(at.desk.window.findChild<QPushButton *>(u"letterStraight"_s));
}

} // namespace keywork::test::advocacy_letter_test
