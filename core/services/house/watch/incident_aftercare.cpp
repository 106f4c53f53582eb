// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/house.h"
#include "core/domain/incident_review.h"
#include "core/domain/supplies.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/incident_reading.h"
#include "core/storage/table.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qint64 kDeathStepHours = 24; // house rule: until then whoever is on shift goes through the list itself

QList<qint64> idsOfIncidents(const QList<KeptRow> &rows, const QString &column)
{
    QList<qint64> ids;
    for (const KeptRow &row : rows)
        if (const qint64 id = column.isEmpty() ? row.id : row.row.value(column).toLongLong(); !ids.contains(id))
            ids.append(id);
    return ids;
}

/// Of these incidents what whoever is signed in may see, by id.
Result<QHash<qint64, Row>> seenIncidents(const WatchFacts &facts, const QList<qint64> &ids)
{
    const auto rows = ids.isEmpty() ? Result<QList<KeptRow>>(QList<KeptRow>()) : facts.records().some(recordType<Incident>(), ids);
    if (!rows)
        return rows.error();
    QHash<qint64, Row> seen;
    for (const KeptRow &row : *rows)
        seen.insert(row.id, row.row);
    return seen;
}

QDate dayOfIncident(const Row &incident, const Clock &clock) { return clock.local(fromStoredText(incident.text(u"happened_at"_s))).date(); }

/// The moment at which the day of `facts` is looked at: of today now, of another day its end.
QDateTime momentOf(const WatchFacts &facts)
{
    return facts.today() == facts.clock().today() ? facts.clock().now() : facts.clock().startOf(facts.today().addDays(1));
}

Result<QList<WatchItem>> deathStepsDue(const WatchFacts &facts)
{
    const auto deaths = deathsUntil(facts.database(), momentOf(facts).addSecs(-kDeathStepHours * 3600));
    if (deaths && deaths->isEmpty())
        return QList<WatchItem>();
    const auto seen = deaths ? seenIncidents(facts, idsOfIncidents(*deaths, {})) : deaths.error();
    const auto done = seen ? deathStepsDone(facts.database(), seen->keys()) : seen.error();
    if (!done)
        return done.error();
    QHash<qint64, QSet<QString>> steps;
    for (const KeptRow &row : *done)
        steps[row.row.value(u"incident_id"_s).toLongLong()].insert(row.row.text(u"step"_s));
    QList<WatchItem> items;
    for (const KeptRow &death : *deaths) {
        if (!seen->contains(death.id))
            continue;
        int open = 0;
        for (const ChoiceOption &option : facts.records().choices().options(u"death_step"_s))
            open += !option.retired && !steps.value(death.id).contains(option.code);
        if (open == 0)
            continue;
        WatchItem item{.subject = {u"incident"_s, death.id, {}}, .day = dayOfIncident(death.row, facts.clock())};
        item.places.insert(u"number"_s, death.row.text(u"number"_s));
        item.places.insert(u"open"_s, QString::number(open));
        items.append(item);
    }
    return items;
}

/// From the day after it was offered; of whoever is no resident with their name, as far as it is known.
Result<QList<WatchItem>> debriefDue(const WatchFacts &facts)
{
    const auto wanted = debriefsWanted(facts.database());
    const auto seen = wanted ? seenIncidents(facts, idsOfIncidents(*wanted, u"incident_id"_s)) : wanted.error();
    if (!seen)
        return seen.error();
    QList<WatchItem> items;
    for (const KeptRow &row : *wanted) {
        const auto part = recordType<IncidentPerson>().fromRow(row.row);
        if (!part || !seen->contains(part->incidentId.value))
            continue;
        const Row incident = seen->value(part->incidentId.value);
        const QDate since = part->debriefOn.value_or(dayOfIncident(incident, facts.clock()));
        if (since >= facts.today())
            continue;
        WatchItem item{.subject = {u"incident"_s, part->incidentId.value, part->personId}, .name = part->described, .day = since};
        if (part->staffId) {
            if (!facts.team())
                return facts.team().error();
            item.name = facts.team()->value(part->staffId.value).value.name;
        }
        item.places.insert(u"number"_s, incident.text(u"number"_s));
        items.append(item);
    }
    return items;
}

Result<QList<WatchItem>> posterDue(const WatchFacts &facts)
{
    const auto rows = Table(facts.database(), recordType<HarmPoster>())
                          .list({.filters = {{u"taken_down_on"_s, Filter::Comparison::IsAbsent, {}}}, .orderBy = u"id"_s});
    if (!rows || rows->isEmpty())
        return rows ? Result<QList<WatchItem>>(QList<WatchItem>()) : rows.error();
    const auto houses = facts.records().all<House>();
    if (!houses)
        return houses.error();
    const qint64 days = houses->isEmpty() ? House().posterDays : houses->first().value.posterDays;
    QList<WatchItem> items;
    for (const KeptRow &row : *rows) {
        const auto poster = recordType<HarmPoster>().fromRow(row.row);
        if (!poster)
            continue;
        const QDate since = poster->checkedOn.value_or(poster->putUpOn);
        if (since.daysTo(facts.today()) < days)
            continue;
        WatchItem item{.subject = {u"harm_poster"_s, row.id, {}}, .name = poster->where, .day = since};
        item.places.insert(u"what"_s, poster->what);
        items.append(item);
    }
    return items;
}

} // namespace

/// domain.md, "Incidents": a death opens its checklist.
extern const WatchRule deathStepsOpen{
    .code = "death_steps",
    .category = Category::Risk,
    .mayKnow = managesPeople,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "After a death"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{number}, {day}: steps of the checklist that are still open, {open}."),
    .opens = "incidents",
    .opensTab = "review",
    .due = deathStepsDue,
};

extern const WatchRule debriefNotHeld{
    .code = "debrief_wanted",
    .category = Category::Risk,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Talk about it"),
    .sentence = QT_TRANSLATE_NOOP("watch", "After {number} they wanted to talk about it, {day}; nobody has yet."),
    .opens = "incidents",
    .due = debriefDue,
};

/// The house's own number of days (House::posterDays).
extern const WatchRule posterUnchecked{
    .code = "poster_unchecked",
    .category = Category::House,
    .pressing = Pressing::Tidy,
    .title = QT_TRANSLATE_NOOP("watch", "Poster"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Nobody has looked at “{what}” since {day}: is it still up, and still true?"),
    .opens = "supplies",
    .due = posterDue,
};

} // namespace keywork
