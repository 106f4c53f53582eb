// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/name_spelling.h"
#include "core/base/text.h"
#include "tests/support/catch.h"

#include <QRandomGenerator>
#include <algorithm>

namespace keywork::test::name_spelling_test {

using namespace Qt::StringLiterals;

TEST_CASE("Letters that Unicode does not take apart compare as people type them, everywhere")
{
    CHECK(folded(u"Łukasz Żółć"_s) == u"lukasz zolc"_s);
    CHECK(folded(u"SØREN"_s) == u"soren"_s);
    CHECK(folded(u"Groß"_s) == u"gross"_s);
    CHECK(folded(u"İbrahim Işık"_s) == u"ibrahim isik"_s);
    CHECK(folded(u"Þór"_s) == u"thor"_s);
}

TEST_CASE("A name has a key for each word and for what follows without blanks")
{
    CHECK(nameKeys(u"Ben"_s) == QStringList{u"ben"_s});
    CHECK(nameKeys(u"Smith-Jones"_s) == QStringList{u"smith"_s, u"jones"_s, u"smithjones"_s});
    CHECK(nameKeys(u"O’Connor"_s) == QStringList{u"oconnor"_s, u"connor"_s});
    CHECK(nameKeys(u"McDonald"_s) == QStringList{u"macdonald"_s});
    CHECK(nameKeys(u"Jürgen"_s) == QStringList{u"jurgen"_s, u"juergen"_s});
    CHECK(nameKeys(QStringList{u"小明"_s, u"王"_s}) == QStringList{u"小明"_s, u"王"_s, u"小明王"_s, u"王小明"_s});
    CHECK(nameKeys(u" - ' "_s).isEmpty());
}

TEST_CASE("Of a name of a million letters little is kept")
{
    for (const QString &letter : {u"x"_s, u"x "_s, u"x-"_s, u"ﷺ"_s, u"𝔵"_s, u"ü "_s}) {
        const QStringList keys = nameKeys(letter.repeated(1'000'000));
        CHECK(keys.size() <= 100);
        for (const QString &key : keys)
            CHECK(key.size() <= 40);
    }
}

TEST_CASE("Numbers and initials are read as people say them")
{
    CHECK(numberKeys(u"P-0013"_s) == QStringList{u"p13"_s, u"13"_s});
    for (const QString &typed : {u"p13"_s, u"P-13"_s, u"P 0013"_s, u" p-013 "_s})
        CHECK(numberKeys(typed).first() == u"p13"_s);
    CHECK(numberKeys(u"0013"_s) == QStringList{u"13"_s});
    for (const QString &typed : {u""_s, u"P-"_s, u"13a"_s, u"ben 13"_s, u"12345678901234"_s})
        CHECK(numberKeys(typed).isEmpty());
    CHECK(nameInitials({u"Mary-Jane"_s, u"Smith-Jones"_s}) == QStringList{u"mjsj"_s, u"ms"_s, u"sjmj"_s, u"sm"_s});
    CHECK(nameInitials({u"Madonna"_s}).isEmpty());
    CHECK(typedInitials(u"B. B."_s) == u"bb"_s);
    CHECK(typedInitials(u"bb"_s) == u"bb"_s);
    for (const QString &typed : {u"b"_s, u"b barker"_s, u"12"_s, u"barker"_s})
        CHECK(typedInitials(typed).isEmpty());
}

TEST_CASE("Two words that are one slip apart share a key")
{
    QRandomGenerator random(13);
    const auto letter = [&random] { return QChar(u'a' + random.bounded(26)); };
    for (int i = 0; i < 2000; ++i) {
        QString word;
        for (int length = 3 + random.bounded(9); word.size() < length;)
            word += letter();
        QString typed = word;
        const int at = int(random.bounded(quint32(word.size())));
        switch (random.bounded(4)) {
        case 0:
            typed[at] = letter();
            break;
        case 1:
            typed.remove(at, 1);
            break;
        case 2:
            typed.insert(at, letter());
            break;
        default:
            if (at > 0)
                std::swap(typed[at], typed[at - 1]);
        }
        const QStringList keys = slipKeys(word);
        const QStringList asked = slipKeys(typed);
        INFO(word.toStdString() << ' ' << typed.toStdString());
        CHECK((typed.size() < 3 || std::any_of(asked.cbegin(), asked.cend(), [&](const QString &key) { return keys.contains(key); })));
    }
}

} // namespace keywork::test::name_spelling_test
