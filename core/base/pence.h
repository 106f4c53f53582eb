// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <compare>
#include <optional>

namespace keywork {

/// An amount of money in whole pence. Never a floating point number.
struct Pence {
    qint64 value = 0;

    /// As people type it: 12, 12.5, £12.50, -£3, £1,250. Empty when it is no such amount.
    static std::optional<Pence> fromText(const QString &typed);
    QString text() const; ///< £12.50, -£3.00
    auto operator<=>(const Pence &) const = default;
};

} // namespace keywork
