// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/house/records_page.h"

QT_BEGIN_NAMESPACE
class QLayout;
QT_END_NAMESPACE

namespace keywork {

class EpisodeCard;

/// A resident's treatment: the episode that counts with what they take along, then the lists of everything about treatment. A
/// form has the whole room.
class TreatmentListsPage : public KindsPage {
    Q_OBJECT
public:
    TreatmentListsPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    bool concerns(const QList<Change> &changes) const override;
    EpisodeCard *card() const { return m_card; }

private:
    QLayout *prints();
    const Id<Person> m_person;
    EpisodeCard *m_card = nullptr;
};

} // namespace keywork
