// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/staff.h"
#include "core/record/record_type.h"

namespace keywork {

class Database;

// What the rules of Today read: one statement each, which gives only what is due, whatever the size of the file.
// All without the records that were entered in error.

/// Which of the latest words to an agency, one for each agency and each person who is here on `today`.
/// An agreement that was followed by another one has ended already.
Result<QList<KeptRow>> agreementsToAskAgain(Database &database, QDate today);
/// Latest words to an agency that were entered in error, of anybody: nothing leaves until the resident says anew.
Result<QList<KeptRow>> latestWordsInError(Database &database);
/// Those that let something out, and end in `from` … `until`, both days included.
Result<QList<KeptRow>> agreementsEnding(Database &database, QDate today, QDate from, QDate until);
Result<QList<KeptRow>> lawfulReasonsToReview(Database &database);
/// Those that still say "not yet" to whether the person knows.
Result<QList<KeptRow>> lawfulReasonsIncomplete(Database &database);
/// Open referrals that were to be asked after by `today`, the longest waiting first; of whoever left no more than four
/// weeks after that.
Result<QList<KeptRow>> referralsToChase(Database &database, QDate today);
/// Referrals to us that wait, with nothing said of what is next and no appointment from `now` on.
Result<QList<KeptRow>> referralsWithoutStep(Database &database, const QDateTime &now);
/// Those whose next step is due by `today`, the longest waiting first.
Result<QList<KeptRow>> referralsWithStepDue(Database &database, QDate today);
/// Stays that began through the arrival and go on, which nobody has said to be finished.
Result<QList<KeptRow>> arrivalsUnfinished(Database &database, QDate today);
/// Conditions of stays that go on, not met by the day before `today`.
Result<QList<KeptRow>> conditionsUnmet(Database &database, QDate today);
/// Booked ones that begin from `from` until before `until`; `onlyReminding`: those that Today is to speak of beforehand.
Result<QList<KeptRow>> openAppointments(Database &database, const QDateTime &from, const QDateTime &until, bool onlyReminding);
/// Of these, the ones to which somebody of the team or anybody else goes along.
Result<QList<KeptRow>> accompaniedAppointments(Database &database, const QDateTime &from, const QDateTime &until);
/// Of these, the ones to which nobody goes along, with an agency of a kind in `eachTime`; of a kind in `firstTime` unless
/// the resident has been to one of that kind before.
Result<QList<KeptRow>> appointmentsToAccompany(
    Database &database, const QDateTime &from, const QDateTime &until, const QStringList &eachTime, const QStringList &firstTime);
/// Of these, the ones to which somebody of the team was to go along who left it or will, or was entered in error.
Result<QList<KeptRow>> appointmentsOfLeavers(Database &database, const QDateTime &from, const QDateTime &until);
/// Begun before `before` and not finished; of whoever left no more than four weeks after that.
Result<QList<KeptRow>> assessmentsHalfDone(Database &database, const QDateTime &before, QDate today);
/// Arrangements about arrears that hold on `today`, of people who are here; of each person the one that began last.
Result<QList<KeptRow>> arrangementsInForce(Database &database, QDate today);
/// All records of one kind, which has a `person_id`, of people with an arrangement that holds on `today`.
Result<QList<KeptRow>> ofArrangements(Database &database, const RecordType &type, QDate today);
/// Of people who arrived by `since` and are here, the latest charge that counts on `today`, where nothing that stands on file
/// says anything about Housing Benefit.
Result<QList<KeptRow>> chargesWithoutBenefit(Database &database, QDate today, QDate since);
/// Keywork sessions that began from `from` until before `until`, of whoever is here on `today`.
Result<QList<KeptRow>> keyworkOfThoseHere(Database &database, QDate today, const QDateTime &from, const QDateTime &until);
/// Sessions planned for a moment from `from` until before `until` of which nobody has said how they went.
Result<QList<KeptRow>> keyworkUnsaid(Database &database, const QDateTime &from, const QDateTime &until);
/// Advocacy without a result that was to be asked after by `today`; of whoever left no more than four weeks after that.
Result<QList<KeptRow>> advocacyToFollow(Database &database, QDate today);
/// Safeguarding concerns that are not closed, the longest open first; without those about `reader`, who may not know.
Result<QList<KeptRow>> concernsOpen(Database &database, Id<Staff> reader);
/// Those that begin from `from` until before `until`, with nothing said of what came of them.
Result<QList<KeptRow>> hearingsAhead(Database &database, const QDateTime &from, const QDateTime &until, QDate firstDay, QDate lastDay);
/// Requirements with a review from `from` to `until`, both days included, that have not ended before it.
Result<QList<KeptRow>> orderReviewsAhead(Database &database, QDate from, QDate until);
/// What was put off until later than `today`.
Result<QList<KeptRow>> snoozesHolding(Database &database, QDate today);
/// What was rung about emergencies from `since` on, the last of each last.
Result<QList<KeptRow>> callsSince(Database &database, const QDateTime &since);
/// What is about these people, in the order of its number; `further` narrows it: a constant of the caller.
Result<QList<KeptRow>> rowsOfPeople(Database &database, const RecordType &type, const QList<qint64> &people, const QString &further = {});
/// The latest row about each of these people.
Result<QList<KeptRow>> latestOfPeople(Database &database, const RecordType &type, const QList<qint64> &people);
/// Incidents of these kinds (codes) that happened to one of these people.
Result<QList<KeptRow>> incidentsOfPeople(Database &database, const QList<qint64> &people, const QStringList &kinds);
/// The people with these ids, in one statement.
Result<QList<KeptRow>> peopleWithIds(Database &database, const QList<qint64> &ids);

} // namespace keywork
