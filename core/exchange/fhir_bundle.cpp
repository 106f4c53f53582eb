// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/fhir_bundle.h"

#include "core/exchange/fhir_resources.h"

#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace keywork {

using namespace fhir;

namespace {

QString nameOf(const QString &code)
{
    const auto area = fromCode<Area>(code);
    return area ? QString::fromUtf8(labelOf(*area)) : code;
}

const QString kWithoutAgreement = u"Shared without agreement, for a lawful reason."_s;

QString stepText(const PlanSnapshot::Step &step)
{
    const auto status = fromCode<StepStatus>(step.status);
    if (status == StepStatus::Completed)
        return step.doneOn.isEmpty() ? u"%1 (done)"_s.arg(step.what) : u"%1 (done %2)"_s.arg(step.what, step.doneOn);
    const QString due = step.due.isEmpty() ? step.what : u"%1 (by %2)"_s.arg(step.what, step.due);
    return status == StepStatus::UnderWay ? u"%1, under way"_s.arg(due) : due;
}

QJsonObject narrative(const ReferralFacts &facts, const SharedSection &section)
{
    Narrative text;
    if (!section.agreed)
        text.paragraph(kWithoutAgreement);
    for (const SharedRecord &record : section.records) {
        if (record.type == &recordType<Person>()) {
            for (const SharedValue &value : record.values)
                text.line(QString::fromUtf8(value.field->label), value.text);
            for (const SharedUnanswered &question : record.unanswered)
                text.line(QString::fromUtf8(question.field->label), QString::fromUtf8(labelOf(question.reason)));
            continue;
        }
        QStringList cells{QString::fromUtf8(record.type->title)};
        for (const SharedValue &value : record.values)
            cells.append(QString::fromUtf8(value.field->label) + u": "_s + value.text);
        for (const SharedUnanswered &question : record.unanswered)
            cells.append(QString::fromUtf8(question.field->label) + u": "_s + QString::fromUtf8(labelOf(question.reason)));
        if (record.withoutAgreement)
            cells.append(kWithoutAgreement);
        text.row(cells);
    }
    for (const Kept<StageEntry> &entry : section.stages)
        text.row({entry.value.fromOn.toString(Qt::ISODate), QString::fromUtf8(labelOf(entry.value.stage)),
            section.withHousing ? QString::fromUtf8(labelOf(entry.value.housing)) : QString()});
    for (const SharedAssessment &assessment : section.assessments) {
        text.line(assessment.title, u"%1, %2"_s.arg(assessment.number, assessment.finishedAt.date().toString(Qt::ISODate)));
        for (const SharedAnswer &answer : assessment.answers)
            text.row({answer.asked, answer.answer});
    }
    if (section.plan) {
        text.line(u"Care plan"_s,
            u"%1, version %2, %3"_s.arg(
                section.plan->snapshot.planNumber, QString::number(section.plan->snapshot.version), section.plan->fingerprint));
        const auto signOff = fromCode<SignOffKind>(section.plan->signOff);
        text.line(u"Sign-off"_s, QString::fromUtf8(signOff ? labelOf(*signOff) : "Nothing said to it yet"));
        for (const PlanSnapshot::AreaPart &part : section.plan->snapshot.areas)
            for (const PlanSnapshot::Goal &goal : part.goals) {
                QStringList cells{nameOf(part.area), goal.statement};
                if (section.plan->withoutAgreement.contains(part.area))
                    cells.append(kWithoutAgreement);
                if (const auto status = fromCode<GoalStatus>(goal.status))
                    cells.append(QString::fromUtf8(labelOf(*status)));
                if (const auto agreed = fromCode<GoalAgreement>(goal.agreement))
                    cells.append(QString::fromUtf8(labelOf(*agreed)));
                for (const PlanSnapshot::Step &step : goal.steps)
                    cells.append(stepText(step));
                text.row(cells);
            }
        if (section.plan->areasLeftOut)
            text.paragraph(u"Areas of the plan about something that is not shared here are left out."_s);
    }
    if (section.isEmpty() && !facts.tellsDoses(section))
        text.paragraph(section.noIssuedPlan ? u"No version of the care plan has been issued yet."_s : u"Nothing recorded."_s);
    if (facts.tellsDoses(section))
        for (const QString &sentence : doseSentences(facts))
            text.paragraph(sentence);
    return text.toJson();
}

QJsonObject section(const QString &title, const QString &code, const QJsonObject &text, const QList<Resource> &entries)
{
    QJsonObject object{{u"title"_s, title}, {u"code"_s, codeable(coding(localSystem("category"), code))}, {u"text"_s, text}};
    QJsonArray references;
    for (const Resource &entry : entries)
        references.append(reference(entry.uuid));
    put(object, u"entry"_s, references);
    return object;
}

QJsonObject basisText(const ReferralFacts &facts)
{
    Narrative text;
    if (facts.agreement)
        text.paragraph(u"%1 agreed on %2, until %3, that this is shared with %4."_s.arg(facts.person,
            facts.agreement->fromOn.toString(Qt::ISODate), facts.agreement->untilOn.toString(Qt::ISODate), facts.agency.name));
    if (facts.lawful)
        text.paragraph(u"Shared without agreement, for a lawful reason: %1. %2"_s.arg(
            QString::fromUtf8(shortLabelOf(facts.lawful->ground)), facts.lawful->because));
    return text.toJson();
}

/// Collects the entries; a resource that two sections point to stands in the bundle once.
class Entries {
public:
    void add(const Resource &resource)
    {
        if (m_known.contains(resource.uuid))
            return;
        m_known.insert(resource.uuid);
        m_all.append(QJsonObject{{u"fullUrl"_s, urn(resource.uuid)}, {u"resource"_s, resource.body}});
    }
    void add(const QList<Resource> &resources)
    {
        for (const Resource &resource : resources)
            add(resource);
    }
    QJsonArray after(const Resource &first) const
    {
        QJsonArray all{QJsonObject{{u"fullUrl"_s, urn(first.uuid)}, {u"resource"_s, first.body}}};
        for (const QJsonValue &entry : m_all)
            all.append(entry);
        return all;
    }

private:
    QJsonArray m_all;
    QSet<QString> m_known;
};

QJsonObject composition(const ReferralFacts &facts, const QString &id, const Resources &resources)
{
    QJsonObject object{{u"resourceType"_s, u"Composition"_s}, {u"id"_s, id}, {u"language"_s, u"en-GB"_s}};
    object.insert(u"status"_s, facts.number.isEmpty() ? u"preliminary"_s : u"final"_s);
    object.insert(u"type"_s, codeable(coding(kLoinc, u"57133-1"_s), u"Referral note"_s));
    object.insert(u"subject"_s, reference(resources.patientId()));
    object.insert(u"date"_s, instant(facts.preparedAt));
    object.insert(u"author"_s, QJsonArray{reference(resources.authorId())});
    object.insert(u"title"_s, facts.number.isEmpty() ? u"Referral"_s : u"Referral %1"_s.arg(facts.number));
    object.insert(u"confidentiality"_s, u"R"_s);
    object.insert(u"custodian"_s, reference(resources.hostelId()));
    return object;
}

} // namespace

QByteArray fhirBundle(const ReferralFacts &facts)
{
    const Resources resources(facts);
    Entries entries;
    entries.add(resources.patient());
    entries.add(resources.practitioner(facts.author));
    entries.add(resources.organization(u"house"_s, facts.hostel));
    entries.add(resources.organization(u"agency"_s, facts.agency));
    if (const auto practice = resources.generalPractice())
        entries.add(*practice);
    QJsonArray sections;
    Narrative why;
    why.paragraph(facts.reason);
    const Resource request = resources.serviceRequest();
    entries.add(request);
    sections.append(section(u"Why"_s, u"why"_s, why.toJson(), {request}));
    const QList<Resource> consents = facts.agreement ? QList<Resource>{resources.consent()} : QList<Resource>();
    entries.add(consents);
    sections.append(section(u"Agreement to share"_s, u"basis"_s, basisText(facts), consents));
    for (const SharedSection &part : facts.sections) {
        const QList<Resource> inside = resources.of(part);
        for (const Resource &resource : inside)
            if (resource.body.contains(u"careManager"_s))
                entries.add(resources.practitioner(*facts.keyworker));
        entries.add(inside);
        sections.append(
            section(QString::fromUtf8(labelOf(part.category)), QString::fromLatin1(codeOf(part.category)), narrative(facts, part), inside));
    }
    const QString id = uuid(facts, u"composition"_s, facts.referralId);
    QJsonObject first = composition(facts, id, resources);
    first.insert(u"section"_s, sections);
    const QJsonObject bundle{{u"resourceType"_s, u"Bundle"_s}, {u"type"_s, u"document"_s},
        {u"identifier"_s,
            QJsonObject{{u"system"_s, u"urn:ietf:rfc:3986"_s}, {u"value"_s, urn(uuid(facts, u"bundle"_s, facts.referralId))}}},
        {u"timestamp"_s, instant(facts.preparedAt)}, {u"entry"_s, entries.after({id, first})}};
    return QJsonDocument(bundle).toJson(QJsonDocument::Indented);
}

} // namespace keywork
