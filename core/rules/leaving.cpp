// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/leaving.h"

#include <QSet>
#include <QtGlobal>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

bool answersFor(const LeavingSaid &said, const LeavingKnown &known)
{
    // Without a beginning: as long before the leaving as it is spoken of.
    const QDate since = known.began.isValid() ? known.began : known.leaves.addDays(1 - kLeavingDays);
    return said.person == known.person && said.from == known.from && said.onDay >= since;
}

bool isLater(const LeavingSaid &a, const LeavingSaid &b) { return std::pair(a.onDay, a.record) > std::pair(b.onDay, b.record); }

} // namespace

bool isLeavingNow(QDate leaves, QDate today) { return leaves.isValid() && today.isValid() && qAbs(today.daysTo(leaves)) < kLeavingDays; }

QList<LeavingDue> leavingsDue(const QList<LeavingKnown> &known, const QList<LeavingSaid> &said, QDate today)
{
    QSet<qint64> outOfDetox;
    for (const LeavingKnown &one : known)
        if (isLeavingNow(one.leaves, today) && (one.from == LeavingFrom::Detox || one.from == LeavingFrom::Rehab))
            outOfDetox.insert(one.person);
    QList<LeavingDue> due;
    QSet<qint64> answered; // what belongs to a leaving does not stand for itself
    for (const LeavingKnown &one : known) {
        const LeavingSaid *latest = nullptr;
        for (const LeavingSaid &answer : said)
            if (answersFor(answer, one)) {
                answered.insert(answer.record);
                if (!latest || isLater(answer, *latest))
                    latest = &answer;
            }
        const bool isSaidElsewhere = one.from == LeavingFrom::Treatment && outOfDetox.contains(one.person);
        if (!isLeavingNow(one.leaves, today) || isSaidElsewhere || (latest && latest->hasHousing))
            continue;
        due.append({one, latest || one.leaves > today ? LeavingNeed::Housing : LeavingNeed::Ask});
    }
    for (const LeavingSaid &answer : said)
        if (!answered.contains(answer.record) && !answer.hasHousing && isLeavingNow(answer.onDay, today))
            due.append({{u"leaving_plan"_s, answer.record, answer.person, answer.from, {}, answer.onDay}, LeavingNeed::Housing});
    return due;
}

} // namespace keywork
