// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/act_now/act_now_page.h"
#include "ui/pages/act_now/act_now_steps.h"
#include "ui/pages/act_now/afterwards.h"
#include "ui/pages/act_now/step_log.h"
#include "ui/pages/act_now/who_found.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

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

void ActNowPage::build()
{
    m_isNarrow = isNarrow();
    m_all = new QWidget;
    auto *layout = new QVBoxLayout(m_all);
    layout->setContentsMargins(20, m_isNarrow ? 10 : 8, 20, 10);
    layout->setSpacing(8);
    m_top = buildTop();
    if (m_isNarrow) // large text needs the room
        layout->addWidget(m_top);
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
    auto *whole = new QWidget;
    auto *fixed = new QVBoxLayout(whole);
    fixed->setContentsMargins(0, 0, 0, 0);
    fixed->setSpacing(0);
    if (!m_isNarrow) { // the clock, what was said and the way out stay in view
        m_top->layout()->setContentsMargins(20, 10, 20, 0);
        fixed->addWidget(m_top);
    }
    fixed->addWidget(scroll, 1);
    m_whole->addWidget(whole);
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
    line->addWidget(label(tr("saved at each press · a letter finds who"), "soft"));
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
    lines->addLayout(buildLooks());
    return top;
}

QLayout *ActNowPage::buildLooks()
{
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
    m_trained = label({}, "strong", true); // in the room of a message, so that all steps stay in view
    m_trained->setObjectName(u"actNowTrained"_s);
    m_trained->hide();
    looks->addWidget(m_trained);
    m_message = label({}, "problem", true);
    m_message->setObjectName(u"actNowMessage"_s);
    looks->addWidget(m_message);
    return looks;
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
    makeAfterwards();
    layout->addWidget(m_afterwards);
    makeLog();
    layout->addWidget(m_log, 1);
    layout->addWidget(buildLookFor());
    return right;
}

void ActNowPage::makeAfterwards()
{
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
}

void ActNowPage::makeLog()
{
    m_log = new StepLog;
    connect(m_log, &StepLog::undoWanted, this, [this](const QString &undone) {
        if (m_actNow)
            tell(m_actNow->undo(m_current, undone));
        focusSteps();
    });
    connect(m_log, &StepLog::timeWanted, m_afterwards, &Afterwards::askTime);
    auto *undo = withName(button(tr("Backspace  Undo the last press"), "link"), "actNowUndo");
    connect(undo, &QPushButton::clicked, this, &ActNowPage::undoLast);
    m_log->addToTitle(undo);
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

} // namespace keywork
