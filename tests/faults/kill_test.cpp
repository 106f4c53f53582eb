// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/child.h"
#include "tests/faults/days.h"
#include "tests/faults/oracle.h"
#include "tests/faults/shift.h"
#include "tests/faults/sizes.h"

#include <QRandomGenerator>
#include <QThread>
#include <csignal>

using namespace keywork::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kKillsOfOneFile = 50; // a file grows with each; the next one begins small again
constexpr int kLongestMicroseconds = 20'000;

} // namespace

TEST_CASE("Killed at any moment, what was confirmed is there, and nothing is half there")
{
    Campaign campaign(u"kill -9"_s);
    QRandomGenerator random(campaign.seed());
    const Bench bench;
    Ledger ledger;
    int acknowledged = 0;
    int struckAtWork = 0;
    for (int round = 0; round < kKills.now(); ++round) {
        if (round % kKillsOfOneFile == 0)
            ledger = bench.put(closedHostel());
        const uint seed = campaign.seed() + uint(round);
        Child child([&](const Say &say) { workForEver(bench.path, u"k%1"_s.arg(round), say, seed); });
        // Half of them anywhere from the start on, the sign-in included; half after the first acknowledgement.
        if (random.bounded(2) == 0)
            child.nextLine();
        QThread::usleep(ulong(random.bounded(kLongestMicroseconds)));
        child.kill();
        for (const QString &line : child.ended())
            acknowledged += ledger.note(line);
        struckAtWork += child.signalNumber() == SIGKILL;
        campaign.point(u"kill %1"_s.arg(round), judge(bench.path, ledger) + doubtedWithoutReason(bench.path));
    }
    CHECK(struckAtWork == campaign.points());
    CHECK(acknowledged > campaign.points() / 2);
    campaign.finish();
}
