// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/court.h"
#include "core/domain/health.h"
#include "core/domain/health_checks.h"
#include "core/domain/risk.h"
#include "core/domain/told.h"
#include "core/rules/discreet.h"
#include "core/rules/health.h"
#include "core/services/care/appointments.h"
#include "core/services/care/care_plans.h"
#include "core/services/care/keywork.h"
#include "core/services/care/rent_account.h"
#include "core/services/care/risks.h"
#include "core/services/care/substance_reviews.h"
#include "core/services/records/records.h"
#include "ui/print/say.h"
#include "ui/print/summary_document.h"
#include "ui/text/words.h"
#include "ui/text/words_substances.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

constexpr int kUsesShown = 6;
constexpr int kGoalsShown = 6;
constexpr int kRisksShown = 4;
constexpr int kContactsShown = 4;
constexpr int kOthersShown = 4;
using SummaryLines = Result<QList<SummaryLine>>;

/// Adds what is not empty, so that a page holds no labels without words.
void addSummaryLine(QList<SummaryLine> &lines, const QString &label, const QString &value)
{
    if (!value.trimmed().isEmpty())
        lines.append({label, value.trimmed()});
}

QString joinedFacts(const QStringList &parts, const QString &between = u", "_s)
{
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(between);
}

QString choiceOnSummary(const SummarySource &source, const QString &list, const Choice &choice)
{
    return words::choice(source.services.records.choices(), list, choice.code);
}

QString momentOnSummary(const SummarySource &source, const QDateTime &at)
{
    const QDateTime local = source.services.records.clock().local(at);
    return words::weekday(local.date(), source.today) + u' ' + words::time(local);
}

SummaryLines whoOnSummary(const SummarySource &source, SummaryCopy copy)
{
    const Person &person = source.line.person.value;
    QList<SummaryLine> lines;
    if (copy == SummaryCopy::Discreet) {
        addSummaryLine(lines, say("Called"), person.shortName());
        return lines;
    }
    const auto age = person.bornOn ? ageOn(*person.bornOn, source.today) : std::nullopt;
    const QString born = person.bornOn ? words::partialDate(*person.bornOn) : QString();
    addSummaryLine(lines, say("Born"), age ? u"%1 (%2)"_s.arg(born).arg(*age) : born);
    addSummaryLine(lines, say("Pronouns"), choiceOnSummary(source, u"pronouns"_s, person.pronouns));
    addSummaryLine(lines, say("Languages, communication"), joinedFacts({person.languages, person.communicationNeeds}));
    addSummaryLine(lines, say("Telephone"), joinedFacts({person.telephone, person.safeContact}));
    addSummaryLine(lines, say("NHS number"), person.nhsNumber);
    return lines;
}

SummaryLines hereOnSummary(const SummarySource &source, SummaryCopy copy)
{
    QList<SummaryLine> lines;
    addSummaryLine(lines, say("Keyworker"), source.line.keyworker.isEmpty() ? say("none yet") : source.line.keyworker);
    if (copy == SummaryCopy::Discreet)
        return lines;
    addSummaryLine(lines, say("Room"), source.line.room);
    if (const auto &stay = source.line.stay) {
        const Stay &here = stay->value;
        if (here.arrivedOn)
            addSummaryLine(lines, say("Here"),
                here.leftOn ? say("%1 to %2").arg(words::date(*here.arrivedOn), words::date(*here.leftOn))
                            : say("since %1 (%2)").arg(words::date(*here.arrivedOn), words::duration(*here.arrivedOn, source.today)));
        else if (here.expectedOn)
            addSummaryLine(lines, say("Expected"), words::date(*here.expectedOn));
    }
    return lines;
}

SummaryLines alertsOnSummary(const SummarySource &source, SummaryCopy)
{
    QList<SummaryLine> lines;
    for (const Alert &alert : source.line.alerts.mid(0, kOthersShown)) // those that may be read
        addSummaryLine(lines, choiceOnSummary(source, u"alert_kind"_s, alert.kind), alert.text);
    return lines;
}

SummaryLines stageOnSummary(const SummarySource &source, SummaryCopy)
{
    QList<SummaryLine> lines;
    if (const auto &stage = source.line.stage)
        addSummaryLine(lines, words::labelFor(stage->stage), say("since %1").arg(words::date(stage->fromOn)));
    return lines;
}

/// "Heroin (main)": 12 days, smoked, alone: sometimes; what the answers say, each as of its day.
SummaryLines useOnSummary(const SummarySource &source, SummaryCopy)
{
    const auto reviews = source.services.substanceReviews.reviews(source.person);
    if (!reviews)
        return reviews.error();
    QList<SummaryLine> lines;
    if (reviews->isEmpty())
        return lines;
    const ReviewOnFile &latest = reviews->last();
    const words::SubstanceNames names = words::substanceNames(source.services);
    QList<Kept<SubstanceUse>> uses = latest.uses;
    std::stable_sort(uses.begin(), uses.end(), [](const Kept<SubstanceUse> &a, const Kept<SubstanceUse> &b) {
        const auto rank
            = [](const Kept<SubstanceUse> &use) { return use.value.rank ? int(*use.value.rank) : int(allOf<UseRank>().size()); };
        return rank(a) < rank(b);
    });
    for (const Kept<SubstanceUse> &kept : uses.mid(0, kUsesShown)) {
        const SubstanceUse &use = kept.value;
        const QString rank = use.rank ? u" ("_s + words::labelFor(*use.rank).toLower() + u')' : QString();
        const QString days = use.days ? say("%1 of 28 days").arg(*use.days) : choiceOnSummary(source, u"use_frequency"_s, use.frequency);
        const QString said = say("as of %1").arg(words::date(use.sameAs.value_or(latest.head.value.asOn)));
        addSummaryLine(lines, names.value(use.substanceId.value) + rank,
            joinedFacts(
                {days.isEmpty() ? say("how often is not known") : days, use.pattern ? words::labelFor(*use.pattern).toLower() : QString(),
                    use.route ? words::labelFor(*use.route).toLower() : QString(),
                    use.source == UseSource::Prescribed ? words::labelFor(*use.source).toLower() : QString(), said}));
    }
    if (uses.size() > kUsesShown)
        lines.append({{}, say("%1 more in the record").arg(uses.size() - kUsesShown)});
    addSummaryLine(lines, say("In their words"), latest.head.value.words);
    return lines;
}

void addSummaryLevel(const SummarySource &source, QList<SummaryLine> &lines, const OverdosePicture &picture)
{
    const auto &level = picture.level;
    if (!level) {
        lines.append({say("Overdose risk"), say("nobody has recorded a level yet")});
        return;
    }
    if (!source.mayTell(toRow(level->value))) // it tells of what they use
        return;
    const QDate on = source.services.records.clock().local(level->createdAt).date();
    const QString newer = picture.newlyHigh().isEmpty() ? QString() : say("newer facts are on record: look again");
    lines.append({say("Overdose risk: %1").arg(words::labelFor(level->value.level)),
        joinedFacts({level->value.reason, say("recorded %1").arg(words::date(on)), newer}, u"; "_s)});
}

/// The level with its reason, the risks that have not ended, highest first, and the safety plan when they agreed to show it.
SummaryLines riskOnSummary(const SummarySource &source, SummaryCopy)
{
    const auto picture = source.services.risks.overdose(source.person);
    auto risks = source.services.records.of<Risk>("person_id", source.person);
    const auto plans = source.services.records.of<SafetyPlan>("person_id", source.person);
    if (!picture || !risks || !plans)
        return !picture ? picture.error() : !risks ? risks.error() : plans.error();
    QList<SummaryLine> lines;
    addSummaryLevel(source, lines, *picture);
    risks->removeIf([&](const Kept<Risk> &risk) { return risk.value.endedOn || !source.mayTell(toRow(risk.value)); });
    std::stable_sort(
        risks->begin(), risks->end(), [](const Kept<Risk> &a, const Kept<Risk> &b) { return a.value.product() > b.value.product(); });
    for (const Kept<Risk> &risk : risks->mid(0, kRisksShown)) {
        const QString plan = risk.value.plan.isEmpty() ? QString() : say("plan: %1").arg(risk.value.plan);
        addSummaryLine(
            lines, choiceOnSummary(source, u"risk_kind"_s, risk.value.kind), joinedFacts({risk.value.whatMayHappen, plan}, u"; "_s));
    }
    if (risks->size() > kRisksShown)
        lines.append({{}, say("%1 more in the record").arg(risks->size() - kRisksShown)});
    if (const auto plan = latestPlan(*plans); plan && plan->value.onSheet.code == u"yes")
        addSummaryLine(lines, say("Safety plan: what helps me"), plan->value.whatHelps);
    return lines;
}

QString weightIn(const Measurement &one)
{
    if (one.kilograms)
        return say("%1 kg").arg(one.kilograms->text());
    return one.stone ? say("%1 st %2 lb").arg(*one.stone).arg(one.pounds ? one.pounds->text() : u"0"_s) : QString();
}

/// The first weight and the latest, so that it is seen which way it goes.
QString weightsOf(QList<Kept<Measurement>> measured, QDate today)
{
    measured.removeIf([](const Kept<Measurement> &one) { return one.value.kind != MeasurementKind::Weight; });
    if (measured.isEmpty())
        return {};
    const auto [first, last] = std::minmax_element(measured.cbegin(), measured.cend(),
        [](const Kept<Measurement> &a, const Kept<Measurement> &b) { return a.value.measuredOn < b.value.measuredOn; });
    const auto said
        = [today](const Measurement &one) { return say("%1 on %2").arg(weightIn(one), words::dayAndMonth(one.measuredOn, today)); };
    return first == last ? said(last->value) : said(first->value) + u"; "_s + said(last->value);
}

QString allergiesOf(const Person &person)
{
    if (!person.allergies.isEmpty()) // a word outweighs the tick, as on the emergency sheet
        return person.allergies;
    if (person.allergiesKnown.code == u"yes")
        return say("Yes; which is not written down");
    return person.allergiesKnown.code == u"none_known" ? say("None known") : say("not known to us");
}

QString conditionsOf(const SummarySource &source, const QList<Kept<HealthCondition>> &conditions)
{
    QStringList said;
    for (const Kept<HealthCondition> &one : conditions) {
        const QString state = choiceOnSummary(source, u"health_condition_state"_s, one.value.state);
        said.append(one.value.what + (state.isEmpty() ? QString() : u" ("_s + state.toLower() + u')'));
    }
    said.append(source.line.person.value.conditions);
    return joinedFacts(said, u"; "_s);
}

SummaryLines healthOnSummary(const SummarySource &source, SummaryCopy)
{
    const Records &records = source.services.records;
    const auto conditions = records.of<HealthCondition>("person_id", source.person);
    const auto measured = records.of<Measurement>("person_id", source.person);
    const auto checks = records.of<HealthCheck>("person_id", source.person);
    const auto stays = records.of<HospitalStay>("person_id", source.person);
    if (!conditions || !measured || !checks || !stays)
        return !conditions ? conditions.error() : !measured ? measured.error() : !checks ? checks.error() : stays.error();
    const Person &person = source.line.person.value;
    QList<SummaryLine> lines;
    addSummaryLine(lines, say("Allergies"), allergiesOf(person));
    addSummaryLine(lines, say("Conditions"), conditionsOf(source, *conditions));
    addSummaryLine(lines, say("Weight"), weightsOf(*measured, source.today));
    addSummaryLine(lines, say("GP"), joinedFacts({person.gpPractice, person.gpTelephone}));
    QStringList due;
    for (const Kept<HealthCheck> &one : *checks)
        if (checkIsDue(one.value, source.today))
            due.append(choiceOnSummary(source, u"health_check_kind"_s, one.value.kind));
    due.removeDuplicates();
    addSummaryLine(lines, say("Needed: checks due"), joinedFacts(due));
    for (const Kept<HospitalStay> &one : *stays)
        if (!one.value.dischargedOn)
            addSummaryLine(lines, say("In hospital"), say("%1, since %2").arg(one.value.hospital, words::date(one.value.admittedOn)));
    return lines;
}

SummaryLines virusesOnSummary(const SummarySource &source, SummaryCopy)
{
    const auto tests = source.services.records.of<BbvTest>("person_id", source.person);
    if (!tests)
        return tests.error();
    QList<SummaryLine> lines;
    addSummaryLine(lines, {}, source.line.person.value.bloodBorneViruses);
    for (const Kept<BbvTest> &one : *tests)
        if (one.value.testedOn && lines.size() < kOthersShown)
            addSummaryLine(lines, choiceOnSummary(source, u"bbv_virus"_s, one.value.virus),
                joinedFacts({choiceOnSummary(source, u"bbv_result"_s, one.value.result), words::date(*one.value.testedOn)}));
    return lines;
}

/// Beside every dose stands whom to ask before it is given (domain.md, "Treatment and medicine").
SummaryLines treatmentOnSummary(const SummarySource &source, SummaryCopy)
{
    QList<SummaryLine> lines;
    addSummaryLine(lines, say("Medicines, as told"), source.line.person.value.medicines);
    if (lines.isEmpty())
        return lines;
    const auto house = source.services.records.all<House>();
    lines.append({{}, words::dose(house && !house->isEmpty() ? house->first().value.drugServiceLine : QString())});
    return lines;
}

QString attendanceOnSummary(const Attendance &attendance)
{
    const auto percent = attendance.percent();
    return percent ? say("%1 of %2 kept (%3 %)").arg(attendance.kept).arg(attendance.all()).arg(*percent) : say("none");
}

SummaryLines appointmentsOnSummary(const SummarySource &source, SummaryCopy)
{
    const auto attended = source.services.appointments.attendance(source.person);
    const auto ahead = source.services.appointments.between(source.today, source.today.addDays(28), source.person);
    if (!attended || !ahead)
        return attended ? ahead.error() : attended.error();
    QList<SummaryLine> lines;
    if (attended->before.all() + attended->since.all() > 0) {
        addSummaryLine(lines, say("Before they came"), attendanceOnSummary(attended->before));
        addSummaryLine(lines, say("Since they came"), attendanceOnSummary(attended->since));
    }
    QStringList next;
    for (const Kept<Appointment> &one : *ahead)
        if (one.value.isOpen() && next.size() < kOthersShown && source.mayTell(toRow(one.value)))
            next.append(momentOnSummary(source, one.value.startsAt) + u' ' + one.value.purpose);
    addSummaryLine(lines, say("Next"), joinedFacts(next, u"; "_s));
    return lines;
}

SummaryLines courtOnSummary(const SummarySource &source, SummaryCopy)
{
    const Records &records = source.services.records;
    const auto orders = records.of<CourtOrder>("person_id", source.person);
    const auto wanted = records.of<OrderRequirement>("person_id", source.person);
    const auto hearings = records.of<Hearing>("person_id", source.person);
    if (!orders || !wanted || !hearings)
        return !orders ? orders.error() : !wanted ? wanted.error() : hearings.error();
    const auto until = [](const std::optional<QDate> &day) { return day ? say("until %1").arg(words::date(*day)) : QString(); };
    QList<SummaryLine> lines;
    for (const Kept<CourtOrder> &one : *orders)
        if (one.value.holdsOn(source.today) && source.mayTell(toRow(one.value)))
            addSummaryLine(lines, choiceOnSummary(source, u"court_order_kind"_s, one.value.kind),
                joinedFacts({one.value.court, until(one.value.untilOn), one.value.officer}));
    for (const Kept<OrderRequirement> &one : *wanted) {
        const bool holds = one.value.fromOn <= source.today && (!one.value.untilOn || source.today <= *one.value.untilOn);
        if (!holds || !source.mayTell(toRow(one.value)))
            continue;
        const QString contacts = one.value.contactsWanted && one.value.contactsKept
            ? say("%1 of %2 contacts kept").arg(*one.value.contactsKept).arg(*one.value.contactsWanted)
            : QString();
        const QString review = one.value.reviewOn ? say("review %1").arg(words::date(*one.value.reviewOn)) : QString();
        addSummaryLine(lines, choiceOnSummary(source, u"order_requirement_kind"_s, one.value.kind),
            joinedFacts({one.value.what, until(one.value.untilOn), contacts, review}));
    }
    for (const Kept<Hearing> &one : *hearings)
        if (one.value.outcome.isEmpty() && one.value.startsAt >= records.clock().startOf(source.today))
            addSummaryLine(
                lines, say("Hearing"), joinedFacts({momentOnSummary(source, one.value.startsAt), one.value.court, one.value.why}));
    return lines;
}

bool areaIsOnCopy(const SummarySource &source, Area area, const QString &goal, SummaryCopy copy)
{
    if (copy == SummaryCopy::Discreet && (area == Area::Health || area == Area::SubstanceUse))
        return false;
    const FixedOption &option = optionOf(area);
    const bool tells = option.category && (option.tells == Tells::Always || speaksOfCourt(goal));
    return !tells || source.mayRead(*option.category);
}

/// What they want, in their words, with what was done.
SummaryLines goalsOnSummary(const SummarySource &source, SummaryCopy copy)
{
    const auto plan = source.services.plans.planOf(source.person);
    if (!plan)
        return plan.error();
    QList<SummaryLine> lines;
    if (!*plan)
        return lines;
    const auto said = [copy](const QString &text) { return copy == SummaryCopy::Discreet ? discreetText(text) : text; };
    if (copy == SummaryCopy::Full)
        addSummaryLine(lines, say("In my words"), (*plan)->current.version.value.inMyWords);
    int more = 0;
    for (const AreaView &area : (*plan)->current.areas)
        for (const GoalView &goal : area.goals) {
            const QString &statement = goal.goal.value.statement;
            const GoalStatus status = goal.progress ? goal.progress->status : GoalStatus::NotStarted;
            if (status == GoalStatus::SetAside || !areaIsOnCopy(source, area.area, statement, copy))
                continue;
            if (lines.size() >= kGoalsShown) {
                ++more;
                continue;
            }
            addSummaryLine(lines, words::shortLabelFor(area.area), u"“%1” (%2)"_s.arg(said(statement), words::labelFor(status).toLower()));
        }
    if (more > 0)
        lines.append({{}, say("%1 more in the plan").arg(more)});
    return lines;
}

SummaryLines keyworkOnSummary(const SummarySource &source, SummaryCopy)
{
    const auto last = source.services.keyworkSessions.lastHeldOf(source.person);
    const auto next = source.services.keyworkSessions.nextPlanned(source.person);
    if (!last || !next)
        return last ? next.error() : last.error();
    QList<SummaryLine> lines;
    if (*last)
        addSummaryLine(lines, say("Last"),
            joinedFacts({momentOnSummary(source, (*last)->value.startsAt),
                            (*last)->value.ownWords.isEmpty() ? QString() : u"“%1”"_s.arg((*last)->value.ownWords.trimmed())},
                u"; "_s));
    if (*next)
        addSummaryLine(lines, say("Next"), momentOnSummary(source, (*next)->value.startsAt));
    return lines;
}

SummaryLines moneyOnSummary(const SummarySource &source, SummaryCopy)
{
    const auto facts = rentFactsOf(source.services.records, source.person);
    const auto debts = source.services.records.of<Debt>("person_id", source.person);
    if (!facts || !debts)
        return facts ? debts.error() : facts.error();
    const RentAccount account = rentAccountOf(*facts, source.today);
    QList<SummaryLine> lines;
    if (account.charge)
        addSummaryLine(lines, say("Service charge"), say("%1 owed").arg(account.arrears.text()));
    if (account.benefit)
        addSummaryLine(lines, say("Housing Benefit"), words::labelFor(account.benefit->value.state));
    if (account.arrangement)
        addSummaryLine(lines, say("Arrangement"),
            say("%1 a week, kept in %2 of %3 weeks")
                .arg(account.arrangement->value.weekly.text())
                .arg(account.keptWeeks())
                .arg(account.arranged.size()));
    for (const Kept<Debt> &debt : *debts)
        if (!debt.value.settledOn && lines.size() < kOthersShown + 2 && source.mayTell(toRow(debt.value)))
            addSummaryLine(lines, choiceOnSummary(source, u"creditor_kind"_s, debt.value.creditorKind),
                joinedFacts({debt.value.creditor, debt.value.amount ? debt.value.amount->text() : say("amount not known"),
                    debt.value.arrangement}));
    return lines;
}

SummaryLines contactsOnSummary(const SummarySource &source, SummaryCopy)
{
    auto contacts = source.services.records.of<Contact>("person_id", source.person);
    if (!contacts)
        return contacts.error();
    std::stable_sort(contacts->begin(), contacts->end(),
        [](const Kept<Contact> &a, const Kept<Contact> &b) { return a.value.nextOfKin && !b.value.nextOfKin; });
    QList<SummaryLine> lines;
    for (const Kept<Contact> &one : contacts->mid(0, kContactsShown))
        addSummaryLine(lines, one.value.nextOfKin ? say("Next of kin") : choiceOnSummary(source, u"relation"_s, one.value.relation),
            joinedFacts({one.value.name, one.value.telephone,
                one.value.mayBeTold.isEmpty() ? QString() : say("may be told: %1").arg(one.value.mayBeTold)}));
    if (contacts->size() > kContactsShown)
        lines.append({{}, say("%1 more in the record").arg(contacts->size() - kContactsShown)});
    return lines;
}

} // namespace

const QList<SummaryPart> &summaryParts()
{
    static const QList<SummaryPart> parts{
        {Category::Identity, QT_TRANSLATE_NOOP("print", "Who"), true, false, whoOnSummary},
        {Category::Housing, QT_TRANSLATE_NOOP("print", "Here"), true, false, hereOnSummary},
        {Category::Risk, QT_TRANSLATE_NOOP("print", "Alerts"), false, false, alertsOnSummary},
        {Category::SubstanceUse, QT_TRANSLATE_NOOP("print", "Where they are"), false, false, stageOnSummary},
        {Category::SubstanceUse, QT_TRANSLATE_NOOP("print", "What they use"), false, true, useOnSummary},
        {Category::Risk, QT_TRANSLATE_NOOP("print", "Risk"), false, true, riskOnSummary},
        {Category::Health, QT_TRANSLATE_NOOP("print", "Health"), false, true, healthOnSummary},
        {Category::BloodBorneViruses, QT_TRANSLATE_NOOP("print", "Blood-borne viruses"), false, false, virusesOnSummary},
        {Category::Treatment, QT_TRANSLATE_NOOP("print", "Treatment and medicine"), false, true, treatmentOnSummary},
        {Category::Treatment, QT_TRANSLATE_NOOP("print", "Appointments"), false, false, appointmentsOnSummary},
        {Category::Offending, QT_TRANSLATE_NOOP("print", "Court"), false, true, courtOnSummary},
        {Category::CarePlan, QT_TRANSLATE_NOOP("print", "What they want"), true, false, goalsOnSummary},
        {Category::CarePlan, QT_TRANSLATE_NOOP("print", "Keywork"), false, false, keyworkOnSummary},
        {Category::Money, QT_TRANSLATE_NOOP("print", "Money"), false, false, moneyOnSummary},
        {Category::Family, QT_TRANSLATE_NOOP("print", "People around them"), false, false, contactsOnSummary},
    };
    return parts;
}

} // namespace keywork::print
