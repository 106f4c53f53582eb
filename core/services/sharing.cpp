// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sharing.h"

#include "core/domain/kinds.h"
#include "core/record/row_text.h"
#include "core/record/validation.h"

#include <QCryptographicHash>
#include <QDir>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString fingerprint(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QString codesOf(const std::set<Category> &categories)
{
    QStringList codes;
    for (const Category category : categories)
        codes.append(QString::fromLatin1(codeOf(category)));
    return codes.join(u',');
}

bool isShared(const Field &field) { return !field.kept && !field.keptInHouse && field.kind != Kind::Reference && field.kind != Kind::Data; }

/// Kinds with rules or documents of their own; the generic section leaves them to those.
bool hasOwnSection(const RecordType &type) { return type.place != Place::Resident; }

} // namespace

const std::vector<Category> &Sharing::offered()
{
    static const std::vector<Category> categories{Category::Identity, Category::Housing, Category::Health, Category::SubstanceUse,
        Category::Treatment, Category::BloodBorneViruses, Category::Risk, Category::Family, Category::CarePlan};
    return categories;
}

Result<Kept<SharingAgreement>> Sharing::record(const SharingAgreement &agreement, const std::set<Category> &categories)
{
    const bool agrees = agreement.agrees();
    Violations violations = m_records.check(toRow(agreement));
    if (agrees && categories.empty())
        violations.append({u"categories"_s, Rule::CategoriesNeeded, {}});
    if (!violations.isEmpty())
        return invalid(violations);
    std::optional<Kept<SharingAgreement>> kept;
    Done done = m_records.together([&]() -> Done {
        auto added = m_records.add(agreement);
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

Done Sharing::withdraw(const Kept<SharingAgreement> &agreement, const QString &reason)
{
    Kept<SharingAgreement> withdrawn = agreement;
    withdrawn.value.state = AgreementState::Withdrawn;
    withdrawn.value.withdrawnOn = m_records.today();
    withdrawn.value.withdrawnReason = reason;
    auto amended = m_records.amend(withdrawn);
    return amended ? Done() : Done(amended.error());
}

Result<AgreedScope> Sharing::scope(Id<Person> person, Id<Agency> agency, QDate on) const
{
    auto agreements = m_records.all<SharingAgreement>({.filters
        = {{u"person_id"_s, Filter::Comparison::Equals, person.value}, {u"agency_id"_s, Filter::Comparison::Equals, agency.value}},
        .orderBy = u"id"_s,
        .descending = true,
        .limit = 1});
    if (!agreements)
        return agreements.error();
    AgreedScope scope;
    if (agreements->isEmpty())
        return scope;
    // The latest word holds: an earlier, wider agreement is over.
    scope.agreement = agreements->first();
    const SharingAgreement &held = scope.agreement->value;
    if (!held.agrees() || held.fromOn > on || !held.untilOn || *held.untilOn < on)
        return scope;
    const auto categories = m_records.of<AgreementCategory>("agreement_id", scope.agreement->id);
    if (!categories)
        return categories.error();
    for (const Kept<AgreementCategory> &row : *categories)
        scope.categories.insert(row.value.category);
    return scope;
}

Done Sharing::addPersonFields(const Kept<Person> &person, ReferralSection &section) const
{
    const RecordType &type = recordType<Person>();
    const Row row = toRow(person.value);
    for (const Field &field : type.fields) {
        if (!isShared(field) || type.categoryOf(field) != section.category || isBlank(row.value(QString::fromLatin1(field.column))))
            continue;
        section.lines.append({QString::fromUtf8(field.label), plainText(row, field, m_records.choices())});
    }
    return {};
}

Done Sharing::addRecords(const Kept<Person> &person, ReferralSection &section) const
{
    for (const RecordType *type : allKinds()) {
        if (type->category != section.category || !type->isAboutPerson() || hasOwnSection(*type))
            continue;
        const auto rows = m_records.list(*type, {.filters = {{u"person_id"_s, Filter::Comparison::Equals, person.id.value}}});
        if (!rows)
            return rows.error();
        for (const KeptRow &kept : *rows) {
            QStringList parts;
            for (const Field &field : type->fields)
                if (isShared(field) && field.listed && field.kind != Kind::Boolean
                    && !isBlank(kept.row.value(QString::fromLatin1(field.column))))
                    parts.append(plainText(kept.row, field, m_records.choices()));
            section.lines.append({QString::fromUtf8(type->title), parts.join(u" · "_s)});
        }
    }
    return {};
}

Done Sharing::addStages(const Kept<Person> &person, ReferralSection &section) const
{
    const auto entries = m_stages.entries(person.id);
    if (!entries)
        return entries.error();
    section.columns = {QString::fromUtf8(recordType<StageEntry>().fieldNamed(u"from_on"_s)->label),
        QString::fromUtf8(recordType<StageEntry>().fieldNamed(u"stage"_s)->label),
        QString::fromUtf8(recordType<StageEntry>().fieldNamed(u"housing"_s)->label)};
    for (const Kept<StageEntry> &entry : holdingEntries(*entries))
        section.rows.append({entry.value.fromOn.toString(Qt::ISODate), QString::fromUtf8(labelOf(entry.value.stage)),
            QString::fromUtf8(labelOf(entry.value.housing))});
    return {};
}

Done Sharing::addPlan(const Kept<Person> &person, ReferralSection &section) const
{
    const auto versions = m_records.all<CarePlanVersion>(
        {.filters = {{u"person_id"_s, Filter::Comparison::Equals, person.id.value}, {u"state"_s, Filter::Comparison::Equals, u"issued"_s}},
            .orderBy = u"version_number"_s,
            .descending = true,
            .limit = 1});
    if (!versions)
        return versions.error();
    if (versions->isEmpty()) {
        section.note = u"no_issued_plan"_s;
        return {};
    }
    const auto snapshot = m_plans.snapshotOf(versions->first().id);
    if (!snapshot)
        return snapshot.error();
    section.lines.append({QString::fromUtf8(recordType<CarePlanVersion>().title),
        u"%1 · %2 · %3"_s.arg(snapshot->planNumber, QString::number(snapshot->version), versions->first().value.fingerprint)});
    section.columns = {QString::fromUtf8(recordType<Goal>().fieldNamed(u"area"_s)->label), QString::fromUtf8(recordType<Goal>().title),
        QString::fromUtf8(recordType<Step>().titleMany)};
    for (const PlanSnapshot::AreaPart &part : snapshot->areas)
        for (const PlanSnapshot::Goal &goal : part.goals) {
            QStringList steps;
            for (const PlanSnapshot::Step &step : goal.steps)
                steps.append(step.what);
            section.rows.append({m_records.choices().label(u"care_plan_area"_s, part.area), goal.statement, steps.join(u"; "_s)});
        }
    return {};
}

Result<QList<ReferralSection>> Sharing::sectionsOf(const Kept<Person> &person, const std::set<Category> &wanted) const
{
    QList<ReferralSection> sections;
    for (const Category category : offered()) {
        if (!wanted.contains(category))
            continue;
        ReferralSection section;
        section.category = category;
        Done done = addPersonFields(person, section);
        if (done)
            done = addRecords(person, section);
        if (done && category == Category::CarePlan)
            done = addPlan(person, section);
        if (done && category == Category::SubstanceUse)
            done = addStages(person, section);
        if (!done)
            return done.error();
        if (category == Category::Treatment && !section.lines.isEmpty())
            section.note = u"confirm_dose"_s;
        sections.append(section);
    }
    return sections;
}

Result<ReferralContent> Sharing::content(
    Id<Person> id, Id<Agency> agencyId, const QString &reason, const std::set<Category> &sections) const
{
    if (!m_records.session().may(Act::Share, Category::Identity))
        return Error{m_records.session().refusal(), {}, {}};
    Referral asked;
    asked.personId = id;
    asked.agencyId = agencyId;
    asked.reason = reason;
    asked.sections = codesOf(sections);
    if (const Violations violations = m_records.check(toRow(asked)); !violations.isEmpty())
        return invalid(violations);
    const auto agreed = scope(id, agencyId, m_records.today());
    if (!agreed)
        return agreed.error();
    for (const Category category : sections)
        if (!agreed->categories.contains(category))
            return Error{ErrorKind::NotAgreed, QString::fromLatin1(codeOf(category)), {}};
    const auto person = m_records.one(id);
    if (!person)
        return person.error();
    const auto agency = m_records.one(agencyId);
    if (!agency)
        return agency.error();
    const auto house = m_records.all<House>();
    if (!house || house->isEmpty())
        return Error{ErrorKind::Storage, u"house"_s, {}};
    ReferralContent content;
    content.hostel = house->first().value.name;
    content.hostelAddress = house->first().value.address;
    content.hostelTelephone = house->first().value.telephone;
    content.agency = agency->value.name;
    content.person = person->value.displayName();
    content.preparedBy = m_records.session().name();
    content.preparedOn = m_records.today();
    content.reason = reason.trimmed();
    content.basis = agreed->agreement->value.fromOn.toString(Qt::ISODate) + u'|' + agreed->agreement->value.untilOn->toString(Qt::ISODate);
    if (sections.contains(Category::Identity)) {
        content.pronouns = m_records.choices().label(u"pronouns"_s, person->value.pronouns.code);
        content.born = person->value.bornOn ? person->value.bornOn->text() : QString();
    }
    auto parts = sectionsOf(*person, sections);
    if (!parts)
        return parts.error();
    content.sections = *parts;
    return content;
}

Result<HandedOver> Sharing::handOver(Id<Person> person, Id<Agency> agency, const QString &reason, const std::set<Category> &sections,
    const DocumentRenderer &renderer, const QString &folder)
{
    if (!QDir(folder).exists())
        return Error{ErrorKind::NotFound, u"folder"_s, {}};
    HandedOver result;
    Done kept = m_records.together([&]() -> Done {
        auto document = content(person, agency, reason, sections);
        if (!document)
            return document.error();
        auto referral = m_records.add(Referral{{}, person, agency, reason, codesOf(sections), ReferralState::Sent, m_records.today()});
        if (!referral)
            return referral.error();
        document->number = referral->value.number;
        result.bytes = renderer.referralPdf(*document);
        if (result.bytes.isEmpty())
            return Error{ErrorKind::Storage, u"renderer"_s, {}};
        const auto agreed = scope(person, agency, m_records.today());
        if (!agreed || !agreed->agreement)
            return Error{ErrorKind::NotAgreed, {}, {}};
        Disclosure disclosure{person, DisclosureKind::Referral, document->agency, agency, referral->id, agreed->agreement->id,
            DisclosureBasis::Agreement, codesOf(sections), reason, fingerprint(result.bytes), true};
        auto left = m_records.add(disclosure);
        if (!left)
            return left.error();
        result.referral = *referral;
        result.disclosure = *left;
        return {};
    });
    if (!kept)
        return kept.error();
    const QString path = QDir(folder).filePath(u"referral-"_s + result.referral.value.number + u".pdf"_s);
    if (Done written = writeDurably(path, result.bytes); !written) {
        Done amended = m_records.together([&]() -> Done {
            Kept<Referral> back = result.referral;
            back.value.state = ReferralState::NotSent;
            auto saved = m_records.amend(back);
            return saved ? didNotLeave(result.disclosure) : Done(saved.error());
        });
        return amended ? written.error() : amended.error();
    }
    return result;
}

Result<Kept<Disclosure>> Sharing::notePrint(
    Id<Person> person, DisclosureKind kind, const QString &recipient, const QByteArray &bytes, const QString &sections)
{
    std::optional<Kept<Disclosure>> kept;
    Done done = m_records.together([&]() -> Done {
        Disclosure disclosure;
        disclosure.personId = person;
        disclosure.kind = kind;
        disclosure.recipient = recipient;
        disclosure.basis = DisclosureBasis::OwnCopy;
        disclosure.sections = sections;
        disclosure.fileFingerprint = fingerprint(bytes);
        auto added = m_records.add(disclosure);
        if (!added)
            return added.error();
        kept = *added;
        return m_records.note("printed", u"person"_s, person.value, person.value, {{u"what"_s, QString::fromLatin1(codeOf(kind))}});
    });
    if (!done)
        return done.error();
    return *kept;
}

Done Sharing::didNotLeave(const Kept<Disclosure> &disclosure)
{
    Kept<Disclosure> amended = disclosure;
    amended.value.left = false;
    auto saved = m_records.amend(amended);
    return saved ? Done() : Done(saved.error());
}

} // namespace keywork
