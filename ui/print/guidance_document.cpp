// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/guidance_document.h"

#include "core/services/house/policies.h"
#include "core/services/records/records.h"
#include "ui/print/say.h"
#include "ui/text/words.h"
#include "ui/text/words_guidance.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

constexpr int kMostInBlock = 1200; // characters, of which a page holds several times as many
constexpr qreal kLargestPoster = 2.6; // times the type of a page
constexpr qreal kSmallestPoster = 1.4; // below, nobody reads it from where they stand
constexpr qreal kPosterStep = 0.1;
constexpr qreal kPosterSource = 9; // points on the paper: the wall is for what to do
constexpr int kPageCharacters = 80; // of a line of A4 at 9.5 points
constexpr int kLeafletCharacters = 55;

Runs runsFor(const GuidanceRuns &said, const QString &before = {})
{
    Runs runs;
    if (!before.isEmpty())
        runs.append({before});
    for (const GuidanceRun &run : said)
        runs.append({run.text, run.bold});
    return runs;
}

/// Cut where a word ends, so that each block fits on a page.
QList<BlockPtr> paragraphBlocks(const Runs &runs, qreal points)
{
    QList<Runs> parts{{}};
    int inPart = 0;
    for (const Run &run : runs)
        for (qsizetype from = 0; from < run.text.size();) {
            if (inPart >= kMostInBlock) {
                parts.append(Runs());
                inPart = 0;
            }
            const qsizetype room = std::max(1, kMostInBlock - inPart);
            const qsizetype blank = run.text.size() - from <= room ? -1 : run.text.lastIndexOf(u' ', from + room);
            qsizetype until = run.text.size() - from <= room ? run.text.size() : blank > from ? blank + 1 : from + room;
            if (until < run.text.size() && run.text.at(until).isLowSurrogate())
                ++until;
            parts.last().append({run.text.mid(from, until - from), run.bold, run.soft});
            inPart += int(until - from);
            from = until;
            inPart = from < run.text.size() ? kMostInBlock : inPart;
        }
    QList<BlockPtr> blocks;
    for (const Runs &part : std::as_const(parts))
        blocks.append(text(part, points, &part == &parts.last() ? 6 : 0));
    return blocks;
}

qsizetype longestWord(const QString &said)
{
    qsizetype longest = 0;
    for (const QString &word : said.split(u' '))
        longest = std::max(longest, word.size());
    return longest;
}

/// Each column has room for its longest word; what is left is shared out as there is to read.
QList<qreal> sharesFor(const GuidanceBlock &block, int lineCharacters)
{
    constexpr qsizetype kEdges = 2; // characters' room at the sides of a cell
    QList<qreal> words;
    QList<qreal> lengths;
    for (qsizetype column = 0; column < block.rows.first().size(); ++column) {
        qsizetype word = 4;
        qsizetype length = 6;
        for (const QList<GuidanceRuns> &row : block.rows) {
            const QString said = plainTextOf(row.at(column));
            word = std::max(word, longestWord(said) + kEdges);
            length = std::max(length, std::min<qsizetype>(said.size(), 60));
        }
        words.append(qreal(word));
        lengths.append(qreal(length));
    }
    const qreal allWords = std::accumulate(words.cbegin(), words.cend(), 0.0);
    const qreal allLengths = std::accumulate(lengths.cbegin(), lengths.cend(), 0.0);
    const qreal line = std::max(qreal(lineCharacters), allWords);
    QList<qreal> shares;
    for (qsizetype column = 0; column < words.size(); ++column)
        shares.append(words.at(column) / line + (1 - allWords / line) * lengths.at(column) / allLengths);
    return shares;
}

Table tableFor(const GuidanceBlock &block, int lineCharacters)
{
    Table made;
    made.shares = sharesFor(block, lineCharacters);
    for (const GuidanceRuns &title : block.rows.first())
        made.head.append(plainTextOf(title));
    for (const QList<GuidanceRuns> &row : block.rows.mid(1)) {
        QList<Runs> cells;
        for (const GuidanceRuns &cell : row)
            cells.append(runsFor(cell));
        made.rows.append(cells);
        made.firstOfGroup.append(true);
    }
    return made;
}

struct PaperLook {
    qreal points;
    qreal title;
    int lineCharacters; ///< of a line over the whole width, about
    qreal source; ///< points
};

QList<BlockPtr> blocksFor(const GuidanceBlock &block, const PaperLook &look)
{
    const qreal points = look.points;
    using Type = GuidanceBlock::Type;
    QList<BlockPtr> blocks;
    switch (block.type) {
    case Type::Heading:
        if (block.level < 3)
            return {heading(plainTextOf(block.rows.first().first()))};
        blocks = {text({{plainTextOf(block.rows.first().first()), true, false}}, points, 3)};
        blocks.first()->keepWithNext = true;
        return blocks;
    case Type::Paragraph:
        return paragraphBlocks(runsFor(block.rows.first().first()), points);
    case Type::Bullets:
    case Type::Numbers:
        for (qsizetype i = 0; i < block.rows.size(); ++i)
            blocks += paragraphBlocks(
                runsFor(block.rows.at(i).first(), block.type == Type::Bullets ? u"•  "_s : u"%1.  "_s.arg(i + 1)), points);
        return blocks;
    case Type::Table:
        return table(tableFor(block, look.lineCharacters));
    case Type::SinceThen:
        return {boxed({text(Runs{{say("Since then: "), true, false}} + runsFor(block.rows.first().first()), points, 3),
            text({{words::noteSource(block), false, true}}, points - 1.5, 0)})};
    }
    return blocks;
}

Document laidOut(
    const GuidanceEntry &entry, const QList<GuidanceBlock> &shown, const PaperLook &look, const QString &house, QDate printedOn)
{
    Document document;
    document.title = entry.page.title;
    document.footLeft = house;
    document.footMiddle = say("printed %1").arg(words::date(printedOn));
    document.add(text({{entry.page.title, true, false}}, look.title, 3));
    if (const QString whose = words::whoseGuidance(entry); !whose.isEmpty())
        document.add(text({{whose, false, true}}, look.points, 8));
    for (const GuidanceBlock &block : shown)
        document.add(blocksFor(block, look));
    return document;
}

void addEnd(Document &document, const GuidanceEntry &entry, bool isWhole, const PaperLook &look)
{
    if (!isWhole)
        document.add(text({{say("There is more: ask the team for the whole page."), true, false}}, look.points, 4));
    document.add(text({{words::guidanceSource(entry), false, true}}, look.source, 0));
}

/// Without its last section; of a text in one piece without its last part.
QList<GuidanceBlock> withoutLastSection(const QList<GuidanceBlock> &blocks)
{
    for (qsizetype i = blocks.size() - 1; i > 0; --i)
        if (blocks.at(i).type == GuidanceBlock::Type::Heading)
            return blocks.mid(0, i);
    return blocks.mid(0, blocks.size() - 1);
}

bool isOnePage(const Document &document) { return document.pageCount() == 1 && document.fitsItsPages(); }

Document poster(const GuidanceEntry &entry, const QString &house, QDate printedOn)
{
    QList<GuidanceBlock> shown = entry.page.blocks;
    const auto inSize = [&](qreal scale) {
        const PaperLook look{10.5, 17, qRound(kPageCharacters / scale), kPosterSource / scale};
        Document document = laidOut(entry, shown, look, house, printedOn);
        document.textScale = scale;
        addEnd(document, entry, shown.size() == entry.page.blocks.size(), look);
        return document;
    };
    while (!shown.isEmpty() && !isOnePage(inSize(kSmallestPoster)))
        shown = withoutLastSection(shown);
    for (int step = qRound((kLargestPoster - kSmallestPoster) / kPosterStep); step > 0; --step)
        if (Document larger = inSize(kSmallestPoster + step * kPosterStep); isOnePage(larger))
            return larger;
    return inSize(kSmallestPoster);
}

} // namespace

Document guidanceDocument(const GuidanceEntry &entry, GuidancePaper paper, const QString &house, QDate printedOn)
{
    if (paper == GuidancePaper::Poster)
        return poster(entry, house, printedOn);
    const bool isLeaflet = paper == GuidancePaper::Leaflet;
    const PaperLook look = isLeaflet ? PaperLook{9.5, 14, kLeafletCharacters, 7.5} : PaperLook{10.5, 17, kPageCharacters, 8.5};
    Document document = laidOut(entry, entry.page.blocks, look, house, printedOn);
    document.paper = isLeaflet ? Paper::A5 : Paper::A4;
    addEnd(document, entry, true, look);
    return document;
}

QList<BlockPtr> policyReadersOnPaper(const Services &services, Id<Policy> version)
{
    const auto readers = policyReaders(services.records, version);
    if (!readers || readers->isEmpty())
        return {};
    Table made;
    made.shares = {0.4, 0.25, 0.35};
    made.head = {say("Name"), say("Read on"), say("Signed, if read on paper")};
    for (const PolicyReader &one : *readers) {
        const QString when = one.readAt ? words::date(services.records.clock().local(*one.readAt).date()) : QString();
        made.rows.append({Runs{{one.who.value.name}}, Runs{{when}}, Runs{{QString()}}});
        made.firstOfGroup.append(true);
    }
    QList<BlockPtr> blocks{heading(say("Read by"), say("each version by everybody in the team"))};
    return blocks + table(made);
}

} // namespace keywork::print
