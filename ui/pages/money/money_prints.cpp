// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/money/money_prints.h"

#include "core/services/records/records.h"
#include "core/services/sharing/disclosures.h"
#include "ui/print/money_document.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString sayMoney(const char *marked) { return QCoreApplication::translate("money", marked); }

void previewForThem(Id<Person> person, const Result<print::Document> &document, const QString &title, const QString &file,
    const Services &services, const Navigator &navigator)
{
    const auto who = services.records.one(person);
    if (!document || !who)
        return navigator.refuse(document ? who.error() : document.error());
    navigator.preview({.document = *document,
        .title = title,
        .fileName = file + u'-' + who->value.number,
        .about = forThem(person, DisclosureKind::MoneyPaper, who->value.displayName(), {Category::Identity, Category::Money})});
}

} // namespace

void previewRentStatement(Id<Person> person, print::CopyKind kind, const Services &services, const Navigator &navigator)
{
    previewForThem(person, print::rentStatement(services, person, kind), sayMoney(QT_TRANSLATE_NOOP("money", "Service charge")),
        u"service-charge"_s, services, navigator);
}

void previewBudget(std::optional<Id<Person>> person, print::CopyKind kind, const Services &services, const Navigator &navigator)
{
    const auto sheet = print::budgetSheet(services, person, kind);
    const QString title = sayMoney(QT_TRANSLATE_NOOP("money", "Budget sheet"));
    if (person)
        return previewForThem(*person, sheet, title, u"budget"_s, services, navigator);
    if (!sheet)
        return navigator.refuse(sheet.error());
    navigator.preview({.document = *sheet, .title = title, .fileName = u"budget-sheet"_s});
}

} // namespace keywork
