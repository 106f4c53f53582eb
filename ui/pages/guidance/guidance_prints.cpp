// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/guidance/guidance_prints.h"

#include "core/domain/house.h"
#include "core/services/records/records.h"

using namespace Qt::StringLiterals;

namespace keywork {

void previewGuidance(const GuidanceEntry &entry, print::GuidancePaper paper, const Services &services, const Navigator &navigator)
{
    const auto houses = services.records.all<House>();
    const QString house = houses && !houses->isEmpty() ? houses->first().value.name : QString();
    print::Document document = print::guidanceDocument(entry, paper, house, services.records.today());
    if (entry.from == GuidanceFrom::Policy && paper == print::GuidancePaper::Page)
        document.add(print::policyReadersOnPaper(services, {entry.record}));
    navigator.preview({.document = document, .title = entry.page.title, .fileName = u"guidance-"_s + entry.page.key});
}

} // namespace keywork
