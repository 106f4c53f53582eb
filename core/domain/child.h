// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"

namespace keywork {

/// A child of the resident: who they are, where they live, what the resident wishes for.
struct Child {
    Id<Person> personId;
    QString name;
    std::optional<PartialDate> bornOn;
    QString livesWhere;
    Choice contactWanted;
    QString socialWorker; ///< name and telephone
    QString notes;
    std::optional<qint64> age = {}; ///< in years, where no birth date is known, as told on ageOn
    std::optional<QDate> ageOn = {};

    bool operator==(const Child &) const = default;
};

} // namespace keywork
