// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sharing/agreements.h"

#include "core/domain/assessment.h"
#include "core/domain/care_plan.h"
#include "core/domain/kinds.h"
#include "core/services/records/records.h"
#include "core/services/records/waiting.h"
#include "core/storage/table.h"

#include <QScopeGuard>
#include <algorithm>

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
    if (&type == &recordType<AssessmentAnswer>()) // each is of the category of its question
        return true;
    if (type.category == category)
        return true;
    return std::any_of(type.fields.cbegin(), type.fields.cend(),
        [&](const Field &field) { return type.shares(field) && type.categoryOf(field) == category; });
}

} // namespace

Agreements::Agreements(Records &records)
    : m_records(records)
{
    records.addLookup(recordType<SharingAgreement>(), [this](const Row &row, qint64 self) { return staysAsSaid(row, self); });
    records.addLookup(recordType<AgreementCategory>(), [this](const Row &row, qint64 self) { return categoryStays(row, self); });
    records.addOutcome(recordType<SharingAgreement>(), [this](const Row &row, bool isKept) {
        noteOutcome(row.value(u"person_id"_s).toLongLong(), row.value(u"agency_id"_s).toLongLong(), isKept);
    });
}

void Agreements::noteOutcome(qint64 person, qint64 agency, bool isKept)
{
    if (isKept)
        m_unsaved.remove({person, agency});
    else
        m_unsaved.insert({person, agency});
}

bool Agreements::hasUnsavedWord(Id<Person> person) const
{
    return std::any_of(m_unsaved.cbegin(), m_unsaved.cend(), [&](const auto &one) { return one.first == person.value; });
}

/// An agreement ends by being withdrawn; everything else that the resident says is a new one.
Result<Violations> Agreements::staysAsSaid(const Row &row, qint64 self) const
{
    Violations violations;
    if (self == 0)
        return violations;
    const auto stored = Table(m_records.database(), recordType<SharingAgreement>()).find(self); // whoever may write may not always read
    if (!stored)
        return stored.error();
    const QString withdrawn = QString::fromLatin1(codeOf(AgreementState::Withdrawn));
    QStringList free{u"form_kept_where"_s, u"ask_again_on"_s};
    if (row.text(u"state"_s) == withdrawn)
        free.append({u"state"_s, u"withdrawn_on"_s, u"withdrawn_reason"_s});
    for (const Field &field : row.type->fields) {
        const QString column = QString::fromLatin1(field.column);
        if (!free.contains(column) && row.value(column) != stored->row.value(column))
            violations.append({column, Rule::StaysAsItWas, {}});
    }
    return violations;
}

/// What an agreement covers is said together with it.
Result<Violations> Agreements::categoryStays(const Row &row, qint64 self) const
{
    if (self == 0)
        return row.value(u"agreement_id"_s).toLongLong() == m_recording.value && m_recording
            ? Violations()
            : Violations{{u"agreement_id"_s, Rule::StaysAsItWas, {}}};
    const auto stored = Table(m_records.database(), recordType<AgreementCategory>()).find(self); // whoever may write may not always read
    if (!stored)
        return stored.error();
    return stored->row == row ? Violations() : Violations{{u"category"_s, Rule::StaysAsItWas, {}}};
}

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
    const auto before = words(agreement.personId, agreement.agencyId);
    if (!before)
        return before.error();
    // An older paper that is typed in late does not undo what the resident said since, whatever was typed in after it.
    // Nor does a withdrawal that a clock set back put before the agreement that it ended.
    QDate lastWord;
    for (const Kept<SharingAgreement> &word : *before) {
        if (word.withdrawn && word.value.agrees())
            continue; // an agreement whose day was typed wrong is put right by a new one; a refusal counts, entered in error or not
        lastWord = std::max({lastWord, word.value.withdrawnOn.value_or(QDate()), word.value.fromOn});
    }
    if (agrees && lastWord.isValid() && agreement.fromOn < lastWord)
        violations.append({u"from_on"_s, Rule::LaterWordOnFile, lastWord.toString(Qt::ISODate)});
    if (agrees && categories.empty())
        violations.append({u"categories"_s, Rule::CategoriesNeeded, {}});
    if (!violations.isEmpty())
        return invalid(violations);
    std::optional<Kept<SharingAgreement>> kept;
    SharingAgreement said = agreement;
    const auto wordings = m_records.all<AgreementWording>();
    if (!wordings)
        return wordings.error();
    const bool isThatVersion = std::any_of(wordings->cbegin(), wordings->cend(), [&said](const Kept<AgreementWording> &version) {
        return version.value.versionNumber == said.wordingVersion && version.value.text.trimmed() == said.wording.trimmed();
    });
    if (!isThatVersion)
        said.wordingVersion.reset(); // typed for this one
    Done done = m_records.together([&]() -> Done {
        auto added = m_records.add(said);
        if (!added)
            return added.error();
        kept = *added;
        const auto leave = qScopeGuard([this] { m_recording = {}; });
        m_recording = added->id;
        if (agrees)
            for (const Category category : categories)
                if (auto row = m_records.add(AgreementCategory{added->id, agreement.personId, category}); !row)
                    return row.error();
        return {};
    });
    if (done || isForLater(done.error().kind)) // also where the commit failed that holds all of it
        noteOutcome(agreement.personId.value, agreement.agencyId.value, bool(done));
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

Result<QList<Kept<SharingAgreement>>> Agreements::words(Id<Person> person, Id<Agency> agency, int limit) const
{
    if (Done open = m_records.checkOpen(person.value); !open)
        return open.error();
    // With those entered in error: left out, a refusal that was marked so would put the agreement before it in force again.
    return m_records.all<SharingAgreement>({.filters
        = {{u"person_id"_s, Filter::Comparison::Equals, person.value}, {u"agency_id"_s, Filter::Comparison::Equals, agency.value}},
        .orderBy = u"id"_s,
        .descending = true,
        .withWithdrawn = true,
        .limit = limit});
}

Result<AgreedScope> Agreements::scope(Id<Person> person, Id<Agency> agency, QDate on) const
{
    auto word = words(person, agency);
    if (!word)
        return word.error();
    AgreedScope scope;
    // The latest word holds: an earlier, wider agreement is over.
    if (!word->isEmpty())
        scope.agreement = word->first();
    // One place for every way out: a clock that was set back revives no agreement.
    const QDate asked = std::max(on, m_records.latestDay());
    if (!scope.agreement || scope.agreement->withdrawn || !scope.agreement->value.holdsOn(asked))
        return scope;
    // Where two records became one, the word that was typed last need not be the last that was said.
    for (const Kept<SharingAgreement> &other : std::as_const(*word))
        if (!other.value.agrees() && other.value.withdrawnOn.value_or(other.value.fromOn) > scope.agreement->value.fromOn)
            return scope;
    auto categories = categoriesOf(scope.agreement->id);
    if (!categories)
        return categories.error();
    scope.categories = std::move(*categories);
    return scope;
}

Result<QList<Kept<Disclosure>>> Agreements::heldBy(Id<Person> person, Id<Agency> agency) const
{
    if (Done open = m_records.checkOpen(person.value); !open)
        return open.error();
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
