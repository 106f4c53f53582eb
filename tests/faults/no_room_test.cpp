// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/hostel_file.h"
#include "core/services/records/drafts.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/storage/query.h"
#include "tests/faults/fault_vfs.h"
#include "tests/faults/oracle.h"
#include "tests/faults/shift.h"
#include "tests/faults/sizes.h"

#include <QFileInfo>
#include <csignal>
#include <sys/resource.h>

namespace keywork::test::no_room_test {

using namespace Qt::StringLiterals;

namespace {

/// No file of this process may grow beyond `bytes` while it lives: a disk without room that needs no mounting.
class LimitedRoom {
public:
    explicit LimitedRoom(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit less{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &less);
    }
    ~LimitedRoom() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

} // namespace

TEST_CASE("Without room a save fails with a reason, keeps what was there, and works again when there is room")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    Person large;
    large.givenName = u"Grace"_s;
    large.conditions = QString(1900, u'x');
    Stay stay;
    stay.referredOn = QDate(2026, 9, 1);
    const qint64 logSize = QFileInfo(hostel.path + u"-wal"_s).size();
    int refused = 0;
    for (qint64 room = 0; room < logSize + 40'000; room += 2'500) { // from nothing on: a log that was emptied begins at its start again
        const LimitedRoom limited{rlim_t(room)};
        const auto taken = hostel.services().people.takeIn(large, stay);
        if (taken)
            break;
        ++refused;
        const bool isSaid = taken.error().kind == ErrorKind::NoRoom || taken.error().kind == ErrorKind::Storage;
        CHECK(isSaid);
    }
    CHECK(refused > 0);
    need(hostel.services().people.takeIn(large, stay));
    CHECK(need(hostel.services().records.one(ben.id)).value.givenName == u"Ben"_s);
    hostel.reopen();
    CHECK(need(hostel.services().records.one(ben.id)).value.givenName == u"Ben"_s);
    CHECK(need(hostel.hostel->problems()).isEmpty());
    CHECK(need(hostel.services().records.count(recordType<Person>())) == need(hostel.services().records.count(recordType<Stay>())));
}

TEST_CASE("A hostel that can't be made leaves no file behind")
{
    const QTemporaryDir folder;
    const SetClock clock(kNow);
    HostelFile::NewHostel wanted;
    wanted.house.name = u"Cairn Street"_s;
    wanted.managerName = kManager;
    wanted.password = kPassword;
    wanted.recoveryKey = HostelFile::makeRecoveryKey();
    wanted.cost = KeyCost::ForTests;
    const QString path = folder.filePath(u"new.keywork"_s);
    std::unique_ptr<OpenHostel> hostel;
    for (const rlim_t room : {rlim_t(1'000), rlim_t(70'000), rlim_t(100'000)}) {
        const LimitedRoom limited(room);
        CHECK_FALSE(bool(HostelFile::create(path, wanted, clock, hostel)));
    }
    CHECK_FALSE(QFileInfo::exists(path));
    CHECK_FALSE(QFileInfo::exists(path + u"-wal"_s));
    CHECK(bool(HostelFile::create(path, wanted, clock, hostel)));
    hostel.reset();
}

namespace {

constexpr int kSizesOfOneFile = 25;
constexpr int kMostBytes = 50'000; // a save writes about half of that

struct OpenFile {
    std::unique_ptr<HostelFile> file;
    std::unique_ptr<OpenHostel> hostel;
    explicit OpenFile(const QString &path, const Clock &clock)
    {
        auto chosen = HostelFile::choose(path, clock);
        file = std::move(need(chosen));
        auto opened = file->signIn(kManager, kPassword);
        hostel = std::move(need(opened));
    }
    Records &records() { return hostel->services().records; }
};

/// Saves until the disk is full, then once more with room; what of it went otherwise than a user may expect.
QStringList fillUp(OpenFile &open, Shift &shift, const QString &tag, int room)
{
    QStringList wrong;
    if (!shift.keepDraft(tag, u"typed before the disk was full"_s))
        wrong.append(u"the draft could not be kept"_s);
    setRoom(room);
    bool refused = false;
    for (int i = 0; !refused && i < 200; ++i) {
        const auto taken = shift.takeIn(u"%1full%2"_s.arg(tag).arg(i));
        refused = !taken;
        if (refused && taken.error().kind != ErrorKind::NoRoom && taken.error().kind != ErrorKind::Storage)
            wrong.append(u"refused with error %1"_s.arg(int(taken.error().kind)));
    }
    if (!refused)
        wrong.append(u"the disk was never full"_s);
    if (Drafts(open.records()).at({.kind = tag}).value(u"text"_s).toString() != u"typed before the disk was full")
        wrong.append(u"the draft is gone"_s);
    const auto read = open.records().count(recordType<Person>());
    if (!read || *read == 0)
        wrong.append(u"nothing can be read"_s);
    setRoom(-1);
    if (!shift.takeIn(tag + u"resumed"_s))
        wrong.append(u"saving does not resume when there is room"_s);
    return wrong;
}

} // namespace

TEST_CASE("However little room is left, the draft stays, reading goes on, and saving resumes when there is room")
{
    Campaign campaign(u"disk full"_s);
    const SetClock clock(kNow);
    const Bench bench;
    for (int first = 0; first < kFullDisks.now(); first += kSizesOfOneFile) {
        Ledger ledger = bench.put(closedHostel());
        {
            OpenFile open(bench.path, clock);
            Shift shift(*open.hostel, [&](const QString &line) { ledger.note(line); });
            for (int i = first; i < std::min(first + kSizesOfOneFile, kFullDisks.now()); ++i) {
                const int room = kMostBytes / kFullDisks.now() * i;
                campaign.point(u"%1 bytes of room"_s.arg(room), fillUp(open, shift, u"r%1"_s.arg(i), room));
            }
        }
        CHECK(judge(bench.path, ledger).join(u'\n') == QString());
    }
    campaign.finish();
}

} // namespace keywork::test::no_room_test
