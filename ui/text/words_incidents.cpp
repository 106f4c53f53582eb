// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_incidents.h"

#include "core/services/records/records.h"
#include "ui/text/say.h"
#include "ui/text/timeline_words.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {

QString choiceOf(const Row &row, const QString &column, const Services &services)
{
    return choice(services.records.choices(), QString::fromLatin1(row.type->fieldNamed(column)->list), row.text(column));
}

template <class T> QString choiceIn(const T &record, const QString &column, const Services &services)
{
    return choiceOf(toRow(record), column, services);
}

/// The parts that say something, with commas between them.
QString withCommas(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString nameInIncident(const IncidentPerson &one, const Services &services)
{
    if (one.who == InvolvedWho::Visitor)
        return one.described;
    if (one.who == InvolvedWho::Staff)
        return teamMember(one.staffId, services);
    const auto person = services.records.one(one.personId);
    return person ? person->value.displayName() : say(QT_TRANSLATE_NOOP("words", "a resident"));
}

QString serviceLine(const ServiceCalled &called, const Services &services)
{
    QString answer = labelFor(called.answer);
    if (called.cameAt)
        answer += u' ' + time(services.records.clock().local(*called.cameAt));
    const QString reference
        = called.reference.isEmpty() ? QString() : say(QT_TRANSLATE_NOOP("words", "reference %1")).arg(called.reference);
    return withCommas({choiceIn(called, u"service"_s, services), time(services.records.clock().local(called.calledAt)), reference, answer,
        called.declinedBy, called.whatThen});
}

QString toldLine(const IncidentTold &told, const Services &services)
{
    return say(QT_TRANSLATE_NOOP("words", "Told: %1"))
        .arg(withCommas({choiceIn(told, u"whom"_s, services), told.name, momentHere(told.toldAt, services), told.what}));
}

QString foundLine(const FoundItem &found, const Services &services)
{
    const QString bag = found.bagNumber.isEmpty() ? QString() : say(QT_TRANSLATE_NOOP("words", "bag %1")).arg(found.bagNumber);
    const QString ended = found.ended ? labelFor(*found.ended) : QString();
    return found.number + u": "_s + withCommas({choiceIn(found, u"what"_s, services), found.look, bag, ended, foundWaits(waitsFor(found))});
}

} // namespace

QString incidentNumbers(const IncidentNumbers &numbers)
{
    const QString waiting = numbers.toReview == 0 ? say(QT_TRANSLATE_NOOP("words", "nothing waits for review"))
                                                  : say(QT_TRANSLATE_NOOP("words", "%1 waiting for review")).arg(numbers.toReview);
    const QString nearMisses = numbers.nearMisses == 1 ? say(QT_TRANSLATE_NOOP("words", "1 near miss"))
                                                       : say(QT_TRANSLATE_NOOP("words", "%1 near misses")).arg(numbers.nearMisses);
    return waiting + u" · "_s + say(QT_TRANSLATE_NOOP("words", "%1 this month, %2")).arg(numbers.thisMonth).arg(nearMisses);
}

QString incidentKind(const Incident &incident, const Services &services) { return choiceIn(incident, u"kind"_s, services); }

const char *incidentChip(IncidentState state)
{
    switch (state) {
    case IncidentState::Reviewed:
        return "done";
    case IncidentState::DetailAsked:
        return "primary";
    case IncidentState::WaitingForReview:
        return "attention";
    case IncidentState::Open:
        break;
    }
    return "neutral";
}

QStringList whoWasInIncident(const WholeIncident &whole, const Services &services)
{
    QStringList lines;
    for (const Kept<IncidentPerson> &one : whole.people) {
        const QString name = nameInIncident(one.value, services) + u" ("_s + choiceIn(one.value, u"role"_s, services).toLower() + u')';
        lines.append(one.value.about.isEmpty() ? name : name + u": "_s + one.value.about);
    }
    return lines;
}

QStringList whatElseOfIncident(const WholeIncident &whole, const Services &services)
{
    QStringList lines;
    for (const Kept<ServiceCalled> &one : whole.services)
        lines.append(serviceLine(one.value, services));
    for (const Kept<FoundItem> &one : whole.found)
        lines.append(foundLine(one.value, services));
    for (const Kept<IncidentTold> &one : whole.told)
        lines.append(toldLine(one.value, services));
    for (const Kept<IncidentPerson> &one : whole.people)
        if (one.value.debrief)
            lines.append(say(QT_TRANSLATE_NOOP("words", "Talking about it, %1: %2"))
                             .arg(nameInIncident(one.value, services), labelFor(*one.value.debrief).toLower()));
    return lines;
}

QString stillToSay(const QList<IncidentGap> &gaps)
{
    QStringList said;
    for (const IncidentGap gap : gaps)
        said.append(labelFor(gap).toLower());
    return said.isEmpty() ? QString() : say(QT_TRANSLATE_NOOP("words", "Still to be said: %1")).arg(said.join(u", "_s));
}

QString foundWaits(FoundWaits waits)
{
    switch (waits) {
    case FoundWaits::SecondName:
        return say(QT_TRANSLATE_NOOP("words", "waits for the second name"));
    case FoundWaits::WhereItGoes:
        return say(QT_TRANSLATE_NOOP("words", "not handed over or destroyed yet"));
    case FoundWaits::Both:
        return say(QT_TRANSLATE_NOOP("words", "waits for the second name, and is not handed over or destroyed yet"));
    case FoundWaits::Nothing:
        break;
    }
    return {};
}

QString hoursLong(qint64 hours)
{
    if (hours == 1)
        return say(QT_TRANSLATE_NOOP("words", "1 hour"));
    return hours < 72 ? say(QT_TRANSLATE_NOOP("words", "%1 hours")).arg(hours) : say(QT_TRANSLATE_NOOP("words", "%1 days")).arg(hours / 24);
}

QString ownerOf(const IncidentAction &action, const Services &services)
{
    return withCommas({action.ownerId ? teamMember(action.ownerId, services) : QString(), action.ownerOther});
}

} // namespace keywork::words
