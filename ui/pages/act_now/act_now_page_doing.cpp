// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/services.h"
#include "ui/pages/act_now/act_now_page.h"
#include "ui/pages/act_now/act_now_steps.h"
#include "ui/pages/act_now/afterwards.h"
#include "ui/pages/act_now/step_log.h"
#include "ui/pages/act_now/who_found.h"
#include "ui/text/words.h"
#include "ui/text/words_act_now.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QApplication>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qint64 kBounceMs = 700; // one press of a worn button or a trembling hand

} // namespace

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
    hideOthers();
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
    hideOthers();
    raise();
    focusSteps();
}

/// A list, a calendar or a dialog would stand above, or keep the keys.
void ActNowPage::hideOthers()
{
    while (QWidget *popup = QApplication::activePopupWidget())
        if (!popup->close())
            break;
    for (QWidget *top : QApplication::topLevelWidgets())
        if (top != window() && top->isVisible()) {
            top->hide();
            m_hidden.append(top);
        }
}

void ActNowPage::showHidden()
{
    for (const QPointer<QWidget> &top : std::exchange(m_hidden, {}))
        if (top)
            top->show();
}

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

void ActNowPage::press(OverdoseStepKind step)
{
    if (!m_actNow)
        return;
    const auto one = emergency();
    if (!one)
        return;
    if (one->isAfterwards)
        return m_afterwards->askStep(step);
    const qint64 now = m_actNow->elapsedMs(m_current);
    const QString code = QString::fromLatin1(codeOf(step));
    if (m_lastPress.first == m_current + code && now - m_lastPress.second < kBounceMs)
        return;
    m_lastPress = {m_current + code, now};
    keep({.step = step, .kit = kitFor(step)});
}

/// Of a dose the one that is chosen; for whoever stays here after it a fresh one, if there is one.
Id<NaloxoneKit> ActNowPage::kitFor(OverdoseStepKind step) const
{
    if (step == OverdoseStepKind::NaloxoneGiven)
        return m_steps->kit();
    const auto one = emergency();
    if (step != OverdoseStepKind::ChoseNotToGo || !one)
        return {};
    QList<qint64> opened;
    for (const ActNowStep &given : one->steps)
        if (!given.isUndone && given.said.step == OverdoseStepKind::NaloxoneGiven)
            opened.append(given.said.kitId.value);
    for (const KitOnWall &kit : m_actNow->card().kits)
        if (kit.isGood(clock().today()) && !opened.contains(kit.id))
            return {kit.id};
    return m_steps->kit();
}

void ActNowPage::keep(const ActNow::Said &said)
{
    m_asked->hide();
    m_endAsked.clear();
    const ActNow::Outcome outcome = m_actNow->press(m_current, said);
    tell(outcome);
    askBeside(outcome.press, said.step);
}

void ActNowPage::tell(const ActNow::Outcome &outcome)
{
    QStringList said;
    for (const ActNowDoubt doubt : outcome.doubts)
        said.append(words::actNowDoubt(doubt));
    if (outcome.in == ActNow::KeptIn::Memory)
        said.prepend(words::actNowKept(outcome));
    say(said.join(u' '));
    m_log->setFoot(words::actNowKept(outcome));
}

/// The step stands already; why and who are said beside it, or not.
void ActNowPage::askBeside(const QString &press, OverdoseStepKind step)
{
    const bool asksWhy = step == OverdoseStepKind::NaloxoneNotGiven;
    if (press.isEmpty() || (!asksWhy && step != OverdoseStepKind::ChoseNotToGo))
        return;
    m_beside = press;
    m_besideStep = step;
    m_askedLabel->setText(asksWhy ? tr("It is logged. Why was naloxone not given? Enter keeps it, Esc leaves it out.")
                                  : tr("It is logged. Who keeps watch over them, and looks in at set times? Enter keeps it."));
    m_askedField->clear();
    m_asked->show();
    bringIntoView(m_asked);
    m_askedField->setFocus();
}

void ActNowPage::keepBeside()
{
    const auto one = emergency();
    const QString words = m_askedField->text().trimmed();
    if (!one || words.isEmpty())
        return focusSteps();
    for (const ActNowStep &step : one->steps)
        if (step.said.pressId == m_beside) {
            ActNow::Said said{.step = step.said.step, .kit = step.said.kitId};
            (m_besideStep == OverdoseStepKind::NaloxoneNotGiven ? said.whyNot : said.watcherOther) = words;
            tell(m_actNow->sayMore(m_current, m_beside, said));
            break;
        }
    focusSteps();
}

void ActNowPage::saySigns()
{
    const auto one = emergency();
    if (!one)
        return;
    QStringList seen;
    for (const QPushButton *made : std::as_const(m_signs))
        if (made->isChecked())
            seen.append(made->objectName().mid(5)); // behind "sign-"
    tell(m_actNow->setSigns(m_current, seen.join(u','), one->substances));
}

void ActNowPage::undoLast()
{
    if (!m_actNow)
        return;
    if (const QString last = m_actNow->lastPress(m_current); !last.isEmpty()) {
        m_lastPress = {};
        tell(m_actNow->undo(m_current, last));
    }
    focusSteps();
}

void ActNowPage::enterAfterwards()
{
    const auto one = emergency();
    if (one && one->steps.isEmpty() && !one->isAfterwards)
        m_afterwards->askWhenItBegan();
    else
        m_afterwards->askStep();
}

void ActNowPage::keepAfterwards(OverdoseStepKind step, const QDateTime &at)
{
    const ActNow::Outcome outcome = m_actNow->press(m_current, {.step = step, .kit = kitFor(step), .happenedAt = at});
    if (!outcome.violations.isEmpty() || outcome.press.isEmpty())
        return m_afterwards->answer(tr("That is still to come."));
    tell(outcome);
    m_afterwards->answer({});
}

void ActNowPage::putRight(const ActNowStep &step, const QDateTime &at)
{
    const Done done = m_actNow ? m_actNow->putRight(m_current, step.said.pressId, at) : Done(Error{ErrorKind::NotAllowedNow, {}, {}});
    const bool isLater = !done && done.error().kind == ErrorKind::NotAllowedNow;
    m_afterwards->answer(done ? QString()
            : isLater         ? tr("Times are put right once somebody is signed in and it stands in the record.")
                              : words::error(done.error()));
}

/// The times stay, and it becomes an incident of another kind.
void ActNowPage::notAnOverdose()
{
    if (!m_actNow)
        return;
    if (m_actNow->forget(m_current)) // opened by mistake
        return putAside();
    press(OverdoseStepKind::NotAnOverdose);
    say(tr("The times stay. Backspace takes it back; F10 finishes."));
}

void ActNowPage::end()
{
    const auto one = emergency();
    if (!one)
        return;
    if (m_actNow->forget(m_current))
        return putAside();
    if (m_endAsked != m_current) { // a slip of the finger ends nothing
        m_endAsked = m_current;
        return say(tr("F10 once more finishes: it becomes an incident, to be written up. Everything else goes on."));
    }
    m_endAsked.clear();
    tell(m_actNow->end(m_current));
    const auto over = m_actNow->one(m_current);
    m_current.clear();
    if (const QList<Emergency> running = m_actNow->running(); !running.isEmpty()) { // somebody else still needs it
        m_current = running.first().id;
        refresh();
        focusSteps();
    } else {
        putAside();
    }
    if (over)
        Q_EMIT ended(*over);
}

void ActNowPage::another()
{
    const auto one = emergency();
    if (!m_actNow || (one && one->steps.isEmpty()))
        return focusSteps();
    m_current = m_actNow->start();
    refresh();
    focusSteps();
}

void ActNowPage::turn(int steps)
{
    const QList<Emergency> running = m_actNow ? m_actNow->running() : QList<Emergency>();
    if (running.size() < 2) {
        QScrollBar *bar = findChild<QScrollArea *>(u"actNowScroll"_s)->verticalScrollBar();
        return bar->setValue(bar->value() + steps * bar->pageStep());
    }
    qsizetype at = 0;
    while (at < running.size() && running.at(at).id != m_current)
        ++at;
    m_current = running.at((at + steps + running.size()) % running.size()).id;
    say({});
    refresh();
    focusSteps();
}

} // namespace keywork
