// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/question_fields.h"

#include "core/base/text.h"
#include "core/forms/form_editing.h"
#include "ui/text/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString sayOfForms(const char *marked) { return QCoreApplication::translate("forms", marked); }

template <Coded E> ChoiceOption optionFor(E value)
{
    return {QString::fromLatin1(codeOf(value)), words::labelFor(value), words::labelFor(value)};
}

QStringList linesOf(const QString &text) { return text.split(u'\n', Qt::SkipEmptyParts); }

} // namespace

QuestionFields::QuestionFields(const Form &form, const QString &section, const Question &question)
    : m_form(form)
    , m_question([&] {
        Question begun = question;
        for (const FormSection &one : form.sections)
            if (question.id.isEmpty() && one.id == section)
                begun.category = one.category;
        return begun;
    }())
    , m_description(
          u"form_question"_s, sayOfForms(QT_TRANSLATE_NOOP("forms", "Question")), sayOfForms(QT_TRANSLATE_NOOP("forms", "Questions")))
{
    addWords();
    addAnswers();
    addWhenAsked();
    addWhatItTells();
}

void QuestionFields::addChoice(const QString &column, const QString &label, const QList<ChoiceOption> &options, Field rest)
{
    m_lists.m_lists.insert(column, options);
    rest.list = m_description.own(column);
    rest.ownLists = &m_lists;
    m_description.add(Kind::Choice, column, label, rest);
}

void QuestionFields::addWords()
{
    m_description.add(Kind::Text, u"ask"_s, sayOfForms(QT_TRANSLATE_NOOP("forms", "Question")),
        {.help = m_description.own(sayOfForms(QT_TRANSLATE_NOOP("forms", "Plain and gentle, as you would say it across the desk."))),
            .required = true,
            .maxLength = int(form_limits::kAsk)});
    m_description.add(
        Kind::Text, u"help"_s, sayOfForms(QT_TRANSLATE_NOOP("forms", "A line of help below it")), {.maxLength = int(form_limits::kHelp)});
    QList<ChoiceOption> kinds;
    for (const QuestionKind kind : allOf<QuestionKind>())
        kinds.append(optionFor(kind));
    addChoice(u"kind"_s, sayOfForms(QT_TRANSLATE_NOOP("forms", "Kind of answer")), kinds, {.required = true});
    QList<ChoiceOption> categories;
    for (const Category category : allOf<Category>())
        if (isAboutResidents(category))
            categories.append(optionFor(category));
    addChoice(u"category"_s, sayOfForms(QT_TRANSLATE_NOOP("forms", "What it is about")), categories,
        {.help
            = m_description.own(sayOfForms(QT_TRANSLATE_NOOP("forms", "Decides who reads the answer, and what agreement lets it leave."))),
            .required = true});
    m_description.add(Kind::Boolean, u"required"_s, sayOfForms(QT_TRANSLATE_NOOP("forms", "Has to be answered before it is finished")));
}

void QuestionFields::addAnswers()
{
    m_description.add(Kind::Text, u"choices"_s, sayOfForms(QT_TRANSLATE_NOOP("forms", "Answers, one a line")),
        {.shownWhen = {"kind", "one_of,several_of"}, .required = true, .multiline = true});
    m_description.add(Kind::Text, u"columns"_s, sayOfForms(QT_TRANSLATE_NOOP("forms", "Columns, one a line")),
        {.shownWhen = {"kind", "table"}, .required = true, .multiline = true});
    m_description.add(Kind::Text, u"unit"_s, sayOfForms(QT_TRANSLATE_NOOP("forms", "Counted in")),
        {.shownWhen = {"kind", "number"}, .maxLength = int(form_limits::kShort)});
    m_description.add(Kind::Integer, u"smallest"_s, sayOfForms(QT_TRANSLATE_NOOP("forms", "Smallest")), {.shownWhen = {"kind", "number"}});
    m_description.add(Kind::Integer, u"largest"_s, sayOfForms(QT_TRANSLATE_NOOP("forms", "Largest")), {.shownWhen = {"kind", "number"}});
    m_description.add(Kind::Text, u"low"_s, sayOfForms(QT_TRANSLATE_NOOP("forms", "What 0 means")),
        {.shownWhen = {"kind", "scale"}, .required = true, .maxLength = int(form_limits::kShort)});
    m_description.add(Kind::Text, u"high"_s, sayOfForms(QT_TRANSLATE_NOOP("forms", "What 10 means")),
        {.shownWhen = {"kind", "scale"}, .required = true, .maxLength = int(form_limits::kShort)});
    addChoice(u"lies"_s, sayOfForms(QT_TRANSLATE_NOOP("forms", "When the date lies")),
        {{u"past"_s, sayOfForms(QT_TRANSLATE_NOOP("forms", "Before today")), {}},
            {u"future"_s, sayOfForms(QT_TRANSLATE_NOOP("forms", "After today")), {}}},
        {.shownWhen = {"kind", "date"}});
}

void QuestionFields::addWhenAsked()
{
    QList<ChoiceOption> earlier;
    for (const QString &id : questionIds(m_form)) {
        if (id == m_question.id)
            break; // only what is asked before it
        earlier.append({id, words::shortened(m_form.question(id)->ask, 90), {}});
    }
    addChoice(u"after"_s, sayOfForms(QT_TRANSLATE_NOOP("forms", "Only after an answer to")), earlier, {});
    m_description.add(Kind::Text, u"after_answers"_s, sayOfForms(QT_TRANSLATE_NOOP("forms", "Which answers, one a line; none: any")),
        {.shownWhen = {"after", nullptr}, .multiline = true});
}

void QuestionFields::addWhatItTells()
{
    m_description.add(Kind::Choice, u"need"_s, sayOfForms(QT_TRANSLATE_NOOP("forms", "A need that the answer tells of")), {.list = "need"});
    m_description.add(
        Kind::Choice, u"area"_s, sayOfForms(QT_TRANSLATE_NOOP("forms", "Area of the care plan for a goal")), {.list = Codes<Area>::list});
    m_description.add(Kind::Text, u"tells_answers"_s,
        sayOfForms(QT_TRANSLATE_NOOP("forms", "Which answers tell it, one a line; none: any")), {.multiline = true});
}

Row QuestionFields::row() const
{
    Row row = emptyRow(type());
    const auto set = [&row](const QString &column, const QString &text) { row.set(column, text.isEmpty() ? emptyText() : text); };
    set(u"ask"_s, m_question.ask);
    set(u"help"_s, m_question.help);
    set(u"kind"_s, QString::fromLatin1(codeOf(m_question.kind)));
    set(u"category"_s, QString::fromLatin1(codeOf(m_question.category)));
    row.set(u"required"_s, qint64(m_question.required ? 1 : 0));
    QStringList choices;
    for (const FormChoice &choice : m_question.choices)
        choices.append(choice.label);
    set(u"choices"_s, choices.join(u'\n'));
    QStringList columns;
    for (const FormColumn &column : m_question.columns)
        columns.append(column.label);
    set(u"columns"_s, columns.join(u'\n'));
    set(u"unit"_s, m_question.unit);
    row.set(u"smallest"_s, m_question.smallest);
    row.set(u"largest"_s, m_question.largest);
    set(u"low"_s, m_question.lowLabel);
    set(u"high"_s, m_question.highLabel);
    set(u"lies"_s,
        m_question.direction == DayDirection::Past         ? u"past"_s
            : m_question.direction == DayDirection::Future ? u"future"_s
                                                           : QString());
    set(u"after"_s, m_question.showIf.question);
    if (const Question *earlier = m_form.question(m_question.showIf.question)) {
        QStringList answers;
        for (const QString &code : m_question.showIf.codes)
            answers.append(labelOfCode(*earlier, code));
        set(u"after_answers"_s, answers.join(u'\n'));
    }
    if (!m_question.tells.isEmpty()) {
        const AnswerTells &tells = m_question.tells.first();
        set(u"need"_s, tells.need);
        set(u"area"_s, tells.area ? QString::fromLatin1(codeOf(*tells.area)) : QString());
        QStringList answers;
        for (const QString &code : tells.codes)
            answers.append(labelOfCode(m_question, code));
        set(u"tells_answers"_s, answers.join(u'\n'));
    }
    return row;
}

Question QuestionFields::question(const Row &row) const
{
    Question question;
    question.id = m_question.id;
    question.known = m_question.known;
    question.keptAs = m_question.keptAs;
    question.ask = row.text(u"ask"_s).simplified();
    question.help = row.text(u"help"_s).simplified();
    question.kind = fromCode<QuestionKind>(row.text(u"kind"_s)).value_or(QuestionKind::Text);
    question.category = fromCode<Category>(row.text(u"category"_s)).value_or(m_question.category);
    question.required = row.value(u"required"_s).toLongLong() != 0;
    const bool hasChoices = question.kind == QuestionKind::OneOf || question.kind == QuestionKind::SeveralOf;
    if (hasChoices)
        question.choices = choicesFromLines(linesOf(row.text(u"choices"_s)), m_question.choices);
    if (question.kind == QuestionKind::Table)
        question.columns = columnsFromLines(linesOf(row.text(u"columns"_s)), m_question.columns);
    if (question.kind == QuestionKind::Number) {
        question.unit = row.text(u"unit"_s).simplified();
        question.smallest = row.value(u"smallest"_s).isNull() ? question.smallest : row.value(u"smallest"_s).toLongLong();
        question.largest = row.value(u"largest"_s).isNull() ? question.largest : row.value(u"largest"_s).toLongLong();
    }
    if (question.kind == QuestionKind::Scale) {
        question.lowLabel = row.text(u"low"_s).simplified();
        question.highLabel = row.text(u"high"_s).simplified();
    }
    if (question.kind == QuestionKind::Date)
        question.direction = row.text(u"lies"_s) == u"past" ? DayDirection::Past
            : row.text(u"lies"_s) == u"future"              ? DayDirection::Future
                                                            : DayDirection::Any;
    if (const Question *earlier = m_form.question(row.text(u"after"_s)))
        question.showIf = {earlier->id, codesFromLines(linesOf(row.text(u"after_answers"_s)), *earlier)};
    const auto area = fromCode<Area>(row.text(u"area"_s));
    const QString need = row.text(u"need"_s);
    if (area || !need.isEmpty())
        question.tells.append({codesFromLines(linesOf(row.text(u"tells_answers"_s)), question), need, area});
    question.tells += m_question.tells.mid(1); // what no field here shows stays
    if (question.id.isEmpty())
        question.id = idFromWords(question.ask, questionIds(m_form));
    return question;
}

} // namespace keywork
