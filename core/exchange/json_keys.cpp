// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/json_keys.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QList>
#include <QSet>

namespace keywork {

namespace {

struct Level {
    bool isObject = false;
    bool keyComes = false;
    QSet<QString> keys = {};
};

/// The place behind the text that begins at `quote`.
qsizetype behindText(const QByteArray &json, qsizetype quote)
{
    qsizetype at = quote + 1;
    while (at < json.size() && json.at(at) != '"')
        at += json.at(at) == '\\' ? 2 : 1;
    return at + 1;
}

/// A text as it is read, its escapes too.
QString textOf(const QByteArray &quoted)
{
    if (!quoted.contains('\\'))
        return QString::fromUtf8(quoted);
    const QString read = QJsonDocument::fromJson('[' + quoted + ']').array().at(0).toString();
    return u'"' + read + u'"';
}

} // namespace

bool holdsKeyTwice(const QByteArray &json)
{
    QList<Level> levels;
    for (qsizetype at = 0; at < json.size(); ++at) {
        const char c = json.at(at);
        if (c == '{' || c == '[')
            levels.append({c == '{', c == '{'});
        if (levels.isEmpty())
            continue;
        Level &level = levels.last();
        if (c == '}' || c == ']')
            levels.removeLast();
        else if (c == ',')
            level.keyComes = level.isObject;
        if (c != '"')
            continue;
        const qsizetype behind = behindText(json, at);
        if (level.keyComes) {
            const QString key = textOf(json.mid(at, behind - at));
            if (level.keys.contains(key))
                return true;
            level.keys.insert(key);
            level.keyComes = false;
        }
        at = behind - 1;
    }
    return false;
}

} // namespace keywork
