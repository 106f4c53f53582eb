// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/risk.h"
#include "core/exchange/kinds.h"

using namespace Qt::StringLiterals;

namespace keywork::fhir {

namespace {

/// What has no element of its own, a note an answer, so that nothing is lost beside the text of the section.
QJsonArray notesBeside(const SharedRecord &record, const QStringList &saidElsewhere)
{
    QJsonArray notes;
    for (const SharedValue &value : record.values) {
        const QString said = plain(value.text);
        if (!said.isEmpty() && !saidElsewhere.contains(QLatin1String(value.field->column)))
            notes.append(QJsonObject{{u"text"_s, QString::fromUtf8(value.field->label) + u": "_s + said}});
    }
    return notes;
}

QJsonObject riskAssessmentBegun(const Resources &from, const QString &id)
{
    QJsonObject object = from.begin(u"RiskAssessment"_s, id);
    object.insert(u"status"_s, u"final"_s);
    return object;
}

/// Likelihood and impact leave as words, and never their product alone (domain.md, "Risk").
QList<Resource> riskAssessment(const Resources &from, const SharedRecord &record)
{
    const QString kind = plain(record.text("kind"));
    const QString happens = plain(record.text("what_may_happen"));
    if (kind.isEmpty() && happens.isEmpty())
        return {};
    const QString id = uuid(from.facts(), u"risk"_s, record.id);
    QJsonObject object = riskAssessmentBegun(from, id);
    put(object, u"occurrenceDateTime"_s, record.code("reviewed_on"));
    if (!kind.isEmpty())
        object.insert(u"code"_s, textOnly(kind));
    QJsonObject prediction{{u"outcome"_s, textOnly(happens.isEmpty() ? kind : happens)}};
    const QString likelihood = record.text("likelihood");
    const QString impact = record.text("impact");
    if (!likelihood.isEmpty() && !impact.isEmpty())
        prediction.insert(u"qualitativeRisk"_s, textOnly(u"Likelihood %1 of 5, impact %2 of 5"_s.arg(likelihood, impact)));
    object.insert(u"prediction"_s, QJsonArray{prediction});
    put(object, u"mitigation"_s, plain(record.text("plan")));
    put(object, u"note"_s,
        notesBeside(record, {u"kind"_s, u"what_may_happen"_s, u"likelihood"_s, u"impact"_s, u"plan"_s, u"reviewed_on"_s}));
    return {{id, object}};
}

/// The level that a worker recorded; "not known" is a level, too, and never low.
QList<Resource> overdoseLevel(const Resources &from, const SharedRecord &record)
{
    const QString level = plain(record.text("level"));
    if (level.isEmpty())
        return {};
    const QString id = uuid(from.facts(), u"overdose_level"_s, record.id);
    QJsonObject object = riskAssessmentBegun(from, id); // when it was recorded does not leave: no day stands for it
    object.insert(u"code"_s, textOnly(QString::fromUtf8(record.type->title)));
    object.insert(
        u"prediction"_s, QJsonArray{QJsonObject{{u"outcome"_s, textOnly(u"Overdose"_s)}, {u"qualitativeRisk"_s, textOnly(level)}}});
    put(object, u"mitigation"_s, plain(record.text("checks")));
    put(object, u"note"_s, notesBeside(record, {u"level"_s, u"checks"_s}));
    return {{id, object}};
}

} // namespace

ExchangeKind exchangedRisk() { return {&recordType<Risk>(), riskAssessment}; }

ExchangeKind exchangedOverdoseLevel() { return {&recordType<OverdoseLevel>(), overdoseLevel}; }

} // namespace keywork::fhir
