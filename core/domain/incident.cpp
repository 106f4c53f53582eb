// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/incident.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const char *incidentLine(const Row &row)
{
    return row.text(u"place"_s).isEmpty() ? QT_TRANSLATE_NOOP("record", "Incident {number}: {kind}")
                                          : QT_TRANSLATE_NOOP("record", "Incident {number}: {kind}, {place}");
}

Violations saysWho(const Row &row, QDate)
{
    const auto who = fromCode<InvolvedWho>(row.text(u"who"_s));
    const QString column = who == InvolvedWho::Staff ? u"staff_id"_s : who == InvolvedWho::Visitor ? u"described"_s : u"person_id"_s;
    const QVariant said = row.value(column);
    const bool isBlank = said.isNull() || said.toString().trimmed().isEmpty();
    return isBlank ? Violations{{column, Rule::Required, {}}} : Violations();
}

Violations incidentFits(const Row &row, QDate)
{
    const QString seen = row.text(u"last_seen_at"_s);
    const QString back = row.text(u"back_at"_s);
    return !seen.isEmpty() && !back.isEmpty() && back < seen ? Violations{{u"back_at"_s, Rule::EndsBeforeStart, {}}} : Violations();
}

Described<Incident> whatTheKindAdds(Described<Incident> &&type)
{
    constexpr ShownWhen isMissing{"kind", "missing"};
    constexpr ShownWhen isNeedle{"kind", "needle_stick"};
    constexpr ShownWhen isFire{"kind", "fire"};
    return std::move(type)
        .field(&Incident::lastSeenAt,
            {.column = "last_seen_at", .label = QT_TRANSLATE_NOOP("record", "Last seen"), .shownWhen = isMissing, .days = kHappened})
        .field(&Incident::backAt,
            {.column = "back_at", .label = QT_TRANSLATE_NOOP("record", "Back, or found"), .shownWhen = isMissing, .days = kHappened})
        .field(&Incident::needleFrom,
            {.column = "needle_from",
                .label = QT_TRANSLATE_NOOP("record", "Where the needle came from, as far as known"),
                .shownWhen = isNeedle,
                .maxLength = 500})
        .field(&Incident::careSought,
            {.column = "care_sought",
                .label = QT_TRANSLATE_NOOP("record", "Where care was sought, and when"),
                .shownWhen = isNeedle,
                .maxLength = 500})
        .field(&Incident::fireStarted,
            {.column = "fire_started",
                .label = QT_TRANSLATE_NOOP("record", "What burned, and how it began"),
                .shownWhen = isFire,
                .maxLength = 500})
        .field(&Incident::fireAlarm, {.column = "fire_alarm", .label = QT_TRANSLATE_NOOP("record", "Fire alarm"), .shownWhen = isFire})
        .field(
            &Incident::everybodyOut, {.column = "everybody_out", .label = QT_TRANSLATE_NOOP("record", "Who went out"), .shownWhen = isFire})
        .field(&Incident::section8,
            {.column = "section_8",
                .label = QT_TRANSLATE_NOOP("record", "What was seen, by the list of section 8"),
                .list = "section_8_activity",
                .help = QT_TRANSLATE_NOOP("record", "Only what was seen. What the law makes of it, a manager looks at in the review."),
                .shownWhen = {"kind", "cannabis_smoking,other_use,supply_concern,found"}});
}

Described<Incident> whatCameOfIt(Described<Incident> &&type)
{
    return std::move(type)
        .field(&Incident::injuries,
            {.column = "injuries",
                .label = QT_TRANSLATE_NOOP("record", "Injuries"),
                .help = QT_TRANSLATE_NOOP("record", "Who was hurt, how, and what was done about it. “Nobody” is an answer, too."),
                .heading = QT_TRANSLATE_NOOP("record", "What came of it"),
                .searched = true,
                .multiline = true,
                .maxLength = 4000})
        .field(&Incident::intent,
            {.column = "intent",
                .label = QT_TRANSLATE_NOOP("record", "Thought to be"),
                .help = QT_TRANSLATE_NOOP("record", "Intentional opens a review of the risk of self-harm."),
                .shownWhen = {"kind", "overdose,near_miss,self_harm,medical,needle_stick,fire,death,other"}})
        .field(&Incident::safeguarding,
            {.column = "safeguarding",
                .label = QT_TRANSLATE_NOOP("record", "Safeguarding"),
                .help = QT_TRANSLATE_NOOP("record", "Declined is not the end: raise it all the same, so that the lead looks at it.")})
        .field(&Incident::concernNumber,
            {.column = "concern_number",
                .label = QT_TRANSLATE_NOOP("record", "Number of the concern"),
                .shownWhen = {"safeguarding", "raised,declined"},
                .maxLength = 20})
        .field(&Incident::accidentBook,
            {.column = "accident_book",
                .label = QT_TRANSLATE_NOOP("record", "Number in the accident book"),
                .searched = true,
                .maxLength = 40})
        .field(&Incident::riddor, {.column = "riddor", .label = QT_TRANSLATE_NOOP("record", "Reportable (RIDDOR)")})
        .field(&Incident::riddorReference,
            {.column = "riddor_reference",
                .label = QT_TRANSLATE_NOOP("record", "Reference of the report"),
                .shownWhen = {"riddor", "reported"},
                .searched = true,
                .maxLength = 60});
}

} // namespace

template <> const Described<Incident> &recordType<Incident>()
{
    static const Described<Incident> type = whatCameOfIt(whatTheKindAdds(
        Described<Incident>({.table = "incident",
                                .title = QT_TRANSLATE_NOOP("record", "Incident"),
                                .titleMany = QT_TRANSLATE_NOOP("record", "Incidents"),
                                .category = Category::Risk,
                                .access = {.add = Act::Record},
                                .place = Place::Incidents,
                                .newOne = QT_TRANSLATE_NOOP("record", "Log an incident"),
                                .belongs = QT_TRANSLATE_NOOP("record", "What happened, to whom, and what was done. Near misses count too."),
                                .numberSeries = "I",
                                .orderBy = "happened_at",
                                .newestFirst = true,
                                .happens = "happened_at",
                                .happened = incidentLine,
                                .handedOver = alwaysFirst,
                                .called = "{number} {kind}",
                                .together = incidentFits})
            .field(&Incident::number, numberField())
            .field(&Incident::kind,
                {.column = "kind",
                    .label = QT_TRANSLATE_NOOP("record", "What kind"),
                    .list = "incident_kind",
                    .required = true,
                    .searched = true,
                    .listed = true})
            .field(&Incident::happenedAt,
                {.column = "happened_at",
                    .label = QT_TRANSLATE_NOOP("record", "When"),
                    .required = true,
                    .listed = true,
                    .days = kHappened})
            .field(&Incident::place, {.column = "place", .label = QT_TRANSLATE_NOOP("record", "Where"), .searched = true, .listed = true})
            .field(&Incident::whatHappened,
                {.column = "what_happened",
                    .label = QT_TRANSLATE_NOOP("record", "What happened"),
                    .help = QT_TRANSLATE_NOOP("record", "What you saw and heard, in plain words. One sentence will do for now."),
                    .required = true,
                    .searched = true,
                    .multiline = true})
            .field(&Incident::whatWasDone,
                {.column = "what_was_done", .label = QT_TRANSLATE_NOOP("record", "What was done"), .searched = true, .multiline = true})));
    return type;
}

template <> const Described<IncidentPerson> &recordType<IncidentPerson>()
{
    static const Described<IncidentPerson> type
        = Described<IncidentPerson>({.table = "incident_person",
                                        .title = QT_TRANSLATE_NOOP("record", "Somebody in it"),
                                        .titleMany = QT_TRANSLATE_NOOP("record", "Who was in it"),
                                        .category = Category::Risk,
                                        .access = {.add = Act::Record},
                                        .childOf = "incident_id",
                                        .together = saysWho})
              .field(&IncidentPerson::incidentId,
                  {.column = "incident_id",
                      .label = QT_TRANSLATE_NOOP("record", "Incident"),
                      .refers = "incident",
                      .required = true,
                      .kept = true})
              .field(&IncidentPerson::who, {.column = "who", .label = QT_TRANSLATE_NOOP("record", "Who"), .required = true, .listed = true})
              .field(&IncidentPerson::personId,
                  {.column = "person_id",
                      .label = QT_TRANSLATE_NOOP("record", "Resident"),
                      .refers = "person",
                      .shownWhen = {"who", "resident"},
                      .listed = true,
                      .anyOnFile = true,
                      .tie = Tie::Involved})
              .field(&IncidentPerson::staffId,
                  {.column = "staff_id",
                      .label = QT_TRANSLATE_NOOP("record", "Member of the team"),
                      .refers = "staff",
                      .shownWhen = {"who", "staff"},
                      .listed = true})
              .field(&IncidentPerson::described,
                  {.column = "described",
                      .label = QT_TRANSLATE_NOOP("record", "Who, as far as known"),
                      .shownWhen = {"who", "visitor"},
                      .searched = true,
                      .listed = true})
              .field(&IncidentPerson::role,
                  {.column = "role",
                      .label = QT_TRANSLATE_NOOP("record", "How they were in it"),
                      .list = "incident_role",
                      .required = true,
                      .listed = true})
              .field(&IncidentPerson::about,
                  {.column = "about",
                      .label = QT_TRANSLATE_NOOP("record", "What happened to them"),
                      .help = QT_TRANSLATE_NOOP("record", "Injuries, what they said, what they want."),
                      .searched = true,
                      .multiline = true,
                      .maxLength = 4000})
              .field(&IncidentPerson::debrief,
                  {.column = "debrief", .label = QT_TRANSLATE_NOOP("record", "Talk about it afterwards"), .listed = true})
              .field(&IncidentPerson::debriefOn,
                  {.column = "debrief_on",
                      .label = QT_TRANSLATE_NOOP("record", "Offered or held on"),
                      .shownWhen = {"debrief", "wanted,later,not_wanted,held"},
                      .days = kHappened})
              .field(&IncidentPerson::pressed,
                  {.column = "pressed", .label = QT_TRANSLATE_NOOP("record", "Put in by Overdose — act now"), .kept = true});
    return type;
}

} // namespace keywork
