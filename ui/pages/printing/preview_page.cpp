// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/printing/preview_page.h"

#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/page_view.h"
#include "ui/widgets/parts.h"

#include <QFileDialog>
#include <QPageSize>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
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
    auto *dialog = new QFileDialog(this, tr("Save as PDF"), m_job.fileName + u".pdf"_s, tr("PDF files (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QFileDialog::DontUseNativeDialog); // native ones write lists of recent files
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const Done saved = savePdf(path);
        m_message->setText(saved ? QString() : words::error(saved.error()));
        if (saved)
            m_navigator.say(tr("PDF saved"));
    });
    dialog->open();
}

void PreviewPage::print()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setFullPage(true);
    printer->setDocName(u"Keywork"_s); // the spooler's list is outside our promise: no name in it
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this, [this, printer](QPrinter *) {
        if (Done kept = m_job.beforeLeaving(m_job.document.toPdf()); !kept) {
            m_message->setText(words::error(kept.error()));
            return;
        }
        QPainter painter;
        if (!painter.begin(printer.get())) {
            m_job.failed();
            m_message->setText(tr("The printer can't be reached. Nothing was printed."));
            return;
        }
        const QSizeF sheet = print::Document::sheet();
        painter.scale(printer->paperRect(QPrinter::DevicePixel).width() / sheet.width(),
            printer->paperRect(QPrinter::DevicePixel).height() / sheet.height());
        for (int page = 0; page < m_job.document.pageCount(); ++page) {
            if (page > 0)
                printer->newPage();
            m_job.document.paintPage(painter, page);
        }
        m_navigator.say(tr("Sent to the printer"));
    });
    dialog->open();
}

} // namespace keywork
