// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/person.h"
#include "core/record/happening.h"
#include "core/record/record_type.h"

namespace keywork {

class Records;

/// One line of what happened, by when it did, whenever it was written down.
struct TimelineLine {
    QDateTime at; ///< UTC
    bool isDay = false; ///< the day is known, the time is not
    Phase phase = Phase::Happened;
    KeptRow record; ///< what whoever is signed in may see of it
};

/// Which lines: of one resident, or of the house.
struct TimelineRequest {
    Id<Person> person = {}; ///< none: everybody's
    QList<const RecordType *> kinds = {}; ///< empty: all that happen
    std::optional<QDate> from = {}; ///< days of the house, both included
    std::optional<QDate> until = {};
    bool withAhead = false; ///< also what is still to come: appointments
    std::optional<Happening> after = {}; ///< the last line of the page before
    std::optional<EnteredSince> entered = {}; ///< only what was written down later, whenever it happened
    int limit = 100;
};

/// Lines and whether there are more behind the last; a page may be short because of lines that may not be seen.
struct TimelinePage {
    QList<TimelineLine> lines;
    std::optional<Happening> next = {};
};

/// Everything about a person in one list (product.md, A17), newest first, as far as whoever is signed in may read it.
class Timeline {
public:
    explicit Timeline(const Records &records)
        : m_records(records)
    {
    }
    /// NeedToKnow for a closed record. Kinds that may not be read are left out.
    Result<TimelinePage> page(const TimelineRequest &request) const;
    /// The kinds that happen and that whoever is signed in may read, in the order of the list of kinds.
    QList<const RecordType *> kinds() const;

private:
    const Records &m_records;
};

} // namespace keywork
