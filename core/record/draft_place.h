// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace keywork {

/// Where something was typed that is not saved yet. Each form of one member of staff has a place of its own.
struct DraftPlace {
    QString kind; ///< the table of what is typed
    qint64 record = 0; ///< 0: it is new
    qint64 person = 0; ///< whom it is about; 0: nobody, or somebody who is not on file yet
    QString part = {}; ///< which of several forms of the kind: an area, a thread of the plan; never read, only compared

    bool operator==(const DraftPlace &) const = default;
};

} // namespace keywork
