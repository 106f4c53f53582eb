// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/child_age_column.h"

#include "core/rules/child_age.h"
#include "core/services/records/records.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

QString ChildAgeColumn::title() const { return QCoreApplication::translate("children", QT_TRANSLATE_NOOP("children", "Age now")); }

QString ChildAgeColumn::ageOf(const KeptRow &child) const
{
    const auto kept = typed<Child>(child);
    const auto age = kept ? childAge(kept->value, m_services.records.today()) : std::nullopt;
    if (!age)
        return {};
    if (age->least == age->most)
        return QString::number(age->least);
    return QCoreApplication::translate("children", QT_TRANSLATE_NOOP("children", "%1 or %2")).arg(age->least).arg(age->most);
}

void ChildAgeColumn::learn(const QList<KeptRow> &heads)
{
    for (const KeptRow &child : heads)
        m_ages.insert(child.id, ageOf(child));
}

Filter ChildAgeColumn::headsHolding(const QString &typed, const NamesOfTable &) const
{
    QList<qint64> children;
    const auto all = m_services.records.list(recordType<Child>());
    for (const KeptRow &child : all ? *all : QList<KeptRow>())
        if (ageOf(child).contains(typed.trimmed()))
            children.append(child.id);
    return {u"id"_s, Filter::Comparison::In, idList(children)};
}

} // namespace keywork
