// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/fhir_resources.h"
#include "tests/support/catch.h"
#include "ui/text/words.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
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
    static const QRegularExpression given(u"NotAllowedNow, u\"([^\"]+)\"_s"_s);
    QSet<QString> reasons;
    QDirIterator files(QStringLiteral(KEYWORK_SOURCE_DIR "/core"), {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        CHECK_FALSE(text.contains(u"NotAllowedNow, {}"_s)); // nobody could say why
        for (auto match = given.globalMatch(text); match.hasNext();)
            reasons.insert(match.next().captured(1));
    }
    CHECK(reasons.size() > 15);
    const QString otherwise = words::error({ErrorKind::NotAllowedNow, u"goal"_s, {}});
    QSet<QString> sentences;
    for (const QString &reason : std::as_const(reasons)) {
        const QString sentence = words::error({ErrorKind::NotAllowedNow, reason, {}});
        INFO(reason.toStdString());
        CHECK(sentence != otherwise);
        CHECK_FALSE(sentences.contains(sentence));
        sentences.insert(sentence);
    }
}
