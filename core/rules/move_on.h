// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/belonging.h"
#include "core/domain/move_on.h"
#include "core/domain/room_upkeep.h"

namespace keywork {

// Moving on, as far as it can be judged without looking anything up (product.md A16; W, move-on; case study 1 for 18 of 24 months,
// which are a house's own figures). All days are the house's; nothing here reads a clock.

/// How far moving on is, in the order in which it goes on. Rooms and Today ask this; the words are `Codes`.
enum class MoveOnState { NotYet, Prompt, Planning, Applied, Offered, DaySet, Left };

template <> struct Codes<MoveOnState> {
    static constexpr const char *list = "move_on_state";
    static constexpr std::array options{
        FixedOption{"not_yet", QT_TRANSLATE_NOOP("record", "Not yet")},
        FixedOption{"prompt", QT_TRANSLATE_NOOP("record", "To be talked about")},
        FixedOption{"planning", QT_TRANSLATE_NOOP("record", "Being planned")},
        FixedOption{"applied", QT_TRANSLATE_NOOP("record", "Applied, waiting")},
        FixedOption{"offered", QT_TRANSLATE_NOOP("record", "A home is offered")},
        FixedOption{"day_set", QT_TRANSLATE_NOOP("record", "Moving day is set")},
        FixedOption{"left", QT_TRANSLATE_NOOP("record", "Moved on")},
    };
};

/// The first day on which a stay that began on `arrived` is to be spoken of; `months` is the house's. Who came on the 31st has
/// it on the last day of a shorter month. Invalid for an invalid day.
QDate moveOnPromptFrom(QDate arrived, int months);

/// The plan of this stay: the latest that was begun on its days; -1: none.
qsizetype planOfStay(const QList<MoveOnPlan> &plans, const Stay &stay);

/// The state of a stay on `today`; applications of before the stay count for nothing.
MoveOnState moveOnStateOf(
    const Stay &stay, const QList<MoveOnPlan> &plans, const QList<MoveOnApplication> &applications, QDate today, int promptMonths);

/// H's housing position that an option leads to; none: with family or elsewhere it is not said by the option.
std::optional<HousingPosition> housingPositionOf(MoveOnOption option);

/// Where somebody went, as it is counted (domain.md, "Stay"). Our own grouping; the dead are never counted among the others.
enum class DestinationGroup { Homeless, Institution, Temporary, Settled, NotKnown, Died };

template <> struct Codes<DestinationGroup> {
    static constexpr const char *list = "destination_group";
    static constexpr std::array options{
        FixedOption{"homeless", QT_TRANSLATE_NOOP("record", "Homeless")},
        FixedOption{"institution", QT_TRANSLATE_NOOP("record", "Hospital, custody, rehab or care")},
        FixedOption{"temporary", QT_TRANSLATE_NOOP("record", "Temporary")},
        FixedOption{"settled", QT_TRANSLATE_NOOP("record", "Settled")},
        FixedOption{"not_known", QT_TRANSLATE_NOOP("record", "Not known")},
        FixedOption{"died", QT_TRANSLATE_NOOP("record", "Died")},
    };
};

/// Of a code of `destination`; a code that a manager added is not known, since nobody said how it counts.
DestinationGroup destinationGroupOf(const QString &code);

/// Whether the stay ended because they died.
bool endedByDeath(const Stay &stay);

/// How one area stands: the latest view, and whether the two in it differ. Two views are never made into one.
struct ReadinessLine {
    ReadinessArea area = ReadinessArea::Health;
    ReadinessView latest;
    qsizetype earlier = 0; ///< how many stand before it

    bool differs() const
    {
        const auto isView = [](const std::optional<Readiness> &one) { return one && *one != Readiness::NotSaid; };
        return isView(latest.theirs) && isView(latest.workers) && *latest.theirs != *latest.workers;
    }
};
/// The areas that were looked at, in their order; of two on one day the later in the list counts.
QList<ReadinessLine> readinessOf(const QList<ReadinessView> &views);

/// What of a moving day is open.
struct MoveGap {
    MoveTask task = MoveTask::Other;
    bool isPlanned = false; ///< somebody is to do it, and it is not done; else nobody is
    bool operator==(const MoveGap &) const = default;
};
/// What a moving day has to see to, besides what always has to be.
struct MoveNeeds {
    bool prescription = false; ///< they have one
    bool medicine = false; ///< some is held here
};
/// In the order in which they press: what nobody sees to yet, of the tasks that are always asked (GP, keys, naloxone, benefits,
/// post) and those needed, and every step that is not done.
QList<MoveGap> moveGaps(const QList<MoveStep> &steps, const MoveNeeds &needs);

/// What is still here or open when somebody leaves; told, and keeps nobody from leaving.
enum class LeavingGap { Medicine, Keys, Belongings, Visitors, Appointments, Contact };

template <> struct Codes<LeavingGap> {
    static constexpr const char *list = "leaving_gap";
    static constexpr std::array options{
        FixedOption{"medicine", QT_TRANSLATE_NOOP("record", "Medicine still held here")},
        FixedOption{"keys", QT_TRANSLATE_NOOP("record", "Our keys and fob, not said to be back")},
        FixedOption{"belongings", QT_TRANSLATE_NOOP("record", "Belongings that we keep")},
        FixedOption{"visitors", QT_TRANSLATE_NOOP("record", "Visitors of theirs who are still in")},
        FixedOption{"appointments", QT_TRANSLATE_NOOP("record", "Appointments still to come")},
        FixedOption{"contact", QT_TRANSLATE_NOOP("record", "Nobody asked whether we may be in touch")},
    };
};

struct LeavingLine {
    LeavingGap gap = LeavingGap::Medicine;
    qsizetype count = 0; ///< 0: not counted
    bool operator==(const LeavingLine &) const = default;
};
struct LeavingFacts {
    qsizetype medicinesHeld = 0;
    qsizetype appointments = 0;
    QList<Belonging> belongings = {};
    QList<MoveStep> steps = {};
    /// Of the list of keys and fobs; with none there, what the moving day's step says counts.
    QList<RoomKey> keys = {};
    qsizetype visitors = 0; ///< who came to see them and did not leave
    bool contactAsked = false; ///< yes or no was said; of whoever may not know: true
    bool keysKnown = true; ///< false: the moving day may not be read
};
QList<LeavingLine> leavingLines(const LeavingFacts &facts);

/// The stay after which `now` is a return: the latest that ended before it began, less than a year before (the day of leaving is
/// day 1). Who was counted out and in on one day never left. Null: none.
const Stay *stayReturnedFrom(const QList<Stay> &others, const Stay &now);

} // namespace keywork
