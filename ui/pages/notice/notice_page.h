// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/house/records_page.h"

namespace keywork {

class Card;

/// A resident's warnings and notices, what they stand on, and above them what a notice given today would have to keep to.
class NoticePage : public KindsPage {
    Q_OBJECT
public:
    NoticePage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    bool concerns(const QList<Change> &changes) const override;

private:
    void offerLetter(const KeptRow &row, QVBoxLayout *below);
    void lookAt(const KeptRow &row);
    QString groundWords() const;
    const Id<Person> m_person;
    QLabel *m_ground = nullptr;
};

} // namespace keywork
