// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/house_foot.h"

#include "core/services/house/shifts.h"
#include "core/services/records/records.h"
#include "ui/text/words_shifts.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

using namespace Qt::StringLiterals;

namespace keywork {

HouseFoot::HouseFoot(const Services &services, const Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_navigator(navigator)
{
    auto *line = wrappingLine(10);
    setLayout(line);
    setContentsMargins(20, 3, 20, 4); // of the widget: a line that wraps knows none
    m_line = label({}, "soft", true);
    m_line->setObjectName(u"houseLine"_s);
    line->addWidget(m_line);
    m_comeOn = button({}, "link");
    m_comeOn->setObjectName(u"footComeOn"_s);
    m_comeOn->hide();
    connect(
        m_comeOn, &QPushButton::clicked, this,
        [this] {
            if (const auto offered = m_services.shifts.offered())
                m_navigator.answer(m_services.shifts.comeOn(offered->pattern, offered->until), tr("You are on shift."));
        },
        Qt::QueuedConnection);
    line->addWidget(m_comeOn);
}

void HouseFoot::look()
{
    m_line->setText(breakable(words::houseLine(m_services).join(u"  ·  "_s)));
    const auto offered = m_services.shifts.offered();
    m_comeOn->setVisible(offered.has_value());
    if (offered)
        m_comeOn->setText(tr("Say that I am on shift until %1").arg(words::untilSaid(offered->until, m_services.records.clock())));
}

} // namespace keywork
