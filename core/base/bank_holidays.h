// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QMap>
#include <QString>

namespace keywork {

/// Whose bank holidays a house goes by.
enum class Nation { EnglandAndWales, Scotland, NorthernIreland };

/// What is known of one bank holiday.
struct BankHoliday {
    QString name;
    bool isComputed = false; ///< worked out from the rules of the law, not yet listed by the government: it may still be moved
};

/// The bank holidays of one nation, from resources/catalogue/bank_holidays.json. Pharmacies go by them, and deadlines.
class BankHolidays {
public:
    BankHolidays() = default; ///< none is known
    /// Those that came with the program; read once.
    static const BankHolidays &of(Nation nation);

    bool isOne(QDate day) const { return m_days.contains(day); }
    /// Null when the day is none.
    const BankHoliday *on(QDate day) const;
    /// Listed by the government until this day; later ones are worked out.
    QDate listedUntil() const { return m_listedUntil; }
    /// Nothing is known after this day.
    QDate knownUntil() const { return m_knownUntil; }
    QList<QDate> days() const { return m_days.keys(); }

private:
    static BankHolidays read(Nation nation);
    QMap<QDate, BankHoliday> m_days;
    QDate m_listedUntil;
    QDate m_knownUntil;
};

} // namespace keywork
