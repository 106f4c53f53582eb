// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/keywork.h"
#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Violations advocacySaysWithWhom(const Row &row, QDate)
{
    Violations wrong;
    if (row.value(u"agency_id"_s).isNull() && row.text(u"with_whom"_s).trimmed().isEmpty())
        wrong.append({u"with_whom"_s, Rule::Required, {}});
    const QString followUp = row.text(u"follow_up_on"_s);
    if (!followUp.isEmpty() && followUp < row.text(u"on_day"_s))
        wrong.append({u"follow_up_on"_s, Rule::EndsBeforeStart, {}});
    return wrong;
}

const char *advocacyLine(const Row &row)
{
    return row.value(u"agency_id"_s).isNull() ? QT_TRANSLATE_NOOP("record", "Spoke up for them: {with_whom}, {asked}")
                                              : QT_TRANSLATE_NOOP("record", "Spoke up for them: {agency_id}, {asked}");
}

} // namespace

/// Everybody on a shift adds and nobody needs a right for more than safety: it says that somebody was seen.
template <> const Described<ContactNote> &recordType<ContactNote>()
{
    static const Described<ContactNote> type
        = Described<ContactNote>({.table = "contact_note",
                                     .title = QT_TRANSLATE_NOOP("record", "Contact note"),
                                     .titleMany = QT_TRANSLATE_NOOP("record", "Contact notes"),
                                     .category = Category::Risk,
                                     .access = {.add = Act::Record},
                                     .place = Place::Resident,
                                     .newOne = QT_TRANSLATE_NOOP("record", "Quick contact note"),
                                     .belongs = QT_TRANSLATE_NOOP(
                                         "record", "A word at the desk or on the stairs counts as seen; one on the telephone does not."),
                                     .listRank = 5,
                                     .orderBy = "seen_at",
                                     .newestFirst = true,
                                     .happens = "seen_at",
                                     .happened =
                                         [](const Row &row) {
                                             return row.value(u"on_phone"_s).toBool()
                                                 ? QT_TRANSLATE_NOOP("record", "On the telephone: {text}")
                                                 : QT_TRANSLATE_NOOP("record", "Seen: {text}");
                                         },
                                     .seen = {.at = "seen_at", .when = [](const Row &row) { return !row.value(u"on_phone"_s).toBool(); }}})
              .field(&ContactNote::personId, residentField())
              .field(&ContactNote::text,
                  {.column = "text",
                      .label = QT_TRANSLATE_NOOP("record", "Three words will do"),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .keptInHouse = true})
              .field(&ContactNote::onPhone,
                  {.column = "on_phone", .label = QT_TRANSLATE_NOOP("record", "On the telephone: heard, not seen"), .listed = true})
              .field(&ContactNote::seenAt,
                  {.column = "seen_at",
                      .label = QT_TRANSLATE_NOOP("record", "When"),
                      .required = true,
                      .listed = true,
                      .keptInHouse = true,
                      .days = kHappened});
    return type;
}

template <> const Described<Advocacy> &recordType<Advocacy>()
{
    static const Described<Advocacy> type
        = Described<Advocacy>({.table = "advocacy",
                                  .title = QT_TRANSLATE_NOOP("record", "Advocacy"),
                                  .titleMany = QT_TRANSLATE_NOOP("record", "Advocacy"),
                                  .category = Category::CarePlan,
                                  .place = Place::Resident,
                                  .newOne = QT_TRANSLATE_NOOP("record", "Speak up for them"),
                                  .belongs = QT_TRANSLATE_NOOP("record",
                                      "Calls, letters and visits where somebody of the team spoke up for them, with them or without."),
                                  .listRank = 6,
                                  .orderBy = "on_day",
                                  .newestFirst = true,
                                  .happens = "on_day",
                                  .happened = advocacyLine,
                                  .together = advocacySaysWithWhom})
              .field(&Advocacy::personId, residentField())
              .field(&Advocacy::onDay, onDayField())
              .field(&Advocacy::staffId,
                  {.column = "staff_id",
                      .label = QT_TRANSLATE_NOOP("record", "Who spoke up"),
                      .refers = "staff",
                      .required = true,
                      .listed = true})
              .field(&Advocacy::withThem,
                  {.column = "with_them", .label = QT_TRANSLATE_NOOP("record", "The resident was there or on the line"), .listed = true})
              .field(&Advocacy::means, {.column = "means", .label = QT_TRANSLATE_NOOP("record", "How"), .required = true, .listed = true})
              .field(&Advocacy::agencyId,
                  {.column = "agency_id", .label = QT_TRANSLATE_NOOP("record", "With which agency"), .refers = "agency", .listed = true})
              .field(&Advocacy::withWhom,
                  {.column = "with_whom", .label = QT_TRANSLATE_NOOP("record", "With whom"), .searched = true, .listed = true})
              .field(&Advocacy::why, {.column = "why", .label = QT_TRANSLATE_NOOP("record", "Why"), .required = true, .listed = true})
              .field(&Advocacy::asked,
                  {.column = "asked",
                      .label = QT_TRANSLATE_NOOP("record", "What was asked"),
                      .required = true,
                      .searched = true,
                      .multiline = true,
                      .maxLength = 4000})
              .field(&Advocacy::letter,
                  {.column = "letter",
                      .label = QT_TRANSLATE_NOOP("record", "The letter"),
                      .help = QT_TRANSLATE_NOOP("record", "Once this is saved it can begin from our template, and go out from here."),
                      .shownWhen = {"means", "letter"},
                      .searched = true,
                      .multiline = true,
                      .keptInHouse = true,
                      .maxLength = 8000})
              .field(&Advocacy::followUpOn,
                  {.column = "follow_up_on",
                      .label = QT_TRANSLATE_NOOP("record", "Ask again on"),
                      .help = QT_TRANSLATE_NOOP("record", "Today speaks of it from that day until a result stands here."),
                      .listed = true,
                      .days = kToCome})
              .field(&Advocacy::result,
                  {.column = "result",
                      .label = QT_TRANSLATE_NOOP("record", "What came of it"),
                      .searched = true,
                      .multiline = true,
                      .maxLength = 4000});
    return type;
}

} // namespace keywork
