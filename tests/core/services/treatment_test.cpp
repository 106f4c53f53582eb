// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/aftercare.h"
#include "core/domain/group_activity.h"
#include "core/domain/health.h"
#include "core/domain/leaving_plan.h"
#include "core/services/care/overdose_reading.h"
#include "core/services/care/treatment_picture.h"
#include "core/services/records/families.h"
#include "core/services/records/records.h"
#include "core/services/records/timeline.h"
#include "core/services/services.h"
#include "tests/support/services.h"

namespace keywork::test::treatment_test {

namespace {

template <class T> Violations problemsOf(const Result<T> &result)
{
    REQUIRE_FALSE(bool(result));
    return result.error().violations;
}

const QDate kNowOn(2026, 9, 14); // of the hostel's clock

struct InTreatment {
    TestHostel hostel;
    Services &on = hostel.services();
    Records &records = on.records;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    Kept<Agency> service = anAgency(hostel);

    TreatmentEpisode episode() const
    {
        TreatmentEpisode one{.personId = ben.id, .agencyId = service.id};
        one.startedOn = QDate(2026, 8, 3);
        return one;
    }
    TreatmentPart part(Id<TreatmentEpisode> of, TreatmentKind kind, std::optional<QDate> since, std::optional<QDate> ended = {}) const
    {
        TreatmentPart one{.episodeId = of, .personId = ben.id, .kind = kind};
        one.state = ended ? TreatmentState::Ended : since ? TreatmentState::UnderWay : TreatmentState::Considering;
        one.since = since;
        one.endedOn = ended;
        return one;
    }
    QList<OverdoseFactKind> facts()
    {
        QList<OverdoseFactKind> kinds;
        for (const OverdoseFact &fact : overdoseFacts(need(readOverdose(records, {ben.id.value}, kNowOn)).of.value(ben.id.value)).facts)
            kinds.append(fact.kind);
        return kinds;
    }
};

} // namespace

TEST_CASE("What does not fit in treatment is said beside its field, and nothing of it is kept")
{
    InTreatment at;
    const auto wrong = [&](const auto &record, const Violation &expected) {
        const Violations problems = problemsOf(at.records.add(record));
        INFO(expected.column.toStdString());
        REQUIRE(problems.size() == 1);
        CHECK(problems.first() == expected);
    };
    TreatmentEpisode episode = at.episode();
    episode.endedOn = QDate(2026, 8, 2);
    episode.howEnded = TreatmentEnding::Completed;
    wrong(episode, {u"ended_on"_s, Rule::EndsBeforeStart, {}});
    episode = at.episode();
    episode.endedOn = kNowOn;
    wrong(episode, {u"how_ended"_s, Rule::Required, {}});
    episode = at.episode();
    episode.referredOn = QDate(2026, 8, 1);
    episode.firstOn = QDate(2026, 7, 31);
    wrong(episode, {u"first_on"_s, Rule::BeforeReferral, u"2026-08-01"_s});
    CHECK(need(at.records.of<TreatmentEpisode>("person_id", at.ben.id)).isEmpty());

    const auto kept = need(at.records.add(at.episode()));
    TreatmentPart part = at.part(kept.id, TreatmentKind::DetoxCommunity, {});
    part.state = TreatmentState::UnderWay;
    wrong(part, {u"since_on"_s, Rule::Required, {}});
    part = at.part(kept.id, TreatmentKind::DetoxCommunity, QDate(2026, 9, 1), QDate(2026, 8, 31));
    wrong(part, {u"ended_on"_s, Rule::EndsBeforeStart, {}});
    TreatmentReview review{.episodeId = kept.id, .personId = at.ben.id, .heldOn = kNowOn, .said = u"goes on"_s};
    review.nextOn = kNowOn;
    wrong(review, {u"next_on"_s, Rule::EndsBeforeStart, {}});

    TreatmentPanel panel{.personId = at.ben.id, .kind = PanelAbout::SharedCare};
    panel.decision = PanelDecision::WithConditions;
    wrong(panel, {u"conditions"_s, Rule::Required, {}});
    panel.conditions = u"Six appointments in a row"_s;
    panel.sentOn = kNowOn;
    panel.decidedOn = kNowOn.addDays(-1);
    wrong(panel, {u"decided_on"_s, Rule::EndsBeforeStart, {}});

    TreatmentAgreement agreement{.personId = at.ben.id, .agencyId = at.service.id, .fromOn = kNowOn};
    agreement.takenBackOn = kNowOn.addDays(-1);
    wrong(agreement, {u"taken_back_on"_s, Rule::EndsBeforeStart, {}});
    LeavingPlan leaving{.personId = at.ben.id, .onDay = kNowOn, .housing = HousingNext::Agreed};
    wrong(leaving, {u"where_to"_s, Rule::Required, {}});
    leaving.housing = HousingNext::BackHere;
    leaving.tolerance = ToleranceAfter::LowerUntil;
    wrong(leaving, {u"lower_until"_s, Rule::Required, {}});
    leaving.lowerUntil = kNowOn.addDays(-1);
    wrong(leaving, {u"lower_until"_s, Rule::EndsBeforeStart, {}});
    CHECK(need(at.records.of<LeavingPlan>("person_id", at.ben.id)).isEmpty());
}

TEST_CASE("The picture is of the episode that goes on, with what is under way first")
{
    InTreatment at;
    CHECK_FALSE(need(treatmentPictureOf(at.records, at.ben.id)).episode);
    TreatmentEpisode earlier = at.episode();
    earlier.startedOn = QDate(2025, 1, 6);
    earlier.endedOn = QDate(2026, 9, 1);
    earlier.howEnded = TreatmentEnding::Moved;
    need(at.records.add(earlier));
    const auto now = need(at.records.add(at.episode()));
    need(at.records.add(at.part(now.id, TreatmentKind::ResidentialRehab, {})));
    need(at.records.add(at.part(now.id, TreatmentKind::DetoxCommunity, QDate(2026, 8, 3), QDate(2026, 8, 20))));
    need(at.records.add(at.part(now.id, TreatmentKind::TalkingOneToOne, QDate(2026, 9, 2))));
    need(at.records.add(at.part(now.id, TreatmentKind::SubstitutePrescribing, QDate(2026, 8, 3))));
    const auto picture = need(treatmentPictureOf(at.records, at.ben.id));
    CHECK(picture.episode->id == now.id);
    CHECK(picture.agency == u"Wellbeing drug service");
    QList<TreatmentKind> kinds;
    for (const auto &part : picture.parts)
        kinds.append(part.value.kind);
    using enum TreatmentKind;
    CHECK(kinds == QList<TreatmentKind>{SubstitutePrescribing, TalkingOneToOne, ResidentialRehab, DetoxCommunity});
    REQUIRE(picture.gp);
    CHECK(picture.gp->state == GpGateState::NotKnown);
    auto ben = at.ben;
    ben.value.gpRegistered = {u"yes"_s};
    ben.value.gpPractice = u"Angel Surgery"_s;
    need(at.records.amend(ben));
    CHECK(need(treatmentPictureOf(at.records, at.ben.id)).gp->state == GpGateState::Open);
}

TEST_CASE("Only those whom an agreement names that holds today may be told")
{
    InTreatment at;
    const auto told = [&] {
        QStringList names;
        for (const TellingLine &line : need(treatmentPictureOf(at.records, at.ben.id)).mayBeTold)
            names.append(line.told.who == ToldWho::AnAgency ? line.agency : line.told.name);
        return names;
    };
    TreatmentAgreement agreement{.personId = at.ben.id, .agencyId = at.service.id, .fromOn = QDate(2026, 9, 2)};
    auto kept = need(at.records.add(agreement));
    need(at.records.add(MayBeTold{kept.id, at.ben.id, ToldWho::Somebody, u"Rose Barker"_s, u"sister"_s, {}, {}}));
    const auto step = anAgency(at.hostel, u"StepAhead"_s);
    need(at.records.add(MayBeTold{kept.id, at.ben.id, ToldWho::AnAgency, {}, {}, step.id, {}}));
    agreement.fromOn = kNowOn.addDays(1);
    const auto later = need(at.records.add(agreement));
    need(at.records.add(MayBeTold{later.id, at.ben.id, ToldWho::Somebody, u"Walt"_s, {}, {}, {}}));
    CHECK(told() == QStringList{u"Rose Barker"_s, u"StepAhead"_s});
    kept.value.takenBackOn = kNowOn;
    need(at.records.amend(kept));
    CHECK(told().isEmpty()); // from the day itself
}

TEST_CASE("Out of detox, prescribing that began or stopped, and no naloxone are facts of overdose risk")
{
    using enum OverdoseFactKind;
    InTreatment at;
    CHECK(at.facts().isEmpty());
    const auto episode = need(at.records.add(at.episode()));
    need(at.records.add(at.part(episode.id, TreatmentKind::TalkingGroup, kNowOn.addDays(-3), kNowOn)));
    need(at.records.add(at.part(episode.id, TreatmentKind::DetoxInpatient, {})));
    CHECK(at.facts().isEmpty());
    auto prescribing = need(at.records.add(at.part(episode.id, TreatmentKind::SubstitutePrescribing, kNowOn.addDays(-27))));
    CHECK(at.facts() == QList<OverdoseFactKind>{TreatmentStarted}); // the 28th day
    prescribing.value.state = TreatmentState::Ended;
    prescribing.value.endedOn = kNowOn;
    need(at.records.amend(prescribing));
    CHECK(at.facts() == QList<OverdoseFactKind>{TreatmentStopped});
    need(at.records.add(at.part(episode.id, TreatmentKind::ResidentialRehab, QDate(2026, 8, 3), kNowOn.addDays(-2))));
    CHECK(at.facts() == QList<OverdoseFactKind>{LeftDetox, TreatmentStopped});
    // What was said about the same leaving is no second one; without another record it is one.
    LeavingPlan said{.personId = at.ben.id, .from = LeavingFrom::Rehab, .onDay = kNowOn.addDays(-1), .naloxone = NaloxoneAfter::NotToHand};
    need(at.records.add(said));
    CHECK(at.facts() == QList<OverdoseFactKind>{LeftDetox, TreatmentStopped, NoNaloxone});
    said.from = LeavingFrom::Custody;
    said.naloxone = NaloxoneAfter::ToHand;
    need(at.records.add(said));
    CHECK(at.facts() == QList<OverdoseFactKind>{LeftCustody, LeftDetox, TreatmentStopped});
    said.from = LeavingFrom::Hospital;
    said.onDay = kNowOn.addDays(5); // planned
    need(at.records.add(said));
    CHECK(at.facts() == QList<OverdoseFactKind>{LeftCustody, LeftDetox, TreatmentStopped});
}

TEST_CASE("Who came to a group stands in each one's timeline, and whoever need not know one of them reads the rest")
{
    InTreatment at;
    const auto joy = aPerson().called(u"Joy"_s, u"Okoro"_s).arrived(QDate(2026, 8, 3)).in(at.hostel);
    GroupActivity group{.what = u"Cooking together"_s, .kind = {u"cooking"_s}, .startsAt = kNow.addDays(-1), .place = u"Kitchen"_s};
    Family family;
    family.head.row = toRow(group);
    for (const Id<Person> person : {at.ben.id, joy.id}) {
        family.parts.append(KeptRow());
        family.parts.last().row = toRow(GroupPerson{{}, person, GroupCame::Came, {}});
    }
    const auto kept = need(at.on.families.save(family, {}));
    CHECK(need(at.on.families.one(recordType<GroupActivity>(), kept.head.id)).parts.size() == 2);
    for (const Id<Person> person : {at.ben.id, joy.id}) {
        const auto page = need(at.on.timeline.page({.person = person, .kinds = {&recordType<GroupActivity>()}}));
        REQUIRE(page.lines.size() == 1);
        CHECK(page.lines.first().record.id == kept.head.id);
    }
}

} // namespace keywork::test::treatment_test
