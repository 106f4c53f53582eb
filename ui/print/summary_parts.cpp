// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/summary_parts.h"
#include "core/domain/court.h"
#include "core/domain/told.h"
#include "core/rules/discreet.h"
#include "core/services/care/appointments.h"
#include "core/services/care/care_plans.h"
#include "core/services/care/keywork.h"
#include "core/services/care/rent_account.h"
#include "core/services/records/records.h"
#include "ui/print/say.h"
#include "ui/text/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::print {

void addSummaryLine(QList<SummaryLine> &lines, const QString &label, const QString &value)
{
    if (!value.trimmed().isEmpty())
        lines.append({label, value.trimmed()});
}

QString joinedFacts(const QStringList &parts, const QString &between)
{
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(between);
}

QString choiceOnSummary(const SummarySource &source, const QString &list, const Choice &choice)
{
    return words::choice(source.services.records.choices(), list, choice.code);
}

namespace {

QString momentOnSummary(const SummarySource &source, const QDateTime &at)
{
    const QDateTime local = source.services.records.clock().local(at);
    return words::weekday(local.date(), source.today) + u' ' + words::time(local);
}

constexpr int kGoalsShown = 6;
constexpr int kContactsShown = 4;

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

/// Of somebody who has no stay now: when they left.
SummaryLines addLeftOn(const SummarySource &source, QList<SummaryLine> lines)
{
    const auto stays = source.services.records.of<Stay>("person_id", source.person);
    if (!stays)
        return stays.error();
    QDate left;
    for (const Kept<Stay> &stay : *stays)
        if (stay.value.leftOn && (!left.isValid() || *stay.value.leftOn > left))
            left = *stay.value.leftOn;
    addSummaryLine(lines, say("Not here now"), left.isValid() ? say("left on %1").arg(words::date(left)) : say("no stay is on file"));
    return lines;
}

SummaryLines hereOnSummary(const SummarySource &source, SummaryCopy copy)
{
    QList<SummaryLine> lines;
    addSummaryLine(lines, say("Keyworker"), source.line.keyworker.isEmpty() ? say("none yet") : source.line.keyworker);
    if (copy == SummaryCopy::Discreet)
        return lines;
    addSummaryLine(lines, say("Room"), source.line.room);
    if (const auto &stay = source.line.stay; stay && !(stay->value.leftOn && *stay->value.leftOn <= source.today)) {
        const Stay &here = stay->value;
        if (here.arrivedOn)
            addSummaryLine(lines, say("Here"),
                here.leftOn ? say("%1 to %2").arg(words::date(*here.arrivedOn), words::date(*here.leftOn))
                            : say("since %1 (%2)").arg(words::date(*here.arrivedOn), words::duration(*here.arrivedOn, source.today)));
        else if (here.expectedOn)
            addSummaryLine(lines, say("Expected"), words::date(*here.expectedOn));
        return lines;
    }
    return addLeftOn(source, lines);
}

SummaryLines alertsOnSummary(const SummarySource &source, SummaryCopy)
{
    QList<SummaryLine> lines;
    for (const Alert &alert : source.line.alerts.mid(0, kOthersOnSummary)) // those that may be read
        if (source.mayTell(toRow(alert)))
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
        if (one.value.isOpen() && next.size() < kOthersOnSummary && source.mayTell(toRow(one.value)))
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
    const bool isOver = std::any_of(
        orders->cbegin(), orders->cend(), [&source](const Kept<CourtOrder> &one) { return source.mayTell(toRow(one.value)); });
    if (lines.isEmpty() && isOver)
        addSummaryLine(lines, {}, say("No order on record is in force today; earlier ones stand in the record."));
    return lines;
}

/// What a goal tells of besides the care plan: debt of money, a word about the court of offending.
std::optional<Category> goalTells(Area area, const QString &goal)
{
    const FixedOption &option = optionOf(area);
    const bool tells = option.category && (option.tells == Tells::Always || speaksOfCourt(goal));
    return tells ? option.category : std::nullopt;
}

bool goalIsOnCopy(const SummarySource &source, Area area, const QString &goal, SummaryCopy copy)
{
    if (copy == SummaryCopy::Discreet && (area == Area::Health || area == Area::SubstanceUse))
        return false;
    const auto tells = goalTells(area, goal);
    return !tells || source.mayRead(*tells);
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
            if (status == GoalStatus::SetAside || !goalIsOnCopy(source, area.area, statement, copy))
                continue;
            if (lines.size() >= kGoalsShown) {
                ++more;
                continue;
            }
            if (const auto tells = goalTells(area.area, statement))
                source.mayTell(*tells); // noted
            const QString label = copy == SummaryCopy::Discreet ? QString() : words::shortLabelFor(area.area); // an area tells, too
            addSummaryLine(lines, label, u"“%1” (%2)"_s.arg(said(statement), words::labelFor(status).toLower()));
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
        if (!debt.value.settledOn && lines.size() < kOthersOnSummary + 2 && source.mayTell(toRow(debt.value)))
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
