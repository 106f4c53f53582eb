// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/care_plan.h"
#include "core/domain/kinds.h"
#include "core/domain/person.h"
#include "core/domain/stay.h"
#include "core/record/owned_description.h"
#include "core/record/row_text.h"
#include "core/record/sql.h"
#include "core/record/validation.h"
#include "tests/support/catch.h"
#include "tests/support/sample_kind.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QSet>

using namespace keywork;
using namespace Qt::StringLiterals;

namespace {

const QDate kToday(2026, 9, 14);

class FixedChoices final : public ChoiceSource {
public:
    QList<ChoiceOption> options(const QString &list) const override
    {
        for (const FixedList &fixed : fixedLists())
            if (list == QLatin1String(fixed.list)) {
                QList<ChoiceOption> options;
                for (size_t i = 0; i < fixed.count; ++i)
                    options.append({QString::fromLatin1(fixed.options[i].code), QString::fromUtf8(fixed.options[i].label), {}, false});
                return options;
            }
        return {{u"a"_s, u"Label A"_s, {}, false}, {u"she_her"_s, u"she/her"_s, {}, false}};
    }
};

std::optional<Rule> ruleFor(const Row &row, const QString &column)
{
    for (const Violation &violation : check(row, FixedChoices(), kToday))
        if (violation.column == column)
            return violation.rule;
    return {};
}

/// A value that fits the field.
QVariant randomValue(const Field &field, QRandomGenerator &random)
{
    switch (field.kind) {
    case Kind::Integer:
        return qint64(random.bounded(10));
    case Kind::Boolean:
        return qint64(random.bounded(2));
    case Kind::Date:
        return QDate(2020, 1, 1).addDays(random.bounded(2000)).toString(Qt::ISODate);
    case Kind::Instant:
        return u"2026-09-14T08:42:01.005Z"_s;
    case Kind::PartialDate:
        return u"1981-0%1"_s.arg(1 + random.bounded(9));
    case Kind::Reference:
        return qint64(1 + random.bounded(100));
    case Kind::Choice: {
        const QList<ChoiceOption> options = FixedChoices().options(QString::fromLatin1(field.list));
        return options.at(random.bounded(int(options.size()))).code;
    }
    case Kind::Data:
        return u"{}"_s;
    case Kind::Picture:
        return QByteArray(1 + random.bounded(12), char(random.bounded(256)));
    case Kind::TimeOfDay:
        return toStoredText(QTime(random.bounded(24), random.bounded(60)));
    case Kind::Measure:
        return Decimal::fromText(u"%1.%2"_s.arg(random.bounded(300)).arg(random.bounded(1000)))->text();
    case Kind::Money:
        return qint64(random.bounded(100'000));
    case Kind::Text:
        return QString(1 + random.bounded(12), QChar(u'a' + random.bounded(26)));
    }
    return {};
}

} // namespace

TEST_CASE("Every kind is described completely")
{
    QSet<QString> tables;
    for (const RecordType *type : allKinds()) {
        INFO(type->table);
        CHECK_FALSE(tables.contains(QString::fromLatin1(type->table)));
        tables.insert(QString::fromLatin1(type->table));
        CHECK(qstrlen(type->title) > 0);
        CHECK(qstrlen(type->titleMany) > 0);
        if (type->titleShort)
            CHECK(qstrlen(type->titleShort) < qstrlen(type->title));
        if (type->happens) // it stands in the chip of a line
            CHECK(qstrlen(type->titleShort ? type->titleShort : type->title) <= 16);
        CHECK((type->indexOf(QString::fromLatin1(type->orderBy)) >= 0 || QString::fromLatin1(type->orderBy) == u"id"));
        QSet<QString> columns;
        for (const Field &field : type->fields) {
            INFO(field.column);
            CHECK(qstrlen(field.label) > 0);
            CHECK_FALSE(columns.contains(QString::fromLatin1(field.column)));
            columns.insert(QString::fromLatin1(field.column));
            const bool hasList = field.list != nullptr;
            CHECK((field.kind == Kind::Choice ? hasList : !hasList || field.kind == Kind::Text));
            CHECK((field.kind == Kind::Reference) == (field.refers != nullptr));
            if (field.refers)
                CHECK(kindOf(QString::fromLatin1(field.refers)) != nullptr);
            if (field.unit)
                CHECK(field.kind == Kind::Measure);
            if (field.shownWhen.column) // an earlier field, so that two never wait for each other
                CHECK(columns.contains(QString::fromLatin1(field.shownWhen.column)));
            if (field.personal)
                CHECK(type->hasNotSaid());
            const bool isDay = field.kind == Kind::Date || field.kind == Kind::PartialDate || field.kind == Kind::Instant;
            CHECK(isDay == field.days.has_value()); // when it can be is said for every day and moment
            CHECK(field.rule != Rule::InTheFuture); // its direction says that
        }
        if (type->isAboutPerson())
            CHECK(isAboutResidents(type->category));
    }
}

TEST_CASE("A row survives the way through JSON, for every kind and many random rows")
{
    QRandomGenerator random(20260914);
    for (const RecordType *type : allKinds() + QList<const RecordType *>{&test::sampleType()})
        for (int round = 0; round < 200; ++round) {
            Row row = emptyRow(*type);
            for (size_t i = 0; i < type->fields.size(); ++i)
                if (!type->fields[i].nullable || random.bounded(2))
                    row.values[qsizetype(i)] = randomValue(type->fields[i], random);
            INFO(type->table);
            REQUIRE(fromJson(*type, toJson(row)) == row);
            REQUIRE(changedFields(row, row).isEmpty());
        }
}

TEST_CASE("A typed record survives the way through its row")
{
    Person person;
    person.givenName = u"Ben"_s;
    person.bornOn = PartialDate::fromText(u"1981-02"_s);
    person.keyworkerId = {7};
    person.notSaid.reasons.insert(u"gender"_s, NotSaidReason::PrefersNot);
    const auto back = recordType<Person>().fromRow(toRow(person));
    REQUIRE(back);
    CHECK(*back == person);

    Row damaged = toRow(person);
    damaged.set(u"born_on"_s, u"not a date"_s);
    CHECK_FALSE(recordType<Person>().fromRow(damaged));
}

TEST_CASE("Changes hold before and after of exactly the fields that differ")
{
    Stay before;
    before.referredOn = QDate(2026, 7, 15);
    Stay after = before;
    after.arrivedOn = QDate(2026, 8, 3);
    const QJsonObject changes = changesBetween(toRow(before), toRow(after));
    CHECK(changes.keys() == QStringList{u"arrived_on"_s});
    CHECK(changes[u"arrived_on"_s] == QJsonArray({QJsonValue(), u"2026-08-03"_s}));
}

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
    CHECK(check(toRow(stay), FixedChoices(), kToday).isEmpty());
    stay.arrivedOn = QDate(2026, 7, 1);
    CHECK(ruleFor(toRow(stay), u"arrived_on"_s) == Rule::BeforeReferral);
    stay.arrivedOn = QDate(2026, 8, 3);
    stay.leftOn = QDate(2026, 8, 1);
    CHECK(ruleFor(toRow(stay), u"left_on"_s) == Rule::BeforeArrival);
    stay.arrivedOn = {};
    CHECK(ruleFor(toRow(stay), u"arrived_on"_s) == Rule::Required);
    stay.leftOn = {};
    stay.notComing = true;
    CHECK(check(toRow(stay), FixedChoices(), kToday).isEmpty());
    stay.arrivedOn = QDate(2026, 8, 3);
    CHECK(ruleFor(toRow(stay), u"not_coming"_s) == Rule::CameAfterAll);
}

TEST_CASE("A day that can't be is refused, one that is unlikely is only asked about, and a refusal outweighs the question")
{
    Stay stay;
    stay.personId = {1};
    stay.referredOn = QDate(1995, 1, 1);
    CHECK(ruleFor(toRow(stay), u"referred_on"_s) == Rule::Unlikely);
    stay.referredOn = kToday.addDays(1);
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

TEST_CASE("SQL names described columns only")
{
    const RecordType &type = recordType<Stay>();
    CHECK(listSql(type, {.filters = {{u"1=1; DROP TABLE stay"_s, Filter::Comparison::Equals, 1}}}).isEmpty());
    CHECK(listSql(type, {.orderBy = u"nonsense"_s}).isEmpty());
    CHECK(insertSql(type).count(u'?') == qsizetype(type.fields.size()) + 2);
    CHECK(updateSql(type).count(u'?') == qsizetype(type.fields.size()) + 2);
    CHECK(boundValues(type, {.filters = {{u"name"_s, Filter::Comparison::BeginsWord, u"50%_a\\"_s}}})
        == QList<QVariant>{u"% 50\\%\\_a\\\\%"_s}); // typed signs are letters to LIKE
    CHECK(boundValues(type, {.filters = {{u"left_on"_s, Filter::Comparison::IsAbsent}, {u"person_id"_s, Filter::Comparison::Equals, 3}}})
              .size()
        == 1);
}

TEST_CASE("CSV cells can't run as formulas and keep their commas")
{
    CHECK(csvCell(u"=cmd()"_s) == u"'=cmd()"_s);
    CHECK(csvCell(u"-1"_s) == u"'-1"_s);
    CHECK(csvCell(u"a,b"_s) == u"\"a,b\""_s);
    CHECK(csvCell(u"say \"hi\""_s) == u"\"say \"\"hi\"\"\""_s);
    CHECK(csvLine({u"a"_s, u"b\nc"_s}) == u"a,\"b\nc\"\r\n"_s);
}

TEST_CASE("A question that was declined is not a blank")
{
    Person person;
    person.notSaid.reasons = {{u"gender"_s, NotSaidReason::PrefersNot}, {u"ethnicity"_s, NotSaidReason::NotAsked}};
    CHECK(NotSaid::fromJson(person.notSaid.toJson()) == person.notSaid);
    CHECK(NotSaid::fromJson(u"no json at all"_s).reasons.isEmpty());
    CHECK(NotSaid::fromJson(u"{\"gender\": \"invented\"}"_s).reasons.isEmpty());
}

TEST_CASE("Times, measures and money survive the way through their row, and nothing else becomes one")
{
    test::Sample sample = test::aSample();
    sample.dueAt = QTime(9, 5);
    sample.dose = *Decimal::fromText(u"0.25"_s);
    sample.paid = Pence{1250};
    sample.owed = Pence{-300};
    const Row row = test::sampleType().toRow(sample);
    CHECK(row.text(u"due_at"_s) == u"09:05"_s);
    CHECK(row.text(u"weight"_s) == u"62.5"_s);
    CHECK(row.value(u"paid"_s) == QVariant(qint64(1250)));
    CHECK(test::sampleType().fromRow(row) == sample);
    Row unanswered = row;
    unanswered.set(u"dose"_s, emptyRow(test::sampleType()).value(u"dose"_s));
    const auto withoutDose = test::sampleType().fromRow(unanswered);
    REQUIRE(withoutDose);
    CHECK(withoutDose->dose == Decimal());
    for (const auto &[column, wrong] : {std::pair(u"due_at"_s, u"9:05"_s), {u"weight"_s, u"62.50"_s}, {u"paid"_s, u"12.50"_s}}) {
        Row damaged = row;
        damaged.set(column, wrong);
        CHECK_FALSE(test::sampleType().fromRow(damaged));
    }
    CHECK(plainText(row, *test::sampleType().fieldNamed(u"weight"_s), FixedChoices()) == u"62.5 kg"_s);
    CHECK(plainText(row, *test::sampleType().fieldNamed(u"paid"_s), FixedChoices()) == u"£12.50"_s);
    const QStringList columns = expectedColumns(test::sampleType());
    for (const QString &line :
        {u"due_at TEXT NOT NULL"_s, u"next_at TEXT"_s, u"weight TEXT"_s, u"paid INTEGER"_s, u"owed INTEGER NOT NULL"_s})
        CHECK(columns.contains(line));
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
    CHECK(check(row, FixedChoices(), kToday).first().argument == u"£1.00"_s);
}

TEST_CASE("A moment may be a little ahead of this PC's clock, and no more")
{
    const QDateTime now(kToday, QTime(8, 42), Qt::UTC);
    test::Sample sample = test::aSample();
    sample.at = now.addSecs(4 * 60);
    CHECK(check(test::sampleType().toRow(sample), FixedChoices(), kToday, now).isEmpty());
    sample.at = now.addSecs(6 * 60);
    CHECK(check(test::sampleType().toRow(sample), FixedChoices(), kToday, now).first().rule == Rule::InTheFuture);
    CHECK(check(test::sampleType().toRow(sample), FixedChoices(), kToday).isEmpty()); // nobody said what time it is
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
    CHECK(check(test::sampleType().toRow(sample), FixedChoices(), kToday).isEmpty());
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

TEST_CASE("The description of a form that arrives as data owns its words, however many they are")
{
    auto form = std::make_unique<OwnedDescription>(u"assessment"_s, u"Assessment"_s, u"Assessments"_s);
    for (int i = 0; i < 500; ++i)
        form->add(Kind::Text, u"q%1"_s.arg(i), u"Question %1 – “how?”"_s.arg(i));
    form->add(
        Kind::Measure, u"weight"_s, u"Weight"_s, {.help = form->own(u"in the morning"_s), .unit = form->own(u"kg"_s), .required = true});
    form->add(Kind::Boolean, u"smokes"_s, u"Smokes"_s);
    const RecordType &type = form->type();
    CHECK(QString::fromUtf8(type.title) == u"Assessment"_s);
    CHECK(QString::fromUtf8(type.fields[0].label) == u"Question 0 – “how?”"_s);
    CHECK(type.indexOf(u"q499"_s) == 499);
    CHECK(QString::fromUtf8(type.fieldNamed(u"weight"_s)->unit) == u"kg"_s);
    Row row = emptyRow(type);
    CHECK(row.value(u"weight"_s).isNull());
    CHECK(row.value(u"smokes"_s) == QVariant(qint64(0)));
    CHECK(ruleFor(row, u"weight"_s) == Rule::Required);
    row.set(u"weight"_s, u"62.5"_s);
    row.set(u"q7"_s, u"well"_s);
    CHECK(fromJson(type, toJson(row)) == row);
    CHECK(check(row, FixedChoices(), kToday).isEmpty());
}

TEST_CASE("Each kind that has a list has words of its own for the button of a new one")
{
    QSet<QString> known;
    for (const RecordType *type : allKinds()) {
        INFO(type->table);
        CHECK((type->newOne || type->place == Place::Nowhere));
        if (!type->newOne)
            continue;
        CHECK_FALSE(known.contains(QString::fromUtf8(type->newOne)));
        known.insert(QString::fromUtf8(type->newOne));
    }
}
