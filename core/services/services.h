// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace keywork {

class Accounts;
class Agreements;
class Appointments;
class Assessments;
class Attention;
class Audit;
class Backups;
class CarePlans;
class Custody;
class FrontDesk;
class Disclosures;
class Drafts;
class DrugAlerts;
class EarlierVersions;
class EmergencySteps;
class Families;
class Finding;
class FirstSteps;
class Forms;
class Handovers;
class HistoryReader;
class Incidents;
class Intake;
class KeyworkSessions;
class LastSeen;
class Merging;
class Missing;
class MoveOn;
class Naloxone;
class Occupancy;
class Offers;
class People;
class Photos;
class Presence;
class Records;
class Referrals;
class ReferralsIn;
class Restrictions;
class Retention;
class Risks;
class Shifts;
class RollCalls;
class Stages;
class SubstanceReviews;
class Substances;
class Supplies;
class TimedChecks;
class Timeline;
class TreatmentCover;
class Undo;

/// Everything a screen may ask, for one person signed in. Whoever asks a service includes its header.
struct Services {
    Records &records;
    Drafts &drafts;
    HistoryReader &history;
    Undo &undo;
    EarlierVersions &earlierVersions;
    Families &families;
    Timeline &timeline;
    Finding &finding;
    Offers &offers;
    People &people;
    Photos &photos;
    Merging &merging;
    Stages &stages;
    Risks &risks;
    Custody &custody;
    TimedChecks &timedChecks;
    LastSeen &lastSeen;
    Missing &missing;
    DrugAlerts &drugAlerts;
    Incidents &incidents;
    CarePlans &plans;
    Appointments &appointments;
    Intake &intake;
    Forms &forms;
    Assessments &assessments;
    Substances &substances;
    SubstanceReviews &substanceReviews;
    TreatmentCover &treatment;
    MoveOn &moveOn;
    KeyworkSessions &keyworkSessions;
    Presence &presence;
    FrontDesk &frontDesk;
    RollCalls &rollCalls;
    Naloxone &naloxone;
    Supplies &supplies;
    Shifts &shifts;
    Occupancy &occupancy;
    Attention &attention;
    Handovers &handovers;
    Accounts &accounts;
    Disclosures &disclosures;
    Agreements &agreements;
    Referrals &referrals;
    ReferralsIn &referralsIn;
    Restrictions &restrictions;
    Backups &backups;
    Audit &audit;
    Retention &retention;
    FirstSteps &firstSteps;
    EmergencySteps &emergencySteps;
};

} // namespace keywork
