// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/care_plans.h"
#include "core/services/care/stages.h"
#include "core/services/house/attention.h"
#include "core/services/keeping/hostel_file.h"
#include "core/services/records/drafts.h"
#include "core/services/records/finding.h"
#include "core/services/records/history_reader.h"
#include "core/services/records/people.h"
#include "core/services/records/photos.h"
#include "core/services/records/records.h"
#include "core/services/sharing/agreements.h"
#include "core/services/sharing/disclosures.h"
#include "core/services/sharing/referrals.h"
#include "core/vault/vault_file.h"
#include "tests/fuzz/planted.h"
#include "tests/support/campaign.h"
#include "tests/support/filled_rows.h"
#include "tests/support/full_referral.h"

namespace keywork::test::hostile_database_fuzz_test {

using namespace Qt::StringLiterals;

namespace {

/// A closed vault with something of every kind in it; each point spoils a copy.
struct Original {
    QTemporaryDir folder;
    QString path = folder.filePath(u"original.keywork"_s);

    Original()
    {
        FullReferral full;
        Records &records = full.hostel.services().records;
        for (const RecordType *type : allKinds())
            if (type->place == Place::Partners || type->place == Place::Rooms)
                need(records.add(filledRow(records, *type, u"barker"_s)));
        need(Drafts(records).keep({u"person"_s, 1, 1}, {{u"row"_s, u"typed"_s}}));
        full.hostel.hostel.reset();
        full.hostel.file.reset();
        REQUIRE(QFile::copy(full.hostel.path, path));
    }
};

/// A copy that somebody with the right key spoiled.
struct Spoiled {
    QTemporaryDir folder;
    QString path = folder.filePath(u"h.keywork"_s);
    SetClock clock{kNow};

    explicit Spoiled(const Original &original) { REQUIRE(QFile::copy(original.path, path)); }

    Result<std::unique_ptr<OpenHostel>> signIn(std::unique_ptr<HostelFile> &file)
    {
        auto chosen = HostelFile::choose(path, clock);
        if (!chosen)
            return chosen.error();
        file = std::move(*chosen);
        return file->signIn(kManager, kPassword);
    }
    /// Past the services, so that nothing of theirs meets what is planted before it is watched.
    void spoil(const Plant &planted)
    {
        auto vault = VaultFile::unlock(path, kManager, kPassword);
        auto database = Database::open(path, Protection::Vault, need(vault)->historyKey());
        plant(*need(database), planted);
    }
};

/// Every way in which a screen reads; each comes back with a Result.
void readEverything(Services &services)
{
    Records &records = services.records;
    for (const RecordType *type : allKinds()) {
        (void)records.list(*type, {.withWithdrawn = true});
        (void)records.one(*type, 1);
        (void)records.count(*type);
        (void)HistoryReader(records).ofRecord(*type, 1);
    }
    const Id<Person> ben{1};
    (void)HistoryReader(records).ofPerson(ben.value, false);
    (void)Drafts(records).at({u"person"_s, 1, 1});
    for (const auto group : {ResidentGroup::HereNow, ResidentGroup::MyKeywork, ResidentGroup::Expected, ResidentGroup::Left})
        (void)services.people.residents(group);
    (void)services.people.line(ben);
    (void)services.people.groupSizes();
    (void)services.people.nearMatches(u"Ben"_s, u"Barker"_s, u"1981-02"_s);
    (void)services.people.freeRooms();
    (void)services.stages.entries(ben);
    (void)services.plans.planOf(ben);
    (void)services.plans.snapshotOf({1});
    (void)services.plans.whatChanged({1});
    (void)services.finding.find(u"barker"_s);
    (void)services.attention.today();
    (void)services.stages.spread();
    (void)services.agreements.scope(ben, {1}, QDate(2026, 9, 14));
    (void)services.agreements.wording();
    (void)services.disclosures.about(ben);
    (void)services.disclosures.withFingerprint(QString(64, u'0'));
    (void)services.referrals.facts(wishFor(ben, {1}, {Category::Identity, Category::Health, Category::CarePlan}));
    (void)services.referrals.unreviewed();
    (void)services.referrals.waitingTime({1});
    (void)services.photos.of(ben);
}

void writeSomething(Services &services)
{
    Records &records = services.records;
    Stay stay;
    stay.referredOn = QDate(2026, 9, 1);
    (void)services.people.takeIn(aPerson().person, stay);
    for (const RecordType *type : allKinds())
        if (type->place != Place::Nowhere)
            (void)records.add(filledRow(records, *type, u"written later"_s));
    if (auto person = records.one(Id<Person>{1})) {
        person->value.telephone = u"07700 900555"_s;
        (void)records.amend(*person);
    }
    Q_UNUSED(bool(Drafts(records).keep({u"person"_s, 1, 1}, {{u"row"_s, u"typed later"_s}})));
    (void)services.plans.startDraft({1});
}

} // namespace

TEST_CASE("A hostile database with the right key gives errors or rows, never a crash, a hang or a run of what was planted")
{
    ConnectionWatch watch;
    const Original original;
    int opened = 0;
    Campaign campaign(u"hostile database"_s, {90, 4'000});
    campaign.run([&](quint32 seed) {
        Mutator mutator(seed);
        const Plant planted = somePlant(mutator);
        INFO(planted.what.toStdString() << ": " << planted.statements.join(u"; "_s).toStdString());
        Spoiled spoiled(original);
        watch.begin(20'000);
        spoiled.spoil(planted);
        watch.begin(5'000);
        std::unique_ptr<HostelFile> file;
        auto hostel = spoiled.signIn(file);
        if (hostel) {
            ++opened;
            readEverything((*hostel)->services());
            writeSomething((*hostel)->services());
            campaign.expect(tracesOf((*hostel)->services().records.database()) == 0, u"ran: "_s + planted.what);
        } else {
            campaign.expect(hostel.error().kind != ErrorKind::Invalid, u"refused as if it had been typed: "_s + planted.what);
        }
        campaign.expect(watch.tattled() == 0, u"called out: "_s + planted.what);
        campaign.expect(!watch.wasTooLong(), u"took for ever: "_s + planted.what);
    });
    CHECK(opened > 0);
}

} // namespace keywork::test::hostile_database_fuzz_test
