// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/told.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

bool saysSo(const PlanSnapshot::AreaPart &part)
{
    QStringList said{part.ownWords};
    for (const PlanSnapshot::Goal &goal : part.goals) {
        said.append({goal.statement, goal.barriers});
        for (const PlanSnapshot::Step &step : goal.steps)
            said.append(step.what + u' ' + step.who.join(u' '));
    }
    return speaksOfCourt(said.join(u'\n'));
}

} // namespace

bool speaksOfCourt(const QString &text)
{
    // Beginnings of words, and short words as a whole. "Fine" alone is how most people say that they are well.
    static const QRegularExpression words(
        u"\\b(?:court|probation|police|polic(?:ing|eman|ewoman)|offen[cds]|re-?offen[cds]|crim[ei]|arrest|"
        "convict|sentenc|magistrat|solicitor|barrister|lawyer|legal aid|judge|jury|prison|jail|gaol|"
        "custod|remand|parole|licen[cs]e|curfew|warrant|tagged|electronic tag|bail(?:ed|iffs?)?\\b|"
        "tags?\\b|charge[ds]?\\b|caution|summons|hearings?\\b|trials?\\b|plea\\b|plead|guilty|verdict|"
        "fine[ds]\\b|(?:an?|the|my|your|his|her|their|this|court|unpaid|parking|pay|paying|paid|owes?) fine\\b|"
        "fine (?:of|from|to pay|owed|due|unpaid)\\b|unpaid work|payback|community order|supervision order|rehabilitation "
        "(?:activity|requirement)|treatment requirement|restraining|injunction|non-?molestation|"
        "restorative|shoplift|theft|stole|burglar|robbery|assault|antisocial|"
        "anti-social|asbo|cbo|mappa|iom|drr|atr|psr|recall|released?\\b|served time)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return words.match(text).hasMatch();
}

bool areaMayLeave(const PlanSnapshot::AreaPart &part, const std::set<Category> &leaving)
{
    const auto area = fromCode<Area>(part.area);
    if (!area)
        return false;
    const FixedOption &told = optionOf(*area);
    return !told.category || leaving.contains(*told.category) || (told.tells == Tells::WhereSpoken && !saysSo(part));
}

bool someAreasStay(const std::set<Category> &leaving)
{
    const auto &areas = Codes<Area>::options;
    return std::any_of(
        areas.begin(), areas.end(), [&leaving](const FixedOption &area) { return area.category && !leaving.contains(*area.category); });
}

} // namespace keywork
