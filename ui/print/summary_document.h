// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/services/records/people.h"
#include "core/services/services.h"
#include "ui/print/document.h"

#include <set>

namespace keywork::print {

/// One fact, with what it is: "Allergies" – "Penicillin".
struct SummaryLine {
    QString label;
    QString value;
    bool isWhole = false; ///< never shortened, however little room there is: what a life may hang on
};

/// What the parts are made from.
struct SummarySource {
    const Services &services;
    const ResidentLine &line;
    Id<Person> person;
    QDate today;
    std::set<Category> *tells = nullptr; ///< what records on the page tell of besides their own category: for the ledger

    bool mayRead(Category category) const;
    /// Of a record that tells of a further category: only whoever may read that one, too. What it tells of is noted.
    bool mayTell(const Row &row) const;
    bool mayTell(Category further) const;
};

enum class SummaryCopy { Full, Discreet };

/// A section of the summary. A new one is a function and a line in summary_parts.cpp.
struct SummaryPart {
    Category category; ///< who may not read it does not print it, which the page says
    const char *title; ///< marked for translation ("print")
    bool isOnDiscreet = false; ///< also on a page that may be lost (domain.md, "Care plan")
    bool saysNothing = false; ///< without a line it says that nothing is on record; else it is left out
    Result<QList<SummaryLine>> (*lines)(const SummarySource &source, SummaryCopy copy);
};
const QList<SummaryPart> &summaryParts();

struct ResidentSummary {
    Document document;
    std::set<Category> holds; ///< for the ledger: what is really on it
};
/// Everything about a resident that helps on one page (product.md, A17), as the records say it now. NotPermitted for whoever may
/// not share.
Result<ResidentSummary> residentSummary(const Services &services, Id<Person> person, SummaryCopy copy);

} // namespace keywork::print
