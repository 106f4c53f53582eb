// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/move_on.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <random>

namespace keywork::test::rules_move_on_test {

using namespace Qt::StringLiterals;

namespace {

Stay stayed(QDate arrived, std::optional<QDate> left = {})
{
    Stay stay;
    stay.arrivedOn = arrived;
    stay.leftOn = left;
    return stay;
}

MoveOnApplication applied(QDate on, ApplicationResult result) { return {.appliedOn = on, .result = result}; }

MoveStep leg(MoveTask task, bool isDone)
{
    MoveStep step{.task = task};
    if (isDone)
        step.doneAt = QDateTime(QDate(2026, 9, 14), QTime(10, 0), Qt::UTC);
    return step;
}

} // namespace

TEST_CASE("Moving on is spoken of from the house's month after arrival, from the last day of a month that is too short")
{
    struct Case {
        QDate arrived;
        int months;
        QDate from;
    };
    for (const Case &one : {Case{{2025, 3, 14}, 18, {2026, 9, 14}}, Case{{2025, 8, 31}, 18, {2027, 2, 28}},
             Case{{2026, 8, 31}, 18, {2028, 2, 29}}, Case{{2024, 2, 29}, 12, {2025, 2, 28}}, Case{{2026, 1, 1}, 1, {2026, 2, 1}}}) {
        INFO(one.arrived.toString(Qt::ISODate).toStdString());
        CHECK(moveOnPromptFrom(one.arrived, one.months) == one.from);
        const Stay stay = stayed(one.arrived);
        CHECK(moveOnStateOf(stay, {}, {}, one.from.addDays(-1), one.months) == MoveOnState::NotYet);
        CHECK(moveOnStateOf(stay, {}, {}, one.from, one.months) == MoveOnState::Prompt);
    }
    CHECK_FALSE(moveOnPromptFrom({}, 18).isValid());
}

TEST_CASE("How far moving on is, whatever else is on file")
{
    const QDate today(2026, 9, 14);
    const Stay stay = stayed({2025, 1, 1});
    MoveOnPlan plan{.begunOn = QDate(2026, 7, 1)};
    const auto state = [&](const QList<MoveOnPlan> &plans, const QList<MoveOnApplication> &applications, const Stay &of) {
        return moveOnStateOf(of, plans, applications, today, 18);
    };
    CHECK(state({}, {}, stay) == MoveOnState::Prompt);
    CHECK(state({plan}, {}, stay) == MoveOnState::Planning);
    CHECK(state({plan}, {applied({2026, 8, 1}, ApplicationResult::Waiting)}, stay) == MoveOnState::Applied);
    CHECK(state({plan}, {applied({2026, 8, 1}, ApplicationResult::Refused)}, stay) == MoveOnState::Planning);
    CHECK(state({plan}, {applied({2026, 8, 1}, ApplicationResult::Waiting), applied({2026, 8, 2}, ApplicationResult::Offered)}, stay)
        == MoveOnState::Offered);
    CHECK(state({}, {applied({2026, 8, 1}, ApplicationResult::Waiting)}, stay) == MoveOnState::Applied);
    plan.movesOn = QDate(2026, 9, 20);
    CHECK(state({plan}, {applied({2026, 8, 1}, ApplicationResult::Offered)}, stay) == MoveOnState::DaySet);
    // What was of an earlier stay counts for nothing.
    CHECK(state({plan}, {applied({2026, 8, 1}, ApplicationResult::Offered)}, stayed({2026, 9, 1})) == MoveOnState::NotYet);
    CHECK(state({plan}, {}, stayed({2025, 1, 1}, today)) == MoveOnState::Left);
    CHECK(state({plan}, {}, stayed({2025, 1, 1}, today.addDays(1))) == MoveOnState::DaySet);
    // A later plan takes the earlier one's place.
    const MoveOnPlan later{.begunOn = QDate(2026, 8, 1)};
    CHECK(planOfStay({plan, later}, stay) == 1);
    CHECK(planOfStay({later, plan}, stay) == 0);
    CHECK(planOfStay({plan}, stayed({2026, 7, 2})) == -1);
}

TEST_CASE("Each shipped destination belongs to a group, and one that the house added is not known")
{
    QFile file(QStringLiteral(KEYWORK_SOURCE_DIR "/resources/choices/stay.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    int notKnown = 0;
    for (const QJsonValue &option : QJsonDocument::fromJson(file.readAll()).object().value(u"destination"_s).toArray())
        if (destinationGroupOf(option.toArray().at(0).toString()) == DestinationGroup::NotKnown)
            ++notKnown;
    CHECK(notKnown == 2); // "not known" and "other"
    CHECK(destinationGroupOf(u"rough_sleeping"_s) == DestinationGroup::Homeless);
    CHECK(destinationGroupOf(u"custody"_s) == DestinationGroup::Institution);
    CHECK(destinationGroupOf(u"bed_and_breakfast"_s) == DestinationGroup::Temporary);
    CHECK(destinationGroupOf(u"council_tenancy"_s) == DestinationGroup::Settled);
    CHECK(destinationGroupOf(u"died"_s) == DestinationGroup::Died);
    CHECK(destinationGroupOf(u"own_code"_s) == DestinationGroup::NotKnown);
    CHECK(destinationGroupOf({}) == DestinationGroup::NotKnown);
    CHECK(housingPositionOf(MoveOnOption::IndependentAccess) == HousingPosition::IndependentAccessToSupport);
    CHECK(housingPositionOf(MoveOnOption::SupportedAbstinence) == HousingPosition::SupportedHousing);
    CHECK_FALSE(housingPositionOf(MoveOnOption::Family));
}

TEST_CASE("Two views of one area stand side by side and are never made into one")
{
    const ReadinessView first{
        .onDay = QDate(2026, 8, 1), .area = ReadinessArea::Debt, .theirs = Readiness::Ready, .workers = Readiness::NotYet};
    const ReadinessView second{
        .onDay = QDate(2026, 9, 1), .area = ReadinessArea::Debt, .theirs = Readiness::Ready, .workers = Readiness::WithHelp};
    const ReadinessView documents{.onDay = QDate(2026, 9, 1), .area = ReadinessArea::Documents, .theirs = Readiness::NotSaid};
    const auto lines = readinessOf({documents, second, first});
    REQUIRE(lines.size() == 2);
    CHECK(lines.at(0).area == ReadinessArea::Debt);
    CHECK(lines.at(0).latest == second);
    CHECK(lines.at(0).earlier == 1);
    CHECK(lines.at(0).differs());
    CHECK(lines.at(1).earlier == 0);
    CHECK_FALSE(lines.at(1).differs()); // one view alone, and one that was not said
    CHECK(readinessOf({}).isEmpty());
}

TEST_CASE("Of a moving day what nobody sees to is open, and each leg until it is done")
{
    const auto tasks = [](const QList<MoveGap> &gaps) {
        QStringList codes;
        for (const MoveGap &gap : gaps)
            codes.append(QString::fromLatin1(codeOf(gap.task)) + (gap.isPlanned ? u"+"_s : u""_s));
        return codes.join(u' ');
    };
    CHECK(tasks(moveGaps({}, {})) == u"gp new_keys keys_back naloxone benefits post");
    CHECK(tasks(moveGaps({}, {true, true})) == u"prescription gp new_keys keys_back medicine naloxone benefits post");
    QList<MoveStep> steps{
        leg(MoveTask::Prescription, false), leg(MoveTask::Prescription, true), leg(MoveTask::Gp, true), leg(MoveTask::Transport, false)};
    CHECK(tasks(moveGaps(steps, {})) == u"prescription+ new_keys keys_back naloxone benefits post transport+");
    steps.clear();
    for (const MoveTask task : allOf<MoveTask>())
        steps.append(leg(task, true));
    CHECK(moveGaps(steps, {true, true}).isEmpty());
}

TEST_CASE("What is still here when somebody leaves is told with how much of it")
{
    LeavingFacts facts;
    CHECK(leavingLines(facts) == QList<LeavingLine>{{LeavingGap::Keys, 0}, {LeavingGap::Contact, 0}});
    facts = {.medicinesHeld = 2, .appointments = 3, .steps = {leg(MoveTask::KeysBack, true)}, .contactAsked = true};
    Belonging bag;
    facts.belongings = {bag, bag};
    facts.belongings.last().returnedOn = QDate(2026, 9, 1);
    CHECK(leavingLines(facts) == QList<LeavingLine>{{LeavingGap::Medicine, 2}, {LeavingGap::Belongings, 1}, {LeavingGap::Appointments, 3}});
    RoomKey back;
    back.returnedOn = QDate(2026, 9, 1);
    facts = {.keys = {RoomKey(), back}, .visitors = 1, .contactAsked = true}; // the list of keys says more than a step of the day
    CHECK(leavingLines(facts) == QList<LeavingLine>{{LeavingGap::Keys, 1}, {LeavingGap::Visitors, 1}});
    facts = {.keys = {back}, .contactAsked = true};
    CHECK(leavingLines(facts).isEmpty());
}

TEST_CASE("A return is within the year that begins with the day of leaving")
{
    const Stay before = stayed({2025, 1, 1}, QDate(2025, 9, 14));
    struct Case {
        QDate arrived;
        bool isReturn;
    };
    for (const Case &one : {Case{{2025, 9, 14}, false}, Case{{2025, 9, 15}, true}, Case{{2026, 9, 13}, true}, Case{{2026, 9, 14}, false}}) {
        INFO(one.arrived.toString(Qt::ISODate).toStdString());
        CHECK((stayReturnedFrom({before}, stayed(one.arrived)) != nullptr) == one.isReturn);
    }
    const QList<Stay> several{stayed({2025, 9, 20}, QDate(2025, 10, 1)), before, stayed({2025, 12, 1})};
    const Stay *found = stayReturnedFrom(several, several.last());
    REQUIRE(found);
    CHECK(*found == several.first()); // the last one of them
    CHECK_FALSE(stayReturnedFrom(several, Stay()));
    CHECK_FALSE(stayReturnedFrom({}, before));
}

TEST_CASE("No state of moving on goes back as days pass, of seeded stays")
{
    std::mt19937 chance(20);
    const auto upTo = [&chance](int most) { return int(chance() % unsigned(most)); };
    for (int i = 0; i < 400; ++i) {
        const QDate arrived = QDate(2024, 1, 1).addDays(upTo(700));
        const int months = 1 + upTo(36);
        const Stay stay = stayed(arrived, upTo(2) ? std::optional(arrived.addDays(1 + upTo(900))) : std::nullopt);
        MoveOnState last = MoveOnState::NotYet;
        for (int days = 0; days < 1500; days += 1 + upTo(40)) {
            const MoveOnState now = moveOnStateOf(stay, {}, {}, arrived.addDays(days), months);
            REQUIRE(now >= last);
            last = now;
        }
        CHECK((last == MoveOnState::Left) == stay.leftOn.has_value());
    }
}

} // namespace keywork::test::rules_move_on_test
