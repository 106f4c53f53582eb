// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/risk.h"
#include "core/services/care/custody.h"
#include "core/services/records/undo.h"
#include "core/services/services.h"
#include "tests/support/services.h"

#include <QRandomGenerator>
#include <functional>

namespace keywork::test::services_custody_test {

namespace {

/// A resident with 28 capsules of pregabalin, handed in to two of the team.
struct Cabinet {
    TestHostel hostel;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    Id<Staff> second = need(hostel.services().records.add(Staff{.name = u"Tade Okoro"_s, .role = Role::SupportWorker})).id;
    Id<HeldMedicine> held;

    Cabinet() { held = need(custody().handIn(pregabalin(), line(CustodyAct::In, 0, 28, 28))).medicine.id; }
    Services &services() { return hostel.services(); }
    Custody &custody() { return hostel.services().custody; }
    HeldMedicine pregabalin() const
    {
        HeldMedicine medicine;
        medicine.personId = ben.id;
        medicine.medicine = u"Pregabalin"_s;
        medicine.strength = u"75 mg"_s;
        medicine.form = HeldForm::Capsules;
        medicine.unit = HeldUnit::Capsule;
        medicine.place = u"Cabinet 2, box 7"_s;
        return medicine;
    }
    CustodyEntry line(CustodyAct act, std::optional<qint64> before, std::optional<qint64> moved, std::optional<qint64> after)
    {
        CustodyEntry entry;
        entry.personId = ben.id;
        entry.heldId = held;
        entry.act = act;
        entry.doneAt = hostel.clock.now();
        entry.countedBefore = before;
        entry.quantity = moved;
        entry.countedAfter = after;
        entry.second = SecondName::Staff;
        entry.secondId = second;
        return entry;
    }
    CustodyEntry word(CustodyAct act, Id<CustodyEntry> about, const QString &why = u"seen on the camera"_s)
    {
        CustodyEntry entry = line(act, {}, {}, {});
        entry.second.reset();
        entry.secondId = {};
        entry.aboutId = about;
        entry.why = why;
        return entry;
    }
    CustodyState state() { return need(custody().page(held)).state; }
    /// What the next lines stand behind.
    void later() { hostel.clock.set(hostel.clock.now().addSecs(3600)); }
};

QList<QPair<QString, Rule>> problemsOf(const auto &result)
{
    REQUIRE_FALSE(bool(result));
    QList<QPair<QString, Rule>> found;
    for (const Violation &violation : result.error().violations)
        found.append({violation.column, violation.rule});
    return found;
}
using Problems = QList<QPair<QString, Rule>>;

} // namespace

TEST_CASE("Each wrong value of a line has its sentence beside its field, and nothing is kept")
{
    Cabinet at;
    const auto over = [&] { return at.line(CustodyAct::HandedOver, 28, 2, 26); };
    struct Case {
        const char *name;
        std::function<CustodyEntry()> wrong;
        Problems problems;
    };
    const auto changed = [&](auto change) {
        return [&over, change] {
            CustodyEntry entry = over();
            change(entry);
            return entry;
        };
    };
    const QList<Case> cases{
        {"more than is there", changed([](CustodyEntry &e) {
             e.quantity = 29;
             e.countedAfter = 0;
         }),
            {{u"quantity"_s, Rule::MoreThanIsThere}}},
        {"a count below zero", changed([](CustodyEntry &e) { e.countedAfter = -1; }), {{u"counted_after"_s, Rule::TooSmall}}},
        {"does not add up", changed([](CustodyEntry &e) { e.countedAfter = 25; }), {{u"counted_after"_s, Rule::DoesNotAddUp}}},
        {"nothing moved", changed([](CustodyEntry &e) {
             e.quantity = 0;
             e.countedAfter = 28;
         }),
            {{u"quantity"_s, Rule::TooSmall}}},
        {"not counted", changed([](CustodyEntry &e) { e.countedBefore.reset(); }), {{u"counted_before"_s, Rule::Required}}},
        {"one and the same signature twice", changed([&](CustodyEntry &e) { e.secondId = at.services().records.session().staff(); }),
            {{u"second_id"_s, Rule::SameSignature}}},
        {"no second name", changed([](CustodyEntry &e) { e.secondId = {}; }), {{u"second_id"_s, Rule::Required}}},
        {"nobody said whose", changed([](CustodyEntry &e) { e.second.reset(); }), {{u"second"_s, Rule::Required}}},
        {"one name without a word why", changed([](CustodyEntry &e) {
             e.second = SecondName::Nobody;
             e.secondId = {};
         }),
            {{u"why"_s, Rule::ReasonNeeded}}},
        {"to come", changed([&](CustodyEntry &e) { e.doneAt = kNow.addDays(1); }), {{u"done_at"_s, Rule::InTheFuture}}},
        {"no receipt", [&] { return at.line(CustodyAct::ToPharmacy, 28, 28, 0); }, {{u"receipt"_s, Rule::Required}}},
        {"a difference that nobody explains", [&] { return at.line(CustodyAct::Count, {}, {}, 27); },
            {{u"cause"_s, Rule::CountDiffers}, {u"why"_s, Rule::CountDiffers}}},
        {"a correction without a reason", [&] { return at.word(CustodyAct::Correction, at.state().lines.first().entry.id, {}); },
            {{u"why"_s, Rule::ReasonNeeded}}},
        {"a correction about nothing", [&] { return at.word(CustodyAct::Correction, {}); }, {{u"about_id"_s, Rule::Required}}},
    };
    const int before = historyRows(at.hostel);
    for (const Case &one : cases) {
        INFO(one.name);
        CHECK(problemsOf(at.custody().write(one.wrong())) == one.problems);
    }
    CHECK(historyRows(at.hostel) == before);
    CHECK(at.state().lines.size() == 1);
    need(at.custody().write(over()));
    CHECK(at.state().balance == 26);
}

TEST_CASE("A page begins whole or not at all, in one commit; liquid is not poured, a supervised dose is not handed in")
{
    Cabinet at;
    const int before = historyRows(at.hostel);
    HeldMedicine methadone = at.pregabalin();
    methadone.medicine = u"Methadone"_s;
    methadone.form = HeldForm::Liquid;
    methadone.unit = HeldUnit::Tablet;
    methadone.doses = DosesAre::Supervised;
    CustodyEntry first = at.line(CustodyAct::In, 0, 2, 3);
    CHECK(problemsOf(at.custody().handIn(methadone, first))
        == Problems{{u"unit"_s, Rule::LiquidIsNotPoured}, {u"doses"_s, Rule::SupervisedDose}, {u"counted_after"_s, Rule::DoesNotAddUp}});
    methadone.unit = HeldUnit::Bottle;
    methadone.doses = DosesAre::ToTakeHome;
    first.countedAfter = 2;
    first.secondId = at.services().records.session().staff(); // found only once the medicine stands
    CHECK(problemsOf(at.custody().handIn(methadone, first)) == Problems{{u"second_id"_s, Rule::SameSignature}});
    CHECK(historyRows(at.hostel) == before);
    CHECK(need(at.custody().pagesOf(at.ben.id)).size() == 1);
    first.secondId = at.second;
    CHECK(need(at.custody().handIn(methadone, first)).state.balance == 2);
    CHECK(need(at.custody().pagesOf(at.ben.id)).size() == 2);
}

TEST_CASE("Nothing in the register is changed, taken out or undone, by nobody and in no way")
{
    Cabinet at;
    Records &records = at.services().records;
    const auto first = at.state().lines.first().entry;
    Kept<CustodyEntry> changed = first;
    changed.value.quantity = 27;
    CHECK(kindOfError(records.amend(changed)) == ErrorKind::NotAllowedNow);
    CHECK(kindOfError(records.withdraw(recordType<CustodyEntry>(), first.id.value, first.version, u"typed wrongly"_s))
        == ErrorKind::NotAllowedNow);
    auto medicine = need(records.one(at.held));
    CHECK_FALSE(bool(records.withdraw(recordType<HeldMedicine>(), medicine.id.value, medicine.version, u"typed wrongly"_s)));
    CHECK_FALSE(at.services().undo.isPossible());
    CHECK_FALSE(bool(at.services().undo.last(u"typed wrongly"_s)));
    medicine.value.medicine = u"Gabapentin"_s;
    CHECK(problemsOf(records.amend(medicine)) == Problems{{u"medicine"_s, Rule::InTheRegister}});
    medicine = need(records.one(at.held));
    medicine.value.place = u"Cabinet 3"_s;
    need(records.amend(medicine)); // where it stands may change
    CHECK(at.state().lines.size() == 1);
    CHECK(at.state().lines.first().entry.value == first.value);
}

TEST_CASE("A correction refers to its line, has its reason and adds up; a struck-out line is not corrected again")
{
    Cabinet at;
    const Id<CustodyEntry> first = at.state().lines.first().entry.id;
    CustodyEntry correction = at.word(CustodyAct::Correction, first);
    CHECK(problemsOf(at.custody().write(correction))
        == Problems{{u"counted_before"_s, Rule::Required}, {u"quantity"_s, Rule::Required}, {u"counted_after"_s, Rule::Required}});
    correction.countedBefore = 0;
    correction.quantity = 26;
    correction.countedAfter = 27;
    CHECK(problemsOf(at.custody().write(correction)) == Problems{{u"counted_after"_s, Rule::DoesNotAddUp}});
    correction.countedAfter = 26;
    const auto kept = need(at.custody().write(correction));
    CHECK(kept.value.balance == 26);
    CHECK(at.state().lines.first().isCorrected);
    CHECK(at.state().lines.first().entry.value.quantity == 28); // as it was written
    CHECK(problemsOf(at.custody().write(at.word(CustodyAct::Correction, kept.id))) == Problems{{u"about_id"_s, Rule::UnknownReference}});
    CustodyEntry strike = at.word(CustodyAct::Correction, first);
    strike.struckOut = true;
    CHECK(need(at.custody().write(strike)).value.balance == 0);
    CHECK(kindOfError(at.custody().write(strike)) == ErrorKind::NotAllowedNow);
}

TEST_CASE("A difference is explained, reviewed by a manager once, and by another one where there is one")
{
    Cabinet at;
    const auto other = need(at.services().records.add(Staff{.name = u"Ada Other"_s, .role = Role::Manager}));
    need(at.services().accounts.give(other, u"correct-horse-staple"_s));
    CustodyEntry count = at.line(CustodyAct::Count, {}, {}, 27);
    count.cause = CustodyCause::NotKnown;
    count.why = u"counted twice, looked everywhere"_s;
    at.later();
    const auto kept = need(at.custody().write(count));
    CHECK(kept.value.difference == -1);
    CHECK(kept.value.stillOpen);
    const CustodyEntry review = at.word(CustodyAct::Review, kept.id, u"one was given on Sunday"_s);
    CHECK(problemsOf(at.custody().write(review)) == Problems{{u"about_id"_s, Rule::AnotherPerson}});
    at.hostel.hostel.reset();
    auto opened = at.hostel.file->signIn(u"Ada Other"_s, u"correct-horse-staple"_s);
    at.hostel.hostel = std::move(need(opened));
    CHECK_FALSE(need(at.custody().write(review)).value.stillOpen);
    CHECK(kindOfError(at.custody().write(review)) == ErrorKind::NotAllowedNow);
    signInAs(at.hostel, u"Sam Support"_s, Role::SupportWorker);
    CHECK_FALSE(at.state().waitsForReview());
}

TEST_CASE("A second name is given later by somebody else, and a review by managers alone")
{
    Cabinet at;
    CustodyEntry alone = at.line(CustodyAct::HandedOver, 27, 1, 26);
    alone.second = SecondName::Nobody;
    alone.secondId = {};
    alone.cause = CustodyCause::NotKnown;
    alone.why = u"one worker, and they had gone up"_s;
    const auto kept = need(at.custody().write(alone));
    CHECK(problemsOf(at.custody().write(at.word(CustodyAct::SecondName, kept.id, {}))) == Problems{{u"about_id"_s, Rule::SameSignature}});
    signInAs(at.hostel, u"Rita Relief"_s, Role::Relief);
    CHECK(kindOfError(at.custody().write(at.word(CustodyAct::Review, kept.id))) == ErrorKind::NotPermitted);
    need(at.custody().write(at.word(CustodyAct::SecondName, kept.id, {})));
    CHECK_FALSE(at.state().waitsForSecondName());
    CHECK(at.state().recountSince.has_value());
    CHECK(kindOfError(at.custody().write(at.word(CustodyAct::SecondName, kept.id, {}))) == ErrorKind::NotAllowedNow);
}

TEST_CASE("Relief and support workers write into the register; volunteers neither write nor read it")
{
    for (const Role role : {Role::Relief, Role::SupportWorker, Role::Keyworker}) {
        Cabinet at;
        signInAs(at.hostel, u"Rita Relief"_s, role);
        need(at.custody().write(at.line(CustodyAct::HandedOver, 28, 2, 26)));
        HeldMedicine another = at.pregabalin();
        another.medicine = u"Omeprazole"_s;
        need(at.custody().handIn(another, at.line(CustodyAct::In, 0, 1, 1)));
    }
    for (const Role role : {Role::Volunteer, Role::PeerSupporter, Role::Auditor}) {
        Cabinet at;
        signInAs(at.hostel, u"Vera Volunteer"_s, role);
        CHECK(kindOfError(at.custody().write(at.line(CustodyAct::HandedOver, 28, 2, 26))) == ErrorKind::NotPermitted);
        CHECK_FALSE(bool(at.custody().page(at.held)));
        CHECK_FALSE(bool(at.custody().pagesOf(at.ben.id)));
    }
}

TEST_CASE("Held for the coroner, it goes to nobody but the coroner or the police")
{
    Cabinet at;
    need(at.custody().write(at.line(CustodyAct::ForCoroner, {}, {}, 28)));
    for (const CustodyAct act : {CustodyAct::In, CustodyAct::HandedOver, CustodyAct::ToPharmacy, CustodyAct::Spilled}) {
        CustodyEntry entry = at.line(act, 28, 1, 28 + directionOf(act));
        entry.receipt = act == CustodyAct::ToPharmacy ? u"RX-1"_s : QString();
        CHECK(problemsOf(at.custody().write(entry)) == Problems{{u"act"_s, Rule::HeldForCoroner}});
    }
    need(at.custody().write(at.line(CustodyAct::Count, {}, {}, 28)));
    CustodyEntry gone = at.line(CustodyAct::ToCoroner, 28, 28, 0);
    gone.receipt = u"PC 4411, receipt 88"_s;
    need(at.custody().write(gone));
    CHECK(at.state().balance == 0);
}

TEST_CASE("Each locked place holds one resident's medicine, and is free again once nothing is there")
{
    Cabinet at;
    const auto ann = aPerson().called(u"Ann"_s, u"Archer"_s).arrived(QDate(2026, 8, 3)).in(at.hostel);
    HeldMedicine hers = at.pregabalin();
    hers.personId = ann.id;
    hers.place = u"cabinet 2,  BOX 7"_s;
    CHECK(problemsOf(at.custody().handIn(hers, at.line(CustodyAct::In, 0, 1, 1))) == Problems{{u"place"_s, Rule::AlreadyUsed}});
    HeldMedicine his = at.pregabalin();
    his.medicine = u"Inhaler"_s;
    need(at.custody().handIn(his, at.line(CustodyAct::In, 0, 1, 1))); // his own, beside it
    need(at.custody().write(at.line(CustodyAct::HandedOver, 28, 28, 0)));
    CHECK_FALSE(bool(at.custody().handIn(hers, at.line(CustodyAct::In, 0, 1, 1)))); // the inhaler is there
    CustodyEntry out = at.line(CustodyAct::HandedOver, 1, 1, 0);
    out.heldId = need(at.custody().pagesOf(at.ben.id)).first().medicine.id;
    need(at.custody().write(out));
    need(at.custody().handIn(hers, at.line(CustodyAct::In, 0, 1, 1)));
    CustodyEntry mixed = at.line(CustodyAct::Count, {}, {}, 0);
    mixed.personId = ann.id; // a page of one resident, a line of another
    CHECK(problemsOf(at.custody().write(mixed)) == Problems{{u"held_medicine_id"_s, Rule::UnknownReference}});
}

TEST_CASE("Two hundred lines written one by one: the file says of each what the rule says, and nothing is lost")
{
    Cabinet at;
    QRandomGenerator random(20260914);
    for (int i = 0; i < 199; ++i) {
        at.later();
        const CustodyState state = at.state();
        const qint64 there = std::max<qint64>(0, state.balance.value_or(5) - (random.bounded(9) == 0 ? 1 : 0));
        CustodyEntry entry = at.line(CustodyAct::Count, {}, {}, there);
        entry.cause = CustodyCause::NotKnown; // said beforehand, should it differ
        entry.why = u"as it was counted"_s;
        const int kind = random.bounded(10);
        if (kind < 3)
            entry = at.line(CustodyAct::In, there, 14, there + 14);
        else if (kind < 6 && there > 0)
            entry = at.line(random.bounded(2) ? CustodyAct::HandedOver : CustodyAct::Spilled, there, 1, there - 1);
        else if (kind == 6) {
            entry = at.line(CustodyAct::In, {}, {}, {});
            entry.sealed = true;
        } else if (kind == 7) {
            const CustodyLine &about = state.lines.at(random.bounded(int(state.lines.size())));
            if (isStockAct(about.entry.value.act) && !about.isStruckOut) {
                entry = at.word(CustodyAct::Correction, about.entry.id);
                const int direction = directionOf(about.entry.value.act);
                entry.countedAfter = 6 + direction;
                if (direction != 0) {
                    entry.countedBefore = 6;
                    entry.quantity = 1;
                }
            }
        }
        if (isStockAct(entry.act)) {
            entry.cause = CustodyCause::NotKnown;
            entry.why = u"as it was counted"_s;
            if (random.bounded(6) == 0) {
                entry.second = SecondName::Resident;
                entry.secondId = {};
            }
        }
        INFO("line " << i);
        need(at.custody().write(entry));
    }
    at.hostel.reopen();
    const auto kept = need(at.services().records.of<CustodyEntry>("held_medicine_id", at.held));
    const CustodyState state = at.state();
    REQUIRE(kept.size() == 200);
    REQUIRE(state.lines.size() == 200);
    for (qsizetype i = 0; i < state.lines.size(); ++i) {
        INFO("line " << i);
        QList<Kept<CustodyEntry>> soFar;
        for (qsizetype j = 0; j <= i; ++j)
            soFar.append(state.lines.at(j).entry);
        const CustodyState then = custodyOf(soFar);
        CHECK(state.lines.at(i).entry.value.balance == state.lines.at(i).balance);
        CHECK(state.lines.at(i).entry.value.difference == then.lines.last().difference);
        CHECK(state.lines.at(i).entry.value.stillOpen == then.isOpen());
    }
}

} // namespace keywork::test::services_custody_test
