// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sharing/referrals.h"

#include "core/exchange/fhir_bundle.h"
#include "core/exchange/protected_pdf.h"
#include "core/services/care/doses_told.h"
#include "core/services/care/treatment_reading.h"
#include "core/services/house/passwords.h"
#include "core/services/records/records.h"
#include "core/services/sharing/referral_gathering.h"
#include "core/storage/database.h"
#include "core/storage/table.h"

#include <QDir>
#include <QFile>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

std::set<Category> notAgreed(const std::set<Category> &wanted, const std::set<Category> &agreed)
{
    std::set<Category> rest;
    for (const Category category : wanted)
        if (!agreed.contains(category))
            rest.insert(category);
    return rest;
}

} // namespace

Referrals::Referrals(Records &records, People &people, CarePlans &plans, Stages &stages, Forms &forms, Agreements &agreements,
    Disclosures &disclosures, QByteArray vaultId)
    : m_records(records)
    , m_people(people)
    , m_plans(plans)
    , m_stages(stages)
    , m_forms(forms)
    , m_agreements(agreements)
    , m_disclosures(disclosures)
    , m_vaultId(std::move(vaultId))
{
    m_records.addLookup(recordType<LawfulReason>(), [this](const Row &row, qint64 self) { return lawfulStays(row, self); });
}

Result<Violations> Referrals::lawfulStays(const Row &row, qint64 self) const
{
    if (self == 0)
        return Violations();
    const auto stored = Table(m_records.database(), recordType<LawfulReason>()).find(self); // whoever may write may not always read
    if (!stored)
        return stored.error();
    QStringList fixed{u"person_id"_s, u"agency_id"_s, u"ground"_s, u"because"_s, u"sections"_s};
    const QStringList ofReview{u"review"_s, u"reviewed_at"_s, u"reviewed_by"_s, u"review_note"_s};
    if (fromCode<LawfulReview>(stored->row.text(u"review"_s)) != LawfulReview::Waiting)
        fixed.append(ofReview);
    Violations violations;
    // Whichever way it is saved, nobody but a manager gives the manager's view.
    const bool isReview = std::any_of(
        ofReview.cbegin(), ofReview.cend(), [&](const QString &column) { return row.value(column) != stored->row.value(column); });
    if (isReview && !m_records.session().may(Act::Manage, Category::Identity))
        violations.append({u"review"_s, Rule::AnotherPerson, {}});
    for (const QString &column : std::as_const(fixed))
        if (row.value(column) != stored->row.value(column))
            violations.append({column, Rule::StaysAsItWas, {}});
    return violations;
}

Result<ReferralFacts> Referrals::facts(const ReferralWish &wish) const
{
    const Session &session = m_records.session();
    const bool mayAll = std::all_of(
        wish.sections.begin(), wish.sections.end(), [&session](Category category) { return session.may(Act::Share, category); });
    if (!mayAll || !session.may(Act::Share, Category::Identity))
        return Error{session.refusal(), {}, {}};
    if (Done open = m_records.checkOpen(wish.person.value); !open)
        return open.error(); // what they agreed to is not known here
    Referral asked;
    asked.personId = wish.person;
    asked.agencyId = wish.agency;
    asked.reason = wish.reason;
    asked.sections = codesOf(wish.sections);
    Violations violations = m_records.check(toRow(asked));
    if (!wish.sections.empty() && !wish.sections.contains(Category::Identity))
        violations.append({u"sections"_s, Rule::SaysNobody, {}});
    if (!violations.isEmpty())
        return invalid(violations);
    auto scope = m_agreements.scope(wish.person, wish.agency, m_records.today());
    if (!scope)
        return scope.error();
    // What they said last may stand in no file, or in another one: then no agreement on file is relied on.
    const Done stands = m_records.database().checkStands();
    if (!stands || m_agreements.hasUnsavedWord(wish.person)) {
        if (!wish.lawful)
            return stands ? notNow(NotNow::AgreementNotSaved) : stands.error();
        *scope = {};
    }
    const std::set<Category> outside = notAgreed(wish.sections, scope->categories);
    if (!outside.empty() && !wish.lawful)
        return Error{ErrorKind::NotAgreed, QString::fromLatin1(codeOf(*outside.begin())), {}};
    if (!outside.empty()) {
        LawfulReason reason = *wish.lawful;
        reason.personId = wish.person;
        reason.agencyId = wish.agency;
        reason.sections = codesOf(outside);
        if (const Violations missing = m_records.check(toRow(reason)); !missing.isEmpty())
            return invalid(missing);
    }
    return gathered(wish, *scope);
}

Result<ReferralFacts> Referrals::gathered(const ReferralWish &wish, const AgreedScope &scope) const
{
    const auto line = m_people.line(wish.person);
    const auto agency = m_records.one(wish.agency);
    const auto house = m_records.all<House>();
    if (!line)
        return line.error();
    if (!agency)
        return agency.error();
    if (!house || house->isEmpty())
        return Error{ErrorKind::Storage, u"house"_s, {}};
    const House &own = house->first().value;
    const Person &person = line->person.value;
    ReferralFacts facts;
    facts.vaultId = m_vaultId;
    facts.preparedAt = m_records.clock().local(m_records.clock().now());
    facts.hostel = {house->first().id.value, own.name, own.address, own.telephone, {}};
    facts.author = {m_records.session().staff().value, m_records.session().name(), {}, {}, {}};
    if (person.keyworkerId)
        facts.keyworker = Party{person.keyworkerId.value, line->keyworker, {}, {}, {}};
    facts.doses.drugServiceLine = own.drugServiceLine;
    facts.agency = {agency->id.value, agency->value.name, agency->value.address, agency->value.telephone, agency->value.email};
    facts.personId = wish.person.value;
    facts.personNumber = person.number;
    facts.person = person.displayName();
    facts.reason = wish.reason.trimmed();
    const std::set<Category> outside = notAgreed(wish.sections, scope.categories);
    if (outside.size() < wish.sections.size())
        facts.agreement = AgreementBasis{scope.agreement->id.value, scope.agreement->value.fromOn, *scope.agreement->value.untilOn};
    if (!outside.empty())
        facts.lawful = LawfulBasis{wish.lawful->ground, wish.lawful->because.trimmed()};
    auto sections = ReferralGathering(m_records, m_plans, m_stages, m_forms).sections(line->person, wish.sections, scope.categories);
    if (!sections)
        return sections.error();
    facts.sections = *sections;
    if (wish.sections.contains(Category::Treatment)) {
        const auto treatment = readTreatment(m_records, {wish.person.value}, m_records.today());
        if (!treatment)
            return treatment.error();
        facts.doses = dosesTold(treatment->value(wish.person.value), own.drugServiceLine, m_records.choices());
    }
    return facts;
}

Result<Kept<Referral>> Referrals::keepDraft(const ReferralWish &wish)
{
    Referral draft{{}, wish.person, wish.agency, wish.reason.trimmed(), codesOf(wish.sections), ReferralState::Draft, {}, wish.chaseOn};
    if (!wish.draft)
        return m_records.add(draft);
    auto before = m_records.one(wish.draft);
    if (!before)
        return before;
    // One that was sent meanwhile, or could not be, is over: this becomes a new one.
    if (before->value.state != ReferralState::Draft || before->value.personId != wish.person)
        return m_records.add(draft);
    draft.number = before->value.number;
    before->value = draft;
    return m_records.amend(*before);
}

Result<QList<OutgoingFile>> Referrals::filesOf(const PreparedReferral &prepared, const ReferralForm &form) const
{
    // No name of a person: a file's name is seen by everybody.
    const QString name = u"referral-"_s + prepared.facts.number;
    const QString dataName = name + u".fhir.json"_s;
    QList<OutgoingFile> files;
    if (form.plainPdf)
        files.append({name + u".pdf"_s, prepared.pdf});
    if (form.protectedPdf) {
        QStringList known = prepared.facts.person.split(u' ');
        known.append({prepared.facts.hostel.name, prepared.facts.agency.name});
        if (auto weak = passwordViolation(form.passphrase, known)) {
            weak->column = u"passphrase"_s;
            return invalid({*weak});
        }
        auto locked = protectedPdf(prepared.pdf, form.passphrase, {{dataName, kFhirMediaType, prepared.data}});
        if (!locked)
            return locked.error();
        files.append({name + u"-protected.pdf"_s, *locked});
    }
    if (form.data)
        files.append({dataName, prepared.data});
    if (files.isEmpty())
        return invalid({{u"form"_s, Rule::Required, {}}});
    return files;
}

Result<PreparedReferral> Referrals::prepare(const ReferralWish &wish, const DocumentRenderer &renderer)
{
    auto said = facts(wish);
    if (!said)
        return said.error();
    Kept<Referral> draft;
    // Where the house's own disk is full it waits with its number: what is looked at can still leave to another disk.
    const Done kept = m_records.togetherOrLater(Later::Sealed, [&]() -> Done {
        auto one = keepDraft(wish);
        if (one)
            draft = *one;
        return one ? Done() : Done(one.error());
    });
    if (!kept)
        return kept.error();
    PreparedReferral prepared{draft, wish, *said, {}, {}, {}};
    prepared.wish.draft = draft.id;
    prepared.facts.number = draft.value.number;
    prepared.facts.referralId = draft.id.value;
    prepared.data = fhirBundle(prepared.facts);
    prepared.fingerprint = shortFingerprint(prepared.data);
    prepared.pdf = renderer.referralPdf(prepared.facts, prepared.fingerprint);
    if (prepared.pdf.isEmpty())
        return Error{ErrorKind::Storage, u"renderer"_s, {}};
    return prepared;
}

Done Referrals::checkUnchanged(const PreparedReferral &prepared) const
{
    const auto now = facts(prepared.wish);
    if (!now)
        return now.error();
    return now->saysTheSameAs(prepared.facts) ? Done() : Done(Error{ErrorKind::Conflict, {}, {}});
}

Done Referrals::keepSent(const PreparedReferral &prepared, HandedOver &result, Disclosure &about)
{
    // Asked again inside the commit: an agreement may have been withdrawn while the pages were looked at.
    if (Done same = checkUnchanged(prepared); !same)
        return same;
    std::set<Category> outside;
    for (const SharedSection &section : prepared.facts.sections)
        if (!section.agreed)
            outside.insert(section.category);
    if (!outside.empty()) {
        LawfulReason reason = *prepared.wish.lawful;
        reason.personId = prepared.wish.person;
        reason.agencyId = prepared.wish.agency;
        reason.sections = codesOf(outside);
        reason.review = LawfulReview::Waiting;
        reason.reviewedAt.reset();
        reason.reviewedBy = {};
        reason.reviewNote.clear();
        auto kept = m_records.add(reason);
        if (!kept)
            return kept.error();
        about.lawfulId = kept->id;
        about.basis = DisclosureBasis::Lawful;
    }
    auto referral = m_records.one(prepared.referral.id);
    if (!referral)
        return referral.error();
    if (referral->value.state != ReferralState::Draft)
        return notNow(NotNow::ReferralSent);
    referral->value.state = ReferralState::Sent;
    referral->value.sentOn = m_records.today();
    referral->value.chaseOn = prepared.wish.chaseOn ? *prepared.wish.chaseOn : m_records.today().addDays(kChaseDays);
    auto sent = m_records.amend(*referral);
    if (!sent)
        return sent.error();
    result.referral = *sent;
    auto step
        = m_records.add(ReferralStep{sent->id, prepared.wish.person, ReferralState::Sent, m_records.today(), {}, {}, sent->value.chaseOn});
    return step ? Done() : Done(step.error());
}

Result<HandedOver> Referrals::handOver(const PreparedReferral &prepared, const ReferralForm &form, const QString &folder)
{
    if (!QDir(folder).exists())
        return Error{ErrorKind::NoFolder, {}, {}};
    const auto files = filesOf(prepared, form);
    if (!files)
        return files.error();
    HandedOver result;
    Exit exit;
    for (const OutgoingFile &file : *files)
        if (QFile::exists(QDir(folder).filePath(file.path))) // another house's, on the same stick
            return Error{ErrorKind::AlreadyExists, file.path, {}};
    for (const OutgoingFile &file : *files) {
        exit.files.append({QDir(folder).filePath(file.path), file.bytes});
        result.paths.append(exit.files.last().path);
    }
    exit.about.personId = prepared.wish.person;
    exit.about.kind = DisclosureKind::Referral;
    exit.about.recipient = prepared.facts.agency.name;
    exit.about.agencyId = prepared.wish.agency;
    exit.about.referralId = prepared.referral.id;
    if (prepared.facts.agreement)
        exit.about.agreementId = {prepared.facts.agreement->id};
    exit.about.sections = codesOf(prepared.facts.categories());
    exit.about.reason = prepared.facts.reason;
    exit.alsoKnownBy = {fileFingerprint(prepared.data), fileFingerprint(prepared.pdf)};
    exit.before = [&](Disclosure &about) { return keepSent(prepared, result, about); };
    exit.whenNothingLeft = [&](const Kept<Disclosure> &kept) -> Done {
        Kept<Referral> back = result.referral;
        back.value.state = ReferralState::NotSent;
        back.value.chaseOn.reset();
        if (auto saved = m_records.amend(back); !saved)
            return saved.error();
        const ReferralStep step{
            .referralId = back.id, .personId = back.value.personId, .state = ReferralState::NotSent, .onDay = m_records.today()};
        if (auto added = m_records.add(step); !added)
            return added.error();
        if (!kept.value.lawfulId)
            return {};
        const auto reason = m_records.one(kept.value.lawfulId);
        if (!reason)
            return reason.error();
        return m_records.takingBack([&] {
            return m_records.withdraw(
                recordType<LawfulReason>(), reason->id.value, reason->version, u"nothing left"_s, Records::ReasonOf::TheProgram);
        });
    };
    auto left = m_disclosures.leave(exit);
    if (!left)
        return left.error();
    result.disclosure = *left;
    return result;
}

Result<HandedOver> Referrals::send(
    const ReferralWish &wish, const ReferralForm &form, const DocumentRenderer &renderer, const QString &folder)
{
    if (!QDir(folder).exists())
        return Error{ErrorKind::NoFolder, {}, {}};
    std::optional<PreparedReferral> ready;
    // A draft that can't be made into files leaves no trace.
    Done done = m_records.togetherOrLater(Later::Sealed, [&]() -> Done {
        auto prepared = prepare(wish, renderer);
        if (!prepared)
            return prepared.error();
        ready = std::move(*prepared);
        const auto files = filesOf(*ready, form); // a passphrase that is refused
        return files ? Done() : Done(files.error());
    });
    if (!done)
        return done.error();
    return handOver(*ready, form, folder);
}

} // namespace keywork
