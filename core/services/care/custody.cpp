// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/custody.h"

#include "core/base/text.h"
#include "core/services/records/records.h"
#include "core/storage/custody_register.h"
#include "core/storage/table.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// The page with one more entry, as the last that was written.
CustodyState stateWith(QList<Kept<CustodyEntry>> entries, const CustodyEntry &entry, const Records &records)
{
    Kept<CustodyEntry> next;
    next.id = {std::numeric_limits<qint64>::max()};
    next.createdBy = records.session().staff().value;
    next.value = entry;
    entries.append(next);
    return custodyOf(std::move(entries));
}

/// What nobody counted says no numbers.
void takeOutCounts(Row &row)
{
    for (const QString &column : {u"counted_before"_s, u"quantity"_s, u"counted_after"_s})
        row.set(column, QVariant());
}

} // namespace

Custody::Custody(Records &records)
    : m_records(records)
{
    records.addCompleting(recordType<CustodyEntry>(), [this](Row &row, const std::optional<Row> &before) {
        if (!before)
            completeEntry(row);
    });
    records.addLookup(recordType<CustodyEntry>(), [this](const Row &row, qint64 self) -> Result<Violations> {
        return self > 0 ? Result<Violations>(Violations()) : entryProblems(row); // what stands there never changes
    });
    records.addLookup(recordType<HeldMedicine>(), [this](const Row &row, qint64 self) { return medicineProblems(row, self); });
    records.addWithdrawCheck(recordType<HeldMedicine>(), [](const KeptRow &) { return Done(notNow(NotNow::InTheRegister)); });
}

/// Past what the reader may see: the register adds up for whoever writes into it, or for nobody.
Result<QList<Kept<CustodyEntry>>> Custody::entriesOf(qint64 medicine) const
{
    const auto rows = entriesOfPage(m_records.database(), medicine);
    if (!rows)
        return rows.error();
    QList<Kept<CustodyEntry>> entries;
    for (const KeptRow &row : *rows) {
        const auto entry = asKind<CustodyEntry>(row);
        if (!entry)
            return entry.error();
        entries.append(*entry);
    }
    return entries;
}

void Custody::completeEntry(Row &row) const
{
    const bool isStruckOut = row.value(u"struck_out"_s).toLongLong() != 0;
    if (isStruckOut || row.value(u"sealed"_s).toLongLong() != 0)
        takeOutCounts(row);
    const auto entries = entriesOf(row.value(u"held_medicine_id"_s).toLongLong());
    const auto entry = recordType<CustodyEntry>().fromRow(row);
    if (!entries || !entry)
        return; // refused by the checks
    const CustodyState state = stateWith(*entries, *entry, m_records);
    const CustodyLine &line = state.lines.last();
    const auto orNone = [](const std::optional<qint64> &number) { return number ? QVariant(*number) : QVariant(); };
    row.set(u"difference"_s, orNone(line.difference));
    row.set(u"balance"_s, orNone(state.balance));
    row.set(u"still_open"_s, qint64(state.isOpen() ? 1 : 0));
}

Result<Violations> Custody::entryProblems(const Row &row) const
{
    const auto entry = recordType<CustodyEntry>().fromRow(row);
    if (!entry)
        return Error{ErrorKind::Damaged, u"custody_entry"_s, {}};
    const auto medicine = Table(m_records.database(), recordType<HeldMedicine>()).find(entry->heldId.value);
    if (!medicine)
        return medicine.error();
    if (medicine->row.value(u"person_id"_s).toLongLong() != entry->personId.value)
        return Violations{{u"held_medicine_id"_s, Rule::UnknownReference, {}}};
    const auto entries = entriesOf(entry->heldId.value);
    if (!entries)
        return entries.error();
    return isStockAct(entry->act) ? problemsOfStock(*entry, custodyOf(*entries)) : problemsOfWord(*entry, row, custodyOf(*entries));
}

Result<Violations> Custody::problemsOfStock(const CustodyEntry &entry, const CustodyState &state) const
{
    Violations violations;
    if (entry.secondId && entry.secondId == m_records.session().staff())
        violations.append({u"second_id"_s, Rule::SameSignature, {}});
    const bool isForCoroner = entry.act == CustodyAct::ToCoroner || directionOf(entry.act) == 0;
    if (state.isForCoroner && !isForCoroner)
        violations.append({u"act"_s, Rule::HeldForCoroner, {}});
    if (const qint64 difference = entry.difference.value_or(0); difference != 0) {
        const QString by = (difference > 0 ? u"+"_s : QString()) + QString::number(difference);
        if (!entry.cause)
            violations.append({u"cause"_s, Rule::CountDiffers, by});
        if (!saysWhy(entry.why))
            violations.append({u"why"_s, Rule::CountDiffers, by});
    }
    return violations;
}

Result<Violations> Custody::problemsOfWord(const CustodyEntry &entry, const Row &row, const CustodyState &state) const
{
    const auto about
        = std::find_if(state.lines.cbegin(), state.lines.cend(), [&](const CustodyLine &line) { return line.entry.id == entry.aboutId; });
    if (about == state.lines.cend() || !isStockAct(about->entry.value.act))
        return Violations{{u"about_id"_s, Rule::UnknownReference, {}}};
    if (about->isStruckOut)
        return notNow(NotNow::CorrectedAlready);
    if (entry.act == CustodyAct::Review)
        return problemsOfReview(*about);
    if (entry.act == CustodyAct::Correction)
        return entry.struckOut ? Violations() : countProblems(row, about->entry.value.act);
    if (!about->waitsForSecondName)
        return notNow(NotNow::Decided);
    if (about->entry.createdBy == m_records.session().staff().value)
        return Violations{{u"about_id"_s, Rule::SameSignature, {}}};
    return Violations();
}

/// Where there is another manager, nobody reviews what they wrote or signed themselves.
Result<Violations> Custody::problemsOfReview(const CustodyLine &line) const
{
    if (!m_records.session().may(Act::Manage, Category::Treatment))
        return Error{m_records.session().refusal(), u"custody_entry"_s, {}};
    if (!line.waitsForReview)
        return notNow(NotNow::Decided);
    const Id<Staff> reviewer = m_records.session().staff();
    if (line.entry.createdBy != reviewer.value && line.entry.value.secondId != reviewer)
        return Violations();
    const auto another = m_records.anotherManager();
    if (!another)
        return another.error();
    return *another ? Violations{{u"about_id"_s, Rule::AnotherPerson, {}}} : Violations();
}

Result<Violations> Custody::medicineProblems(const Row &row, qint64 self) const
{
    Violations violations;
    if (self > 0) {
        const auto stored = Table(m_records.database(), recordType<HeldMedicine>()).find(self);
        if (!stored)
            return stored.error();
        for (const QString &column : {u"person_id"_s, u"medicine"_s, u"strength"_s, u"form"_s, u"unit"_s, u"doses"_s})
            if (stored->row.value(column) != row.value(column))
                violations.append({column, Rule::InTheRegister, {}});
    }
    const auto others = medicinesHeldOfOthers(m_records.database(), row.value(u"person_id"_s).toLongLong());
    if (!others)
        return others.error();
    const QString place = folded(row.text(u"place"_s));
    const bool isTaken
        = std::any_of(others->cbegin(), others->cend(), [&](const KeptRow &other) { return folded(other.row.text(u"place"_s)) == place; });
    if (isTaken) {
        const Field &field = *row.type->fieldNamed(u"place"_s);
        violations.append({u"place"_s, Rule::AlreadyUsed, alreadyUsed(*row.type, field, row.text(u"place"_s))});
    }
    return violations;
}

Result<HeldPage> Custody::handIn(const HeldMedicine &medicine, CustodyEntry first)
{
    first.personId = medicine.personId;
    first.act = CustodyAct::In;
    Violations violations = m_records.check(toRow(medicine));
    for (const Violation &violation : m_records.check(toRow(first)))
        if (violation.column != u"held_medicine_id") // is not there yet
            violations.append(violation);
    if (!violations.isEmpty())
        return invalid(violations);
    Id<HeldMedicine> begun;
    const Done done = m_records.together([&]() -> Done {
        const auto kept = m_records.add(medicine);
        if (!kept)
            return kept.error();
        begun = first.heldId = kept->id;
        const auto entry = m_records.add(first);
        return entry ? Done() : Done(entry.error());
    });
    return done ? page(begun) : Result<HeldPage>(done.error());
}

Result<Kept<CustodyEntry>> Custody::write(const CustodyEntry &entry) { return m_records.add(entry); }

Result<HeldPage> Custody::page(Id<HeldMedicine> medicine) const
{
    const auto kept = m_records.one(medicine);
    if (!kept)
        return kept.error();
    const auto entries = m_records.of<CustodyEntry>("held_medicine_id", medicine);
    if (!entries)
        return entries.error();
    return HeldPage{*kept, custodyOf(*entries)};
}

Result<QList<HeldPage>> Custody::pagesOf(Id<Person> person) const
{
    if (!m_records.mayRead(recordType<CustodyEntry>()))
        return Error{ErrorKind::NotPermitted, {}, {}};
    if (const auto known = m_records.one(person); !known) // nobody's, or closed
        return known.error();
    if (Done open = m_records.checkOpen(person.value); !open)
        return open.error();
    const auto medicines = m_records.of<HeldMedicine>("person_id", person);
    if (!medicines)
        return medicines.error();
    const auto entries = m_records.of<CustodyEntry>("person_id", person);
    if (!entries)
        return entries.error();
    QHash<qint64, QList<Kept<CustodyEntry>>> byMedicine;
    for (const Kept<CustodyEntry> &entry : *entries)
        byMedicine[entry.value.heldId.value].append(entry);
    QList<HeldPage> pages;
    for (const Kept<HeldMedicine> &medicine : *medicines)
        pages.append({medicine, custodyOf(byMedicine.value(medicine.id.value))});
    std::stable_sort(pages.begin(), pages.end(), [](const HeldPage &a, const HeldPage &b) {
        return std::tuple(!a.state.isHeld(), a.medicine.id.value) < std::tuple(!b.state.isHeld(), b.medicine.id.value);
    });
    return pages;
}

} // namespace keywork
