// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/move_on/leaver_print.h"

#include "core/services/records/records.h"
#include "core/services/sharing/agreements.h"
#include "core/services/sharing/disclosures.h"
#include "core/services/sharing/letters_out.h"
#include "ui/print/leaver_document.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString sayOfLeaver(const char *marked) { return QCoreApplication::translate("leaver", marked); }

} // namespace

void previewLeaverSummary(Id<Person> person, print::CopyKind kind, const Services &services, const Navigator &navigator)
{
    const auto paper = print::leaverSummary(services, person, {.kind = kind});
    const auto known = services.records.one(person);
    if (!paper || !known)
        return navigator.refuse(paper ? known.error() : paper.error());
    navigator.preview({.document = paper->document,
        .title = sayOfLeaver(QT_TRANSLATE_NOOP("leaver", "For your next home")),
        .fileName = u"next-home-"_s + known->value.number,
        .about = forThem(person, DisclosureKind::LeaverSummary, known->value.displayName(), paper->holds)});
}

void previewLeaverCopy(Id<Person> person, Id<Agency> agency, const Services &services, const Navigator &navigator)
{
    const auto scope = services.agreements.scope(person, agency, services.records.today());
    const auto known = services.records.one(person);
    if (!scope || !known)
        return navigator.refuse(scope ? known.error() : scope.error());
    const auto paper = print::leaverSummary(services, person, {.agreed = scope->categories});
    if (!paper)
        return navigator.refuse(paper.error());
    const auto about = aboutAgreedPaper(services, person, agency, DisclosureKind::LeaverSummary, paper->holds);
    if (!about)
        return navigator.refuse(about.error());
    navigator.preview({.document = paper->document,
        .title = sayOfLeaver(QT_TRANSLATE_NOOP("leaver", "For their next home, what is agreed with %1")).arg(about->recipient),
        .fileName = u"next-home-"_s + known->value.number,
        .about = *about,
        .mayStill = [services, person, agency, holds = paper->holds](Disclosure &) -> Done {
            const auto still = aboutAgreedPaper(services, person, agency, DisclosureKind::LeaverSummary, holds);
            return still ? Done() : Done(still.error());
        }});
}

QList<Kept<Agency>> agenciesAgreedWith(Id<Person> person, const Services &services)
{
    QList<Kept<Agency>> found;
    const auto said = services.records.of<SharingAgreement>("person_id", person);
    for (const Kept<SharingAgreement> &one : said ? *said : QList<Kept<SharingAgreement>>()) {
        const Id<Agency> agency = one.value.agencyId;
        const bool isListed = std::any_of(found.cbegin(), found.cend(), [agency](const Kept<Agency> &known) { return known.id == agency; });
        const auto scope = services.agreements.scope(person, agency, services.records.today());
        const auto kept = services.records.one(agency);
        if (!isListed && agency && scope && kept && scope->categories.contains(Category::Identity))
            found.append(*kept);
    }
    return found;
}

} // namespace keywork
