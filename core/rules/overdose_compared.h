// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/overdose_facts.h"

namespace keywork {

/// The facts of the whole file that rest on nothing in `read`: those that whoever read it may not know.
QList<OverdoseFact> unreadFacts(const OverdoseReading &whole, const OverdoseReading &read);

/// The facts of `read` of a kind that the whole file bears out, too. Where use that they may not read has ended a lowered tolerance,
/// or treatment has gone on, what they may read alone would say what is not so.
OverdoseReading borneOut(OverdoseReading read, const OverdoseReading &whole);

} // namespace keywork
