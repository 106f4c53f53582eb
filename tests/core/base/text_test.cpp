// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/partial_date.h"
#include "core/base/text.h"
#include "tests/support/catch.h"

namespace keywork::test::text_test {

using namespace Qt::StringLiterals;

TEST_CASE("An NHS number is checked by modulus 11")
{
    CHECK(isNhsNumber(u"943 476 5919"_s));
    CHECK(isNhsNumber(u"9434765919"_s));
    CHECK(isNhsNumber(u"401-023-2137"_s));
    for (const QString &wrong : {u"9434765918"_s, u"943476591"_s, u"94347659190"_s, u"943476591X"_s, u""_s, u"9434765٩19"_s})
        CHECK_FALSE(isNhsNumber(wrong));
}

TEST_CASE("An NHS number that was never given to anybody is none, although its check digit is right")
{
    for (char digit = '0'; digit <= '9'; ++digit) {
        const QString same(10, QLatin1Char(digit));
        CHECK(isNobodysNhsNumber(same));
        CHECK_FALSE(isNhsNumber(same));
        CHECK_FALSE(isNhsNumber(same.left(3) + u' ' + same.mid(3, 3) + u' ' + same.mid(6)));
    }
    CHECK_FALSE(isNhsNumber(u"012 345 6789"_s));
    for (const QString &given : {u"943 476 5919"_s, u"999 000 0018"_s, u"401 023 2137"_s}) {
        CHECK_FALSE(isNobodysNhsNumber(given));
        CHECK(isNhsNumber(given));
    }
    CHECK_FALSE(isNobodysNhsNumber(u""_s));
    CHECK_FALSE(isNobodysNhsNumber(u"00000"_s));
}

TEST_CASE("Every single wrong digit of an NHS number is noticed")
{
    const QString good = u"9434765919"_s;
    for (int at = 0; at < 10; ++at)
        for (char digit = '0'; digit <= '9'; ++digit) {
            QString changed = good;
            changed[at] = QChar(QLatin1Char(digit));
            CHECK(isNhsNumber(changed) == (changed == good));
        }
}

TEST_CASE("A National Insurance number has its form")
{
    CHECK(isNationalInsuranceNumber(u"AB 12 34 56 C"_s));
    CHECK(isNationalInsuranceNumber(u"ab123456c"_s));
    for (const QString &wrong : {u"AB123456"_s, u"BG123456A"_s, u"DA123456A"_s, u"AB123456E"_s, u"A1123456C"_s})
        CHECK_FALSE(isNationalInsuranceNumber(wrong));
}

TEST_CASE("Names that sound alike share a sound key")
{
    const std::pair<QString, QString> alike[] = {{u"Catherine"_s, u"Katherine"_s}, {u"Philip"_s, u"Filip"_s}, {u"Smith"_s, u"Smyth"_s},
        {u"Knight"_s, u"Night"_s}, {u"Núñez"_s, u"Nunes"_s}};
    for (const auto &[left, right] : alike)
        CHECK(soundKey(left) == soundKey(right));
    CHECK(soundKey(u"Barker"_s) != soundKey(u"Miller"_s));
    CHECK(soundKey(u"李"_s).isEmpty());
}

TEST_CASE("Spelling distance counts single changes and stops early")
{
    CHECK(spellingDistance(u"barker"_s, u"barker"_s) == 0);
    CHECK(spellingDistance(u"barker"_s, u"baker"_s) == 1);
    CHECK(spellingDistance(u"marek"_s, u"mark"_s) == 1);
    CHECK(spellingDistance(u"ben"_s, u"grace"_s, 2) == 3);
    CHECK(spellingDistance(QString(), u"ab"_s) == 2);
}

TEST_CASE("Typed text is kept without control characters, in NFC")
{
    CHECK(cleaned(u"  Ben\u0000\u0007 Barker\r\n "_s) == u"Ben Barker"_s);
    CHECK(cleaned(u"e\u0301"_s) == u"\u00e9"_s);
    CHECK(cleaned(u"line one\nline two"_s) == u"line one\nline two"_s);
    CHECK(holdsControlCharacters(QString(QChar(0))));
    CHECK_FALSE(holdsControlCharacters(u"a\tb\nc"_s));
}

TEST_CASE("Initials come from the first and the last name, also outside the basic plane")
{
    CHECK(initials(u"Ben Barker"_s) == u"BB"_s);
    CHECK(initials(u"ben van der berg"_s) == u"BB"_s);
    CHECK(initials(u"Cher"_s) == u"C"_s);
    CHECK(initials(u""_s).isEmpty());
    CHECK(initials(u"\U0001F600 Smith"_s).size() == 3);
}

TEST_CASE("What is pasted into one line is one line: each break is one blank")
{
    CHECK(onOneLine(u"Ben\nBarker"_s) == u"Ben Barker"_s);
    CHECK(onOneLine(u"Ben\r\nBarker"_s) == u"Ben Barker"_s);
    CHECK(onOneLine(u"\tBen\u2028Bar\u2029ker\r\v\f\u0085"_s) == u" Ben Bar ker    "_s);
    CHECK(onOneLine(u"Ben  Barker"_s) == u"Ben  Barker"_s);
}

TEST_CASE("What is cut ends before a character that does not fit, never within it")
{
    const QString emoji = u"\U0001F600"_s;
    CHECK(atMost(u"Ben"_s, 3) == u"Ben"_s);
    CHECK(atMost(u"Ben"_s, 2) == u"Be"_s);
    CHECK(atMost(emoji, 2) == emoji);
    CHECK(atMost(emoji, 1).isEmpty());
    CHECK(atMost(emoji, 0).isEmpty());
    for (const qsizetype limit : {1, 2, 80, 100, 200, 4000})
        for (const qsizetype before : {limit - 1, limit, limit + 1}) {
            const QString text = QString(before, u'x') + emoji + u"y"_s;
            const QString part = atMost(text, limit);
            INFO(limit << " of " << before);
            CHECK(part.isValidUtf16());
            CHECK(part.size() == (before == limit - 1 ? limit - 1 : limit));
            CHECK(text.startsWith(part));
        }
}

TEST_CASE("Lists stand as people look in them: without case and accents, numbers by their value")
{
    const QStringList inOrder{QString(), u"2"_s, u"02a"_s, u"10"_s, u"A2"_s, u"a10"_s, u"anna"_s, u"Anna B"_s, u"de Souza"_s, u"Deborah"_s,
        u"émile"_s, u"Émilie"_s, u"Łucja"_s, u"Lukas"_s, u"MACDONALD"_s, u"Macdonald B"_s, u"Øystein"_s, u"Ozan"_s, u"Zoë"_s, u"علي"_s,
        u"李"_s};
    for (qsizetype i = 0; i < inOrder.size(); ++i)
        for (qsizetype j = 0; j < inOrder.size(); ++j) {
            INFO(inOrder.at(i).toStdString() << " and " << inOrder.at(j).toStdString());
            CHECK(standsBefore(inOrder.at(i), inOrder.at(j)) == (i < j));
        }
    CHECK(orderKey(u"Émile  Zola"_s) == orderKey(u"emile zola"_s));
    CHECK(orderKey(u"Room 007"_s) == orderKey(u"room 7"_s));
    CHECK(orderKey(u"P-99999999999999999999"_s) < orderKey(u"P-100000000000000000000"_s));
    CHECK(orderKey(QString(60, u'9')).size() > 60); // longer than any number that has a value here: still compared
}

TEST_CASE("A partial date keeps what is known")
{
    CHECK(PartialDate::fromText(u"1981"_s)->latest() == QDate(1981, 12, 31));
    CHECK(PartialDate::fromText(u"1981-02"_s)->latest() == QDate(1981, 2, 28));
    CHECK(PartialDate::fromText(u"1981-02-03"_s)->isExact());
    for (const QString &wrong : {u"81"_s, u"1981-13"_s, u"1981-02-30"_s, u"03/02/1981"_s, u""_s, u"1981-2"_s})
        CHECK_FALSE(PartialDate::fromText(wrong));
}

TEST_CASE("Instants are stored in one form and read back only from it")
{
    const QDateTime instant(QDate(2026, 9, 14), QTime(8, 42, 1, 5), Qt::UTC);
    CHECK(toStoredText(instant) == u"2026-09-14T08:42:01.005Z"_s);
    CHECK(fromStoredText(u"2026-09-14T08:42:01.005Z"_s) == instant);
    CHECK_FALSE(fromStoredText(u"2026-09-14 08:42"_s).isValid());
    CHECK_FALSE(fromStoredText(u"2026-02-30T08:42:01.005Z"_s).isValid());
}

TEST_CASE("The house's day follows the house's time zone in summer")
{
    const SetClock clock(QDateTime(QDate(2026, 7, 14), QTime(23, 30), Qt::UTC));
    CHECK(clock.today() == QDate(2026, 7, 15));
    const SetClock winter(QDateTime(QDate(2026, 12, 14), QTime(23, 30), Qt::UTC));
    CHECK(winter.today() == QDate(2026, 12, 14));
}

TEST_CASE("A reason says something: two words, or one that is long enough")
{
    for (const QString &enough :
        {u"wrong person"_s, u"at risk"_s, u"unconscious"_s, u"overdose"_s, u"не тот человек"_s, u"court order, 3 May"_s}) {
        INFO(enough.toStdString());
        CHECK(saysWhy(enough));
    }
    for (const QString &little :
        {u""_s, u"  "_s, u"x"_s, u"ok"_s, u"x y"_s, u"slip"_s, u"... ..."_s, u"1234567890"_s, u"12 34"_s, u"a b c"_s}) {
        INFO(little.toStdString());
        CHECK_FALSE(saysWhy(little));
    }
}

} // namespace keywork::test::text_test
