// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/asked_form.h"

#include "core/record/row_text.h"
#include "core/record/table_text.h"
#include "core/record/validation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Kind kindFor(QuestionKind kind)
{
    switch (kind) {
    case QuestionKind::Number:
        return Kind::Measure;
    case QuestionKind::YesNo:
    case QuestionKind::OneOf:
        return Kind::Choice;
    case QuestionKind::Scale:
        return Kind::Integer;
    case QuestionKind::Date:
        return Kind::PartialDate;
    case QuestionKind::Text:
    case QuestionKind::LongText:
    case QuestionKind::SeveralOf:
    case QuestionKind::Table:
        break;
    }
    return Kind::Text;
}

/// What somebody remembers of a life, or hopes for.
DayRange rangeFor(DayDirection direction)
{
    return {direction, direction == DayDirection::Future ? 1 : 90, direction == DayDirection::Past ? 0 : 10};
}

} // namespace

AskedForm::AskedForm(Form form)
    : m_form(std::move(form))
    , m_description(u"assessment_answers"_s, m_form.title, m_form.title)
{
    m_description.setCategory(recordType<AssessmentAnswer>().category);
    for (const FormSection &section : m_form.sections)
        for (const Question &question : section.questions)
            add(question);
    m_description.add(Kind::Data, u"not_said"_s, u"Not said"_s, {.kept = true});
}

void AskedForm::add(const Question &question)
{
    Field field{.personal = true, .category = question.category};
    if (!question.help.isEmpty())
        field.help = m_description.own(question.help);
    if (!question.showIf.question.isEmpty()) {
        field.shownWhen.column = m_description.own(question.showIf.question);
        if (!question.showIf.codes.isEmpty())
            field.shownWhen.codes = m_description.own(question.showIf.codes.join(u','));
    }
    addList(question, field);
    switch (question.kind) {
    case QuestionKind::LongText:
        field.multiline = true;
        break;
    case QuestionKind::Number:
        if (!question.unit.isEmpty())
            field.unit = m_description.own(question.unit);
        field.smallest = question.smallest;
        field.largest = question.largest;
        break;
    case QuestionKind::Scale:
        field.scale = &m_scales.emplace_back(Scale{question.lowLabel, question.highLabel});
        field.smallest = 0;
        field.largest = 10;
        break;
    case QuestionKind::Date:
        field.days = rangeFor(question.direction);
        break;
    case QuestionKind::Table: {
        QStringList titles;
        for (const FormColumn &column : question.columns)
            titles.append(column.label);
        field.columns = &m_columns.emplace_back(titles);
        field.multiline = true;
        break;
    }
    case QuestionKind::Text:
        field.maxLength = 500;
        break;
    case QuestionKind::YesNo:
    case QuestionKind::OneOf:
    case QuestionKind::SeveralOf:
        break;
    }
    m_description.add(kindFor(question.kind), question.id, question.ask, field);
}

void AskedForm::addList(const Question &question, Field &field)
{
    QList<ChoiceOption> options;
    if (question.kind == QuestionKind::YesNo)
        options = {{kYes, u"Yes"_s, u"Yes"_s}, {kNo, u"No"_s, u"No"_s}};
    for (const FormChoice &choice : question.choices)
        options.append({choice.code, choice.label, choice.label});
    if (options.isEmpty())
        return;
    m_lists.m_lists.insert(question.id, options);
    field.list = m_description.own(question.id);
    field.ownLists = &m_lists;
}

QString AskedForm::words(const Row &answers, const Question &question) const
{
    const Field *field = type().fieldNamed(question.id);
    const QString text = answers.text(question.id);
    if (!field || text.isEmpty())
        return {};
    if (question.kind == QuestionKind::Table)
        return tableWords(text, question.columns.size());
    if (question.kind != QuestionKind::SeveralOf)
        return plainText(answers, *field, m_lists);
    QStringList labels;
    for (const QString &code : text.split(u',', Qt::SkipEmptyParts))
        labels.append(m_lists.label(question.id, code));
    return labels.join(u"; "_s);
}

bool AskedForm::asks(const Row &answers, const Question &question) const
{
    const Field *field = type().fieldNamed(question.id);
    return field && isAsked(answers, *field);
}

std::optional<NotSaidReason> AskedForm::notSaid(const Row &answers, const Question &question)
{
    const NotSaid reasons = NotSaid::fromJson(answers.text(u"not_said"_s));
    const auto reason = reasons.reasons.constFind(question.id);
    return reason == reasons.reasons.constEnd() ? std::nullopt : std::optional(*reason);
}

bool AskedForm::isAnswered(const Row &answers, const Question &question)
{
    return !isBlank(answers.value(question.id)) || notSaid(answers, question).has_value();
}

SectionProgress progressOf(const AskedForm &form, const FormSection &section, const Row &answers)
{
    SectionProgress progress;
    const NotSaid reasons = NotSaid::fromJson(answers.text(u"not_said"_s));
    for (const Question &question : section.questions) {
        if (!form.asks(answers, question))
            continue;
        ++progress.asked;
        progress.answered += !isBlank(answers.value(question.id)) || reasons.reasons.contains(question.id) ? 1 : 0;
    }
    return progress;
}

QList<AnswerTold> toldBy(const AskedForm &form, const Row &answers)
{
    QList<AnswerTold> told;
    for (const FormSection &section : form.form().sections)
        for (const Question &question : section.questions) {
            if (question.tells.isEmpty() || form.words(answers, question).isEmpty() || !form.asks(answers, question))
                continue;
            const QStringList given = answers.text(question.id).split(u',', Qt::SkipEmptyParts);
            for (const AnswerTells &tells : question.tells)
                if (tells.codes.isEmpty()
                    || std::any_of(given.cbegin(), given.cend(), [&tells](const QString &code) { return tells.codes.contains(code); }))
                    told.append({&question, &tells});
        }
    return told;
}

QList<AnswerChange> changesBetween(const AskedForm &before, const Row &then, const AskedForm &after, const Row &now)
{
    QList<AnswerChange> changes;
    for (const FormSection &section : after.form().sections)
        for (const Question &question : section.questions) {
            const Question *earlier = before.form().question(question.id);
            const AnswerChange change{&question, earlier ? before.words(then, *earlier) : QString(), after.words(now, question)};
            // What was not asked this time has not changed.
            if (earlier && !change.after.isEmpty() && change.before != change.after)
                changes.append(change);
        }
    return changes;
}

Violations unanswered(const AskedForm &form, const Row &answers, const QStringList &sectionsLeftOut)
{
    Violations violations;
    for (const FormSection &section : form.form().sections)
        for (const Question &question : section.questions)
            if (question.required && !sectionsLeftOut.contains(section.id) && form.asks(answers, question)
                && !AskedForm::isAnswered(answers, question))
                violations.append({question.id, Rule::Required, {}});
    return violations;
}

} // namespace keywork
