// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/assessments.h"

#include "core/base/text.h"
#include "core/services/care/forms.h"
#include "core/services/records/records.h"

#include <QScopeGuard>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// No question has such an id.
QString leftOutKey(const QString &section) { return u"left out: "_s + section; }

QVariant decoded(const Field &field, const QString &value)
{
    if (value.isEmpty())
        return field.nullable ? QVariant() : QVariant(emptyText());
    return field.kind == Kind::Integer ? QVariant(value.toLongLong()) : QVariant(value);
}

/// As every text is kept: without stray blanks, on one line where one line was asked for.
Row cleanedAnswers(Row answers)
{
    for (size_t i = 0; i < answers.type->fields.size(); ++i) {
        const Field &field = answers.type->fields[i];
        QVariant &value = answers.values[qsizetype(i)];
        if (field.kind != Kind::Text || field.columns || value.isNull() || holdsControlCharacters(value.toString()))
            continue;
        const QString text = cleaned(field.multiline ? value.toString() : onOneLine(value.toString()));
        value = text.isEmpty() ? emptyText() : text;
    }
    return answers;
}

bool isBlankAnswer(const AssessmentAnswer &answer) { return answer.value.isEmpty() && !answer.notSaid; }

bool saysTheSame(const AssessmentAnswer &one, const AssessmentAnswer &other)
{
    return one.value == other.value && one.answer == other.answer && one.notSaid == other.notSaid;
}

} // namespace

Assessments::Assessments(Records &records, Forms &forms, CarePlans &plans)
    : m_records(records)
    , m_forms(forms)
    , m_plans(plans)
{
    records.addLookup(recordType<AssessmentAnswer>(), [this](const Row &row, qint64 self) { return answerStays(row, self); });
    records.addLookup(recordType<Assessment>(), [this](const Row &row, qint64 self) { return assessmentStays(row, self); });
}

Result<Violations> Assessments::assessmentStays(const Row &row, qint64 self) const
{
    if (self == 0)
        return Violations();
    const auto stored = m_records.one(Id<Assessment>{self});
    if (!stored)
        return stored.error();
    const bool stays = stored->value.state == AssessmentState::Finished && toRow(stored->value) != row;
    return stays ? Violations{{u"state"_s, Rule::StaysAsItWas, {}}} : Violations();
}

Result<Violations> Assessments::answerStays(const Row &row, qint64 self) const
{
    const auto assessment = m_records.one(Id<Assessment>{row.value(u"assessment_id"_s).toLongLong()});
    if (!assessment)
        return assessment.error();
    if (row.value(u"person_id"_s).toLongLong() != assessment->value.personId.value)
        return Violations{{u"person_id"_s, Rule::UnknownReference, {}}};
    if (assessment->value.state != AssessmentState::Finished || m_corrects)
        return Violations();
    const auto stored = self > 0 ? m_records.one(recordType<AssessmentAnswer>(), self) : Result<KeptRow>(Error{});
    return stored && stored->row == row ? Violations() : Violations{{u"answer"_s, Rule::StaysAsItWas, {}}};
}

Result<QList<Kept<Assessment>>> Assessments::of(Id<Person> person) const
{
    return m_records.all<Assessment>(
        {.filters = {{u"person_id"_s, Filter::Comparison::Equals, person.value}}, .orderBy = u"begun_at"_s, .descending = true});
}

Result<Kept<Assessment>> Assessments::begin(const QString &form, Assessment begun)
{
    Result<Kept<Assessment>> kept = Error{};
    Done done = m_records.together([&]() -> Done {
        if (Done shipped = m_forms.takeInShipped(); !shipped)
            return shipped;
        const auto version = m_forms.currentOf(form);
        if (!version)
            return version.error();
        begun.formVersionId = version->id;
        begun.level = version->value.level;
        begun.state = AssessmentState::HalfDone;
        begun.finishedAt.reset();
        kept = m_records.add(begun);
        return kept ? Done() : Done(kept.error());
    });
    return done ? kept : Result<Kept<Assessment>>(done.error());
}

Result<Assessments::OnFile> Assessments::onFile(Id<Assessment> id) const
{
    const auto assessment = m_records.one(id);
    if (!assessment)
        return assessment.error();
    const auto asked = m_forms.asked(assessment->value.formVersionId);
    if (!asked)
        return asked.error();
    const auto answers = m_records.of<AssessmentAnswer>("assessment_id", id);
    if (!answers)
        return answers.error();
    OnFile stored{*assessment, *asked, {}};
    for (const Kept<AssessmentAnswer> &answer : *answers)
        stored.rows.insert(answer.value.question.isEmpty() ? leftOutKey(answer.value.section) : answer.value.question, answer);
    return stored;
}

Row Assessments::answersOf(const OnFile &stored) const
{
    const RecordType &type = stored.asked->type();
    Row row = emptyRow(type);
    NotSaid reasons;
    for (const Kept<AssessmentAnswer> &answer : stored.rows) {
        const Field *field = type.fieldNamed(answer.value.question);
        if (!field)
            continue;
        row.set(answer.value.question, decoded(*field, answer.value.value));
        if (answer.value.notSaid)
            reasons.reasons.insert(answer.value.question, *answer.value.notSaid);
    }
    row.set(u"not_said"_s, reasons.toJson());
    return row;
}

Result<FilledForm> Assessments::read(Id<Assessment> id) const
{
    const auto stored = onFile(id);
    if (!stored)
        return stored.error();
    const auto version = m_records.one(stored->assessment.value.formVersionId);
    if (!version)
        return version.error();
    FilledForm filled{stored->assessment, version->value.title, version->value.versionNumber, stored->asked, answersOf(*stored), {}, {}};
    for (const Kept<AssessmentAnswer> &answer : stored->rows) {
        if (answer.value.question.isEmpty()) {
            if (const auto why = fromCode<LeftOut>(answer.value.value))
                filled.leftOut.insert(answer.value.section, *why);
        } else if (!answer.value.corrected.isEmpty()) {
            filled.corrected.insert(answer.value.question, answer.value.corrected);
        }
    }
    return filled;
}

Done Assessments::saveCircumstances(const Kept<Assessment> &changed)
{
    const auto stored = m_records.one(changed.id);
    if (!stored)
        return stored.error();
    Kept<Assessment> wanted = changed;
    wanted.value.state = stored->value.state;
    wanted.value.finishedAt = stored->value.finishedAt;
    const auto kept = m_records.amend(wanted);
    return kept ? Done() : Done(kept.error());
}

/// A question is hidden from whoever may not read it, and so is what it decides: how it was answered is not known here.
bool Assessments::mayRead(const OnFile &stored, const Question &question) const
{
    for (const Question *one = &question; one; one = stored.asked->form().question(one->showIf.question))
        if (!m_records.mayHear(one->category, stored.assessment.value.personId.value))
            return false;
    return true;
}

Done Assessments::checkAnswers(const OnFile &stored, const Row &answers) const
{
    const Row before = answersOf(stored);
    Violations violations = m_records.check(answers);
    violations.removeIf([&](const Violation &violation) { // was asked about when it was typed
        return violation.rule == Rule::Unlikely && before.value(violation.column) == answers.value(violation.column);
    });
    return violations.isEmpty() ? Done() : Done(invalid(violations));
}

Done Assessments::keepOne(const OnFile &stored, const AssessmentAnswer &wanted)
{
    const QString key = wanted.question.isEmpty() ? leftOutKey(wanted.section) : wanted.question;
    const auto known = stored.rows.constFind(key);
    const bool isNew = known == stored.rows.constEnd();
    if (isNew ? isBlankAnswer(wanted) : saysTheSame(known->value, wanted))
        return {};
    if (!m_records.session().may(Act::Write, wanted.category))
        return Error{m_records.session().refusal(), wanted.question, {}};
    Result<Kept<AssessmentAnswer>> kept = Error{};
    if (isNew) {
        kept = m_records.add(wanted);
    } else {
        Kept<AssessmentAnswer> changed = *known;
        changed.value = wanted;
        kept = m_records.amend(changed);
    }
    if (kept || kept.error().kind != ErrorKind::Invalid)
        return kept ? Done() : Done(kept.error());
    Error error = kept.error(); // said beside the question
    for (Violation &violation : error.violations)
        violation.column = wanted.question;
    return error;
}

Done Assessments::keep(const OnFile &stored, const Row &typed, const QString &corrected)
{
    const Row answers = cleanedAnswers(typed);
    if (Done checked = checkAnswers(stored, answers); !checked)
        return checked;
    return m_records.together([&]() -> Done {
        for (const FormSection &section : stored.asked->form().sections)
            for (const Question &question : section.questions) {
                if (!mayRead(stored, question))
                    continue;
                AssessmentAnswer wanted{stored.assessment.id, stored.assessment.value.personId, question.category, section.id, question.id,
                    question.ask, emptyText(), emptyText(), {}, corrected};
                if (stored.asked->asks(answers, question)) { // else its earlier answer is blank from now on
                    wanted.value = answers.text(question.id);
                    wanted.answer = stored.asked->words(answers, question);
                    if (wanted.value.isEmpty())
                        wanted.notSaid = AskedForm::notSaid(answers, question);
                }
                if (Done kept = keepOne(stored, wanted); !kept)
                    return kept;
            }
        return {};
    });
}

Done Assessments::save(Id<Assessment> id, const Row &answers)
{
    const auto stored = onFile(id);
    if (!stored)
        return stored.error();
    if (stored->assessment.value.state == AssessmentState::Finished)
        return notNow(NotNow::StaysAsItIs);
    return keep(*stored, answers, {});
}

Done Assessments::correct(Id<Assessment> id, const Row &answers, const QString &reason)
{
    if (const Violations problems = reasonProblems(u"reason"_s, reason); !problems.isEmpty())
        return invalid(problems);
    const auto stored = onFile(id);
    if (!stored)
        return stored.error();
    if (stored->assessment.value.state != AssessmentState::Finished)
        return notNow(NotNow::StaysAsItIs);
    const bool before = std::exchange(m_corrects, true);
    const auto leave = qScopeGuard([&] { m_corrects = before; });
    return keep(*stored, answers, reason.trimmed());
}

Done Assessments::leaveOut(Id<Assessment> id, const QString &section, std::optional<LeftOut> why)
{
    const auto stored = onFile(id);
    if (!stored)
        return stored.error();
    if (stored->assessment.value.state == AssessmentState::Finished)
        return notNow(NotNow::StaysAsItIs);
    for (const FormSection &one : stored->asked->form().sections)
        if (one.id == section && !m_records.mayHear(one.category, stored->assessment.value.personId.value))
            return Error{m_records.session().refusal(), section, {}};
        else if (one.id == section)
            return keepOne(*stored,
                {id, stored->assessment.value.personId, one.category, one.id, emptyText(), one.title,
                    why ? QString::fromUtf8(labelOf(*why)) : emptyText(), why ? QString::fromLatin1(codeOf(*why)) : emptyText(), {}, {}});
    return Error{ErrorKind::NotFound, section, {}};
}

Done Assessments::finish(Id<Assessment> id)
{
    const auto stored = onFile(id);
    if (!stored)
        return stored.error();
    if (stored->assessment.value.state == AssessmentState::Finished)
        return {};
    QStringList leftOut;
    for (const Kept<AssessmentAnswer> &answer : stored->rows)
        if (answer.value.question.isEmpty() && !answer.value.value.isEmpty())
            leftOut.append(answer.value.section);
    Violations missing = unanswered(*stored->asked, answersOf(*stored), leftOut);
    missing.removeIf([&](const Violation &violation) { return !mayRead(*stored, *stored->asked->form().question(violation.column)); });
    if (!missing.isEmpty())
        return invalid(missing);
    Kept<Assessment> finished = stored->assessment;
    finished.value.state = AssessmentState::Finished;
    // What is typed in later, about a conversation that a watch ahead of this PC dated, ended no sooner than it began.
    finished.value.finishedAt = std::max(m_records.clock().now(), finished.value.begunAt);
    const auto kept = m_records.amend(finished);
    return kept ? Done() : Done(kept.error());
}

Done Assessments::withdraw(Id<Assessment> id, const QString &reason)
{
    const auto stored = onFile(id);
    if (!stored)
        return stored.error();
    for (const FormSection &section : stored->asked->form().sections)
        for (const Question &question : section.questions)
            if (!m_records.mayHear(question.category, stored->assessment.value.personId.value)) // what they can't see would stay behind
                return Error{m_records.session().refusal(), u"assessment"_s, {}};
    return m_records.together([&]() -> Done {
        for (const Kept<AssessmentAnswer> &answer : stored->rows)
            if (Done done = m_records.withdraw(recordType<AssessmentAnswer>(), answer.id.value, answer.version, reason); !done)
                return done;
        return m_records.withdraw(recordType<Assessment>(), id.value, stored->assessment.version, reason);
    });
}

} // namespace keywork
