// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/partial_date.h"

#include <QByteArray>
#include <QStringList>
#include <variant>

namespace keywork {

/// A piece of text in one weight.
struct GuidanceRun {
    QString text;
    bool bold = false;
    bool operator==(const GuidanceRun &) const = default;
};
using GuidanceRuns = QList<GuidanceRun>;

/// One part of a page, in its order. What is a list or a table has a row for each item or line; the rest has one cell.
struct GuidanceBlock {
    enum class Type { Heading, Paragraph, Bullets, Numbers, Table, SinceThen };
    Type type = Type::Paragraph;
    int level = 0; ///< Heading: 1 to 3
    QList<QList<GuidanceRuns>> rows = {}; ///< Table: the first is its head
    QString source = {}; ///< SinceThen: where it was read
    QString date = {}; ///< SinceThen: of what was read, as it was written, with its year
    bool operator==(const GuidanceBlock &) const = default;
};

/// A page of guidance: what it says, where that comes from and how old it is. Addresses in it are plain words.
struct GuidancePage {
    QString key; ///< its file's name without .md
    QString title;
    QStringList words; ///< that people look for it by
    QStringList sources; ///< document and section, one or more
    std::optional<PartialDate> dated; ///< of the sources; of a page that has one
    QDate written; ///< when these words were written
    QStringList places; ///< where F1 opens it: ids of places and of tabs
    QList<GuidanceBlock> blocks;
    bool operator==(const GuidancePage &) const = default;
};

/// Why a text is no page, and in which of its lines, from 1.
struct GuidanceFault {
    enum class Kind {
        NotUtf8,
        TooLong, ///< of the whole text
        ControlCharacter,
        NotAHeaderLine, ///< not "name: value" before the first blank line
        UnknownHeader, ///< what: its name
        HeaderTwice, ///< what: its name
        HeaderMissing, ///< what: its name; the line is the one that ends the header
        HeaderBlank, ///< what: its name
        HeaderTooLong, ///< what: its name
        NotADay, ///< what: the name of the header
        NotAKey, ///< what: the word that can't be the key of a place
        NothingSaid, ///< there is no text below
        BrokenHeading, ///< more than ###, no blank behind, no words, or underlined
        HeadingSkips, ///< more than one level deeper than the heading before
        Html, ///< what: the tag as it begins
        Script,
        Picture,
        Link,
        Code,
        UnclosedBold,
        NestedList,
        UnknownMark, ///< what: the mark that means nothing here
        BrokenTable,
        UnevenTable, ///< a row with another number of cells than the head
        WideTable, ///< more columns than a leaflet has room for
        LongCell, ///< more than a row on paper has room for
        UndatedNote, ///< a quotation that is no "Since then" with source and date
    };
    Kind kind = Kind::NothingSaid;
    int line = 1;
    QString what = {};
    bool operator==(const GuidanceFault &) const = default;
};

inline constexpr qsizetype kLongestGuidance = 65'536; ///< bytes
inline constexpr int kGuidanceColumns = 6; ///< of a table
inline constexpr int kGuidanceCell = 400; ///< characters of a cell: a row is never split over two pages

/// Reads a page: a header of "name: value" lines, a blank line, and a body in a subset of Markdown (headings, paragraphs,
/// lists, **bold**, tables, notes of what changed since). Whatever is anything else is refused, the first of it by its line.
std::variant<GuidancePage, GuidanceFault> readGuidance(const QString &key, const QByteArray &utf8);
/// The body alone: what a house writes itself.
std::variant<QList<GuidanceBlock>, GuidanceFault> readGuidanceBody(const QString &text);

/// A fault as the argument of a violation, and back.
QString faultToText(const GuidanceFault &fault);
std::optional<GuidanceFault> faultFromText(const QString &text);

/// All it says, a line for each heading, paragraph, item and row.
QString plainTextOf(const QList<GuidanceBlock> &blocks);
QString plainTextOf(const GuidanceRuns &runs);

/// How well a page fits what somebody looks for.
struct GuidanceHit {
    enum class By { Title, Words, Text };
    qsizetype page = 0; ///< its index
    By by = By::Title;
    QString where = {}; ///< Words: the one that fits; Text: the words around it
    bool operator==(const GuidanceHit &) const = default;
};
/// What pages say, made ready for looking through it with every letter that is typed.
class GuidanceIndex {
public:
    explicit GuidanceIndex(const QList<GuidancePage> &pages);
    /// The pages that fit, the best first, else in their order: in the title, among the words, anywhere in the text (from
    /// three letters on, and then every word that was typed).
    QList<GuidanceHit> find(const QString &typed) const;

private:
    struct Entry {
        QString title; ///< folded, as all that is compared
        QStringList words;
        QStringList foldedWords;
        QString text; ///< as it stands
        QString all;
    };
    static std::optional<GuidanceHit> hitOf(const Entry &entry, const QString &typed);
    QList<Entry> m_entries;
};

} // namespace keywork
