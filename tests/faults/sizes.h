// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/campaign.h"

namespace keywork::test {

inline constexpr Size kKills{25, 10'000};
inline constexpr Size kIoPoints{150, 25'000};
inline constexpr Size kSqliteAllocations{100, 50'000};
inline constexpr Size kVaultAllocations{60, 10'000};
inline constexpr Size kPowerImages{60, 100'000};
inline constexpr Size kFullDisks{25, 500};
inline constexpr Size kDamages{120, 20'000};
inline constexpr Size kRaces{15, 1'000};
inline constexpr Size kInstants{12, 2'000};
inline constexpr Size kMigrationPoints{60, 3'000};
inline constexpr Size kPutBack{100, 10'000};

} // namespace keywork::test
