// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/child.h"
#include "tests/faults/fault_plans.h"
#include "tests/faults/oracle.h"
#include "tests/faults/shift.h"
#include "tests/faults/sizes.h"

using namespace keywork::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int64_t kLeastOfEach = 3;

/// The calls of a shift in which nothing fails.
DiskCounts callsOf(const HostelImage &image, const QString &tag)
{
    const Bench bench;
    Ledger ledger = bench.put(image);
    startCounting();
    workShift(bench.path, tag, [&](const QString &line) { ledger.note(line); });
    const DiskCounts counts = stopCounting();
    REQUIRE(judge(bench.path, ledger).join(u'\n') == QString());
    return counts;
}

/// One shift in which the disk fails as planned; true when it did.
bool workWithFault(const Bench &bench, const FaultPlan &plan, const QString &tag, Ledger &ledger, QStringList &violations)
{
    Child child([&](const Say &say) {
        armFault(plan);
        workShift(bench.path, tag, say);
        say(u"struck\t%1"_s.arg(disarmFault()));
    });
    bool struck = false;
    for (const QString &line : child.ended())
        if (!ledger.note(line))
            struck = line.section(u'\t', 1).toInt() > 0;
    if (child.signalNumber() != 0 || child.exitCode() != 0)
        violations.append(u"the program ended: signal %1, code %2"_s.arg(child.signalNumber()).arg(child.exitCode()));
    return struck;
}

/// The disk is well again: the house goes on with the same file.
QStringList dayAfter(const Bench &bench, Ledger &ledger)
{
    const int before = ledger.size();
    workShift(bench.path, u"after"_s, [&](const QString &line) { ledger.note(line); });
    QStringList violations = judge(bench.path, ledger);
    if (ledger.size() < before + 5)
        violations.append(u"on the day after, not everything could be saved"_s);
    return violations;
}

} // namespace

TEST_CASE("Whichever call to the disk fails, what was confirmed is there, and the day after the work goes on")
{
    Campaign campaign(u"every Nth I/O call fails"_s);
    const Bench bench;
    int planned = 0;
    for (uint pass = campaign.seed(); campaign.points() < kIoPoints.now(); ++pass) {
        const HostelImage &image = pass % 2 == 0 ? leftHostel() : closedHostel();
        const QString tag = u"io%1"_s.arg(pass);
        const int wanted = std::min(kIoPoints.now() - campaign.points(), kIoPoints.now() / 2);
        for (const FaultPlan &plan : plansFor(callsOf(image, tag), wanted, kLeastOfEach, (pass - campaign.seed()) / 2)) {
            Ledger ledger = bench.put(image);
            QStringList violations;
            ++planned;
            if (!workWithFault(bench, plan, tag, ledger, violations) && violations.isEmpty())
                continue; // the run was shorter than the one that was counted
            violations += judge(bench.path, ledger);
            if (violations.isEmpty() && campaign.points() % 8 == 0)
                violations = dayAfter(bench, ledger);
            campaign.point(u"pass %1, %2"_s.arg(pass).arg(textOf(plan)), violations);
        }
        REQUIRE(campaign.points() * 10 > planned * 9);
    }
    campaign.finish();
}
