// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/form.h"

namespace keywork {

/// An id made of words: lower-case letters and digits with _ between, another one than those taken.
QString idFromWords(const QString &words, const QStringList &taken);

/// One choice a line. A line that was there keeps its code; one that was reworded in its place keeps it too, so that
/// earlier answers stay comparable.
QList<FormChoice> choicesFromLines(const QStringList &lines, const QList<FormChoice> &before);
QList<FormColumn> columnsFromLines(const QStringList &lines, const QList<FormColumn> &before);
/// The codes of the answers that lines name by their labels; a line that names none stays as it is, for the checks to say so.
QStringList codesFromLines(const QStringList &lines, const Question &question);
/// The label of an answer's code; of a code that is none, itself.
QString labelOfCode(const Question &question, const QString &code);

/// In the place of the one with its id, else at the end of the section.
void putQuestion(Form &form, const QString &section, const Question &question);
/// By so many places, over the ends of sections too; stays at the first and last place of the form.
void moveQuestion(Form &form, const QString &question, int by);
/// Takes it out; sections without a question go with it.
void removeQuestion(Form &form, const QString &question);
/// At the end, with a first question, since a section holds one at least.
void addSection(Form &form, const QString &title, Category category);
QStringList questionIds(const Form &form);

} // namespace keywork
