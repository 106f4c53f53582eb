// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/vault_header.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace keywork {

// What must be written while the file is locked: sealed to the vault's public key in a small file beside it, so that
// whoever writes can't read it, and joined to the history at the next sign-in (trust.md, "Emergency while locked").

/// FILE.sealed
QString sealedEntriesPath(const QString &vaultPath);
/// One entry for the memory or a file; nobody but who opens the vault reads it. Empty: it could not be.
QByteArray sealedFor(const VaultHeader &header, const QByteArray &plain);
/// Appends one entry durably. ReadOnly, NoRoom.
Done appendSealed(const QString &vaultPath, const VaultHeader &header, const QByteArray &plain);
/// Every whole entry in the order of writing, still sealed. A torn end counts as one unreadable entry, and so does
/// something of this name that is no file of ours: a link, a device, more than could be written by people.
QList<QByteArray> sealedEntries(const QString &vaultPath, int &unreadable);
/// Whether anything of this name is there, being read or not.
bool holdsSealed(const QString &vaultPath);
/// After what was in it is durably in the vault.
void removeSealedEntries(const QString &vaultPath);
/// Before reading: whoever writes meanwhile begins another file, so that nothing is removed unread. Gives the paths to read
/// and remove in the place of `vaultPath`, oldest first, also those that an earlier reading did not come to the end of.
QStringList beginReadingSealed(const QString &vaultPath);
/// What the entries of a path that is being read were written to.
QString withoutJoining(const QString &vaultPath);
/// Under a name that is not read again, of its own: what could not be read stays there, and is told once.
void putUnreadableAway(const QString &vaultPath);
/// The same for some of its entries, before the others go with it.
void putUnreadableAway(const QString &vaultPath, const QList<QByteArray> &entries);

} // namespace keywork
