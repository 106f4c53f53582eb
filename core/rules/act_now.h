// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/overdose.h"

#include <QDate>

namespace keywork {

// What "Overdose — act now" asks next and reminds of. Nothing here forbids anything, and nothing here is a sentence. The order
// is that of domain.md, "Incidents", and additions.md, "Overdose, incidents, supplies" (W, overdose prevention; the naloxone
// makers' leaflets as dated.md names them).

/// A step as the screen holds it.
struct ActNowStep {
    OverdoseStep said;
    bool isUndone = false; ///< a mis-tap that was taken back
    qint64 record = 0; ///< its row; 0: it is not in the record yet
};

/// The parts of the screen, in their order.
enum class ActNowPart { Safe, Call999, Breathing, Naloxone, Stay };

/// The part that a step belongs to; none for what belongs to no part.
std::optional<ActNowPart> partOf(OverdoseStepKind step);

/// Those that stand, in the order of what happened; of one moment in the order of pressing. Milliseconds count, days of the
/// wall clock do not.
QList<ActNowStep> inOrder(const QList<ActNowStep> &steps);

/// After a dose of naloxone it is asked whether they breathe normally: 2 to 3 minutes (leaflets of Prenoxad and Nyxoid, read
/// through service pages; dated.md, "Naloxone products").
inline constexpr qint64 kAskBreathingAfterMs = 2 * 60 * 1000;
inline constexpr qint64 kAskBreathingLatestMs = 3 * 60 * 1000;
/// It wears off after 20 to 30 minutes (the same source).
inline constexpr qint64 kWearsOffFromMs = 20 * 60 * 1000;
inline constexpr qint64 kWearsOffUntilMs = 30 * 60 * 1000;

/// Where an emergency stands.
struct ActNowPicture {
    ActNowPart next = ActNowPart::Safe; ///< the first part, in their order, in which nothing was pressed yet
    QList<ActNowPart> done = {}; ///< in which something was pressed since it began, or since they could not be roused again
    int doses = 0; ///< of naloxone, in all
    std::optional<qint64> sinceDoseMs = {};
    std::optional<OverdoseStepKind> breathing = {}; ///< the last word: BreathingNormally, NotBreathingNormally or Awake
    bool isAsleepAndBreathing = false; ///< recovery position, keep watching, no prompt for a dose
    bool isWithCrew = false; ///< crew, hospital, death confirmed: nothing is reminded of any more
    bool isNoOverdose = false;
    bool choseNotToGo = false; ///< timed checks follow; after naloxone breathing alone is no check
    bool begunAgain = false; ///< they could not be roused at a check: act now, once more
};
/// `elapsedMs` since the start by the steady clock. Steps without an elapsed time (entered afterwards) count by their moment
/// from `startedAt`.
ActNowPicture actNowPicture(const QList<ActNowStep> &steps, LooksLike looksLike, const QDateTime &startedAt, qint64 elapsedMs);

/// What the screen may remind of: never a sound of its own, never a lock.
struct ActNowReminder {
    enum class What {
        Call999, ///< something else was pressed and 999 was not
        AskBreathing, ///< "Breathing normally?" since the last dose, or since it was last answered
        WearsOff, ///< naloxone wears off; they may stop breathing again
    };
    What what = What::AskBreathing;
    qint64 sinceMs = 0; ///< since the last dose; of Call999 since the start
    bool promptsDose = false; ///< of AskBreathing: not breathing normally, or nobody said; another dose, as guided
    bool isOverdue = false; ///< of AskBreathing: later than kAskBreathingLatestMs
    bool operator==(const ActNowReminder &) const = default;
};
QList<ActNowReminder> actNowReminders(const QList<ActNowStep> &steps, LooksLike looksLike, const QDateTime &startedAt, qint64 elapsedMs);

/// What is told beside a step, and asked of one that is entered afterwards. It is kept all the same.
enum class ActNowDoubt {
    BeforeFound, ///< awake, a dose or anything else before they were found
    BeforeStart, ///< of one entered afterwards: before it began
    AfterDeath, ///< after the crew confirmed death
    KitUsedUp, ///< nothing should be left in it
    KitOutOfDate, ///< past its day: no stock, and used all the same
    KitRecalled, ///< its batch was called back
    KitNotKnown, ///< a dose without a kit: none leaves the stock
};
/// `step` beside the others that stand.
QList<ActNowDoubt> actNowDoubts(const OverdoseStep &step, const QList<ActNowStep> &others, const QDateTime &startedAt);

/// "03:12", as numbers: minutes and seconds that went by, whatever the clocks did.
struct ElapsedTime {
    qint64 minutes = 0;
    int seconds = 0;
    bool operator==(const ElapsedTime &) const = default;
};
ElapsedTime elapsedTime(qint64 milliseconds);

/// When a press happened: the start and what went by since, so that a clock that is set meanwhile changes neither order nor
/// distance.
inline QDateTime happenedAt(const QDateTime &startedAt, qint64 elapsedMs) { return startedAt.addMSecs(elapsedMs); }
/// Whether the PC's clock was set since the start: it says something else than what went by, by more than so much.
inline constexpr qint64 kClockWasSetMs = 60 * 1000;
bool clockWasSet(const QDateTime &startedAt, qint64 elapsedMs, const QDateTime &now);

/// Of an emergency that is taken up again after the program ended: how much went by. Never less than at its last press, and
/// never before it because a clock stands behind.
qint64 elapsedAfterResuming(const QDateTime &startedAt, qint64 lastElapsedMs, const QDateTime &now);

/// Whether somebody can be found by the clinical words' check still: once a year (product decision; house rule).
inline constexpr int kWordsCheckedMonths = 12;
enum class WordsChecked { NotYet, Holds, LongAgo };
WordsChecked wordsChecked(const QString &by, const std::optional<QDate> &on, QDate today);

} // namespace keywork
