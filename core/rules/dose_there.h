// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/court.h"
#include "core/domain/health.h"
#include "core/rules/overdose_facts.h"

namespace keywork {

/// Whether a dose was given there. "None due" means that they were there without any: who uses opioids lost tolerance all the same.
DoseThere doseThere(const HospitalStay &stay);
DoseThere doseThere(const CustodySpell &spell);

} // namespace keywork
