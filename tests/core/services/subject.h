// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/handover.h"
#include "core/domain/missing.h"
#include "core/domain/supplies.h"
#include "core/domain/take_home_naloxone.h"
#include "core/services/care/appointments.h"
#include "core/services/care/assessments.h"
#include "core/services/care/care_plans.h"
#include "core/services/care/custody.h"
#include "core/services/care/drug_alerts.h"
#include "core/services/care/intake.h"
#include "core/services/care/keywork.h"
#include "core/services/care/risks.h"
#include "core/services/care/stages.h"
#include "core/services/care/substance_reviews.h"
#include "core/services/care/substances.h"
#include "core/services/care/timed_checks.h"
#include "core/services/care/treatment_cover.h"
#include "core/services/emergency/emergency_steps.h"
#include "core/services/keeping/restrictions.h"
#include "core/services/records/families.h"
#include "core/services/records/finding.h"
#include "core/services/records/photos.h"
#include "core/services/services.h"
#include "core/services/sharing/agreements.h"
#include "tests/support/trust.h"

namespace keywork::test {

using namespace Qt::StringLiterals;

inline const QString kTheirBatch = QStringLiteral("B77");
inline const QDateTime kVisit(QDate(2026, 9, 10), QTime(9, 30), Qt::UTC);

/// Whom is asked about, and what there is of theirs.
struct Subject {
    Id<Person> person = {9999};
    QString number = u"P-9999"_s;
    QString family = u"Nobodysname"_s;
    Id<Appointment> appointment = {9999};
    Id<CarePlanVersion> version = {9999};
    Id<SharingAgreement> agreement = {9999};
    Id<Referral> referral = {9999};
    QString fingerprint = QString(64, u'0');
    Id<Assessment> assessment = {9999};
    Id<KeyworkSession> session = {9999};
    Id<HeldMedicine> held = {9999};
    QString emergency = QString(32, u'0');
    Id<Incident> incident = {9999};
    Id<CheckSeries> checks = {9999};
    Id<DrugAlert> alert = {9999};
    Id<Agency> agency = {1};
};

inline Appointment visit(const Subject &about)
{
    Appointment appointment;
    appointment.personId = about.person;
    appointment.startsAt = kVisit;
    return appointment;
}

/// Two reviews, the later one with another answer, which tells of a need.
inline Id<Assessment> talkedTwice(Services &on, Id<Person> person)
{
    Id<Assessment> last;
    for (const qint64 mood : {8, 1}) {
        Assessment begun;
        begun.personId = person;
        begun.begunAt = kNow.addDays(-mood);
        begun.means = {u"here"_s};
        last = need(on.assessments.begin(u"review"_s, begun)).id;
        FilledForm now = need(on.assessments.read(last));
        now.answers.set(u"mood"_s, mood);
        now.answers.set(u"support_right"_s, u"right"_s);
        now.answers.set(u"life_thoughts"_s, u"no"_s);
        now.answers.set(u"want_first"_s, u"Sleep"_s);
        need(on.assessments.save(last, now.answers));
        need(on.assessments.finish(last));
    }
    return last;
}

/// "Act now" was used for them, and goes on.
inline void pressFor(Services &on, Subject &about)
{
    Press press;
    press.emergency = about.emergency = newPressId();
    press.startedAt = press.clockSaid = press.step.happenedAt = kNow;
    for (const Press::What what : {Press::What::Step, Press::What::Who}) {
        press.id = newPressId();
        press.what = what;
        press.order += 1;
        press.by = on.records.session().staff().value;
        press.who = {ActNowWho::Kind::Resident, about.person, {}};
        press.step.words = about.family;
        need(on.emergencySteps.keep({press}));
    }
    about.incident = need(on.emergencySteps.of(about.emergency)).incident;
}

inline Subject withEverything(TestHostel &hostel, Id<Agency> agency, const QString &family)
{
    Services &on = hostel.services();
    Subject made;
    made.agency = agency;
    made.family = family;
    const auto room = need(on.records.add(Room{.name = family}));
    const auto person = aPerson().called(u"Zed"_s, family).born(u"1975-04-09"_s).arrived(QDate(2026, 8, 3), room.id).in(hostel);
    made.person = person.id;
    made.number = person.value.number;
    TakeHomeNaloxone own{.personId = made.person, .from = TakeHomeFrom::TheirOwn, .onDay = QDate(2026, 9, 1)};
    own.batch = kTheirBatch;
    need(on.records.add(own));
    const auto items = need(on.records.all<SupplyItem>());
    SupplyItem needles;
    needles.name = u"1 ml syringe"_s;
    needles.kind = {u"syringe"_s};
    needles.comesBack = true;
    const auto item = items.isEmpty() ? need(on.records.add(needles)) : items.first();
    Family given;
    given.head.row = toRow(SupplyVisit{.at = kNow.addDays(-1), .personId = made.person, .messages = u"mixing"_s});
    given.parts.append(KeptRow());
    given.parts.last().row = toRow(SupplyLine{.itemId = item.id, .given = 10, .returned = 8});
    need(on.families.save(given, {}));
    ReferralIn asked;
    asked.receivedOn = QDate(2026, 9, 1);
    need(on.intake.refer(made.person, asked));
    auto booked = visit(made);
    booked.purpose = u"Bloods"_s;
    booked.agencyId = agency;
    made.appointment = need(on.records.add(booked)).id;
    need(on.appointments.end(made.appointment, AppointmentOutcome::Kept));
    Goal goal;
    goal.statement = u"See a dentist"_s;
    need(on.plans.saveGoal(made.person, goal));
    need(on.plans.issue(made.person));
    need(on.plans.startDraft(made.person));
    goal.statement = u"Paint"_s;
    need(on.plans.saveGoal(made.person, goal));
    Step step;
    step.what = u"Buy brushes"_s;
    step.dueOn = QDate(2026, 9, 15);
    need(on.plans.saveStep(made.person, need(on.plans.saveGoal(made.person, goal)), step, {{StepActor::Resident}}));
    made.version = need(on.plans.issue(made.person)).id;
    KeyworkSession met;
    met.personId = made.person;
    met.staffId = on.records.session().staff();
    met.startsAt = kNow.addDays(-1);
    met.outcome = KeyworkOutcome::Held;
    met.minutes = 30;
    KeyworkContent content;
    content.family.head.row = toRow(met);
    KeyworkMessage message;
    message.message = {u"not_alone"_s};
    KeptRow talked;
    talked.row = toRow(message);
    content.family.parts = {talked};
    content.next = met;
    content.next->outcome = KeyworkOutcome::Planned;
    content.next->startsAt = kNow.addDays(7);
    made.session = need(on.keyworkSessions.save(content)).id;
    HeldMedicine medicine;
    medicine.personId = made.person;
    medicine.medicine = u"Pregabalin"_s;
    medicine.place = u"Box of "_s + family;
    CustodyEntry handedIn;
    handedIn.doneAt = kNow;
    handedIn.countedBefore = 0;
    handedIn.quantity = handedIn.countedAfter = 1;
    handedIn.second = SecondName::Resident;
    made.held = need(on.custody.handIn(medicine, handedIn)).medicine.id;
    pressFor(on, made);
    CheckSeries series;
    series.personId = made.person;
    series.fromAt = kNow;
    series.everyMinutes = 15;
    series.watcherId = on.records.session().staff();
    made.checks = need(on.timedChecks.start(series)).id;
    need(on.records.add(MissingStep{.personId = made.person, .happenedAt = kNow}));
    need(on.records.add(HandoverItem{.what = u"ring the surgery"_s, .personId = made.person}));
    DrugAlert alert;
    alert.soldAs = u"blue Valium"_s;
    alert.issuer = u"the panel"_s;
    alert.fromOn = kNow.date();
    alert.untilOn = kNow.date().addDays(27);
    made.alert = need(on.records.add(alert)).id;
    made.assessment = talkedTwice(on, made.person);
    Prescription script{.personId = made.person, .medicine = {u"methadone"_s}, .form = MedicineForm::Other};
    script.doseInWords = u"as on the label"_s;
    script.fromOn = kNow.date().addDays(-3);
    script.pickupDays = u"1_mon,2_tue,3_wed,4_thu,5_fri,6_sat,7_sun"_s;
    need(on.records.add(script));
    SubstanceReview review;
    review.personId = made.person;
    review.asOn = QDate(2026, 9, 1);
    review.knownFrom = {u"themselves"_s};
    SubstanceUse use;
    need(on.substances.takeInShipped());
    use.substanceId = need(on.substances.matching(u"heroin"_s)).first().id;
    use.rank = UseRank::Main;
    Family reviewed;
    reviewed.head.row = toRow(review);
    KeptRow used;
    used.row = toRow(use);
    reviewed.parts = {used};
    need(on.substanceReviews.save(reviewed, {}, u"taken out again"_s));
    StageEntry entry;
    entry.personId = made.person;
    entry.fromOn = QDate(2026, 8, 5);
    entry.stage = Stage::ChaoticEngaging;
    entry.evidence = u"x"_s;
    entry.assessedBy = on.records.session().staff();
    need(on.stages.record(entry));
    need(on.photos.set(made.person, QByteArray("\xff\xd8\xff\xd9")));
    made.agreement = need(on.agreements.record(agreement(made.person, agency), {Category::Identity})).id;
    const auto sent = need(sendTo(hostel, wishFor(made.person, agency, {Category::Identity})));
    made.referral = sent.referral.id;
    made.fingerprint = sent.disclosure.value.fileFingerprint.section(u',', 0, 0);
    return made;
}

} // namespace keywork::test
