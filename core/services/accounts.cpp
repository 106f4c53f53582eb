// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/accounts.h"

#include "core/base/text.h"
#include "core/services/passwords.h"
#include "core/storage/database.h"
#include "core/storage/table.h"
#include "core/vault/vault_file.h"

#include <QJsonArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString asHex(const Identity16 &id) { return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(id.data()), 16).toHex()); }

std::optional<Identity16> slotIdFrom(const QString &hex)
{
    const QByteArray bytes = QByteArray::fromHex(hex.toLatin1());
    Identity16 id{};
    if (bytes.size() != qsizetype(id.size()))
        return {};
    std::copy(bytes.begin(), bytes.end(), id.begin());
    return id;
}

} // namespace

Accounts::Accounts(Records &records, VaultFile &vault)
    : m_records(records)
    , m_vault(vault)
{
    m_records.addLookup(recordType<Staff>(), [this](const Row &row, qint64 self) { return conflictsOf(row, self); });
    m_records.addWithdrawCheck(recordType<Staff>(), [this](const KeptRow &row) -> Done {
        // Who had a password was here: they left, they were not entered in error.
        const bool wasHere = !row.row.text(u"key_slot"_s).isEmpty() || row.id == m_records.session().staff().value;
        return !wasHere ? Done() : Done(Error{ErrorKind::NotAllowedNow, u"staff"_s, {}});
    });
}

Result<Violations> Accounts::conflictsOf(const Row &row, qint64 self) const
{
    const auto team = m_records.all<Staff>();
    if (!team)
        return team.error();
    // A date of leaving counts before it comes: nobody would be there on that day.
    const auto isManager = [](const Staff &member) { return member.role == Role::Manager && !member.leftOn; };
    Violations violations;
    bool wasManager = false;
    bool anotherManager = false;
    for (const Kept<Staff> &other : *team) {
        if (other.id.value == self) {
            wasManager = isManager(other.value);
            continue;
        }
        anotherManager = anotherManager || (isManager(other.value) && !other.value.keySlot.isEmpty());
        // A slot is found by the typed name: two people of one name would share a password.
        if (sameName(other.value.name, row.text(u"name"_s)))
            violations.append({u"name"_s, Rule::AlreadyUsed, {}});
    }
    const auto wanted = recordType<Staff>().fromRow(row);
    if (wasManager && !anotherManager && wanted && !isManager(*wanted))
        violations.append({wanted->role == Role::Manager ? u"left_on"_s : u"role"_s, Rule::LastManager, {}});
    return violations;
}

QString Accounts::slotText(const std::optional<Identity16> &slot) { return slot ? asHex(*slot) : QString(); }

Accounts::Entry Accounts::entryOf(const Staff &staff) const
{
    if (staff.keySlot.isEmpty())
        return Entry::None;
    return slotText(m_vault.slotOf(staff.name)) == staff.keySlot ? Entry::ByName : Entry::ByEarlierName;
}

Done Accounts::noteSlot(Id<Staff> staff, const QString &slot)
{
    return m_records.together([&]() -> Done {
        // Not a change that somebody typed: no check of the other fields may stand in its way.
        Table team(m_records.database(), recordType<Staff>());
        auto row = team.find(staff.value);
        if (!row)
            return row.error();
        const QString before = row->row.text(u"key_slot"_s);
        row->row.set(u"key_slot"_s, slot);
        if (Done updated = team.update(row->id, row->version, row->row); !updated)
            return updated;
        return m_records.note("changed", u"staff"_s, staff.value, 0, {{u"key_slot"_s, QJsonArray{before, slot}}});
    });
}

Result<Accounts::Job> Accounts::preparation(const Kept<Staff> &staff, const QString &password) const
{
    if (!m_records.session().may(Act::Manage, Category::House))
        return Error{m_records.session().refusal(), {}, {}};
    if (staff.withdrawn || staff.value.hasLeft(m_records.today()))
        return Error{ErrorKind::NotAllowedNow, {}, {}};
    if (Done free = checkName(staff); !free)
        return free.error();
    if (const auto violation = passwordViolation(password, {m_vault.header().hostelName, staff.value.name}))
        return Error{ErrorKind::Invalid, {}, {*violation}};
    auto make = m_vault.slotMaker(staff.value.name, staff.id.value, password, KdfCost::standard());
    return Job([make = std::move(make), id = staff.id]() -> Result<Prepared> {
        auto slot = make();
        if (!slot)
            return slot.error();
        return Prepared{id, std::make_shared<const KeySlot>(*slot)};
    });
}

Done Accounts::grant(const Prepared &prepared)
{
    if (!m_records.session().may(Act::Manage, Category::House))
        return Error{m_records.session().refusal(), {}, {}};
    auto member = m_records.one(prepared.staff);
    if (!member)
        return member.error();
    if (Done free = checkName(*member); !free)
        return free;
    const auto former = slotIdFrom(member->value.keySlot);
    return m_records.together([&]() -> Done {
        // The header last: what can fail has not failed by then.
        if (Done noted = noteSlot(member->id, asHex(prepared.slot->slotId)); !noted)
            return noted;
        return m_vault.placeSlot(m_records.database().handle(), *prepared.slot, former);
    });
}

Done Accounts::checkName(const Kept<Staff> &staff) const
{
    const auto taken = m_vault.slotOf(staff.value.name);
    if (!taken || asHex(*taken) == staff.value.keySlot)
        return {};
    const auto team = m_records.all<Staff>();
    if (!team)
        return team.error();
    for (const Kept<Staff> &other : *team)
        if (other.id != staff.id && other.value.keySlot == asHex(*taken))
            return invalid({{u"name"_s, Rule::AlreadyUsed, {}}});
    return {};
}

Done Accounts::give(const Kept<Staff> &staff, const QString &password)
{
    const auto job = preparation(staff, password);
    if (!job)
        return job.error();
    const auto prepared = (*job)();
    return prepared ? grant(*prepared) : Done(prepared.error());
}

} // namespace keywork
