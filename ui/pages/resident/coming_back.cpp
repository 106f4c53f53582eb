// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/resident/coming_back.h"

#include "core/domain/leaving_plan.h"
#include "core/services/care/leaving_reading.h"
#include "core/services/records/records.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// What is still to be asked of the leaving that this record tells of.
std::optional<LeavingKnown> unaskedIn(const KeptRow &kept, Id<Person> person, const Records &records)
{
    const auto due = leavingsDueOf(records, person, records.today());
    if (!due || !records.mayAdd(recordType<LeavingPlan>()))
        return {};
    const auto found = std::find_if(due->cbegin(), due->cend(), [&kept](const LeavingDue &one) {
        return one.need == LeavingNeed::Ask && one.about.kind == QLatin1String(kept.row.type->table) && one.about.record == kept.id;
    });
    return found == due->cend() ? std::nullopt : std::optional(found->about);
}

} // namespace

void asksOnComingBack(KindsPage *page, Id<Person> person, const Services &services, const Navigator &navigator)
{
    // Queued: the form that was saved is closed first.
    QObject::connect(
        page, &KindsPage::kept, page,
        [person, services, navigator](const KeptRow &kept) {
            const auto unasked = unaskedIn(kept, person, services.records);
            if (!unasked)
                return;
            const QVariantMap start{
                {u"leaves_from"_s, QString::fromLatin1(codeOf(unasked->from))}, {u"on_day"_s, unasked->leaves.toString(Qt::ISODate)}};
            navigator.visit(residentVisit(person.value, u"treatment"_s, {QString::fromLatin1(recordType<LeavingPlan>().table), 0, start}));
            navigator.say(QCoreApplication::translate("coming_back", "Saved. Coming back: tolerance, naloxone to hand, where to next?"));
        },
        Qt::QueuedConnection);
}

} // namespace keywork
