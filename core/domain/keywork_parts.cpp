// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/keywork.h"
#include "core/domain/told.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Field sessionField()
{
    return {.column = "session_id",
        .label = QT_TRANSLATE_NOOP("record", "Keywork session"),
        .refers = "keywork_session",
        .required = true,
        .kept = true};
}

Field partOwnerField()
{
    return {.column = "person_id", .label = QT_TRANSLATE_NOOP("record", "Resident"), .refers = "person", .kept = true, .tie = Tie::Owner};
}

/// A note on an area is of the category that the area tells of: on substance use of that.
std::optional<Category> noteCategory(const Row &row)
{
    const auto area = fromCode<Area>(row.text(u"area"_s));
    if (!area)
        return {};
    const FixedOption &option = Codes<Area>::options[size_t(*area)];
    const bool tells = option.tells == Tells::Always || speaksOfCourt(row.text(u"text"_s));
    return tells ? option.category : std::nullopt;
}

} // namespace

template <> const Described<KeyworkNote> &recordType<KeyworkNote>()
{
    static const Described<KeyworkNote> type
        = Described<KeyworkNote>({.table = "keywork_note",
                                     .title = QT_TRANSLATE_NOOP("record", "Keywork note"),
                                     .titleMany = QT_TRANSLATE_NOOP("record", "Keywork notes"),
                                     .category = Category::CarePlan,
                                     .readAs = noteCategory,
                                     .within = "area",
                                     .childOf = "session_id"})
              .field(&KeyworkNote::sessionId, sessionField())
              .field(&KeyworkNote::personId, partOwnerField())
              .field(&KeyworkNote::area, {.column = "area", .label = QT_TRANSLATE_NOOP("record", "Area"), .required = true, .listed = true})
              .field(&KeyworkNote::text,
                  {.column = "text",
                      .label = QT_TRANSLATE_NOOP("record", "What was talked about"),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .multiline = true})
              .field(&KeyworkNote::goals, {.column = "goals", .label = QT_TRANSLATE_NOOP("record", "Goals it touched"), .kept = true});
    return type;
}

template <> const Described<KeyworkAgreed> &recordType<KeyworkAgreed>()
{
    static const Described<KeyworkAgreed> type
        = Described<KeyworkAgreed>({.table = "keywork_agreed",
                                       .title = QT_TRANSLATE_NOOP("record", "Agreed step"),
                                       .titleMany = QT_TRANSLATE_NOOP("record", "Agreed steps"),
                                       .category = Category::CarePlan,
                                       .childOf = "session_id"})
              .field(&KeyworkAgreed::sessionId, sessionField())
              .field(&KeyworkAgreed::personId, partOwnerField())
              .field(&KeyworkAgreed::what,
                  {.column = "what",
                      .label = QT_TRANSLATE_NOOP("record", "What was agreed"),
                      .required = true,
                      .searched = true,
                      .listed = true})
              .field(&KeyworkAgreed::actor,
                  {.column = "actor", .label = QT_TRANSLATE_NOOP("record", "Who does it"), .required = true, .listed = true})
              .field(&KeyworkAgreed::name,
                  {.column = "name",
                      .label = QT_TRANSLATE_NOOP("record", "Who, as they are called"),
                      .shownWhen = {"actor", "other"},
                      .required = true,
                      .searched = true,
                      .listed = true})
              .field(&KeyworkAgreed::staffId,
                  {.column = "staff_id",
                      .label = QT_TRANSLATE_NOOP("record", "Member of the team"),
                      .refers = "staff",
                      .shownWhen = {"actor", "keyworker"},
                      .listed = true})
              .field(&KeyworkAgreed::agencyId,
                  {.column = "agency_id",
                      .label = QT_TRANSLATE_NOOP("record", "Agency"),
                      .refers = "agency",
                      .shownWhen = {"actor", "agency"},
                      .listed = true})
              .field(&KeyworkAgreed::dueOn,
                  {.column = "due_on", .label = QT_TRANSLATE_NOOP("record", "By when"), .listed = true, .days = kToCome})
              .field(&KeyworkAgreed::goalThread,
                  {.column = "goal_thread", .label = QT_TRANSLATE_NOOP("record", "Goal in the plan"), .kept = true})
              .field(&KeyworkAgreed::stepThread,
                  {.column = "step_thread", .label = QT_TRANSLATE_NOOP("record", "Step in the plan"), .kept = true});
    return type;
}

template <> const Described<KeyworkMessage> &recordType<KeyworkMessage>()
{
    static const Described<KeyworkMessage> type
        = Described<KeyworkMessage>({.table = "keywork_message",
                                        .title = QT_TRANSLATE_NOOP("record", "Talked about"),
                                        .titleMany = QT_TRANSLATE_NOOP("record", "Messages talked about"),
                                        .category = Category::SubstanceUse,
                                        .childOf = "session_id"})
              .field(&KeyworkMessage::sessionId, sessionField())
              .field(&KeyworkMessage::personId, partOwnerField())
              .field(&KeyworkMessage::message,
                  {.column = "message",
                      .label = QT_TRANSLATE_NOOP("record", "What"),
                      .list = "keywork_message",
                      .required = true,
                      .listed = true})
              .field(&KeyworkMessage::leaflet,
                  {.column = "leaflet", .label = QT_TRANSLATE_NOOP("record", "A leaflet was given"), .listed = true});
    return type;
}

} // namespace keywork
