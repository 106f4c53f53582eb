// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/room_names.h"
#include "tests/support/catch.h"

namespace keywork::test::room_names_test {

using namespace Qt::StringLiterals;

TEST_CASE("Rooms are read as people write them in one line")
{
    const std::pair<QString, QString> cases[] = {
        {u"1-3"_s, u"1|2|3"_s},
        {u"1-3, 14, A1-A4"_s, u"1|2|3|14|A1|A2|A3|A4"_s},
        {u" 1 – 3 ;7\n9 "_s, u"1|2|3|7|9"_s},
        {u"08-11"_s, u"08|09|10|11"_s},
        {u"9-11"_s, u"9|10|11"_s},
        {u"A1-3"_s, u"A1|A2|A3"_s},
        {u"a1-A2"_s, u"a1|a2"_s},
        {u"Flat 1-2"_s, u"Flat 1|Flat 2"_s},
        {u"Garden room"_s, u"Garden room"_s},
        {u"G-1"_s, u"G-1"_s}, // no range: one room
        {u"5-5"_s, u"5"_s},
        {u",, ;"_s, u""_s},
        {u""_s, u""_s},
    };
    for (const auto &[typed, wanted] : cases) {
        const RoomNames read = roomNames(typed);
        INFO(typed.toStdString());
        CHECK(read.names.join(u'|') == wanted);
        CHECK(read.twice.isEmpty());
        CHECK(read.unclear.isEmpty());
        CHECK_FALSE(read.isTooMany);
    }
}

TEST_CASE("A room that is typed twice is made once and told, and what is no range is told")
{
    const RoomNames read = roomNames(u"1-4, 3, a1, A1, 3, 12-1, A1-B4"_s);
    CHECK(read.names == QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"a1"_s});
    CHECK(read.twice == QStringList{u"3"_s, u"A1"_s});
    CHECK(read.unclear == QStringList{u"12-1"_s, u"A1-B4"_s});
}

TEST_CASE("A slip of the finger does not make thousands of rooms")
{
    CHECK(roomNames(u"1-500"_s).names.size() == 500);
    for (const QString &typed : {u"1-501"_s, u"1-999999999"_s, u"1-300, A1-A300"_s}) {
        CHECK(roomNames(typed).isTooMany);
        CHECK(roomNames(typed).names.isEmpty());
    }
}

} // namespace keywork::test::room_names_test
