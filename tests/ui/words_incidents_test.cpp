// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_incidents.h"

#include "core/services/records/records.h"
#include "tests/support/services.h"

namespace keywork::test::words_incidents_test {

TEST_CASE("The numbers above the incidents say one thing as one, and nothing as nothing")
{
    CHECK(words::incidentNumbers({0, 0, 0, 0}) == u"nothing waits for review · 0 this month, 0 near misses");
    CHECK(words::incidentNumbers({2, 4, 9, 1}) == u"2 waiting for review · 9 this month, 1 near miss");
    CHECK(words::incidentNumbers({1, 0, 12, 7}) == u"1 waiting for review · 12 this month, 7 near misses");
    CHECK(words::hoursLong(0) == u"0 hours");
    CHECK(words::hoursLong(1) == u"1 hour");
    CHECK(words::hoursLong(71) == u"71 hours");
    CHECK(words::hoursLong(72) == u"3 days");
    CHECK(words::stillToSay({}).isEmpty());
    CHECK(words::stillToSay({IncidentGap::Place, IncidentGap::People}) == u"Still to be said: where it was, who was in it");
    CHECK(words::foundWaits(FoundWaits::Nothing).isEmpty());
}

TEST_CASE("What was done after an incident reads as it was said: the service with its times, the item with its seal, the talk")
{
    TestHostel hostel;
    const auto ben = aPerson().called(u"Ben"_s, u"Barker"_s).arrived(QDate(2026, 8, 3)).in(hostel);
    Records &records = hostel.services().records;
    Incident incident;
    incident.kind = {u"found"_s};
    incident.happenedAt = kNow.addSecs(-7200);
    incident.whatHappened = u"A bag behind the bins"_s;
    const auto kept = need(records.add(incident));
    need(records.add(IncidentPerson{.incidentId = kept.id, .personId = ben.id, .role = {u"witness"_s}, .debrief = Debrief::Held}));
    ServiceCalled police{.incidentId = kept.id, .service = {u"police_101"_s}, .calledAt = kNow.addSecs(-3600), .reference = u"CAD 12"_s};
    police.answer = ServiceAnswer::Declined;
    police.declinedBy = u"PC Lake"_s;
    police.whatThen = u"Kept in the safe"_s;
    need(records.add(police));
    FoundItem item{.incidentId = kept.id, .what = {u"tablets"_s}, .foundAt = incident.happenedAt, .bagNumber = u"B 1"_s};
    item.firstId = records.session().staff();
    need(records.add(item));
    const WholeIncident whole = need(hostel.services().incidents.whole(kept.id));
    CHECK(words::whoWasInIncident(whole, hostel.services()) == QStringList{u"Ben Barker (saw or heard it)"_s});
    CHECK(words::whatElseOfIncident(whole, hostel.services())
        == QStringList{u"Police (101), 08:42, reference CAD 12, Did not come: they declined, PC Lake, Kept in the safe"_s,
            u"F-0001: Tablets or capsules, bag B 1, waits for the second name, and is not handed over or destroyed yet"_s,
            u"Talking about it, Ben Barker: held"_s});
}

} // namespace keywork::test::words_incidents_test
