// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/keywork/since_part.h"

#include "core/services/care/keywork.h"
#include "core/services/records/names.h"
#include "core/services/records/records.h"
#include "ui/text/timeline_words.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/wrapped_tick.h"

#include <QCheckBox>

using namespace Qt::StringLiterals;

namespace keywork {

SincePart::SincePart(Id<Person> person, const QString &called, const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    layout->addWidget(buildSince(person));
    layout->addWidget(buildSteps(person));
    layout->addWidget(buildSaid(person, called));
    layout->addStretch();
}

QWidget *SincePart::buildSince(Id<Person> person)
{
    const auto since = m_services.keyworkSessions.sinceLast(person);
    const Clock &clock = m_services.records.clock();
    const auto last = since ? since->last : std::nullopt;
    auto *card = new Card(tr("Since last time"),
        last ? words::dayAndMonth(clock.local(last->value.startsAt).date(), m_services.records.today()) : tr("the last two weeks"));
    card->setObjectName(u"sinceLast"_s);
    if (!since) {
        card->body()->addWidget(label(words::error(since.error()), "problem", true));
        return card;
    }
    QList<KeptRow> rows;
    for (const TimelineLine &line : since->lines + since->late)
        rows.append(line.record);
    Names names(m_services.records);
    names.learn(rows);
    const words::Names called = words::namesFrom(names);
    const auto add = [&](const QList<TimelineLine> &lines, bool hasMore) {
        for (const TimelineLine &line : lines) {
            const QString said = words::happening(line, called, m_services.records.choices(), clock);
            card->body()->addWidget(
                label(breakable(u"%1: %2"_s.arg(words::timelineDay(line, clock), words::shortened(said, 110))), "", true));
            card->body()->addWidget(rule());
        }
        if (hasMore)
            card->body()->addWidget(label(tr("More stands in the timeline."), "soft", true));
    };
    add(since->lines, since->hasMore);
    if (since->lines.isEmpty())
        card->body()->addWidget(label(tr("Nothing new is on file."), "soft", true));
    if (!since->late.isEmpty()) {
        auto *late = label(tr("Written down since, from that day or before"), "strong", true);
        late->setObjectName(u"enteredLate"_s);
        card->body()->addWidget(late);
        add(since->late, since->hasMoreLate);
    }
    return card;
}

QWidget *SincePart::buildSteps(Id<Person> person)
{
    auto *card = new Card(tr("Steps due"));
    card->setObjectName(u"stepsDue"_s);
    const auto steps = m_services.keyworkSessions.stepsDue(person);
    if (!steps || steps->isEmpty()) {
        card->body()->addWidget(
            steps ? label(tr("None within a week."), "soft", true) : label(words::error(steps.error()), "problem", true));
        return card;
    }
    for (const StepView &step : *steps) {
        const Step &one = step.step.value;
        const QString by = one.dueOn ? tr("by %1").arg(words::dayAndMonth(*one.dueOn, m_services.records.today())) : QString();
        auto *tick = wrappedTick(one.what, card->body());
        tick->setObjectName(u"step-"_s + one.thread);
        const bool isDone = step.progress && step.progress->status == StepStatus::Completed;
        tick->setChecked(isDone);
        tick->setEnabled(!isDone && m_services.records.mayAdd(recordType<StepProgress>()));
        if (!by.isEmpty())
            card->body()->addWidget(label(by, "soft", true));
        if (isDone)
            continue;
        m_steps.append({one.thread, tick});
        connect(tick, &QCheckBox::toggled, this, &SincePart::edited);
    }
    return card;
}

QWidget *SincePart::buildSaid(Id<Person> person, const QString &called)
{
    auto *card = new Card(tr("%1 said last time").arg(called));
    card->setObjectName(u"saidLastTime"_s);
    const auto last = m_services.keyworkSessions.lastHeldOf(person);
    const QString words = last && *last ? (*last)->value.ownWords.trimmed() : QString();
    card->body()->addWidget(words.isEmpty() ? label(tr("Nothing was written down in their own words."), "soft", true)
                                            : label(breakable(u"“%1”"_s.arg(words)), "quote", true));
    return card;
}

QStringList SincePart::stepsDone() const
{
    QStringList done;
    for (const auto &[thread, tick] : m_steps)
        if (tick->isChecked())
            done.append(thread);
    return done;
}

QJsonArray SincePart::toJson() const { return QJsonArray::fromStringList(stepsDone()); }

void SincePart::fromJson(const QJsonArray &kept)
{
    for (const auto &[thread, tick] : std::as_const(m_steps))
        tick->setChecked(kept.contains(thread));
}

} // namespace keywork
