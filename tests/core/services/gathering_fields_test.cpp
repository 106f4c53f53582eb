// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/appointment.h"
#include "tests/support/full_referral.h"

using namespace keywork;
using namespace keywork::test;

TEST_CASE("An appointment leaves with treatment: when, how long, with whom, what for and how it went; who goes along stays here")
{
    FullReferral full;
    const SharedSection *treatment = full.prepared.facts.section(Category::Treatment);
    REQUIRE(treatment);
    const auto found = std::find_if(treatment->records.cbegin(), treatment->records.cend(),
        [](const SharedRecord &record) { return record.type == &recordType<Appointment>(); });
    REQUIRE(found != treatment->records.cend());
    CHECK(found->text("starts_at") == u"2026-09-10 10:30");
    CHECK(found->text("minutes") == u"45");
    CHECK(found->text("agency_id") == full.agency.value.name);
    CHECK(found->text("purpose") == u"First appointment & plan");
    CHECK(found->text("outcome") == u"Kept, came late");
    for (const char *inHouse : {"place", "goes_along_id", "goes_along_other", "outcome_note", "follow_up", "series"}) {
        INFO(inHouse);
        CHECK(found->text(inHouse).isEmpty());
    }
}
