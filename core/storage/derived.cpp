// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/derived.h"

#include "core/storage/database.h"
#include "core/storage/query.h"

using namespace Qt::StringLiterals;

namespace keywork {

Done bringDerivedUpToDate(Database &database, const QString &what, const QString &rules, const std::function<Done()> &writeAll)
{
    const auto made = valueOf(database, u"SELECT made_by FROM derived WHERE what = ?"_s, {what});
    if (!made)
        return made.error();
    if (made->toString() == rules)
        return {};
    Transaction transaction(database);
    if (Done done = transaction.begin(); !done)
        return done;
    if (Done done = writeAll(); !done)
        return done;
    if (Done done = run(database, u"INSERT OR REPLACE INTO derived (what, made_by) VALUES (?, ?)"_s, {what, rules}); !done)
        return done;
    return transaction.commit();
}

Done forgetDerived(Database &database, const QString &what) { return run(database, u"DELETE FROM derived WHERE what = ?"_s, {what}); }

} // namespace keywork
