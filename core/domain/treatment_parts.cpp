// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/treatment.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Field episodeField()
{
    return {.column = "episode_id",
        .label = QT_TRANSLATE_NOOP("record", "Treatment episode"),
        .refers = "treatment_episode",
        .required = true,
        .kept = true};
}

Violations treatmentPartInOrder(const Row &row, QDate)
{
    const QString since = row.text(u"since_on"_s);
    Violations wrong;
    for (const QString &column : {u"expected_end_on"_s, u"ended_on"_s})
        if (const QString end = row.text(column); !end.isEmpty() && !since.isEmpty() && end < since)
            wrong.append({column, Rule::EndsBeforeStart, {}});
    return wrong;
}

Violations nextAfterReview(const Row &row, QDate)
{
    const QString next = row.text(u"next_on"_s);
    return next.isEmpty() || next > row.text(u"held_on"_s) ? Violations() : Violations{{u"next_on"_s, Rule::EndsBeforeStart, {}}};
}

const char *partBegins(const Row &) { return QT_TRANSLATE_NOOP("record", "{kind} begins"); }

const char *partEnds(const Row &) { return QT_TRANSLATE_NOOP("record", "{kind} ends"); }

const char *treatmentReviewed(const Row &) { return QT_TRANSLATE_NOOP("record", "Review of treatment: {said}"); }

} // namespace

bool lowersTolerance(TreatmentKind kind)
{
    using enum TreatmentKind;
    return kind == DetoxCommunity || kind == DetoxInpatient || kind == DetoxResidential || kind == ResidentialRehab;
}

bool isResidential(TreatmentKind kind)
{
    using enum TreatmentKind;
    return kind == DetoxInpatient || kind == DetoxResidential || kind == ResidentialRehab;
}

template <> const Described<TreatmentPart> &recordType<TreatmentPart>()
{
    static const Described<TreatmentPart> type
        = Described<TreatmentPart>({.table = "treatment_part",
                                       .title = QT_TRANSLATE_NOOP("record", "Kind of treatment"),
                                       .titleMany = QT_TRANSLATE_NOOP("record", "Kinds of treatment"),
                                       .titleShort = QT_TRANSLATE_NOOP("record", "Treatment part"),
                                       .category = Category::Treatment,
                                       .sharedAs = SharedAs::Listed,
                                       .orderBy = "since_on",
                                       .happens = "since_on",
                                       .happened = partBegins,
                                       .ends = "ended_on",
                                       .ended = partEnds,
                                       .within = "kind",
                                       .childOf = "episode_id",
                                       .together = treatmentPartInOrder})
              .field(&TreatmentPart::episodeId, episodeField())
              .field(&TreatmentPart::personId, residentField())
              .field(&TreatmentPart::kind,
                  {.column = "kind", .label = QT_TRANSLATE_NOOP("record", "What kind"), .required = true, .listed = true})
              .field(&TreatmentPart::state,
                  {.column = "state", .label = QT_TRANSLATE_NOOP("record", "How far"), .required = true, .listed = true})
              .field(&TreatmentPart::since,
                  {.column = "since_on",
                      .label = QT_TRANSLATE_NOOP("record", "Since"),
                      .shownWhen = {"state", "under_way,ended"},
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&TreatmentPart::expectedEndOn,
                  {.column = "expected_end_on",
                      .label = QT_TRANSLATE_NOOP("record", "Ends as planned on"),
                      .shownWhen = {"state", "under_way"},
                      .listed = true,
                      .days = kEitherWay})
              .field(&TreatmentPart::endedOn,
                  {.column = "ended_on",
                      .label = QT_TRANSLATE_NOOP("record", "Ended on"),
                      .help = QT_TRANSLATE_NOOP(
                          "record", "Out of detox or rehab, tolerance is lower: say so under “Discharges and releases”, too."),
                      .shownWhen = {"state", "ended"},
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&TreatmentPart::howEnded,
                  {.column = "how_ended",
                      .label = QT_TRANSLATE_NOOP("record", "How it ended"),
                      .shownWhen = {"state", "ended"},
                      .listed = true})
              .field(&TreatmentPart::note,
                  {.column = "note",
                      .label = QT_TRANSLATE_NOOP("record", "Note"),
                      .searched = true,
                      .keptInHouse = true,
                      .maxLength = 500});
    return type;
}

template <> const Described<TreatmentReview> &recordType<TreatmentReview>()
{
    static const Described<TreatmentReview> type
        = Described<TreatmentReview>({.table = "treatment_review",
                                         .title = QT_TRANSLATE_NOOP("record", "Review of treatment"),
                                         .titleMany = QT_TRANSLATE_NOOP("record", "Reviews of treatment"),
                                         .titleShort = QT_TRANSLATE_NOOP("record", "Review there"),
                                         .category = Category::Treatment,
                                         .orderBy = "held_on",
                                         .newestFirst = true,
                                         .happens = "held_on",
                                         .happened = treatmentReviewed,
                                         .childOf = "episode_id",
                                         .together = nextAfterReview})
              .field(&TreatmentReview::episodeId, episodeField())
              .field(&TreatmentReview::personId, residentField())
              .field(&TreatmentReview::heldOn,
                  {.column = "held_on",
                      .label = QT_TRANSLATE_NOOP("record", "Held on"),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&TreatmentReview::withWhom,
                  {.column = "with_whom", .label = QT_TRANSLATE_NOOP("record", "With whom"), .searched = true, .listed = true})
              .field(&TreatmentReview::said,
                  {.column = "said",
                      .label = QT_TRANSLATE_NOOP("record", "What came of it"),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .maxLength = 500})
              .field(&TreatmentReview::nextOn,
                  {.column = "next_on", .label = QT_TRANSLATE_NOOP("record", "Next review"), .listed = true, .days = kEitherWay});
    return type;
}

} // namespace keywork
