// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/sharing/missing_sheet.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;
QT_END_NAMESPACE

namespace keywork {

class LawfulPart;

/// What is decided before a missing-person sheet is looked at: for which police, whether the photo may be on it and why, what of
/// immediate risk is told in whose words, and the lawful reason.
class MissingSheetPart : public QWidget {
    Q_OBJECT
public:
    MissingSheetPart(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    MissingSheetWish wish() const;
    LawfulPart *lawful() const { return m_lawful; }

Q_SIGNALS:
    void closed();

private:
    void buildChoices(QVBoxLayout *layout);
    void look();
    const Id<Person> m_person;
    const Services m_services;
    const Navigator m_navigator;
    QComboBox *m_police = nullptr;
    QComboBox *m_photo = nullptr;
    QPlainTextEdit *m_risk = nullptr;
    QCheckBox *m_tellsHealth = nullptr;
    LawfulPart *m_lawful = nullptr;
    QLabel *m_problem = nullptr;
};

} // namespace keywork
