// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/money.h"
#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qint64 kDearestWeek = 2'000'00; // pence; above it somebody typed a month or a wrong key
constexpr qint64 kDearestMonth = 8'700'00; // the same a month
constexpr qint64 kLargestPayment = 20'000'00;
constexpr qint64 kSmallestAward = 10; // so that a day's part of it is never less than nothing

Violations chargeHoldsTogether(const Row &row, QDate today)
{
    Violations found = endsAfterItBegan(row, today);
    const bool isWeekly = fromCode<RentPer>(row.text(u"per"_s)) != RentPer::Month;
    if (isWeekly && row.value(u"weekly"_s).toLongLong() > kDearestWeek)
        found.append({u"weekly"_s, Rule::TooLarge, Pence{kDearestWeek}.text()});
    return found;
}

Violations paidDaysInOrder(const Row &row, QDate today)
{
    if (!row.text(u"until_on"_s).isEmpty() && row.text(u"from_on"_s).isEmpty())
        return {{u"from_on"_s, Rule::Required, {}}};
    return endsAfterItBegan(row, today);
}

} // namespace

template <> const Described<RentCharge> &recordType<RentCharge>()
{
    static const Described<RentCharge> type
        = Described<RentCharge>(
            {.table = "rent_charge",
                .title = QT_TRANSLATE_NOOP("record", "Service charge"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Service charges"),
                .category = Category::Money,
                .sharedAs = SharedAs::Listed,
                .place = Place::Money,
                .newOne = QT_TRANSLATE_NOOP("record", "New service charge"),
                .belongs
                = QT_TRANSLATE_NOOP("record", "What the room costs a week or a month, and from when. Another amount is another line."),
                .listRank = 1,
                .orderBy = "from_on",
                .newestFirst = true,
                .happens = "from_on",
                .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Service charge from now on: {weekly}, {per}"); },
                .together = chargeHoldsTogether})
              .field(&RentCharge::personId, residentField())
              .field(&RentCharge::amount,
                  {.column = "weekly",
                      .label = QT_TRANSLATE_NOOP("record", "How much, in pounds"),
                      .help = QT_TRANSLATE_NOOP("record", "All of it, before any benefit: 12, 12.50 or £12.50."),
                      .required = true,
                      .listed = true,
                      .smallest = 1,
                      .largest = kDearestMonth})
              .field(&RentCharge::per,
                  {.column = "per", .label = QT_TRANSLATE_NOOP("record", "For"), .required = true, .beginsAs = "week", .listed = true})
              .field(&RentCharge::fromOn, fromField())
              .field(&RentCharge::untilOn,
                  {.column = "until_on",
                      .label = QT_TRANSLATE_NOOP("record", "Until, that day included"),
                      .help = QT_TRANSLATE_NOOP("record", "Leave it empty: the next amount ends this one, and so does moving out."),
                      .listed = true,
                      .days = kEitherWay})
              .field(&RentCharge::note,
                  {.column = "note",
                      .label = QT_TRANSLATE_NOOP("record", "Note"),
                      .multiline = true,
                      .keptInHouse = true,
                      .maxLength = 1000});
    return type;
}

template <> const Described<RentPayment> &recordType<RentPayment>()
{
    static const Described<RentPayment> type
        = Described<RentPayment>(
            {.table = "rent_payment",
                .title = QT_TRANSLATE_NOOP("record", "Payment"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Payments"),
                .category = Category::Money,
                .place = Place::Money,
                .newOne = QT_TRANSLATE_NOOP("record", "New payment of rent or charge"),
                .belongs = QT_TRANSLATE_NOOP("record", "What they paid for their room. What Housing Benefit covers is not entered here."),
                .listRank = 2,
                .orderBy = "paid_on",
                .newestFirst = true,
                .together = paidDaysInOrder})
              .field(&RentPayment::personId, residentField())
              .field(&RentPayment::paidOn,
                  {.column = "paid_on",
                      .label = QT_TRANSLATE_NOOP("record", "Paid on"),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&RentPayment::amount,
                  {.column = "amount",
                      .label = QT_TRANSLATE_NOOP("record", "How much, in pounds"),
                      .help
                      = QT_TRANSLATE_NOOP("record", "One that was wrong is marked as entered in error, never paid back with a minus."),
                      .required = true,
                      .listed = true,
                      .smallest = 1,
                      .largest = kLargestPayment})
              .field(&RentPayment::how,
                  {.column = "how", .label = QT_TRANSLATE_NOOP("record", "How"), .list = "payment_how", .required = true, .listed = true})
              .field(&RentPayment::fromOn,
                  {.column = "from_on",
                      .label = QT_TRANSLATE_NOOP("record", "Meant for the days from"),
                      .help = QT_TRANSLATE_NOOP("record", "Only if they said so. The ledger takes every payment for what is owed longest."),
                      .days = kEitherWay})
              .field(&RentPayment::untilOn,
                  {.column = "until_on", .label = QT_TRANSLATE_NOOP("record", "Meant for the days until"), .days = kEitherWay})
              .field(&RentPayment::note,
                  {.column = "note", .label = QT_TRANSLATE_NOOP("record", "Receipt or note"), .searched = true, .listed = true});
    return type;
}

namespace {

Violations benefitHoldsTogether(const Row &row, QDate)
{
    const auto isMissing = [&row](const QString &column) { return row.value(column).isNull() || row.text(column).isEmpty(); };
    const auto state = fromCode<BenefitState>(row.text(u"state"_s)).value_or(BenefitState::Applied);
    const bool isOrWas = state == BenefitState::Awarded || state == BenefitState::Suspended;
    Violations found;
    // One that ended may never have been granted: then both are empty.
    for (const auto &[column, other] : {std::pair{u"weekly"_s, u"awarded_from"_s}, {u"awarded_from"_s, u"weekly"_s}})
        if (isMissing(column) && (isOrWas || (state == BenefitState::Ended && !isMissing(other))))
            found.append({column, Rule::Required, {}});
    const QString column = state == BenefitState::Suspended ? u"suspended_on"_s : u"ended_on"_s;
    if (state != BenefitState::Suspended && state != BenefitState::Ended)
        return found;
    if (!isMissing(column) && !isMissing(u"awarded_from"_s) && row.text(column) < row.text(u"awarded_from"_s))
        found.append({column, Rule::EndsBeforeStart, {}});
    return found;
}

constexpr const char *kOnceAwarded = "awarded,suspended,ended";

} // namespace

template <> const Described<HousingBenefit> &recordType<HousingBenefit>()
{
    static const Described<HousingBenefit> type
        = Described<HousingBenefit>({.table = "housing_benefit",
                                        .title = QT_TRANSLATE_NOOP("record", "Housing Benefit"),
                                        .titleMany = QT_TRANSLATE_NOOP("record", "Housing Benefit"),
                                        .category = Category::Money,
                                        .sharedAs = SharedAs::Listed,
                                        .place = Place::Money,
                                        .newOne = QT_TRANSLATE_NOOP("record", "New word on Housing Benefit"),
                                        .belongs = QT_TRANSLATE_NOOP("record",
                                            "Where the claim stands, and what it covers a week. Other benefits stand in the record."),
                                        .listRank = 3,
                                        .orderBy = "as_of",
                                        .newestFirst = true,
                                        .happens = "as_of",
                                        .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Housing Benefit: {state}"); },
                                        .together = benefitHoldsTogether})
              .field(&HousingBenefit::personId, residentField())
              .field(&HousingBenefit::state,
                  {.column = "state", .label = QT_TRANSLATE_NOOP("record", "Where it stands"), .required = true, .listed = true})
              .field(&HousingBenefit::asOf,
                  {.column = "as_of",
                      .label = QT_TRANSLATE_NOOP("record", "Known so since"),
                      .help = QT_TRANSLATE_NOOP("record", "The day of the claim, of the letter, or of what was told."),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&HousingBenefit::reference,
                  {.column = "reference",
                      .label = QT_TRANSLATE_NOOP("record", "Claim reference"),
                      .searched = true,
                      .listed = true,
                      .keptInHouse = true,
                      .maxLength = 60})
              .field(&HousingBenefit::weekly,
                  {.column = "weekly",
                      .label = QT_TRANSLATE_NOOP("record", "Covers a week, in pounds"),
                      .shownWhen = {"state", kOnceAwarded},
                      .listed = true,
                      .smallest = kSmallestAward,
                      .largest = kDearestWeek})
              .field(&HousingBenefit::awardedFrom,
                  {.column = "awarded_from",
                      .label = QT_TRANSLATE_NOOP("record", "Covers from"),
                      .shownWhen = {"state", kOnceAwarded},
                      .listed = true,
                      .days = kEitherWay})
              .field(&HousingBenefit::suspendedOn,
                  {.column = "suspended_on",
                      .label = QT_TRANSLATE_NOOP("record", "Suspended since"),
                      .help = QT_TRANSLATE_NOOP("record", "The first day that is not covered."),
                      .shownWhen = {"state", "suspended"},
                      .required = true,
                      .listed = true,
                      .days = kEitherWay})
              .field(&HousingBenefit::endedOn,
                  {.column = "ended_on",
                      .label = QT_TRANSLATE_NOOP("record", "Ended on"),
                      .help = QT_TRANSLATE_NOOP("record", "The first day that is not covered any more, or the day of the letter."),
                      .shownWhen = {"state", "ended"},
                      .required = true,
                      .listed = true,
                      .days = kEitherWay})
              .field(&HousingBenefit::note,
                  {.column = "note",
                      .label = QT_TRANSLATE_NOOP("record", "What is asked for, what is next"),
                      .searched = true,
                      .multiline = true,
                      .keptInHouse = true,
                      .maxLength = 2000});
    return type;
}

} // namespace keywork
