// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/emergency_sheet.h"

#include "core/base/text.h"
#include "core/services/care/risks.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/print/doses_beside.h"
#include "ui/print/say.h"
#include "ui/text/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

// A crew reads it at arm's length, in a stairwell; all of it smaller where one page would not do (points).
constexpr qreal kBody = 12;
constexpr int kAlertsShown = 6;
constexpr int kNextOfKinShown = 3;
constexpr qreal kFirst = 16; // whose it is, and what to know before anything else
constexpr qreal kSmaller = 0.875;

QString orNotKnown(const QString &text) { return text.isEmpty() ? say("not known to us") : text; }

/// Whether somebody did not want to say, does not know or was never asked are three things to a crew, and none of them "none".
QString orWhyNot(const Person &person, const QString &text, const QStringList &columns)
{
    for (const QString &column : text.isEmpty() ? columns : QStringList())
        if (const auto reason = person.notSaid.reasons.constFind(column); reason != person.notSaid.reasons.constEnd())
            return words::labelFor(*reason);
    return orNotKnown(text);
}

/// One page has to do: long texts are cut with a word that says so.
QString shortened(const QString &text, int most)
{
    return text.size() <= most ? text : atMost(text, most) + u" … "_s + say("(more in the record)");
}

void addLine(Document &document, const QString &label, const QString &value)
{
    document.add(text({{label + u"  "_s, true, false}, {value}}, kBody, 5));
}

Document sheetIn(qreal scale, const EmergencyFacts &facts, const ChoiceSource &choices);

} // namespace

QString allergiesTold(const Person &person)
{
    // What is written down outweighs the tick: a wrong "none" kills.
    if (!person.allergies.isEmpty())
        return person.allergies;
    if (person.allergiesKnown.code == u"yes")
        return say("Yes; which is not written down");
    return person.allergiesKnown.code == u"none_known" ? say("None known") : orWhyNot(person, {}, {u"allergies_known"_s, u"allergies"_s});
}

/// First what a crew has to know, so that it is never what a long text cuts off; then what stands in the record.
QString conditionsTold(const EmergencyFacts &facts)
{
    QStringList lines;
    for (const Kept<HealthCondition> &condition : facts.conditions)
        if (condition.value.mattersInEmergency && condition.value.state.code != u"over")
            lines.append(condition.value.what
                + (condition.value.emergencyNote.isEmpty() ? QString() : u" ("_s + condition.value.emergencyNote + u')'));
    if (!facts.line.person.value.conditions.isEmpty())
        lines.append(facts.line.person.value.conditions);
    return orWhyNot(facts.line.person.value, lines.join(u"; "_s), {u"conditions"_s});
}

Result<EmergencyFacts> emergencyFacts(const Services &services, Id<Person> person)
{
    // A sheet without the health of the person would be taken for a healthy one.
    if (!services.records.session().may(Act::Read, Category::Health))
        return Error{ErrorKind::NotPermitted, {}, {}};
    const auto line = services.people.line(person);
    if (!line)
        return line.error();
    const auto house = services.records.all<House>();
    if (!house)
        return house.error();
    EmergencyFacts facts{house->isEmpty() ? House() : house->first().value, *line, {},
        services.records.clock().local(services.records.clock().now()), services.records.session().name()};
    // A relief worker sees no family records; the sheet is never held up by that.
    if (const auto contacts = services.records.of<Contact>("person_id", person))
        facts.contacts = *contacts;
    if (const auto plans = services.records.of<SafetyPlan>("person_id", person))
        if (const auto latest = latestPlan(*plans); latest && latest->value.onSheet.code == u"yes")
            facts.safetyPlan = latest->value;
    const auto conditions = services.records.of<HealthCondition>("person_id", person);
    if (!conditions)
        return conditions.error();
    facts.conditions = *conditions;
    // Nor is one made that leaves a dose out: whoever gives one would not know.
    const auto doses = dosesToldOf(services, person);
    if (!doses)
        return doses.error();
    facts.doses = *doses;
    return facts;
}

Document emergencySheet(const EmergencyFacts &facts, const ChoiceSource &choices)
{
    const Document sheet = sheetIn(1, facts, choices);
    return sheet.pageCount() == 1 ? sheet : sheetIn(kSmaller, facts, choices);
}

namespace {

Document sheetIn(qreal scale, const EmergencyFacts &facts, const ChoiceSource &choices)
{
    const Person &person = facts.line.person.value;
    Document document;
    document.textScale = scale;
    document.title = say("Emergency sheet");
    document.footLeft = say("Printed %1 %2 by %3").arg(words::date(facts.printedAt.date()), words::time(facts.printedAt), facts.printedBy);
    document.footMiddle = person.displayName();
    const QString born = person.bornOn ? words::partialDate(*person.bornOn) : QString();
    const auto age = person.bornOn ? ageOn(*person.bornOn, facts.printedAt.date()) : std::nullopt;
    document.add(sideBySide(together({text({{say("Emergency sheet"), true, false}}, 17, 2),
                                text({{say("For an ambulance crew. Contains sensitive personal data."), false, true}}, 9.5, 0)}),
        rightText(facts.house.name + u'\n' + facts.house.address + u'\n' + facts.house.telephone), 0.62));
    document.add(boxed({text({{person.displayName(), true, false}}, kFirst + 2, 3),
        text({{say("Born %1").arg(orNotKnown(born)) + (age ? u" ("_s + QString::number(*age) + u')' : QString()) + u" · "_s
                 + (facts.line.room.isEmpty() ? say("no room here") : say("Room %1").arg(facts.line.room))
                 + (person.pronouns.isEmpty() ? QString() : u" · "_s + words::choice(choices, u"pronouns"_s, person.pronouns.code))}},
            kBody, 0)}));
    for (const Alert &alert : facts.line.alerts.mid(0, kAlertsShown))
        document.add(text(
            {{words::choice(choices, u"alert_kind"_s, alert.kind.code) + u"  "_s, true, false}, {shortened(alert.text, 200)}}, kFirst, 5));
    if (facts.line.alerts.size() > kAlertsShown)
        document.add(text({{say("%1 more alerts in the record").arg(facts.line.alerts.size() - kAlertsShown), true, false}}, kBody, 5));
    addLine(document, say("Allergies"), shortened(allergiesTold(person), 300));
    addLine(document, say("Health conditions"), shortened(conditionsTold(facts), 600));
    if (!person.bloodBorneViruses.isEmpty() || person.notSaid.reasons.contains(u"blood_borne_viruses"_s))
        addLine(
            document, say("Blood-borne viruses"), shortened(orWhyNot(person, person.bloodBorneViruses, {u"blood_borne_viruses"_s}), 200));
    // What is prescribed first: a crew gives by the first line that names a dose (additions.md, "Support").
    const bool isPrescribed = !facts.doses.prescriptions.isEmpty();
    const auto addDoses = [&] {
        for (const QString &sentence : words::doses(facts.doses))
            document.add(text({{sentence, isPrescribed, !isPrescribed}}, kBody, 5));
    };
    if (isPrescribed)
        addDoses();
    addLine(document, say("Medicines"), shortened(orWhyNot(person, person.medicines, {u"medicines"_s}), 600));
    if (isPrescribed)
        document.add(text({{words::doseAsTheyTell({facts.doses.prescriptions, {}}), false, true}}, kBody, 5));
    else
        addDoses();
    addLine(document, say("Languages, communication"),
        shortened(orWhyNot(person, QStringList{person.languages, person.communicationNeeds}.join(u" "_s).trimmed(),
                      {u"languages"_s, u"communication_needs"_s}),
            200));
    addLine(document, say("NHS number"), orWhyNot(person, person.nhsNumber, {u"nhs_number"_s}));
    addLine(document, say("GP"),
        orWhyNot(person, QStringList{person.gpPractice, person.gpTelephone}.join(u" "_s).trimmed(), {u"gp_practice"_s, u"gp_telephone"_s}));
    int shown = 0;
    for (const Kept<Contact> &contact : facts.contacts)
        if (contact.value.nextOfKin && ++shown <= kNextOfKinShown)
            addLine(document, say("Next of kin"),
                contact.value.name + u" · "_s + words::choice(choices, u"relation"_s, contact.value.relation.code) + u" · "_s
                    + orNotKnown(contact.value.telephone));
    if (shown > kNextOfKinShown)
        document.add(text({{say("%1 more next of kin in the record").arg(shown - kNextOfKinShown), true, false}}, kBody, 5));
    if (facts.safetyPlan) {
        const SafetyPlan &plan = *facts.safetyPlan;
        const auto addTheirs = [&](const QString &title, const QString &words) {
            if (!words.trimmed().isEmpty())
                addLine(document, title, shortened(words.simplified(), 200));
        };
        addTheirs(say("Safety plan: what helps me"), plan.whatHelps);
        addTheirs(say("Safety plan: whom I ring"), plan.whomToRing);
        addTheirs(say("Safety plan: making safe"), plan.makingSafe);
    }
    addLine(document, say("Keyworker"), facts.line.keyworker.isEmpty() ? say("none yet") : facts.line.keyworker);
    addLine(document, say("Naloxone in this house"), shortened(orNotKnown(facts.house.naloxonePlace), 200));
    addLine(document, say("Doors"), shortened(orNotKnown(facts.house.doors), 300));
    if (facts.doses.drugServiceLine.isEmpty()) // else it stands beside the dose
        addLine(document, say("Drug service duty line"), orNotKnown(facts.house.drugServiceLine));
    return document;
}

} // namespace

} // namespace keywork::print
