// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/group_activity.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const char *groupLine(const Row &row)
{
    return row.text(u"place"_s).isEmpty() ? QT_TRANSLATE_NOOP("record", "Group: {what}")
                                          : QT_TRANSLATE_NOOP("record", "Group: {what}, {place}");
}

} // namespace

template <> const Described<GroupActivity> &recordType<GroupActivity>()
{
    static const Described<GroupActivity> type
        = Described<GroupActivity>({.table = "group_activity",
                                       .title = QT_TRANSLATE_NOOP("record", "Group or activity"),
                                       .titleMany = QT_TRANSLATE_NOOP("record", "Groups and activities"),
                                       .titleShort = QT_TRANSLATE_NOOP("record", "Group"),
                                       .category = Category::CarePlan,
                                       .place = Place::Team,
                                       .newOne = QT_TRANSLATE_NOOP("record", "New group or activity"),
                                       .belongs = QT_TRANSLATE_NOOP("record", "What is on in the house: what, when, who leads, who came."),
                                       .listRank = 20,
                                       .orderBy = "starts_at",
                                       .newestFirst = true,
                                       .happens = "starts_at",
                                       .happened = groupLine,
                                       .called = "{what}"})
              .field(&GroupActivity::what,
                  {.column = "what", .label = QT_TRANSLATE_NOOP("record", "What"), .required = true, .searched = true, .listed = true})
              .field(&GroupActivity::kind,
                  {.column = "kind",
                      .label = QT_TRANSLATE_NOOP("record", "What kind"),
                      .list = "group_kind",
                      .required = true,
                      .listed = true})
              .field(&GroupActivity::startsAt, startsAtField())
              .field(&GroupActivity::minutes,
                  {.column = "minutes", .label = QT_TRANSLATE_NOOP("record", "How long, in minutes"), .smallest = 5, .largest = 720})
              .field(&GroupActivity::place,
                  {.column = "place", .label = QT_TRANSLATE_NOOP("record", "Where"), .searched = true, .listed = true})
              .field(&GroupActivity::leadsId,
                  {.column = "leads_id", .label = QT_TRANSLATE_NOOP("record", "Who of the team leads"), .refers = "staff", .listed = true})
              .field(&GroupActivity::leadsOther,
                  {.column = "leads_other", .label = QT_TRANSLATE_NOOP("record", "Or who else leads"), .searched = true, .listed = true})
              .field(&GroupActivity::howItWent,
                  {.column = "how_it_went",
                      .label = QT_TRANSLATE_NOOP("record", "How it went"),
                      .help = QT_TRANSLATE_NOOP("record", "Of the group as a whole; what one person said stands with them."),
                      .searched = true,
                      .multiline = true,
                      .maxLength = 4000});
    return type;
}

template <> const Described<GroupPerson> &recordType<GroupPerson>()
{
    static const Described<GroupPerson> type
        = Described<GroupPerson>({.table = "group_person",
                                     .title = QT_TRANSLATE_NOOP("record", "Somebody who came"),
                                     .titleMany = QT_TRANSLATE_NOOP("record", "Who came or was asked"),
                                     .category = Category::CarePlan,
                                     .seen = {.at = "starts_at",
                                         .by = "leads_id",
                                         .where = "place",
                                         .when =
                                             [](const Row &row) {
                                                 const auto came = fromCode<GroupCame>(row.text(u"came"_s));
                                                 return came && *came != GroupCame::DidNotCome;
                                             }},
                                     .childOf = "activity_id"})
              .field(&GroupPerson::activityId,
                  {.column = "activity_id",
                      .label = QT_TRANSLATE_NOOP("record", "Group or activity"),
                      .refers = "group_activity",
                      .required = true,
                      .kept = true})
              .field(&GroupPerson::personId,
                  {.column = "person_id",
                      .label = QT_TRANSLATE_NOOP("record", "Resident"),
                      .refers = "person",
                      .required = true,
                      .listed = true,
                      .anyOnFile = true,
                      .tie = Tie::Involved})
              .field(&GroupPerson::came, {.column = "came", .label = QT_TRANSLATE_NOOP("record", "Came"), .required = true, .listed = true})
              .field(&GroupPerson::said,
                  {.column = "said", .label = QT_TRANSLATE_NOOP("record", "What they said of it"), .searched = true, .maxLength = 500});
    return type;
}

} // namespace keywork
