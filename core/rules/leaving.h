// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/leaving_plan.h"

#include <QList>

namespace keywork {

/// So many days before somebody leaves, and after it, a plan for housing is asked for (domain.md, "What is watched"); the day of
/// leaving is day 1 (additions.md, "Counting").
inline constexpr int kLeavingDays = 28;

/// A leaving that the record tells of: a discharge, a release, the end of a detox.
struct LeavingKnown {
    QString kind = {}; ///< table of the record that tells of it
    qint64 record = 0;
    qint64 person = 0;
    LeavingFrom from = LeavingFrom::Hospital;
    QDate began = {}; ///< since when they were there; invalid: not known
    QDate leaves = {}; ///< planned, or when it was
    bool isDoseUnasked = false; ///< nobody has said yet whether the substitute dose was given there
    bool operator==(const LeavingKnown &) const = default;
};

/// What somebody said about coming out.
struct LeavingSaid {
    qint64 record = 0;
    qint64 person = 0;
    LeavingFrom from = LeavingFrom::Hospital;
    QDate onDay = {};
    bool hasHousing = false;
    bool operator==(const LeavingSaid &) const = default;
};

enum class LeavingNeed {
    Ask, ///< they are out, and nobody has asked
    Housing, ///< soon or just out, without a plan for housing
};

struct LeavingDue {
    LeavingKnown about = {};
    LeavingNeed need = LeavingNeed::Ask;
    bool operator==(const LeavingDue &) const = default;
};

/// Whether the day of leaving lies within 28 days of `today`, either way, today and that day counted.
bool isLeavingNow(QDate leaves, QDate today);

/// What Today asks about those who come out. An answer belongs to a leaving when it is about the same person and place, and its
/// day is not before they went in; the latest counts. The end of a treatment is not asked about beside a detox or rehab of the
/// same person. An answer without such a record stands for itself.
QList<LeavingDue> leavingsDue(const QList<LeavingKnown> &known, const QList<LeavingSaid> &said, QDate today);

} // namespace keywork
