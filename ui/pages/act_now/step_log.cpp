// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/act_now/step_log.h"

#include "ui/forms/date_text.h"
#include "ui/forms/moment_text.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kTimeWidth = 76; // pixels at 100 %: each time begins and ends alike

constexpr qint64 kAheadSeconds = 60; // a clock that was looked at may be so much ahead

/// Every moment that it may be; none: the clocks left it out.
QList<QDateTime> momentsOf(const WallTime &wall, int seconds)
{
    if (wall.outcome == WallTime::Outcome::Never)
        return {};
    QList<QDateTime> moments;
    moments.append(wall.earlier.addSecs(seconds));
    if (!wall.isOnce())
        moments.append(wall.later.addSecs(seconds));
    return moments;
}

/// One that lies in the past comes before one that is still to come.
std::optional<QDateTime> nearestTo(const QDateTime &near, const QList<QDateTime> &meant, const QDateTime &now)
{
    std::optional<QDateTime> best;
    const auto rank = [&](const QDateTime &one) { return std::pair(one > now, qAbs(near.msecsTo(one))); };
    for (const QDateTime &one : meant)
        if (!best || rank(one) < rank(*best))
            best = one;
    return best;
}

QString kitNumber(qint64 kit, const QList<KitOnWall> &kits)
{
    for (const KitOnWall &one : kits)
        if (one.id == kit)
            return one.number;
    return {};
}

} // namespace

std::optional<QDateTime> stepMoment(const QString &typed, const Clock &clock, const QDateTime &about)
{
    static const QRegularExpression withSeconds(u"^(.*?)(\\d{1,2})[:.](\\d{2})[:.](\\d{2})$"_s);
    QString text = plainTyped(typed);
    int seconds = 0;
    if (const auto found = withSeconds.match(text); found.hasMatch()) {
        seconds = found.captured(4).toInt();
        text = found.captured(1) + found.captured(2) + u':' + found.captured(3);
    }
    const auto read = momentFromText(text, clock, kHappened);
    if (seconds > 59 || !read)
        return {};
    const QDateTime near = about.isValid() ? about : clock.now();
    QList<QDateTime> meant = momentsOf(*read, seconds);
    if (const auto time = timeFromText(text)) { // no day was said: that of the emergency, also before midnight
        const QDate day = clock.local(near).date();
        meant.clear();
        for (const int beside : {-1, 0, 1})
            meant += momentsOf(clock.resolve(day.addDays(beside), *time), seconds);
        meant.removeIf([&clock](const QDateTime &one) { return one > clock.now().addSecs(kAheadSeconds); });
    }
    return nearestTo(near, meant, clock.now());
}

QString stepSentence(const OverdoseStep &step, int dose, const QList<KitOnWall> &kits, bool withWords)
{
    QString said = words::labelFor(step.step);
    if (step.step == OverdoseStepKind::NaloxoneGiven)
        said = StepLog::tr("Naloxone dose %1").arg(dose);
    if (const QString kit = kitNumber(step.kitId.value, kits); !kit.isEmpty())
        said += u", "_s + StepLog::tr("kit %1").arg(kit);
    if (step.route)
        said += u", "_s + words::labelFor(*step.route).toLower();
    if (!withWords)
        return said;
    for (const QString &words : {step.byWhom, step.whyNot, step.words})
        if (!words.isEmpty())
            said += u". "_s + words;
    if (!step.watcherOther.isEmpty())
        said += u". "_s + StepLog::tr("Watch kept by %1").arg(step.watcherOther);
    return said;
}

StepLog::StepLog(QWidget *parent)
    : Card(tr("What has been logged"), {}, parent)
{
    m_lines = new QVBoxLayout;
    m_lines->setSpacing(0);
    body()->addLayout(m_lines);
    m_foot = label({}, "soft", true);
    m_foot->setObjectName(u"logFoot"_s);
    body()->addWidget(m_foot);
    body()->addStretch();
}

void StepLog::setFoot(const QString &sentence) { m_foot->setText(sentence); }

void StepLog::show(const Emergency &emergency, const QList<KitOnWall> &kits, const Clock &clock, Words words)
{
    emptyLayout(m_lines);
    int dose = 0;
    for (const ActNowStep &step : emergency.steps) {
        if (step.said.step == OverdoseStepKind::NaloxoneGiven && !step.isUndone)
            ++dose;
        const QString time = clock.local(step.said.happenedAt).toString(u"HH:mm:ss"_s);
        m_lines->addWidget(buildLine(step, time, breakable(stepSentence(step.said, dose, kits, words == Words::Shown))));
    }
    if (emergency.steps.isEmpty())
        m_lines->addWidget(label(tr("Nothing yet. The first press is kept at once."), "soft", true));
}

QWidget *StepLog::buildLine(const ActNowStep &step, const QString &time, const QString &text)
{
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 2, 0, 2);
    layout->setSpacing(10);
    auto *when = button(time, "link");
    when->setObjectName(u"logTime"_s);
    when->setMinimumWidth(Theme::scaled(kTimeWidth));
    when->setAccessibleName(tr("%1, %2: put the time right").arg(time, text));
    when->setToolTip(tr("Put the time right"));
    when->setEnabled(!step.isUndone);
    connect(
        when, &QPushButton::clicked, this, [this, step] { Q_EMIT timeWanted(step); }, Qt::QueuedConnection);
    layout->addWidget(when, 0, Qt::AlignTop);
    const bool isLate = !step.said.elapsedMs;
    auto *said = label(step.isUndone ? tr("%1 (taken back)").arg(text)
            : isLate                 ? tr("%1 (entered afterwards)").arg(text)
                                     : text,
        step.isUndone ? "soft" : "", true);
    layout->addWidget(said, 1);
    if (!step.isUndone) {
        auto *undo = button(tr("undo"), "link");
        undo->setObjectName(u"logUndo"_s);
        undo->setAccessibleName(tr("Undo %1, %2").arg(text, time));
        connect(
            undo, &QPushButton::clicked, this, [this, press = step.said.pressId] { Q_EMIT undoWanted(press); }, Qt::QueuedConnection);
        layout->addWidget(undo, 0, Qt::AlignTop);
    }
    return line;
}

} // namespace keywork
