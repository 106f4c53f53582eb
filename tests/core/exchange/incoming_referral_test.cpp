// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/fhir_bundle.h"
#include "core/exchange/json_keys.h"
#include "core/exchange/protected_pdf.h"
#include "core/record/row_text.h"
#include "core/services/records/drafts.h"
#include "core/services/records/records.h"
#include "core/services/sharing/referrals_in.h"
#include "tests/support/full_referral.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace keywork::test::incoming_referral_test {

using namespace Qt::StringLiterals;

namespace {

const QString kPhrase = u"tulip anvil morning ladder"_s;

/// The document with its person changed.
QByteArray with(const QByteArray &data, const std::function<void(QJsonObject &)> &change)
{
    QJsonObject bundle = QJsonDocument::fromJson(data).object();
    QJsonArray entries = bundle.value(u"entry"_s).toArray();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        QJsonObject entry = entries.at(i).toObject();
        QJsonObject body = entry.value(u"resource"_s).toObject();
        if (body.value(u"resourceType"_s) != u"Patient"_s)
            continue;
        change(body);
        entry.insert(u"resource"_s, body);
        entries.replace(i, entry);
    }
    bundle.insert(u"entry"_s, entries);
    return QJsonDocument(bundle).toJson();
}

QByteArray named(const QByteArray &data, const QJsonArray &names)
{
    return with(data, [&](QJsonObject &patient) { patient.insert(u"name"_s, names); });
}

QJsonObject text(const QString &name) { return {{u"text"_s, name}}; }

/// A house that is handed files.
struct Door {
    FullReferral full;

    ReferralsIn &referralsIn() { return full.hostel.services().referralsIn; }
    Records &records() { return full.hostel.services().records; }
    Result<IncomingReferral> open(const QByteArray &bytes, const QString &name = u"in.json"_s)
    {
        const QString path = full.hostel.folder.filePath(name);
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        REQUIRE(file.write(bytes) == bytes.size());
        file.close();
        return referralsIn().open(path, kPhrase);
    }
    /// What the form of their record begins with.
    Row started(const Kept<ReferralIn> &kept) { return referralsIn().startOf(kept); }
};

} // namespace

TEST_CASE("A person is read however another house writes the name")
{
    Door door;
    struct Case {
        QJsonArray names;
        const char *whole;
        const char *given;
        const char *family;
    };
    const std::vector<Case> cases{
        {{text(u"Grace Oduya"_s)}, "Grace Oduya", "Grace", "Oduya"},
        {{text(u"Cher"_s)}, "Cher", "Cher", ""},
        {{text(u"Mary Jane Smith"_s)}, "Mary Jane Smith", "Mary Jane", "Smith"},
        {{QJsonObject{{u"family"_s, u"Oduya"_s}, {u"given"_s, QJsonArray{u"Grace"_s}}}}, "Grace Oduya", "Grace", "Oduya"},
        {{QJsonObject{{u"use"_s, u"usual"_s}, {u"family"_s, u"van der Berg"_s}, {u"given"_s, QJsonArray{u"Anna"_s, u"Maria"_s}}}},
            "Anna Maria van der Berg", "Anna Maria", "van der Berg"},
        {{QJsonObject{{u"use"_s, u"official"_s}, {u"given"_s, QJsonArray{u"Ben"_s, u"Luke"_s}}}}, "Ben Luke", "Ben Luke", ""},
        {{QJsonObject{{u"use"_s, u"official"_s}, {u"family"_s, u"Barker"_s}}}, "Barker", "", "Barker"},
        {{QJsonObject{{u"use"_s, u"nickname"_s}, {u"text"_s, u"Benno"_s}}, text(u"Ben Barker"_s)}, "Ben Barker", "Ben", "Barker"},
        {{QJsonObject{{u"use"_s, u"old"_s}, {u"text"_s, u"Ben Baker"_s}},
             QJsonObject{{u"use"_s, u"official"_s}, {u"family"_s, u"Barker"_s}, {u"given"_s, QJsonArray{u"Ben"_s}}}},
            "Ben Barker", "Ben", "Barker"},
    };
    for (const Case &one : cases) {
        INFO(one.whole);
        const auto read = need(door.open(named(door.full.data(), one.names)));
        CHECK(read.personName() == QString::fromUtf8(one.whole));
        const auto kept = need(door.referralsIn().keep(read));
        const Row row = door.started(kept);
        CHECK(row.text(u"given_name"_s) == QString::fromUtf8(one.given));
        CHECK(row.text(u"family_name"_s) == QString::fromUtf8(one.family));
    }
}

TEST_CASE("A birth date is read as far as it is known, or not at all")
{
    FullReferral full;
    for (const QString &born : {u"1981-02-03"_s, u"1981-02"_s, u"1981"_s})
        CHECK(need(readReferral(with(full.data(), [&](QJsonObject &patient) { patient.insert(u"birthDate"_s, born); }))).born == born);
    CHECK(need(readReferral(with(full.data(), [](QJsonObject &patient) { patient.remove(u"birthDate"_s); }))).born.isEmpty());
}

TEST_CASE("What the data alone says of a person is shown, a telephone number once")
{
    Door door;
    const auto changed = with(door.full.data(), [](QJsonObject &patient) {
        const auto contact = [](const QString &system, const QString &value) {
            return QJsonObject{{u"system"_s, system}, {u"value"_s, value}};
        };
        patient.insert(u"telecom"_s,
            QJsonArray{contact(u"phone"_s, u"07700 900456"_s), contact(u"phone"_s, u"07700-900 456"_s),
                contact(u"phone"_s, u"07700900789"_s), contact(u"email"_s, u"grace@example.org"_s),
                contact(u"email"_s, u"Grace@example.org"_s)});
        patient.insert(u"name"_s, QJsonArray{text(u"Grace Oduya"_s), QJsonObject{{u"use"_s, u"nickname"_s}, {u"text"_s, u"Gee"_s}}});
    });
    const auto read = need(door.open(changed));
    CHECK(read.telephones == QStringList{u"07700 900456"_s, u"07700900789"_s});
    CHECK(read.emails == QStringList{u"grace@example.org"_s});
    CHECK(read.otherNames == QStringList{u"Gee"_s});
    const auto kept = need(door.referralsIn().keep(read));
    for (const QString &shown : {u"07700 900456"_s, u"07700900789"_s, u"grace@example.org"_s, u"Gee"_s})
        CHECK(kept.value.content.count(shown) == 1);
    CHECK(door.started(kept).text(u"telephone"_s) == u"07700 900456"_s);
    // What the texts say already is not said a second time.
    const auto own = need(readReferral(door.full.data()));
    CHECK(own.telephones == QStringList{u"07700 900123"_s});
    CHECK(own.sections.first().first != QString::fromUtf8(recordType<Person>().title));
}

TEST_CASE("What another program wrote beside is told as not read, and whatever may change a meaning is refused")
{
    Door door;
    const auto changed = with(door.full.data(), [](QJsonObject &patient) {
        patient.insert(u"maritalStatus"_s, QJsonObject{{u"text"_s, u"Widowed"_s}});
        patient.insert(u"meta"_s, QJsonObject{{u"profile"_s, QJsonArray{u"https://example.org/profile"_s}}});
        patient.insert(u"managingOrganization"_s, QJsonObject{{u"reference"_s, u"urn:uuid:11111111-2222-5333-8444-555555555555"_s}});
        patient.insert(u"multipleBirthInteger"_s, 2);
        patient.insert(u"telecom"_s,
            QJsonArray{QJsonObject{{u"system"_s, u"phone"_s}, {u"value"_s, u"07700 900456"_s}, {u"use"_s, u"mobile"_s}, {u"rank"_s, 1}}});
        patient.insert(u"name"_s,
            QJsonArray{QJsonObject{{u"use"_s, u"official"_s}, {u"family"_s, u"Oduya"_s}, {u"given"_s, QJsonArray{u"Grace"_s}},
                {u"prefix"_s, QJsonArray{u"Dr"_s}},
                {u"extension"_s,
                    QJsonArray{QJsonObject{{u"url"_s, u"https://example.org/x"_s}, {u"valueString"_s, u"says it softly"_s}}}}}});
    });
    const auto read = need(door.open(changed));
    CHECK(read.personName() == u"Grace Oduya"_s);
    CHECK(read.telephones == QStringList{u"07700 900456"_s});
    REQUIRE(read.sections.last().first == u"Not read"_s);
    const QStringList lines = read.sections.last().second.split(u'\n');
    for (const QString &line : {u"not read: Patient.maritalStatus: Widowed"_s, u"not read: Patient.meta"_s,
             u"not read: Patient.managingOrganization"_s, u"not read: Patient.multipleBirthInteger: 2"_s,
             u"not read: Patient.telecom.use: mobile"_s, u"not read: Patient.telecom.rank: 1"_s, u"not read: Patient.name.prefix: Dr"_s,
             u"not read: Patient.name.extension: says it softly"_s}) {
        INFO(line.toStdString());
        CHECK(lines.contains(line));
    }
    CHECK(lines.size() == 8);
    const auto kept = need(door.referralsIn().keep(read));
    CHECK(kept.value.content.contains(u"not read: Patient.maritalStatus: Widowed"_s));
    CHECK(door.started(kept).text(u"family_name"_s) == u"Oduya"_s);
    // Ours says nothing of the kind.
    CHECK(need(readReferral(door.full.data())).sections.last().first != u"Not read"_s);

    const auto isRefused = [&](const QString &name, const QJsonValue &value) {
        INFO(name.toStdString());
        const auto refused = readReferral(with(door.full.data(), [&](QJsonObject &patient) { patient.insert(name, value); }));
        REQUIRE(kindOfError(refused) == ErrorKind::Damaged);
        CHECK(refused.error().detail.contains(name.left(40)));
    };
    isRefused(u"modifierExtension"_s, QJsonArray{QJsonObject{{u"url"_s, u"https://example.org/not"_s}, {u"valueBoolean"_s, true}}});
    isRefused(u"implicitRules"_s, u"https://example.org/rules"_s);
    isRefused(u"active"_s, false);
    isRefused(u"deceasedBoolean"_s, true);
    isRefused(u"link"_s, QJsonArray{QJsonObject{{u"type"_s, u"replaced-by"_s}}});
    isRefused(u"_birthDate"_s, QJsonObject{{u"extension"_s, QJsonArray()}});
    isRefused(u"madeUp"_s, 1);
    isRefused(u"telecom"_s,
        QJsonArray{QJsonObject{{u"system"_s, u"phone"_s}, {u"value"_s, u"07700 900456"_s}, {u"use"_s, u"old"_s}}}); // no longer theirs
}

TEST_CASE("One document is taken in once, from whatever file and however often somebody presses")
{
    Door door;
    const auto read = need(door.open(door.full.data()));
    const auto kept = need(door.referralsIn().keep(read));
    CHECK(kept.value.number == u"RI-0001");
    const auto again = door.referralsIn().keep(read);
    REQUIRE(kindOfError(again) == ErrorKind::AlreadyExists);
    CHECK(again.error().detail == u"RI-0001");
    const QByteArray spaced = QJsonDocument::fromJson(door.full.data()).toJson(QJsonDocument::Compact);
    REQUIRE(spaced != door.full.data());
    const QByteArray pdf = need(protectedPdf(smallestPdf(), kPhrase, {{u"referral-R-0001.fhir.json"_s, kFhirMediaType, door.full.data()}}));
    for (const QByteArray &file : {door.full.data(), spaced, pdf}) {
        const auto same = door.open(file);
        REQUIRE(kindOfError(same) == ErrorKind::AlreadyExists);
        CHECK(same.error().detail == u"RI-0001");
    }
    CHECK(need(door.records().all<ReferralIn>()).size() == 1);
    // Another version of it is told, and may be kept beside the first.
    const auto newer = need(door.open(named(door.full.data(), {text(u"Benjamin Barker"_s)})));
    CHECK(newer.earlierAs == u"RI-0001");
    CHECK(need(door.referralsIn().keep(newer)).value.number == u"RI-0002");
    // Entered in error, it may come in again.
    need(door.records().withdraw(recordType<ReferralIn>(), kept.id.value, kept.version, u"wrong house"_s));
    CHECK(need(door.open(spaced)).earlierAs == u"RI-0002");
}

TEST_CASE("A file that says one thing twice, a birth to come and a name of a megabyte are refused with their reason")
{
    Door door;
    const auto reason = [&](const QByteArray &file) {
        const auto refused = door.open(file);
        REQUIRE(kindOfError(refused) == ErrorKind::Damaged);
        return refused.error().detail;
    };
    QByteArray twice = door.full.data();
    REQUIRE(twice.count("\"birthDate\"") == 1);
    twice.replace("\"birthDate\"", "\"birthDate\": \"1970-01-01\", \"birthDate\"");
    CHECK(reason(twice) == kSaidTwice);
    QByteArray hidden = door.full.data();
    hidden.replace("\"birthDate\"", "\"birthDate\": \"1970-01-01\", \"\\u0062irthDate\"");
    CHECK(reason(hidden) == kSaidTwice);
    const auto born
        = [&](const QString &date) { return with(door.full.data(), [&](QJsonObject &patient) { patient.insert(u"birthDate"_s, date); }); };
    CHECK(reason(born(u"2999-01-01"_s)) == kBirthToCome);
    CHECK(reason(born(u"2999"_s)) == kBirthToCome);
    CHECK(reason(born(u"2026-09-15"_s)) == kBirthToCome); // tomorrow
    CHECK(need(door.open(born(u"2026"_s))).born == u"2026");
    const QString endless = QString(1'000'000, u'x');
    CHECK(reason(named(door.full.data(), {QJsonObject{{u"family"_s, endless}, {u"given"_s, QJsonArray{u"Ben"_s}}}})) == kNameTooLong);
    CHECK(reason(named(door.full.data(), {text(endless)})) == kNameTooLong);
    CHECK(reason(named(door.full.data(), {text(u"Ben"_s), QJsonObject{{u"use"_s, u"old"_s}, {u"given"_s, QJsonArray{endless}}}}))
        == kNameTooLong);
    CHECK(need(door.records().all<ReferralIn>()).isEmpty());
}

TEST_CASE("A key that stands twice in one object is found, in whatever form, and one in another object is none")
{
    for (const char *json : {R"({"a":1,"a":1})", R"({"b":{"a":[{"x":1,"y":2,"x":3}]}})", R"({"a":1,"\u0061":2})", R"([{"k":"{","k":"}"}])",
             R"({"a\"b":1,"c":2,"a\"b":3})", R"({"":1,"":2})"}) {
        INFO(json);
        CHECK(holdsKeyTwice(json));
    }
    for (const char *json : {R"({})", R"([])", R"({"a":{"a":{"a":1}}})", R"([{"a":1},{"a":2}])", R"({"a":"a","b":"a, \"a\": 1"})",
             R"({"a":["a","a"],"b":1})", R"({"A":1,"a":2})", "", "\"a", "{\"a", "}}]]"}) {
        INFO(json);
        CHECK_FALSE(holdsKeyTwice(json));
    }
}

} // namespace keywork::test::incoming_referral_test
