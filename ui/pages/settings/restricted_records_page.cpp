// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/restricted_records_page.h"

#include "core/services/keeping/restrictions.h"
#include "core/services/services.h"
#include "ui/pages/settings/settings_title.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

using namespace Qt::StringLiterals;

namespace keywork {

RestrictedRecordsPage::RestrictedRecordsPage(const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->setSpacing(14);
    layout->addWidget(settingsTitle(u"restricted"_s, navigator));
    m_list = new Card(tr("Records that only some may open"));
    layout->addWidget(m_list);
    layout->addStretch();
    reload();
}

void RestrictedRecordsPage::reload()
{
    m_list->clear();
    m_list->body()->addWidget(
        label(tr("Everybody sees name and room; whoever else has to open such a record says why, and a manager is told "
                 "on Today. A restriction is set and ended in the resident’s record, under “Stays, contacts, alerts”."),
            "soft", true));
    const auto standing = m_services.restrictions.standing();
    if (!standing) {
        m_list->body()->addWidget(label(words::error(standing.error()), "problem", true));
        return;
    }
    if (standing->isEmpty())
        m_list->body()->addWidget(label(tr("No record is restricted now."), "", true));
    for (const StandingRestriction &one : *standing)
        addLine(one);
}

void RestrictedRecordsPage::addLine(const StandingRestriction &standing)
{
    const Restriction &restriction = standing.restriction.value;
    auto *line = lineOrFlow(10);
    line->addWidget(label(standing.resident, "strong"));
    line->addWidget(label(restriction.untilOn ? tr("%1 until %2").arg(words::date(restriction.fromOn), words::date(*restriction.untilOn))
                                              : tr("since %1").arg(words::date(restriction.fromOn)),
        "soft"));
    pushRight(line);
    auto *open = button(tr("Open the record"));
    open->setAccessibleName(tr("Open the record of %1").arg(standing.resident));
    connect(open, &QPushButton::clicked, this, [this, person = restriction.personId] { m_navigator.openResident(person); });
    line->addWidget(open);
    m_list->body()->addLayout(line);
    m_list->body()->addWidget(label(restriction.why, "", true));
    m_list->body()->addWidget(label(
        standing.knownTo.isEmpty() ? tr("Nobody is named who needs to know.") : tr("Need to know: %1").arg(standing.knownTo.join(u", "_s)),
        "soft", true));
}

} // namespace keywork
