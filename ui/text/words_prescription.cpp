// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_prescription.h"

#include "core/services/care/doses_told.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/text/say.h"
#include "ui/text/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {

QString nameOfWeekday(int day) { return weekday(QDate(2024, 1, day)).section(u' ', 0, 0); } // 1 January 2024 was a Monday

const Kept<Prescription> *scriptOf(const TreatmentCourse &course, qint64 id)
{
    const auto found = std::find_if(
        course.scripts.cbegin(), course.scripts.cend(), [id](const Kept<Prescription> &script) { return script.id.value == id; });
    return found == course.scripts.cend() ? nullptr : &*found;
}

/// The last day of a prescription that is known: confirmed, stopped, written.
std::optional<QDate> endOf(const Prescription &script) { return script.stoppedOn ? script.stoppedOn : script.untilOn; }

StripState stripStateOf(const CoverDay &day)
{
    switch (day.state) {
    case CoverState::Covered:
        return StripState::Covered;
    case CoverState::Gap:
        return StripState::Gap;
    case CoverState::Unknown:
        return StripState::Unknown;
    case CoverState::ClosedNotArranged:
        return StripState::ClosedNotArranged;
    case CoverState::None:
        break;
    }
    return StripState::None;
}

QString coverWords(const CoverDay &day)
{
    switch (day.state) {
    case CoverState::Covered: {
        QStringList parts;
        if (day.isPickup())
            parts.append(say(QT_TRANSLATE_NOOP("words", "To be collected on this day.")));
        else if (day.pickupOn.isValid())
            parts.append(say(QT_TRANSLATE_NOOP("words", "Its dose is collected on %1.")).arg(weekday(day.pickupOn)));
        if (day.byConfirmation)
            parts.append(say(QT_TRANSLATE_NOOP("words", "Confirmed by the service.")));
        if (day.hoursNotKnown)
            parts.append(say(QT_TRANSLATE_NOOP("words", "Hours not known: ask whether the place is open then.")));
        if (!day.alsoBy.isEmpty())
            parts.append(say(QT_TRANSLATE_NOOP("words", "More than one prescription covers it.")));
        return parts.join(u' ');
    }
    case CoverState::Gap:
        return say(QT_TRANSLATE_NOOP("words", "No prescription covers it."));
    case CoverState::Unknown:
        return say(QT_TRANSLATE_NOOP("words", "Nobody has confirmed it: ask the service."));
    case CoverState::ClosedNotArranged:
        return say(QT_TRANSLATE_NOOP("words", "The place is closed when it would be collected, and nothing is arranged."));
    case CoverState::None:
        break;
    }
    return {};
}

/// What was said of each dose day up to today.
QHash<QDate, DoseHeld> heldDays(const PersonTreatment &treatment, const TreatmentCourse &course, QDate from)
{
    const QList<DoseDay> days = course.isSubstitute ? treatment.doses : doseDays(course.input, course.said, {}, from, treatment.today);
    QHash<QDate, DoseHeld> held;
    for (const DoseDay &day : days)
        held.insert(day.day, day.held);
    return held;
}

QString amountOf(const Prescription &script, const TitrationStep *step) { return doseWithStrength(script, step); }

} // namespace

QString prescription(const Prescription &script, const QList<TitrationStep> &steps, QDate day, const ChoiceSource &choices)
{
    const QString dose = amountOf(script, stepOn(steps, std::max(day, script.fromOn)));
    const QString whole
        = (label(medicineOf(script, choices).toUtf8().constData()) + u' ' + (dose.isEmpty() ? script.doseInWords : dose)).trimmed();
    if (script.isInjection()) // the list has one that is called so
        return script.medicine.code == u"buprenorphine_injection" ? whole
                                                                  : say(QT_TRANSLATE_NOOP("words", "%1, long-acting injection")).arg(whole);
    switch (script.supervised) {
    case Supervised::Yes:
        return say(QT_TRANSLATE_NOOP("words", "%1 daily, supervised")).arg(whole);
    case Supervised::No:
        return say(QT_TRANSLATE_NOOP("words", "%1 daily")).arg(whole);
    case Supervised::NotKnown:
        break;
    }
    return say(QT_TRANSLATE_NOOP("words", "%1 daily, whether supervised is not known")).arg(whole);
}

QString pickupDays(const Prescription &script)
{
    QList<int> days = weekdaysOf(script.pickupDays);
    std::sort(days.begin(), days.end());
    if (days.isEmpty())
        return {};
    QString said;
    if (days.size() == 7) {
        said = say(QT_TRANSLATE_NOOP("words", "every day"));
    } else if (days.size() > 2 && days.last() - days.first() + 1 == days.size()) {
        said = nameOfWeekday(days.first()) + u'–' + nameOfWeekday(days.last());
    } else {
        QStringList names;
        for (const int day : std::as_const(days))
            names.append(nameOfWeekday(day));
        said = names.join(u", "_s);
    }
    return script.everyWeeks > 1 ? say(QT_TRANSLATE_NOOP("words", "%1, every %2 weeks")).arg(said, QString::number(script.everyWeeks))
                                 : said;
}

QString dispensing(const Prescription &script, const PersonTreatment &treatment, const Services &services)
{
    QStringList parts;
    const QString place = treatment.agencies.value(script.dispensedAtId.value);
    if (!place.isEmpty())
        parts.append(treatment.withoutHours.contains(script.dispensedAtId.value)
                ? say(QT_TRANSLATE_NOOP("words", "%1 (opening hours not on file)")).arg(place)
                : place);
    else if (!script.isInjection()) // given by the service itself
        parts.append(say(QT_TRANSLATE_NOOP("words", "where it is dispensed is not on file")));
    QString when = pickupDays(script);
    if (script.collectsAt)
        when += (when.isEmpty() ? QString() : u" "_s) + script.collectsAt->toString(u"HH:mm"_s);
    if (!when.isEmpty())
        parts.append(when);
    if (script.accompaniedUntil && *script.accompaniedUntil >= treatment.today)
        parts.append(say(QT_TRANSLATE_NOOP("words", "accompanied until %1")).arg(dayAndMonth(*script.accompaniedUntil, treatment.today)));
    for (const QString &code : script.arrangements.split(u',', Qt::SkipEmptyParts))
        parts.append(choice(services.records.choices(), u"script_arrangement"_s, code));
    return parts.join(u" · "_s);
}

QString validity(const Prescription &script, const std::optional<QDate> &confirmedUntil, QDate today)
{
    QString said;
    if (const auto end = endOf(script))
        said = say(QT_TRANSLATE_NOOP("words", "%1 to %2")).arg(dayAndMonth(script.fromOn, today), dayAndMonth(*end, today));
    else
        said = say(QT_TRANSLATE_NOOP("words", "from %1, open-ended")).arg(dayAndMonth(script.fromOn, today));
    if (script.stoppedOn)
        said += say(QT_TRANSLATE_NOOP("words", ", stopped"));
    return confirmedUntil ? say(QT_TRANSLATE_NOOP("words", "%1, confirmed to %2")).arg(said, dayAndMonth(*confirmedUntil, today)) : said;
}

QString gapTitle(const CoverGap &gap, const QString &medicine, QDate today)
{
    const QString days = gap.goesOn ? say(QT_TRANSLATE_NOOP("words", "from %1 on")).arg(weekday(gap.from, today))
        : gap.from == gap.until     ? weekday(gap.from, today)
                                    : say(QT_TRANSLATE_NOOP("words", "%1 to %2")).arg(weekday(gap.from, today), weekday(gap.until, today));
    return gap.from <= today ? say(QT_TRANSLATE_NOOP("words", "A gap now: %1, %2")).arg(medicine, days)
                             : say(QT_TRANSLATE_NOOP("words", "A gap is coming: %1, %2")).arg(medicine, days);
}

QString gapDays(const CoverGap &gap)
{
    const auto count = [&](CoverState state) {
        return int(std::count_if(gap.days.cbegin(), gap.days.cend(), [state](const CoverDay &day) { return day.state == state; }));
    };
    QStringList parts;
    const auto add = [&](CoverState state, const char *one, const char *many) {
        if (const int days = count(state); days > 0)
            parts.append(days == 1 ? say(one) : say(many).arg(days));
    };
    if (gap.goesOn)
        return count(CoverState::Gap) == 0 ? say(QT_TRANSLATE_NOOP("words", "not confirmed any further"))
                                           : say(QT_TRANSLATE_NOOP("words", "no end to it is on file"));
    add(CoverState::Gap, QT_TRANSLATE_NOOP("words", "1 day with no prescription"),
        QT_TRANSLATE_NOOP("words", "%1 days with no prescription"));
    add(CoverState::ClosedNotArranged, QT_TRANSLATE_NOOP("words", "1 day closed, not arranged"),
        QT_TRANSLATE_NOOP("words", "%1 days closed, not arranged"));
    add(CoverState::Unknown, QT_TRANSLATE_NOOP("words", "1 day not confirmed"), QT_TRANSLATE_NOOP("words", "%1 days not confirmed"));
    return parts.join(u" · "_s);
}

QString gapSentence(const TreatmentGap &gap, const PersonTreatment &treatment)
{
    QStringList parts;
    const QDate today = treatment.today;
    const TreatmentCourse *course = treatment.substitute();
    const Kept<Prescription> *now = treatment.script();
    if (now)
        if (const auto end = endOf(now->value))
            parts.append(say(QT_TRANSLATE_NOOP("words", "The current prescription ends %1.")).arg(weekday(*end, today)));
    const Kept<Prescription> *next = nullptr;
    for (const Kept<Prescription> &script : course ? course->scripts : QList<Kept<Prescription>>())
        if (script.value.fromOn > gap.gap.from && (!next || script.value.fromOn < next->value.fromOn))
            next = &script;
    if (next)
        parts.append(next->value.prescriber.isEmpty()
                ? say(QT_TRANSLATE_NOOP("words", "The next starts %1.")).arg(weekday(next->value.fromOn, today))
                : say(QT_TRANSLATE_NOOP("words", "The next, from %1, starts %2."))
                      .arg(next->value.prescriber, weekday(next->value.fromOn, today)));
    else
        parts.append(say(QT_TRANSLATE_NOOP("words", "No prescription that follows is on file.")));
    parts.append(lastDose(treatment.lastDose, today) + u'.');
    parts.append(
        say(QT_TRANSLATE_NOOP("words",
                "Today speaks of it from %1 on, until the next prescription is confirmed with the service: %2 working days before, "
                "or %3 when a closed day, an arrival, a discharge or a release lies between (house rule)."))
            .arg(weekday(gap.warnedFrom, today), QString::number(gap.rule.workingDays),
                QString::number(std::max(gap.rule.workingDays, gap.rule.workingDaysAcross))));
    return parts.join(u' ');
}

QString lastDose(const std::optional<LastDose> &dose, QDate today)
{
    if (!dose)
        return say(QT_TRANSLATE_NOOP("words", "Last known dose: not known"));
    const QString day = weekday(dose->on, today);
    QString said;
    switch (dose->from) {
    case DoseKnownFrom::Supervised:
        said = say(QT_TRANSLATE_NOOP("words", "Last known dose %1, supervised")).arg(day);
        break;
    case DoseKnownFrom::SaidByThem:
        said = say(QT_TRANSLATE_NOOP("words", "Last known dose %1, as they say")).arg(day);
        break;
    case DoseKnownFrom::CollectedOnly:
        said = say(QT_TRANSLATE_NOOP("words", "Last known dose %1, collected only")).arg(day);
        break;
    }
    return dose->toldBy.isEmpty() ? said : say(QT_TRANSLATE_NOOP("words", "%1, told by %2")).arg(said, dose->toldBy);
}

QString missedDoses(const MissedDoses &missed)
{
    if (missed.perhaps == 0)
        return {};
    if (missed.certain == 0)
        return say(QT_TRANSLATE_NOOP("words", "Nobody knows about a dose since %1")).arg(weekday(missed.first));
    if (missed.perhaps > missed.certain)
        return say(QT_TRANSLATE_NOOP("words", "At least %1, perhaps %2 dose days in a row without a dose held"))
            .arg(QString::number(missed.certain), QString::number(missed.perhaps));
    return missed.certain == 1 ? say(QT_TRANSLATE_NOOP("words", "1 dose day without a dose held"))
                               : say(QT_TRANSLATE_NOOP("words", "%1 dose days in a row without a dose held")).arg(missed.certain);
}

QString collectionWords(const QList<CollectionWord> &words, const Services &services)
{
    if (words.size() < 2)
        return {};
    QStringList lines;
    for (const CollectionWord &word : words) {
        const auto member = services.records.one(word.by);
        lines.append(
            say(QT_TRANSLATE_NOOP("words", "%1, %2: %3"))
                .arg(member ? member->value.name : QString(), moment(services.records.clock().local(word.at)), labelFor(word.outcome)));
    }
    return lines.join(u'\n');
}

QList<StripDay> stripDays(const PersonTreatment &treatment, const TreatmentCourse &course, QDate from, QDate until)
{
    const QHash<QDate, DoseHeld> held = heldDays(treatment, course, from);
    QList<StripDay> all;
    for (const CoverDay &day : coverage(course.input, from, until)) {
        StripDay one{day.day, stripStateOf(day), coverWords(day)};
        const bool isKnown = day.day <= treatment.today && held.contains(day.day);
        const DoseHeld said = held.value(day.day);
        if (isKnown && said == DoseHeld::Held)
            one.state = StripState::PickedUp;
        else if (isKnown && said == DoseHeld::NotHeld)
            one.state = StripState::NotCollected;
        else if (isKnown && day.day < treatment.today)
            one.state = StripState::NotSaid;
        if (isKnown && day.day < treatment.today && day.state == CoverState::Covered)
            one.words = day.pickupOn.isValid() && day.pickupOn != day.day
                ? say(QT_TRANSLATE_NOOP("words", "Its dose was to be collected on %1.")).arg(weekday(day.pickupOn))
                : QString();
        if (const Kept<Prescription> *script = scriptOf(course, day.script)) {
            const QList<TitrationStep> steps = treatment.steps.value(day.script);
            if (const QString dose = amountOf(script->value, stepOn(steps, day.day)); !dose.isEmpty() && day.state == CoverState::Covered)
                one.words = dose + (one.words.isEmpty() ? QString() : u". "_s + one.words);
        }
        all.append(one);
    }
    return all;
}

QList<DoseStep> doseSteps(const PersonTreatment &treatment, const TreatmentCourse &course)
{
    const Kept<Prescription> *shown = course.shownOn(treatment.today);
    if (!shown)
        return {};
    QList<DoseStep> all;
    const auto add = [&](QDate from, const std::optional<Decimal> &dose, const QString &said) {
        if (!dose)
            return;
        const double number = double(dose->millionths()) / 1e6;
        if (!all.isEmpty() && all.last().from == from)
            all.removeLast(); // what follows on the same day holds
        if (all.isEmpty() || all.last().dose != number)
            all.append({from, number, said});
    };
    for (auto script = course.scripts.crbegin(); script != course.scripts.crend(); ++script) { // the latest stands first
        const Prescription &one = script->value;
        const auto next = std::find_if(course.scripts.cbegin(), course.scripts.cend(),
            [&script](const Kept<Prescription> &follower) { return follower.value.followsId == script->id; });
        if (one.medicine != shown->value.medicine || one.otherMedicine != shown->value.otherMedicine)
            continue;
        add(one.fromOn, one.dose, amountOf(one, nullptr));
        for (const TitrationStep &step : treatment.steps.value(script->id.value)) {
            const bool isOver
                = (next != course.scripts.cend() && step.fromOn >= next->value.fromOn) || (endOf(one) && step.fromOn > *endOf(one));
            if (!isOver) // its steps end with it
                add(step.fromOn, step.dose, amountOf(one, &step));
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const DoseStep &one, const DoseStep &other) { return one.from < other.from; });
    return all;
}

} // namespace keywork::words
