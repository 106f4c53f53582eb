// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/incident_review.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

bool isOneOf(const Choice &kind, std::initializer_list<QLatin1StringView> codes)
{
    return std::any_of(codes.begin(), codes.end(), [&kind](QLatin1StringView code) { return kind.code == code; });
}

bool happensToPeople(const Choice &kind)
{
    return isOneOf(
        kind, {"overdose"_L1, "violence"_L1, "threat"_L1, "self_harm"_L1, "medical"_L1, "death"_L1, "missing"_L1, "needle_stick"_L1});
}

bool mayBeIntended(const Choice &kind) { return isOneOf(kind, {"overdose"_L1, "self_harm"_L1, "needle_stick"_L1, "fire"_L1, "death"_L1}); }

bool harmsPeople(const Choice &kind) { return isOneOf(kind, {"overdose"_L1, "violence"_L1, "threat"_L1, "self_harm"_L1, "missing"_L1}); }

} // namespace

QList<IncidentGap> incidentGaps(const Incident &incident, qsizetype people)
{
    QList<IncidentGap> gaps;
    if (incident.whatWasDone.trimmed().isEmpty())
        gaps.append(IncidentGap::WhatWasDone);
    if (incident.place.trimmed().isEmpty())
        gaps.append(IncidentGap::Place);
    if (people == 0 && happensToPeople(incident.kind))
        gaps.append(IncidentGap::People);
    if (!incident.intent && mayBeIntended(incident.kind))
        gaps.append(IncidentGap::Intent);
    if (harmsPeople(incident.kind)
        && incident.safeguarding.value_or(IncidentSafeguarding::ToBeDecided) == IncidentSafeguarding::ToBeDecided)
        gaps.append(IncidentGap::Safeguarding);
    return gaps;
}

IncidentState incidentStateOf(bool isReviewed, bool hasOpenQuestion, const QList<IncidentGap> &gaps)
{
    if (isReviewed)
        return IncidentState::Reviewed;
    if (hasOpenQuestion)
        return IncidentState::DetailAsked;
    return gaps.isEmpty() ? IncidentState::WaitingForReview : IncidentState::Open;
}

bool wasPartOf(Id<Staff> member, const QList<IncidentPerson> &people)
{
    return std::any_of(people.cbegin(), people.cend(), [member](const IncidentPerson &one) {
        return one.who == InvolvedWho::Staff && one.staffId == member && one.role.code != "told"_L1;
    });
}

Violations reviewerProblems(Id<Staff> reviewer, Id<Staff> with, const QList<IncidentPerson> &people, bool isThereAnother)
{
    if (with && with == reviewer)
        return {{u"with_id"_s, Rule::SameSignature, {}}};
    if (with || !isThereAnother || !wasPartOf(reviewer, people))
        return {};
    return {{u"with_id"_s, Rule::AnotherPerson, {}}};
}

FoundWaits waitsFor(const FoundItem &item)
{
    if (item.second == BagSecond::NoBag)
        return FoundWaits::Nothing;
    const bool isHere = !item.ended;
    if (item.second == BagSecond::Nobody)
        return isHere ? FoundWaits::Both : FoundWaits::SecondName;
    return isHere ? FoundWaits::WhereItGoes : FoundWaits::Nothing;
}

qint64 hoursHere(const FoundItem &item, const QDateTime &now)
{
    return std::max<qint64>(0, item.foundAt.secsTo(item.endedAt.value_or(now)) / 3600);
}

std::optional<QDate> monthToReview(QDate today)
{
    if (today.day() < kMonthReviewedBy)
        return {};
    const QDate last = QDate(today.year(), today.month(), 1).addDays(-1);
    return QDate(last.year(), last.month(), 1);
}

} // namespace keywork
