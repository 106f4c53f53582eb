// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/house.h"
#include "core/domain/roll_call.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/desk_reading.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QTime kDeskNightEnds(6, 0); // house rule: until then whoever should be out since the evening is named
constexpr int kBarringAheadDays = 7; // house rule

Result<House> houseOfDesk(const WatchFacts &facts)
{
    const auto houses = facts.records().all<House>();
    if (!houses)
        return houses.error();
    return houses->isEmpty() ? House() : houses->first().value;
}

/// The last moment by which whoever does not live here was to be out, while it is night; none: nobody asks now. Of the present
/// day only: nobody is in the building tomorrow.
Result<std::optional<QDateTime>> outBySince(const WatchFacts &facts)
{
    const auto house = houseOfDesk(facts);
    if (!house)
        return house.error();
    const Clock &clock = facts.clock();
    if (!house->visitorsOutBy || facts.today() != clock.today())
        return std::optional<QDateTime>();
    const QDateTime now = clock.latest();
    const QTime outBy = *house->visitorsOutBy;
    const QTime time = clock.local(now).time();
    const bool isThroughMidnight = outBy > kDeskNightEnds;
    const QDate today = clock.local(now).date();
    const auto momentOf = [&clock](QDate day, QTime at) {
        const WallTime wall = clock.resolve(day, at);
        return wall.earlier.isValid() ? wall.earlier : clock.startOf(day);
    };
    if (time >= outBy && (isThroughMidnight || time < kDeskNightEnds)) {
        facts.changeAt(momentOf(isThroughMidnight ? today.addDays(1) : today, kDeskNightEnds));
        return std::optional(momentOf(today, outBy));
    }
    if (isThroughMidnight && time < kDeskNightEnds) {
        facts.changeAt(momentOf(today, kDeskNightEnds));
        return std::optional(momentOf(today.addDays(-1), outBy));
    }
    facts.changeAt(momentOf(outBy > time ? today : today.addDays(1), outBy));
    return std::optional<QDateTime>();
}

WatchItem stillInside(const WatchFacts &facts, const RecordType &type, qint64 id, const QString &name, const QDateTime &came)
{
    WatchItem item{.subject = {QString::fromLatin1(type.table), id, {}}, .name = name};
    item.day = facts.clock().local(came).date();
    item.places.insert(u"since"_s, facts.clock().local(came).toString(u"yyyy-MM-ddTHH:mm"_s));
    return item;
}

/// By name, whoever's guest they are: the host stands on the desk's page.
Result<QList<WatchItem>> visitorStillInDue(const WatchFacts &facts)
{
    QList<WatchItem> items;
    const auto since = outBySince(facts);
    if (!since)
        return since.error();
    if (!*since)
        return items; // by day nobody is asked for
    const auto inside = visitorsInside(facts.database());
    if (!inside)
        return inside.error();
    for (const KeptRow &row : *inside) {
        const auto visitor = asKind<Visitor>(row);
        if (!visitor)
            return visitor.error();
        if (visitor->value.cameAt <= facts.clock().latest())
            items.append(stillInside(facts, recordType<Visitor>(), row.id, visitor->value.name, visitor->value.cameAt));
    }
    return items;
}

Result<QList<WatchItem>> contractorStillInDue(const WatchFacts &facts)
{
    QList<WatchItem> items;
    const auto since = outBySince(facts);
    if (!since)
        return since.error();
    if (!*since)
        return items; // by day nobody is asked for
    const auto inside = contractorsInside(facts.database());
    if (!inside)
        return inside.error();
    for (const KeptRow &row : *inside) {
        const auto contractor = asKind<Contractor>(row);
        if (!contractor)
            return contractor.error();
        items.append(stillInside(facts, recordType<Contractor>(), row.id, contractor->value.firm, contractor->value.cameAt));
    }
    return items;
}

/// From a week before its review or its last day on; what was looked at has another review day.
Result<QList<WatchItem>> barringReviewDue(const WatchFacts &facts)
{
    const auto rows = barringsOn(facts.database(), facts.today());
    if (!rows)
        return rows.error();
    QList<WatchItem> items;
    for (const KeptRow &row : *rows) {
        const auto barring = asKind<Barring>(row);
        if (!barring)
            return barring.error();
        const QDate next = std::min(barring->value.reviewOn, barring->value.untilOn);
        if (facts.today().daysTo(next) > kBarringAheadDays)
            continue;
        WatchItem item{.subject = {u"barring"_s, row.id, barring->value.personId}, .name = barring->value.name, .day = next};
        item.places.insert(u"until_day"_s, barring->value.untilOn.toString(Qt::ISODate));
        items.append(item);
    }
    return items;
}

Result<QList<WatchItem>> deliveryWaitingDue(const WatchFacts &facts)
{
    const auto house = houseOfDesk(facts);
    const auto rows = deliveriesHere(facts.database());
    if (!house || !rows)
        return house ? rows.error() : house.error();
    QList<WatchItem> items;
    for (const KeptRow &row : *rows) {
        const auto delivery = asKind<Delivery>(row);
        if (!delivery)
            return delivery.error();
        const QDate came = facts.clock().local(delivery->value.cameAt).date();
        if (came.daysTo(facts.today()) < house->deliveryDays)
            continue;
        WatchItem item{.subject = {u"delivery"_s, row.id, delivery->value.personId}, .name = delivery->value.forWhom, .day = came};
        item.places.insert(u"what"_s, delivery->value.what);
        items.append(item);
    }
    return items;
}

Result<QList<WatchItem>> rollCallOpenDue(const WatchFacts &facts)
{
    const auto rows = rollCallsOpen(facts.database());
    if (!rows)
        return rows.error();
    QList<WatchItem> items;
    for (const KeptRow &row : *rows) {
        const auto call = asKind<RollCall>(row);
        if (!call)
            return call.error();
        WatchItem item{.subject = {u"roll_call"_s, row.id, {}}};
        item.day = facts.clock().local(call->value.beganAt).date();
        item.places.insert(u"since"_s, facts.clock().local(call->value.beganAt).toString(u"yyyy-MM-ddTHH:mm"_s));
        items.append(item);
    }
    return items;
}

} // namespace

extern const WatchRule rollCallOpen{
    .code = "roll_call_open",
    .category = Category::House,
    .pressing = Pressing::Now,
    .canWait = false,
    .title = QT_TRANSLATE_NOOP("watch", "Roll call not ended"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Begun {since}. Tick who is accounted for, or say how it ended."),
    .opens = "roll-call",
    .due = rollCallOpenDue,
};

extern const WatchRule visitorStillIn{
    .code = "visitor_still_in",
    .category = Category::Housing,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Visitor still in"),
    .sentence = QT_TRANSLATE_NOOP("watch", "In since {since}, past the house's hour. Has somebody seen them go?"),
    .opens = "desk",
    .due = visitorStillInDue,
};

extern const WatchRule contractorStillIn{
    .code = "contractor_still_in",
    .category = Category::House,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Contractor still in"),
    .sentence = QT_TRANSLATE_NOOP("watch", "In since {since}, and it is night. Has somebody seen them go?"),
    .opens = "desk",
    .due = contractorStillInDue,
};

extern const WatchRule barringReview{
    .code = "barring_review",
    .category = Category::Housing,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Barring to look at again"),
    .sentence = QT_TRANSLATE_NOOP("watch", "To be looked at {day}; it ends {until_day}. Are they still not to be let in?"),
    .opens = "desk",
    .due = barringReviewDue,
};

extern const WatchRule deliveryWaiting{
    .code = "delivery_waiting",
    .category = Category::Housing,
    .pressing = Pressing::Tidy,
    .title = QT_TRANSLATE_NOOP("watch", "Delivery still here"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Here since {day}: {what}"),
    .opens = "desk",
    .due = deliveryWaitingDue,
};

} // namespace keywork
