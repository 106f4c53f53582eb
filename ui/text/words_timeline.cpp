// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/records.h"
#include "core/services/records/timeline.h"
#include "ui/text/say.h"
#include "ui/text/timeline_words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {

bool isMark(QChar c) { return c == u',' || c == u':' || c == u'.' || c == u';'; }
bool isBetween(QChar c) { return isMark(c) || c.isSpace(); }

QString withoutEnd(QString text)
{
    while (!text.isEmpty() && isBetween(text.back()))
        text.chop(1);
    return text;
}

QString withoutBlanksAtEnd(QString text)
{
    while (!text.isEmpty() && text.back().isSpace())
        text.chop(1);
    return text;
}

/// Words behind a cell that was empty: of the marks and blanks on both sides of it one set stays.
QString joinedOverGap(const QString &before, const QString &after)
{
    qsizetype between = 0;
    bool hasMark = false;
    for (; between < after.size() && isBetween(after.at(between)); ++between)
        hasMark = hasMark || isMark(after.at(between));
    const QString trimmed = withoutBlanksAtEnd(before);
    if (trimmed.isEmpty() || isMark(trimmed.back()) || !hasMark)
        return before + (before.isEmpty() || before.back().isSpace() ? after.mid(between) : after);
    return trimmed + after;
}

QString firstCell(const QString &columns, const std::function<QString(const QString &)> &cell)
{
    for (const QString &column : columns.split(u'|'))
        if (const QString text = cell(column).simplified(); !text.isEmpty())
            return text;
    return {};
}

} // namespace

QString filled(const QString &pattern, const std::function<QString(const QString &)> &cell)
{
    QString sentence;
    bool isGap = false;
    const auto addWords = [&](const QString &words) {
        if (words.isEmpty())
            return;
        sentence = isGap ? joinedOverGap(sentence, words) : sentence + words;
        isGap = false;
    };
    for (qsizetype at = 0; at < pattern.size();) {
        const qsizetype opens = pattern.indexOf(u'{', at);
        const qsizetype closes = opens < 0 ? -1 : pattern.indexOf(u'}', opens);
        if (closes < 0) {
            addWords(pattern.mid(at));
            break;
        }
        addWords(pattern.mid(at, opens - at));
        const QString text = firstCell(pattern.mid(opens + 1, closes - opens - 1), cell);
        sentence += text;
        isGap = text.isEmpty();
        at = closes + 1;
    }
    return isGap ? withoutEnd(sentence) : sentence.trimmed();
}

QString nameOf(const Row &row, const ChoiceSource &choices, const Clock &clock)
{
    if (!row.type->called)
        return label(row.type->title);
    return filled(label(row.type->called), [&](const QString &column) {
        const Field *field = row.type->fieldNamed(column);
        return field ? value(row, *field, choices, {}, clock) : QString();
    });
}

QString nameOf(const Row &row, const Records &records) { return nameOf(row, records.choices(), records.clock()); }

Names namesFrom(const keywork::Names &names)
{
    return [&names](const QString &table, qint64 id) {
        const Row *row = names.named(table, id);
        return row ? nameOf(*row, names.records()) : QString();
    };
}

QString kindOfLine(const RecordType &type) { return label(type.titleShort ? type.titleShort : type.title); }

QString happening(const TimelineLine &line, const Names &names, const ChoiceSource &choices, const Clock &clock)
{
    const Row &row = line.record.row;
    const auto sentence = line.phase == Phase::Happened ? row.type->happened : row.type->ended;
    const char *pattern = sentence ? sentence(row) : nullptr;
    if (!pattern)
        return line.phase == Phase::Happened ? label(row.type->title)
                                             : say(QT_TRANSLATE_NOOP("words", "%1: ended")).arg(label(row.type->title));
    return filled(label(pattern), [&](const QString &column) {
        const Field *field = row.type->fieldNamed(column);
        return field ? value(row, *field, choices, names, clock) : QString();
    });
}

QString timelineDay(const TimelineLine &line, const Clock &clock)
{
    const QDate day = clock.local(line.at).date();
    return weekday(day, clock.today());
}

QString timelineTime(const TimelineLine &line, const Clock &clock) { return line.isDay ? QString() : time(clock.local(line.at)); }

} // namespace keywork::words
