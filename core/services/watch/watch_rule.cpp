// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/watch/watch_rule.h"

#include "core/base/text.h"
#include "core/domain/kinds.h"
#include "core/services/session.h"

using namespace Qt::StringLiterals;

namespace keywork {

QString WatchItem::code() const { return QString::fromLatin1(rule->code); }

bool mayKnow(const WatchRule &rule, const Session &session)
{
    return session.may(Act::Read, rule.category) && (!rule.mayKnow || rule.mayKnow(session));
}

Done checkMaySnooze(const WatchRule &rule, const Session &session)
{
    if (!mayKnow(rule, session) || !session.may(Act::Write, rule.category))
        return Error{session.refusal(), QString::fromLatin1(rule.code), {}};
    if (rule.pressing == Pressing::Emergency)
        return Error{ErrorKind::NotAllowedNow, u"emergency"_s, {}};
    return {};
}

// As for reading records: also in a copy that is only looked at.
bool maySharePeople(const Session &session) { return session.roleMay(Act::Share, Category::Identity); }
bool managesPeople(const Session &session) { return session.roleMay(Act::Manage, Category::Identity); }

QString placeOf(const WatchItem &item)
{
    const QString person = QString::number(item.subject.person.value);
    if (item.rule && item.rule->opens)
        return withPlacesFilled(QString::fromLatin1(item.rule->opens), [&](const QString &name) {
            return name == u"person" ? person : name == u"record" ? QString::number(item.subject.record) : QString();
        });
    if (item.subject.person)
        return u"resident/"_s + person;
    const RecordType *type = kindOf(item.subject.kind);
    switch (type ? type->place : Place::Nowhere) {
    case Place::Rooms:
        return u"rooms"_s;
    case Place::Partners:
        return u"partners"_s;
    case Place::Team:
        return u"team"_s;
    default:
        return {};
    }
}

} // namespace keywork
