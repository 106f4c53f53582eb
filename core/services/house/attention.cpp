// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/attention.h"

#include "core/domain/staff.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/database.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

void sortByPressing(QList<WatchItem> &items)
{
    std::stable_sort(items.begin(), items.end(), [](const WatchItem &a, const WatchItem &b) {
        const auto rank = [](const WatchItem &item) { return std::pair(int(item.pressing()), orderOf(*item.rule)); };
        return rank(a) != rank(b) ? rank(a) < rank(b) : a.day < b.day;
    });
}

} // namespace

Result<QHash<qint64, QString>> Attention::teamNames() const
{
    const auto team = m_records.all<Staff>({.withWithdrawn = true});
    if (!team)
        return team.error();
    QHash<qint64, QString> names;
    for (const Kept<Staff> &member : *team)
        names.insert(member.id.value, member.value.name);
    return names;
}

Result<WatchedDay> Attention::watched(QDate on) const
{
    const Session &session = m_records.session();
    if (!session.may(Act::Read, Category::Identity))
        return Error{ErrorKind::NotPermitted, {}, {}};
    const WatchFacts facts(m_records, m_people, on, m_backups);
    WatchedDay day;
    if (on == m_records.today())
        day.changeAt(m_records.clock().startOf(on.addDays(1)));
    for (const WatchRule *rule : watchRules()) {
        if (!mayKnow(*rule, session))
            continue;
        auto items = rule->due(facts);
        if (!items)
            return items.error();
        for (WatchItem &item : *items) {
            item.rule = rule;
            day.items.append(item);
        }
    }
    if (facts.changesAt().isValid())
        day.changeAt(facts.changesAt());
    if (Done named = facts.nameResidents(day.items); !named)
        return named.error();
    if (Done rung = addCalls(day, on); !rung)
        return rung.error();
    sortByPressing(day.items);
    if (Done taken = takeSnoozedOut(day, on); !taken)
        return taken.error();
    return day;
}

Result<QList<WatchItem>> Attention::today(QDate on) const
{
    const auto day = watched(on);
    return day ? Result(day->items) : day.error();
}

const Result<WatchedDay> &Attention::now() const
{
    const QDateTime at = m_records.clock().now();
    const QDate on = m_records.today();
    const qint64 written = m_records.database().rowsWritten();
    const bool holds = m_now && m_now->day && m_now->on == on && m_now->written == written && m_now->at <= at
        && (!m_now->day->changesAt.isValid() || at < m_now->day->changesAt);
    if (!holds)
        m_now = Read{watched(on), on, written, at};
    return m_now->day;
}

} // namespace keywork
