// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/restriction.h"
#include "core/services/keeping/restrictions.h"
#include "core/services/records/counting.h"
#include "core/services/records/earlier_versions.h"
#include "core/services/records/finding.h"
#include "core/services/records/history_reader.h"
#include "core/services/records/listing.h"
#include "core/services/records/timeline.h"
#include "core/services/services.h"
#include "core/services/sharing/agreements.h"
#include "core/services/sharing/disclosures.h"
#include "core/services/sharing/referrals.h"
#include "tests/support/trust.h"

namespace keywork::test::who_may_know_test {

using namespace Qt::StringLiterals;

namespace {

/// How a reading function ended; none: it answered.
using Outcome = std::optional<ErrorKind>;

template <class T> Outcome outcomeOf(const Result<T> &result) { return result ? Outcome() : Outcome(result.error().kind); }

struct Asked {
    Id<Person> person;
    Id<Agency> agency;
};

/// A function that reads about one person. A new one is a line of the table.
struct Reading {
    const char *name;
    Outcome (*ask)(Services &services, const Asked &about);
    Outcome closed; ///< to whoever need not know, and may read it at all
    Outcome nobody; ///< of an id that nobody has, as of somebody who was erased
    QList<Role> readers;
};

const QList<Role> kSharers{Role::Manager, Role::Keyworker, Role::SupportWorker};
const QList<Role> kTeam{Role::Manager, Role::Keyworker, Role::SupportWorker, Role::Relief, Role::Volunteer, Role::PeerSupporter};
const QList<Role> kAll = kTeam + QList<Role>{Role::Auditor};

const QList<Reading> &readings()
{
    static const QList<Reading> all{
        {"Agreements::scope",
            [](Services &on, const Asked &about) { return outcomeOf(on.agreements.scope(about.person, about.agency, on.records.today())); },
            ErrorKind::NeedToKnow, {}, kSharers},
        {"Agreements::heldBy", [](Services &on, const Asked &about) { return outcomeOf(on.agreements.heldBy(about.person, about.agency)); },
            ErrorKind::NeedToKnow, {}, kSharers},
        {"Disclosures::about", [](Services &on, const Asked &about) { return outcomeOf(on.disclosures.about(about.person)); },
            ErrorKind::NeedToKnow, ErrorKind::NotFound, kSharers},
        {"HistoryReader::ofPerson",
            [](Services &on, const Asked &about) { return outcomeOf(on.history.ofPerson(about.person.value, false)); },
            ErrorKind::NeedToKnow, {}, kAll},
        {"Timeline::page", [](Services &on, const Asked &about) { return outcomeOf(on.timeline.page({.person = about.person})); },
            ErrorKind::NeedToKnow, {}, kAll},
        {"RecordReader::one", [](Services &on, const Asked &about) { return outcomeOf(on.records.one(about.person)); }, {},
            ErrorKind::NotFound, kTeam},
        {"People::line", [](Services &on, const Asked &about) { return outcomeOf(on.people.line(about.person)); }, {}, ErrorKind::NotFound,
            kTeam},
        {"People::groupSizes", [](Services &on, const Asked &) { return outcomeOf(on.people.groupSizes()); }, {}, {}, kTeam},
    };
    return all;
}

} // namespace

TEST_CASE("Whoever asks about an open, a closed or nobody's record hears what their role may know, and nothing else")
{
    TestHostel hostel;
    const auto agency = anAgency(hostel);
    const auto open = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto closed = aPerson().called(u"Grace"_s, u"Adeyemi"_s).arrived(QDate(2026, 8, 3)).in(hostel);
    need(hostel.services().agreements.record(agreement(closed.id, agency.id), {Category::Identity}));
    need(hostel.services().records.add(Restriction{closed.id, u"a colleague's sister"_s, QDate(2026, 9, 1), {}}));
    for (const Role role : allOf<Role>())
        makeMember(hostel, u"Member "_s + QLatin1String(codeOf(role)), role);
    for (const Role role : allOf<Role>()) {
        signInWith(hostel, u"Member "_s + QLatin1String(codeOf(role)), kTheirs);
        Services &services = hostel.services();
        for (const Reading &reading : readings()) {
            INFO(codeOf(role) << " asks " << reading.name);
            if (!reading.readers.contains(role)) {
                CHECK(reading.ask(services, {open.id, agency.id}) == Outcome(ErrorKind::NotPermitted));
                CHECK(reading.ask(services, {closed.id, agency.id}).has_value());
                continue;
            }
            CHECK(reading.ask(services, {open.id, agency.id}) == Outcome());
            CHECK(reading.ask(services, {closed.id, agency.id}) == reading.closed);
            CHECK(reading.ask(services, {{9999}, agency.id}) == reading.nobody);
        }
        CHECK(outcomeOf(services.history.ofPerson(0, false)) == Outcome(ErrorKind::NotFound));
        const auto restrictions = services.records.all<Restriction>();
        CHECK(bool(restrictions) == (role != Role::Auditor));
        for (const Kept<Restriction> &one : restrictions ? *restrictions : QList<Kept<Restriction>>())
            CHECK(one.value.why.isEmpty() == (role != Role::Manager));
        const auto refused = services.referrals.facts(wishFor(closed.id, agency.id, {Category::Identity}));
        CHECK(outcomeOf(refused) == Outcome(kSharers.contains(role) ? ErrorKind::NeedToKnow : ErrorKind::NotPermitted));
    }
}

TEST_CASE("Nothing is saved over what was marked as entered in error, and it comes back with its words as they were")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().in(hostel);
    Contact rose;
    rose.personId = ben.id;
    rose.name = u"Rose Barker"_s;
    const auto kept = need(records.add(rose));
    need(records.withdraw(recordType<Contact>(), kept.id.value, kept.version, u"somebody else's sister"_s));
    auto late = need(records.one(kept.id));
    late.value.name = u"Rose Zebra"_s;
    const auto saved = records.amend(late);
    REQUIRE_FALSE(saved);
    CHECK(saved.error().notNow == NotNow::EnteredInError);
    need(records.reinstate(recordType<Contact>(), kept.id.value));
    CHECK(need(records.one(kept.id)).value.name == u"Rose Barker");
}

TEST_CASE("Nobody marks as entered in error what they answer for: a lawful reason, a disclosure, an opening")
{
    TestHostel hostel;
    const auto agency = anAgency(hostel);
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    makeMember(hostel, u"Kim Keyworker"_s, Role::Keyworker);
    auto wish = wishFor(ben.id, agency.id, {Category::Identity});
    wish.lawful = LawfulReason{.because = u"unconscious"_s};
    const auto sent = need(sendTo(hostel, wish));
    const auto withdraw = [&](Id<LawfulReason> reason, Id<Disclosure> left) {
        Records &records = hostel.services().records;
        const Done first = records.withdraw(recordType<LawfulReason>(), reason.value, 1, u"a slip of mine"_s);
        const Done second = records.withdraw(recordType<Disclosure>(), left.value, 1, u"a slip of mine"_s);
        return QList<Outcome>{outcomeOf(first), outcomeOf(second)};
    };
    const Outcome own = ErrorKind::Invalid;
    const Outcome role = ErrorKind::NotPermitted;
    CHECK(withdraw(sent.disclosure.value.lawfulId, sent.disclosure.id) == QList<Outcome>{own, own});
    signInWith(hostel, u"Kim Keyworker"_s, kTheirs);
    CHECK(withdraw(sent.disclosure.value.lawfulId, sent.disclosure.id) == QList<Outcome>{role, role});
    wish.lawful = LawfulReason{.because = u"still unconscious"_s};
    const auto theirs = need(sendTo(hostel, wish));
    CHECK(withdraw(theirs.disclosure.value.lawfulId, theirs.disclosure.id) == QList<Outcome>{role, role});
    auto reviewed = need(hostel.services().records.one(theirs.disclosure.value.lawfulId));
    reviewed.value.review = LawfulReview::Right;
    CHECK(kindOfError(hostel.services().records.amend(reviewed)) == ErrorKind::Invalid); // nor gives the manager's view
    signInWith(hostel, u"Kim Keyworker"_s, kTheirs);
    auto untrue = need(hostel.services().records.one(theirs.disclosure.id));
    untrue.value.left = false;
    CHECK(kindOfError(hostel.services().records.amend(untrue)) == ErrorKind::Invalid); // nor says later that nothing left
    signInWith(hostel, kManager, kPassword);
    CHECK(need(hostel.services().referrals.unreviewed()).size() == 2);
    CHECK(withdraw(theirs.disclosure.value.lawfulId, theirs.disclosure.id) == QList<Outcome>{Outcome(), Outcome()});
}

TEST_CASE("An alert about the court is seen, found, listed and counted by whoever may read of the court, by nobody else")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto alert = [&](const QString &kind, const QString &text) {
        return need(hostel.services().records.add(Alert{ben.id, {kind}, text, {u"watch"_s}, QDate(2026, 9, 1), {}}));
    };
    alert(u"from_others"_s, u"plainwords"_s);
    const auto court = alert(u"court"_s, u"courtwords"_s);
    for (const Role role : {Role::Manager, Role::Keyworker, Role::SupportWorker, Role::Relief})
        makeMember(hostel, u"Member "_s + QLatin1String(codeOf(role)), role);
    for (const Role role : {Role::Manager, Role::Keyworker, Role::SupportWorker, Role::Relief}) {
        INFO(codeOf(role));
        signInWith(hostel, u"Member "_s + QLatin1String(codeOf(role)), kTheirs);
        Services &services = hostel.services();
        const RecordType &type = recordType<Alert>();
        const bool may = role == Role::Manager || role == Role::Keyworker;
        const qsizetype seen = may ? 2 : 1;
        CHECK(need(services.records.all<Alert>()).size() == seen);
        CHECK(need(services.records.count(type)) == seen);
        CHECK(need(Listing(services.records).count(type, {})) == seen);
        CHECK(need(Listing(services.records).all(type, {})).size() == seen);
        CHECK(Counting::total(need(Counting(services.records).counts(type, {.by = u"kind"_s}))) == seen);
        CHECK(need(services.people.line(ben.id)).alerts.size() == seen);
        CHECK(need(services.people.count({.containing = u"court"_s, .alertKinds = {u"court"_s}})) == (may ? 1 : 0));
        CHECK(need(services.finding.find(u"plainwords"_s)).size() == 1);
        CHECK(need(services.finding.find(u"courtwords"_s)).size() == (may ? 1 : 0));
        CHECK(bool(services.records.one(court.id)) == may);
        CHECK(bool(services.history.ofRecord(type, court.id.value)) == may);
        const auto history = need(services.history.ofPerson(ben.id.value, true));
        CHECK(std::count_if(history.cbegin(), history.cend(), [](const HistoryLine &line) { return line.kind == u"alert"; }) == seen);
        CHECK(bool(services.records.withdraw(type, court.id.value, 99, u"a slip of mine"_s)) == false);
        auto changed = court;
        changed.value.text = u"x"_s;
        if (!may)
            CHECK(kindOfError(services.records.amend(changed)) == ErrorKind::NotPermitted);
    }
}

TEST_CASE("What an alert said of the court before it was put right is told by no history to whoever may not read of the court")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    auto alert = need(hostel.services().records.add(Alert{ben.id, {u"court"_s}, u"courtwords"_s, {u"watch"_s}, QDate(2026, 9, 1), {}}));
    alert.value.kind = {u"from_others"_s};
    alert.value.text = u"plainwords"_s;
    alert = need(hostel.services().records.amend(alert));
    alert.value.text = u"plainer words"_s;
    need(hostel.services().records.amend(alert));
    for (const Role role : {Role::Keyworker, Role::SupportWorker, Role::Relief})
        makeMember(hostel, u"Member "_s + QLatin1String(codeOf(role)), role);
    for (const Role role : {Role::Keyworker, Role::SupportWorker, Role::Relief}) {
        INFO(codeOf(role));
        signInWith(hostel, u"Member "_s + QLatin1String(codeOf(role)), kTheirs);
        Services &services = hostel.services();
        const RecordType &type = recordType<Alert>();
        const auto tells = [](const QList<HistoryLine> &lines) {
            return std::any_of(lines.cbegin(), lines.cend(),
                [](const HistoryLine &line) { return QJsonDocument(line.changes).toJson().contains("courtwords"); });
        };
        const bool may = role == Role::Keyworker;
        CHECK(tells(need(services.history.ofPerson(ben.id.value, true))) == may);
        CHECK(tells(need(services.history.ofRecord(type, alert.id.value))) == may);
        QList<HistoryLine> versions;
        for (const EarlierVersion &version : need(services.earlierVersions.of(type, alert.id.value))) {
            versions.append(version.entry);
            CHECK((may || version.row.row.text(u"text"_s) != u"courtwords"));
        }
        CHECK(tells(versions) == may);
        CHECK(versions.size() == (may ? 3 : 2));
    }
}

} // namespace keywork::test::who_may_know_test
