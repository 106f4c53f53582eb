// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/validation.h"
#include "tests/support/catch.h"
#include "ui/forms/date_text.h"
#include "ui/text/words.h"

namespace keywork::test::date_text_test {

using namespace Qt::StringLiterals;

TEST_CASE("Dates are understood as people type them")
{
    const QDate today(2026, 9, 14); // a Monday
    const std::pair<QString, QDate> cases[] = {
        {u"today"_s, {2026, 9, 14}},
        {u"Yesterday"_s, {2026, 9, 13}},
        {u"tomorrow"_s, {2026, 9, 15}},
        {u"+2w"_s, {2026, 9, 28}},
        {u"-3d"_s, {2026, 9, 11}},
        {u"+1m"_s, {2026, 10, 14}},
        {u"next tue"_s, {2026, 9, 15}},
        {u"mon"_s, {2026, 9, 14}}, // the nearest, today included
        {u"last fri"_s, {2026, 9, 11}},
        {u"last mon"_s, {2026, 9, 7}},
        {u"14/9"_s, {2026, 9, 14}},
        {u"1/2"_s, {2027, 2, 1}},
        {u"14/9/26"_s, {2026, 9, 14}},
        {u"3/2/1981"_s, {1981, 2, 3}},
        {u"3.2.81"_s, {1981, 2, 3}},
        {u"14 sep"_s, {2026, 9, 14}},
        {u"14 September 2025"_s, {2025, 9, 14}},
        {u"2026-09-14"_s, {2026, 9, 14}},
        {u"14Sep26"_s, {2026, 9, 14}},
    };
    for (const auto &[typed, expected] : cases) {
        INFO(typed.toStdString());
        CHECK(dayFromText(typed, today) == expected);
    }
    for (const QString &wrong : {u""_s, u"30/2"_s, u"30/2/2026"_s, u"soon"_s, u"32/1"_s, u"14//9"_s, u"+2"_s, u"next"_s, u"0/0"_s,
             u"3 days"_s, u"in 3 days ago"_s, u"septic 3"_s})
        CHECK_FALSE(dayFromText(wrong, today));
}

namespace {

class NoChoices final : public ChoiceSource {
public:
    QList<ChoiceOption> options(const QString &) const override { return {}; }
};

/// Fields of each direction.
const RecordType &fieldsOfDays()
{
    static const RecordType type{.table = "days",
        .title = "Days",
        .titleMany = "Days",
        .fields = {{.column = "birth", .label = "Birth", .days = kResidentBorn, .kind = Kind::PartialDate, .nullable = true},
            {.column = "used", .label = "Used", .days = DayRange{DayDirection::Past, 70, 0}, .kind = Kind::PartialDate, .nullable = true},
            {.column = "past", .label = "Past", .days = kHappened, .kind = Kind::Date, .nullable = true},
            {.column = "future", .label = "Future", .days = kToCome, .kind = Kind::Date, .nullable = true},
            {.column = "any", .label = "Any", .kind = Kind::Date, .nullable = true}}};
    return type;
}

/// What becomes of what is typed: the stored text, "asked" or "refused".
QString outcomeOf(const QString &column, const QString &typed, QDate today)
{
    const Field &field = *fieldsOfDays().fieldNamed(column);
    const auto day = dayFromText(typed, today, daysOf(field));
    const QString read = field.kind == Kind::PartialDate ? partialFromText(typed, today, daysOf(field))
        : day                                            ? day->toString(Qt::ISODate)
                                                         : QString();
    Row row = emptyRow(fieldsOfDays());
    row.set(column, read.isEmpty() ? typed : read);
    const auto violation = checkField(row, field, NoChoices(), today);
    if (!violation)
        return read;
    return violation->rule == Rule::Unlikely ? u"asked"_s : u"refused"_s;
}

} // namespace

TEST_CASE("A typed day is read in its field's direction; what is unlikely is asked about, what can't be is refused")
{
    struct Case {
        QString field, typed, kept;
    };
    const Case cases[] = {
        // given
        {u"birth"_s, u"mon"_s, u"refused"_s}, {u"birth"_s, u"next tue"_s, u"refused"_s}, {u"birth"_s, u"+1m"_s, u"refused"_s},
        {u"birth"_s, u"4/1/41"_s, u"1941-01-04"_s}, {u"birth"_s, u"4/1/30"_s, u"1930-01-04"_s},
        {u"birth"_s, u"12051980"_s, u"1980-05-12"_s}, {u"birth"_s, u"5th May 1980"_s, u"1980-05-05"_s},
        {u"birth"_s, u"1/1/0001"_s, u"asked"_s}, {u"birth"_s, u"29/02/2023"_s, u"refused"_s}, {u"birth"_s, u"2010-02"_s, u"2010-02"_s},
        {u"past"_s, u"14/3"_s, u"2026-03-14"_s}, {u"past"_s, u"15/9"_s, u"2025-09-15"_s}, {u"past"_s, u"mon"_s, u"2026-09-14"_s},
        {u"past"_s, u"3 days ago"_s, u"2026-09-11"_s}, {u"past"_s, u"1/1/9999"_s, u"refused"_s}, {u"future"_s, u"1/1"_s, u"2027-01-01"_s},
        {u"future"_s, u"mon"_s, u"2026-09-14"_s}, {u"future"_s, u"1/1/1995"_s, u"asked"_s}, {u"future"_s, u"1/1/2399"_s, u"asked"_s},
        {u"any"_s, u"Thu 26 Nov"_s, u"2026-11-26"_s}, {u"any"_s, u"Mon 14 Sep 2026"_s, u"2026-09-14"_s},
        {u"any"_s, u"1980/05/12"_s, u"1980-05-12"_s}, {u"any"_s, u"14 / 9 / 2026"_s, u"2026-09-14"_s},
        {u"any"_s, u"١٤/٩/٢٠٢٦"_s, u"2026-09-14"_s}, {u"any"_s, u"in 3 days"_s, u"2026-09-17"_s}, {u"any"_s, u"2/29/2024"_s, u"refused"_s},
        {u"used"_s, u"12/9"_s, u"2026-09-12"_s}, {u"used"_s, u"today"_s, u"2026-09-14"_s}, {u"used"_s, u"2019"_s, u"2019"_s},
        {u"used"_s, u"Feb 2019"_s, u"2019-02"_s}, {u"used"_s, u"15/9"_s, u"2025-09-15"_s}, {u"used"_s, u"tomorrow"_s, u"refused"_s},
        // found beside them
        {u"birth"_s, u"today"_s, u"refused"_s}, {u"birth"_s, u"14/3"_s, u"refused"_s}, // without its year it is no birth date
        {u"birth"_s, u"15/9/2026"_s, u"refused"_s}, // born tomorrow
        {u"birth"_s, u"12/5/2023"_s, u"asked"_s}, // three years old
        {u"birth"_s, u"1850"_s, u"asked"_s}, {u"birth"_s, u"29/2/00"_s, u"2000-02-29"_s}, {u"birth"_s, u"May 5th, 1980"_s, u"1980-05-05"_s},
        {u"birth"_s, u"Sept. 1980"_s, u"1980-09"_s}, {u"past"_s, u"fri"_s, u"2026-09-11"_s}, {u"past"_s, u"29/2"_s, u"2024-02-29"_s},
        {u"past"_s, u"a week ago"_s, u"2026-09-07"_s}, {u"past"_s, u"the day before yesterday"_s, u"2026-09-12"_s},
        {u"past"_s, u"Sat 14 Mar"_s, u"2026-03-14"_s}, {u"past"_s, u"tomorrow"_s, u"refused"_s},
        {u"past"_s, u"Thu 26 Nov"_s, u"refused"_s}, // the weekday says this year
        {u"past"_s, u"1/1/1995"_s, u"asked"_s}, {u"past"_s, u"15/9/26"_s, u"asked"_s}, // 1926: tomorrow has not been
        {u"future"_s, u"fri"_s, u"2026-09-18"_s}, {u"future"_s, u"14/9"_s, u"2026-09-14"_s}, {u"future"_s, u"13/9"_s, u"2027-09-13"_s},
        {u"future"_s, u"29 feb"_s, u"2028-02-29"_s}, {u"future"_s, u"in a fortnight"_s, u"2026-09-28"_s},
        {u"future"_s, u"31/12/9999"_s, u"refused"_s}, {u"any"_s, u"thu"_s, u"2026-09-17"_s}, {u"any"_s, u"fri"_s, u"2026-09-11"_s},
        {u"any"_s, u"Monday, 14th of September 2026"_s, u"2026-09-14"_s}, {u"any"_s, u"Mon 15 Sep 2026"_s, u"refused"_s}, // a Tuesday
        {u"any"_s, u"20260914"_s, u"2026-09-14"_s}, {u"any"_s, u"140926"_s, u"2026-09-14"_s}, {u"any"_s, u"14-Sep-26"_s, u"2026-09-14"_s},
        {u"any"_s, u"14–9–2026"_s, u"2026-09-14"_s}, {u"any"_s, u"１４／９／２０２６"_s, u"2026-09-14"_s},
        {u"any"_s, u"२०२६-०९-१४"_s, u"2026-09-14"_s},
        {u"any"_s, u"\u200f14/9/2026"_s, u"2026-09-14"_s}, // pasted out of a text from right to left
    };
    for (const Case &one : cases) {
        INFO(one.field.toStdString() << ": " << one.typed.toStdString());
        CHECK(outcomeOf(one.field, one.typed, {2026, 9, 14}).toStdString() == one.kept.toStdString());
    }
    CHECK(outcomeOf(u"future"_s, u"+1m"_s, {2026, 1, 31}) == u"2026-02-28"_s);
}

TEST_CASE("Every form in which Keywork writes a day can be typed back")
{
    const QDate today(2026, 9, 14);
    for (int away = -170; away <= 170; ++away) {
        const QDate day = today.addDays(away);
        for (const QString &written : {words::date(day), words::dayAndMonth(day), words::longDate(day), words::weekday(day),
                 words::dayInFull(day), words::partialDate(PartialDate::fromDate(day)), words::isoDate(day.toString(Qt::ISODate))}) {
            INFO(written.toStdString());
            REQUIRE(dayFromText(written, today) == day);
            REQUIRE(dayFromText(written, today, away <= 0 ? kHappened : kToCome) == day);
        }
        const QDateTime moment(day, QTime(14, 20), Qt::UTC);
        REQUIRE(dayFromText(words::moment(moment).chopped(6), today) == day);
    }
    for (const QString &known : {u"1981"_s, u"1981-02"_s, u"1981-02-03"_s, u"0987-02-03"_s, u"0987-02"_s})
        CHECK(partialFromText(words::partialDate(*PartialDate::fromText(known)), today) == known);
}

TEST_CASE("A year written out is taken at its word, one of two digits is a birth in the past")
{
    const QDate today(2026, 9, 14);
    CHECK(partialFromText(u"3/2/2031"_s, today) == u"2031-02-03"_s);
    CHECK(partialFromText(u"3 feb 2031"_s, today) == u"2031-02-03"_s);
    CHECK(partialFromText(u"3/2/31"_s, today) == u"1931-02-03"_s);
    CHECK(partialFromText(u"3/2/81"_s, today) == u"1981-02-03"_s);
}

TEST_CASE("A birth date may be known in part, and is never in the future")
{
    const QDate today(2026, 9, 14);
    const std::pair<QString, QString> cases[]
        = {{u"1981"_s, u"1981"_s}, {u"feb 1981"_s, u"1981-02"_s}, {u"2/1981"_s, u"1981-02"_s}, {u"3/2/1981"_s, u"1981-02-03"_s},
            {u"3/2/81"_s, u"1981-02-03"_s}, {u"3/2/30"_s, u"1930-02-03"_s}, {u"3 feb 1981"_s, u"1981-02-03"_s}};
    for (const auto &[typed, expected] : cases) {
        INFO(typed.toStdString());
        CHECK(partialFromText(typed, today) == expected);
    }
    for (const QString &wrong : {u"3/2"_s, u"feb"_s, u"30/2/1981"_s, u"old"_s})
        CHECK(partialFromText(wrong, today).isEmpty());
}

TEST_CASE("Dates and durations read as in the house")
{
    CHECK(words::date({2026, 9, 14}) == u"14 Sep 2026"_s);
    CHECK(words::weekday({2026, 9, 14}) == u"Mon 14 Sep"_s);
    const QDate today(2026, 9, 14);
    for (const auto &[day, shown] : std::vector<std::pair<QDate, QString>>{{{2026, 9, 14}, u"Mon 14 Sep"_s},
             {{2025, 2, 27}, u"Thu 27 Feb 2025"_s}, {{2026, 3, 16}, u"Mon 16 Mar"_s}, {{2026, 3, 15}, u"Sun 15 Mar 2026"_s},
             {{2027, 3, 15}, u"Mon 15 Mar"_s}, {{2027, 3, 16}, u"Tue 16 Mar 2027"_s}}) {
        CHECK(words::weekday(day, today) == shown);
        CHECK(words::dayAndMonth(day, today) == shown.mid(4));
    }
    CHECK(words::duration({2026, 8, 3}, {2026, 9, 14}) == u"6 weeks"_s);
    CHECK(words::duration({2026, 9, 13}, {2026, 9, 14}) == u"1 day"_s);
    CHECK(words::duration({2025, 2, 14}, {2026, 9, 13}) == u"18 months"_s);
    CHECK(words::duration({2025, 2, 14}, {2026, 9, 14}) == u"19 months"_s);
    CHECK(words::duration({2024, 2, 29}, {2026, 2, 28}) == u"23 months"_s);
    CHECK(words::duration({2024, 2, 29}, {2026, 3, 1}) == u"2 years"_s);
    CHECK(words::duration({2026, 9, 15}, {2026, 9, 14}).isEmpty());
}

} // namespace keywork::test::date_text_test
