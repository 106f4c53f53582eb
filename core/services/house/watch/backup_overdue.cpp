// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/watch/watch_facts.h"
#include "core/services/keeping/backups.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Of the present only. That there is none yet is said by the page itself: a new file has no last one that could be late.
Result<QList<WatchItem>> backupOverdueDue(const WatchFacts &facts)
{
    const Backups *backups = facts.backups();
    if (!backups || !backups->lastGood().isValid() || facts.today() != facts.clock().today())
        return QList<WatchItem>();
    facts.changeAt(backups->overdueFrom());
    if (!backups->isOverdue())
        return QList<WatchItem>();
    WatchItem item{.day = facts.clock().local(backups->lastGood()).date()};
    item.places.insert(u"backup"_s, backups->isFromTheFuture() ? u"to_come"_s : u"late"_s);
    return QList<WatchItem>{item};
}

} // namespace

/// trust.md, "Backups": overdue is on Today.
extern const WatchRule backupOverdue{
    .code = "backup_overdue",
    .category = Category::House,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Backup"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{backup}"),
    .opens = "backups",
    .due = backupOverdueDue,
};

} // namespace keywork
