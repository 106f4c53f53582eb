// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/steady_clock.h"
#include "core/services/emergency/emergency_steps.h"
#include "core/services/keeping/file_check.h"
#include "core/services/keeping/seen_heads.h"

#include <functional>
#include <memory>

namespace keywork {

class Clock;
class OpenHostel;

/// An emergency that runs, as the screen shows it. Holds no name: only the id of a resident.
struct Emergency {
    QString id = {}; ///< random
    QDateTime startedAt = {}; ///< when the screen was opened, or said to have begun
    bool isAfterwards = false; ///< entered afterwards: nothing is timed
    LooksLike looksLike = LooksLike::CannotTell;
    QString signs = {};
    QString substances = {};
    QList<ActNowStep> steps = {}; ///< undone ones included, in the order of what happened
    ActNowWho who = {};
    Id<Incident> incident = {}; ///< none: it is not in the record yet
    QString number = {}; ///< of the incident
    bool isEnded = false;
};

/// "Overdose — act now" (trust.md, "Emergency while locked"): one for the window and the chosen file, as long as the program
/// runs; it outlives every lock. Signed in, each press is one commit; while nobody is, or when the file takes nothing, it is
/// sealed and on the disk before the call returns. A press is never turned down.
class ActNow {
public:
    /// `hostelFile` as it was chosen, also where only a copy of it is looked at.
    ActNow(QString hostelFile, const SeenHeads &seen, const Clock &clock, const SteadyClock &steady = systemSteadyClock());
    ~ActNow();
    ActNow(const ActNow &) = delete;
    ActNow &operator=(const ActNow &) = delete;

    /// Somebody is in: what was pressed meanwhile has joined, emergencies that were not finished are taken up again, and the
    /// house's card is written anew where it changed.
    void signedIn(OpenHostel &hostel);
    /// Before the open file goes: emergencies go on, without words and without anybody's id on the screen.
    void locking();
    bool isSignedIn() const;
    /// No file was chosen yet: what is pressed is nowhere but in memory.
    bool isWithoutFile() const;
    /// What was pressed before a file was chosen goes on here, under the same ids, and is kept with the next press or sign-in.
    /// Of another file's nothing is taken.
    void takeOver(ActNow &before);
    /// Called after whatever changes what is shown.
    void onChanged(std::function<void()> tell);

    /// What is read out and where things hang; empty where nobody has said anything.
    HouseCard card() const;

    /// Where a press is durable. InMemory: nowhere yet, tried again at each press and at the next sign-in; tell it.
    enum class KeptIn { Record, BesideFile, OnThisPc, Memory };
    struct Outcome {
        QString press = {}; ///< for undo; empty: nothing was kept (an entered time that can't be)
        KeptIn in = KeptIn::Record;
        AsidePlace aside = {}; ///< of OnThisPc: where, and whether a power cut takes it
        QList<ActNowDoubt> doubts = {}; ///< told beside the step; it is kept
        Violations violations = {}; ///< of a step that is entered with a time: `happened_at` still to come; nothing is kept then
    };

    /// A new one; several may run at once. Nothing is written before its first press. Gives its id.
    QString start();
    /// One that is over: its first moment is said, steps are entered with their times.
    QString startAfterwards(const QDateTime &began);
    /// Closed again without a press: nothing is left of it. False when something was pressed.
    bool forget(const QString &emergency);

    /// What a press may say besides its kind. All of it may be said later, in the incident.
    struct Said {
        OverdoseStepKind step = OverdoseStepKind::Found;
        Id<NaloxoneKit> kit = {};
        std::optional<NaloxoneRoute> route = {}; ///< none: that of the kit
        QString byWhom = {};
        QString whyNot = {};
        Id<Staff> watcher = {};
        QString watcherOther = {};
        QString words = {};
        std::optional<QDateTime> happenedAt = {}; ///< set: entered afterwards; none: now
    };
    Outcome press(const QString &emergency, const Said &said);
    /// What more is said of a press that stands: kit, by whom, why not, who keeps watch, words. It takes the place of what was said
    /// of it before; its step and moment stay.
    Outcome sayMore(const QString &emergency, const QString &press, const Said &said);
    /// A mis-tap; what it did to a kit is taken back. Pressed once more it is a new step.
    Outcome undo(const QString &emergency, const QString &press);
    /// Its moment, put right in the record; what the clock said at the press stays. NotAllowedNow while nobody is signed in, or the
    /// step has not joined yet; else as EmergencySteps::putRight.
    Done putRight(const QString &emergency, const QString &press, const QDateTime &happenedAt);
    /// The last press of a step that stands; empty: none. What one key undoes.
    QString lastPress(const QString &emergency) const;
    Outcome setLooksLike(const QString &emergency, LooksLike looksLike);
    Outcome setSigns(const QString &emergency, const QString &signs, const QString &substances);
    /// Somebody who was put in by mistake is out again, and their record tells nothing of it. A resident is named only while
    /// somebody is signed in; without, `person` is left out.
    Outcome setWho(const QString &emergency, const ActNowWho &who);
    /// Finished: an incident with its timeline, to be written up and reviewed. `outcome` none: worked out from the steps.
    Outcome end(const QString &emergency, std::optional<OverdoseOutcome> outcome = {});

    QList<Emergency> running() const; ///< newest first
    std::optional<Emergency> one(const QString &emergency) const; ///< also one that was ended since the program began
    /// The one that the key goes on with: the newest that runs, unless nothing was pressed in it for `kLongQuietMs`. Empty: none.
    QString toGoOnWith() const;
    /// Since the last press that stands, by the steady clock.
    qint64 quietSinceMs(const QString &emergency) const;
    /// Since its start, by the steady clock.
    qint64 elapsedMs(const QString &emergency) const;
    ActNowPicture picture(const QString &emergency) const;
    QList<ActNowReminder> reminders(const QString &emergency) const;
    /// The PC's clock was set since the start: order and distances hold, the time of day may be wrong.
    bool clockWasSet(const QString &emergency) const;
    /// Presses that are nowhere but in memory.
    qsizetype unkept() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace keywork
