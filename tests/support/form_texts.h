// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/form_reader.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace keywork::test {

/// The catalogue of needs as the program ships it, and no other list.
class ShippedNeeds final : public ChoiceSource {
public:
    ShippedNeeds()
    {
        QFile file(QStringLiteral(":/keywork/choices/agency.json"));
        if (!file.open(QIODevice::ReadOnly))
            return;
        for (const QJsonValue &one : QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("need")).toArray()) {
            const QJsonArray option = one.toArray();
            m_needs.append({option.at(0).toString(), option.at(1).toString(), option.at(1).toString()});
        }
    }
    QList<ChoiceOption> options(const QString &list) const override
    {
        return list == QStringLiteral("need") ? m_needs : QList<ChoiceOption>();
    }

private:
    QList<ChoiceOption> m_needs;
};

/// The texts of the forms that the program ships, by their file's name.
inline QMap<QString, QByteArray> shippedFormTexts()
{
    QMap<QString, QByteArray> texts;
    const QDir folder(QStringLiteral(":/keywork/forms"));
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            texts.insert(name, file.readAll());
    }
    return texts;
}

inline Form formFrom(const QByteArray &text)
{
    const auto read = readForm(text, ShippedNeeds());
    if (const auto *problems = std::get_if<FormProblems>(&read))
        for (const FormProblem &problem : *problems)
            UNSCOPED_INFO("line " << problem.line << ' ' << problem.place.toStdString() << " fault " << int(problem.fault) << ' '
                                  << problem.argument.toStdString());
    REQUIRE(std::holds_alternative<Form>(read));
    return std::get<Form>(read);
}

inline FormProblems problemsOf(const QByteArray &text)
{
    const auto read = readForm(text, ShippedNeeds());
    return std::holds_alternative<Form>(read) ? FormProblems() : std::get<FormProblems>(read);
}

/// A small form with a question of every kind.
inline QByteArray smallForm()
{
    return R"({"keywork_form": 1, "id": "small", "title": "Small form", "level": "full", "about": "To try with.",
"sections": [
 {"id": "first", "title": "First", "category": "housing", "questions": [
  {"id": "where", "kind": "text", "ask": "Where did you sleep?", "required": true},
  {"id": "safe", "kind": "yes_no", "ask": "Was it safe?", "required": true,
   "tells": [{"is": ["no"], "need": "supported_housing", "area": "housing_resilience"}]},
  {"id": "why", "kind": "long_text", "ask": "What was not safe?", "show_if": {"question": "safe", "is": ["no"]}},
  {"id": "places", "kind": "table", "ask": "Where before?", "columns": [["place", "Where"], ["time", "How long"]]}]},
 {"id": "second", "title": "Second", "category": "health", "questions": [
  {"id": "weight", "kind": "number", "ask": "What do you weigh?", "unit": "kg", "smallest": 20, "largest": 300},
  {"id": "smoke", "kind": "one_of", "ask": "Do you smoke?", "choices": [["daily", "Every day"], ["never", "Never"]]},
  {"id": "helps", "kind": "several_of", "ask": "What helps?", "choices": [["walk", "A walk"], ["talk", "Talking"], ["sleep", "Sleep"]]},
  {"id": "helps_more", "kind": "text", "ask": "How does it help?", "show_if": {"question": "helps"}},
  {"id": "debts", "kind": "scale", "ask": "How heavy are debts?", "low": "Light", "high": "Heavy", "category": "money",
   "tells": [{"is": ["7", "8", "9", "10"], "need": "debt_advice", "area": "debt"}]},
  {"id": "since", "kind": "date", "ask": "Since when?", "lies": "past", "help": "The year will do."}]}]})";
}

} // namespace keywork::test
