// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/overdose.h"
#include "tests/support/command_bench.h"
#include "tests/support/pdf_text.h"
#include "tests/support/test_hostel.h"
#include "ui/print/act_now_card.h"
#include "ui/text/act_now_words.h"

namespace keywork::test::act_now_words_test {

using namespace Qt::StringLiterals;

namespace {

print::ActNowHouse aHouse()
{
    print::ActNowHouse house;
    house.name = u"Cairn Street Hostel"_s;
    house.address = u"14 Cairn Street, N4 2QT"_s;
    house.doors = QStringList{u"Side door on Mill Lane"_s, u"Back yard: ring the bell"_s};
    house.nightEntry = u"Ring twice, staff come down"_s;
    house.defibrillator = u"Post office wall, code C159"_s;
    house.kitPlaces = QStringList{u"Reception, red bag"_s, u"Second floor landing"_s};
    house.onCall = u"Priya 07700 900111"_s;
    return house;
}

QString pageText(const print::Document &card)
{
    const QStringList pages = pdfPages(card);
    REQUIRE(pages.size() == 1);
    return pages.first();
}

} // namespace

TEST_CASE("Every clinical sentence has a source with its date, and every step and look is one that the record knows")
{
    const ActNowWords &words = ActNowWords::shipped();
    REQUIRE(words.cards.size() == 5);
    REQUIRE(words.sentences().size() >= 20);
    for (const ActNowSentence &sentence : words.sentences()) {
        INFO(sentence.text.toStdString());
        const ActNowSource *source = words.source(sentence.source);
        REQUIRE(source);
        CHECK_FALSE(source->name.isEmpty());
        CHECK(source->date.contains(u"20"));
        CHECK(sentence.text.size() > 10);
        for (const QString &code : sentence.onlyFor)
            CHECK(fromCode<LooksLike>(code));
    }
    QStringList looks;
    for (const ActNowCollapse &one : words.collapses)
        looks.append(one.code);
    for (const LooksLike one : allOf<LooksLike>())
        CHECK(looks.count(QString::fromLatin1(codeOf(one))) == 1);
    QStringList keys;
    for (const ActNowCard &card : words.cards)
        for (const ActNowButton &one : card.buttons) {
            INFO(one.step.toStdString());
            CHECK(fromCode<OverdoseStepKind>(one.step));
            CHECK_FALSE(keys.contains(one.key)); // one key, one step
            keys.append(one.key);
        }
    for (const char *name : {"call_999", "ask_breathing", "prompts_dose", "keep_watching", "wears_off", "begun_again"})
        CHECK_FALSE(words.reminder(QString::fromLatin1(name)).text.isEmpty());
}

TEST_CASE("The card for the wall is one page: the screen's own sentences, address and doors, sources, and who checked them")
{
    const ActNowWords &words = ActNowWords::shipped();
    print::ActNowHouse house = aHouse();
    const QString text = pageText(print::actNowCard(house));
    for (const ActNowCard &card : words.cards) {
        CHECK(text.contains(card.title));
        for (const ActNowSentence &sentence : card.says) {
            INFO(sentence.text.toStdString());
            CHECK(text.contains(words.withFigure(sentence)));
        }
    }
    for (const ActNowSentence &sentence : words.lookFor)
        CHECK(text.contains(words.withFigure(sentence)));
    for (const QString &said : {house.address, house.doors.first(), house.doors.last(), house.nightEntry, house.defibrillator,
             u"Reception, red bag; Second floor landing"_s, house.onCall, u"Not yet checked by the local drug service."_s})
        CHECK(text.contains(said));
    for (const ActNowSource &source : words.sources)
        CHECK(text.contains(source.name));
    house.checkedBy = u"Wellbeing's lead nurse"_s;
    house.checkedOn = QDate(2026, 3, 2);
    CHECK(pageText(print::actNowCard(house)).contains(u"Checked by Wellbeing's lead nurse, 2 Mar 2026."_s));
}

TEST_CASE("A card says what nobody has entered, and a long house still has one page")
{
    const QString bare = pageText(print::actNowCard({}));
    CHECK(bare.count(u"not said yet (Settings)"_s) == 4); // address, doors, defibrillator, naloxone
    print::ActNowHouse house = aHouse();
    house.doors = QStringList(8, u"A door with a long description of how to get to it from the street"_s);
    house.kitPlaces = QStringList(12, u"A place with a long name"_s);
    CHECK(print::actNowCard(house).pageCount() == 1);
}

TEST_CASE("By command: the card for the wall is printed about nobody, and never over something else unasked")
{
    CommandBench bench;
    TestHostel hostel;
    hostel.hostel.reset();
    hostel.file.reset();
    const QString secret = bench.inFolder(u"secret"_s);
    QFile file(secret);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(kPassword.toUtf8() + '\n');
    file.close();
    const QString out = bench.inFolder(u"card.pdf"_s);
    const QStringList print{
        u"print"_s, u"act-now-card"_s, hostel.path, u"--user"_s, kManager, u"--password-file"_s, secret, u"--out"_s, out};
    REQUIRE(bench.run(print) == Finished);
    const QString text = pdfText(out).simplified();
    CHECK(text.contains(u"12 Cairn Street"_s));
    CHECK(text.contains(u"Wellbeing's lead nurse"_s));
    CHECK(bench.run(print) == Failed);
    CHECK(bench.run(print + QStringList{u"--overwrite"_s}) == Finished);
    CHECK(bench.run(print + QStringList{u"--overwrite"_s, u"--person"_s, u"P-0001"_s}) == WrongUsage);
    QStringList sheet = print;
    sheet[1] = u"emergency-sheet"_s;
    CHECK(bench.run(sheet) == WrongUsage); // of whom, is not said
}

} // namespace keywork::test::act_now_words_test
