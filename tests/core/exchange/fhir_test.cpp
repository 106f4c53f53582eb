// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/appointment.h"
#include "core/domain/risk.h"
#include "core/exchange/fhir_bundle.h"
#include "core/exchange/fhir_rules.h"
#include "core/exchange/incoming_referral.h"
#include "core/exchange/protected_pdf.h"
#include "tests/support/full_referral.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <map>

namespace keywork::test::fhir_test {

using namespace Qt::StringLiterals;

namespace {

QJsonObject parsed(const QByteArray &data) { return QJsonDocument::fromJson(data).object(); }

/// The first resource of a kind.
QJsonObject resource(const QJsonObject &bundle, const QString &type)
{
    for (const QJsonValue &entry : bundle.value(u"entry"_s).toArray())
        if (const QJsonObject found = entry.toObject().value(u"resource"_s).toObject(); found.value(u"resourceType"_s) == type)
            return found;
    return {};
}

/// The bundle with its first resource of a kind changed.
QJsonObject with(const QJsonObject &bundle, const QString &type, const std::function<void(QJsonObject &)> &change)
{
    QJsonObject changed = bundle;
    QJsonArray entries = bundle.value(u"entry"_s).toArray();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        QJsonObject entry = entries.at(i).toObject();
        QJsonObject body = entry.value(u"resource"_s).toObject();
        if (body.value(u"resourceType"_s) != type)
            continue;
        change(body);
        entry.insert(u"resource"_s, body);
        entries.replace(i, entry);
        break;
    }
    changed.insert(u"entry"_s, entries);
    return changed;
}

QJsonObject set(const QJsonObject &bundle, const QString &type, const QString &name, const QJsonValue &value)
{
    return with(bundle, type, [&](QJsonObject &body) { body.insert(name, value); });
}

QJsonObject without(const QJsonObject &bundle, const QString &type, const QString &name)
{
    return with(bundle, type, [&](QJsonObject &body) { body.remove(name); });
}

QJsonObject withEntries(const QJsonObject &bundle, const std::function<void(QJsonArray &)> &change)
{
    QJsonObject changed = bundle;
    QJsonArray entries = bundle.value(u"entry"_s).toArray();
    change(entries);
    changed.insert(u"entry"_s, entries);
    return changed;
}

QJsonObject withDiv(const QJsonObject &bundle, const QString &div)
{
    return with(bundle, u"Composition"_s, [&](QJsonObject &body) {
        QJsonArray sections = body.value(u"section"_s).toArray();
        QJsonObject section = sections.at(0).toObject();
        section.insert(u"text"_s, QJsonObject{{u"status"_s, u"generated"_s}, {u"div"_s, div}});
        sections.replace(0, section);
        body.insert(u"section"_s, sections);
    });
}

const QString kOpen = u"<div xmlns=\"http://www.w3.org/1999/xhtml\">"_s;

} // namespace

TEST_CASE("A referral with everything in it is a good document")
{
    FullReferral full;
    const QJsonObject bundle = parsed(full.data());
    const QStringList problems = fhir::documentProblems(bundle);
    INFO(problems.join(u'\n').toStdString());
    CHECK(problems.isEmpty());
    for (const QString &type : {u"Composition"_s, u"Patient"_s, u"Practitioner"_s, u"Organization"_s, u"ServiceRequest"_s, u"Consent"_s,
             u"EpisodeOfCare"_s, u"Observation"_s, u"Flag"_s, u"MedicationStatement"_s, u"CarePlan"_s, u"Goal"_s, u"Appointment"_s,
             u"QuestionnaireResponse"_s}) {
        INFO(type.toStdString());
        CHECK_FALSE(resource(bundle, type).isEmpty());
    }
    CHECK(bundle.value(u"timestamp"_s) == u"2026-09-14T09:42:00+01:00"_s);
    CHECK(resource(bundle, u"Patient"_s).value(u"birthDate"_s) == u"1981-02"_s);
    const QString dose
        = resource(bundle, u"MedicationStatement"_s).value(u"dosage"_s).toArray().at(0).toObject().value(u"text"_s).toString();
    CHECK(dose.contains(u"Methadone 35 mg (35 ml of 1 mg/ml)"));
    CHECK(dose.contains(u"Confirm with the prescriber before giving"));
    CHECK(dose.contains(u"020 7946 0100"));
    CHECK(resource(bundle, u"Goal"_s).value(u"expressedBy"_s).toObject() == resource(bundle, u"Goal"_s).value(u"subject"_s).toObject());
}

TEST_CASE("A question without an answer leaves with why, in its own category alone, and never as an answer")
{
    FullReferral full;
    Services &services = full.hostel.services();
    auto ben = need(services.records.one(full.ben.id));
    ben.value.notSaid.reasons = {{u"allergies_known"_s, NotSaidReason::PrefersNot}, {u"disabilities"_s, NotSaidReason::DoesNotKnow},
        {u"email"_s, NotSaidReason::NotAsked}, {u"nationality"_s, NotSaidReason::PrefersNot}};
    need(services.records.amend(ben));
    const auto prepared = [&](const std::set<Category> &wanted) {
        const auto made = need(services.referrals.prepare(wishFor(full.ben.id, full.agency.id, wanted, u"x y z"_s), PdfStandIn()));
        CHECK(fhir::documentProblems(parsed(made.data)).isEmpty());
        CHECK(bool(readReferral(made.data)));
        return parsed(made.data);
    };
    const auto whyNot = [](const QJsonObject &bundle, const QString &code) {
        QStringList reasons;
        for (const QJsonValue &entry : bundle.value(u"entry"_s).toArray()) {
            const QJsonObject body = entry.toObject().value(u"resource"_s).toObject();
            const auto codeIn = [&body](const QString &element) {
                return body.value(element).toObject().value(u"coding"_s).toArray().at(0).toObject().value(u"code"_s).toString();
            };
            if (body.value(u"resourceType"_s) != u"Observation"_s || codeIn(u"code"_s) != code)
                continue;
            CHECK_FALSE(body.contains(u"valueString"_s));
            reasons.append(codeIn(u"dataAbsentReason"_s));
        }
        return reasons;
    };
    const QJsonObject all = prepared({Agreements::offered().begin(), Agreements::offered().end()});
    CHECK(whyNot(all, u"person.allergies_known"_s) == QStringList{u"asked-declined"_s});
    CHECK(whyNot(all, u"person.disabilities"_s) == QStringList{u"asked-unknown"_s});
    CHECK(whyNot(all, u"person.email"_s) == QStringList{u"not-asked"_s});
    CHECK(whyNot(all, u"person.nationality"_s).isEmpty());
    CHECK(QString::fromUtf8(QJsonDocument(all).toJson()).contains(u"Prefers not to say"_s)); // in the words for people, too
    const QJsonObject identity = prepared({Category::Identity});
    CHECK(whyNot(identity, u"person.email"_s) == QStringList{u"not-asked"_s});
    CHECK(whyNot(identity, u"person.disabilities"_s).isEmpty());
    CHECK_FALSE(QString::fromUtf8(QJsonDocument(identity).toJson()).contains(u"Prefers not to say"_s));
}

TEST_CASE("A risk leaves as a RiskAssessment: what may happen, likelihood and impact in words, what is done about it")
{
    FullReferral full;
    Records &records = full.hostel.services().records;
    Risk risk;
    risk.personId = full.ben.id;
    risk.kind = {u"fire"_s};
    risk.whatMayHappen = u"Falls asleep smoking"_s;
    risk.triggers = u"Nights after bad news"_s;
    risk.plan = u"Sits outside with us"_s;
    risk.likelihood = 2;
    risk.impact = 5;
    risk.reviewedOn = QDate(2026, 9, 14);
    risk.reviewOn = QDate(2026, 10, 14);
    need(records.add(risk));
    OverdoseLevel level;
    level.personId = full.ben.id;
    level.level = OverdoseLevelKind::High;
    level.reason = u"Two facts that count alone"_s;
    level.checks = u"Every two hours at night"_s;
    level.reviewOn = QDate(2026, 9, 20);
    need(records.add(level));
    const auto prepared = need(full.hostel.services().referrals.prepare(full.prepared.wish, PdfStandIn()));
    const QJsonObject bundle = parsed(prepared.data);
    const QStringList problems = fhir::documentProblems(bundle);
    INFO(problems.join(u'\n').toStdString());
    CHECK(problems.isEmpty());
    QHash<QString, QJsonObject> byOutcome;
    for (const QJsonValue &entry : bundle.value(u"entry"_s).toArray()) {
        const QJsonObject body = entry.toObject().value(u"resource"_s).toObject();
        const QJsonObject prediction = body.value(u"prediction"_s).toArray().at(0).toObject();
        if (body.value(u"resourceType"_s) == u"RiskAssessment"_s)
            byOutcome.insert(prediction.value(u"outcome"_s).toObject().value(u"text"_s).toString(), body);
        CHECK_FALSE(QJsonDocument(body).toJson().contains("10 of 25")); // never the product alone
    }
    const auto judged = [&](const QString &outcome) {
        return byOutcome.value(outcome)
            .value(u"prediction"_s)
            .toArray()
            .at(0)
            .toObject()
            .value(u"qualitativeRisk"_s)
            .toObject()
            .value(u"text"_s)
            .toString();
    };
    REQUIRE(byOutcome.size() == 2);
    const QJsonObject fire = byOutcome.value(u"Falls asleep smoking"_s);
    CHECK(judged(u"Falls asleep smoking"_s) == u"Likelihood 2 of 5, impact 5 of 5");
    CHECK(fire.value(u"mitigation"_s) == u"Sits outside with us"_s);
    CHECK(fire.value(u"occurrenceDateTime"_s) == u"2026-09-14"_s);
    CHECK(fire.value(u"note"_s).toArray().at(0).toObject().value(u"text"_s).toString().endsWith(u"Nights after bad news"_s));
    CHECK(judged(u"Overdose"_s) == QString::fromUtf8(labelOf(OverdoseLevelKind::High)));
    CHECK(byOutcome.value(u"Overdose"_s).value(u"mitigation"_s) == u"Every two hours at night"_s);
    CHECK_FALSE(byOutcome.value(u"Overdose"_s).contains(u"occurrenceDateTime"_s));
}

TEST_CASE("An assessment leaves as answers under our own address, in the sections of its form, one resource for each category")
{
    FullReferral full;
    const QJsonObject bundle = parsed(full.data());
    QStringList answers;
    int responses = 0;
    for (const QJsonValue &entry : bundle.value(u"entry"_s).toArray()) {
        const QJsonObject body = entry.toObject().value(u"resource"_s).toObject();
        if (body.value(u"resourceType"_s) != u"QuestionnaireResponse"_s)
            continue;
        ++responses;
        CHECK(body.value(u"questionnaire"_s) == u"https://keywork.example/fhir/Questionnaire/full-assessment|1"_s);
        CHECK(body.value(u"status"_s) == u"completed"_s);
        for (const QJsonValue &section : body.value(u"item"_s).toArray())
            for (const QJsonValue &question : section.toObject().value(u"item"_s).toArray()) {
                const QJsonObject one = question.toObject();
                CHECK(one.value(u"answer"_s).toArray().size() == 1);
                answers.append(one.value(u"linkId"_s).toString() + u"="_s
                    + one.value(u"answer"_s).toArray().at(0).toObject().value(u"valueString"_s).toString());
            }
    }
    CHECK(responses == 7); // housing, health, substance use, risk, money, early life, care plan
    CHECK(answers.contains(u"housing_history=Sofa · friends · 2 weeks · he moved"_s));
    CHECK(answers.contains(u"uses_main=Heroin"_s));
    CHECK(answers.contains(u"early_home=With my gran"_s)); // everything was agreed, this as well
    CHECK(answers.contains(u"want_first=Sleep <in a bed>"_s));
    // And each section tells them in words.
    const QString told = QString::fromUtf8(full.data());
    CHECK(told.contains(u"Sleep &lt;in a bed&gt;"_s));
    CHECK(fhir::documentProblems(set(bundle, u"QuestionnaireResponse"_s, u"status"_s, u"in-progress"_s)).size() == 1);
    CHECK(fhir::documentProblems(without(bundle, u"QuestionnaireResponse"_s, u"item"_s)).size() == 1);
}

TEST_CASE("An appointment leaves with its moments in UTC, what it is for, and the resident alone; all cancelled ones as cancelled")
{
    FullReferral full;
    const QJsonObject left = resource(parsed(full.data()), u"Appointment"_s);
    CHECK(left.value(u"status"_s) == u"fulfilled"_s);
    CHECK(left.value(u"start"_s) == u"2026-09-10T09:30:00Z"_s);
    CHECK(left.value(u"end"_s) == u"2026-09-10T10:15:00Z"_s);
    CHECK(left.value(u"description"_s) == u"First appointment & plan"_s);
    REQUIRE(left.value(u"participant"_s).toArray().size() == 1);
    CHECK(left.value(u"participant"_s).toArray().at(0).toObject().value(u"status"_s) == u"accepted"_s);
    const std::map<AppointmentOutcome, QString> wanted{{AppointmentOutcome::Booked, u"booked"_s},
        {AppointmentOutcome::Kept, u"fulfilled"_s}, {AppointmentOutcome::Late, u"fulfilled"_s}, {AppointmentOutcome::Missed, u"noshow"_s},
        {AppointmentOutcome::CancelledByThem, u"cancelled"_s}, {AppointmentOutcome::CancelledByAgency, u"cancelled"_s},
        {AppointmentOutcome::CancelledByHouse, u"cancelled"_s}};
    for (const auto &[outcome, status] : wanted) {
        ReferralFacts facts = full.prepared.facts;
        for (SharedSection &section : facts.sections)
            for (SharedRecord &record : section.records)
                for (SharedValue &value : record.values)
                    if (qstrcmp(value.field->column, "outcome") == 0)
                        value.value = QString::fromLatin1(codeOf(outcome));
        const QJsonObject bundle = parsed(fhirBundle(facts));
        CHECK(fhir::documentProblems(bundle).isEmpty());
        CHECK(resource(bundle, u"Appointment"_s).value(u"status"_s) == status);
    }
}

TEST_CASE("The same facts give the same bytes, and another house other identifiers")
{
    FullReferral full;
    CHECK(fhirBundle(full.prepared.facts) == full.data());
    ReferralFacts elsewhere = full.prepared.facts;
    elsewhere.vaultId = QByteArray(16, 'x');
    CHECK_FALSE(fhirBundle(elsewhere).contains(resource(parsed(full.data()), u"Patient"_s).value(u"id"_s).toString().toLatin1()));
}

TEST_CASE("A document broken in one place is refused")
{
    FullReferral full;
    const QJsonObject good = parsed(full.data());
    const auto text = [](const char *words) { return QJsonValue(QString::fromLatin1(words)); };
    QJsonObject noType = good;
    noType.insert(u"type"_s, u"collection"_s);
    QJsonObject noIdentifier = good;
    noIdentifier.remove(u"identifier"_s);
    QJsonObject noTime = good;
    noTime.remove(u"timestamp"_s);
    QJsonObject noZone = good;
    noZone.insert(u"timestamp"_s, u"2026-09-14T09:42:00"_s);
    QJsonObject extra = good;
    extra.insert(u"total"_s, 3);
    QJsonObject empty = good;
    empty.insert(u"entry"_s, QJsonArray());
    const QJsonObject patient = resource(good, u"Patient"_s);
    const std::vector<std::pair<const char *, QJsonObject>> broken{
        {"another type of bundle", noType},
        {"no identifier", noIdentifier},
        {"no timestamp", noTime},
        {"a timestamp without zone", noZone},
        {"an element that is not known", extra},
        {"no entries", empty},
        {"an empty object", QJsonObject()},
        {"another kind of document", QJsonObject{{u"resourceType"_s, u"Patient"_s}}},
        {"does not begin with the Composition", withEntries(good, [](QJsonArray &all) { all.append(all.takeAt(0)); })},
        {"an entry twice", withEntries(good, [](QJsonArray &all) { all.append(all.last()); })},
        {"an entry missing that is referred to", withEntries(good, [](QJsonArray &all) { all.removeAt(1); })},
        {"an entry without address",
            withEntries(good,
                [](QJsonArray &all) {
                    QJsonObject entry = all.at(2).toObject();
                    entry.remove(u"fullUrl"_s);
                    all.replace(2, entry);
                })},
        {"an address that is no UUID",
            withEntries(good,
                [](QJsonArray &all) {
                    QJsonObject entry = all.at(2).toObject();
                    entry.insert(u"fullUrl"_s, u"http://example.org/2"_s);
                    all.replace(2, entry);
                })},
        {"a second person",
            withEntries(good,
                [&](QJsonArray &all) {
                    QJsonObject second = patient;
                    const QString id = u"11111111-2222-5333-8444-555555555555"_s;
                    second.insert(u"id"_s, id);
                    all.append(QJsonObject{{u"fullUrl"_s, u"urn:uuid:"_s + id}, {u"resource"_s, second}});
                })},
        {"something that nothing leads to",
            withEntries(good,
                [](QJsonArray &all) {
                    const QString id = u"11111111-2222-5333-8444-555555555555"_s;
                    all.append(QJsonObject{{u"fullUrl"_s, u"urn:uuid:"_s + id},
                        {u"resource"_s, QJsonObject{{u"resourceType"_s, u"Organization"_s}, {u"id"_s, id}, {u"name"_s, u"x"_s}}}});
                })},
        {"a kind of resource that does not belong", set(good, u"Organization"_s, u"resourceType"_s, text("Device"))},
        {"an identifier of a resource that is not its address", set(good, u"Patient"_s, u"id"_s, text("other"))},
        {"no status", without(good, u"Composition"_s, u"status"_s)},
        {"a status that does not exist", set(good, u"Composition"_s, u"status"_s, text("done"))},
        {"no type", without(good, u"Composition"_s, u"type"_s)},
        {"no subject", without(good, u"Composition"_s, u"subject"_s)},
        {"no author", without(good, u"Composition"_s, u"author"_s)},
        {"an author that is no list", set(good, u"Composition"_s, u"author"_s, resource(good, u"Composition"_s).value(u"custodian"_s))},
        {"no title", without(good, u"Composition"_s, u"title"_s)},
        {"an empty title", set(good, u"Composition"_s, u"title"_s, text(""))},
        {"a title that is a number", set(good, u"Composition"_s, u"title"_s, 7)},
        {"a title that is null", set(good, u"Composition"_s, u"title"_s, QJsonValue::Null)},
        {"another confidentiality", set(good, u"Composition"_s, u"confidentiality"_s, text("N"))},
        {"no sections", set(good, u"Composition"_s, u"section"_s, QJsonArray())},
        {"a subject that leads elsewhere",
            set(good, u"Composition"_s, u"subject"_s, resource(good, u"Composition"_s).value(u"custodian"_s))},
        {"a reference that leads nowhere",
            set(good, u"Composition"_s, u"custodian"_s, QJsonObject{{u"reference"_s, u"urn:uuid:11111111-2222-5333-8444-555555555555"_s}})},
        {"a reference to the outside",
            set(good, u"Composition"_s, u"custodian"_s, QJsonObject{{u"reference"_s, u"https://example.org/Organization/1"_s}})},
        {"a day that does not exist", set(good, u"Patient"_s, u"birthDate"_s, text("1981-02-30"))},
        {"a day with a time", set(good, u"Patient"_s, u"birthDate"_s, text("1981-02-03T10:00:00Z"))},
        {"a gender that is none of the codes", set(good, u"Patient"_s, u"gender"_s, text("woman"))},
        {"no name", without(good, u"Patient"_s, u"name"_s)},
        {"a telephone as text", set(good, u"Patient"_s, u"telecom"_s, text("020"))},
        {"consent without policy", without(good, u"Consent"_s, u"policyRule"_s)},
        {"consent withdrawn", set(good, u"Consent"_s, u"status"_s, text("inactive"))},
        {"consent without scope", without(good, u"Consent"_s, u"scope"_s)},
        {"consent without whom",
            with(good, u"Consent"_s,
                [](QJsonObject &body) {
                    QJsonObject provision = body.value(u"provision"_s).toObject();
                    provision.remove(u"actor"_s);
                    body.insert(u"provision"_s, provision);
                })},
        {"a request without intent", without(good, u"ServiceRequest"_s, u"intent"_s)},
        {"a request for nobody", without(good, u"ServiceRequest"_s, u"performer"_s)},
        {"an observation without code", without(good, u"Observation"_s, u"code"_s)},
        {"an observation without value", without(good, u"Observation"_s, u"valueString"_s)},
        {"an observation with two values", set(good, u"Observation"_s, u"valueCodeableConcept"_s, QJsonObject{{u"text"_s, u"x"_s}})},
        {"an observation with a value and why there is none",
            set(good, u"Observation"_s, u"dataAbsentReason"_s, QJsonObject{{u"text"_s, u"x"_s}})},
        {"a medicine without its dose", without(good, u"MedicationStatement"_s, u"dosage"_s)},
        {"a plan without status", without(good, u"CarePlan"_s, u"status"_s)},
        {"a step with detail and reference",
            with(good, u"CarePlan"_s,
                [](QJsonObject &body) {
                    QJsonArray steps = body.value(u"activity"_s).toArray();
                    QJsonObject step = steps.at(0).toObject();
                    step.insert(u"reference"_s, body.value(u"subject"_s));
                    steps.replace(0, step);
                    body.insert(u"activity"_s, steps);
                })},
        {"a goal without its words", without(good, u"Goal"_s, u"description"_s)},
        {"a flag without code", without(good, u"Flag"_s, u"code"_s)},
        {"an appointment without its end", without(good, u"Appointment"_s, u"end"_s)},
        {"an appointment that ends before it starts", set(good, u"Appointment"_s, u"end"_s, text("2026-09-10T09:00:00Z"))},
        {"an appointment at a time without zone", set(good, u"Appointment"_s, u"start"_s, text("2026-09-10T09:30:00"))},
        {"an appointment that nobody goes to", without(good, u"Appointment"_s, u"participant"_s)},
        {"an appointment with a status that none of ours has", set(good, u"Appointment"_s, u"status"_s, text("arrived"))},
        {"an appointment of somebody else",
            set(good, u"Appointment"_s, u"participant"_s,
                QJsonArray{
                    QJsonObject{{u"actor"_s, resource(good, u"Composition"_s).value(u"custodian"_s)}, {u"status"_s, u"accepted"_s}}})},
        {"an empty period", set(good, u"Flag"_s, u"period"_s, QJsonObject())},
        {"a system that is no address",
            set(good, u"Flag"_s, u"code"_s,
                QJsonObject{{u"coding"_s, QJsonArray{QJsonObject{{u"system"_s, u"x"_s}, {u"code"_s, u"y"_s}}}}})},
        {"a narrative that is not well formed", withDiv(good, kOpen + u"<p>open</div>"_s)},
        {"a narrative outside its namespace", withDiv(good, u"<div><p>text</p></div>"_s)},
        {"a script in the narrative", withDiv(good, kOpen + u"<script>alert(1)</script></div>"_s)},
        {"a style in the narrative", withDiv(good, kOpen + u"<p style=\"display:none\">x</p></div>"_s)},
        {"a document type in the narrative", withDiv(good, u"<!DOCTYPE div [<!ENTITY a \"b\">]>"_s + kOpen + u"<p>&a;</p></div>"_s)},
        {"an empty narrative", withDiv(good, kOpen + u" </div>"_s)},
    };
    CHECK(broken.size() >= 40);
    for (const auto &[name, bundle] : broken) {
        INFO(name);
        CHECK(bundle != good);
        CHECK_FALSE(fhir::documentProblems(bundle).isEmpty());
        CHECK(kindOfError(readReferral(QJsonDocument(bundle).toJson())) == ErrorKind::Damaged);
    }
}

TEST_CASE("A referral of ours is read back, as a file or out of the protected PDF")
{
    FullReferral full;
    const IncomingReferral read = need(readReferral(full.data()));
    CHECK(read.personName() == u"Ben Barker");
    CHECK(read.born == u"1981-02");
    CHECK(read.fromWhom == u"Cairn Street Hostel");
    CHECK(read.preparedBy == kManager);
    CHECK(read.reference == u"Referral R-0001");
    CHECK(read.reason == full.prepared.facts.reason);
    QString all;
    for (const auto &[title, text] : read.sections)
        all += title + u'\n' + text + u'\n';
    CHECK(all.contains(u"COPD & asthma <mild>"));
    const QString phrase = u"tulip anvil morning ladder"_s;
    const QByteArray locked = need(protectedPdf(smallestPdf(), phrase, {{u"referral-R-0001.fhir.json"_s, kFhirMediaType, full.data()}}));
    CHECK(need(readReferral(locked, phrase)).document == full.data());
    CHECK(kindOfError(readReferral(locked)) == ErrorKind::WrongPassword);
    CHECK(kindOfError(readReferral(smallestPdf())) == ErrorKind::Damaged);
    CHECK(kindOfError(readReferral(QByteArray(kLargestReferral + 1, ' '))) == ErrorKind::Damaged);
    CHECK(kindOfError(readReferral("{}")) == ErrorKind::Damaged);
    // Cut anywhere, it is refused, never half read.
    for (qsizetype cut = 0; cut < full.data().size() - 2; cut += 211)
        CHECK(kindOfError(readReferral(full.data().left(cut))) == ErrorKind::Damaged);
}

} // namespace keywork::test::fhir_test
