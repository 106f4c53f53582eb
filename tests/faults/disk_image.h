// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/fault_vfs.h"

#include <QByteArray>
#include <QMap>
#include <QString>

QT_BEGIN_NAMESPACE
class QRandomGenerator;
QT_END_NAMESPACE

namespace keywork::test {

/// How small a part of a sector survives a cut.
enum class Tear { WholeSectors, EightBytes };

/// The files of a folder as bytes, by path.
using Disk = QMap<QString, QByteArray>;

struct DiskAfterCut {
    Disk files;
    int pending = 0; ///< sectors that nobody had synced
    int lost = 0; ///< of these, not on the disk or only in part
};

/// What may be on the disk when the power fails before event `cut`: all that was synced, and of what was not any sectors at
/// random. A file made is there (ext4 keeps the name before the data); one deleted may be back until the folder is synced,
/// which the first sync of a new journal does. Syncing one file does nothing for another.
DiskAfterCut diskAfterCut(const Disk &before, const DiskRecording &recording, size_t cut, Tear tear, QRandomGenerator &random);

} // namespace keywork::test
