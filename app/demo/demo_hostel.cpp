// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_hostel.h"

#include "app/demo/demo_day.h"
#include "core/base/anniversary.h"
#include "core/base/durable.h"
#include "core/base/partial_file.h"
#include "core/base/plain_file.h"
#include "core/services/keeping/hostel_file.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

House demoHouse()
{
    House house;
    house.name = u"Cairn Street Hostel"_s;
    house.address = u"12 Cairn Street, London N1 0AA"_s;
    house.telephone = u"020 7946 0123"_s;
    house.doors = u"Front: ring, staff open at any hour\nBack yard: code from the on-call manager"_s;
    house.nightEntry = u"Side door on Mill Lane: ring, staff come down"_s;
    house.defibrillatorPlace = u"Reception, on the wall by the door"_s;
    house.naloxonePlace = u"Reception, red bag behind the desk"_s;
    house.drugServiceLine = u"020 7946 0100"_s;
    house.onCall = u"Priya Shah, 020 7946 0111"_s;
    return house;
}

} // namespace

namespace {

/// What somebody killed on the way left; InUse when it is being made at this moment.
Done clearRemains(const QString &partial)
{
    if (!QFile::exists(partial))
        return {};
    const SystemClock clock;
    const auto chosen = HostelFile::choose(partial, clock);
    return !chosen && chosen.error().kind == ErrorKind::InUse ? Done(chosen.error()) : Done();
}

/// The present moment for one that ends today: what bore a later time would look like a clock that is wrong.
QDateTime lastMoment(const DemoWish &wish)
{
    const SystemClock clock;
    return wish.end == clock.today() ? clock.now() : QDateTime();
}

Done fill(const QString &path, const DemoWish &wish)
{
    SetClock clock(QDateTime(yearsAfter(wish.end, -wish.years, MonthEnd::LastDay), QTime(8, 0), Qt::UTC));
    HostelFile::NewHostel wanted;
    wanted.house = demoHouse();
    wanted.managerName = kDemoManager;
    wanted.password = wish.password;
    wanted.recoveryKey = HostelFile::makeRecoveryKey();
    wanted.cost = wish.cheapKeys ? KeyCost::ForTests : KeyCost::Standard;
    wanted.isDemonstration = true;
    std::unique_ptr<OpenHostel> hostel;
    auto file = HostelFile::create(path, wanted, clock, hostel);
    if (!file)
        return file.error();
    hostel->notifier().setEnabled(false);
    Done made;
    {
        DemoHouse house(hostel->services(), clock, wish, lastMoment(wish));
        made = liveThrough(house);
    }
    hostel.reset(); // before the file, whose lock it works under
    return made;
}

} // namespace

Done makeDemoHostel(const QString &path, const DemoWish &wish)
{
    if (Done isNew = checkNewFile(path); !isNew)
        return isNew;
    const QString partial = path + u".part"_s;
    if (Done cleared = clearRemains(partial); !cleared)
        return cleared;
    const PartialFile part(path);
    if (Done made = fill(part.path(), wish); !made)
        return made;
    // Closing folds the journal in; where there was no room for that, the file is not whole.
    if (QFileInfo(part.path() + u"-wal"_s).size() > 0)
        return Error{ErrorKind::NoRoom, u"journal"_s, {}};
    if (Done synced = syncFile(part.path()); !synced)
        return synced;
    if (QFileInfo::exists(path)) // made by somebody else meanwhile
        return Error{ErrorKind::AlreadyExists, {}, {}};
    return replaceFile(part.path(), path);
}

} // namespace keywork
