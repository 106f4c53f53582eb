// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/house.h"
#include "core/rules/act_now.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"

namespace keywork {

namespace {

/// The house's line while its words of "Overdose — act now" are in this state.
Result<QList<WatchItem>> actNowWordsDue(const WatchFacts &facts, WordsChecked state)
{
    const auto house = facts.records().all<House>();
    if (!house)
        return house.error();
    if (house->isEmpty())
        return QList<WatchItem>();
    const House &said = house->first().value;
    if (wordsChecked(said.wordsCheckedBy, said.wordsCheckedOn, facts.today()) != state)
        return QList<WatchItem>();
    return QList<WatchItem>{{.day = said.wordsCheckedOn.value_or(QDate()), .places = {{QStringLiteral("who"), said.wordsCheckedBy}}}};
}

Result<QList<WatchItem>> actNowUncheckedDue(const WatchFacts &facts) { return actNowWordsDue(facts, WordsChecked::NotYet); }
Result<QList<WatchItem>> actNowCheckedLongAgoDue(const WatchFacts &facts) { return actNowWordsDue(facts, WordsChecked::LongAgo); }

bool setsHouse(const Session &session) { return session.roleMay(Act::Manage, Category::House); }

} // namespace

extern const WatchRule actNowUnchecked{
    .code = "act_now_unchecked",
    .category = Category::House,
    .mayKnow = setsHouse,
    .pressing = Pressing::Tidy,
    .title = QT_TRANSLATE_NOOP("watch", "Overdose — act now"),
    .sentence
    = QT_TRANSLATE_NOOP("watch", "Nobody at the local drug service has checked its words yet. Ask, and enter who did under Settings."),
    .opens = "house",
    .due = actNowUncheckedDue,
};

extern const WatchRule actNowCheckedLongAgo{
    .code = "act_now_checked_long_ago",
    .category = Category::House,
    .mayKnow = setsHouse,
    .pressing = Pressing::Tidy,
    .title = QT_TRANSLATE_NOOP("watch", "Overdose — act now"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Its words were last checked on {date}, by {who}. Once a year they are checked again."),
    .opens = "house",
    .due = actNowCheckedLongAgoDue,
};

} // namespace keywork
