// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"
#include "core/record/record_type.h"

namespace keywork {

/// In what a medicine is: a liquid stays in its sealed bottles, since nobody here pours or measures.
enum class HeldForm { Tablets, Capsules, Liquid, Patches, Inhaler, Injection, Other };

template <> struct Codes<HeldForm> {
    static constexpr const char *list = "held_form";
    static constexpr std::array options{
        FixedOption{"tablets", QT_TRANSLATE_NOOP("record", "Tablets")},
        FixedOption{"capsules", QT_TRANSLATE_NOOP("record", "Capsules")},
        FixedOption{"liquid", QT_TRANSLATE_NOOP("record", "Liquid")},
        FixedOption{"patches", QT_TRANSLATE_NOOP("record", "Patches")},
        FixedOption{"inhaler", QT_TRANSLATE_NOOP("record", "Inhaler")},
        FixedOption{"injection", QT_TRANSLATE_NOOP("record", "Injection, pen")},
        FixedOption{"other", QT_TRANSLATE_NOOP("record", "Something else")},
    };
};

/// What is counted: whole items as they were sealed, never a volume.
enum class HeldUnit { Box, Strip, Bottle, Tablet, Capsule, Patch, Inhaler, Pen, Item };

template <> struct Codes<HeldUnit> {
    static constexpr const char *list = "held_unit";
    static constexpr std::array options{
        FixedOption{"box", QT_TRANSLATE_NOOP("record", "Sealed boxes"), QT_TRANSLATE_NOOP("record", "boxes")},
        FixedOption{"strip", QT_TRANSLATE_NOOP("record", "Full strips"), QT_TRANSLATE_NOOP("record", "strips")},
        FixedOption{"bottle", QT_TRANSLATE_NOOP("record", "Sealed bottles"), QT_TRANSLATE_NOOP("record", "bottles")},
        FixedOption{"tablet", QT_TRANSLATE_NOOP("record", "Tablets, sealed in strips"), QT_TRANSLATE_NOOP("record", "tablets")},
        FixedOption{"capsule", QT_TRANSLATE_NOOP("record", "Capsules, sealed in strips"), QT_TRANSLATE_NOOP("record", "caps")},
        FixedOption{"patch", QT_TRANSLATE_NOOP("record", "Sealed patches"), QT_TRANSLATE_NOOP("record", "patches")},
        FixedOption{"inhaler", QT_TRANSLATE_NOOP("record", "Inhalers"), QT_TRANSLATE_NOOP("record", "inhalers")},
        FixedOption{"pen", QT_TRANSLATE_NOOP("record", "Pens or syringes, sealed"), QT_TRANSLATE_NOOP("record", "pens")},
        FixedOption{"item", QT_TRANSLATE_NOOP("record", "Other sealed items"), QT_TRANSLATE_NOOP("record", "items")},
    };
};

/// How the doses reach the resident: what is taken under supervision can't be handed in as well.
enum class DosesAre { ToTakeHome, Bought, NotKnown, Supervised };

template <> struct Codes<DosesAre> {
    static constexpr const char *list = "doses_are";
    static constexpr std::array options{
        FixedOption{"to_take_home", QT_TRANSLATE_NOOP("record", "Prescribed, to take home")},
        FixedOption{"bought", QT_TRANSLATE_NOOP("record", "Bought, without a prescription")},
        FixedOption{"not_known", QT_TRANSLATE_NOOP("record", "Not known yet")},
        FixedOption{"supervised", QT_TRANSLATE_NOOP("record", "Taken under supervision at the pharmacy")},
    };
};

/// A page of the register: one medicine of one resident, handed in at reception and kept in one labelled, locked place. They
/// take it themselves; staff neither dose nor measure. What happens to it are CustodyEntry records, which never change.
struct HeldMedicine {
    Id<Person> personId = {};
    QString medicine = {};
    QString strength = {}; ///< as the label says it
    HeldForm form = HeldForm::Tablets;
    HeldUnit unit = HeldUnit::Box;
    DosesAre doses = DosesAre::ToTakeHome;
    QString place = {}; ///< the label of the locked place
    QString note = {};

    /// "Pregabalin 75 mg"
    QString called() const { return strength.isEmpty() ? medicine : medicine + u' ' + strength; }
    bool operator==(const HeldMedicine &) const = default;
};

/// What an entry of the register says.
enum class CustodyAct {
    In,
    HandedOver,
    ToPharmacy,
    Spilled,
    LeftBehind, ///< they left, it stayed: still here until the pharmacy has it
    ForCoroner, ///< nothing goes out but to the coroner or the police
    ToCoroner,
    Count,
    Correction, ///< what another entry should have said
    SecondName, ///< the second name of another entry, given later
    Review, ///< a manager looked at the difference of another entry
};

template <> struct Codes<CustodyAct> {
    static constexpr const char *list = "custody_act";
    static constexpr std::array options{
        FixedOption{"in", QT_TRANSLATE_NOOP("record", "Handed in")},
        FixedOption{"handed_over", QT_TRANSLATE_NOOP("record", "Handed over to them")},
        FixedOption{"to_pharmacy", QT_TRANSLATE_NOOP("record", "Returned to the pharmacy")},
        FixedOption{"spilled", QT_TRANSLATE_NOOP("record", "Spilled or broken")},
        FixedOption{"left_behind", QT_TRANSLATE_NOOP("record", "Left behind")},
        FixedOption{"for_coroner", QT_TRANSLATE_NOOP("record", "Held for the coroner")},
        FixedOption{"to_coroner", QT_TRANSLATE_NOOP("record", "Given to the coroner or the police")},
        FixedOption{"count", QT_TRANSLATE_NOOP("record", "Counted")},
        FixedOption{"correction", QT_TRANSLATE_NOOP("record", "Correction")},
        FixedOption{"second_name", QT_TRANSLATE_NOOP("record", "Second name given")},
        FixedOption{"review", QT_TRANSLATE_NOOP("record", "Difference reviewed")},
    };
};

/// Whose the second name is. At night one worker may be alone.
enum class SecondName { Staff, Resident, Nobody };

template <> struct Codes<SecondName> {
    static constexpr const char *list = "second_name";
    static constexpr std::array options{
        FixedOption{"staff", QT_TRANSLATE_NOOP("record", "Another member of the team")},
        FixedOption{"resident", QT_TRANSLATE_NOOP("record", "The resident: one worker on shift")},
        FixedOption{"nobody", QT_TRANSLATE_NOOP("record", "Nobody yet")},
    };
};

/// What is known of why a count differs. What somebody else has now is a risk, not a fault of theirs.
enum class CustodyCause { NotKnown, Miscounted, Unwritten, Taken, PressedFor, Sold, Shared };

template <> struct Codes<CustodyCause> {
    static constexpr const char *list = "custody_cause";
    static constexpr std::array options{
        FixedOption{"not_known", QT_TRANSLATE_NOOP("record", "Not known")},
        FixedOption{"miscounted", QT_TRANSLATE_NOOP("record", "Counted or written wrongly before")},
        FixedOption{"unwritten", QT_TRANSLATE_NOOP("record", "Something was not written down")},
        FixedOption{"taken", QT_TRANSLATE_NOOP("record", "Somebody took it")},
        FixedOption{"pressed", QT_TRANSLATE_NOOP("record", "Somebody pressed them for it")},
        FixedOption{"sold", QT_TRANSLATE_NOOP("record", "Sold")},
        FixedOption{"shared", QT_TRANSLATE_NOOP("record", "Given to somebody else")},
    };
};

/// Whether the entry itself is about the medicine, and not about another entry.
constexpr bool isStockAct(CustodyAct act) { return act < CustodyAct::Correction; }
/// Whether it puts so many in (1) or takes them out (-1); 0: it moves nothing.
constexpr int directionOf(CustodyAct act)
{
    switch (act) {
    case CustodyAct::In:
        return 1;
    case CustodyAct::HandedOver:
    case CustodyAct::ToPharmacy:
    case CustodyAct::Spilled:
    case CustodyAct::ToCoroner:
        return -1;
    default:
        return 0;
    }
}
/// Whether somebody else may have it now: it opens the risk of kind "medicine".
constexpr bool opensRisk(CustodyCause cause) { return cause >= CustodyCause::Taken; }

/// A line of the register. Never changed and never taken out: what was wrong is told by a later line with its reason.
struct CustodyEntry {
    Id<Person> personId = {};
    Id<HeldMedicine> heldId = {};
    Id<CustodyEntry> aboutId = {}; ///< of a correction, a second name, a review
    CustodyAct act = CustodyAct::In;
    QDateTime doneAt = {};
    bool sealed = false; ///< "sealed, not counted": open until two names have counted it
    std::optional<qint64> countedBefore = {}; ///< items, as all numbers here
    std::optional<qint64> quantity = {};
    std::optional<qint64> countedAfter = {}; ///< of a count: what is there
    QString receipt = {}; ///< who took it, where, its number
    bool struckOut = false; ///< of a correction: the other entry should not be there at all
    std::optional<SecondName> second = {};
    Id<Staff> secondId = {};
    std::optional<CustodyCause> cause = {}; ///< of a difference
    QString why = {};
    std::optional<qint64> difference = {}; ///< against the register when it was written; set by `Custody`, as the next one
    std::optional<qint64> balance = {}; ///< by the register when it was written; none: not counted
    bool stillOpen = false; ///< whether something of the page was to be done when this had been written; set by `Custody`

    bool operator==(const CustodyEntry &) const = default;
};

/// What is wrong with the counts of an entry of this kind that was not sealed: one is missing, more goes out than is there, they
/// do not add up.
Violations countProblems(const Row &row, CustodyAct act);

} // namespace keywork
