// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/kinds.h"
#include "core/domain/stay.h"
#include "core/record/validation.h"
#include "tests/support/sample_kind.h"

#include <QRandomGenerator>

namespace keywork::test {

using namespace Qt::StringLiterals;

inline const QDate kRowsToday(2026, 9, 14);

class FixedChoices final : public ChoiceSource {
public:
    QList<ChoiceOption> options(const QString &list) const override
    {
        for (const FixedList &fixed : fixedLists())
            if (list == QLatin1String(fixed.list)) {
                QList<ChoiceOption> options;
                for (size_t i = 0; i < fixed.count; ++i)
                    options.append({QString::fromLatin1(fixed.options[i].code), QString::fromUtf8(fixed.options[i].label), {}, false});
                return options;
            }
        return {{u"a"_s, u"Label A"_s, {}, false}, {u"she_her"_s, u"she/her"_s, {}, false}};
    }
};

inline std::optional<Rule> ruleFor(const Row &row, const QString &column)
{
    for (const Violation &violation : check(row, FixedChoices(), kRowsToday))
        if (violation.column == column)
            return violation.rule;
    return {};
}

/// A value that fits the field.
inline QVariant randomValue(const Field &field, QRandomGenerator &random)
{
    switch (field.kind) {
    case Kind::Integer:
        return qint64(random.bounded(10));
    case Kind::Boolean:
        return qint64(random.bounded(2));
    case Kind::Date:
        return QDate(2020, 1, 1).addDays(random.bounded(2000)).toString(Qt::ISODate);
    case Kind::Instant:
        return u"2026-09-14T08:42:01.005Z"_s;
    case Kind::PartialDate:
        return u"1981-0%1"_s.arg(1 + random.bounded(9));
    case Kind::Reference:
        return qint64(1 + random.bounded(100));
    case Kind::Choice: {
        const QList<ChoiceOption> options = FixedChoices().options(QString::fromLatin1(field.list));
        return options.at(random.bounded(int(options.size()))).code;
    }
    case Kind::Data:
        return u"{}"_s;
    case Kind::Picture:
        return QByteArray(1 + random.bounded(12), char(random.bounded(256)));
    case Kind::TimeOfDay:
        return toStoredText(QTime(random.bounded(24), random.bounded(60)));
    case Kind::Measure:
        return Decimal::fromText(u"%1.%2"_s.arg(random.bounded(300)).arg(random.bounded(1000)))->text();
    case Kind::Money:
        return qint64(random.bounded(100'000));
    case Kind::Text:
        return QString(1 + random.bounded(12), QChar(u'a' + random.bounded(26)));
    }
    return {};
}

} // namespace keywork::test
