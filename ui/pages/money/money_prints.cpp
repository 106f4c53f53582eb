// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/money/money_prints.h"

#include "ui/pages/persons_paper.h"
#include "ui/print/money_document.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString sayMoney(const char *marked) { return QCoreApplication::translate("money", marked); }

void previewForThem(Id<Person> person, const Result<print::Document> &document, const QString &title, const QString &file,
    const Services &services, const Navigator &navigator)
{
    previewPersonsPaper(person, document,
        {.title = title, .file = file, .holds = {Category::Identity, Category::Money}, .kind = DisclosureKind::MoneyPaper}, services,
        navigator);
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
