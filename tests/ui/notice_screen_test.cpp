// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/desk.h"
#include "tests/support/notices.h"
#include "tests/support/pdf_text.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/notice/notice_page.h"
#include "ui/pages/printing/preview_page.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/print/stay_letter_documents.h"

namespace keywork::test::notice_screen_test {

using namespace Qt::StringLiterals;

namespace {

struct AtNotice {
    Desk desk;
    NoticedPerson at{desk.made};

    void open()
    {
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.window.enter(shared(desk.made));
        Screen::settle();
    }
    NoticePage *tab(const RecordRef &record = {})
    {
        desk.window.workspace()->visit(residentVisit(at.ben.id.value, u"notice"_s, record));
        Screen::settle();
        auto *resident = qobject_cast<ResidentPage *>(desk.window.workspace()->currentPage());
        REQUIRE(resident);
        auto *page = qobject_cast<NoticePage *>(resident->currentTab());
        REQUIRE(page);
        return page;
    }
    QString ground() { return desk.screen.find<QLabel>(u"noticeGround"_s)->text(); }
};

} // namespace

TEST_CASE("The tab says by what right somebody lives here, the earliest day with its source, and that it is no legal advice")
{
    AtNotice here;
    here.open();
    here.tab();
    CHECK(here.ground().startsWith(u"None can be given"));
    here.at.livesBy(OccupancyKind::Licence);
    Screen::settle();
    here.tab();
    CHECK(here.ground().contains(u"Mon 12 Oct"));
    CHECK(here.ground().contains(u"Protection from Eviction Act 1977"));
    CHECK(here.ground().contains(u"no legal advice"));
}

TEST_CASE("A notice that is typed without a safety plan says so beside the field, and what was typed stays")
{
    AtNotice here;
    here.at.livesBy(OccupancyKind::ExcludedLicence);
    here.open();
    NoticePage *page = here.tab();
    page->show(u"stay_notice"_s);
    page->current()->openEditor({});
    Screen::settle();
    RecordForm *form = page->current()->editor()->form();
    Row row = toRow(here.at.notice());
    for (const Field &field : recordType<StayNotice>().fields)
        if (FieldEditor *one = form->editor(QString::fromLatin1(field.column)))
            one->setValue(row.value(QString::fromLatin1(field.column)));
    page->current()->editor()->markEdited();
    here.desk.screen.press(u"save"_s);
    REQUIRE(page->current()->editor());
    const QList<QLabel *> labels = page->findChildren<QLabel *>();
    CHECK(std::any_of(labels.cbegin(), labels.cend(),
        [](const QLabel *one) { return one->isVisible() && one->text().startsWith(u"No notice without a safety plan"); }));
    CHECK(need(here.at.records().all<StayNotice>()).isEmpty());
    CHECK(form->row().text(u"tried"_s) == u"Two talks and another floor.");
}

TEST_CASE("The letters say why, how to appeal and who gives advice, and a notice prints with its safety plan only")
{
    AtNotice here;
    here.at.livesBy(OccupancyKind::ExcludedLicence);
    const auto plan = need(here.at.records().add(here.at.plan()));
    const auto notice = need(here.at.records().add(here.at.notice()));
    const auto warning = need(here.at.records().add(here.at.warning()));
    const auto letter = need(print::noticeLetter(here.desk.services(), notice));
    CHECK(letter.fitsItsPages());
    const QString words = pdfText(letter.toPdf()).simplified();
    for (const QString &said : {u"Notice to leave"_s, u"12 October 2026"_s, u"Loud until three"_s, u"What was tried before"_s,
             u"You can appeal until"_s, u"28 September 2026"_s, u"law centre"_s, u"Your safety plan"_s, u"the night shelter was asked"_s,
             u"This letter is no legal advice."_s, u"Protection from Eviction Act 1977"_s, u"Decided by Priya Shah"_s}) {
        INFO(said.toStdString());
        CHECK(words.contains(said));
    }
    const QString warned = pdfText(need(print::warningLetter(here.desk.services(), warning)).toPdf()).simplified();
    CHECK(warned.contains(u"your room stays yours"));
    CHECK(warned.contains(u"14 December 2026"));

    here.open();
    here.tab({u"stay_notice"_s, notice.id.value});
    here.desk.screen.press(u"stayLetter"_s);
    CHECK(qobject_cast<PreviewPage *>(here.desk.window.workspace()->currentPage()));
    need(here.at.records().withdraw(recordType<LeavingSafetyPlan>(), plan.id.value, plan.version, u"of another resident"_s));
    const auto without = print::noticeLetter(here.desk.services(), notice);
    REQUIRE_FALSE(bool(without));
    CHECK(without.error().violations == Violations{{u"plan_id"_s, Rule::SafetyPlanFirst, {}}});
    StayWarning prepared = here.at.warning();
    prepared.givenOn.reset();
    const auto notGiven = print::warningLetter(here.desk.services(), need(here.at.records().add(prepared)));
    REQUIRE_FALSE(bool(notGiven));
    CHECK(notGiven.error().kind == ErrorKind::NotAllowedNow);
}

} // namespace keywork::test::notice_screen_test
