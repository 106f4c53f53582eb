// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/naloxone_watch.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// A batch has to hold a letter or a digit: anything else would call back nothing, or everything.
Violations recallNamesABatch(const Row &row, QDate)
{
    const QString batch = row.text(u"batch"_s);
    const bool isNamed = std::any_of(batch.cbegin(), batch.cend(), [](QChar letter) { return letter.isLetterOrNumber(); });
    Violations violations;
    if (!isNamed)
        violations.append({u"batch"_s, Rule::Required, {}});
    if (const QString ended = row.text(u"ended_on"_s); !ended.isEmpty() && ended < row.text(u"on_day"_s))
        violations.append({u"ended_on"_s, Rule::EndsBeforeStart, {}});
    return violations;
}

Violations trainedInOrder(const Row &row, QDate)
{
    const QString until = row.text(u"until_on"_s);
    return !until.isEmpty() && until < row.text(u"on_day"_s) ? Violations{{u"until_on"_s, Rule::EndsBeforeStart, {}}} : Violations();
}

} // namespace

template <> const Described<NaloxoneCheck> &recordType<NaloxoneCheck>()
{
    static const Described<NaloxoneCheck> type = Described<NaloxoneCheck>(
        {.table = "naloxone_check",
            .title = QT_TRANSLATE_NOOP("record", "Check of a place for naloxone"),
            .titleMany = QT_TRANSLATE_NOOP("record", "Checks of the places"),
            .titleShort = QT_TRANSLATE_NOOP("record", "Check"),
            .access = {.add = Act::Record},
            .place = Place::Supplies,
            .newOne = QT_TRANSLATE_NOOP("record", "Check a place for naloxone"),
            .belongs = QT_TRANSLATE_NOOP("record", "Every place is looked over once a month, by the list: how many kits, sealed, in date."),
            .listRank = 3,
            .orderBy = "on_day",
            .newestFirst = true})
                                                     .field(&NaloxoneCheck::placeId,
                                                         {.column = "place_id",
                                                             .label = QT_TRANSLATE_NOOP("record", "Place"),
                                                             .refers = "naloxone_place",
                                                             .required = true,
                                                             .listed = true})
                                                     .field(&NaloxoneCheck::onDay, onDayField())
                                                     .field(&NaloxoneCheck::kitsFound,
                                                         {.column = "kits_found",
                                                             .label = QT_TRANSLATE_NOOP("record", "Kits that are there"),
                                                             .required = true,
                                                             .listed = true,
                                                             .smallest = 0,
                                                             .largest = 50})
                                                     .field(&NaloxoneCheck::found,
                                                         {.column = "found",
                                                             .label = QT_TRANSLATE_NOOP("record", "What was found"),
                                                             .required = true,
                                                             .beginsAs = "all_right",
                                                             .listed = true})
                                                     .field(&NaloxoneCheck::what,
                                                         {.column = "what",
                                                             .label = QT_TRANSLATE_NOOP("record", "What, and what was done"),
                                                             .shownWhen = {"found", "put_right,not_right"},
                                                             .required = true,
                                                             .searched = true,
                                                             .listed = true,
                                                             .maxLength = 500})
                                                     .field(&NaloxoneCheck::checkedBy,
                                                         {.column = "checked_by",
                                                             .label = QT_TRANSLATE_NOOP("record", "Checked by"),
                                                             .refers = "staff",
                                                             .required = true,
                                                             .listed = true});
    return type;
}

template <> const Described<NaloxoneRecall> &recordType<NaloxoneRecall>()
{
    static const Described<NaloxoneRecall> type
        = Described<NaloxoneRecall>(
            {.table = "naloxone_recall",
                .title = QT_TRANSLATE_NOOP("record", "Recall of a batch"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Recalls of naloxone"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Recall"),
                .access = {.add = Act::Record},
                .place = Place::Supplies,
                .newOne = QT_TRANSLATE_NOOP("record", "New recall of a batch"),
                .belongs = QT_TRANSLATE_NOOP("record", "A batch that is called back: every kit of it is found, those at residents' too."),
                .listRank = 7,
                .orderBy = "on_day",
                .newestFirst = true,
                .called = "{batch}",
                .together = recallNamesABatch})
              .field(&NaloxoneRecall::batch,
                  {.column = "batch",
                      .label = QT_TRANSLATE_NOOP("record", "Batch that is called back"),
                      .help = QT_TRANSLATE_NOOP("record", "As the notice writes it. Blanks, dashes and capitals make no difference."),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .maxLength = 40})
              .field(&NaloxoneRecall::product,
                  {.column = "product", .label = QT_TRANSLATE_NOOP("record", "Product"), .list = "naloxone_product", .listed = true})
              .field(&NaloxoneRecall::onDay, onDayField())
              .field(&NaloxoneRecall::issuedBy,
                  {.column = "issued_by", .label = QT_TRANSLATE_NOOP("record", "Who calls it back"), .required = true, .listed = true})
              .field(&NaloxoneRecall::reference,
                  {.column = "reference", .label = QT_TRANSLATE_NOOP("record", "Number of the notice"), .searched = true, .listed = true})
              .field(&NaloxoneRecall::whatToDo,
                  {.column = "what_to_do",
                      .label = QT_TRANSLATE_NOOP("record", "What to do, as the notice says"),
                      .multiline = true,
                      .maxLength = 2000})
              .field(&NaloxoneRecall::endedOn,
                  {.column = "ended_on",
                      .label = QT_TRANSLATE_NOOP("record", "Every kit dealt with on"),
                      .help = QT_TRANSLATE_NOOP("record", "Leave empty until the last one is found."),
                      .listed = true,
                      .saidAfterwards = true,
                      .days = kHappened});
    return type;
}

template <> const Described<NaloxoneTraining> &recordType<NaloxoneTraining>()
{
    static const Described<NaloxoneTraining> type
        = Described<NaloxoneTraining>(
            {.table = "naloxone_training",
                .title = QT_TRANSLATE_NOOP("record", "Naloxone training"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Naloxone training"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Training"),
                .place = Place::Team,
                .newOne = QT_TRANSLATE_NOOP("record", "New naloxone training"),
                .belongs = QT_TRANSLATE_NOOP("record",
                    "Who of the team learned to give naloxone, when, and until when it counts. Anyone may give it in an emergency."),
                .listRank = 21,
                .orderBy = "on_day",
                .newestFirst = true,
                .together = trainedInOrder})
              .field(&NaloxoneTraining::staffId,
                  {.column = "staff_id", .label = QT_TRANSLATE_NOOP("record", "Who"), .refers = "staff", .required = true, .listed = true})
              .field(&NaloxoneTraining::onDay, onDayField())
              .field(&NaloxoneTraining::givenBy,
                  {.column = "given_by", .label = QT_TRANSLATE_NOOP("record", "Given by"), .refers = "agency", .listed = true})
              .field(&NaloxoneTraining::untilOn,
                  {.column = "until_on",
                      .label = QT_TRANSLATE_NOOP("record", "Counts until"),
                      .help = QT_TRANSLATE_NOOP("record", "As whoever gave it says. Empty: no end was said."),
                      .listed = true,
                      .days = kToCome});
    return type;
}

template <> const Described<SupplyAuthority> &recordType<SupplyAuthority>()
{
    static const Described<SupplyAuthority> type
        = Described<SupplyAuthority>(
            {.table = "supply_authority",
                .title = QT_TRANSLATE_NOOP("record", "Authority to supply"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Authority to supply"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Authority"),
                .access = kManagersChange,
                .place = Place::Supplies,
                .newOne = QT_TRANSLATE_NOOP("record", "New authority to supply"),
                .belongs = QT_TRANSLATE_NOOP(
                    "record", "The paper under which the house hands out naloxone to take home or runs a needle exchange, and with whom."),
                .listRank = 10,
                .orderBy = "from_on",
                .newestFirst = true,
                .together = endsAfterItBegan})
              .field(&SupplyAuthority::what,
                  {.column = "what",
                      .label = QT_TRANSLATE_NOOP("record", "For what"),
                      .required = true,
                      .beginsAs = "take_home_naloxone",
                      .listed = true})
              .field(&SupplyAuthority::paper,
                  {.column = "paper",
                      .label = QT_TRANSLATE_NOOP("record", "Paper, and where it lies"),
                      .help = QT_TRANSLATE_NOOP("record",
                          "Who may supply naloxone to take home is named in the Human Medicines regulations as amended in 2024, others are "
                          "registered with a supply network co-ordinator. Check it with the local drug service."),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .saysWhy = true,
                      .maxLength = 300})
              .field(&SupplyAuthority::agencyId,
                  {.column = "agency_id",
                      .label = QT_TRANSLATE_NOOP("record", "Given by, or run with"),
                      .refers = "agency",
                      .listed = true})
              .field(&SupplyAuthority::fromOn, fromField())
              .field(&SupplyAuthority::untilOn, untilEndedField())
              .field(&SupplyAuthority::note, noteField(1000));
    return type;
}

} // namespace keywork
