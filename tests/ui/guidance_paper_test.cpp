// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/guidance.h"
#include "tests/support/pdf_text.h"
#include "tests/support/services.h"
#include "ui/print/guidance_document.h"
#include "ui/text/guidance_entries.h"

#include <QProcess>
#include <QRegularExpression>

namespace keywork::test::guidance_paper_test {

using namespace Qt::StringLiterals;

namespace {

const QString kHouse = u"Cairn Street Hostel"_s;
const QDate kPrinted(2026, 9, 14);

/// What can be read in the PDF, without blanks.
QString readBack(const print::Document &document) { return pdfText(document.toPdf(), {u"-raw"_s}).remove(QRegularExpression(u"\\s"_s)); }

/// What pdfinfo says of its sheets.
QString sheetsOf(const print::Document &document)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"x.pdf"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(document.toPdf()) > 0);
    file.close();
    QProcess reader;
    reader.start(u"pdfinfo"_s, {path});
    REQUIRE(reader.waitForFinished());
    return QString::fromUtf8(reader.readAllStandardOutput());
}

} // namespace

TEST_CASE("Every page of guidance goes on paper whole, on one poster, and on a leaflet, with its source")
{
    REQUIRE_FALSE(shippedGuidance().isEmpty());
    for (const GuidancePage &page : shippedGuidance()) {
        INFO(page.key.toStdString());
        const GuidanceEntry entry{GuidanceFrom::Program, page};
        const auto whole = print::guidanceDocument(entry, print::GuidancePaper::Page, kHouse, kPrinted);
        const auto poster = print::guidanceDocument(entry, print::GuidancePaper::Poster, kHouse, kPrinted);
        const auto leaflet = print::guidanceDocument(entry, print::GuidancePaper::Leaflet, kHouse, kPrinted);
        CHECK(whole.fitsItsPages());
        CHECK(poster.pageCount() == 1);
        CHECK(poster.fitsItsPages());
        CHECK(poster.textScale >= 1.4);
        CHECK(leaflet.fitsItsPages());
        CHECK(leaflet.size() == print::Document::sheet(print::Paper::A5));
    }
}

TEST_CASE("What a page says, its notes of what changed, its source and dates can be read from its PDF, in each form")
{
    QList<GuidanceFileFault> faults;
    const auto pages = readGuidanceFolder(QStringLiteral(KEYWORK_SOURCE_DIR "/tests/data/guidance"), faults);
    REQUIRE(faults.isEmpty());
    REQUIRE(pages.size() == 2);
    const GuidanceEntry entry{GuidanceFrom::Program, pages.first()};
    for (const auto paper : {print::GuidancePaper::Page, print::GuidancePaper::Poster, print::GuidancePaper::Leaflet}) {
        const auto document = print::guidanceDocument(entry, paper, kHouse, kPrinted);
        const QString text = readBack(document);
        INFO(int(paper) << ": " << text.toStdString());
        for (const QString &said : {u"Doorsatnight"_s, u"Countthekeys."_s, u"Reception"_s, u"Sincethen:Thefrontdoorhasabellofitsown."_s,
                 u"14June2026"_s, u"Tellthedayshiftwhatyousaw."_s, u"Fireplan,page3"_s, u"CairnStreetHostel"_s})
            CHECK(text.contains(said));
        CHECK(sheetsOf(document).contains(paper == print::GuidancePaper::Leaflet ? u"420 x 595"_s : u"A4"_s));
    }
}

TEST_CASE("A poster leaves out its last sections when they have no room in large type, and says that there is more")
{
    GuidanceEntry entry;
    entry.page.title = u"Long"_s;
    entry.page.sources = {u"s"_s};
    for (int i = 0; i < 40; ++i) {
        entry.page.blocks.append({.type = GuidanceBlock::Type::Heading, .level = 2, .rows = {{{{u"Section %1"_s.arg(i), false}}}}});
        entry.page.blocks.append({.rows = {{{{u"Words of it. "_s.repeated(20), false}}}}});
    }
    const auto poster = print::guidanceDocument(entry, print::GuidancePaper::Poster, kHouse, kPrinted);
    CHECK(poster.pageCount() == 1);
    const QString text = readBack(poster);
    CHECK(text.contains(u"Section0"_s));
    CHECK_FALSE(text.contains(u"Section39"_s));
    CHECK(text.contains(u"Thereismore:asktheteamforthewholepage."_s));
    const auto page = print::guidanceDocument(entry, print::GuidancePaper::Page, kHouse, kPrinted);
    CHECK(page.pageCount() > 1);
    CHECK(readBack(page).contains(u"Section39"_s));
}

TEST_CASE("A paragraph that is longer than a page is printed whole, every word of it")
{
    GuidanceEntry entry;
    entry.page.title = u"Long"_s;
    QString words;
    for (int i = 0; i < 2500; ++i)
        words += u"word%1 "_s.arg(i);
    entry.page.blocks = {{.rows = {{{{words, false}}}}}};
    for (const auto paper : {print::GuidancePaper::Page, print::GuidancePaper::Leaflet}) {
        const auto document = print::guidanceDocument(entry, paper, kHouse, kPrinted);
        CHECK(document.fitsItsPages());
        const QString text = readBack(document);
        for (int i = 0; i < 2500; i += 50)
            CHECK(text.contains(u"word%1"_s.arg(i)));
        CHECK(text.contains(u"word2499"_s));
    }
}

} // namespace keywork::test::guidance_paper_test
