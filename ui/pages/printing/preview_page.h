// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QPrinter;
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

class PageView;

/// A document before it becomes paper or a file. What is shown is what leaves; what is issued by leaving says so before.
class PreviewPage : public Page {
    Q_OBJECT
public:
    PreviewPage(const Printout &printout, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override { }
    /// Also for tests: the whole way of "Save as PDF" without the dialog.
    Done savePdf(const QString &path);
    /// The same of "Print": what leaves on the printer that was chosen.
    void printOn(QPrinter &printer);

private:
    void showPrintout();
    /// Whatever leaves from now on is fixed; nothing when it was already.
    Done issue();
    void issueAsShown();
    void print();
    void choosePdf();
    Printout m_printout;
    QLabel *m_title = nullptr;
    QLabel *m_pages = nullptr;
    QLabel *m_issuing = nullptr;
    QPushButton *m_shown = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_print = nullptr;
    PageView *m_view = nullptr;
    QLabel *m_message = nullptr;
};

} // namespace keywork
