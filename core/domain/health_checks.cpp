// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/health_checks.h"
#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// A check or test is done on or after the day of its offer, and asked for again later than that.
Violations offeredThenDone(const Row &row, const QString &done, const QString &next)
{
    Violations found;
    const QString offered = row.text(u"offered_on"_s);
    const QString was = row.text(done);
    if (!was.isEmpty() && was < offered)
        found.append({done, Rule::EndsBeforeStart, {}});
    const QString due = next.isEmpty() ? QString() : row.text(next);
    if (!due.isEmpty() && due <= std::max(was, offered))
        found.append({next, Rule::EndsBeforeStart, {}});
    return found;
}

const char *checkLine(const Row &row)
{
    if (!row.text(u"done_on"_s).isEmpty())
        return QT_TRANSLATE_NOOP("record", "Check offered, and done on {done_on}: {kind}");
    const auto answer = fromCode<OfferAnswer>(row.text(u"answer"_s)).value_or(OfferAnswer::NotYet);
    return answer == OfferAnswer::ChoseNotTo ? QT_TRANSLATE_NOOP("record", "Check offered, they chose not to: {kind}")
                                             : QT_TRANSLATE_NOOP("record", "Check offered: {kind}");
}

} // namespace

template <> const Described<HealthCheck> &recordType<HealthCheck>()
{
    static const Described<HealthCheck> type
        = Described<HealthCheck>(
            {.table = "health_check",
                .title = QT_TRANSLATE_NOOP("record", "Health check"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Checks"),
                .category = Category::Health,
                .sharedAs = SharedAs::Listed,
                .place = Place::Health,
                .newOne = QT_TRANSLATE_NOOP("record", "Offer a health check"),
                .belongs = QT_TRANSLATE_NOOP("record", "What was offered, what they said to it, and when it is due again."),
                .listRank = 1,
                .orderBy = "offered_on",
                .newestFirst = true,
                .happens = "offered_on",
                .happened = checkLine,
                .together = [](const Row &row, QDate) { return offeredThenDone(row, u"done_on"_s, u"next_on"_s); }})
              .field(&HealthCheck::personId, residentField())
              .field(&HealthCheck::kind,
                  {.column = "kind",
                      .label = QT_TRANSLATE_NOOP("record", "Which check"),
                      .list = "health_check_kind",
                      .required = true,
                      .listed = true})
              .field(&HealthCheck::offeredOn,
                  {.column = "offered_on",
                      .label = QT_TRANSLATE_NOOP("record", "Offered on"),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&HealthCheck::answer,
                  {.column = "answer", .label = QT_TRANSLATE_NOOP("record", "What they said"), .required = true, .listed = true})
              .field(&HealthCheck::doneOn,
                  {.column = "done_on", .label = QT_TRANSLATE_NOOP("record", "Done on"), .listed = true, .days = kHappened})
              .field(&HealthCheck::everyMonths,
                  {.column = "every_months",
                      .label = QT_TRANSLATE_NOOP("record", "Again after, in months"),
                      .help = QT_TRANSLATE_NOOP("record", "As agreed for them. Leave empty where it is not repeated."),
                      .smallest = 1,
                      .largest = 120})
              .field(&HealthCheck::nextOn,
                  {.column = "next_on",
                      .label = QT_TRANSLATE_NOOP("record", "Or due on"),
                      .help = QT_TRANSLATE_NOOP("record", "A day that somebody said outweighs the months."),
                      .listed = true,
                      .days = DayRange{DayDirection::Future, 20, 10}})
              .field(&HealthCheck::note, noteField(2000));
    return type;
}

template <> const Described<BbvTest> &recordType<BbvTest>()
{
    static const Described<BbvTest> type
        = Described<BbvTest>(
            {.table = "bbv_test",
                .title = QT_TRANSLATE_NOOP("record", "Test for a blood-borne virus"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Tests for blood-borne viruses"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Virus test"),
                .category = Category::BloodBorneViruses,
                .sharedAs = SharedAs::Listed,
                .place = Place::Health,
                .newOne = QT_TRANSLATE_NOOP("record", "Offer a test for a blood-borne virus"),
                .belongs = QT_TRANSLATE_NOOP("record", "Tests offered and taken. A result stands here only as it was told."),
                .listRank = 4,
                .orderBy = "offered_on",
                .newestFirst = true,
                .happens = "offered_on",
                .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Test offered: {virus}"); },
                .together = [](const Row &row, QDate) { return offeredThenDone(row, u"tested_on"_s, {}); }})
              .field(&BbvTest::personId, residentField())
              .field(&BbvTest::virus,
                  {.column = "virus",
                      .label = QT_TRANSLATE_NOOP("record", "Which virus"),
                      .list = "bbv_virus",
                      .required = true,
                      .listed = true})
              .field(&BbvTest::offeredOn,
                  {.column = "offered_on",
                      .label = QT_TRANSLATE_NOOP("record", "Offered on"),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&BbvTest::answer,
                  {.column = "answer", .label = QT_TRANSLATE_NOOP("record", "What they said"), .required = true, .listed = true})
              .field(&BbvTest::testedOn,
                  {.column = "tested_on", .label = QT_TRANSLATE_NOOP("record", "Tested on"), .listed = true, .days = kHappened})
              .field(&BbvTest::result,
                  {.column = "result",
                      .label = QT_TRANSLATE_NOOP("record", "Result, as it was told"),
                      .list = "bbv_result",
                      .shownWhen = {"tested_on"},
                      .listed = true})
              .field(&BbvTest::toldBy,
                  {.column = "told_by", .label = QT_TRANSLATE_NOOP("record", "Told by whom"), .shownWhen = {"tested_on"}, .listed = true})
              .field(&BbvTest::note, noteField(2000));
    return type;
}

template <> const Described<VaccinationDose> &recordType<VaccinationDose>()
{
    static const auto nextIsLater = [](const Row &row, QDate) -> Violations {
        const QString next = row.text(u"next_on"_s);
        if (!next.isEmpty() && next <= row.text(u"given_on"_s))
            return {{u"next_on"_s, Rule::EndsBeforeStart, {}}};
        return {};
    };
    static const Described<VaccinationDose> type
        = Described<VaccinationDose>({.table = "vaccination_dose",
                                         .title = QT_TRANSLATE_NOOP("record", "Vaccination dose"),
                                         .titleMany = QT_TRANSLATE_NOOP("record", "Vaccinations"),
                                         .titleShort = QT_TRANSLATE_NOOP("record", "Vaccination"),
                                         .category = Category::Health,
                                         .sharedAs = SharedAs::Listed,
                                         .place = Place::Health,
                                         .newOne = QT_TRANSLATE_NOOP("record", "New vaccination dose"),
                                         .belongs = QT_TRANSLATE_NOOP("record", "Each dose, and when whoever gave it wants them back."),
                                         .listRank = 5,
                                         .orderBy = "given_on",
                                         .newestFirst = true,
                                         .happens = "given_on",
                                         .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "{vaccine}, dose {dose}"); },
                                         .together = nextIsLater})
              .field(&VaccinationDose::personId, residentField())
              .field(&VaccinationDose::vaccine,
                  {.column = "vaccine",
                      .label = QT_TRANSLATE_NOOP("record", "Against what"),
                      .list = "vaccine",
                      .required = true,
                      .listed = true})
              .field(&VaccinationDose::dose,
                  {.column = "dose",
                      .label = QT_TRANSLATE_NOOP("record", "Which dose"),
                      .required = true,
                      .listed = true,
                      .smallest = 1,
                      .largest = 9})
              .field(&VaccinationDose::givenOn,
                  {.column = "given_on",
                      .label = QT_TRANSLATE_NOOP("record", "Given on"),
                      .required = true,
                      .listed = true,
                      .days = DayRange{DayDirection::Past, 60, 0}})
              .field(&VaccinationDose::givenBy,
                  {.column = "given_by", .label = QT_TRANSLATE_NOOP("record", "Given by"), .searched = true, .listed = true})
              .field(&VaccinationDose::nextOn,
                  {.column = "next_on",
                      .label = QT_TRANSLATE_NOOP("record", "Next dose due on"),
                      .help = QT_TRANSLATE_NOOP("record", "As whoever gave it said. Leave empty when it was the last."),
                      .listed = true,
                      .days = DayRange{DayDirection::Future, 20, 10}});
    return type;
}

} // namespace keywork
