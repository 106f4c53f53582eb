// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/incidents/incident_prints.h"

#include "core/services/services.h"
#include "core/services/sharing/disclosures.h"
#include "ui/pages/record_print.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
QString sayOfIncidents(const char *text) { return QCoreApplication::translate("incidents", text); }
} // namespace

void previewIncident(Id<Incident> incident, print::IncidentNames names, const Services &services, const Navigator &navigator)
{
    const auto report = print::incidentReport(services, incident, names);
    if (!report)
        return navigator.refuse(report.error());
    const auto about = services.disclosures.aboutPaper(DisclosureKind::RecordPrint, u"incident"_s, report->people, report->holds);
    if (!about)
        return navigator.refuse(about.error());
    navigator.preview(
        {.document = report->document, .title = report->document.title, .fileName = report->number.toLower(), .about = *about});
}

void addIncidentPrints(Id<Incident> incident, QVBoxLayout *below, const Services &services, const Navigator &navigator)
{
    if (!mayTakeAlong(services))
        return;
    auto *line = wrappingLine(8);
    const auto add = [&](const char *text, const QString &name, print::IncidentNames names) {
        auto *print = button(sayOfIncidents(text), "link");
        print->setObjectName(name);
        QObject::connect(
            print, &QPushButton::clicked, print, [=] { previewIncident(incident, names, services, navigator); }, Qt::QueuedConnection);
        line->addWidget(print);
    };
    add(QT_TRANSLATE_NOOP("incidents", "Print the report"), u"printIncident"_s, print::IncidentNames::With);
    add(QT_TRANSLATE_NOOP("incidents", "Print it without names"), u"printIncidentPlain"_s, print::IncidentNames::Without);
    below->addLayout(line);
}

} // namespace keywork
