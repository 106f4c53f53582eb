// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/fhir_resources.h"

using namespace Qt::StringLiterals;

namespace keywork::fhir {

namespace {

/// Our own forms have no address elsewhere.
QString canonical(const SharedAssessment &assessment)
{
    const QString name = QString(assessment.form).replace(u'_', u'-');
    return u"https://keywork.example/fhir/Questionnaire/%1|%2"_s.arg(name, QString::number(assessment.formVersion));
}

} // namespace

/// The answers of one category, in the sections of the form: a resource of its own for each section of the referral, so
/// that taking one out takes nothing of another.
Resource Resources::questionnaire(const SharedAssessment &assessment, Category category) const
{
    const QString id = uuid(m_facts, u"assessment."_s + QLatin1String(codeOf(category)), assessment.id);
    QJsonObject object = begin(u"QuestionnaireResponse"_s, id);
    object.insert(u"questionnaire"_s, canonical(assessment));
    object.insert(u"status"_s, u"completed"_s);
    object.insert(u"authored"_s, instant(assessment.finishedAt));
    QJsonArray sections;
    for (qsizetype i = 0; i < assessment.answers.size();) {
        const SharedAnswer &first = assessment.answers.at(i);
        QJsonArray questions;
        for (; i < assessment.answers.size() && assessment.answers.at(i).section == first.section; ++i) {
            const SharedAnswer &one = assessment.answers.at(i);
            if (plain(one.answer).isEmpty())
                continue;
            questions.append(QJsonObject{{u"linkId"_s, one.question}, {u"text"_s, plain(one.asked)},
                {u"answer"_s, QJsonArray{QJsonObject{{u"valueString"_s, plain(one.answer)}}}}});
        }
        if (!questions.isEmpty()) // an id of a section may be one of a question's too
            sections.append(
                QJsonObject{{u"linkId"_s, u"section."_s + first.section}, {u"text"_s, plain(first.sectionTitle)}, {u"item"_s, questions}});
    }
    put(object, u"item"_s, sections);
    return {id, object};
}

} // namespace keywork::fhir
