// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/attention.h"
#include "core/services/records/records.h"

#include "core/services/house/watch/rules.h"
#include "core/storage/watching.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// The same fact about the same record.
QString keyOf(const WatchSnooze &snooze)
{
    return snooze.ruleCode + u'/' + snooze.subjectKind + u'/' + QString::number(snooze.subjectRecord);
}

} // namespace

Attention::Attention(Records &records, People &people)
    : m_records(records)
    , m_people(people)
{
    addRinging();
    // Asked wherever one is saved: an emergency is put off by no way.
    records.addLookup(recordType<WatchSnooze>(), [this](const Row &row, qint64) -> Result<Violations> {
        const WatchRule *rule = watchRuleOf(row.text(u"rule_code"_s));
        if (!rule)
            return Violations{{u"rule_code"_s, Rule::UnknownChoice, {}}};
        if (isHiddenKind(row.text(u"subject_kind"_s)))
            return notNow(NotNow::Emergency);
        const Done allowed = checkMaySnooze(*rule, m_records.session());
        return allowed ? Result<Violations>(Violations()) : allowed.error();
    });
    records.addWithdrawCheck(recordType<WatchSnooze>(), [this](const KeptRow &kept) -> Done {
        const WatchRule *rule = watchRuleOf(kept.row.text(u"rule_code"_s));
        // What a rule became since is no reason to leave a line away.
        return rule && rule->pressing != Pressing::Emergency && rule->canWait ? checkMaySnooze(*rule, m_records.session()) : Done();
    });
}

bool Attention::maySnooze(const WatchItem &item) const
{
    return !isHiddenKind(item.subject.kind) && m_records.mayAdd(recordType<WatchSnooze>())
        && bool(checkMaySnooze(*item.rule, m_records.session()));
}

WatchSnooze Attention::snoozeOf(const WatchItem &item)
{
    WatchSnooze snooze;
    snooze.ruleCode = item.code();
    snooze.subjectKind = item.subject.kind;
    snooze.subjectRecord = item.subject.record;
    snooze.personId = item.subject.person;
    return snooze;
}

Done Attention::bringBack(const SnoozedItem &snoozed, const QString &why)
{
    return m_records.withdraw(
        recordType<WatchSnooze>(), snoozed.snooze.id.value, snoozed.snooze.version, why, Records::ReasonOf::TheProgram);
}

Done Attention::takeSnoozedOut(WatchedDay &day, QDate on) const
{
    // Past Records on purpose: what a colleague put off is put off for everybody, also for who may not read why.
    // What was put off until yesterday is not put off again because the clock was set back.
    const auto rows = snoozesHolding(m_records.database(), on == m_records.today() ? m_records.latestDay() : on);
    if (!rows)
        return rows.error();
    QHash<QString, Kept<WatchSnooze>> holding;
    for (const KeptRow &row : *rows) {
        const auto snooze = asKind<WatchSnooze>(row);
        if (!snooze)
            return snooze.error();
        const WatchRule *rule = watchRuleOf(snooze->value.ruleCode);
        const bool wasThere = m_records.clock().local(snooze->createdAt).date() <= on; // for days that have passed
        if (rule && rule->pressing != Pressing::Emergency && rule->canWait && wasThere)
            holding.insert(keyOf(snooze->value), *snooze); // the one that lasts longest, in their order
    }
    if (holding.isEmpty())
        return {};
    const auto names = teamNames();
    if (!names)
        return names.error();
    const bool mayRead = m_records.mayRead(recordType<WatchSnooze>());
    day.items.removeIf([&](const WatchItem &item) {
        const auto found = holding.constFind(keyOf(snoozeOf(item)));
        if (found == holding.constEnd())
            return false;
        if (mayRead)
            day.snoozed.append({item, *found, names->value(found->createdBy)});
        return true;
    });
    return {};
}

} // namespace keywork
