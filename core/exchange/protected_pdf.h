// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

namespace keywork {

/// A file inside a PDF.
struct Attachment {
    QString name;
    QString mediaType;
    QByteArray bytes;
};

/// The PDF with the files inside, relationship "Data" (ISO 32000-2, 7.11.3), and a password that opening asks for: AES-256,
/// revision 6, names of files and metadata encrypted too. Invalid for an empty passphrase, Storage when libqpdf can't.
Result<QByteArray> protectedPdf(const QByteArray &pdf, const QString &passphrase, const QList<Attachment> &attachments);

/// The files inside a PDF, protected or not. WrongPassword when it asks for another one, Damaged for what is no PDF or
/// has an attachment larger than `mostBytes`. Any bytes are safe to give.
Result<QList<Attachment>> attachmentsOf(const QByteArray &pdf, const QString &passphrase, qsizetype mostBytes);

} // namespace keywork
