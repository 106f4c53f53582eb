// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/rules/custody.h"

namespace keywork {

class Records;

/// A medicine that is or was held, and what its page of the register says.
struct HeldPage {
    Kept<HeldMedicine> medicine;
    CustodyState state;
};

/// The register of medicine handed in. Whatever is written into it, from whatever screen, is held against what stands there:
/// a difference has to be explained, two names are two people, a correction adds up, what is held for the coroner stays.
class Custody {
public:
    explicit Custody(Records &records);

    /// Begins a page with its first entry, in one commit. Invalid with what is wrong of both; nothing is kept then.
    Result<HeldPage> handIn(const HeldMedicine &medicine, CustodyEntry first);
    /// One more line of a page; the same as adding the record.
    Result<Kept<CustodyEntry>> write(const CustodyEntry &entry);
    /// NotFound, NeedToKnow, NotPermitted for whoever may not read about treatment.
    Result<HeldPage> page(Id<HeldMedicine> medicine) const;
    /// Everything that somebody handed in, what is held first, then by when it began.
    Result<QList<HeldPage>> pagesOf(Id<Person> person) const;

private:
    Result<QList<Kept<CustodyEntry>>> entriesOf(qint64 medicine) const;
    void completeEntry(Row &row) const;
    Result<Violations> entryProblems(const Row &row) const;
    Result<Violations> problemsOfStock(const CustodyEntry &entry, const CustodyState &state) const;
    Result<Violations> problemsOfWord(const CustodyEntry &entry, const Row &row, const CustodyState &state) const;
    Result<Violations> problemsOfReview(const CustodyLine &line) const;
    Result<Violations> medicineProblems(const Row &row, qint64 self) const;
    Records &m_records;
};

} // namespace keywork
