// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demo_hostel.h"
#include "tests/support/test_hostel.h"

#include <QFile>
#include <QLockFile>
#include <QTemporaryDir>

namespace keywork::test {

/// A demonstration hostel with cheap keys; ends today unless said otherwise.
inline DemoWish demoWish(int people, int years, int beds = 0, QDate end = QDate::currentDate())
{
    DemoWish wish;
    wish.people = people;
    wish.years = years;
    wish.beds = beds;
    wish.end = end;
    wish.cheapKeys = true;
    return wish;
}

/// Puts a copy of the demonstration that was wished for there. Each is made once: making one takes seconds, and many tests want one.
inline void copyDemo(const DemoWish &wish, const QString &path)
{
    const QString made = QStringLiteral("%1/demo-%2-%3-%4-%5-%6.keywork")
                             .arg(sharedByTests())
                             .arg(wish.people)
                             .arg(wish.years)
                             .arg(wish.beds)
                             .arg(wish.seed)
                             .arg(wish.end.toString(Qt::ISODate));
    QLockFile lock(made + QStringLiteral(".lock"));
    lock.setStaleLockTime(0); // whoever makes a large one takes long
    REQUIRE(lock.lock());
    if (!QFile::exists(made))
        REQUIRE(bool(makeDemoHostel(made, wish)));
    REQUIRE(QFile::copy(made, path));
}

} // namespace keywork::test
