// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/form.h"

#include <variant>

namespace keywork {

/// Why a form can't be used. `ui/text/words_forms` has a sentence for each.
enum class FormFault {
    TooLarge, ///< argument: the most, in bytes
    NotUtf8,
    NotJson,
    TooDeep, ///< argument: the most
    NameTwice, ///< argument: which
    NotAForm,
    NewerFormat,
    UnknownMember, ///< argument: its name
    Missing, ///< argument: its name
    WrongType, ///< argument: its name
    BadId, ///< argument: what stands there
    SameId, ///< argument: what stands there
    Empty, ///< argument: the list's name
    TooMany, ///< argument: the list's name and the most
    TooLong, ///< argument: the member's name and the most
    NotOneLine, ///< control characters, or half of a sign; argument: the member's name
    UnknownLevel,
    UnknownKind,
    UnknownCategory,
    UnknownArea,
    UnknownNeed,
    UnknownRecord, ///< `known` or `kept_as` names nothing that there is
    DoesNotBelong, ///< a member that this kind of question has no use for; argument: its name
    BadRange, ///< the smallest is above the largest
    ShowIfItself,
    ShowIfUnknown, ///< argument: the question that is not there
    ShowIfCircle, ///< two questions that wait for each other
    ShowIfLater, ///< argument: the question that comes later
    ShowIfAnswer, ///< argument: an answer that the other question does not have
    ShowIfChain, ///< argument: the most
    TellsAnswer, ///< argument: an answer that the question does not have
    TellsNothing,
};

struct FormProblem {
    FormFault fault = FormFault::NotAForm;
    int line = 1;
    QString place; ///< the id of the question or section; empty: the form itself
    QString argument = {};
    bool operator==(const FormProblem &) const = default;
};
using FormProblems = QList<FormProblem>;

/// Reads and judges the text of a form: all of it is right, or every problem is told, the first ones first. `lists` knows
/// the catalogue of needs.
std::variant<Form, FormProblems> readForm(const QByteArray &text, const ChoiceSource &lists);

/// The form as the text that readForm reads back to the same, indented unless that makes it too long.
QByteArray writeForm(const Form &form);

} // namespace keywork
