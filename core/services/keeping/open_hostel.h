// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/history_action.h"
#include "core/domain/house.h"
#include "core/services/keeping/file_check.h"
#include "core/services/keeping/seen_heads.h"
#include "core/services/records/change_notifier.h"
#include "core/services/services.h"
#include "core/services/session.h"

#include <functional>
#include <memory>

namespace keywork {

class Clock;
struct RestorePreview;
struct VaultHeader;

/// A signed-in file: vault, connection and services, taken down in the right order when it goes.
class OpenHostel {
public:
    ~OpenHostel();
    OpenHostel(const OpenHostel &) = delete;
    OpenHostel &operator=(const OpenHostel &) = delete;

    Services &services();
    const Session &session() const { return *m_session; }
    ChangeNotifier &notifier() { return m_notifier; }
    QString hostelName() const;
    const Clock &clock() const;
    /// The house's settings; the defaults when they can't be read.
    House house() const;
    /// From now on the journal is folded into the file by a worker beside the window instead of by a save.
    void checkpointInWorker();
    HeadCopies headCopies() const { return m_headCopies; }
    /// Pages that can't be read; where `problems` finds nothing they hold nothing any more. Reads the whole file.
    Result<qint64> unreadablePages() const;
    /// integrity_check, foreign keys; empty when all is well.
    Result<QStringList> problems() const;
    /// The same for a worker, with the words of search, every entry of the history and every head that is known.
    using Check = std::function<Result<FileCheck>(const std::function<bool()> &shouldStop)>;
    Check deepCheck() const;
    /// For beside the work: reads pages, references and history, and locks nobody out. What can't be read is damage.
    Check quietCheck() const;
    /// What a check found: everybody is told on Today, until another one finds nothing.
    void noteCheck(const FileCheck &found);
    const std::optional<FileCheck> &lastCheck() const { return m_lastCheck; }
    /// What this file lacks that its header or this PC has seen: it is older than it should be, or was cut.
    const QList<FileWarning> &warnings() const { return m_warnings; }
    /// Whether who is signed in has another role by now than at the sign-in, or left the team: then the rights of this
    /// session are not theirs any more, and whoever holds it locks the file.
    bool isTeamNews() const;
    /// The manager knows why the file is older and goes on with it: until then everybody is told at each sign-in.
    /// NotPermitted; nothing to do without a warning.
    Done acceptFile();
    /// The manager says that the clock is right now: what the history reached before counts no more for what ends some
    /// time. NotPermitted.
    Done acceptClock();
    /// Writes what waits, if the file takes it again, and says whether it takes anything: asked now and then, when somebody
    /// comes back to the window, and before it is locked. NoRoom while something waits for room on its disk; FileGone.
    Done takesWriting();
    /// Where on this PC what the file does not take is sealed meanwhile.
    AsidePlace asidePlace() const;
    /// What is sealed for this very file, and with the proof of whoever is signed in: for steps of an emergency that could not be
    /// committed (emergency/act_now).
    const VaultHeader &header() const;
    QByteArray proven(const QByteArray &plain) const;
    /// How the history tells that the file was closed; Locked unless somebody says otherwise.
    void leaveAs(HistoryAction how) { m_leaving = how; }
    /// For what has to write the whole file anew: a job for a worker that makes the file beside this one. Nobody writes
    /// to this one meanwhile, and HostelFile::putInPlace follows once it is closed. PasswordNeeded, NotPermitted.
    enum class Rewriting { Compaction, NewDataKey };
    Result<std::function<Result<NextFile>()>> rewriting(Rewriting what);
    /// The same from a backup; the present file is kept aside.
    struct RestoreFrom {
        QString backup;
        QString secret = {}; ///< passphrase or recovery key, for a backup that left or has an earlier data key
    };
    Result<std::function<Result<NextFile>()>> restoring(const RestoreFrom &from) const;
    /// What the restore would lose and bring back, for a worker. WrongPassword when the backup needs another key.
    using PreviewJob = std::function<Result<RestorePreview>(const std::function<bool()> &shouldStop)>;
    Result<PreviewJob> restorePreview(const RestoreFrom &from) const;
    /// Once it was shown: what is in a backup was looked at.
    void noteBackupRead(const RestorePreview &preview);

private:
    friend class HostelFile;
    OpenHostel();
    struct Parts;
    Done start(const Clock &clock, HistoryAction how);
    Done setClock(const Clock &clock);
    Done setZone();
    Done setReached();
    void mendHeader();
    void makeServices();
    Done joinSealedEntries();
    void sealElsewhere();
    void handOnUnsealed();
    Done noteOpened(HistoryAction how);
    Done lookAtHeads(const SeenHeads &seen);
    /// `laterThan`: of the header's generation, where the file holds an earlier header on purpose.
    void keepHead(quint64 laterThan = 0);
    Done lookAtRows();
    void markSaves();
    Done acceptSlot(const FileWarning &doubt);
    Done acceptDoubts();
    bool hasWarning(FileWarning::Kind kind) const;
    /// The file is not the newest of itself, and nobody said that this is right.
    bool isDoubtful() const;

    ChangeNotifier m_notifier;
    std::unique_ptr<Parts> m_parts;
    std::unique_ptr<Session> m_session;
    QList<FileWarning> m_warnings;
    std::optional<FileCheck> m_lastCheck;
    HistoryAction m_leaving = HistoryAction::Locked;
    HeadCopies m_headCopies = HeadCopies::Whole;
};

} // namespace keywork
