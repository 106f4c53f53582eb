// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/records/names.h"
#include "core/services/records/timeline.h"
#include "core/services/services.h"

namespace keywork {

/// A line of the timeline and what it says.
struct SaidLine {
    TimelineLine line;
    QString sentence;
};

/// Lines of a page: more than a screen holds, few enough that nobody waits.
inline constexpr int kTimelineLines = 100;

/// Reads a timeline on and on, for screen, paper and command line. With words, only lines that say all of them.
class TimelineReading {
public:
    TimelineReading(const Services &services, const TimelineRequest &request, const QString &words = {});
    /// The next lines, fewer than `count` only at the end; some more when words were found close together.
    Result<QList<SaidLine>> next(int count = kTimelineLines);
    bool hasMore() const { return m_hasMore; }
    /// Looking for words ended before the last line, after so many that nobody should wait for more.
    bool gaveUp() const { return m_gaveUp; }

    static constexpr int kMostSearched = 5000;

private:
    Done readPage(int count, QList<SaidLine> &found);
    bool holdsWords(const QString &sentence) const;
    Services m_services;
    TimelineRequest m_request;
    QStringList m_words; ///< folded
    Names m_names;
    int m_searched = 0;
    bool m_hasMore = true;
    bool m_gaveUp = false;
};

/// Every line, page after page.
Result<QList<SaidLine>> wholeTimeline(const Services &services, const TimelineRequest &request, const QString &words = {});

} // namespace keywork
