// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/audit.h"

#include "core/domain/kinds.h"
#include "core/domain/person.h"
#include "core/services/keeping/restoring.h"
#include "core/services/records/history_lines.h"
#include "core/storage/database.h"
#include "core/storage/history_reading.h"
#include "core/storage/table.h"
#include "core/vault/vault_file.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QList<HistoryAction> actionsOf(AuditRequest::What what)
{
    using enum HistoryAction;
    switch (what) {
    case AuditRequest::What::Everything:
        return {};
    case AuditRequest::What::Changes:
        return {Added, Changed, Withdrawn, Undone, Erased};
    case AuditRequest::What::Looks:
        return {Viewed, Searched, RestrictedOpened, BackupOpened, HistoryRead};
    case AuditRequest::What::Leaving:
        return {Printed, Exported, Shared};
    case AuditRequest::What::SignIns:
        return {SignedIn, SignInFailed, Locked, SignedOut, Recovered, PasswordSet, AccessRemoved};
    case AuditRequest::What::Safety:
        return {BackedUp, BackupFailed, Restored, KeyChanged, Verified, Erased, RestrictedOpened, OpenedElsewhereNewer, FileAccepted,
            CopyRemoved, EmergencyStep, ClockBehind, ClockAccepted, BackupOpened};
    }
    return {};
}

/// NotFound when nobody has this number, not even somebody whose record was withdrawn.
Result<qint64> personWithNumber(Database &database, const QString &number)
{
    const auto rows
        = Table(database, recordType<Person>())
              .list({.filters = {{u"number"_s, Filter::Comparison::Equals, number.trimmed().toUpper()}}, .withWithdrawn = true});
    if (!rows)
        return rows.error();
    return rows->isEmpty() ? Result<qint64>(Error{ErrorKind::NotFound, {}, {}}) : rows->first().id;
}

/// What is hidden from whoever reads (`Access::hiddenFrom`) is not there for them, not even that something happened.
Done hideFromReader(const Records &records, QList<HistoryEntry> &entries)
{
    QHash<const RecordType *, QSet<qint64>> hidden;
    for (const HistoryEntry &entry : entries) {
        const RecordType *type = kindOf(entry.kind);
        if (!type || !type->access.hidesRows())
            continue;
        if (!hidden.contains(type)) {
            const auto rows = records.unreadableRows(*type);
            if (!rows)
                return rows.error();
            hidden.insert(type, QSet<qint64>(rows->cbegin(), rows->cend()));
        }
    }
    entries.removeIf([&hidden](const HistoryEntry &entry) { return hidden.value(kindOf(entry.kind)).contains(entry.record); });
    return {};
}

Seal sealOf(const HistoryHead &head, QDate day) { return {day, head.sequence, QString::fromLatin1(head.mac.toHex())}; }

} // namespace

Audit::Audit(Records &records, VaultFile &vault)
    : m_records(records)
    , m_vault(vault)
{
}

Result<QList<HistoryLine>> Audit::list(const AuditRequest &request) const
{
    if (!mayRead())
        return Error{m_records.session().refusal(), {}, {}};
    HistoryRequest wanted;
    if (!request.resident.trimmed().isEmpty()) {
        const auto person = personWithNumber(m_records.database(), request.resident);
        if (!person)
            return person.error();
        wanted.person = *person;
    }
    wanted.by = request.staff;
    wanted.actions = actionsOf(request.what);
    wanted.before = request.before;
    wanted.limit = request.limit;
    const Clock &clock = m_records.clock();
    if (request.from)
        wanted.from = clock.startOf(*request.from);
    if (request.until)
        wanted.until = clock.startOf(request.until->addDays(1));
    auto entries = readHistory(m_records.database(), wanted);
    SharedWithClosed shared(m_records.closed(), m_records.database());
    if (entries && !m_records.closed().isEmpty())
        for (HistoryEntry &entry : *entries) { // that it happened, not what a restricted record says
            const RecordType *type = kindOf(entry.kind);
            if (m_records.closed().isClosed(entry.person) || (type && shared.contains(*type, entry.record)))
                entry.changes = {};
        }
    if (Done hidden = entries ? hideFromReader(m_records, *entries) : Done(); !hidden)
        return hidden.error();
    return entries ? historyLines(m_records.database(), *entries) : Result<QList<HistoryLine>>(entries.error());
}

void Audit::noteRead(const AuditRequest &request) const
{
    const auto person
        = request.resident.trimmed().isEmpty() ? Result<qint64>(qint64(0)) : personWithNumber(m_records.database(), request.resident);
    if (!mayRead() || !person)
        return;
    QJsonObject about;
    if (request.what != AuditRequest::What::Everything)
        about.insert(u"what"_s, int(request.what));
    if (request.staff > 0)
        about.insert(u"staff"_s, request.staff);
    for (const auto &[name, day] : {std::pair(u"from"_s, request.from), std::pair(u"until"_s, request.until)})
        if (day)
            about.insert(name, day->toString(Qt::ISODate));
    Q_UNUSED(bool(m_records.note(HistoryAction::HistoryRead, {}, 0, *person, about)));
}

Result<QList<Looked>> Audit::whoLookedAt(Id<Person> person) const
{
    if (!mayRead() && !m_records.session().may(Act::Read, Category::Identity))
        return Error{m_records.session().refusal(), {}, {}};
    if (Done open = m_records.checkOpen(person.value); !open && !mayRead())
        return open.error();
    const auto looked = whoLookedInto(m_records.database(), person.value);
    if (!looked)
        return looked.error();
    QList<Looked> all;
    for (const LookedInto &one : *looked)
        all.append({one.name, one.times, one.last, one.changed});
    return all;
}

Result<QList<QPair<Id<Staff>, QString>>> Audit::staff() const
{
    if (!mayRead())
        return Error{m_records.session().refusal(), {}, {}};
    const auto rows = Table(m_records.database(), recordType<Staff>()).list({.withWithdrawn = true});
    if (!rows)
        return rows.error();
    QList<QPair<Id<Staff>, QString>> names;
    for (const KeptRow &row : *rows)
        names.append({Id<Staff>{row.id}, row.row.text(u"name"_s)});
    return names;
}

Result<Audit::Verification> Audit::verification(const QList<Seal> &known) const
{
    if (!mayRead())
        return Error{m_records.session().refusal(), {}, {}};
    QList<HistoryHead> heads{auditHeadOf(m_vault.header())};
    for (const Seal &seal : known)
        heads.append({seal.sequence, QByteArray::fromHex(seal.head.toLatin1())});
    return Verification([open = m_records.database().opener(), heads, today = m_records.today()](
                            const std::function<bool()> &shouldStop) -> Result<AuditReport> {
        const auto worker = open();
        if (!worker)
            return worker.error();
        (*worker)->stopWhen(shouldStop);
        const auto checked = verifyHistory(**worker, heads);
        if (!checked)
            return checked.error();
        return AuditReport{checked->entries, checked->erased, sealOf(checked->head, today), checked->findings, checked->jumps};
    });
}

Done Audit::verified(const AuditReport &report)
{
    return m_records.note(HistoryAction::Verified, {}, 0, 0, {{u"entries"_s, report.entries}, {u"findings"_s, report.findings.size()}});
}

Result<QList<Seal>> Audit::seals(int days) const
{
    if (!mayRead())
        return Error{m_records.session().refusal(), {}, {}};
    QList<Seal> seals;
    const Clock &clock = m_records.clock();
    for (int i = 0; i < days; ++i) {
        const QDate day = clock.today().addDays(-i);
        const auto last = lastEntryBetween(m_records.database(), clock.startOf(day), clock.startOf(day.addDays(1)));
        if (!last)
            return last.error();
        if (!last->mac.isEmpty())
            seals.append(sealOf(*last, day));
    }
    return seals;
}

} // namespace keywork
