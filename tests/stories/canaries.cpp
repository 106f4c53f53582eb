// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/stories/canaries.h"

#include "core/services/records/finding.h"

#include <QDirIterator>
#include <QFile>

using namespace Qt::StringLiterals;

namespace keywork::test {

namespace {

constexpr qsizetype kMostUnpacked = 8'000'000;

QByteArray inUtf16(const QString &text, bool bigEndian)
{
    QByteArray bytes;
    for (const QChar c : text) {
        const char high = char(c.unicode() >> 8);
        const char low = char(c.unicode() & 0xff);
        bytes.append(bigEndian ? high : low).append(bigEndian ? low : high);
    }
    return bytes;
}

/// Bytes that begin like a zlib stream, unpacked; ciphertext has such beginnings by chance, and they give nothing.
QByteArray unpackedParts(const QByteArray &bytes)
{
    QByteArray unpacked;
    for (qsizetype at = bytes.indexOf('\x78'); at >= 0 && at + 2 < bytes.size(); at = bytes.indexOf('\x78', at + 1)) {
        const auto flags = uchar(bytes.at(at + 1));
        if ((0x78 * 256 + flags) % 31 != 0)
            continue;
        const QByteArray size("\x00\x10\x00\x00", 4); // qUncompress wants a guess in front; it grows by itself
        unpacked += qUncompress(size + bytes.mid(at)).left(kMostUnpacked);
    }
    return unpacked;
}

void quietly(QtMsgType, const QMessageLogContext &, const QString &) { }

} // namespace

QString Canaries::next()
{
    m_all.append(u"Kanari%1zq"_s.arg(m_all.size() + 1, 4, 10, QChar(u'0')));
    return m_all.last();
}

QString Canaries::secret(const QString &text)
{
    m_all.append(text);
    return text;
}

QStringList canariesIn(const QByteArray &bytes, const QStringList &canaries)
{
    const QByteArray lower = bytes.toLower(); // ASCII letters, also inside UTF-16
    QStringList found;
    for (const QString &canary : canaries) {
        const QString small = canary.toLower();
        if (lower.contains(small.toUtf8()) || lower.contains(inUtf16(small, false)) || lower.contains(inUtf16(small, true)))
            found.append(canary);
    }
    return found;
}

QList<Finding> sweep(const QString &folder, const QStringList &canaries)
{
    QList<Finding> findings;
    const auto handler = qInstallMessageHandler(quietly); // qUncompress says so each time it was none
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QByteArray bytes = file.fileName().mid(folder.size()).toUtf8() + '\0';
        if (file.open(QIODevice::ReadOnly))
            bytes += file.readAll();
        for (const QString &canary : canariesIn(bytes, canaries) + canariesIn(unpackedParts(bytes), canaries))
            findings.append({file.fileName(), canary});
    }
    qInstallMessageHandler(handler);
    return findings;
}

} // namespace keywork::test
