// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/fhir_resources.h"
#include "tests/support/catch.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_trust.h"

#include <QSet>

namespace keywork::test::words_test {

using namespace Qt::StringLiterals;

TEST_CASE("What stands beside a dose is the same sentence on paper and in the data")
{
    ReferralFacts facts;
    CHECK(words::doses(facts.doses) == fhir::doseSentences(facts));
    facts.doses.drugServiceLine = u"020 7946 0100"_s;
    CHECK(words::doses(facts.doses) == fhir::doseSentences(facts));
    facts.doses.prescriptions.append({.id = 1,
        .prescribed = u"Methadone 35 mg (35 ml of 1 mg/ml)"_s,
        .supervised = Supervised::Yes,
        .lookedBackTo = QDate(2026, 8, 17),
        .notCollected = {QDate(2026, 9, 11), QDate(2026, 9, 12)},
        .lastDoseOn = QDate(2026, 9, 10),
        .how = DoseKnownFrom::Supervised,
        .toldBy = u"High St Pharmacy"_s,
        .prescriber = u"Dr Hale"_s,
        .telephone = u"020 7946 0101"_s});
    CHECK(words::doses(facts.doses) == fhir::doseSentences(facts));
    CHECK(words::doses(facts.doses).first()
        == u"Prescribed: Methadone 35 mg (35 ml of 1 mg/ml), daily, supervised on collection days. Not collected: 11 Sep 2026, 12 Sep "
           u"2026. Last known "
           u"dose: 10 Sep 2026, supervised, told by High St Pharmacy. Confirm with Dr Hale, 020 7946 0101, before giving any dose."_s);
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

TEST_CASE("Every way in which something can end has a sentence of its own")
{
    QSet<QString> sentences;
    int kinds = 0;
    for (ErrorKind kind = ErrorKind::Invalid; kind <= ErrorKind::Cancelled; kind = ErrorKind(int(kind) + 1)) {
        const QString sentence = words::error({kind, {}, {}});
        INFO(int(kind));
        CHECK_FALSE(sentence.isEmpty());
        sentences.insert(sentence);
        ++kinds;
    }
    CHECK(sentences.size() == kinds);
}

TEST_CASE("A wrong NHS number and one that nobody has are told apart")
{
    const auto said = [](const QString &argument) { return words::violation({u"nhs_number"_s, Rule::NotAnNhsNumber, argument}); };
    CHECK(said({}).contains(u"one of the ten digits is wrong"_s));
    CHECK(said(u"nobody"_s).contains(u"never given to anybody"_s));
}

TEST_CASE("A double is said with what is there already, and not at all with what may not be seen")
{
    const auto said = [](const QString &argument) { return words::violation({u"name"_s, Rule::AlreadyUsed, argument}); };
    CHECK(said(u"room.name 2"_s) == u"There is a room 2 already."_s);
    CHECK(said(u"room.name Garden %1 7"_s) == u"There is a room Garden %1 7 already."_s); // what was typed is no template
    CHECK(said(u"person.number P-0001"_s) == u"P-0001 is given to another record already."_s);
    CHECK(said({}) == u"This is in use already."_s);
}

TEST_CASE("A change of a way in that was cut off is told as that, with which password opens, and not as an earlier head")
{
    FileWarning warning{FileWarning::Kind::SlotOlder, false, 1, {}};
    warning.name = u"Cy Changer"_s;
    const QString putBack = words::fileWarning(warning);
    warning.isUnfinished = true;
    const QString changed = words::fileWarning(warning);
    warning.wasTakenAway = true;
    const QString taken = words::fileWarning(warning);
    warning.name.clear();
    const QString key = words::fileWarning(warning);
    CHECK(putBack.contains(u"an earlier head of the file was put back. Tell"));
    CHECK(changed.contains(u"The password until then still opens this file, the new one does not. Nothing is lost."));
    CHECK(taken.contains(u"Nobody gets in by it"));
    CHECK(key.contains(u"recovery key"));
    for (const QString &sentence : {changed, taken})
        CHECK(sentence.contains(u"Cy Changer"));
    CHECK(QSet<QString>{putBack, changed, taken, key}.size() == 4);
}

TEST_CASE("Where only notes of the history are lost nobody is asked to write anything down again")
{
    FileWarning warning{FileWarning::Kind::SavesMissing, true, 0, QDateTime(QDate(2026, 9, 14), QTime(8, 42), Qt::UTC)};
    const QString notes = words::fileWarning(warning);
    CHECK(notes.contains(u"nothing that was saved is"));
    CHECK_FALSE(notes.contains(u"write them down again"));
    CHECK_FALSE(notes.contains(u": 0"));
    warning.entries = 2;
    const QString saves = words::fileWarning(warning);
    CHECK(saves.contains(u"missing in this file: 2;"));
    CHECK(saves.contains(u"write them down again"));
}

} // namespace keywork::test::words_test
