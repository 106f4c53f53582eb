// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/risk.h"
#include "core/rules/overdose_compared.h"
#include "core/services/care/overdose_reading.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QList<qint64> idsOfLines(const QList<ResidentLine> &lines)
{
    QList<qint64> ids;
    for (const ResidentLine &line : lines)
        ids.append(line.person.id.value);
    return ids;
}

Result<QHash<qint64, Kept<OverdoseLevel>>> levelsOf(const WatchFacts &facts, const QList<qint64> &people)
{
    const auto rows = latestOfPeople(facts.database(), recordType<OverdoseLevel>(), people);
    if (!rows)
        return rows.error();
    QHash<qint64, Kept<OverdoseLevel>> levels;
    for (const KeptRow &row : *rows) {
        const auto level = asKind<OverdoseLevel>(row);
        if (!level)
            return level.error();
        levels.insert(level->value.personId.value, *level);
    }
    return levels;
}

/// A fact that counts alone, and nobody has recorded a level since it is there: said once, not for ever.
Result<QList<WatchItem>> overdoseNewlyHighDue(const WatchFacts &facts)
{
    if (!facts.here())
        return facts.here().error();
    const QList<qint64> people = idsOfLines(*facts.here());
    const auto onFile = readOverdose(facts.records(), people, facts.today());
    if (!onFile)
        return onFile.error();
    const auto whole = onFile->isPartial ? readOverdose(facts.records(), people, facts.today(), OverdoseReach::Whole) : onFile;
    const auto levels = levelsOf(facts, people);
    if (!levels || !whole)
        return levels ? whole.error() : levels.error();
    return facts.ofResidents(facts.here(), [&](const ResidentLine &line) -> std::optional<WatchItem> {
        const qint64 person = line.person.id.value;
        const auto level = levels->constFind(person);
        const QString known = level == levels->constEnd() ? QString() : level->value.marks;
        OverdoseReading reading = overdoseFacts(onFile->of.value(person));
        if (onFile->isPartial) // else what they may not read could have ended what they read
            reading = borneOut(reading, overdoseFacts(whole->of.value(person)));
        const QList<OverdoseFact> found = reading.newlyHigh(known);
        if (found.isEmpty())
            return {};
        QDate latest;
        for (const OverdoseFact &fact : found)
            latest = latest.isValid() ? std::max(latest, fact.on.latest) : fact.on.latest;
        return WatchItem{.day = latest};
    });
}

/// High, and what was to follow is not there: a plan looked at since, naloxone offered, checks set.
Result<QList<WatchItem>> overdoseNoPlanDue(const WatchFacts &facts)
{
    if (!facts.here())
        return facts.here().error();
    const QList<qint64> people = idsOfLines(*facts.here());
    const auto levels = levelsOf(facts, people);
    if (!levels)
        return levels.error();
    const auto rows
        = rowsOfPeople(facts.database(), recordType<Risk>(), people, u"kind = 'overdose' AND ended_on IS NULL AND plan <> ''"_s);
    if (!rows)
        return rows.error();
    QHash<qint64, QDate> looked;
    for (const KeptRow &row : *rows) {
        const auto risk = asKind<Risk>(row);
        if (!risk)
            return risk.error();
        QDate &day = looked[risk->value.personId.value];
        day = day.isValid() ? std::max(day, risk->value.reviewedOn) : risk->value.reviewedOn;
    }
    return facts.ofResidents(facts.here(), [&](const ResidentLine &line) -> std::optional<WatchItem> {
        const auto level = levels->constFind(line.person.id.value);
        if (level == levels->constEnd() || level->value.level != OverdoseLevelKind::High)
            return {};
        const QDate since = facts.clock().local(level->createdAt).date();
        const QDate plan = looked.value(line.person.id.value);
        QStringList missing;
        if (!plan.isValid() || plan < since)
            missing.append(u"risk.plan"_s);
        if (level->value.naloxoneOffered.code != u"yes")
            missing.append(u"overdose_level.naloxone_offered"_s);
        if (level->value.checks.trimmed().isEmpty())
            missing.append(u"overdose_level.checks"_s);
        if (missing.isEmpty())
            return {};
        return WatchItem{.day = since, .places = {{u"fields"_s, missing.join(u' ')}}};
    });
}

/// The level was to be looked at again.
Result<QList<WatchItem>> overdoseReviewOverdueDue(const WatchFacts &facts)
{
    if (!facts.here())
        return facts.here().error();
    const auto levels = levelsOf(facts, idsOfLines(*facts.here()));
    if (!levels)
        return levels.error();
    return facts.ofResidents(facts.here(), [&](const ResidentLine &line) -> std::optional<WatchItem> {
        const auto level = levels->constFind(line.person.id.value);
        if (level == levels->constEnd() || level->value.reviewOn >= facts.today())
            return {};
        return WatchItem{.day = level->value.reviewOn};
    });
}

} // namespace

/// Who may not read what they use is told the sentence and no fact. Never put off, or a new fact would be silent with it;
/// recording the level is what takes it away.
extern const WatchRule overdoseNewlyHigh{
    .code = "overdose_newly_high",
    .category = Category::Risk,
    .pressing = Pressing::Now,
    .canWait = false,
    .title = QT_TRANSLATE_NOOP("watch", "Overdose risk"),
    .sentence = QT_TRANSLATE_NOOP("watch", "A fact of {day} suggests that it is high. Look at the facts and record the level."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n residents with a new fact about overdose"),
    .opensTab = "risk",
    .due = overdoseNewlyHighDue,
};

extern const WatchRule overdoseNoPlan{
    .code = "overdose_no_plan",
    .category = Category::Risk,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Overdose risk"),
    .sentence = QT_TRANSLATE_NOOP("watch", "High since {day}. Still to do: {fields}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n overdose risks with something still to do"),
    .opensTab = "risk",
    .due = overdoseNoPlanDue,
};

extern const WatchRule overdoseReviewOverdue{
    .code = "overdose_review_overdue",
    .category = Category::Risk,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Overdose risk"),
    .sentence = QT_TRANSLATE_NOOP("watch", "The level was to be looked at again {day}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n overdose risks to look at again"),
    .opensTab = "risk",
    .due = overdoseReviewOverdueDue,
};

} // namespace keywork
