// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/guidance_page.h"

#include "core/base/guidance_body.h"
#include "core/base/text.h"

#include <QRegularExpression>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

using PageFault = GuidanceFault;
constexpr qsizetype kLongestHeaderLine = 1000; // characters

struct GuidanceHeaderLine {
    QString name;
    QString value;
    int line;
};

/// The header, and in which line the body begins (from 0).
std::variant<QList<GuidanceHeaderLine>, PageFault> headerOf(const QStringList &lines, qsizetype &bodyFrom)
{
    static const QRegularExpression form(u"^([a-z]+):\\s*(.*?)\\s*$"_s);
    QList<GuidanceHeaderLine> header;
    for (bodyFrom = 0; bodyFrom < lines.size() && !lines.at(bodyFrom).trimmed().isEmpty(); ++bodyFrom) {
        const int line = int(bodyFrom) + 1;
        const auto match = form.match(lines.at(bodyFrom));
        if (!match.hasMatch())
            return PageFault{PageFault::Kind::NotAHeaderLine, line, {}};
        const QString name = match.captured(1);
        if (!QStringList{u"title"_s, u"words"_s, u"source"_s, u"dated"_s, u"written"_s, u"places"_s}.contains(name))
            return PageFault{PageFault::Kind::UnknownHeader, line, name};
        if (match.captured(2).isEmpty())
            return PageFault{PageFault::Kind::HeaderBlank, line, name};
        if (match.captured(2).size() > kLongestHeaderLine)
            return PageFault{PageFault::Kind::HeaderTooLong, line, name};
        const bool isThere
            = std::any_of(header.cbegin(), header.cend(), [&name](const GuidanceHeaderLine &one) { return one.name == name; });
        if (isThere && name != u"source")
            return PageFault{PageFault::Kind::HeaderTwice, line, name};
        header.append({name, match.captured(2), line});
    }
    return header;
}

QStringList commaSeparated(const QString &value)
{
    QStringList parts;
    for (const QString &part : value.split(u','))
        if (!part.trimmed().isEmpty())
            parts.append(part.trimmed());
    return parts;
}

std::optional<PageFault> takeHeaderLine(const GuidanceHeaderLine &one, GuidancePage &page)
{
    static const QRegularExpression key(u"^[a-z][a-z0-9-]*$"_s);
    if (const auto inside = strangeMark(one.value))
        return PageFault{inside->kind, one.line, inside->what};
    if (one.name == u"title")
        page.title = one.value;
    if (one.name == u"words")
        page.words = commaSeparated(one.value);
    if (one.name == u"source")
        page.sources.append(one.value);
    if (one.name == u"dated" && !(page.dated = PartialDate::fromText(one.value)))
        return PageFault{PageFault::Kind::NotADay, one.line, one.name};
    if (one.name == u"written" && !(page.written = QDate::fromString(one.value, Qt::ISODate)).isValid())
        return PageFault{PageFault::Kind::NotADay, one.line, one.name};
    if (one.name != u"places")
        return {};
    page.places = commaSeparated(one.value);
    for (const QString &place : std::as_const(page.places))
        if (!key.match(place).hasMatch())
            return PageFault{PageFault::Kind::NotAKey, one.line, place};
    return {};
}

std::optional<PageFault> whatIsMissing(const GuidancePage &page, int line)
{
    const auto missing = [line](const char *name) { return PageFault{PageFault::Kind::HeaderMissing, line, QString::fromLatin1(name)}; };
    if (page.title.isEmpty())
        return missing("title");
    if (page.words.isEmpty())
        return missing("words");
    if (page.sources.isEmpty())
        return missing("source");
    if (!page.dated)
        return missing("dated");
    return page.written.isValid() ? std::nullopt : std::optional(missing("written"));
}

/// The words around the first of those that were typed.
QString around(const QString &text, const QString &typed)
{
    constexpr qsizetype kBefore = 30; // characters
    constexpr qsizetype kAll = 90;
    const qsizetype found = text.indexOf(typed, 0, Qt::CaseInsensitive);
    qsizetype from = found <= kBefore ? 0 : text.indexOf(u' ', found - kBefore) + 1;
    if (from > found) // one long word
        from = found;
    const qsizetype blank = text.lastIndexOf(u' ', from + kAll);
    const QString part = text.size() - from <= kAll ? text.mid(from) : text.mid(from, (blank > found ? blank : from + kAll) - from);
    return (from > 0 ? u"…"_s : QString()) + part.simplified() + (from + part.size() < text.size() ? u"…"_s : QString());
}

} // namespace

std::variant<GuidancePage, GuidanceFault> readGuidance(const QString &key, const QByteArray &utf8)
{
    if (utf8.size() > kLongestGuidance)
        return PageFault{PageFault::Kind::TooLong, 1, {}};
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(utf8);
    if (decoder.hasError())
        return PageFault{PageFault::Kind::NotUtf8, 1, {}};
    const QStringList lines = guidanceLines(text);
    qsizetype bodyFrom = 0;
    const auto header = headerOf(lines, bodyFrom);
    if (const PageFault *fault = std::get_if<PageFault>(&header))
        return *fault;
    GuidancePage page{.key = key, .title = {}, .words = {}, .sources = {}, .dated = {}, .written = {}, .places = {}, .blocks = {}};
    for (const GuidanceHeaderLine &one : std::get<QList<GuidanceHeaderLine>>(header))
        if (const auto fault = takeHeaderLine(one, page))
            return *fault;
    if (const auto fault = whatIsMissing(page, int(bodyFrom) + 1))
        return *fault;
    const auto body = readGuidanceLines(lines, bodyFrom);
    if (const PageFault *fault = std::get_if<PageFault>(&body))
        return *fault;
    page.blocks = std::get<QList<GuidanceBlock>>(body);
    return page;
}

std::variant<QList<GuidanceBlock>, GuidanceFault> readGuidanceBody(const QString &text)
{
    if (text.toUtf8().size() > kLongestGuidance)
        return PageFault{PageFault::Kind::TooLong, 1, {}};
    return readGuidanceLines(guidanceLines(text), 0);
}

QString faultToText(const GuidanceFault &fault)
{
    return QString::number(int(fault.kind)) + u'|' + QString::number(fault.line) + u'|' + fault.what;
}

std::optional<GuidanceFault> faultFromText(const QString &text)
{
    bool isKind = false;
    bool isLine = false;
    const int kind = text.section(u'|', 0, 0).toInt(&isKind);
    const int line = text.section(u'|', 1, 1).toInt(&isLine);
    if (!isKind || !isLine || kind < 0 || kind > int(PageFault::Kind::UndatedNote))
        return {};
    return PageFault{PageFault::Kind(kind), line, text.section(u'|', 2)};
}

QString plainTextOf(const GuidanceRuns &runs)
{
    QString text;
    for (const GuidanceRun &run : runs)
        text += run.text;
    return text;
}

QString plainTextOf(const QList<GuidanceBlock> &blocks)
{
    QStringList lines;
    for (const GuidanceBlock &block : blocks)
        for (const QList<GuidanceRuns> &row : block.rows) {
            QStringList cells;
            for (const GuidanceRuns &cell : row)
                cells.append(plainTextOf(cell));
            lines.append(cells.join(u' '));
        }
    return lines.join(u'\n');
}

GuidanceIndex::GuidanceIndex(const QList<GuidancePage> &pages)
{
    for (const GuidancePage &page : pages) {
        Entry entry{folded(page.title), page.words, {}, plainTextOf(page.blocks), {}};
        for (const QString &word : page.words)
            entry.foldedWords.append(folded(word));
        entry.all = entry.title + u' ' + entry.foldedWords.join(u' ') + u' ' + folded(entry.text);
        m_entries.append(entry);
    }
}

std::optional<GuidanceHit> GuidanceIndex::hitOf(const Entry &entry, const QString &typed)
{
    constexpr int kWholeText = 3; // letters
    const QString looked = folded(typed.trimmed());
    if (looked.isEmpty())
        return {};
    if (entry.title.contains(looked))
        return GuidanceHit{.by = GuidanceHit::By::Title};
    for (qsizetype i = 0; i < entry.foldedWords.size(); ++i)
        if (entry.foldedWords.at(i).contains(looked))
            return GuidanceHit{.by = GuidanceHit::By::Words, .where = entry.words.at(i)};
    if (looked.size() < kWholeText)
        return {};
    for (const QString &word : looked.split(u' ', Qt::SkipEmptyParts))
        if (!entry.all.contains(word))
            return {};
    const QString first = typed.trimmed().section(u' ', 0, 0);
    return GuidanceHit{
        .by = GuidanceHit::By::Text, .where = entry.text.contains(first, Qt::CaseInsensitive) ? around(entry.text, first) : QString()};
}

QList<GuidanceHit> GuidanceIndex::find(const QString &typed) const
{
    QList<GuidanceHit> hits;
    for (qsizetype i = 0; i < m_entries.size(); ++i)
        if (auto hit = hitOf(m_entries.at(i), typed)) {
            hit->page = i;
            hits.append(*hit);
        }
    std::stable_sort(hits.begin(), hits.end(), [](const GuidanceHit &one, const GuidanceHit &other) { return one.by < other.by; });
    return hits;
}

} // namespace keywork
