// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/keywork.h"
#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qint64 kEarliestBefore = 24 * 60 * 60; // earlier than this it is another session, or a wrong day

const char *keyworkLine(const Row &row)
{
    switch (fromCode<KeyworkOutcome>(row.text(u"outcome"_s)).value_or(KeyworkOutcome::Planned)) {
    case KeyworkOutcome::Planned:
        return QT_TRANSLATE_NOOP("record", "Keywork planned: {staff_id}");
    case KeyworkOutcome::Held:
        return QT_TRANSLATE_NOOP("record", "Keywork: {staff_id}");
    case KeyworkOutcome::Late:
        return QT_TRANSLATE_NOOP("record", "Keywork, began late: {staff_id}");
    case KeyworkOutcome::Missed:
        return QT_TRANSLATE_NOOP("record", "Keywork missed: {staff_id}");
    case KeyworkOutcome::CancelledByThem:
        return QT_TRANSLATE_NOOP("record", "Keywork cancelled by the resident: {staff_id}");
    case KeyworkOutcome::CancelledByHouse:
        return QT_TRANSLATE_NOOP("record", "Keywork cancelled by the house: {staff_id}");
    }
    return nullptr;
}

/// Cancelled needs a word why; of what was missed nobody may know it. One that was held has a length, and is not of a day
/// before the one that it was planned for: it was the plan that changed then.
Violations keyworkHangsTogether(const Row &row, QDate)
{
    const auto outcome = fromCode<KeyworkOutcome>(row.text(u"outcome"_s)).value_or(KeyworkOutcome::Planned);
    const bool isCancelled = outcome == KeyworkOutcome::CancelledByThem || outcome == KeyworkOutcome::CancelledByHouse;
    const bool isHeld = outcome == KeyworkOutcome::Held || outcome == KeyworkOutcome::Late;
    Violations wrong;
    if (isCancelled && row.text(u"reason"_s).trimmed().isEmpty())
        wrong.append({u"reason"_s, Rule::ReasonNeeded, {}});
    if (isHeld && row.value(u"minutes"_s).isNull())
        wrong.append({u"minutes"_s, Rule::Required, {}});
    const QDateTime began = QDateTime::fromString(row.text(u"starts_at"_s), Qt::ISODate);
    const QDateTime planned = QDateTime::fromString(row.text(u"planned_for"_s), Qt::ISODate);
    if (isHeld && began.isValid() && planned.isValid() && began.secsTo(planned) > kEarliestBefore)
        wrong.append({u"starts_at"_s, Rule::BeforeThePlan, {}});
    return wrong;
}

Field rulerField(const char *column, const char *label)
{
    return {.column = column,
        .label = label,
        .help = QT_TRANSLATE_NOOP("record", "From 0 to 10, in their own judgement. Leave it empty when it was not asked."),
        .listed = true,
        .keptInHouse = true,
        .smallest = 0,
        .largest = 10};
}

Field keyworkText(const char *column, const char *label)
{
    return {.column = column, .label = label, .searched = true, .multiline = true, .keptInHouse = true, .maxLength = 4000};
}

Field feedbackOnTreatment()
{
    Field field = keyworkText("treatment_feedback", QT_TRANSLATE_NOOP("record", "How treatment goes, in their view"));
    field.category = Category::Treatment;
    return field;
}

} // namespace

template <> const Described<KeyworkSession> &recordType<KeyworkSession>()
{
    static const Described<KeyworkSession> type
        = Described<KeyworkSession>({.table = "keywork_session",
                                        .title = QT_TRANSLATE_NOOP("record", "Keywork session"),
                                        .titleMany = QT_TRANSLATE_NOOP("record", "Keywork sessions"),
                                        .titleShort = QT_TRANSLATE_NOOP("record", "Keywork"),
                                        .category = Category::CarePlan,
                                        .newOne = QT_TRANSLATE_NOOP("record", "Start a keywork session"),
                                        .orderBy = "starts_at",
                                        .newestFirst = true,
                                        .happens = "starts_at",
                                        .happened = keyworkLine,
                                        .seen = {.at = "starts_at",
                                            .by = "staff_id",
                                            .where = "place",
                                            .when =
                                                [](const Row &row) {
                                                    const auto outcome = fromCode<KeyworkOutcome>(row.text(u"outcome"_s));
                                                    return outcome == KeyworkOutcome::Held || outcome == KeyworkOutcome::Late;
                                                }},
                                        .called = "{starts_at}",
                                        .together = keyworkHangsTogether})
              .field(&KeyworkSession::personId, residentField())
              .field(&KeyworkSession::outcome,
                  {.column = "outcome", .label = QT_TRANSLATE_NOOP("record", "How it came about"), .required = true, .listed = true})
              .field(&KeyworkSession::startsAt, startsAtField())
              .field(&KeyworkSession::plannedFor,
                  {.column = "planned_for", .label = QT_TRANSLATE_NOOP("record", "Planned for"), .kept = true, .days = kEitherWay})
              .field(&KeyworkSession::minutes,
                  {.column = "minutes",
                      .label = QT_TRANSLATE_NOOP("record", "How long, in minutes"),
                      .listed = true,
                      .smallest = 1,
                      .largest = 8 * 60})
              .field(&KeyworkSession::staffId,
                  {.column = "staff_id",
                      .label = QT_TRANSLATE_NOOP("record", "With whom of the team"),
                      .refers = "staff",
                      .required = true,
                      .listed = true})
              .field(&KeyworkSession::place,
                  {.column = "place", .label = QT_TRANSLATE_NOOP("record", "Where"), .searched = true, .listed = true, .keptInHouse = true})
              .field(&KeyworkSession::reason,
                  {.column = "reason",
                      .label = QT_TRANSLATE_NOOP("record", "Why it was missed or cancelled"),
                      .shownWhen = {"outcome", "missed,cancelled_by_them,cancelled_by_house"},
                      .searched = true,
                      .keptInHouse = true,
                      .saysWhy = true})
              .field(&KeyworkSession::ownWords, keyworkText("own_words", QT_TRANSLATE_NOOP("record", "In their own words")))
              .field(&KeyworkSession::dailyRoutine, keyworkText("daily_routine", QT_TRANSLATE_NOOP("record", "Daily routine")))
              .field(&KeyworkSession::treatmentFeedback, feedbackOnTreatment())
              .field(&KeyworkSession::longerTerm, keyworkText("longer_term", QT_TRANSLATE_NOOP("record", "Longer-term plan")))
              .field(&KeyworkSession::importance, rulerField("importance", QT_TRANSLATE_NOOP("record", "How much does it matter?")))
              .field(&KeyworkSession::confidence, rulerField("confidence", QT_TRANSLATE_NOOP("record", "How sure that you can?")))
              .field(&KeyworkSession::naloxone,
                  {.column = "naloxone", .label = QT_TRANSLATE_NOOP("record", "Naloxone"), .required = true, .keptInHouse = true});
    return type;
}

} // namespace keywork
