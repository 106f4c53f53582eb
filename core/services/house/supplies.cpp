// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/supplies.h"

#include "core/base/text.h"
#include "core/domain/keywork.h"
#include "core/domain/substance_use.h"
#include "core/services/records/records.h"
#include "core/storage/naloxone_and_supplies.h"
#include "core/storage/table.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// The place of a kind in the list of kinds, which begins with needles and syringes.
qsizetype rankOfSupply(const ChoiceSource &choices, const QString &kind)
{
    const auto all = choices.options(u"supply_kind"_s);
    const auto found = std::find_if(all.cbegin(), all.cend(), [&kind](const auto &choice) { return choice.code == kind; });
    return found - all.cbegin();
}

ShelfMove moveNamed(const QString &move)
{
    if (move == u"given")
        return ShelfMove::Given;
    const auto act = fromCode<StockAct>(move).value_or(StockAct::Delivered);
    return act == StockAct::Counted ? ShelfMove::Counted : act == StockAct::ThrownAway ? ShelfMove::ThrownAway : ShelfMove::Delivered;
}

} // namespace

QList<SupplyItem> shippedSupplies()
{
    QFile file(u":/keywork/catalogue/supplies.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<SupplyItem> items;
    const QJsonArray lines = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue &line : lines) {
        SupplyItem item;
        item.name = line[u"name"].toString();
        item.kind = {line[u"kind"].toString()};
        item.comesBack = line[u"comes_back"].toBool();
        item.needsAuthority = line[u"needs_authority"].toBool();
        items.append(item);
    }
    return items;
}

Supplies::Supplies(Records &records)
    : m_records(records)
{
    records.addLookup(recordType<SupplyLine>(), [this](const Row &row, qint64 self) { return lineProblems(row, self); });
}

/// What a law of its own covers is handed out only while it is switched on; what comes back is always taken.
Result<Violations> Supplies::lineProblems(const Row &row, qint64 self) const
{
    const qint64 given = row.value(u"given"_s).toLongLong();
    Table lines(m_records.database(), recordType<SupplyLine>());
    const auto before = self > 0 ? lines.find(self) : Result<KeptRow>(Error{});
    const bool isAsBefore
        = before && before->row.value(u"given"_s).toLongLong() >= given && before->row.value(u"item_id"_s) == row.value(u"item_id"_s);
    if (given == 0 || isAsBefore)
        return Violations();
    const auto kept = Table(m_records.database(), recordType<SupplyItem>()).find(row.value(u"item_id"_s).toLongLong());
    if (!kept)
        return Violations(); // nobody's: the reference says so beside its field
    const auto item = asKind<SupplyItem>(*kept);
    if (!item)
        return item.error();
    QDate day = m_records.today();
    if (const auto visit = Table(m_records.database(), recordType<SupplyVisit>()).find(row.value(u"visit_id"_s).toLongLong()))
        day = m_records.clock().local(fromStoredText(visit->row.text(u"at"_s))).date();
    if (!item->value.needsAuthority || SupplyItem(item->value).isOffered(day) || item->value.outOfUse)
        return Violations();
    return Violations{{u"item_id"_s, Rule::NotSwitchedOn, {}}};
}

Done Supplies::takeInShipped()
{
    const auto known = m_records.all<SupplyItem>();
    if (!known)
        return known.error();
    return m_records.together([&]() -> Done {
        for (const SupplyItem &item : shippedSupplies()) {
            const bool isThere = std::any_of(
                known->cbegin(), known->cend(), [&item](const Kept<SupplyItem> &one) { return sameName(one.value.name, item.name); });
            if (isThere)
                continue;
            if (const auto added = m_records.add(item); !added)
                return added.error();
        }
        return {};
    });
}

Result<QList<Kept<SupplyItem>>> Supplies::offered(QDate day) const
{
    auto items = m_records.all<SupplyItem>();
    if (!items)
        return items;
    items->removeIf([day](const Kept<SupplyItem> &item) { return !item.value.isOffered(day); });
    std::stable_sort(items->begin(), items->end(), [this](const Kept<SupplyItem> &a, const Kept<SupplyItem> &b) {
        return rankOfSupply(m_records.choices(), a.value.kind.code) < rankOfSupply(m_records.choices(), b.value.kind.code);
    });
    return items;
}

Result<QList<ItemOnShelf>> suppliesOnShelf(const Records &records)
{
    const auto items = records.all<SupplyItem>();
    if (!items)
        return items.error();
    const auto rows = shelfMoves(records.database());
    if (!rows)
        return rows.error();
    QHash<qint64, QList<SupplyMove>> moves;
    for (const ShelfRow &row : *rows)
        moves[row.item].append({moveNamed(row.move), row.quantity, row.at});
    QList<ItemOnShelf> shelf;
    for (const Kept<SupplyItem> &item : *items)
        if (!item.value.outOfUse)
            shelf.append({item, onShelf(moves.value(item.id.value))});
    return shelf;
}

Result<QSet<qint64>> Supplies::comingBack() const
{
    const auto items = m_records.all<SupplyItem>();
    if (!items)
        return items.error();
    QSet<qint64> ids;
    for (const Kept<SupplyItem> &item : *items)
        if (item.value.comesBack)
            ids.insert(item.id.value);
    return ids;
}

Result<QList<SupplyWeek>> Supplies::weeks(int weeks) const
{
    const auto back = comingBack(); // who may not read of the house gets this far and no further
    if (!back)
        return back.error();
    const QDate first = mondayOf(m_records.today()).addDays(-7 * (weeks - 1));
    const auto rows = handedOutSince(m_records.database(), m_records.clock().startOf(first));
    if (!rows)
        return rows.error();
    QList<SupplyHandedOut> lines;
    for (const HandedOutRow &row : *rows)
        lines.append({row.item, row.visit, m_records.clock().local(row.at).date(), row.given, row.returned, row.isNamed});
    return supplyWeeks(lines, *back, m_records.today(), weeks);
}

Result<ReturnRatio> Supplies::ratioOf(Id<Person> person, int days) const
{
    if (!m_records.mayRead(recordType<SupplyVisit>()))
        return Error{m_records.session().refusal(), QString::fromLatin1(recordType<SupplyVisit>().table), {}};
    if (Done open = m_records.checkOpen(person.value); !open)
        return open.error();
    const auto back = comingBack();
    if (!back)
        return back.error();
    const QDateTime from = m_records.clock().startOf(m_records.today().addDays(1 - days));
    const auto rows = handedOutSince(m_records.database(), from, person.value);
    if (!rows)
        return rows.error();
    ReturnRatio ratio;
    for (const HandedOutRow &row : *rows)
        if (back->contains(row.item)) {
            ratio.given += row.given;
            ratio.returned += row.returned;
        }
    return ratio;
}

Result<MessagesGiven> Supplies::messagesOf(Id<Person> person) const
{
    MessagesGiven given;
    const Clock &clock = m_records.clock();
    const auto visits = m_records.of<SupplyVisit>("person_id", person);
    if (!visits)
        return visits.error();
    for (const Kept<SupplyVisit> &visit : *visits)
        given.add(visit.value.messages, clock.local(visit.value.at).date());
    if (!m_records.mayRead(recordType<SubstanceReview>()))
        return given; // what was said in reviews and in keywork tells of substance use
    const auto reviews = m_records.of<SubstanceReview>("person_id", person);
    const auto talks = m_records.of<KeyworkMessage>("person_id", person);
    if (!reviews || !talks)
        return reviews ? talks.error() : reviews.error();
    for (const Kept<SubstanceReview> &review : *reviews)
        given.add(review.value.talkedAbout, review.value.asOn);
    QHash<qint64, QDate> held;
    const auto sessions = m_records.mayRead(recordType<KeyworkSession>()) ? m_records.of<KeyworkSession>("person_id", person)
                                                                          : QList<Kept<KeyworkSession>>();
    if (!sessions)
        return sessions.error();
    for (const Kept<KeyworkSession> &session : *sessions)
        if (session.value.isHeld())
            held.insert(session.id.value, clock.local(session.value.startsAt).date());
    for (const Kept<KeyworkMessage> &talk : *talks)
        if (const QDate day = held.value(talk.value.sessionId.value); day.isValid())
            given.addKeywork(talk.value.message.code, day);
    return given;
}

} // namespace keywork
