// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/emergency/act_now_parts.h"
#include "core/services/keeping/aside.h"
#include "core/services/keeping/open_hostel.h"
#include "core/vault/sealed_entries.h"
#include "core/vault/vault_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qint64 kTakenUpSeconds = 24 * 60 * 60; // house rule: what began earlier waits on Today instead

QByteArray plainOfPress(const Press &press) { return QJsonDocument(asSealed(press)).toJson(QJsonDocument::Compact); }

} // namespace

void sortByMoment(QList<ActNowStep> &steps)
{
    std::stable_sort(steps.begin(), steps.end(), [](const ActNowStep &a, const ActNowStep &b) {
        if (a.said.happenedAt != b.said.happenedAt)
            return a.said.happenedAt < b.said.happenedAt;
        return a.said.pressed.value_or(0) < b.said.pressed.value_or(0);
    });
}

ActNow::Parts::Parts(QString file, const SeenHeads &seenHeads, const Clock &wall, const SteadyClock &steadyClock)
    : hostelFile(std::move(file))
    , seen(seenHeads)
    , clock(wall)
    , steady(steadyClock)
{
    lookAtHeader();
}

/// A file that is open here is not looked into: closing it would drop SQLite's lock.
void ActNow::Parts::lookAtHeader()
{
    if (isOpenVault(QFile::encodeName(QFileInfo(hostelFile).canonicalFilePath()).toStdString()))
        return;
    if (const auto now = VaultFile::peek(hostelFile))
        header = *now;
}

Running &ActNow::Parts::begin(const QDateTime &at)
{
    Running one;
    one.shown.id = newPressId();
    one.shown.startedAt = at;
    one.steadyStart = steady.milliseconds();
    emergencies.append(one);
    return emergencies.last();
}

Running *ActNow::Parts::find(const QString &emergency)
{
    const auto found = std::find_if(emergencies.begin(), emergencies.end(), [&](const Running &one) { return one.shown.id == emergency; });
    return found == emergencies.end() ? nullptr : &*found;
}

Press ActNow::Parts::newPress(Running &one, Press::What what) const
{
    Press press;
    press.id = newPressId();
    press.emergency = one.shown.id;
    press.what = what;
    press.startedAt = one.shown.startedAt;
    press.clockSaid = clock.now();
    press.order = ++one.lastOrder;
    press.by = hostel ? hostel->session().staff().value : 0;
    press.step.elapsedMs = elapsed(one);
    press.step.happenedAt = happenedAt(one.shown.startedAt, *press.step.elapsedMs);
    return press;
}

ActNow::Outcome ActNow::Parts::keep(Running &one, const Press &press)
{
    Outcome outcome{.press = press.id};
    pending.append({press, false});
    if (!keepInRecord()) {
        for (Pending &waiting : pending) // what had no place before may have one now, in its order
            if (!waiting.isSealed) {
                outcome.in = seal(waiting.press, outcome.aside);
                waiting.isSealed = outcome.in != KeptIn::Memory;
            }
    } else if (!one.shown.incident) {
        if (const auto found = hostel->services().emergencySteps.of(one.shown.id)) {
            one.shown.incident = found->incident;
            one.shown.number = found->number;
        }
    }
    changed();
    return outcome;
}

/// All that is not there yet, in one commit.
Done ActNow::Parts::keepInRecord()
{
    if (!hostel || hostel->session().isLookOnly())
        return Error{ErrorKind::ReadOnly, {}, {}};
    QList<Press> presses;
    for (const Pending &one : std::as_const(pending))
        presses.append(one.press);
    const Done kept = hostel->services().emergencySteps.keep(presses);
    if (kept)
        pending.clear();
    return kept;
}

bool ActNow::Parts::sealBeside(const QByteArray &plain) const
{
    // A backup stays as it was made, and a reader leaves nothing beside: then this PC keeps it for the file.
    return header->purpose == FilePurpose::Live && QFileInfo(hostelFile).isWritable()
        && appendSealed(pressesBeside(hostelFile), *header, plain);
}

ActNow::KeptIn ActNow::Parts::seal(const Press &press, AsidePlace &place)
{
    if (!hostel)
        lookAtHeader(); // there may be another key since
    if (!header)
        return KeptIn::Memory;
    QByteArray plain = plainOfPress(press);
    if (hostel)
        plain = hostel->proven(plain);
    if (sealBeside(plain))
        return KeptIn::BesideFile;
    Aside aside(seen, idOf(*header));
    if (!aside.keep(*header, plain))
        return KeptIn::Memory;
    place = aside.place();
    return KeptIn::OnThisPc;
}

void ActNow::Parts::signedIn(OpenHostel &open)
{
    hostel = &open;
    header = open.header();
    Q_UNUSED(bool(keepInRecord())); // what was sealed has joined already, and joins once
    readAnew();
    writeCard();
    listener = std::make_unique<QObject>();
    QObject::connect(&open.notifier(), &ChangeNotifier::changed, listener.get(), [this](const QList<Change> &changes) {
        const bool isCard = std::any_of(changes.cbegin(), changes.cend(), [](const Change &change) {
            return change.kind == u"house" || change.kind == u"naloxone_kit" || change.kind == u"naloxone_place"
                || change.kind == u"naloxone_recall";
        });
        if (isCard)
            writeCard();
    });
    changed();
}

void ActNow::Parts::locking()
{
    listener.reset();
    hostel = nullptr;
    for (Running &one : emergencies) {
        one.shown.substances.clear();
        one.shown.who.described.clear();
        for (ActNowStep &step : one.shown.steps) {
            step.said.byWhom.clear();
            step.said.whyNot.clear();
            step.said.watcherOther.clear();
            step.said.words.clear();
        }
    }
    changed();
}

void ActNow::Parts::readAnew()
{
    const EmergencySteps &steps = hostel->services().emergencySteps;
    for (Running &one : emergencies) {
        const auto found = steps.of(one.shown.id);
        const bool isWhole
            = std::none_of(pending.cbegin(), pending.cend(), [&](const Pending &other) { return other.press.emergency == one.shown.id; });
        if (found && isWhole)
            show(one, *found);
    }
    const auto unfinished = steps.unfinished();
    QList<EmergencyOnFile> oldestFirst = unfinished ? *unfinished : QList<EmergencyOnFile>();
    std::reverse(oldestFirst.begin(), oldestFirst.end());
    for (const EmergencyOnFile &found : std::as_const(oldestFirst))
        if (!find(found.overdose.emergency) && qAbs(found.overdose.startedAt.secsTo(clock.now())) < kTakenUpSeconds)
            takeUp(found);
}

void ActNow::Parts::takeUp(const EmergencyOnFile &found)
{
    Running one;
    one.shown.id = found.overdose.emergency;
    show(one, found);
    qint64 last = 0;
    for (const ActNowStep &step : found.steps) {
        last = std::max(last, step.said.elapsedMs.value_or(0));
        one.lastOrder = std::max(one.lastOrder, step.said.pressed.value_or(0));
    }
    one.steadyStart = steady.milliseconds() - elapsedAfterResuming(one.shown.startedAt, last, clock.now());
    emergencies.append(one);
}

void ActNow::Parts::show(Running &one, const EmergencyOnFile &found) const
{
    one.shown.startedAt = one.shown.startedAt.isValid() ? one.shown.startedAt : found.overdose.startedAt;
    one.shown.looksLike = found.overdose.looksLike;
    one.shown.signs = found.overdose.signs;
    one.shown.substances = found.overdose.substances;
    one.shown.steps = found.steps;
    sortByMoment(one.shown.steps);
    one.shown.who = found.who;
    one.shown.incident = found.incident;
    one.shown.number = found.number;
    one.shown.isEnded = found.overdose.state != OverdoseState::Running;
}

HouseCard ActNow::Parts::card() const
{
    if (hostel)
        if (const auto card = hostel->services().emergencySteps.card())
            return *card;
    if (!header)
        return {};
    const QByteArray id = idOf(*header);
    if (const auto beside = readHouseCard(hostelFile, id))
        return *beside;
    const auto here = seen.folder().isEmpty() ? Result<HouseCard>(Error{ErrorKind::NotFound, {}, {}})
                                              : readHouseCard(QDir(seen.folder()).filePath(u"keywork-"_s + id.toHex()), id);
    return here ? *here : HouseCard();
}

QList<ActNowDoubt> ActNow::Parts::lookAtKit(OverdoseStep &step) const
{
    QList<ActNowDoubt> doubts;
    const bool isDose = step.step == OverdoseStepKind::NaloxoneGiven && step.kitId;
    for (const KitOnWall &kit : isDose ? card().kits : QList<KitOnWall>()) {
        if (kit.id != step.kitId.value)
            continue;
        const bool isSyringe = kit.kind == u"syringe";
        if (kit.isUsedUp && !isSyringe) // an opened syringe is gone on with
            doubts.append(ActNowDoubt::KitUsedUp);
        if (kit.isOutOfDate(clock.local(step.happenedAt).date()))
            doubts.append(ActNowDoubt::KitOutOfDate);
        if (kit.isRecalled)
            doubts.append(ActNowDoubt::KitRecalled);
        if (!step.route)
            step.route = isSyringe ? NaloxoneRoute::Intramuscular : NaloxoneRoute::Nasal;
    }
    return doubts;
}

/// Beside the file, and where its folder takes nothing on this PC.
void ActNow::Parts::writeCard() const
{
    if (!hostel || hostelFile.isEmpty() || hostel->session().isLookOnly())
        return;
    const auto card = hostel->services().emergencySteps.card();
    const QByteArray id = idOf(*header);
    if (!card || writeHouseCard(hostelFile, id, *card) || seen.folder().isEmpty())
        return;
    QDir().mkpath(seen.folder());
    Q_UNUSED(bool(writeHouseCard(QDir(seen.folder()).filePath(u"keywork-"_s + id.toHex()), id, *card)));
}

} // namespace keywork
