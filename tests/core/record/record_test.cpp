// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/care_plan.h"
#include "core/domain/kinds.h"
#include "core/domain/person.h"
#include "core/domain/stay.h"
#include "core/record/row_text.h"
#include "core/record/sql.h"
#include "core/record/validation.h"
#include "tests/support/catch.h"

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
            if (field.personal)
                CHECK(type->hasNotSaid());
        }
        if (type->isAboutPerson())
            CHECK(isAboutResidents(type->category));
    }
}

TEST_CASE("A row survives the way through JSON, for every kind and many random rows")
{
    QRandomGenerator random(20260914);
    for (const RecordType *type : allKinds())
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
    CHECK(ruleFor(row, u"born_on"_s) == Rule::TooLongAgo);
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
    CHECK(ruleFor(toRow(stay), u"arrived_on"_s) == Rule::EndsBeforeStart);
    stay.arrivedOn = QDate(2026, 8, 3);
    stay.leftOn = QDate(2026, 8, 1);
    CHECK(ruleFor(toRow(stay), u"left_on"_s) == Rule::BeforeArrival);
    stay.arrivedOn = {};
    CHECK(ruleFor(toRow(stay), u"arrived_on"_s) == Rule::Required);
    stay.leftOn = {};
    stay.decision = ReferralDecision::Declined;
    CHECK(ruleFor(toRow(stay), u"decision_reason"_s) == Rule::ReasonNeeded);
}

TEST_CASE("SQL names described columns only")
{
    const RecordType &type = recordType<Stay>();
    CHECK(listSql(type, {.filters = {{u"1=1; DROP TABLE stay"_s, Filter::Comparison::Equals, 1}}}).isEmpty());
    CHECK(listSql(type, {.orderBy = u"nonsense"_s}).isEmpty());
    CHECK(insertSql(type).count(u'?') == qsizetype(type.fields.size()) + 2);
    CHECK(updateSql(type).count(u'?') == qsizetype(type.fields.size()) + 2);
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
