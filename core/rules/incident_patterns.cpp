// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/incident_patterns.h"

#include <QHash>
#include <QMap>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kHours = 24;
constexpr int kWeekdays = 7;

void count(PatternCount &into, const PatternIncident &incident) { ++(incident.isNearMiss() ? into.nearMisses : into.incidents); }

/// Counts by any words; two that are the same but for case and blanks are one.
class PatternCounter {
public:
    void add(const QString &value, const PatternIncident &incident)
    {
        const QString shown = value.simplified();
        const QString key = shown.toCaseFolded();
        count(m_counts[key], incident);
        ++m_spellings[key][shown];
    }

    QList<PatternCount> mostFirst() const
    {
        QList<PatternCount> counts;
        for (auto it = m_counts.cbegin(); it != m_counts.cend(); ++it) {
            PatternCount one = *it;
            const QMap<QString, int> spellings = m_spellings.value(it.key());
            int most = 0;
            for (auto spelling = spellings.cbegin(); spelling != spellings.cend(); ++spelling)
                if (*spelling > most) { // of as many the first in their order
                    most = *spelling;
                    one.value = spelling.key();
                }
            counts.append(one);
        }
        std::sort(counts.begin(), counts.end(), [](const PatternCount &a, const PatternCount &b) {
            const auto key = [](const PatternCount &one) { return std::tuple(one.value.isEmpty(), -one.all(), one.value.toCaseFolded()); };
            return key(a) < key(b);
        });
        return counts;
    }

private:
    QMap<QString, PatternCount> m_counts;
    QHash<QString, QMap<QString, int>> m_spellings;
};

QList<PatternCount> numbered(int first, int many)
{
    QList<PatternCount> counts;
    for (int i = first; i < first + many; ++i)
        counts.append({QString::number(i), 0, 0});
    return counts;
}

} // namespace

IncidentPatterns incidentPatterns(const QList<PatternIncident> &incidents)
{
    IncidentPatterns patterns;
    patterns.byHour = numbered(0, kHours);
    patterns.byWeekday = numbered(1, kWeekdays);
    PatternCounter kinds;
    PatternCounter places;
    PatternCounter substances;
    for (const PatternIncident &incident : incidents) {
        ++(incident.isNearMiss() ? patterns.nearMisses : patterns.incidents);
        kinds.add(incident.kind, incident);
        places.add(incident.place, incident);
        count(patterns.byHour[incident.at.time().hour()], incident);
        count(patterns.byWeekday[incident.at.date().dayOfWeek() - 1], incident);
        for (const QString &substance : incident.substances)
            substances.add(substance, incident);
    }
    patterns.byKind = kinds.mostFirst();
    patterns.byPlace = places.mostFirst();
    patterns.bySubstance = substances.mostFirst();
    return patterns;
}

QStringList substancesNamed(const QString &text, const QStringList &names)
{
    QStringList byLength = names;
    std::stable_sort(byLength.begin(), byLength.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    QString rest = text;
    QStringList found;
    for (const QString &name : byLength) {
        if (name.trimmed().isEmpty() || !rest.contains(name, Qt::CaseInsensitive))
            continue;
        const QRegularExpression whole(u"(?<![\\p{L}\\p{N}])"_s + QRegularExpression::escape(name) + u"(?![\\p{L}\\p{N}])"_s,
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
        if (!rest.contains(whole))
            continue;
        found.append(name);
        rest.replace(whole, u"\n"_s);
    }
    std::stable_sort(
        found.begin(), found.end(), [&names](const QString &a, const QString &b) { return names.indexOf(a) < names.indexOf(b); });
    return found;
}

} // namespace keywork
