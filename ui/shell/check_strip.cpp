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
    line->setContentsMargins(20, 6, 20, 6);
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
    QDateTime since;
    const Clock &clock = m_services.records.clock();
    for (const ChecksOnFile &checks : running ? *running : QList<ChecksOnFile>()) {
        if (!checks.state.alarm && !checks.state.isOverdue(clock.latest()))
            continue;
        overdue.insert(checks.series.id.value);
        if (!since.isValid() || *checks.state.dueAt < since)
            since = *checks.state.dueAt;
    }
    const bool isNew = !(overdue - m_overdue).isEmpty();
    const bool isOther = overdue != m_overdue;
    m_overdue = overdue;
    setVisible(!overdue.isEmpty());
    if (!overdue.isEmpty()) {
        const QString at = words::time(clock.local(since));
        m_said->setText(overdue.size() == 1 ? tr("A timed check is overdue since %1.").arg(at)
                                            : tr("%1 timed checks are overdue, the first since %2.").arg(overdue.size()).arg(at));
        sound(isNew);
    }
    if (isOther)
        Q_EMIT changed();
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
