// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/rules/permissions.h"

#include <QElapsedTimer>
#include <QString>

namespace keywork {

/// Whether what is typed can be kept: a file in a folder that can't be written is looked at in a copy.
enum class FileAccess { Full, LookOnly };

/// Who is signed in, and what they may do.
class Session {
public:
    Session(Id<Staff> staff, QString name, Role role, FileAccess access = FileAccess::Full)
        : m_staff(staff)
        , m_name(std::move(name))
        , m_role(role)
        , m_access(access)
    {
    }

    Id<Staff> staff() const { return m_staff; }
    QString name() const { return m_name; }
    Role role() const { return m_role; }
    /// How a refusal is told: the copy can't be written to, or the role does not allow it.
    ErrorKind refusal() const { return isLookOnly() ? ErrorKind::ReadOnly : ErrorKind::NotPermitted; }
    /// Whether the role allows it at all, also in a copy that is only looked at.
    bool roleMay(Act act, Category category) const { return keywork::may(m_role, act, category); }
    bool isLookOnly() const { return m_access == FileAccess::LookOnly; }
    /// Whether the password was typed again a moment ago: asked for before what can't be taken back.
    bool isConfirmed(const QDateTime &now) const
    {
        constexpr qint64 kSeconds = 5 * 60;
        // By the time of day, since a PC that sleeps does not count; and by the time that the program ran, since a clock
        // can be set back.
        return m_confirmedAt.isValid() && m_confirmedAt <= now && m_confirmedAt.secsTo(now) < kSeconds
            && !m_sinceConfirmed.hasExpired(kSeconds * 1000);
    }
    /// Whether whoever is signed in runs the house: accounts, backups, retention.
    bool manages() const { return may(Act::Manage, Category::House); }
    Done checkManages() const { return manages() ? Done() : Done(Error{refusal(), {}, {}}); }
    void confirm(const QDateTime &at)
    {
        m_confirmedAt = at;
        m_sinceConfirmed.start();
    }
    /// Signed in with a password that a manager gave: nothing may be done until another one is chosen.
    bool choosesPassword() const { return m_choosesPassword; }
    void setChoosesPassword(bool chooses) { m_choosesPassword = chooses; }
    bool may(Act act, Category category) const
    {
        if (m_choosesPassword)
            return false;
        // What is taken along from a copy is kept on this PC and told to the file (keeping/aside).
        const bool looks = act == Act::Read || act == Act::ReadHistory || act == Act::Export || act == Act::ExportHistory;
        return (looks || m_access == FileAccess::Full) && keywork::may(m_role, act, category);
    }

private:
    Id<Staff> m_staff;
    QString m_name;
    Role m_role;
    FileAccess m_access;
    QDateTime m_confirmedAt;
    QElapsedTimer m_sinceConfirmed;
    bool m_choosesPassword = false;
};

} // namespace keywork
