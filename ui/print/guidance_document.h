// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/policy.h"
#include "ui/print/document.h"
#include "ui/text/guidance_entries.h"

namespace keywork::print {

/// How guidance goes on paper: A4 to read, one A4 page in the largest type that holds it, A5 to take away.
enum class GuidancePaper { Page, Poster, Leaflet };

/// A page of guidance or a policy on paper, with where it comes from and its dates. It holds nobody's data. What has no room on
/// a poster in type that is read from afar is left out from its end, section by section, and the poster says so.
Document guidanceDocument(const GuidanceEntry &entry, GuidancePaper paper, const QString &house, QDate printedOn);

/// Below a policy on paper: who of the team has read this version and when, and a line to sign for everybody else.
QList<BlockPtr> policyReadersOnPaper(const Services &services, Id<Policy> version);

} // namespace keywork::print
