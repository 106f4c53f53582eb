// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/assessments.h"
#include "app/demo/areas.h"
#include "core/forms/form_checks.h"
#include "core/record/table_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

/// Earlier ones were kept on paper, as it were: a house of ten years has no million answers.
constexpr int kFullWithinDays = 240;

QString codeFor(const Question &question, DemoRandom &random)
{
    const QStringList codes = codesOf(question);
    if (question.kind == QuestionKind::YesNo) // most people say no to most of what is asked
        return random.upTo(5) < 2 ? kYes : kNo;
    if (question.kind != QuestionKind::SeveralOf)
        // The first choices are what most people say: nobody's house is full of the last ones.
        return codes.at(std::min(random.upTo(int(codes.size())), random.upTo(int(codes.size()))));
    QStringList some;
    for (const QString &code : codes)
        if (random.oneIn(3))
            some.append(code);
    return some.join(u',');
}

QString tableFor(const Question &question, DemoHouse &house, DemoRandom &random)
{
    const QJsonArray known = house.texts[u"assessmentTables"_s].toObject().value(question.id).toArray();
    QList<QStringList> rows;
    for (const QJsonValue &one : known) {
        QStringList cells;
        for (const QJsonValue &cell : one.toArray())
            cells.append(cell.toString());
        if (random.upTo(3) < 2)
            rows.append(cells);
    }
    return tableText(rows);
}

QVariant answerTo(const Question &question, DemoHouse &house, DemoRandom &random)
{
    switch (question.kind) {
    case QuestionKind::Scale:
        return qint64(random.upTo(11));
    case QuestionKind::Date:
        return QString::number(house.today().year() - 1 - random.upTo(6));
    case QuestionKind::Number:
        return QString::number(std::clamp<qint64>(question.smallest + 20 + random.upTo(50), question.smallest, question.largest));
    case QuestionKind::YesNo:
    case QuestionKind::OneOf:
    case QuestionKind::SeveralOf:
        return codeFor(question, random);
    case QuestionKind::Table:
        return tableFor(question, house, random);
    case QuestionKind::Text:
    case QuestionKind::LongText:
        break;
    }
    const QJsonArray said = house.texts[u"assessmentAnswers"_s].toObject().value(question.id).toArray();
    return said.isEmpty() ? QString() : random.pick(said).toString();
}

struct Sitting {
    int answersIn = 100; ///< how many of a hundred questions are answered
    bool ends = true;
};

Done answer(DemoHouse &house, DemoRandom &random, Id<Assessment> id, const Sitting &sitting)
{
    Assessments &assessments = house.services.assessments;
    const auto filled = assessments.read(id);
    if (!filled)
        return filled.error();
    Row answers = filled->answers;
    NotSaid notSaid = NotSaid::fromJson(answers.text(u"not_said"_s));
    for (const FormSection &section : filled->asked->form().sections)
        for (const Question &question : section.questions) {
            if (AskedForm::isAnswered(answers, question) || !filled->asked->asks(answers, question))
                continue;
            const bool needed = question.required && sitting.ends;
            const bool said = random.upTo(100) < sitting.answersIn;
            const QVariant words = answerTo(question, house, random);
            if (said && !words.toString().isEmpty())
                answers.set(question.id, words);
            else if (needed || random.oneIn(12))
                notSaid.reasons.insert(question.id, random.oneIn(2) ? NotSaidReason::PrefersNot : NotSaidReason::DoesNotKnow);
        }
    answers.set(u"not_said"_s, notSaid.toJson());
    if (Done saved = assessments.save(id, answers); !saved)
        return saved;
    if (!sitting.ends)
        return {};
    for (const QString &section : {u"early"_s, u"law"_s})
        if (filled->asked->form().level == AssessmentLevel::Full && random.oneIn(3))
            if (Done out = assessments.leaveOut(id, section, LeftOut::NotToday); !out)
                return out;
    return assessments.finish(id);
}

using AssessmentPtr = std::shared_ptr<std::optional<Id<Assessment>>>;

Done begin(DemoHouse &house, DemoRandom &random, const DemoResident &resident, const QString &form, const QString &means,
    const AssessmentPtr &made)
{
    Assessment begun;
    begun.personId = resident.id;
    begun.begunAt = house.clock.now();
    begun.ledBy = house.someone(random).id;
    begun.means = {means};
    if (random.oneIn(4))
        begun.present = u"A worker of the referring service"_s;
    if (random.oneIn(10))
        begun.interpreter = u"Polish, by telephone"_s;
    const auto kept = house.services.assessments.begin(form, begun);
    if (!kept)
        return kept.error();
    *made = kept->id;
    return {};
}

/// Begun on `day`, answered in one sitting or two; `halfDone`: it stays at the first.
void plan(DemoDay &day, const DemoResidentPtr &resident, QDate on, const QString &form, int answersIn, bool halfDone)
{
    auto &house = day.house;
    auto &random = day.random;
    const auto made = std::make_shared<std::optional<Id<Assessment>>>();
    const QString means
        = form == u"first_conversation" ? (random.oneIn(2) ? u"telephone"_s : u"outside"_s) : (random.oneIn(8) ? u"hospital"_s : u"here"_s);
    const bool inTwo = form == u"full_assessment" && !halfDone && on.addDays(4) < resident->until;
    day.on(on, 11, [&house, &random, resident, form, means, made] { return begin(house, random, *resident, form, means, made); });
    day.on(on, 12, [&house, &random, made, answersIn, inTwo, halfDone]() -> Done {
        const Sitting sitting{inTwo || halfDone ? answersIn / 2 : answersIn, !inTwo && !halfDone};
        return *made ? answer(house, random, **made, sitting) : Done();
    });
    if (inTwo)
        day.on(on.addDays(4), 12, [&house, &random, made, answersIn]() -> Done {
            return *made ? answer(house, random, **made, {answersIn, true}) : Done();
        });
}

Done addByOthers(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    const QJsonArray text = random.pick(house.list(u"assessmentsByOthers")).toArray();
    AssessmentByOthers made;
    made.personId = resident.id;
    made.kind = text.at(0).toString();
    made.byWhom = text.at(1).toString();
    made.onDay = house.today().addDays(-3 - random.upTo(20));
    made.findings = text.at(2).toString();
    made.keptWhere = u"Blue folder, office"_s;
    if (random.oneIn(2))
        made.reviewOn = house.today().addDays(150 + random.upTo(60));
    return onlyDone(house.services.records.add(made));
}

} // namespace

/// A first conversation before they come, a full assessment within two weeks, a review every three months or so; now and
/// then one that stays half done, and one that somebody else made.
Done assessments(DemoDay &day)
{
    auto &random = day.random;
    for (const DemoResidentPtr &resident : day.referred)
        if (resident->stay.bed >= 0 && day.date.addDays(1) < resident->until)
            plan(day, resident, day.date.addDays(1), u"first_conversation"_s, 45, false);
    for (const DemoResidentPtr &resident : day.arriving) {
        if (random.oneIn(4))
            day.at(15, [&house = day.house, &random, resident] { return addByOthers(house, random, *resident); });
        const QDate first = day.date.addDays(3 + random.upTo(9));
        const bool isFresh = day.date.daysTo(day.house.wish.end) <= kFullWithinDays || resident->until > day.house.wish.end.addDays(-30);
        if (!isFresh || first >= resident->until)
            continue;
        const bool staysHalf = random.oneIn(6);
        plan(day, resident, first, u"full_assessment"_s, 50, staysHalf);
        for (QDate on = first.addDays(80 + random.upTo(30)); on < resident->until && !staysHalf; on = on.addDays(80 + random.upTo(30)))
            plan(day, resident, on, u"review"_s, 70, false);
    }
    return {};
}

} // namespace keywork::demo
