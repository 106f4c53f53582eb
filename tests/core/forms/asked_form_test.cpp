// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/asked_form.h"
#include "core/record/row_text.h"
#include "core/record/table_text.h"
#include "core/record/validation.h"
#include "tests/support/form_texts.h"

namespace keywork::test::asked_form_test {

using namespace Qt::StringLiterals;

namespace {

const QDate kDay(2026, 9, 14);

struct Filled {
    AskedForm form{formFrom(smallForm())};
    Row answers = emptyRow(form.type());

    const Question &question(const QString &id) const { return *form.form().question(id); }
    QString words(const QString &id) const { return form.words(answers, question(id)); }
    void notSaid(const QString &id, NotSaidReason reason)
    {
        NotSaid all = NotSaid::fromJson(answers.text(u"not_said"_s));
        all.reasons.insert(id, reason);
        answers.set(u"not_said"_s, all.toJson());
    }
};

} // namespace

TEST_CASE("A form is a kind of record, one field a question")
{
    const Filled filled;
    const RecordType &type = filled.form.type();
    CHECK(type.fields.size() == 11); // and what was not said
    CHECK(type.fieldNamed(u"weight"_s)->kind == Kind::Measure);
    CHECK(type.fieldNamed(u"safe"_s)->kind == Kind::Choice);
    CHECK(type.fieldNamed(u"debts"_s)->scale->highest == u"Heavy"_s);
    CHECK(type.categoryOf(*type.fieldNamed(u"debts"_s)) == Category::Money);
    CHECK(type.fieldNamed(u"places"_s)->columns->size() == 2);
    CHECK(type.hasNotSaid());
}

TEST_CASE("Answers are checked by the question's own choices and bounds")
{
    Filled filled;
    const ShippedNeeds house;
    const auto ruleOf = [&](const QString &id, const QVariant &value) {
        filled.answers.set(id, value);
        const auto violation = checkField(filled.answers, *filled.form.type().fieldNamed(id), house, kDay);
        return violation ? violation->rule : Rule::None;
    };
    CHECK(ruleOf(u"safe"_s, u"no"_s) == Rule::None);
    CHECK(ruleOf(u"safe"_s, u"maybe"_s) == Rule::UnknownChoice);
    CHECK(ruleOf(u"helps"_s, u"walk,talk"_s) == Rule::None);
    CHECK(ruleOf(u"helps"_s, u"walk,run"_s) == Rule::UnknownChoice);
    CHECK(ruleOf(u"weight"_s, u"62.5"_s) == Rule::None);
    CHECK(ruleOf(u"weight"_s, u"19"_s) == Rule::TooSmall);
    CHECK(ruleOf(u"debts"_s, qint64(10)) == Rule::None);
    CHECK(ruleOf(u"debts"_s, qint64(11)) == Rule::TooLarge);
    CHECK(ruleOf(u"since"_s, u"1999"_s) == Rule::None);
    CHECK(ruleOf(u"since"_s, u"1999-13"_s) == Rule::NotADate);
    CHECK(ruleOf(u"since"_s, u"2027"_s) == Rule::InTheFuture);
    CHECK(ruleOf(u"where"_s, QString(501, u'x')) == Rule::TooLong);
    CHECK(ruleOf(u"where"_s, QVariant(u""_s)) == Rule::None); // nothing has to be answered before it is finished
}

TEST_CASE("A question waits for the answer that shows it")
{
    Filled filled;
    CHECK_FALSE(filled.form.asks(filled.answers, filled.question(u"why"_s)));
    filled.answers.set(u"safe"_s, u"yes"_s);
    CHECK_FALSE(filled.form.asks(filled.answers, filled.question(u"why"_s)));
    filled.answers.set(u"safe"_s, u"no"_s);
    CHECK(filled.form.asks(filled.answers, filled.question(u"why"_s)));
    CHECK_FALSE(filled.form.asks(filled.answers, filled.question(u"helps_more"_s)));
    filled.answers.set(u"helps"_s, u"talk"_s);
    CHECK(filled.form.asks(filled.answers, filled.question(u"helps_more"_s)));
}

TEST_CASE("Answers are told in words")
{
    Filled filled;
    filled.answers.set(u"where"_s, u"In a doorway"_s);
    filled.answers.set(u"safe"_s, u"no"_s);
    filled.answers.set(u"weight"_s, u"62.5"_s);
    filled.answers.set(u"helps"_s, u"walk,sleep"_s);
    filled.answers.set(u"debts"_s, qint64(0));
    filled.answers.set(u"places"_s, tableText({{u"Sofa"_s, u"2 weeks"_s}, {u" "_s, u""_s}, {u"Tent"_s, u""_s}}));
    CHECK(filled.words(u"where"_s) == u"In a doorway"_s);
    CHECK(filled.words(u"safe"_s) == u"No"_s);
    CHECK(filled.words(u"weight"_s) == u"62.5 kg"_s);
    CHECK(filled.words(u"helps"_s) == u"A walk; Sleep"_s);
    CHECK(filled.words(u"debts"_s) == u"0"_s);
    CHECK(filled.words(u"places"_s) == u"Sofa · 2 weeks\nTent"_s);
    CHECK(filled.words(u"smoke"_s).isEmpty());
}

TEST_CASE("A table's text that can't be read is no row, and a short row has blank cells")
{
    CHECK(tableText({}).isEmpty());
    CHECK(tableRows(u"nonsense"_s, 2).isEmpty());
    CHECK(tableRows(u"[[\"a\"],7,[\"b\",\"c\",\"d\"]]"_s, 2) == QList<QStringList>{{u"a"_s, u""_s}, {u""_s, u""_s}, {u"b"_s, u"c"_s}});
    CHECK(tableWords(u"[[\"a\"],7,[\"b\",\"c\",\"d\"]]"_s, 2) == u"a\nb · c"_s);
    const QList<QStringList> rows{{u"“a, b”"_s, u"c\\d"_s}};
    CHECK(tableRows(tableText(rows), 2) == rows);
}

TEST_CASE("Progress counts what is asked now, and an answer that was not given counts")
{
    Filled filled;
    const FormSection &section = filled.form.form().sections.first();
    CHECK(progressOf(filled.form, section, filled.answers) == SectionProgress{3, 0});
    filled.answers.set(u"safe"_s, u"no"_s); // shows one more
    CHECK(progressOf(filled.form, section, filled.answers) == SectionProgress{4, 1});
    filled.notSaid(u"where"_s, NotSaidReason::PrefersNot);
    CHECK(progressOf(filled.form, section, filled.answers) == SectionProgress{4, 2});
    CHECK(AskedForm::notSaid(filled.answers, filled.question(u"where"_s)) == NotSaidReason::PrefersNot);
}

TEST_CASE("What is required is asked for at the end, not before; a section left out is not")
{
    Filled filled;
    CHECK(unanswered(filled.form, filled.answers, {}) == Violations{{u"where"_s, Rule::Required, {}}, {u"safe"_s, Rule::Required, {}}});
    CHECK(unanswered(filled.form, filled.answers, {u"first"_s}).isEmpty());
    filled.answers.set(u"safe"_s, u"yes"_s);
    filled.notSaid(u"where"_s, NotSaidReason::DoesNotKnow);
    CHECK(unanswered(filled.form, filled.answers, {}).isEmpty());
}

TEST_CASE("Answers tell of needs and areas; what is not asked any more tells nothing")
{
    Filled filled;
    const auto needs = [&] {
        QStringList told;
        for (const AnswerTold &one : toldBy(filled.form, filled.answers))
            told.append(one.tells->need);
        return told;
    };
    CHECK(needs().isEmpty());
    filled.answers.set(u"debts"_s, qint64(6));
    CHECK(needs().isEmpty());
    filled.answers.set(u"debts"_s, qint64(10));
    CHECK(needs() == QStringList{u"debt_advice"_s});
    filled.answers.set(u"safe"_s, u"no"_s);
    CHECK(needs() == QStringList{u"supported_housing"_s, u"debt_advice"_s});
}

TEST_CASE("What changed is told answer by answer, also between two versions of a form")
{
    Filled then;
    then.answers.set(u"where"_s, u"Tent"_s);
    then.answers.set(u"debts"_s, qint64(8));
    then.answers.set(u"helps"_s, u"walk"_s);
    Filled now;
    now.answers.set(u"where"_s, u"Tent"_s);
    now.answers.set(u"debts"_s, qint64(3));
    now.answers.set(u"smoke"_s, u"never"_s);
    const auto changes = changesBetween(then.form, then.answers, now.form, now.answers);
    REQUIRE(changes.size() == 2);
    CHECK(changes.at(0).question->id == u"smoke"_s);
    CHECK(changes.at(0).before.isEmpty());
    CHECK(changes.at(1).question->id == u"debts"_s);
    CHECK(changes.at(1).before == u"8"_s);
    CHECK(changes.at(1).after == u"3"_s);

    Form other = now.form.form();
    other.sections[1].questions.removeLast();
    other.sections[1].questions[3].ask = u"Said otherwise"_s;
    AskedForm later(other);
    Row row = emptyRow(later.type());
    row.set(u"where"_s, u"Room"_s);
    const auto across = changesBetween(then.form, then.answers, later, row);
    REQUIRE(across.size() == 1);
    CHECK(across.first().after == u"Room"_s);
}

TEST_CASE("Answers of a draft come back from JSON as they were")
{
    Filled filled;
    filled.answers.set(u"where"_s, u"In a doorway"_s);
    filled.answers.set(u"debts"_s, qint64(4));
    filled.notSaid(u"smoke"_s, NotSaidReason::NotAsked);
    CHECK(fromJson(filled.form.type(), toJson(filled.answers)) == filled.answers);
}

} // namespace keywork::test::asked_form_test
