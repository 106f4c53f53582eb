// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/substance_use.h"
#include "core/exchange/kinds.h"

using namespace Qt::StringLiterals;

namespace keywork::fhir {

namespace {

QString useFieldCode(const SharedRecord &record, const char *column)
{
    return QString::fromLatin1(record.type->table) + u'.' + QString::fromLatin1(column);
}

/// One observation a substance; never a Condition, since nobody here diagnoses (exchange.md).
QList<Resource> substanceUse(const Resources &from, const SharedRecord &record)
{
    const QString substance = plain(record.text("substance_id"));
    if (substance.isEmpty())
        return {};
    const QString id = uuid(from.facts(), u"substance_use"_s, record.id);
    QJsonObject object = from.begin(u"Observation"_s, id);
    object.insert(u"status"_s, u"final"_s);
    object.insert(
        u"category"_s, QJsonArray{codeable(coding(u"http://terminology.hl7.org/CodeSystem/observation-category"_s, u"social-history"_s))});
    object.insert(u"code"_s, codeable(coding(localSystem("record-field"), useFieldCode(record, "substance_id")), u"Substance used"_s));
    const QString day = record.code("as_on");
    object.insert(u"effectiveDateTime"_s, day.isEmpty() ? instant(from.facts().preparedAt) : day);
    object.insert(u"valueCodeableConcept"_s, textOnly(substance));
    QJsonArray components;
    for (const SharedValue &value : record.values) {
        const bool isSaidAbove = qstrcmp(value.field->column, "substance_id") == 0 || qstrcmp(value.field->column, "as_on") == 0;
        const QString said = plain(value.text);
        if (isSaidAbove || said.isEmpty())
            continue;
        const QJsonObject code = codeable(
            coding(localSystem("record-field"), useFieldCode(record, value.field->column)), QString::fromUtf8(value.field->label));
        components.append(QJsonObject{{u"code"_s, code}, {u"valueCodeableConcept"_s, textOnly(said)}});
    }
    for (const SharedUnanswered &question : record.unanswered) {
        const QJsonObject code = codeable(
            coding(localSystem("record-field"), useFieldCode(record, question.field->column)), QString::fromUtf8(question.field->label));
        components.append(QJsonObject{{u"code"_s, code}, {u"dataAbsentReason"_s, absentReason(question.reason)}});
    }
    put(object, u"component"_s, components);
    return {{id, object}};
}

} // namespace

ExchangeKind exchangedSubstanceUse() { return {&recordType<SubstanceUse>(), substanceUse}; }

} // namespace keywork::fhir
