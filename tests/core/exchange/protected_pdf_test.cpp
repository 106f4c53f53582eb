// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/protected_pdf.h"
#include "tests/support/services.h"

namespace keywork::test::protected_pdf_test {

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

TEST_CASE("A few bytes that would unpack to a great many are refused before they do")
{
    // 64 MB of one letter, packed; the attachment says nothing about its size.
    const QByteArray packed = qCompress(QByteArray(64'000'000, 'a'), 9).mid(4);
    const QByteArray head = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a.fhir.json) 4 0 R]>>>>>>endobj\n"
                            "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
                            "4 0 obj<</Type/Filespec/F(a.fhir.json)/UF(a.fhir.json)/EF<</F 5 0 R>>>>endobj\n"
                            "5 0 obj<</Type/EmbeddedFile/Filter/FlateDecode/Length "
        + QByteArray::number(packed.size()) + ">>stream\n";
    const QByteArray bomb = head + packed + "\nendstream endobj\ntrailer<</Root 1 0 R/Size 6>>\n%%EOF\n";
    CHECK(bomb.size() < 100'000);
    CHECK(kindOfError(attachmentsOf(bomb, {}, 1'000'000)) == ErrorKind::Damaged);
    CHECK(need(attachmentsOf(bomb, {}, 64'000'000)).first().bytes.size() == 64'000'000);
}

} // namespace keywork::test::protected_pdf_test
