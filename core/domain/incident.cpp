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

} // namespace

template <> const Described<Incident> &recordType<Incident>()
{
    static const Described<Incident> type
        = Described<Incident>(
            {.table = "incident",
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
                .called = "{number} {kind}"})
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
                  {.column = "what_was_done", .label = QT_TRANSLATE_NOOP("record", "What was done"), .searched = true, .multiline = true});
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
                      .maxLength = 4000});
    return type;
}

} // namespace keywork
