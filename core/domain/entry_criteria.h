// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"

namespace keywork {

/// One version of the house's written entry criteria (W: clear entry criteria). It stays as it was issued: a change is the
/// next version, and referrals keep the wording that they were decided by.
struct EntryCriteria {
    QString number = {}; ///< EC-0001
    QDate fromOn = {};
    QString note = {}; ///< what changed, and why

    bool operator==(const EntryCriteria &) const = default;
};

struct EntryCriterion {
    Id<EntryCriteria> criteriaId = {};
    qint64 position = 0;
    QString wording = {};
    QString help = {}; ///< how it is judged, or what may stand in its stead

    bool operator==(const EntryCriterion &) const = default;
};

/// Whether the words make drug or alcohol use something that keeps people out. Asks rather too often: it leads to a question
/// to whoever writes it, never to a refusal (W, case study 1: nobody is turned away for drug use alone).
bool turnsOnSubstanceUse(const QString &criterion);

} // namespace keywork
