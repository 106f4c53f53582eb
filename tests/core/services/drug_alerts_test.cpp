// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/drug_alerts.h"

#include "core/domain/substance_use.h"
#include "core/services/care/risks.h"
#include "core/services/care/substances.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "tests/core/services/watch/watching.h"

namespace keywork::test::services_drug_alerts_test {

using namespace Qt::StringLiterals;

namespace {

/// Ben uses bought diazepam, Ann does not; tablets sold as diazepam are not.
struct Batch {
    TestHostel hostel;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    Kept<Person> ann = aPerson().called(u"Ann"_s, u"Quill"_s).arrived(QDate(2026, 8, 4)).in(hostel);
    Id<Substance> diazepam;

    Batch()
    {
        need(services().substances.takeInShipped());
        diazepam = need(services().substances.matching(u"diazepam"_s)).first().id;
        uses(UseSource::Bought, 4, QDate(2026, 9, 1));
    }
    Services &services() { return hostel.services(); }
    void uses(UseSource source, qint64 days, QDate on)
    {
        SubstanceReview review;
        review.personId = ben.id;
        review.asOn = on;
        review.knownFrom = {u"themselves"_s};
        const auto kept = need(services().records.add(review));
        SubstanceUse use;
        use.reviewId = kept.id;
        use.personId = ben.id;
        use.substanceId = diazepam;
        use.rank = UseRank::Main;
        use.source = source;
        use.days = days;
        need(services().records.add(use));
    }
    DrugAlert alert()
    {
        DrugAlert alert;
        alert.soldAsId = diazepam;
        alert.soldAs = u"blue Valium"_s;
        alert.look = u"round, blue, a 10 on one side"_s;
        alert.issuer = u"Drug service"_s;
        alert.ground = AlertGround::Confirmed;
        alert.fromOn = kToday;
        alert.untilOn = kToday.addDays(kAlertHoldsDays - 1);
        return alert;
    }
    /// What the facts of overdose risk say of the alert for them, on that day.
    QStringList facts(Id<Person> person)
    {
        QStringList found;
        for (const OverdoseFact &fact : need(services().risks.overdose(person)).reading.facts)
            if (fact.kind == OverdoseFactKind::DrugAlert)
                found += fact.what;
        return found;
    }
    void on(QDate day) { hostel.clock.set(QDateTime(day, QTime(12, 0), Qt::UTC)); }
};

} // namespace

TEST_CASE("An alert is a fact for whoever uses what it was sold as, with where it comes from")
{
    Batch at;
    need(at.services().records.add(at.alert()));
    CHECK(at.facts(at.ben.id) == QStringList{u"DA-0001, blue Valium (Drug service)"_s});
    CHECK(at.facts(at.ann.id).isEmpty());
    at.uses(UseSource::Prescribed, 28, QDate(2026, 9, 10)); // the latest review counts
    CHECK(at.facts(at.ben.id).isEmpty());
    at.uses(UseSource::Bought, 0, QDate(2026, 9, 11)); // not used any more
    CHECK(at.facts(at.ben.id).isEmpty());
    at.uses(UseSource::Bought, 1, QDate(2026, 9, 12));
    CHECK(at.facts(at.ben.id).size() == 1);
}

TEST_CASE("The fact goes by a decision only: for one resident, or for all when the alert is ended")
{
    Batch at;
    auto alert = need(at.services().records.add(at.alert()));
    DrugAlertPerson part;
    part.alertId = alert.id;
    part.personId = at.ann.id;
    part.fits = AlertFits::Fits;
    CHECK(at.services().records.add(part).error().violations == Violations{{u"why"_s, Rule::ReasonNeeded, {}}});
    part.why = u"She buys them for sleep"_s;
    need(at.services().records.add(part));
    CHECK(at.facts(at.ann.id).size() == 1);
    part.personId = at.ben.id;
    part.fits = AlertFits::DoesNot;
    part.why = u"His come from a pharmacy"_s;
    need(at.services().records.add(part));
    CHECK(at.facts(at.ben.id).isEmpty());
    at.on(kToday.addDays(60)); // long after anybody was to ask whether it is still true
    CHECK(at.facts(at.ann.id).size() == 1);
    alert = need(at.services().records.one(alert.id));
    alert.value.endedOn = kToday.addDays(60);
    CHECK(at.services().records.amend(alert).error().violations == Violations{{u"ended_why"_s, Rule::ReasonNeeded, {}}});
    alert.value.endedWhy = u"The panel withdrew it"_s;
    need(at.services().records.amend(alert));
    CHECK(at.facts(at.ann.id).isEmpty());
}

TEST_CASE("Whoever was told is written down once, those whom it fits stand first")
{
    Batch at;
    const auto alert = need(at.services().records.add(at.alert()));
    const auto reach = [&] { return need(at.services().drugAlerts.reach(alert.id)); };
    REQUIRE(reach().here.size() == 2);
    CHECK(reach().here.first().person == at.ben.id);
    CHECK(reach().here.first().fits);
    CHECK_FALSE(reach().here.last().fits);
    CHECK(reach().told() == 0);
    const QDateTime first = at.hostel.clock.now();
    need(at.services().drugAlerts.tell(alert.id, {at.ben.id}));
    at.hostel.clock.set(first.addSecs(600));
    need(at.services().drugAlerts.tell(alert.id, {at.ben.id, at.ann.id}));
    CHECK(reach().told() == 2);
    const auto parts = need(at.services().records.of<DrugAlertPerson>("alert_id", alert.id));
    REQUIRE(parts.size() == 2);
    const auto ben = std::find_if(parts.cbegin(), parts.cend(), [&](const auto &part) { return part.value.personId == at.ben.id; });
    REQUIRE(ben != parts.cend());
    CHECK(ben->value.toldAt == first); // stays as it was
    CHECK(ben->value.toldById == at.services().records.session().staff());
}

TEST_CASE("Today tells of an alert until everybody here was told, then asks whether it is still true")
{
    Batch at;
    const auto alert = need(at.services().records.add(at.alert()));
    const QString untold = u"drug_alert_untold"_s;
    const QString stillTrue = u"drug_alert_still_true"_s;
    CHECK(lineOf(at.hostel, untold).places.value(u"told"_s) == u"0");
    CHECK(lineOf(at.hostel, untold).places.value(u"here"_s) == u"2");
    CHECK_FALSE(dueOn(at.hostel, kToday.addDays(-1)).contains(untold));
    need(at.services().drugAlerts.tell(alert.id, {at.ben.id}));
    CHECK(lineOf(at.hostel, untold).places.value(u"told"_s) == u"1");
    need(at.services().drugAlerts.tell(alert.id, {at.ann.id}));
    CHECK_FALSE(dueOn(at.hostel, kToday).contains(untold));
    checkEdges(at.hostel, stillTrue, kToday, {{27, false}, {28, true}, {90, true}}); // days 1 to 28 are the days that it holds
    Kept<DrugAlert> longer = need(at.services().records.one(alert.id));
    longer.value.untilOn = kToday.addDays(41);
    need(at.services().records.amend(longer));
    checkEdges(at.hostel, stillTrue, kToday, {{28, false}, {41, false}, {42, true}});
}

TEST_CASE("Whoever may not read what somebody uses is not told by an alert either")
{
    Batch at;
    const auto alert = need(at.services().records.add(at.alert()));
    signInAs(at.hostel, u"Rita Night"_s, Role::Relief);
    for (const AlertResident &one : need(at.services().drugAlerts.reach(alert.id)).here)
        CHECK_FALSE(one.fits);
    need(at.services().drugAlerts.tell(alert.id, {at.ben.id})); // telling somebody is anybody's on shift
    CHECK(need(at.services().drugAlerts.reach(alert.id)).told() == 1);
}

TEST_CASE("Days of an alert that contradict each other are refused beside their fields")
{
    Batch at;
    DrugAlert wrong = at.alert();
    wrong.untilOn = kToday.addDays(-1);
    CHECK(at.services().records.add(wrong).error().violations == Violations{{u"until_on"_s, Rule::EndsBeforeStart, {}}});
    DrugAlert silent;
    silent.fromOn = kToday;
    silent.untilOn = kToday;
    CHECK(at.services().records.add(silent).error().violations
        == Violations{{u"sold_as"_s, Rule::Required, {}}, {u"issuer"_s, Rule::Required, {}}});
    CHECK(need(at.services().records.all<DrugAlert>()).isEmpty());
}

} // namespace keywork::test::services_drug_alerts_test
