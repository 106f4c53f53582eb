// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/staff.h"
#include "core/record/record_type.h"
#include "core/services/session.h"

#include <array>
#include <functional>
#include <memory>

namespace keywork {

class Records;

class VaultFile;
struct KeySlot;

/// Passwords of the team and the recovery key. Deriving a key takes about half a second, so each comes in two halves:
/// a job for a worker, and a quick one that writes the record and the header.
class Accounts {
public:
    Accounts(Records &records, VaultFile &vault, Session &session);

    /// Who will know the password.
    enum class Known { Member, ManagerToo };
    /// A password ready to be given; holds no password any more.
    struct Prepared {
        Id<Staff> staff;
        std::shared_ptr<const KeySlot> slot;
        Known known = Known::Member;
    };
    using Job = std::function<Result<Prepared>()>;

    /// For a member of the team, by a manager. Checks who asks and how easy the password is, and hands out the slow half.
    /// NotPermitted; Invalid with `password`; NotAllowedNow for someone who left the team.
    Result<Job> preparation(const Kept<Staff> &staff, const QString &password, Known known = Known::Member) const;
    /// One's own, with the one until now. The job ends with WrongPassword when that is not it.
    Result<Job> ownPreparation(const QString &until, const QString &password) const;
    /// The quick half, on the GUI thread: the header first, then the record of the team member with its history.
    Done grant(const Prepared &prepared);
    static QString slotText(const std::optional<std::array<uint8_t, 16>> &slot); ///< hex, empty for none
    /// How somebody signs in.
    enum class Entry { None, ByName, ByEarlierName };
    Entry entryOf(const Staff &staff) const;
    /// Whether they can sign in today: has a password and has not left.
    bool maySignIn(const Staff &staff) const;
    /// Writes down which slot is whose, past the checks of what people type.
    Done noteSlot(Id<Staff> staff, const QString &slot);
    /// The same password in today's form of a slot.
    Done replaceForm(Id<Staff> staff, const KeySlot &slot);
    /// Both halves, for commands and tests.
    Done give(const Kept<Staff> &staff, const QString &password, Known known = Known::Member);

    /// Asks one's own password again, for what can't be taken back: the slow half.
    std::function<bool()> confirmation(const QString &password) const;
    /// The quick half: opens the next five minutes, or writes down that it was wrong.
    Done confirmed(bool right);
    /// How long the next attempt has to wait after so many wrong ones in a row, in seconds: 1, 2, 4 … 60. Slows guessing,
    /// locks nobody out for good.
    static int secondsToWait(int failures);
    /// Whoever is signed in is asked again, though they were a moment ago: before what nothing brings back.
    void askAgain() { m_session.confirm({}); }
    int secondsToWait() const { return secondsToWait(m_wrong); }

    /// Somebody no longer signs in. NotAllowedNow for oneself and for the last manager; PasswordNeeded.
    Done removeAccess(Id<Staff> staff);
    /// Staff who would need a new password after a new data key, since they have not signed in for long.
    Result<QList<Kept<Staff>>> withoutKeyPair() const;

    /// Another recovery key in the place of the one that is printed: the slow half. PasswordNeeded, NotPermitted.
    Result<std::function<Result<std::shared_ptr<const KeySlot>>()>> recoveryKeyPreparation(const QString &recoveryKey) const;
    Done replaceRecoveryKey(const std::shared_ptr<const KeySlot> &slot);

private:
    /// Invalid when the slot under this name is a colleague's, who was called so before.
    Result<Violations> conflictsOf(const Row &row, qint64 self) const;
    Done checkName(const Kept<Staff> &staff) const;
    Done noteChoosing(Id<Staff> staff, bool chooses);
    Job jobFor(const Kept<Staff> &staff, const QString &password, Known known) const;
    Records &m_records;
    VaultFile &m_vault;
    Session &m_session;
    int m_wrong = 0; ///< passwords asked again, in a row
};

} // namespace keywork
