// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/mutator.h"
#include "tests/fuzz/promises.h"
#include "tests/support/campaign.h"
#include "tests/support/form_texts.h"

using namespace keywork;
using namespace keywork::test;
using namespace Qt::StringLiterals;

TEST_CASE("A malformed form is refused with its line, and what is taken in can be asked and answered")
{
    QList<QByteArray> good{smallForm()};
    good.append(shippedFormTexts().value(u"first_conversation.json"_s));
    good.append(shippedFormTexts().value(u"review.json"_s));
    for (const QByteArray &text : good)
        REQUIRE(brokenByForm(text).isEmpty());
    int refused = 0;
    int taken = 0;
    Campaign campaign(u"forms"_s, {600, 20'000});
    campaign.run([&](quint32 seed) {
        Mutator mutator(seed);
        const QByteArray &from = mutator.oneIn(3) ? mutator.pick(good) : good.first();
        const QByteArray spoiled = mutator.oneIn(3) ? mutator.bytes(from) : mutator.json(from);
        campaign.holds(brokenByForm(spoiled));
        ++(problemsOf(spoiled).isEmpty() ? taken : refused);
    });
    CHECK(refused > 50); // else nothing was tried
    CHECK(taken > 0);
}
