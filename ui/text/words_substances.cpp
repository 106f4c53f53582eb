// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_substances.h"

#include "core/services/care/substances.h"
#include "core/services/records/records.h"
#include "ui/text/say.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {

QString inLine(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toLower();
    return text;
}

QString routeOf(const std::optional<SubstanceUse> &use) { return use && use->route ? inLine(labelFor(*use->route)) : QString(); }

QString daysOf(const std::optional<SubstanceUse> &use) { return QString::number(use && use->days ? *use->days : 0); }

QString amountOf(const std::optional<SubstanceUse> &use, const Services &services)
{
    if (!use || !use->amount)
        return {};
    const QString unit = choice(services.records.choices(), u"use_unit"_s, use->unit.code);
    return use->amount->text() + (unit.isEmpty() ? QString() : u' ' + unit);
}

/// A question that was and is without an answer, for another reason.
QString otherReasons(const SubstanceUse &before, const SubstanceUse &now)
{
    QStringList said;
    for (const QString &column : differingReasons(before, now)) {
        const QString asked = label(recordType<SubstanceUse>().fieldNamed(column)->label);
        const auto reason = now.notSaid.reasons.constFind(column);
        said.append(reason == now.notSaid.reasons.constEnd()
                ? say(QT_TRANSLATE_NOOP("words", "“%1” is still open")).arg(asked)
                : say(QT_TRANSLATE_NOOP("words", "no answer to “%1”: %2")).arg(asked, inLine(labelFor(*reason))));
    }
    return said.join(u"; "_s);
}

/// "used on 12 of 28 days", "main"; empty where nothing was answered.
QString answerInLine(const SubstanceUse &use, const QString &column, const Services &services)
{
    if (use.notSaid.reasons.contains(column))
        return useAnswer(use, column, services);
    if (column == u"days"_s && use.days)
        return say(QT_TRANSLATE_NOOP("words", "used on %1 of 28 days")).arg(*use.days);
    const bool isAmount = column == u"amount"_s || column == u"unit"_s;
    const QString said = isAmount && use.amount ? amountOf(use, services) : useAnswer(use, column, services);
    if (said == u"–"_s)
        return {};
    const bool isChosen = recordType<SubstanceUse>().fieldNamed(column)->list && !isAmount; // names and months keep their capital
    return isChosen ? inLine(said) : shortened(said, 80);
}

QString otherAnswer(const UseChange &change, const Services &services)
{
    if (!change.now || !change.before)
        return {};
    if (change.column == u"not_said"_s)
        return otherReasons(*change.before, *change.now);
    const QString now = answerInLine(*change.now, change.column, services);
    const QString then = answerInLine(*change.before, change.column, services);
    const QString asked = label(recordType<SubstanceUse>().fieldNamed(change.column)->label);
    if (change.column == u"days"_s && !now.isEmpty())
        return then.isEmpty() ? say(QT_TRANSLATE_NOOP("words", "%1, not known before")).arg(now)
                              : say(QT_TRANSLATE_NOOP("words", "%1, before: %2")).arg(now, then);
    if (now.isEmpty())
        return say(QT_TRANSLATE_NOOP("words", "“%1” has no answer now, before: %2")).arg(asked, then);
    if (then.isEmpty())
        return say(QT_TRANSLATE_NOOP("words", "%1 (%2), not known before")).arg(now, inLine(asked));
    return say(QT_TRANSLATE_NOOP("words", "%1 (%2), before: %3")).arg(now, inLine(asked), then);
}

QString whatIsDifferent(const UseChange &change, int sharedDays, const Services &services)
{
    switch (change.kind) {
    case UseChangeKind::New:
        return say(QT_TRANSLATE_NOOP("words", "told of for the first time"));
    case UseChangeKind::Returned:
        return say(QT_TRANSLATE_NOOP("words", "used again after a pause"));
    case UseChangeKind::NowInjected:
        return routeOf(change.before).isEmpty() ? say(QT_TRANSLATE_NOOP("words", "injected"))
                                                : say(QT_TRANSLATE_NOOP("words", "now injected, was %1")).arg(routeOf(change.before));
    case UseChangeKind::NowShared:
        return say(QT_TRANSLATE_NOOP("words", "equipment is shared now"));
    case UseChangeKind::NowAlone:
        return say(QT_TRANSLATE_NOOP("words", "now used alone"));
    case UseChangeKind::Stopped:
        return say(QT_TRANSLATE_NOOP("words", "not used in the last 28 days"));
    case UseChangeKind::NoLongerInjected:
        return say(QT_TRANSLATE_NOOP("words", "%1, no longer injected")).arg(routeOf(change.now));
    case UseChangeKind::NoLongerShared:
        return say(QT_TRANSLATE_NOOP("words", "equipment is no longer shared"));
    case UseChangeKind::NowWithOthers:
        return say(QT_TRANSLATE_NOOP("words", "no longer used alone"));
    case UseChangeKind::MoreDays:
        return say(QT_TRANSLATE_NOOP("words", "on more days: %1, was %2")).arg(daysOf(change.now), daysOf(change.before));
    case UseChangeKind::FewerDays:
        return say(QT_TRANSLATE_NOOP("words", "on fewer days: %1, was %2")).arg(daysOf(change.now), daysOf(change.before));
    case UseChangeKind::DaysDiffer:
        return say(QT_TRANSLATE_NOOP("words", "days %1, was %2; both counts share %3 of their 28 days, so this shows no trend"))
            .arg(daysOf(change.now), daysOf(change.before))
            .arg(sharedDays);
    case UseChangeKind::MoreAmount:
        return say(QT_TRANSLATE_NOOP("words", "more on a day: %1, was %2"))
            .arg(amountOf(change.now, services), amountOf(change.before, services));
    case UseChangeKind::LessAmount:
        return say(QT_TRANSLATE_NOOP("words", "less on a day: %1, was %2"))
            .arg(amountOf(change.now, services), amountOf(change.before, services));
    case UseChangeKind::RouteChanged:
        return say(QT_TRANSLATE_NOOP("words", "now %1, was %2")).arg(routeOf(change.now), routeOf(change.before));
    case UseChangeKind::NotInReview:
        return say(QT_TRANSLATE_NOOP("words", "not talked about this time"));
    case UseChangeKind::Answer:
        return otherAnswer(change, services);
    }
    return {};
}

QString offerInWords(UseOffer offer)
{
    switch (offer) {
    case UseOffer::NeedleExchange:
        return say(QT_TRANSLATE_NOOP("words", "sterile equipment, and where the needle exchange is"));
    case UseOffer::Naloxone:
        return say(QT_TRANSLATE_NOOP("words", "naloxone, and who can use it"));
    case UseOffer::NotAlone:
        return say(QT_TRANSLATE_NOOP("words", "how not to be alone when using"));
    case UseOffer::WhereToGetHelp:
        return say(QT_TRANSLATE_NOOP("words", "where to get help, when they want it"));
    }
    return {};
}

} // namespace

SubstanceNames substanceNames(const Services &services)
{
    SubstanceNames names;
    const auto all = services.substances.all();
    for (const Kept<Substance> &one : all ? *all : QList<Kept<Substance>>())
        names.insert(one.id.value, one.value.name);
    return names;
}

QString useChange(const UseChange &change, int sharedDays, const SubstanceNames &names, const Services &services)
{
    return say(QT_TRANSLATE_NOOP("words", "%1: %2"))
        .arg(names.value(change.substance.value), whatIsDifferent(change, sharedDays, services));
}

QString useOffers(const QList<UseOffer> &offers)
{
    QStringList offered;
    for (const UseOffer offer : offers)
        offered.append(offerInWords(offer));
    return offered.isEmpty() ? QString() : say(QT_TRANSLATE_NOOP("words", "May help: %1")).arg(offered.join(u"; "_s));
}

QString useOffersSource()
{
    return say(
        QT_TRANSLATE_NOOP("words", "From “Working with people who use drugs” (Homeless Link, 2019): questions staff ask, naloxone."));
}

QString useAnswer(const SubstanceUse &use, const QString &column, const Services &services)
{
    if (column == u"amount"_s && use.amount)
        return amountOf(use, services);
    const Row row = toRow(use);
    const Field *field = row.type->fieldNamed(column);
    const auto reason = use.notSaid.reasons.constFind(column);
    if (reason != use.notSaid.reasons.constEnd())
        return inLine(labelFor(*reason));
    const auto noNames = [](const QString &, qint64) { return QString(); };
    const QString said = field ? value(row, *field, services.records.choices(), noNames, services.records.clock()) : QString();
    return said.isEmpty() ? u"–"_s : said;
}

QString sameAs(const SubstanceUse &use, QDate today)
{
    return use.sameAs ? say(QT_TRANSLATE_NOOP("words", "same as %1")).arg(dayAndMonth(*use.sameAs, today)) : QString();
}

QString useHistory(const QList<UsePoint> &points, QDate today)
{
    QStringList said;
    for (const UsePoint &point : points) {
        const QString day = dayAndMonth(point.asOn, today);
        QString line;
        switch (point.known) {
        case UsePoint::Known::Days:
            line = say(QT_TRANSLATE_NOOP("words", "%1: %2 of 28 days")).arg(day).arg(point.days);
            break;
        case UsePoint::Known::NotKnown:
            line = say(QT_TRANSLATE_NOOP("words", "%1: days not known")).arg(day);
            break;
        case UsePoint::Known::Nothing:
            line = say(QT_TRANSLATE_NOOP("words", "%1: not talked about")).arg(day);
            break;
        }
        if (point.sameAs)
            line += u" ("_s + say(QT_TRANSLATE_NOOP("words", "same as %1")).arg(dayAndMonth(*point.sameAs, today)) + u')';
        said.append(line);
    }
    return said.isEmpty() ? say(QT_TRANSLATE_NOOP("words", "Nothing recorded.")) : said.join(u"; "_s);
}

} // namespace keywork::words
