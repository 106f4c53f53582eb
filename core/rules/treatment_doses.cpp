// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/treatment_cover.h"

#include <QSet>
#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// The latest word about the collection that the day's dose belongs to, or about one since.
const CollectionSaid *saidOf(const CoverDay &cover, const QList<CollectionSaid> &said)
{
    const QDate from = cover.dueOn.isValid() ? cover.dueOn : cover.day;
    const CollectionSaid *latest = nullptr;
    for (const CollectionSaid &one : said) {
        if (one.dueOn < from || one.dueOn > cover.day)
            continue;
        const auto key = [&cover](const CollectionSaid &word) { return std::tuple(word.dueOn, word.script == cover.script, word.id); };
        if (!latest || key(one) > key(*latest))
            latest = &one;
    }
    return latest;
}

DoseHeld heldBy(const CollectionSaid &said, QDate day)
{
    switch (said.outcome) {
    case CollectionOutcome::Collected:
    case CollectionOutcome::ByStaff:
        return said.heldFrom <= day ? DoseHeld::Held : DoseHeld::NotHeld;
    case CollectionOutcome::NotCollected:
        return DoseHeld::NotHeld;
    case CollectionOutcome::NotKnown:
        break;
    }
    return DoseHeld::NotKnown;
}

/// Of an injection, which nobody collects: the day it covers is held.
DoseHeld heldUnsaid(const CoverDay &cover, const QSet<qint64> &injections)
{
    if (!injections.contains(cover.script))
        return DoseHeld::NotKnown;
    return cover.state == CoverState::Covered ? DoseHeld::Held : cover.state == CoverState::Gap ? DoseHeld::NotHeld : DoseHeld::NotKnown;
}

DoseHeld withElsewhere(DoseHeld held, QDate day, const QList<ElsewhereSpan> &elsewhere)
{
    if (held == DoseHeld::Held)
        return held;
    for (const ElsewhereSpan &span : elsewhere) {
        if (day < span.from || (span.until.isValid() && day >= span.until)) // the day of leaving is the house's
            continue;
        return span.dose == DoseThere::Yes ? DoseHeld::Held : span.dose == DoseThere::No ? DoseHeld::NotHeld : DoseHeld::NotKnown;
    }
    return held;
}

} // namespace

QList<DoseDay> doseDays(
    const CoverageInput &input, const QList<CollectionSaid> &said, const QList<ElsewhereSpan> &elsewhere, QDate from, QDate today)
{
    QSet<qint64> injections;
    for (const ScriptSpan &script : input.scripts)
        if (script.isInjection)
            injections.insert(script.id);
    QList<DoseDay> days;
    for (const CoverDay &cover : coverage(input, from, today)) {
        if (cover.state == CoverState::None)
            continue;
        const CollectionSaid *word = saidOf(cover, said);
        const DoseHeld held = word ? heldBy(*word, cover.day) : heldUnsaid(cover, injections);
        const RecordMark mark = word ? RecordMark{u"collection"_s, word->id} : RecordMark{u"prescription"_s, cover.script};
        days.append({mark, cover.day, withElsewhere(held, cover.day, elsewhere)});
    }
    return days;
}

MissedDoses missedDoses(const QList<DoseDay> &days, QDate today)
{
    MissedDoses missed;
    int unknown = 0; // of them, those that a day without is known before
    for (auto day = days.crbegin(); day != days.crend() && day->held != DoseHeld::Held; ++day) {
        if (day->day > today || (day->day == today && day->held == DoseHeld::NotKnown))
            continue; // today is not over
        if (day->held == DoseHeld::NotKnown) {
            ++unknown;
            continue;
        }
        ++missed.certain;
        if (!missed.last.isValid())
            missed.last = day->day;
    }
    missed.perhaps = missed.certain + unknown;
    for (auto day = days.crbegin(); day != days.crend() && day->held != DoseHeld::Held; ++day)
        if (day->day <= today)
            missed.first = day->day;
    if (missed.perhaps == 0)
        missed.first = {};
    return missed;
}

std::optional<QDate> notKnownSince(const QList<DoseDay> &days, QDate today)
{
    std::optional<QDate> since;
    for (auto day = days.crbegin(); day != days.crend(); ++day) {
        if (day->day >= today)
            continue;
        if (day->held != DoseHeld::NotKnown)
            break;
        since = day->day;
    }
    return since;
}

std::optional<LastDose> lastKnownDose(const CoverageInput &input, const QList<CollectionSaid> &said, QDate today)
{
    QList<LastDose> doses;
    for (const CollectionSaid &one : said)
        if (one.outcome == CollectionOutcome::Collected || one.outcome == CollectionOutcome::ByStaff)
            doses.append({one.heldFrom, one.knownFrom, one.toldBy, one.id});
    for (const ScriptSpan &script : input.scripts) {
        for (const InjectionSpan &injection : script.injections)
            doses.append({injection.givenOn, DoseKnownFrom::Supervised, injection.givenBy, 0});
        if (script.lastDoseBefore)
            doses.append({*script.lastDoseBefore, DoseKnownFrom::SaidByThem, script.lastDoseToldBy, 0});
    }
    std::optional<LastDose> latest;
    for (const LastDose &dose : doses)
        if (dose.on <= today
            && (!latest || std::tuple(dose.on, dose.from, dose.collection) > std::tuple(latest->on, latest->from, latest->collection)))
            latest = dose;
    return latest;
}

} // namespace keywork
