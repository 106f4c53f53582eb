// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/form_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

void put(QJsonObject &object, const QString &name, const QString &words)
{
    if (!words.isEmpty())
        object.insert(name, words);
}

QJsonArray pair(const QString &id, const QString &label) { return {id, label}; }

void putOwn(QJsonObject &object, const Question &question)
{
    const Question plain;
    put(object, u"unit"_s, question.unit);
    if (question.smallest != plain.smallest)
        object.insert(u"smallest"_s, question.smallest);
    if (question.largest != plain.largest)
        object.insert(u"largest"_s, question.largest);
    put(object, u"low"_s, question.lowLabel);
    put(object, u"high"_s, question.highLabel);
    if (question.direction != DayDirection::Any)
        object.insert(u"lies"_s, question.direction == DayDirection::Past ? u"past"_s : u"future"_s);
    QJsonArray choices;
    for (const FormChoice &choice : question.choices)
        choices.append(pair(choice.code, choice.label));
    if (!choices.isEmpty())
        object.insert(u"choices"_s, choices);
    QJsonArray columns;
    for (const FormColumn &column : question.columns)
        columns.append(pair(column.id, column.label));
    if (!columns.isEmpty())
        object.insert(u"columns"_s, columns);
}

QJsonObject written(const Question &question, Category inSection)
{
    QJsonObject object{{u"id"_s, question.id}, {u"kind"_s, QString::fromLatin1(codeOf(question.kind))}, {u"ask"_s, question.ask}};
    put(object, u"help"_s, question.help);
    if (question.category != inSection)
        object.insert(u"category"_s, QString::fromLatin1(codeOf(question.category)));
    if (question.required)
        object.insert(u"required"_s, true);
    put(object, u"known"_s, question.known);
    put(object, u"kept_as"_s, question.keptAs);
    putOwn(object, question);
    if (!question.showIf.question.isEmpty()) {
        QJsonObject showIf{{u"question"_s, question.showIf.question}};
        if (!question.showIf.codes.isEmpty())
            showIf.insert(u"is"_s, QJsonArray::fromStringList(question.showIf.codes));
        object.insert(u"show_if"_s, showIf);
    }
    QJsonArray tells;
    for (const AnswerTells &one : question.tells) {
        QJsonObject told;
        if (!one.codes.isEmpty())
            told.insert(u"is"_s, QJsonArray::fromStringList(one.codes));
        put(told, u"need"_s, one.need);
        if (one.area)
            told.insert(u"area"_s, QString::fromLatin1(codeOf(*one.area)));
        tells.append(told);
    }
    if (!tells.isEmpty())
        object.insert(u"tells"_s, tells);
    return object;
}

} // namespace

QByteArray writeForm(const Form &form)
{
    QJsonArray sections;
    for (const FormSection &section : form.sections) {
        QJsonObject object{{u"id"_s, section.id}, {u"title"_s, section.title}};
        put(object, u"about"_s, section.about);
        object.insert(u"category"_s, QString::fromLatin1(codeOf(section.category)));
        QJsonArray questions;
        for (const Question &question : section.questions)
            questions.append(written(question, section.category));
        object.insert(u"questions"_s, questions);
        sections.append(object);
    }
    QJsonObject root{{u"keywork_form"_s, 1}, {u"id"_s, form.id}, {u"title"_s, form.title},
        {u"level"_s, QString::fromLatin1(codeOf(form.level))}, {u"sections"_s, sections}};
    put(root, u"about"_s, form.about);
    if (form.retired)
        root.insert(u"retired"_s, true);
    const QByteArray indented = QJsonDocument(root).toJson(QJsonDocument::Indented);
    // What is read as short lines may be too long with them.
    return indented.size() <= form_limits::kBytes ? indented : QJsonDocument(root).toJson(QJsonDocument::Compact);
}

} // namespace keywork
