// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QFile>
#include <QList>
#include <memory>
#include <optional>

namespace keywork {

/// What this PC confirmed last, kept outside the file: written over at each save, without a sync of its own, so it costs a
/// save next to nothing. A program that is killed leaves it whole; after a power cut it may be behind the file, never before
/// it. So it says when the end of a journal was lost, which SQLite passes over in silence. Holds numbers, times and sums only.
class SaveMark {
public:
    struct Marked {
        qint64 sequence = 0; ///< of the history's last entry
        QByteArray mac;
        QDateTime at;
        QList<qint64> saves; ///< entries that changed a record, the last ones; at most kMostSaves
    };
    static constexpr qsizetype kMostSaves = 64;

    /// Best effort: none when the place can't be written. An empty path: none.
    static std::unique_ptr<SaveMark> begin(const QString &path);
    static std::optional<Marked> read(const QString &path);
    /// The file was closed or replaced as it should be: nothing is waited for.
    static void remove(const QString &path);

    void keep(qint64 sequence, const QByteArray &mac, const QDateTime &at, bool isSave);

private:
    SaveMark() = default;
    QFile m_file;
    QList<qint64> m_saves;
};

} // namespace keywork
