// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sharing/referral_gathering.h"

#include "core/domain/agency.h"
#include "core/domain/kinds.h"
#include "core/domain/substance.h"
#include "core/domain/told.h"
#include "core/record/row_text.h"
#include "core/record/validation.h"
#include "core/services/care/forms.h"
#include "core/services/records/records.h"
#include "core/services/sharing/agreements.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

bool tellsOnly(const Row &row, const std::set<Category> &wanted)
{
    const auto also = row.type->alsoTells ? row.type->alsoTells(row) : std::nullopt;
    return !also || wanted.contains(*also);
}

/// Of an area of the plan, what may be read elsewhere: who carries a step, and what stands in the way, stay in the house.
PlanSnapshot::AreaPart leavingPart(const PlanSnapshot::AreaPart &part)
{
    PlanSnapshot::AreaPart leaves;
    leaves.area = part.area;
    leaves.goals = part.goals;
    for (PlanSnapshot::Goal &goal : leaves.goals) {
        goal.barriers.clear();
        for (PlanSnapshot::Step &step : goal.steps) { // names of others
            step.who.clear();
            step.whoIds.clear();
        }
    }
    return leaves;
}

/// The person's own record leaves field by field, in many sections; what has a section's own code leaves by that.
bool leavesByItself(const RecordType &type)
{
    return &type != &recordType<Person>() && (type.sharedAs == SharedAs::Listed || type.sharedAs == SharedAs::Fields);
}

/// What several people are involved in is never one person's to share.
const Field *tieToOne(const RecordType &type)
{
    const Field *owner = type.tiedBy(Tie::Owner);
    return owner ? owner : type.tiedBy(Tie::Subject);
}

} // namespace

/// As people read it: moments by the house's clock, an agency by its name.
QString ReferralGathering::textOf(const Row &row, const Field &field) const
{
    const QVariant value = row.value(QString::fromLatin1(field.column));
    if (field.kind == Kind::Boolean)
        return u"Yes"_s;
    if (field.kind == Kind::Instant)
        return m_records.clock().local(fromStoredText(value.toString())).toString(u"yyyy-MM-dd HH:mm"_s);
    if (field.kind != Kind::Reference)
        return plainText(row, field, m_records.choices());
    if (qstrcmp(field.refers, recordType<Substance>().table) == 0) {
        const auto substance = m_records.one(Id<Substance>{value.toLongLong()});
        return substance ? substance->value.name : QString();
    }
    const auto agency = m_records.one(Id<Agency>{value.toLongLong()});
    return agency ? agency->value.name : QString();
}

SharedRecord ReferralGathering::shared(const RecordType &type, qint64 id, const Row &row, Category category) const
{
    SharedRecord record{&type, id, {}, false};
    const NotSaid notSaid = type.hasNotSaid() ? NotSaid::fromJson(row.text(u"not_said"_s)) : NotSaid();
    for (const Field &field : type.fields) {
        const QString column = QString::fromLatin1(field.column);
        const QVariant value = row.value(column);
        if (const auto reason = notSaid.reasons.constFind(column);
            reason != notSaid.reasons.constEnd() && type.shares(field) && type.categoryOf(field) == category && isBlank(value))
            record.unanswered.append({&field, *reason});
        const bool isNo = field.kind == Kind::Boolean && value.toLongLong() == 0;
        if (type.shares(field) && type.categoryOf(field) == category && !isBlank(value) && !isNo)
            record.values.append({&field, value, textOf(row, field)});
    }
    return record;
}

/// A record tells more than its own category: an alert about the court tells of the court, an appointment with probation, too.
Result<bool> ReferralGathering::mayLeave(const Row &row, const std::set<Category> &wanted) const
{
    if (!tellsOnly(row, wanted))
        return false;
    for (const Field &field : row.type->fields) {
        const QVariant named = row.value(QString::fromLatin1(field.column));
        if (!field.refers || qstrcmp(field.refers, recordType<Agency>().table) != 0 || named.isNull() || !row.type->shares(field))
            continue;
        const auto agency = m_records.one(Id<Agency>{named.toLongLong()});
        if (!agency)
            return agency.error();
        if (!tellsOnly(toRow(agency->value), wanted))
            return false;
    }
    return true;
}

/// Theirs of the kind; of what is told anew each time, and of its parts, the latest.
Result<QList<KeptRow>> ReferralGathering::rowsOf(const RecordType &type, const Field &theirs, Id<Person> person) const
{
    const Filter isTheirs{QString::fromLatin1(theirs.column), Filter::Comparison::Equals, person.value};
    const RecordType *head = headOf(type);
    const RecordType &told = head ? *head : type;
    if (!told.latestLeaves)
        return m_records.list(type, {.filters = {isTheirs}});
    const auto latest
        = m_records.list(told, {.filters = {isTheirs}, .orderBy = QString::fromLatin1(told.orderBy), .descending = true, .limit = 1});
    if (!head || !latest || latest->isEmpty())
        return latest;
    return m_records.list(
        type, {.filters = {isTheirs, {QString::fromLatin1(type.childOf), Filter::Comparison::Equals, latest->first().id}}});
}

/// A part says of which day it is, where the whole does.
Done ReferralGathering::addDay(const RecordType &type, const KeptRow &part, SharedRecord &record) const
{
    const RecordType *head = headOf(type);
    const Field *day = head && head->latestLeaves && head->happens ? head->fieldNamed(QString::fromLatin1(head->happens)) : nullptr;
    if (!day || record.values.isEmpty())
        return {};
    const auto whole = m_records.one(*head, part.row.value(QString::fromLatin1(type.childOf)).toLongLong());
    if (!whole)
        return whole.error();
    record.values.append({day, whole->row.value(QString::fromLatin1(day->column)), textOf(whole->row, *day)});
    return {};
}

Done ReferralGathering::addRecords(
    const Kept<Person> &person, const std::set<Category> &wanted, const std::set<Category> &agreed, SharedSection &section) const
{
    for (const RecordType *type : allKinds()) {
        const Field *theirs = leavesByItself(*type) ? tieToOne(*type) : nullptr;
        if (type->category != section.category || !theirs)
            continue;
        const auto rows = rowsOf(*type, *theirs, person.id);
        if (!rows)
            return rows.error();
        for (const KeptRow &kept : *rows) {
            const auto may = mayLeave(kept.row, wanted);
            if (!may)
                return may.error();
            if (!*may)
                continue;
            const auto isAgreed = mayLeave(kept.row, agreed);
            if (!isAgreed)
                return isAgreed.error();
            SharedRecord record = shared(*type, kept.id, kept.row, section.category);
            record.withoutAgreement = section.agreed && !*isAgreed;
            if (Done dated = addDay(*type, kept, record); !dated)
                return dated;
            if (!record.values.isEmpty())
                section.records.append(record);
        }
    }
    return {};
}

Result<SharedAssessment> ReferralGathering::answersOf(
    const Kept<Assessment> &assessment, const std::set<Category> &wanted, Category category) const
{
    const auto version = m_records.one(assessment.value.formVersionId);
    const auto asked = version ? m_forms.asked(version->id) : Result<std::shared_ptr<const AskedForm>>(version.error());
    if (!asked)
        return asked.error();
    const auto answers = m_records.of<AssessmentAnswer>("assessment_id", assessment.id);
    if (!answers)
        return answers.error();
    SharedAssessment shared{assessment.id.value, assessment.value.number, version->value.form, version->value.versionNumber,
        version->value.title, assessment.value.finishedAt.value_or(assessment.value.begunAt), {}};
    QHash<QString, const AssessmentAnswer *> known;
    for (const Kept<AssessmentAnswer> &answer : *answers)
        if (answer.value.category == category && !answer.value.answer.isEmpty() && tellsOnly(toRow(answer.value), wanted))
            known.insert(answer.value.question, &answer.value);
    for (const FormSection &section : (*asked)->form().sections) // in the order in which they were asked
        for (const Question &question : section.questions)
            if (const AssessmentAnswer *answer = known.value(question.id))
                shared.answers.append({section.id, section.title, question.id, answer->asked, answer->answer});
    return shared;
}

/// The latest that was finished and told most, and a review since: earlier ones say what was, not what is.
Done ReferralGathering::addAssessments(const Kept<Person> &person, const std::set<Category> &wanted, SharedSection &section) const
{
    if (!m_records.mayRead(recordType<Assessment>()))
        return {};
    const auto finished = m_records.all<Assessment>({.filters
        = {{u"person_id"_s, Filter::Comparison::Equals, person.id.value}, {u"state"_s, Filter::Comparison::Equals, u"finished"_s}},
        .orderBy = u"begun_at"_s,
        .descending = true});
    if (!finished)
        return finished.error();
    const auto latest = [&](AssessmentLevel level) {
        return std::find_if(
            finished->cbegin(), finished->cend(), [level](const Kept<Assessment> &one) { return one.value.level == level; });
    };
    const auto full = latest(AssessmentLevel::Full);
    const auto whole = full != finished->cend() ? full : latest(AssessmentLevel::FirstConversation);
    const auto review = latest(AssessmentLevel::Review);
    QList<Kept<Assessment>> told;
    if (whole != finished->cend())
        told.append(*whole);
    if (review != finished->cend() && (told.isEmpty() || review->value.begunAt >= told.first().value.begunAt))
        told.append(*review);
    for (const Kept<Assessment> &assessment : std::as_const(told)) {
        const auto shared = answersOf(assessment, wanted, section.category);
        if (!shared)
            return shared.error();
        if (!shared->answers.isEmpty())
            section.assessments.append(*shared);
    }
    return {};
}

Done ReferralGathering::addPlan(
    const Kept<Person> &person, const std::set<Category> &wanted, const std::set<Category> &agreed, SharedSection &section) const
{
    const auto versions = m_records.all<CarePlanVersion>(
        {.filters = {{u"person_id"_s, Filter::Comparison::Equals, person.id.value}, {u"state"_s, Filter::Comparison::Equals, u"issued"_s}},
            .orderBy = u"id"_s,
            .descending = true,
            .limit = 1});
    if (!versions)
        return versions.error();
    section.noIssuedPlan = versions->isEmpty();
    if (versions->isEmpty())
        return {};
    const Kept<CarePlanVersion> &version = versions->first();
    const auto snapshot = m_plans.snapshotNow(version.id);
    if (!snapshot)
        return snapshot.error();
    const auto said = m_records.all<SignOff>(
        {.filters = {{u"version_id"_s, Filter::Comparison::Equals, version.id.value}}, .orderBy = u"id"_s, .descending = true, .limit = 1});
    if (!said)
        return said.error();
    const QString signOff = said->isEmpty() ? QString() : QString::fromLatin1(codeOf(said->first().value.kind));
    SharedPlan plan{version.value.planId.value, version.id.value, version.value.fingerprint, signOff, {}};
    plan.snapshot.planNumber = snapshot->planNumber;
    plan.snapshot.version = snapshot->version;
    plan.snapshot.issuedOn = snapshot->issuedOn;
    plan.areasLeftOut = someAreasStay(wanted);
    for (const PlanSnapshot::AreaPart &part : snapshot->areas) {
        if (!areaMayLeave(part, wanted))
            continue;
        plan.snapshot.areas.append(leavingPart(part));
        if (section.agreed && !areaMayLeave(part, agreed))
            plan.withoutAgreement.append(part.area);
    }
    section.plan = plan;
    return {};
}

Result<QList<SharedSection>> ReferralGathering::sections(
    const Kept<Person> &person, const std::set<Category> &wanted, const std::set<Category> &agreed) const
{
    QList<SharedSection> all;
    const Row row = toRow(person.value);
    for (const Category category : Agreements::offered()) {
        if (!wanted.contains(category))
            continue;
        SharedSection section;
        section.category = category;
        section.agreed = agreed.contains(category);
        if (const SharedRecord own = shared(recordType<Person>(), person.id.value, row, category);
            !own.values.isEmpty() || !own.unanswered.isEmpty())
            section.records.append(own);
        Done done = addRecords(person, wanted, agreed, section);
        if (done)
            done = addAssessments(person, wanted, section);
        if (done && category == Category::CarePlan)
            done = addPlan(person, wanted, agreed, section);
        if (!done)
            return done.error();
        if (category == Category::SubstanceUse) {
            const auto entries = m_stages.entries(person.id);
            if (!entries)
                return entries.error();
            section.stages = holdingEntries(*entries);
            section.withHousing = wanted.contains(Category::Housing);
        }
        all.append(section);
    }
    return all;
}

} // namespace keywork
