// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/referral_document.h"

#include "core/domain/person.h"
#include "ui/print/house_paper.h"
#include "ui/print/say.h"
#include "ui/text/field_label.h"
#include "ui/text/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

QString readable(const SharedValue &value)
{
    switch (value.field->kind) {
    case Kind::Date:
        return words::isoDate(value.text);
    case Kind::PartialDate: {
        const auto date = PartialDate::fromText(value.text);
        return date ? words::partialDate(*date) : value.text;
    }
    case Kind::Instant: // the house's time, as it was gathered
        return words::moment(QDateTime::fromString(value.text, u"yyyy-MM-dd HH:mm"_s));
    case Kind::Boolean:
        return words::yesNo(true);
    default:
        // A fixed list's label is translated, an open list's stands as the manager worded it.
        return value.field->kind == Kind::Choice ? words::label(value.text.toUtf8().constData()) : value.text;
    }
}

void addLines(Document &document, const SharedRecord &record)
{
    for (const SharedValue &value : record.values)
        document.add(text({{words::label(value.field->label) + u"  "_s, true, false}, {readable(value)}}, 9.5, 4));
    for (const SharedUnanswered &question : record.unanswered)
        document.add(text({{words::label(question.field->label) + u"  "_s, true, false}, {words::labelFor(question.reason)}}, 9.5, 4));
}

std::optional<NotSaidReason> whyNot(const SharedRecord &record, const Field *field)
{
    for (const SharedUnanswered &question : record.unanswered)
        if (question.field == field)
            return question.reason;
    return {};
}

/// The fields that one of them at least says something of.
QList<const Field *> columnsOf(const RecordType &type, const QList<SharedRecord> &records)
{
    QList<const Field *> columns;
    for (const Field &field : type.fields)
        for (const SharedRecord &record : records)
            if ((!record.text(field.column).isEmpty() || whyNot(record, &field)) && !columns.contains(&field))
                columns.append(&field);
    return columns;
}

BlockPtr captionOf(const char *title, const QString &beside = {})
{
    const QString soft = beside.isEmpty() ? QString() : u" · "_s + beside;
    const BlockPtr caption = text({{words::label(title), true, true}, {soft, false, true}}, 9, 2);
    caption->keepWithNext = true;
    return caption;
}

/// Records of one kind as a table; a column that is empty in all of them is left out.
void addTable(Document &document, const RecordType &type, const QList<SharedRecord> &records)
{
    const QList<const Field *> columns = columnsOf(type, records);
    Table rows;
    for (const Field *field : std::as_const(columns)) {
        rows.head.append(words::label(field->label));
        rows.shares.append(1.0 / qreal(columns.size()));
    }
    for (const SharedRecord &record : records) {
        QList<Runs> cells;
        for (const Field *field : std::as_const(columns)) {
            Runs cell;
            for (const SharedValue &value : record.values)
                if (value.field == field)
                    cell = {{readable(value)}};
            if (const auto reason = whyNot(record, field))
                cell = {{words::labelFor(*reason), false, true}};
            if (record.withoutAgreement && cells.isEmpty())
                cell.append({(cell.isEmpty() ? QString() : u"\n"_s) + say("shared without agreement"), true, false});
            cells.append(cell);
        }
        rows.rows.append(cells);
    }
    document.add(captionOf(type.titleMany));
    document.add(table(rows));
}

/// Whatever leaves of a kind: one record that is told whole, or has more fields than a row holds, says them line by line
/// below its name; several stand below each other in a table.
void addKind(Document &document, const RecordType &type, const QList<SharedRecord> &records)
{
    constexpr int kMostInARow = 7;
    const bool isLong = columnsOf(type, records).size() > kMostInARow;
    if (type.sharedAs != SharedAs::Fields || (records.size() > 1 && !isLong))
        return addTable(document, type, records);
    for (const SharedRecord &record : records) {
        document.add(captionOf(type.title, record.withoutAgreement ? say("shared without agreement") : QString()));
        addLines(document, record);
    }
}

void addStages(Document &document, const SharedSection &section)
{
    Table rows;
    rows.shares = section.withHousing ? QList<qreal>{0.18, 0.46, 0.36} : QList<qreal>{0.25, 0.75};
    QList<const char *> columns{"from_on", "stage"};
    if (section.withHousing)
        columns.append("housing");
    for (const char *column : std::as_const(columns))
        rows.head.append(words::labelOfField<StageEntry>(column));
    for (const Kept<StageEntry> &entry : section.stages) {
        QList<Runs> cells{Runs{{words::date(entry.value.fromOn)}}, Runs{{words::labelFor(entry.value.stage)}}};
        if (section.withHousing)
            cells.append(Runs{{words::labelFor(entry.value.housing)}});
        rows.rows.append(cells);
    }
    document.add(table(rows));
}

QString standing(const PlanSnapshot::Goal &goal)
{
    QStringList parts;
    if (const auto status = fromCode<GoalStatus>(goal.status))
        parts.append(words::labelFor(*status));
    if (const auto agreed = fromCode<GoalAgreement>(goal.agreement); agreed && *agreed != GoalAgreement::Agreed)
        parts.append(words::labelFor(*agreed));
    return parts.join(u", "_s);
}

QString stepText(const PlanSnapshot::Step &step)
{
    const auto status = fromCode<StepStatus>(step.status);
    if (status == StepStatus::Completed)
        return step.doneOn.isEmpty() ? say("%1 (done)").arg(step.what) : say("%1 (done %2)").arg(step.what, words::isoDate(step.doneOn));
    const QString due = step.due.isEmpty() ? step.what : say("%1 (by %2)").arg(step.what, words::isoDate(step.due));
    return status == StepStatus::UnderWay ? say("%1, under way").arg(due) : due;
}

void addPlan(Document &document, const SharedPlan &plan)
{
    const auto signOff = fromCode<SignOffKind>(plan.signOff);
    const QString said = signOff ? words::labelFor(*signOff) : say("Nothing said to it yet");
    document.add(text({{say("%1, version %2, %3. Sign-off: %4.")
                              .arg(plan.snapshot.planNumber, QString::number(plan.snapshot.version), plan.fingerprint, said),
                          false, true}},
        8.5, 4));
    Table rows;
    rows.shares = {0.24, 0.36, 0.40};
    rows.head = {say("Area"), say("Goal"), say("Steps")};
    for (const PlanSnapshot::AreaPart &part : plan.snapshot.areas)
        for (const PlanSnapshot::Goal &goal : part.goals) {
            QStringList steps;
            for (const PlanSnapshot::Step &step : goal.steps)
                steps.append(stepText(step));
            const auto area = fromCode<Area>(part.area);
            Runs name{{area ? words::labelFor(*area) : part.area}};
            if (plan.withoutAgreement.contains(part.area))
                name.append({u"\n"_s + say("shared without agreement"), true, false});
            rows.rows.append(
                QList<Runs>{name, Runs{{goal.statement}, {u"\n"_s + standing(goal), false, true}}, Runs{{steps.join(u"\n"_s)}}});
        }
    // Before the table: behind it the sentence may stand on a page of its own.
    if (plan.areasLeftOut)
        document.add(text({{say("Areas of the plan about something that is not shared here are left out."), false, true}}, 8.5, 4));
    if (!rows.rows.isEmpty())
        document.add(table(rows));
}

void addAssessment(Document &document, const SharedAssessment &assessment)
{
    const BlockPtr caption = text({{assessment.title, true, true},
                                      {u" · "_s + assessment.number + u" · "_s + words::date(assessment.finishedAt.date()), false, true}},
        9, 2);
    caption->keepWithNext = true;
    document.add(caption);
    for (const SharedAnswer &answer : assessment.answers) {
        const BlockPtr asked = text({{answer.asked, false, true}}, 9, 1);
        asked->keepWithNext = true;
        document.add(asked);
        document.add(flowing(answer.answer));
    }
}

void addSection(Document &document, const SharedSection &section, const ReferralFacts &facts)
{
    document.add(heading(words::labelFor(section.category), section.agreed ? QString() : say("shared without agreement")));
    QList<const RecordType *> kinds;
    for (const SharedRecord &record : section.records) {
        if (record.type == &recordType<Person>()) // its heading says whose
            addLines(document, record);
        else if (!kinds.contains(record.type))
            kinds.append(record.type);
    }
    for (const RecordType *kind : std::as_const(kinds)) {
        QList<SharedRecord> records;
        for (const SharedRecord &record : section.records)
            if (record.type == kind)
                records.append(record);
        addKind(document, *kind, records);
    }
    if (!section.stages.isEmpty())
        addStages(document, section);
    for (const SharedAssessment &assessment : section.assessments)
        addAssessment(document, assessment);
    if (section.plan)
        addPlan(document, *section.plan);
    if (section.isEmpty() && !facts.tellsDoses(section))
        document.add(text(
            {{section.noIssuedPlan ? say("No version of the care plan has been issued yet.") : say("Nothing recorded."), false, true}}));
    if (facts.tellsDoses(section))
        for (const QString &sentence : words::doses(facts.doses))
            document.add(text({{sentence, true, false}}));
}

Runs whoItIsAbout(const ReferralFacts &facts)
{
    Runs who{{facts.person, true, false}};
    const SharedSection *identity = facts.section(Category::Identity);
    for (const SharedRecord &record : identity ? identity->records : QList<SharedRecord>()) {
        if (record.type->sharedAs != SharedAs::Fields)
            continue;
        for (const SharedValue &value : record.values)
            if (qstrcmp(value.field->column, "pronouns") == 0)
                who.append({u", "_s + readable(value), false, false});
        for (const SharedValue &value : record.values)
            if (qstrcmp(value.field->column, "born_on") == 0)
                who.append({u", "_s + say("born %1").arg(readable(value)), false, false});
    }
    return who;
}

void addBasis(Document &document, const ReferralFacts &facts)
{
    if (facts.agreement)
        document.add(
            text({{say("%1 agreed on %2 that we share this with %3, until %4.")
                         .arg(facts.person, words::date(facts.agreement->fromOn), facts.agency.name, words::date(facts.agreement->untilOn)),
                     false, true}},
                8.5, 3));
    if (facts.lawful)
        document.add(text({{say("Where it says “shared without agreement”, we share it for a lawful reason: %1. %2")
                                  .arg(words::shortLabelFor(facts.lawful->ground), facts.lawful->because),
                              true, false}},
            8.5, 3));
    document.add(text({{say("Prepared by %1.").arg(facts.author.name), false, true}}, 8.5, 8));
}

Document begun(const ReferralFacts &facts, const QString &fingerprint, const QString &title)
{
    Document document;
    document.title = title;
    const QString reference = facts.number.isEmpty() ? say("preview") : facts.number;
    const QString print = fingerprint.isEmpty() ? QString() : u" · "_s + fingerprint;
    document.footLeft = say("Ref %1").arg(reference) + print;
    document.footMiddle = facts.person + u" · "_s + say("contains sensitive personal data");
    const QString day = words::date(facts.preparedAt.date());
    document.add(sideBySide(
        together({text({{title, true, false}}, 17, 2),
            text({{say("To %1").arg(facts.agency.name) + u" · "_s + day + u" · "_s + say("Ref %1").arg(reference), false, true}}, 9.5, 0)}),
        rightText(facts.hostel.name + u'\n' + facts.hostel.address + u'\n' + facts.hostel.telephone), 0.66));
    return document;
}

void addContent(Document &document, const ReferralFacts &facts)
{
    document.add(text(whoItIsAbout(facts), 11, 4));
    addBasis(document, facts);
    document.add(together({heading(say("Why")), text({{facts.reason}})}));
    for (const SharedSection &section : facts.sections)
        addSection(document, section, facts);
}

} // namespace

Document referralDocument(const ReferralFacts &facts, const QString &fingerprint)
{
    Document document = begun(facts, fingerprint, say("Referral"));
    addContent(document, facts);
    return document;
}

Document ownCopy(const ReferralFacts &facts, const QString &fingerprint)
{
    Document document = begun(facts, fingerprint, say("Your copy of a referral"));
    document.add(boxed({text({{say("This is what we shared about you with %1. You can ask what became of it, ask us to correct it, "
                                   "and change your mind about sharing at any time: it does not affect your place here.")
                                     .arg(facts.agency.name)}},
        10, 0)}));
    addContent(document, facts);
    return document;
}

} // namespace keywork::print
