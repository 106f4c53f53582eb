// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/substance_use.h"
#include "app/demo/areas.h"
#include "core/services/care/substance_reviews.h"
#include "core/services/care/substances.h"
#include "core/services/records/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

/// What people in the house use: of a hundred, and how it begins.
struct UsualUse {
    QString code;
    int ofHundred = 0;
    qint64 days = 0;
    UseRoute route = UseRoute::Swallow;
    UsePattern pattern = UsePattern::Recreational;
    UseSource source = UseSource::Bought;
    QString amount = {};
    QString unit = {};
    qint64 pounds = 0; ///< in a week
};

QList<UsualUse> usualUses()
{
    return {
        {u"heroin"_s, 55, 22, UseRoute::Smoke, UsePattern::Dependent, UseSource::Bought, u"0.4"_s, u"g"_s, 110},
        {u"methadone"_s, 45, 27, UseRoute::Swallow, UsePattern::Dependent, UseSource::Prescribed, u"40"_s, u"mg"_s, 0},
        {u"crack"_s, 48, 12, UseRoute::Smoke, UsePattern::Recreational, UseSource::Bought, u"2"_s, u"rocks"_s, 60},
        {u"alcohol"_s, 50, 14, UseRoute::Swallow, UsePattern::Recreational, UseSource::Bought, u"9"_s, u"units"_s, 35},
        {u"cannabis"_s, 40, 18, UseRoute::Smoke, UsePattern::Recreational, UseSource::Bought, u"3"_s, u"joints"_s, 30},
        {u"pregabalin"_s, 24, 28, UseRoute::Swallow, UsePattern::Dependent, UseSource::Prescribed, u"300"_s, u"mg"_s, 0},
        {u"synthetic_cannabinoids"_s, 18, 15, UseRoute::Smoke, UsePattern::Dependent, UseSource::Bought, u"1"_s, u"g"_s, 40},
        {u"diazepam"_s, 20, 9, UseRoute::Swallow, UsePattern::Recreational, UseSource::SomeoneElses, u"20"_s, u"mg"_s, 12},
    };
}

/// The day of last use that fits the days, or none.
std::optional<PartialDate> lastUseFor(const SubstanceUse &use, QDate asOn, DemoRandom &random)
{
    if (!use.days)
        return {};
    if (*use.days > 0)
        return PartialDate::fromDate(asOn.addDays(-random.upTo(int(28 / *use.days))));
    const bool isLongAgo = use.lastUsed && use.lastUsed->latest() < asOn.addDays(-27);
    return isLongAgo ? use.lastUsed : std::nullopt;
}

void setDays(SubstanceUse &use, qint64 days, QDate asOn, DemoRandom &random)
{
    use.days = std::clamp<qint64>(days, 0, 28);
    use.lastUsed = lastUseFor(use, asOn, random);
}

SubstanceUse firstTold(const UsualUse &usual, qint64 substance, QDate asOn, DemoRandom &random)
{
    SubstanceUse use;
    use.substanceId = {substance};
    use.pattern = usual.pattern;
    use.route = usual.route;
    if (usual.code == u"heroin" && random.upTo(100) < 40) {
        use.route = UseRoute::Inject;
        use.sites = u"arms"_s;
        use.shares = UseOften::No;
    }
    use.amount = Decimal::fromText(usual.amount);
    use.unit = {usual.unit};
    if (usual.pounds > 0)
        use.spend = Pence{usual.pounds * 100};
    use.source = usual.source;
    if (usual.source != UseSource::Prescribed)
        use.alone = random.pick(QList<UseOften>{UseOften::No, UseOften::Sometimes, UseOften::Sometimes, UseOften::Mostly});
    if (random.oneIn(2))
        use.firstAge = 12 + random.upTo(4);
    if (random.oneIn(14))
        use.notSaid.reasons.insert(u"days"_s, NotSaidReason::PrefersNot);
    else
        setDays(use, usual.days - 4 + random.upTo(9), asOn, random);
    return use;
}

QHash<QString, qint64> substancesByCode(const DemoHouse &house)
{
    QHash<QString, qint64> ids;
    const auto all = house.services.substances.all();
    for (const Kept<Substance> &one : all ? *all : QList<Kept<Substance>>())
        ids.insert(one.value.code, one.id.value);
    return ids;
}

QList<SubstanceUse> firstAnswers(const DemoHouse &house, QDate asOn, DemoRandom &random)
{
    const QHash<QString, qint64> ids = substancesByCode(house);
    QList<SubstanceUse> uses;
    for (const UsualUse &usual : usualUses())
        if (random.upTo(100) < usual.ofHundred && ids.contains(usual.code))
            uses.append(firstTold(usual, ids.value(usual.code), asOn, random));
    if (!uses.isEmpty())
        uses.first().rank = UseRank::Main;
    if (uses.size() > 1)
        uses[1].rank = UseRank::Second;
    return uses;
}

/// A little less from review to review, now and then more, sometimes not at all for a while; some answers stay as they were.
void liveOn(SubstanceUse &use, QDate asOn, DemoRandom &random)
{
    if (random.oneIn(4))
        return; // nobody asked
    if (use.source == UseSource::Prescribed)
        return use.days ? setDays(use, 28 - random.upTo(3), asOn, random) : void();
    if (!use.days)
        return;
    const qint64 before = *use.days;
    setDays(use, before == 0 ? (random.oneIn(4) ? 3 : 0) : random.oneIn(9) ? 0 : before - 3 + random.upTo(5), asOn, random);
    if (use.route == UseRoute::Inject && random.oneIn(5)) {
        use.route = UseRoute::Smoke;
        use.sites.clear();
    } else if (use.route == UseRoute::Smoke && use.rank == UseRank::Main && random.oneIn(14)) {
        use.route = UseRoute::Inject;
    }
    if (use.alone && random.oneIn(6))
        use.alone = random.pick(QList<UseOften>{UseOften::No, UseOften::Sometimes, UseOften::Mostly});
}

QString topicsFor(DemoRandom &random)
{
    QStringList topics;
    for (const QString &topic : {u"not_alone"_s, u"cutting_down"_s, u"naloxone"_s, u"mixing"_s, u"sterile_equipment"_s, u"drug_service"_s})
        if (random.oneIn(3))
            topics.append(topic);
    return topics.join(u',');
}

Done talkUseThrough(DemoHouse &house, DemoRandom &random, Id<Person> person)
{
    auto begun = house.services.substanceReviews.begin(person);
    if (!begun)
        return begun.error();
    SubstanceReview &head = begun->head;
    const QJsonArray words = house.list(u"substanceUseWords");
    if (random.oneIn(2) && !words.isEmpty())
        head.words = random.pick(words).toString();
    head.talkedAbout = topicsFor(random);
    if (begun->before)
        for (SubstanceUse &use : begun->uses)
            liveOn(use, head.asOn, random);
    else
        begun->uses = firstAnswers(house, head.asOn, random);
    Family family;
    family.head.row = toRow(head);
    for (const SubstanceUse &use : std::as_const(begun->uses)) {
        KeptRow part;
        part.row = toRow(use);
        family.parts.append(part);
    }
    return onlyDone(house.services.substanceReviews.save(family, {}, {}));
}

} // namespace

/// Most residents talk it through in their first week, and again about every five weeks.
Done substanceUse(DemoDay &day)
{
    DemoHouse &house = day.house;
    if (day.isFirst())
        day.at(9, [&house] { return house.services.substances.takeInShipped(); });
    for (const DemoResidentPtr &resident : day.arriving) {
        if (day.random.oneIn(8))
            continue;
        for (QDate on = day.date.addDays(1 + day.random.upTo(5)); on < resident->until; on = on.addDays(30 + day.random.upTo(15)))
            day.on(on, 15, [&house, &random = day.random, resident] { return talkUseThrough(house, random, resident->id); });
    }
    return {};
}

} // namespace keywork::demo
