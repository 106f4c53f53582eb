// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/restriction.h"
#include "core/services/care/appointments.h"
#include "core/services/care/assessments.h"
#include "core/services/care/care_plans.h"
#include "core/services/care/custody.h"
#include "core/services/care/drug_alerts.h"
#include "core/services/care/intake.h"
#include "core/services/care/keywork.h"
#include "core/services/care/last_seen.h"
#include "core/services/care/missing.h"
#include "core/services/care/move_on.h"
#include "core/services/care/risks.h"
#include "core/services/care/stages.h"
#include "core/services/care/substance_reviews.h"
#include "core/services/care/substances.h"
#include "core/services/care/timed_checks.h"
#include "core/services/care/treatment_cover.h"
#include "core/services/house/attention.h"
#include "core/services/house/handovers.h"
#include "core/services/house/naloxone.h"
#include "core/services/house/occupancy.h"
#include "core/services/house/presence.h"
#include "core/services/house/supplies.h"
#include "core/services/keeping/restrictions.h"
#include "core/services/records/counting.h"
#include "core/services/records/earlier_versions.h"
#include "core/services/records/finding.h"
#include "core/services/records/history_reader.h"
#include "core/services/records/listing.h"
#include "core/services/records/photos.h"
#include "core/services/records/timeline.h"
#include "core/services/services.h"
#include "core/services/sharing/agreements.h"
#include "tests/core/services/subject.h"
#include "tests/support/trust.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace keywork::test::reading_functions_test {

using namespace Qt::StringLiterals;

namespace {

const QList<Role> kTeam{Role::Manager, Role::Keyworker, Role::SupportWorker, Role::Relief, Role::Volunteer, Role::PeerSupporter};
const QList<Role> kShifts{Role::Manager, Role::Keyworker, Role::SupportWorker, Role::Relief}; // health and treatment
const QList<Role> kSharers{Role::Manager, Role::Keyworker, Role::SupportWorker}; // sharing, plans, the spectrum
const QList<Role> kAuditors{Role::Manager, Role::Auditor};
const QList<Role> kNobody;

/// A function of a service that reads, and whether its answer tells anything of the person. `header` and `name` are how the
/// text of the services has it; a new one is a line here, or below with the reason why not.
struct Reading {
    const char *header;
    const char *name;
    bool (*tells)(Services &on, const Subject &about);
    std::optional<QList<Role>> readers; ///< of an open record; none: at least a manager
    QList<Role> ofClosed = {}; ///< who is told something of a record that is closed to them: name and room
};

Filter of(const Subject &about) { return {u"person_id"_s, Filter::Comparison::Equals, about.person.value}; }

template <class List> bool isSome(const Result<List> &list) { return list && !list->isEmpty(); }

bool holds(const Result<QList<ResidentLine>> &lines, const Subject &about)
{
    return lines && std::any_of(lines->cbegin(), lines->cend(), [&](const ResidentLine &line) { return line.person.id == about.person; });
}

bool tellsOf(const Result<QList<Found>> &found, const Subject &about)
{
    return found && std::any_of(found->cbegin(), found->cend(), [&](const Found &hit) { return hit.person == about.person.value; });
}

/// Steps and times of an emergency are told to whoever may press, and nothing more.
bool namesOrWords(const EmergencyOnFile &one, const Subject &about)
{
    return one.who.person == about.person
        || std::any_of(one.steps.cbegin(), one.steps.cend(), [&](const ActNowStep &step) { return step.said.words == about.family; });
}

const RecordType &kVisits() { return recordType<Appointment>(); }

const QList<Reading> &readings()
{
    static const QList<Reading> all{
        {"appointments.h", "clashes",
            [](Services &on, const Subject &about) {
                const auto clashes = on.appointments.clashes(visit(about));
                return clashes
                    && std::any_of(clashes->cbegin(), clashes->cend(), [](const AppointmentClash &one) { return one.samePerson; });
            },
            kShifts},
        {"appointments.h", "between",
            [](Services &on, const Subject &about) { return isSome(on.appointments.between(kVisit.date(), kVisit.date(), about.person)); },
            kShifts},
        {"appointments.h", "attendance",
            [](Services &on, const Subject &about) {
                const auto kept = on.appointments.attendance(about.person);
                return kept && kept->before.all() + kept->since.all() > 0;
            },
            kShifts},
        {"appointments.h", "attendanceByAgency",
            [](Services &on, const Subject &about) {
                const auto kept = on.appointments.attendanceByAgency(about.person);
                return kept && !kept->isEmpty();
            },
            kShifts},
        {"assessments.h", "of", [](Services &on, const Subject &about) { return isSome(on.assessments.of(about.person)); }, kSharers},
        {"assessments.h", "read", [](Services &on, const Subject &about) { return bool(on.assessments.read(about.assessment)); }, kSharers},
        {"assessments.h", "tells", [](Services &on, const Subject &about) { return isSome(on.assessments.tells(about.assessment)); },
            kSharers},
        {"assessments.h", "whatChanged",
            [](Services &on, const Subject &about) {
                const auto changed = on.assessments.whatChanged(about.assessment);
                return changed && changed->has_value();
            },
            kSharers},
        {"keywork.h", "of", [](Services &on, const Subject &about) { return isSome(on.keyworkSessions.of(about.person)); }, kSharers},
        {"keywork.h", "read", [](Services &on, const Subject &about) { return bool(on.keyworkSessions.read(about.session)); }, kSharers},
        {"keywork.h", "lastHeldOf",
            [](Services &on, const Subject &about) {
                const auto last = on.keyworkSessions.lastHeldOf(about.person);
                return last && last->has_value();
            },
            kSharers},
        {"keywork.h", "nextPlanned",
            [](Services &on, const Subject &about) {
                const auto next = on.keyworkSessions.nextPlanned(about.person);
                return next && next->has_value();
            },
            kSharers},
        {"keywork.h", "sinceLast",
            [](Services &on, const Subject &about) {
                const auto since = on.keyworkSessions.sinceLast(about.person);
                return since && since->last.has_value();
            },
            kSharers},
        {"keywork.h", "stepsDue", [](Services &on, const Subject &about) { return isSome(on.keyworkSessions.stepsDue(about.person)); },
            kSharers},
        {"keywork.h", "lastGiven", [](Services &on, const Subject &about) { return isSome(on.keyworkSessions.lastGiven(about.person)); },
            kSharers},
        {"emergency_steps.h", "unfinished",
            [](Services &on, const Subject &about) {
                const auto running = on.emergencySteps.unfinished();
                return running && std::any_of(running->cbegin(), running->cend(), [&](const EmergencyOnFile &one) {
                    return namesOrWords(one, about);
                });
            },
            kShifts},
        {"emergency_steps.h", "of",
            [](Services &on, const Subject &about) {
                const auto one = on.emergencySteps.of(about.emergency);
                return one && namesOrWords(*one, about);
            },
            kShifts},
        {"emergency_steps.h", "ofIncident",
            [](Services &on, const Subject &about) { return bool(on.emergencySteps.ofIncident(about.incident)); }, kShifts},
        {"custody.h", "page", [](Services &on, const Subject &about) { return bool(on.custody.page(about.held)); }, kShifts},
        {"custody.h", "pagesOf", [](Services &on, const Subject &about) { return isSome(on.custody.pagesOf(about.person)); }, kShifts},
        {"timed_checks.h", "one", [](Services &on, const Subject &about) { return bool(on.timedChecks.one(about.checks)); }, kShifts},
        {"timed_checks.h", "running",
            [](Services &on, const Subject &about) {
                const auto running = on.timedChecks.running();
                return running && std::any_of(running->cbegin(), running->cend(), [&](const ChecksOnFile &one) {
                    return one.series.value.personId == about.person;
                });
            },
            kShifts, kShifts}, // somebody has to look, whoever is on shift
        {"last_seen.h", "of",
            [](Services &on, const Subject &about) {
                const auto seen = on.lastSeen.of({about.person.value});
                return seen && !seen->isEmpty();
            },
            kTeam},
        {"last_seen.h", "told",
            [](Services &on, const Subject &about) {
                const auto told = on.lastSeen.told(about.person);
                return told && told->has_value();
            },
            kTeam},
        {"last_seen.h", "standing", [](Services &on, const Subject &about) { return bool(on.lastSeen.standing(about.person)); }, kTeam},
        {"missing.h", "of",
            [](Services &on, const Subject &about) {
                const auto now = on.missing.of(about.person);
                return now && !now->steps.isEmpty();
            },
            kShifts},
        {"handovers.h", "gather",
            [](Services &on, const Subject &about) {
                const auto told = on.handovers.gather(kNow.addDays(-3));
                return told
                    && std::any_of(told->cbegin(), told->cend(), [&](const ToHandOver &one) { return one.people.contains(about.person); });
            },
            kShifts},
        {"handovers.h", "openItems",
            [](Services &on, const Subject &about) {
                const auto items = on.handovers.openItems();
                return items && std::any_of(items->cbegin(), items->cend(), [&](const Kept<HandoverItem> &one) {
                    return one.value.personId == about.person;
                });
            },
            kShifts},
        {"drug_alerts.h", "reach",
            [](Services &on, const Subject &about) {
                const auto reach = on.drugAlerts.reach(about.alert);
                return reach && std::any_of(reach->here.cbegin(), reach->here.cend(), [&](const AlertResident &one) {
                    return one.person == about.person;
                });
            },
            kShifts},
        {"care_plans.h", "planOf",
            [](Services &on, const Subject &about) {
                const auto plan = on.plans.planOf(about.person);
                return plan && plan->has_value();
            },
            kSharers},
        {"care_plans.h", "snapshotOf", [](Services &on, const Subject &about) { return bool(on.plans.snapshotOf(about.version)); },
            kSharers},
        {"care_plans.h", "snapshotNow", [](Services &on, const Subject &about) { return bool(on.plans.snapshotNow(about.version)); },
            kSharers},
        {"care_plans.h", "goalsNotAsked", [](Services &on, const Subject &about) { return isSome(on.plans.goalsNotAsked(about.version)); },
            kSharers},
        {"care_plans.h", "goalsToAnswer", [](Services &on, const Subject &about) { return isSome(on.plans.goalsToAnswer(about.version)); },
            kSharers},
        {"care_plans.h", "whatChanged", [](Services &on, const Subject &about) { return isSome(on.plans.whatChanged(about.version)); },
            kSharers},
        {"naloxone.h", "findRecalled",
            [](Services &on, const Subject &about) {
                const auto found = on.naloxone.findRecalled(kTheirBatch);
                return found && std::any_of(found->atHome.cbegin(), found->atHome.cend(), [&about](const auto &one) {
                    return one.kit.value.personId == about.person;
                });
            },
            kShifts},
        {"supplies.h", "ratioOf",
            [](Services &on, const Subject &about) {
                const auto ratio = on.supplies.ratioOf(about.person, 28);
                return ratio && ratio->given > 0;
            },
            kShifts},
        {"supplies.h", "messagesOf",
            [](Services &on, const Subject &about) {
                const auto given = on.supplies.messagesOf(about.person);
                return given && given->lastGiven(u"mixing"_s).has_value();
            },
            kShifts},
        {"risks.h", "overdose", [](Services &on, const Subject &about) { return bool(on.risks.overdose(about.person)); }, kShifts},
        {"stages.h", "entries", [](Services &on, const Subject &about) { return isSome(on.stages.entries(about.person)); }, kSharers},
        {"substance_reviews.h", "reviews",
            [](Services &on, const Subject &about) { return isSome(on.substanceReviews.reviews(about.person)); }, kSharers},
        {"audit.h", "list",
            [](Services &on, const Subject &about) {
                const auto lines = on.audit.list({.resident = about.number, .limit = 500});
                return lines
                    && std::any_of(lines->cbegin(), lines->cend(), [](const HistoryLine &line) { return !line.changes.isEmpty(); });
            },
            kAuditors},
        {"audit.h", "whoLookedAt", [](Services &on, const Subject &about) { return isSome(on.audit.whoLookedAt(about.person)); },
            kTeam + QList<Role>{Role::Auditor}, kAuditors},
        {"restrictions.h", "standing",
            [](Services &on, const Subject &about) {
                const auto standing = on.restrictions.standing();
                return standing && std::any_of(standing->cbegin(), standing->cend(), [&](const StandingRestriction &one) {
                    return one.restriction.value.personId == about.person;
                });
            },
            kNobody, {Role::Manager}},
        {"counting.h", "counts",
            [](Services &on, const Subject &about) {
                const auto cells = Counting(on.records).counts(kVisits(), {.filters = {of(about)}});
                return cells && Counting::total(*cells) > 0;
            },
            kShifts},
        {"earlier_versions.h", "of",
            [](Services &on, const Subject &about) { return isSome(on.earlierVersions.of(kVisits(), about.appointment.value)); }, {}},
        {"finding.h", "find", [](Services &on, const Subject &about) { return tellsOf(on.finding.find(about.family), about); }, kTeam,
            kTeam},
        {"finding.h", "inRoom", [](Services &on, const Subject &about) { return tellsOf(on.finding.inRoom(about.family), about); }, kTeam,
            kTeam},
        {"finding.h", "born",
            [](Services &on, const Subject &about) { return tellsOf(on.finding.born(*PartialDate::fromText(u"1975-04-09"_s)), about); },
            kTeam},
        {"intake.h", "of", [](Services &on, const Subject &about) { return isSome(on.intake.of(about.person)); }, kSharers},
        {"move_on.h", "of",
            [](Services &on, const Subject &about) {
                const auto picture = on.moveOn.of(about.person);
                return picture && picture->has_value();
            },
            kTeam},
        {"move_on.h", "states",
            [](Services &on, const Subject &about) {
                const auto states = on.moveOn.states();
                return states && states->contains(about.person.value);
            },
            kTeam},
        {"move_on.h", "atLeaving", [](Services &on, const Subject &about) { return isSome(on.moveOn.atLeaving(about.person)); }, {}},
        {"intake.h", "arrivalOf",
            [](Services &on, const Subject &about) {
                const auto arrival = on.intake.arrivalOf(about.person);
                return arrival && arrival->has_value();
            },
            kTeam, kTeam}, // of a closed record the room and the day, as every list
        {"history_reader.h", "ofPerson",
            [](Services &on, const Subject &about) { return isSome(on.history.ofPerson(about.person.value, false)); }, {}},
        {"history_reader.h", "ofRecord",
            [](Services &on, const Subject &about) { return isSome(on.history.ofRecord(kVisits(), about.appointment.value)); }, {}},
        {"listing.h", "page",
            [](Services &on, const Subject &about) { return isSome(Listing(on.records).page(kVisits(), {.filters = {of(about)}})); },
            kShifts},
        {"listing.h", "all",
            [](Services &on, const Subject &about) { return isSome(Listing(on.records).all(kVisits(), {.filters = {of(about)}})); },
            kShifts},
        {"listing.h", "count",
            [](Services &on, const Subject &about) {
                const auto count = Listing(on.records).count(kVisits(), {.filters = {of(about)}});
                return count && *count > 0;
            },
            kShifts},
        {"people.h", "residents",
            [](Services &on, const Subject &about) { return holds(on.people.residents(ResidentGroup::HereNow), about); }, kTeam, kTeam},
        {"people.h", "line", [](Services &on, const Subject &about) { return bool(on.people.line(about.person)); }, kTeam, kTeam},
        {"people.h", "lines", [](Services &on, const Subject &about) { return holds(on.people.lines({about.person}), about); }, kTeam,
            kTeam},
        {"people.h", "nearMatches",
            [](Services &on, const Subject &about) {
                const auto near = on.people.nearMatches(u"Zed"_s, about.family, {});
                return near
                    && std::any_of(near->cbegin(), near->cend(), [&](const NearMatch &one) { return one.person.id == about.person; });
            },
            kTeam, kTeam},
        {"people.h", "byNumber", [](Services &on, const Subject &about) { return bool(on.people.byNumber(about.number)); }, kTeam, kTeam},
        {"presence.h", "everybody",
            [](Services &on, const Subject &about) {
                const auto present = on.presence.everybody();
                return present && std::any_of(present->cbegin(), present->cend(), [&](const PersonPresence &one) {
                    return one.line.person.id == about.person;
                });
            },
            kTeam, kTeam},
        {"presence.h", "of",
            [](Services &on, const Subject &about) {
                const auto one = on.presence.of(about.person);
                return one && one->has_value();
            },
            kTeam, kTeam},
        {"occupancy.h", "board",
            [](Services &on, const Subject &about) {
                const auto board = on.occupancy.board();
                QList<ResidentLine> lines = board ? board->withoutRoom : QList<ResidentLine>();
                for (const RoomOnBoard &room : board ? board->rooms : QList<RoomOnBoard>())
                    if (room.who)
                        lines.append(*room.who);
                return holds(Result<QList<ResidentLine>>(lines), about);
            },
            kTeam, kTeam},
        {"photos.h", "of",
            [](Services &on, const Subject &about) {
                const auto photo = on.photos.of(about.person);
                return photo && !photo->isEmpty();
            },
            kTeam},
        {"record_reader.h", "one", [](Services &on, const Subject &about) { return bool(on.records.one(about.appointment)); }, kShifts},
        {"record_reader.h", "list",
            [](Services &on, const Subject &about) { return isSome(on.records.list(kVisits(), {.filters = {of(about)}})); }, kShifts},
        {"record_reader.h", "count",
            [](Services &on, const Subject &about) {
                const auto count = on.records.count(kVisits(), {.filters = {of(about)}});
                return count && *count > 0;
            },
            kShifts},
        {"record_reader.h", "some",
            [](Services &on, const Subject &about) { return isSome(on.records.some(kVisits(), {about.appointment.value})); }, kShifts},
        {"record_reader.h", "all",
            [](Services &on, const Subject &about) { return isSome(on.records.all<Appointment>({.filters = {of(about)}})); }, kShifts},
        {"record_reader.h", "of",
            [](Services &on, const Subject &about) { return isSome(on.records.of<Appointment>("person_id", about.person)); }, kShifts},
        {"timeline.h", "page",
            [](Services &on, const Subject &about) {
                const auto page = on.timeline.page({.person = about.person});
                return page && !page->lines.isEmpty();
            },
            {}},
        {"agreements.h", "scope",
            [](Services &on, const Subject &about) {
                const auto scope = on.agreements.scope(about.person, about.agency, on.records.today());
                return scope && scope->agreement.has_value();
            },
            kSharers},
        {"agreements.h", "categoriesOf",
            [](Services &on, const Subject &about) {
                const auto categories = on.agreements.categoriesOf(about.agreement);
                return categories && !categories->empty();
            },
            kSharers},
        {"treatment_cover.h", "of",
            [](Services &on, const Subject &about) {
                const auto theirs = on.treatment.of(about.person, kNow.date());
                return theirs && !theirs->courses.isEmpty();
            },
            kShifts},
        {"treatment_cover.h", "ofAll",
            [](Services &on, const Subject &about) {
                const auto treated = on.treatment.ofAll({about.person.value}, kNow.date());
                return treated && !treated->value(about.person.value).courses.isEmpty();
            },
            kShifts},
        {"treatment_cover.h", "collectionsOn",
            [](Services &on, const Subject &about) {
                const auto due = on.treatment.collectionsOn(kNow.date());
                return due && std::any_of(due->cbegin(), due->cend(), [&](const CollectionDue &one) {
                    return one.script.value.personId == about.person;
                });
            },
            kShifts},
        {"treatment_cover.h", "renewals",
            [](Services &on, const Subject &about) {
                const auto sheets = on.treatment.renewals(kNow.date());
                return sheets && std::any_of(sheets->cbegin(), sheets->cend(), [&](const RenewalSheet &sheet) {
                    return std::any_of(
                        sheet.lines.cbegin(), sheet.lines.cend(), [&](const RenewalLine &line) { return line.person == about.person; });
                });
            },
            kShifts},
        {"agreements.h", "heldBy",
            [](Services &on, const Subject &about) { return isSome(on.agreements.heldBy(about.person, about.agency)); }, kSharers},
        {"disclosures.h", "about", [](Services &on, const Subject &about) { return isSome(on.disclosures.about(about.person)); }, kSharers},
        {"disclosures.h", "withFingerprint",
            [](Services &on, const Subject &about) { return isSome(on.disclosures.withFingerprint(about.fingerprint)); }, kSharers},
        {"referrals.h", "facts",
            [](Services &on, const Subject &about) {
                return bool(on.referrals.facts(wishFor(about.person, about.agency, {Category::Identity})));
            },
            kSharers},
        {"referrals.h", "stepsOf", [](Services &on, const Subject &about) { return isSome(on.referrals.stepsOf(about.referral)); },
            kSharers},
    };
    return all;
}

/// Headers and functions that read nothing of one resident past what stands above, and why.
const QMap<QString, QString> &notAsked()
{
    static const QMap<QString, QString> all{{u"accounts.h"_s, u"passwords of the team"_s},
        {u"timed_checks.h missedSince"_s, u"those of running of which some were missed"_s},
        {u"timed_checks.h ofIncident"_s, u"as Records::of"_s}, {u"drug_alerts.h inForce"_s, u"the house's warnings, about nobody"_s},
        {u"substance_reviews.h one"_s, u"as Records::one"_s}, {u"substance_reviews.h changesSince"_s, u"compares what reviews gives"_s},
        {u"substance_reviews.h changesOf"_s, u"compares what reviews gives"_s},
        {u"substance_reviews.h before"_s, u"one of what reviews gives"_s},
        {u"substance_reviews.h history"_s, u"what reviews gives, by substance"_s}, {u"substances.h"_s, u"the catalogue, nobody's use"_s},
        {u"forms.h"_s, u"the house's questions, nobody's answers"_s}, {u"attention.h"_s, u"tests of the rules of Today"_s},
        {u"watch_facts.h"_s, u"what rules of Today read with"_s}, {u"watch_rule.h"_s, u"the same"_s}, {u"audit.h staff"_s, u"the team"_s},
        {u"audit.h verification"_s, u"sums"_s}, {u"audit.h seals"_s, u"sums"_s}, {u"backups.h"_s, u"whole files"_s},
        {u"hostel_file.h"_s, u"whole files"_s}, {u"open_hostel.h"_s, u"whole files"_s}, {u"private_copy.h"_s, u"whole files"_s},
        {u"restoring.h"_s, u"whole files"_s}, {u"rescuing.h"_s, u"whole files"_s},
        {u"restrictions.h toReview"_s, u"the manager's review"_s}, {u"retention.h"_s, u"the manager's list of what is due"_s},
        {u"closed_records.h"_s, u"what all others ask"_s}, {u"merging.h"_s, u"merging_test: for managers alone"_s},
        {u"naloxone.h recalled"_s, u"batches"_s}, {u"naloxone.h kits"_s, u"kits of the house"_s},
        {u"naloxone.h places"_s, u"kits of the house"_s}, {u"naloxone.h lastChecked"_s, u"places of the house"_s},
        {u"naloxone.h maySupply"_s, u"a paper of the house"_s}, {u"naloxone_watch.h"_s, u"kits of the house"_s},
        {u"front_desk.h"_s, u"front_desk_test: who is at the door, by role, and with somebody closed"_s},
        {u"roll_calls.h"_s, u"roll_calls_test: by role, and with somebody closed on it"_s},
        {u"supplies.h offered"_s, u"what the house has"_s}, {u"supplies.h shelf"_s, u"what the house has"_s},
        {u"supplies.h suppliesOnShelf"_s, u"what the house has"_s}, {u"supplies.h weeks"_s, u"totals without anybody"_s},
        {u"shifts.h"_s, u"the team's, about no resident"_s}, {u"handovers.h now"_s, u"as Records::one"_s},
        {u"handovers.h ofShift"_s, u"as Records::all"_s},
        {u"handovers.h linesOf"_s, u"handovers_test: by role, with somebody closed in it"_s}, {u"handovers.h readsOf"_s, u"the team's"_s},
        {u"first_steps.h"_s, u"what a new hostel has"_s}, {u"intake.h criteria"_s, u"the house's own words"_s},
        {u"intake.h version"_s, u"the house's own words"_s}, {u"intake.h criteriaAt"_s, u"of a referral that was read"_s},
        {u"families.h one"_s, u"several_people_test"_s}, {u"offers.h offered"_s, u"names, as lists show them"_s},
        {u"offers.h matching"_s, u"names, as lists show them"_s}, {u"people.h count"_s, u"residents_test"_s},
        {u"people.h groupSizes"_s, u"numbers of the house"_s}, {u"people.h stayConflicts"_s, u"a check before a save"_s},
        {u"people.h freeRooms"_s, u"rooms"_s}, {u"people.h earlierRoomConflicts"_s, u"a check before a save"_s},
        {u"occupancy.h coming"_s, u"of lines and records that were read"_s}, {u"occupancy.h story"_s, u"rooms_test"_s},
        {u"occupancy.h nights"_s, u"numbers of the house"_s}, {u"occupancy.h readOccupancy"_s, u"behind them, for counting"_s},
        {u"record_reader.h peopleIn"_s, u"of rows that were read"_s}, {u"record_reader.h unreadableRows"_s, u"a condition of lists"_s},
        {u"record_reader.h self"_s, u"the team"_s}, {u"record_reader.h anotherManager"_s, u"the team"_s},
        {u"history_lines.h"_s, u"of entries that were read"_s}, {u"names.h"_s, u"names, as lists show them"_s},
        {u"agreements.h wording"_s, u"the house's wording"_s}, {u"disclosures.h aboutList"_s, u"what is kept of a list before it leaves"_s},
        {u"move_on.h returnedFrom"_s, u"of a stay that was read"_s}, {u"move_on.h counts"_s, u"numbers, about nobody"_s},
        {u"move_on.h house"_s, u"the house's own figures"_s}, {u"stages.h spread"_s, u"numbers of the house"_s},
        {u"disclosures.h aboutPaper"_s, u"what is kept of a paper before it leaves"_s},
        {u"referral_gathering.h"_s, u"behind Referrals::facts"_s}, {u"referrals.h waitingTime"_s, u"numbers of the house"_s},
        {u"referrals.h unreviewed"_s, u"the manager's review"_s}, {u"referrals_in.h open"_s, u"what comes in"_s},
        {u"emergency_steps.h card"_s, u"the house's own words, shown without sign-in"_s},
        {u"naloxone.h recalledSince"_s, u"batches of the house"_s}, {u"naloxone.h trained"_s, u"the team's, beside what act now shows"_s},
        {u"incidents.h"_s, u"incidents_test: by role, and with somebody closed in it"_s}};
    return all;
}

/// Public functions of a header that give a Result and change nothing.
QStringList readingFunctionsIn(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    QString text = QString::fromUtf8(file.readAll());
    static const QRegularExpression comment(u"//[^\n]*"_s);
    static const QRegularExpression hidden(u"(private|protected):.*?(public:|\\n\\};)"_s, QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression declared(u"Result<[^;(){}]*> (\\w+)\\(([^;{}]*)\\) const( \\{|;)"_s);
    text.remove(comment).replace(hidden, u"\\2"_s).remove(u" = {}"_s);
    QStringList names;
    for (auto found = declared.globalMatch(text.simplified()); found.hasNext();)
        names.append(found.next().captured(1));
    return names;
}

} // namespace

TEST_CASE("Every reading function tells of an open, a closed and nobody's record what the role may know, and nothing else")
{
    TestHostel hostel;
    const auto agency = anAgency(hostel);
    const Subject open = withEverything(hostel, agency.id, u"Openhouse"_s);
    const Subject closed = withEverything(hostel, agency.id, u"Quillfeather"_s);
    Subject nobody;
    nobody.agency = agency.id;
    need(hostel.services().records.add(Restriction{closed.person, u"a colleague's sister"_s, QDate(2026, 9, 1), {}}));
    for (const Role role : allOf<Role>())
        makeMember(hostel, u"Member "_s + QLatin1String(codeOf(role)), role);
    for (const Role role : allOf<Role>()) {
        signInWith(hostel, u"Member "_s + QLatin1String(codeOf(role)), kTheirs);
        Services &on = hostel.services();
        for (const Reading &reading : readings()) {
            INFO(codeOf(role) << " asks " << reading.header << ' ' << reading.name);
            if (reading.readers)
                CHECK(reading.tells(on, open) == reading.readers->contains(role));
            else if (role == Role::Manager)
                CHECK(reading.tells(on, open));
            CHECK(reading.tells(on, closed) == reading.ofClosed.contains(role));
            CHECK_FALSE(reading.tells(on, nobody));
        }
    }
}

TEST_CASE("No reading function of a service is left out of that table")
{
    QSet<QString> asked;
    for (const Reading &reading : readings())
        asked.insert(QString::fromLatin1(reading.header) + u' ' + QString::fromLatin1(reading.name));
    QSet<QString> there;
    QDirIterator headers(QStringLiteral(KEYWORK_SOURCE_DIR "/core/services"), {u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (headers.hasNext()) {
        const QString path = headers.next();
        const QString header = QFileInfo(path).fileName();
        for (const QString &name : readingFunctionsIn(path)) {
            const QString function = header + u' ' + name;
            there.insert(function);
            INFO(function.toStdString() << " is a new one: a line in readings(), or in notAsked() with the reason");
            CHECK((asked.contains(function) || notAsked().contains(function) || notAsked().contains(header)));
        }
    }
    CHECK(there.size() > 60);
    for (const QString &function : std::as_const(asked)) {
        INFO(function.toStdString() << " is no function of the services any more");
        CHECK(there.contains(function));
    }
}

} // namespace keywork::test::reading_functions_test
