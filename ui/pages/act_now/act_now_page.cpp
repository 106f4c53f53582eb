// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/act_now/act_now_page.h"

#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/act_now/act_now_steps.h"
#include "ui/pages/act_now/afterwards.h"
#include "ui/pages/act_now/step_log.h"
#include "ui/pages/act_now/who_found.h"
#include "ui/print/act_now_card.h"
#include "ui/text/words.h"
#include "ui/text/words_act_now.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QApplication>
#include <QLineEdit>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kLeftShare = 3;
constexpr int kRightShare = 2;

QPushButton *withName(QPushButton *made, const char *name)
{
    made->setObjectName(QString::fromLatin1(name));
    return made;
}

} // namespace

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
    build();
    connect(&m_second, &QTimer::timeout, this, &ActNowPage::showTime);
    hide();
    over->installEventFilter(this);
}

void ActNowPage::build()
{
    m_isNarrow = isNarrow();
    m_all = new QWidget;
    auto *layout = new QVBoxLayout(m_all);
    layout->setContentsMargins(20, 10, 20, 10);
    layout->setSpacing(8);
    layout->addWidget(buildTop());
    m_remind = label({}, "actNowRemind", true);
    m_remind->setObjectName(u"actNowRemind"_s);
    layout->addWidget(m_remind);
    auto *columns = columnsOrRows(14);
    columns->addWidget(buildLeft(), kLeftShare);
    columns->addWidget(buildRight(), kRightShare);
    layout->addLayout(columns, 1);
    m_checked = label({}, "soft", true);
    m_checked->setObjectName(u"actNowChecked"_s);
    layout->addWidget(m_checked);
    QScrollArea *scroll = scrolling(m_all);
    scroll->setObjectName(u"actNowScroll"_s);
    m_whole->addWidget(scroll);
}

QWidget *ActNowPage::buildTop()
{
    auto *top = new QWidget;
    auto *lines = new QVBoxLayout(top);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(6);
    auto *line = wrappingLine(8);
    line->addWidget(label(tr("Overdose — act now"), "actNowTitle"));
    m_since = chip({}, "emergency");
    m_since->setObjectName(u"actNowSince"_s);
    line->addWidget(m_since);
    line->addWidget(label(tr("saved at each press · never locks"), "soft"));
    m_several = chip({}, "attention");
    m_several->setObjectName(u"actNowSeveral"_s);
    line->addWidget(m_several);
    m_previous = withName(button(tr("The other one  PgDn")), "actNowTurn");
    connect(m_previous, &QPushButton::clicked, this, [this] { turn(1); });
    line->addWidget(m_previous);
    pushRight(line);
    const std::tuple<const char *, QString, void (ActNowPage::*)()> ways[] = {
        {"actNowAnother", tr("+  Another person"), &ActNowPage::another},
        {"actNowAfterwards", tr("F1  Enter afterwards"), &ActNowPage::enterAfterwards},
        {"actNowNot", tr("F9  Not an overdose"), &ActNowPage::notAnOverdose},
        {"actNowEnd", tr("F10  Finish"), &ActNowPage::end},
        {"actNowAside", tr("Esc  Put aside"), &ActNowPage::putAside},
    };
    for (const auto &[name, text, doing] : ways) {
        auto *made = withName(button(text), name);
        connect(made, &QPushButton::clicked, this, doing);
        line->addWidget(made);
    }
    lines->addLayout(line);
    auto *looks = wrappingLine(8);
    looks->addWidget(label(tr("What does it look like?"), "fieldLabel"));
    m_looks.clear();
    for (const ActNowCollapse &one : ActNowWords::shipped().collapses) {
        auto *made = button(tr("Ctrl+%1  %2").arg(m_looks.size() + 1).arg(one.says), "pill");
        made->setObjectName(u"looks-"_s + one.code);
        made->setCheckable(true);
        connect(made, &QPushButton::clicked, this, [this, code = one.code] {
            if (const auto chosen = fromCode<LooksLike>(code); chosen && m_actNow)
                tell(m_actNow->setLooksLike(m_current, *chosen));
        });
        looks->addWidget(made);
        m_looks.append(made);
    }
    m_message = label({}, "problem", true);
    m_message->setObjectName(u"actNowMessage"_s);
    looks->addWidget(m_message);
    lines->addLayout(looks);
    return top;
}

QWidget *ActNowPage::buildLeft()
{
    auto *left = new QWidget;
    auto *layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_steps = new ActNowSteps;
    connect(m_steps, &ActNowSteps::pressed, this, [this](const QString &code) {
        if (const auto step = fromCode<OverdoseStepKind>(code))
            press(*step);
    });
    layout->addWidget(m_steps, 1);
    m_asked = new QFrame;
    m_asked->setProperty("look", u"card"_s);
    auto *asked = new QVBoxLayout(m_asked);
    m_askedField = new QLineEdit;
    m_askedField->setObjectName(u"actNowAsked"_s);
    m_askedLabel = label({}, "fieldLabel", true);
    m_askedLabel->setBuddy(m_askedField);
    connect(m_askedField, &QLineEdit::returnPressed, this, &ActNowPage::keepBeside);
    asked->addWidget(m_askedLabel);
    asked->addWidget(m_askedField);
    m_asked->hide();
    layout->addWidget(m_asked);
    return left;
}

QWidget *ActNowPage::buildRight()
{
    auto *right = new QWidget;
    auto *layout = new QVBoxLayout(right);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_who = new WhoFound;
    connect(m_who, &WhoFound::chosen, this, [this](const ActNowWho &who) {
        if (m_actNow)
            tell(m_actNow->setWho(m_current, who));
    });
    connect(m_who, &WhoFound::done, this, &ActNowPage::focusSteps);
    connect(m_who, &WhoFound::sheetWanted, this, [this] {
        if (const auto one = emergency(); one && one->who.person && namesShow())
            Q_EMIT sheetWanted(one->who.person);
    });
    layout->addWidget(m_who);
    m_afterwards = new Afterwards(m_clock);
    connect(m_afterwards, &Afterwards::began, this, [this](const QDateTime &at) {
        if (!m_actNow)
            return;
        m_actNow->forget(m_current);
        m_current = m_actNow->startAfterwards(at);
        refresh();
        m_afterwards->askStep(OverdoseStepKind::Found);
    });
    connect(m_afterwards, &Afterwards::stepSaid, this, &ActNowPage::keepAfterwards);
    connect(m_afterwards, &Afterwards::timeSaid, this, &ActNowPage::putRight);
    connect(m_afterwards, &Afterwards::closed, this, [this] {
        m_afterwards->hide();
        focusSteps();
    });
    layout->addWidget(m_afterwards);
    m_log = new StepLog;
    connect(m_log, &StepLog::undoWanted, this, [this](const QString &undone) {
        if (m_actNow)
            tell(m_actNow->undo(m_current, undone));
        focusSteps();
    });
    connect(m_log, &StepLog::timeWanted, m_afterwards, &Afterwards::askTime);
    layout->addWidget(m_log, 1);
    auto *undo = withName(button(tr("Backspace  Undo the last press"), "link"), "actNowUndo");
    connect(undo, &QPushButton::clicked, this, &ActNowPage::undoLast);
    m_log->addToTitle(undo);
    layout->addWidget(buildLookFor());
    return right;
}

/// What is read, and the signs that are seen: each is ticked off, and stands in the incident.
QWidget *ActNowPage::buildLookFor()
{
    auto *look = new Card(tr("What to look for"));
    const ActNowWords &words = ActNowWords::shipped();
    auto *signs = new FlowLayout(6);
    m_signs.clear();
    for (const auto &[code, says] : words.signs) {
        auto *made = button(says, "pill");
        made->setObjectName(u"sign-"_s + code);
        made->setCheckable(true);
        connect(made, &QPushButton::clicked, this, &ActNowPage::saySigns);
        signs->addWidget(made);
        m_signs.append(made);
    }
    look->body()->addLayout(signs);
    QStringList said;
    for (const ActNowSentence &sentence : words.lookFor)
        said.append(words.withFigure(sentence));
    look->body()->addWidget(label(said.join(u'\n'), "soft", true));
    auto *card = withName(button(tr("The card for the wall…"), "link"), "actNowCard");
    connect(card, &QPushButton::clicked, this, &ActNowPage::cardWanted);
    look->addToTitle(card);
    return look;
}

void ActNowPage::makeAnew()
{
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
    m_services = services;
    m_afterwards->setClock(clock());
    m_who->setServices(namesShow() ? m_services : nullptr, !m_services);
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

/// The house's, whose zone counts; while nobody is signed in the PC's.
const Clock &ActNowPage::clock() const { return m_services ? m_services->records.clock() : m_clock; }

void ActNowPage::say(const QString &sentence)
{
    m_message->setText(sentence);
    m_message->setVisible(!sentence.isEmpty());
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
    m_remind->setText(isQuiet ? tr("Each press is stamped. A letter finds who it is; F12 comes back here.") : said.join(u"  "_s));
    if (m_remind->property("quiet").toBool() != isQuiet) {
        m_remind->setProperty("quiet", isQuiet);
        setLook(m_remind, "actNowRemind");
    }
}

} // namespace keywork
