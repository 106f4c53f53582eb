// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sharing/missing_sheet.h"

#include "core/domain/agency.h"
#include "core/services/records/records.h"
#include "core/services/sharing/disclosures.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Nothing of drugs or health, beyond what of immediate risk was chosen (product.md, "Police").
std::set<Category> sheetTells(const MissingSheetWish &wish)
{
    std::set<Category> told{Category::Identity, Category::Housing};
    if (!wish.immediateRisk.trimmed().isEmpty())
        told.insert(Category::Risk);
    if (wish.tellsHealth)
        told.insert(Category::Health);
    return told;
}

LawfulReason reasonOfSheet(const MissingSheetWish &wish)
{
    LawfulReason reason = wish.reason;
    reason.personId = wish.personId;
    reason.sections = codesOf(sheetTells(wish));
    return reason;
}

} // namespace

Result<Disclosure> aboutMissingSheet(const Records &records, const MissingSheetWish &wish)
{
    if (!records.mayRead(recordType<MissingEpisode>()) || !records.mayAdd(recordType<LawfulReason>()))
        return Error{ErrorKind::NotPermitted, u"missing_episode"_s, {}};
    if (Done open = records.checkOpen(wish.personId.value); !open)
        return open.error();
    const LawfulReason reason = reasonOfSheet(wish);
    const Violations violations = records.check(toRow(reason));
    if (!violations.isEmpty())
        return invalid(violations);
    const auto agency = records.one(reason.agencyId);
    if (!agency)
        return agency.error();
    Disclosure about;
    about.personId = wish.personId;
    about.kind = DisclosureKind::MissingPersonSheet;
    about.recipient = agency->value.name;
    about.agencyId = reason.agencyId;
    about.basis = DisclosureBasis::Lawful;
    about.sections = reason.sections;
    about.reason = reason.because + u'\n' + QCoreApplication::translate("record", optionOf(wish.photo).label);
    return about;
}

Done keepMissingReason(Records &records, const MissingSheetWish &wish, Disclosure &about)
{
    const auto kept = records.add(reasonOfSheet(wish));
    if (!kept)
        return kept.error();
    about.lawfulId = kept->id;
    return {};
}

} // namespace keywork
