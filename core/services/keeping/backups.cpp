// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/backups.h"

#include "core/domain/house.h"
#include "core/rules/backup_thinning.h"
#include "core/services/house/passwords.h"
#include "core/services/records/records.h"
#include "core/storage/table.h"
#include "core/storage/vault_copy.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kPassphraseWords = 6; // it guards the whole house by itself

QString bareName(const QString &filePath) { return QFileInfo(filePath).completeBaseName(); }

BackupFile described(const QFileInfo &info, const std::optional<Identity16> &vaultId, bool &isOurs)
{
    BackupFile file{info.absoluteFilePath(), info.lastModified().toUTC(), info.size(), 0, false, true};
    const auto header = VaultFile::peek(file.path);
    if (!header) {
        file.isReadable = false;
        isOurs = info.fileName().endsWith(kBackupSuffix);
        return file;
    }
    isOurs = (!vaultId || header->vaultId == *vaultId) && header->purpose != FilePurpose::Live;
    file.madeAt = QDateTime::fromMSecsSinceEpoch(header->madeAt, Qt::UTC);
    file.entries = qint64(header->auditSequence);
    file.leaves = header->purpose == FilePurpose::LeavingBackup;
    return file;
}

/// A backup of the house whose header proves itself by the key. A bare copy of a true header has its file id, too.
struct ProvenBackup {
    QString path;
    Identity16 fileId{};
    QDateTime madeAt;
};

QList<ProvenBackup> provenBackups(const QString &folder, const VaultSeed &seed)
{
    QList<ProvenBackup> proven;
    for (const QFileInfo &info : QDir(folder).entryInfoList({u'*' + kBackupSuffix}, QDir::Files | QDir::NoSymLinks)) {
        const auto header = VaultFile::provenHeader(info.absoluteFilePath(), seed);
        if (header && header->purpose == FilePurpose::HouseBackup && info.size() > kDataOffset)
            proven.append({info.absoluteFilePath(), header->fileId, QDateTime::fromMSecsSinceEpoch(header->madeAt, Qt::UTC)});
    }
    return proven;
}

/// Only backups of the house that prove themselves by its key are thinned, and only they are a reason for it: what leaves,
/// what can't be read, and what anybody could have made up is for people to decide on, and so is one that stands there
/// twice. A time that is still to come says nothing: such a backup stays, and none goes because of it. `readToTheEnd`
/// was read a moment ago and stays whatever the others say.
void thin(const QString &folder, const VaultSeed &seed, const QTimeZone &zone, const QDateTime &now, const QString &readToTheEnd)
{
    const QList<ProvenBackup> all = provenBackups(folder, seed);
    const auto standsTwice = [&](const ProvenBackup &backup) {
        return std::count_if(all.cbegin(), all.cend(), [&](const ProvenBackup &one) { return one.fileId == backup.fileId; }) > 1;
    };
    QList<ProvenBackup> files;
    QList<QDateTime> times;
    for (const ProvenBackup &backup : all) {
        if (backup.madeAt > now || standsTwice(backup))
            continue;
        files.append(backup);
        times.append(backup.madeAt.toTimeZone(zone));
    }
    const QString kept = QFileInfo(readToTheEnd).absoluteFilePath();
    for (const qsizetype index : backupsToThin(times))
        if (files.at(index).path != kept)
            QFile::remove(files.at(index).path);
}

Result<House> houseOf(Database &database)
{
    const auto rows = Table(database, recordType<House>()).list({});
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return Error{ErrorKind::NotFound, u"house"_s, {}};
    const auto house = typed<House>(rows->first());
    return house ? Result<House>(house->value) : Result<House>(Error{ErrorKind::Damaged, u"house"_s, {}});
}

} // namespace

QString backupFolderBeside(const QString &filePath)
{
    return QFileInfo(filePath).absolutePath() + u'/' + bareName(filePath) + u" backups"_s;
}

QString freeBackupName(const QString &wanted)
{
    const auto isFree = [](const QString &path) { return !QFileInfo::exists(path) && !QFileInfo(path).isSymLink(); };
    QString path = wanted;
    for (int number = 2; !isFree(path); ++number)
        path = wanted.chopped(kBackupSuffix.size()) + u" (%1)"_s.arg(number) + kBackupSuffix;
    return path;
}

QList<BackupFile> backupsIn(const QString &folder, const std::optional<Identity16> &vaultId)
{
    QList<BackupFile> files;
    for (const QFileInfo &info : QDir(folder).entryInfoList({u'*' + kBackupSuffix}, QDir::Files)) {
        bool isOurs = false;
        const BackupFile file = described(info, vaultId, isOurs);
        if (isOurs)
            files.append(file);
    }
    std::sort(files.begin(), files.end(), [](const BackupFile &a, const BackupFile &b) { return a.madeAt > b.madeAt; });
    return files;
}

Backups::Backups(Records &records, VaultFile &vault, QString filePath)
    : m_records(records)
    , m_vault(vault)
    , m_filePath(std::move(filePath))
{
}

QString Backups::folder() const
{
    const auto house = houseOf(m_records.database());
    if (house && !house->backupFolder.isEmpty())
        return house->backupFolder;
    return backupFolderBeside(m_filePath);
}

bool Backups::hasSecondPlace() const
{
    const auto house = houseOf(m_records.database());
    if (!house || house->backupFolder.isEmpty())
        return false;
    // The folder that the file lies in, and what is in it, goes with the file.
    const QString besideFile = QFileInfo(m_filePath).absoluteDir().canonicalPath();
    const QString chosen = QDir(house->backupFolder).canonicalPath();
    return chosen.isEmpty() || (chosen != besideFile && !chosen.startsWith(besideFile + u'/'));
}

Done Backups::chooseSecondPlace(const QString &folder)
{
    if (Done manages = m_records.session().checkManages(); !manages)
        return manages.error();
    const QFileInfo info(folder);
    if (!folder.isEmpty() && (!info.isDir() || !info.isWritable()))
        return Error{ErrorKind::ReadOnly, u"folder"_s, {}};
    const auto houses = m_records.all<House>();
    if (!houses || houses->isEmpty())
        return houses ? Error{ErrorKind::NotFound, {}, {}} : houses.error();
    Kept<House> house = houses->first();
    house.value.backupFolder = folder.isEmpty() ? QString() : info.absoluteFilePath();
    const auto kept = m_records.amend(house);
    return kept ? Done() : Done(kept.error());
}

Result<Backups::Job> Backups::job(const BackupWish &wish) const
{
    if (m_records.session().isLookOnly())
        return Error{ErrorKind::ReadOnly, {}, {}};
    // The program's own, to the house's place, is made at anybody's sign-out; where else one goes is the manager's to say.
    if (wish.leaving || !wish.folder.isEmpty())
        if (Done manages = m_records.session().checkManages(); !manages)
            return manages.error();
    if (wish.leaving) {
        if (Done confirmed = m_records.checkConfirmed(); !confirmed)
            return confirmed.error();
    }
    // Two at once would write to the same name.
    if (const auto running = m_running.lock(); running && *running)
        return notNow(NotNow::BackupRuns);
    const auto running = std::make_shared<std::atomic<bool>>(true);
    m_running = running;
    const QString where = wish.folder.isEmpty() ? folder() : wish.folder;
    const bool isOwnPlace = wish.folder.isEmpty();
    const QDateTime now = m_records.clock().now();
    const QDateTime local = m_records.clock().local(now);
    const QString name
        = bareName(m_filePath) + local.toString(u" yyyy-MM-dd HHmm"_s) + (wish.leaving ? u" leaving"_s : u""_s) + kBackupSuffix;
    VaultCopy copy;
    copy.source = m_records.database().opener();
    copy.seed = m_vault.seed();
    copy.target = freeBackupName(QDir(where).filePath(name));
    copy.mustFitHistory = true;
    copy.wish.purpose = wish.leaving ? FilePurpose::LeavingBackup : FilePurpose::HouseBackup;
    copy.wish.madeAt = now.toMSecsSinceEpoch();
    copy.wish.keepsStaff = !wish.leaving;
    copy.wish.passphrase = wish.passphrase;
    copy.wish.cost = m_vault.kdfCost();
    return Job([copy, running, where, isOwnPlace, leaving = wish.leaving, now, zone = local.timeZone()](
                   const std::function<bool()> &shouldStop) mutable -> Result<BackupMade> {
        const auto ended = qScopeGuard([running] { *running = false; });
        // A stick that is not there must not be made up on the disk below it: only our own folder is made.
        const bool isThere = isOwnPlace && !QFileInfo::exists(where) ? QDir().mkpath(where) : QFileInfo(where).isDir();
        if (!isThere)
            return Error{ErrorKind::NoFolder, {}, {}};
        copy.shouldStop = shouldStop;
        const auto made = copyVault(copy);
        if (!made)
            return made.error();
        if (!leaving)
            thin(where, *copy.seed, zone, now, made->path);
        return BackupMade{made->path, made->bytes, made->head.sequence, now, leaving};
    });
}

Done Backups::finished(const Result<BackupMade> &made)
{
    if (!made)
        return m_records.note(
            HistoryAction::BackupFailed, {}, 0, 0, {{u"error"_s, int(made.error().kind)}, {u"detail"_s, made.error().detail}});
    const Done noted = m_records.note(
        HistoryAction::BackedUp, {}, 0, 0, {{u"entries"_s, made->sequence}, {u"bytes"_s, made->bytes}, {u"leaving"_s, made->leaves}});
    if (!noted)
        return noted;
    const auto head = historyHead(m_records.database());
    if (!head)
        return head.error();
    return m_vault.change(m_records.database().handle(), [&](VaultHeader &header) -> Done {
        if (!made->leaves) // gone out of the door, it is nothing that the house can restore from tonight
            header.lastGoodBackup = made->at.toMSecsSinceEpoch();
        if (quint64(head->sequence) >= header.auditSequence) // else the file is older than it should be, which stays told
            setAuditHead(header, quint64(head->sequence), head->mac);
        return {};
    });
}

QList<BackupFile> Backups::list(const QString &folder) const
{
    const auto &vaultId = m_vault.header().vaultId;
    if (!folder.isEmpty())
        return backupsIn(folder, vaultId);
    QList<BackupFile> files = backupsIn(this->folder(), vaultId);
    if (const QString beside = backupFolderBeside(m_filePath); beside != this->folder())
        files += backupsIn(beside, vaultId); // from before the second place was chosen
    std::sort(files.begin(), files.end(), [](const BackupFile &a, const BackupFile &b) { return a.madeAt > b.madeAt; });
    return files;
}

QDateTime Backups::lastGood() const
{
    const qint64 at = m_vault.header().lastGoodBackup;
    return at > 0 ? QDateTime::fromMSecsSinceEpoch(at, Qt::UTC) : QDateTime();
}

bool Backups::isDue() const
{
    const auto house = houseOf(m_records.database());
    const QDateTime last = lastGood();
    // A time that is still to come was written by a clock that was wrong: nobody knows how old that backup is.
    const qint64 age = last.secsTo(m_records.clock().now());
    return !last.isValid() || age < 0 || age >= (house ? house->backupHours : 4) * 3600;
}

bool Backups::isFromTheFuture() const
{
    const QDateTime last = lastGood();
    return last.isValid() && m_records.clock().now().secsTo(last) > kClocksDifferSeconds;
}

QDateTime Backups::overdueFrom() const
{
    constexpr qint64 kDay = 24 * 3600;
    const QDateTime last = lastGood();
    if (!last.isValid())
        return {};
    if (isFromTheFuture())
        return last.addSecs(-kClocksDifferSeconds);
    const auto house = houseOf(m_records.database());
    return last.addSecs(kDay + (house ? house->backupHours : 4) * 3600);
}

bool Backups::isOverdue() const { return !lastGood().isValid() || isFromTheFuture() || m_records.clock().now() >= overdueFrom(); }

QList<AsideFile> Backups::keptAside() const
{
    const QFileInfo info(m_filePath);
    QList<AsideFile> found;
    for (const QFileInfo &aside :
        info.absoluteDir().entryInfoList({info.fileName() + kAsideSuffix + u'*'}, QDir::Files, QDir::Name | QDir::Reversed)) {
        const QString stamp = aside.fileName().mid(info.fileName().size() + kAsideSuffix.size());
        const QDateTime at = QDateTime::fromString(stamp, u"yyyyMMdd-HHmmss"_s);
        if (at.isValid()) // not the journal of one
            found.append({aside.absoluteFilePath(), at, aside.size()});
    }
    return found;
}

Done Backups::removeAside(const QString &path)
{
    if (Done manages = m_records.session().checkManages(); !manages)
        return manages.error();
    if (Done confirmed = m_records.checkConfirmed(); !confirmed)
        return confirmed;
    const QList<AsideFile> files = keptAside();
    const auto file = std::find_if(files.cbegin(), files.cend(), [&](const AsideFile &each) { return each.path == path; });
    if (file == files.cend())
        return Error{ErrorKind::NotFound, {}, {}};
    if (!QFile::remove(path))
        return Error{ErrorKind::ReadOnly, {}, {}};
    return m_records.note(HistoryAction::CopyRemoved, {}, 0, 0, {{u"bytes"_s, file->bytes}});
}

QString Backups::makePassphrase() { return keywork::makePassphrase(kPassphraseWords); }

} // namespace keywork
