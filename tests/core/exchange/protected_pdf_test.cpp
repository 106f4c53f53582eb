// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/protected_pdf.h"
#include "tests/support/services.h"

using namespace keywork;
using namespace keywork::test;
using namespace Qt::StringLiterals;

namespace {
const QString kPhrase = u"tulip anvil morning ladder"_s;
}

TEST_CASE("A protected PDF opens with its passphrase alone and gives its attachment back byte by byte")
{
    QByteArray data(70'000, '\0');
    for (qsizetype i = 0; i < data.size(); ++i)
        data[i] = char(i * 7 % 251);
    const QByteArray locked
        = need(protectedPdf(smallestPdf(), kPhrase, {{u"referral-R-0001.fhir.json"_s, u"application/fhir+json"_s, data}}));
    CHECK_FALSE(locked.contains("referral-R-0001")); // the names inside are encrypted too
    CHECK(locked.contains("/AESV3"));
    CHECK(locked.contains("/R 6"));
    const auto found = need(attachmentsOf(locked, kPhrase, 1'000'000));
    REQUIRE(found.size() == 1);
    CHECK(found.first().name == u"referral-R-0001.fhir.json");
    CHECK(found.first().mediaType == u"application/fhir+json");
    CHECK(found.first().bytes == data);
    CHECK(kindOfError(attachmentsOf(locked, u"tulip anvil morning"_s, 1'000'000)) == ErrorKind::WrongPassword);
    CHECK(kindOfError(attachmentsOf(locked, {}, 1'000'000)) == ErrorKind::WrongPassword);
    CHECK(kindOfError(attachmentsOf(locked, kPhrase, 69'999)) == ErrorKind::Damaged);
}

TEST_CASE("What is no PDF is refused, whatever it is")
{
    CHECK(kindOfError(protectedPdf(smallestPdf(), {}, {})) == ErrorKind::Invalid);
    CHECK(kindOfError(protectedPdf("%PDF-1.4\nnothing more", kPhrase, {})) == ErrorKind::Storage);
    for (const QByteArray &bytes : {QByteArray(), QByteArray("%PDF"), QByteArray("%PDF-1.7\n%%EOF"), QByteArray(1000, '\xff')})
        CHECK(kindOfError(attachmentsOf(bytes, kPhrase, 1000)) == ErrorKind::Damaged);
    const QByteArray locked = need(protectedPdf(smallestPdf(), kPhrase, {{u"a.fhir.json"_s, u"application/fhir+json"_s, "{}"}}));
    for (qsizetype cut = 0; cut < locked.size(); cut += 97) {
        const auto found = attachmentsOf(locked.left(cut), kPhrase, 1000);
        CHECK((!found || found->isEmpty() || found->first().bytes == "{}"));
    }
}
