// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/emergency/kit_stock.h"

#include "core/domain/overdose.h"
#include "core/rules/naloxone_stock.h"
#include "core/services/records/records.h"
#include "core/storage/table.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QString kDoseGiven = QString::fromLatin1(codeOf(OverdoseStepKind::NaloxoneGiven));

/// The kit that a row says a dose came from; 0: none.
qint64 kitOfDose(const Row &step) { return step.text(u"step"_s) == kDoseGiven ? step.value(u"kit_id"_s).toLongLong() : 0; }

struct KitOnFile {
    KeptRow row;
    NaloxoneKit kit;
};

Result<std::optional<KitOnFile>> kitOnFile(Records &records, qint64 id)
{
    const auto row = Table(records.database(), recordType<NaloxoneKit>()).find(id);
    if (!row)
        return row.error().kind == ErrorKind::NotFound ? Result<std::optional<KitOnFile>>(std::nullopt) : row.error();
    const auto kit = asKind<NaloxoneKit>(*row);
    return kit ? Result<std::optional<KitOnFile>>(KitOnFile{*row, kit->value}) : kit.error();
}

Done setKit(Records &records, const KitOnFile &now, const NaloxoneKit &kit)
{
    const Row row = toRow(kit);
    return row == now.row.row ? Done() : records.rewrite(now.row, row, HistoryAction::Changed, {});
}

/// Whatever was already used in another incident, or has left the house since, is no more than named.
bool isOurs(const NaloxoneKit &kit, Id<Incident> incident)
{
    const bool wasUsed = kit.state == KitState::Partial || kit.state == KitState::Used;
    return wasUsed && kit.incidentId == incident;
}

Done takeDose(Records &records, const KeptRow &step, qint64 id)
{
    const auto now = kitOnFile(records, id);
    if (!now || !*now)
        return now ? Done() : Done(now.error());
    const Id<Incident> incident{step.row.value(u"incident_id"_s).toLongLong()};
    const NaloxoneKit &kit = (*now)->kit;
    if (!isHere(kit.state) && !isOurs(kit, incident))
        return {};
    return setKit(records, **now, afterDoses(kit, 1, fromStoredText(step.row.text(u"happened_at"_s)), incident));
}

/// What the kit said before its first dose of this incident, with those that still stand taken from it anew. `was`: what the
/// step itself keeps, which may name another kit by now.
Done giveBack(Records &records, const KeptRow &step, qint64 id, const QString &was)
{
    const Id<Incident> incident{step.row.value(u"incident_id"_s).toLongLong()};
    const auto now = kitOnFile(records, id);
    if (!now || !*now || !isOurs((*now)->kit, incident))
        return now ? Done() : Done(now.error());
    const auto doses = Table(records.database(), recordType<OverdoseStep>())
                           .list({.filters = {{u"kit_id"_s, Filter::Comparison::Equals, id},
                                      {u"incident_id"_s, Filter::Comparison::Equals, incident.value},
                                      {u"step"_s, Filter::Comparison::Equals, kDoseGiven}},
                               .orderBy = u"id"_s,
                               .withWithdrawn = true});
    if (!doses)
        return doses.error();
    QMap<qint64, QString> before{{step.id, was}};
    for (const KeptRow &dose : *doses)
        before.insert(dose.id, dose.row.text(u"kit_was"_s));
    std::optional<NaloxoneKit> kit;
    for (const QString &each : std::as_const(before))
        if (!kit)
            kit = kitFromWas((*now)->kit, each);
    if (!kit)
        return {};
    for (const KeptRow &dose : *doses)
        if (!dose.withdrawnAt && dose.id != step.id)
            kit = afterDoses(*kit, 1, fromStoredText(dose.row.text(u"happened_at"_s)), incident);
    return setKit(records, **now, *kit);
}

Done followDose(Records &records, const KeptRow &kept, const std::optional<Row> &before)
{
    const qint64 was = before ? kitOfDose(*before) : 0;
    const qint64 is = kept.withdrawnAt ? 0 : kitOfDose(kept.row);
    if (was == is)
        return {};
    if (was > 0)
        if (Done back = giveBack(records, kept, was, before->text(u"kit_was"_s)); !back)
            return back;
    return is > 0 ? takeDose(records, kept, is) : Done();
}

} // namespace

QString kitAsItWas(const NaloxoneKit &kit)
{
    QJsonObject was{{u"state"_s, QString::fromLatin1(codeOf(kit.state))}};
    if (kit.dosesLeft)
        was.insert(u"doses"_s, *kit.dosesLeft);
    if (kit.usedAt)
        was.insert(u"used_at"_s, toStoredText(*kit.usedAt));
    if (kit.incidentId)
        was.insert(u"incident"_s, kit.incidentId.value);
    return QString::fromUtf8(QJsonDocument(was).toJson(QJsonDocument::Compact));
}

std::optional<NaloxoneKit> kitFromWas(NaloxoneKit kit, const QString &was)
{
    const QJsonObject json = QJsonDocument::fromJson(was.toUtf8()).object();
    const auto state = fromCode<KitState>(json.value(u"state"_s).toString());
    if (!state)
        return {};
    kit.state = *state;
    kit.dosesLeft = json.contains(u"doses"_s) ? std::optional(qint64(json.value(u"doses"_s).toInteger())) : std::nullopt;
    const QDateTime used = fromStoredText(json.value(u"used_at"_s).toString());
    kit.usedAt = used.isValid() ? std::optional(used) : std::nullopt;
    kit.incidentId = {json.value(u"incident"_s).toInteger()};
    return kit;
}

void sayWhatKitWas(Records &records, Row &row, const std::optional<Row> &before)
{
    const qint64 is = kitOfDose(row);
    if (before && kitOfDose(*before) == is)
        return;
    const auto kit = is > 0 ? kitOnFile(records, is) : Result<std::optional<KitOnFile>>(std::nullopt);
    row.set(u"kit_was"_s, kit && *kit ? kitAsItWas((*kit)->kit) : emptyText());
}

void followDosesIntoStock(Records &records)
{
    records.addFollowing(recordType<OverdoseStep>(),
        [&records](const KeptRow &kept, const std::optional<Row> &before) { return followDose(records, kept, before); });
}

Done giveDoseBack(Records &records, const KeptRow &step)
{
    const qint64 kit = kitOfDose(step.row);
    return kit > 0 ? giveBack(records, step, kit, step.row.text(u"kit_was"_s)) : Done();
}

Done changeStep(Records &records, const KeptRow &before, Row after)
{
    sayWhatKitWas(records, after, before.row);
    if (after == before.row)
        return {};
    if (Done changed = records.rewrite(before, after, HistoryAction::Changed, {}); !changed)
        return changed;
    KeptRow kept = before;
    kept.row = after;
    return followDose(records, kept, before.row);
}

} // namespace keywork
