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
    struct Job {
        print::Document document;
        QString title;
        QString fileName; ///< without .pdf, never a person's name
        std::function<Done(const QByteArray &)> beforeLeaving; ///< keeps the disclosure
        std::function<void()> failed; ///< nothing left after all
    };
    PreviewPage(const Job &job, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override { }
    /// Also for tests: the whole way of "Save as PDF" without the dialog.
    Done savePdf(const QString &path);

private:
    void print();
    void choosePdf();
    const Job m_job;
    QLabel *m_message = nullptr;
};

} // namespace keywork
