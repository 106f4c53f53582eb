// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/person.h"
#include "core/rules/pseudonyms.h"
#include "core/services/services.h"

#include <set>

namespace keywork::print {

/// A record with how far below the incident it stands.
struct ReportRow {
    KeptRow row;
    int depth = 0;
};

/// Whatever was kept because of the record: other kinds that refer to it, and the lines of those, as far as it is not there yet.
Done addReferring(const Services &services, const KeptRow &head, int depth, QList<ReportRow> &rows);
/// Who stands in the rows gets a letter in their order; who else lives here or works here is taken out of the texts.
Done standIns(const Services &services, const QList<ReportRow> &rows, Pseudonyms &who);
/// The steps of an overdose among them, in the order in which they happened.
QList<KeptRow> stepsIn(const QList<ReportRow> &rows);
std::set<Category> categoriesIn(const QList<ReportRow> &rows);
/// Everybody of the residents who is named in them, by number.
Result<QList<Id<Person>>> peopleNamed(const Services &services, const QList<ReportRow> &rows);

} // namespace keywork::print
