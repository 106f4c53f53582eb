// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/open_hostel_parts.h"
#include "core/services/keeping/ways_in.h"

#include "core/storage/happenings.h"
#include "core/storage/history.h"
#include "core/storage/migrator.h"
#include "core/storage/name_keys.h"
#include "core/storage/search.h"
#include "core/storage/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Stands in the place of a table in entries about the clock, so that the last of them is found by an index.
const QString kClockEntries = u"clock"_s;

QByteArray vaultIdOf(const VaultFile &vault) { return idOf(vault.header()); }

/// What a known head says about this file; nothing when it fits.
std::optional<FileWarning> warningOf(const Database &database, const HistoryHead &known, qint64 present)
{
    if (known.sequence == 0)
        return {};
    if (known.sequence > present)
        return FileWarning{FileWarning::Kind::EntriesMissing, false, known.sequence - present, {}};
    const auto standing = historyAt(database, known.sequence);
    if (standing && standing->mac == known.mac)
        return {};
    return FileWarning{FileWarning::Kind::OtherHistory, false, 1, {}};
}

bool isOfCheck(const FileWarning &warning)
{
    return warning.kind == FileWarning::Kind::Damaged || warning.kind == FileWarning::Kind::HistoryChanged
        || warning.kind == FileWarning::Kind::RowsOlder || warning.kind == FileWarning::Kind::PagesOlder;
}

/// What a manager can't say that they know of: it is there at the next check again.
bool staysTold(const FileWarning &warning)
{
    return warning.kind == FileWarning::Kind::Damaged || warning.kind == FileWarning::Kind::HistoryChanged;
}

/// What only waits for room is done at a later opening; reading goes on.
Done whereThereIsRoom(const Done &done) { return done || done.error().kind != ErrorKind::NoRoom ? done : Done(); }

} // namespace

Done bringUpToDate(Database &database, ChoiceStore &choices)
{
    if (Done migrated = migrate(database); !migrated)
        return migrated;
    Transaction transaction(database);
    if (Done begun = transaction.begin(); !begun)
        return begun;
    if (Done shipped = choices.shipInto(database); !shipped)
        return whereThereIsRoom(shipped);
    return whereThereIsRoom(transaction.commit());
}

OpenHostel::OpenHostel()
    : m_parts(std::make_unique<Parts>())
{
}

OpenHostel::~OpenHostel()
{
    if (!m_parts->all)
        return;
    Q_UNUSED(bool(m_parts->all->records.note(m_leaving, {}, 0, 0, headerNow(*m_parts->vault, hasWarning(FileWarning::Kind::HeaderOlder)))));
    handOnUnsealed();
    keepHead();
}

QString OpenHostel::hostelName() const { return m_parts->vault->header().hostelName; }

const Clock &OpenHostel::clock() const { return *m_parts->clock; }

House OpenHostel::house() const
{
    const auto houses = Table(*m_parts->database, recordType<House>()).list({});
    const auto house = houses && !houses->isEmpty() ? typed<House>(houses->first()) : std::nullopt;
    return house ? house->value : House();
}

Done OpenHostel::start(const Clock &clock, HistoryAction how)
{
    Parts &parts = *m_parts;
    if (Done loaded = parts.choices.load(*parts.database); !loaded)
        return loaded;
    if (Done set = setClock(clock); !set)
        return set;
    if (Done derived = whereThereIsRoom(bringHappeningsUpToDate(*parts.database, *parts.clock)); !derived)
        return derived;
    if (Done derived = whereThereIsRoom(bringNameKeysUpToDate(*parts.database)); !derived)
        return derived;
    if (Done derived = whereThereIsRoom(bringSearchWordsUpToDate(*parts.database)); !derived)
        return derived;
    makeServices();
    sealElsewhere();
    if (Done loaded = parts.all->restrictions.reload(); !loaded)
        return loaded;
    QObject::connect(&m_notifier, &ChangeNotifier::changed, &m_notifier, [this](const QList<Change> &changes) {
        const auto touches = [&](const QString &kind) {
            return std::any_of(changes.cbegin(), changes.cend(), [&](const Change &change) { return change.kind == kind; });
        };
        if (touches(u"house"_s))
            Q_UNUSED(bool(setZone()));
        if (touches(u"restriction"_s) || touches(u"need_to_know"_s) || touches(u"person"_s))
            Q_UNUSED(bool(m_parts->all->restrictions.reload()));
    });
    if (Done joined = joinSealedEntries(); !joined)
        return joined;
    parts.all->drafts.bringBack();
    for (const FileWarning &warning : std::as_const(m_warnings))
        if (warning.kind != FileWarning::Kind::SealedUnreadable)
            Q_UNUSED(bool(parts.all->records.note(HistoryAction::OpenedElsewhereNewer, {}, 0, 0,
                {{u"entries"_s, warning.entries}, {u"known_here"_s, warning.knownHere}, {u"kind"_s, int(warning.kind)},
                    {u"table"_s, warning.table}})));
    if (Done noted = noteOpened(how); !noted)
        return noted;
    mendHeader();
    keepHead();
    markSaves();
    return {};
}

void OpenHostel::makeServices()
{
    Parts &parts = *m_parts;
    parts.all = std::make_unique<AllServices>(ServiceGround{
        *parts.database, parts.choices, *m_session, m_notifier, *parts.clock, *parts.vault, parts.filePath, vaultIdOf(*parts.vault)});
}

Services &OpenHostel::services() { return m_parts->all->services; }

Done OpenHostel::lookAtHeads(const SeenHeads &seen)
{
    const Database &database = *m_parts->database;
    const auto present = historyHead(database);
    if (!present)
        return present.error();
    if (auto warning = warningOf(database, auditHeadOf(m_parts->vault->header()), present->sequence))
        m_warnings.append(*warning);
    const SeenHead known = seen.of(vaultIdOf(*m_parts->vault));
    const auto marked = SaveMark::read(seen.markPath(vaultIdOf(*m_parts->vault)));
    const auto lost = marked && marked->sequence > known.sequence ? savesMissing(database, *marked, present->sequence) : std::nullopt;
    if (lost)
        m_warnings.append(*lost);
    else if (auto warning = warningOf(database, {known.sequence, known.mac}, present->sequence)) {
        warning->knownHere = true;
        warning->seenAt = known.at;
        warning->rescuedAt = seen.rescuedAt(vaultIdOf(*m_parts->vault), fileIdOf(m_parts->vault->header()));
        m_warnings.append(*warning);
    }
    return lookAtRows();
}

bool OpenHostel::isTeamNews() const
{
    const auto self = m_parts->all->records.self();
    return !self || self->withdrawn || self->value.role != m_session->role() || self->value.hasLeft(m_parts->all->records.latestDay());
}

bool OpenHostel::isDoubtful() const
{
    return std::any_of(m_warnings.cbegin(), m_warnings.cend(), [](const FileWarning &warning) {
        return warning.kind == FileWarning::Kind::EntriesMissing || warning.kind == FileWarning::Kind::OtherHistory
            || warning.kind == FileWarning::Kind::SavesMissing || warning.kind == FileWarning::Kind::HeaderOlder;
    });
}

void OpenHostel::noteCheck(const FileCheck &found)
{
    m_lastCheck = found;
    m_warnings.removeIf(isOfCheck);
    m_warnings += warningsOf(found);
    m_notifier.announce({{u"file"_s, 0, 0}});
}

Done OpenHostel::acceptFile()
{
    if (Done manages = m_session->checkManages(); !manages)
        return manages.error();
    const auto said = generationSaid(*m_parts->database, *m_parts->vault);
    if (!said)
        return said.error();
    if (Done accepted = acceptDoubts(); !accepted)
        return accepted;
    m_warnings.removeIf([](const FileWarning &warning) { return !staysTold(warning); });
    keepHead(quint64(*said));
    markSaves();
    return {};
}

Done OpenHostel::acceptClock()
{
    if (Done manages = m_session->checkManages(); !manages)
        return manages.error();
    if (Done noted = m_parts->all->records.note(HistoryAction::ClockAccepted, kClockEntries); !noted)
        return noted;
    m_parts->clock->startAnew();
    const Done reloaded = m_parts->all->restrictions.reload(); // what was restricted is asked by the same clock
    m_notifier.announce({{u"file"_s, 0, 0}});
    return reloaded;
}

void OpenHostel::keepHead(quint64 laterThan)
{
    const auto head = historyHead(*m_parts->database);
    // What header and PC know of a newer file is not overwritten by whoever happens to sign in first.
    if (!head || m_session->isLookOnly() || isDoubtful())
        return;
    Q_UNUSED(bool(m_parts->vault->change(m_parts->database->handle(), [&](VaultHeader &header) -> Done {
        setAuditHead(header, quint64(head->sequence), head->mac);
        header.generation = std::max<quint64>(header.generation, laterThan);
        return {};
    })));
    m_parts->seen.keep(vaultIdOf(*m_parts->vault), {head->sequence, head->mac, m_parts->clock->now()});
}

Done OpenHostel::setClock(const Clock &clock)
{
    if (m_parts->clock)
        return {};
    m_parts->clock = std::make_unique<HouseClock>(clock);
    return setZone();
}

/// How far the history reached since a manager last said that the clock is right.
Done OpenHostel::setReached()
{
    const auto said = readHistory(*m_parts->database, {.kind = kClockEntries, .limit = 1, .actions = {HistoryAction::ClockAccepted}});
    if (!said)
        return said.error();
    const auto reached = latestMoment(*m_parts->database, said->isEmpty() ? 0 : said->first().sequence - 1);
    if (!reached)
        return reached.error();
    if (reached->isValid())
        m_parts->clock->reach(*reached);
    return {};
}

Done OpenHostel::setZone()
{
    const auto houses = Table(*m_parts->database, recordType<House>()).list({});
    if (!houses)
        return houses.error();
    if (houses->isEmpty())
        return {}; // a file in the making
    const QTimeZone zone(houses->first().row.text(u"time_zone"_s).toLatin1());
    if (zone.isValid())
        m_parts->clock->setZone(zone);
    return {};
}

void OpenHostel::checkpointInWorker()
{
    if (!m_parts->checkpointer)
        m_parts->checkpointer = std::make_unique<Checkpointer>(*m_parts->database);
}

/// The broken copy is written first, so that the good one stands until that is done.
void OpenHostel::mendHeader()
{
    if (!m_parts->vault->hadBrokenHeaderCopy())
        return;
    const bool mended
        = !m_session->isLookOnly() && bool(m_parts->vault->change(m_parts->database->handle(), [](VaultHeader &) { return Done(); }));
    m_headCopies = mended ? HeadCopies::Mended : HeadCopies::Broken;
}

Result<qint64> OpenHostel::unreadablePages() const { return m_parts->database->unreadablePages(); }

Result<QStringList> OpenHostel::problems() const { return m_parts->database->problems(); }

OpenHostel::Check OpenHostel::deepCheck() const
{
    return [open = m_parts->database->opener(), known = auditHeadOf(m_parts->vault->header())](
               const std::function<bool()> &shouldStop) -> Result<FileCheck> {
        const auto worker = open();
        if (!worker)
            return damageIn(worker.error());
        (*worker)->stopWhen(shouldStop);
        const auto damage = (*worker)->deepProblems();
        return damage ? readThrough(**worker, *damage, {known}) : damageIn(damage.error());
    };
}

OpenHostel::Check OpenHostel::quietCheck() const
{
    return [open = m_parts->database->opener()](const std::function<bool()> &shouldStop) -> Result<FileCheck> {
        const auto worker = open();
        if (!worker)
            return damageIn(worker.error());
        (*worker)->stopWhen(shouldStop);
        const auto damage = (*worker)->problems();
        return damage ? readThrough(**worker, *damage, {}) : damageIn(damage.error());
    };
}

} // namespace keywork
