// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/overdose.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Violations overdoseEndsAfterItBegan(const Row &row, QDate)
{
    const QString ended = row.text(u"ended_at"_s);
    return !ended.isEmpty() && ended < row.text(u"started_at"_s) ? Violations{{u"ended_at"_s, Rule::EndsBeforeStart, {}}} : Violations();
}

/// Of whoever collapsed: "Overdose - act now" is used for any collapse, and what it was shows later.
bool isOfCollapse(const Row &incident)
{
    const QString kind = incident.text(u"kind"_s);
    return kind == u"overdose" || kind == u"medical" || kind == u"near_miss" || kind == u"death";
}

Field partOfIncident()
{
    return {
        .column = "incident_id", .label = QT_TRANSLATE_NOOP("record", "Incident"), .refers = "incident", .required = true, .kept = true};
}

Described<OverdoseStep> whatWasPressed(Described<OverdoseStep> &&type)
{
    return std::move(type)
        .field(&OverdoseStep::incidentId, partOfIncident())
        .field(&OverdoseStep::step, {.column = "step", .label = QT_TRANSLATE_NOOP("record", "Step"), .required = true, .listed = true})
        .field(&OverdoseStep::happenedAt,
            {.column = "happened_at",
                .label = QT_TRANSLATE_NOOP("record", "When it happened"),
                .required = true,
                .listed = true,
                .days = kHappened})
        .field(&OverdoseStep::enteredAt,
            {.column = "entered_at",
                .label = QT_TRANSLATE_NOOP("record", "When it was entered"),
                .listed = true,
                .kept = true,
                .days = DayRange()})
        .field(&OverdoseStep::pressed, {.column = "pressed", .label = QT_TRANSLATE_NOOP("record", "Order of pressing"), .kept = true})
        .field(&OverdoseStep::elapsedMs,
            {.column = "elapsed_ms", .label = QT_TRANSLATE_NOOP("record", "Milliseconds since the start"), .kept = true})
        .field(&OverdoseStep::whileLocked,
            {.column = "while_locked", .label = QT_TRANSLATE_NOOP("record", "Pressed without sign-in"), .listed = true, .kept = true})
        .field(&OverdoseStep::pressId,
            {.column = "press_id",
                .label = QT_TRANSLATE_NOOP("record", "Mark of the press"),
                .onlyOne = QT_TRANSLATE_NOOP("record", "There is a press %1 already."),
                .kept = true});
}

} // namespace

template <> const Described<Overdose> &recordType<Overdose>()
{
    static const Described<Overdose> type
        = Described<Overdose>({.table = "overdose",
                                  .title = QT_TRANSLATE_NOOP("record", "Overdose or collapse"),
                                  .titleMany = QT_TRANSLATE_NOOP("record", "Overdose or collapse"),
                                  .titleShort = QT_TRANSLATE_NOOP("record", "Overdose"),
                                  .category = Category::Risk,
                                  .access = {.add = Act::Record},
                                  .childOf = "incident_id",
                                  .partWhen = isOfCollapse,
                                  .together = overdoseEndsAfterItBegan})
              .field(&Overdose::incidentId, partOfIncident())
              .field(&Overdose::emergency,
                  {.column = "emergency",
                      .label = QT_TRANSLATE_NOOP("record", "Mark of the emergency"),
                      .onlyOne = QT_TRANSLATE_NOOP("record", "There is an emergency %1 already."),
                      .kept = true})
              .field(&Overdose::state,
                  {.column = "state",
                      .label = QT_TRANSLATE_NOOP("record", "Report"),
                      .required = true,
                      .beginsAs = "to_write_up",
                      .listed = true})
              .field(&Overdose::looksLike,
                  {.column = "looks_like",
                      .label = QT_TRANSLATE_NOOP("record", "What it looked like"),
                      .required = true,
                      .beginsAs = "cannot_tell",
                      .listed = true})
              .field(&Overdose::signs,
                  {.column = "signs",
                      .label = QT_TRANSLATE_NOOP("record", "Signs seen"),
                      .list = "overdose_sign",
                      .help = QT_TRANSLATE_NOOP("record", "Pinpoint pupils are not always there.")})
              .field(&Overdose::substances,
                  {.column = "substances",
                      .label = QT_TRANSLATE_NOOP("record", "Substances suspected or told"),
                      .searched = true,
                      .listed = true,
                      .multiline = true,
                      .maxLength = 1000})
              .field(&Overdose::outcome, {.column = "outcome", .label = QT_TRANSLATE_NOOP("record", "How it ended"), .listed = true})
              .field(&Overdose::meant,
                  {.column = "meant",
                      .label = QT_TRANSLATE_NOOP("record", "Meant or not"),
                      .help = QT_TRANSLATE_NOOP("record", "On purpose: look at their safety plan with them."),
                      .required = true,
                      .beginsAs = "not_known"})
              .field(&Overdose::startedAt,
                  {.column = "started_at",
                      .label = QT_TRANSLATE_NOOP("record", "Began"),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&Overdose::endedAt, {.column = "ended_at", .label = QT_TRANSLATE_NOOP("record", "Ended"), .days = kHappened});
    return type;
}

template <> const Described<OverdoseStep> &recordType<OverdoseStep>()
{
    static const Described<OverdoseStep> type
        = whatWasPressed(Described<OverdoseStep>({.table = "overdose_step",
                             .title = QT_TRANSLATE_NOOP("record", "Step of an overdose"),
                             .titleMany = QT_TRANSLATE_NOOP("record", "Overdose, step by step"),
                             .titleShort = QT_TRANSLATE_NOOP("record", "Step"),
                             .category = Category::Risk,
                             .access = {.add = Act::Record},
                             .orderBy = "happened_at",
                             .within = "step",
                             .childOf = "incident_id",
                             .partWhen = isOfCollapse}))
              .field(&OverdoseStep::kitId,
                  {.column = "kit_id",
                      .label = QT_TRANSLATE_NOOP("record", "Naloxone kit"),
                      .refers = "naloxone_kit",
                      .help = QT_TRANSLATE_NOOP("record", "The dose leaves its stock by itself."),
                      .shownWhen = {"step", "naloxone_given,chose_not_to_go"},
                      .listed = true,
                      .anyOnFile = true})
              .field(&OverdoseStep::kitWas,
                  {.column = "kit_was", .label = QT_TRANSLATE_NOOP("record", "What the kit said before"), .kept = true})
              .field(&OverdoseStep::route,
                  {.column = "route",
                      .label = QT_TRANSLATE_NOOP("record", "How it was given"),
                      .shownWhen = {"step", "naloxone_given"},
                      .listed = true})
              .field(&OverdoseStep::byWhom,
                  {.column = "by_whom",
                      .label = QT_TRANSLATE_NOOP("record", "By whom"),
                      .searched = true,
                      .listed = true,
                      .maxLength = 100})
              .field(&OverdoseStep::whyNot,
                  {.column = "why_not",
                      .label = QT_TRANSLATE_NOOP("record", "Why not"),
                      .shownWhen = {"step", "naloxone_not_given"},
                      .searched = true,
                      .maxLength = 300})
              .field(&OverdoseStep::watcherId,
                  {.column = "watcher_id",
                      .label = QT_TRANSLATE_NOOP("record", "Who keeps watch"),
                      .refers = "staff",
                      .shownWhen = {"step", "chose_not_to_go"},
                      .listed = true})
              .field(&OverdoseStep::watcherOther,
                  {.column = "watcher_other",
                      .label = QT_TRANSLATE_NOOP("record", "Or who else keeps watch"),
                      .shownWhen = {"step", "chose_not_to_go"},
                      .searched = true,
                      .maxLength = 100})
              .field(&OverdoseStep::words,
                  {.column = "words",
                      .label = QT_TRANSLATE_NOOP("record", "In words"),
                      .searched = true,
                      .listed = true,
                      .multiline = true,
                      .maxLength = 1000});
    return type;
}

} // namespace keywork
