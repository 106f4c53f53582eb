// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/substance.h"

namespace keywork {

class Records;

/// The catalogue of substances: ours, which come with the program, and what a manager added.
class Substances {
public:
    explicit Substances(Records &records);

    /// Puts in what came with the program and this file has never had. What a manager renamed, retired or took out stays so.
    Done takeInShipped();
    /// Every substance by name, the retired ones included.
    Result<QList<Kept<Substance>>> all() const;
    /// Those on offer that have a word of their name, or of the names that people say, beginning with what was typed; whose
    /// own name begins so stands first. Nothing typed: all on offer.
    Result<QList<Kept<Substance>>> matching(const QString &typed) const;

private:
    /// Whether something had to be put in.
    Result<bool> takeInMissing();
    Result<Violations> checkOwn(const Row &row, qint64 self) const;
    void giveCode(Row &row) const;
    Records &m_records;
    bool m_isTakenIn = false; ///< nothing was left to be put in: it is in the file, not only in an open commit
};

/// What comes with the program, in its order.
QList<Substance> shippedSubstances();

} // namespace keywork
