// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/attention.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/storage/database.h"
#include "tests/core/services/watch/watching.h"

#include <sqlite3.h>

using namespace keywork;
using namespace keywork::test;

namespace {

int statementsOfToday(TestHostel &hostel)
{
    int statements = 0;
    sqlite3 *handle = hostel.services().records.database().handle();
    const auto count = [](unsigned, void *counter, void *, void *) {
        ++*static_cast<int *>(counter);
        return 0;
    };
    sqlite3_trace_v2(handle, SQLITE_TRACE_STMT, count, &statements);
    need(hostel.services().attention.today());
    sqlite3_trace_v2(handle, 0, nullptr, nullptr);
    return statements;
}

/// People who each give a line of almost every rule, some of whom left.
void fill(TestHostel &hostel, Id<Agency> agency, int from, int until)
{
    Services &services = hostel.services();
    need(services.records.together([&]() -> Done {
        for (int i = from; i < until; ++i) {
            const auto ben = aPerson().called(u"Ben"_s, QString::number(i)).arrived(QDate(2026, 8, 3)).in(hostel);
            auto given = agreement(ben.id, agency);
            given.untilOn = kToday.addDays(i % 20 - 5);
            need(services.records.add(given));
            need(services.records.add(
                Referral{{}, ben.id, agency, u"wants help"_s, u"identity"_s, ReferralState::Sent, QDate(2026, 8, 10), QDate(2026, 9, 1)}));
            need(services.records.add(
                LawfulReason{.personId = ben.id, .agencyId = agency, .because = u"at risk"_s, .sections = u"identity"_s}));
            if (i % 4 == 0) {
                auto stay = *need(services.people.line(ben.id)).stay;
                stay.value.leftOn = kToday;
                stay.value.destination = {u"friends"_s};
                need(services.people.saveStay(stay, stay.value));
            }
            if (i % 5 == 0)
                need(services.records.add(WatchSnooze{u"no_keyworker"_s, u"person"_s, ben.id.value, ben.id, kToday.addDays(5), u"x"_s}));
        }
        return {};
    }));
}

} // namespace

TEST_CASE("Today asks as often for 40 people as for 400")
{
    TestHostel hostel;
    const auto agency = anAgency(hostel);
    fill(hostel, agency.id, 0, 40);
    const qsizetype few = need(hostel.services().attention.today()).size();
    const int statements = statementsOfToday(hostel);
    CHECK(statements <= int(watchRules().size()) + 18);
    fill(hostel, agency.id, 40, 400);
    CHECK(need(hostel.services().attention.today()).size() > 9 * few);
    CHECK(statementsOfToday(hostel) == statements);
}
