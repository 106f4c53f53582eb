// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/watch/watch_rule.h"

#include "core/domain/kinds.h"
#include "core/services/session.h"

using namespace Qt::StringLiterals;

namespace keywork {

QString WatchItem::code() const { return QString::fromLatin1(rule->code); }

Pressing WatchItem::pressing() const { return waits() ? Pressing::Now : rule->pressing; }

bool mayKnow(const WatchRule &rule, const Session &session)
{
    return session.may(Act::Read, rule.category) && (!rule.mayKnow || rule.mayKnow(session));
}

bool isHiddenKind(const QString &kind)
{
    const RecordType *about = kindOf(kind);
    return about && about->access.hidesRows();
}

Done checkMaySnooze(const WatchRule &rule, const Session &session)
{
    if (!mayKnow(rule, session) || !session.may(Act::Write, rule.category))
        return Error{session.refusal(), QString::fromLatin1(rule.code), {}};
    if (rule.pressing == Pressing::Emergency || !rule.canWait)
        return notNow(NotNow::Emergency);
    return {};
}

// As for reading records: also in a copy that is only looked at.
bool maySharePeople(const Session &session) { return session.roleMay(Act::Share, Category::Identity); }
bool managesPeople(const Session &session) { return session.roleMay(Act::Manage, Category::Identity); }

} // namespace keywork
