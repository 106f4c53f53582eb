// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/bank_holidays.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QDate holidayDate(const QJsonValue &value) { return QDate::fromString(value.toString(), Qt::ISODate); }

QString nationCode(Nation nation)
{
    switch (nation) {
    case Nation::EnglandAndWales:
        return u"england_and_wales"_s;
    case Nation::Scotland:
        return u"scotland"_s;
    case Nation::NorthernIreland:
        return u"northern_ireland"_s;
    }
    return {};
}

} // namespace

BankHolidays BankHolidays::read(Nation nation)
{
    BankHolidays known;
    QFile file(u":/keywork/catalogue/bank_holidays.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return known;
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    known.m_listedUntil = holidayDate(all.value(u"listed_until"));
    known.m_knownUntil = holidayDate(all.value(u"known_until"));
    const QJsonArray days = all.value(nationCode(nation)).toArray();
    for (const QJsonValue &line : days)
        known.m_days.insert(holidayDate(line[u"day"]), {line[u"name"].toString(), line[u"computed"].toBool()});
    return known;
}

const BankHolidays &BankHolidays::of(Nation nation)
{
    static const BankHolidays england = read(Nation::EnglandAndWales);
    static const BankHolidays scotland = read(Nation::Scotland);
    static const BankHolidays northernIreland = read(Nation::NorthernIreland);
    return nation == Nation::Scotland ? scotland : nation == Nation::NorthernIreland ? northernIreland : england;
}

const BankHoliday *BankHolidays::on(QDate day) const
{
    const auto known = m_days.constFind(day);
    return known == m_days.constEnd() ? nullptr : &*known;
}

} // namespace keywork
