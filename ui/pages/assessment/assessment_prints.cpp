// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assessment/assessment_prints.h"

#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/disclosures.h"
#include "ui/widgets/parts.h"

#include <QCoreApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
QString sayOfAssessments(const char *marked) { return QCoreApplication::translate("assessment", marked); }
} // namespace

void previewAssessment(
    Id<Assessment> id, print::CopyKind kind, print::EarlyLife early, const Services &services, const Navigator &navigator)
{
    const auto filled = services.assessments.read(id);
    if (!filled)
        return navigator.refuse(filled.error());
    const auto document = print::assessmentDocument(services, *filled, kind, early);
    if (!document)
        return navigator.refuse(document.error());
    const Assessment &assessment = filled->assessment.value;
    const auto person = services.records.one(assessment.personId);
    if (!person)
        return navigator.refuse(person.error());
    std::set<Category> on = print::categoriesOn(*filled, services.records.session(), kind, early);
    on.insert(Category::Identity); // whose it is
    navigator.preview({.document = *document,
        .title = filled->formTitle,
        .fileName = u"assessment-"_s + assessment.number,
        .about = forThem(assessment.personId, DisclosureKind::AssessmentPrint, person->value.displayName(), on)});
}

void previewEmptyForm(const Form &form, print::CopyKind kind, const Services &services, const Navigator &navigator)
{
    const auto document = print::emptyForm(services, form, kind);
    if (!document)
        return navigator.refuse(document.error());
    navigator.preview({.document = *document, .title = form.title, .fileName = QString(form.id).replace(u'_', u'-')});
}

QPushButton *assessmentPrintButton(Id<Assessment> id, const Services &services, const Navigator &navigator)
{
    auto *print = button(sayOfAssessments(QT_TRANSLATE_NOOP("assessment", "Print")) + u"    "_s); // room for the arrow
    print->setObjectName(u"printAssessment"_s);
    auto *menu = new QMenu(print);
    const auto add = [&](const QString &title, print::CopyKind kind, print::EarlyLife early) {
        menu->addAction(title, print, [=] { previewAssessment(id, kind, early, services, navigator); });
    };
    add(sayOfAssessments(QT_TRANSLATE_NOOP("assessment", "Filled in")), print::CopyKind::Full, print::EarlyLife::LeftOut);
    add(sayOfAssessments(QT_TRANSLATE_NOOP("assessment", "Filled in, large print")), print::CopyKind::LargePrint,
        print::EarlyLife::LeftOut);
    add(sayOfAssessments(QT_TRANSLATE_NOOP("assessment", "Filled in, discreet copy")), print::CopyKind::Discreet,
        print::EarlyLife::LeftOut);
    if (services.records.session().may(Act::Read, Category::EarlyLife))
        add(sayOfAssessments(QT_TRANSLATE_NOOP("assessment", "Filled in, with early life")), print::CopyKind::Full,
            print::EarlyLife::Included);
    print->setMenu(menu);
    return print;
}

} // namespace keywork
