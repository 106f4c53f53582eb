// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/handovers.h"
#include "core/services/house/shifts.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/shifts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kUnreadHours = 24; // house rule: after that the next ones were handed over

bool mayHandOver(const Session &session) { return session.may(Act::Write, Category::Risk); }

/// For whoever is on shift until they have read it; for others of the house until anybody has.
Result<bool> waitsForReader(const WatchFacts &facts, const LatestHandover &latest)
{
    const Id<Staff> self = facts.records().session().staff();
    if (latest.handover->value.writtenBy == self)
        return false;
    const bool isRead = std::any_of(
        latest.reads.cbegin(), latest.reads.cend(), [self](const Kept<HandoverRead> &one) { return one.value.staffId == self; });
    if (isRead || latest.reads.isEmpty())
        return !isRead;
    const auto on = readOnShift(facts.database(), facts.clock().now());
    if (!on)
        return on.error();
    return std::any_of(on->cbegin(), on->cend(), [self](const Kept<OnShift> &one) { return one.value.staffId == self; });
}

Result<QList<WatchItem>> handoverUnreadDue(const WatchFacts &facts)
{
    QList<WatchItem> items;
    if (facts.today() != facts.clock().today())
        return items;
    const QDateTime now = facts.clock().now();
    const auto latest = readLatestHandover(facts.database(), now);
    if (!latest || !latest->handover || latest->handover->value.finishedAt->secsTo(now) > kUnreadHours * 3600)
        return latest ? Result(items) : latest.error();
    const auto waits = waitsForReader(facts, *latest);
    if (!waits || !*waits)
        return waits ? Result(items) : waits.error();
    if (!facts.team())
        return facts.team().error();
    const QDateTime at = facts.clock().local(*latest->handover->value.finishedAt);
    WatchItem item{.subject = {u"handover"_s, latest->handover->id.value, {}}, .day = at.date()};
    item.places.insert(u"who"_s, facts.team()->value(latest->handover->value.writtenBy.value).value.name);
    item.places.insert(u"time"_s, at.toString(u"HH:mm"_s));
    items.append(item);
    facts.changeAt(latest->handover->value.finishedAt->addSecs(kUnreadHours * 3600 + 1));
    return items;
}

Result<QList<WatchItem>> handoverMissingDue(const WatchFacts &facts)
{
    QList<WatchItem> items;
    if (facts.today() != facts.clock().today())
        return items;
    const QDateTime now = facts.clock().now();
    const auto patterns = readShiftPatterns(facts.database());
    const auto missing = patterns ? readShiftsWithoutHandover(facts.database(), *patterns, facts.clock(), now)
                                  : Result<QList<ShiftSpan>>(patterns.error());
    if (!missing)
        return missing.error();
    for (const ShiftSpan &span : *missing) {
        WatchItem item{.subject = {u"shift_pattern"_s, span.pattern.value, {}}, .name = span.name, .day = span.day};
        item.places.insert(u"time"_s, facts.clock().local(span.until).toString(u"HH:mm"_s));
        items.append(item);
        facts.changeAt(span.until.addSecs(kMissingShownHours * 3600 + 1));
    }
    if (const auto span = shiftAt(*patterns, now, facts.clock()))
        facts.changeAt(span->until);
    return items;
}

Result<QList<WatchItem>> handoverItemDueNow(const WatchFacts &facts)
{
    if (facts.today() != facts.clock().today())
        return QList<WatchItem>();
    const QDateTime now = facts.clock().latest();
    return facts.ofRecords<HandoverItem>(handoverItemsOpen(facts.database()), [&](const Kept<HandoverItem> &item, WatchItem &line) {
        if (!item.value.dueAt)
            return false;
        if (*item.value.dueAt > now) {
            facts.changeAt(*item.value.dueAt);
            return false;
        }
        const QDateTime due = facts.clock().local(*item.value.dueAt);
        line.day = due.date();
        line.places.insert(u"what"_s, item.value.what);
        line.places.insert(u"time"_s, due.toString(u"HH:mm"_s));
        return true;
    });
}

} // namespace

extern const WatchRule handoverUnread{
    .code = "handover_unread",
    .category = Category::Risk,
    .mayKnow = mayHandOver,
    .pressing = Pressing::Now,
    .canWait = false,
    .title = QT_TRANSLATE_NOOP("watch", "Handover"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{who} handed over at {time}, {day}. Read it and acknowledge it."),
    .opens = "handover",
    .due = handoverUnreadDue,
};

extern const WatchRule handoverItemDue{
    .code = "handover_item_due",
    .category = Category::Risk,
    .pressing = Pressing::Now,
    .title = QT_TRANSLATE_NOOP("watch", "To be done"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Since {time}, {day}: {what}"),
    .opens = "handover",
    .due = handoverItemDueNow,
};

extern const WatchRule handoverMissing{
    .code = "handover_missing",
    .category = Category::Risk,
    .mayKnow = mayHandOver,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "No handover"),
    .sentence = QT_TRANSLATE_NOOP("watch", "The shift of {day} left none; it ended at {time}."),
    .opens = "handover",
    .due = handoverMissingDue,
};

} // namespace keywork
