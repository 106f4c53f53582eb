// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/act_now/act_now_page.h"
#include "ui/pages/act_now/afterwards.h"
#include "ui/pages/act_now/step_log.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QApplication>
#include <QScrollArea>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qint64 kMayBeAnotherMs = qint64(30) * 60 * 1000; // without a press; house rule

} // namespace

/// Whether it may be about whoever could not be roused: nobody is put into somebody else's emergency, beside whose allergies
/// they would be treated.
bool ActNowPage::mayBeAbout(const Emergency &emergency, Id<Person> person) const
{
    if (m_actNow->quietSinceMs(emergency.id) >= kLongQuietMs || emergency.isEnded)
        return false;
    return person ? emergency.who.kind == ActNowWho::Kind::NotKnown || emergency.who.person == person
                  : emergency.who.kind != ActNowWho::Kind::Resident;
}

void ActNowPage::beginWith(Id<Person> person)
{
    auto one = emergency();
    if (!m_actNow || !one)
        return;
    if (!mayBeAbout(*one, person)) {
        m_current.clear();
        for (const Emergency &other : m_actNow->running())
            if (m_current.isEmpty() && mayBeAbout(other, person))
                m_current = other.id;
        if (m_current.isEmpty())
            m_current = m_actNow->start();
        say({});
        refresh();
        focusSteps();
        one = emergency();
    }
    if (person && one->who.kind == ActNowWho::Kind::NotKnown)
        tell(m_actNow->setWho(m_current, {.kind = ActNowWho::Kind::Resident, .person = person}));
    if (!m_actNow->lastPress(m_current).isEmpty()) // everything begins again
        keep({.step = OverdoseStepKind::CouldNotRouse});
}

void ActNowPage::open()
{
    if (isOpen())
        return focusSteps();
    m_focus = QApplication::focusWidget();
    if (!m_all) { // made when it is first needed: the sign-in should be there at once
        build();
        setServices(m_services);
    } else if (m_isNarrow != isNarrow()) {
        makeAnew();
    }
    m_others.hideAllBut(window());
    setGeometry(parentWidget()->rect());
    show();
    raise();
    chooseEmergency();
    say(saysItIsOld());
    m_log->setFoot(tr("Afterwards this becomes the incident report. A kit that was used leaves the stock by itself."));
    m_shownWho.reset();
    refresh();
    findChild<QScrollArea *>(u"actNowScroll"_s)->verticalScrollBar()->setValue(0); // the first step first
    m_second.start(1000);
    qApp->installEventFilter(this); // a box or list with the keys would take digits for itself
    focusSteps();
    Q_EMIT changed();
}

/// What ended meanwhile, or lay aside for half a day, is not what somebody presses the key for now.
void ActNowPage::chooseEmergency()
{
    if (!m_actNow)
        return;
    const auto one = emergency();
    if (one && !one->isEnded && m_actNow->quietSinceMs(m_current) < kLongQuietMs)
        return;
    const QString goesOn = m_actNow->toGoOnWith();
    m_current = goesOn.isEmpty() ? m_actNow->start() : goesOn;
}

/// Empty for one that is at work: what is pressed into an old one would be somebody else's.
QString ActNowPage::saysItIsOld() const
{
    const auto one = emergency();
    if (!one || one->isAfterwards || m_actNow->quietSinceMs(m_current) < kMayBeAnotherMs)
        return {};
    return tr("This one began at %1 and was never finished. Somebody else now? + begins anew.")
        .arg(clock().local(one->startedAt).toString(u"HH:mm"_s));
}

void ActNowPage::stayAbove()
{
    m_others.hideAllBut(window());
    raise();
    focusSteps();
}

void ActNowPage::showHidden() { m_others.showAgain(); }

void ActNowPage::putAside()
{
    if (!isOpen())
        return;
    m_second.stop();
    qApp->removeEventFilter(this);
    m_afterwards->hide();
    m_asked->hide();
    hide();
    if (m_actNow && m_actNow->forget(m_current))
        m_current.clear();
    if (m_focus)
        m_focus->setFocus();
    Q_EMIT wasPutAside();
    Q_EMIT changed();
}

} // namespace keywork
