// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/naloxone.h"

#include "core/base/text.h"
#include "core/record/row_changes.h"
#include "core/services/records/records.h"
#include "core/storage/history.h"
#include "core/storage/naloxone_and_supplies.h"
#include "core/storage/table.h"

#include <QJsonArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

template <class T> Result<QList<Kept<T>>> allAs(const Result<QList<KeptRow>> &rows)
{
    if (!rows)
        return rows.error();
    QList<Kept<T>> records;
    for (const KeptRow &row : *rows) {
        auto record = asKind<T>(row);
        if (!record)
            return record.error();
        records.append(std::move(*record));
    }
    return records;
}

/// Whether a recall is about it still: what was used, destroyed or given back nobody has to look for.
bool isToBeLookedFor(KitState state) { return isHere(state) || state == KitState::Missing; }
bool isToBeLookedFor(TakeHomeState state) { return state == TakeHomeState::Has || state == TakeHomeState::Lost; }

/// The kit of our stock that by this row went home with somebody; 0: none, or not yet.
qint64 kitGoneHome(const Row &row)
{
    return fromCode<TakeHomeState>(row.text(u"state"_s)) == TakeHomeState::Expected ? 0 : row.value(u"kit_id"_s).toLongLong();
}

} // namespace

Naloxone::Naloxone(Records &records)
    : m_records(records)
{
    const RecordType &takeHome = recordType<TakeHomeNaloxone>();
    records.addCompleting(takeHome, [this](Row &row, const std::optional<Row> &) { takeFromKit(row); });
    records.addLookup(takeHome, [this](const Row &row, qint64 self) { return takeHomeProblems(row, self); });
    records.addFollowing(takeHome, [this](const KeptRow &kept, const std::optional<Row> &before) { return followKit(kept, before); });
}

Result<QSet<QString>> Naloxone::recalled() const
{
    const auto recalls = allAs<NaloxoneRecall>(naloxoneRecalls(m_records.database(), false));
    if (!recalls)
        return recalls.error();
    QSet<QString> batches;
    for (const Kept<NaloxoneRecall> &recall : *recalls)
        batches.insert(batchKey(recall.value.batch));
    return batches;
}

Result<RecallDays> Naloxone::recalledSince() const
{
    const auto recalls = naloxoneRecalls(m_records.database(), false);
    return recalls ? Result<RecallDays>(recallDays(*recalls)) : recalls.error();
}

Result<QList<Naloxone::KitNow>> Naloxone::kits() const
{
    const auto all = m_records.all<NaloxoneKit>();
    const auto batches = recalled();
    if (!all || !batches)
        return all ? batches.error() : all.error();
    QList<KitNow> kits;
    for (const Kept<NaloxoneKit> &kit : *all)
        kits.append({kit, doubtOf(kit.value, m_records.today(), *batches)});
    return kits;
}

Result<QList<PlaceStock>> Naloxone::places() const
{
    const auto places = m_records.all<NaloxonePlace>();
    const auto all = m_records.all<NaloxoneKit>();
    const auto batches = recalled();
    if (!places)
        return places.error();
    if (!all || !batches)
        return all ? batches.error() : all.error();
    return stockByPlace(*places, *all, m_records.today(), *batches);
}

Result<QHash<qint64, QDate>> Naloxone::lastChecked() const
{
    const auto checks = allAs<NaloxoneCheck>(latestPlaceChecks(m_records.database()));
    if (!checks)
        return checks.error();
    QHash<qint64, QDate> days;
    for (const Kept<NaloxoneCheck> &check : *checks)
        days.insert(check.value.placeId.value, check.value.onDay);
    return days;
}

Result<RecallFound> Naloxone::findRecalled(const QString &batch) const
{
    RecallFound found;
    const auto kits = m_records.all<NaloxoneKit>();
    if (!kits)
        return kits.error();
    for (const Kept<NaloxoneKit> &kit : *kits)
        if (const RecallMatch match = matchesRecall(kit.value.batch, batch); match != RecallMatch::No && isToBeLookedFor(kit.value.state))
            found.inHouse.append({kit, match});
    // Past what the reader may see: a kit at home is told of to everybody, if only as one that somebody else has to look for.
    const auto atHome = allAs<TakeHomeNaloxone>(takeHomeOnFile(m_records.database(), 0));
    if (!atHome)
        return atHome.error();
    QList<qint64> ids;
    QHash<qint64, RecalledKit<TakeHomeNaloxone>> matching;
    for (const Kept<TakeHomeNaloxone> &one : *atHome)
        if (const RecallMatch match = matchesRecall(one.value.batch, batch); match != RecallMatch::No && isToBeLookedFor(one.value.state)) {
            ids.append(one.id.value);
            matching.insert(one.id.value, {one, match});
        }
    const bool mayRead = m_records.mayRead(recordType<TakeHomeNaloxone>());
    const auto visible = mayRead ? m_records.some(recordType<TakeHomeNaloxone>(), ids) : Result<QList<KeptRow>>(QList<KeptRow>());
    if (!visible)
        return visible.error();
    QSet<qint64> seen;
    for (const KeptRow &row : *visible)
        seen.insert(row.id);
    for (const qint64 id : std::as_const(ids))
        if (seen.contains(id))
            found.atHome.append(matching.value(id));
        else
            ++found.hidden;
    return found;
}

Result<bool> Naloxone::maySupply(QDate day) const
{
    const auto authorities
        = allAs<SupplyAuthority>(authoritiesFor(m_records.database(), QString::fromLatin1(codeOf(AuthorityFor::TakeHomeNaloxone))));
    if (!authorities)
        return authorities.error();
    return std::any_of(
        authorities->cbegin(), authorities->cend(), [day](const Kept<SupplyAuthority> &one) { return one.value.holdsOn(day); });
}

Result<QList<Kept<Staff>>> Naloxone::trained(QDate day) const
{
    const auto trainings = allAs<NaloxoneTraining>(naloxoneTrainings(m_records.database(), day));
    const auto team = m_records.all<Staff>();
    if (!trainings || !team)
        return trainings ? team.error() : trainings.error();
    QSet<qint64> holding;
    for (const Kept<NaloxoneTraining> &training : *trainings)
        if (training.value.holdsOn(day))
            holding.insert(training.value.staffId.value);
    QList<Kept<Staff>> trained;
    for (const Kept<Staff> &member : *team)
        if (holding.contains(member.id.value))
            trained.append(member);
    const Id<Staff> self = m_records.session().staff();
    std::sort(trained.begin(), trained.end(), [self](const Kept<Staff> &a, const Kept<Staff> &b) {
        return std::pair(a.id != self, orderKey(a.value.name)) < std::pair(b.id != self, orderKey(b.value.name));
    });
    return trained;
}

/// What stands on the kit itself is not typed again.
void Naloxone::takeFromKit(Row &row) const
{
    const qint64 id = row.value(u"kit_id"_s).toLongLong();
    const auto kept = id > 0 ? Table(m_records.database(), recordType<NaloxoneKit>()).find(id) : Result<KeptRow>(Error{});
    const auto kit = kept ? asKind<NaloxoneKit>(*kept) : Result<Kept<NaloxoneKit>>(Error{});
    if (!kit)
        return; // none: the checks say so
    row.set(u"kind"_s, QString::fromLatin1(codeOf(kit->value.kind)));
    row.set(u"batch"_s, kit->value.batch);
    row.set(u"expires_on"_s, kit->value.expiresOn ? QVariant(kit->value.expiresOn->text()) : QVariant());
}

Result<Violations> Naloxone::kitProblems(const TakeHomeNaloxone &one, const std::optional<TakeHomeNaloxone> &before) const
{
    if (!one.kitId || (before && before->kitId == one.kitId))
        return Violations();
    const auto kept = Table(m_records.database(), recordType<NaloxoneKit>()).find(one.kitId.value);
    if (!kept)
        return Violations(); // nobody's: the reference says so beside its field
    const auto kit = asKind<NaloxoneKit>(*kept);
    const auto batches = recalled();
    if (!kit || !batches)
        return kit ? batches.error() : kit.error();
    if (doubtOf(kit->value, one.onDay, *batches) == KitDoubt::None)
        return Violations();
    return Violations{{u"kit_id"_s, Rule::Unlikely, kDoubtfulKit}};
}

Result<Violations> Naloxone::takeHomeProblems(const Row &row, qint64 self) const
{
    const auto one = recordType<TakeHomeNaloxone>().fromRow(row);
    const auto others = allAs<TakeHomeNaloxone>(takeHomeOnFile(m_records.database(), row.value(u"person_id"_s).toLongLong()));
    if (!one)
        return Violations(); // what does not fit its field is said there
    if (!others)
        return others.error();
    std::optional<TakeHomeNaloxone> before;
    bool hadOne = false;
    for (const Kept<TakeHomeNaloxone> &other : *others)
        if (other.id.value == self)
            before = other.value;
        else
            hadOne = hadOne || (other.value.state != TakeHomeState::Expected && other.value.onDay <= one->onDay);
    auto violations = kitProblems(*one, before);
    if (!violations)
        return violations;
    if (!before && hadOne && one->whyAnother.trimmed().isEmpty())
        violations->append({u"why_another"_s, Rule::ReasonNeeded, {}});
    // What was handed out under an authority stays right when that ends.
    const bool isNewlyOurs = one->from == TakeHomeFrom::Us && (!before || before->from != one->from || before->onDay != one->onDay);
    if (!isNewlyOurs)
        return violations;
    const auto may = maySupply(one->onDay);
    if (!may)
        return may.error();
    if (!*may)
        violations->append({u"source"_s, Rule::NoAuthorityThen, {}});
    return violations;
}

/// Marked as entered in error, or of another kit, what was said to have gone home never did.
Done Naloxone::followKit(const KeptRow &kept, const std::optional<Row> &before) const
{
    const qint64 was = before ? kitGoneHome(*before) : 0;
    const qint64 is = kept.withdrawnAt ? 0 : kitGoneHome(kept.row);
    if (was == is)
        return {};
    if (was > 0)
        if (Done back = putBack({was}, kept.id); !back)
            return back;
    return is > 0 ? leaveStock({is}) : Done();
}

Done Naloxone::saveKit(const Kept<NaloxoneKit> &kit) const
{
    return m_records.withoutAsking([&]() -> Done {
        const auto saved = m_records.amend(kit);
        return saved ? Done() : saved.error();
    });
}

/// A kit that went home with somebody is no stock of the house; said of the kit without whose it is now.
Done Naloxone::leaveStock(Id<NaloxoneKit> id) const
{
    auto kit = m_records.one(id);
    if (!kit)
        return kit.error();
    if (kit->value.state == KitState::GivenOut)
        return {};
    kit->value.state = KitState::GivenOut;
    kit->value.dosesLeft.reset();
    kit->value.usedAt.reset();
    kit->value.incidentId = {};
    return saveKit(*kit);
}

/// As its history knows it from before it left. What somebody said of the kit since stays, and so does a kit that another
/// resident has by what is on file.
Done Naloxone::putBack(Id<NaloxoneKit> id, qint64 self) const
{
    const auto kit = m_records.one(id);
    if (!kit)
        return kit.error().kind == ErrorKind::NotFound ? Done() : Done(kit.error());
    if (kit->value.state != KitState::GivenOut)
        return {};
    const auto others = takeHomeOnFile(m_records.database(), 0);
    const auto changes = readHistory(m_records.database(),
        {.kind = QString::fromLatin1(recordType<NaloxoneKit>().table), .record = id.value, .actions = {HistoryAction::Changed}});
    if (!others || !changes)
        return others ? changes.error() : others.error();
    if (std::any_of(
            others->cbegin(), others->cend(), [&](const KeptRow &other) { return other.id != self && kitGoneHome(other.row) == id.value; }))
        return {};
    const QString out = QString::fromLatin1(codeOf(KitState::GivenOut));
    const auto left = std::find_if(changes->cbegin(), changes->cend(),
        [&out](const HistoryEntry &entry) { return entry.changes.value(u"state"_s).toArray().at(1).toString() == out; });
    if (left == changes->cend())
        return {};
    KeptRow before = untyped(*kit);
    applyChanges(before.row, left->changes, Side::Before);
    const auto restored = asKind<NaloxoneKit>(before);
    return restored ? saveKit(*restored) : Done(restored.error());
}

} // namespace keywork
