// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/stay_letters.h"
#include "core/services/records/records.h"
#include "tests/support/services.h"

namespace keywork::test {

/// Ben, who lives here since 3 August 2026, with what a notice needs as far as a test asks for it.
struct NoticedPerson {
    TestHostel &hostel;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);

    Records &records() { return hostel.services().records; }
    Kept<OccupancyRight> livesBy(OccupancyKind kind)
    {
        OccupancyRight occupancy{
            .personId = ben.id, .kind = kind, .fromOn = QDate(2026, 8, 3), .paper = QStringLiteral("the licence of 3 August")};
        if (kind == OccupancyKind::Other)
            occupancy.described = QStringLiteral("lodger");
        return need(records().add(occupancy));
    }
    LeavingSafetyPlan plan() const
    {
        LeavingSafetyPlan plan{.personId = ben.id, .madeOn = QDate(2026, 9, 10), .madeWith = {QStringLiteral("yes")}};
        plan.housing = HousingNext::NoPlan;
        plan.untilThen = QStringLiteral("the night shelter was asked");
        plan.support = QStringLiteral("their keyworker rings");
        plan.medicine = QStringLiteral("none at the moment");
        plan.raises = QStringLiteral("being alone");
        plan.reviewOn = QDate(2026, 9, 20);
        return plan;
    }
    void fill(StayLetter &letter) const
    {
        letter.personId = ben.id;
        letter.reason = {QStringLiteral("noise")};
        letter.happened = QStringLiteral("Loud until three on two nights, the neighbour knocked.");
        letter.givenOn = QDate(2026, 9, 14);
        letter.givenHow = {QStringLiteral("by_hand")};
        letter.appealHow = QStringLiteral("Tell any of us.");
    }
    StayWarning warning() const
    {
        StayWarning warning;
        fill(warning);
        warning.kind = WarningKind::Written;
        warning.agreed = QStringLiteral("Headphones after eleven.");
        warning.support = QStringLiteral("A talk about sleep.");
        warning.expiresOn = QDate(2026, 12, 14);
        return warning;
    }
    StayNotice notice() const
    {
        StayNotice notice;
        fill(notice);
        notice.tried = QStringLiteral("Two talks and another floor.");
        notice.endsOn = QDate(2026, 10, 12);
        return notice;
    }
};

} // namespace keywork::test
