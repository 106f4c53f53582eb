// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/vault_header.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace keywork {

// What must be written while the file is locked: sealed to the vault's public key in a small file beside it, so that
// whoever writes can't read it, and joined to the history at the next sign-in (trust.md, "Emergency while locked").

/// FILE.sealed
QString sealedEntriesPath(const QString &vaultPath);
/// Appends one entry durably. ReadOnly, NoRoom.
Done appendSealed(const QString &vaultPath, const VaultHeader &header, const QByteArray &plain);
/// Every whole entry in the order of writing, still sealed. A torn end counts as one unreadable entry, and so does
/// something of this name that is no file of ours: a link, a device, more than could be written by people.
QList<QByteArray> sealedEntries(const QString &vaultPath, int &unreadable);
/// After what was in it is durably in the vault.
void removeSealedEntries(const QString &vaultPath);

} // namespace keywork
