// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/seen_heads.h"

#include "core/base/clock.h"
#include "core/base/durable.h"
#include "core/services/keeping/save_mark.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <functional>
#include <mutex>

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
    QSaveFile file(path); // whoever reads meanwhile reads the one before, whole
    const QByteArray text = QJsonDocument(all).toJson(QJsonDocument::Compact);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
}

/// Reads, changes and writes as one step: a worker notes a wrong password while the window writes its head, and a command
/// does so beside both. Whether it could be written.
bool changeAll(const QString &path, const std::function<void(QJsonObject &all)> &change)
{
    if (path.isEmpty())
        return false;
    static std::mutex ours; // a drive that knows no such locks still has one writer in this program
    const std::lock_guard lock(ours);
    QDir().mkpath(QFileInfo(path).absolutePath());
    const FileTurn turn(path + u".turn"_s);
    QJsonObject all = readAll(path);
    change(all);
    return writeAll(path, all);
}

const QString kTries = u"tries"_s;
const QString kRescued = u"rescued"_s; // from which file, and when
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
    const QString id = QString::fromLatin1(vaultId.toHex());
    Q_UNUSED(changeAll(m_path, [&id](QJsonObject &all) {
        QJsonObject seen = all.value(id).toObject();
        QJsonArray tries = recentOf(seen);
        tries.prepend(QDateTime::currentSecsSinceEpoch());
        seen.insert(kTries, tries);
        all.insert(id, seen);
    }));
}

SeenHead SeenHeads::of(const QByteArray &vaultId) const
{
    const QJsonObject seen = readAll(m_path).value(QString::fromLatin1(vaultId.toHex())).toObject();
    return {seen.value(u"sequence"_s).toInteger(), QByteArray::fromHex(seen.value(u"mac"_s).toString().toLatin1()),
        fromStoredText(seen.value(u"at"_s).toString())};
}

void SeenHeads::noteRescued(const QByteArray &vaultId, const QByteArray &fileId, const QDateTime &at) const
{
    const QString id = QString::fromLatin1(vaultId.toHex());
    Q_UNUSED(changeAll(m_path, [&](QJsonObject &all) {
        QJsonObject seen = all.value(id).toObject();
        seen.insert(kRescued, QJsonObject{{QString::fromLatin1(fileId.toHex()), toStoredText(at)}}); // the last one
        all.insert(id, seen);
    }));
}

QDateTime SeenHeads::rescuedAt(const QByteArray &vaultId, const QByteArray &fileId) const
{
    const QJsonObject seen = readAll(m_path).value(QString::fromLatin1(vaultId.toHex())).toObject();
    return fromStoredText(seen.value(kRescued).toObject().value(QString::fromLatin1(fileId.toHex())).toString());
}

QString SeenHeads::markPath(const QByteArray &vaultId) const
{
    return m_path.isEmpty() ? QString() : folder() + u"/saved-"_s + QString::fromLatin1(vaultId.toHex());
}

void SeenHeads::keep(const QByteArray &vaultId, const SeenHead &head) const
{
    const QString id = QString::fromLatin1(vaultId.toHex());
    const bool isKept = changeAll(m_path, [&](QJsonObject &all) {
        QJsonObject seen = all.value(id).toObject(); // with the tries
        seen.insert(u"sequence"_s, head.sequence);
        seen.insert(u"mac"_s, QString::fromLatin1(head.mac.toHex()));
        seen.insert(u"at"_s, toStoredText(head.at));
        all.insert(id, seen);
    });
    if (isKept) // no room: then the mark goes on saying it
        SaveMark::remove(markPath(vaultId)); // up to here, this says it
}

} // namespace keywork
