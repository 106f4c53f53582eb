// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/notice.h"

#include "core/base/anniversary.h"
#include "core/base/working_days.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <array>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QJsonObject &noticeCatalogue()
{
    static const QJsonObject catalogue = [] {
        QFile file(u":/keywork/catalogue/occupancy.json"_s);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }();
    return catalogue;
}

NoticeRule noticeRuleFrom(const QJsonObject &one)
{
    return {one.value(u"days").toInt(), one.value(u"months_if_monthly").toInt(), one.value(u"house").toBool(),
        one.value(u"words").toString(), one.value(u"source").toString(), QDate::fromString(one.value(u"dated").toString(), Qt::ISODate)};
}

QDate onWorkingDay(QDate day, const BankHolidays &holidays) { return lastOfWorkingDays(day, 1, holidays); }

} // namespace

const NoticeRule &noticeRuleOf(OccupancyKind kind)
{
    static const auto rules = [] {
        std::array<NoticeRule, Codes<OccupancyKind>::options.size()> found;
        const QJsonObject kinds = noticeCatalogue().value(u"kinds").toObject();
        for (size_t i = 0; i < found.size(); ++i)
            found.at(i) = noticeRuleFrom(kinds.value(QLatin1String(Codes<OccupancyKind>::options.at(i).code)).toObject());
        return found;
    }();
    return rules.at(size_t(kind));
}

QString noticeIsNoAdvice() { return noticeCatalogue().value(u"not_legal_advice").toString(); }

std::optional<QDate> earliestLeaving(OccupancyKind kind, QDate given, const NoticeFigures &figures)
{
    const NoticeRule &rule = noticeRuleOf(kind);
    if (!rule.isKnown() || !given.isValid())
        return {};
    QDate day = given.addDays(rule.isHouse ? figures.houseDays : rule.days);
    if (figures.isMonthly && rule.monthsIfMonthly > 0) // whichever is later
        day = std::max(day, monthsAfter(given, rule.monthsIfMonthly, MonthEnd::LastDay));
    return onWorkingDay(day, figures.holidays);
}

QDate appealUntil(QDate given, int days, const BankHolidays &holidays) { return onWorkingDay(given.addDays(days - 1), holidays); }

} // namespace keywork
