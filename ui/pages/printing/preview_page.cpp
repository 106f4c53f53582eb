// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/printing/preview_page.h"

#include "ui/pages/printing/print_job.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/file_question.h"
#include "ui/widgets/page_view.h"
#include "ui/widgets/parts.h"

#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace keywork {

PreviewPage::PreviewPage(const Job &job, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_job(job)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    auto *top = new QHBoxLayout;
    auto *back = button(tr("&Back"));
    back->setObjectName(u"back"_s);
    connect(back, &QPushButton::clicked, this, [this] { m_navigator.back(); });
    top->addWidget(back);
    top->addWidget(label(job.title, "title"));
    top->addWidget(label(words::pages(job.document.pageCount()), "soft"));
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
    view->setDocument(job.document);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(view);
    layout->addWidget(scroll);
}

Done PreviewPage::savePdf(const QString &path)
{
    const QByteArray bytes = m_job.document.toPdf();
    if (Done kept = m_job.beforeLeaving(bytes); !kept)
        return kept;
    Done written = writeDurably(path, bytes);
    if (!written)
        m_job.failed();
    return written;
}

void PreviewPage::choosePdf()
{
    const FileQuestion question{.title = tr("Save as PDF"),
        .wanted = FileQuestion::Wanted::NewFile,
        .name = m_job.fileName + u".pdf"_s,
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
        if (Done kept = m_job.beforeLeaving(m_job.document.toPdf()); !kept) {
            m_message->setText(words::error(kept.error()));
            return;
        }
        if (!printPages(printer, m_job.document)) {
            m_job.failed();
            m_message->setText(tr("The printer can't be reached. Nothing was printed."));
            return;
        }
        m_navigator.say(tr("Sent to the printer"));
    });
}

} // namespace keywork
