// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/move_on.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Result<QList<WatchItem>> followUpDueLines(const WatchFacts &facts)
{
    const auto due = readFollowUpsDue(facts.database(), facts.clock(), facts.today());
    if (!due)
        return due.error();
    QList<WatchItem> items;
    for (const FollowUpDue &one : *due) {
        WatchItem item{.subject = {QString::fromLatin1(recordType<Stay>().table), one.stay.value, one.person}, .day = one.line.dueOn};
        item.places.insert(u"count"_s, QString::number(one.line.tries));
        item.labels.insert(u"months"_s, labelOf(one.line.after));
        items.append(item);
    }
    return items;
}

} // namespace

extern const WatchRule followUpDue{
    .code = "follow_up_due",
    .category = Category::CarePlan,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Follow-up"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Ask how it goes, {months} after leaving: due {day}. Tries so far: {count}."),
    .opensTab = "move-on",
    .due = followUpDueLines,
};

} // namespace keywork
