// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/form_editing.h"

#include "core/base/text.h"
#include "core/forms/form_checks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QStringList wordsIn(const QStringList &lines)
{
    QStringList words;
    for (const QString &line : lines)
        if (const QString one = line.simplified(); !one.isEmpty())
            words.append(one);
    return words;
}

/// For choices and columns alike: the pairs of an id and a label.
using Pairs = QList<std::pair<QString, QString>>;

Pairs pairsFrom(const QStringList &lines, const Pairs &before)
{
    const QStringList words = wordsIn(lines);
    Pairs pairs;
    QStringList taken;
    for (const auto &[id, label] : before)
        taken.append(id);
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto same = std::find_if(before.cbegin(), before.cend(), [&](const auto &one) { return one.second == words.at(i); });
        const bool isReworded = same == before.cend() && words.size() == before.size() && !words.contains(before.at(i).second);
        if (same != before.cend())
            pairs.append(*same);
        else
            pairs.append({isReworded ? before.at(i).first : idFromWords(words.at(i), taken), words.at(i)});
        taken.append(pairs.last().first);
    }
    return pairs;
}

std::pair<qsizetype, qsizetype> placeOf(const Form &form, const QString &question)
{
    for (qsizetype section = 0; section < form.sections.size(); ++section)
        for (qsizetype at = 0; at < form.sections.at(section).questions.size(); ++at)
            if (form.sections.at(section).questions.at(at).id == question)
                return {section, at};
    return {-1, -1};
}

void dropEmptySections(Form &form)
{
    form.sections.removeIf([](const FormSection &section) { return section.questions.isEmpty(); });
}

} // namespace

QString idFromWords(const QString &words, const QStringList &taken)
{
    constexpr qsizetype kRoomForNumber = 4;
    QString id;
    for (const QChar c : folded(words)) {
        const bool isKept = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        if (isKept)
            id.append(c);
        else if (!id.isEmpty() && !id.endsWith(u'_'))
            id.append(u'_');
    }
    id = atMost(id, form_limits::kId - kRoomForNumber);
    while (id.endsWith(u'_'))
        id.chop(1);
    if (!isFormId(id))
        id = id.isEmpty() || id == u"not_said" ? u"question"_s : u"q_"_s + id;
    QString free = id;
    for (int number = 2; taken.contains(free); ++number)
        free = id + u'_' + QString::number(number);
    return free;
}

QList<FormChoice> choicesFromLines(const QStringList &lines, const QList<FormChoice> &before)
{
    Pairs known;
    for (const FormChoice &choice : before)
        known.append({choice.code, choice.label});
    QList<FormChoice> choices;
    for (const auto &[code, label] : pairsFrom(lines, known))
        choices.append({code, label});
    return choices;
}

QList<FormColumn> columnsFromLines(const QStringList &lines, const QList<FormColumn> &before)
{
    Pairs known;
    for (const FormColumn &column : before)
        known.append({column.id, column.label});
    QList<FormColumn> columns;
    for (const auto &[id, label] : pairsFrom(lines, known))
        columns.append({id, label});
    return columns;
}

QString labelOfCode(const Question &question, const QString &code)
{
    for (const FormChoice &choice : question.choices)
        if (choice.code == code)
            return choice.label;
    if (question.kind == QuestionKind::YesNo)
        return code == kYes ? u"Yes"_s : code == kNo ? u"No"_s : code;
    return code;
}

QStringList codesFromLines(const QStringList &lines, const Question &question)
{
    QStringList codes;
    for (const QString &line : wordsIn(lines)) {
        QString found = line;
        for (const QString &code : codesOf(question))
            if (folded(labelOfCode(question, code)) == folded(line))
                found = code;
        codes.append(found);
    }
    return codes;
}

void putQuestion(Form &form, const QString &section, const Question &question)
{
    const auto [in, at] = placeOf(form, question.id);
    if (in >= 0) {
        form.sections[in].questions[at] = question;
        return;
    }
    for (FormSection &one : form.sections)
        if (one.id == section)
            return one.questions.append(question);
}

void moveQuestion(Form &form, const QString &question, int by)
{
    auto [in, at] = placeOf(form, question);
    const int step = by < 0 ? -1 : 1;
    for (int left = std::abs(by); in >= 0 && left > 0; --left) {
        QList<Question> &here = form.sections[in].questions;
        if (at + step >= 0 && at + step < here.size()) {
            here.swapItemsAt(at, at + step);
            at += step;
            continue;
        }
        if (in + step < 0 || in + step >= form.sections.size())
            break;
        const Question moved = here.takeAt(at);
        in += step;
        QList<Question> &there = form.sections[in].questions;
        at = step > 0 ? 0 : there.size();
        there.insert(at, moved);
    }
    dropEmptySections(form);
}

void removeQuestion(Form &form, const QString &question)
{
    const auto [in, at] = placeOf(form, question);
    if (in < 0)
        return;
    form.sections[in].questions.removeAt(at);
    dropEmptySections(form);
}

void addSection(Form &form, const QString &title, Category category)
{
    QStringList sections;
    for (const FormSection &section : form.sections)
        sections.append(section.id);
    Question first;
    first.ask = u"What would you like to say about it?"_s;
    first.id = idFromWords(title, questionIds(form));
    first.kind = QuestionKind::LongText;
    first.category = category;
    form.sections.append({idFromWords(title, sections), title.simplified(), {}, category, {first}});
}

QStringList questionIds(const Form &form)
{
    QStringList ids;
    for (const FormSection &section : form.sections)
        for (const Question &question : section.questions)
            ids.append(question.id);
    return ids;
}

} // namespace keywork
