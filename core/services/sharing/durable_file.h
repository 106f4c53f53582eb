// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace keywork {

/// Whether the path is the open hostel's own file or lies beside it as a part of it. Such a file is neither written
/// nor read by anything else: closing it would drop SQLite's lock.
bool belongsToOpenHostel(const QString &path);

/// Writes `bytes` durably under `path`: a temporary name first, synced, then renamed. Never half a file, and never over
/// the hostel's own file or what lies beside it (NotAllowedNow). ReadOnly, NoRoom.
Done writeDurably(const QString &path, const QByteArray &bytes);

} // namespace keywork
