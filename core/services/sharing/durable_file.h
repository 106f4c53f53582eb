// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace keywork {

/// Whether the path is the open hostel's own file or lies beside it as a part of it. Such a file is neither written
/// nor read by anything else: closing it would drop SQLite's lock.
bool belongsToOpenHostel(const QString &path);

/// What becomes of a file that stands under the name already. Replace: somebody was asked.
enum class IfThere { Refuse, Replace };

/// Whether something that begins with `bytes` may be written there: as a new file, or in the place of one of its own kind
/// (a PDF, data, text) after a question, else AlreadyExists. Never over a hostel's file, a backup or what lies beside
/// one, a device or a link (NotAllowedNow). Changes nothing.
Done checkMayWrite(const QString &path, const QByteArray &bytes, IfThere ifThere);
/// Writes `bytes` durably under `path`: a temporary name first, synced, then renamed. Never half a file, and only where
/// checkMayWrite lets it. ReadOnly, NoRoom.
Done writeDurably(const QString &path, const QByteArray &bytes, IfThere ifThere = IfThere::Refuse);

} // namespace keywork
