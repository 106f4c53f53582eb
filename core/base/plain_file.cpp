// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/plain_file.h"

#include <QFile>
#include <QFileInfo>

namespace keywork {

bool isNoText(const QString &path) { return path.contains(QChar(QChar::ReplacementCharacter)) && !QFileInfo::exists(path); }

Done openPlainFile(QFile &file)
{
    const QFileInfo info(file.fileName());
    if (!info.exists())
        return Error{isNoText(file.fileName()) ? ErrorKind::NameNoText : ErrorKind::NotFound, {}, {}};
    if (!info.isFile())
        return Error{ErrorKind::NotAFile, {}, {}};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotReadable, file.errorString(), {}};
    return {};
}

} // namespace keywork
