// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/patterns_document.h"

#include "core/services/records/records.h"
#include "ui/print/count_bars.h"
#include "ui/print/house_paper.h"
#include "ui/print/say.h"
#include "ui/text/words.h"
#include "ui/text/words_patterns.h"

namespace keywork::print {

namespace {

constexpr qreal kBarsFont = 8.5; // points
constexpr qsizetype kBarsTogether = 24; ///< a drawing is never split over two pages: longer ones go on in another

ChartStyle paperBars()
{
    const Ink ink;
    return {ink.text, ink.soft, ink.line, ink.accentShade, ink.accent, {}, font(kBarsFont)};
}

} // namespace

Result<Document> patternsDocument(const Services &services, const IncidentPatterns &patterns, QDate from, QDate until)
{
    auto document = housePaper(services, say("Patterns of incidents"),
        say("%1 to %2: %3").arg(words::date(from), words::date(until), words::patternTotal(patterns)), {});
    if (!document)
        return document;
    document->title = say("Patterns of incidents");
    document->footMiddle = say("For the house: small numbers can point at somebody");
    document->add(text({{say("Filled bars: incidents. Outlined bars: near misses, which count as much."), false, true}}, 9.5, 8));
    const ChartStyle style = paperBars();
    for (const words::PatternView &view : words::patternViews(patterns, services.records.choices())) {
        document->add(heading(view.title));
        if (view.counts.isEmpty())
            document->add(text({{say("None."), false, true}}));
        for (qsizetype first = 0; first < view.counts.size(); first += kBarsTogether) {
            QList<CountBar> bars;
            for (const PatternCount &one : view.counts.mid(first, kBarsTogether))
                bars.append({one.value, one.incidents, one.nearMisses});
            document->add(drawing(countBarsHeight(bars.size(), style.font),
                [bars, style](QPainter &painter, QRectF place) { paintCountBars(painter, place, bars, style); }));
        }
    }
    return document;
}

} // namespace keywork::print
