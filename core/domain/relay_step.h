// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "core/record/record_type.h"

#include <algorithm>

namespace keywork {

/// A step of a relay: somebody does it, at a time, and the one after it begins when it is done. The way into the house and the
/// day of moving out are such relays.
template <class Step>
concept RelayStep = requires(Step step)
{
    step.position;
    step.what;
    step.who;
    step.agencyId;
    step.at;
    step.doneAt;
    step.note;
};

/// The fields of a relay's step, in their order; `whatHelp` says what such steps are, marked for translation.
template <RelayStep Step> Described<Step> withRelayFields(Described<Step> &&type, const char *whatHelp)
{
    return std::move(type)
        .field(&Step::what,
            {.column = "what",
                .label = QT_TRANSLATE_NOOP("record", "What"),
                .help = whatHelp,
                .required = true,
                .listed = true,
                .maxLength = 200})
        .field(&Step::who, {.column = "who", .label = QT_TRANSLATE_NOOP("record", "Who does it"), .listed = true})
        .field(&Step::agencyId,
            {.column = "agency_id", .label = QT_TRANSLATE_NOOP("record", "Of which agency"), .refers = "agency", .listed = true})
        .field(&Step::at, {.column = "planned_at", .label = QT_TRANSLATE_NOOP("record", "When"), .listed = true, .days = kEitherWay})
        .field(&Step::doneAt,
            {.column = "done_at", .label = QT_TRANSLATE_NOOP("record", "Done"), .listed = true, .saidAfterwards = true, .days = kHappened})
        .field(&Step::note,
            {.column = "note", .label = QT_TRANSLATE_NOOP("record", "What to know"), .saidAfterwards = true, .maxLength = 500});
}

/// The place of a step within its relay, set by the form.
template <RelayStep Step> Described<Step> withRelayPosition(Described<Step> &&type)
{
    return std::move(type).field(&Step::position,
        {.column = "position", .label = QT_TRANSLATE_NOOP("record", "Position"), .kept = true, .smallest = 0, .largest = 1000});
}

/// Whether every leg of it is done; true of none.
template <RelayStep Step> bool isRelayDone(const QList<Step> &steps)
{
    return std::all_of(steps.cbegin(), steps.cend(), [](const Step &step) { return step.doneAt.has_value(); });
}

} // namespace keywork
