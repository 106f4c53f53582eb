// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/act_now.h"
#include "tests/support/catch.h"

namespace keywork::test::rules_act_now_test {

using namespace Qt::StringLiterals;

namespace {

const QDateTime kStart(QDate(2026, 9, 14), QTime(2, 14, 0), Qt::UTC);

ActNowStep at(int seconds, OverdoseStepKind step, qint64 order = 0)
{
    OverdoseStep said;
    said.step = step;
    said.happenedAt = kStart.addSecs(seconds);
    said.pressed = order;
    return {said, false, 0};
}

ActNowPicture pictureOf(const QList<ActNowStep> &steps, int seconds, LooksLike looks = LooksLike::Opioids)
{
    return actNowPicture(steps, looks, kStart, seconds * 1000LL);
}

using What = ActNowReminder::What;
QList<What> remindedOf(const QList<ActNowStep> &steps, int seconds, LooksLike looks = LooksLike::Opioids)
{
    QList<What> all;
    for (const ActNowReminder &one : actNowReminders(steps, looks, kStart, seconds * 1000LL))
        all.append(one.what);
    return all;
}

} // namespace

TEST_CASE("Act now goes on with the first part in which nothing was pressed yet")
{
    using Step = OverdoseStepKind;
    struct Case {
        const char *name;
        QList<Step> pressed;
        LooksLike looks;
        ActNowPart next;
    };
    const QList<Case> cases{
        {"nothing yet", {}, LooksLike::CannotTell, ActNowPart::Safe},
        {"found", {Step::Found}, LooksLike::CannotTell, ActNowPart::Call999},
        {"no reply", {Step::NoReply}, LooksLike::Opioids, ActNowPart::Call999},
        {"999", {Step::NoReply, Step::Called999}, LooksLike::Opioids, ActNowPart::Breathing},
        {"a dose before 999", {Step::NoReply, Step::NaloxoneGiven}, LooksLike::Opioids, ActNowPart::Call999},
        {"not breathing", {Step::NoReply, Step::Called999, Step::NotBreathingNormally}, LooksLike::Opioids, ActNowPart::Naloxone},
        {"can't tell what it is", {Step::NoReply, Step::Called999, Step::NotBreathingNormally}, LooksLike::CannotTell,
            ActNowPart::Naloxone},
        {"breathing, asleep", {Step::NoReply, Step::Called999, Step::BreathingNormally}, LooksLike::Opioids, ActNowPart::Stay},
        {"fitting", {Step::NoReply, Step::Called999, Step::NotBreathingNormally}, LooksLike::Fitting, ActNowPart::Stay},
        {"hot or wild", {Step::Found, Step::Called999, Step::NotBreathingNormally}, LooksLike::HotOrWild, ActNowPart::Stay},
        {"why no naloxone", {Step::Found, Step::Called999, Step::Cpr, Step::NaloxoneNotGiven}, LooksLike::Opioids, ActNowPart::Stay},
        {"the crew has them", {Step::Found, Step::CrewHere}, LooksLike::Opioids, ActNowPart::Stay},
        {"could not be roused again",
            {Step::Found, Step::Called999, Step::NotBreathingNormally, Step::NaloxoneGiven, Step::Awake, Step::ChoseNotToGo,
                Step::CouldNotRouse},
            LooksLike::Opioids, ActNowPart::Call999},
    };
    for (const Case &each : cases) {
        INFO(each.name);
        QList<ActNowStep> steps;
        for (const Step step : each.pressed)
            steps.append(at(10 * int(steps.size()), step, steps.size() + 1));
        CHECK(pictureOf(steps, 600, each.looks).next == each.next);
    }
}

TEST_CASE("After a dose it is asked whether they breathe normally, and whoever sleeps and breathes is watched without another dose")
{
    using Step = OverdoseStepKind;
    const QList<ActNowStep> dose{at(0, Step::NoReply), at(15, Step::Called999), at(70, Step::NaloxoneGiven)};
    CHECK(remindedOf(dose, 70 + 119).isEmpty());
    const auto due = actNowReminders(dose, LooksLike::Opioids, kStart, (70 + 120) * 1000LL);
    REQUIRE(due.size() == 1);
    CHECK(due.first() == ActNowReminder{What::AskBreathing, 120'000, true, false});
    CHECK(actNowReminders(dose, LooksLike::Opioids, kStart, (70 + 181) * 1000LL).first().isOverdue);

    QList<ActNowStep> asleep = dose + QList<ActNowStep>{at(200, Step::BreathingNormally)};
    CHECK(remindedOf(asleep, 310).isEmpty());
    CHECK(
        actNowReminders(asleep, LooksLike::Opioids, kStart, 320'000) == QList<ActNowReminder>{{What::AskBreathing, 250'000, false, false}});
    CHECK(pictureOf(asleep, 210).isAsleepAndBreathing);

    const QList<ActNowStep> awake = dose + QList<ActNowStep>{at(200, Step::Awake)};
    CHECK(remindedOf(awake, 1200).isEmpty());
    CHECK(remindedOf(awake, 70 + 20 * 60) == QList<What>{What::WearsOff});
    CHECK(remindedOf(dose + QList<ActNowStep>{at(300, Step::CrewHere)}, 3000).isEmpty());
    CHECK(remindedOf(dose + QList<ActNowStep>{at(300, Step::NotAnOverdose)}, 3000).isEmpty());
    CHECK(remindedOf({at(0, Step::NoReply)}, 40) == QList<What>{What::Call999});
    CHECK(remindedOf({}, 40).isEmpty());

    // A second dose is asked about from itself on; what was said before it does not answer.
    const QList<ActNowStep> second = dose + QList<ActNowStep>{at(200, Step::NotBreathingNormally), at(250, Step::NaloxoneGiven)};
    CHECK(remindedOf(second, 369).isEmpty());
    CHECK(remindedOf(second, 370) == QList<What>{What::AskBreathing});
    CHECK(pictureOf(second, 370).doses == 2);
}

TEST_CASE("Steps stand in the order of what happened, a mis-tap that was taken back in none")
{
    using Step = OverdoseStepKind;
    QList<ActNowStep> steps{at(60, Step::Called999, 2), at(0, Step::NoReply, 1), at(60, Step::HelpComing, 3), at(30, Step::Cpr, 4)};
    steps[3].isUndone = true;
    QList<Step> order;
    for (const ActNowStep &step : inOrder(steps))
        order.append(step.said.step);
    CHECK(order == QList<Step>{Step::NoReply, Step::Called999, Step::HelpComing});
}

TEST_CASE("What can hardly be is told beside the step")
{
    using Step = OverdoseStepKind;
    const QList<ActNowStep> found{at(60, Step::NoReply)};
    CHECK(actNowDoubts(at(30, Step::Awake).said, found, kStart) == QList<ActNowDoubt>{ActNowDoubt::BeforeFound});
    CHECK(actNowDoubts(at(90, Step::Awake).said, found, kStart).isEmpty());
    CHECK(actNowDoubts(at(-5, Step::Found).said, {}, kStart) == QList<ActNowDoubt>{ActNowDoubt::BeforeStart});
    const QList<ActNowStep> died{at(60, Step::NoReply), at(900, Step::DeathConfirmed)};
    CHECK(actNowDoubts(at(901, Step::Awake).said, died, kStart) == QList<ActNowDoubt>{ActNowDoubt::AfterDeath});
    CHECK(actNowDoubts(at(90, Step::NaloxoneGiven).said, found, kStart) == QList<ActNowDoubt>{ActNowDoubt::KitNotKnown});
}

TEST_CASE("What went by is counted in minutes and seconds, and a clock that was set is seen")
{
    CHECK(elapsedTime(0) == ElapsedTime{0, 0});
    CHECK(elapsedTime(-5) == ElapsedTime{0, 0});
    CHECK(elapsedTime(192'999) == ElapsedTime{3, 12});
    CHECK(elapsedTime(3 * 3'600'000LL) == ElapsedTime{180, 0});
    CHECK_FALSE(clockWasSet(kStart, 90'000, kStart.addSecs(120)));
    CHECK(clockWasSet(kStart, 90'000, kStart.addSecs(90 - 7200)));
    CHECK(clockWasSet(kStart, 90'000, kStart.addSecs(90 + 7200)));
    CHECK(elapsedAfterResuming(kStart, 90'000, kStart.addSecs(100)) == 100'000);
    CHECK(elapsedAfterResuming(kStart, 90'000, kStart.addSecs(-7000)) == 90'000);
}

TEST_CASE("The words count as checked for a year by somebody on a day")
{
    const QDate on(2026, 3, 2);
    CHECK(wordsChecked({}, on, on) == WordsChecked::NotYet);
    CHECK(wordsChecked(u"Nurse lead"_s, {}, on) == WordsChecked::NotYet);
    CHECK(wordsChecked(u"Nurse lead"_s, on, QDate(2027, 3, 1)) == WordsChecked::Holds);
    CHECK(wordsChecked(u"Nurse lead"_s, on, QDate(2027, 3, 2)) == WordsChecked::LongAgo);
    CHECK(wordsChecked(u"Nurse lead"_s, QDate(2024, 2, 29), QDate(2025, 2, 28)) == WordsChecked::Holds);
    CHECK(wordsChecked(u"Nurse lead"_s, QDate(2024, 2, 29), QDate(2025, 3, 1)) == WordsChecked::LongAgo);
}

} // namespace keywork::test::rules_act_now_test
