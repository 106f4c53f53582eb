// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/progress.h"
#include "core/base/plain_file.h"
#include "core/domain/kinds.h"
#include "core/services/house/passwords.h"
#include "core/services/keeping/aside.h"
#include "core/services/keeping/backups.h"
#include "core/services/keeping/guessing.h"
#include "core/services/keeping/rescuing.h"
#include "core/services/keeping/restoring.h"
#include "core/services/services.h"
#include "ui/text/words.h"
#include "ui/text/words_trust.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// What opens a backup, from whichever option was given. Nothing: the sentence was said.
std::optional<BackupKey> keyFrom(const Request &request, Output output)
{
    BackupKey key;
    key.name = request.options.value(u"user"_s);
    for (const auto &[option, into] : {std::pair{"password-file", &key.password}, std::pair{"recovery-key-file", &key.recoveryKey},
             std::pair{"passphrase-file", &key.passphrase}}) {
        const QString path = request.options.value(QLatin1String(option));
        const auto read = path.isEmpty() ? std::optional(QString()) : readPassword(path, output);
        if (!read)
            return {};
        *into = *read;
    }
    return key;
}

bool namesNoKey(const BackupKey &key)
{
    return key.recoveryKey.isEmpty() && key.passphrase.isEmpty() && (key.name.isEmpty() || key.password.isEmpty());
}

int sayHowToOpen(Output output)
{
    return failUsage(
        output, said("Give --user with --password-file, --recovery-key-file or --passphrase-file: one of them opens the file."));
}

/// What was tried is what is not right.
int failToOpen(Output output, const Error &error, const BackupKey &key, const QString &path)
{
    const bool isNamed = key.recoveryKey.isEmpty() && key.passphrase.isEmpty();
    if (error.kind != ErrorKind::WrongPassword || isNamed)
        return fail(output, error, path);
    output.err << path << ": "
               << (key.passphrase.isEmpty()           ? said("This recovery key does not open it.")
                          : key.recoveryKey.isEmpty() ? said("This passphrase does not open it.")
                                                      : said("Neither this recovery key nor this passphrase opens it."))
               << '\n';
    return Failed;
}

/// Guessing by script is slowed, and noted, whichever command it uses.
template <class T> Result<T> guarded(const QString &path, const QString &name, const std::function<Result<T>()> &opening)
{
    const SeenHeads seen(seenHeadsPath());
    waitAfterTries(recentTries(path, seen));
    Result<T> result = opening();
    if (!result && result.error().kind == ErrorKind::WrongPassword)
        noteTry(path, name, seen, SystemClock());
    return result;
}

void sayCounts(Output output, const QMap<QString, qint64> &counts)
{
    for (const RecordType *type : allKinds())
        if (const qint64 rows = counts.value(QString::fromLatin1(type->table)); rows > 0)
            output.out << "  " << rows << ' ' << words::label(type->titleMany) << '\n';
}

int backUp(const Request &request, const BackupWish &wish, Services &services, Output output)
{
    const auto job = services.backups.job(wish);
    if (!job)
        return fail(output, job.error(), request.names.at(0));
    auto folder = TargetFolder::of(wish.folder); // after the job: whoever may make none leaves no folder
    if (!folder)
        return fail(output, folder.error(), wish.folder);
    Result<BackupMade> made = [&] {
        Progress progress(request, output, said("Backing up"));
        return (*job)(progress.beside());
    }();
    const Done noted = services.backups.finished(made);
    if (!made)
        return fail(output, made.error(), wish.folder);
    folder->keep();
    if (!noted)
        return fail(output, noted.error(), request.names.at(0));
    output.out << made->path << ": " << said("checked to the last page, good.") << '\n';
    if (wish.leaving)
        output.out << (wish.passphrase.isEmpty() ? said("No password of the team opens it: only the recovery key does.")
                                                 : said("No password of the team opens it: only the recovery key and this passphrase do."))
                   << '\n';
    return Finished;
}

} // namespace

int runBackup(const Request &request, Output output)
{
    BackupWish wish;
    wish.folder = request.names.at(1);
    wish.leaving = request.flags.contains(u"leaving"_s);
    if (request.options.contains(u"passphrase-file"_s) && !wish.leaving)
        return failUsage(output, said("A passphrase belongs to a backup that leaves the house: add --leaving."));
    return withHostel(request, request.names.at(0), output, [&](OpenHostel &hostel) {
        if (const QString passphrase = request.options.value(u"passphrase-file"_s); !passphrase.isEmpty()) {
            const auto read = readPassword(passphrase, output);
            if (!read)
                return int(Failed);
            wish.passphrase = *read;
            if (!passwordStrength(wish.passphrase, {}).acceptable()) {
                output.err << said("This passphrase is too easy to guess: it guards the whole house by itself.") << '\n';
                return int(Failed);
            }
        }
        return backUp(request, wish, hostel.services(), output);
    });
}

int runRestore(const Request &request, Output output)
{
    const QString backup = request.names.at(0);
    const auto key = keyFrom(request, output);
    if (!key)
        return Failed;
    if (namesNoKey(*key))
        return sayHowToOpen(output);
    const SystemClock clock;
    RestoreWish wish;
    wish.backup = backup;
    wish.target = request.names.at(1);
    wish.key = *key;
    wish.at = clock.now();
    wish.erasedFrom = request.options.value(u"erased-from"_s);
    wish.onlyLook = request.flags.contains(u"dry-run"_s);
    if (Done isNew = wish.onlyLook ? Done() : checkNewFile(wish.target); !isNew)
        return fail(output, isNew.error(), wish.target);
    const auto restored = guarded<Restored>(backup, wish.key.name, [&] {
        Progress progress(request, output, said("Restoring"));
        wish.shouldStop = progress.beside();
        return restoreBackup(wish);
    });
    if (!restored)
        return failToOpen(output, restored.error(), *key, backup);
    noteReadOutside(backup, SeenHeads(seenHeadsPath()), {clock.now(), restored->openedBy, u"restore"_s, wish.onlyLook});
    output.out << backup << ": " << restored->hostelName;
    if (restored->madeAt.isValid() && restored->madeAt.toMSecsSinceEpoch() > 0)
        output.out << u", "_s << words::date(clock.local(restored->madeAt).date()) << ' ' << words::time(clock.local(restored->madeAt));
    output.out << '\n';
    sayCounts(output, restored->counts);
    output.out << "  "
               << said("%1 entries of the history, %2 of them not as they were written.").arg(restored->entries).arg(restored->findings)
               << '\n';
    for (const QString &line : words::damageFound(restored->problems))
        output.err << line << '\n';
    if (!restored->problems.isEmpty())
        return Failed;
    output.out << (wish.onlyLook ? said("Nothing was written.") : said("Restored to %1. The backup was not changed.").arg(wish.target))
               << '\n';
    if (!wish.onlyLook && wish.erasedFrom.isEmpty())
        output.out << said("Records that were erased since this backup was made are in it again. To erase them once more, name the "
                           "present file or a newer backup with --erased-from.")
                   << '\n';
    if (!wish.onlyLook && !restored->hasStaff)
        output.out << said("No password of the team opens it. “I forgot my password” on the sign-in page takes the recovery key, or the "
                           "passphrase that was used now, and a new password.")
                   << '\n';
    return restored->findings == 0 ? Finished : Failed;
}

int runRescue(const Request &request, Output output)
{
    const QString damaged = request.names.at(0);
    const auto key = keyFrom(request, output);
    if (!key)
        return Failed;
    if (namesNoKey(*key))
        return sayHowToOpen(output);
    const QString target = request.names.at(1);
    if (Done isNew = checkNewFile(target); !isNew)
        return fail(output, isNew.error(), target);
    const auto rescued = guarded<Rescued>(damaged, key->name, [&] {
        Progress progress(request, output, said("Rescuing"));
        return rescueFile(damaged, target, *key, SystemClock().now(), progress.beside());
    });
    if (!rescued)
        return failToOpen(output, rescued.error(), *key, damaged);
    noteReadOutside(damaged, SeenHeads(seenHeadsPath()), {SystemClock().now(), rescued->openedBy, u"rescue"_s});
    takeAsNewest(SeenHeads(seenHeadsPath()), *rescued, SystemClock().now());
    sayCounts(output, rescued->rowsOf);
    for (const words::RescueSentence &sentence : words::rescueSentences(*rescued))
        output.out << (sentence.look == words::RescueSentence::Look::Soft ? u"  "_s : QString()) << sentence.text << '\n';
    output.out << said("Written to %1. The damaged file was not changed.").arg(target) << '\n';
    return rescued->isComplete ? Finished : Failed;
}

} // namespace keywork
