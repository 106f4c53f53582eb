// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace keywork {

class PageView;

/// A document before it becomes paper or a file. What is shown is what leaves.
class PreviewPage : public Page {
    Q_OBJECT
public:
    PreviewPage(const Printout &printout, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override { }
    /// Also for tests: the whole way of "Save as PDF" without the dialog.
    Done savePdf(const QString &path);

private:
    void print();
    void choosePdf();
    const Printout m_printout;
    QLabel *m_message = nullptr;
};

} // namespace keywork
