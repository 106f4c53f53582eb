// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/guidance.h"
#include "core/services/house/guidance.h"
#include "core/services/records/records.h"
#include "tests/support/services.h"

#include <QDir>
#include <QRegularExpression>

namespace keywork::test::guidance_test {

namespace {

HousePage aPage(const QString &text = u"Two machines.\n\n- **Stuck:** wait."_s)
{
    HousePage page;
    page.title = u"The washing machines"_s;
    page.words = u"laundry, dryer"_s;
    page.text = text;
    page.source = u"Caretaker's notes"_s;
    page.dated = PartialDate::fromText(u"2024"_s);
    page.writtenOn = QDate(2026, 9, 1);
    return page;
}

} // namespace

TEST_CASE("Every page of guidance that comes with the program can be read, and says where it comes from and how old it is")
{
    for (const GuidanceFileFault &fault : shippedGuidanceFaults()) {
        INFO(fault.file.toStdString() << ", line " << fault.fault.line << ": fault " << int(fault.fault.kind) << ' '
                                      << fault.fault.what.toStdString());
        CHECK(false);
    }
    CHECK(shippedGuidance().size() >= 20);
    QStringList keys;
    QStringList titles;
    for (const GuidancePage &page : shippedGuidance()) {
        INFO(page.key.toStdString());
        CHECK_FALSE(keys.contains(page.key));
        CHECK_FALSE(titles.contains(page.title));
        keys << page.key;
        titles << page.title;
        CHECK(page.words.size() >= 2);
        for (const QString &source : page.sources)
            CHECK(source.size() >= 10); // a document and its section
        REQUIRE(page.dated);
        CHECK(page.dated->earliest().year() >= 2000);
        CHECK(page.dated->earliest() <= page.written);
        CHECK_FALSE(page.blocks.isEmpty());
        for (const GuidanceBlock &block : page.blocks)
            if (block.type == GuidanceBlock::Type::SinceThen)
                CHECK(block.source.size() >= 3);
    }
}

TEST_CASE("Every page of guidance speaks of people first")
{
    static const QRegularExpression judging(
        u"\\b(addict(s|ed)?|abusers?|substance abuse|drug "
        u"abuse|misusers?|junkies?|clean|dirty|non-?complian\\w+|compliant|refus(e|es|ed|al)|"
        "failed to|DNA|denie[sd]|suffer(s|ing|ed)?|manipulative|attention.seeking|offenders?|drug users?|alcoholics?|chaotic)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    for (const GuidancePage &page : shippedGuidance()) {
        if (page.key.contains(u"words")) // names the words that are not used, and why
            continue;
        QString said = page.title + u'\n' + plainTextOf(page.blocks);
        static const QRegularExpression quoted(u"[\"“][^\"”\\n]*[\"”]"_s); // what somebody else called it
        said.remove(quoted);
        const auto found = judging.match(said);
        INFO(page.key.toStdString() << " says " << found.captured().toStdString() << ": "
                                    << said.mid(std::max<qsizetype>(0, found.capturedStart() - 40), 90).toStdString());
        CHECK_FALSE(found.hasMatch());
    }
}

TEST_CASE("A folder of pages gives those that can be read, and names the others by file and line")
{
    const QTemporaryDir folder;
    const auto write = [&folder](const QString &name, const QByteArray &text) {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(text) == text.size());
    };
    const QByteArray head = "title: T\nwords: w\nsource: s\ndated: 2019\nwritten: 2026-09-01\nplaces: rooms\n\n";
    write(u"b_good.md"_s, head + "Text.");
    write(u"a_script.md"_s, head + "Text.\n<script>");
    write(u"c_picture.md"_s, head + "![x](http://house.example/x.png)");
    write(u"d_heading.md"_s, head + "Text.\n\n##Broken");
    write(u"notes.txt"_s, "no page");
    QList<GuidanceFileFault> faults;
    const auto pages = readGuidanceFolder(folder.path(), faults);
    REQUIRE(pages.size() == 1);
    CHECK(pages.first().key == u"b_good");
    REQUIRE(faults.size() == 3);
    CHECK(faults.at(0).file == u"a_script.md");
    CHECK(faults.at(0).fault == GuidanceFault{GuidanceFault::Kind::Script, 9, {}});
    CHECK(faults.at(1).fault == GuidanceFault{GuidanceFault::Kind::Picture, 8, {}});
    CHECK(faults.at(2).fault == GuidanceFault{GuidanceFault::Kind::BrokenHeading, 10, {}});
}

TEST_CASE("F1 finds the page for the nearest place, by the first page that names it")
{
    GuidancePage rooms;
    rooms.key = u"rooms"_s;
    rooms.places = {u"rooms"_s};
    GuidancePage both;
    both.key = u"both"_s;
    both.places = {u"rooms"_s, u"risk"_s};
    const QList<GuidancePage> pages{rooms, both};
    REQUIRE(guidanceFor(pages, {u"rooms"_s}));
    CHECK(guidanceFor(pages, {u"rooms"_s})->key == u"rooms");
    CHECK(guidanceFor(pages, {u"risk"_s, u"rooms"_s})->key == u"both");
    CHECK(guidanceFor(pages, {u"nowhere"_s, u"rooms"_s})->key == u"rooms");
    CHECK_FALSE(guidanceFor(pages, {u"nowhere"_s}));
}

TEST_CASE("A page of the house's own is kept when it can be read, else refused with its line; its changes stay in the history")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    for (const QString &text : {u"Look <script>alert(1)</script>"_s, u"![x](http://house.example)"_s, u"#Broken"_s}) {
        const auto refused = records.add(aPage(text));
        REQUIRE(kindOfError(refused) == ErrorKind::Invalid);
        REQUIRE(refused.error().violations.size() == 1);
        CHECK(refused.error().violations.first().column == u"text");
        CHECK(refused.error().violations.first().rule == Rule::NotGuidance);
        const auto fault = faultFromText(refused.error().violations.first().argument);
        REQUIRE(fault);
        CHECK(fault->line == 1);
    }
    CHECK(need(records.all<HousePage>()).isEmpty());
    auto kept = need(records.add(aPage()));
    const GuidancePage page = pageOf(kept.value, kept.id.value);
    CHECK(page.key == u"page-%1"_s.arg(kept.id.value));
    CHECK(page.words == QStringList{u"laundry"_s, u"dryer"_s});
    CHECK(page.blocks.size() == 2);
    kept.value.text = u"Three machines."_s;
    kept = need(records.amend(kept));
    CHECK(kept.version == 2);
    signInAs(hostel, u"Kim Keyworker"_s, Role::Keyworker);
    CHECK(need(hostel.services().records.all<HousePage>()).size() == 1);
    CHECK(kindOfError(hostel.services().records.add(aPage())) == ErrorKind::NotPermitted);
    // Whoever hears of a number writes it down; whoever may only add at night, too.
    const HelpLine line{u"Lantern line"_s, u"01632 960204"_s, {}, {}, QDate(2026, 9, 1), hostel.services().records.session().staff(), {}};
    need(hostel.services().records.add(line));
}

} // namespace keywork::test::guidance_test
