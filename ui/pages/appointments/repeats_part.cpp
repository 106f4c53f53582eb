// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/appointments/repeats_part.h"

#include "ui/forms/date_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace keywork {

RepeatsPart::RepeatsPart(QDate today, QWidget *parent)
    : QWidget(parent)
    , m_today(today)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *line = new FlowLayout(12);
    layout->addLayout(line);
    m_every = new ChoiceBox;
    m_every->setObjectName(u"repeatEvery"_s);
    m_every->setAccessibleName(tr("Repeats"));
    m_every->addItem(tr("No"));
    m_every->addItem(tr("Weekly"), int(RepeatEvery::Week));
    m_every->addItem(tr("Fortnightly"), int(RepeatEvery::Fortnight));
    m_every->addItem(tr("Monthly, on this weekday"), int(RepeatEvery::MonthOnWeekday));
    line->addWidget(titled(tr("Repeats"), m_every));
    m_times = new QLineEdit;
    m_times->setObjectName(u"repeatTimes"_s);
    m_times->setAccessibleName(tr("How many times"));
    m_times->setFixedWidth(Theme::scaled(60));
    m_until = new QLineEdit;
    m_until->setObjectName(u"repeatUntil"_s);
    m_until->setAccessibleName(tr("Until which day"));
    m_until->setPlaceholderText(tr("30/11 or +8w"));
    m_until->setFixedWidth(Theme::scaled(120));
    m_end = new QWidget;
    auto *end = new FlowLayout(12, m_end);
    end->addWidget(titled(tr("ho&w often in all"), m_times));
    end->addWidget(titled(tr("or &until"), m_until));
    line->addWidget(m_end);
    m_result = label({}, "soft", true);
    m_result->setObjectName(u"repeatResult"_s);
    layout->addWidget(m_result);
    connect(m_every, &QComboBox::currentIndexChanged, this, [this] {
        showAsked();
        Q_EMIT edited();
    });
    connect(m_times, &QLineEdit::textEdited, this, &RepeatsPart::edited);
    connect(m_until, &QLineEdit::textEdited, this, &RepeatsPart::edited);
    showAsked();
}

bool RepeatsPart::repeats() const { return m_every->currentIndex() > 0; }

std::optional<Repeat> RepeatsPart::repeat() const
{
    if (!repeats())
        return {};
    Repeat repeat{.every = RepeatEvery(m_every->currentData().toInt())};
    bool isNumber = false;
    const int times = m_times->text().trimmed().toInt(&isNumber);
    const QString until = m_until->text().trimmed();
    const auto last = dayFromText(until, m_today, kToCome);
    const bool isUnread = (!isNumber && !m_times->text().trimmed().isEmpty()) || (!last && !until.isEmpty());
    if (isUnread)
        return Repeat{.every = repeat.every}; // without an end: nothing is guessed
    if (isNumber)
        repeat.times = times;
    repeat.until = last;
    return repeat;
}

void RepeatsPart::setResult(const QString &sentence)
{
    m_result->setText(sentence);
    m_result->setVisible(repeats());
}

QJsonObject RepeatsPart::toJson() const
{
    return {{u"every"_s, m_every->currentIndex()}, {u"times"_s, m_times->text()}, {u"until"_s, m_until->text()}};
}

void RepeatsPart::fromJson(const QJsonObject &kept)
{
    m_times->setText(kept.value(u"times"_s).toString());
    m_until->setText(kept.value(u"until"_s).toString());
    m_every->setCurrentIndex(qBound(0, kept.value(u"every"_s).toInt(), m_every->count() - 1));
}

void RepeatsPart::showAsked()
{
    m_end->setVisible(repeats());
    m_result->setVisible(repeats());
}

} // namespace keywork
