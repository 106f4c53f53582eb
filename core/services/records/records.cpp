// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/records.h"

#include "core/base/text.h"
#include "core/domain/kinds.h"
#include "core/record/row_text.h"
#include "core/record/ties.h"
#include "core/services/records/visibility.h"
#include "core/services/records/waiting.h"
#include "core/storage/choice_store.h"
#include "core/storage/database.h"
#include "core/storage/happenings.h"
#include "core/storage/history.h"
#include "core/storage/name_keys.h"
#include "core/storage/number_series.h"
#include "core/storage/search.h"
#include "core/storage/table.h"

#include <QScopeGuard>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Row cleanedRow(Row row)
{
    for (size_t i = 0; i < row.type->fields.size(); ++i) {
        const Field &field = row.type->fields[i];
        QVariant &value = row.values[qsizetype(i)];
        if (isOneLine(field) && !value.isNull())
            value = onOneLine(value.toString());
        if (field.kind == Kind::Text && !value.isNull() && !holdsControlCharacters(value.toString()))
            value = cleaned(value.toString()).isEmpty() ? emptyText() : cleaned(value.toString());
        if (field.nullable && field.kind != Kind::Text && value.typeId() == QMetaType::QString && value.toString().isEmpty())
            value = QVariant();
    }
    return row;
}

} // namespace

Records::Records(Database &database, ChoiceStore &choices, const Session &session, ChangeNotifier &notifier, const Clock &clock)
    : RecordReader(database, choices, session, clock)
    , m_notifier(notifier)
    , m_waiting(std::make_shared<WaitingList>())
{
}

Done Records::together(const std::function<Done()> &body)
{
    if (m_depth > 0)
        return body();
    m_waiting->unkept.clear();
    Transaction transaction(m_database);
    if (Done done = transaction.begin(); !done)
        return done;
    Done done;
    {
        ++m_depth;
        const auto leave = qScopeGuard([this] { --m_depth; }); // also when memory runs out
        done = writeWaiting();
        if (done)
            done = body();
    }
    QList<Change> changes = std::exchange(m_pending, {});
    QList<qint64> written = std::exchange(m_written, {});
    const auto after = std::exchange(m_afterCommit, {});
    const std::optional<Reached> reached = std::exchange(m_reached, {});
    QList<WaitingEntry> running = std::exchange(m_waiting->running, {});
    if (!done)
        return done;
    if (Done committed = transaction.commit(); !committed) {
        m_waiting->unkept = std::move(running);
        return committed;
    }
    if (reached) {
        m_saidBehind = reached->isBehind;
        m_clock.reach(reached->at);
    }
    if (!written.isEmpty())
        m_lastCommit = written;
    if (!m_waiting->commits.isEmpty()) {
        m_waiting->commits.clear();
        changes.append({u"file"_s, 0, 0}); // the window says so no more
    }
    for (const auto &run : after)
        run();
    m_notifier.announce(changes);
    return {};
}

Done Records::writeTraces(const Written &written)
{
    const RecordType &type = *written.type;
    const QString kind = QString::fromLatin1(type.table);
    const qint64 person = personOf(type, written.id, written.after);
    HistoryEntry entry;
    entry.at = written.at.isValid() ? written.at : m_clock.now();
    entry.by = written.by > 0 ? written.by : written.byNobody ? 0 : m_session.staff().value;
    entry.action = written.action;
    entry.kind = kind;
    entry.record = written.id;
    entry.person = person;
    entry.changes = changesBetween(written.before, written.after);
    if (!written.reason.isEmpty())
        entry.changes.insert(u"reason"_s, written.reason);
    const auto sequence = keepEntry(entry);
    if (!sequence)
        return sequence.error();
    m_written.append(*sequence);
    m_waiting->running.append({entry, true});
    const bool withdrawn = written.inError || entry.action == HistoryAction::Withdrawn;
    const QMap<Category, QString> words = withdrawn ? QMap<Category, QString>() : searchText(written.after, m_choices);
    const bool compares = written.before && !written.everyTrace;
    const QMap<Category, QString> before = compares ? searchText(*written.before, m_choices) : QMap<Category, QString>();
    if (Done done = writeSearchWords(m_database, type, written.id, person, words, before); !done)
        return done;
    KeptRow kept;
    kept.id = written.id;
    kept.createdAt = written.createdAt;
    kept.row = written.after;
    if (withdrawn)
        kept.withdrawnAt = written.inError.value_or(entry.at);
    if (Done done = writeNameKeys(m_database, kept, written.before); !done)
        return done;
    if (Done done = writeHappenings(m_database, kept, m_clock); !done)
        return done;
    return announceTo(type, written.id, person);
}

Done Records::follow(const KeptRow &kept, const std::optional<Row> &before) const
{
    const auto followings = m_follows ? m_followings.value(kept.row.type) : QList<Following>();
    for (const Following &following : followings)
        if (Done done = following(kept, before); !done)
            return done;
    return {};
}

void Records::complete(Row &row, const std::optional<Row> &before) const
{
    if (const auto completing = m_follows ? m_completings.value(row.type) : Completing())
        completing(row, before);
}

void Records::tellOutcome(const Row &row, const Done &done) const
{
    const auto tell = m_outcomes.value(row.type);
    if (tell && (done ? m_depth == 0 : isForLater(done.error().kind)))
        tell(row, bool(done));
}

/// Every entry bears the time of the clock; that the clock stands before the last one is noted once.
Result<qint64> Records::keepEntry(const HistoryEntry &entry)
{
    const bool isBehind = m_clock.isBehind();
    if (isBehind && !m_saidBehind && !(m_reached && m_reached->isBehind)) {
        HistoryEntry jump;
        jump.at = entry.at;
        jump.by = entry.by;
        jump.action = HistoryAction::ClockBehind;
        jump.changes = {{u"last_entry"_s, toStoredText(m_clock.latest())}};
        if (const auto said = addHistory(m_database, jump); !said)
            return said;
    }
    const auto sequence = addHistory(m_database, entry);
    if (sequence)
        m_reached = Reached{isBehind, m_reached ? std::max(m_reached->at, entry.at) : entry.at};
    return sequence;
}

Done Records::announceTo(const RecordType &type, qint64 id, qint64 person)
{
    const QString kind = QString::fromLatin1(type.table);
    m_pending.append({kind, id, person});
    if (!kindsAboutSeveral().contains(&type))
        return {};
    const auto others = peopleTiedTo(m_database, kind, {id});
    if (!others)
        return others.error();
    for (const qint64 other : others->value(id))
        if (other != person)
            m_pending.append({kind, id, other});
    return {};
}

Result<KeptRow> Records::add(Row row)
{
    const RecordType &type = *row.type;
    if (Done allowed = checkAllowed(type, Act::Record); !allowed)
        return allowed.error();
    auto allowedRow = keptPart(emptyRow(type), cleanedRow(row), m_session, type.access.add == Act::Record ? Act::Record : Act::Write);
    if (!allowedRow)
        return allowedRow.error();
    row = *allowedRow;
    complete(row, {});
    if (Done open = checkOpen(type, 0, row); !open)
        return open.error();
    if (Done checked = checkAll(row, 0); !checked)
        return checked.error();
    const auto why = whyDespite(row, 0, nullptr);
    if (!why)
        return why.error();
    KeptRow kept;
    Done done = together([&]() -> Done {
        if (type.numberSeries) {
            const auto number = nextFreeNumber(m_database, type);
            if (!number)
                return number.error();
            row.set(u"number"_s, *number);
        }
        kept.createdAt = m_clock.now();
        kept.createdBy = m_session.staff().value;
        const auto id = Table(m_database, type).insert(row, kept.createdAt, kept.createdBy);
        if (!id)
            return id.error();
        kept.id = *id;
        kept.version = 1;
        kept.row = row;
        if (Done traced = writeTraces({&type, *id, kept.createdAt, std::nullopt, kept.row, HistoryAction::Added, *why}); !traced)
            return traced;
        return follow(kept, {});
    });
    tellOutcome(row, done);
    if (!done)
        return done.error();
    return kept;
}

Result<KeptRow> Records::enter(Row row, qint64 by)
{
    const RecordType &type = *row.type;
    row = cleanedRow(row);
    complete(row, {});
    KeptRow kept;
    const Done done = together([&]() -> Done {
        if (type.numberSeries) {
            const auto number = nextFreeNumber(m_database, type);
            if (!number)
                return number.error();
            row.set(u"number"_s, *number);
        }
        kept = {.version = 1, .createdAt = m_clock.now(), .createdBy = by, .withdrawnAt = {}, .row = row};
        const auto id = Table(m_database, type).insert(row, kept.createdAt, by);
        if (!id)
            return id.error();
        kept.id = *id;
        Written written{&type, *id, kept.createdAt, std::nullopt, kept.row, HistoryAction::Added, {}, by};
        written.byNobody = by == 0;
        if (Done traced = writeTraces(written); !traced)
            return traced;
        return follow(kept, {});
    });
    return done ? Result<KeptRow>(kept) : done.error();
}

Result<KeptRow> Records::amend(const KeptRow &edited)
{
    const RecordType &type = *edited.row.type;
    if (!mayComplete(type))
        return Error{m_session.refusal(), QString::fromLatin1(type.table), {}};
    KeptRow kept = edited;
    Table table(m_database, type);
    const auto before = table.find(edited.id);
    if (!before)
        return before.error();
    if (before->version != edited.version)
        return Error{ErrorKind::Conflict, {}, {}};
    if (before->withdrawnAt)
        return notNow(NotNow::EnteredInError);
    if (Done open = checkOpen(type, before->id, before->row); !open)
        return open.error();
    if (type.frozen && type.frozen(before->row))
        return notNow(NotNow::StaysAsItIs);
    auto merged = keptPart(before->row, cleanedRow(edited.row), m_session, mayChange(type) ? Act::Write : type.access.add);
    if (!merged)
        return merged.error();
    if (Done completed = checkOnlyCompleted(before->row, *merged); !completed)
        return completed.error();
    kept.row = *merged;
    complete(kept.row, before->row);
    if (Done open = checkOpen(type, before->id, kept.row); !open)
        return open.error(); // nobody is put in whose record may not be opened
    if (const Field *involved = type.childOf ? type.tiedBy(Tie::Involved) : nullptr) {
        const QString column = QString::fromLatin1(involved->column);
        if (before->row.value(column).toLongLong() > 0 && before->row.value(column) != kept.row.value(column))
            return invalid({{column, Rule::RemoveAndAdd, {}}});
    }
    if (Done checked = checkAll(kept.row, kept.id, &before->row); !checked)
        return checked.error();
    if (changedFields(before->row, kept.row).isEmpty()) {
        KeptRow same = *before;
        same.row = readablePart(same.row, m_session);
        return same;
    }
    const auto why = whyDespite(kept.row, kept.id, &before->row);
    if (!why)
        return why.error();
    Done done = together([&]() -> Done {
        if (Done updated = table.update(edited.id, edited.version, kept.row); !updated)
            return updated;
        kept.version = edited.version + 1;
        if (Done traced = writeTraces({&type, kept.id, before->createdAt, before->row, kept.row, HistoryAction::Changed, *why}); !traced)
            return traced;
        return follow(kept, before->row);
    });
    tellOutcome(kept.row, done);
    if (!done)
        return done.error();
    kept.row = readablePart(kept.row, m_session);
    return kept;
}

Done Records::withdraw(const RecordType &type, qint64 id, qint64 version, const QString &reason, ReasonOf whose)
{
    if (Done allowed = checkAllowed(type, Act::Write); !allowed)
        return allowed;
    const Violations problems = reasonProblems(u"reason"_s, reason);
    if (!problems.isEmpty() && (whose == ReasonOf::Somebody || reason.trimmed().isEmpty()))
        return invalid(problems);
    Table table(m_database, type);
    const auto before = table.find(id);
    if (!before)
        return before.error();
    if (Done open = checkOpen(type, id, before->row); !open)
        return open;
    if (type.frozen && type.frozen(before->row))
        return notNow(NotNow::StaysAsItIs);
    if (Done answered = checkAnswered(*before); !answered)
        return answered;
    if (const auto check = m_withdrawChecks.value(&type))
        if (Done allowed = check(*before); !allowed)
            return allowed;
    const Done withdrawn = together([&]() -> Done {
        if (Done done = table.withdraw(id, version, m_clock.now()); !done)
            return done;
        if (Done traced = writeTraces({&type, id, before->createdAt, before->row, before->row, HistoryAction::Withdrawn, reason.trimmed()});
            !traced)
            return traced;
        KeptRow gone = *before;
        gone.withdrawnAt = m_clock.now();
        return follow(gone, before->row);
    });
    tellOutcome(before->row, withdrawn);
    return withdrawn;
}

Done Records::reinstate(const RecordType &type, qint64 id)
{
    if (Done allowed = checkAllowed(type, Act::Write); !allowed)
        return allowed;
    // An agreement that was marked so would be in force again without a word of the resident.
    if (type.cannotUndo)
        return notNow(NotNow::CannotBeUndone);
    Table table(m_database, type);
    const auto before = table.find(id);
    if (!before)
        return before.error();
    if (Done open = checkOpen(type, id, before->row); !open)
        return open;
    if (!before->withdrawnAt)
        return notNow(NotNow::StaysAsItIs);
    if (Done checked = withoutAsking([&] { return checkAll(before->row, id); }); !checked)
        return checked;
    const auto why = whyDespite(before->row, id, nullptr);
    if (!why)
        return why.error();
    return together([&]() -> Done {
        if (Done done = table.reinstate(id, before->version); !done)
            return done;
        if (Done traced = writeTraces({&type, id, before->createdAt, std::nullopt, before->row, HistoryAction::Undone, *why}); !traced)
            return traced;
        KeptRow back = *before;
        back.withdrawnAt.reset();
        return follow(back, {});
    });
}

Done Records::rewrite(const KeptRow &before, const Row &after, HistoryAction action, const QString &reason)
{
    const RecordType &type = *before.row.type;
    Table table(m_database, type);
    return together([&]() -> Done {
        Done done = action == HistoryAction::Withdrawn ? table.withdraw(before.id, before.version, m_clock.now())
            : action == HistoryAction::Undone          ? table.reinstate(before.id, before.version)
                                                       : table.update(before.id, before.version, after);
        if (!done)
            return done;
        const bool isMoved = action == HistoryAction::Changed;
        const std::optional<Row> was = action == HistoryAction::Undone ? std::nullopt : std::optional(before.row);
        Written written{&type, before.id, before.createdAt, was, after, action, reason};
        written.everyTrace = isMoved;
        written.inError = isMoved ? before.withdrawnAt : std::nullopt;
        return writeTraces(written);
    });
}

} // namespace keywork
