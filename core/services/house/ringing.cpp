// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/attention.h"
#include "core/services/records/records.h"

#include "core/domain/kinds.h"
#include "core/domain/staff.h"
#include "core/services/house/watch/rules.h"
#include "core/storage/watching.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kRungUsually = 60; ///< minutes, that a form begins with

QString markOfLine(const WatchItem &item) { return item.mark.isEmpty() ? item.day.toString(Qt::ISODate) : item.mark; }

/// The same fact about the same record.
QString keyOfRung(const WatchRung &rung)
{
    return QStringList{rung.ruleCode, rung.subjectKind, QString::number(rung.subjectRecord), rung.subjectMark}.join(u'/');
}

bool maySayOf(const WatchRule &rule, const Session &session)
{
    return rule.pressing == Pressing::Emergency && mayKnow(rule, session) && session.may(Act::Record, rule.category);
}

bool isHiddenFromSome(const QString &kind)
{
    const RecordType *about = kindOf(kind);
    return about && about->access.hiddenFrom;
}

} // namespace

/// Asked wherever one is saved: nobody makes an emergency stand aside for longer than its rule lets them.
Result<Violations> Attention::rungProblems(const Row &row) const
{
    const WatchRule *rule = watchRuleOf(row.text(u"rule_code"_s));
    if (!rule)
        return Violations{{u"rule_code"_s, Rule::UnknownChoice, {}}};
    if (rule->pressing != Pressing::Emergency || isHiddenFromSome(row.text(u"subject_kind"_s)))
        return notNow(NotNow::Emergency);
    if (!maySayOf(*rule, m_records.session()))
        return Error{m_records.session().refusal(), u"watch_rung"_s, {}};
    const QDateTime rung = fromStoredText(row.text(u"rung_at"_s));
    const QDateTime back = fromStoredText(row.text(u"back_at"_s));
    if (rung.isValid() && back > rung.addSecs(60LL * rule->rungMinutes))
        return Violations{{u"back_at"_s, Rule::TooLongToWait, QString::number(rule->rungMinutes)}};
    return Violations();
}

bool Attention::maySayRung(const WatchItem &item) const
{
    return !isHiddenFromSome(item.subject.kind) && m_records.mayAdd(recordType<WatchRung>()) && maySayOf(*item.rule, m_records.session());
}

WatchRung Attention::rungOf(const WatchItem &item) const
{
    WatchRung rung;
    rung.ruleCode = item.code();
    rung.subjectKind = item.subject.kind;
    rung.subjectRecord = item.subject.record;
    rung.subjectMark = markOfLine(item);
    rung.personId = item.subject.person;
    rung.rungAt = m_records.clock().now();
    rung.backAt = rung.rungAt.addSecs(60LL * std::min(kRungUsually, item.rule->rungMinutes));
    return rung;
}

Done Attention::bringBack(const RungItem &rung, const QString &why)
{
    return m_records.withdraw(recordType<WatchRung>(), rung.rung.id.value, rung.rung.version, why, Records::ReasonOf::TheProgram);
}

Done Attention::takeRungAside(WatchedDay &day, QDate on) const
{
    if (on != m_records.today())
        return {}; // an emergency is one of now
    // Past Records on purpose: that somebody rang is told to whoever sees the line.
    const auto rows = rungHolding(m_records.database(), m_records.clock().latest());
    if (!rows)
        return rows.error();
    QHash<QString, Kept<WatchRung>> holding;
    for (const KeptRow &row : *rows) {
        const auto rung = asKind<WatchRung>(row);
        if (!rung)
            return rung.error();
        holding.insert(keyOfRung(rung->value), *rung); // the one that lasts longest, in their order
    }
    if (holding.isEmpty())
        return {};
    const auto team = m_records.all<Staff>({.withWithdrawn = true});
    if (!team)
        return team.error();
    day.items.removeIf([&](const WatchItem &item) {
        const auto found = item.rule->pressing == Pressing::Emergency ? holding.constFind(keyOfRung(rungOf(item))) : holding.constEnd();
        if (found == holding.constEnd())
            return false;
        QString by;
        for (const Kept<Staff> &member : *team)
            if (member.id.value == found->createdBy)
                by = member.value.name;
        day.rung.append({item, *found, by});
        return true;
    });
    return {};
}

} // namespace keywork
