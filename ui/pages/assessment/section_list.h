// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/assessments.h"
#include "ui/widgets/parts.h"

#include <QHash>

namespace keywork {

/// The sections of a form that whoever is signed in may read, each with how far it is.
class SectionList : public Card {
    Q_OBJECT
public:
    SectionList(const Form &form, const QStringList &readable, QWidget *parent = nullptr);
    void showProgress(const FilledForm &filled, const QString &current);

Q_SIGNALS:
    void chosen(const QString &section);

private:
    QHash<QString, QPushButton *> m_buttons;
};

} // namespace keywork
