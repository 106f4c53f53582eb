// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/assessment.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Result<QList<WatchItem>> assessmentHalfDoneDue(const WatchFacts &facts)
{
    constexpr int kDays = 7; // domain.md, "What is watched": half done after 7 days
    const Clock &clock = facts.clock();
    return facts.ofRecords<Assessment>(
        assessmentsHalfDone(facts.database(), clock.startOf(facts.today().addDays(1 - kDays)), facts.today()),
        [&clock](const Kept<Assessment> &one, WatchItem &item) {
            item.day = clock.local(one.value.begunAt).date();
            item.places.insert(u"number"_s, one.value.number);
            return true;
        });
}

} // namespace

extern const WatchRule assessmentHalfDone{
    .code = "assessment_half_done",
    .category = Category::CarePlan,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Assessment"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{number} was begun {day} and is half done."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n assessments half done"),
    .opensTab = "assessments",
    .due = assessmentHalfDoneDue,
};

} // namespace keywork
