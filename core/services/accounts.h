// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/staff.h"
#include "core/services/records.h"

#include <array>
#include <functional>
#include <memory>

namespace keywork {

class VaultFile;
struct KeySlot;

/// Passwords of the team. Giving one takes a key derivation (about half a second), so it comes in two halves.
class Accounts {
public:
    Accounts(Records &records, VaultFile &vault);

    /// A password ready to be given; holds no password any more.
    struct Prepared {
        Id<Staff> staff;
        std::shared_ptr<const KeySlot> slot;
    };
    using Job = std::function<Result<Prepared>()>;

    /// Checks who asks and how easy the password is, and hands out the slow half, which is safe in a worker.
    /// NotPermitted; Invalid with `password`; NotAllowedNow for someone who left the team.
    Result<Job> preparation(const Kept<Staff> &staff, const QString &password) const;
    /// The quick half, on the GUI thread: the header first, then the record of the team member with its history.
    Done grant(const Prepared &prepared);
    static QString slotText(const std::optional<std::array<uint8_t, 16>> &slot); ///< hex, empty for none
    /// How somebody signs in.
    enum class Entry { None, ByName, ByEarlierName };
    Entry entryOf(const Staff &staff) const;
    /// Writes down which slot is whose, past the checks of what people type.
    Done noteSlot(Id<Staff> staff, const QString &slot);
    /// Both halves, for commands and tests.
    Done give(const Kept<Staff> &staff, const QString &password);

private:
    /// Invalid when the slot under this name is a colleague's, who was called so before.
    Result<Violations> conflictsOf(const Row &row, qint64 self) const;
    Done checkName(const Kept<Staff> &staff) const;
    Records &m_records;
    VaultFile &m_vault;
};

} // namespace keywork
