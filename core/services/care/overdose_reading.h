// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/rules/overdose_facts.h"

namespace keywork {

class RecordReader;

/// What is on file for the facts of overdose risk, as far as whoever is signed in may read it.
struct OverdoseOnFile {
    QHash<qint64, OverdoseInput> of = {}; ///< by person; one for each who was asked about
    bool isPartial = false; ///< there are kinds of information that they may not read
};

/// AsMayRead: what whoever is signed in may read. Whole: all that is on file, to say that there is more and nothing of what it
/// is; it never reaches a screen itself.
enum class OverdoseReach { AsMayRead, Whole };

/// Reads once a source, however many people are asked about; the caller has made sure that their records are open. A new
/// source (hospital stays, custody, prescriptions) is one function in overdose_reading.cpp (or a group of its own, as
/// overdose_leavings.cpp) and a line in its list.
Result<OverdoseOnFile> readOverdose(
    const RecordReader &records, const QList<qint64> &people, QDate today, OverdoseReach reach = OverdoseReach::AsMayRead);

class Session;
/// Whether whoever is signed in may read every source of the facts: without a statement.
bool readsEveryFact(const Session &session);

} // namespace keywork
