// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

namespace keywork {

/// Stand-ins for people on a paper that is to name nobody: "Resident A" wherever the same person is meant, in a field and in
/// what somebody wrote. Who is not in it by a record but known by name is taken out of the texts (`others`). A name that
/// nobody gave it stays, so whoever hands the paper on reads it first.
class Pseudonyms {
public:
    /// Somebody with all the names they are known by; the letter follows from the order ("Resident %1": A, B, … Z, AA). Once
    /// for each table and id.
    void add(const QString &table, qint64 id, const QString &pattern, const QStringList &names);
    /// Names that stand for nobody in it.
    void addOthers(const QStringList &names);
    /// Empty for who was not added.
    QString of(const QString &table, qint64 id) const { return m_labels.value({table, id}); }
    /// What somebody wrote, with stand-ins in place of the names.
    QString in(const QString &text) const;

private:
    struct Known {
        QString label;
        QStringList words;
    };
    QHash<QPair<QString, qint64>, QString> m_labels;
    QHash<QString, int> m_counts; ///< by pattern
    QList<Known> m_known;
    QStringList m_others;
};

/// A, B, … Z, AA, AB, …; 0 is A.
QString letterOf(int index);

} // namespace keywork
