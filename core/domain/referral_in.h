// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"

namespace keywork {

enum class ReferralInState { Waiting, TakenIn, NotOffered, Withdrawn };
template <> struct Codes<ReferralInState> {
    static constexpr const char *list = "referral_in_state";
    static constexpr std::array options{FixedOption{"waiting", QT_TRANSLATE_NOOP("record", "Not decided yet")},
        FixedOption{"taken_in", QT_TRANSLATE_NOOP("record", "Taken in as a resident")},
        FixedOption{"not_offered", QT_TRANSLATE_NOOP("record", "Not offered a place")},
        FixedOption{"withdrawn", QT_TRANSLATE_NOOP("record", "Decided not to come")}};
};

/// A referral that came in as a file from another house. What it says is kept as it came and trusted in nothing: a
/// person's record is only ever written by somebody who read it.
struct ReferralIn {
    QString number; ///< RI-0001
    QDate receivedOn;
    QString fromWhom;
    QString theirReference;
    QString personName;
    QString born; ///< as their document says it
    QString reason;
    QString content; ///< the sections in plain words
    QString document; ///< the data as it came, JSON
    QString fingerprint; ///< SHA-256 of the file, hexadecimal
    QString documentId; ///< the document's own identifier, the same in each file that holds it
    ReferralInState state = ReferralInState::Waiting;
    QString decidedWhy;
    bool operator==(const ReferralIn &) const = default;
};

} // namespace keywork
