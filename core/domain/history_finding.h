// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace keywork {

/// Where the history is not as it was written.
struct HistoryFinding {
    enum class Kind {
        Missing, ///< the entry is gone: its number is left out
        Changed, ///< edited, inserted or moved: the chain does not fit here
        WordsChanged, ///< the entry stands, what it says was changed
        WordsMissing, ///< what it says is gone, and no erasure accounts for it
        TailMissing, ///< a head is known that the file does not reach any more
        OtherHead, ///< at a known head the file says something else
    };
    Kind kind = Kind::Missing;
    qint64 sequence = 0;
    bool operator==(const HistoryFinding &) const = default;
};

/// The clock was set back between this entry and the one before it. That is no finding: the history is as it was written,
/// and its order is that of the sequences.
struct ClockJump {
    qint64 sequence = 0;
    QDateTime from; ///< UTC
    QDateTime to;
    bool operator==(const ClockJump &) const = default;
};

} // namespace keywork
