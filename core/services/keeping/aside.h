// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/keeping/file_check.h"
#include "core/services/keeping/seen_heads.h"
#include "core/services/records/records.h"

#include <QStringList>

namespace keywork {

struct HistoryEntry;
class VaultFile;
struct VaultHeader;
struct WaitingDraft;

/// That a file and all its backups have in common.
QByteArray idOf(const VaultHeader &header);
/// Of this very file; a backup of it, or what it is rescued into, has another.
QByteArray fileIdOf(const VaultHeader &header);

/// Small sealed files on this PC, outside the folder of the hostel's file: for what its own disk has no room for, for what
/// was typed when another file had taken its place, and for what happened to a backup or a copy and belongs into the file's
/// history. They join at the next sign-in to the file on this PC. Sealed to the file's public key: whoever finds one reads
/// nothing. In the PC's folder for Keywork, and when that has no room either in the one for passing files.
class Aside {
public:
    /// Nowhere, for a PC that keeps nothing.
    Aside() = default;
    Aside(const SeenHeads &seen, const QByteArray &vaultId);

    bool isAnywhere() const { return !m_folders.isEmpty(); }
    /// Where it was kept last, or would be.
    AsidePlace place() const;
    /// By nobody who is signed in: it joins as a try, a step or a reading by nobody who is known.
    bool keep(const VaultHeader &header, const QByteArray &plain);
    bool keep(const VaultHeader &header, const HistoryEntry &entry);
    /// With the proof of whoever is signed in. `Later::Sealed`: only where it outlives a power cut.
    bool keep(const VaultFile &vault, const QByteArray &plain, Later later);
    /// In the place of the one before.
    bool keep(const VaultFile &vault, const WaitingDraft &draft);
    void forget(const WaitingDraft &draft) const;

    struct Found {
        QStringList entryFiles; ///< with nothing but entries, oldest first; as for sealedEntries()
        QStringList draftFiles; ///< of one form each
    };
    /// Whether anything is sealed there; changes nothing.
    bool holdsAny() const;
    /// What is to be read; nobody writes to these entry files any more.
    Found found() const;

private:
    bool keepIn(const QString &folder, const VaultHeader &header, const QByteArray &plain);
    QStringList m_folders;
    QString m_usedLast; ///< one of them
    QString m_name;
};

/// That a backup, or a file that nobody is signed in to, was read or written anew from outside the window: told to the house's
/// file, by the header of what was read. Best effort.
struct ReadOutside {
    QDateTime at;
    qint64 by = 0; ///< staff; 0: with the recovery key or a passphrase
    QString what; ///< restore, rescue
    bool onlyLooked = false;
};
void noteReadOutside(const QString &vaultPath, const SeenHeads &seen, const ReadOutside &read);

} // namespace keywork
