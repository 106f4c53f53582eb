// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/kinds.h"
#include "core/services/records/records.h"
#include "ui/pages/act_now/act_now_card_print.h"
#include "ui/pages/printing/preview_page.h"
#include "ui/pages/resident/additions.h"
#include "ui/pages/resident/resident_prints.h"
#include "ui/shell/navigation_bar.h"
#include "ui/shell/places.h"
#include "ui/shell/workspace.h"

#include <QPrinter>
#include <QPrinterInfo>

using namespace Qt::StringLiterals;

namespace keywork {

void Workspace::showRunning(qsizetype count) { m_navigation->showRunning(count); }

std::optional<QString> Workspace::printEmergencySheet(Id<Person> person)
{
    const QPrinterInfo own = QPrinterInfo::defaultPrinter();
    if (own.isNull()) {
        previewEmergencySheet(person, m_services, m_navigator);
        return {};
    }
    QString said = tr("The sheet could not be printed. Put this aside with Esc and print it from their page.");
    Navigator told = m_navigator;
    told.header = [&said](const QString &sentence, bool) { said = sentence; };
    Navigator printing = told;
    printing.preview = [&](const Printout &printout) {
        PreviewPage page(printout, m_services, told);
        QPrinter printer(own);
        page.printOn(printer);
    };
    previewEmergencySheet(person, m_services, printing);
    return said;
}

void Workspace::previewActNowCard(const HouseCard &house) { keywork::previewActNowCard(house, m_services, m_navigator); }

bool Workspace::startChecks(Id<Person> person, const QVariantMap &start)
{
    const QString kind = u"check_series"_s;
    const RecordType *type = kindOf(kind);
    if (!type || !m_services.records.mayAdd(*type))
        return false;
    auto where = person           ? formFor(*type, standingFor(person), m_services)
        : placeNamed(u"checks"_s) ? std::optional(Visit{.place = u"checks"_s, .record = {kind, 0}})
                                  : std::nullopt;
    if (!where)
        return false;
    where->record.start = start;
    visit(*where);
    return true;
}

} // namespace keywork
