// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/care_plans.h"
#include "core/services/records/records.h"
#include "core/storage/database.h"
#include "tests/support/test_hostel.h"

#include <atomic>
#include <sqlite3.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace keywork;
using namespace keywork::test;
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

TEST_CASE("Saving a step of a plan is one transaction and one sync to the disk")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    Goal goal;
    goal.statement = u"Pick up methadone every day"_s;
    CarePlans &plans = hostel.services().plans;
    const QString thread = need(plans.saveGoal(ben.id, goal));
    const auto saveStep = [&](const QString &what) {
        Step step;
        step.what = what;
        need(plans.saveStep(ben.id, thread, step, {{StepActor::Resident, u"Ben"_s}, {StepActor::Keyworker, u"Priya"_s}}));
    };
    saveStep(u"the first after opening may sync twice"_s);
    int commits = 0;
    sqlite3_commit_hook(
        hostel.services().records.database().handle(),
        [](void *count) {
            ++*static_cast<int *>(count);
            return 0;
        },
        &commits);
    for (int i = 0; i < 10; ++i) {
        commits = 0;
        syncs = 0;
        saveStep(u"step %1"_s.arg(i));
        CHECK(commits == 1);
        CHECK(syncs == 1);
    }
    sqlite3_commit_hook(hostel.services().records.database().handle(), nullptr, nullptr);
}
