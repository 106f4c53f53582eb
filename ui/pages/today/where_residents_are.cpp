// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/today/where_residents_are.h"

#include "core/services/care/stages.h"
#include "core/services/records/records.h"
#include "ui/text/words.h"
#include "ui/widgets/charts.h"

using namespace Qt::StringLiterals;

namespace keywork {

WhereResidentsAre::WhereResidentsAre(const Services &services, QWidget *parent)
    : Card(tr("Where residents are"), tr("spectrum of need"), parent)
    , m_services(services)
{
    setObjectName(u"whereResidentsAre"_s);
}

void WhereResidentsAre::reload()
{
    clear();
    const auto spread = m_services.stages.spread();
    setVisible(bool(spread));
    if (!spread)
        return;
    auto *bar = new StageBar;
    bar->setCounts(spread->now);
    body()->addWidget(bar);
    QStringList parts;
    for (const Stage stage : allOf<Stage>())
        parts.append(u"%1: %2"_s.arg(words::shortLabelFor(stage)).arg(spread->now[size_t(stage)]));
    if (spread->unknown > 0)
        parts.append(tr("not recorded yet: %1").arg(spread->unknown));
    body()->addWidget(label(parts.join(u" · "_s), "", true));
    const QString moved = spread->forward + spread->back == 0
        ? tr("Since last month nobody moved.")
        : tr("Since last month: %1 moved forward, %2 needed more support.").arg(spread->forward).arg(spread->back);
    body()->addWidget(label(moved, "soft", true));
}

} // namespace keywork
