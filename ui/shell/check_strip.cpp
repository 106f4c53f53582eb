// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/check_strip.h"

#include "core/services/care/timed_checks.h"
#include "core/services/records/records.h"
#include "ui/text/words.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr qint64 kBetweenSoundsMs = 60'000;
} // namespace

CheckStrip::CheckStrip(const Services &services, const Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_navigator(navigator)
{
    setObjectName(u"checkStrip"_s);
    auto *line = wrappingLine(10);
    setLayout(line);
    setContentsMargins(20, 6, 20, 6); // of the widget: a line that wraps knows none
    m_said = label({}, "trouble", true);
    line->addWidget(m_said);
    auto *open = button(tr("Open the checks"));
    open->setObjectName(u"openChecks"_s);
    connect(open, &QPushButton::clicked, this, [this] { m_navigator.openPlace(u"checks"_s); });
    line->addWidget(open);
    hide();
}

void CheckStrip::look()
{
    const auto running = m_services.timedChecks.running(); // refused to whoever may not read about risk
    QSet<qint64> overdue;
    QSet<qint64> emergencies;
    QDateTime since;
    const Clock &clock = m_services.records.clock();
    for (const ChecksOnFile &checks : running ? *running : QList<ChecksOnFile>()) {
        if (!checks.state.alarm && !checks.state.isOverdue(clock.latest()))
            continue;
        const qint64 series = checks.series.id.value;
        overdue.insert(series);
        const bool presses = checks.emergency || checks.state.alarm;
        if (presses && emergencies.isEmpty())
            since = {}; // what presses is told, whatever else is due longer
        if (presses)
            emergencies.insert(series);
        if ((presses || emergencies.isEmpty()) && (!since.isValid() || *checks.state.dueAt < since))
            since = *checks.state.dueAt;
    }
    const bool isNew = !(emergencies - m_emergencies).isEmpty();
    const bool isOther = overdue != m_overdue;
    m_overdue = overdue;
    m_emergencies = emergencies;
    setVisible(!overdue.isEmpty());
    if (!overdue.isEmpty())
        m_said->setText(sentence(words::time(clock.local(since))));
    setLook(m_said, emergencies.isEmpty() ? "strong" : "trouble");
    if (!emergencies.isEmpty())
        sound(isNew);
    if (isOther)
        Q_EMIT changed();
}

QString CheckStrip::sentence(const QString &since) const
{
    const auto emergencies = m_emergencies.size();
    if (emergencies > 0)
        return emergencies == 1 ? tr("A timed check is overdue since %1.").arg(since)
                                : tr("%1 timed checks are overdue, the first since %2.").arg(emergencies).arg(since);
    return m_overdue.size() == 1 ? tr("A check of the round is due since %1.").arg(since)
                                 : tr("%1 checks of the round are due, the first since %2.").arg(m_overdue.size()).arg(since);
}

void CheckStrip::sound(bool isNew)
{
    if (!isNew && m_sinceSound.isValid() && m_sinceSound.elapsed() < kBetweenSoundsMs)
        return;
    m_sinceSound.start();
    ++m_sounded;
    QApplication::beep();
}

} // namespace keywork
