// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/services.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QPlainTextEdit;
QT_END_NAMESPACE

namespace keywork {

/// The wording that residents are asked to agree to; saving it makes a new version, the earlier ones stay.
class WordingPart : public QWidget {
    Q_OBJECT
public:
    /// Keeps what was typed, if it was.
    void saveIfChanged();
    WordingPart(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);

private:
    void showVersion();
    void save();
    const Services m_services;
    const Navigator m_navigator;
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_version = nullptr;
    QString m_shown;
    std::optional<QString> m_kept; ///< the version that was saved here last
};

} // namespace keywork
