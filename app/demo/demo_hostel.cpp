// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_hostel.h"

#include "app/demo/demo_day.h"
#include "core/base/anniversary.h"
#include "core/services/keeping/hostel_file.h"

#include <QFile>

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
    house.drugServiceLine = u"020 7946 0100"_s;
    house.onCall = u"Priya Shah, 020 7946 0111"_s;
    return house;
}

} // namespace

Done makeDemoHostel(const QString &path, const DemoWish &wish)
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
        DemoHouse house(hostel->services(), clock, wish);
        made = liveThrough(house);
    }
    hostel.reset();
    if (!made)
        QFile::remove(path);
    return made;
}

} // namespace keywork
