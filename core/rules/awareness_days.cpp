// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/awareness_days.h"

#include <QtGlobal>
#include <array>

namespace keywork {

namespace {

constexpr std::array kAwarenessDays{
    AwarenessDay{2, 20, QT_TRANSLATE_NOOP("record", "World Day of Social Justice")},
    AwarenessDay{6, 26, QT_TRANSLATE_NOOP("record", "Support. Don't Punish")},
    AwarenessDay{7, 28, QT_TRANSLATE_NOOP("record", "World Hepatitis Day")},
    AwarenessDay{8, 31, QT_TRANSLATE_NOOP("record", "International Overdose Awareness Day")},
    AwarenessDay{9, 1, QT_TRANSLATE_NOOP("record", "Recovery month")},
    AwarenessDay{12, 1, QT_TRANSLATE_NOOP("record", "World AIDS Day")},
};

} // namespace

std::optional<AwarenessAhead> awarenessAhead(QDate today)
{
    std::optional<AwarenessAhead> next;
    for (const AwarenessDay &one : kAwarenessDays) {
        const QDate on(today.year(), one.month, one.day); // none is so early in the year that one of the next is near
        const qint64 days = today.daysTo(on);
        if (days >= 0 && days <= kAwarenessAheadDays && (!next || on < next->on))
            next = AwarenessAhead{on, one.name};
    }
    return next;
}

} // namespace keywork
