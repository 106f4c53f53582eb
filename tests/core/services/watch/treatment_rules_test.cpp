// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/court.h"
#include "core/domain/health.h"
#include "core/domain/leaving_plan.h"
#include "core/domain/treatment_panel.h"
#include "core/services/records/records.h"
#include "tests/core/services/watch/watching.h"

namespace keywork::test::treatment_rules_test {

namespace {

struct Treated {
    TestHostel hostel;
    Records &records = hostel.services().records;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    Kept<Agency> service = anAgency(hostel);

    Kept<TreatmentEpisode> episode(const std::function<void(TreatmentEpisode &)> &with = {})
    {
        TreatmentEpisode episode{.personId = ben.id, .agencyId = service.id};
        if (with)
            with(episode);
        return need(records.add(episode));
    }
};

} // namespace

TEST_CASE("A review of treatment is spoken of from its day until one was held")
{
    Treated at;
    const auto episode = at.episode([](TreatmentEpisode &one) { one.reviewOn = kToday; });
    checkEdges(at.hostel, u"treatment_review_due"_s, kToday, {{-1, false}, {0, true}, {40, true}});
    CHECK(lineOf(at.hostel, u"treatment_review_due"_s).places.value(u"agency"_s) == at.service.value.name);
    need(at.records.add(TreatmentReview{episode.id, at.ben.id, kToday, {}, u"goes on"_s, kToday.addDays(84)}));
    checkEdges(at.hostel, u"treatment_review_due"_s, kToday.addDays(84), {{-84, false}, {-1, false}, {0, true}});
    auto ended = episode;
    ended.value.endedOn = kToday;
    ended.value.howEnded = TreatmentEnding::Completed;
    need(at.records.amend(ended));
    checkEdges(at.hostel, u"treatment_review_due"_s, kToday.addDays(84), {{0, false}});
}

TEST_CASE("A first appointment is spoken of three days before, and not once treatment began")
{
    Treated at;
    auto episode = at.episode([](TreatmentEpisode &one) { one.firstOn = kToday.addDays(3); });
    checkEdges(at.hostel, u"treatment_first_appointment"_s, kToday.addDays(3), {{-4, false}, {-3, true}, {0, true}, {1, false}});
    episode.value.startedOn = kToday;
    need(at.records.amend(episode));
    checkEdges(at.hostel, u"treatment_first_appointment"_s, kToday, {{0, false}});
}

TEST_CASE("A panel is spoken of before it meets and until somebody says what it decided")
{
    Treated at;
    TreatmentPanel panel{.personId = at.ben.id};
    panel.panelOn = kToday;
    auto kept = need(at.records.add(panel));
    checkEdges(at.hostel, u"treatment_panel"_s, kToday, {{-4, false}, {-3, true}, {0, true}, {28, true}, {29, false}});
    CHECK(lineOf(at.hostel, u"treatment_panel"_s).labels.value(u"what"_s) == QByteArray("Residential rehab"));
    kept.value.decision = PanelDecision::Agreed;
    need(at.records.amend(kept));
    checkEdges(at.hostel, u"treatment_panel"_s, kToday, {{0, false}});
}

TEST_CASE("Whoever is out of hospital, custody or detox is asked, until it is answered")
{
    Treated at;
    need(at.records.add(HospitalStay{
        .personId = at.ben.id, .admittedOn = QDate(2026, 9, 1), .dischargedOn = QDate(2026, 9, 10), .hospital = u"Kingston General"_s}));
    checkEdges(at.hostel, u"leaving_unasked"_s, QDate(2026, 9, 10), {{0, true}, {27, true}, {28, false}});
    CHECK(lineOf(at.hostel, u"leaving_unasked"_s).labels.value(u"what"_s) == QByteArray("hospital"));
    LeavingPlan said{.personId = at.ben.id, .from = LeavingFrom::Hospital, .onDay = QDate(2026, 9, 10)};
    auto kept = need(at.records.add(said));
    checkEdges(at.hostel, u"leaving_unasked"_s, kToday, {{0, false}});
    checkEdges(at.hostel, u"leaving_no_housing"_s, QDate(2026, 9, 10), {{4, true}, {27, true}, {28, false}});
    kept.value.housing = HousingNext::BackHere;
    need(at.records.amend(kept));
    checkEdges(at.hostel, u"leaving_no_housing"_s, kToday, {{0, false}});
}

TEST_CASE("A release and the planned end of a detox within 28 days without a plan for housing are spoken of beforehand")
{
    Treated at;
    need(at.records.add(CustodySpell{at.ben.id, QDate(2026, 9, 1), kToday.addDays(10), u"HMP Northmoor"_s, {}, {}, {}}));
    checkEdges(at.hostel, u"leaving_no_housing"_s, kToday.addDays(10), {{-28, false}, {-27, true}, {-1, true}});
    const auto episode = at.episode();
    TreatmentPart detox{.episodeId = episode.id, .personId = at.ben.id, .kind = TreatmentKind::DetoxInpatient};
    detox.state = TreatmentState::UnderWay;
    detox.since = kToday;
    detox.expectedEndOn = kToday.addDays(14);
    need(at.records.add(detox));
    CHECK(dueOn(at.hostel, kToday).count(u"leaving_no_housing"_s) == 2);
    need(at.records.add(
        LeavingPlan{.personId = at.ben.id, .from = LeavingFrom::Detox, .onDay = kToday.addDays(14), .housing = HousingNext::BackHere}));
    CHECK(dueOn(at.hostel, kToday).count(u"leaving_no_housing"_s) == 1);
}

} // namespace keywork::test::treatment_rules_test
