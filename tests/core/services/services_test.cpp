// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/domain/sharing.h"
#include "core/storage/database.h"
#include "core/storage/query.h"
#include "tests/support/test_hostel.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

using namespace keywork;
using namespace keywork::test;
using namespace Qt::StringLiterals;

namespace {

int historyRows(TestHostel &hostel) { return valueOf(hostel.services().records.database(), u"SELECT count(*) FROM history"_s)->toInt(); }

ErrorKind kindOfError(const auto &result)
{
    REQUIRE_FALSE(bool(result));
    return result.error().kind;
}

Kept<Agency> anAgency(TestHostel &hostel, const QString &name = u"Wellbeing drug service"_s)
{
    Agency agency;
    agency.name = name;
    agency.category = {u"drug_alcohol_treatment"_s};
    return need(hostel.services().records.add(agency));
}

SharingAgreement agreement(Id<Person> person, Id<Agency> agency)
{
    SharingAgreement given;
    given.personId = person;
    given.agencyId = agency;
    given.state = AgreementState::InPart;
    given.fromOn = QDate(2026, 9, 2);
    given.untilOn = QDate(2027, 3, 2);
    return given;
}

class TextRenderer final : public DocumentRenderer {
public:
    QByteArray referralPdf(const ReferralContent &content) const override
    {
        QString text = content.person + content.reason;
        for (const ReferralSection &section : content.sections) {
            text += u'\n' + QString::fromLatin1(codeOf(section.category));
            for (const auto &[label, value] : section.lines)
                text += u'\n' + label + u": "_s + value;
            for (const QStringList &row : section.rows)
                text += u'\n' + row.join(u'|');
        }
        return text.toUtf8();
    }
};

} // namespace

TEST_CASE("A new resident gets a number, a history row and words to be found by, and is there after reopening")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    CHECK(ben.value.number == u"P-0001"_s);
    const auto grace = aPerson().called(u"Grace"_s, u"Oduya"_s).in(hostel);
    CHECK(grace.value.number == u"P-0002"_s);
    hostel.reopen();
    const auto found = need(hostel.services().finding.find(u"bark"_s));
    REQUIRE(found.size() == 1);
    CHECK(found.first().title == u"Ben Barker"_s);
    const auto line = need(hostel.services().people.line(ben.id));
    CHECK(line.stay->value.arrivedOn == QDate(2026, 8, 3));
    const auto history = need(hostel.services().records.historyOfPerson(ben.id.value, true));
    REQUIRE(history.size() == 2);
    CHECK(history.last().by == kManager);
    CHECK(history.last().changes[u"given_name"_s].toArray().at(1).toString() == u"Ben"_s);
}

TEST_CASE("An invalid record keeps nothing and uses no number")
{
    TestHostel hostel;
    const int before = historyRows(hostel);
    Person nobody;
    Stay stay;
    stay.referredOn = QDate(2027, 1, 1);
    const auto refused = hostel.services().people.takeIn(nobody, stay);
    REQUIRE_FALSE(bool(refused));
    QStringList columns;
    for (const Violation &violation : refused.error().violations)
        columns.append(violation.column);
    CHECK(columns == QStringList{u"given_name"_s, u"stay.referred_on"_s});
    CHECK(historyRows(hostel) == before);
    CHECK(aPerson().in(hostel).value.number == u"P-0001"_s);
}

TEST_CASE("Saving over a newer version is a conflict and overwrites nothing")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    auto mine = ben;
    auto theirs = ben;
    theirs.value.telephone = u"07700 900001"_s;
    need(hostel.services().records.amend(theirs));
    mine.value.telephone = u"07700 900002"_s;
    CHECK(kindOfError(hostel.services().records.amend(mine)) == ErrorKind::Conflict);
    CHECK(need(hostel.services().records.one(ben.id)).value.telephone == u"07700 900001"_s);
}

TEST_CASE("Saving without a change costs no commit")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const int before = historyRows(hostel);
    CHECK(need(hostel.services().records.amend(ben)).version == ben.version);
    CHECK(historyRows(hostel) == before);
}

TEST_CASE("An entry made in error stays in the history and is found no more")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const auto alert
        = need(hostel.services().records.add(Alert{ben.id, {u"other"_s}, u"Zebra crossing"_s, {u"know"_s}, QDate(2026, 9, 1), {}}));
    CHECK(need(hostel.services().finding.find(u"zebra"_s)).size() == 1);
    CHECK(
        kindOfError(hostel.services().records.withdraw(recordType<Alert>(), alert.id.value, alert.version, u"  "_s)) == ErrorKind::Invalid);
    need(hostel.services().records.withdraw(recordType<Alert>(), alert.id.value, alert.version, u"wrong person"_s));
    CHECK(need(hostel.services().finding.find(u"zebra"_s)).isEmpty());
    CHECK(need(hostel.services().records.all<Alert>()).isEmpty());
    const auto lines = need(hostel.services().records.historyOfRecord(recordType<Alert>(), alert.id.value));
    CHECK(lines.first().action == u"withdrawn"_s);
    CHECK(lines.first().changes[u"reason"_s].toString() == u"wrong person"_s);
}

TEST_CASE("A volunteer finds a resident by name, but nothing by a health word; a keyworker does")
{
    TestHostel hostel;
    auto builder = aPerson();
    builder.person.conditions = u"COPDcanary since 2021"_s;
    builder.in(hostel);
    const auto found = [&](const QString &typed) { return need(hostel.services().finding.find(typed)).size(); };
    CHECK(found(u"copdcanary"_s) == 1);
    const auto volunteer = need(hostel.services().records.add(Staff{u"Una Door"_s, Role::Volunteer, {}, {}, {}}));
    need(hostel.hostel->giveAccess(volunteer, u"correct-horse-staple"_s));
    hostel.hostel.reset();
    auto opened = hostel.file->signIn(u"Una Door"_s, u"correct-horse-staple"_s);
    hostel.hostel = std::move(need(opened));
    CHECK(found(u"barker"_s) == 1);
    CHECK(found(u"copdcanary"_s) == 0);
    CHECK(kindOfError(hostel.services().records.list(recordType<CarePlan>())) == ErrorKind::NotPermitted);
    CHECK(kindOfError(hostel.services().records.add(Room{u"9"_s, {}, {}, false, false, {}})) == ErrorKind::NotPermitted);
}

TEST_CASE("Near matches are offered before someone is taken in twice")
{
    TestHostel hostel;
    const auto ben = aPerson().born(u"1981-02-03"_s).in(hostel);
    aPerson().called(u"Marek"_s, u"Zielinski"_s).in(hostel);
    need(hostel.services().records.add(PersonName{ben.id, {u"street_name"_s}, u"Scouse"_s}));
    const auto names = [&](const QString &given, const QString &family, const QString &born = {}) {
        QStringList found;
        for (const NearMatch &match : need(hostel.services().people.nearMatches(given, family, born)))
            found.append(match.person.value.displayName());
        return found;
    };
    CHECK(names(u"Ben"_s, u"Baker"_s) == QStringList{u"Ben Barker"_s});
    CHECK(names(u"BEN"_s, u"bárker"_s) == QStringList{u"Ben Barker"_s});
    CHECK(names(u"Benn"_s, u""_s, u"1981-02-03"_s) == QStringList{u"Ben Barker"_s});
    CHECK(names(u"Scouse"_s, u""_s) == QStringList{u"Ben Barker"_s});
    CHECK(names(u"Mareck"_s, u"Zelinski"_s) == QStringList{u"Marek Zielinski"_s});
    CHECK(names(u"Aisha"_s, u"Jones"_s).isEmpty());
}

TEST_CASE("One person has one room, and a room one person")
{
    TestHostel hostel;
    const auto room = need(hostel.services().records.add(Room{u"7"_s, {}, {}, false, false, {}}));
    const auto ben = aPerson().arrived(QDate(2026, 8, 3), room.id).in(hostel);
    const auto second
        = hostel.services().people.takeIn(aPerson().called(u"Lena"_s, u"Fox"_s).person, aPerson().arrived(QDate(2026, 9, 1), room.id).stay);
    REQUIRE_FALSE(bool(second));
    CHECK(second.error().violations.first() == Violation{u"stay.room_id"_s, Rule::RoomTaken, {}});
    Stay again = aPerson().arrived(QDate(2026, 9, 1)).stay;
    again.personId = ben.id;
    CHECK(kindOfError(hostel.services().people.saveStay({}, again)) == ErrorKind::Invalid);
    CHECK(need(hostel.services().people.freeRooms()).isEmpty());
    const auto lena = aPerson().called(u"Lena"_s, u"Fox"_s).in(hostel);
    auto waiting = *need(hostel.services().people.line(lena.id)).stay;
    waiting.value.arrivedOn = QDate(2026, 9, 1);
    waiting.value.roomId = room.id;
    CHECK(kindOfError(hostel.services().records.amend(waiting)) == ErrorKind::Invalid); // the generic form's way

    auto stay = *need(hostel.services().people.line(ben.id)).stay;
    stay.value.leftOn = QDate(2026, 9, 10);
    stay.value.destination = {u"friends"_s};
    need(hostel.services().people.saveStay(stay, stay.value));
    CHECK(need(hostel.services().people.freeRooms()).size() == 1);
    CHECK(need(hostel.services().people.groupSizes()) == std::array{0, 0, 1, 1});
}

TEST_CASE("A stage is never changed, only followed or corrected with a reason")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    Stages &stages = hostel.services().stages;
    const auto entry = [&](int day, Stage stage) {
        return StageEntry{
            ben.id, QDate(2026, 8, day), stage, HousingPosition::SupportedHousing, u"seen"_s, {1}, Agreement::Agrees, {}, {}, {}};
    };
    need(stages.record(entry(1, Stage::ChaoticNotInTreatment)));
    const auto up = need(stages.record(entry(10, Stage::Settled)));
    need(stages.record(entry(20, Stage::ChaoticEngaging)));
    auto moves = stageMoves(need(stages.entries(ben.id)), QDate(2026, 9, 1));
    REQUIRE(moves.size() == 3);
    CHECK(moves[1].direction == Direction::Forward);
    CHECK(moves[2].direction == Direction::Back);
    CHECK(daysInStages(need(stages.entries(ben.id)), QDate(2026, 9, 1)) == std::array<qint64, 5>{9, 12, 0, 0, 10});

    CHECK(kindOfError(stages.correct(up, entry(10, Stage::InTreatment), u""_s)) == ErrorKind::Invalid);
    need(stages.correct(up, entry(10, Stage::InTreatment), u"mistyped"_s));
    CHECK(kindOfError(stages.correct(up, entry(10, Stage::InTreatment), u"again"_s)) == ErrorKind::NotAllowedNow);
    moves = stageMoves(need(stages.entries(ben.id)), QDate(2026, 9, 1));
    REQUIRE(moves.size() == 3);
    CHECK(moves[1].entry.value.stage == Stage::InTreatment);
    CHECK(need(stages.entries(ben.id)).size() == 4);
}

TEST_CASE("Content of a plan changes only in a draft, progress at any time")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    CarePlans &plans = hostel.services().plans;
    Goal goal;
    goal.area = Area::SubstanceUse;
    goal.statement = u"Pick up methadone every day"_s;
    goal.agreement = GoalAgreement::Agreed;
    const QString thread = need(plans.saveGoal(ben.id, goal));
    const QString step = need(plans.saveStep(ben.id, thread, Step{{}, {}, {}, {}, u"Ask the pharmacy"_s, QDate(2026, 9, 18), 0},
        {{StepActor::Resident, u"Ben"_s}, {StepActor::Keyworker, u"Priya"_s}}));
    need(plans.saveArea(ben.id, CarePlanArea{{}, {}, Area::SubstanceUse, u"I want to stop going over."_s, 3, 6, false}));
    const auto first = need(plans.issue(ben.id));
    CHECK(first.value.fingerprint.size() == 14);
    CHECK(first.value.reviewOn == QDate(2026, 10, 12));
    CHECK(kindOfError(plans.issue(ben.id)) == ErrorKind::NotAllowedNow);

    need(plans.noteStep(ben.id, step, StepStatus::Completed, u"11:15 every day"_s));
    auto view = *need(plans.planOf(ben.id));
    CHECK(view.versions.size() == 1);
    CHECK(view.current.areas[size_t(Area::SubstanceUse)].goals.first().steps.first().progress->status == StepStatus::Completed);
    CHECK(need(plans.snapshotOf(first.id)).areas[int(Area::SubstanceUse)].goals.first().steps.first().status == u"to_do"_s);

    need(plans.saveArea(ben.id, CarePlanArea{{}, {}, Area::SubstanceUse, u"I want to stop going over."_s, 4, 6, false}));
    view = *need(plans.planOf(ben.id));
    REQUIRE(view.versions.size() == 2);
    CHECK(view.current.version.value.state == VersionState::Draft);
    const auto changes = need(plans.whatChanged(view.current.version.id));
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].kind == PlanChangeKind::ReviewChanged);
    CHECK(changes[1] == PlanChange{PlanChangeKind::RatingChanged, u"substance_use"_s, {}, u"3"_s, u"4"_s});
    CHECK(need(plans.snapshotOf(first.id)).areas[int(Area::SubstanceUse)].selfRating == 3);
    CHECK(fingerprintOf(canonicalJson(need(plans.snapshotOf(first.id)))) == first.value.fingerprint);
}

TEST_CASE("A sign-off belongs to exactly the version that was printed")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    CarePlans &plans = hostel.services().plans;
    need(plans.startDraft(ben.id));
    auto view = *need(plans.planOf(ben.id));
    SignOff said;
    said.versionId = view.current.version.id;
    said.onDay = QDate(2026, 9, 14);
    said.kind = SignOffKind::SignedOnPaper;
    CHECK(kindOfError(plans.signOff(said)) == ErrorKind::NotAllowedNow);
    const auto first = need(plans.issue(ben.id));
    said.fingerprint = u"0000-0000-0000"_s;
    CHECK(kindOfError(plans.signOff(said)) == ErrorKind::NotAllowedNow);
    said.fingerprint.clear();
    need(plans.signOff(said));
    CHECK(need(plans.planOf(ben.id))->agreedVersion == 1);

    Goal goal;
    goal.statement = u"Something staff want"_s;
    goal.agreement = GoalAgreement::Agreed;
    need(plans.saveGoal(ben.id, goal));
    const auto second = need(plans.issue(ben.id));
    said.versionId = second.id;
    said.kind = SignOffKind::Declined;
    CHECK(kindOfError(plans.signOff(said)) == ErrorKind::Invalid);
    said.reason = u"Not mine"_s;
    need(plans.signOff(said));
    CHECK(need(plans.planOf(ben.id))->agreedVersion == 1);
    view = need(plans.startDraft(ben.id));
    CHECK(view.current.areas[0].goals.first().goal.value.agreement == GoalAgreement::NotAgreed);
    CHECK(first.value.fingerprint != second.value.fingerprint);
}

TEST_CASE("Nothing of a category that was not agreed leaves")
{
    TestHostel hostel;
    auto builder = aPerson();
    builder.person.conditions = u"COPDcanary"_s;
    builder.person.medicines = u"METHADONEcanary"_s;
    builder.person.bloodBorneViruses = u"HEPCcanary"_s;
    const auto ben = builder.in(hostel);
    const auto agency = anAgency(hostel);
    Sharing &sharing = hostel.services().sharing;
    const auto refer = [&](std::set<Category> sections) {
        return sharing.handOver(ben.id, agency.id, u"breathless on stairs"_s, sections, TextRenderer(), hostel.folder.path());
    };
    CHECK(kindOfError(refer({Category::Identity})) == ErrorKind::NotAgreed);
    const auto held = need(sharing.record(agreement(ben.id, agency.id), {Category::Identity, Category::Health}));
    CHECK(kindOfError(refer({Category::Identity, Category::Treatment})) == ErrorKind::NotAgreed);
    CHECK(kindOfError(refer({})) == ErrorKind::Invalid);
    CHECK(kindOfError(sharing.handOver(ben.id, agency.id, u" "_s, {Category::Identity}, TextRenderer(), hostel.folder.path()))
        == ErrorKind::Invalid);
    const auto sent = need(refer({Category::Identity, Category::Health}));
    CHECK(sent.referral.value.number == u"R-0001"_s);
    CHECK(sent.bytes.contains("COPDcanary"));
    CHECK_FALSE(sent.bytes.contains("METHADONEcanary"));
    CHECK_FALSE(sent.bytes.contains("HEPCcanary"));
    CHECK(sent.disclosure.value.left);
    CHECK(QFile::exists(hostel.folder.filePath(u"referral-R-0001.pdf"_s)));

    hostel.clock.set(QDateTime(QDate(2027, 3, 3), QTime(9, 0), Qt::UTC));
    CHECK(kindOfError(refer({Category::Identity})) == ErrorKind::NotAgreed);
    hostel.clock.set(kNow);
    need(sharing.withdraw(held, u"changed my mind"_s));
    CHECK(kindOfError(refer({Category::Identity})) == ErrorKind::NotAgreed);
}

TEST_CASE("A refusal after an agreement is the word that holds")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const auto agency = anAgency(hostel);
    need(hostel.services().sharing.record(agreement(ben.id, agency.id), {Category::Identity}));
    SharingAgreement refusal = agreement(ben.id, agency.id);
    refusal.state = AgreementState::Refused;
    need(hostel.services().sharing.record(refusal, {}));
    CHECK(need(hostel.services().sharing.scope(ben.id, agency.id, QDate(2026, 9, 14))).categories.empty());
}

TEST_CASE("When the file can't be written, the ledger says that nothing left")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const auto agency = anAgency(hostel);
    need(hostel.services().sharing.record(agreement(ben.id, agency.id), {Category::Identity}));
    QDir(hostel.folder.path()).mkpath(u"out/referral-R-0001.pdf"_s); // a folder stands where the file would go
    const auto failed = hostel.services().sharing.handOver(
        ben.id, agency.id, u"why"_s, {Category::Identity}, TextRenderer(), hostel.folder.filePath(u"out"_s));
    CHECK_FALSE(bool(failed));
    const auto ledger = need(hostel.services().records.all<Disclosure>());
    REQUIRE(ledger.size() == 1);
    CHECK_FALSE(ledger.first().value.left);
}

TEST_CASE("A draft is offered back to the one who typed it, after reopening too")
{
    TestHostel hostel;
    need(hostel.services().records.keepDraft(u"person/1"_s, {{u"given_name"_s, u"Be"_s}}));
    hostel.reopen();
    CHECK(hostel.services().records.draft(u"person/1"_s)[u"given_name"_s].toString() == u"Be"_s);
    CHECK(hostel.services().records.draft(u"person/2"_s).isEmpty());
    need(hostel.services().records.discardDraft(u"person/1"_s));
    CHECK(hostel.services().records.draft(u"person/1"_s).isEmpty());
}

TEST_CASE("Roles that may not see something don't get it")
{
    for (const Role role : {Role::Volunteer, Role::PeerSupporter, Role::Auditor}) {
        CHECK_FALSE(may(role, Act::Read, Category::SubstanceUse));
        CHECK_FALSE(may(role, Act::Write, Category::Identity));
        CHECK_FALSE(may(role, Act::Share, Category::Identity));
    }
    for (const Category category : allOf<Category>()) {
        CHECK_FALSE(may(Role::Auditor, Act::Read, category));
        CHECK(may(Role::Auditor, Act::ReadHistory, category));
        CHECK(may(Role::Manager, Act::Manage, category));
        CHECK_FALSE(may(Role::Keyworker, Act::Manage, category));
    }
}

TEST_CASE("A file that was cut, swapped for a letter or is open elsewhere is refused with its reason and left alone")
{
    TestHostel hostel;
    aPerson().in(hostel);
    CHECK(kindOfError(HostelFile::choose(hostel.path, hostel.clock)) == ErrorKind::InUse);
    hostel.hostel.reset();
    hostel.file.reset();
    QFile file(hostel.path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    const QByteArray whole = file.readAll();
    for (const qsizetype cut : {qsizetype(66'000), whole.size() / 2, qsizetype(65'536)}) {
        REQUIRE(file.resize(cut));
        auto chosen = HostelFile::choose(hostel.path, hostel.clock);
        REQUIRE(bool(chosen));
        CHECK(kindOfError((*chosen)->signIn(kManager, kPassword)) == ErrorKind::Damaged);
        CHECK(QFile(hostel.path).size() == cut);
        file.seek(0);
        REQUIRE(file.write(whole) == whole.size());
        file.flush();
    }
    auto chosen = HostelFile::choose(hostel.path, hostel.clock);
    REQUIRE(bool(chosen));
    CHECK(bool((*chosen)->signIn(kManager, kPassword)));
    CHECK(kindOfError(HostelFile::choose(hostel.folder.filePath(u"nothing.keywork"_s), hostel.clock)) == ErrorKind::NotFound);
}

TEST_CASE("Someone who has left the team can't sign in any more")
{
    TestHostel hostel;
    const auto tomi = need(hostel.services().records.add(Staff{u"Tomi Okoro"_s, Role::Keyworker, {}, {}, {}}));
    need(hostel.hostel->giveAccess(tomi, u"correct-horse-staple"_s));
    auto gone = tomi;
    hostel.hostel.reset();
    {
        auto opened = hostel.file->signIn(u"tomi okoro"_s, u"correct-horse-staple"_s);
        REQUIRE(bool(opened));
        CHECK((*opened)->session().role() == Role::Keyworker);
    }
    hostel.reopen();
    gone.value.leftOn = QDate(2026, 9, 14);
    need(hostel.services().records.amend(gone));
    hostel.hostel.reset();
    CHECK(kindOfError(hostel.file->signIn(u"tomi okoro"_s, u"correct-horse-staple"_s)) == ErrorKind::WrongPassword);
}

TEST_CASE("Passwords that are easy to guess are told apart from strong ones")
{
    CHECK_FALSE(passwordStrength(u"hunter2"_s, {}).longEnough);
    CHECK_FALSE(passwordStrength(u"password1"_s, {}).acceptable());
    CHECK_FALSE(passwordStrength(u"cairnstreet"_s, {u"Cairn Street Hostel"_s}).acceptable());
    CHECK(passwordStrength(kPassword, {}).acceptable());
}

TEST_CASE("The chain of the history covers every row")
{
    TestHostel hostel;
    aPerson().in(hostel);
    const auto rows = valueOf(hostel.services().records.database(),
        u"SELECT count(*) FROM history WHERE length(mac) = 64 AND length(commitment) = 64 AND length(salt) = 32"_s);
    CHECK(rows->toInt() == historyRows(hostel));
    CHECK(valueOf(hostel.services().records.database(), u"SELECT count(DISTINCT mac) FROM history"_s)->toInt() == historyRows(hostel));
}

TEST_CASE("Today lists the facts that need someone")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto watches = [&] {
        QList<Watch> list;
        for (const WatchItem &item : need(hostel.services().attention.today()))
            list.append(item.watch);
        return list;
    };
    CHECK(watches() == QList<Watch>{Watch::NoKeyworker, Watch::NoPlan, Watch::NoStage});
    auto assigned = ben;
    assigned.value.keyworkerId = {1};
    need(hostel.services().records.amend(assigned));
    need(hostel.services().plans.startDraft(ben.id));
    need(hostel.services().plans.issue(ben.id));
    CHECK(watches() == QList<Watch>{Watch::PlanNotSigned, Watch::NoStage});
    hostel.clock.set(QDateTime(QDate(2026, 12, 1), QTime(9, 0), Qt::UTC));
    CHECK(watches() == QList<Watch>{Watch::PlanReviewOverdue, Watch::PlanNotSigned, Watch::NoStage});
}
