// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/resident/timeline_model.h"

#include "core/services/records/records.h"
#include "core/services/records/timeline.h"
#include "core/services/services.h"
#include "ui/text/timeline_words.h"
#include "ui/text/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

TimelineModel::TimelineModel(const Services &services, QObject *parent)
    : QAbstractListModel(parent)
    , m_services(services)
{
}

QList<SaidLine> TimelineModel::readOn(int count)
{
    const auto next = m_reading->next(count);
    m_problem = next ? std::nullopt : std::optional(next.error());
    return next ? *next : QList<SaidLine>();
}

bool TimelineModel::read(const TimelineRequest &request, const QString &words, int atLeast)
{
    beginResetModel();
    m_reading.emplace(m_services, request, words);
    m_lines = readOn(std::max(kTimelineLines, atLeast));
    endResetModel();
    return !m_problem;
}

bool TimelineModel::canFetchMore(const QModelIndex &parent) const { return !parent.isValid() && m_reading && m_reading->hasMore(); }

void TimelineModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const QList<SaidLine> next = readOn(kTimelineLines);
    if (next.isEmpty())
        return;
    beginInsertRows({}, int(m_lines.size()), int(m_lines.size() + next.size()) - 1);
    m_lines += next;
    endInsertRows();
}

int TimelineModel::rowOf(const TimelineLine &line) const
{
    const auto found = std::find_if(m_lines.cbegin(), m_lines.cend(), [&line](const SaidLine &said) {
        const KeptRow &record = said.line.record;
        return record.id == line.record.id && record.row.type == line.record.row.type && said.line.phase == line.phase;
    });
    return found == m_lines.cend() ? -1 : int(found - m_lines.cbegin());
}

int TimelineModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_lines.size()); }

bool TimelineModel::opensDay(int row) const
{
    const Clock &clock = m_services.records.clock();
    return row == 0 || clock.local(m_lines.at(row).line.at).date() != clock.local(m_lines.at(row - 1).line.at).date();
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SaidLine &said = m_lines.at(index.row());
    const Clock &clock = m_services.records.clock();
    const QString kind = words::label(said.line.record.row.type->title);
    const QString day = words::timelineDay(said.line, clock);
    const QString time = words::timelineTime(said.line, clock);
    switch (role) {
    case Qt::DisplayRole:
        return said.sentence;
    case Qt::AccessibleTextRole:
        return (time.isEmpty() ? day : day + u' ' + time) + u": "_s + said.sentence + u". "_s + kind;
    case DayRole:
        return day;
    case TimeRole:
        return time;
    case KindRole:
        return kind;
    case IsAheadRole:
        return said.line.at > clock.now();
    case OpensDayRole:
        return opensDay(index.row());
    default:
        return {};
    }
}

} // namespace keywork
