// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/attention.h"
#include "core/services/records/records.h"

#include "core/services/house/watch/rules.h"
#include "core/storage/watching.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString rungKey(const QString &rule, const QString &kind, qint64 record) { return rule + u'/' + kind + u'/' + QString::number(record); }

Violations againSoonEnough(const WatchRule &rule, const QDateTime &again, const QDateTime &now)
{
    if (!again.isValid())
        return {}; // that it is missing or no moment is said already
    if (again <= now)
        return {{u"again_at"_s, Rule::NotLater, {}}};
    if (now.secsTo(again) > rule.longestRungMinutes * 60)
        return {{u"again_at"_s, Rule::TooLongForEmergency, QString::number(rule.longestRungMinutes)}};
    return {};
}

} // namespace

Done checkMayRing(const WatchRule &rule, const Session &session)
{
    if (!mayKnow(rule, session))
        return Error{session.refusal(), QString::fromLatin1(rule.code), {}};
    return rule.pressing == Pressing::Emergency ? Done() : notNow(NotNow::NoEmergency);
}

void Attention::addRinging()
{
    // Asked wherever one is saved: what is no emergency has a day of its own, and is put off or not.
    m_records.addLookup(recordType<WatchCall>(), [this](const Row &row, qint64) -> Result<Violations> {
        const WatchRule *rule = watchRuleOf(row.text(u"rule_code"_s));
        if (!rule)
            return Violations{{u"rule_code"_s, Rule::UnknownChoice, {}}};
        if (isHiddenKind(row.text(u"subject_kind"_s)))
            return notNow(NotNow::Emergency);
        if (const Done allowed = checkMayRing(*rule, m_records.session()); !allowed)
            return allowed.error();
        return againSoonEnough(*rule, fromStoredText(row.text(u"again_at"_s)), m_records.clock().now());
    });
}

bool Attention::mayRing(const WatchItem &item) const
{
    return !isHiddenKind(item.subject.kind) && m_records.mayAdd(recordType<WatchCall>())
        && bool(checkMayRing(*item.rule, m_records.session()));
}

WatchCall Attention::callOf(const WatchItem &item) const
{
    WatchCall call;
    call.ruleCode = item.code();
    call.subjectKind = item.subject.kind;
    call.subjectRecord = item.subject.record;
    call.personId = item.subject.person;
    call.rungAt = m_records.clock().now();
    return call;
}

bool Attention::mayPressAgain(const WatchItem &item) const
{
    return item.waits() && mayRing(item) && m_records.mayChange(recordType<WatchCall>());
}

Done Attention::pressAgain(const WatchItem &item, const QString &why)
{
    if (!item.rung)
        return notNow(NotNow::StaysAsItIs);
    return m_records.withdraw(recordType<WatchCall>(), item.rung->id.value, item.rung->version, why, Records::ReasonOf::TheProgram);
}

Done Attention::addCalls(WatchedDay &day, QDate on) const
{
    const bool anyEmergency = std::any_of(day.items.cbegin(), day.items.cend(),
        [](const WatchItem &item) { return item.rule->pressing == Pressing::Emergency && !isHiddenKind(item.subject.kind); });
    if (on != m_records.today() || !anyEmergency)
        return {};
    // Past Records on purpose: whoever may know the line may know that a colleague rang. A clock that was set back
    // makes nothing wait again.
    const QDateTime latest = m_records.clock().latest();
    const auto rows = callsSince(m_records.database(), m_records.clock().now().addDays(-kRungShownDays));
    if (!rows)
        return rows.error();
    QHash<QString, Kept<WatchCall>> last;
    for (const KeptRow &row : *rows) {
        const auto call = asKind<WatchCall>(row);
        if (!call)
            return call.error();
        last.insert(rungKey(call->value.ruleCode, call->value.subjectKind, call->value.subjectRecord), *call); // in their order
    }
    if (last.isEmpty())
        return {};
    const auto names = teamNames();
    if (!names)
        return names.error();
    for (WatchItem &item : day.items) {
        const auto call = last.constFind(rungKey(item.code(), item.subject.kind, item.subject.record));
        const bool isOfIt = call != last.constEnd() && item.rule->pressing == Pressing::Emergency && !isHiddenKind(item.subject.kind);
        if (!isOfIt || (item.since.isValid() && item.since > call->value.rungAt))
            continue;
        const WatchCall &said = call->value;
        item.rung = RungAbout{call->id, call->version, said.rungAt, said.answer, said.againAt, names->value(call->createdBy), {}};
        item.rung->waits = said.againAt > latest;
        if (item.rung->waits)
            day.changeAt(said.againAt);
    }
    return {};
}

} // namespace keywork
