// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/forms/asked_form.h"
#include "core/forms/form_reader.h"

#include <QHash>
#include <memory>

namespace keywork {

class Records;

/// A form as the house has it.
struct HouseForm {
    Kept<FormVersion> current; ///< the latest that is published; id 0: there is only a draft
    std::optional<Kept<FormVersion>> draft;
    bool isRetired = false;
};

/// The house's forms: ours, which come with the program, and what a manager made of them. Each version's text stays.
class Forms {
public:
    explicit Forms(Records &records);

    /// Puts in what came with the program and this file has not seen yet: a form that nobody here changed gets the new
    /// text as its next version; one that a manager changed keeps theirs.
    Done takeInShipped();
    /// Every form, by title; without versions' texts being read.
    Result<QList<HouseForm>> all() const;
    /// What can be begun now.
    Result<QList<Kept<FormVersion>>> offered() const;
    Result<Kept<FormVersion>> currentOf(const QString &form) const;
    /// The questions of a version; Damaged when its text can't be read as a form, which only a harmed file holds.
    Result<std::shared_ptr<const AskedForm>> asked(Id<FormVersion> version) const;

    /// The draft of a form, made from its current version when there is none. For managers.
    Result<Kept<FormVersion>> edit(const QString &form);
    /// A draft under another id and title, with the questions of `form`. Invalid when the id is taken.
    Result<Kept<FormVersion>> copy(const QString &form, const QString &id, const QString &title);
    /// Judges a text; `problems` empty: it can be published.
    FormProblems problemsOf(const QByteArray &text) const;
    /// Invalid under `text` when it could not be asked; nothing of it is kept then.
    Result<Kept<FormVersion>> saveDraft(const Kept<FormVersion> &draft, const Form &form);
    Done discardDraft(const Kept<FormVersion> &draft);
    /// Fixes the draft as the next version. Invalid under `text` when it is no form that can be asked.
    Result<Kept<FormVersion>> publish(const Kept<FormVersion> &draft);
    /// A text that somebody brings along, as a draft of the form that it names. Invalid under `text` when it is broken.
    Result<Kept<FormVersion>> bring(const QByteArray &text);

private:
    Result<QList<Kept<FormVersion>>> versionsOf(const QString &form) const;
    Result<qint64> nextNumber(const QString &form) const;
    /// Whether something had to be put in.
    Result<bool> shipOne(const QByteArray &text);
    Done checkManages() const;

    Records &m_records;
    bool m_isTakenIn = false; ///< nothing was left to be put in: it is in the file, not only in an open commit
    mutable QHash<qint64, std::shared_ptr<const AskedForm>> m_asked; ///< published ones, which never change
};

} // namespace keywork
