// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/treatment.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const char *episodeBegins(const Row &) { return QT_TRANSLATE_NOOP("record", "Treatment begins: {agency_id}"); }

const char *episodeEnds(const Row &) { return QT_TRANSLATE_NOOP("record", "Treatment ends: {agency_id}, {how_ended}"); }

/// Of the days that are said each is not before the one that it follows. Who was never started may have ended, too.
Violations episodeInOrder(const Row &row, QDate)
{
    const QString started = row.text(u"started_on"_s);
    const QString began = started.isEmpty() ? row.text(u"referred_on"_s) : started;
    Violations wrong;
    for (const QString &column : {u"expected_end_on"_s, u"ended_on"_s})
        if (const QString end = row.text(column); !end.isEmpty() && !began.isEmpty() && end < began)
            wrong.append({column, Rule::EndsBeforeStart, {}});
    const QString first = row.text(u"first_on"_s);
    const QString referred = row.text(u"referred_on"_s);
    if (!first.isEmpty() && !referred.isEmpty() && first < referred)
        wrong.append({u"first_on"_s, Rule::BeforeReferral, referred});
    return wrong;
}

Field treatmentYesNo(const char *column, const char *label)
{
    return {.column = column, .label = label, .list = "yes_no", .shownWhen = {"first_on"}, .keptInHouse = true};
}

} // namespace

template <> const Described<TreatmentEpisode> &recordType<TreatmentEpisode>()
{
    static const Described<TreatmentEpisode> type
        = Described<TreatmentEpisode>({.table = "treatment_episode",
                                          .title = QT_TRANSLATE_NOOP("record", "Treatment episode"),
                                          .titleMany = QT_TRANSLATE_NOOP("record", "Treatment episodes"),
                                          .titleShort = QT_TRANSLATE_NOOP("record", "Treatment"),
                                          .category = Category::Treatment,
                                          .sharedAs = SharedAs::Listed,
                                          .place = Place::Treatment,
                                          .newOne = QT_TRANSLATE_NOOP("record", "New treatment episode"),
                                          .belongs = QT_TRANSLATE_NOOP("record",
                                              "Each time with a treatment service: who there, what kinds of treatment, and how it ended."),
                                          .listRank = 1,
                                          .orderBy = "started_on",
                                          .newestFirst = true,
                                          .happens = "started_on",
                                          .happened = episodeBegins,
                                          .ends = "ended_on",
                                          .ended = episodeEnds,
                                          .called = QT_TRANSLATE_NOOP("record", "Treatment {started_on|referred_on}"),
                                          .together = episodeInOrder})
              .field(&TreatmentEpisode::personId, residentField())
              .field(&TreatmentEpisode::agencyId,
                  {.column = "agency_id",
                      .label = QT_TRANSLATE_NOOP("record", "Which service"),
                      .refers = "agency",
                      .required = true,
                      .listed = true})
              .field(&TreatmentEpisode::keyworkerThere,
                  {.column = "keyworker_there",
                      .label = QT_TRANSLATE_NOOP("record", "Their keyworker there, name and telephone"),
                      .searched = true,
                      .listed = true})
              .field(&TreatmentEpisode::referredOn,
                  {.column = "referred_on", .label = QT_TRANSLATE_NOOP("record", "Referred on"), .listed = true, .days = kHappened})
              .field(&TreatmentEpisode::startedOn,
                  {.column = "started_on", .label = QT_TRANSLATE_NOOP("record", "Started on"), .listed = true, .days = kHappened})
              .field(&TreatmentEpisode::theirPlan,
                  {.column = "their_plan",
                      .label = QT_TRANSLATE_NOOP("record", "Their own treatment plan"),
                      .required = true,
                      .keptInHouse = true})
              .field(&TreatmentEpisode::theirPlanOn,
                  {.column = "their_plan_on",
                      .label = QT_TRANSLATE_NOOP("record", "The day on that plan"),
                      .shownWhen = {"their_plan", "seen,held"},
                      .keptInHouse = true,
                      .days = kHappened})
              .field(&TreatmentEpisode::reviewOn,
                  {.column = "review_on", .label = QT_TRANSLATE_NOOP("record", "Next review there"), .listed = true, .days = kEitherWay})
              .field(&TreatmentEpisode::firstOn,
                  {.column = "first_on",
                      .label = QT_TRANSLATE_NOOP("record", "First appointment"),
                      .help = QT_TRANSLATE_NOOP("record", "The time, and who goes along, stand in the appointments."),
                      .heading = QT_TRANSLATE_NOOP("record", "First appointment at the service"),
                      .listed = true,
                      .days = kEitherWay})
              .field(&TreatmentEpisode::optionsExplained,
                  treatmentYesNo("options_explained", QT_TRANSLATE_NOOP("record", "Were the options explained")))
              .field(&TreatmentEpisode::sampleTaken, treatmentYesNo("sample_taken", QT_TRANSLATE_NOOP("record", "Was a sample taken")))
              .field(&TreatmentEpisode::sampleResult,
                  {.column = "sample_result",
                      .label = QT_TRANSLATE_NOOP("record", "What came of the sample"),
                      .help = QT_TRANSLATE_NOOP("record", "Only what they told you themselves; otherwise leave it blank."),
                      .shownWhen = {"sample_taken", "yes"},
                      .keptInHouse = true})
              .field(&TreatmentEpisode::planSignedOn,
                  {.column = "plan_signed_on",
                      .label = QT_TRANSLATE_NOOP("record", "They signed the treatment plan on"),
                      .shownWhen = {"first_on"},
                      .keptInHouse = true,
                      .days = kHappened})
              .field(&TreatmentEpisode::groupOffered, treatmentYesNo("group_offered", QT_TRANSLATE_NOOP("record", "Was a group offered")))
              .field(&TreatmentEpisode::familyTold,
                  treatmentYesNo("family_told", QT_TRANSLATE_NOOP("record", "Were they told of support for family")))
              .field(&TreatmentEpisode::expectedEndOn,
                  {.column = "expected_end_on",
                      .label = QT_TRANSLATE_NOOP("record", "Ends as planned on"),
                      .heading = QT_TRANSLATE_NOOP("record", "How it ends"),
                      .days = kEitherWay})
              .field(&TreatmentEpisode::endedOn,
                  {.column = "ended_on", .label = QT_TRANSLATE_NOOP("record", "Ended on"), .listed = true, .days = kHappened})
              .field(&TreatmentEpisode::howEnded,
                  {.column = "how_ended",
                      .label = QT_TRANSLATE_NOOP("record", "How it ended"),
                      .shownWhen = {"ended_on"},
                      .required = true,
                      .listed = true})
              .field(&TreatmentEpisode::note, noteField(4000));
    return type;
}

} // namespace keywork
