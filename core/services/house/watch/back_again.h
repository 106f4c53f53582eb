// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/choice_list.h"

namespace keywork {

/// What is talked about with whoever comes back from hospital or custody, besides the dose that was given there (additions.md,
/// "Counting").
enum class BackAsk { Tolerance, Naloxone };

template <> struct Codes<BackAsk> {
    static constexpr const char *list = "back_ask";
    static constexpr std::array options{
        FixedOption{"tolerance", QT_TRANSLATE_NOOP("record", "tolerance may be lower")},
        FixedOption{"naloxone", QT_TRANSLATE_NOOP("record", "naloxone")},
    };
};

} // namespace keywork
