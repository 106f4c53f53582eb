// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

class MissingCard;
class MissingStepsCard;

/// When a resident was last seen, and what is done when nobody replies: the steps, each one key, and once they are missing
/// what is told of them and how they are found again.
class LastSeenPage : public Page {
    Q_OBJECT
public:
    LastSeenPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    void showRecord(const RecordRef &record) override;
    void showForm(const RecordRef &record, const QString &part) override;
    MissingStepsCard *steps() const { return m_steps; }
    MissingCard *missing() const { return m_missing; }

private:
    void buildSeen(QVBoxLayout *layout);
    void seenNow();
    void reloadSeen();
    const Id<Person> m_person;
    QLabel *m_when = nullptr;
    QLabel *m_asked = nullptr;
    QLineEdit *m_where = nullptr;
    QPushButton *m_seenNow = nullptr;
    MissingStepsCard *m_steps = nullptr;
    MissingCard *m_missing = nullptr;
};

} // namespace keywork
