// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/lone_strip.h"

#include "core/services/house/shifts.h"
#include "core/services/records/records.h"
#include "ui/text/words_shifts.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr qint64 kBetweenLoneSoundsMs = 60'000;
} // namespace

LoneStrip::LoneStrip(const Services &services, const Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_navigator(navigator)
{
    setObjectName(u"loneStrip"_s);
    auto *line = wrappingLine(10);
    setLayout(line);
    setContentsMargins(20, 6, 20, 6); // of the widget: a line that wraps knows none
    m_said = label({}, "trouble", true);
    m_said->setObjectName(u"loneSaid"_s);
    line->addWidget(m_said);
    auto *open = button(tr("Say that all is well"));
    open->setObjectName(u"openLone"_s);
    connect(open, &QPushButton::clicked, this, [this] { m_navigator.openPlace(u"handover"_s); });
    line->addWidget(open);
    hide();
}

void LoneStrip::look()
{
    const auto alone = m_services.shifts.alone(); // refused to whoever does not work in the house
    const auto onCall = m_services.shifts.onCall();
    const Clock &clock = m_services.records.clock();
    QSet<qint64> overdue;
    QStringList said;
    for (const LoneOnFile &one : alone ? *alone : QList<LoneOnFile>()) {
        if (!one.state.isOverdue(clock.latest()))
            continue;
        overdue.insert(one.lone.id.value);
        said.append(words::ringAlone(one, clock));
    }
    if (!said.isEmpty() && onCall && !onCall->isEmpty())
        said.append(tr("On call: %1.").arg(onCall->told()));
    const bool isNew = !(overdue - m_overdue).isEmpty();
    const bool isOther = overdue != m_overdue;
    m_overdue = overdue;
    m_said->setText(breakable(said.join(u' ')));
    setVisible(!overdue.isEmpty());
    if (!overdue.isEmpty())
        sound(isNew);
    if (isOther)
        Q_EMIT changed();
}

void LoneStrip::sound(bool isNew)
{
    if (!isNew && m_sinceSound.isValid() && m_sinceSound.elapsed() < kBetweenLoneSoundsMs)
        return;
    m_sinceSound.start();
    QApplication::beep();
}

} // namespace keywork
