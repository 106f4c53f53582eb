// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/choice_list.h"

#include <algorithm>

namespace keywork {

QString ChoiceSource::label(const QString &list, const QString &code) const
{
    for (const ChoiceOption &option : options(list))
        if (option.code == code)
            return option.label;
    return code;
}

bool ChoiceSource::knows(const QString &list, const QString &code) const
{
    const QList<ChoiceOption> all = options(list);
    return std::any_of(all.cbegin(), all.cend(), [&](const ChoiceOption &option) { return option.code == code; });
}

} // namespace keywork
