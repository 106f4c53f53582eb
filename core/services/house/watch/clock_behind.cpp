// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Of the present only: what the clock says has nothing to do with another day that is asked for.
Result<QList<WatchItem>> clockBehindDue(const WatchFacts &facts)
{
    const Clock &clock = facts.clock();
    if (!clock.isBehind() || facts.today() != clock.today())
        return QList<WatchItem>();
    facts.changeAt(clock.latest().addSecs(-kClocksDifferSeconds - 1).addMSecs(1));
    const auto told = [&clock](const QDateTime &at) { return clock.local(at).toString(u"yyyy-MM-ddTHH:mm"_s); };
    return QList<WatchItem>{{.day = clock.latestDay(), .places = {{u"now"_s, told(clock.now())}, {u"last"_s, told(clock.latest())}}}};
}

} // namespace

extern const WatchRule clockBehind{
    .code = "clock_behind",
    .category = Category::House,
    .pressing = Pressing::Now,
    .title = QT_TRANSLATE_NOOP("watch", "Clock"),
    .sentence = QT_TRANSLATE_NOOP("watch",
        "This PC's clock says {now}, but something was written down at {last} already. Please put the clock right. Until then "
        "nothing that had ended by then holds again."),
    .due = clockBehindDue,
};

} // namespace keywork
