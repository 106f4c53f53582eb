// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/save_mark.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QFileInfo>

namespace keywork {

namespace {

constexpr qsizetype kSize = 1024; // less than a page: a write is there or not
constexpr qsizetype kSumSize = 32;
constexpr quint64 kMagic = 0x4B57'5341'5645'4431; // "KWSAVED1"

QByteArray sumOf(const QByteArray &record) { return QCryptographicHash::hash(record, QCryptographicHash::Sha256); }

} // namespace

std::unique_ptr<SaveMark> SaveMark::begin(const QString &path)
{
    if (path.isEmpty())
        return {};
    QDir().mkpath(QFileInfo(path).absolutePath());
    std::unique_ptr<SaveMark> mark(new SaveMark);
    mark->m_file.setFileName(path);
    // Not truncated: what an earlier one says holds until this one says more.
    if (!mark->m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return {};
    return mark;
}

std::optional<SaveMark::Marked> SaveMark::read(const QString &path)
{
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray record = file.read(kSize);
    if (record.size() != kSize || sumOf(record.chopped(kSumSize)) != record.right(kSumSize))
        return {};
    QDataStream in(record);
    in.setVersion(QDataStream::Qt_6_0);
    quint64 magic = 0;
    Marked marked;
    in >> magic >> marked.sequence >> marked.mac >> marked.at >> marked.saves;
    return magic == kMagic && in.status() == QDataStream::Ok ? std::optional(marked) : std::nullopt;
}

void SaveMark::remove(const QString &path)
{
    if (!path.isEmpty())
        QFile::remove(path);
}

void SaveMark::keep(qint64 sequence, const QByteArray &mac, const QDateTime &at, bool isSave)
{
    if (isSave)
        m_saves.append(sequence);
    if (m_saves.size() > kMostSaves)
        m_saves.removeFirst();
    QByteArray record;
    {
        QDataStream out(&record, QIODevice::WriteOnly);
        out.setVersion(QDataStream::Qt_6_0);
        out << kMagic << sequence << mac << at.toUTC() << m_saves;
    }
    record.append(QByteArray(kSize - kSumSize - record.size(), '\0'));
    record.append(sumOf(record));
    if (m_file.seek(0))
        m_file.write(record);
}

} // namespace keywork
