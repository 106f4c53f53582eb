// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo_hostel.h"

#include "core/services/hostel_file.h"
#include "ui/print/referral_document.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <map>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qsizetype kEventsPerCommit = 60;

/// Names, goals and sentences of the demonstration; all invented.
QJsonObject material()
{
    QFile file(u":/keywork/demo/hostel.json"_s);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// Collects what happens, then lets it happen in the order of time, so that the history reads like a hostel's.
class DemoHostel {
public:
    DemoHostel(Services &services, SetClock &clock, const DemoWish &wish)
        : m_services(services)
        , m_clock(clock)
        , m_wish(wish)
        , m_random(wish.seed)
        , m_material(material())
    {
    }

    Done make()
    {
        m_start = m_wish.end.addYears(-m_wish.years);
        m_clock.set(QDateTime(m_start, QTime(8, 0), Qt::UTC));
        if (Done set = setUpHouse(); !set)
            return set;
        const int here = std::max(1, m_wish.people * 11 / 20);
        const int expected = m_wish.people > 10 ? 3 : 0;
        for (int i = 0; i < m_wish.people; ++i)
            planPerson(i, i < here ? Fate::Here : i < here + expected ? Fate::Expected : Fate::Left);
        return play();
    }

private:
    enum class Fate { Here, Expected, Left };

    struct Resident {
        Id<Person> id;
        QString first;
        int stage = 0;
        QStringList steps;
        QStringList goals;
        Id<Referral> referral;
    };

    int upTo(int most) { return most <= 0 ? 0 : m_random.bounded(most); }
    QJsonValue pick(const QJsonArray &from) { return from.at(upTo(int(from.size()))); }

    void at(QDate day, int hour, std::function<Done()> happen)
    {
        if (day <= m_wish.end)
            m_events.emplace(QDateTime(day, QTime(hour, upTo(60)), Qt::UTC), std::move(happen));
    }

    Done setUpHouse()
    {
        return m_services.records.together([&]() -> Done {
            for (const QJsonValue &name : m_material[u"staff"_s].toArray()) {
                auto member = m_services.records.add(Staff{name.toString(), Role::Keyworker, u"020 7946 0111"_s, {}, {}});
                if (!member)
                    return member.error();
                m_staff.append(*member);
            }
            const int rooms = std::max(8, m_wish.people * 3 / 5 + 2);
            for (int i = 1; i <= rooms; ++i) {
                auto room = m_services.records.add(
                    Room{QString::number(i), u"Main house"_s, i <= rooms / 2 ? u"Ground"_s : u"First"_s, i < 4, false, {}});
                if (!room)
                    return room.error();
                m_rooms.append(room->id);
            }
            for (const QJsonValue &value : m_material[u"agencies"_s].toArray()) {
                const QJsonArray parts = value.toArray();
                Agency agency;
                agency.name = parts.at(0).toString();
                agency.category = {parts.at(1).toString()};
                agency.telephone = parts.at(2).toString();
                agency.hours = u"Mon to Fri 9:00 to 17:00"_s;
                auto added = m_services.records.add(agency);
                if (!added)
                    return added.error();
                m_agencies.append(*added);
            }
            return makeDirectory();
        });
    }

    Done makeDirectory()
    {
        const QJsonArray services = m_material[u"services"_s].toArray();
        for (qsizetype i = 0; i < services.size() && i < m_agencies.size(); ++i) {
            const QJsonArray parts = services.at(i).toArray();
            AgencyService service{.agencyId = m_agencies.at(i).id, .name = parts.at(0).toString(), .needs = parts.at(1).toString()};
            service.waitingWeeks = parts.at(2).toInteger();
            service.howToRefer = parts.at(3).toString();
            if (auto added = m_services.records.add(service); !added)
                return added.error();
            if (auto added = m_services.records.add(AgencyContact{
                    m_agencies.at(i).id, parts.at(4).toString(), parts.at(5).toString(), m_agencies.at(i).value.telephone, {}, {}});
                !added)
                return added.error();
        }
        for (const QJsonValue &value : m_material[u"meetings"_s].toArray()) {
            const QJsonArray parts = value.toArray();
            const Meeting meeting{parts.at(0).toString(), {parts.at(1).toString()}, {parts.at(2).toString()}, parts.at(3).toString(),
                parts.at(4).toString(), parts.at(5).toString(), {}, {}};
            if (auto added = m_services.records.add(meeting); !added)
                return added.error();
        }
        return {};
    }

    Person personFor(int index)
    {
        const QJsonArray known = m_material[u"people"_s].toArray();
        Person person;
        if (index < known.size()) {
            const QJsonArray parts = known.at(index).toArray();
            person.givenName = parts.at(0).toString();
            person.familyName = parts.at(1).toString();
            person.pronouns = {parts.at(2).toString()};
            person.bornOn = PartialDate::fromText(parts.at(3).toString());
            person.conditions = parts.at(4).toString();
            person.medicines = parts.at(5).toString();
            person.bloodBorneViruses = parts.at(6).toString();
        } else {
            person.givenName = pick(m_material[u"given"_s].toArray()).toString();
            person.familyName = pick(m_material[u"family"_s].toArray()).toString();
            person.pronouns = {pick({u"she_her"_s, u"he_him"_s, u"he_him"_s, u"they_them"_s}).toString()};
            person.bornOn = PartialDate::fromDate(m_wish.end.addYears(-20 - upTo(40)).addDays(-upTo(365)));
            person.conditions = pick(m_material[u"conditions"_s].toArray()).toString();
        }
        person.allergiesKnown = {upTo(5) ? u"none_known"_s : u"yes"_s};
        if (person.allergiesKnown.code == u"yes")
            person.allergies = u"Penicillin: rash"_s;
        person.gpPractice = u"Cairn Road Surgery"_s;
        person.gpTelephone = u"020 7946 0155"_s;
        person.gpRegistered = {u"yes"_s};
        person.mayRing = {u"yes"_s};
        person.maySayLivesHere = {u"no"_s};
        person.languages = u"English"_s;
        if (!m_staff.isEmpty() && upTo(12))
            person.keyworkerId = m_staff.at(index % m_staff.size()).id;
        if (upTo(3) == 0)
            person.notSaid.reasons.insert(u"ethnicity"_s, NotSaidReason::PrefersNot);
        return person;
    }

    void planPerson(int index, Fate fate)
    {
        const int span = int(m_start.daysTo(m_wish.end));
        const int longest = std::min(span - 40, 600);
        QDate arrival = m_wish.end.addDays(-(3 + upTo(longest)));
        if (fate == Fate::Expected)
            arrival = m_wish.end.addDays(1 + upTo(6));
        if (fate == Fate::Left)
            arrival = m_start.addDays(20 + upTo(std::max(1, span - 120)));
        const QDate left = fate == Fate::Left ? std::min(arrival.addDays(30 + upTo(280)), m_wish.end.addDays(-1)) : QDate();
        const QDate until = left.isValid() ? left : m_wish.end;
        auto resident = std::make_shared<Resident>();
        const Person person = personFor(index);
        resident->first = person.givenName;
        resident->stage = upTo(2);
        const QDate referred = std::max(m_start, arrival.addDays(-(5 + upTo(14))));
        at(std::min(referred, m_wish.end), 9,
            [this, resident, person, referred, arrival] { return referIn(*resident, person, referred, arrival); });
        if (fate == Fate::Expected)
            return;
        const Id<Room> room = fate == Fate::Here && index < m_rooms.size() ? m_rooms.at(index) : Id<Room>();
        at(arrival, 11, [this, resident, arrival, room] { return arrive(*resident, arrival, room); });
        planStages(resident, referred, until);
        planPlans(resident, arrival, until);
        planSharing(resident, arrival, until, index);
        if (left.isValid())
            at(left, 15, [this, resident, left] { return leave(*resident, left); });
    }

    Done referIn(Resident &resident, const Person &person, QDate referred, QDate arrival)
    {
        Stay stay;
        stay.referredOn = referred;
        stay.referralSource = {pick({u"drug_service"_s, u"local_authority"_s, u"outreach"_s, u"hospital"_s, u"prison"_s}).toString()};
        stay.referralReason = pick(m_material[u"reasons"_s].toArray()).toString();
        stay.decision = ReferralDecision::Accepted;
        stay.expectedOn = arrival;
        stay.expectedWeeks = 104;
        auto kept = m_services.people.takeIn(person, stay);
        if (!kept)
            return kept.error();
        resident.id = kept->id;
        auto contact
            = m_services.records.add(Contact{kept->id, pick(m_material[u"given"_s].toArray()).toString() + u' ' + person.familyName,
                {u"sibling"_s}, u"020 7946 01%1"_s.arg(upTo(90) + 10), {}, true, u"That we are all right, nothing else."_s, {}});
        return contact ? Done() : Done(contact.error());
    }

    Done arrive(Resident &resident, QDate day, Id<Room> room)
    {
        auto line = m_services.people.line(resident.id);
        if (!line)
            return line.error();
        Stay stay = line->stay->value;
        stay.arrivedOn = day;
        stay.roomId = room;
        if (auto saved = m_services.people.saveStay(line->stay, stay); !saved)
            return saved.error();
        if (upTo(3) == 0) {
            const QJsonArray alert = pick(m_material[u"alerts"_s].toArray()).toArray();
            auto added = m_services.records.add(
                Alert{resident.id, {alert.at(0).toString()}, alert.at(1).toString(), {alert.at(2).toString()}, day, {}});
            return added ? Done() : Done(added.error());
        }
        return {};
    }

    Done leave(Resident &resident, QDate day)
    {
        auto line = m_services.people.line(resident.id);
        if (!line)
            return line.error();
        Stay stay = line->stay->value;
        stay.leftOn = day;
        stay.leavingReason = {u"planned"_s};
        stay.destination = {pick({u"council_tenancy"_s, u"private_tenancy"_s, u"family"_s, u"supported_housing"_s, u"rehab"_s}).toString()};
        auto saved = m_services.people.saveStay(line->stay, stay);
        return saved ? Done() : Done(saved.error());
    }

    void planStages(const std::shared_ptr<Resident> &resident, QDate from, QDate until)
    {
        QDate day = from;
        while (day < until) {
            at(day, 14, [this, resident, day] {
                const QJsonArray evidence = m_material[u"evidence"_s].toArray().at(resident->stage).toArray();
                StageEntry entry;
                entry.personId = resident->id;
                entry.fromOn = day;
                entry.stage = Stage(resident->stage);
                entry.evidence = pick(evidence).toString();
                entry.assessedBy = m_staff.isEmpty() ? Id<Staff>{1} : m_staff.at(upTo(int(m_staff.size()))).id;
                entry.agreement = upTo(4) ? Agreement::Agrees : Agreement::Disagrees;
                auto kept = m_services.stages.record(entry);
                // Both ways: two steps forward for one back, sometimes a jump.
                const int move = upTo(10);
                resident->stage = std::clamp(resident->stage + (move < 6 ? 1 : move < 9 ? -1 : 2), 0, 4);
                return kept ? Done() : Done(kept.error());
            });
            day = day.addDays(25 + upTo(110));
        }
    }

    void planPlans(const std::shared_ptr<Resident> &resident, QDate arrival, QDate until)
    {
        // Counted back from the end, so that most plans are as fresh as a house keeps them.
        QList<QDate> days;
        for (QDate day = until.addDays(-(2 + upTo(34))); day > arrival.addDays(4) && days.size() < 5; day = day.addDays(-(30 + upTo(60))))
            days.prepend(day);
        for (int version = 0; version < days.size(); ++version) {
            const QDate day = days.at(version);
            at(day, 10, [this, resident, version] { return writePlan(*resident, version); });
            at(day, 12, [this, resident] {
                auto issued = m_services.plans.issue(resident->id);
                return issued ? Done() : Done(issued.error());
            });
            if (upTo(6))
                at(day.addDays(1 + upTo(4)), 15, [this, resident] { return signOff(*resident); });
            at(day.addDays(10), 16, [this, resident] { return progress(*resident); });
        }
    }

    Done writePlan(Resident &resident, int version)
    {
        CarePlanVersion details;
        details.inMyWords = pick(m_material[u"inMyWords"_s].toArray()).toString();
        details.ifThingsGetHarder = m_material[u"harder"_s].toString();
        details.strengths = pick(m_material[u"strengths"_s].toArray()).toString();
        if (Done saved = m_services.plans.saveDetails(resident.id, details); !saved)
            return saved;
        for (const Area area : allOf<Area>()) {
            CarePlanArea answer;
            answer.area = area;
            answer.selfRating = std::clamp(2 + upTo(4) + version, 0, 10);
            answer.readiness = 3 + upTo(7);
            answer.notNow = upTo(6) == 0;
            if (area == Area::SubstanceUse)
                answer.ownWords = details.inMyWords;
            if (Done saved = m_services.plans.saveArea(resident.id, answer); !saved)
                return saved;
            const bool wantsGoal = !answer.notNow && (version == 0 ? upTo(3) > 0 : upTo(5) == 0);
            if (wantsGoal)
                if (Done added = addGoal(resident, area); !added)
                    return added;
        }
        return {};
    }

    Done addGoal(Resident &resident, Area area)
    {
        const QJsonArray goals = m_material[u"goals"_s].toObject()[QLatin1String(codeOf(area))].toArray();
        const QJsonArray wanted = pick(goals).toArray();
        if (resident.goals.contains(wanted.at(0).toString()))
            return {};
        resident.goals.append(wanted.at(0).toString());
        Goal goal;
        goal.area = area;
        goal.statement = wanted.at(0).toString();
        goal.agreement = upTo(10) ? GoalAgreement::Agreed : GoalAgreement::NotAskedYet;
        goal.identifiedBy = upTo(4) ? IdentifiedBy::Person : IdentifiedBy::Staff;
        auto thread = m_services.plans.saveGoal(resident.id, goal);
        if (!thread)
            return thread.error();
        for (qsizetype i = 1; i < wanted.size(); ++i) {
            Step step;
            step.what = wanted.at(i).toString();
            step.dueOn = m_clock.today().addDays(7 * i + upTo(14));
            QList<StepActorName> who{{StepActor::Resident, resident.first}};
            if (upTo(2))
                who.append({StepActor::Keyworker,
                    m_staff.isEmpty() ? kDemoManager : m_staff.at(upTo(int(m_staff.size()))).value.name.section(u' ', 0, 0)});
            auto added = m_services.plans.saveStep(resident.id, *thread, step, who);
            if (!added)
                return added.error();
            resident.steps.append(*added);
        }
        return {};
    }

    Done signOff(Resident &resident)
    {
        const auto plan = m_services.plans.planOf(resident.id);
        if (!plan)
            return plan.error();
        if (!*plan || (*plan)->current.version.value.state != VersionState::Issued)
            return {};
        SignOff said;
        said.versionId = (*plan)->current.version.id;
        said.onDay = m_clock.today();
        const int kind = upTo(10);
        said.kind = kind < 6 ? SignOffKind::SignedOnPaper
            : kind == 6      ? SignOffKind::AgreedVerbally
            : kind == 7      ? SignOffKind::Waiting
            : kind == 8      ? SignOffKind::TooUnwell
                             : SignOffKind::Declined;
        if (said.kind == SignOffKind::AgreedVerbally)
            said.witness = u"Tomi Okoro"_s;
        if (said.kind == SignOffKind::Declined)
            said.reason = u"Wants the plan to start with housing, not with drug use."_s;
        if (said.kind == SignOffKind::TooUnwell)
            said.askAgainOn = m_clock.today().addDays(2);
        auto kept = m_services.plans.signOff(said);
        return kept ? Done() : Done(kept.error());
    }

    Done progress(Resident &resident)
    {
        if (resident.steps.isEmpty())
            return {};
        const QString thread = resident.steps.at(upTo(int(resident.steps.size())));
        return m_services.plans.noteStep(resident.id, thread, upTo(3) ? StepStatus::Completed : StepStatus::UnderWay, {});
    }

    void planSharing(const std::shared_ptr<Resident> &resident, QDate arrival, QDate until, int index)
    {
        if (m_agencies.isEmpty() || upTo(4) == 0)
            return;
        const QDate day = arrival.addDays(9 + upTo(20));
        if (day >= until)
            return;
        const Kept<Agency> agency = m_agencies.at(index % m_agencies.size());
        at(day, 13, [this, resident, agency] {
            SharingAgreement agreement;
            agreement.personId = resident->id;
            agreement.agencyId = agency.id;
            agreement.state = AgreementState::InPart;
            agreement.fromOn = m_clock.today();
            agreement.untilOn = std::max(m_clock.today().addMonths(6), m_wish.end.addDays(5 + upTo(120)));
            agreement.wording = u"I agree that staff share what is ticked with %1."_s.arg(agency.value.name);
            auto kept
                = m_services.agreements.record(agreement, {Category::Identity, Category::Housing, Category::Health, Category::CarePlan});
            return kept ? Done() : Done(kept.error());
        });
        at(day.addDays(3), 13, [this, resident, agency] { return refer(*resident, agency); });
        if (upTo(3) > 0)
            at(day.addDays(8), 11, [this, resident] { return hear(*resident, ReferralState::Received, u"their duty worker"_s); });
        if (upTo(3) > 0)
            at(day.addDays(15 + upTo(20)), 15, [this, resident] { return hear(*resident, ReferralState::FirstSeen, u"the resident"_s); });
        if (index % 13 == 0) {
            at(day.addDays(20), 22, [this, resident, agency] { return shareToKeepSafe(*resident, agency); });
            if (day.addDays(60) < m_wish.end)
                at(day.addDays(21), 9, [this] { return reviewLawfulReasons(); });
        }
    }

    Done refer(Resident &resident, const Kept<Agency> &agency)
    {
        const ReferralWish wish{
            resident.id, agency.id, u"Asked for support; would like a first appointment here."_s, {Category::Identity, Category::Health}};
        auto sent = m_services.referrals.send(wish, {}, m_renderer, m_outbox.path());
        if (!sent)
            return sent.error();
        resident.referral = sent->referral.id;
        return {};
    }

    Done hear(Resident &resident, ReferralState state, const QString &from)
    {
        if (!resident.referral)
            return {};
        const ReferralStep step{{}, {}, state, m_clock.today(), from, {}, m_clock.today().addDays(kChaseDays)};
        auto followed = m_services.referrals.follow(resident.referral, step);
        return followed ? Done() : Done(followed.error());
    }

    Done shareToKeepSafe(Resident &resident, const Kept<Agency> &agency)
    {
        LawfulReason reason;
        reason.ground = LawfulGround::VitalInterests;
        reason.because = u"Taken to hospital at night and could not be asked; the crew needed to know the medicines."_s;
        reason.told = PersonTold::Told;
        ReferralWish wish{
            resident.id, agency.id, u"Taken to hospital at night."_s, {Category::Identity, Category::Health, Category::Treatment}};
        wish.lawful = reason;
        auto sent = m_services.referrals.send(wish, {}, m_renderer, m_outbox.path());
        return sent ? Done() : Done(sent.error());
    }

    /// The manager looks at what left without agreement; the last of it waits for whoever opens the demonstration.
    Done reviewLawfulReasons()
    {
        const auto waiting = m_services.referrals.unreviewed();
        if (!waiting)
            return waiting.error();
        for (const Kept<LawfulReason> &reason : *waiting)
            if (auto reviewed = m_services.referrals.review(reason, LawfulReview::Right, u"Right, and only what the crew needed."_s);
                !reviewed)
                return reviewed.error();
        return {};
    }

    Done play()
    {
        auto next = m_events.begin();
        while (next != m_events.end()) {
            Done done = m_services.records.together([&]() -> Done {
                for (qsizetype i = 0; i < kEventsPerCommit && next != m_events.end(); ++i, ++next) {
                    m_clock.set(next->first);
                    if (Done happened = next->second(); !happened)
                        return happened;
                }
                return {};
            });
            if (!done)
                return done;
        }
        return {};
    }

    Services &m_services;
    SetClock &m_clock;
    const DemoWish &m_wish;
    QRandomGenerator m_random;
    QJsonObject m_material;
    QDate m_start;
    QList<Kept<Staff>> m_staff;
    QList<Id<Room>> m_rooms;
    QList<Kept<Agency>> m_agencies;
    std::multimap<QDateTime, std::function<Done()>> m_events;
    print::PdfRenderer m_renderer;
    QTemporaryDir m_outbox;
};

} // namespace

Done makeDemoHostel(const QString &path, const DemoWish &wish)
{
    SetClock clock(QDateTime(wish.end.addYears(-wish.years), QTime(8, 0), Qt::UTC));
    HostelFile::NewHostel wanted;
    wanted.house.name = u"Cairn Street Hostel"_s;
    wanted.house.address = u"12 Cairn Street, London N1 0AA"_s;
    wanted.house.telephone = u"020 7946 0123"_s;
    wanted.house.doors = u"Front: ring, staff open at any hour\nBack yard: code from the on-call manager"_s;
    wanted.house.drugServiceLine = u"020 7946 0100"_s;
    wanted.house.onCall = u"Priya Shah, 020 7946 0111"_s;
    wanted.managerName = kDemoManager;
    wanted.password = wish.password;
    wanted.recoveryKey = HostelFile::makeRecoveryKey();
    wanted.cost = wish.cheapKeys ? KeyCost::ForTests : KeyCost::Standard;
    std::unique_ptr<OpenHostel> hostel;
    wanted.isDemonstration = true;
    auto file = HostelFile::create(path, wanted, clock, hostel);
    if (!file)
        return file.error();
    hostel->notifier().setEnabled(false);
    Done made = DemoHostel(hostel->services(), clock, wish).make();
    hostel.reset();
    if (!made)
        QFile::remove(path);
    return made;
}

} // namespace keywork
