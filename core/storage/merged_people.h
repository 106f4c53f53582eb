// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/record_type.h"

#include <QList>

namespace keywork {

class Database;

/// A list of ids for IN: one bound person, and whoever's records went to them and stayed there.
QString recordsOfOnePerson();
/// Those others, however many times over; empty for most people.
Result<QList<qint64>> mergedInto(Database &database, qint64 person);

/// The records whose column names the person, those entered in error as well, by id.
Result<QList<qint64>> idsReferringTo(Database &database, const RecordType &type, const QString &column, qint64 person);
/// What is typed about one of two people is about the other from now on; in the caller's transaction.
Done moveDrafts(Database &database, qint64 from, qint64 to);
/// Whether somebody has unsaved changes of the person's own fields.
Result<bool> hasDraft(Database &database, qint64 person);

/// Two people on file who may be one: an outside number that both have, or the same birth date and a name that sounds alike.
struct TwoAlike {
    qint64 one = 0; ///< the smaller id
    qint64 other = 0;
    bool sameNumber = false;
};
/// At most `limit`, the newest first; without those of whom was said that they are two. `closed` are left out.
Result<QList<TwoAlike>> peopleWhoMayBeOne(Database &database, const QList<qint64> &closed, int limit);

} // namespace keywork
