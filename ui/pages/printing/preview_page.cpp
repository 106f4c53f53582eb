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
#include "ui/widgets/page_view.h"
#include "ui/widgets/parts.h"

#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace keywork {

PreviewPage::PreviewPage(const Printout &printout, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_printout(printout)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    auto *top = new QHBoxLayout;
    auto *back = button(tr("&Back"));
    back->setObjectName(u"back"_s);
    connect(back, &QPushButton::clicked, this, [this] { m_navigator.back(); });
    top->addWidget(back);
    top->addWidget(label(printout.title, "title"));
    top->addWidget(label(words::pages(printout.document.pageCount()), "soft"));
    top->addStretch();
    m_message = label({}, "problem");
    top->addWidget(m_message);
    auto *save = button(tr("Save as P&DF…"));
    save->setObjectName(u"savePdf"_s);
    auto *print = button(tr("&Print…"), "primary");
    print->setToolTip(tr("Ctrl+P"));
    print->setShortcut(QKeySequence::Print);
    connect(save, &QPushButton::clicked, this, &PreviewPage::choosePdf);
    connect(print, &QPushButton::clicked, this, &PreviewPage::print);
    top->addWidget(save);
    top->addWidget(print);
    layout->addLayout(top);
    print->setFocus(); // after the line has its place: a widget without a parent can't be the page's choice
    auto *view = new PageView;
    view->setPageWidth(Theme::scaled(700));
    view->setDocument(printout.document);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(view);
    layout->addWidget(scroll);
}

Done PreviewPage::savePdf(const QString &path)
{
    const QByteArray bytes = m_printout.document.toPdf();
    if (!m_printout.about)
        return writeDurably(path, bytes, IfThere::Replace); // the dialog asked
    const auto left = m_services.disclosures.leave(
        {.about = *m_printout.about, .files = {{path, bytes, IfThere::Replace}}, .alsoKnownBy = m_printout.alsoKnownBy});
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
        m_message->setText(saved ? QString() : words::error(saved.error()));
        if (saved)
            m_navigator.say(tr("PDF saved"));
    });
}

void PreviewPage::print()
{
    askForPrinter(this, [this](QPrinter &printer) {
        std::optional<Kept<Disclosure>> kept;
        if (m_printout.about) {
            const auto noted = m_services.disclosures.keep(
                {.about = *m_printout.about, .alsoKnownBy = m_printout.alsoKnownBy, .paper = m_printout.document.toPdf()});
            if (!noted) {
                m_message->setText(words::error(noted.error()));
                return;
            }
            kept = *noted;
        }
        if (!printPages(printer, m_printout.document)) {
            const Done amended = kept ? m_services.disclosures.didNotLeave(*kept) : Done();
            m_message->setText(amended ? tr("The printer can't be reached. Nothing was printed.") : words::error(amended.error()));
            return;
        }
        m_navigator.say(tr("Sent to the printer"));
    });
}

} // namespace keywork
