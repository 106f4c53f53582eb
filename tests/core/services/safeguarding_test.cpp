// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/safeguarding.h"
#include "core/services/house/attention.h"
#include "core/services/records/families.h"
#include "core/services/records/finding.h"
#include "core/services/records/history_reader.h"
#include "core/services/records/listing.h"
#include "core/services/records/records.h"
#include "core/services/records/timeline.h"
#include "tests/support/trust.h"

#include <algorithm>

namespace keywork::test::safeguarding_test {

using namespace Qt::StringLiterals;

namespace {

SafeguardingConcern bruise(Id<Person> person)
{
    SafeguardingConcern concern;
    concern.personId = person;
    concern.kind = {u"physical"_s};
    concern.seenAt = kNow.addSecs(-3600);
    concern.whatWasSeen = u"bruised arms; he said: “I fell”"_s;
    return concern;
}

/// The lead has decided, and nothing is missing.
SafeguardingConcern decided(SafeguardingConcern concern, Id<Staff> lead)
{
    concern.state = ConcernState::InHand;
    concern.leadId = lead;
    concern.decision = {u"plan_here"_s};
    concern.decidedOn = QDate(2026, 9, 14);
    concern.decisionWhy = u"he can decide this himself"_s;
    concern.reviewOn = QDate(2026, 9, 28);
    return concern;
}

Family withStep(const SafeguardingConcern &concern, Id<Staff> by)
{
    SafeguardingStep step;
    step.doneAt = kNow;
    step.what = u"sat down with him"_s;
    step.byId = by;
    Family family;
    family.head.row = toRow(concern);
    KeptRow part;
    part.row = toRow(step);
    family.parts.append(part);
    return family;
}

QString told(const Violations &violations)
{
    QStringList columns;
    for (const Violation &violation : violations)
        columns.append(violation.column);
    return columns.join(u' ');
}

template <class Lines> bool hasKind(const Lines &lines, const QString &kind)
{
    return std::any_of(lines.cbegin(), lines.cend(), [&kind](const auto &line) { return line.kind.startsWith(kind); });
}

} // namespace

TEST_CASE("A concern is kept with what was seen; what the lead decides needs who, why, when, and a day to look again")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto service = anAgency(hostel);
    Records &records = hostel.services().records;
    const Id<Staff> lead = records.session().staff();
    struct Case {
        const char *sentence;
        void (*change)(SafeguardingConcern &concern);
        bool isDecided;
        const char *columns; ///< what is wrong, in the order of the record
    };
    const QList<Case> cases{
        {"what was seen will do", [](SafeguardingConcern &) {}, false, ""},
        {"nothing was seen", [](SafeguardingConcern &one) { one.whatWasSeen.clear(); }, false, "what_was_seen"},
        {"no kind", [](SafeguardingConcern &one) { one.kind = {}; }, false, "kind"},
        {"to come", [](SafeguardingConcern &one) { one.seenAt = kNow.addDays(1); }, false, "seen_at"},
        {"in 1826", [](SafeguardingConcern &one) { one.seenAt = QDateTime(QDate(1826, 9, 1), QTime(9, 0), Qt::UTC); }, false, "seen_at"},
        {"a child, and which", [](SafeguardingConcern &one) { one.atRisk = AtRisk::Child; }, false, "at_risk_who"},
        {"in hand, by nobody", [](SafeguardingConcern &one) { one.state = ConcernState::InHand; }, false, "lead_id"},
        {"decided, and all is said", [](SafeguardingConcern &) {}, true, ""},
        {"decided without a reason", [](SafeguardingConcern &one) { one.decisionWhy.clear(); }, true, "decision_why"},
        {"decided for ever", [](SafeguardingConcern &one) { one.reviewOn.reset(); }, true, "review_on"},
        {"declined, and nothing else was looked at", [](SafeguardingConcern &one) { one.wish = ConcernWish::Declined; }, true,
            "capacity coercion others_at_risk"},
        {"referred to nobody", [](SafeguardingConcern &one) { one.decision = {u"refer"_s}; }, true, "agency_id referred_on"},
        {"closed with no outcome", [](SafeguardingConcern &one) { one.state = ConcernState::Closed; }, true, "outcome closed_on"},
        {"closed before it was decided",
            [](SafeguardingConcern &one) {
                one.state = ConcernState::Closed;
                one.outcome = u"he is safe"_s;
                one.closedOn = QDate(2026, 9, 13);
            },
            true, "closed_on"},
    };
    for (const Case &one : cases) {
        INFO(one.sentence);
        SafeguardingConcern concern = one.isDecided ? decided(bruise(ben.id), lead) : bruise(ben.id);
        one.change(concern);
        const auto kept = records.add(concern);
        CHECK(told(kept ? Violations() : kept.error().violations) == QLatin1String(one.columns));
        CHECK(bool(kept) == (qstrlen(one.columns) == 0));
    }
    SafeguardingConcern referred = decided(bruise(ben.id), lead);
    referred.wish = ConcernWish::Declined;
    referred.capacity = {u"able"_s};
    referred.coercion = {u"not_known"_s};
    referred.othersAtRisk = {u"yes"_s};
    referred.decision = {u"refer"_s};
    referred.agencyId = service.id;
    referred.referredOn = QDate(2026, 9, 14);
    CHECK(need(records.add(referred)).value.number.startsWith(u"SG-"));
    CHECK(recordType<SafeguardingConcern>().sharedAs == SharedAs::Nothing);
    CHECK(recordType<SafeguardingStep>().sharedAs == SharedAs::Nothing);
}

TEST_CASE("Everybody who works here may raise a concern, and only managers read one")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    int raised = 0;
    for (const Role role : allOf<Role>()) {
        INFO(codeOf(role));
        hostel.reopen();
        signInAs(hostel, u"Una "_s + QString::number(int(role)), role);
        Services &services = hostel.services();
        const auto kept = services.families.save(withStep(bruise(ben.id), services.records.session().staff()), {});
        CHECK(bool(kept) == (role != Role::Auditor));
        raised += kept ? 1 : 0;
        const auto all = services.records.list(recordType<SafeguardingConcern>());
        CHECK(bool(all) == (role == Role::Manager));
        if (!all)
            CHECK(all.error().kind == ErrorKind::NotPermitted);
        CHECK(services.records.mayRead(recordType<SafeguardingStep>()) == (role == Role::Manager));
        if (kept && role != Role::Manager) { // not what they wrote themselves, either
            CHECK(kindOfError(services.records.one(recordType<SafeguardingConcern>(), kept->head.id)) == ErrorKind::NotPermitted);
            KeptRow changed = kept->head;
            changed.row.set(u"what_was_seen"_s, u"nothing after all"_s);
            CHECK(kindOfError(services.records.amend(changed)) == ErrorKind::NotPermitted);
        }
    }
    hostel.reopen();
    CHECK(need(hostel.services().records.count(recordType<SafeguardingConcern>())) == raised);
    CHECK(need(hostel.services().records.count(recordType<SafeguardingStep>())) == raised);
}

TEST_CASE("A concern about a manager is hidden from that manager everywhere, with what was done about it")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto max = makeMember(hostel, u"Max Manager"_s, Role::Manager);
    const QString concerns = QString::fromLatin1(recordType<SafeguardingConcern>().table);
    SafeguardingConcern about = bruise(ben.id);
    about.aboutStaffId = max.id;
    const auto kept = need(hostel.services().families.save(withStep(about, hostel.services().records.session().staff()), {}));
    need(hostel.services().records.add(bruise(ben.id))); // one that is about nobody
    CHECK(kept.parts.first().row.value(u"about_staff_id"_s).toLongLong() == max.id.value);
    const auto seen = [&] {
        Services &on = hostel.services();
        QStringList what;
        const auto note = [&what](const char *where, bool isThere) {
            if (isThere)
                what.append(QString::fromLatin1(where));
        };
        note("one", bool(on.records.one(recordType<SafeguardingConcern>(), kept.head.id)));
        note("list", need(on.records.list(recordType<SafeguardingConcern>())).size() == 2);
        note("count", need(on.records.count(recordType<SafeguardingConcern>())) == 2);
        note("page", need(Listing(on.records).page(recordType<SafeguardingConcern>(), {})).size() == 2);
        note("page count", need(Listing(on.records).count(recordType<SafeguardingConcern>(), {})) == 2);
        note("steps", !need(on.records.list(recordType<SafeguardingStep>())).isEmpty());
        note("family", bool(on.families.one(recordType<SafeguardingConcern>(), kept.head.id)));
        const auto lines = need(on.timeline.page({.person = ben.id, .kinds = {&recordType<SafeguardingConcern>()}})).lines;
        note("timeline", lines.size() == 2);
        const auto history = need(on.history.ofPerson(ben.id.value, false));
        note("history", std::any_of(history.cbegin(), history.cend(), [&](const HistoryLine &line) {
            return line.kind == concerns && line.record == kept.head.id;
        }));
        note("history of steps", hasKind(history, QString::fromLatin1(recordType<SafeguardingStep>().table)));
        const auto audit = need(on.audit.list({.resident = ben.value.number, .limit = 500}));
        note("what the audit says", std::any_of(audit.cbegin(), audit.cend(), [&](const HistoryLine &line) {
            return line.kind == concerns && line.record == kept.head.id && !line.changes.isEmpty();
        }));
        const auto today = need(on.attention.today());
        note("today", std::any_of(today.cbegin(), today.cend(), [&](const WatchItem &item) {
            return item.subject.kind == concerns && item.subject.record == kept.head.id;
        }));
        const auto found = need(on.finding.find(u"bruised"_s));
        note("search", std::any_of(found.cbegin(), found.cend(), [&](const Found &hit) {
            return hit.kind == concerns && hit.record == kept.head.id;
        }));
        return what;
    };
    CHECK(seen().size() == 13);
    signInWith(hostel, u"Max Manager"_s, kTheirs);
    CHECK(seen() == QStringList());
    CHECK(kindOfError(hostel.services().records.one(recordType<SafeguardingConcern>(), kept.head.id)) == ErrorKind::NotFound);
    CHECK(kindOfError(hostel.services().records.amend(kept.head)) == ErrorKind::NotFound);
}

} // namespace keywork::test::safeguarding_test
