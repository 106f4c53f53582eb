// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/move_on.h"
#include "ui/widgets/parts.h"

namespace keywork {

struct Services;

/// How ready they are, a line an area: both views side by side. Opens the view that counts, or a new one.
class ReadinessCard : public Card {
    Q_OBJECT
public:
    ReadinessCard();
    void tell(const QList<ReadinessLine> &lines);
};

/// The day of moving: each leg, whoever sees to it, and what nobody does yet.
class MovingDayCard : public Card {
    Q_OBJECT
public:
    explicit MovingDayCard(const Services &services);
    void tell(const MoveOnPicture &picture);

Q_SIGNALS:
    void stepDone(qint64 step);

private:
    void addStep(const Kept<MoveStep> &kept);
    const Services &m_services;
};

/// Contact after leaving and what came of it, with a button for the follow-up that is due.
class AfterLeavingCard : public Card {
    Q_OBJECT
public:
    AfterLeavingCard();
    void tell(const MoveOnPicture &picture, bool mayAdd);

Q_SIGNALS:
    /// A form for one more try.
    void tryWanted(const QString &after);
};

} // namespace keywork
