// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/move_on.h"
#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Violations contactHoldsTogether(const Row &row, QDate)
{
    Violations violations;
    const QString from = row.text(u"on_day"_s);
    for (const QString &column : {u"until_on"_s, u"withdrawn_on"_s})
        if (const QString day = row.text(column); !day.isEmpty() && day < from)
            violations.append({column, Rule::EndsBeforeStart, {}});
    return violations;
}

const char *contactSaid(const Row &row)
{
    return fromCode<ContactAgreed>(row.text(u"agreed"_s)) == ContactAgreed::Yes
        ? QT_TRANSLATE_NOOP("record", "Agreed that we may be in touch after they leave")
        : QT_TRANSLATE_NOOP("record", "Asked whether we may be in touch after they leave: {agreed}");
}

const char *followUpLine(const Row &row)
{
    return fromCode<FollowUpResult>(row.text(u"result"_s)) == FollowUpResult::NotReached
        ? QT_TRANSLATE_NOOP("record", "Follow-up tried, not reached: {after_months}")
        : QT_TRANSLATE_NOOP("record", "Follow-up: {result}");
}

const char *kWhenReached = "reached,no_more_contact";

/// What is asked once they are reached.
Described<FollowUp> howItGoes(Described<FollowUp> &&type)
{
    return std::move(type)
        .field(&FollowUp::words,
            {.column = "words",
                .label = QT_TRANSLATE_NOOP("record", "How it goes"),
                .help = QT_TRANSLATE_NOOP("record", "In their words."),
                .shownWhen = {"result", kWhenReached},
                .searched = true,
                .listed = true,
                .multiline = true,
                .maxLength = 2000})
        .field(&FollowUp::housing,
            {.column = "housing",
                .label = QT_TRANSLATE_NOOP("record", "Where they live now"),
                .shownWhen = {"result", kWhenReached},
                .listed = true})
        .field(&FollowUp::stillThere,
            {.column = "still_there",
                .label = QT_TRANSLATE_NOOP("record", "Still where they moved to"),
                .list = "yes_no",
                .shownWhen = {"result", kWhenReached},
                .listed = true})
        .field(&FollowUp::note, noteField(2000));
}

} // namespace

template <> const Described<PostMoveContact> &recordType<PostMoveContact>()
{
    static const Described<PostMoveContact> type = Described<PostMoveContact>(
        {.table = "post_move_contact",
            .title = QT_TRANSLATE_NOOP("record", "Contact after leaving"),
            .titleMany = QT_TRANSLATE_NOOP("record", "Contact after leaving"),
            .titleShort = QT_TRANSLATE_NOOP("record", "Contact after"),
            .category = Category::CarePlan,
            .place = Place::MoveOn,
            .newOne = QT_TRANSLATE_NOOP("record", "New word on contact after leaving"),
            .belongs = QT_TRANSLATE_NOOP("record", "Whether we may be in touch after they leave, how, and until when. The latest counts."),
            .listRank = 6,
            .orderBy = "on_day",
            .newestFirst = true,
            .happens = "on_day",
            .happened = contactSaid,
            .ends = "withdrawn_on",
            .ended = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Wants no more contact after leaving"); },
            .together = contactHoldsTogether})
                                                       .field(&PostMoveContact::personId, residentField())
                                                       .field(&PostMoveContact::onDay, onDayField())
                                                       .field(&PostMoveContact::agreed,
                                                           {.column = "agreed",
                                                               .label = QT_TRANSLATE_NOOP("record", "May we be in touch after you leave?"),
                                                               .required = true,
                                                               .listed = true})
                                                       .field(&PostMoveContact::how,
                                                           {.column = "how",
                                                               .label = QT_TRANSLATE_NOOP("record", "How"),
                                                               .help = QT_TRANSLATE_NOOP("record",
                                                                   "A number, a place, somebody who passes it on; what may be said there."),
                                                               .shownWhen = {"agreed", "yes"},
                                                               .required = true,
                                                               .listed = true,
                                                               .keptInHouse = true,
                                                               .maxLength = 500})
                                                       .field(&PostMoveContact::untilOn,
                                                           {.column = "until_on",
                                                               .label = QT_TRANSLATE_NOOP("record", "Until, that day included"),
                                                               .help = QT_TRANSLATE_NOOP("record", "Empty: until they say otherwise."),
                                                               .shownWhen = {"agreed", "yes"},
                                                               .listed = true,
                                                               .days = kToCome})
                                                       .field(&PostMoveContact::withdrawnOn,
                                                           {.column = "withdrawn_on",
                                                               .label = QT_TRANSLATE_NOOP("record", "Taken back on"),
                                                               .shownWhen = {"agreed", "yes"},
                                                               .listed = true,
                                                               .days = kHappened})
                                                       .field(&PostMoveContact::note, noteField(1000));
    return type;
}

template <> const Described<FollowUp> &recordType<FollowUp>()
{
    static const Described<FollowUp> type = howItGoes(
        Described<FollowUp>(
            {.table = "follow_up",
                .title = QT_TRANSLATE_NOOP("record", "Follow-up"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Follow-ups after leaving"),
                .category = Category::CarePlan,
                .place = Place::MoveOn,
                .newOne = QT_TRANSLATE_NOOP("record", "New follow-up"),
                .belongs = QT_TRANSLATE_NOOP("record", "Each try to be in touch after 3, 6 and 12 months, also those that reached nobody."),
                .listRank = 7,
                .orderBy = "tried_at",
                .newestFirst = true,
                .happens = "tried_at",
                .happened = followUpLine})
            .field(&FollowUp::personId, residentField())
            .field(&FollowUp::stayId,
                {.column = "stay_id", .label = QT_TRANSLATE_NOOP("record", "After the stay"), .refers = "stay", .kept = true})
            .field(&FollowUp::after,
                {.column = "after_months", .label = QT_TRANSLATE_NOOP("record", "Follow-up after"), .required = true, .listed = true})
            .field(&FollowUp::triedAt,
                {.column = "tried_at", .label = QT_TRANSLATE_NOOP("record", "When"), .required = true, .listed = true, .days = kHappened})
            .field(&FollowUp::how,
                {.column = "how", .label = QT_TRANSLATE_NOOP("record", "How"), .list = "follow_up_how", .required = true, .listed = true})
            .field(&FollowUp::result,
                {.column = "result", .label = QT_TRANSLATE_NOOP("record", "What came of it"), .required = true, .listed = true}));
    return type;
}

} // namespace keywork
