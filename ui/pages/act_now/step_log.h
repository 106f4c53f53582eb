// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/services/emergency/act_now.h"
#include "ui/widgets/parts.h"

namespace keywork {

/// A time of an emergency as people type it, to the second where they do: 02:14:05, 2:14, 14/9 02:14:05. Without a day, and
/// where the clocks went back and it was twice, it is the one nearest to `about` (an invalid one: to now), so that at 00:10
/// "23:55" was yesterday. None when it is no time, or one that the clocks left out.
std::optional<QDateTime> stepMoment(const QString &typed, const Clock &clock, const QDateTime &about = {});

/// "Naloxone given, dose 1, kit N-014"; words that name people only where `withWords`.
QString stepSentence(const OverdoseStep &step, int dose, const QList<KitOnWall> &kits, bool withWords);

/// What has been logged: time, step, undo; the time of each can be put right.
class StepLog : public Card {
    Q_OBJECT
public:
    explicit StepLog(QWidget *parent = nullptr);
    enum class Words { Shown, Hidden };
    void show(const Emergency &emergency, const QList<KitOnWall> &kits, const Clock &clock, Words words);
    /// What is said below the list: where it is kept.
    void setFoot(const QString &sentence);

Q_SIGNALS:
    void undoWanted(const QString &press);
    void timeWanted(const keywork::ActNowStep &step);

private:
    QWidget *buildLine(const ActNowStep &step, const QString &time, const QString &text);
    QVBoxLayout *m_lines = nullptr;
    QLabel *m_foot = nullptr;
};

} // namespace keywork
