// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/agency.h"

#include "core/domain/shared_fields.h"
#include "core/domain/told.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Violations reviewAfterStart(const Row &row, QDate)
{
    const QString starts = row.text(u"starts_on"_s);
    const QString review = row.text(u"review_on"_s);
    return !starts.isEmpty() && !review.isEmpty() && review < starts ? Violations{{u"review_on"_s, Rule::EndsBeforeStart, {}}}
                                                                     : Violations();
}

/// Whose help somebody has tells why they have it.
std::optional<Category> agencyTells(const Row &row)
{
    static const QHash<QString, Category> byKind{{u"police"_s, Category::Offending}, {u"probation"_s, Category::Offending},
        {u"debt"_s, Category::Money}, {u"welfare"_s, Category::Money}, {u"childrens_social_care"_s, Category::Family},
        {u"domestic_abuse"_s, Category::Risk}, {u"drug_alcohol_treatment"_s, Category::SubstanceUse},
        {u"mutual_aid"_s, Category::SubstanceUse}};
    const auto told = byKind.constFind(row.text(u"category"_s));
    if (told != byKind.constEnd())
        return *told;
    return speaksOfCourt(row.text(u"name"_s)) ? std::optional(Category::Offending) : std::nullopt; // its name leaves
}

} // namespace

template <> const Described<Agency> &recordType<Agency>()
{
    static const Described<Agency> type
        = Described<Agency>(
            {.table = "agency",
                .title = QT_TRANSLATE_NOOP("record", "Agency"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Partner agencies"),
                .alsoTells = agencyTells,
                .place = Place::Partners,
                .newOne = QT_TRANSLATE_NOOP("record", "New agency"),
                .belongs = QT_TRANSLATE_NOOP("record",
                    "The services that help your residents: treatment, GP, council, charities. Referrals and agreements name them."),
                .orderBy = "name",
                .called = "{name}"})
              .field(&Agency::name,
                  {.column = "name", .label = QT_TRANSLATE_NOOP("record", "Name"), .required = true, .searched = true, .listed = true})
              .field(&Agency::category,
                  {.column = "category",
                      .label = QT_TRANSLATE_NOOP("record", "Kind of agency"),
                      .list = "agency_category",
                      .required = true,
                      .searched = true,
                      .listed = true})
              .field(&Agency::telephone,
                  {.column = "telephone", .label = QT_TRANSLATE_NOOP("record", "Telephone"), .listed = true, .maxLength = 60})
              .field(&Agency::email, emailField())
              .field(&Agency::address,
                  {.column = "address", .label = QT_TRANSLATE_NOOP("record", "Address"), .multiline = true, .maxLength = 500})
              .field(&Agency::hours, {.column = "hours", .label = QT_TRANSLATE_NOOP("record", "Opening hours"), .listed = true})
              .field(&Agency::howToRefer,
                  {.column = "how_to_refer", .label = QT_TRANSLATE_NOOP("record", "How to refer"), .multiline = true, .maxLength = 2000})
              .field(&Agency::linkPerson,
                  {.column = "link_person",
                      .label = QT_TRANSLATE_NOOP("record", "Our link person there"),
                      .searched = true,
                      .listed = true})
              .field(
                  &Agency::notes, {.column = "notes", .label = QT_TRANSLATE_NOOP("record", "Notes"), .searched = true, .multiline = true});
    return type;
}

template <> const Described<AgencyService> &recordType<AgencyService>()
{
    static const Described<AgencyService> type
        = Described<AgencyService>({.table = "agency_service",
                                       .title = QT_TRANSLATE_NOOP("record", "Service"),
                                       .titleMany = QT_TRANSLATE_NOOP("record", "Services"),
                                       .place = Place::Partners,
                                       .newOne = QT_TRANSLATE_NOOP("record", "New service"),
                                       .belongs = QT_TRANSLATE_NOOP(
                                           "record", "What agencies offer, and for whom: each service with its days and how one gets in."),
                                       .orderBy = "name"})
              .field(&AgencyService::agencyId,
                  {.column = "agency_id",
                      .label = QT_TRANSLATE_NOOP("record", "Agency"),
                      .refers = "agency",
                      .required = true,
                      .listed = true})
              .field(&AgencyService::name,
                  {.column = "name", .label = QT_TRANSLATE_NOOP("record", "Service"), .required = true, .searched = true, .listed = true})
              .field(&AgencyService::needs,
                  {.column = "needs",
                      .label = QT_TRANSLATE_NOOP("record", "Needs it meets"),
                      .list = "need",
                      .searched = true,
                      .listed = true,
                      .maxLength = 1000})
              .field(&AgencyService::stages,
                  {.column = "stages",
                      .label = QT_TRANSLATE_NOOP("record", "Stages it serves"),
                      .list = "stage",
                      .help = QT_TRANSLATE_NOOP("record", "None ticked: every stage."),
                      .maxLength = 200})
              .field(&AgencyService::places,
                  {.column = "places", .label = QT_TRANSLATE_NOOP("record", "Places"), .listed = true, .smallest = 0, .largest = 10000})
              .field(&AgencyService::waitingWeeks,
                  {.column = "waiting_weeks",
                      .label = QT_TRANSLATE_NOOP("record", "Waiting time in weeks"),
                      .listed = true,
                      .smallest = 0,
                      .largest = 520})
              .field(&AgencyService::eligibility,
                  {.column = "eligibility", .label = QT_TRANSLATE_NOOP("record", "Who can go there"), .multiline = true, .maxLength = 2000})
              .field(&AgencyService::hours, {.column = "hours", .label = QT_TRANSLATE_NOOP("record", "Opening hours")})
              .field(&AgencyService::cost, {.column = "cost", .label = QT_TRANSLATE_NOOP("record", "What it costs")})
              .field(&AgencyService::howToRefer,
                  {.column = "how_to_refer", .label = QT_TRANSLATE_NOOP("record", "How to refer"), .multiline = true, .maxLength = 2000})
              .field(&AgencyService::outcomes,
                  {.column = "outcomes",
                      .label = QT_TRANSLATE_NOOP("record", "What it is there to achieve"),
                      .multiline = true,
                      .maxLength = 2000});
    return type;
}

template <> const Described<AgencyContact> &recordType<AgencyContact>()
{
    static const Described<AgencyContact> type
        = Described<AgencyContact>({.table = "agency_contact",
                                       .title = QT_TRANSLATE_NOOP("record", "Person at an agency"),
                                       .titleMany = QT_TRANSLATE_NOOP("record", "People there"),
                                       .place = Place::Partners,
                                       .newOne = QT_TRANSLATE_NOOP("record", "New person there"),
                                       .belongs = QT_TRANSLATE_NOOP("record", "Whom to ask for at an agency, with their own telephone."),
                                       .orderBy = "name"})
              .field(&AgencyContact::agencyId,
                  {.column = "agency_id",
                      .label = QT_TRANSLATE_NOOP("record", "Agency"),
                      .refers = "agency",
                      .required = true,
                      .listed = true})
              .field(&AgencyContact::name,
                  {.column = "name", .label = QT_TRANSLATE_NOOP("record", "Name"), .required = true, .searched = true, .listed = true})
              .field(&AgencyContact::job, {.column = "job", .label = QT_TRANSLATE_NOOP("record", "What they do there"), .listed = true})
              .field(&AgencyContact::telephone,
                  {.column = "telephone", .label = QT_TRANSLATE_NOOP("record", "Telephone"), .listed = true, .maxLength = 60})
              .field(&AgencyContact::email, emailField())
              .field(&AgencyContact::notes,
                  {.column = "notes", .label = QT_TRANSLATE_NOOP("record", "Notes"), .multiline = true, .maxLength = 1000});
    return type;
}

template <> const Described<JointWorking> &recordType<JointWorking>()
{
    static const Described<JointWorking> type
        = Described<JointWorking>(
            {.table = "joint_working",
                .title = QT_TRANSLATE_NOOP("record", "Joint-working agreement"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Joint working"),
                .place = Place::Partners,
                .newOne = QT_TRANSLATE_NOOP("record", "New agreement to work together"),
                .belongs = QT_TRANSLATE_NOOP("record", "What was settled with an agency: who does what, and when it is looked at again."),
                .orderBy = "review_on",
                .together = reviewAfterStart})
              .field(&JointWorking::agencyId,
                  {.column = "agency_id",
                      .label = QT_TRANSLATE_NOOP("record", "Agency"),
                      .refers = "agency",
                      .required = true,
                      .listed = true})
              .field(&JointWorking::weDo,
                  {.column = "we_do",
                      .label = QT_TRANSLATE_NOOP("record", "What we do"),
                      .required = true,
                      .searched = true,
                      .multiline = true,
                      .maxLength = 2000})
              .field(&JointWorking::theyDo,
                  {.column = "they_do",
                      .label = QT_TRANSLATE_NOOP("record", "What they do"),
                      .required = true,
                      .searched = true,
                      .multiline = true,
                      .maxLength = 2000})
              .field(&JointWorking::linkPerson,
                  {.column = "link_person", .label = QT_TRANSLATE_NOOP("record", "Link person there"), .listed = true})
              .field(&JointWorking::startsOn,
                  {.column = "starts_on", .label = QT_TRANSLATE_NOOP("record", "Agreed on"), .listed = true, .days = kEitherWay})
              .field(&JointWorking::reviewOn,
                  {.column = "review_on", .label = QT_TRANSLATE_NOOP("record", "Review on"), .listed = true, .days = kToCome})
              .field(&JointWorking::howWell,
                  {.column = "how_well", .label = QT_TRANSLATE_NOOP("record", "How well it works"), .list = "how_well", .listed = true})
              .field(&JointWorking::notes,
                  {.column = "notes", .label = QT_TRANSLATE_NOOP("record", "Notes"), .multiline = true, .maxLength = 2000});
    return type;
}

template <> const Described<Meeting> &recordType<Meeting>()
{
    static const Described<Meeting> type
        = Described<Meeting>({.table = "meeting",
                                 .title = QT_TRANSLATE_NOOP("record", "Meeting nearby"),
                                 .titleMany = QT_TRANSLATE_NOOP("record", "Meetings nearby"),
                                 .place = Place::Partners,
                                 .newOne = QT_TRANSLATE_NOOP("record", "New meeting"),
                                 .belongs = QT_TRANSLATE_NOOP(
                                     "record", "Groups and drop-ins nearby, by weekday. They are printed for residents to take away."),
                                 .orderBy = "weekday"})
              .field(&Meeting::name,
                  {.column = "name", .label = QT_TRANSLATE_NOOP("record", "Meeting"), .required = true, .searched = true, .listed = true})
              .field(&Meeting::kind,
                  {.column = "kind",
                      .label = QT_TRANSLATE_NOOP("record", "Kind"),
                      .list = "meeting_kind",
                      .required = true,
                      .listed = true})
              .field(&Meeting::weekday,
                  {.column = "weekday", .label = QT_TRANSLATE_NOOP("record", "Day"), .list = "weekday", .required = true, .listed = true})
              .field(&Meeting::startsAt,
                  {.column = "starts_at", .label = QT_TRANSLATE_NOOP("record", "Starts at"), .listed = true, .maxLength = 20})
              .field(&Meeting::place,
                  {.column = "place", .label = QT_TRANSLATE_NOOP("record", "Where"), .required = true, .searched = true, .listed = true})
              .field(&Meeting::openTo, {.column = "open_to", .label = QT_TRANSLATE_NOOP("record", "Who it is for")})
              .field(&Meeting::telephone, {.column = "telephone", .label = QT_TRANSLATE_NOOP("record", "Telephone"), .maxLength = 60})
              .field(&Meeting::agencyId,
                  {.column = "agency_id", .label = QT_TRANSLATE_NOOP("record", "Agency, if it belongs to one"), .refers = "agency"});
    return type;
}

} // namespace keywork
