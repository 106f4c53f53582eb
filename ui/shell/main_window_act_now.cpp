// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/incident.h"
#include "core/services/emergency/act_now.h"
#include "ui/pages/act_now/act_now_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/sign_in_page.h"
#include "ui/shell/workspace.h"

#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// What the timed checks begin with after somebody chose not to go (domain.md, "Incidents"): who keeps watch, the fresh kit.
/// Empty: no checks follow.
QVariantMap checksAfter(const Emergency &emergency, const HouseCard &house)
{
    const OverdoseStep *chose = nullptr;
    bool hadNaloxone = false;
    for (const ActNowStep &step : emergency.steps) {
        if (step.isUndone)
            continue;
        hadNaloxone |= step.said.step == OverdoseStepKind::NaloxoneGiven;
        if (step.said.step == OverdoseStepKind::ChoseNotToGo)
            chose = &step.said;
    }
    if (!chose)
        return {};
    QVariantMap start{{u"reason"_s, u"chose_not_to_go"_s}, {u"incident_id"_s, emergency.incident.value},
        {u"from_at"_s, toStoredText(chose->happenedAt)}, {u"after_naloxone"_s, hadNaloxone}};
    if (chose->watcherId)
        start.insert(u"watcher_id"_s, chose->watcherId.value);
    if (!chose->watcherOther.isEmpty())
        start.insert(u"watcher_other"_s, chose->watcherOther);
    if (!emergency.who.described.isEmpty())
        start.insert(u"described"_s, emergency.who.described);
    for (const KitOnWall &kit : house.kits)
        if (kit.id == chose->kitId.value)
            start.insert(u"kit"_s, QStringList{kit.number, kit.place}.join(u", "_s));
    return start;
}

} // namespace

/// The page of the whole window: it lies over everything and outlives every lock, as what runs does.
void MainWindow::makeActNow()
{
    m_actNowPage = new ActNowPage(m_clock, m_stack);
    connect(m_signIn, &SignInPage::actNowWanted, this, &MainWindow::openActNow);
    connect(m_cover, &Cover::actNowWanted, this, &MainWindow::openActNow);
    connect(m_cover, &Cover::gone, this, [this] {
        m_actNowPage->setCovered(false);
        m_actNowPage->isOpen() ? m_actNowPage->stayAbove() : m_actNowPage->showHidden();
    });
    connect(m_actNowPage, &ActNowPage::coverWanted, this, [this] { m_cover->isVisible() ? m_cover->takeAway() : cover(); });
    connect(m_actNowPage, &ActNowPage::wasPutAside, this, [this] {
        if (!m_cover->isVisible())
            return m_actNowPage->showHidden();
        m_cover->raise();
        m_cover->setFocus();
    });
    connect(m_actNowPage, &ActNowPage::changed, this, &MainWindow::showRunning);
    connect(m_actNowPage, &ActNowPage::ended, this, &MainWindow::onActNowEnded, Qt::QueuedConnection);
    connect(m_actNowPage, &ActNowPage::sheetWanted, this, &MainWindow::printSheet, Qt::QueuedConnection);
    connect(m_actNowPage, &ActNowPage::cardWanted, this, &MainWindow::previewActNowCard, Qt::QueuedConnection);
}

/// Also without a file: the steps and the times are shown, and that they are kept nowhere.
void MainWindow::setActNow()
{
    m_actNowPage->setActNow(nullptr);
    const std::unique_ptr<ActNow> before = std::move(m_actNow);
    m_actNow
        = std::make_unique<ActNow>(m_file ? m_file->chosenPath() : QString(), m_seen, m_clock, m_steady ? *m_steady : systemSteadyClock());
    if (before)
        m_actNow->takeOver(*before);
    m_actNowPage->setActNow(m_actNow.get());
}

void MainWindow::openActNow()
{
    if (!m_actNow)
        setActNow();
    m_actNowPage->setCovered(m_cover->isVisible());
    m_actNowPage->open();
}

/// What runs goes on without anybody signed in; presses are sealed from here on.
void MainWindow::leaveActNow()
{
    m_actNowPage->setServices(nullptr);
    if (m_actNow)
        m_actNow->locking();
    m_actNowPage->raise(); // above the sign-in, where it is open
}

void MainWindow::showRunning()
{
    if (!m_workspace)
        return;
    m_workspace->showRunning(m_actNow ? m_actNow->running().size() : 0);
    m_workspace->setBelow(m_actNowPage->isOpen());
}

void MainWindow::onActNowEnded(const Emergency &emergency)
{
    if (!m_hostel)
        m_endedLocked.append(emergency.id);
    if (!m_hostel && m_file && !m_actNowPage->isOpen())
        m_signIn->setFile(m_file, tr("The emergency is kept. At the next sign-in it stands under Incidents, to be written up."));
    if (!m_workspace || m_actNowPage->isOpen() || !emergency.incident)
        return;
    m_workspace->openRecord(QString::fromLatin1(recordType<Incident>().table), emergency.incident.value);
    m_workspace->say(tr("%1 is open as a draft, with its timeline").arg(emergency.number));
    askChecksAfter(emergency);
}

void MainWindow::askChecksAfter(const Emergency &emergency)
{
    const QVariantMap checks = checksAfter(emergency, m_actNow->card());
    if (!checks.isEmpty() && m_workspace->startChecks(emergency.who.person, checks))
        m_workspace->say(tr("%1 is a draft under Incidents. Say how often to look in.").arg(emergency.number));
}

/// Whoever signs in first hears of it, and is asked how often to look in on somebody who chose not to go.
void MainWindow::tellEndedLocked()
{
    for (const QString &id : std::exchange(m_endedLocked, {}))
        if (const auto over = m_actNow->one(id); over && over->incident) {
            m_workspace->say(tr("%1 was logged while locked: a draft under Incidents").arg(over->number));
            askChecksAfter(*over);
        }
}

void MainWindow::printSheet(Id<Person> person)
{
    if (!m_workspace)
        return;
    const auto said = m_workspace->printEmergencySheet(person);
    if (said)
        return m_actNowPage->say(*said);
    m_actNowPage->putAside(); // the preview lies below
    m_workspace->focusPage();
}

void MainWindow::previewActNowCard()
{
    if (!m_workspace || !m_actNow)
        return m_actNowPage->say(tr("The card is printed once somebody is signed in."));
    m_actNowPage->putAside();
    m_workspace->previewActNowCard(m_actNow->card());
}

} // namespace keywork
