// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/awareness_days.h"
#include "core/services/house/watch/watch_facts.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> awarenessDayDue(const WatchFacts &facts)
{
    const auto next = awarenessAhead(facts.today());
    if (!next)
        return QList<WatchItem>();
    WatchItem item{.day = next->on};
    item.labels.insert(QStringLiteral("what"), next->name);
    return QList<WatchItem>{item};
}

} // namespace

extern const WatchRule awarenessDay{
    .code = "awareness_day",
    .category = Category::House,
    .pressing = Pressing::Tidy,
    .title = QT_TRANSLATE_NOOP("watch", "Awareness day"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{what}: {day}. Posters and a group session can be planned now."),
    .opens = "guidance",
    .due = awarenessDayDue,
};

} // namespace keywork
