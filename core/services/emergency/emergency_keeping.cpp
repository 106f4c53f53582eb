// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/emergency/emergency_steps.h"
#include "core/services/emergency/kit_stock.h"
#include "core/services/records/records.h"
#include "core/storage/history_reading.h"
#include "core/storage/table.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QString kAffectedRole = u"affected"_s;
const QString kOverdoseKind = u"overdose"_s;
const QString kMedicalKind = u"medical"_s;

/// What stands in the incident until somebody writes it up.
QString wordsUntilWritten()
{
    return QCoreApplication::translate(
        "record", QT_TRANSLATE_NOOP("record", "Overdose — act now was used. The steps say what was done, and when."));
}

QString mistakenReason() { return QCoreApplication::translate("record", QT_TRANSLATE_NOOP("record", "Pressed by mistake")); }

QString putInByMistake() { return QCoreApplication::translate("record", QT_TRANSLATE_NOOP("record", "Somebody else was meant")); }

/// That it can't be written, whatever is tried: it stays in the history as a step without words and keeps the others from nothing.
bool canNeverJoin(const Error &error)
{
    return error.kind == ErrorKind::DoesNotFit || error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Conflict;
}

Result<bool> isOnFile(Records &records, const RecordType &type, qint64 id)
{
    if (id <= 0)
        return false;
    const auto row = Table(records.database(), type).find(id);
    return row ? Result<bool>(true) : row.error().kind == ErrorKind::NotFound ? Result<bool>(false) : row.error();
}

/// What was sealed may name anything; the step itself stays.
Done leaveOutUnknown(Records &records, OverdoseStep &step)
{
    const auto kit = isOnFile(records, recordType<NaloxoneKit>(), step.kitId.value);
    const auto watcher = isOnFile(records, recordType<Staff>(), step.watcherId.value);
    if (!kit || !watcher)
        return kit ? watcher.error() : kit.error();
    if (!*kit)
        step.kitId = {};
    if (!*watcher)
        step.watcherId = {};
    return {};
}

QList<Filter> ofIncidentFilter(qint64 incident) { return {{u"incident_id"_s, Filter::Comparison::Equals, incident}}; }

} // namespace

EmergencySteps::EmergencySteps(Records &records)
    : m_records(records)
{
    followDosesIntoStock(records);
    records.addCompleting(recordType<Overdose>(), [](Row &row, const std::optional<Row> &) {
        if (row.text(u"emergency"_s).isEmpty()) // written down as any part of an incident
            row.set(u"emergency"_s, newPressId());
    });
    records.addCompleting(recordType<OverdoseStep>(), [&records](Row &row, const std::optional<Row> &before) {
        if (row.text(u"press_id"_s).isEmpty())
            row.set(u"press_id"_s, newPressId());
        if (row.text(u"entered_at"_s).isEmpty())
            row.set(u"entered_at"_s, toStoredText(records.clock().now()));
        sayWhatKitWas(records, row, before);
    });
}

Done EmergencySteps::keep(const QList<Press> &presses)
{
    const Done kept = m_records.together([&]() -> Done {
        for (const Press &press : presses) {
            const auto isNew = markJoined(m_records.database(), press.id, m_records.clock().now());
            if (!isNew)
                return isNew.error();
            if (!*isNew)
                continue;
            const Done done = keepOne(press);
            if (done)
                continue;
            if (!canNeverJoin(done.error()))
                return done;
            if (Done noted = m_records.note(HistoryAction::EmergencyStep, {}, 0, 0, {{u"could_not_be_kept"_s, true}}); !noted)
                return noted;
        }
        return {};
    });
    m_records.forgetLastCommit(); // a step is taken back on its own screen
    return kept;
}

Done EmergencySteps::join(QList<Press> presses)
{
    std::stable_sort(presses.begin(), presses.end(), [](const Press &a, const Press &b) {
        return std::tie(a.startedAt, a.emergency, a.order) < std::tie(b.startedAt, b.emergency, b.order);
    });
    const QDateTime now = m_records.clock().now();
    QHash<QString, qint64> ahead;
    for (const Press &press : presses) {
        if (of(press.emergency)) // it has begun in the record, and goes on from there
            continue;
        const QDateTime at = press.what == Press::What::Step ? press.step.happenedAt : press.startedAt;
        ahead[press.emergency] = std::max(ahead.value(press.emergency), now.msecsTo(at));
    }
    for (Press &press : presses)
        if (const qint64 by = ahead.value(press.emergency); by > 0) {
            press.startedAt = press.startedAt.addMSecs(-by);
            press.step.happenedAt = press.step.happenedAt.addMSecs(-by);
        }
    return keep(presses);
}

Done EmergencySteps::keepOne(const Press &press)
{
    const auto head = headFor(press);
    if (!head)
        return head.error();
    switch (press.what) {
    case Press::What::Step:
        return keepStep(press, *head);
    case Press::What::Said:
        return keepSaid(press, *head);
    case Press::What::Undo:
        return keepUndo(press, *head);
    case Press::What::Looks:
        return changeHead(*head, [&](Overdose &overdose) { overdose.looksLike = press.looksLike; });
    case Press::What::Signs:
        return changeHead(*head, [&](Overdose &overdose) {
            overdose.signs = press.signs;
            overdose.substances = press.substances;
        });
    case Press::What::Who:
        return keepWho(press, *head);
    case Press::What::End:
        return keepEnd(press, *head);
    }
    return {};
}

Result<KeptRow> EmergencySteps::begin(const Press &press)
{
    Incident incident;
    incident.kind = {kOverdoseKind};
    incident.happenedAt = press.startedAt;
    incident.whatHappened = wordsUntilWritten();
    const auto kept = m_records.enter(toRow(incident), press.by);
    if (!kept)
        return kept.error();
    Overdose overdose;
    overdose.incidentId = {kept->id};
    overdose.emergency = press.emergency;
    overdose.startedAt = press.startedAt;
    return m_records.enter(toRow(overdose), press.by);
}

Done EmergencySteps::keepStep(const Press &press, const KeptRow &head)
{
    OverdoseStep step = press.step;
    step.incidentId = {head.row.value(u"incident_id"_s).toLongLong()};
    step.enteredAt = press.clockSaid;
    step.pressed = press.order;
    step.pressId = press.id;
    step.whileLocked = press.by == 0;
    if (Done named = leaveOutUnknown(m_records, step); !named)
        return named;
    if (const auto kept = m_records.enter(toRow(step), press.by); !kept)
        return kept.error();
    return sayWhatKind(step.incidentId.value);
}

Result<QList<KeptRow>> EmergencySteps::pressedAs(const QString &press, const KeptRow &head) const
{
    QList<Filter> filters = ofIncidentFilter(head.row.value(u"incident_id"_s).toLongLong());
    filters.append({u"press_id"_s, Filter::Comparison::Equals, press});
    return Table(m_records.database(), recordType<OverdoseStep>()).list({.filters = filters});
}

Done EmergencySteps::keepSaid(const Press &press, const KeptRow &head)
{
    const auto rows = pressedAs(press.about, head);
    if (!rows)
        return rows.error();
    for (const KeptRow &row : *rows) {
        const auto known = asKind<OverdoseStep>(row);
        if (!known)
            return known.error();
        OverdoseStep step = known->value;
        step.kitId = press.step.kitId;
        step.route = press.step.route;
        step.byWhom = press.step.byWhom;
        step.whyNot = press.step.whyNot;
        step.watcherId = press.step.watcherId;
        step.watcherOther = press.step.watcherOther;
        step.words = press.step.words;
        if (Done named = leaveOutUnknown(m_records, step); !named)
            return named;
        if (Done changed = changeStep(m_records, row, toRow(step)); !changed)
            return changed;
    }
    return {};
}

Done EmergencySteps::keepUndo(const Press &press, const KeptRow &head)
{
    const auto rows = pressedAs(press.about, head);
    if (!rows)
        return rows.error();
    for (const KeptRow &row : *rows) {
        if (Done gone = m_records.rewrite(row, row.row, HistoryAction::Withdrawn, mistakenReason()); !gone)
            return gone;
        if (Done back = giveDoseBack(m_records, row); !back)
            return back;
    }
    return sayWhatKind(head.row.value(u"incident_id"_s).toLongLong());
}

/// Whoever was put in by mistake is taken out as entered in error: it is nothing that happened to them. Whom somebody added by
/// hand stays: two people may be hurt at once.
Done EmergencySteps::keepWho(const Press &press, const KeptRow &head)
{
    const qint64 incident = head.row.value(u"incident_id"_s).toLongLong();
    QList<Filter> filters = ofIncidentFilter(incident);
    filters.append({u"role"_s, Filter::Comparison::Equals, kAffectedRole});
    const auto there = Table(m_records.database(), recordType<IncidentPerson>()).list({.filters = filters});
    if (!there)
        return there.error();
    IncidentPerson found;
    found.incidentId = {incident};
    found.role = {kAffectedRole};
    found.pressed = true;
    found.who = press.who.kind == ActNowWho::Kind::Resident ? InvolvedWho::Resident : InvolvedWho::Visitor;
    found.personId = press.who.kind == ActNowWho::Kind::Resident ? press.who.person : Id<Person>();
    found.described = press.who.kind == ActNowWho::Kind::Visitor ? press.who.described : QString();
    bool isThere = press.who.kind == ActNowWho::Kind::NotKnown;
    for (const KeptRow &row : *there) {
        const bool isSame
            = row.row.value(u"person_id"_s).toLongLong() == found.personId.value && row.row.text(u"described"_s) == found.described;
        isThere = isThere || isSame;
        if ((isSame && press.who.kind != ActNowWho::Kind::NotKnown) || row.row.value(u"pressed"_s).toLongLong() == 0)
            continue;
        if (Done gone = m_records.rewrite(row, row.row, HistoryAction::Withdrawn, putInByMistake()); !gone)
            return gone;
    }
    if (isThere)
        return {};
    const auto kept = m_records.enter(toRow(found), press.by);
    return kept ? Done() : Done(kept.error());
}

Done EmergencySteps::keepEnd(const Press &press, const KeptRow &head)
{
    return changeHead(head, [&](Overdose &overdose) {
        overdose.outcome = press.outcome ? press.outcome : overdose.outcome;
        overdose.endedAt = press.step.happenedAt.isValid() ? press.step.happenedAt : press.clockSaid;
        if (*overdose.endedAt < overdose.startedAt) // the clock was set back meanwhile
            overdose.endedAt = overdose.startedAt;
        if (overdose.state == OverdoseState::Running)
            overdose.state = OverdoseState::ToWriteUp;
    });
}

Done EmergencySteps::changeHead(const KeptRow &head, const std::function<void(Overdose &overdose)> &change)
{
    const auto known = asKind<Overdose>(head);
    if (!known)
        return known.error();
    Overdose overdose = known->value;
    change(overdose);
    const Row row = toRow(overdose);
    return row == head.row ? Done() : m_records.rewrite(head, row, HistoryAction::Changed, {});
}

/// "Not an overdose" keeps the times; what kind of incident it is follows, both ways.
Done EmergencySteps::sayWhatKind(qint64 incident)
{
    const auto steps = Table(m_records.database(), recordType<OverdoseStep>()).list({.filters = ofIncidentFilter(incident)});
    const auto head = Table(m_records.database(), recordType<Incident>()).find(incident);
    if (!steps || !head)
        return steps ? head.error() : steps.error();
    QList<ActNowStep> standing;
    for (const KeptRow &row : *steps)
        if (const auto step = recordType<OverdoseStep>().fromRow(row.row))
            standing.append({*step, false, row.id});
    const QDateTime began = fromStoredText(head->row.text(u"happened_at"_s));
    const QString kind = actNowPicture(standing, LooksLike::CannotTell, began, 0).isNoOverdose ? kMedicalKind : kOverdoseKind;
    const QString was = head->row.text(u"kind"_s);
    if (was == kind || (was != kMedicalKind && was != kOverdoseKind) || head->withdrawnAt)
        return {};
    Row row = head->row;
    row.set(u"kind"_s, kind);
    return m_records.rewrite(*head, row, HistoryAction::Changed, {});
}

} // namespace keywork
