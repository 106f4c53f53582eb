// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/house.h"
#include "tests/core/services/watch/watching.h"
#include "tests/support/notices.h"

namespace keywork::test::notice_rules_test {

using namespace Qt::StringLiterals;

TEST_CASE("A notice shows from the house's days before its end, presses once its day is over, and is silent once taken back")
{
    TestHostel hostel;
    NoticedPerson at{hostel};
    at.livesBy(OccupancyKind::ExcludedLicence);
    need(at.records().add(at.plan()));
    auto notice = need(at.records().add(at.notice()));
    const QDate ends(2026, 10, 12);
    checkEdges(hostel, u"notice_ending"_s, ends, {{-15, false}, {-14, true}, {-1, true}, {0, false}});
    checkEdges(hostel, u"notice_over"_s, ends, {{-1, false}, {0, true}, {30, true}});
    CHECK(lineOf(hostel, u"notice_ending"_s, ends.addDays(-3)).places.value(u"count"_s) == u"3"_s);
    checkEdges(hostel, u"leaving_no_housing"_s, ends, {{-28, false}, {-27, true}, {-1, true}, {0, false}});
    auto house = need(at.records().all<House>()).first();
    house.value.noticeAheadDays = 5;
    need(at.records().amend(house));
    checkEdges(hostel, u"notice_ending"_s, ends, {{-6, false}, {-5, true}});
    notice.value.takenBackOn = QDate(2026, 9, 14);
    notice.value.takenBackWhy = u"another way was found"_s;
    need(at.records().amend(notice));
    for (const QString &code : {u"notice_ending"_s, u"notice_over"_s, u"leaving_no_housing"_s})
        checkEdges(hostel, code, ends, {{-3, false}, {0, false}});
}

TEST_CASE("A notice without its safety plan presses at once, and a plan is looked at again on its day")
{
    TestHostel hostel;
    NoticedPerson at{hostel};
    at.livesBy(OccupancyKind::ExcludedLicence);
    StayNotice prepared = at.notice();
    prepared.givenOn.reset();
    auto kept = need(at.records().add(prepared));
    checkEdges(hostel, u"notice_plan_missing"_s, kToday, {{0, true}});
    const auto plan = need(at.records().add(at.plan()));
    kept.value.givenOn = kToday;
    kept = need(at.records().amend(kept));
    checkEdges(hostel, u"notice_plan_missing"_s, kToday, {{0, false}});
    checkEdges(hostel, u"notice_plan_review"_s, QDate(2026, 9, 20), {{-1, false}, {0, true}, {9, true}});
    CHECK(lineOf(hostel, u"notice_plan_review"_s, QDate(2026, 9, 20)).subject.record == plan.id.value);
    need(at.records().withdraw(recordType<LeavingSafetyPlan>(), plan.id.value, plan.version, u"of another resident"_s));
    checkEdges(hostel, u"notice_plan_missing"_s, kToday, {{0, true}});
    checkEdges(hostel, u"notice_plan_review"_s, QDate(2026, 9, 20), {{0, false}});
}

TEST_CASE("An appeal waits until it is answered, and a warning that is over asks that they are told")
{
    TestHostel hostel;
    NoticedPerson at{hostel};
    auto warning = need(at.records().add(at.warning()));
    const QDate over(2026, 12, 14);
    checkEdges(hostel, u"warning_over"_s, over, {{-1, false}, {0, true}, {40, true}});
    checkEdges(hostel, u"appeal_waiting"_s, kToday, {{0, false}});
    warning.value.appealOn = kToday;
    warning = need(at.records().amend(warning));
    checkEdges(hostel, u"appeal_waiting"_s, kToday, {{0, true}, {60, true}});
    warning.value.heardOn = kToday;
    warning.value.heardByOther = u"Helen Marsh, trustee"_s;
    warning.value.outcome = AppealOutcome::Stands;
    warning.value.answer = u"It stands."_s;
    warning = need(at.records().amend(warning));
    checkEdges(hostel, u"appeal_waiting"_s, kToday, {{0, false}});
    hostel.clock.set(QDateTime(over, QTime(9, 0), Qt::UTC));
    warning.value.endToldOn = over;
    need(at.records().amend(warning));
    checkEdges(hostel, u"warning_over"_s, over, {{0, false}, {1, false}});
}

} // namespace keywork::test::notice_rules_test
