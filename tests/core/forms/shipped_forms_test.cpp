// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/asked_form.h"
#include "core/forms/form_checks.h"
#include "tests/support/form_texts.h"

#include <QRegularExpression>
#include <functional>
#include <set>

namespace keywork::test::shipped_forms_test {

using namespace Qt::StringLiterals;

namespace {

Form shipped(const QString &name) { return formFrom(shippedFormTexts().value(name + u".json"_s)); }

QList<Form> allShipped()
{
    QList<Form> forms;
    for (const QByteArray &text : shippedFormTexts())
        forms.append(formFrom(text));
    return forms;
}

void forEach(const Form &form, const std::function<void(const FormSection &, const Question &)> &visit)
{
    for (const FormSection &section : form.sections)
        for (const Question &question : section.questions)
            visit(section, question);
}

/// Everything in it that somebody reads.
QStringList wordsOf(const FormSection &section, const Question &question)
{
    QStringList words{section.title, section.about, question.ask, question.help, question.lowLabel, question.highLabel, question.unit};
    for (const FormChoice &choice : question.choices)
        words.append(choice.label);
    for (const FormColumn &column : question.columns)
        words.append(column.label);
    return words;
}

/// An answer of the kind that the question asks for.
QVariant anyAnswer(const Question &question)
{
    switch (question.kind) {
    case QuestionKind::Scale:
        return qint64(5);
    case QuestionKind::Date:
        return u"2019"_s;
    case QuestionKind::Number:
        return u"50"_s;
    default:
        return codesOf(question).isEmpty() ? u"words"_s : codesOf(question).first();
    }
}

QVariant answerFor(const Question &question, const QString &code)
{
    return question.kind == QuestionKind::Scale ? QVariant(code.toLongLong()) : QVariant(code);
}

/// Answers with which the question is asked, by the questions that it waits for.
void letAsk(const Form &form, const Question &question, Row &answers)
{
    const Question *earlier = question.showIf.question.isEmpty() ? nullptr : form.question(question.showIf.question);
    if (!earlier)
        return;
    letAsk(form, *earlier, answers);
    answers.set(earlier->id, question.showIf.codes.isEmpty() ? anyAnswer(*earlier) : answerFor(*earlier, question.showIf.codes.first()));
}

} // namespace

TEST_CASE("The program ships a first conversation, a full assessment and a review, each long enough")
{
    REQUIRE(shippedFormTexts().size() == 3);
    CHECK(shipped(u"first_conversation"_s).level == AssessmentLevel::FirstConversation);
    CHECK(shipped(u"full_assessment"_s).level == AssessmentLevel::Full);
    CHECK(shipped(u"review"_s).level == AssessmentLevel::Review);
    CHECK(shipped(u"first_conversation"_s).questionCount() >= 20);
    CHECK(shipped(u"full_assessment"_s).questionCount() >= 120);
    CHECK(shipped(u"review"_s).questionCount() >= 15);
}

TEST_CASE("No question judges: none of these words is in a form")
{
    const QRegularExpression judging(
        u"\\b(fail(ed|s|ure)?|(non-?)?complian(t|ce)|clean|abus(e|er|ers|ed|ing)|addict(s|ed)?|dirty|refus(e|ed|al)|junkie)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    for (const Form &form : allShipped())
        forEach(form, [&](const FormSection &section, const Question &question) {
            for (const QString &words : wordsOf(section, question)) {
                INFO(question.id.toStdString() << ": " << words.toStdString());
                CHECK_FALSE(judging.match(words).hasMatch());
            }
        });
    CHECK(judging.match(u"did not stay clean"_s).hasMatch());
}

TEST_CASE("Every question of our forms can be reached, and every show-if goes both ways")
{
    int branches = 0;
    for (const Form &form : allShipped()) {
        const AskedForm asked(form);
        forEach(form, [&](const FormSection &, const Question &question) {
            INFO(form.id.toStdString() << '.' << question.id.toStdString());
            Row answers = emptyRow(asked.type());
            letAsk(form, question, answers);
            CHECK(asked.asks(answers, question));
            if (question.showIf.question.isEmpty())
                return;
            const Question &earlier = *form.question(question.showIf.question);
            for (const QString &code : codesOf(earlier)) {
                answers.set(earlier.id, answerFor(earlier, code));
                CHECK(asked.asks(answers, question) == (question.showIf.codes.isEmpty() || question.showIf.codes.contains(code)));
                ++branches;
            }
            answers.set(earlier.id, emptyRow(asked.type()).value(earlier.id));
            CHECK_FALSE(asked.asks(answers, question));
        });
    }
    CHECK(branches > 80);
}

TEST_CASE("Our full assessment covers what it has to, and each area of the care plan may follow from it")
{
    const Form full = shipped(u"full_assessment"_s);
    for (const char *section : {"housing", "body", "mind", "substances", "treatment", "safety", "law", "money", "learning", "people",
             "early", "living", "strengths"}) {
        INFO(section);
        CHECK(std::any_of(
            full.sections.cbegin(), full.sections.cend(), [section](const FormSection &one) { return one.id == QLatin1String(section); }));
    }
    for (const char *skill : {"cooking", "bills", "cleaning", "shopping", "post"}) {
        INFO(skill);
        CHECK(full.question(QString::fromLatin1(skill)));
    }
    std::set<Area> areas;
    forEach(full, [&](const FormSection &, const Question &question) {
        for (const AnswerTells &tells : question.tells)
            if (tells.area)
                areas.insert(*tells.area);
    });
    CHECK(areas.size() == allOf<Area>().size());
}

TEST_CASE("Willingness is asked once, in their words, and is never required")
{
    int asked = 0;
    for (const Form &form : allShipped())
        forEach(form, [&](const FormSection &, const Question &question) {
            if (!question.id.startsWith(u"willing"))
                return;
            ++asked;
            CHECK(question.kind == QuestionKind::LongText);
            CHECK_FALSE(question.required);
            CHECK(question.tells.isEmpty());
        });
    CHECK(asked == 1);
}

TEST_CASE("Early life is asked only of who wishes to tell, and is of its own category")
{
    const Form full = shipped(u"full_assessment"_s);
    for (const Form &form : allShipped())
        forEach(form, [&](const FormSection &section, const Question &question) {
            CHECK((question.category == Category::EarlyLife) == (section.id == u"early"));
            if (section.id != u"early" || question.id == u"early_wish")
                return;
            INFO(question.id.toStdString());
            CHECK(question.showIf == ShowIf{u"early_wish"_s, {kYes}});
            CHECK_FALSE(question.required);
        });
    CHECK(full.question(u"early_wish"_s)->category == Category::EarlyLife);
}

TEST_CASE("What two of our forms ask under one name they ask in the same way, so that answers can be compared")
{
    const Form full = shipped(u"full_assessment"_s);
    int shared = 0;
    forEach(shipped(u"review"_s), [&](const FormSection &, const Question &question) {
        const Question *same = full.question(question.id);
        if (!same)
            return;
        INFO(question.id.toStdString());
        CHECK(same->kind == question.kind);
        CHECK(same->ask == question.ask);
        CHECK(same->choices == question.choices);
        ++shared;
    });
    CHECK(shared >= 8);
}

TEST_CASE("An answer that is given as not known or not said is enough for every required question")
{
    for (const Form &form : allShipped()) {
        const AskedForm asked(form);
        Row answers = emptyRow(asked.type());
        NotSaid none;
        forEach(form, [&](const FormSection &, const Question &question) { none.reasons.insert(question.id, NotSaidReason::PrefersNot); });
        CHECK_FALSE(unanswered(asked, answers, {}).isEmpty());
        answers.set(u"not_said"_s, none.toJson());
        CHECK(unanswered(asked, answers, {}).isEmpty());
    }
}

} // namespace keywork::test::shipped_forms_test
