// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/fhir_resources.h"
#include "tests/support/catch.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"

#include <QSet>

using namespace keywork;
using namespace Qt::StringLiterals;

TEST_CASE("What stands beside a dose is the same sentence on paper and in the data")
{
    ReferralFacts facts;
    CHECK(words::dose({}) == fhir::doseSentence(facts));
    facts.drugServiceLine = u"020 7946 0100"_s;
    CHECK(words::dose(facts.drugServiceLine) == fhir::doseSentence(facts));
}

TEST_CASE("Every reason for which core refuses something has a sentence of its own")
{
    QSet<QString> sentences;
    int reasons = 0;
    for (NotNow why = NotNow::StaysAsItIs; why <= NotNow::Emergency; why = NotNow(int(why) + 1)) {
        const QString sentence = words::error(notNow(why));
        INFO(int(why));
        CHECK_FALSE(sentence.isEmpty());
        sentences.insert(sentence);
        ++reasons;
    }
    CHECK(sentences.size() == reasons);
}
