// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/rules/incident_patterns.h"

namespace keywork {

class RecordReader;

/// The incidents of these days of the house's calendar, both included, for their patterns; without those that somebody is in
/// whose record is closed to whoever asks, so that no number tells of them. Substances are those of the catalogue that the
/// report names, in what happened or wherever a record of the incident has a field for them. NotPermitted.
Result<QList<PatternIncident>> incidentsForPatterns(const RecordReader &records, QDate from, QDate until);

} // namespace keywork
