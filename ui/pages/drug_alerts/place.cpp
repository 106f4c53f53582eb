// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/drug_alerts/place.h"

#include "core/services/care/drug_alerts.h"
#include "core/services/care/substances.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/forms/generic_editor.h"
#include "ui/pages/drug_alerts/alert_told_part.h"
#include "ui/pages/house/records_page.h"

#include <QCoreApplication>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Days 1 to 28 are the days that it holds.
GenericEditing freshAlert(const Services &services, const Navigator &navigator)
{
    if (services.records.mayAdd(recordType<Substance>())) // what it is sold as is chosen from the catalogue
        if (Done taken = services.substances.takeInShipped(); !taken)
            navigator.refuse(taken.error());
    GenericEditing editing{.start = emptyRow(recordType<DrugAlert>()), .title = QCoreApplication::translate("places", "New drug alert")};
    const QDate today = services.records.today();
    editing.start.set(u"from_on"_s, today.toString(Qt::ISODate));
    editing.start.set(u"until_on"_s, today.addDays(kAlertHoldsDays - 1).toString(Qt::ISODate));
    return editing;
}

QWidget *makeDrugAlerts(const PlaceContext &here)
{
    auto *page = new KindsPage(Place::DrugAlerts, QCoreApplication::translate("places", "Drug alerts"), {}, here.services, here.navigator);
    if (RecordsPage *list = page->page(QString::fromLatin1(recordType<DrugAlert>().table)))
        list->beginNewWith(QCoreApplication::translate("record", recordType<DrugAlert>().newOne),
            [services = here.services, navigator = here.navigator] { return freshAlert(services, navigator); });
    QObject::connect(
        page, &KindsPage::opened, page, [services = here.services, navigator = here.navigator](const KeptRow &row, QVBoxLayout *below) {
            if (row.row.type == &recordType<DrugAlert>())
                below->addWidget(new AlertToldPart({row.id}, services, navigator));
        });
    return page;
}

std::optional<Visit> whereIsAlert(const KeptRow &kept) { return whereListed("drug-alerts", Place::DrugAlerts, kept); }

/// The latest that holds.
void printAlert(const PlaceContext &here)
{
    const auto alerts = here.services.drugAlerts.inForce();
    if (!alerts)
        return here.navigator.refuse(alerts.error());
    if (alerts->isEmpty())
        return here.navigator.refuse(QCoreApplication::translate("places", "No drug alert holds now."));
    previewAlertNotice(alerts->last().id, true, here.services, here.navigator);
}

bool mayReadAlerts(const Services &services) { return mayReadAnyOf(Place::DrugAlerts, services); }

void beginAlert(const PlaceContext &here) { here.navigator.visit({.place = u"drug-alerts"_s, .record = {u"drug_alert"_s, 0}}); }

bool mayAddAlert(const Services &services) { return services.records.mayAdd(recordType<DrugAlert>()); }

} // namespace

/// Not in the navigation: Today's lines, the incidents and the key for it lead here.
PlaceInfo drugAlertsPlace()
{
    return {.id = "drug-alerts",
        .title = QT_TRANSLATE_NOOP("places", "Drug alerts"),
        .foundAs = QT_TRANSLATE_NOOP("places", "Drug alerts: contaminated or stronger batches"),
        .under = "incidents",
        .mayOpen = mayReadAlerts,
        .make = makeDrugAlerts,
        .whereIs = whereIsAlert,
        .actions = {{QT_TRANSLATE_NOOP("places", "New drug alert"), beginAlert, mayAddAlert},
            {QT_TRANSLATE_NOOP("places", "Print the drug alert"), printAlert, mayReadAlerts}}};
}

} // namespace keywork
