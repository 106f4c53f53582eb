// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/appointments.h"
#include "core/services/care/assessments.h"
#include "core/services/care/care_plans.h"
#include "core/services/care/custody.h"
#include "core/services/care/drug_alerts.h"
#include "core/services/care/forms.h"
#include "core/services/care/health_days.h"
#include "core/services/care/incidents.h"
#include "core/services/care/intake.h"
#include "core/services/care/keywork.h"
#include "core/services/care/last_seen.h"
#include "core/services/care/missing.h"
#include "core/services/care/move_on.h"
#include "core/services/care/rent_account.h"
#include "core/services/care/risks.h"
#include "core/services/care/stages.h"
#include "core/services/care/stay_letters.h"
#include "core/services/care/substance_reviews.h"
#include "core/services/care/substances.h"
#include "core/services/care/timed_checks.h"
#include "core/services/care/treatment_cover.h"
#include "core/services/emergency/emergency_steps.h"
#include "core/services/house/accounts.h"
#include "core/services/house/attention.h"
#include "core/services/house/first_steps.h"
#include "core/services/house/front_desk.h"
#include "core/services/house/handovers.h"
#include "core/services/house/naloxone.h"
#include "core/services/house/occupancy.h"
#include "core/services/house/policies.h"
#include "core/services/house/presence.h"
#include "core/services/house/roll_calls.h"
#include "core/services/house/shifts.h"
#include "core/services/house/supplies.h"
#include "core/services/keeping/audit.h"
#include "core/services/keeping/backups.h"
#include "core/services/keeping/restrictions.h"
#include "core/services/keeping/retention.h"
#include "core/services/records/drafts.h"
#include "core/services/records/earlier_versions.h"
#include "core/services/records/families.h"
#include "core/services/records/finding.h"
#include "core/services/records/history_reader.h"
#include "core/services/records/merging.h"
#include "core/services/records/offers.h"
#include "core/services/records/people.h"
#include "core/services/records/photos.h"
#include "core/services/records/records.h"
#include "core/services/records/timeline.h"
#include "core/services/records/undo.h"
#include "core/services/services.h"
#include "core/services/sharing/agreements.h"
#include "core/services/sharing/disclosures.h"
#include "core/services/sharing/referrals.h"
#include "core/services/sharing/referrals_in.h"

namespace keywork {

class VaultFile;

/// What the services of an open file stand on.
struct ServiceGround {
    Database &database;
    ChoiceStore &choices;
    Session &session;
    ChangeNotifier &notifier;
    const Clock &clock;
    VaultFile &vault;
    QString filePath;
    QByteArray vaultId;
};

/// Every service, made in the order in which one needs another. A new one is a line here, its name below and in Services.
struct AllServices {
    explicit AllServices(ServiceGround on)
        : ground(std::move(on))
    {
        people.addOffers(offers);
        attention.setBackups(backups);
        addHealthChecks(records);
        addRentChecks(records);
        addStayLetterChecks(records);
        addPolicyChecks(records);
    }
    AllServices(const AllServices &) = delete;
    AllServices &operator=(const AllServices &) = delete;

    ServiceGround ground;
    Records records{ground.database, ground.choices, ground.session, ground.notifier, ground.clock};
    Drafts drafts{records};
    HistoryReader history{records};
    Undo undo{records};
    EarlierVersions earlierVersions{records};
    Families families{records};
    Timeline timeline{records};
    Finding finding{records};
    Offers offers{records};
    People people{records};
    Photos photos{records};
    Merging merging{records};
    Stages stages{records};
    Risks risks{records};
    Custody custody{records};
    TimedChecks timedChecks{records};
    LastSeen lastSeen{records, people};
    Missing missing{records, lastSeen};
    DrugAlerts drugAlerts{records, people};
    Incidents incidents{records};
    CarePlans plans{records, people};
    Appointments appointments{records};
    Intake intake{records, people};
    Forms forms{records};
    Assessments assessments{records, forms, plans};
    Substances substances{records};
    SubstanceReviews substanceReviews{records, families, substances};
    TreatmentCover treatment{records};
    MoveOn moveOn{records, people, custody, appointments, treatment};
    KeyworkSessions keyworkSessions{records, families, timeline, plans};
    Presence presence{records, people};
    FrontDesk frontDesk{records, people};
    RollCalls rollCalls{records, people, presence, frontDesk};
    Naloxone naloxone{records};
    Supplies supplies{records};
    Shifts shifts{records};
    Occupancy occupancy{records, people};
    Attention attention{records, people};
    Handovers handovers{records, attention};
    Accounts accounts{records, ground.vault, ground.session};
    Disclosures disclosures{records};
    Agreements agreements{records};
    Referrals referrals{records, people, plans, stages, forms, agreements, disclosures, ground.vaultId};
    ReferralsIn referralsIn{records};
    Restrictions restrictions{records};
    Backups backups{records, ground.vault, ground.filePath};
    Audit audit{records, ground.vault};
    Retention retention{records};
    FirstSteps firstSteps{records, agreements, backups, accounts};
    EmergencySteps emergencySteps{records};
    Services services{
        .records = records,
        .drafts = drafts,
        .history = history,
        .undo = undo,
        .earlierVersions = earlierVersions,
        .families = families,
        .timeline = timeline,
        .finding = finding,
        .offers = offers,
        .people = people,
        .photos = photos,
        .merging = merging,
        .stages = stages,
        .risks = risks,
        .custody = custody,
        .timedChecks = timedChecks,
        .lastSeen = lastSeen,
        .missing = missing,
        .drugAlerts = drugAlerts,
        .incidents = incidents,
        .plans = plans,
        .appointments = appointments,
        .intake = intake,
        .forms = forms,
        .assessments = assessments,
        .substances = substances,
        .substanceReviews = substanceReviews,
        .treatment = treatment,
        .moveOn = moveOn,
        .keyworkSessions = keyworkSessions,
        .presence = presence,
        .frontDesk = frontDesk,
        .rollCalls = rollCalls,
        .naloxone = naloxone,
        .supplies = supplies,
        .shifts = shifts,
        .occupancy = occupancy,
        .attention = attention,
        .handovers = handovers,
        .accounts = accounts,
        .disclosures = disclosures,
        .agreements = agreements,
        .referrals = referrals,
        .referralsIn = referralsIn,
        .restrictions = restrictions,
        .backups = backups,
        .audit = audit,
        .retention = retention,
        .firstSteps = firstSteps,
        .emergencySteps = emergencySteps,
    };
};

} // namespace keywork
