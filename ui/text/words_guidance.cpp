// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_guidance.h"

#include "ui/text/say.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {

QString whyNoPage(const GuidanceFault &fault)
{
    using Kind = GuidanceFault::Kind;
    switch (fault.kind) {
    case Kind::NotUtf8:
        return say(QT_TRANSLATE_NOOP("words", "This is not text in UTF-8. Save it as UTF-8."));
    case Kind::TooLong:
        return say(QT_TRANSLATE_NOOP("words", "This is longer than a page can be (64 KB). Make two of it."));
    case Kind::ControlCharacter:
        return say(QT_TRANSLATE_NOOP("words", "There is a character here that can't be seen. Type the line again."));
    case Kind::NotAHeaderLine:
        return say(QT_TRANSLATE_NOOP("words", "Before the first blank line each line is “name: value”. This one is not."));
    case Kind::UnknownHeader:
        return say(QT_TRANSLATE_NOOP("words", "“%1” means nothing at the head of a page.")).arg(fault.what);
    case Kind::HeaderTwice:
        return say(QT_TRANSLATE_NOOP("words", "“%1” stands at the head twice.")).arg(fault.what);
    case Kind::HeaderMissing:
        return say(QT_TRANSLATE_NOOP("words", "“%1” is missing at the head of the page, above this line.")).arg(fault.what);
    case Kind::HeaderBlank:
        return say(QT_TRANSLATE_NOOP("words", "“%1” is blank.")).arg(fault.what);
    case Kind::HeaderTooLong:
        return say(QT_TRANSLATE_NOOP("words", "“%1” is longer than 1,000 characters.")).arg(fault.what);
    case Kind::NotADay:
        return say(QT_TRANSLATE_NOOP("words", "“%1” is no date: write 2019, 2019-05 or 2019-05-30.")).arg(fault.what);
    case Kind::NotAKey:
        return say(QT_TRANSLATE_NOOP("words", "“%1” can't be the key of a place: small letters, digits and -.")).arg(fault.what);
    case Kind::NothingSaid:
        return say(QT_TRANSLATE_NOOP("words", "There is no text here."));
    case Kind::BrokenHeading:
        return say(QT_TRANSLATE_NOOP("words", "This heading is broken: begin the line with #, ## or ###, a blank, and its words."));
    case Kind::HeadingSkips:
        return say(QT_TRANSLATE_NOOP("words", "This heading is more than one step smaller than the one before: leave out a #."));
    case Kind::Html:
        return say(QT_TRANSLATE_NOOP("words", "“%1” is HTML, which is not read here. Write plain words.")).arg(fault.what);
    case Kind::Script:
        return say(QT_TRANSLATE_NOOP("words", "There is a script here. Nothing in a page is ever run; take it out."));
    case Kind::Picture:
        return say(QT_TRANSLATE_NOOP("words", "There is a picture here. Pages hold words only; take it out."));
    case Kind::Link:
        return say(QT_TRANSLATE_NOOP("words", "There is a link here. Keywork opens no address: write it as plain words."));
    case Kind::Code:
        return say(QT_TRANSLATE_NOOP("words", "Text that is moved in far, or stands in ` marks, means nothing here."));
    case Kind::UnclosedBold:
        return say(QT_TRANSLATE_NOOP("words", "Two stars (**) begin bold words, and two more have to end them."));
    case Kind::NestedList:
        return say(QT_TRANSLATE_NOOP("words", "A list within a list is not read here. Make one list of it."));
    case Kind::UnknownMark:
        return say(QT_TRANSLATE_NOOP("words", "“%1” means nothing here. A list begins its lines with “- ” or “1. ”.")).arg(fault.what);
    case Kind::BrokenTable:
        return say(QT_TRANSLATE_NOOP("words", "This table is broken: a head, a line of |---|---|, and rows, each between two |."));
    case Kind::UnevenTable:
        return say(QT_TRANSLATE_NOOP("words", "This row of the table has more or fewer cells than its head."));
    case Kind::WideTable:
        return say(QT_TRANSLATE_NOOP("words", "This table has more than %1 columns.")).arg(kGuidanceColumns);
    case Kind::LongCell:
        return say(QT_TRANSLATE_NOOP("words", "A cell of this row has more than %1 characters: write it below the table."))
            .arg(kGuidanceCell);
    case Kind::UndatedNote:
        return say(QT_TRANSLATE_NOOP(
            "words", "A note is “> **Since then:** a sentence. (where it was read, its date)”, and nothing else begins with >."));
    }
    return {};
}

} // namespace

QString guidanceFault(const GuidanceFault &fault)
{
    return say(QT_TRANSLATE_NOOP("words", "Line %1: %2")).arg(fault.line).arg(whyNoPage(fault));
}

QString sourceLine(const GuidancePage &page)
{
    QString said = page.sources.join(u"; "_s);
    if (!said.isEmpty() && !said.endsWith(u'.'))
        said += u'.';
    QStringList when;
    if (page.dated)
        when.append(say(QT_TRANSLATE_NOOP("words", "Of %1")).arg(partialDate(*page.dated)));
    if (page.written.isValid())
        when.append(say(QT_TRANSLATE_NOOP("words", "written %1")).arg(date(page.written)));
    return when.isEmpty() ? said : (said + u' ' + when.join(u"; "_s) + u'.').trimmed();
}

QString noteSource(const GuidanceBlock &block) { return block.source + u", "_s + block.date; }

} // namespace keywork::words
