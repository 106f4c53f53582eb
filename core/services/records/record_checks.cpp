// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/records.h"

#include "core/domain/person.h"
#include "core/storage/choice_store.h"
#include "core/storage/misfits.h"
#include "core/storage/name_keys.h"
#include "core/storage/name_lookup.h"

#include <QScopeGuard>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
/// What is asked of somebody who types: what is on file already is not held against these.
bool isOfTyping(Rule rule) { return rule == Rule::Unlikely || rule == Rule::InTheFuture || rule == Rule::SaysTooLittle; }
} // namespace

Violations Records::check(const Row &row) const
{
    Violations violations = keywork::check(row, m_choices, today(), m_clock.now());
    violations.removeIf(
        [&](const Violation &violation) { return isConfirmed(violation, row, m_confirmed) || (!m_asks && isOfTyping(violation.rule)); });
    return violations;
}

Done Records::withConfirmed(const QList<Confirmed> &values, const std::function<Done()> &body)
{
    const QList<Confirmed> before = std::exchange(m_confirmed, values);
    const auto leave = qScopeGuard([&] { m_confirmed = before; }); // also when memory runs out
    return body();
}

Done Records::withoutAsking(const std::function<Done()> &body)
{
    const bool before = std::exchange(m_asks, false);
    const auto leave = qScopeGuard([&] { m_asks = before; });
    return body();
}

Done Records::bringingBack(const std::function<Done()> &body)
{
    const bool before = std::exchange(m_follows, false);
    const auto leave = qScopeGuard([&] { m_follows = before; });
    return withoutAsking(body);
}

Done Records::takingBack(const std::function<Done()> &body)
{
    const bool before = std::exchange(m_takesBack, true);
    const auto leave = qScopeGuard([&] { m_takesBack = before; }); // also when memory runs out
    return body();
}

/// "Entered in error" would hide from review what somebody did.
Done Records::checkAnswered(const KeptRow &kept) const
{
    if (!kept.row.type->answeredFor || m_takesBack)
        return {};
    if (!m_session.may(Act::Manage, kept.row.type->category))
        return Error{m_session.refusal(), QString::fromLatin1(kept.row.type->table), {}};
    return kept.createdBy == m_session.staff().value ? Done(invalid({{u"reason"_s, Rule::AnotherPerson, {}}})) : Done();
}

Done Records::checkAll(const Row &row, qint64 self, const Row *before) const
{
    Violations violations = check(row);
    // What somebody can't mend must not keep them from saving the rest.
    violations.removeIf([&](const Violation &violation) {
        const Field *field = row.type->fieldNamed(violation.column);
        if (!before || !field || before->value(violation.column) != row.value(violation.column))
            return false;
        // Was asked about when it was typed; a clock that is wrong now does not make it wrong.
        return isOfTyping(violation.rule) || !m_session.may(row.type->access.amend, row.type->categoryOf(*field));
    });
    if (!violations.isEmpty())
        return invalid(violations);
    if (Done fits = checkFits(row, self, before); !fits)
        return fits;
    const auto doubles = onFileAlready(row, self, before);
    if (!doubles)
        return doubles.error();
    if (!doubles->isEmpty() && m_despiteDouble.isEmpty())
        return invalid(*doubles);
    const auto lookup = m_lookups.constFind(row.type);
    if (lookup == m_lookups.constEnd())
        return {};
    auto conflicts = (*lookup)(row, self);
    if (!conflicts)
        return conflicts.error();
    conflicts->removeIf([&](const Violation &violation) { // a question that was answered, or that nobody raised now
        const bool isAsBefore = before && before->value(violation.column) == row.value(violation.column);
        return violation.rule == Rule::Unlikely && (!m_asks || isAsBefore || isConfirmed(violation, row, m_confirmed));
    });
    return conflicts->isEmpty() ? Done() : Done(invalid(*conflicts));
}

Done Records::checkFits(const Row &row, qint64 self, const Row *before) const
{
    const auto misfits = misfitsOf(m_database, row, self, before);
    if (!misfits)
        return misfits.error();
    Violations violations;
    for (const Misfit &misfit : *misfits) {
        const QString column = QString::fromLatin1(misfit.field->column);
        if (misfit.same == 0) {
            violations.append({column, Rule::UnknownReference, {}});
            continue;
        }
        // Of a record that whoever asks may not see nothing is said but that this can't be kept.
        const auto other = one(*row.type, misfit.same);
        const bool mayKnow = other && !isBlank(other->row.value(column));
        violations.append({column, Rule::AlreadyUsed, mayKnow ? alreadyUsed(*row.type, *misfit.field, row.text(column)) : QString()});
    }
    return violations.isEmpty() ? Done() : Done(invalid(violations));
}

Result<QString> Records::holderFor(const QList<qint64> &holders) const
{
    for (const qint64 holder : holders) {
        const auto person = closed().isClosed(holder) ? Result<KeptRow>(Error{}) : one(recordType<Person>(), holder);
        if (!person)
            continue; // whose it is stays unsaid
        const auto names = displayNamesOf(m_database, {holder});
        return names ? Result<QString>(names->value(holder) + u" · "_s + person->row.text(u"number"_s)) : names.error();
    }
    return QString();
}

Result<Violations> Records::onFileAlready(const Row &row, qint64 self, const Row *before) const
{
    Violations violations;
    for (const Field &field : row.type->fields) {
        const QString column = QString::fromLatin1(field.column);
        const QString key = identifierKey(field, row.value(column));
        if (key.isEmpty() || (before && identifierKey(field, before->value(column)) == key))
            continue;
        const auto holders = holdersOf(m_database, key, *row.type, self);
        const auto who = holders ? holderFor(*holders) : Result<QString>(holders.error());
        if (!who)
            return who.error();
        if (!holders->isEmpty())
            violations.append({column, Rule::OnFileAlready, *who});
    }
    return violations;
}

Result<QString> Records::whyDespite(const Row &row, qint64 self, const Row *before) const
{
    if (m_despiteDouble.isEmpty())
        return QString();
    const auto doubles = onFileAlready(row, self, before);
    return doubles ? Result<QString>(doubles->isEmpty() ? QString() : m_despiteDouble) : Result<QString>(doubles.error());
}

Done Records::despiteDouble(const QString &reason, const std::function<Done()> &body)
{
    if (const Violations problems = reasonProblems(u"reason"_s, reason); !reason.trimmed().isEmpty() && !problems.isEmpty())
        return invalid(problems);
    const QString outer = std::exchange(m_despiteDouble, reason.trimmed());
    const auto restore = qScopeGuard([this, outer] { m_despiteDouble = outer; });
    return body();
}

} // namespace keywork
