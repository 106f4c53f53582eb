// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/guidance_page.h"
#include "tests/support/catch.h"

#include <QFile>

namespace keywork::test::guidance_page_test {

using namespace Qt::StringLiterals;

namespace {

using Type = GuidanceBlock::Type;
using Kind = GuidanceFault::Kind;

QByteArray fixture(const char *name)
{
    QFile file(QStringLiteral(KEYWORK_SOURCE_DIR "/tests/data/guidance/") + QString::fromLatin1(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

GuidancePage pageFrom(const QByteArray &text, const QString &key = u"a_page"_s)
{
    const auto read = readGuidance(key, text);
    if (const auto *fault = std::get_if<GuidanceFault>(&read))
        INFO("line " << fault->line << ", fault " << int(fault->kind));
    REQUIRE(std::holds_alternative<GuidancePage>(read));
    return std::get<GuidancePage>(read);
}

const QByteArray kHead = "title: T\nwords: w\nsource: s\ndated: 2019\nwritten: 2026-09-01\n\n"; // six lines

GuidanceFault faultOf(const QByteArray &text)
{
    const auto read = readGuidance(u"a_page"_s, text);
    INFO(text.toStdString());
    REQUIRE(std::holds_alternative<GuidanceFault>(read));
    return std::get<GuidanceFault>(read);
}

GuidanceRuns plain(const QString &text) { return {{text, false}}; }

} // namespace

TEST_CASE("A page of guidance is read with its head and every kind of part, in their order")
{
    const GuidancePage page = pageFrom(fixture("doors_at_night.md"), u"doors_at_night"_s);
    CHECK(page.key == u"doors_at_night");
    CHECK(page.title == u"Doors at night");
    CHECK(page.words == QStringList{u"doors"_s, u"night"_s, u"keys"_s, u"alarm"_s});
    CHECK(page.sources == QStringList{u"House handbook, \"Nights\""_s, u"Fire plan, page 3"_s});
    REQUIRE(page.dated);
    CHECK(page.dated->text() == u"2019-05");
    CHECK(page.written == QDate(2026, 9, 1));
    CHECK(page.places == QStringList{u"rooms"_s, u"tonight"_s});
    REQUIRE(page.blocks.size() == 9);
    CHECK(page.blocks.at(0)
        == GuidanceBlock{.type = Type::Paragraph,
            .rows = {{{{u"The house is quiet from "_s, false}, {u"eleven"_s, true},
                {u" on. What stands here holds for everybody on shift."_s, false}}}}});
    CHECK(page.blocks.at(1) == GuidanceBlock{.type = Type::Heading, .level = 2, .rows = {{plain(u"Before you begin"_s)}}});
    CHECK(page.blocks.at(2)
        == GuidanceBlock{.type = Type::Numbers,
            .rows = {{plain(u"Read the handover with whoever goes, line by line."_s)}, {plain(u"Count the keys."_s)}}});
    CHECK(page.blocks.at(3) == GuidanceBlock{.type = Type::Heading, .level = 3, .rows = {{plain(u"The yard"_s)}}});
    CHECK(page.blocks.at(4).type == Type::Bullets);
    CHECK(plainTextOf(page.blocks.at(4).rows.at(1).first()) == u"Fewer than < 5 people are in the yard at once.");
    CHECK(page.blocks.at(5).type == Type::Table);
    REQUIRE(page.blocks.at(5).rows.size() == 3);
    CHECK(page.blocks.at(5).rows.at(0) == QList<GuidanceRuns>{plain(u"Door"_s), plain(u"Locked"_s), plain(u"Who opens"_s)});
    CHECK(page.blocks.at(5).rows.at(1).at(2) == GuidanceRuns{{u"Reception"_s, true}});
    CHECK(page.blocks.at(6)
        == GuidanceBlock{.type = Type::SinceThen,
            .rows = {{plain(u"The front door has a bell of its own. It rings in the office."_s)}},
            .source = u"Caretaker's notes (cellar)"_s,
            .date = u"14 June 2026"_s});
    CHECK(page.blocks.at(7).level == 1);
    CHECK(page.blocks.at(8).type == Type::Paragraph);
}

TEST_CASE("A page is the same with the line ends of Windows and a byte order mark")
{
    const QByteArray text = fixture("doors_at_night.md");
    CHECK(pageFrom(QByteArray("\xef\xbb\xbf") + QByteArray(text).replace("\n", "\r\n")) == pageFrom(text));
}

TEST_CASE("The head of a page that is not whole is refused by its line")
{
    struct Case {
        QByteArray text;
        GuidanceFault fault;
    };
    const QList<Case> cases{
        {"title: T\nwords: w\nsource: s\ndated: 2019\n\nText.", {Kind::HeaderMissing, 5, u"written"_s}},
        {"words: w\nsource: s\ndated: 2019\nwritten: 2026-09-01\n\nText.", {Kind::HeaderMissing, 5, u"title"_s}},
        {"title: T\nsource: s\ndated: 2019\nwritten: 2026-09-01\n\nText.", {Kind::HeaderMissing, 5, u"words"_s}},
        {"title: T\nwords: w\ndated: 2019\nwritten: 2026-09-01\n\nText.", {Kind::HeaderMissing, 5, u"source"_s}},
        {"title: T\nwords: w\nsource: s\nwritten: 2026-09-01\n\nText.", {Kind::HeaderMissing, 5, u"dated"_s}},
        {"\nText.", {Kind::HeaderMissing, 1, u"title"_s}},
        {"", {Kind::HeaderMissing, 1, u"title"_s}},
        {"title: T\nText without a name\n\nText.", {Kind::NotAHeaderLine, 2, {}}},
        {"title: T\nauthor: me\n\nText.", {Kind::UnknownHeader, 2, u"author"_s}},
        {"title: T\ntitle: U\n\nText.", {Kind::HeaderTwice, 2, u"title"_s}},
        {"title:\n\nText.", {Kind::HeaderBlank, 1, u"title"_s}},
        {"title: " + QByteArray(1001, 'a') + "\n\nText.", {Kind::HeaderTooLong, 1, u"title"_s}},
        {"title: T\nwords: w\nsource: s\ndated: last year\nwritten: 2026-09-01\n\nText.", {Kind::NotADay, 4, u"dated"_s}},
        {"title: T\nwords: w\nsource: s\ndated: 2019\nwritten: 2026-13-01\n\nText.", {Kind::NotADay, 5, u"written"_s}},
        {"title: T\nplaces: Rooms\n\nText.", {Kind::NotAKey, 2, u"Rooms"_s}},
        {"title: <b>T\n\nText.", {Kind::Html, 1, u"<b"_s}},
    };
    for (const Case &one : cases)
        CHECK(faultOf(one.text) == one.fault);
}

TEST_CASE("What is no plain text of a page is refused by its line: scripts, HTML, pictures, links, broken headings and tables")
{
    struct Case {
        QByteArray body;
        Kind kind;
        int line; // of the body, from 1
        QString what = {};
    };
    const QList<Case> cases{
        {"Text.\n<script>alert(1)</script>", Kind::Script, 2},
        {"Text.\n\n< SCRIPT src=x>", Kind::Script, 3},
        {"See JavaScript:alert(1)", Kind::Script, 1},
        {"Some <b>bold</b> words", Kind::Html, 1, u"<b"_s},
        {"<!-- hidden -->", Kind::Html, 1, u"<!--"_s},
        {"A line.\n<https://house.example>", Kind::Html, 2, u"<https://house.example"_s},
        {"![plan](https://house.example/plan.png)", Kind::Picture, 1},
        {"Look [here](https://house.example)", Kind::Link, 1},
        {"Look [here][1]\n\n[1]: https://house.example", Kind::Link, 1},
        {"Type `ls` here", Kind::Code, 1},
        {"Text.\n\n    moved in", Kind::Code, 3},
        {"```\ncode\n```", Kind::Code, 1},
        {"#No blank", Kind::BrokenHeading, 1},
        {"#", Kind::BrokenHeading, 1},
        {"#### Too deep", Kind::BrokenHeading, 1},
        {"## Closed ##", Kind::BrokenHeading, 1},
        {"Underlined\n===", Kind::BrokenHeading, 2},
        {"Underlined\n---", Kind::BrokenHeading, 2},
        {" # Moved in", Kind::BrokenHeading, 1},
        {"### First", Kind::HeadingSkips, 1},
        {"# One\n\n### Three", Kind::HeadingSkips, 3},
        {"Some **bold words", Kind::UnclosedBold, 1},
        {"Some **** words", Kind::UnclosedBold, 1},
        {"- one\n- **two", Kind::UnclosedBold, 2},
        {"- one\n  - within", Kind::NestedList, 2},
        {"* star", Kind::UnknownMark, 1, u"*"_s},
        {"+ plus", Kind::UnknownMark, 1, u"+"_s},
        {"-without a blank", Kind::UnknownMark, 1, u"-"_s},
        {"1) bracket", Kind::UnknownMark, 1, u"1)"_s},
        {"Text.\n\n***", Kind::UnknownMark, 3, u"*"_s},
        {"| a | b |\n| 1 | 2 |", Kind::BrokenTable, 2},
        {"| a | b |\n|---|---|", Kind::BrokenTable, 1},
        {"| a | b\n|---|---|\n| 1 | 2 |", Kind::BrokenTable, 1},
        {"| a | b |\n|---|---|\n| 1 |", Kind::UnevenTable, 3},
        {"| a | b | c | d | e | f | g |", Kind::WideTable, 1},
        {"| a |\n|---|\n| " + QByteArray(401, 'x') + " |", Kind::LongCell, 3},
        {"> Just said.", Kind::UndatedNote, 1},
        {"> **Since then:** It changed.", Kind::UndatedNote, 1},
        {"> **Since then:** It changed. (GOV.UK)", Kind::UndatedNote, 1},
        {"> **Since then:** It changed. (GOV.UK, lately)", Kind::UndatedNote, 1},
        {"> **Since then:** (GOV.UK, 2025)", Kind::UndatedNote, 1},
        {"A bell\a here", Kind::ControlCharacter, 1},
        {"  \n \n", Kind::NothingSaid, 1},
    };
    for (const Case &one : cases) {
        const GuidanceFault fault = faultOf(kHead + one.body);
        INFO(one.body.toStdString() << " is fault " << int(fault.kind) << " in line " << fault.line);
        CHECK(fault.kind == one.kind);
        if (one.kind != Kind::NothingSaid)
            CHECK(fault.line == one.line + 6);
        if (!one.what.isEmpty())
            CHECK(fault.what == one.what);
    }
}

TEST_CASE("A text that is too long, or no UTF-8, is no page; one that is just short enough is")
{
    CHECK(faultOf(kHead + QByteArray(kLongestGuidance, 'a')).kind == Kind::TooLong);
    CHECK(faultOf(kHead + "\xff\xfe").kind == Kind::NotUtf8);
    const QByteArray longest = kHead + QByteArray(kLongestGuidance - kHead.size(), 'a');
    CHECK(pageFrom(longest).blocks.size() == 1);
}

TEST_CASE("What a house writes has no head, and its faults name lines of the text itself")
{
    const auto body = readGuidanceBody(u"Two machines.\n\n- **Stuck:** wait."_s);
    REQUIRE(std::holds_alternative<QList<GuidanceBlock>>(body));
    CHECK(plainTextOf(std::get<QList<GuidanceBlock>>(body)) == u"Two machines.\nStuck: wait.");
    const auto broken = readGuidanceBody(u"Two machines.\n<img src=x>"_s);
    REQUIRE(std::holds_alternative<GuidanceFault>(broken));
    CHECK(std::get<GuidanceFault>(broken) == GuidanceFault{Kind::Html, 2, u"<img"_s});
}

TEST_CASE("A fault goes into a violation and comes out of it as it was")
{
    for (int kind = 0; kind <= int(Kind::UndatedNote); ++kind) {
        const GuidanceFault fault{Kind(kind), 7 + kind, u"a|b"_s};
        CHECK(faultFromText(faultToText(fault)) == fault);
    }
    for (const QString &text : {u""_s, u"x|1|"_s, u"1"_s, u"-1|2|"_s, u"999|1|"_s})
        CHECK_FALSE(faultFromText(text));
}

TEST_CASE("Pages are found by title, then by their words, then by what they say, all words of it")
{
    const GuidanceIndex index({pageFrom(fixture("doors_at_night.md")), pageFrom(fixture("washing.md"))});
    using By = GuidanceHit::By;
    CHECK(index.find(u"doors"_s) == QList<GuidanceHit>{{0, By::Title, {}}});
    CHECK(index.find(u"LAUNDRY"_s) == QList<GuidanceHit>{{1, By::Words, u"laundry"_s}});
    CHECK(index.find(u"ke"_s) == QList<GuidanceHit>{{0, By::Words, u"keys"_s}}); // two letters: not the whole text
    const auto machines = index.find(u"machines"_s);
    REQUIRE(machines.size() == 1);
    CHECK(machines.first().by == By::Title);
    const auto cellar = index.find(u"cellar"_s);
    REQUIRE(cellar.size() == 1);
    CHECK(cellar.first() == GuidanceHit{1, By::Text, cellar.first().where});
    CHECK(cellar.first().where.contains(u"stand in the cellar"_s));
    CHECK(index.find(u"handover shift"_s).size() == 1);
    CHECK(index.find(u"handover laundry"_s).isEmpty());
    CHECK(index.find(u"  "_s).isEmpty());
    CHECK(index.find(u"xyzzy"_s).isEmpty());
}

} // namespace keywork::test::guidance_page_test
