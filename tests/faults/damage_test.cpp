// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/hostel_file.h"
#include "tests/faults/child.h"
#include "tests/faults/oracle.h"
#include "tests/faults/shift.h"
#include "tests/faults/sizes.h"

#include <QRandomGenerator>

namespace keywork::test::damage_test {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kHeaderCopy = 32768;
constexpr qsizetype kPagesAt = 65536;
constexpr qsizetype kPage = 4096;
constexpr qsizetype kFrame = kPage + 24; // of the journal, after its 32 bytes of head

qsizetype anyBelow(qsizetype end, QRandomGenerator &random) { return qsizetype(random.bounded(quint32(end))); }

void flip(QByteArray &bytes, qsizetype from, qsizetype to, QRandomGenerator &random)
{
    const qsizetype at = from + anyBelow(to - from, random);
    bytes[at] = char(bytes.at(at) ^ (1 << random.bounded(8)));
}

void swapPages(QByteArray &bytes, qsizetype from, qsizetype size, QRandomGenerator &random)
{
    const qsizetype count = (bytes.size() - from) / size;
    const qsizetype first = anyBelow(count, random);
    const qsizetype second = (first + 1 + anyBelow(count - 1, random)) % count;
    const QByteArray kept = bytes.mid(from + first * size, size);
    bytes.replace(from + first * size, size, bytes.mid(from + second * size, size));
    bytes.replace(from + second * size, size, kept);
}

/// Puts one piece of another file where it stands there; only where they differ.
void takePiece(QByteArray &bytes, const QByteArray &other, qsizetype from, qsizetype size, QRandomGenerator &random)
{
    const qsizetype count = (std::min(bytes.size(), other.size()) - from) / size;
    REQUIRE(count > 1);
    qsizetype at = from + anyBelow(count, random) * size;
    while (bytes.mid(at, size) == other.mid(at, size))
        at = at + 2 * size <= from + count * size ? at + size : from;
    bytes.replace(at, size, other.mid(at, size));
}

/// The file of today; `closedHostel` is its copy of the day before.
const HostelImage &today()
{
    static const HostelImage image = [] {
        const Bench bench;
        Ledger ledger = bench.put(closedHostel());
        workShift(bench.path, u"today"_s, [&](const QString &line) { ledger.note(line); });
        return HostelImage::readFrom(bench.path, ledger);
    }();
    return image;
}
const HostelImage &otherLog()
{
    static const HostelImage image = leftOpen(otherHostel(), u"away"_s);
    return image;
}
/// A journal that fits the same file, of work that was never done in it.
const HostelImage &strayLog()
{
    static const HostelImage image = leftOpen(closedHostel(), u"stray"_s);
    return image;
}

struct Harm {
    const char *name;
    void (*to)(HostelImage &image, QRandomGenerator &random);
};

const std::vector<Harm> kPageHarms{
    {"a bit of a page", [](HostelImage &image, QRandomGenerator &random) { flip(image.main, kPagesAt, image.main.size(), random); }},
    {"a bit of the first header", [](HostelImage &image, QRandomGenerator &random) { flip(image.main, 0, kHeaderCopy, random); }},
    {"a bit of the second header", [](HostelImage &image, QRandomGenerator &random) { flip(image.main, kHeaderCopy, kPagesAt, random); }},
    {"a bit of both headers",
        [](HostelImage &image, QRandomGenerator &random) {
            flip(image.main, 0, kHeaderCopy, random);
            flip(image.main, kHeaderCopy, kPagesAt, random);
        }},
    {"two pages swapped", [](HostelImage &image, QRandomGenerator &random) { swapPages(image.main, kPagesAt, kPage, random); }},
    {"the file cut", [](HostelImage &image, QRandomGenerator &random) { image.main.truncate(anyBelow(image.main.size(), random)); }},
    {"the file cut between pages",
        [](HostelImage &image, QRandomGenerator &random) {
            image.main.truncate(kPagesAt + anyBelow((image.main.size() - kPagesAt) / kPage, random) * kPage);
        }},
    {"a page of another hostel",
        [](HostelImage &image, QRandomGenerator &random) { takePiece(image.main, otherHostel().main, kPagesAt, kPage, random); }},
};

const std::vector<Harm> kLogHarms{
    {"a bit of the journal", [](HostelImage &image, QRandomGenerator &random) { flip(image.log, 0, image.log.size(), random); }},
    {"the journal cut", [](HostelImage &image, QRandomGenerator &random) { image.log.truncate(anyBelow(image.log.size(), random)); }},
    {"two frames swapped", [](HostelImage &image, QRandomGenerator &random) { swapPages(image.log, 32, kFrame, random); }},
    {"a frame of another hostel",
        [](HostelImage &image, QRandomGenerator &random) { takePiece(image.log, otherLog().log, 32, kFrame, random); }},
    {"a frame of another journal of the file",
        [](HostelImage &image, QRandomGenerator &random) { takePiece(image.log, strayLog().log, 32, kFrame, random); }},
    {"another journal of the file", [](HostelImage &image, QRandomGenerator &) { image.log = strayLog().log; }},
};

const std::vector<Harm> kOldPage{
    {"a page of the day before",
        [](HostelImage &image, QRandomGenerator &random) { takePiece(image.main, closedHostel().main, kPagesAt, kPage, random); }},
};

/// What the program itself says of a file: "refused KIND", "problems", or "nothing".
QString saidByProgram(const QString &path)
{
    Child child([&](const Say &say) {
        const SetClock clock(kNow);
        const auto file = HostelFile::choose(path, clock);
        const auto hostel = file ? (*file)->signIn(kManager, kPassword) : Result<std::unique_ptr<OpenHostel>>(file.error());
        if (!hostel)
            return say(u"refused %1"_s.arg(int(hostel.error().kind)));
        const auto found = (*hostel)->deepCheck()([] { return false; });
        say(found && found->isWhole() && (*hostel)->warnings().isEmpty() ? u"nothing"_s : u"problems"_s);
    });
    const QStringList lines = child.ended();
    const bool crashed = child.signalNumber() != 0 || child.exitCode() != 0;
    return crashed ? u"crashed, signal %1"_s.arg(child.signalNumber()) : lines.value(0);
}

struct Verdict {
    bool harmless = false;
    bool detected = false;
    QString program;
    QStringList lost; ///< by the oracle, against everything acknowledged
};

Verdict verdictOn(const Bench &bench, const Ledger &ledger)
{
    Verdict verdict;
    verdict.lost = judge(bench.path, ledger);
    verdict.harmless = verdict.lost.isEmpty();
    return verdict;
}

/// The program's own word comes last: opening changes the file.
void askProgram(const Bench &bench, Verdict &verdict)
{
    verdict.program = saidByProgram(bench.path);
    // NotAllowedNow: a journal that is not this file's, and was not folded in.
    const QStringList told{u"refused %1"_s.arg(int(ErrorKind::Damaged)), u"refused %1"_s.arg(int(ErrorKind::NotAVault)),
        u"refused %1"_s.arg(int(ErrorKind::NotAllowedNow)), u"problems"_s};
    verdict.detected = told.contains(verdict.program);
}

QStringList wrongUnless(bool fine, const Verdict &verdict)
{
    return fine && !verdict.program.startsWith(u"crashed"_s)
        ? QStringList()
        : QStringList{u"the program says: "_s + verdict.program} + verdict.lost.mid(0, 4);
}

template <class Judge>
void harmOneByOne(Campaign &campaign, const std::vector<Harm> &harms, int points, const HostelImage &whole, Judge judgeOne)
{
    const Bench bench;
    for (int i = 0; i < points; ++i) {
        const Harm &harm = harms[size_t(i) % harms.size()];
        QRandomGenerator random(campaign.seed() + uint(i));
        HostelImage image = whole;
        harm.to(image, random);
        REQUIRE((image.main != whole.main || image.log != whole.log));
        bench.put(image);
        campaign.point(u"point %1, %2"_s.arg(i).arg(QLatin1String(harm.name)), judgeOne(bench));
    }
}

} // namespace

TEST_CASE("Damage to pages and header is told, or harms nothing")
{
    Campaign campaign(u"damage: pages and header"_s);
    int harmless = 0;
    int detected = 0;
    harmOneByOne(campaign, kPageHarms, kDamages.now() / 2, today(), [&](const Bench &bench) {
        Verdict verdict = verdictOn(bench, today().ledger);
        askProgram(bench, verdict);
        harmless += verdict.harmless;
        detected += verdict.detected;
        return wrongUnless(verdict.harmless || verdict.detected, verdict);
    });
    CHECK(harmless > 0);
    CHECK(detected > harmless);
    campaign.finish();
}

// SQLite ends its reading of a journal at the first frame that does not fit, and says nothing: the file is then as it was
// at an earlier commit. Only a PC that has seen a later head of the audit can tell (trust.md, "Audit").
TEST_CASE("Damage to the journal is told, harms nothing, or leaves a whole earlier state")
{
    Campaign campaign(u"damage: journal"_s);
    int earlier = 0;
    harmOneByOne(campaign, kLogHarms, kDamages.now() / 3, leftHostel(), [&](const Bench &bench) {
        Verdict verdict = verdictOn(bench, leftHostel().ledger);
        const bool isEarlier = !verdict.harmless && judge(bench.path, closedHostel().ledger).isEmpty();
        askProgram(bench, verdict);
        earlier += isEarlier && !verdict.detected;
        return wrongUnless(verdict.harmless || verdict.detected || isEarlier, verdict);
    });
    Campaign::say(u"damage: journal: %1 of %2 left an earlier state that the file alone can't tell"_s.arg(earlier).arg(campaign.points()));
    CHECK(earlier > 0);
    campaign.finish();
}

// A page of yesterday carries a tag that fits: what the pages, the history and the anchor say of it. put_back_test asks more.
TEST_CASE("One old page of the same file is told")
{
    Campaign campaign(u"damage: one old page of the file"_s);
    QMap<QString, int> foundBy{{u"harmless"_s, 0}, {u"program"_s, 0}, {u"audit"_s, 0}, {u"nothing"_s, 0}};
    harmOneByOne(campaign, kOldPage, kDamages.now() - kDamages.now() / 2 - kDamages.now() / 3, today(), [&](const Bench &bench) {
        Verdict verdict = verdictOn(bench, today().ledger);
        const bool audit = !judge(bench.path, Ledger()).isEmpty();
        askProgram(bench, verdict);
        const QString by = verdict.detected ? u"program"_s : audit ? u"audit"_s : verdict.harmless ? u"harmless"_s : u"nothing"_s;
        ++foundBy[by];
        return wrongUnless(verdict.detected, verdict);
    });
    Campaign::say(u"damage: one old page: told by the program %1, by audit and search checks only %2, harmless %3, by nothing %4"_s
                      .arg(foundBy[u"program"_s])
                      .arg(foundBy[u"audit"_s])
                      .arg(foundBy[u"harmless"_s])
                      .arg(foundBy[u"nothing"_s]));
    CHECK(foundBy[u"nothing"_s] == 0);
    campaign.finish();
}

} // namespace keywork::test::damage_test
