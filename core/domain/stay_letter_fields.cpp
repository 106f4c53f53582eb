// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/stay_letter_fields.h"

#include "core/domain/entry_criteria.h"
#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

bool letterSays(const Row &row, const QString &column) { return !row.text(column).trimmed().isEmpty(); }

void checkLetterDays(const Row &row, Violations &found)
{
    const auto isBefore = [&row](const QString &column, const QString &other) {
        return letterSays(row, column) && letterSays(row, other) && row.text(column) < row.text(other);
    };
    for (const auto &[column, other] : {std::pair{u"appeal_until"_s, u"given_on"_s}, {u"appeal_on"_s, u"given_on"_s},
             {u"heard_on"_s, u"appeal_on"_s}, {u"taken_back_on"_s, u"given_on"_s}})
        if (isBefore(column, other))
            found.append({column, Rule::EndsBeforeStart, {}});
    if (isBefore(u"appeal_until"_s, u"appeal_on"_s)) // kept all the same: whoever hears it decides
        found.append({u"appeal_on"_s, Rule::Unlikely, kAppealLate});
}

void checkLetterAppeal(const Row &row, Violations &found)
{
    const auto needs = [&](const QString &column) {
        if (!letterSays(row, column))
            found.append({column, Rule::Required, {}});
    };
    if (letterSays(row, u"appeal_on"_s) || letterSays(row, u"taken_back_on"_s))
        needs(u"given_on"_s);
    if (letterSays(row, u"heard_on"_s)) {
        needs(u"appeal_on"_s);
        needs(u"outcome"_s);
        needs(u"answer"_s);
        if (row.value(u"heard_by_id"_s).toLongLong() == 0)
            needs(u"heard_by_other"_s);
    }
    const qint64 decided = row.value(u"decided_by_id"_s).toLongLong();
    if (decided > 0 && row.value(u"heard_by_id"_s).toLongLong() == decided)
        found.append({u"heard_by_id"_s, Rule::AnotherPerson, {}});
}

Field letterWords(const char *column, const char *label, const char *help)
{
    return {.column = column, .label = label, .help = help, .searched = true, .multiline = true, .maxLength = 4000};
}

} // namespace

Violations letterHoldsTogether(const Row &row)
{
    Violations found;
    checkLetterDays(row, found);
    checkLetterAppeal(row, found);
    if (letterSays(row, u"given_on"_s)) {
        for (const QString &column : {u"given_how"_s, u"appeal_how"_s})
            if (!letterSays(row, column))
                found.append({column, Rule::Required, {}});
        if (turnsOnSubstanceUse(row.text(u"happened"_s)))
            found.append({u"happened"_s, Rule::Unlikely, kLetterForSubstanceUse});
    }
    return found;
}

Field letterReasonField()
{
    return {.column = "reason",
        .label = QT_TRANSLATE_NOOP("record", "Reason"),
        .list = "stay_letter_reason",
        .help = QT_TRANSLATE_NOOP("record", "Using drugs or alcohol is none by itself: say what happened to whom."),
        .required = true,
        .listed = true};
}

Field letterHappenedField()
{
    Field field = letterWords("happened", QT_TRANSLATE_NOOP("record", "What happened, in facts"),
        QT_TRANSLATE_NOOP("record", "When, where, what was seen and heard, by whom. They will read it."));
    field.required = field.saysWhy = true;
    return field;
}

Field letterIncidentField()
{
    return {.column = "incident_id", .label = QT_TRANSLATE_NOOP("record", "Incident"), .refers = "incident", .anyOnFile = true};
}

Field letterOwnWordsField()
{
    return letterWords(
        "own_words", QT_TRANSLATE_NOOP("record", "What they say about it"), QT_TRANSLATE_NOOP("record", "In their own words."));
}

Field letterGivenOnField()
{
    return {.column = "given_on",
        .label = QT_TRANSLATE_NOOP("record", "Given on"),
        .help = QT_TRANSLATE_NOOP("record", "Leave it empty while it is prepared. A manager gives it."),
        .heading = QT_TRANSLATE_NOOP("record", "Giving it"),
        .listed = true,
        .days = kHappened};
}

Field letterGivenHowField()
{
    return {.column = "given_how", .label = QT_TRANSLATE_NOOP("record", "Given how"), .list = "stay_letter_how"};
}

Field letterDecidedByField()
{
    return {.column = "decided_by_id",
        .label = QT_TRANSLATE_NOOP("record", "Decided by"),
        .refers = "staff",
        .listed = true,
        .kept = true,
        .anyOnFile = true};
}

Field appealHowField()
{
    return {.column = "appeal_how",
        .label = QT_TRANSLATE_NOOP("record", "How they can appeal"),
        .help = QT_TRANSLATE_NOOP("record", "To whom, how, and who helps with it."),
        .heading = QT_TRANSLATE_NOOP("record", "Appeal"),
        .searched = true,
        .multiline = true,
        .maxLength = 1000};
}

Field appealUntilField()
{
    return {.column = "appeal_until",
        .label = QT_TRANSLATE_NOOP("record", "Appeal until"),
        .help = QT_TRANSLATE_NOOP("record", "Left empty it follows from the days in Settings once the letter is given."),
        .days = kEitherWay};
}

Field appealOnField()
{
    return {.column = "appeal_on", .label = QT_TRANSLATE_NOOP("record", "They appealed on"), .listed = true, .days = kHappened};
}

Field appealWordsField()
{
    Field field = letterWords("appeal_words", QT_TRANSLATE_NOOP("record", "What they say in the appeal"), nullptr);
    field.shownWhen = {"appeal_on"};
    return field;
}

Field appealHeardByField()
{
    return {.column = "heard_by_id",
        .label = QT_TRANSLATE_NOOP("record", "Heard by"),
        .refers = "staff",
        .help = QT_TRANSLATE_NOOP("record", "Somebody who did not decide it."),
        .shownWhen = {"appeal_on"},
        .anyOnFile = true};
}

Field appealHeardByOtherField()
{
    return {.column = "heard_by_other",
        .label = QT_TRANSLATE_NOOP("record", "Heard by somebody else"),
        .help = QT_TRANSLATE_NOOP("record", "A trustee, the council: name and what they are."),
        .shownWhen = {"appeal_on"}};
}

Field appealHeardOnField()
{
    return {.column = "heard_on", .label = QT_TRANSLATE_NOOP("record", "Heard on"), .shownWhen = {"appeal_on"}, .days = kHappened};
}

Field appealOutcomeField()
{
    return {.column = "outcome", .label = QT_TRANSLATE_NOOP("record", "What came of it"), .shownWhen = {"heard_on"}, .listed = true};
}

Field appealAnswerField()
{
    Field field = letterWords("answer", QT_TRANSLATE_NOOP("record", "The answer, as they were told"), nullptr);
    field.shownWhen = {"heard_on"};
    return field;
}

Field takenBackOnField()
{
    return {.column = "taken_back_on",
        .label = QT_TRANSLATE_NOOP("record", "Taken back on"),
        .heading = QT_TRANSLATE_NOOP("record", "If it is taken back"),
        .listed = true,
        .days = kHappened};
}

Field takenBackWhyField()
{
    return {.column = "taken_back_why",
        .label = QT_TRANSLATE_NOOP("record", "Why it was taken back"),
        .shownWhen = {"taken_back_on"},
        .required = true,
        .saysWhy = true,
        .maxLength = 500};
}

} // namespace keywork
