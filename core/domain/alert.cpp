// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/person.h"

#include "core/domain/shared_fields.h"
#include "core/domain/told.h"

#include <QHash>

namespace keywork {

namespace {

std::optional<Category> alertCategory(const Row &row)
{
    static const QHash<QString, Category> byKind{{QStringLiteral("health"), Category::Health},
        {QStringLiteral("medicine"), Category::Treatment}, {QStringLiteral("court"), Category::Offending}};
    const auto told = byKind.constFind(row.text(QStringLiteral("kind")));
    return told == byKind.constEnd() ? std::optional<Category>() : *told;
}

/// Its words may tell more than its kind: those stay in the house rather too often, and are read on every shift.
std::optional<Category> alertTells(const Row &row)
{
    const auto kind = alertCategory(row);
    return !kind && speaksOfCourt(row.text(QStringLiteral("text"))) ? std::optional(Category::Offending) : kind;
}

} // namespace

template <> const Described<Alert> &recordType<Alert>()
{
    static const auto endsAfterStart = [](const Row &row, QDate) -> Violations {
        const QString until = row.text(QStringLiteral("until_on"));
        if (!until.isEmpty() && until < row.text(QStringLiteral("from_on")))
            return {{QStringLiteral("until_on"), Rule::EndsBeforeStart, {}}};
        return {};
    };
    static const Described<Alert> type
        = Described<Alert>({.table = "alert",
                               .title = QT_TRANSLATE_NOOP("record", "Alert"),
                               .titleMany = QT_TRANSLATE_NOOP("record", "Alerts"),
                               .category = Category::Risk,
                               .sharedAs = SharedAs::Listed,
                               .alsoTells = alertTells,
                               .readAs = alertCategory,
                               .place = Place::Resident,
                               .newOne = QT_TRANSLATE_NOOP("record", "New alert"),
                               .belongs = QT_TRANSLATE_NOOP(
                                   "record", "What everybody has to know before knocking: risks, allergies, who must not be let in."),
                               .listRank = 3,
                               .orderBy = "from_on",
                               .newestFirst = true,
                               .happens = "from_on",
                               .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Alert: {kind}. {text}"); },
                               .ends = "until_on",
                               .ended = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Alert ended: {kind}"); },
                               .handedOver = alwaysFirst,
                               .together = endsAfterStart})
              .field(&Alert::personId, residentField())
              .field(&Alert::kind,
                  {.column = "kind", .label = QT_TRANSLATE_NOOP("record", "Kind"), .list = "alert_kind", .required = true, .listed = true})
              .field(&Alert::text,
                  {.column = "text",
                      .label = QT_TRANSLATE_NOOP("record", "What to know"),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .maxLength = 120})
              .field(&Alert::priority,
                  {.column = "priority",
                      .label = QT_TRANSLATE_NOOP("record", "Priority"),
                      .list = "alert_priority",
                      .required = true,
                      .listed = true})
              .field(&Alert::fromOn, fromField())
              .field(&Alert::untilOn,
                  {.column = "until_on",
                      .label = QT_TRANSLATE_NOOP("record", "Until"),
                      .help = QT_TRANSLATE_NOOP("record", "Leave empty to show it until someone ends it."),
                      .listed = true,
                      .days = kToCome});
    return type;
}

} // namespace keywork
