// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <compare>
#include <optional>

namespace keywork {

/// A measured number, kept exactly: up to 12 digits before the point and 6 behind it. Never a floating point number.
class Decimal {
public:
    Decimal() = default;
    static Decimal fromWhole(qint64 number) { return Decimal(number * kScale); }
    /// 62.5, -3, 062.50; a point, no comma, no blanks. Empty when it is no such number.
    static std::optional<Decimal> fromText(const QString &text);
    /// The one stored form and nothing else.
    static std::optional<Decimal> fromStored(const QString &text);

    /// The one stored form: no zeros that say nothing, no "-0".
    QString text() const;
    /// For sorting by value.
    qint64 millionths() const { return m_millionths; }
    auto operator<=>(const Decimal &) const = default;

private:
    static constexpr qint64 kScale = 1'000'000;
    explicit Decimal(qint64 millionths)
        : m_millionths(millionths)
    {
    }
    qint64 m_millionths = 0;
};

} // namespace keywork
