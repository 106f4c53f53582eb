// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/money.h"
#include "core/domain/shared_fields.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qint64 kMostAWeek = 500'00; // pence
constexpr qint64 kLargestDebt = 1'000'000'00;

std::optional<Category> debtRowTells(const Row &row) { return debtTells(row.text(u"creditor_kind"_s)); }

} // namespace

std::optional<Category> debtTells(const QString &creditorKind)
{
    static const QHash<QString, Category> byKind{
        {u"drug_debt"_s, Category::SubstanceUse}, {u"court_fine"_s, Category::Offending}, {u"child_maintenance"_s, Category::Family}};
    const auto told = byKind.constFind(creditorKind);
    return told == byKind.constEnd() ? std::optional<Category>() : *told;
}

template <> const Described<ArrearsArrangement> &recordType<ArrearsArrangement>()
{
    static const Described<ArrearsArrangement> type
        = Described<ArrearsArrangement>(
            {.table = "arrears_arrangement",
                .title = QT_TRANSLATE_NOOP("record", "Arrangement about arrears"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Arrangements about arrears"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Arrangement"),
                .category = Category::Money,
                .sharedAs = SharedAs::Listed,
                .place = Place::Money,
                .newOne = QT_TRANSLATE_NOOP("record", "New arrangement about arrears"),
                .belongs = QT_TRANSLATE_NOOP("record", "What they agreed to pay off a week, besides what each week costs."),
                .listRank = 4,
                .orderBy = "from_on",
                .newestFirst = true,
                .happens = "from_on",
                .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Arrangement about arrears: {weekly} a week"); },
                .ends = "until_on",
                .ended = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Arrangement about arrears ended"); },
                .together = endsAfterItBegan})
              .field(&ArrearsArrangement::personId, residentField())
              .field(&ArrearsArrangement::fromOn, fromField())
              .field(&ArrearsArrangement::weekly,
                  {.column = "weekly",
                      .label = QT_TRANSLATE_NOOP("record", "Paid off a week, in pounds"),
                      .help = QT_TRANSLATE_NOOP("record", "Besides what the week itself costs them."),
                      .required = true,
                      .listed = true,
                      .smallest = 1,
                      .largest = kMostAWeek})
              .field(&ArrearsArrangement::agreedHow,
                  {.column = "agreed_how",
                      .label = QT_TRANSLATE_NOOP("record", "Agreed how"),
                      .list = "agreed_how",
                      .required = true,
                      .listed = true})
              .field(&ArrearsArrangement::agreedWith,
                  {.column = "agreed_with", .label = QT_TRANSLATE_NOOP("record", "With whom"), .listed = true, .keptInHouse = true})
              .field(&ArrearsArrangement::untilOn,
                  {.column = "until_on",
                      .label = QT_TRANSLATE_NOOP("record", "Until, that day included"),
                      .help = QT_TRANSLATE_NOOP("record", "Leave it empty: until nothing is owed."),
                      .listed = true,
                      .days = kEitherWay})
              .field(&ArrearsArrangement::note,
                  {.column = "note",
                      .label = QT_TRANSLATE_NOOP("record", "What was said, what would make it easier"),
                      .searched = true,
                      .multiline = true,
                      .keptInHouse = true,
                      .maxLength = 2000});
    return type;
}

template <> const Described<Debt> &recordType<Debt>()
{
    static const Described<Debt> type
        = Described<Debt>(
            {.table = "debt",
                .title = QT_TRANSLATE_NOOP("record", "Debt"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Debts"),
                .category = Category::Money,
                .sharedAs = SharedAs::Listed,
                .alsoTells = debtRowTells,
                .readAs = debtRowTells,
                .place = Place::Money,
                .newOne = QT_TRANSLATE_NOOP("record", "New debt"),
                .belongs = QT_TRANSLATE_NOOP("record", "What they owe elsewhere, as far as they tell it, and who helps with it."),
                .listRank = 5})
              .field(&Debt::personId, residentField())
              .field(&Debt::creditorKind,
                  {.column = "creditor_kind",
                      .label = QT_TRANSLATE_NOOP("record", "Owed to what kind of creditor"),
                      .list = "creditor_kind",
                      .required = true,
                      .listed = true})
              .field(&Debt::creditor,
                  {.column = "creditor",
                      .label = QT_TRANSLATE_NOOP("record", "To whom"),
                      .help = QT_TRANSLATE_NOOP("record", "As they tell it. Nobody has to name anybody."),
                      .searched = true,
                      .listed = true,
                      .keptInHouse = true})
              .field(&Debt::amount,
                  {.column = "amount",
                      .label = QT_TRANSLATE_NOOP("record", "How much, in pounds"),
                      .help = QT_TRANSLATE_NOOP("record", "Leave it empty when nobody knows."),
                      .listed = true,
                      .smallest = 1,
                      .largest = kLargestDebt})
              .field(&Debt::known,
                  {.column = "known",
                      .label = QT_TRANSLATE_NOOP("record", "How we know"),
                      .list = "debt_known",
                      .required = true,
                      .listed = true})
              .field(&Debt::priority,
                  {.column = "priority",
                      .label = QT_TRANSLATE_NOOP("record", "A priority debt"),
                      .list = "yes_no",
                      .help = QT_TRANSLATE_NOOP("record", "As the debt adviser says."),
                      .listed = true})
              .field(&Debt::adviser,
                  {.column = "adviser",
                      .label = QT_TRANSLATE_NOOP("record", "Debt adviser, and where"),
                      .searched = true,
                      .listed = true,
                      .keptInHouse = true})
              .field(&Debt::arrangement,
                  {.column = "arrangement",
                      .label = QT_TRANSLATE_NOOP("record", "What was agreed about it"),
                      .multiline = true,
                      .keptInHouse = true,
                      .maxLength = 1000})
              .field(&Debt::settledOn,
                  {.column = "settled_on", .label = QT_TRANSLATE_NOOP("record", "Settled on"), .listed = true, .days = kHappened})
              .field(&Debt::note, noteField(2000));
    return type;
}

} // namespace keywork
