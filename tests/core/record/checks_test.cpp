// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/person.h"
#include "core/domain/stay.h"
#include "core/record/owned_description.h"
#include "core/record/validation.h"
#include "tests/core/record/described_rows.h"
#include "tests/support/catch.h"
#include "tests/support/sample_kind.h"

namespace keywork::test::checks_test {

using namespace Qt::StringLiterals;

TEST_CASE("Each slip of the keyboard has its rule")
{
    Person person;
    CHECK(ruleFor(toRow(person), u"given_name"_s) == Rule::Required);
    person.givenName = QString(10'000, u'x');
    CHECK(ruleFor(toRow(person), u"given_name"_s) == Rule::TooLong);
    person.givenName = u"Ben"_s + QChar(0);
    CHECK(ruleFor(toRow(person), u"given_name"_s) == Rule::HoldsControlCharacters);
    for (const QString &odd : {u"<img src=/dev/zero>"_s, u"%1"_s, u"\u202eneB"_s, u"🙂 Ben"_s, u"=cmd()"_s}) {
        person.givenName = odd;
        CHECK_FALSE(ruleFor(toRow(person), u"given_name"_s));
    }
    person.nhsNumber = u"123"_s;
    CHECK(ruleFor(toRow(person), u"nhs_number"_s) == Rule::NotAnNhsNumber);
    person.nhsNumber = u"000 000 0000"_s;
    CHECK(ruleFor(toRow(person), u"nhs_number"_s) == Rule::NotAnNhsNumber);
    person.email = u"ben at home"_s;
    CHECK(ruleFor(toRow(person), u"email"_s) == Rule::NotAnEmailAddress);
    person.pronouns = {u"nonsense"_s};
    CHECK(ruleFor(toRow(person), u"pronouns"_s) == Rule::UnknownChoice);

    Row row = toRow(person);
    row.set(u"born_on"_s, u"1981-02-30"_s);
    CHECK(ruleFor(row, u"born_on"_s) == Rule::NotADate);
    row.set(u"born_on"_s, u"2027"_s);
    CHECK(ruleFor(row, u"born_on"_s) == Rule::InTheFuture);
    row.set(u"born_on"_s, u"1850"_s);
    CHECK(ruleFor(row, u"born_on"_s) == Rule::Unlikely);
    row.set(u"born_on"_s, u"2019"_s); // a child does not live here
    CHECK(ruleFor(row, u"born_on"_s) == Rule::Unlikely);
    row.set(u"born_on"_s, u"2010"_s); // may have been sixteen for a while
    CHECK_FALSE(ruleFor(row, u"born_on"_s));
    Row contact = emptyRow(recordType<Contact>());
    contact.set(u"next_of_kin"_s, u"00"_s); // SQLite would keep another value than was given
    CHECK(ruleFor(contact, u"next_of_kin"_s) == Rule::NotANumber);
    contact.set(u"next_of_kin"_s, u"1"_s);
    CHECK_FALSE(ruleFor(contact, u"next_of_kin"_s));
}

TEST_CASE("A stay's dates follow each other")
{
    Stay stay;
    stay.personId = {1};
    stay.referredOn = QDate(2026, 7, 15);
    CHECK(check(toRow(stay), FixedChoices(), kRowsToday).isEmpty());
    stay.arrivedOn = QDate(2026, 7, 1);
    CHECK(ruleFor(toRow(stay), u"arrived_on"_s) == Rule::BeforeReferral);
    stay.arrivedOn = QDate(2026, 8, 3);
    stay.leftOn = QDate(2026, 8, 1);
    CHECK(ruleFor(toRow(stay), u"left_on"_s) == Rule::BeforeArrival);
    stay.arrivedOn = {};
    CHECK(ruleFor(toRow(stay), u"arrived_on"_s) == Rule::Required);
    stay.leftOn = {};
    stay.notComing = true;
    CHECK(check(toRow(stay), FixedChoices(), kRowsToday).isEmpty());
    stay.arrivedOn = QDate(2026, 8, 3);
    CHECK(ruleFor(toRow(stay), u"not_coming"_s) == Rule::CameAfterAll);
}

TEST_CASE("A day that can't be is refused, one that is unlikely is only asked about, and a refusal outweighs the question")
{
    Stay stay;
    stay.personId = {1};
    stay.referredOn = QDate(1995, 1, 1);
    CHECK(ruleFor(toRow(stay), u"referred_on"_s) == Rule::Unlikely);
    stay.referredOn = kRowsToday.addDays(1);
    CHECK(ruleFor(toRow(stay), u"referred_on"_s) == Rule::InTheFuture);
    stay.referredOn = QDate(2026, 7, 15);
    for (const auto &[day, rule] : {std::pair(QDate(2025, 9, 13), std::optional(Rule::Unlikely)), {QDate(2025, 9, 14), std::nullopt},
             {QDate(2031, 9, 14), std::nullopt}, {QDate(2031, 9, 15), Rule::Unlikely}, {QDate(2526, 9, 14), Rule::Unlikely},
             {QDate(2526, 9, 15), Rule::TooFarAhead}, {QDate(9999, 12, 31), Rule::TooFarAhead}}) {
        INFO(day.toString(Qt::ISODate).toStdString());
        stay.expectedOn = day;
        CHECK(ruleFor(toRow(stay), u"expected_on"_s) == rule);
    }
    stay.expectedOn = {};
    stay.arrivedOn = QDate(1995, 1, 1); // unlikely, and before the referral: what is refused is said
    CHECK(ruleFor(toRow(stay), u"arrived_on"_s) == Rule::BeforeReferral);
}

TEST_CASE("Times, measures and money each have their rule")
{
    struct Case {
        QString column;
        QVariant value;
        std::optional<Rule> rule;
    };
    const Case cases[] = {
        {u"due_at"_s, u"25:00"_s, Rule::NotATime},
        {u"due_at"_s, u"23:59"_s, {}},
        {u"happened_at"_s, u"14/9 noon"_s, Rule::NotAMoment},
        {u"happened_at"_s, u"1850-09-14T08:42:01.005Z"_s, Rule::Unlikely},
        {u"weight"_s, QVariant(), Rule::Required},
        {u"weight"_s, u"sixty"_s, Rule::NotAMeasure},
        {u"weight"_s, u"62.50"_s, Rule::NotAMeasure},
        {u"weight"_s, u"19.999999"_s, Rule::TooSmall},
        {u"weight"_s, u"300.1"_s, Rule::TooLarge},
        {u"weight"_s, u"300"_s, {}},
        {u"paid"_s, u"12.50"_s, Rule::NotAnAmount},
        {u"paid"_s, qint64(99), Rule::TooSmall},
        {u"paid"_s, qint64(50'001), Rule::TooLarge},
        {u"paid"_s, qint64(50'000), {}},
    };
    for (const Case &one : cases) {
        Row row = test::sampleType().toRow(test::aSample());
        row.set(one.column, one.value);
        INFO(one.column.toStdString() << " = " << one.value.toString().toStdString());
        CHECK(ruleFor(row, one.column) == one.rule);
    }
    Row row = test::sampleType().toRow(test::aSample());
    row.set(u"paid"_s, qint64(99));
    CHECK(check(row, FixedChoices(), kRowsToday).first().argument == u"£1.00"_s);
}

TEST_CASE("A moment may be a little ahead of this PC's clock, and no more")
{
    const QDateTime now(kRowsToday, QTime(8, 42), Qt::UTC);
    test::Sample sample = test::aSample();
    sample.at = now.addSecs(4 * 60);
    CHECK(check(test::sampleType().toRow(sample), FixedChoices(), kRowsToday, now).isEmpty());
    sample.at = now.addSecs(6 * 60);
    CHECK(check(test::sampleType().toRow(sample), FixedChoices(), kRowsToday, now).first().rule == Rule::InTheFuture);
    CHECK(check(test::sampleType().toRow(sample), FixedChoices(), kRowsToday).isEmpty()); // nobody said what time it is
}

TEST_CASE("What is asked after an answer is required only then, and kept only then")
{
    test::Sample sample = test::aSample();
    sample.why = u"no room"_s;
    sample.treated = u"a nurse"_s;
    const auto asked = [&](const char *column) {
        return isAsked(test::sampleType().toRow(sample), *test::sampleType().fieldNamed(QString::fromLatin1(column)));
    };
    const auto kept = [&] { return *test::sampleType().fromRow(askedPart(test::sampleType().toRow(sample))); };
    CHECK(check(test::sampleType().toRow(sample), FixedChoices(), kRowsToday).isEmpty());
    CHECK_FALSE(asked("why"));
    CHECK_FALSE(asked("treated"));
    CHECK(kept().why.isEmpty());
    CHECK(kept().treated.isEmpty());

    sample.decision = ReferralInState::Declined;
    CHECK(asked("why"));
    CHECK(kept().why == u"no room"_s);
    sample.decision = ReferralInState::Accepted;
    CHECK_FALSE(asked("why"));

    sample.hurt = true;
    CHECK(asked("where_hurt"));
    CHECK(ruleFor(test::sampleType().toRow(sample), u"where_hurt"_s) == Rule::Required);
    sample.where = u"left hand"_s;
    CHECK(asked("treated"));
    CHECK(kept().treated == u"a nurse"_s);
    sample.hurt = false; // the answer in between is still there, and was not asked
    CHECK_FALSE(asked("treated"));
    CHECK(kept().where.isEmpty());

    sample.notSaid.reasons.insert(u"why"_s, NotSaidReason::PrefersNot);
    CHECK(kept().notSaid.reasons.isEmpty());
    CHECK(asked("happened_at"));
}

TEST_CASE("Fields that wait for each other or for nothing are asked")
{
    RecordType type{.table = "odd", .title = "Odd", .titleMany = "Odd"};
    type.fields = {{.column = "first", .label = "First", .shownWhen = {.column = "second"}},
        {.column = "second", .label = "Second", .shownWhen = {.column = "nowhere"}},
        {.column = "third", .label = "Third", .shownWhen = {.column = "third"}}};
    for (const Field &field : type.fields)
        CHECK(isAsked(emptyRow(type), field));
}

TEST_CASE("Several ticks let a field be asked when one of them fits")
{
    RecordType type{.table = "odd", .title = "Odd", .titleMany = "Odd"};
    type.fields
        = {{.column = "needs", .label = "Needs", .list = "need"}, {.column = "which", .label = "Which", .shownWhen = {"needs", "b,c"}}};
    Row row = emptyRow(type);
    CHECK_FALSE(isAsked(row, type.fields[1]));
    row.set(u"needs"_s, u"a,bb"_s);
    CHECK_FALSE(isAsked(row, type.fields[1]));
    row.set(u"needs"_s, u"a,c"_s);
    CHECK(isAsked(row, type.fields[1]));
}

} // namespace keywork::test::checks_test
