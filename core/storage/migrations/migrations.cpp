// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

namespace keywork {

// One function and one file a step, in their order. A step is frozen once a release carried it.
Migration firstSchema();
Migration belongings();
Migration bloodBorneViruses();
Migration photosAndAccess();
Migration fullerPerson();
Migration directory();
Migration sharingDoneProperly();
Migration trustworthy();
Migration happenings();
Migration appointmentsAndIncidents();
Migration typedDrafts();
Migration listIndexes();
Migration watchSnooze();
Migration movesBetweenRooms();
Migration referralDocumentIds();
Migration nameKeys();
Migration whoCarriesSteps();
Migration mergedPeople();
Migration naloxonePlace();
Migration intake();
Migration printedExtent();
Migration foldedWords();
Migration assessments();
Migration whatTheHistorySays();
Migration money();
Migration substanceUse();
Migration keyworkSessions();
Migration risks();
Migration safeguardingAndCourt();
Migration health();
Migration heldMedicine();
Migration treatment();
Migration treatmentPrescriptions();
Migration advocacyLetter();
Migration monthlyCharge();
Migration keyworkDays();
Migration nightsAway();
Migration naloxoneKits();
Migration overdose();
Migration supplies();
Migration guidanceAndPolicies();
Migration timedChecks();
Migration plannedChecks();
Migration actNowMarks();
Migration drugAlerts();
Migration incidentReviews();
Migration shiftsAndHandover();
Migration watchCall();
Migration deskMovements();
Migration frontDesk();
Migration lastSeen();
Migration moveOn();
Migration noticeAndWarnings();
Migration roomsAndMoves();

const QList<Migration> &migrations()
{
    static const QList<Migration> all{
        firstSchema(),
        belongings(),
        bloodBorneViruses(),
        photosAndAccess(),
        fullerPerson(),
        directory(),
        sharingDoneProperly(),
        trustworthy(),
        happenings(),
        appointmentsAndIncidents(),
        typedDrafts(),
        listIndexes(),
        watchSnooze(),
        movesBetweenRooms(),
        referralDocumentIds(),
        nameKeys(),
        whoCarriesSteps(),
        mergedPeople(),
        naloxonePlace(),
        intake(),
        printedExtent(),
        foldedWords(),
        assessments(),
        whatTheHistorySays(),
        money(),
        substanceUse(),
        keyworkSessions(),
        risks(),
        safeguardingAndCourt(),
        health(),
        heldMedicine(),
        treatment(),
        treatmentPrescriptions(),
        advocacyLetter(),
        monthlyCharge(),
        keyworkDays(),
        nightsAway(),
        naloxoneKits(),
        overdose(),
        supplies(),
        guidanceAndPolicies(),
        timedChecks(),
        drugAlerts(),
        incidentReviews(),
        watchCall(),
        shiftsAndHandover(),
        deskMovements(),
        frontDesk(),
        lastSeen(),
        plannedChecks(),
        actNowMarks(),
        moveOn(),
        noticeAndWarnings(),
        roomsAndMoves(),
    };
    return all;
}

} // namespace keywork
