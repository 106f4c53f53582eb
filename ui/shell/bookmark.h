// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace keywork {

/// One stop on the way through the program.
struct Visit {
    QString place;
    qint64 person = 0;
    qint64 agency = 0;
    QString tab = {}; ///< of a resident's record

    bool operator==(const Visit &) const = default;
};

/// Where somebody was.
struct Bookmark {
    qint64 staff = 0; ///< 0: nobody was anywhere
    Visit visit;
};

} // namespace keywork
