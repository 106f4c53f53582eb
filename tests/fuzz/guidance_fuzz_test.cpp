// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/guidance_body.h"
#include "tests/fuzz/mutator.h"
#include "tests/support/campaign.h"

#include <QDir>
#include <QFile>

namespace keywork::test::guidance_fuzz_test {

using namespace Qt::StringLiterals;

namespace {

QList<QByteArray> goodPages()
{
    QList<QByteArray> pages;
    const QDir folder(u":/keywork/guidance"_s);
    for (const QString &name : folder.entryList({u"*.md"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        pages.append(file.readAll());
    }
    REQUIRE(pages.size() >= 2);
    return pages;
}

/// What does not hold of a page that was taken: every line of it is plain text, its head whole, its tables even.
QStringList brokenPage(const GuidancePage &page)
{
    if (page.title.isEmpty() || page.sources.isEmpty() || page.words.isEmpty() || !page.dated || !page.written.isValid())
        return {u"a head that is not whole"_s};
    if (page.blocks.isEmpty())
        return {u"nothing said"_s};
    for (const GuidanceBlock &block : page.blocks) {
        if (block.rows.isEmpty())
            return {u"a part without words"_s};
        for (const QList<GuidanceRuns> &row : block.rows) {
            if (row.size() != block.rows.first().size())
                return {u"an uneven table"_s};
            for (const GuidanceRuns &cell : row)
                if (const auto mark = strangeMark(plainTextOf(cell)); mark && mark->kind <= GuidanceFault::Kind::Picture)
                    return {u"markup was taken: "_s + plainTextOf(cell)};
        }
        if (block.type == GuidanceBlock::Type::SinceThen && (block.source.isEmpty() || block.date.isEmpty()))
            return {u"a note without source and date"_s};
    }
    return {};
}

} // namespace

TEST_CASE("A spoiled page is refused with a line that it has, or taken whole and plain; nothing crashes")
{
    const QList<QByteArray> good = goodPages();
    const QList<QByteArray> hostile{"<script>", "![x](http://h.example/x.png)", "[x](y)", "**", "\n#### x\n", "\n|a|\n", "\n> x\n",
        "\n- - x\n", "\r", "\xff", "title: y\n", "\n\n", "|", ">", "#", "1. ", "<"};
    int refused = 0;
    int taken = 0;
    Campaign campaign(u"guidance"_s, {800, 50'000});
    campaign.run([&](quint32 seed) {
        Mutator mutator(seed);
        QByteArray text = mutator.pick(good);
        if (mutator.oneIn(2))
            text.insert(mutator.below(int(text.size())), mutator.pick(hostile));
        else
            text = mutator.bytes(text);
        const auto read = readGuidance(u"spoiled"_s, text);
        if (const auto *page = std::get_if<GuidancePage>(&read)) {
            ++taken;
            campaign.holds(brokenPage(*page));
            return;
        }
        ++refused;
        const auto &fault = std::get<GuidanceFault>(read);
        const qsizetype lines = guidanceLines(QString::fromUtf8(text)).size();
        campaign.expect(fault.line >= 1 && fault.line <= lines + 1, u"line %1 of %2"_s.arg(fault.line).arg(lines));
    });
    CHECK(refused > 50); // else nothing was tried
    CHECK(taken > 20);
}

} // namespace keywork::test::guidance_fuzz_test
