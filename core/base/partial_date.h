// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <optional>

namespace keywork {

/// A date of which a person may know only the year, or the year and month: YYYY, YYYY-MM or YYYY-MM-DD.
class PartialDate {
public:
    /// Empty when the text is none of the three forms or no real date.
    static std::optional<PartialDate> fromText(const QString &text);
    static PartialDate fromDate(QDate date);

    QString text() const { return m_text; }
    bool isExact() const { return m_text.size() == 10; }
    /// The earliest and latest day that the text can mean.
    QDate earliest() const;
    QDate latest() const;

    bool operator==(const PartialDate &) const = default;

private:
    explicit PartialDate(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

/// Whole years on `day`, from the earliest day the date can mean; empty before birth. Whoever was born on 29 February is a
/// year older on 1 March of a common year, as in England and Wales.
std::optional<int> ageOn(const PartialDate &born, QDate day);

} // namespace keywork
