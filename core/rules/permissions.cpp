// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/permissions.h"

#include <algorithm>
#include <initializer_list>

namespace keywork {

namespace {

struct Grant {
    Role role;
    Act act;
    std::initializer_list<Category> categories;
};

constexpr auto kEverything = {Category::Identity, Category::Housing, Category::Health, Category::SubstanceUse, Category::Treatment,
    Category::BloodBorneViruses, Category::Risk, Category::Offending, Category::Money, Category::Family, Category::EarlyLife,
    Category::CarePlan, Category::House, Category::Team};
constexpr auto kResidentsAndHouse
    = {Category::Identity, Category::Housing, Category::Health, Category::SubstanceUse, Category::Treatment, Category::BloodBorneViruses,
        Category::Risk, Category::Offending, Category::Money, Category::Family, Category::EarlyLife, Category::CarePlan, Category::House};
// A shift has to keep people safe; court, money and family matters are the keyworker's.
constexpr auto kShift = {Category::Identity, Category::Housing, Category::Health, Category::SubstanceUse, Category::Treatment,
    Category::Risk, Category::CarePlan, Category::House};
constexpr auto kRelief = {Category::Identity, Category::Housing, Category::Health, Category::Treatment, Category::Risk, Category::House};
// What may be added at night by whoever is there, to be looked at by others in the morning (additions.md, "Rights at night").
constexpr auto kSeenAtNight
    = {Category::Identity, Category::Housing, Category::Health, Category::Treatment, Category::Risk, Category::House};
// Whom to ring tonight: written down by whoever hears it, read by the keyworker.
constexpr auto kHeardAtNight = {Category::Family};
constexpr auto kDoor = {Category::Identity, Category::Housing, Category::House};

const Grant kGrants[] = {
    {Role::Manager, Act::Read, kEverything}, {Role::Manager, Act::Write, kEverything}, {Role::Manager, Act::Share, kEverything},
    {Role::Manager, Act::Export, kEverything}, {Role::Manager, Act::Manage, kEverything}, {Role::Manager, Act::ReadHistory, kEverything},
    {Role::Manager, Act::ExportHistory, kEverything}, {Role::Keyworker, Act::Read, kResidentsAndHouse},
    {Role::Keyworker, Act::Write, kResidentsAndHouse}, {Role::Keyworker, Act::Share, kResidentsAndHouse},
    {Role::Keyworker, Act::Export, kResidentsAndHouse}, {Role::SupportWorker, Act::Read, kShift}, {Role::SupportWorker, Act::Write, kShift},
    // At night nobody else is there when a life depends on it; what was not agreed a manager looks at within a day.
    {Role::SupportWorker, Act::Share, kShift}, {Role::SupportWorker, Act::Record, kHeardAtNight}, {Role::Relief, Act::Read, kRelief},
    {Role::Relief, Act::Write, {Category::Identity, Category::Housing, Category::Risk}}, {Role::Relief, Act::Record, kSeenAtNight},
    {Role::Relief, Act::Record, kHeardAtNight}, {Role::Volunteer, Act::Read, kDoor},
    {Role::Volunteer, Act::Record, {Category::Risk, Category::House}}, {Role::PeerSupporter, Act::Read, kDoor},
    {Role::PeerSupporter, Act::Record, {Category::Risk, Category::House}}, {Role::Auditor, Act::ReadHistory, kEverything},
    {Role::Auditor, Act::ExportHistory, kEverything}, {Role::Auditor, Act::Record, {Category::Identity}}, // what left, in the ledger
};

} // namespace

bool may(Role role, Act act, Category category)
{
    return std::any_of(std::begin(kGrants), std::end(kGrants), [&](const Grant &grant) {
        const bool includes = grant.act == act || (act == Act::Record && grant.act == Act::Write);
        return grant.role == role && includes
            && std::find(grant.categories.begin(), grant.categories.end(), category) != grant.categories.end();
    });
}

} // namespace keywork
