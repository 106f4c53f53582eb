// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/intake/intake_prints.h"

#include "core/services/records/records.h"
#include "core/services/sharing/disclosures.h"
#include "ui/print/intake_documents.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
QString sayOfIntake(const char *marked) { return QCoreApplication::translate("intake", marked); }
} // namespace

void previewDecision(Id<ReferralIn> referral, const Services &services, const Navigator &navigator)
{
    const auto known = services.records.one(referral);
    if (!known)
        return navigator.refuse(known.error());
    const auto letter = print::decisionLetter(services, *known);
    if (!letter)
        return navigator.refuse(letter.error());
    navigator.preview({.document = *letter,
        .title = sayOfIntake(QT_TRANSLATE_NOOP("intake", "Letter with the decision")),
        .fileName = u"decision-"_s + known->value.number,
        .about = forThem(known->value.personId, DisclosureKind::DecisionLetter, known->value.personName, {Category::Housing})});
}

void previewBlankReferral(const Services &services, const Navigator &navigator)
{
    const auto form = print::blankReferralForm(services);
    if (!form)
        return navigator.refuse(form.error());
    navigator.preview({.document = *form,
        .title = sayOfIntake(QT_TRANSLATE_NOOP("intake", "Referral form for partners")),
        .fileName = u"referral-form"_s});
}

void previewArrivalSheet(Id<Person> person, const Services &services, const Navigator &navigator)
{
    const auto sheet = print::arrivalSheet(services, person);
    if (!sheet)
        return navigator.refuse(sheet.error());
    const auto kept = services.records.one(person);
    Disclosure about = forThem(person, DisclosureKind::ArrivalSheet, sayOfIntake(QT_TRANSLATE_NOOP("intake", "the shift")),
        {Category::Identity, Category::Housing, Category::Risk});
    about.basis = DisclosureBasis::HouseWork;
    navigator.preview({.document = *sheet,
        .title = sayOfIntake(QT_TRANSLATE_NOOP("intake", "New in the house")),
        .fileName = u"arrival-"_s + (kept ? kept->value.number : QString()),
        .about = about});
}

void previewRightToRegister(const Services &services, const Navigator &navigator)
{
    const auto page = print::rightToRegister(services);
    if (!page)
        return navigator.refuse(page.error());
    navigator.preview(
        {.document = *page, .title = sayOfIntake(QT_TRANSLATE_NOOP("intake", "Right to register")), .fileName = u"right-to-register"_s});
}

} // namespace keywork
