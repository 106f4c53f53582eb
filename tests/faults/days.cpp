// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/days.h"

#include "core/domain/restriction.h"
#include "core/services/keeping/retention.h"
#include "core/services/records/drafts.h"
#include "core/services/sharing/agreements.h"
#include "core/storage/history.h"
#include "tests/faults/child.h"
#include "tests/faults/raw_vault.h"
#include "tests/support/every_kind.h"
#include "tests/support/trust.h"

#include <QDir>
#include <sqlite3.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace keywork::test {

namespace {

const QString kOther = u"lantern-anvil-harbour-morning"_s;

HostelImage closedNow(TestHostel &hostel)
{
    hostel.hostel.reset();
    hostel.file.reset();
    const HostelImage image = HostelImage::readFrom(hostel.path, {});
    REQUIRE(image.log.isEmpty());
    hostel.reopen();
    return image;
}

/// Changes one record of each kind that can be changed as it is, in a text that takes any words.
int changeEveryKind(Records &records, const QString &word)
{
    int changed = 0;
    for (const RecordType *type : allKinds()) {
        const auto rows = records.list(*type, {.orderBy = u"id"_s, .limit = 1});
        if (!rows || rows->isEmpty())
            continue;
        KeptRow row = rows->first();
        for (size_t i = 0; i < type->fields.size(); ++i)
            if (const Field &field = type->fields[i];
                isTyped(field) && field.rule == Rule::None && QLatin1String(field.column) != "time_zone")
                row.row.values[qsizetype(i)] = word.left(lengthLimit(field));
        changed += bool(records.amend(row));
    }
    return changed;
}

PersonBuilder longGone()
{
    auto builder = aPerson().called(u"Old"_s, u"Resident"_s).arrived(QDate(2018, 5, 1));
    builder.stay.referredOn = QDate(2018, 4, 1);
    builder.stay.leftOn = QDate(2019, 6, 30);
    builder.stay.destination = {u"not_known"_s};
    return builder;
}

HostelImage unanchored(const HostelImage &image)
{
    const Bench bench;
    image.writeTo(bench.path);
    {
        auto vault = need(VaultFile::unlock(bench.path, kManager, kPassword));
        sqlite3 *connection = nullptr;
        REQUIRE(
            sqlite3_open_v2(QFile::encodeName(bench.path).constData(), &connection, SQLITE_OPEN_READWRITE, kCipherVfsName) == SQLITE_OK);
        need(vault->change(connection, [](VaultHeader &header) -> Done {
            header.anchor = {};
            return {};
        }));
        sqlite3_close(connection);
    }
    HostelImage bare = HostelImage::readFrom(bench.path, {});
    REQUIRE(bare.main.size() == image.main.size());
    return bare;
}

LeftAtWork leftAtWork(const HostelImage &closed)
{
    const Bench bench;
    const QString pc = bench.folder.filePath(u"pc/seen.json"_s);
    closed.writeTo(bench.path);
    LeftAtWork left;
    Child child([&](const Say &say) {
        const SetClock clock(kNow);
        const auto file = HostelFile::choose(bench.path, clock, SeenHeads(pc));
        const auto hostel = (*file)->signIn(kManager, kPassword);
        Records &records = (*hostel)->services().records;
        const auto person = records.all<Person>();
        for (int i = 0; i < 12; ++i) {
            if (i == 6)
                QFile::copy(QDir(bench.folder.filePath(u"pc"_s)).entryInfoList({u"saved-*"_s}).first().filePath(), pc + u".earlier"_s);
            Kept<Person> one = person->first();
            const auto now = records.one(one.id);
            one = *now;
            one.value.conditions = u"said %1 times"_s.arg(i) + QString(i * 61, u'.');
            if (!records.amend(one))
                say(u"wrong"_s);
            say(QString::number(historyHead(records.database())->sequence));
        }
        ::_exit(0); // never closed
    });
    for (const QString &line : child.ended())
        left.saves.append(line.toLongLong());
    REQUIRE(left.saves.size() == 12);
    REQUIRE(!left.saves.contains(0));
    left.lastEntry = left.saves.last();
    left.image = HostelImage::readFrom(bench.path, {});
    REQUIRE(left.image.log.size() > 4096);
    const QFileInfoList marks = QDir(bench.folder.filePath(u"pc"_s)).entryInfoList({u"saved-*"_s});
    REQUIRE(marks.size() == 1);
    left.markName = marks.first().fileName();
    left.mark = contentOf(marks.first().filePath());
    left.earlierMark = contentOf(pc + u".earlier"_s);
    REQUIRE(left.mark != left.earlierMark);
    return left;
}

Days madeDays()
{
    Days days;
    EveryKind kinds(u"breathless on the stairs"_s);
    TestHostel &hostel = kinds.hostel;
    const auto gone = longGone().in(hostel);
    const auto given = need(hostel.services().records.all<SharingAgreement>()).first();
    makeMember(hostel, u"Kim Keyworker"_s, Role::Keyworker);
    const auto shownOut = makeMember(hostel, u"Lee Leaver"_s, Role::SupportWorker);
    const auto changes = makeMember(hostel, u"Cy Changer"_s, Role::SupportWorker);
    days.before.append(closedNow(hostel));
    need(hostel.services().accounts.confirmed(true));
    changeEveryKind(hostel.services().records, u"the day after"_s);
    const auto proposed = need(hostel.services().retention.propose(RetentionClass::Resident, gone.id.value, ErasureWhy::Retention));
    need(hostel.services().plans.startDraft(kinds.ben.id));
    const auto issued = need(hostel.services().plans.issue(kinds.ben.id));
    need(hostel.services().drafts.keep({u"alert"_s, 0, kinds.ben.id.value}, {{u"text"_s, u"typed"_s}}));
    days.before.append(closedNow(hostel));

    // The decisions.
    need(hostel.services().accounts.confirmed(true));
    Services &services = hostel.services();
    const auto known = need(services.records.one(given.id));
    need(services.agreements.withdraw(known, u"no longer wished"_s));
    SignOff said;
    said.versionId = issued.id;
    said.personId = kinds.ben.id;
    said.kind = SignOffKind::SignedOnPaper;
    said.onDay = services.records.today();
    said.fingerprint = issued.value.fingerprint;
    need(services.plans.signOff(said));
    need(services.records.add(Restriction{kinds.ben.id, u"a colleague's brother"_s, services.records.today(), {}}));
    need(services.records.add(NeedToKnow{kinds.ben.id, services.records.session().staff(), u"manages the house"_s}));
    need(services.accounts.removeAccess(shownOut.id));
    need(services.accounts.give(need(services.records.one(changes.id)), kOther));
    REQUIRE(changeEveryKind(services.records, u"today"_s) > 15);
    signInWith(hostel, u"Kim Keyworker"_s, kTheirs);
    need(hostel.services().retention.approve(proposed.id));
    hostel.reopen();
    days.today = closedNow(hostel);
    days.todayUnanchored = unanchored(days.today);
    days.ways = {{kManager, kPassword, Way::Is::Present}, {u"Kim Keyworker"_s, kTheirs, Way::Is::Present},
        {u"Lee Leaver"_s, kTheirs, Way::Is::TakenAway}, {u"Cy Changer"_s, kTheirs, Way::Is::Changed}};
    days.left = leftAtWork(days.today);
    return days;
}

void sayWarning(const FileWarning &warning, const Say &say)
{
    switch (warning.kind) {
    case FileWarning::Kind::HeaderOlder:
        return say(u"warning header"_s);
    case FileWarning::Kind::SlotOlder:
        return say(u"warning slot "_s + warning.name);
    case FileWarning::Kind::RowsOlder:
        return say(u"warning rows "_s + warning.table);
    case FileWarning::Kind::SavesMissing:
        return say(u"warning saves %1"_s.arg(warning.entries));
    default:
        return say(u"warning other %1"_s.arg(int(warning.kind)));
    }
}

} // namespace

const Days &someDays()
{
    static const Days days = madeDays();
    return days;
}

const QSet<QString> &tablesWithHistory()
{
    static const QSet<QString> tables = [] {
        QSet<QString> found;
        for (const RecordType *type : allKinds())
            found.insert(QString::fromLatin1(type->table));
        return found;
    }();
    return tables;
}

void LeftAtWork::putMark(const QString &pc, const QByteArray &bytes) const
{
    QDir(QFileInfo(pc).absolutePath()).removeRecursively();
    if (bytes.isEmpty())
        return;
    REQUIRE(QDir().mkpath(QFileInfo(pc).absolutePath()));
    QFile file(QFileInfo(pc).absoluteDir().filePath(markName));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

QStringList doubtedWithoutReason(const QString &path)
{
    const QTemporaryDir folder;
    const QString copy = copyWithLog(path, folder.path());
    if (copy.isEmpty())
        return {u"the file can't be copied"_s};
    Child child([&](const Say &say) { lookThrough(copy, {}, kManager, kPassword, say); });
    QStringList said;
    for (const QString &line : child.ended())
        said.append(u"doubted: "_s + line);
    if (child.signalNumber() != 0 || child.exitCode() != 0)
        said.append(u"crashed while it was read, signal %1"_s.arg(child.signalNumber()));
    return said;
}

void lookThrough(const QString &path, const QString &pc, const QString &name, const QString &password, const Say &say)
{
    const SetClock clock(kNow);
    const auto file = HostelFile::choose(path, clock, SeenHeads(pc));
    const auto hostel = file ? (*file)->signIn(name, password) : Result<std::unique_ptr<OpenHostel>>(file.error());
    if (!hostel)
        return say(u"refused %1"_s.arg(int(hostel.error().kind)));
    for (const FileWarning &warning : (*hostel)->warnings())
        sayWarning(warning, say);
    const auto found = (*hostel)->deepCheck()([] { return false; });
    if (!found)
        return say(u"damage error %1"_s.arg(int(found.error().kind)));
    for (const QString &line : found->damage)
        say(u"damage "_s + line.simplified());
    for (const RowFinding &row : found->rows)
        say(u"row "_s + row.table);
    if (!found->history.isEmpty())
        say(u"history"_s);
    if (found->pages.anchor == PagesFound::Anchor::Differs)
        say(u"pages"_s);
    if (found->pages.behindEnd > 0)
        say(u"behind"_s);
}

} // namespace keywork::test
