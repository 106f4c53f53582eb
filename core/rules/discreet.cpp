// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/discreet.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace keywork {

QString discreetText(const QString &text)
{
    static const QRegularExpression hidden(
        u"\\b(methadone|buprenorphine|subutex|buvidal|espranor|suboxone|pregabalin|gabapentin|diazepam|valium|zopiclone|codeine|"
        "dihydrocodeine|tramadol|morphine|oramorph|fentanyl|naltrexone|mirtazapine|olanzapine|quetiapine|methylphenidate|"
        "drugs?|naloxone|needles?|syringes?|heroin|cocaine|crack|cannabis|spice|alcohol|drinking|detox|rehab|overdos(?:e|es|ing)|"
        "probation|court|police|tag|hostel|licence|"
        "prescriptions?|scripts?|medicines?|medication|tablets?|doses?|pharmac(?:y|ies|ists?)|chemists?)\\b"
        "|\\b[0-9]+(?:[.,][0-9]+)?\\s*(?:mg|ml|mcg|micrograms?|milligrams?|millilitres?)\\b"
        "|\\b[0-2]?[0-9][:.][0-5][0-9]\\b(?:\\s*[ap]m\\b)?|\\b[0-1]?[0-9]\\s*[ap]m\\b|\\b(?:noon|midday|midnight)\\b"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    QString discreet = text;
    return discreet.replace(hidden, u"–"_s);
}

PlanSnapshot discreetCopy(const PlanSnapshot &snapshot)
{
    PlanSnapshot copy = snapshot;
    copy.stage.clear();
    copy.ifThingsGetHarder.clear(); // in the full copy; the page says whom to tell
    copy.naloxonePlace.clear();
    for (QString PlanSnapshot::*member :
        {&PlanSnapshot::inMyWords, &PlanSnapshot::hopes, &PlanSnapshot::longerTerm, &PlanSnapshot::strengths, &PlanSnapshot::whatHelps,
            &PlanSnapshot::ifThingsGetHarder, &PlanSnapshot::whoSeesThis, &PlanSnapshot::howToContact})
        copy.*member = discreetText(copy.*member);
    for (PlanSnapshot::AreaPart &part : copy.areas) {
        if (part.area == QLatin1String(codeOf(Area::Health)) || part.area == QLatin1String(codeOf(Area::SubstanceUse))) {
            part.goals.clear();
            part.ownWords.clear();
            part.selfRating = part.ratingBefore = part.readiness = std::nullopt;
            continue;
        }
        part.ownWords = discreetText(part.ownWords);
        for (PlanSnapshot::Goal &goal : part.goals) {
            goal.statement = discreetText(goal.statement);
            goal.barriers = discreetText(goal.barriers);
            for (PlanSnapshot::Step &step : goal.steps) {
                step.what = discreetText(step.what);
                for (QString &who : step.who)
                    who = discreetText(who);
            }
        }
    }
    return copy;
}

} // namespace keywork
