// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/watching.h"

#include "core/domain/appointment.h"
#include "core/domain/referral.h"
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
        .listWhere(u"withdrawn_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM sharing_agreement later "
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
        .listWhere(u"withdrawn_at IS NULL AND chase_on <= ? AND state IN (%1) ORDER BY chase_on, id"_s.arg(open), {stored(today)});
}

Result<QList<KeptRow>> openAppointments(Database &database, const QDateTime &from, const QDateTime &until, bool onlyReminding)
{
    return Table(database, recordType<Appointment>())
        .listWhere(u"withdrawn_at IS NULL AND starts_at >= ? AND starts_at < ? AND outcome = 'booked'"_s
                + (onlyReminding ? u" AND remind_days IS NOT NULL"_s : u""_s) + u" ORDER BY starts_at, id"_s,
            {toStoredText(from), toStoredText(until)});
}

Result<QList<KeptRow>> snoozesHolding(Database &database, QDate today)
{
    return Table(database, recordType<WatchSnooze>())
        .listWhere(u"withdrawn_at IS NULL AND until_on > ? ORDER BY until_on, id"_s, {stored(today)});
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
