// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/printing/preview_page.h"

#include "core/services/keeping/hostel_file.h"
#include "core/services/sharing/disclosures.h"
#include "core/services/sharing/durable_file.h"
#include "ui/pages/printing/print_job.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/file_question.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/page_view.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/told.h"

#include <QScrollArea>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace keywork {

PreviewPage::PreviewPage(const Printout &printout, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_printout(printout)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    auto *top = wrappingLine(8);
    auto *back = button(tr("&Back"));
    back->setObjectName(u"back"_s);
    connect(back, &QPushButton::clicked, this, [this] { m_navigator.back(); });
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), this); // as out of a form; looking changed nothing
    connect(escape, &QShortcut::activated, this, [this] { m_navigator.back(); });
    top->addWidget(back);
    m_title = label({}, "title", Theme::isLarge());
    m_pages = label({}, "soft", Theme::isLarge());
    top->addWidget(m_title);
    top->addWidget(m_pages);
    pushRight(top);
    m_message = label({}, "problem", true);
    top->addWidget(m_message);
    m_shown = button(tr("Shown to the &resident"));
    m_shown->setObjectName(u"shownToResident"_s);
    connect(m_shown, &QPushButton::clicked, this, &PreviewPage::issueAsShown);
    m_save = button({});
    m_save->setObjectName(u"savePdf"_s);
    m_print = button({}, "primary");
    m_print->setToolTip(tr("Ctrl+P"));
    connect(m_save, &QPushButton::clicked, this, &PreviewPage::choosePdf);
    connect(m_print, &QPushButton::clicked, this, &PreviewPage::print);
    for (QPushButton *each : {m_shown, m_save, m_print})
        top->addWidget(each);
    layout->addLayout(top);
    m_issuing = label(tr("A draft still. Printing it, saving it as a file or “Shown to the resident” issues it: from then on it stays as "
                         "it is, and later changes begin the next version. Going back leaves it a draft."),
        "soft", true);
    m_issuing->setObjectName(u"issuing"_s);
    layout->addWidget(m_issuing);
    m_print->setFocus(); // after the line has its place: a widget without a parent can't be the page's choice
    m_view = new PageView;
    m_view->setPageWidth(Theme::scaled(700));
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_view);
    layout->addWidget(scroll);
    showPrintout();
}

void PreviewPage::showPrintout()
{
    const bool issues = bool(m_printout.issue);
    m_title->setText(m_printout.title);
    m_pages->setText(words::pages(m_printout.document.pageCount()));
    m_issuing->setVisible(issues);
    m_shown->setVisible(issues);
    m_save->setText(issues ? tr("Issue and save as P&DF…") : tr("Save as P&DF…"));
    m_print->setText(issues ? tr("Issue and &print…") : tr("&Print…"));
    m_print->setShortcut(QKeySequence::Print); // a new text takes the key away
    m_view->setDocument(m_printout.document);
}

Done PreviewPage::issue()
{
    if (!m_printout.issue)
        return {};
    const auto issued = m_printout.issue();
    if (!issued)
        return issued.error();
    const Printout fixed = *issued;
    m_printout = fixed;
    showPrintout();
    return {};
}

void PreviewPage::issueAsShown()
{
    if (Done issued = issue(); !issued) {
        tellOnPage(m_message, words::error(issued.error()));
        return;
    }
    m_navigator.say(tr("Issued, shown to the resident"));
    m_navigator.back(); // where what they said is recorded
}

Done PreviewPage::savePdf(const QString &path)
{
    // What can't be written there is found out before anything is issued.
    if (Done may = checkMayWrite(path, "%PDF", IfThere::Replace); !may)
        return may;
    if (Done issued = issue(); !issued)
        return issued;
    const QByteArray bytes = m_printout.document.toPdf();
    if (!m_printout.about)
        return writeDurably(path, bytes, IfThere::Replace); // the dialog asked
    const auto left = m_services.disclosures.leave({.about = *m_printout.about,
        .files = {{path, bytes, IfThere::Replace}},
        .alsoKnownBy = m_printout.alsoKnownBy,
        .before = m_printout.mayStill});
    return left ? Done() : Done(left.error());
}

void PreviewPage::choosePdf()
{
    const FileQuestion question{.title = tr("Save as PDF"),
        .wanted = FileQuestion::Wanted::NewFile,
        .name = m_printout.fileName + u".pdf"_s,
        .filter = tr("PDF files (*.pdf)"),
        .suffix = u"pdf"_s};
    askForFile(this, question, [this](const QString &path) {
        const Done saved = savePdf(path);
        tellOnPage(m_message, saved ? QString() : words::error(saved.error()));
        if (saved)
            m_navigator.say(tr("PDF saved"));
    });
}

void PreviewPage::print()
{
    askForPrinter(this, [this](QPrinter &printer) { printOn(printer); });
}

void PreviewPage::printOn(QPrinter &printer)
{
    if (extentOf(printer, m_printout.document.pageCount()).pages.isEmpty()) { // before anything is issued
        tellOnPage(m_message, tr("None of the pages that were chosen is there. Nothing was printed."));
        return;
    }
    if (Done issued = issue(); !issued) {
        tellOnPage(m_message, words::error(issued.error()));
        return;
    }
    const PrintExtent extent = extentOf(printer, m_printout.document.pageCount());
    const QString printed = words::printedExtent(extent.pages, extent.pageCount, extent.copies);
    std::optional<Kept<Disclosure>> kept;
    if (m_printout.about) {
        Disclosure about = *m_printout.about;
        about.extent = printed;
        const auto noted = m_services.disclosures.keep(
            {.about = about, .alsoKnownBy = m_printout.alsoKnownBy, .paper = m_printout.document.toPdf(), .before = m_printout.mayStill});
        if (!noted) {
            tellOnPage(m_message, words::error(noted.error()));
            return;
        }
        kept = *noted;
    }
    if (!printPages(printer, m_printout.document)) {
        const Done amended = kept ? m_services.disclosures.didNotLeave(*kept) : Done();
        tellOnPage(m_message, amended ? tr("The printer can't be reached. Nothing was printed.") : words::error(amended.error()));
        return;
    }
    tellOnPage(m_message, {});
    // Where no printer is set up, the dialog offers a file: say so, since anybody at this PC can open it.
    if (printer.outputFormat() == QPrinter::PdfFormat && !printer.outputFileName().isEmpty())
        m_navigator.say(tr("Written as a file that anybody can open: %1").arg(QFileInfo(printer.outputFileName()).absoluteFilePath()));
    else
        m_navigator.say(tr("Sent to the printer: %1").arg(printed));
}

} // namespace keywork
