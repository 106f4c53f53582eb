// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

Field residentField()
{
    return {.column = "person_id",
        .label = QT_TRANSLATE_NOOP("record", "Resident"),
        .refers = "person",
        .required = true,
        .kept = true,
        .tie = Tie::Owner};
}

Field numberField()
{
    return {.column = "number", .label = QT_TRANSLATE_NOOP("record", "Number"), .searched = true, .listed = true, .kept = true};
}

Field noteField(int maxLength)
{
    return {.column = "note",
        .label = QT_TRANSLATE_NOOP("record", "Note"),
        .searched = true,
        .multiline = true,
        .keptInHouse = true,
        .maxLength = maxLength};
}

Field fromField()
{
    return {.column = "from_on", .label = QT_TRANSLATE_NOOP("record", "From"), .required = true, .listed = true, .days = kEitherWay};
}

Field untilEndedField()
{
    return {.column = "until_on",
        .label = QT_TRANSLATE_NOOP("record", "Until"),
        .help = QT_TRANSLATE_NOOP("record", "Empty: until it is ended."),
        .listed = true,
        .days = kToCome};
}

Field onDayField()
{
    return {.column = "on_day", .label = QT_TRANSLATE_NOOP("record", "On"), .required = true, .listed = true, .days = kHappened};
}

Field startsAtField()
{
    return {.column = "starts_at", .label = QT_TRANSLATE_NOOP("record", "When"), .required = true, .listed = true, .days = kEitherWay};
}

Field emailField() { return {.column = "email", .label = QT_TRANSLATE_NOOP("record", "E-mail"), .rule = Rule::NotAnEmailAddress}; }

Violations endsAfterItBegan(const Row &row, QDate)
{
    const QString until = row.text(u"until_on"_s);
    if (until.isEmpty() || until >= row.text(u"from_on"_s))
        return {};
    return {{u"until_on"_s, Rule::EndsBeforeStart, {}}};
}

} // namespace keywork
