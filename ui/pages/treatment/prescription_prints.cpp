// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/treatment/prescription_prints.h"

#include "core/services/records/records.h"
#include "core/services/sharing/disclosures.h"
#include "ui/forms/password_again.h"
#include "ui/print/prescription_documents.h"
#include "ui/text/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString sayTreatmentPrint(const char *marked) { return QCoreApplication::translate("treatment", marked); }

void previewOfMany(const Result<print::HousePaperOfMany> &made, const QString &kind, const QString &title, const QString &file,
    const Services &services, const Navigator &navigator)
{
    const auto about = made ? services.disclosures.aboutList(kind, made->people) : Result<Disclosure>(made.error());
    if (!about)
        return navigator.refuse(about.error());
    navigator.preview({.document = made->document, .title = title, .fileName = file, .about = *about});
}

void withPasswordOnce(QWidget *above, const Services &services, const Navigator &navigator, std::function<void()> preview)
{
    withPassword(
        above, services, sayTreatmentPrint(QT_TRANSLATE_NOOP("treatment", "Print a list of residents")),
        [services] { return services.records.checkConfirmed(); },
        [navigator, preview](const Done &confirmed) {
            if (confirmed)
                preview();
            else
                navigator.refuse(confirmed.error());
        });
}

} // namespace

void previewTreatment(Id<Person> person, const Services &services, const Navigator &navigator)
{
    const auto who = services.records.one(person);
    const auto paper = print::treatmentPaper(services, person);
    if (who && !paper && paper.error().kind == ErrorKind::NotFound)
        return navigator.say(sayTreatmentPrint(QT_TRANSLATE_NOOP("treatment", "No prescription is on file yet.")));
    if (!who || !paper)
        return navigator.refuse(who ? paper.error() : who.error());
    navigator.preview({.document = *paper,
        .title = sayTreatmentPrint(QT_TRANSLATE_NOOP("treatment", "Prescriptions and collections")),
        .fileName = u"treatment-"_s + who->value.number,
        .about = forThem(person, DisclosureKind::RecordPrint, who->value.displayName(), {Category::Identity, Category::Treatment})});
}

bool mayPrintCollections(const Services &services) { return services.records.session().may(Act::Share, Category::Treatment); }

void previewCollections(QWidget *above, QDate day, const Services &services, const Navigator &navigator)
{
    withPasswordOnce(above, services, navigator, [day, services, navigator] {
        previewOfMany(print::collectionsPaper(services, day), u"collection"_s,
            sayTreatmentPrint(QT_TRANSLATE_NOOP("treatment", "Collections, %1")).arg(words::weekday(day, services.records.today())),
            u"collections-"_s + day.toString(Qt::ISODate), services, navigator);
    });
}

void previewRenewals(QWidget *above, const RenewalSheet &sheet, const Services &services, const Navigator &navigator)
{
    withPasswordOnce(above, services, navigator, [sheet, services, navigator] {
        previewOfMany(print::renewalPaper(services, sheet), u"prescription"_s,
            sayTreatmentPrint(QT_TRANSLATE_NOOP("treatment", "To be renewed: %1")).arg(sheet.name),
            u"renewals-"_s + services.records.today().toString(Qt::ISODate), services, navigator);
    });
}

} // namespace keywork
