// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/overdose_reading.h"
#include "core/services/records/record_reader.h"
#include "core/storage/watching.h"

#include <functional>

namespace keywork {

/// What whoever reads a source of the facts of an overdose needs: a group of sources is a class derived from it, in a file of
/// its own, and a function here that reads it into the same `OverdoseOnFile`.
class OverdoseSource {
public:
    OverdoseSource(const RecordReader &records, const QList<qint64> &people, OverdoseReach reach, OverdoseOnFile &onFile)
        : m_records(records)
        , m_people(people)
        , m_isWhole(reach == OverdoseReach::Whole)
        , m_onFile(onFile)
    {
    }

protected:
    template <class T> static RecordMark markOf(const Kept<T> &record)
    {
        return {QString::fromLatin1(recordType<T>().table), record.id.value};
    }

    bool reaches(const RecordType &type) const { return m_isWhole || m_records.mayRead(type); }
    bool reaches(Category category) const { return m_isWhole || m_records.session().may(Act::Read, category); }

    /// Every record of the kind about these people; none of a kind that may not be read, which is said.
    template <class T> Done each(const std::function<void(OverdoseInput &input, const Kept<T> &record)> &take, const QString &further = {})
    {
        if (!reaches(recordType<T>())) {
            m_onFile.isPartial = true;
            return {};
        }
        return eachOf<T>(rowsOfPeople(m_records.database(), recordType<T>(), m_people, further), take);
    }

    template <class T>
    Done eachOf(const Result<QList<KeptRow>> &rows, const std::function<void(OverdoseInput &input, const Kept<T> &record)> &take)
    {
        if (!rows)
            return rows.error();
        for (const KeptRow &row : *rows) {
            const auto record = asKind<T>(row);
            if (!record)
                return record.error();
            if (const auto input = m_onFile.of.find(record->value.personId.value); input != m_onFile.of.end())
                take(*input, *record);
        }
        return {};
    }

    const RecordReader &m_records;
    const QList<qint64> m_people;
    const bool m_isWhole;
    OverdoseOnFile &m_onFile; ///< has an input for each of the people
};

/// Who came out of hospital, custody, detox or rehab, and parts of treatment that began or ended.
Done readLeavings(const OverdoseSource &source);
/// Substitute treatment: the days with and without a dose, and when it began or was stopped; of what readLeavings told of, too.
Done readTreatments(const OverdoseSource &source);

} // namespace keywork
