// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/watching.h"

#include "core/domain/appointment.h"
#include "core/domain/arrival.h"
#include "core/domain/assessment.h"
#include "core/domain/court.h"
#include "core/domain/incident.h"
#include "core/domain/keywork.h"
#include "core/domain/money.h"
#include "core/domain/referral.h"
#include "core/domain/referral_in.h"
#include "core/domain/safeguarding.h"
#include "core/domain/watch_call.h"
#include "core/domain/watch_snooze.h"
#include "core/storage/table.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

// Over the rows of sharing_agreement; binds today twice. One that was entered in error is a latest word too: it ended what
// was said before.
const QString kLatestOfThoseHere
    = QStringLiteral("withdrawn_at IS NULL AND id IN (SELECT max(a.id) FROM sharing_agreement a WHERE "
                     "a.person_id IN (SELECT s.person_id FROM stay s WHERE s.withdrawn_at IS NULL AND s.arrived_on <= ? "
                     "AND (s.left_on IS NULL OR s.left_on > ?)) GROUP BY a.person_id, a.agency_id) ");

// Over the rows of appointment; binds two moments.
const QString kBookedBetween
    = QStringLiteral("appointment.withdrawn_at IS NULL AND starts_at >= ? AND starts_at < ? AND outcome = 'booked'");

constexpr int kAskedAfterLeavingDays = 28; // house rule: who left longer ago does not fill Today
// Over rows with a person; binds the day so many days ago.
const QString kNotLongGone
    = QStringLiteral("(person_id NOT IN (SELECT s.person_id FROM stay s WHERE s.withdrawn_at IS NULL AND s.left_on IS NOT NULL) "
                     "OR person_id IN (SELECT s.person_id FROM stay s WHERE s.withdrawn_at IS NULL "
                     "AND ((s.left_on IS NULL AND s.not_coming = 0) OR s.left_on > ?)))");

// Over rows with from_on and until_on; binds the day twice.
const QString kHolds = QStringLiteral("withdrawn_at IS NULL AND from_on <= ? AND (until_on IS NULL OR until_on >= ?)");

/// One bound value, however many they are; codes of a list need no escaping.
QString jsonList(const QStringList &codes) { return codes.isEmpty() ? u"[]"_s : u"[\""_s + codes.join(u"\",\""_s) + u"\"]"_s; }

QString stored(QDate day) { return day.toString(Qt::ISODate); }

template <class E> QString codes(std::initializer_list<E> values)
{
    QStringList quoted;
    for (const E value : values)
        quoted.append(u'\'' + QString::fromLatin1(codeOf(value)) + u'\'');
    return quoted.join(u", "_s);
}

} // namespace

Result<QList<KeptRow>> agreementsToAskAgain(Database &database, QDate today)
{
    return Table(database, recordType<SharingAgreement>())
        .listWhere(
            kLatestOfThoseHere + u"AND state IN (%1) AND ask_again_on <= ? ORDER BY id"_s.arg(codes({AgreementState::CouldNotDecide})),
            {stored(today), stored(today), stored(today)});
}

Result<QList<KeptRow>> latestWordsInError(Database &database)
{
    return Table(database, recordType<SharingAgreement>())
        .listWhere(u"withdrawn_at IS NOT NULL AND EXISTS (SELECT 1 FROM sharing_agreement earlier "
                   "WHERE earlier.person_id = sharing_agreement.person_id AND earlier.agency_id = sharing_agreement.agency_id "
                   "AND earlier.id < sharing_agreement.id) AND NOT EXISTS (SELECT 1 FROM sharing_agreement later "
                   "WHERE later.person_id = sharing_agreement.person_id AND later.agency_id = sharing_agreement.agency_id "
                   "AND later.id > sharing_agreement.id) ORDER BY id"_s,
            {});
}

Result<QList<KeptRow>> agreementsEnding(Database &database, QDate today, QDate from, QDate until)
{
    return Table(database, recordType<SharingAgreement>())
        .listWhere(kLatestOfThoseHere
                + u"AND state IN (%1) AND until_on BETWEEN ? AND ? ORDER BY id"_s.arg(
                    codes({AgreementState::Given, AgreementState::InPart})),
            {stored(today), stored(today), stored(from), stored(until)});
}

Result<QList<KeptRow>> lawfulReasonsToReview(Database &database)
{
    return Table(database, recordType<LawfulReason>())
        .listWhere(u"withdrawn_at IS NULL AND review IN (%1) ORDER BY id"_s.arg(codes({LawfulReview::Waiting})), {});
}

Result<QList<KeptRow>> lawfulReasonsIncomplete(Database &database)
{
    return Table(database, recordType<LawfulReason>())
        .listWhere(u"withdrawn_at IS NULL AND told IN (%1) ORDER BY id"_s.arg(codes({PersonTold::NotYet})), {});
}

Result<QList<KeptRow>> referralsToChase(Database &database, QDate today)
{
    // Named one by one as in isOpen(ReferralState).
    const QString open = codes({ReferralState::Sent, ReferralState::Received, ReferralState::Accepted});
    return Table(database, recordType<Referral>())
        .listWhere(u"withdrawn_at IS NULL AND chase_on <= ? AND state IN (%1) AND %2 ORDER BY chase_on, id"_s.arg(open, kNotLongGone),
            {stored(today), stored(today.addDays(-kAskedAfterLeavingDays))});
}

namespace {

/// Codes of the referrals that somebody waits for something in.
QString openReferrals()
{
    QStringList open;
    for (const ReferralInState state : allOf<ReferralInState>())
        if (isOpen(state))
            open.append(u'\'' + QString::fromLatin1(codeOf(state)) + u'\'');
    return open.join(u", "_s);
}

const QString kGoesOn = QStringLiteral("withdrawn_at IS NULL AND arrived_on IS NOT NULL AND left_on IS NULL");

} // namespace

Result<QList<KeptRow>> referralsWithoutStep(Database &database, const QDateTime &now)
{
    return Table(database, recordType<ReferralIn>())
        .listWhere(u"withdrawn_at IS NULL AND state IN (%1) AND next_step = '' AND next_on IS NULL AND (person_id IS NULL OR NOT EXISTS "
                   "(SELECT 1 FROM appointment a WHERE a.person_id = referral_in.person_id AND a.withdrawn_at IS NULL AND a.outcome = "
                   "'booked' AND a.starts_at >= ?)) ORDER BY received_on, id"_s.arg(openReferrals()),
            {toStoredText(now)});
}

Result<QList<KeptRow>> referralsWithStepDue(Database &database, QDate today)
{
    return Table(database, recordType<ReferralIn>())
        .listWhere(u"withdrawn_at IS NULL AND state IN (%1) AND next_on <= ? ORDER BY next_on, id"_s.arg(openReferrals()), {stored(today)});
}

Result<QList<KeptRow>> arrivalsUnfinished(Database &database, QDate today)
{
    return Table(database, recordType<Stay>())
        .listWhere(kGoesOn + u" AND arrival_open = 1 AND arrived_on <= ? ORDER BY arrived_on, id"_s, {stored(today)});
}

Result<QList<KeptRow>> conditionsUnmet(Database &database, QDate today)
{
    return Table(database, recordType<StayCondition>())
        .listWhere(u"withdrawn_at IS NULL AND met_on IS NULL AND due_on < ? AND stay_id IN (SELECT id FROM stay WHERE "_s + kGoesOn
                + u") ORDER BY due_on, id"_s,
            {stored(today)});
}

Result<QList<KeptRow>> openAppointments(Database &database, const QDateTime &from, const QDateTime &until, bool onlyReminding)
{
    return Table(database, recordType<Appointment>())
        .listWhere(kBookedBetween + (onlyReminding ? u" AND remind_days IS NOT NULL"_s : u""_s) + u" ORDER BY starts_at, id"_s,
            {toStoredText(from), toStoredText(until)});
}

Result<QList<KeptRow>> accompaniedAppointments(Database &database, const QDateTime &from, const QDateTime &until)
{
    return Table(database, recordType<Appointment>())
        .listWhere(kBookedBetween + u" AND (goes_along_id IS NOT NULL OR goes_along_other <> '') ORDER BY starts_at, id"_s,
            {toStoredText(from), toStoredText(until)});
}

Result<QList<KeptRow>> appointmentsToAccompany(
    Database &database, const QDateTime &from, const QDateTime &until, const QStringList &eachTime, const QStringList &firstTime)
{
    const QString first = jsonList(firstTime);
    return Table(database, recordType<Appointment>())
        .listWhere(kBookedBetween
                + u" AND goes_along_id IS NULL AND goes_along_other = '' AND (agency_id IN (SELECT id FROM agency WHERE category IN "
                  "(SELECT value FROM json_each(?))) OR (agency_id IN (SELECT id FROM agency WHERE category IN (SELECT value FROM "
                  "json_each(?))) AND NOT EXISTS (SELECT 1 FROM appointment earlier JOIN agency ON agency.id = earlier.agency_id WHERE "
                  "earlier.person_id = appointment.person_id AND earlier.withdrawn_at IS NULL AND earlier.outcome IN (%1) AND "
                  "agency.category IN (SELECT value FROM json_each(?))))) ORDER BY starts_at, id"_s.arg(
                      codes({AppointmentOutcome::Kept, AppointmentOutcome::Late})),
            {toStoredText(from), toStoredText(until), jsonList(eachTime), first, first});
}

Result<QList<KeptRow>> appointmentsOfLeavers(Database &database, const QDateTime &from, const QDateTime &until)
{
    return Table(database, recordType<Appointment>())
        .listWhere(kBookedBetween
                + u" AND goes_along_id IN (SELECT id FROM staff WHERE left_on IS NOT NULL OR withdrawn_at IS NOT NULL) "
                  "ORDER BY starts_at, id"_s,
            {toStoredText(from), toStoredText(until)});
}

Result<QList<KeptRow>> assessmentsHalfDone(Database &database, const QDateTime &before, QDate today)
{
    return Table(database, recordType<Assessment>())
        .listWhere(u"withdrawn_at IS NULL AND begun_at < ? AND state IN (%1) AND %2 ORDER BY begun_at, id"_s.arg(
                       codes({AssessmentState::HalfDone}), kNotLongGone),
            {toStoredText(before), stored(today.addDays(-kAskedAfterLeavingDays))});
}

Result<QList<KeptRow>> arrangementsInForce(Database &database, QDate today)
{
    return Table(database, recordType<ArrearsArrangement>())
        .listWhere(kHolds
                + u" AND person_id IN (SELECT s.person_id FROM stay s WHERE s.withdrawn_at IS NULL AND s.arrived_on <= ? "
                  "AND (s.left_on IS NULL OR s.left_on > ?)) AND NOT EXISTS (SELECT 1 FROM arrears_arrangement b WHERE "
                  "b.person_id = arrears_arrangement.person_id AND b.withdrawn_at IS NULL AND b.from_on <= ? AND "
                  "(b.until_on IS NULL OR b.until_on >= ?) AND (b.from_on, b.id) > (arrears_arrangement.from_on, "
                  "arrears_arrangement.id)) ORDER BY from_on, id"_s,
            QVariantList(6, stored(today)));
}

Result<QList<KeptRow>> ofArrangements(Database &database, const RecordType &type, QDate today)
{
    return Table(database, type)
        .listWhere(
            u"withdrawn_at IS NULL AND person_id IN (SELECT person_id FROM arrears_arrangement WHERE "_s + kHolds + u") ORDER BY id"_s,
            QVariantList(2, stored(today)));
}

Result<QList<KeptRow>> chargesWithoutBenefit(Database &database, QDate today, QDate since)
{
    return Table(database, recordType<RentCharge>())
        .listWhere(kHolds
                + u" AND person_id IN (SELECT s.person_id FROM stay s WHERE s.withdrawn_at IS NULL AND s.arrived_on <= ? "
                  "AND (s.left_on IS NULL OR s.left_on > ?)) AND person_id NOT IN (SELECT person_id FROM housing_benefit "
                  "WHERE withdrawn_at IS NULL AND person_id IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM rent_charge b WHERE "
                  "b.person_id = rent_charge.person_id AND b.withdrawn_at IS NULL AND b.from_on <= ? AND (b.until_on IS NULL "
                  "OR b.until_on >= ?) AND (b.from_on, b.id) > (rent_charge.from_on, rent_charge.id)) ORDER BY from_on, id"_s,
            {stored(today), stored(today), stored(since), stored(today), stored(today), stored(today)});
}

Result<QList<KeptRow>> keyworkOfThoseHere(Database &database, QDate today, const QDateTime &from, const QDateTime &until)
{
    return Table(database, recordType<KeyworkSession>())
        .listWhere(u"withdrawn_at IS NULL AND starts_at >= ? AND starts_at < ? AND person_id IN (SELECT s.person_id FROM stay s "
                   "WHERE s.withdrawn_at IS NULL AND s.arrived_on <= ? AND (s.left_on IS NULL OR s.left_on > ?)) "
                   "ORDER BY starts_at, id"_s,
            {toStoredText(from), toStoredText(until), stored(today), stored(today)});
}

Result<QList<KeptRow>> keyworkUnsaid(Database &database, const QDateTime &from, const QDateTime &until)
{
    return Table(database, recordType<KeyworkSession>())
        .listWhere(u"withdrawn_at IS NULL AND starts_at >= ? AND starts_at < ? AND outcome = %1 ORDER BY starts_at, id"_s.arg(
                       codes({KeyworkOutcome::Planned})),
            {toStoredText(from), toStoredText(until)});
}

Result<QList<KeptRow>> advocacyToFollow(Database &database, QDate today)
{
    return Table(database, recordType<Advocacy>())
        .listWhere(u"withdrawn_at IS NULL AND result = '' AND follow_up_on <= ? AND "_s + kNotLongGone + u" ORDER BY follow_up_on, id"_s,
            {stored(today), stored(today.addDays(-kAskedAfterLeavingDays))});
}

Result<QList<KeptRow>> concernsOpen(Database &database, Id<Staff> reader)
{
    return Table(database, recordType<SafeguardingConcern>())
        .listWhere(u"withdrawn_at IS NULL AND state NOT IN (%1) AND ifnull(about_staff_id, 0) <> ? ORDER BY seen_at, id"_s.arg(
                       codes({ConcernState::Closed})),
            {reader.value});
}

Result<QList<KeptRow>> hearingsAhead(Database &database, const QDateTime &from, const QDateTime &until, QDate firstDay, QDate lastDay)
{
    return Table(database, recordType<Hearing>())
        .listWhere(u"withdrawn_at IS NULL AND ((starts_at >= ? AND starts_at < ? AND outcome = '') OR (next_on BETWEEN ? AND ? AND NOT "
                   "EXISTS (SELECT 1 FROM hearing later WHERE later.withdrawn_at IS NULL AND later.person_id = hearing.person_id "
                   "AND later.starts_at >= hearing.next_on))) ORDER BY coalesce(next_on, starts_at), id"_s,
            {toStoredText(from), toStoredText(until), stored(firstDay), stored(lastDay)});
}

Result<QList<KeptRow>> orderReviewsAhead(Database &database, QDate from, QDate until)
{
    return Table(database, recordType<OrderRequirement>())
        .listWhere(
            u"withdrawn_at IS NULL AND review_on BETWEEN ? AND ? AND (until_on IS NULL OR until_on >= review_on) "
            "AND court_order_id IN (SELECT id FROM court_order WHERE withdrawn_at IS NULL AND (until_on IS NULL OR until_on >= review_on)) ORDER BY review_on, id"_s,
            {stored(from), stored(until)});
}

Result<QList<KeptRow>> snoozesHolding(Database &database, QDate today)
{
    return Table(database, recordType<WatchSnooze>())
        .listWhere(u"withdrawn_at IS NULL AND until_on > ? ORDER BY until_on, id"_s, {stored(today)});
}

Result<QList<KeptRow>> callsSince(Database &database, const QDateTime &since)
{
    return Table(database, recordType<WatchCall>())
        .listWhere(u"withdrawn_at IS NULL AND rung_at >= ? ORDER BY id"_s, {toStoredText(since)});
}

namespace {

/// One bound value, however many they are.
QString numberList(const QList<qint64> &ids)
{
    QStringList texts;
    for (const qint64 id : ids)
        texts.append(QString::number(id));
    return u'[' + texts.join(u',') + u']';
}

const QString kOfThesePeople = QStringLiteral("person_id IN (SELECT value FROM json_each(?))");

} // namespace

Result<QList<KeptRow>> rowsOfPeople(Database &database, const RecordType &type, const QList<qint64> &people, const QString &further)
{
    const QString narrower = further.isEmpty() ? QString() : u" AND "_s + further;
    return Table(database, type)
        .listWhere(u"withdrawn_at IS NULL AND %1%2 ORDER BY id"_s.arg(kOfThesePeople, narrower), {numberList(people)});
}

Result<QList<KeptRow>> latestOfPeople(Database &database, const RecordType &type, const QList<qint64> &people)
{
    return Table(database, type)
        .listWhere(u"id IN (SELECT max(id) FROM %1 WHERE withdrawn_at IS NULL AND %2 GROUP BY person_id) ORDER BY id"_s.arg(
                       QLatin1String(type.table), kOfThesePeople),
            {numberList(people)});
}

Result<QList<KeptRow>> incidentsOfPeople(Database &database, const QList<qint64> &people, const QStringList &kinds)
{
    return Table(database, recordType<Incident>())
        .listWhere(u"withdrawn_at IS NULL AND kind IN (SELECT value FROM json_each(?)) AND id IN (SELECT incident_id FROM incident_person "
                   "WHERE withdrawn_at IS NULL AND %1) ORDER BY id"_s.arg(kOfThesePeople),
            {jsonList(kinds), numberList(people)});
}

Result<QList<KeptRow>> peopleWithIds(Database &database, const QList<qint64> &ids)
{
    QStringList numbers;
    for (const qint64 id : ids)
        numbers.append(QString::number(id));
    // One bound value, however many they are.
    return Table(database, recordType<Person>())
        .listWhere(u"withdrawn_at IS NULL AND id IN (SELECT value FROM json_each(?))"_s, {u'[' + numbers.join(u',') + u']'});
}

} // namespace keywork
