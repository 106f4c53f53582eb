// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_team.h"

#include "core/services/records/records.h"
#include "ui/text/say.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork::words {

QString momentHere(const QDateTime &at, const Services &services)
{
    const QDateTime local = services.records.clock().local(at);
    return weekday(local.date(), services.records.today()) + u' ' + time(local);
}

QString teamMember(Id<Staff> member, const Services &services)
{
    const auto known = member ? services.records.one(member) : Result<Kept<Staff>>(Error{});
    return known ? known->value.name : say(QT_TRANSLATE_NOOP("words", "somebody of the team"));
}

} // namespace keywork::words
