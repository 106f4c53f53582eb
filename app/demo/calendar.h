// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demo_hostel.h"
#include "app/demo/demo_random.h"

#include <array>
#include <vector>

namespace keywork {

/// One stay as it will be: dates and a bed, nobody yet.
struct DemoStay {
    int number = 0;
    QDate referredOn;
    QDate arrivesOn; ///< may lie behind the end: expected
    QDate leavesOn; ///< invalid: still here at the end
    int bed = 0;
    int returnsFrom = -1; ///< the stay whose resident comes back
    bool comesBack = false; ///< somebody returns from this one
};

/// Who comes and goes, decided before the first day, so that no bed is taken twice and the house is full at the end.
/// Dates alone: people are made on the day they are referred.
class DemoCalendar {
public:
    /// The first `known` residents at the end have been here for at least two months.
    DemoCalendar(const DemoWish &wish, int known);

    /// Everybody who gets a place, in the order of their referral.
    const std::vector<DemoStay> &stays() const { return m_stays; }
    /// How many are referred on the day and never get a place.
    int notOffered(QDate day) const;
    QDate start() const { return m_start; }

private:
    void placePresent(int here, int known);
    void placeExpected(int count);
    void placeEarlier(int wanted);
    void letSomeReturn(int known);
    void leaveOut(int surplus);
    int stayLength();
    void add(QDate arrives, QDate leaves, int bed);

    QDate m_start;
    QDate m_end;
    DemoRandom m_random;
    std::vector<DemoStay> m_stays;
    std::vector<QDate> m_freeUntil; ///< a bed's: the day from which somebody has it
    int m_notOffered = 0;
};

} // namespace keywork
