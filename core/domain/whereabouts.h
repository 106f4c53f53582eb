// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/choice_list.h"

namespace keywork {

/// Whether a resident is in the building. NotKnown is an answer of its own: in a fire they are looked for.
enum class Whereabouts { In, Out, Away, NotKnown };

template <> struct Codes<Whereabouts> {
    static constexpr const char *list = "whereabouts";
    static constexpr std::array options{
        FixedOption{"in", QT_TRANSLATE_NOOP("record", "In")},
        FixedOption{"out", QT_TRANSLATE_NOOP("record", "Out")},
        FixedOption{"away", QT_TRANSLATE_NOOP("record", "Away")},
        FixedOption{"not_known", QT_TRANSLATE_NOOP("record", "Not known")},
    };
};

} // namespace keywork
