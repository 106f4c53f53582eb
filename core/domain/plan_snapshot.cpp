// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/plan_snapshot.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

struct TextMember {
    const char *key;
    QString PlanSnapshot::*member;
};

constexpr TextMember kTexts[] = {
    {"planNumber", &PlanSnapshot::planNumber},
    {"person", &PlanSnapshot::person},
    {"room", &PlanSnapshot::room},
    {"keyworker", &PlanSnapshot::keyworker},
    {"hostel", &PlanSnapshot::hostel},
    {"issuedOn", &PlanSnapshot::issuedOn},
    {"reviewOn", &PlanSnapshot::reviewOn},
    {"stage", &PlanSnapshot::stage},
    {"inMyWords", &PlanSnapshot::inMyWords},
    {"hopes", &PlanSnapshot::hopes},
    {"longerTerm", &PlanSnapshot::longerTerm},
    {"strengths", &PlanSnapshot::strengths},
    {"whatHelps", &PlanSnapshot::whatHelps},
    {"ifThingsGetHarder", &PlanSnapshot::ifThingsGetHarder},
    {"whoSeesThis", &PlanSnapshot::whoSeesThis},
    {"howToContact", &PlanSnapshot::howToContact},
    {"complaints", &PlanSnapshot::complaints},
};

QJsonValue orNull(const std::optional<qint64> &number) { return number ? QJsonValue(*number) : QJsonValue(); }

std::optional<qint64> numberOf(const QJsonValue &value) { return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt; }

QJsonObject stepJson(const PlanSnapshot::Step &step)
{
    QJsonObject json{{u"thread"_s, step.thread}, {u"what"_s, step.what}, {u"who"_s, QJsonArray::fromStringList(step.who)},
        {u"due"_s, step.due}, {u"status"_s, step.status}, {u"doneOn"_s, step.doneOn}};
    if (!step.whoIds.isEmpty()) // what was printed before keeps its fingerprint
        json.insert(u"whoIds"_s, QJsonArray::fromStringList(step.whoIds));
    return json;
}

PlanSnapshot::Step stepFrom(const QJsonObject &json)
{
    PlanSnapshot::Step step{json[u"thread"_s].toString(), json[u"what"_s].toString(), {}, json[u"due"_s].toString(),
        json[u"status"_s].toString(), json[u"doneOn"_s].toString()};
    for (const QJsonValue &who : json[u"who"_s].toArray())
        step.who.append(who.toString());
    for (const QJsonValue &id : json[u"whoIds"_s].toArray())
        step.whoIds.append(id.toString());
    return step;
}

QJsonObject goalJson(const PlanSnapshot::Goal &goal)
{
    QJsonArray steps;
    for (const PlanSnapshot::Step &step : goal.steps)
        steps.append(stepJson(step));
    return {{u"thread"_s, goal.thread}, {u"statement"_s, goal.statement}, {u"identifiedBy"_s, goal.identifiedBy},
        {u"agreement"_s, goal.agreement}, {u"status"_s, goal.status}, {u"reviewOn"_s, goal.reviewOn}, {u"barriers"_s, goal.barriers},
        {u"steps"_s, steps}};
}

PlanSnapshot::Goal goalFrom(const QJsonObject &json)
{
    PlanSnapshot::Goal goal{json[u"thread"_s].toString(), json[u"statement"_s].toString(), json[u"identifiedBy"_s].toString(),
        json[u"agreement"_s].toString(), json[u"status"_s].toString(), json[u"reviewOn"_s].toString(), json[u"barriers"_s].toString(), {}};
    for (const QJsonValue &step : json[u"steps"_s].toArray())
        goal.steps.append(stepFrom(step.toObject()));
    return goal;
}

QJsonObject areaJson(const PlanSnapshot::AreaPart &part)
{
    QJsonArray goals;
    for (const PlanSnapshot::Goal &goal : part.goals)
        goals.append(goalJson(goal));
    return {{u"area"_s, part.area}, {u"ownWords"_s, part.ownWords}, {u"selfRating"_s, orNull(part.selfRating)},
        {u"ratingBefore"_s, orNull(part.ratingBefore)}, {u"readiness"_s, orNull(part.readiness)}, {u"notNow"_s, part.notNow},
        {u"goals"_s, goals}};
}

PlanSnapshot::AreaPart areaFrom(const QJsonObject &json)
{
    PlanSnapshot::AreaPart part{json[u"area"_s].toString(), json[u"ownWords"_s].toString(), numberOf(json[u"selfRating"_s]),
        numberOf(json[u"ratingBefore"_s]), numberOf(json[u"readiness"_s]), json[u"notNow"_s].toBool(), {}};
    for (const QJsonValue &goal : json[u"goals"_s].toArray())
        part.goals.append(goalFrom(goal.toObject()));
    return part;
}

} // namespace

QJsonObject PlanSnapshot::toJson() const
{
    QJsonObject json;
    for (const TextMember &text : kTexts)
        json.insert(QLatin1String(text.key), this->*text.member);
    QJsonArray parts;
    for (const AreaPart &part : areas)
        parts.append(areaJson(part));
    if (!naloxonePlace.isEmpty()) // what was printed before keeps its fingerprint
        json.insert(u"naloxonePlace"_s, naloxonePlace);
    json.insert(u"version"_s, version);
    json.insert(u"readAloud"_s, readAloud);
    json.insert(u"areas"_s, parts);
    return json;
}

PlanSnapshot PlanSnapshot::fromJson(const QJsonObject &json)
{
    PlanSnapshot snapshot;
    for (const TextMember &text : kTexts)
        snapshot.*text.member = json[QLatin1String(text.key)].toString();
    snapshot.naloxonePlace = json[u"naloxonePlace"_s].toString();
    snapshot.version = json[u"version"_s].toInteger();
    snapshot.readAloud = json[u"readAloud"_s].toBool();
    for (const QJsonValue &part : json[u"areas"_s].toArray())
        snapshot.areas.append(areaFrom(part.toObject()));
    return snapshot;
}

QByteArray canonicalJson(const PlanSnapshot &snapshot)
{
    // QJsonObject keeps its keys sorted.
    return QJsonDocument(snapshot.toJson()).toJson(QJsonDocument::Compact);
}

QString fingerprintOf(const QByteArray &canonical)
{
    const QString hex = QString::fromLatin1(QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex().left(12));
    return hex.left(4) + u'-' + hex.mid(4, 4) + u'-' + hex.mid(8, 4);
}

} // namespace keywork
