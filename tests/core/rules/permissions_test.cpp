// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/permissions.h"
#include "tests/support/catch.h"

#include <cstring>
#include <iterator>

namespace keywork::test::permissions_test {

namespace {

/// One row: what a role may do, one letter a category in the order of the list: identity, housing, health, substance use,
/// treatment, blood-borne viruses, risk, offending, money, family, early life, care plan, house, team. Written by hand, not derived.
struct Permitted {
    Role role;
    const char *read;
    const char *record;
    const char *write;
    const char *share;
    const char *exports;
    const char *manage;
    const char *history;
    const char *historyOut;
};

constexpr const char *kAll = "++++++++++++++";
constexpr const char *kNoTeam = "+++++++++++++.";
constexpr const char *kNone = "..............";

const Permitted kMatrix[] = {
    //                       ihHsTbroMfechT
    {Role::Manager, kAll, kAll, kAll, kAll, kAll, kAll, kAll, kAll},
    {Role::Keyworker, kNoTeam, kNoTeam, kNoTeam, kNoTeam, kNoTeam, kNone, kNone, kNone},
    {Role::SupportWorker, "+++++.+....++.", "+++++.+..+.++.", "+++++.+....++.", "+++++.+....++.", kNone, kNone, kNone, kNone},
    {Role::Relief, "+++.+.+.....+.", "+++.+.+..+..+.", "++....+.......", kNone, kNone, kNone, kNone, kNone},
    {Role::Volunteer, "++..........+.", "......+.....+.", kNone, kNone, kNone, kNone, kNone, kNone},
    {Role::PeerSupporter, "++..........+.", "......+.....+.", kNone, kNone, kNone, kNone, kNone, kNone},
    {Role::Auditor, kNone, "+.............", kNone, kNone, kNone, kNone, kAll, kAll},
};

} // namespace

TEST_CASE("Each role may do with each category what the matrix says, cell by cell, and nothing else")
{
    REQUIRE(std::size(kMatrix) == allOf<Role>().size());
    int cells = 0;
    for (const Permitted &row : kMatrix) {
        const std::pair<Act, const char *> acts[] = {{Act::Read, row.read}, {Act::Record, row.record}, {Act::Write, row.write},
            {Act::Share, row.share}, {Act::Export, row.exports}, {Act::Manage, row.manage}, {Act::ReadHistory, row.history},
            {Act::ExportHistory, row.historyOut}};
        for (const auto &[act, wanted] : acts) {
            REQUIRE(std::strlen(wanted) == allOf<Category>().size());
            for (const Category category : allOf<Category>()) {
                INFO(codeOf(row.role) << ", act " << int(act) << ", " << codeOf(category));
                CHECK(may(row.role, act, category) == (wanted[size_t(category)] == '+'));
                ++cells;
            }
        }
    }
    CHECK(cells == 7 * 8 * 14);
}

} // namespace keywork::test::permissions_test
