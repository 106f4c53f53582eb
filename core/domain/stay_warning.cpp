// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/shared_fields.h"
#include "core/domain/stay_letter_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Violations warningHoldsTogether(const Row &row, QDate)
{
    Violations found = letterHoldsTogether(row);
    const QString given = row.text(u"given_on"_s);
    const QString expires = row.text(u"expires_on"_s);
    if (!given.isEmpty())
        for (const QString &column : {u"expires_on"_s, u"agreed"_s, u"support"_s})
            if (row.text(column).trimmed().isEmpty())
                found.append({column, Rule::Required, {}});
    if (!given.isEmpty() && !expires.isEmpty() && expires < given)
        found.append({u"expires_on"_s, Rule::EndsBeforeStart, {}});
    return found;
}

Described<StayWarning> whatFollows(Described<StayWarning> &&type)
{
    return std::move(type)
        .field(&StayWarning::agreed,
            {.column = "agreed",
                .label = QT_TRANSLATE_NOOP("record", "What was agreed instead"),
                .help = QT_TRANSLATE_NOOP("record", "What they do, what the house does, by when."),
                .searched = true,
                .multiline = true,
                .maxLength = 2000})
        .field(&StayWarning::support,
            {.column = "support",
                .label = QT_TRANSLATE_NOOP("record", "Support offered"),
                .searched = true,
                .multiline = true,
                .maxLength = 2000})
        .field(&StayWarning::expiresOn,
            {.column = "expires_on",
                .label = QT_TRANSLATE_NOOP("record", "Counts until"),
                .help = QT_TRANSLATE_NOOP("record", "From this day on it counts no more."),
                .listed = true,
                .days = kToCome})
        .field(&StayWarning::endToldOn,
            {.column = "end_told_on",
                .label = QT_TRANSLATE_NOOP("record", "They were told that it is over on"),
                .shownWhen = {"expires_on"},
                .days = kHappened});
}

} // namespace

template <> const Described<StayWarning> &recordType<StayWarning>()
{
    static const Described<StayWarning> type = withAppeal(whatFollows(withGiving(withReason(
        Described<StayWarning>(
            {.table = "stay_warning",
                .title = QT_TRANSLATE_NOOP("record", "Warning"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Warnings"),
                .category = Category::Housing,
                .access = kLettersPrepared,
                .place = Place::Notice,
                .newOne = QT_TRANSLATE_NOOP("record", "New warning"),
                .belongs = QT_TRANSLATE_NOOP("record",
                    "What happened, what was agreed instead, and until when it counts. Prepared by any of the team, given by a manager."),
                .listRank = 1,
                .orderBy = "given_on",
                .newestFirst = true,
                .happens = "given_on",
                .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Warning, {kind}: {reason}"); },
                .handedOver = alwaysTold,
                .together = warningHoldsTogether})
            .field(inLetter<StayWarning>(&StayLetter::personId), residentField())
            .field(&StayWarning::kind,
                {.column = "kind", .label = QT_TRANSLATE_NOOP("record", "Kind of warning"), .required = true, .listed = true})))));
    return type;
}

} // namespace keywork
