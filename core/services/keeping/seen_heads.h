// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace keywork {

/// The last entry of a file's history that this PC has seen.
struct SeenHead {
    qint64 sequence = 0; ///< 0: this PC never saw the file
    QByteArray mac;
    QDateTime at;
};

/// Kept on the PC outside the file, so that a file put back from yesterday is named for what it is. Holds no more than
/// random ids, numbers, times and sums. Several threads and programs may write to it: each change is one step.
class SeenHeads {
public:
    /// Empty path: nothing is kept or known.
    explicit SeenHeads(QString path = {})
        : m_path(std::move(path))
    {
    }
    SeenHead of(const QByteArray &vaultId) const;
    /// Best effort: a PC that can't keep it only warns less.
    void keep(const QByteArray &vaultId, const SeenHead &head) const;
    /// What could be read of this very file was rescued into another one: work goes on there.
    void noteRescued(const QByteArray &vaultId, const QByteArray &fileId, const QDateTime &at) const;
    /// Invalid: it was not, as far as this PC knows.
    QDateTime rescuedAt(const QByteArray &vaultId, const QByteArray &fileId) const;
    /// Where this PC marks its saves (SaveMark); empty: nowhere.
    QString markPath(const QByteArray &vaultId) const;
    /// Wrong passwords and keys typed on this PC within the last ten minutes, whatever became of the file beside the vault.
    int recentTries(const QByteArray &vaultId) const;
    void noteTry(const QByteArray &vaultId) const;
    /// The PC's folder for it; empty: nothing is kept.
    QString folder() const;

private:
    QString m_path;
};

} // namespace keywork
