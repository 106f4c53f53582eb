// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/rules/permissions.h"

#include <QString>

namespace keywork {

/// Who is signed in, and what they may do.
class Session {
public:
    Session(Id<Staff> staff, QString name, Role role)
        : m_staff(staff)
        , m_name(std::move(name))
        , m_role(role)
    {
    }

    Id<Staff> staff() const { return m_staff; }
    QString name() const { return m_name; }
    Role role() const { return m_role; }
    bool may(Act act, Category category) const { return keywork::may(m_role, act, category); }

private:
    Id<Staff> m_staff;
    QString m_name;
    Role m_role;
};

} // namespace keywork
