// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/risks.h"
#include "core/services/services.h"
#include "ui/widgets/parts.h"

namespace keywork {

/// The level of overdose risk that a worker recorded, and the facts that hold today, each with its day and what it does. Shown
/// wherever it matters: the tab Risk, beside a review of substance use, on the overview.
class OverdoseCard : public Card {
    Q_OBJECT
public:
    OverdoseCard(Id<Person> person, const Services &services, QWidget *parent = nullptr);
    /// Reads anew. Hidden where whoever is signed in may not read about risk.
    void reload();
    /// A button in the title's line that says "Record the level"; asked for by recordWanted().
    void offerRecording();

Q_SIGNALS:
    void recordWanted();

private:
    void addFact(const OverdoseFact &fact);
    /// That there is more on file than whoever is signed in may read, and whom to ring.
    void addUnread(const OverdosePicture &picture);
    void addRules(const OverdosePicture &picture);
    const Id<Person> m_person;
    const Services m_services;
    QLabel *m_level = nullptr;
    QVBoxLayout *m_facts = nullptr;
};

/// A fact as a sentence in the reader's language.
QString sayFact(const OverdoseFact &fact);
/// "high, recorded 14 Sep 2026", or that nobody recorded one.
QString sayLevel(const std::optional<Kept<OverdoseLevel>> &level, const Services &services);

} // namespace keywork
