// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/form_checks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr qsizetype kMostProblems = 50; // nobody reads more of them
}

QStringList codesOf(const Question &question)
{
    QStringList codes;
    if (question.kind == QuestionKind::YesNo)
        codes = {kYes, kNo};
    if (question.kind == QuestionKind::Scale)
        for (int i = 0; i <= 10; ++i)
            codes.append(QString::number(i));
    for (const FormChoice &choice : question.choices)
        codes.append(choice.code);
    return codes;
}

void FormChecks::add(FormFault fault, int line, const QString &place, const QString &argument)
{
    if (m_problems.size() < kMostProblems)
        m_problems.append({fault, line, place, argument});
}

void FormChecks::noteSection(const QString &id, int line)
{
    if (!id.isEmpty() && m_sections.contains(id))
        add(FormFault::SameId, line, id, id);
    m_sections.insert(id, line);
}

void FormChecks::noteQuestion(const QString &id, int line)
{
    if (!id.isEmpty() && m_questions.contains(id))
        add(FormFault::SameId, line, id, id);
    m_questions.insert(id, line);
}

void FormChecks::judge(const Form &form)
{
    if (form.questionCount() > form_limits::kQuestions)
        return add(FormFault::TooMany, 1, {}, u"questions %1"_s.arg(form_limits::kQuestions));
    for (const FormSection &section : form.sections)
        for (const Question &question : section.questions)
            m_order.insert(question.id, m_order.size());
    for (const FormSection &section : form.sections)
        for (const Question &question : section.questions)
            judgeQuestion(form, question);
}

void FormChecks::judgeQuestion(const Form &form, const Question &question)
{
    if (question.smallest > question.largest)
        add(FormFault::BadRange, lineOf(question.id), question.id);
    if (!question.showIf.question.isEmpty())
        judgeShowIf(form, question);
    judgeTells(question);
}

void FormChecks::judgeShowIf(const Form &form, const Question &question)
{
    const int line = lineOf(question.id);
    const QString &on = question.showIf.question;
    if (on == question.id)
        return add(FormFault::ShowIfItself, line, question.id);
    const Question *earlier = form.question(on);
    if (!earlier)
        return add(FormFault::ShowIfUnknown, line, question.id, on);
    // Each question waits for one other at most, so that a circle is found by walking on.
    int chain = 1;
    for (const Question *at = earlier; at && !at->showIf.question.isEmpty(); at = form.question(at->showIf.question)) {
        if (at->showIf.question == question.id)
            return add(FormFault::ShowIfCircle, line, question.id, on);
        if (++chain > form_limits::kShowIfChain)
            return add(FormFault::ShowIfChain, line, question.id, QString::number(form_limits::kShowIfChain));
    }
    if (m_order.value(on) > m_order.value(question.id))
        return add(FormFault::ShowIfLater, line, question.id, on);
    const QStringList possible = codesOf(*earlier);
    for (const QString &code : question.showIf.codes)
        if (!possible.contains(code))
            add(FormFault::ShowIfAnswer, line, question.id, code);
}

void FormChecks::judgeTells(const Question &question)
{
    const int line = lineOf(question.id);
    const QStringList possible = codesOf(question);
    for (const AnswerTells &tells : question.tells) {
        for (const QString &code : tells.codes)
            if (!possible.contains(code))
                add(FormFault::TellsAnswer, line, question.id, code);
        if (tells.need.isEmpty() && !tells.area)
            add(FormFault::TellsNothing, line, question.id);
        if (!tells.need.isEmpty() && !m_lists.knows(u"need"_s, tells.need))
            add(FormFault::UnknownNeed, line, question.id, tells.need);
    }
}

FormProblems FormChecks::problems() const
{
    FormProblems sorted = m_problems;
    std::stable_sort(sorted.begin(), sorted.end(), [](const FormProblem &one, const FormProblem &other) { return one.line < other.line; });
    return sorted;
}

} // namespace keywork
