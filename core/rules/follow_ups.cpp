// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/follow_ups.h"

#include "core/base/anniversary.h"

#include <algorithm>

namespace keywork {

namespace {

bool isAgreedOn(const FollowUpFacts &facts, QDate day)
{
    const PostMoveContact *contact = contactOn(facts.contacts, day);
    const bool saidNo = std::any_of(facts.tries.cbegin(), facts.tries.cend(),
        [day](const FollowUpTry &one) { return one.what.result == FollowUpResult::NoMoreContact && one.on <= day; });
    return contact && contact->holdsOn(day) && !saidNo;
}

bool diedBy(const FollowUpFacts &facts, QDate day)
{
    return facts.died || std::any_of(facts.tries.cbegin(), facts.tries.cend(), [day](const FollowUpTry &one) {
        return one.what.result == FollowUpResult::Died && one.on <= day;
    });
}

bool isReached(const FollowUpTry &one)
{
    return one.what.result == FollowUpResult::Reached || one.what.result == FollowUpResult::NoMoreContact;
}

FollowUpState stateOf(const FollowUpFacts &facts, const FollowUpLine &line, bool reached, QDate today)
{
    if (reached)
        return FollowUpState::Reached;
    if (diedBy(facts, std::max(line.dueOn, today)) || (facts.backOn && *facts.backOn <= line.dueOn))
        return FollowUpState::NotNeeded;
    if (line.tries > 0)
        return FollowUpState::NotReached;
    const QDate lastAsked = line.dueOn.addDays(kFollowUpAskedDays - 1);
    if (!isAgreedOn(facts, std::min(line.dueOn, today)) && !isAgreedOn(facts, std::min(lastAsked, today)))
        return FollowUpState::NotAgreed;
    return today < line.dueOn ? FollowUpState::NotYet : FollowUpState::NotTried;
}

bool isAskedFor(const FollowUpFacts &facts, const FollowUpLine &line, QDate today)
{
    if (line.state != FollowUpState::NotTried && line.state != FollowUpState::NotReached)
        return false;
    const bool isItsTime = line.dueOn <= today && today < line.dueOn.addDays(kFollowUpAskedDays);
    const bool wasJustTried = line.lastTry && today < line.lastTry->addDays(kFollowUpAgainDays);
    return isItsTime && !wasJustTried && line.tries < kFollowUpTries && isAgreedOn(facts, today) && !facts.backOn;
}

} // namespace

int monthsOf(FollowUpAfter after)
{
    constexpr int kMonths[] = {3, 6, 12};
    return kMonths[int(after)];
}

QDate followUpDueOn(QDate left, FollowUpAfter after) { return monthsAfter(left, monthsOf(after), MonthEnd::LastDay); }

const PostMoveContact *contactOn(const QList<PostMoveContact> &contacts, QDate day)
{
    const PostMoveContact *found = nullptr;
    for (const PostMoveContact &one : contacts)
        if (one.onDay <= day && (!found || found->onDay <= one.onDay))
            found = &one;
    return found;
}

QList<FollowUpLine> followUpLines(const FollowUpFacts &facts, QDate today)
{
    QList<FollowUpLine> lines;
    for (const FollowUpAfter after : allOf<FollowUpAfter>()) {
        FollowUpLine line{.after = after, .dueOn = followUpDueOn(facts.leftOn, after)};
        bool reached = false;
        for (const FollowUpTry &one : facts.tries) {
            if (one.what.after != after)
                continue;
            reached = reached || isReached(one);
            line.tries += one.what.result == FollowUpResult::NotReached ? 1 : 0;
            line.lastTry = line.lastTry ? std::max(*line.lastTry, one.on) : one.on;
        }
        line.state = stateOf(facts, line, reached, today);
        line.isAsked = isAskedFor(facts, line, today);
        lines.append(line);
    }
    return lines;
}

void addFollowUps(FollowUpCounts &counts, const QList<FollowUpLine> &lines)
{
    for (const FollowUpLine &line : lines) {
        FollowUpCount &count = counts[size_t(line.after)];
        count.reached += line.state == FollowUpState::Reached ? 1 : 0;
        count.notReached += line.state == FollowUpState::NotReached ? 1 : 0;
        count.notTried += line.state == FollowUpState::NotTried ? 1 : 0;
        count.notAgreed += line.state == FollowUpState::NotAgreed ? 1 : 0;
    }
}

} // namespace keywork
