// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/accounts.h"

#include "core/base/text.h"
#include "core/record/row_text.h"
#include "core/services/house/passwords.h"
#include "core/services/records/records.h"
#include "core/storage/database.h"
#include "core/storage/table.h"
#include "core/vault/vault_file.h"

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

Accounts::Accounts(Records &records, VaultFile &vault, Session &session)
    : m_records(records)
    , m_vault(vault)
    , m_session(session)
{
    m_records.addLookup(recordType<Staff>(), [this](const Row &row, qint64 self) { return conflictsOf(row, self); });
    m_records.addWithdrawCheck(recordType<Staff>(), [this](const KeptRow &row) -> Done {
        // Who had a password was here: they left, they were not entered in error.
        const bool wasHere = !row.row.text(u"key_slot"_s).isEmpty() || row.id == m_records.session().staff().value;
        return !wasHere ? Done() : Done(notNow(NotNow::HasWorkedHere));
    });
}

Result<Violations> Accounts::conflictsOf(const Row &row, qint64 self) const
{
    const auto team = m_records.all<Staff>();
    if (!team)
        return team.error();
    // A date of leaving counts before it comes: nobody would be there on that day.
    const auto isManager = [](const Staff &member) { return member.role == Role::Manager && !member.leftOn; };
    const auto wanted = recordType<Staff>().fromRow(row);
    Violations violations;
    bool wasManager = false;
    std::optional<Role> before;
    bool anotherManager = false;
    for (const Kept<Staff> &other : *team) {
        if (other.id.value == self) {
            wasManager = isManager(other.value);
            before = other.value.role;
            continue;
        }
        anotherManager = anotherManager || (isManager(other.value) && !other.value.keySlot.isEmpty());
        // A slot is found by the typed name: two people of one name would share a password.
        if (sameName(other.value.name, row.text(u"name"_s)))
            violations.append({u"name"_s, Rule::AlreadyUsed, {}});
    }
    if (wasManager && !anotherManager && wanted && !isManager(*wanted))
        violations.append({wanted->role == Role::Manager ? u"left_on"_s : u"role"_s, Rule::LastManager, {}});
    // Who may do what is not changed by whoever finds the screen open.
    const bool changesRole = before ? wanted && wanted->role != *before : wanted && wanted->role == Role::Manager;
    if (violations.isEmpty() && changesRole)
        if (Done confirmed = m_records.checkConfirmed(); !confirmed)
            return confirmed.error();
    return violations;
}

QString Accounts::slotText(const std::optional<Identity16> &slot) { return slot ? asHex(*slot) : QString(); }

Accounts::Entry Accounts::entryOf(const Staff &staff) const
{
    if (staff.keySlot.isEmpty())
        return Entry::None;
    return slotText(m_vault.slotOf(staff.name)) == staff.keySlot ? Entry::ByName : Entry::ByEarlierName;
}

bool Accounts::maySignIn(const Staff &staff) const { return entryOf(staff) != Entry::None && !staff.hasLeft(m_records.latestDay()); }

Done Accounts::noteSlot(Id<Staff> staff, const QString &slot) { return noteEntry(staff, slot, {}); }

Done Accounts::noteEntry(Id<Staff> staff, const QString &slot, std::optional<bool> chooses)
{
    return m_records.together([&]() -> Done {
        // Not a change that somebody typed: no check of the other fields may stand in its way.
        Table team(m_records.database(), recordType<Staff>());
        const auto row = team.find(staff.value);
        if (!row)
            return row.error();
        Row after = row->row;
        after.set(u"key_slot"_s, slot);
        if (chooses)
            after.set(u"chooses_password"_s, qint64(*chooses ? 1 : 0));
        if (Done updated = team.update(row->id, row->version, after); !updated)
            return updated;
        return m_records.note(HistoryAction::Changed, u"staff"_s, staff.value, 0, changesBetween(row->row, after));
    });
}

Done Accounts::settleSlot(Id<Staff> staff, const QString &slot, bool goes)
{
    if (Done manages = m_session.checkManages(); !manages)
        return manages.error();
    const auto id = slotIdFrom(slot);
    if (!id)
        return Error{ErrorKind::NotFound, u"slot"_s, {}};
    return goes ? m_vault.removeSlot(m_records.database().handle(), *id) : noteEntry(staff, slot, true);
}

Accounts::Job Accounts::jobFor(const Kept<Staff> &staff, const QString &password, Known known) const
{
    auto make = m_vault.slotMaker(staff.value.name, staff.id.value, password, m_vault.kdfCost());
    return [make = std::move(make), id = staff.id, known]() -> Result<Prepared> {
        auto slot = make();
        if (!slot)
            return slot.error();
        return Prepared{id, std::make_shared<const KeySlot>(*slot), known};
    };
}

Result<Accounts::Job> Accounts::preparation(const Kept<Staff> &staff, const QString &password, Known known) const
{
    if (Done manages = m_session.checkManages(); !manages)
        return manages.error();
    // A password that somebody else may set at an open screen would answer every other question for one.
    if (Done confirmed = m_records.checkConfirmed(); !confirmed)
        return confirmed.error();
    if (staff.withdrawn || staff.value.hasLeft(m_records.latestDay()))
        return notNow(NotNow::LeftTheTeam);
    if (Done free = checkName(staff); !free)
        return free.error();
    if (const auto violation = passwordViolation(password, {m_vault.header().hostelName, staff.value.name}))
        return Error{ErrorKind::Invalid, {}, {*violation}};
    return jobFor(staff, password, known);
}

Result<Accounts::Job> Accounts::ownPreparation(const QString &until, const QString &password) const
{
    if (m_session.isLookOnly())
        return Error{ErrorKind::ReadOnly, {}, {}};
    const auto self = m_records.self();
    if (!self)
        return self.error();
    const auto slot = slotIdFrom(self->value.keySlot);
    if (!slot)
        return notNow(NotNow::PasswordFirst);
    if (const auto violation = passwordViolation(password, {m_vault.header().hostelName, self->value.name}))
        return Error{ErrorKind::Invalid, {}, {*violation}};
    if (until == password)
        return invalid({{u"password"_s, Rule::SameAsBefore, {}}});
    return Job([seed = m_vault.seed(), slot = *slot, until, make = jobFor(*self, password, Known::Member)]() -> Result<Prepared> {
        if (!VaultFile::opens(*seed, slot, until))
            return Error{ErrorKind::WrongPassword, {}, {}};
        return make();
    });
}

Done Accounts::grant(const Prepared &prepared)
{
    const bool isOwn = prepared.staff == m_session.staff();
    if (m_session.isLookOnly() || (!isOwn && !m_session.manages()))
        return Error{m_session.refusal(), {}, {}};
    auto team = Table(m_records.database(), recordType<Staff>());
    const auto row = team.find(prepared.staff.value);
    if (!row)
        return row.error();
    const auto member = asKind<Staff>(*row);
    if (!member)
        return member.error();
    if (Done free = checkName(*member); !free)
        return free;
    const auto former = slotIdFrom(member->value.keySlot);
    const bool chooses = prepared.known == Known::ManagerToo;
    const Done granted = m_records.together([&]() -> Done {
        if (Done noted = noteEntry(member->id, asHex(prepared.slot->slotId), chooses); !noted)
            return noted;
        return m_records.note(HistoryAction::PasswordSet, u"staff"_s, member->id.value, 0, {{u"own"_s, isOwn}});
    });
    if (!granted)
        return granted;
    // Only now: the password until now opens the file until the new one is on record.
    if (Done placed = m_vault.placeSlot(m_records.database().handle(), *prepared.slot, former); !placed) {
        Q_UNUSED(bool(noteSlot(member->id, member->value.keySlot)));
        return placed;
    }
    if (isOwn)
        m_session.setChoosesPassword(chooses);
    return {};
}

Done Accounts::replaceForm(Id<Staff> staff, const KeySlot &slot)
{
    const auto self = m_records.self();
    if (!self || m_session.isLookOnly())
        return Error{m_session.refusal(), {}, {}};
    if (Done noted = noteSlot(staff, asHex(slot.slotId)); !noted)
        return noted;
    Done placed = m_vault.placeSlot(m_records.database().handle(), slot, slotIdFrom(self->value.keySlot));
    if (!placed)
        Q_UNUSED(bool(noteSlot(staff, self->value.keySlot)));
    return placed;
}

std::function<bool()> Accounts::confirmation(const QString &password) const
{
    const auto self = m_records.self();
    const auto slot = self ? slotIdFrom(self->value.keySlot) : std::nullopt;
    return [seed = m_vault.seed(), slot, password] { return slot && VaultFile::opens(*seed, *slot, password); };
}

Done Accounts::confirmed(bool right)
{
    if (!right) {
        ++m_wrong;
        Q_UNUSED(bool(m_records.note(HistoryAction::SignInFailed, {}, 0, 0, {{u"asked_again"_s, true}})));
        return Error{ErrorKind::WrongPassword, {}, {}};
    }
    m_wrong = 0;
    m_session.confirm(m_records.clock().now());
    return {};
}

int Accounts::secondsToWait(int failures) { return failures <= 0 ? 0 : std::min(60, 1 << std::min(failures - 1, 6)); }

Done Accounts::removeAccess(Id<Staff> staff)
{
    if (Done manages = m_session.checkManages(); !manages)
        return manages.error();
    if (Done confirmed = m_records.checkConfirmed(); !confirmed)
        return confirmed;
    if (staff == m_session.staff()) // a manager is left, then: the one who asks
        return notNow(NotNow::OwnAccess);
    const auto member = m_records.one(staff);
    if (!member)
        return member.error();
    const auto recorded = slotIdFrom(member->value.keySlot);
    const auto named = checkName(*member) ? m_vault.slotOf(member->value.name) : std::nullopt;
    if (!recorded && !named)
        return {};
    const Done noted = m_records.together([&]() -> Done {
        if (Done emptied = noteSlot(staff, emptyText()); !emptied)
            return emptied;
        return m_records.note(HistoryAction::AccessRemoved, u"staff"_s, staff.value);
    });
    if (!noted)
        return noted;
    // Only now, as when a password is given: a slot whose way in is on record as taken away opens nothing any more.
    // After a power cut in the middle of setting a password, record and header may name different slots.
    bool anyRemoved = false;
    for (const auto &slot : {recorded, named == recorded ? std::nullopt : named}) {
        if (!slot)
            continue;
        const Done removed = m_vault.removeSlot(m_records.database().handle(), *slot);
        if (!removed && removed.error().kind != ErrorKind::NotFound) {
            if (!anyRemoved)
                Q_UNUSED(bool(noteSlot(staff, member->value.keySlot)));
            return removed;
        }
        anyRemoved = anyRemoved || removed;
    }
    return {};
}

Result<QList<Kept<Staff>>> Accounts::withoutKeyPair() const
{
    auto team = m_records.all<Staff>();
    if (!team)
        return team;
    QStringList old;
    for (const Identity16 &slot : m_vault.slotsOfFormatOne())
        old.append(asHex(slot));
    team->removeIf([&](const Kept<Staff> &member) { return !old.contains(member.value.keySlot); });
    return team;
}

Result<std::function<Result<std::shared_ptr<const KeySlot>>()>> Accounts::recoveryKeyPreparation(const QString &recoveryKey) const
{
    if (Done manages = m_session.checkManages(); !manages)
        return manages.error();
    if (Done confirmed = m_records.checkConfirmed(); !confirmed)
        return confirmed.error();
    return std::function([make = m_vault.recoverySlotMaker(recoveryKey, m_vault.kdfCost())]() -> Result<std::shared_ptr<const KeySlot>> {
        auto slot = make();
        if (!slot)
            return slot.error();
        return std::make_shared<const KeySlot>(*slot);
    });
}

Done Accounts::replaceRecoveryKey(const std::shared_ptr<const KeySlot> &slot)
{
    if (Done manages = m_session.checkManages(); !manages)
        return manages.error();
    const QString former = slotText(m_vault.recoverySlot());
    const auto note = [&](const QString &present) {
        return m_records.note(HistoryAction::PasswordSet, u"recovery_key"_s, 0, 0, {{u"recovery_key"_s, true}, {u"slot"_s, present}});
    };
    if (Done noted = note(asHex(slot->slotId)); !noted)
        return noted;
    // Only now: the sheet in the safe opens the file until the new one is on record.
    Done placed = m_vault.placeSlot(m_records.database().handle(), *slot, {});
    if (!placed && !former.isEmpty())
        Q_UNUSED(bool(note(former)));
    return placed;
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

Done Accounts::give(const Kept<Staff> &staff, const QString &password, Known known)
{
    const auto job = preparation(staff, password, known);
    if (!job)
        return job.error();
    const auto prepared = (*job)();
    return prepared ? grant(*prepared) : Done(prepared.error());
}

} // namespace keywork
