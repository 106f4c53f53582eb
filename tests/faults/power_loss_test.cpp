// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/days.h"
#include "tests/faults/disk_image.h"
#include "tests/faults/oracle.h"
#include "tests/faults/shift.h"
#include "tests/faults/sizes.h"

#include <QRandomGenerator>

using namespace keywork::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kImagesOfOneRun = 1'000;
constexpr int kImagesBetweenReadings = 10; // the program itself reads one in so many

/// Shifts that were recorded call by call, with the place of each acknowledgement.
struct RecordedRun {
    QString path;
    Disk before;
    Ledger begun;
    DiskRecording recording;
    std::vector<std::pair<size_t, QString>> said;

    /// What had been acknowledged before event `cut` began.
    Ledger acknowledgedAt(size_t cut) const
    {
        Ledger ledger = begun;
        for (const auto &[place, line] : said)
            if (place <= cut)
                ledger.note(line);
        return ledger;
    }
};

RecordedRun recordedRun(const Bench &bench, const HostelImage &image, const QString &tag)
{
    RecordedRun run{bench.path, {{bench.path, image.main}}, bench.put(image), {}, {}};
    if (!image.log.isEmpty())
        run.before.insert(bench.path + u"-wal"_s, image.log);
    startRecording();
    // Two: between them the journal is folded in, deleted and made anew.
    for (const QString &part : {u"a"_s, u"b"_s})
        workShift(bench.path, tag + part, [&](const QString &line) { run.said.emplace_back(recordedSoFar(), line); });
    run.recording = stopRecording();
    REQUIRE(run.said.size() > 15);
    REQUIRE(run.recording.events.size() > 500);
    REQUIRE(judge(bench.path, run.acknowledgedAt(run.recording.events.size())).join(u'\n') == QString());
    return run;
}

/// The disk of the run in a folder of its own; the path of the vault there.
QString written(const RecordedRun &run, const Disk &disk, const Bench &place)
{
    QFile::remove(place.path + u"-wal"_s);
    for (auto file = disk.constBegin(); file != disk.constEnd(); ++file) {
        if (file.key().contains(u"/keywork-look-"_s))
            continue; // the journal that a crash left is looked at in a private copy first
        REQUIRE(file.key().startsWith(run.path));
        QFile target(place.path + file.key().mid(run.path.size()));
        REQUIRE(target.open(QIODevice::WriteOnly));
        REQUIRE(target.write(file.value()) == file.value().size());
    }
    return place.path;
}

} // namespace

TEST_CASE("After the power fails at any moment, what was confirmed is there, whatever the disk had not written yet")
{
    Campaign campaign(u"power loss"_s);
    QRandomGenerator random(campaign.seed());
    const Bench bench;
    const Bench place;
    qint64 pending = 0;
    qint64 lost = 0;
    int acknowledged = 0;
    for (int number = 0; campaign.points() < kPowerImages.now(); ++number) {
        const RecordedRun run = recordedRun(bench, number % 2 == 0 ? leftHostel() : closedHostel(), u"power%1"_s.arg(number));
        const int images = std::min({kImagesOfOneRun, kPowerImages.now() - campaign.points(), (kPowerImages.now() + 1) / 2});
        for (int image = 0; image < images; ++image) {
            const size_t cut = random.bounded(quint32(run.recording.events.size() + 1));
            const Tear tear = image % 2 == 0 ? Tear::WholeSectors : Tear::EightBytes;
            const DiskAfterCut disk = diskAfterCut(run.before, run.recording, cut, tear, random);
            const Ledger ledger = run.acknowledgedAt(cut);
            pending += disk.pending;
            lost += disk.lost;
            acknowledged += ledger.size() - run.begun.size();
            const QString path = written(run, disk.files, place);
            const QStringList doubted = image % kImagesBetweenReadings == 0 ? doubtedWithoutReason(path) : QStringList();
            campaign.point(u"run %1, image %2, before event %3 of %4, torn at %5"_s.arg(number)
                               .arg(image)
                               .arg(cut)
                               .arg(run.recording.events.size())
                               .arg(tear == Tear::EightBytes ? 8 : 512),
                judgeInPlace(path, ledger) + doubted);
        }
    }
    CHECK(lost > 0);
    CHECK(lost < pending);
    CHECK(acknowledged > 0);
    campaign.finish();
}
