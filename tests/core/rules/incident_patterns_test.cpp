// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/incident_patterns.h"

#include "tests/support/catch.h"

#include <QRandomGenerator>
#include <numeric>

namespace keywork::test::rules_incident_patterns_test {

using namespace Qt::StringLiterals;

namespace {

PatternIncident incident(const QString &kind, const QString &place, int day, int hour, const QStringList &substances = {})
{
    return {kind, place, QDateTime(QDate(2026, 9, day), QTime(hour, 30), Qt::UTC), substances};
}

int sum(const QList<PatternCount> &counts)
{
    return std::accumulate(counts.cbegin(), counts.cend(), 0, [](int all, const PatternCount &one) { return all + one.all(); });
}

} // namespace

TEST_CASE("Incidents are counted by kind, place, hour, weekday and substance, near misses beside them")
{
    const IncidentPatterns patterns = incidentPatterns({
        incident(u"overdose"_s, u"Room 7"_s, 14, 2, {u"Heroin"_s, u"Pregabalin"_s}), // a Monday
        incident(u"near_miss"_s, u"room  7 "_s, 14, 23, {u"Heroin"_s}),
        incident(u"near_miss"_s, u"Yard"_s, 20, 2), // a Sunday
        incident(u"threat"_s, u"Room 7"_s, 15, 2),
        incident(u"threat"_s, {}, 15, 14),
        incident(u"threat"_s, u"Front door"_s, 16, 14),
    });
    CHECK(patterns.incidents == 4);
    CHECK(patterns.nearMisses == 2);
    CHECK(patterns.byKind == QList<PatternCount>{{u"threat"_s, 3, 0}, {u"near_miss"_s, 0, 2}, {u"overdose"_s, 1, 0}});
    CHECK(patterns.byPlace == QList<PatternCount>{{u"Room 7"_s, 2, 1}, {u"Front door"_s, 1, 0}, {u"Yard"_s, 0, 1}, {QString(), 1, 0}});
    CHECK(patterns.bySubstance == QList<PatternCount>{{u"Heroin"_s, 1, 1}, {u"Pregabalin"_s, 1, 0}});
    REQUIRE(patterns.byHour.size() == 24);
    CHECK(patterns.byHour.at(2) == PatternCount{u"2"_s, 2, 1});
    CHECK(patterns.byHour.at(14) == PatternCount{u"14"_s, 2, 0});
    CHECK(patterns.byHour.at(23) == PatternCount{u"23"_s, 0, 1});
    CHECK(patterns.byHour.at(3) == PatternCount{u"3"_s, 0, 0});
    REQUIRE(patterns.byWeekday.size() == 7);
    CHECK(patterns.byWeekday.at(0) == PatternCount{u"1"_s, 1, 1});
    CHECK(patterns.byWeekday.at(1) == PatternCount{u"2"_s, 2, 0});
    CHECK(patterns.byWeekday.at(6) == PatternCount{u"7"_s, 0, 1});
}

TEST_CASE("Without incidents every hour and weekday is there, with nothing")
{
    const IncidentPatterns patterns = incidentPatterns({});
    CHECK(patterns.byHour.size() == 24);
    CHECK(patterns.byWeekday.size() == 7);
    CHECK(patterns.byKind.isEmpty());
    CHECK(sum(patterns.byHour) == 0);
}

TEST_CASE("A substance is found by its name as a whole word, and a longer name is no shorter one")
{
    const QStringList names{u"Cocaine"_s, u"Crack cocaine"_s, u"Heroin"_s, u"Spice"_s};
    struct Case {
        QString text;
        QStringList found;
    };
    for (const Case &one : {Case{u"He had smoked crack cocaine."_s, {u"Crack cocaine"_s}},
             {u"crack cocaine, later powder: cocaine"_s, {u"Cocaine"_s, u"Crack cocaine"_s}}, {u"HEROIN, and heroin"_s, {u"Heroin"_s}},
             {u"the heroine of the film, spices"_s, {}}, {QString(), {}}}) {
        INFO(one.text.toStdString());
        CHECK(substancesNamed(one.text, names) == one.found);
    }
}

TEST_CASE("Whatever happened, each grouping but substances adds up to all of it, in any order")
{
    QRandomGenerator random(714);
    for (int round = 0; round < 200; ++round) {
        QList<PatternIncident> incidents;
        for (int i = random.bounded(40); i > 0; --i)
            incidents.append(incident(random.bounded(3) ? u"threat"_s : u"near_miss"_s,
                QStringList{u"Yard"_s, u"yard"_s, QString(), u"Room 3"_s}.at(random.bounded(4)), 1 + random.bounded(30),
                random.bounded(24)));
        const IncidentPatterns patterns = incidentPatterns(incidents);
        CHECK(patterns.incidents + patterns.nearMisses == incidents.size());
        for (const QList<PatternCount> &counts : {patterns.byKind, patterns.byPlace, patterns.byHour, patterns.byWeekday})
            CHECK(sum(counts) == incidents.size());
        std::reverse(incidents.begin(), incidents.end());
        CHECK(incidentPatterns(incidents) == patterns);
    }
}

} // namespace keywork::test::rules_incident_patterns_test
