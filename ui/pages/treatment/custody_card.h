// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/services.h"
#include "ui/pages/page.h"
#include "ui/widgets/parts.h"

namespace keywork {

class CustodyTable;

/// "Handed in at reception": what is held of a resident's medicine, with the last count and what is open, and the ways to
/// write into its register. Stands by itself: a press leads to the tab "Medicine held" with the form open, unless whoever
/// placed it takes that over with `onWanted`.
class CustodyCard : public Card {
    Q_OBJECT
public:
    CustodyCard(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    /// Reads anew. Hidden where whoever is signed in may not read about treatment.
    void reload();
    /// The record that is chosen in the table; 0: none is held.
    qint64 chosen() const;
    void choose(qint64 held);
    /// What opens the form of an entry: `kind` is a code of custody_kind, `held` 0 for a medicine that is not held yet.
    using Wanted = std::function<void(const QString &kind, qint64 held)>;
    void onWanted(Wanted wanted) { m_wanted = std::move(wanted); }

Q_SIGNALS:
    void chosenChanged();

private:
    void press(const QString &kind);
    const Id<Person> m_person;
    const Services m_services;
    const Navigator m_navigator;
    Wanted m_wanted;
    CustodyTable *m_table = nullptr;
    QPushButton *m_handOver = nullptr;
    QPushButton *m_count = nullptr;
};

} // namespace keywork
