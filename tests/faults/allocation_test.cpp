// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/allocation_faults.h"
#include "tests/faults/child.h"
#include "tests/faults/oracle.h"
#include "tests/faults/shift.h"
#include "tests/faults/sizes.h"

#include <QFileInfo>
#include <csignal>
#include <sqlite3.h>
#include <thread>

namespace keywork::test::allocation_test {

using namespace Qt::StringLiterals;

namespace {

struct Refusal {
    int64_t nth;
    bool persistent;
    QString text() const { return u"allocation %1%2"_s.arg(nth).arg(persistent ? u" and after"_s : QString()); }
};

std::vector<Refusal> refusalsFor(int64_t asked, int64_t wanted)
{
    const int64_t each = std::max<int64_t>(1, std::min(asked, wanted / 2));
    std::vector<Refusal> refusals;
    for (const bool persistent : {false, true})
        for (int64_t i = 0; i < each; ++i)
            refusals.push_back({1 + i * asked / each, persistent});
    return refusals;
}

/// How the child of one point ended. Ending is allowed, losing is not; a child that hangs is told apart.
struct Outcome {
    bool struck = false;
    bool ended = false;
    QStringList violations;
};

Outcome outcomeOf(Child &child, Ledger &ledger)
{
    Outcome outcome;
    bool finished = false;
    for (const QString &line : child.ended())
        if (!ledger.note(line)) {
            finished = true;
            outcome.struck = line.section(u'\t', 1, 1).toInt() > 0;
        }
    outcome.ended = !finished;
    if (child.signalNumber() == SIGALRM)
        outcome.violations.append(u"the program hangs"_s);
    return outcome;
}

/// Counts and judges the points of one kind of allocation; `work` says "struck" and how often at its end.
void runPoints(Campaign &campaign, const HostelImage &image, const std::vector<Refusal> &refusals,
    const std::function<void(const QString &path, const Refusal &refusal, const Say &say)> &work)
{
    const Bench bench;
    int ended = 0;
    int struck = 0;
    for (const Refusal &refusal : refusals) {
        Ledger ledger = bench.put(image);
        Child child([&](const Say &say) { work(bench.path, refusal, say); });
        Outcome outcome = outcomeOf(child, ledger);
        ended += outcome.ended;
        struck += outcome.struck || outcome.ended;
        campaign.point(refusal.text(), outcome.violations + judge(bench.path, ledger));
    }
    CHECK(struck * 10 > campaign.points() * 9);
    if (ended > 0)
        Campaign::say(u"in %1 of %2 points the program ended, losing nothing that was confirmed"_s.arg(ended).arg(campaign.points()));
}

void attempt(const std::function<void()> &step)
{
    try {
        step();
    } catch (const std::bad_alloc &) {
        // the caller is told, which is all that core/vault owes
    }
}

/// Whether another thread could use the connection: an exception through SQLite would leave it locked for good.
bool isFree(sqlite3 *connection)
{
    bool entered = false;
    std::thread([&] {
        sqlite3_mutex *mutex = sqlite3_db_mutex(connection);
        entered = sqlite3_mutex_try(mutex) == SQLITE_OK;
        if (entered)
            sqlite3_mutex_leave(mutex);
    }).join();
    return entered;
}

/// Reads and writes the header and a page through core/vault alone, with operator new failing as planned.
void workInVault(const QString &path, const Refusal &refusal, const Say &say)
{
    const QByteArray name = QFile::encodeName(QFileInfo(path).canonicalFilePath());
    std::unique_ptr<VaultFile> vault;
    sqlite3 *connection = nullptr;
    bool given = false;
    armNew(refusal.nth, refusal.persistent);
    attempt([&] { (void)VaultFile::peek(path); });
    attempt([&] {
        auto unlocked = VaultFile::unlock(path, kManager, kPassword);
        if (unlocked)
            vault = std::move(*unlocked);
    });
    if (vault) {
        attempt([&] {
            sqlite3_open_v2(name.constData(), &connection, SQLITE_OPEN_READWRITE, kCipherVfsName);
            sqlite3_exec(connection, "UPDATE number_series SET last = last + 1 WHERE prefix = 'P'", nullptr, nullptr, nullptr);
        });
        attempt([&] {
            const auto slot = vault->slotMaker(u"Night"_s, 1, kPassword, KdfCost::forTests())();
            given = slot && vault->placeSlot(connection, *slot, {});
        });
    }
    const AllocationCounts counts = disarmNew();
    if (given)
        say(u"key\tNight\t"_s + kPassword);
    if (connection && !isFree(connection))
        say(u"wrong\tan exception went through SQLite: the connection stays locked"_s);
    sqlite3_close(connection);
    vault.reset();
    if (isOpenVault(name.toStdString()))
        say(u"wrong\ta vault that nobody has unlocked still counts as open"_s);
    say(u"struck\t%1\t%2"_s.arg(counts.refused).arg(counts.asked));
}

int64_t newsInVault(const HostelImage &image)
{
    const Bench bench;
    bench.put(image);
    QString last;
    workInVault(bench.path, {0, false}, [&](const QString &line) { last = line; });
    return last.section(u'\t', 2).toLongLong();
}

int64_t sqliteAllocationsOfShift(const HostelImage &image)
{
    const Bench bench;
    bench.put(image);
    armSqliteAllocations(0, false);
    workShift(bench.path, u"memory"_s, [](const QString &) {});
    return disarmSqliteAllocations().asked;
}

} // namespace

TEST_CASE("Whichever allocation of SQLite is refused, what was confirmed is there")
{
    Campaign campaign(u"every Nth SQLite allocation is refused"_s);
    const int64_t asked = sqliteAllocationsOfShift(closedHostel());
    REQUIRE(asked > 1000);
    runPoints(campaign, closedHostel(), refusalsFor(asked, kSqliteAllocations.now()),
        [](const QString &path, const Refusal &refusal, const Say &say) {
            armSqliteAllocations(refusal.nth, refusal.persistent);
            workShift(path, u"memory"_s, say);
            say(u"struck\t%1"_s.arg(disarmSqliteAllocations().refused));
        });
    campaign.finish();
}

TEST_CASE("Whichever allocation of the vault is refused, the file stays whole and opens again")
{
    Campaign campaign(u"every Nth operator new in core/vault is refused"_s);
    const int64_t asked = newsInVault(closedHostel());
    REQUIRE(asked > 10);
    runPoints(campaign, closedHostel(), refusalsFor(asked, kVaultAllocations.now()), workInVault);
    campaign.finish();
}

} // namespace keywork::test::allocation_test
