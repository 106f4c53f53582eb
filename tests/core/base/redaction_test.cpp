// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/redaction.h"
#include "tests/support/catch.h"

namespace keywork::test::redaction_test {

using namespace Qt::StringLiterals;

TEST_CASE("A name goes from a note in every form it is typed in, and nothing else does")
{
    struct Case {
        QStringList names;
        QString text;
        QString rest;
    };
    const Case cases[] = {
        {{u"Ben Barker"_s}, u"Ben hit Tom."_s, u"███ hit Tom."_s},
        {{u"Ben Barker"_s}, u"Tom hit ben barker's door"_s, u"Tom hit ███'s door"_s},
        {{u"Ben Barker"_s}, u"BARKER, Ben: shouting"_s, u"███, ███: shouting"_s},
        {{u"Ben Barker"_s}, u"The bench was broken, Benson saw it"_s, u"The bench was broken, Benson saw it"_s},
        {{u"Will Hope"_s}, u"Will will not come; we hope so"_s, u"███ will not come; we hope so"_s},
        {{u"Zoë O'Hara"_s}, u"zoë o'hara left"_s, u"███ left"_s},
        {{u"Anne-Marie Żółć"_s}, u"Anne-Marie and ŻÓŁĆ"_s, u"███ and ███"_s},
        {{u"P-0013"_s}, u"see P-0013."_s, u"see ███."_s},
        {{u"A"_s}, u"A man stood there"_s, u"A man stood there"_s},
        {{}, u"Nobody's name"_s, u"Nobody's name"_s},
    };
    for (const Case &one : cases)
        CHECK(withoutNames(one.text, nameWords(one.names)) == one.rest);
}

} // namespace keywork::test::redaction_test
