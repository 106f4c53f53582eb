// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/waiting.h"

#include "core/domain/disclosure.h"
#include "core/domain/referral.h"
#include "core/domain/restriction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QByteArray compact(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

QJsonObject asJson(const WaitingEntry &waiting)
{
    const HistoryEntry &entry = waiting.entry;
    return {{u"at"_s, toStoredText(entry.at)}, {u"by"_s, entry.by}, {u"action"_s, QString::fromLatin1(codeOf(entry.action))},
        {u"kind"_s, entry.kind}, {u"record"_s, entry.record}, {u"person"_s, entry.person}, {u"changes"_s, entry.changes},
        {u"row"_s, waiting.writesRow}};
}

/// A clock that went wrong, or whoever makes something up, puts nothing before what is still to come.
QDateTime momentFrom(const QJsonValue &stored, const QDateTime &now)
{
    const QDateTime at = fromStoredText(stored.toString());
    return at.isValid() ? std::min(at, now) : now;
}

std::optional<WaitingEntry> entryFrom(const QJsonObject &json, const QDateTime &now)
{
    const auto action = fromCode<HistoryAction>(json.value(u"action"_s).toString());
    if (!action)
        return {};
    WaitingEntry waiting;
    waiting.entry.at = momentFrom(json.value(u"at"_s), now);
    waiting.entry.by = json.value(u"by"_s).toInteger();
    waiting.entry.action = *action;
    waiting.entry.kind = json.value(u"kind"_s).toString();
    waiting.entry.record = json.value(u"record"_s).toInteger();
    waiting.entry.person = json.value(u"person"_s).toInteger();
    waiting.entry.changes = json.value(u"changes"_s).toObject();
    waiting.writesRow = json.value(u"row"_s).toBool();
    return waiting;
}

} // namespace

bool mayWaitAsRow(const WaitingEntry &waiting)
{
    const HistoryAction action = waiting.entry.action;
    if (action != HistoryAction::Added && action != HistoryAction::Changed && action != HistoryAction::Withdrawn)
        return false;
    if (waiting.entry.kind == QLatin1String(recordType<RestrictedOpening>().table)) // that it was opened; never that it was looked at
        return action == HistoryAction::Added;
    for (const RecordType *type :
        {static_cast<const RecordType *>(&recordType<Disclosure>()), static_cast<const RecordType *>(&recordType<LawfulReason>()),
            static_cast<const RecordType *>(&recordType<Referral>()), static_cast<const RecordType *>(&recordType<ReferralStep>())})
        if (waiting.entry.kind == QLatin1String(type->table))
            return true;
    return false;
}

QString newWaitingId() { return QUuid::createUuid().toString(QUuid::Id128); }

QByteArray plainOf(const WaitingCommit &commit)
{
    QJsonArray entries;
    for (const WaitingEntry &entry : commit.entries)
        entries.append(asJson(entry));
    const QString at = commit.entries.isEmpty() ? QString() : toStoredText(commit.entries.first().entry.at);
    return compact({{u"id"_s, commit.id}, {u"kind"_s, u"waiting"_s}, {u"at"_s, at}, {u"entries"_s, entries}});
}

std::optional<WaitingCommit> waitingCommitFrom(const QJsonObject &plain, const QDateTime &now)
{
    if (plain.value(u"kind"_s).toString() != u"waiting")
        return {};
    WaitingCommit commit{plain.value(u"id"_s).toString(), {}, false};
    for (const QJsonValue &json : plain.value(u"entries"_s).toArray()) {
        const auto entry = entryFrom(json.toObject(), now);
        if (!entry)
            return {};
        commit.entries.append(*entry);
    }
    return commit;
}

QByteArray plainOf(const WaitingDraft &draft)
{
    const QJsonObject place{
        {u"kind"_s, draft.place.kind}, {u"record"_s, draft.place.record}, {u"person"_s, draft.place.person}, {u"part"_s, draft.place.part}};
    return compact({{u"kind"_s, u"draft"_s}, {u"at"_s, toStoredText(draft.at)}, {u"staff"_s, draft.staff}, {u"place"_s, place},
        {u"content"_s, draft.content}});
}

std::optional<WaitingDraft> waitingDraftFrom(const QJsonObject &plain, const QDateTime &now)
{
    if (plain.value(u"kind"_s).toString() != u"draft")
        return {};
    const QJsonObject place = plain.value(u"place"_s).toObject();
    return WaitingDraft{plain.value(u"staff"_s).toInteger(),
        {place.value(u"kind"_s).toString(), place.value(u"record"_s).toInteger(), place.value(u"person"_s).toInteger(),
            place.value(u"part"_s).toString()},
        plain.value(u"content"_s).toObject(), momentFrom(plain.value(u"at"_s), now)};
}

} // namespace keywork
