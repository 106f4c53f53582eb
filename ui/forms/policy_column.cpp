// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/policy_column.h"

#include "core/domain/policy.h"
#include "core/services/records/records.h"
#include "ui/text/say.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork {

QString PolicyColumn::title() const { return words::say(QT_TRANSLATE_NOOP("words", "Today")); }

/// Policies are few: all of them are read, since a later version may stand on another page of the list.
QHash<qint64, QString> PolicyColumn::all() const
{
    const auto policies = m_services.records.all<Policy>();
    if (!policies)
        return {};
    const QDate today = m_services.records.today();
    QHash<qint64, QString> lines;
    for (const Kept<Policy> &one : *policies)
        lines.insert(one.id.value,
            one.value.validFrom > today ? words::say(QT_TRANSLATE_NOOP("words", "from %1")).arg(words::date(one.value.validFrom))
                : one.value.isOver      ? words::say(QT_TRANSLATE_NOOP("words", "ended"))
                                        : words::say(QT_TRANSLATE_NOOP("words", "holds")));
    for (const Kept<Policy> &later : *policies)
        if (later.value.followsId && later.value.validFrom <= today)
            lines.insert(
                later.value.followsId.value, words::say(QT_TRANSLATE_NOOP("words", "version %1 holds")).arg(later.value.versionNumber));
    return lines;
}

void PolicyColumn::learn(const QList<KeptRow> &heads)
{
    const bool knowsAll = std::all_of(heads.cbegin(), heads.cend(), [this](const KeptRow &head) { return m_lines.contains(head.id); });
    if (!knowsAll)
        m_lines = all();
}

Filter PolicyColumn::headsHolding(const QString &typed, const NamesOfTable &) const
{
    QList<qint64> found;
    const QHash<qint64, QString> lines = all();
    for (auto it = lines.cbegin(); it != lines.cend(); ++it)
        if (it.value().contains(typed.trimmed(), Qt::CaseInsensitive))
            found.append(it.key());
    return {u"id"_s, Filter::Comparison::In, idList(found)};
}

} // namespace keywork
