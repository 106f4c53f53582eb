// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/choice_list.h"

#include <QHash>

namespace keywork {

class Database;

/// The lists of this file: the fixed ones by their code, the open ones from choice_option.
class ChoiceStore final : public ChoiceSource {
public:
    /// Copies options that this program ships and the file lacks; labels that a manager changed stay.
    Done shipInto(Database &database);
    Done load(Database &database);
    QList<ChoiceOption> options(const QString &list) const override;

private:
    QHash<QString, QList<ChoiceOption>> m_lists;
};

} // namespace keywork
