// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/child.h"
#include "core/domain/money.h"
#include "core/domain/substance_use.h"
#include "core/forms/kept_facts.h"
#include "core/record/table_text.h"
#include "tests/support/catch.h"

namespace keywork::test::kept_facts_test {

using namespace Qt::StringLiterals;

namespace {

Question asking(QuestionKind kind, const QString &keptAs)
{
    Question question;
    question.id = u"one"_s;
    question.kind = kind;
    question.ask = u"One?"_s;
    question.keptAs = keptAs;
    return question;
}

} // namespace

TEST_CASE("A question names the kind that keeps its answer, and the field that begins with its words")
{
    CHECK(kindKeeping(asking(QuestionKind::Text, u"child"_s)) == &recordType<Child>());
    CHECK(kindKeeping(asking(QuestionKind::Text, u"debt.creditor"_s)) == &recordType<Debt>());
    for (const QString &none : {u""_s, u"room"_s, u"person"_s, u"stage_entry"_s, u"nothing.at_all"_s}) {
        INFO(none.toStdString());
        CHECK_FALSE(kindKeeping(asking(QuestionKind::Text, none)));
        CHECK(keptFacts(asking(QuestionKind::Text, none), u"words"_s).isEmpty());
    }
    CHECK(fieldKeeping(asking(QuestionKind::Text, u"child.lives_where"_s)) == recordType<Child>().fieldNamed(u"lives_where"_s));
    for (const QString &none :
        {u"child"_s, u"child."_s, u"child.nothing"_s, u"child.contact_wanted"_s, u"child.person_id"_s, u"debt.amount"_s}) {
        INFO(none.toStdString());
        CHECK_FALSE(fieldKeeping(asking(QuestionKind::Text, none)));
    }
}

TEST_CASE("A record begins with the words of the answer, and what has no room there stands in its note whole")
{
    const Question where = asking(QuestionKind::LongText, u"child.lives_where"_s);
    CHECK(keptFacts(where, u" With her gran "_s) == QList<QVariantMap>{{{u"lives_where"_s, u"With her gran"_s}}});
    CHECK(keptFacts(where, u""_s) == QList<QVariantMap>{QVariantMap()});
    const QString lines = u"With her gran\nin Leeds"_s;
    CHECK(keptFacts(where, lines) == QList<QVariantMap>{{{u"lives_where"_s, u"With her gran in Leeds"_s}, {u"notes"_s, lines}}});
    const QString much(300, u'x');
    const QVariantMap cut = keptFacts(where, much).value(0);
    CHECK(cut.value(u"lives_where"_s).toString() == much.left(200));
    CHECK(cut.value(u"notes"_s).toString() == much);
    // Yes or no are no words for a record.
    CHECK(keptFacts(asking(QuestionKind::YesNo, u"child.lives_where"_s), u"yes"_s) == QList<QVariantMap>{QVariantMap()});
}

TEST_CASE("Each row of a table begins a record: cells into the fields that are called like them, the rest into the note")
{
    Question debts = asking(QuestionKind::Table, u"debt.creditor"_s);
    debts.columns = {{u"whom"_s, u"Whom"_s}, {u"amount"_s, u"About how much"_s}, {u"since"_s, u"Since when"_s}};
    const auto facts = keptFacts(debts,
        tableText({{u"The council"_s, u"£600"_s, u""_s}, {u"A mate"_s, u"about £1,250.50"_s, u"May"_s}, {u"Him"_s, u"20 or 30"_s, u""_s},
            {u""_s, u"a lot"_s, u""_s}}));
    REQUIRE(facts.size() == 4);
    CHECK(facts.at(0) == QVariantMap{{u"creditor"_s, u"The council"_s}, {u"amount"_s, qint64(600'00)}});
    CHECK(facts.at(1)
        == QVariantMap{{u"creditor"_s, u"A mate"_s}, {u"amount"_s, qint64(1'250'50)},
            {u"note"_s, u"About how much: about £1,250.50\nSince when: May"_s}}); // it was about so much
    CHECK(facts.at(2) == QVariantMap{{u"creditor"_s, u"Him"_s}, {u"note"_s, u"About how much: 20 or 30"_s}});
    CHECK(facts.at(3) == QVariantMap{{u"note"_s, u"About how much: a lot"_s}});
    CHECK(keptFacts(debts, u""_s).isEmpty());
    CHECK(keptFacts(debts, tableText({{u"X"_s, u"99999999"_s, u""_s}})).at(0)
        == QVariantMap{{u"creditor"_s, u"X"_s}, {u"note"_s, u"About how much: 99999999"_s}}); // beyond what the field takes
}

TEST_CASE("A table whose answer goes into the notes of a record is one record, with a line for each row")
{
    Question uses = asking(QuestionKind::Table, u"substance_review.notes"_s);
    uses.columns = {{u"what"_s, u"What"_s}, {u"how"_s, u"How"_s}, {u"often"_s, u"Days"_s}};
    CHECK(kindKeeping(uses) == &recordType<SubstanceReview>());
    CHECK(keptFacts(uses, tableText({{u"Heroin"_s, u" smoked "_s, u"20"_s}, {u""_s, u""_s, u""_s}, {u"Alcohol"_s, u""_s, u"6"_s}}))
        == QList<QVariantMap>{{{u"notes"_s, u"Heroin, smoked, 20\nAlcohol, 6"_s}}});
    CHECK(keptFacts(uses, u""_s) == QList<QVariantMap>{QVariantMap()});
}

} // namespace keywork::test::kept_facts_test
