// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/kinds.h"
#include "core/domain/person.h"
#include "core/domain/stay.h"
#include "core/record/owned_description.h"
#include "core/record/row_text.h"
#include "core/record/sql.h"
#include "core/record/validation.h"
#include "tests/core/record/described_rows.h"
#include "tests/support/sample_kind.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QSet>

namespace keywork::test::record_test {

using namespace Qt::StringLiterals;

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
    CHECK(check(row, FixedChoices(), kRowsToday).isEmpty());
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

} // namespace keywork::test::record_test
