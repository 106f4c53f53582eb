// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/guidance_body.h"

#include "core/base/text.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

using BodyFault = GuidanceFault;
using BodyBlock = GuidanceBlock;
constexpr int kDeepestHeading = 3;

const QRegularExpression kNumberedItem(u"^\\d{1,3}\\. (.+)$"_s);

bool beginsItem(const QString &line) { return line.startsWith(u"- "_s) || kNumberedItem.match(line).hasMatch(); }

/// The text with **bold** read; empty when a ** has no partner or nothing in it.
std::optional<GuidanceRuns> runsOf(const QString &text)
{
    const QStringList parts = text.split(u"**"_s);
    if (parts.size() % 2 == 0)
        return {};
    GuidanceRuns runs;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool isBold = i % 2 == 1;
        if (isBold && parts.at(i).trimmed().isEmpty())
            return {};
        if (!parts.at(i).isEmpty())
            runs.append({parts.at(i), isBold});
    }
    return runs;
}

/// Reads the lines one after the other; the first fault ends it.
class BodyReader {
public:
    BodyReader(const QStringList &lines, qsizetype from)
        : m_lines(lines)
        , m_at(from)
    {
    }

    std::variant<QList<BodyBlock>, BodyFault> read()
    {
        for (qsizetype i = m_at; i < m_lines.size(); ++i)
            checkLine(i);
        while (!m_fault && m_at < m_lines.size())
            m_lines.at(m_at).trimmed().isEmpty() ? void(++m_at) : readBlock();
        if (!m_fault && m_blocks.isEmpty())
            fault(BodyFault::Kind::NothingSaid, std::max<qsizetype>(m_lines.size() - 1, 0));
        if (m_fault)
            return *m_fault;
        return m_blocks;
    }

private:
    void fault(BodyFault::Kind kind, qsizetype index, const QString &what = {})
    {
        if (!m_fault)
            m_fault = BodyFault{kind, int(index) + 1, what};
    }
    void checkLine(qsizetype index)
    {
        if (const auto found = strangeMark(m_lines.at(index)))
            fault(found->kind, index, found->what);
    }
    /// Nothing when its bold is not closed.
    GuidanceRuns read(const QString &text, qsizetype index)
    {
        const auto runs = runsOf(text);
        if (!runs)
            fault(BodyFault::Kind::UnclosedBold, index);
        return runs.value_or(GuidanceRuns());
    }
    void readBlock()
    {
        const QString &line = m_lines.at(m_at);
        if (line.startsWith(u'#'))
            return readHeading();
        if (line.startsWith(u'|'))
            return readTable();
        if (line.startsWith(u'>'))
            return readNote();
        if (beginsItem(line))
            return readList();
        readParagraph();
    }

    void readHeading()
    {
        static const QRegularExpression form(u"^(#{1,3}) +(\\S.*?)\\s*$"_s);
        const auto match = form.match(m_lines.at(m_at));
        const int level = int(match.captured(1).size());
        if (!match.hasMatch() || match.captured(2).endsWith(u'#'))
            return fault(BodyFault::Kind::BrokenHeading, m_at);
        if (level > std::min(m_level + 1, kDeepestHeading))
            return fault(BodyFault::Kind::HeadingSkips, m_at);
        m_level = level;
        m_blocks.append({.type = BodyBlock::Type::Heading, .level = level, .rows = {{read(match.captured(2), m_at)}}});
        ++m_at;
    }

    /// What begins something else, so that a paragraph or an item ends before it.
    bool endsText(const QString &line) const
    {
        return line.trimmed().isEmpty() || line.startsWith(u'#') || line.startsWith(u'|') || line.startsWith(u'>') || beginsItem(line);
    }

    void readParagraph()
    {
        const qsizetype first = m_at;
        QStringList said;
        for (; m_at < m_lines.size() && !endsText(m_lines.at(m_at)); ++m_at) {
            checkOrdinary(m_at);
            said.append(m_lines.at(m_at).trimmed());
        }
        m_blocks.append({.type = BodyBlock::Type::Paragraph, .rows = {{read(said.join(u' '), first)}}});
    }

    /// That a line of a paragraph is meant as one.
    void checkOrdinary(qsizetype index)
    {
        static const QRegularExpression rule(u"^\\s*([-=*_~+])[-=*_~+ ]*$"_s);
        static const QRegularExpression mark(u"^\\s*([*+~]|-(?=\\S)|\\d{1,3}[.)](?=\\s|$)|~~~|\\$\\$) *"_s);
        const QString &line = m_lines.at(index);
        if (const auto match = rule.match(line); match.hasMatch())
            return match.captured(1) == u"=" || (match.captured(1) == u"-" && index > 0 && !m_lines.at(index - 1).trimmed().isEmpty())
                ? fault(BodyFault::Kind::BrokenHeading, index)
                : fault(BodyFault::Kind::UnknownMark, index, match.captured(1));
        if (line.startsWith(u"    "_s) || line.startsWith(u'\t'))
            return fault(BodyFault::Kind::Code, index);
        if (line.trimmed().startsWith(u'#')) // moved in, and no heading any more
            return fault(BodyFault::Kind::BrokenHeading, index);
        if (line.trimmed().startsWith(u"**"_s))
            return;
        if (const auto match = mark.match(line); match.hasMatch())
            fault(BodyFault::Kind::UnknownMark, index, match.captured(1));
    }

    void readList()
    {
        const bool isNumbered = !m_lines.at(m_at).startsWith(u'-');
        BodyBlock list{.type = isNumbered ? BodyBlock::Type::Numbers : BodyBlock::Type::Bullets};
        while (!m_fault && m_at < m_lines.size() && beginsItem(m_lines.at(m_at)) && m_lines.at(m_at).startsWith(u'-') != isNumbered) {
            const qsizetype first = m_at;
            const QString &line = m_lines.at(m_at++);
            QString said = isNumbered ? kNumberedItem.match(line).captured(1) : line.mid(2);
            while (m_at < m_lines.size() && !endsText(m_lines.at(m_at)))
                said += u' ' + continued(m_at++);
            if (said.trimmed().isEmpty())
                return fault(BodyFault::Kind::UnknownMark, first, u"-"_s);
            list.rows.append({read(said.trimmed(), first)});
        }
        m_blocks.append(list);
    }

    /// A line that goes on with an item.
    QString continued(qsizetype index)
    {
        const QString line = m_lines.at(index).trimmed();
        if (beginsItem(line))
            fault(BodyFault::Kind::NestedList, index);
        else
            checkOrdinary(index);
        return line;
    }

    std::optional<QStringList> cellsOf(qsizetype index) const
    {
        const QString line = m_lines.at(index).trimmed();
        if (line.size() < 3 || !line.endsWith(u'|'))
            return {};
        QStringList cells;
        for (const QString &cell : line.mid(1, line.size() - 2).split(u'|'))
            cells.append(cell.trimmed());
        return cells;
    }

    void readTable()
    {
        static const QRegularExpression dashes(u"^:?-{3,}:?$"_s);
        const qsizetype head = m_at;
        BodyBlock table{.type = BodyBlock::Type::Table};
        qsizetype columns = 0;
        for (; !m_fault && m_at < m_lines.size() && m_lines.at(m_at).startsWith(u'|'); ++m_at) {
            const auto cells = cellsOf(m_at);
            if (!cells)
                return fault(BodyFault::Kind::BrokenTable, m_at);
            columns = m_at == head ? cells->size() : columns;
            if (columns > kGuidanceColumns)
                return fault(BodyFault::Kind::WideTable, m_at);
            if (cells->size() != columns)
                return fault(BodyFault::Kind::UnevenTable, m_at);
            if (m_at != head + 1) {
                table.rows.append(cellRuns(*cells, m_at));
                continue;
            }
            for (const QString &cell : *cells)
                if (!dashes.match(cell).hasMatch())
                    return fault(BodyFault::Kind::BrokenTable, m_at);
        }
        if (m_at - head < 3) // a head, its line, and something below
            return fault(BodyFault::Kind::BrokenTable, head);
        m_blocks.append(table);
    }

    QList<GuidanceRuns> cellRuns(const QStringList &cells, qsizetype index)
    {
        QList<GuidanceRuns> runs;
        for (const QString &cell : cells) {
            if (cell.size() > kGuidanceCell)
                fault(BodyFault::Kind::LongCell, index);
            runs.append(read(cell, index));
        }
        return runs;
    }

    /// > **Since then:** what is different now. (where it was read, date)
    void readNote()
    {
        const qsizetype first = m_at;
        QStringList said;
        for (; m_at < m_lines.size() && m_lines.at(m_at).startsWith(u'>'); ++m_at)
            said.append(m_lines.at(m_at).mid(1).trimmed());
        static const QRegularExpression begins(u"^\\*\\*Since then:\\*\\* +(\\S.*)$"_s);
        static const QRegularExpression year(u"\\b(19|20)\\d\\d\\b"_s);
        const auto match = begins.match(said.join(u' ').trimmed());
        const QString whole = match.captured(1);
        const qsizetype open = openingOfLast(whole);
        const QString inside = open < 0 ? QString() : whole.mid(open + 1, whole.size() - open - 2);
        const qsizetype comma = inside.lastIndexOf(u',');
        const QString source = inside.left(std::max<qsizetype>(comma, 0)).trimmed();
        const QString date = inside.mid(comma + 1).trimmed();
        if (!match.hasMatch() || open <= 0 || comma < 0 || source.isEmpty() || !year.match(date).hasMatch())
            return fault(BodyFault::Kind::UndatedNote, first);
        m_blocks.append(
            {.type = BodyBlock::Type::SinceThen, .rows = {{read(whole.left(open).trimmed(), first)}}, .source = source, .date = date});
    }

    /// Where the brackets open that close the text; -1: it ends with none.
    static qsizetype openingOfLast(const QString &text)
    {
        int depth = 0;
        for (qsizetype i = text.size() - 1; i >= 0; --i) {
            depth += text.at(i) == u')' ? 1 : text.at(i) == u'(' ? -1 : 0;
            if (depth == 0)
                return i == text.size() - 1 ? -1 : i;
        }
        return -1;
    }

    const QStringList &m_lines;
    qsizetype m_at;
    int m_level = 1; ///< of the last heading; the page's title is the first
    QList<BodyBlock> m_blocks;
    std::optional<BodyFault> m_fault;
};

} // namespace

QStringList guidanceLines(const QString &text)
{
    QString plain = text.startsWith(QChar::ByteOrderMark) ? text.mid(1) : text;
    plain.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    QStringList lines = plain.split(u'\n');
    while (lines.size() > 1 && lines.last().trimmed().isEmpty())
        lines.removeLast();
    return lines;
}

std::optional<GuidanceFault> strangeMark(const QString &line)
{
    static const QRegularExpression tag(u"<[/!?]?[a-zA-Z!?/][^\\s>]{0,20}"_s);
    static const QRegularExpression script(
        u"<\\s*/?\\s*script|javascript\\s*:|data\\s*:\\s*text"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression picture(u"!\\["_s);
    static const QRegularExpression link(u"\\]\\s*[(\\[]|^\\s*\\[[^\\]]*\\]:"_s);
    if (holdsControlCharacters(line))
        return BodyFault{BodyFault::Kind::ControlCharacter, 0, {}};
    if (script.match(line).hasMatch())
        return BodyFault{BodyFault::Kind::Script, 0, {}};
    if (picture.match(line).hasMatch())
        return BodyFault{BodyFault::Kind::Picture, 0, {}};
    if (const auto match = tag.match(line); match.hasMatch())
        return BodyFault{BodyFault::Kind::Html, 0, match.captured()};
    if (link.match(line).hasMatch())
        return BodyFault{BodyFault::Kind::Link, 0, {}};
    if (line.contains(u'`'))
        return BodyFault{BodyFault::Kind::Code, 0, {}};
    return {};
}

std::variant<QList<GuidanceBlock>, GuidanceFault> readGuidanceLines(const QStringList &lines, qsizetype from)
{
    return BodyReader(lines, from).read();
}

} // namespace keywork
