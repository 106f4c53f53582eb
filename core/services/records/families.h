// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/record_type.h"

#include <QMap>

namespace keywork {

class Records;

/// A record with what is a part of it: an incident and the people in it.
struct Family {
    KeptRow head; ///< id 0: new
    QList<KeptRow> parts; ///< of any kind that is a part of the head's; id 0: new
};

/// Records that are saved and read as a whole.
class Families {
public:
    explicit Families(Records &records)
        : m_records(records)
    {
    }

    /// The record and its parts that hold, by kind and id. What may not be seen of the parts is left out.
    Result<Family> one(const RecordType &head, qint64 id) const;
    /// Everything in one commit: new parts are added, changed ones amended, those on file that are missing in `family` are
    /// marked as entered in error with `removed` as the reason. Parts that the reader may not see stay as they are.
    /// Violations of the third part carry the column "2/column". Nothing is kept when anything fails.
    Result<Family> save(Family family, const QString &removed);

private:
    Result<QList<KeptRow>> partsOnFile(const RecordType &head, qint64 id) const;
    Done savePart(KeptRow &part, qsizetype index, const KeptRow &head);
    Done removeMissing(const Family &family, const QList<KeptRow> &onFile, const QString &removed);
    Records &m_records;
};

/// A part of one person's record is theirs, too, and hidden from whom the record is hidden.
void takeOwner(Row &part, const Row &head);
/// The violations of a part under its place in the family, and back: the part's index and its own column.
QString partColumn(qsizetype index, const QString &column);
std::optional<std::pair<qsizetype, QString>> partOfColumn(const QString &column);
/// Those of the parts, by their index and with their own columns; the others are added to `others`.
QMap<qsizetype, Violations> violationsOfParts(const Violations &violations, Violations &others);

} // namespace keywork
