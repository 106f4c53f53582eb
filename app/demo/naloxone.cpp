// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/areas.h"
#include "core/base/anniversary.h"
#include "core/domain/naloxone_watch.h"
#include "core/domain/take_home_naloxone.h"
#include "core/rules/naloxone_stock.h"
#include "core/services/records/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

constexpr int kRecallOnDay = 200; // of the demonstration
const QString kRecalledBatch = u"NX2417"_s;

Id<Agency> drugService(const DemoHouse &house)
{
    const auto found = std::find_if(house.agencies.cbegin(), house.agencies.cend(),
        [](const Kept<Agency> &agency) { return agency.value.category.code == u"drug_alcohol_treatment"; });
    return found == house.agencies.cend() ? (house.agencies.isEmpty() ? Id<Agency>() : house.agencies.first().id) : found->id;
}

/// A new kit of the next number, good for a year and a half to three years.
Done addKit(DemoHouse &house, DemoRandom &random, Id<NaloxonePlace> place)
{
    const auto count = house.services.records.count(recordType<NaloxoneKit>());
    if (!count)
        return count.error();
    NaloxoneKit kit;
    kit.number = QString::number(*count + 1);
    kit.kind = random.oneIn(3) ? NaloxoneKind::Syringe : NaloxoneKind::Spray;
    kit.product = {kit.kind == NaloxoneKind::Spray ? u"nyxoid"_s : u"prenoxad"_s};
    kit.dosesLeft = kit.kind == NaloxoneKind::Spray ? 2 : 5;
    kit.batch = *count == 1 ? kRecalledBatch : u"NX%1"_s.arg(2420 + random.upTo(70));
    kit.expiresOn = PartialDate::fromText(
        monthsAfter(house.today(), *count == 1 ? 30 : 18 + random.upTo(18), MonthEnd::LastDay).toString(u"yyyy-MM"_s));
    kit.placeId = place;
    kit.suppliedBy = drugService(house);
    kit.suppliedOn = house.today();
    return onlyDone(house.services.records.add(kit));
}

Done openNaloxone(DemoHouse &house, DemoRandom &random)
{
    Records &records = house.services.records;
    for (const QJsonValue &value : house.list(u"naloxonePlaces")) {
        const auto place = records.add(NaloxonePlace{.name = value.toArray().at(0).toString(),
            .atLeast = value.toArray().at(1).toInteger(),
            .goesOut = value.toArray().at(2).toBool()});
        if (!place)
            return place.error();
        for (int i = 0; i < place->value.atLeast; ++i)
            if (Done done = addKit(house, random, place->id); !done)
                return done;
    }
    SupplyAuthority authority{.paper = u"Agreement with the drug service, blue folder in the office"_s, .agencyId = drugService(house)};
    authority.fromOn = house.today();
    for (const AuthorityFor what : allOf<AuthorityFor>()) {
        authority.what = what;
        if (const auto added = records.add(authority); !added)
            return added.error();
    }
    return {};
}

Done train(DemoHouse &house, Id<Staff> who)
{
    NaloxoneTraining training{.staffId = who, .onDay = house.today(), .givenBy = drugService(house)};
    training.untilOn = monthsAfter(house.today(), 36, MonthEnd::LastDay);
    return onlyDone(house.services.records.add(training));
}

/// Whoever is new learns it with the next course, which comes twice a year.
Done trainWhoeverIsNew(DemoHouse &house)
{
    const auto trained = house.services.records.all<NaloxoneTraining>();
    if (!trained)
        return trained.error();
    QList<Id<Staff>> wanted{house.services.records.session().staff()};
    for (const Kept<Staff> &member : std::as_const(house.team))
        wanted.append(member.id);
    for (const Id<Staff> who : std::as_const(wanted)) {
        const bool holds = std::any_of(trained->cbegin(), trained->cend(),
            [&](const Kept<NaloxoneTraining> &one) { return one.value.staffId == who && one.value.holdsOn(house.today()); });
        if (!holds)
            if (Done done = train(house, who); !done)
                return done;
    }
    return {};
}

/// What was called back, opened or runs out within the month goes, and a new kit comes in its place.
Done renewKits(DemoHouse &house, DemoRandom &random, Id<NaloxonePlace> place, qint64 atLeast, int &there)
{
    const auto kits = house.services.records.of<NaloxoneKit>("place_id", place);
    if (!kits)
        return kits.error();
    there = 0;
    for (Kept<NaloxoneKit> kit : *kits) {
        if (!isHere(kit.value.state))
            continue;
        const bool runsOut = !kit.value.expiresOn || kit.value.expiresOn->latest() < house.today().addDays(30);
        if (kit.value.state == KitState::Ready && !runsOut) {
            ++there;
            continue;
        }
        kit.value.state = KitState::Disposed;
        kit.value.dosesLeft.reset();
        kit.value.becameOf = u"Handed in at the pharmacy"_s;
        if (const auto gone = house.services.records.amend(kit); !gone)
            return gone.error();
    }
    for (; there < atLeast; ++there)
        if (Done done = addKit(house, random, place); !done)
            return done;
    return {};
}

Done lookOver(DemoHouse &house, DemoRandom &random)
{
    const auto places = house.services.records.all<NaloxonePlace>();
    if (!places)
        return places.error();
    for (const Kept<NaloxonePlace> &place : *places) {
        int there = 0;
        if (Done done = renewKits(house, random, place.id, place.value.atLeast, there); !done)
            return done;
        NaloxoneCheck check{.placeId = place.id, .onDay = house.today(), .kitsFound = there};
        check.checkedBy = house.someone(random).id;
        if (random.oneIn(6)) {
            check.found = PlaceFound::PutRight;
            check.what = random.pick(house.list(u"naloxonePutRight")).toString();
        }
        if (const auto added = house.services.records.add(check); !added)
            return added.error();
    }
    return {};
}

/// An overdose of the last days in the house was answered with a kit.
Done useKit(DemoHouse &house)
{
    const QString since = toStoredText(house.clock.now().addDays(-7));
    const auto overdoses = house.services.records.all<Incident>(
        {.filters = {{u"kind"_s, Filter::Comparison::Equals, u"overdose"_s}, {u"happened_at"_s, Filter::Comparison::AtLeast, since}}});
    if (!overdoses)
        return overdoses.error();
    for (const Kept<Incident> &overdose : *overdoses) {
        const auto used = house.services.records.of<NaloxoneKit>("incident_id", overdose.id);
        const auto ready = house.services.records.all<NaloxoneKit>({.filters = {{u"state"_s, Filter::Comparison::Equals, u"ready"_s}}});
        if (!used || !ready)
            return used ? ready.error() : used.error();
        if (!used->isEmpty() || ready->isEmpty())
            continue;
        Kept<NaloxoneKit> kit = ready->first();
        kit.value = afterDoses(kit.value, 2, overdose.value.happenedAt.addSecs(180), overdose.id);
        if (const auto saved = house.services.records.amend(kit); !saved)
            return saved.error();
    }
    return {};
}

Done callBack(DemoHouse &house)
{
    NaloxoneRecall recall{.batch = kRecalledBatch, .product = {u"nyxoid"_s}, .onDay = house.today()};
    recall.issuedBy = u"The maker"_s;
    recall.reference = u"FSN 24-17"_s;
    recall.whatToDo = u"Take the kits of this batch out of use and send them back to the supplier."_s;
    return onlyDone(house.services.records.add(recall));
}

Done endRecall(DemoHouse &house)
{
    Records &records = house.services.records;
    const auto recalls = records.all<NaloxoneRecall>();
    const auto kits = records.all<NaloxoneKit>({.filters = {{u"batch"_s, Filter::Comparison::Equals, kRecalledBatch}}});
    if (!recalls || !kits)
        return recalls ? kits.error() : recalls.error();
    for (Kept<NaloxoneKit> kit : *kits) {
        if (!isHere(kit.value.state))
            continue;
        kit.value.state = KitState::SentBack;
        kit.value.dosesLeft.reset();
        kit.value.becameOf = u"Collected by the drug service"_s;
        if (const auto saved = records.amend(kit); !saved)
            return saved.error();
    }
    for (Kept<NaloxoneRecall> recall : *recalls) {
        recall.value.endedOn = house.today();
        if (const auto saved = records.amend(recall); !saved)
            return saved.error();
    }
    return {};
}

TakeHomeNaloxone theirNew(const DemoHouse &house, DemoRandom &random, Id<Person> person)
{
    TakeHomeNaloxone one;
    one.personId = person;
    one.from = TakeHomeFrom::Supplier;
    one.supplierId = drugService(house);
    one.onDay = house.today();
    one.state = TakeHomeState::Has;
    one.batch = u"NX%1"_s.arg(2420 + random.upTo(70));
    one.expiresOn = PartialDate::fromText(monthsAfter(house.today(), 20 + random.upTo(14), MonthEnd::LastDay).toString(u"yyyy-MM"_s));
    one.shownOn = house.today();
    one.keptWhere = random.pick(house.list(u"takeHomeKept")).toString();
    return one;
}

/// Arranged in the first week, handed out in the second, and for some lost or used later and replaced.
void planTakeHome(DemoDay &day, const DemoResidentPtr &resident)
{
    auto &house = day.house;
    auto &random = day.random;
    const int after = 8 + random.upTo(10);
    const bool isReplaced = random.oneIn(5);
    const auto kept = std::make_shared<Id<TakeHomeNaloxone>>();
    const QDate handedOut = day.date.addDays(after);
    if (handedOut >= resident->until)
        return;
    day.on(day.date.addDays(3), 14, [&house, resident, kept]() -> Done {
        TakeHomeNaloxone arranged;
        arranged.personId = resident->id;
        arranged.supplierId = drugService(house);
        arranged.onDay = house.today();
        arranged.state = TakeHomeState::Expected;
        if (resident->returns())
            arranged.whyAnother = u"Came back, nobody knows where the one before is"_s;
        const auto added = house.services.records.add(arranged);
        if (added)
            *kept = added->id;
        return onlyDone(added);
    });
    day.on(handedOut, 15, [&house, &random, resident, kept]() -> Done {
        auto one = house.services.records.one(*kept);
        if (!one)
            return one.error();
        one->value = theirNew(house, random, resident->id);
        return onlyDone(house.services.records.amend(*one));
    });
    const QDate lost = handedOut.addDays(30 + random.upTo(60));
    if (!isReplaced || lost >= resident->until)
        return;
    day.on(lost, 16, [&house, &random, resident, kept]() -> Done {
        auto one = house.services.records.one(*kept);
        if (!one)
            return one.error();
        one->value.state = random.oneIn(3) ? TakeHomeState::Used : TakeHomeState::Lost;
        one->value.endedOn = house.today();
        if (const auto saved = house.services.records.amend(*one); !saved)
            return saved.error();
        TakeHomeNaloxone next = theirNew(house, random, resident->id);
        next.whyAnother = random.pick(house.list(u"takeHomeLost")).toString();
        return onlyDone(house.services.records.add(next));
    });
}

} // namespace

/// The kits of the house, looked over on the first Tuesday of each month, and what residents have of their own.
Done naloxone(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    if (day.isFirst())
        day.at(10, [&house, &random]() -> Done {
            Done opened = openNaloxone(house, random);
            return opened ? trainWhoeverIsNew(house) : opened;
        });
    else if (day.date.dayOfWeek() == Qt::Tuesday && day.date.day() <= 7)
        day.at(11, [&house, &random] { return lookOver(house, random); });
    else if (day.date.dayOfWeek() == Qt::Monday)
        day.at(12, [&house] { return useKit(house); });
    if ((day.date.month() == 3 || day.date.month() == 9) && day.date.day() == 20)
        day.at(13, [&house] { return trainWhoeverIsNew(house); });
    if (day.date == house.calendar.start().addDays(kRecallOnDay)) {
        day.at(9, [&house] { return callBack(house); });
        day.on(day.date.addDays(6), 15, [&house] { return endRecall(house); });
    }
    for (const DemoResidentPtr &resident : std::as_const(day.arriving))
        if (!random.oneIn(3))
            planTakeHome(day, resident);
    return {};
}

} // namespace keywork::demo
