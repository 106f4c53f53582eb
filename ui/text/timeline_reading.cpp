// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/timeline_reading.h"

#include "core/base/text.h"
#include "core/services/records/records.h"
#include "core/services/records/timeline.h"
#include "core/services/services.h"
#include "ui/text/timeline_words.h"
#include "ui/text/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kSearchedAtOnce = 500;
}

TimelineReading::TimelineReading(const Services &services, const TimelineRequest &request, const QString &words)
    : m_services(services)
    , m_request(request)
    , m_words(folded(words).split(u' ', Qt::SkipEmptyParts))
    , m_names(services.records)
{
}

bool TimelineReading::holdsWords(const QString &sentence) const
{
    const QString said = m_words.isEmpty() ? QString() : folded(sentence);
    return std::all_of(m_words.cbegin(), m_words.cend(), [&said](const QString &word) { return said.contains(word); });
}

Done TimelineReading::readPage(int count, QList<SaidLine> &found)
{
    m_request.limit = count;
    const auto page = m_services.timeline.page(m_request);
    if (!page)
        return page.error();
    QList<KeptRow> rows;
    for (const TimelineLine &line : page->lines)
        rows.append(line.record);
    m_names.learn(rows);
    const words::Names names = words::namesFrom(m_names);
    for (const TimelineLine &line : page->lines)
        if (const QString sentence = words::happening(line, names, m_services.records.choices(), m_services.records.clock());
            holdsWords(sentence))
            found.append({line, sentence});
    m_request.after = page->next;
    m_hasMore = page->next.has_value();
    m_searched += count;
    return {};
}

Result<QList<SaidLine>> TimelineReading::next(int count)
{
    QList<SaidLine> found;
    while (m_hasMore && found.size() < count) {
        const int wanted = m_words.isEmpty() ? count - int(found.size()) : kSearchedAtOnce;
        if (Done read = readPage(wanted, found); !read) {
            m_hasMore = false;
            return read.error();
        }
        if (m_hasMore && !m_words.isEmpty() && m_searched >= kMostSearched) {
            m_hasMore = false;
            m_gaveUp = true;
        }
    }
    return found;
}

Result<QList<SaidLine>> wholeTimeline(const Services &services, const TimelineRequest &request, const QString &words)
{
    TimelineReading reading(services, request, words);
    QList<SaidLine> lines;
    while (reading.hasMore()) {
        const auto next = reading.next(500);
        if (!next)
            return next;
        lines += *next;
    }
    return lines;
}

} // namespace keywork
