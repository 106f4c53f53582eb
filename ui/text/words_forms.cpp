// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_forms.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("forms", text); }

QString what(const FormProblem &problem)
{
    const QString &said = problem.argument;
    const QString name = said.section(u' ', 0, 0);
    const QString most = said.section(u' ', 1, 1);
    switch (problem.fault) {
    case FormFault::TooLarge:
        return tr("The file is longer than %1 bytes.").arg(said);
    case FormFault::NotUtf8:
        return tr("The file is not text in UTF-8. Save it as UTF-8.");
    case FormFault::NotJson:
        return tr("Here it stops being JSON: look for a comma, a bracket or a quotation mark that is missing or too many.");
    case FormFault::TooDeep:
        return tr("More than %1 brackets lie in one another.").arg(said);
    case FormFault::NameTwice:
        return tr("“%1” stands here twice.").arg(said);
    case FormFault::NotAForm:
        return tr("This is no form: it does not begin with \"keywork_form\": 1.");
    case FormFault::NewerFormat:
        return tr("This form is for a newer Keywork.");
    case FormFault::UnknownMember:
        return tr("“%1” means nothing here.").arg(said);
    case FormFault::Missing:
        return tr("“%1” is missing or blank.").arg(said);
    case FormFault::WrongType:
        return tr("“%1” has another kind of value than is written here.").arg(said);
    case FormFault::BadId:
        return tr("“%1” can’t be an id: lower-case letters, digits and _, at most %2 of them, the first a letter.")
            .arg(said)
            .arg(form_limits::kId);
    case FormFault::SameId:
        return tr("“%1” is there already.").arg(said);
    case FormFault::Empty:
        return tr("“%1” has nothing in it.").arg(said);
    case FormFault::TooMany:
        return tr("“%1” has more than %2 in it.").arg(name, most);
    case FormFault::TooLong:
        return tr("“%1” is longer than %2 characters.").arg(name, most);
    case FormFault::NotOneLine:
        return tr("“%1” has to be plain words on one line, without blanks at its end.").arg(said);
    case FormFault::UnknownLevel:
        return tr("There is no level “%1”: first_conversation, full or review.").arg(said);
    case FormFault::UnknownKind:
        return tr("There is no kind of question “%1”.").arg(said);
    case FormFault::UnknownCategory:
        return tr("There is no category “%1” of what a resident tells.").arg(said);
    case FormFault::UnknownArea:
        return tr("The care plan has no area “%1”.").arg(said);
    case FormFault::UnknownNeed:
        return tr("The catalogue has no need “%1”.").arg(said);
    case FormFault::UnknownRecord:
        return tr("“%1” is nothing that a resident’s record keeps.").arg(said);
    case FormFault::DoesNotBelong:
        return tr("“%1” belongs to another kind of question.").arg(said);
    case FormFault::BadRange:
        return tr("The smallest number is above the largest.");
    case FormFault::ShowIfItself:
        return tr("This question waits for its own answer.");
    case FormFault::ShowIfUnknown:
        return tr("It waits for “%1”, which is not in this form.").arg(said);
    case FormFault::ShowIfCircle:
        return tr("It waits for “%1”, which waits for it.").arg(said);
    case FormFault::ShowIfLater:
        return tr("It waits for “%1”, which is asked later. Move it behind that question.").arg(said);
    case FormFault::ShowIfAnswer:
        return tr("It waits for the answer “%1”, which the other question does not have.").arg(said);
    case FormFault::ShowIfChain:
        return tr("More than %1 questions wait for one another.").arg(said);
    case FormFault::TellsAnswer:
        return tr("“%1” is no answer to this question.").arg(said);
    case FormFault::TellsNothing:
        return tr("“tells” names neither a need nor an area of the care plan.");
    }
    return {};
}

} // namespace

QString formProblem(const FormProblem &problem)
{
    return problem.place.isEmpty() ? tr("Line %1: %2").arg(problem.line).arg(what(problem))
                                   : tr("Line %1, “%2”: %3").arg(problem.line).arg(problem.place, what(problem));
}

QString formProblem(const FormProblem &problem, const Form &form)
{
    const Question *question = form.question(problem.place);
    return question ? tr("“%1”: %2").arg(question->ask, what(problem)) : what(problem);
}

} // namespace keywork::words
