// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/seen_heads.h"

#include "core/base/clock.h"
#include "core/services/keeping/save_mark.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QJsonObject readAll(const QString &path)
{
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.read(1 << 20)).object();
}

bool writeAll(const QString &path, const QJsonObject &all)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    const QByteArray text = QJsonDocument(all).toJson(QJsonDocument::Compact);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
}

const QString kTries = u"tries"_s;
constexpr qsizetype kMostTries = 64; // the wait does not grow beyond a few

/// Those of the last ten minutes. By the PC's own clock: a time that is still to come was written by a clock that was wrong.
QJsonArray recentOf(const QJsonObject &seen)
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    QJsonArray recent;
    for (const QJsonValue &at : seen.value(kTries).toArray())
        if (const qint64 age = now - at.toInteger(); age >= 0 && age <= 600 && recent.size() < kMostTries)
            recent.append(at);
    return recent;
}

} // namespace

QString SeenHeads::folder() const { return m_path.isEmpty() ? QString() : QFileInfo(m_path).absolutePath(); }

int SeenHeads::recentTries(const QByteArray &vaultId) const
{
    return int(recentOf(readAll(m_path).value(QString::fromLatin1(vaultId.toHex())).toObject()).size());
}

void SeenHeads::noteTry(const QByteArray &vaultId) const
{
    if (m_path.isEmpty())
        return;
    QJsonObject all = readAll(m_path);
    const QString id = QString::fromLatin1(vaultId.toHex());
    QJsonObject seen = all.value(id).toObject();
    QJsonArray tries = recentOf(seen);
    tries.prepend(QDateTime::currentSecsSinceEpoch());
    seen.insert(kTries, tries);
    all.insert(id, seen);
    Q_UNUSED(writeAll(m_path, all));
}

SeenHead SeenHeads::of(const QByteArray &vaultId) const
{
    const QJsonObject seen = readAll(m_path).value(QString::fromLatin1(vaultId.toHex())).toObject();
    return {seen.value(u"sequence"_s).toInteger(), QByteArray::fromHex(seen.value(u"mac"_s).toString().toLatin1()),
        fromStoredText(seen.value(u"at"_s).toString())};
}

QString SeenHeads::markPath(const QByteArray &vaultId) const
{
    return m_path.isEmpty() ? QString() : folder() + u"/saved-"_s + QString::fromLatin1(vaultId.toHex());
}

void SeenHeads::keep(const QByteArray &vaultId, const SeenHead &head) const
{
    if (m_path.isEmpty())
        return;
    QJsonObject all = readAll(m_path);
    const QString id = QString::fromLatin1(vaultId.toHex());
    QJsonObject seen = all.value(id).toObject(); // with the tries
    seen.insert(u"sequence"_s, head.sequence);
    seen.insert(u"mac"_s, QString::fromLatin1(head.mac.toHex()));
    seen.insert(u"at"_s, toStoredText(head.at));
    all.insert(id, seen);
    if (writeAll(m_path, all)) // no room: then the mark goes on saying it
        SaveMark::remove(markPath(vaultId)); // up to here, this says it
}

} // namespace keywork
