// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/referral_facts.h"

#include <algorithm>

namespace keywork {

namespace {

const SharedValue *valueOf(const SharedRecord &record, const char *column)
{
    const auto found = std::find_if(record.values.cbegin(), record.values.cend(),
        [column](const SharedValue &value) { return qstrcmp(value.field->column, column) == 0; });
    return found == record.values.cend() ? nullptr : &*found;
}

} // namespace

QString SharedRecord::text(const char *column) const
{
    const SharedValue *found = valueOf(*this, column);
    return found ? found->text : QString();
}

QString SharedRecord::code(const char *column) const
{
    const SharedValue *found = valueOf(*this, column);
    return found ? found->value.toString() : QString();
}

bool SharedSection::operator==(const SharedSection &other) const
{
    const auto sameEntry = [](const Kept<StageEntry> &a, const Kept<StageEntry> &b) { return a.id == b.id && a.value == b.value; };
    return category == other.category && withHousing == other.withHousing && agreed == other.agreed && records == other.records
        && assessments == other.assessments && plan == other.plan && noIssuedPlan == other.noIssuedPlan
        && std::equal(stages.cbegin(), stages.cend(), other.stages.cbegin(), other.stages.cend(), sameEntry);
}

std::set<Category> ReferralFacts::categories() const
{
    std::set<Category> all;
    for (const SharedSection &part : sections)
        all.insert(part.category);
    return all;
}

const SharedSection *ReferralFacts::section(Category category) const
{
    const auto found
        = std::find_if(sections.cbegin(), sections.cend(), [category](const SharedSection &part) { return part.category == category; });
    return found == sections.cend() ? nullptr : &*found;
}

bool ReferralFacts::tellsDoses(const SharedSection &section) const
{
    return section.category == Category::Treatment
        && !(section.records.isEmpty() && section.assessments.isEmpty() && doses.prescriptions.isEmpty());
}

bool ReferralFacts::saysTheSameAs(const ReferralFacts &other) const
{
    return hostel == other.hostel && agency == other.agency && personId == other.personId && person == other.person
        && reason == other.reason && agreement == other.agreement && lawful == other.lawful && doses == other.doses
        && sections == other.sections;
}

QString shortFingerprint(const QByteArray &bytes) { return fingerprintOf(bytes); }

} // namespace keywork
