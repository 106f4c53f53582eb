// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/act_now/act_now_page.h"

#include "core/services/house/naloxone.h"
#include "core/services/house/shifts.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/act_now/act_now_steps.h"
#include "ui/pages/act_now/afterwards.h"
#include "ui/pages/act_now/step_log.h"
#include "ui/pages/act_now/who_found.h"
#include "ui/print/act_now_card.h"
#include "ui/text/words.h"
#include "ui/text/words_act_now.h"
#include "ui/widgets/parts.h"

#include <QScrollArea>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace keywork {

ActNowPage::ActNowPage(const Clock &clock, QWidget *over)
    : QWidget(over)
    , m_clock(clock)
{
    setObjectName(u"actNow"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::StrongFocus); // keys are stamped from here; Enter and Space do nothing unasked
    setAccessibleName(tr("Overdose — act now. Each button says its key; Tab goes through them."));
    m_whole = new QVBoxLayout(this);
    m_whole->setContentsMargins(0, 0, 0, 0);
    connect(&m_second, &QTimer::timeout, this, &ActNowPage::showTime);
    hide();
    over->installEventFilter(this);
}

void ActNowPage::makeAnew()
{
    if (!m_all)
        return;
    const bool hadKeys = isOpen();
    const std::unique_ptr<QLayoutItem> old(m_whole->takeAt(0));
    delete old->widget();
    build();
    m_shownWho.reset();
    setServices(m_services);
    if (hadKeys)
        focusSteps();
}

void ActNowPage::setActNow(ActNow *actNow)
{
    if (m_actNow == actNow)
        return;
    if (isOpen())
        putAside();
    m_actNow = actNow;
    m_current.clear();
    m_shownWho.reset();
    if (m_actNow)
        m_actNow->onChanged([this] {
            refresh();
            Q_EMIT changed();
        });
}

void ActNowPage::setServices(const Services *services)
{
    if (m_all && (!services || m_isCovered))
        keepWhatIsTyped();
    m_services = services;
    if (!m_all)
        return;
    m_afterwards->setClock(clock());
    m_who->setServices(namesShow() ? m_services : nullptr, !m_services);
    showTrained();
    m_shownWho.reset();
    refresh();
}

void ActNowPage::setCovered(bool isCovered)
{
    if (m_isCovered == isCovered)
        return;
    m_isCovered = isCovered;
    setServices(m_services);
}

/// A name may stand in the field beside a step: it is kept with the step, and nobody reads it on a covered screen. What
/// was put aside forgets its lines, which say words as well.
void ActNowPage::keepWhatIsTyped()
{
    if (m_asked->isVisibleTo(this))
        keepBeside();
    m_askedField->clear();
    if (const auto one = emergency(); one && !isOpen())
        m_log->show(*one, {}, clock(), StepLog::Words::Hidden);
}

/// The house's, whose zone counts; while nobody is signed in the PC's.
const Clock &ActNowPage::clock() const { return m_services ? m_services->records.clock() : m_clock; }

void ActNowPage::say(const QString &sentence)
{
    m_message->setText(sentence);
    m_message->setVisible(!sentence.isEmpty());
    m_trained->setHidden(!sentence.isEmpty() || m_trained->text().isEmpty());
    if (auto *scroll = findChild<QScrollArea *>(u"actNowScroll"_s); scroll && !sentence.isEmpty())
        scroll->ensureWidgetVisible(m_message);
}

std::optional<Emergency> ActNowPage::emergency() const
{
    return m_actNow && !m_current.isEmpty() ? m_actNow->one(m_current) : std::nullopt;
}

void ActNowPage::refresh()
{
    const auto one = emergency();
    if (!isOpen() || !one)
        return;
    const HouseCard house = m_actNow->card();
    m_afterwards->setBegan(one->startedAt);
    m_steps->setEmergency(one->id);
    m_steps->setHouse(house, clock().today());
    const QString looks = QString::fromLatin1(codeOf(one->looksLike));
    m_steps->setCollapse(looks);
    for (QPushButton *made : std::as_const(m_looks))
        made->setChecked(made->objectName() == u"looks-"_s + looks);
    const QStringList seen = one->signs.split(u',', Qt::SkipEmptyParts);
    for (QPushButton *made : std::as_const(m_signs))
        made->setChecked(seen.contains(made->objectName().mid(5)));
    QHash<QString, QList<QDateTime>> times;
    for (const ActNowStep &step : one->steps)
        if (!step.isUndone)
            times[QString::fromLatin1(codeOf(step.said.step))].append(clock().local(step.said.happenedAt));
    m_steps->setStamped(times);
    m_log->show(*one, house.kits, clock(), namesShow() ? StepLog::Words::Shown : StepLog::Words::Hidden);
    showWho(*one);
    const bool holds = wordsChecked(house.wordsCheckedBy, house.wordsCheckedOn, clock().today()) != WordsChecked::NotYet;
    m_checked->setText(
        (holds ? print::actNowChecked(house.wordsCheckedBy, house.wordsCheckedOn.value_or(QDate())) : print::actNowChecked({}, {})) + u' '
        + tr("Words from: %1").arg(ActNowWords::shipped().sourcesLine()));
    const QList<Emergency> running = m_actNow->running();
    qsizetype at = 0;
    while (at < running.size() && running.at(at).id != m_current)
        ++at;
    m_several->setText(tr("%1 of %2 at once").arg(at + 1).arg(running.size()));
    m_several->setVisible(running.size() > 1);
    m_previous->setVisible(running.size() > 1);
    QTimer::singleShot(0, m_all, [all = m_all, top = m_top] { // lines that wrap anew get their height
        for (QWidget *each : {top, all}) {
            each->layout()->invalidate();
            each->updateGeometry();
        }
    });
    showTime();
}

/// Only when it is somebody else, or may be read now: looking at a person is an entry of the history.
void ActNowPage::showWho(const Emergency &emergency)
{
    const std::pair<QString, ActNowWho> now{emergency.id, emergency.who};
    if (m_shownWho == now)
        return;
    m_shownWho = now;
    m_who->show(emergency.who);
}

/// Names of the team, so only while names show: of those on shift, or of all where nobody of them is trained or nobody said
/// who is there.
void ActNowPage::showTrained()
{
    const auto onShift = namesShow() ? m_services->shifts.trainedOnShift() : Result<QList<QString>>(Error{});
    const bool knowsShift = onShift && !onShift->isEmpty();
    const auto trained = namesShow() ? m_services->naloxone.trained(clock().today()) : Result<QList<Kept<Staff>>>(Error{});
    QStringList names;
    for (const Kept<Staff> &member : trained ? *trained : QList<Kept<Staff>>())
        names.append(member.value.name);
    m_trained->setText(knowsShift ? words::whoIsTrainedOnShift(*onShift) : words::whoIsTrained(names));
    m_trained->setHidden(names.isEmpty() || !m_message->text().isEmpty());
}

void ActNowPage::showTime()
{
    const auto one = emergency();
    if (!isOpen() || !one)
        return;
    m_since->setText(
        one->isAfterwards ? tr("entered afterwards") : tr("%1 since started").arg(words::elapsed(m_actNow->elapsedMs(m_current))));
    const ActNowPicture picture = m_actNow->picture(m_current);
    m_steps->setSinceDose(
        picture.sinceDoseMs ? tr("%1 since dose %2").arg(words::elapsed(*picture.sinceDoseMs)).arg(picture.doses) : QString());
    showReminders();
}

void ActNowPage::showReminders()
{
    const ActNowWords &words = ActNowWords::shipped();
    const ActNowPicture picture = m_actNow->picture(m_current);
    QStringList said;
    const auto add = [&](const char *name) { said.append(words.withFigure(words.reminder(QString::fromLatin1(name)))); };
    if (picture.begunAgain)
        add("begun_again");
    for (const ActNowReminder &reminder : m_actNow->reminders(m_current))
        switch (reminder.what) {
        case ActNowReminder::What::Call999:
            add("call_999");
            break;
        case ActNowReminder::What::AskBreathing:
            add("ask_breathing");
            if (reminder.promptsDose)
                add("prompts_dose");
            break;
        case ActNowReminder::What::WearsOff:
            add("wears_off");
            break;
        }
    if (picture.isAsleepAndBreathing && !picture.isWithCrew)
        add("keep_watching");
    if (m_actNow->clockWasSet(m_current))
        said.append(tr("The PC's clock was set meanwhile: order and distances hold, the time of day may be wrong."));
    const bool isQuiet = said.isEmpty();
    m_remind->setText(said.join(u"  "_s));
    m_remind->setHidden(isQuiet); // all steps are seen at one look
    if (m_remind->property("quiet").toBool() != isQuiet) {
        m_remind->setProperty("quiet", isQuiet);
        setLook(m_remind, "actNowRemind");
    }
}

} // namespace keywork
