// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/house.h"
#include "core/services/care/last_seen.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/missing_reading.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kTriesNamed = 3; // of having looked for them, the latest

QString wallTime(const QDateTime &at, const Clock &clock) { return clock.local(at).toString(u"HH:mm"_s); }

/// When they were last seen, as far as it may be told.
void putLastSeen(WatchItem &item, const std::optional<SeenTold> &told, const Clock &clock)
{
    if (!told)
        return;
    item.day = clock.local(told->at).date();
    if (!told->onlyDay)
        item.places.insert(u"seen_time"_s, wallTime(told->at, clock));
    item.places.insert(u"seen_where"_s, told->where);
    item.places.insert(u"seen_by"_s, told->by);
}

void putTries(WatchItem &item, const QList<QDateTime> &tries, const Clock &clock)
{
    QStringList times;
    for (const QDateTime &at : tries.last(std::min<qsizetype>(kTriesNamed, tries.size())))
        times.append(wallTime(at, clock));
    item.places.insert(u"tries"_s, times.join(u','));
}

/// Time away since they were last seen, which is not counted.
void putAway(WatchItem &item, const SeenStanding &standing, const WatchFacts &facts)
{
    QList<AwaySpell> within = standing.away;
    const Clock &clock = facts.clock();
    within.removeIf([&](const AwaySpell &spell) {
        return !spell.days() || (spell.back && standing.facts.lastSeen && clock.startOf(*spell.back) <= *standing.facts.lastSeen)
            || (spell.back && clock.startOf(*spell.back) <= standing.facts.since);
    });
    if (within.isEmpty())
        return;
    item.places.insert(u"away_paused"_s, u"yes"_s);
    item.places.insert(u"away"_s, reasonsOf(within, facts.records().session()));
}

/// Who is due of those who are here and not looked for as missing already; says when the next one will be.
QHash<qint64, SeenStanding> unseen(const WatchFacts &facts, const SeenOnFile &onFile, const QList<OpenMissing> &missing)
{
    const QDateTime now = facts.clock().latest();
    QHash<qint64, SeenStanding> due;
    for (auto one = onFile.cbegin(); one != onFile.cend(); ++one) {
        if (std::any_of(missing.cbegin(), missing.cend(), [&one](const OpenMissing &open) { return open.person == one.key(); }))
            continue;
        if (isNotSeen(one->facts, now))
            due.insert(one.key(), *one);
        else if (one->dueAt && *one->dueAt > now)
            facts.changeAt(*one->dueAt);
    }
    return due;
}

/// Of the present only: hours count, not days.
Result<QList<WatchItem>> notSeenDue(const WatchFacts &facts)
{
    if (facts.today() != facts.clock().today())
        return QList<WatchItem>();
    if (!facts.here())
        return facts.here().error();
    const auto onFile = readSeen(facts.records(), *facts.here());
    const auto missing = onFile ? openMissing(facts.database()) : Result<QList<OpenMissing>>(onFile.error());
    if (!missing)
        return missing.error();
    const QHash<qint64, SeenStanding> due = unseen(facts, *onFile, *missing);
    QHash<qint64, Sighting> last;
    QHash<qint64, QDateTime> since;
    for (auto one = due.cbegin(); one != due.cend(); ++one) {
        if (one->last)
            last.insert(one.key(), *one->last);
        since.insert(one.key(), one->last ? one->last->at : one->facts.since);
    }
    const auto told = toldOfSeen(facts.records(), last);
    const auto tries = told ? lookedForSince(facts.database(), since) : Result<QHash<qint64, QList<QDateTime>>>(told.error());
    if (!tries)
        return tries.error();
    return facts.ofResidents(facts.here(), [&](const ResidentLine &line) -> std::optional<WatchItem> {
        const qint64 person = line.person.id.value;
        const auto standing = due.constFind(person);
        if (standing == due.constEnd())
            return {};
        WatchItem item;
        item.places.insert(u"hours"_s, QString::number(hoursUnseen(standing->facts, facts.clock().latest())));
        putLastSeen(item, told->contains(person) ? std::optional(told->value(person)) : std::nullopt, facts.clock());
        putTries(item, tries->value(person), facts.clock());
        putAway(item, *standing, facts);
        return item;
    });
}

/// Missing people whose police line is due, or is not yet.
Result<QList<WatchItem>> missingWhere(const WatchFacts &facts, bool policeDue)
{
    QList<WatchItem> items;
    if (facts.today() != facts.clock().today())
        return items;
    const auto open = openMissing(facts.database());
    const auto houses = open ? facts.records().all<House>() : Result<QList<Kept<House>>>(open.error());
    if (!houses)
        return houses.error();
    const qint64 hours = houses->isEmpty() ? House().missingPoliceHours : houses->first().value.missingPoliceHours;
    const QDateTime now = facts.clock().latest();
    for (const OpenMissing &one : *open) {
        const QDateTime asks = one.openedAt.addSecs(hours * 3600);
        const bool isDue = !one.policeTold && asks <= now;
        if (!one.policeTold && asks > now)
            facts.changeAt(asks);
        if (isDue != policeDue)
            continue;
        WatchItem item{.subject = {u"incident"_s, one.incident, {one.person}}, .day = facts.clock().local(one.since).date()};
        if (one.person > 0)
            item.subject = {QString::fromLatin1(recordType<Person>().table), one.person, {one.person}};
        item.places.insert(u"time"_s, wallTime(one.since, facts.clock()));
        item.places.insert(u"hours"_s, QString::number(one.openedAt.secsTo(now) / 3600));
        item.places.insert(u"police"_s, one.policeTold ? u"yes"_s : QString());
        items.append(item);
    }
    return items;
}

Result<QList<WatchItem>> missingOpenDue(const WatchFacts &facts) { return missingWhere(facts, false); }
Result<QList<WatchItem>> missingPoliceDue(const WatchFacts &facts) { return missingWhere(facts, true); }

} // namespace

/// domain.md, "Team": not seen for 24 hours, per person.
extern const WatchRule notSeen{
    .code = "not_seen",
    .category = Category::Risk,
    .pressing = Pressing::Now,
    .title = QT_TRANSLATE_NOOP("watch", "Not seen"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Not seen for {hours} hours. {last_seen}{no_reply}{away_paused}"),
    .opensTab = "last-seen",
    .due = notSeenDue,
};

/// The same: an open search stands on Today until they are found.
extern const WatchRule missingOpen{
    .code = "missing_open",
    .category = Category::Risk,
    .pressing = Pressing::Now,
    .canWait = false,
    .title = QT_TRANSLATE_NOOP("watch", "Missing"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Missing since {day}, {time}, and not found yet.{police}"),
    .opensTab = "last-seen",
    .due = missingOpenDue,
};

/// House rule: after so many hours the police know, or it is said why not.
extern const WatchRule missingPolice{
    .code = "missing_police",
    .category = Category::Risk,
    .pressing = Pressing::Now,
    .canWait = false,
    .title = QT_TRANSLATE_NOOP("watch", "Missing: do the police know?"),
    .sentence = QT_TRANSLATE_NOOP(
        "watch", "Missing since {day}, {time}. Looked for since {hours} hours, and nothing says that the police were told."),
    .opensTab = "last-seen",
    .due = missingPoliceDue,
};

} // namespace keywork
