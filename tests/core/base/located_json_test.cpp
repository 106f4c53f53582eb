// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/located_json.h"
#include "tests/support/catch.h"

namespace keywork::test::located_json_test {

using namespace Qt::StringLiterals;

namespace {

JsonFault faultOf(const QByteArray &text, int deepest = 8)
{
    const auto read = readLocatedJson(text, deepest);
    REQUIRE(std::holds_alternative<JsonFault>(read));
    return std::get<JsonFault>(read);
}

LocatedJson valueOf(const QByteArray &text)
{
    const auto read = readLocatedJson(text, 8);
    REQUIRE(std::holds_alternative<LocatedJson>(read));
    return std::get<LocatedJson>(read);
}

} // namespace

TEST_CASE("Every value of JSON knows its line")
{
    const LocatedJson root = valueOf("{\n \"a\": [1,\n  \"two\"],\r\n \"b\": {\"c\": true,\n \"d\": null}\n}\n");
    CHECK(root.line == 1);
    REQUIRE(root.member(u"a"_s));
    CHECK(root.member(u"a"_s)->line == 2);
    CHECK(root.member(u"a"_s)->items.at(0).text == u"1"_s);
    CHECK(root.member(u"a"_s)->items.at(1).line == 3);
    CHECK(root.member(u"a"_s)->items.at(1).text == u"two"_s);
    CHECK(root.member(u"b"_s)->member(u"c"_s)->isTrue);
    CHECK(root.member(u"b"_s)->member(u"d"_s)->type == LocatedJson::Type::Null);
    CHECK(root.member(u"b"_s)->members.at(1).line == 5);
    CHECK_FALSE(root.member(u"e"_s));
}

TEST_CASE("Escapes of JSON are read as what they mean")
{
    CHECK(valueOf(R"("a\"\\\/\n\t\u00e9\ud83d\ude00")").text == QString::fromUtf8("a\"\\/\n\t\xc3\xa9\xf0\x9f\x98\x80"));
    CHECK(valueOf("\"\xc3\xa9\"").text == QString::fromUtf8("\xc3\xa9"));
    CHECK(valueOf("-12.5e+3").text == u"-12.5e+3"_s);
    CHECK(valueOf("0").text == u"0"_s);
}

TEST_CASE("What is no JSON is refused with its line")
{
    using Kind = JsonFault::Kind;
    const std::tuple<QByteArray, Kind, int> cases[]{
        {"", Kind::Unfinished, 1},
        {"\n\n{", Kind::Unfinished, 3},
        {"{\"a\": 1,}", Kind::Unexpected, 1},
        {"{\"a\" 1}", Kind::Unexpected, 1},
        {"[1\n 2]", Kind::Unexpected, 2},
        {"[1,\n", Kind::Unfinished, 2},
        {"{} x", Kind::SomethingBehind, 1},
        {"[truth]", Kind::Unexpected, 1},
        {"nul", Kind::Unexpected, 1},
        {"01", Kind::BadNumber, 1},
        {"-", Kind::BadNumber, 1},
        {"1.", Kind::BadNumber, 1},
        {"1e", Kind::BadNumber, 1},
        {"\"a", Kind::Unfinished, 1},
        {"\"a\nb\"", Kind::BadText, 1},
        {"\"\\x\"", Kind::BadText, 1},
        {"\"\\u12\"", Kind::BadText, 1},
        {"\"\\u+123\"", Kind::BadText, 1},
        {"\xff\xfe", Kind::NotUtf8, 1},
    };
    for (const auto &[text, kind, line] : cases) {
        INFO(text.toStdString());
        const JsonFault fault = faultOf(text);
        CHECK(fault.kind == kind);
        CHECK(fault.line == line);
    }
    CHECK(faultOf("{\"a\": 1,\n\"a\": 2}") == JsonFault{Kind::NameTwice, 2, u"a"_s});
    CHECK(faultOf("{\"a\": 1, \"\\u0061\": 2}").kind == Kind::NameTwice);
}

TEST_CASE("Brackets lie in one another only so deep, however many there are")
{
    CHECK(faultOf("[[[]]]", 2).kind == JsonFault::Kind::TooDeep);
    CHECK(std::holds_alternative<LocatedJson>(readLocatedJson("[[[]]]", 3)));
    CHECK(faultOf(QByteArray(1'000'000, '[')).kind == JsonFault::Kind::TooDeep);
    CHECK(faultOf(QByteArray("{\"a\":").repeated(100'000)).kind == JsonFault::Kind::TooDeep);
}

} // namespace keywork::test::located_json_test
