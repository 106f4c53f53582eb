// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/record_type.h"

#include <QDateTime>
#include <QString>

namespace keywork {

class Database;

/// Records of one kind that refer to a person in one column; those that were entered in error as well.
struct MovedRecords {
    const RecordType *type = nullptr;
    QString column;
    QList<qint64> ids;
};

/// All that refers to somebody, by the descriptions. What says which records were made one stays as it was said; `accessStays`:
/// who needs to know stays with the record too.
Result<QList<MovedRecords>> recordsOf(Database &database, qint64 person, bool accessStays);
/// As it is kept with the merge; `names` are other names that the merge wrote down.
QString movedJson(const QList<MovedRecords> &moved, const QList<qint64> &names, qint64 into);
QList<MovedRecords> movedFrom(const QString &json);
QList<qint64> namesFrom(const QString &json);
/// The record that they went to first.
qint64 intoFrom(const QString &json);

/// These, and whatever was written on `person` since `since` below one of them or naming it, by the descriptions.
Result<QList<MovedRecords>> withWhatHangsOn(Database &database, const QList<MovedRecords> &moved, qint64 person, const QDateTime &since);

} // namespace keywork
