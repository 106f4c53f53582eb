// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/treatment_spells.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Until when one prescription supplies by itself.
struct SpellEnd {
    std::optional<QDate> lastDay = {};
    bool isOnPurpose = false;
};

SpellEnd spellEndOf(const ScriptSpan &script)
{
    SpellEnd end{lastDaySupplied(script), false};
    end.isOnPurpose = script.stoppedOn && end.lastDay && *script.stoppedOn <= *end.lastDay;
    if (const auto lost = script.replacedOn ? std::nullopt : script.lostOn; lost && (!end.lastDay || *lost <= *end.lastDay))
        end = {lost->addDays(-1), false};
    return end;
}

/// Days after `last` and before `next` on which nobody knows of a dose.
int daysWithoutBetween(QDate last, QDate next, const QSet<QDate> &held)
{
    int days = 0;
    for (QDate day = last.addDays(1); day < next; day = day.addDays(1))
        days += held.contains(day) ? 0 : 1;
    return days;
}

bool isMet(const TreatmentSpell &spell, const TreatmentOnFile &other)
{
    const bool beganInTime = !spell.lastDay || other.started.earliest <= spell.lastDay->addDays(kAnewAfterDays);
    const bool endedSince = !other.stopped || other.stopped->latest.addDays(kAnewAfterDays) >= spell.began;
    return beganInTime && endedSince;
}

} // namespace

std::optional<QDate> lastDaySupplied(const ScriptSpan &script)
{
    std::optional<QDate> last = script.until;
    if (last)
        last = std::max(*last, script.confirmedUntil.value_or(*last));
    if (script.stoppedOn && (!last || *script.stoppedOn < *last))
        last = script.stoppedOn;
    for (const InjectionSpan &injection : script.injections)
        if (last)
            last = std::max(*last, injection.dueOn.addDays(-1));
    return last;
}

QList<TreatmentSpell> treatmentSpells(const CoverageInput &input, const QList<DoseDay> &doses, QDate today)
{
    QSet<QDate> held;
    for (const DoseDay &dose : doses)
        if (dose.held == DoseHeld::Held)
            held.insert(dose.day);
    QList<ScriptSpan> scripts = input.scripts;
    std::sort(scripts.begin(), scripts.end(),
        [](const ScriptSpan &a, const ScriptSpan &b) { return std::tuple(a.from, a.id) < std::tuple(b.from, b.id); });
    QList<TreatmentSpell> spells;
    for (const ScriptSpan &script : std::as_const(scripts)) {
        const QDate began = std::min(script.from, script.lastDoseBefore.value_or(script.from));
        if (began > today || (script.stoppedOn && *script.stoppedOn < script.from))
            continue;
        const SpellEnd end = spellEndOf(script);
        TreatmentSpell *last = spells.isEmpty() ? nullptr : &spells.last();
        if (last && last->lastDay && daysWithoutBetween(*last->lastDay, began, held) >= kAnewAfterDays) {
            last->isOver = true;
            last = nullptr;
        }
        if (!last) {
            spells.append({script.id, began, end.lastDay, end.isOnPurpose});
            continue;
        }
        // One that follows takes the place of an open-ended one.
        if (!last->lastDay && script.follows == 0 && end.lastDay)
            continue;
        if (script.follows != 0 || !end.lastDay || *end.lastDay >= *last->lastDay) {
            last->lastDay = end.lastDay;
            last->isOver = end.isOnPurpose;
        }
    }
    if (!spells.isEmpty()) {
        TreatmentSpell &last = spells.last();
        const bool isBehind = last.lastDay && *last.lastDay < today;
        const bool ranOut = isBehind && last.lastDay->daysTo(today) >= kRanOutDays;
        last.isOver = (last.isOver && isBehind) || ranOut;
    }
    return spells;
}

std::optional<QDate> stableDoseSince(
    const QList<DoseDay> &doses, const QSet<qint64> &seenTaken, const std::function<QString(QDate)> &doseOn, QDate today)
{
    std::optional<QDate> since;
    const QString doseNow = doseOn(today);
    for (auto day = doses.crbegin(); day != doses.crend(); ++day) {
        if (day->day > today || (day->day == today && day->held == DoseHeld::NotKnown))
            continue;
        const bool isSeen = day->from.kind != u"collection" || seenTaken.contains(day->from.record);
        if (day->held != DoseHeld::Held || !isSeen || doseOn(day->day) != doseNow)
            break;
        since = day->day;
    }
    return since;
}

QList<TreatmentOnFile> treatmentsTold(const QList<TreatmentSpell> &spells, const QString &medicine, const QList<TreatmentOnFile> &others)
{
    QList<TreatmentOnFile> told;
    for (const TreatmentSpell &spell : spells) {
        TreatmentOnFile one{.from = {u"prescription"_s, spell.script}, .name = medicine, .started = KnownDays::on(spell.began)};
        if (spell.isOver)
            one.stopped = KnownDays::on(spell.lastDay->addDays(1));
        told.append(one);
    }
    QList<TreatmentOnFile> apart;
    for (const TreatmentOnFile &other : others) {
        qsizetype first = -1;
        qsizetype last = -1;
        for (qsizetype i = 0; i < spells.size(); ++i)
            if (isMet(spells.at(i), other)) {
                first = first < 0 ? i : first;
                last = i;
            }
        if (first < 0) {
            apart.append(other);
            continue;
        }
        KnownDays &started = told[first].started;
        if (other.started.latest < started.latest)
            started = other.started;
        const TreatmentSpell &spell = spells.at(last);
        const bool goesOn = other.stopped && (!spell.lastDay || *spell.lastDay >= other.stopped->latest.addDays(kAnewAfterDays));
        if (other.stopped && !goesOn && (!told[last].stopped || other.stopped->latest < told[last].stopped->latest))
            told[last].stopped = other.stopped;
    }
    return told + apart;
}

} // namespace keywork
