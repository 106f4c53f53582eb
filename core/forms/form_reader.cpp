// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/form_reader.h"

#include "core/base/located_json.h"
#include "core/base/text.h"
#include "core/domain/kinds.h"
#include "core/forms/form_checks.h"
#include "core/forms/kept_facts.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

using Type = LocatedJson::Type;
using namespace form_limits;

constexpr qint64 kFormat = 1;

FormProblem problemOf(const JsonFault &fault)
{
    switch (fault.kind) {
    case JsonFault::Kind::NotUtf8:
        return {FormFault::NotUtf8, fault.line, {}};
    case JsonFault::Kind::TooDeep:
        return {FormFault::TooDeep, fault.line, {}, QString::number(kDepth)};
    case JsonFault::Kind::NameTwice:
        return {FormFault::NameTwice, fault.line, {}, fault.name};
    default:
        return {FormFault::NotJson, fault.line, {}};
    }
}

/// Reads what an object says and notes what is wrong with it; what can't be read stays as it was.
class Reading {
public:
    explicit Reading(FormChecks &checks)
        : m_checks(checks)
    {
    }

    Form form(const LocatedJson &root)
    {
        Form form;
        const LocatedJson *format = root.member(u"keywork_form"_s);
        if (root.type != Type::Object || !format || format->type != Type::Number) {
            m_checks.add(FormFault::NotAForm, root.line);
            return form;
        }
        if (format->text.toLongLong() != kFormat) {
            m_checks.add(FormFault::NewerFormat, format->line);
            return form;
        }
        knowsOnly(root, {u"keywork_form"_s, u"id"_s, u"title"_s, u"level"_s, u"about"_s, u"retired"_s, u"sections"_s});
        form.id = id(root);
        form.title = words(root, u"title"_s, kTitle, true);
        form.about = words(root, u"about"_s, kHelp);
        form.level = code<AssessmentLevel>(root, u"level"_s, FormFault::UnknownLevel, true).value_or(AssessmentLevel::Full);
        form.retired = flag(root, u"retired"_s);
        for (const LocatedJson &section : list(root, u"sections"_s, kSections, true))
            form.sections.append(this->section(section));
        return form;
    }

private:
    FormSection section(const LocatedJson &object)
    {
        FormSection section;
        m_place.clear();
        if (!isObject(object, u"sections"_s))
            return section;
        section.id = id(object);
        m_place = section.id;
        m_checks.noteSection(section.id, object.line);
        knowsOnly(object, {u"id"_s, u"title"_s, u"about"_s, u"category"_s, u"questions"_s});
        section.title = words(object, u"title"_s, kTitle, true);
        section.about = words(object, u"about"_s, kHelp);
        section.category = category(object, true).value_or(Category::CarePlan);
        for (const LocatedJson &question : list(object, u"questions"_s, kQuestions, true))
            section.questions.append(this->question(question, section));
        m_place.clear();
        return section;
    }

    Question question(const LocatedJson &object, const FormSection &in)
    {
        Question question;
        question.category = in.category;
        m_place = in.id;
        if (!isObject(object, u"questions"_s))
            return question;
        question.id = id(object);
        m_place = question.id.isEmpty() ? in.id : question.id;
        m_checks.noteQuestion(question.id, object.line);
        question.kind = code<QuestionKind>(object, u"kind"_s, FormFault::UnknownKind, true).value_or(QuestionKind::Text);
        question.ask = words(object, u"ask"_s, kAsk, true);
        question.help = words(object, u"help"_s, kHelp);
        question.category = category(object, false).value_or(in.category);
        question.required = flag(object, u"required"_s);
        question.known = known(object);
        question.keptAs = keptAs(object);
        const QStringList own = readOwn(object, question);
        knowsOnly(object,
            QStringList{
                u"id"_s, u"kind"_s, u"ask"_s, u"help"_s, u"category"_s, u"required"_s, u"known"_s, u"kept_as"_s, u"show_if"_s, u"tells"_s}
                + own);
        if (const LocatedJson *showIf = object.member(u"show_if"_s); showIf && isObject(*showIf, u"show_if"_s)) {
            knowsOnly(*showIf, {u"question"_s, u"is"_s});
            question.showIf = {words(*showIf, u"question"_s, kId, true), codes(*showIf, u"is"_s)};
        }
        for (const LocatedJson &tells : list(object, u"tells"_s, kTells, false))
            if (isObject(tells, u"tells"_s)) {
                knowsOnly(tells, {u"is"_s, u"need"_s, u"area"_s});
                question.tells.append(
                    {codes(tells, u"is"_s), words(tells, u"need"_s, kId), code<Area>(tells, u"area"_s, FormFault::UnknownArea, false)});
            }
        return question;
    }

    /// What only this kind of question has; gives its names.
    QStringList readOwn(const LocatedJson &object, Question &question)
    {
        switch (question.kind) {
        case QuestionKind::Number:
            question.unit = words(object, u"unit"_s, kShort);
            question.smallest = whole(object, u"smallest"_s, question.smallest);
            question.largest = whole(object, u"largest"_s, question.largest);
            return {u"unit"_s, u"smallest"_s, u"largest"_s};
        case QuestionKind::Scale:
            question.lowLabel = words(object, u"low"_s, kShort, true);
            question.highLabel = words(object, u"high"_s, kShort, true);
            return {u"low"_s, u"high"_s};
        case QuestionKind::Date:
            question.direction = direction(object);
            return {u"lies"_s};
        case QuestionKind::OneOf:
        case QuestionKind::SeveralOf:
            for (const auto &[id, label] : pairs(object, u"choices"_s, kChoices))
                question.choices.append({id, label});
            return {u"choices"_s};
        case QuestionKind::Table:
            for (const auto &[id, label] : pairs(object, u"columns"_s, kColumns))
                question.columns.append({id, label});
            return {u"columns"_s};
        case QuestionKind::Text:
        case QuestionKind::LongText:
        case QuestionKind::YesNo:
            break;
        }
        return {};
    }

    void add(FormFault fault, int line, const QString &argument = {}) { m_checks.add(fault, line, m_place, argument); }

    bool isObject(const LocatedJson &value, const QString &name)
    {
        if (value.type != Type::Object)
            add(FormFault::WrongType, value.line, name);
        return value.type == Type::Object;
    }

    void knowsOnly(const LocatedJson &object, const QStringList &names)
    {
        // Of a member that other kinds of question have, more can be said than that nobody knows it.
        static const QStringList ofSome{u"unit"_s, u"smallest"_s, u"largest"_s, u"low"_s, u"high"_s, u"lies"_s, u"choices"_s, u"columns"_s};
        for (const LocatedJson::Member &member : object.members)
            if (!names.contains(member.name)) {
                const bool isMisplaced = ofSome.contains(member.name) && names.contains(u"ask"_s);
                add(isMisplaced ? FormFault::DoesNotBelong : FormFault::UnknownMember, member.line, atMost(member.name, kId));
            }
    }

    const LocatedJson *member(const LocatedJson &object, const QString &name, Type type, bool needed)
    {
        const LocatedJson *found = object.member(name);
        if (!found && needed)
            add(FormFault::Missing, object.line, name);
        if (!found || found->type == type)
            return found;
        add(FormFault::WrongType, found->line, name);
        return nullptr;
    }

    QString checkedWords(const LocatedJson &text, const QString &name, qsizetype most, bool needed)
    {
        if (text.type != Type::Text) {
            add(FormFault::WrongType, text.line, name);
            return {};
        }
        const bool isOneLine = text.text.isValidUtf16() && !holdsControlCharacters(text.text) && !text.text.contains(u'\n')
            && !text.text.contains(u'\t') && cleaned(text.text) == text.text;
        if (!isOneLine)
            add(FormFault::NotOneLine, text.line, name);
        else if (text.text.size() > most)
            add(FormFault::TooLong, text.line, u"%1 %2"_s.arg(name, QString::number(most)));
        else if (needed && text.text.trimmed().isEmpty())
            add(FormFault::Missing, text.line, name);
        return text.text;
    }

    QString words(const LocatedJson &object, const QString &name, qsizetype most, bool needed = false)
    {
        const LocatedJson *found = member(object, name, Type::Text, needed);
        return found ? checkedWords(*found, name, most, needed) : QString();
    }

    QString id(const LocatedJson &object)
    {
        const LocatedJson *found = member(object, u"id"_s, Type::Text, true);
        return found ? checkedId(*found) : QString();
    }

    QString checkedId(const LocatedJson &text)
    {
        if (text.type == Type::Text && isFormId(text.text))
            return text.text;
        add(FormFault::BadId, text.line, atMost(text.text, kId));
        return {};
    }

    bool flag(const LocatedJson &object, const QString &name)
    {
        const LocatedJson *found = member(object, name, Type::Boolean, false);
        return found && found->isTrue;
    }

    qint64 whole(const LocatedJson &object, const QString &name, qint64 otherwise)
    {
        constexpr qint64 kFarthest = 1'000'000'000;
        const LocatedJson *found = member(object, name, Type::Number, false);
        if (!found)
            return otherwise;
        bool isWhole = false;
        const qint64 number = found->text.toLongLong(&isWhole);
        if (isWhole && number >= -kFarthest && number <= kFarthest)
            return number;
        add(FormFault::WrongType, found->line, name);
        return otherwise;
    }

    template <Coded E> std::optional<E> code(const LocatedJson &object, const QString &name, FormFault otherwise, bool needed)
    {
        const LocatedJson *found = member(object, name, Type::Text, needed);
        const auto known = found ? fromCode<E>(found->text) : std::nullopt;
        if (found && !known)
            add(otherwise, found->line, atMost(found->text, kId));
        return known;
    }

    std::optional<Category> category(const LocatedJson &object, bool needed)
    {
        const auto known = code<Category>(object, u"category"_s, FormFault::UnknownCategory, needed);
        if (!known || isAboutResidents(*known))
            return known;
        add(FormFault::UnknownCategory, object.line, QString::fromLatin1(codeOf(*known)));
        return {};
    }

    DayDirection direction(const LocatedJson &object)
    {
        const QString lies = words(object, u"lies"_s, kShort);
        if (lies == u"past")
            return DayDirection::Past;
        if (lies == u"future")
            return DayDirection::Future;
        if (!lies.isEmpty())
            add(FormFault::WrongType, object.member(u"lies"_s)->line, u"lies"_s);
        return DayDirection::Any;
    }

    /// A column of the person's own record that holds words: those can be shown as they are, and confirmed.
    QString known(const LocatedJson &object)
    {
        const QString column = words(object, u"known"_s, kId);
        const Field *field = recordType<Person>().fieldNamed(column);
        if (column.isEmpty() || (field && field->kind == Kind::Text && !field->list && !field->kept))
            return column;
        add(FormFault::UnknownRecord, object.member(u"known"_s)->line, column);
        return {};
    }

    QString keptAs(const LocatedJson &object)
    {
        Question asked;
        asked.keptAs = words(object, u"kept_as"_s, kId);
        const bool namesField = asked.keptAs.contains(u'.');
        if (asked.keptAs.isEmpty() || (namesField ? fieldKeeping(asked) != nullptr : kindKeeping(asked) != nullptr))
            return asked.keptAs;
        add(FormFault::UnknownRecord, object.member(u"kept_as"_s)->line, asked.keptAs);
        return {};
    }

    QList<LocatedJson> list(const LocatedJson &object, const QString &name, qsizetype most, bool needed)
    {
        const LocatedJson *found = member(object, name, Type::List, needed);
        if (!found)
            return {};
        if (found->items.isEmpty())
            add(FormFault::Empty, found->line, name);
        if (found->items.size() <= most)
            return found->items;
        add(FormFault::TooMany, found->line, u"%1 %2"_s.arg(name, QString::number(most)));
        return {};
    }

    QStringList codes(const LocatedJson &object, const QString &name)
    {
        QStringList codes;
        for (const LocatedJson &one : list(object, name, kChoices, false))
            if (one.type == Type::Text)
                codes.append(atMost(one.text, kId));
            else
                add(FormFault::WrongType, one.line, name);
        return codes;
    }

    /// [["yes", "Yes, most days"], …]
    QList<std::pair<QString, QString>> pairs(const LocatedJson &object, const QString &name, qsizetype most)
    {
        QList<std::pair<QString, QString>> pairs;
        QStringList known;
        for (const LocatedJson &one : list(object, name, most, true)) {
            if (one.type != Type::List || one.items.size() != 2) {
                add(FormFault::WrongType, one.line, name);
                continue;
            }
            const QString id = checkedId(one.items.at(0));
            if (!id.isEmpty() && known.contains(id))
                add(FormFault::SameId, one.line, id);
            known.append(id);
            pairs.append({id, checkedWords(one.items.at(1), name, kShort, true)});
        }
        return pairs;
    }

    FormChecks &m_checks;
    QString m_place;
};

} // namespace

std::variant<Form, FormProblems> readForm(const QByteArray &text, const ChoiceSource &lists)
{
    if (text.size() > kBytes)
        return FormProblems{{FormFault::TooLarge, 1, {}, QString::number(kBytes)}};
    const auto json = readLocatedJson(text, kDepth);
    if (const auto *fault = std::get_if<JsonFault>(&json))
        return FormProblems{problemOf(*fault)};
    FormChecks checks(lists);
    const Form form = Reading(checks).form(std::get<LocatedJson>(json));
    checks.judge(form);
    if (checks.problems().isEmpty())
        return form;
    return checks.problems();
}

} // namespace keywork
