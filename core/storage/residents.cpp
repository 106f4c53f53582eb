// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/residents.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/record/sql.h"
#include "core/storage/query.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString asJson(const QVariantList &list) { return QString::fromUtf8(QJsonDocument(QJsonArray::fromVariantList(list)).toJson()); }

// Every statement here begins with these: the day, who asks, whose records are closed to them, and which alerts they may not see.
const QString kReader = QStringLiteral("WITH now (today, self) AS (SELECT ?, ?), "
                                       "closed (person) AS MATERIALIZED (SELECT value FROM json_each(?)), "
                                       "unseen (alert_kind) AS MATERIALIZED (SELECT value FROM json_each(?)) ");
QList<QVariant> readerValues(const ResidentsReader &reader)
{
    return {
        reader.today.toString(Qt::ISODate), reader.staff, asJson(idList(reader.closed)), asJson(QVariant(reader.unseenAlerts).toList())};
}

const QString kIsHere = QStringLiteral("arrived_on <= (SELECT today FROM now) AND (left_on IS NULL OR left_on > (SELECT today FROM now))");
const QString kIsExpected = QStringLiteral("arrived_on IS NULL AND left_on IS NULL AND not_coming = 0");

QString inStays(const QString &condition)
{
    return u"p.id IN (SELECT person_id FROM stay WHERE withdrawn_at IS NULL AND "_s + condition + u')';
}

QString groupCondition(ResidentGroup group)
{
    switch (group) {
    case ResidentGroup::HereNow:
        return inStays(kIsHere);
    case ResidentGroup::MyKeywork:
        return u"p.keyworker_id = (SELECT self FROM now) AND "_s + inStays(kIsHere);
    case ResidentGroup::Expected:
        return inStays(kIsExpected);
    case ResidentGroup::Left:
        return inStays(u"left_on IS NOT NULL"_s) + u" AND NOT "_s + inStays(kIsHere) + u" AND NOT "_s + inStays(kIsExpected);
    }
    return {};
}

const QString kName
    = QStringLiteral("folded(trim(CASE WHEN p.preferred_name <> '' THEN p.preferred_name ELSE p.given_name END || ' ' || p.family_name))");
const QString kKeyworker = QStringLiteral("folded((SELECT name FROM staff WHERE id = p.keyworker_id))");
/// Of the stay that says where somebody is: the present one, else the expected one that was referred last.
const QString kRoom = QStringLiteral("(SELECT (SELECT name FROM room WHERE id = stay.room_id) FROM stay "
                                     "WHERE stay.person_id = p.id AND withdrawn_at IS NULL AND (%1 OR %2) "
                                     "ORDER BY arrived_on IS NULL, referred_on DESC, id LIMIT 1)")
                          .arg(kIsHere, kIsExpected);
const QString kStage = QStringLiteral("(SELECT stage FROM stage_entry e WHERE e.person_id = p.id AND e.withdrawn_at IS NULL "
                                      "AND e.id NOT IN (SELECT corrects_id FROM stage_entry c WHERE c.person_id = p.id "
                                      "AND c.withdrawn_at IS NULL AND c.corrects_id IS NOT NULL) ORDER BY from_on DESC, id DESC LIMIT 1)");
const QString kAlerts
    = QStringLiteral("FROM alert WHERE alert.person_id = p.id AND withdrawn_at IS NULL AND kind NOT IN (SELECT alert_kind FROM unseen) "
                     "AND from_on <= (SELECT today FROM now) AND (until_on IS NULL OR until_on >= (SELECT today FROM now))");
const QString kReview = QStringLiteral("(SELECT review_on FROM care_plan_version v WHERE v.person_id = p.id AND v.withdrawn_at IS NULL "
                                       "AND v.state <> 'draft' ORDER BY v.id DESC LIMIT 1)");

QString unlessClosed(const QString &expression)
{
    return u"CASE WHEN p.id IN (SELECT person FROM closed) THEN NULL ELSE "_s + expression + u" END"_s;
}

QString orderExpression(ResidentOrder order)
{
    switch (order) {
    case ResidentOrder::Name:
        return kName;
    case ResidentOrder::Room: // a number as a number
        return u"order_key("_s + kRoom + u')';
    case ResidentOrder::Stage:
        return unlessClosed(u"CASE "_s + kStage
            + u" WHEN 'chaotic_not_in_treatment' THEN 1 WHEN 'chaotic_engaging' THEN 2 WHEN 'in_treatment' THEN 3 "
              "WHEN 'reduced_vulnerable' THEN 4 WHEN 'settled' THEN 5 END"_s);
    case ResidentOrder::Alerts:
        return unlessClosed(u"(SELECT min(CASE priority WHEN 'urgent' THEN 0 WHEN 'watch' THEN 1 ELSE 2 END) "_s + kAlerts + u')');
    case ResidentOrder::Keyworker:
        return kKeyworker;
    case ResidentOrder::Review:
        return unlessClosed(kReview);
    }
    return kName;
}

/// The conditions of a request, with what they bind.
struct Condition {
    QString sql;
    QList<QVariant> values;
};

Condition conditionOf(const ResidentsRequest &request)
{
    Condition condition{u"p.withdrawn_at IS NULL AND "_s + groupCondition(request.group), {}};
    const QString typed = folded(request.containing);
    if (typed.isEmpty())
        return condition;
    QStringList any;
    for (const QString &expression : {kName, u"folded("_s + kRoom + u')', kKeyworker}) {
        any.append(u"instr("_s + expression + u", ?) > 0"_s);
        condition.values.append(typed);
    }
    const QString open = u"(p.id NOT IN (SELECT person FROM closed) AND "_s;
    if (!request.stages.isEmpty()) {
        any.append(open + kStage + u" IN (SELECT value FROM json_each(?)))"_s);
        condition.values.append(asJson(QVariant(request.stages).toList()));
    }
    if (!request.alertKinds.isEmpty()) {
        any.append(open + u"EXISTS (SELECT 1 "_s + kAlerts + u" AND kind IN (SELECT value FROM json_each(?))))"_s);
        condition.values.append(asJson(QVariant(request.alertKinds).toList()));
    }
    if (request.unassigned)
        any.append(u"p.keyworker_id IS NULL"_s);
    condition.sql += u" AND ("_s + any.join(u" OR "_s) + u')';
    return condition;
}

Condition behind(const ResidentsRequest &request)
{
    if (!request.after)
        return {};
    const QString direction = request.descending ? u"<"_s : u">"_s;
    const ResidentPlace &after = *request.after;
    if (after.value.isNull())
        return {u" WHERE place IS NULL AND id "_s + direction + u" ?"_s, {after.person}};
    return {u" WHERE (place IS NULL OR (place, id) "_s + direction + u" (?, ?))"_s, {after.value, after.person}};
}

} // namespace

Result<QList<ResidentPlace>> residentPlaces(const Database &database, const ResidentsRequest &request, const ResidentsReader &reader)
{
    const Condition condition = conditionOf(request);
    const Condition rest = behind(request);
    const QString direction = request.descending ? u" DESC"_s : QString();
    QString sql = kReader + u"SELECT place, id FROM (SELECT "_s + orderExpression(request.order)
        + u" AS place, p.id AS id FROM person p WHERE "_s + condition.sql + u')' + rest.sql + u" ORDER BY place"_s + direction
        + u" NULLS LAST, id"_s + direction;
    if (request.limit > 0)
        sql += u" LIMIT %1"_s.arg(request.limit);
    Query query(database, sql);
    if (Done done = query.bind(readerValues(reader)).bind(condition.values).bind(rest.values).run(); !done)
        return done.error();
    QList<ResidentPlace> places;
    while (query.next())
        places.append({query.value(0), query.number(1)});
    if (Done done = query.finished(); !done)
        return done.error();
    return places;
}

Result<qint64> residentCount(const Database &database, const ResidentsRequest &request, const ResidentsReader &reader)
{
    const Condition condition = conditionOf(request);
    const auto count
        = valueOf(database, kReader + u"SELECT count(*) FROM person p WHERE "_s + condition.sql, readerValues(reader) + condition.values);
    return count ? Result<qint64>(count->toLongLong()) : count.error();
}

Result<std::array<int, 4>> residentGroupSizes(const Database &database, const ResidentsReader &reader)
{
    QStringList counts;
    for (int group = 0; group < 4; ++group)
        counts.append(u"(SELECT count(*) FROM person p WHERE p.withdrawn_at IS NULL AND "_s + groupCondition(ResidentGroup(group)) + u')');
    Query query(database, kReader + u"SELECT "_s + counts.join(u", "_s));
    if (Done done = query.bind(readerValues(reader)).run(); !done)
        return done.error();
    std::array<int, 4> sizes{};
    if (query.next())
        for (size_t group = 0; group < sizes.size(); ++group)
            sizes[group] = int(query.number(int(group)));
    if (Done done = query.finished(); !done)
        return done.error();
    return sizes;
}

Result<QList<PlanLine>> planLines(const Database &database, const QList<qint64> &people)
{
    Query query(database,
        u"SELECT v.person_id, v.version_number, v.state, v.issued_at, v.review_on, s.kind, s.on_day FROM care_plan_version v "
        "LEFT JOIN sign_off s ON s.id = (SELECT max(id) FROM sign_off WHERE version_id = v.id AND withdrawn_at IS NULL) "
        "WHERE v.withdrawn_at IS NULL AND v.person_id IN (SELECT value FROM json_each(?)) ORDER BY v.id"_s);
    if (Done done = query.bind(asJson(idList(people))).run(); !done)
        return done.error();
    QList<PlanLine> lines;
    while (query.next())
        lines.append({query.number(0), int(query.number(1)), query.text(2), fromStoredText(query.text(3)), query.text(4), query.text(5),
            query.text(6)});
    if (Done done = query.finished(); !done)
        return done.error();
    return lines;
}

} // namespace keywork
