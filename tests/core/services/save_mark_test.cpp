// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/save_mark.h"
#include "core/services/keeping/seen_heads.h"
#include "tests/support/test_hostel.h"

#include <QDir>

namespace keywork::test::save_mark_test {

using namespace Qt::StringLiterals;

TEST_CASE("What this PC confirmed last is forgotten only once the head that says the same is kept")
{
    const QTemporaryDir pc;
    const QByteArray vault(16, 'v');
    const QByteArray mac(32, 'm');
    const SeenHeads seen(pc.filePath(u"seen.json"_s));
    const QString path = seen.markPath(vault);
    {
        const auto mark = SaveMark::begin(path);
        REQUIRE(mark);
        mark->keep(7, mac, kNow, true);
    }
    REQUIRE(QDir(pc.path()).mkdir(u"seen.json"_s)); // nothing can be written in its place
    seen.keep(vault, {7, mac, kNow});
    REQUIRE(SaveMark::read(path).has_value());
    CHECK(SaveMark::read(path)->sequence == 7);
    {
        const auto next = SaveMark::begin(path); // a program that is killed before its first save
        REQUIRE(next);
        REQUIRE(SaveMark::read(path).has_value());
        CHECK(SaveMark::read(path)->sequence == 7);
        next->keep(8, mac, kNow, false);
        CHECK(SaveMark::read(path)->sequence == 8);
    }
    REQUIRE(QDir(pc.path()).rmdir(u"seen.json"_s));
    seen.keep(vault, {8, mac, kNow});
    CHECK_FALSE(SaveMark::read(path).has_value());
    CHECK(seen.of(vault).sequence == 8);
}

} // namespace keywork::test::save_mark_test
