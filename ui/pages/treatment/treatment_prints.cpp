// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/treatment/treatment_prints.h"

#include "core/services/records/records.h"
#include "core/services/sharing/disclosures.h"
#include "ui/print/treatment_documents.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString sayOfTreatment(const char *marked) { return QCoreApplication::translate("treatment", marked); }

void previewTheirs(Id<Person> person, const Result<print::Document> &paper, const QString &title, const char *whenNone,
    const Services &services, const Navigator &navigator)
{
    const auto known = services.records.one(person);
    if (known && !paper && paper.error().kind == ErrorKind::NotFound && whenNone)
        return navigator.say(sayOfTreatment(whenNone));
    if (!known || !paper)
        return navigator.refuse(known ? paper.error() : known.error());
    navigator.preview({.document = *paper,
        .title = title,
        .fileName = u"treatment-"_s + known->value.number,
        .about = forThem(person, DisclosureKind::RecordPrint, known->value.displayName(), {Category::Identity, Category::Treatment})});
}

} // namespace

void previewTreatmentAgreement(Id<Person> person, const Services &services, const Navigator &navigator)
{
    previewTheirs(person, print::treatmentAgreementPaper(services, person),
        sayOfTreatment(QT_TRANSLATE_NOOP("treatment", "Who may be told about treatment")),
        QT_TRANSLATE_NOOP("treatment", "Nobody has said yet who may be told: write it down with them first."), services, navigator);
}

void previewFirstAppointment(Id<Person> person, const Services &services, const Navigator &navigator)
{
    previewTheirs(person, print::firstAppointmentPaper(services, person),
        sayOfTreatment(QT_TRANSLATE_NOOP("treatment", "A first appointment: what to expect")), nullptr, services, navigator);
}

void previewAftercarePlan(Id<Person> person, const Services &services, const Navigator &navigator)
{
    previewTheirs(person, print::aftercarePaper(services, person), sayOfTreatment(QT_TRANSLATE_NOOP("treatment", "Aftercare plan")),
        QT_TRANSLATE_NOOP("treatment", "No aftercare plan is on record yet: make it with them first."), services, navigator);
}

} // namespace keywork
