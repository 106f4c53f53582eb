// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/missing.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qint64 kLongestUnseenHours = 14 * 24; // house rule

bool isMissingUnsaid(const Row &row, const char *column)
{
    const QVariant said = row.value(QString::fromLatin1(column));
    return said.isNull() || said.toString().trimmed().isEmpty();
}

/// Into a room go two, and both are named.
Violations missingStepFits(const Row &row, QDate)
{
    if (fromCode<MissingAct>(row.text(u"act"_s)) != MissingAct::Entered)
        return {};
    if (isMissingUnsaid(row, "with_id") && isMissingUnsaid(row, "with_other"))
        return {{u"with_id"_s, Rule::Required, {}}};
    if (!isMissingUnsaid(row, "with_id") && row.value(u"with_id"_s) == row.value(u"by_id"_s))
        return {{u"with_id"_s, Rule::SameSignature, {}}};
    return {};
}

/// Found again says where and by whom, and whether anybody asked how they are.
Violations episodeFits(const Row &row, QDate)
{
    Violations violations;
    if (isMissingUnsaid(row, "found_how"))
        return violations;
    if (isMissingUnsaid(row, "found_where"))
        violations.append({u"found_where"_s, Rule::Required, {}});
    if (isMissingUnsaid(row, "found_by_id") && isMissingUnsaid(row, "found_by_other"))
        violations.append({u"found_by_id"_s, Rule::Required, {}});
    if (isMissingUnsaid(row, "welfare"))
        violations.append({u"welfare"_s, Rule::Required, {}});
    return violations;
}

const char *missingStepLine(const Row &row)
{
    if (fromCode<MissingAct>(row.text(u"act"_s)) == MissingAct::Seen)
        return isMissingUnsaid(row, "place") ? QT_TRANSLATE_NOOP("record", "Seen") : QT_TRANSLATE_NOOP("record", "Seen: {place}");
    return QT_TRANSLATE_NOOP("record", "Not seen: {act}, {answer}");
}

bool isOfMissing(const Row &incident) { return incident.text(u"kind"_s) == u"missing"; }

Described<MissingStep> whoWasAsked(Described<MissingStep> &&type)
{
    constexpr ShownWhen entered{"act", "entered"};
    constexpr ShownWhen told{"act", "police"};
    return std::move(type)
        .field(&MissingStep::place, {.column = "place", .label = QT_TRANSLATE_NOOP("record", "Where"), .searched = true, .listed = true})
        .field(&MissingStep::byId,
            {.column = "by_id", .label = QT_TRANSLATE_NOOP("record", "Done by, if it was not you"), .refers = "staff", .listed = true})
        .field(&MissingStep::withId,
            {.column = "with_id",
                .label = QT_TRANSLATE_NOOP("record", "With whom: the second of two"),
                .refers = "staff",
                .shownWhen = entered})
        .field(&MissingStep::withOther,
            {.column = "with_other", .label = QT_TRANSLATE_NOOP("record", "Or who else went in"), .shownWhen = entered, .maxLength = 100})
        .field(&MissingStep::whom,
            {.column = "whom",
                .label = QT_TRANSLATE_NOOP("record", "Who was asked or told"),
                .shownWhen = {"act", "safe_contact,others_asked,hospital,custody,police,other"},
                .searched = true,
                .saidAfterwards = true,
                .maxLength = 200})
        .field(&MissingStep::reference,
            {.column = "reference",
                .label = QT_TRANSLATE_NOOP("record", "Reference of the police"),
                .help = QT_TRANSLATE_NOOP("record", "Can be completed later."),
                .shownWhen = told,
                .searched = true,
                .listed = true,
                .saidAfterwards = true,
                .maxLength = 60})
        .field(&MissingStep::note,
            {.column = "note",
                .label = QT_TRANSLATE_NOOP("record", "What was said"),
                .searched = true,
                .multiline = true,
                .saidAfterwards = true,
                .maxLength = 1000});
}

Described<MissingEpisode> howTheyAreFound(Described<MissingEpisode> &&type)
{
    constexpr ShownWhen found{"found_how", nullptr};
    return std::move(type)
        .field(&MissingEpisode::foundHow,
            {.column = "found_how",
                .label = QT_TRANSLATE_NOOP("record", "How they were found"),
                .heading = QT_TRANSLATE_NOOP("record", "Found again"),
                .listed = true})
        .field(&MissingEpisode::foundWhere,
            {.column = "found_where", .label = QT_TRANSLATE_NOOP("record", "Where"), .shownWhen = found, .listed = true})
        .field(&MissingEpisode::foundById,
            {.column = "found_by_id", .label = QT_TRANSLATE_NOOP("record", "By whom of the team"), .refers = "staff", .shownWhen = found})
        .field(&MissingEpisode::foundByOther,
            {.column = "found_by_other", .label = QT_TRANSLATE_NOOP("record", "Or by whom else"), .shownWhen = found, .maxLength = 100})
        .field(&MissingEpisode::welfare,
            {.column = "welfare", .label = QT_TRANSLATE_NOOP("record", "Asked how they are"), .shownWhen = found, .listed = true})
        .field(&MissingEpisode::welfareNote,
            {.column = "welfare_note",
                .label = QT_TRANSLATE_NOOP("record", "What they said, and what they need"),
                .shownWhen = found,
                .multiline = true,
                .maxLength = 2000});
}

/// Until somebody has seen them, whoever comes on hears it first.
Handing whileNotSeen(const Row &row)
{
    return fromCode<MissingAnswer>(row.text(u"answer"_s)) == MissingAnswer::Seen ? Handing::NotTold : Handing::First;
}

} // namespace

template <> const Described<SeenWithin> &recordType<SeenWithin>()
{
    static const Described<SeenWithin> type = Described<SeenWithin>(
        {.table = "seen_within",
            .title = QT_TRANSLATE_NOOP("record", "Hours until they are asked after"),
            .titleMany = QT_TRANSLATE_NOOP("record", "Hours until they are asked after"),
            .titleShort = QT_TRANSLATE_NOOP("record", "Asked after"),
            .category = Category::Risk,
            .place = Place::Resident,
            .newOne = QT_TRANSLATE_NOOP("record", "New hours until they are asked after"),
            .belongs = QT_TRANSLATE_NOOP("record", "Where one resident is asked after sooner or later than the house's hours, and why."),
            .listRank = 8,
            .orderBy = "from_on",
            .newestFirst = true,
            .happens = "from_on",
            .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Asked after when not seen for {hours} hours: {why}"); },
            .together = endsAfterItBegan})
                                                  .field(&SeenWithin::personId, residentField())
                                                  .field(&SeenWithin::hours,
                                                      {.column = "hours",
                                                          .label = QT_TRANSLATE_NOOP("record", "Hours without being seen"),
                                                          .help = QT_TRANSLATE_NOOP(
                                                              "record", "Then Today asks after them. Time away is not counted."),
                                                          .required = true,
                                                          .listed = true,
                                                          .smallest = 1,
                                                          .largest = kLongestUnseenHours})
                                                  .field(&SeenWithin::why,
                                                      {.column = "why",
                                                          .label = QT_TRANSLATE_NOOP("record", "Why it is another number for them"),
                                                          .required = true,
                                                          .listed = true,
                                                          .saysWhy = true,
                                                          .maxLength = 500})
                                                  .field(&SeenWithin::fromOn, fromField())
                                                  .field(&SeenWithin::untilOn, untilEndedField());
    return type;
}

template <> const Described<MissingStep> &recordType<MissingStep>()
{
    static const Described<MissingStep> type = whoWasAsked(
        Described<MissingStep>(
            {.table = "missing_step",
                .title = QT_TRANSLATE_NOOP("record", "Step to find somebody"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Steps to find somebody"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Looked for"),
                .category = Category::Risk,
                .access = {.add = Act::Record},
                .newOne = QT_TRANSLATE_NOOP("record", "Seen, or no reply"),
                .belongs = QT_TRANSLATE_NOOP("record", "Who looked for them, when and how, and that they were seen."),
                .orderBy = "happened_at",
                .newestFirst = true,
                .happens = "happened_at",
                .happened = missingStepLine,
                .handedOver = whileNotSeen,
                .seen = {.at = "happened_at",
                    .by = "by_id",
                    .where = "place",
                    .when = [](const Row &row) { return fromCode<MissingAnswer>(row.text(u"answer"_s)) == MissingAnswer::Seen; }},
                .called = "{act}",
                .within = "act",
                .together = missingStepFits})
            .field(&MissingStep::personId, residentField())
            .field(&MissingStep::incidentId,
                {.column = "incident_id",
                    .label = QT_TRANSLATE_NOOP("record", "Incident"),
                    .refers = "incident",
                    .kept = true,
                    .anyOnFile = true})
            .field(&MissingStep::act,
                {.column = "act", .label = QT_TRANSLATE_NOOP("record", "What was done"), .required = true, .listed = true})
            .field(&MissingStep::happenedAt,
                {.column = "happened_at",
                    .label = QT_TRANSLATE_NOOP("record", "When"),
                    .required = true,
                    .listed = true,
                    .days = kHappened})
            .field(&MissingStep::answer,
                {.column = "answer", .label = QT_TRANSLATE_NOOP("record", "What came of it"), .required = true, .listed = true}));
    return type;
}

template <> const Described<MissingEpisode> &recordType<MissingEpisode>()
{
    const auto words = [](const char *column, const char *label, const char *help = nullptr) {
        return Field{.column = column, .label = label, .help = help, .multiline = true, .maxLength = 1000};
    };
    static const Described<MissingEpisode> type = howTheyAreFound(
        Described<MissingEpisode>({.table = "missing_episode",
                                      .title = QT_TRANSLATE_NOOP("record", "Missing person"),
                                      .titleMany = QT_TRANSLATE_NOOP("record", "Missing persons"),
                                      .titleShort = QT_TRANSLATE_NOOP("record", "Missing"),
                                      .category = Category::Risk,
                                      .access = {.add = Act::Record},
                                      .seen = {.at = "back_at",
                                          .by = "found_by_id",
                                          .where = "found_where",
                                          .when =
                                              [](const Row &row) {
                                                  const auto how = fromCode<FoundHow>(row.text(u"found_how"_s));
                                                  return how && isSeenByUs(*how);
                                              }},
                                      .childOf = "incident_id",
                                      .partWhen = isOfMissing,
                                      .partSavedAlone = true,
                                      .together = episodeFits})
            .field(&MissingEpisode::incidentId,
                {.column = "incident_id",
                    .label = QT_TRANSLATE_NOOP("record", "Incident"),
                    .refers = "incident",
                    .required = true,
                    .kept = true})
            .field(&MissingEpisode::personId,
                {.column = "person_id",
                    .label = QT_TRANSLATE_NOOP("record", "Resident"),
                    .refers = "person",
                    .required = true,
                    .listed = true,
                    .kept = true,
                    .anyOnFile = true,
                    .tie = Tie::Involved})
            .field(&MissingEpisode::described,
                words("described", QT_TRANSLATE_NOOP("record", "What they look like"),
                    QT_TRANSLATE_NOOP("record", "Height, build, hair, marks, glasses, walking aid. Nothing about drugs or health.")))
            .field(&MissingEpisode::lastSeenWhere,
                {.column = "last_seen_where",
                    .label = QT_TRANSLATE_NOOP("record", "Where they were last seen, for the police"),
                    .help = QT_TRANSLATE_NOOP("record", "Only the place: a service that they went to may tell of their health."),
                    .maxLength = 200})
            .field(&MissingEpisode::wearing, words("wearing", QT_TRANSLATE_NOOP("record", "What they wore when they were last seen")))
            .field(&MissingEpisode::likelyPlaces, words("likely_places", QT_TRANSLATE_NOOP("record", "Where they may be")))
            .field(&MissingEpisode::mayBeWith, words("may_be_with", QT_TRANSLATE_NOOP("record", "Who they may be with")))
            .field(&MissingEpisode::telephone,
                {.column = "telephone", .label = QT_TRANSLATE_NOOP("record", "Their telephone"), .maxLength = 60}));
    return type;
}

} // namespace keywork
