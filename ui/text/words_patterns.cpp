// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_patterns.h"

#include "ui/text/say.h"

#include <QLocale>
#include <functional>

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {

QList<PatternCount> withWords(QList<PatternCount> counts, const std::function<QString(const QString &)> &word)
{
    for (PatternCount &one : counts)
        one.value = one.value.isEmpty() ? say(QT_TRANSLATE_NOOP("words", "not said")) : word(one.value);
    return counts;
}

} // namespace

QList<PatternView> patternViews(const IncidentPatterns &patterns, const ChoiceSource &choices)
{
    const auto itself = [](const QString &value) { return value; };
    return {
        {say(QT_TRANSLATE_NOOP("words", "By kind")), u"kind"_s,
            withWords(patterns.byKind, [&](const QString &code) { return choices.label(u"incident_kind"_s, code); })},
        {say(QT_TRANSLATE_NOOP("words", "By place")), u"place"_s, withWords(patterns.byPlace, itself)},
        {say(QT_TRANSLATE_NOOP("words", "By hour of the day")), u"hour"_s,
            withWords(patterns.byHour, [](const QString &hour) { return hour.rightJustified(2, u'0'); })},
        {say(QT_TRANSLATE_NOOP("words", "By weekday")), u"weekday"_s,
            withWords(patterns.byWeekday, [](const QString &day) { return QLocale().standaloneDayName(day.toInt()); })},
        {say(QT_TRANSLATE_NOOP("words", "By substance that the report names")), u"substance"_s, withWords(patterns.bySubstance, itself)},
    };
}

QString patternTotal(const IncidentPatterns &patterns)
{
    const QString incidents = patterns.incidents == 1 ? say(QT_TRANSLATE_NOOP("words", "1 incident"))
                                                      : say(QT_TRANSLATE_NOOP("words", "%1 incidents")).arg(patterns.incidents);
    const QString nearMisses = patterns.nearMisses == 1 ? say(QT_TRANSLATE_NOOP("words", "1 near miss"))
                                                        : say(QT_TRANSLATE_NOOP("words", "%1 near misses")).arg(patterns.nearMisses);
    return incidents + u", "_s + nearMisses;
}

} // namespace keywork::words
