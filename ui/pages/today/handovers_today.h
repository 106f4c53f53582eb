// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/services.h"
#include "ui/pages/page.h"
#include "ui/widgets/parts.h"

namespace keywork {

/// What a shift told the next, as the card shows it.
struct HandoverShown {
    QString shift; ///< "Night"; empty: the house has no shifts on file
    QString by;
    QString at; ///< "Mon 14 Sep 07:10"
    QString words; ///< empty: nothing was added to what it was made of
    qsizetype lines = 0; ///< that it was made of
};

/// The last ones that were finished, the latest first; of a place that has none, nothing.
QList<HandoverShown> lastHandovers(const Services &services);

/// The card of the last three shifts' handovers. Hidden where they may not be read, and where there is none.
class HandoversToday : public Card {
    Q_OBJECT
public:
    explicit HandoversToday(const Navigator &navigator, QWidget *parent = nullptr);
    void setHandovers(const QList<HandoverShown> &handovers);
};

} // namespace keywork
