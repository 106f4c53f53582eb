// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/act_now/act_now_page.h"
#include "ui/pages/act_now/afterwards.h"
#include "ui/pages/act_now/step_log.h"
#include "ui/widgets/flow_layout.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace keywork {

void ActNowPage::beginWith(Id<Person> person)
{
    const auto one = emergency();
    if (person && m_actNow && one && one->who.kind == ActNowWho::Kind::NotKnown)
        tell(m_actNow->setWho(m_current, {.kind = ActNowWho::Kind::Resident, .person = person}));
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
    if (m_actNow && !emergency()) {
        const QList<Emergency> running = m_actNow->running();
        m_current = running.isEmpty() ? m_actNow->start() : running.first().id;
    }
    say({});
    m_log->setFoot(tr("Afterwards this becomes the incident report. A kit that was used leaves the stock by itself."));
    m_shownWho.reset();
    refresh();
    m_second.start(1000);
    qApp->installEventFilter(this); // a box or list with the keys would take digits for itself
    focusSteps();
    Q_EMIT changed();
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

void ActNowPage::focusSteps()
{
    m_asked->hide();
    setFocus();
}

} // namespace keywork
