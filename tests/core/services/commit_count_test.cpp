// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/assessments.h"
#include "core/services/care/care_plans.h"
#include "core/services/records/records.h"
#include "core/storage/database.h"
#include "tests/core/services/emergency/act_now_desk.h"

#include <atomic>
#include <sqlite3.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace keywork::test::commit_count_test {

using namespace Qt::StringLiterals;

namespace {
std::atomic<int> syncs{0};
}

// The program's own definition stands before libc's for every library: SQLite's syncs are counted and still done.
extern "C" int fdatasync(int descriptor)
{
    ++syncs;
    return int(syscall(SYS_fdatasync, descriptor));
}
extern "C" int fsync(int descriptor)
{
    ++syncs;
    return int(syscall(SYS_fsync, descriptor));
}

namespace {

/// Ten saves, after one that may sync twice since the file was just opened: each is one transaction and one sync.
void checkOneCommitEach(TestHostel &hostel, const std::function<void(int round)> &save)
{
    // A journal that is full folds itself into the file, which syncs, too: it begins empty.
    REQUIRE(sqlite3_wal_checkpoint_v2(hostel.services().records.database().handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr)
        == SQLITE_OK);
    save(0);
    int commits = 0;
    sqlite3_commit_hook(
        hostel.services().records.database().handle(),
        [](void *count) {
            ++*static_cast<int *>(count);
            return 0;
        },
        &commits);
    for (int i = 1; i <= 10; ++i) {
        commits = 0;
        syncs = 0;
        save(i);
        CHECK(commits == 1);
        CHECK(syncs == 1);
    }
    sqlite3_commit_hook(hostel.services().records.database().handle(), nullptr, nullptr);
}

} // namespace

TEST_CASE("Saving a step of a plan is one transaction and one sync to the disk")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    Goal goal;
    goal.statement = u"Pick up methadone every day"_s;
    CarePlans &plans = hostel.services().plans;
    const QString thread = need(plans.saveGoal(ben.id, goal));
    checkOneCommitEach(hostel, [&](int round) {
        Step step;
        step.what = u"step %1"_s.arg(round);
        need(plans.saveStep(
            ben.id, thread, step, {{StepActor::Resident}, {StepActor::Keyworker, {}, hostel.services().records.session().staff()}}));
    });
}

TEST_CASE("Keeping the answers of a section is one transaction and one sync to the disk")
{
    TestHostel hostel;
    Assessments &assessments = hostel.services().assessments;
    Assessment begun;
    begun.personId = aPerson().in(hostel).id;
    begun.begunAt = kNow;
    begun.means = {u"here"_s};
    const auto kept = need(assessments.begin(u"full_assessment"_s, begun));
    checkOneCommitEach(hostel, [&](int round) {
        FilledForm now = need(assessments.read(kept.id));
        for (const QString &question : {u"proud"_s, u"got_through"_s, u"want_first"_s, u"gp"_s})
            now.answers.set(question, u"answer %1"_s.arg(round));
        need(assessments.save(kept.id, now.answers));
    });
}

TEST_CASE("A press of Act now is one transaction and one sync to the disk, and without sign-in one sync")
{
    ActNowDesk desk;
    const QString id = desk.actNow.start();
    checkOneCommitEach(desk.hostel, [&](int) { CHECK(desk.press(id, OverdoseStepKind::Other).in == ActNow::KeptIn::Record); });
    desk.lock();
    for (int i = 0; i < 10; ++i) {
        syncs = 0;
        CHECK(desk.press(id, OverdoseStepKind::Other).in == ActNow::KeptIn::BesideFile);
        CHECK(syncs == (i == 0 ? 2 : 1)); // the first one also makes the name durable
    }
}

} // namespace keywork::test::commit_count_test
