// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/care_plan.h"
#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Field versionField()
{
    return {.column = "version_id",
        .label = QT_TRANSLATE_NOOP("record", "Version"),
        .refers = "care_plan_version",
        .required = true,
        .kept = true};
}
Field planField()
{
    return {.column = "plan_id", .label = QT_TRANSLATE_NOOP("record", "Care plan"), .refers = "care_plan", .required = true, .kept = true};
}
Field threadField()
{
    return {.column = "thread", .label = QT_TRANSLATE_NOOP("record", "Thread"), .required = true, .kept = true, .maxLength = 40};
}

const char *signOffLine(const Row &row)
{
    switch (fromCode<SignOffKind>(row.text(QStringLiteral("kind"))).value_or(SignOffKind::Waiting)) {
    case SignOffKind::SignedOnPaper:
        return QT_TRANSLATE_NOOP("record", "Signed version {version_id} of the care plan");
    case SignOffKind::AgreedVerbally:
        return QT_TRANSLATE_NOOP("record", "Agreed to version {version_id} of the care plan, out loud");
    case SignOffKind::Waiting:
        return QT_TRANSLATE_NOOP("record", "Wants time to think about version {version_id} of the care plan");
    case SignOffKind::TooUnwell:
        return QT_TRANSLATE_NOOP("record", "Too unwell to decide about version {version_id} of the care plan");
    case SignOffKind::Declined:
        return QT_TRANSLATE_NOOP("record", "Chose not to sign version {version_id} of the care plan");
    }
    return nullptr;
}

RecordType part(const char *table, const char *title, const char *titleMany)
{
    // The plan leaves as one section, built from an issued version.
    return {.table = table, .title = title, .titleMany = titleMany, .category = Category::CarePlan, .sharedAs = SharedAs::Own};
}

Violations signOffIsComplete(const Row &row, QDate today)
{
    const auto kind = fromCode<SignOffKind>(row.text(u"kind"_s));
    if (kind == SignOffKind::AgreedVerbally && row.text(u"witness"_s).trimmed().isEmpty())
        return {{u"witness"_s, Rule::WitnessNeeded, {}}};
    if (kind == SignOffKind::Declined && row.text(u"reason"_s).trimmed().isEmpty())
        return {{u"reason"_s, Rule::ReasonNeeded, {}}};
    if (kind == SignOffKind::TooUnwell && row.text(u"ask_again_on"_s).isEmpty())
        return {{u"ask_again_on"_s, Rule::Required, {}}};
    if (const QString again = row.text(u"ask_again_on"_s); !again.isEmpty() && again < row.text(u"on_day"_s))
        return {{u"ask_again_on"_s, Rule::EndsBeforeStart, {}}};
    Q_UNUSED(today)
    return {};
}

Violations settingAsideSaysWhy(const Row &row, QDate)
{
    if (row.text(u"status"_s) == QLatin1String(codeOf(GoalStatus::SetAside)) && row.text(u"note"_s).trimmed().isEmpty())
        return {{u"note"_s, Rule::ReasonNeeded, {}}};
    return {};
}

} // namespace

template <> const Described<CarePlan> &recordType<CarePlan>()
{
    static const auto base = [] {
        RecordType type = part("care_plan", QT_TRANSLATE_NOOP("record", "Care plan"), QT_TRANSLATE_NOOP("record", "Care plans"));
        type.numberSeries = "CP";
        type.called = "{number}";
        return type;
    }();
    static const Described<CarePlan> type
        = Described<CarePlan>(base).field(&CarePlan::number, numberField()).field(&CarePlan::personId, residentField());
    return type;
}

template <> const Described<CarePlanVersion> &recordType<CarePlanVersion>()
{
    static const auto base = [] {
        RecordType type
            = part("care_plan_version", QT_TRANSLATE_NOOP("record", "Version of a care plan"), QT_TRANSLATE_NOOP("record", "Versions"));
        type.titleShort = QT_TRANSLATE_NOOP("record", "Care plan");
        type.happens = "issued_at";
        type.happened
            = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Version {version_number} of the care plan issued to be signed"); };
        type.called = "{version_number}";
        type.frozen = [](const Row &stored) { return stored.text(QStringLiteral("state")) == QLatin1String(codeOf(VersionState::Issued)); };
        return type;
    }();
    static const Described<CarePlanVersion> type
        = Described<CarePlanVersion>(base)
              .field(&CarePlanVersion::planId, planField())
              .field(&CarePlanVersion::personId, residentField())
              .field(&CarePlanVersion::versionNumber,
                  {.column = "version_number",
                      .label = QT_TRANSLATE_NOOP("record", "Version"),
                      .listed = true,
                      .kept = true,
                      .smallest = 1})
              .field(
                  &CarePlanVersion::state, {.column = "state", .label = QT_TRANSLATE_NOOP("record", "State"), .listed = true, .kept = true})
              .field(&CarePlanVersion::startedOn,
                  {.column = "started_on",
                      .label = QT_TRANSLATE_NOOP("record", "Started on"),
                      .listed = true,
                      .kept = true,
                      .days = kHappened})
              .field(&CarePlanVersion::reviewOn,
                  {.column = "review_on", .label = QT_TRANSLATE_NOOP("record", "Review on"), .listed = true, .days = kToCome})
              .field(&CarePlanVersion::inMyWords,
                  {.column = "in_my_words",
                      .label = QT_TRANSLATE_NOOP("record", "In the resident's words"),
                      .searched = true,
                      .multiline = true,
                      .maxLength = 1000})
              .field(&CarePlanVersion::hopes,
                  {.column = "hopes",
                      .label = QT_TRANSLATE_NOOP("record", "Hopes and interests"),
                      .searched = true,
                      .multiline = true,
                      .maxLength = 2000})
              .field(&CarePlanVersion::longerTerm,
                  {.column = "longer_term",
                      .label = QT_TRANSLATE_NOOP("record", "Longer-term plan"),
                      .searched = true,
                      .multiline = true,
                      .maxLength = 2000})
              .field(&CarePlanVersion::strengths,
                  {.column = "strengths",
                      .label = QT_TRANSLATE_NOOP("record", "Strengths"),
                      .searched = true,
                      .multiline = true,
                      .maxLength = 2000})
              .field(&CarePlanVersion::whatHelps,
                  {.column = "what_helps",
                      .label = QT_TRANSLATE_NOOP("record", "What helps"),
                      .searched = true,
                      .multiline = true,
                      .maxLength = 2000})
              .field(&CarePlanVersion::ifThingsGetHarder,
                  {.column = "if_things_get_harder",
                      .label = QT_TRANSLATE_NOOP("record", "If things get harder"),
                      .help = QT_TRANSLATE_NOOP("record", "What the resident does, whom they tell, which numbers they ring."),
                      .searched = true,
                      .multiline = true,
                      .maxLength = 3000})
              .field(&CarePlanVersion::whoSeesThis,
                  {.column = "who_sees_this",
                      .label = QT_TRANSLATE_NOOP("record", "Who sees this plan"),
                      .multiline = true,
                      .maxLength = 1000})
              .field(&CarePlanVersion::howToContact,
                  {.column = "how_to_contact",
                      .label = QT_TRANSLATE_NOOP("record", "How they like to be contacted"),
                      .multiline = true,
                      .maxLength = 500})
              .field(&CarePlanVersion::doneElsewhere,
                  {.column = "done_elsewhere",
                      .label = QT_TRANSLATE_NOOP("record", "Outcomes Star or another tool done elsewhere: by whom, when"),
                      .maxLength = 300})
              .field(&CarePlanVersion::readAloud, {.column = "read_aloud", .label = QT_TRANSLATE_NOOP("record", "Read aloud to them")})
              .field(&CarePlanVersion::issuedAt,
                  {.column = "issued_at", .label = QT_TRANSLATE_NOOP("record", "Issued"), .listed = true, .kept = true, .days = kHappened})
              .field(&CarePlanVersion::snapshot,
                  {.column = "snapshot", .label = QT_TRANSLATE_NOOP("record", "As issued"), .kept = true, .maxLength = 10'000'000})
              .field(&CarePlanVersion::fingerprint,
                  {.column = "fingerprint", .label = QT_TRANSLATE_NOOP("record", "Fingerprint"), .searched = true, .kept = true});
    return type;
}

template <> const Described<CarePlanArea> &recordType<CarePlanArea>()
{
    static const auto base = [] {
        RecordType type = part("care_plan_area", QT_TRANSLATE_NOOP("record", "Area of a care plan"), QT_TRANSLATE_NOOP("record", "Areas"));
        type.within = "area";
        return type;
    }();
    static const Described<CarePlanArea> type
        = Described<CarePlanArea>(base)
              .field(&CarePlanArea::versionId, versionField())
              .field(&CarePlanArea::personId, residentField())
              .field(&CarePlanArea::area, {.column = "area", .label = QT_TRANSLATE_NOOP("record", "Area"), .required = true, .kept = true})
              .field(&CarePlanArea::ownWords,
                  {.column = "own_words",
                      .label = QT_TRANSLATE_NOOP("record", "In the resident's words"),
                      .searched = true,
                      .multiline = true,
                      .maxLength = 2000})
              .field(&CarePlanArea::selfRating,
                  {.column = "self_rating",
                      .label = QT_TRANSLATE_NOOP("record", "Where they put themselves, 0 to 10"),
                      .smallest = 0,
                      .largest = 10})
              .field(&CarePlanArea::readiness,
                  {.column = "readiness", .label = QT_TRANSLATE_NOOP("record", "Ready to change, 0 to 10"), .smallest = 0, .largest = 10})
              .field(&CarePlanArea::notNow, {.column = "not_now", .label = QT_TRANSLATE_NOOP("record", "Not now, their choice")});
    return type;
}

template <> const Described<Goal> &recordType<Goal>()
{
    static const auto base = [] {
        RecordType type = part("goal", QT_TRANSLATE_NOOP("record", "Goal"), QT_TRANSLATE_NOOP("record", "Goals"));
        type.called = "{statement}";
        type.within = "area";
        return type;
    }();
    static const Described<Goal> type
        = Described<Goal>(base)
              .field(&Goal::versionId, versionField())
              .field(&Goal::personId, residentField())
              .field(&Goal::area, {.column = "area", .label = QT_TRANSLATE_NOOP("record", "Area"), .required = true, .kept = true})
              .field(&Goal::thread, threadField())
              .field(&Goal::statement,
                  {.column = "statement",
                      .label = QT_TRANSLATE_NOOP("record", "What the resident wants"),
                      .help = QT_TRANSLATE_NOOP("record", "In their words where possible."),
                      .required = true,
                      .searched = true,
                      .maxLength = 300})
              .field(&Goal::identifiedBy, {.column = "identified_by", .label = QT_TRANSLATE_NOOP("record", "Whose idea"), .required = true})
              .field(&Goal::agreement,
                  {.column = "agreement", .label = QT_TRANSLATE_NOOP("record", "Agreed with the resident"), .required = true})
              .field(&Goal::agreedOn, {.column = "agreed_on", .label = QT_TRANSLATE_NOOP("record", "Agreed on"), .days = kHappened})
              .field(&Goal::priority,
                  {.column = "priority", .label = QT_TRANSLATE_NOOP("record", "Priority, 1 first to 3 last"), .smallest = 1, .largest = 3})
              .field(&Goal::barriers,
                  {.column = "barriers",
                      .label = QT_TRANSLATE_NOOP("record", "What gets in the way"),
                      .searched = true,
                      .multiline = true,
                      .maxLength = 1000})
              .field(&Goal::reviewOn, {.column = "review_on", .label = QT_TRANSLATE_NOOP("record", "Review on"), .days = kToCome});
    return type;
}

template <> const Described<Step> &recordType<Step>()
{
    static const auto base = [] {
        RecordType type = part("step", QT_TRANSLATE_NOOP("record", "Step"), QT_TRANSLATE_NOOP("record", "Steps"));
        type.orderBy = "position";
        type.called = "{what}";
        type.within = "goal_id";
        return type;
    }();
    static const Described<Step> type
        = Described<Step>(base)
              .field(&Step::goalId,
                  {.column = "goal_id", .label = QT_TRANSLATE_NOOP("record", "Goal"), .refers = "goal", .required = true, .kept = true})
              .field(&Step::versionId, versionField())
              .field(&Step::personId, residentField())
              .field(&Step::thread, threadField())
              .field(&Step::what,
                  {.column = "what", .label = QT_TRANSLATE_NOOP("record", "Step"), .required = true, .searched = true, .maxLength = 300})
              .field(&Step::dueOn, {.column = "due_on", .label = QT_TRANSLATE_NOOP("record", "By when"), .days = kToCome})
              .field(&Step::position, {.column = "position", .label = QT_TRANSLATE_NOOP("record", "Order"), .kept = true});
    return type;
}

template <> const Described<StepWho> &recordType<StepWho>()
{
    static const Described<StepWho> type
        = Described<StepWho>(
            part("step_who", QT_TRANSLATE_NOOP("record", "Somebody who does a step"), QT_TRANSLATE_NOOP("record", "Who does it")))
              .field(&StepWho::stepId,
                  {.column = "step_id", .label = QT_TRANSLATE_NOOP("record", "Step"), .refers = "step", .required = true, .kept = true})
              .field(&StepWho::versionId, versionField())
              .field(&StepWho::personId, residentField())
              .field(&StepWho::actor, {.column = "actor", .label = QT_TRANSLATE_NOOP("record", "Who"), .required = true})
              .field(&StepWho::name,
                  {.column = "name",
                      .label = QT_TRANSLATE_NOOP("record", "Name"),
                      .shownWhen = {"actor", "other"},
                      .required = true,
                      .maxLength = 100})
              .field(&StepWho::staffId,
                  {.column = "staff_id",
                      .label = QT_TRANSLATE_NOOP("record", "Member of the team"),
                      .refers = "staff",
                      .shownWhen = {"actor", "keyworker"},
                      .required = true})
              .field(&StepWho::agencyId,
                  {.column = "agency_id",
                      .label = QT_TRANSLATE_NOOP("record", "Agency"),
                      .refers = "agency",
                      .shownWhen = {"actor", "agency"},
                      .required = true});
    return type;
}

template <> const Described<GoalProgress> &recordType<GoalProgress>()
{
    static const auto base = [] {
        RecordType type = part("goal_progress", QT_TRANSLATE_NOOP("record", "Progress of a goal"), QT_TRANSLATE_NOOP("record", "Progress"));
        type.together = settingAsideSaysWhy;
        type.frozen = alwaysFrozen;
        return type;
    }();
    static const Described<GoalProgress> type
        = Described<GoalProgress>(base)
              .field(&GoalProgress::planId, planField())
              .field(&GoalProgress::personId, residentField())
              .field(&GoalProgress::thread, threadField())
              .field(&GoalProgress::status,
                  {.column = "status", .label = QT_TRANSLATE_NOOP("record", "How it goes"), .required = true, .listed = true})
              .field(&GoalProgress::onDay, onDayField())
              .field(&GoalProgress::note,
                  {.column = "note",
                      .label = QT_TRANSLATE_NOOP("record", "Note, or why it was set aside"),
                      .searched = true,
                      .multiline = true,
                      .maxLength = 1000});
    return type;
}

template <> const Described<StepProgress> &recordType<StepProgress>()
{
    static const Described<StepProgress> type
        = Described<StepProgress>(
            part("step_progress", QT_TRANSLATE_NOOP("record", "Progress of a step"), QT_TRANSLATE_NOOP("record", "Progress")))
              .field(&StepProgress::planId, planField())
              .field(&StepProgress::personId, residentField())
              .field(&StepProgress::thread, threadField())
              .field(&StepProgress::status,
                  {.column = "status", .label = QT_TRANSLATE_NOOP("record", "How it goes"), .required = true, .listed = true})
              .field(&StepProgress::onDay, onDayField())
              .field(&StepProgress::outcome,
                  {.column = "outcome",
                      .label = QT_TRANSLATE_NOOP("record", "Outcome"),
                      .searched = true,
                      .multiline = true,
                      .maxLength = 1000});
    return type;
}

template <> const Described<SignOff> &recordType<SignOff>()
{
    static const auto base = [] {
        RecordType type = part("sign_off", QT_TRANSLATE_NOOP("record", "Sign-off"), QT_TRANSLATE_NOOP("record", "Sign-offs"));
        type.happens = "on_day";
        type.happened = signOffLine;
        type.together = signOffIsComplete;
        type.frozen = alwaysFrozen;
        return type;
    }();
    static const Described<SignOff> type
        = Described<SignOff>(base)
              .field(&SignOff::versionId, versionField())
              .field(&SignOff::personId, residentField())
              .field(&SignOff::kind,
                  {.column = "kind", .label = QT_TRANSLATE_NOOP("record", "What the resident said"), .required = true, .listed = true})
              .field(&SignOff::onDay, onDayField())
              .field(&SignOff::fingerprint,
                  {.column = "fingerprint",
                      .label = QT_TRANSLATE_NOOP("record", "Fingerprint on the paper"),
                      .required = true,
                      .kept = true})
              .field(&SignOff::witness,
                  {.column = "witness", .label = QT_TRANSLATE_NOOP("record", "Witness"), .listed = true, .maxLength = 100})
              .field(&SignOff::reason,
                  {.column = "reason",
                      .label = QT_TRANSLATE_NOOP("record", "Their reason"),
                      .searched = true,
                      .listed = true,
                      .multiline = true,
                      .maxLength = 1000})
              .field(
                  &SignOff::askAgainOn, {.column = "ask_again_on", .label = QT_TRANSLATE_NOOP("record", "Ask again on"), .days = kToCome})
              .field(&SignOff::readAloud, {.column = "read_aloud", .label = QT_TRANSLATE_NOOP("record", "It was read to them")})
              .field(&SignOff::hasCopy, {.column = "has_copy", .label = QT_TRANSLATE_NOOP("record", "They have a copy")});
    return type;
}

} // namespace keywork
