// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/form_texts.h"

namespace keywork::test::form_reader_test {

using namespace Qt::StringLiterals;

namespace {

QByteArray changed(const QByteArray &from, const QByteArray &to)
{
    QByteArray text = smallForm();
    REQUIRE(text.contains(from));
    return text.replace(from, to);
}

/// A form of one section with these questions, each in a line of its own from line 3 on.
QByteArray formOf(const QByteArrayList &questions)
{
    return "{\"keywork_form\": 1, \"id\": \"f\", \"title\": \"F\", \"level\": \"full\",\n\"sections\": [{\"id\": \"s\", \"title\": \"S\", "
           "\"category\": \"health\", \"questions\": [\n"
        + questions.join(",\n") + "]}]}";
}

QByteArray text(const QByteArray &id, const QByteArray &more = {})
{
    return "{\"id\": \"" + id + "\", \"kind\": \"yes_no\", \"ask\": \"A question?\"" + (more.isEmpty() ? QByteArray() : ", " + more) + '}';
}

} // namespace

TEST_CASE("A form is read as its file says")
{
    const Form form = formFrom(smallForm());
    CHECK(form.id == u"small"_s);
    CHECK(form.level == AssessmentLevel::Full);
    CHECK(form.questionCount() == 10);
    REQUIRE(form.question(u"why"_s));
    CHECK(form.question(u"why"_s)->showIf == ShowIf{u"safe"_s, {u"no"_s}});
    CHECK(form.question(u"why"_s)->category == Category::Housing);
    CHECK(form.question(u"debts"_s)->category == Category::Money);
    CHECK(form.question(u"debts"_s)->tells == QList<AnswerTells>{{{u"7"_s, u"8"_s, u"9"_s, u"10"_s}, u"debt_advice"_s, Area::Debt}});
    CHECK(form.question(u"weight"_s)->unit == u"kg"_s);
    CHECK(form.question(u"weight"_s)->largest == 300);
    CHECK(form.question(u"since"_s)->direction == DayDirection::Past);
    CHECK(form.question(u"places"_s)->columns == QList<FormColumn>{{u"place"_s, u"Where"_s}, {u"time"_s, u"How long"_s}});
    CHECK(form.sectionOf(u"smoke"_s)->id == u"second"_s);
    CHECK_FALSE(form.question(u"nothing"_s));
}

TEST_CASE("A form that is written is read back the same")
{
    Form form = formFrom(smallForm());
    CHECK(formFrom(writeForm(form)) == form);
    form.retired = true;
    form.sections[0].questions[0].known = u"gp_practice"_s;
    form.sections[0].questions[1].keptAs = u"child.lives_where"_s;
    CHECK(formFrom(writeForm(form)) == form);
    for (const QByteArray &shipped : shippedFormTexts())
        CHECK(formFrom(writeForm(formFrom(shipped))) == formFrom(shipped));
}

TEST_CASE("A broken form is refused with what is wrong, the line and the place")
{
    struct Case {
        QByteArray text;
        FormProblem problem;
    };
    const Case cases[]{
        {"", {FormFault::NotJson, 1, {}}},
        {"[]", {FormFault::NotAForm, 1, {}}},
        {"{}", {FormFault::NotAForm, 1, {}}},
        {"\xff", {FormFault::NotUtf8, 1, {}}},
        {changed("\"keywork_form\": 1", "\"keywork_form\": 2"), {FormFault::NewerFormat, 1, {}}},
        {changed("\"level\": \"full\"", "\"level\": \"half\""), {FormFault::UnknownLevel, 1, {}, u"half"_s}},
        {changed("\"id\": \"small\", ", ""), {FormFault::Missing, 1, {}, u"id"_s}},
        {changed("\"kind\": \"long_text\"", "\"kind\": \"essay\""), {FormFault::UnknownKind, 7, u"why"_s, u"essay"_s}},
        {changed("\"ask\": \"What helps?\"", "\"ask\": \" \""), {FormFault::NotOneLine, 12, u"helps"_s, u"ask"_s}},
        {changed("\"ask\": \"What helps?\"", "\"ask\": \"\""), {FormFault::Missing, 12, u"helps"_s, u"ask"_s}},
        {changed("\"ask\": \"What helps?\"", "\"ask\": \"What\\nhelps?\""), {FormFault::NotOneLine, 12, u"helps"_s, u"ask"_s}},
        {changed("\"ask\": \"What helps?\"", "\"ask\": 7"), {FormFault::WrongType, 12, u"helps"_s, u"ask"_s}},
        {changed("\"ask\": \"What helps?\"", "\"ask\": \"" + QByteArray(301, 'x') + '"'),
            {FormFault::TooLong, 12, u"helps"_s, u"ask 300"_s}},
        {changed("\"id\": \"smoke\"", "\"id\": \"weight\""), {FormFault::SameId, 11, u"weight"_s, u"weight"_s}},
        {changed("\"id\": \"smoke\"", "\"id\": \"Smoke\""), {FormFault::BadId, 11, u"second"_s, u"Smoke"_s}},
        {changed("\"id\": \"smoke\"", "\"id\": \"not_said\""), {FormFault::BadId, 11, u"second"_s, u"not_said"_s}},
        {changed("\"id\": \"second\"", "\"id\": \"first\""), {FormFault::SameId, 9, u"first"_s, u"first"_s}},
        {changed("[\"talk\", \"Talking\"]", "[\"walk\", \"Talking\"]"), {FormFault::SameId, 12, u"helps"_s, u"walk"_s}},
        {changed("[\"talk\", \"Talking\"]", "[\"talk\"]"), {FormFault::WrongType, 12, u"helps"_s, u"choices"_s}},
        {changed("\"category\": \"money\"", "\"category\": \"house\""), {FormFault::UnknownCategory, 14, u"debts"_s, u"house"_s}},
        {changed("\"category\": \"money\"", "\"category\": \"weather\""), {FormFault::UnknownCategory, 14, u"debts"_s, u"weather"_s}},
        {changed("\"area\": \"debt\"", "\"area\": \"luck\""), {FormFault::UnknownArea, 15, u"debts"_s, u"luck"_s}},
        {changed("\"need\": \"debt_advice\"", "\"need\": \"luck\""), {FormFault::UnknownNeed, 14, u"debts"_s, u"luck"_s}},
        {changed("\"need\": \"debt_advice\", \"area\": \"debt\"", "\"is\": [\"1\"]"), {FormFault::NameTwice, 15, {}, u"is"_s}},
        {changed(", \"need\": \"debt_advice\", \"area\": \"debt\"", ""), {FormFault::TellsNothing, 14, u"debts"_s}},
        {changed("\"9\", \"10\"", "\"9\", \"11\""), {FormFault::TellsAnswer, 14, u"debts"_s, u"11"_s}},
        {changed("\"unit\": \"kg\"", "\"low\": \"kg\""), {FormFault::DoesNotBelong, 10, u"weight"_s, u"low"_s}},
        {changed("\"unit\": \"kg\"", "\"colour\": \"kg\""), {FormFault::UnknownMember, 10, u"weight"_s, u"colour"_s}},
        {changed("\"smallest\": 20", "\"smallest\": 301"), {FormFault::BadRange, 10, u"weight"_s}},
        {changed("\"smallest\": 20", "\"smallest\": 2.5"), {FormFault::WrongType, 10, u"weight"_s, u"smallest"_s}},
        {changed("\"lies\": \"past\"", "\"lies\": \"here\""), {FormFault::WrongType, 16, u"since"_s, u"lies"_s}},
        {changed("\"lies\": \"past\"", "\"known\": \"luck\""), {FormFault::UnknownRecord, 16, u"since"_s, u"luck"_s}},
        {changed("\"lies\": \"past\"", "\"kept_as\": \"room\""), {FormFault::UnknownRecord, 16, u"since"_s, u"room"_s}},
        {changed("\"lies\": \"past\"", "\"kept_as\": \"child.luck\""), {FormFault::UnknownRecord, 16, u"since"_s, u"child.luck"_s}},
        {changed("\"choices\": [[\"daily\", \"Every day\"], [\"never\", \"Never\"]]", "\"choices\": []"),
            {FormFault::Empty, 11, u"smoke"_s, u"choices"_s}},
        {changed(", \"choices\": [[\"daily\", \"Every day\"], [\"never\", \"Never\"]]", ""),
            {FormFault::Missing, 11, u"smoke"_s, u"choices"_s}},
        {changed("{\"question\": \"safe\", \"is\": [\"no\"]}", "{\"question\": \"why\"}"), {FormFault::ShowIfItself, 7, u"why"_s}},
        {changed("{\"question\": \"safe\", \"is\": [\"no\"]}", "{\"question\": \"gone\"}"),
            {FormFault::ShowIfUnknown, 7, u"why"_s, u"gone"_s}},
        {changed("{\"question\": \"safe\", \"is\": [\"no\"]}", "{\"question\": \"smoke\"}"),
            {FormFault::ShowIfLater, 7, u"why"_s, u"smoke"_s}},
        {changed("{\"question\": \"safe\", \"is\": [\"no\"]}", "{\"question\": \"safe\", \"is\": [\"maybe\"]}"),
            {FormFault::ShowIfAnswer, 7, u"why"_s, u"maybe"_s}},
        {changed("{\"question\": \"safe\", \"is\": [\"no\"]}", "[]"), {FormFault::WrongType, 7, u"why"_s, u"show_if"_s}},
    };
    for (const Case &one : cases) {
        const FormProblems problems = problemsOf(one.text);
        INFO(one.text.toStdString());
        REQUIRE_FALSE(problems.isEmpty());
        CHECK(problems.first() == one.problem);
    }
}

TEST_CASE("Questions that wait for each other are refused, and so is a long row of them")
{
    const auto waits = [](const QByteArray &id, const QByteArray &on) { return text(id, "\"show_if\": {\"question\": \"" + on + "\"}"); };
    CHECK(problemsOf(formOf({waits("a", "b"), waits("b", "a")})).first() == FormProblem{FormFault::ShowIfCircle, 3, u"a"_s, u"b"_s});
    CHECK(problemsOf(formOf({waits("a", "c"), waits("b", "a"), waits("c", "b")})).first().fault == FormFault::ShowIfCircle);
    QByteArrayList chain{text("q0")};
    for (int i = 1; i <= form_limits::kShowIfChain; ++i)
        chain.append(waits("q" + QByteArray::number(i), "q" + QByteArray::number(i - 1)));
    CHECK(problemsOf(formOf(chain)).isEmpty());
    chain.append(waits("last", "q" + QByteArray::number(form_limits::kShowIfChain)));
    CHECK(problemsOf(formOf(chain)).first() == FormProblem{FormFault::ShowIfChain, int(chain.size()) + 2, u"last"_s, u"6"_s});
    // A circle that the question itself is not in ends too.
    CHECK_FALSE(problemsOf(formOf({waits("x", "a"), waits("a", "b"), waits("b", "a")})).isEmpty());
}

TEST_CASE("A form has its limits: size, depth, questions, choices, columns")
{
    CHECK(problemsOf(QByteArray(400'001, ' ')).first() == FormProblem{FormFault::TooLarge, 1, {}, u"400000"_s});
    CHECK(problemsOf(QByteArray(200'000, '[')).first() == FormProblem{FormFault::TooDeep, 1, {}, u"8"_s});
    QByteArrayList questions;
    for (int i = 0; i < 400; ++i)
        questions.append(text("q" + QByteArray::number(i)));
    CHECK(problemsOf(formOf(questions)).isEmpty());
    questions.append(text("more"));
    CHECK(problemsOf(formOf(questions)).first() == FormProblem{FormFault::TooMany, 2, u"s"_s, u"questions 400"_s});
    QByteArrayList tenThousand; // short ones, so that the size lets them through
    for (int i = 0; i < 10'000; ++i)
        tenThousand.append("{\"id\":\"a\"}");
    CHECK(problemsOf(formOf(tenThousand)).first().fault == FormFault::TooMany);
    QByteArrayList choices;
    for (int i = 0; i < 41; ++i)
        choices.append("[\"c" + QByteArray::number(i) + "\",\"C\"]");
    const QByteArray many = "{\"id\":\"a\",\"kind\":\"one_of\",\"ask\":\"A?\",\"choices\":[" + choices.join(',') + "]}";
    CHECK(problemsOf(formOf({many})).first() == FormProblem{FormFault::TooMany, 3, u"a"_s, u"choices 40"_s});
    const QByteArray wide = "{\"id\":\"a\",\"kind\":\"table\",\"ask\":\"A?\",\"columns\":[" + choices.mid(0, 7).join(',') + "]}";
    CHECK(problemsOf(formOf({wide})).first() == FormProblem{FormFault::TooMany, 3, u"a"_s, u"columns 6"_s});
}

TEST_CASE("Questions over several sections are counted together")
{
    QByteArrayList sections;
    for (int section = 0; section < 3; ++section) {
        QByteArrayList questions;
        for (int i = 0; i < 134; ++i)
            questions.append(text("q" + QByteArray::number(section * 1000 + i)));
        sections.append("{\"id\": \"s" + QByteArray::number(section) + "\", \"title\": \"S\", \"category\": \"health\", \"questions\": ["
            + questions.join(',') + "]}");
    }
    const QByteArray whole
        = "{\"keywork_form\": 1, \"id\": \"f\", \"title\": \"F\", \"level\": \"full\", \"sections\": [" + sections.join(',') + "]}";
    CHECK(problemsOf(whole).first() == FormProblem{FormFault::TooMany, 1, {}, u"questions 400"_s});
}

TEST_CASE("All that is wrong with a form is told at once, in the order of its lines")
{
    QByteArray text = smallForm();
    text.replace("\"category\": \"money\"", "\"category\": \"weather\"");
    text.replace("\"kind\": \"long_text\"", "\"kind\": \"essay\"");
    const FormProblems problems = problemsOf(text);
    REQUIRE(problems.size() == 2);
    CHECK(problems.at(0).line == 7);
    CHECK(problems.at(1).line == 14);
}

} // namespace keywork::test::form_reader_test
