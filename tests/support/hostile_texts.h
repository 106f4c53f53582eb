// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>
#include <QList>
#include <QString>

namespace keywork::test {

inline QString alone(char16_t unit) { return u'a' + QString(QChar(unit)) + u'b'; }

/// Markup, formulas, place markers, mnemonics: has to be kept and shown letter by letter.
inline QList<QString> literalTexts()
{
    return {
        QStringLiteral("<img src=/dev/zero>"),
        QStringLiteral("<b>bold</b> <a href=\"file:///etc/passwd\">x</a>"),
        QStringLiteral("\u202egnp.exe\u202c right to left"),
        QStringLiteral("%1 %2 %3 %n %L1"),
        QStringLiteral("=cmd|' /C calc'!A0"),
        QStringLiteral("+1+1"),
        QStringLiteral("-2+3"),
        QStringLiteral("@SUM(A1:A9)"),
        QStringLiteral("&copy; R&D && &Save"),
        QStringLiteral("\\u0007 \\n \\\\ \"quoted\", 'quoted'"),
        QStringLiteral("'; DROP TABLE person; --"),
        QStringLiteral("🙂\u0301 e\u0301 ﬁ ẞ İ"),
    };
}

/// May be refused, never be changed in silence: half characters, and what is no character at all.
inline QList<QString> brokenTexts()
{
    return {
        alone(0xd800),
        alone(0xdc00),
        QString(QChar(u'\ufeff')) + QStringLiteral("byte order mark first"),
        QString(QChar(char16_t(0xfffe))) + QStringLiteral("swapped byte order mark first"),
        alone(0xffff),
        QString(u'a') + QChar(char16_t(0)) + u'b',
        QString(u'a') + QChar(char16_t(7)) + u'b',
        QString(u'a') + QChar(char16_t(0x9b)) + u'b',
    };
}

/// 10 kB in one word, and in many.
inline QList<QString> longTexts() { return {QString(10'000, u'x'), QStringLiteral("word ").repeated(2'000)}; }

inline QList<QString> hostileTexts() { return literalTexts() + brokenTexts() + longTexts(); }

} // namespace keywork::test
