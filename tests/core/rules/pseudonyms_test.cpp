// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pseudonyms.h"

#include "core/base/redaction.h"
#include "tests/support/catch.h"

namespace keywork::test::rules_pseudonyms_test {

using namespace Qt::StringLiterals;

TEST_CASE("Letters go on after Z")
{
    CHECK(letterOf(0) == u"A");
    CHECK(letterOf(25) == u"Z");
    CHECK(letterOf(26) == u"AA");
    CHECK(letterOf(27) == u"AB");
    CHECK(letterOf(26 + 26 * 26) == u"AAA");
}

TEST_CASE("A paper without names says the same stand-in wherever the same person is meant")
{
    Pseudonyms who;
    who.add(u"person"_s, 7, u"Resident %1"_s, {u"Benjamin Barker"_s, u"Ben"_s, u"P-0007"_s});
    who.add(u"person"_s, 9, u"Resident %1"_s, {u"Will Barker"_s, u"Will"_s});
    who.add(u"person"_s, 7, u"Resident %1"_s, {u"Somebody Else"_s}); // once only
    who.add(u"staff"_s, 7, u"Colleague %1"_s, {u"Tomi Okoro"_s});
    who.addOthers({u"Zelda Quist"_s});
    CHECK(who.of(u"person"_s, 7) == u"Resident A");
    CHECK(who.of(u"person"_s, 9) == u"Resident B");
    CHECK(who.of(u"staff"_s, 7) == u"Colleague A");
    CHECK(who.of(u"staff"_s, 8).isEmpty());
    struct Case {
        QString said;
        QString shown;
    };
    for (const Case &one : {Case{u"Ben was found by Tomi."_s, u"Resident A was found by Colleague A."_s},
             {u"BENJAMIN BARKER's door"_s, u"Resident A's door"_s}, {u"Will will come back"_s, u"Resident B will come back"_s},
             {u"Will Barker and Ben"_s, u"Resident B and Resident A"_s}, {u"P-0007 said so"_s, u"Resident A said so"_s},
             {u"the bench by the door"_s, u"the bench by the door"_s}, {u"seen by Zelda"_s, u"seen by "_s + kRemovedName},
             {u"was "_s + kRemovedName + u" and Ben"_s, u"was "_s + kRemovedName + u" and Resident A"_s},
             {u"A resident, not named"_s, u"A resident, not named"_s}, {QString(), QString()}}) {
        INFO(one.said.toStdString());
        CHECK(who.in(one.said) == one.shown);
    }
}

TEST_CASE("Somebody whose name is a word of a stand-in does not take it apart")
{
    Pseudonyms who;
    who.add(u"person"_s, 1, u"Resident %1"_s, {u"Ben"_s});
    who.add(u"person"_s, 2, u"Resident %1"_s, {u"Resident Jones"_s});
    CHECK(who.in(u"Ben and Jones"_s) == u"Resident A and Resident B");
}

} // namespace keywork::test::rules_pseudonyms_test
