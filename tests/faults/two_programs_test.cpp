// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/hostel_file.h"
#include "tests/faults/child.h"
#include "tests/faults/oracle.h"
#include "tests/faults/shift.h"
#include "tests/faults/sizes.h"

#include <QRegularExpression>

namespace keywork::test::two_programs_test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRacesOfOneFile = 50;

struct Race {
    Gate start; ///< both open at the same moment
    Gate end; ///< whoever got in stays until the other has its answer
};

/// Says "in" or "refused", the kind of error and its detail; whoever got in saves before and after.
void run(Race &race, const QString &path, const QString &tag, const Say &say)
{
    race.start.letGo();
    race.end.letGo();
    const SetClock clock(kNow);
    race.start.wait();
    const auto file = HostelFile::choose(path, clock);
    const auto hostel = file ? (*file)->signIn(kManager, kPassword) : Result<std::unique_ptr<OpenHostel>>(file.error());
    if (!hostel)
        return say(u"refused\t%1\t%2"_s.arg(int(hostel.error().kind)).arg(hostel.error().detail));
    Shift shift(**hostel, say);
    (void)shift.takeIn(tag + u"early"_s);
    say(u"in"_s);
    race.end.wait();
    (void)shift.takeIn(tag + u"late"_s);
}

/// Reads on until the child says whether it got in.
QString answerOf(Child &child)
{
    QString line = child.nextLine();
    while (!line.isEmpty() && line != u"in" && !line.startsWith(u"refused"))
        line = child.nextLine();
    return line;
}

QStringList wrongWith(const QString &answer)
{
    static const QRegularExpression computerAndTime(u"^[^|]+\\|[0-9]{2}:[0-9]{2}$"_s);
    if (answer == u"in")
        return {};
    if (answer.section(u'\t', 1, 1) != QString::number(int(ErrorKind::InUse)))
        return {u"refused otherwise than as in use: "_s + answer};
    if (!computerAndTime.match(answer.section(u'\t', 2)).hasMatch())
        return {u"the refusal does not say on which computer and since when: "_s + answer};
    return {};
}

} // namespace

TEST_CASE("Two programs open one file at the same moment: one gets in, the other hears where it is open")
{
    Campaign campaign(u"two programs"_s);
    const Bench bench;
    Ledger ledger;
    int nobody = 0;
    for (int number = 0; number < kRaces.now(); ++number) {
        if (number % kRacesOfOneFile == 0)
            ledger = bench.put(closedHostel());
        Race race;
        Child first([&](const Say &say) { run(race, bench.path, u"race%1a"_s.arg(number), say); });
        Child second([&](const Say &say) { run(race, bench.path, u"race%1b"_s.arg(number), say); });
        race.start.open();
        const QStringList answers{answerOf(first), answerOf(second)};
        race.end.open();
        for (const QString &line : first.ended() + second.ended())
            ledger.note(line);
        QStringList violations = wrongWith(answers.at(0)) + wrongWith(answers.at(1));
        if (answers.count(u"in"_s) > 1)
            violations.append(u"both got in"_s);
        nobody += !answers.contains(u"in"_s);
        campaign.point(u"race %1"_s.arg(number), violations + judge(bench.path, ledger));
    }
    CHECK(nobody < campaign.points());
    if (nobody > 0)
        Campaign::say(u"two programs: in %1 of %2 races nobody got in, and would have to try again"_s.arg(nobody).arg(campaign.points()));
    campaign.finish();
}

} // namespace keywork::test::two_programs_test
