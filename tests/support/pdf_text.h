// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/catch.h"
#include "ui/print/document.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace keywork::test {

/// The text of a PDF as poppler reads it, a form feed after each page. `how`: "-layout" as it stands on the page, "-raw" in
/// the order in which it was painted, nothing in poppler's own order.
inline QString pdfText(const QString &path, const QStringList &how = {QStringLiteral("-layout")})
{
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), how + QStringList{path, QStringLiteral("-")});
    REQUIRE(reader.waitForFinished(20'000));
    REQUIRE(reader.exitCode() == 0);
    return QString::fromUtf8(reader.readAllStandardOutput());
}

inline QString pdfText(const QByteArray &pdf, const QStringList &how = {QStringLiteral("-layout")})
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("read.pdf")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(pdf) == pdf.size());
    file.close();
    return pdfText(file.fileName(), how);
}

/// The words of each page, blanks as one.
inline QStringList pdfPages(const print::Document &document)
{
    QStringList pages = pdfText(document.toPdf(), {QStringLiteral("-raw")}).split(u'\f', Qt::SkipEmptyParts);
    for (QString &page : pages)
        page = page.simplified();
    return pages;
}

} // namespace keywork::test
