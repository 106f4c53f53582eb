// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sharing/agreements.h"

#include "core/domain/care_plan.h"
#include "core/domain/kinds.h"
#include "core/services/records/records.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// The first wording, until a manager writes the house's own. Names what it is, whom it goes to, and that it can be undone.
const char *const kShippedWording = QT_TRANSLATE_NOOP("record",
    "I agree that the staff of this hostel share what is ticked with the agency named here, for my support and care. "
    "What my care plan says about my health, substance use, debt, or the court is shared only when I tick these, too. "
    "I can change my mind at any time, and it does not affect my place here.");

/// Whether areas of the care plan leave with the category.
bool carriesAreas(Category category)
{
    const auto &areas = Codes<Area>::options;
    return std::any_of(areas.begin(), areas.end(), [category](const FixedOption &area) { return area.category == category; });
}

bool carries(const RecordType &type, Category category)
{
    if (type.sharedAs == SharedAs::Nothing)
        return false;
    if (type.category == category)
        return true;
    return std::any_of(type.fields.cbegin(), type.fields.cend(),
        [&](const Field &field) { return type.shares(field) && type.categoryOf(field) == category; });
}

} // namespace

const std::vector<Category> &Agreements::offered()
{
    static const std::vector<Category> categories = [] {
        std::vector<Category> carried;
        for (const Category category : allOf<Category>())
            if (isAboutResidents(category)
                && (carriesAreas(category) || std::any_of(allKinds().cbegin(), allKinds().cend(), [category](const RecordType *type) {
                       return carries(*type, category);
                   })))
                carried.push_back(category);
        return carried;
    }();
    return categories;
}

Result<Kept<SharingAgreement>> Agreements::record(const SharingAgreement &agreement, const std::set<Category> &categories)
{
    const bool agrees = agreement.agrees();
    Violations violations = m_records.check(toRow(agreement));
    const auto before = latest(agreement.personId, agreement.agencyId);
    if (!before)
        return before.error();
    // An older paper that is typed in late does not undo what the resident said since.
    // Nor does a withdrawal that a clock set back put before the agreement that it ended.
    const QDate lastWord = *before ? std::max((*before)->value.withdrawnOn.value_or(QDate()), (*before)->value.fromOn) : QDate();
    if (agrees && lastWord.isValid() && agreement.fromOn < lastWord)
        violations.append({u"from_on"_s, Rule::LaterWordOnFile, lastWord.toString(Qt::ISODate)});
    if (agrees && categories.empty())
        violations.append({u"categories"_s, Rule::CategoriesNeeded, {}});
    if (!violations.isEmpty())
        return invalid(violations);
    std::optional<Kept<SharingAgreement>> kept;
    SharingAgreement said = agreement;
    const auto words = m_records.all<AgreementWording>();
    if (!words)
        return words.error();
    const bool isThatVersion = std::any_of(words->cbegin(), words->cend(), [&said](const Kept<AgreementWording> &version) {
        return version.value.versionNumber == said.wordingVersion && version.value.text.trimmed() == said.wording.trimmed();
    });
    if (!isThatVersion)
        said.wordingVersion.reset(); // typed for this one
    Done done = m_records.together([&]() -> Done {
        auto added = m_records.add(said);
        if (!added)
            return added.error();
        kept = *added;
        if (agrees)
            for (const Category category : categories)
                if (auto row = m_records.add(AgreementCategory{added->id, agreement.personId, category}); !row)
                    return row.error();
        return {};
    });
    if (!done)
        return done.error();
    return *kept;
}

Done Agreements::withdraw(const Kept<SharingAgreement> &agreement, const QString &reason)
{
    Kept<SharingAgreement> withdrawn = agreement;
    withdrawn.value.state = AgreementState::Withdrawn;
    withdrawn.value.withdrawnOn = m_records.today();
    withdrawn.value.withdrawnReason = reason;
    auto amended = m_records.amend(withdrawn);
    return amended ? Done() : Done(amended.error());
}

Result<std::set<Category>> Agreements::categoriesOf(Id<SharingAgreement> agreement) const
{
    const auto rows = m_records.of<AgreementCategory>("agreement_id", agreement);
    if (!rows)
        return rows.error();
    std::set<Category> categories;
    for (const Kept<AgreementCategory> &row : *rows)
        categories.insert(row.value.category);
    return categories;
}

Result<std::optional<Kept<SharingAgreement>>> Agreements::latest(Id<Person> person, Id<Agency> agency) const
{
    auto agreements = m_records.all<SharingAgreement>({.filters
        = {{u"person_id"_s, Filter::Comparison::Equals, person.value}, {u"agency_id"_s, Filter::Comparison::Equals, agency.value}},
        .orderBy = u"id"_s,
        .descending = true,
        .limit = 1});
    if (!agreements)
        return agreements.error();
    return agreements->isEmpty() ? std::optional<Kept<SharingAgreement>>() : agreements->first();
}

Result<AgreedScope> Agreements::scope(Id<Person> person, Id<Agency> agency, QDate on) const
{
    auto word = latest(person, agency);
    if (!word)
        return word.error();
    AgreedScope scope;
    // The latest word holds: an earlier, wider agreement is over.
    scope.agreement = *word;
    // One place for every way out: a clock that was set back revives no agreement.
    const QDate asked = std::max(on, m_records.latestDay());
    if (!scope.agreement || !scope.agreement->value.holdsOn(asked))
        return scope;
    auto categories = categoriesOf(scope.agreement->id);
    if (!categories)
        return categories.error();
    scope.categories = std::move(*categories);
    return scope;
}

Result<QList<Kept<Disclosure>>> Agreements::heldBy(Id<Person> person, Id<Agency> agency) const
{
    auto left = m_records.all<Disclosure>({.filters
        = {{u"person_id"_s, Filter::Comparison::Equals, person.value}, {u"agency_id"_s, Filter::Comparison::Equals, agency.value}},
        .orderBy = u"id"_s,
        .descending = true});
    if (left)
        left->removeIf([](const Kept<Disclosure> &one) { return !one.value.left || one.value.kind != DisclosureKind::Referral; });
    return left;
}

Result<AgreementWording> Agreements::wording() const
{
    const auto latest = m_records.all<AgreementWording>({.orderBy = u"id"_s, .descending = true, .limit = 1});
    if (!latest)
        return latest.error();
    if (!latest->isEmpty())
        return latest->first().value;
    return AgreementWording{0, QString::fromUtf8(kShippedWording), {}};
}

Result<Kept<AgreementWording>> Agreements::saveWording(const QString &text)
{
    const auto before = wording();
    if (!before)
        return before.error();
    return m_records.add(AgreementWording{before->versionNumber + 1, text, m_records.today()});
}

} // namespace keywork
