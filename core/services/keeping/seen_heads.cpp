// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/seen_heads.h"

#include "core/base/clock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
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

} // namespace

SeenHead SeenHeads::of(const QByteArray &vaultId) const
{
    const QJsonObject seen = readAll(m_path).value(QString::fromLatin1(vaultId.toHex())).toObject();
    return {seen.value(u"sequence"_s).toInteger(), QByteArray::fromHex(seen.value(u"mac"_s).toString().toLatin1()),
        fromStoredText(seen.value(u"at"_s).toString())};
}

void SeenHeads::keep(const QByteArray &vaultId, const SeenHead &head) const
{
    if (m_path.isEmpty())
        return;
    QJsonObject all = readAll(m_path);
    all.insert(QString::fromLatin1(vaultId.toHex()),
        QJsonObject{{u"sequence"_s, head.sequence}, {u"mac"_s, QString::fromLatin1(head.mac.toHex())}, {u"at"_s, toStoredText(head.at)}});
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    if (file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(all).toJson(QJsonDocument::Compact)) > 0)
        file.commit();
}

} // namespace keywork
