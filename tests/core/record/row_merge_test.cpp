// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/person.h"
#include "core/record/row_merge.h"
#include "tests/support/catch.h"

namespace keywork::test::row_merge_test {

using namespace Qt::StringLiterals;

TEST_CASE("What two people typed into one record is brought together field by field")
{
    struct Case {
        QString base, mine, theirs, kept;
        bool clash;
    };
    const Case cases[] = {
        {u"a"_s, u"a"_s, u"a"_s, u"a"_s, false},
        {u"a"_s, u"b"_s, u"a"_s, u"b"_s, false},
        {u"a"_s, u"a"_s, u"b"_s, u"b"_s, false},
        {u"a"_s, u"b"_s, u"b"_s, u"b"_s, false},
        {u"a"_s, u"b"_s, u"c"_s, u"b"_s, true},
        {u"a"_s, u""_s, u"c"_s, u""_s, true},
    };
    for (const Case &each : cases) {
        INFO(each.base.toStdString() << each.mine.toStdString() << each.theirs.toStdString());
        Row base = emptyRow(recordType<Person>());
        base.set(u"allergies"_s, each.base);
        Row mine = base;
        mine.set(u"allergies"_s, each.mine);
        Row theirs = base;
        theirs.set(u"allergies"_s, each.theirs);
        theirs.set(u"conditions"_s, u"theirs alone"_s);
        theirs.set(u"number"_s, u"P-0007"_s);
        mine.set(u"telephone"_s, u"mine alone"_s);
        const Violations clashes = mergeInto(mine, base, theirs);
        CHECK(mine.text(u"allergies"_s) == each.kept);
        CHECK(mine.text(u"conditions"_s) == u"theirs alone"_s);
        CHECK(mine.text(u"telephone"_s) == u"mine alone"_s);
        CHECK(mine.text(u"number"_s) == u"P-0007"_s);
        CHECK(clashes.isEmpty() == !each.clash);
        if (each.clash)
            CHECK(clashes.first() == Violation{u"allergies"_s, Rule::ChangedMeanwhile, each.theirs});
    }
}

} // namespace keywork::test::row_merge_test
