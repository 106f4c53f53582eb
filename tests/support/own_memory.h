// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>
#include <array>
#include <sys/uio.h>
#include <unistd.h>

namespace keywork::test {

/// A word to look for in this process's own memory. It is kept turned over, so that looking for it finds no copy of ours.
class SoughtWord {
public:
    explicit SoughtWord(const QString &word)
        : m_narrow(turned(word.toUtf8()))
        , m_wide(turned(QByteArray(reinterpret_cast<const char *>(word.utf16()), word.size() * 2)))
    {
    }

    /// How often it stands in memory that can be written to, as UTF-8 or as UTF-16.
    int copies() const
    {
        int found = 0;
        QFile maps(QStringLiteral("/proc/self/maps"));
        if (!maps.open(QIODevice::ReadOnly))
            return -1;
        for (const QByteArray &line : maps.readAll().split('\n')) {
            const QList<QByteArray> parts = line.split(' ');
            if (parts.size() < 2 || !parts.at(1).startsWith("rw"))
                continue;
            const qsizetype dash = parts.at(0).indexOf('-');
            found += inRange(parts.at(0).left(dash).toULongLong(nullptr, 16), parts.at(0).mid(dash + 1).toULongLong(nullptr, 16));
        }
        return found;
    }

private:
    static constexpr char kTurn = 0x55;
    static constexpr size_t kPiece = 1 << 20;
    static constexpr size_t kOverlap = 256;
    static std::array<char, kPiece> &piece()
    {
        static std::array<char, kPiece> bytes;
        return bytes;
    }
    static QByteArray turned(QByteArray bytes)
    {
        for (char &byte : bytes)
            byte = char(byte ^ kTurn);
        return bytes;
    }
    static int countIn(const char *bytes, size_t size, const QByteArray &sought)
    {
        int found = 0;
        const size_t length = size_t(sought.size());
        for (size_t at = 0; at + length <= size; ++at) {
            size_t same = 0;
            while (same < length && bytes[at + same] == char(sought.at(qsizetype(same)) ^ kTurn))
                ++same;
            found += same == length ? 1 : 0;
        }
        return found;
    }
    int inRange(quint64 from, quint64 until) const
    {
        int found = 0;
        char *own = piece().data();
        for (quint64 at = from; at < until; at += kPiece - kOverlap) {
            if (at + kPiece > quint64(own) && at < quint64(own) + kPiece)
                continue;
            const size_t wanted = size_t(qMin<quint64>(kPiece, until - at));
            iovec here{own, wanted};
            iovec there{reinterpret_cast<void *>(at), wanted}; // NOLINT: an address from the map
            const ssize_t read = process_vm_readv(getpid(), &here, 1, &there, 1, 0);
            if (read > 0)
                found += countIn(own, size_t(read), m_narrow) + countIn(own, size_t(read), m_wide);
            std::fill_n(own, wanted, '\0');
        }
        return found;
    }
    QByteArray m_narrow;
    QByteArray m_wide;
};

} // namespace keywork::test
