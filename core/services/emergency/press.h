// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/overdose.h"

#include <QJsonObject>

namespace keywork {

/// Who it is that was found.
struct ActNowWho {
    enum class Kind { NotKnown, Resident, Visitor };
    Kind kind = Kind::NotKnown;
    Id<Person> person = {}; ///< only while somebody is signed in
    QString described = {}; ///< a visitor or somebody outside, as far as known
    bool operator==(const ActNowWho &) const = default;
};

/// One press, as it becomes durable: in the record, or sealed while nobody is signed in.
struct Press {
    enum class What { Step, Said, Undo, Looks, Signs, Who, End };
    QString id = {}; ///< random, 32 digits; no press joins twice
    QString emergency = {}; ///< random, 32 digits
    What what = What::Step;
    QDateTime startedAt = {}; ///< of the emergency
    QDateTime clockSaid = {}; ///< what the PC's clock said at the press
    qint64 order = 0; ///< within the emergency, from 1
    OverdoseStep step = {}; ///< What::Step; of What::Said what more is said of one
    QString about = {}; ///< What::Said, What::Undo: the id of another press
    LooksLike looksLike = LooksLike::CannotTell; ///< What::Looks
    QString signs = {}; ///< What::Signs: codes of overdose_sign
    QString substances = {}; ///< What::Signs
    ActNowWho who = {}; ///< What::Who
    std::optional<OverdoseOutcome> outcome = {}; ///< What::End
    qint64 by = 0; ///< staff who was signed in; 0: nobody

    bool operator==(const Press &) const = default;
};

/// As it is sealed. What is read back is bounded, whoever wrote it: anybody can seal to a public key, and only whoever proves to
/// have been signed in (`isProven`) says who pressed it and names a resident. None when it is no press.
QJsonObject asSealed(const Press &press);
std::optional<Press> pressFromSealed(const QJsonObject &plain, bool isProven);
QString newPressId();
/// What presses are sealed to beside a hostel's file (as `appendSealed` takes it): a file of their own, since what is sealed
/// beside the file itself counts as wrong passwords, and nobody is to wait for those after an emergency.
inline QString pressesBeside(const QString &hostelFile) { return hostelFile + QStringLiteral(".steps"); }

} // namespace keywork
