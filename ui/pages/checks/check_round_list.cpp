// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/checks/check_round_list.h"

#include "core/services/records/records.h"
#include "core/services/records/undo.h"
#include "ui/pages/checks/check_prints.h"
#include "ui/pages/checks/check_rounds.h"
#include "ui/pages/record_print.h"
#include "ui/text/words.h"
#include "ui/text/words_checks.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/heard_cells.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/table_fit.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QTableWidget>
#include <QTimer>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kSeries = Qt::UserRole; ///< of the first cell of a line
constexpr int kTellRoundMs = 20'000;
constexpr int kRoundInView = 12; ///< lines; the rest is scrolled to

QTableWidgetItem *roundCell(const QString &text, bool presses)
{
    auto *cell = new QTableWidgetItem(text);
    if (presses)
        cell->setForeground(Theme::colour(u"emergencyText"_s));
    return cell;
}

/// Whether somebody on the round goes in there now: due, or early enough to count.
bool isDueNow(const CheckState &state, const QDateTime &now)
{
    const QDateTime from = state.slot ? std::min(state.slot->opens, *state.dueAt) : *state.dueAt;
    return from <= now;
}

} // namespace

CheckRoundList::CheckRoundList(CheckRounds *rounds, const Services &services, const Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_rounds(rounds)
    , m_services(services)
    , m_navigator(navigator)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    buildTable();
    m_chosen = label({}, "", true);
    m_chosen->setObjectName(u"roundChosen"_s);
    layout->addWidget(m_chosen);
    buildKeys();
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int row, int, int before, int) {
        if (row != before)
            tellChosen();
    });
    connect(m_rounds, &CheckRounds::reloaded, this, [this] { reload(); });
    connect(m_rounds, &CheckRounds::formClosed, this, [this](qint64 series) {
        if (focusOn(series) && !isDueNow(chosen()->checks.state, m_services.records.clock().latest()))
            goOn();
    });
    auto *time = new QTimer(this); // what is due, and for how long, goes on by itself
    connect(time, &QTimer::timeout, this, &CheckRoundList::reload);
    time->start(kTellRoundMs);
    reload();
}

void CheckRoundList::buildTable()
{
    m_table = new QTableWidget(0, 6);
    m_table->setObjectName(u"checkRound"_s);
    m_table->setAccessibleName(tr("The round, by floor and room"));
    m_table->setHorizontalHeaderLabels({tr("Floor"), tr("Room"), tr("Who"), tr("Due"), tr("Last done"), tr("Why")});
    m_table->setTabKeyNavigation(false); // a table would trap Tab otherwise
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(Theme::scaled(28));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->installEventFilter(this);
    layout()->addWidget(m_table);
    constexpr int kRanks[] = {4, 1, 0, 2, 3, 5};
    layout()->addWidget(new TableFit(m_table, {.rank = [kRanks](int column) { return kRanks[column]; }, .widest = 5}));
}

void CheckRoundList::buildKeys()
{
    auto *line = wrappingLine(6);
    const auto add = [&](char key, const QString &text, const QString &name, const char *look) {
        auto *way = button(QString(QLatin1Char(key)) + u"  "_s + text, look);
        way->setObjectName(name);
        way->setFocusPolicy(Qt::TabFocus); // a press with the mouse leaves the keys with the list
        connect(
            way, &QPushButton::clicked, this, [this, key] { pressed(key); }, Qt::QueuedConnection);
        line->addWidget(way);
        return way;
    };
    for (const WayToCheck &way : waysToCheck())
        m_ways.append(add(way.key, words::labelFor(way.result) + (way.asks ? u"…"_s : QString()),
            u"round-"_s + QString::fromLatin1(codeOf(way.result)), way.result == CheckResult::Spoke ? "primary" : ""));
    m_ways.append(add('L', tr("Write one down afterwards…"), u"round-later"_s, "link"));
    m_end = add('E', tr("End these checks…"), u"round-end"_s, "link");
    m_ways.append(m_end);
    m_back = add('U', tr("Take the last one back"), u"round-undo"_s, "link");
    auto *paper = button(tr("Print the round"), "link");
    paper->setObjectName(u"printRound"_s);
    paper->setEnabled(mayTakeAlong(m_services));
    connect(paper, &QPushButton::clicked, this, [this] { previewCheckRound(this, m_services, m_navigator); });
    line->addWidget(paper);
    static_cast<QVBoxLayout *>(layout())->addLayout(line);
}

void CheckRoundList::reload()
{
    const auto *before = chosen();
    const qint64 series = before ? before->checks.series.id.value : 0;
    const int row = m_table->currentRow();
    m_lines = words::roundLines(m_rounds->running(), m_services);
    const Clock &clock = m_services.records.clock();
    m_table->setRowCount(int(m_lines.size()));
    int chosenRow = m_lines.isEmpty() ? -1 : std::clamp(row, 0, int(m_lines.size()) - 1);
    QString floor;
    QStringList floors; // a screen reader says it of each line, the table of the first alone
    for (int i = 0; i < m_lines.size(); ++i) {
        const words::RoundLine &line = m_lines.at(i);
        floors.append(line.floor);
        const bool presses = line.checks.state.alarm || (line.checks.emergency && line.checks.state.isOverdue(clock.latest()));
        const QStringList cells{line.floor == floor && i > 0 ? QString() : line.floor, line.room, line.who,
            words::roundDue(line, m_services), words::roundDone(line, clock), words::whyChecked(line.checks, m_services)};
        floor = line.floor;
        for (int column = 0; column < cells.size(); ++column)
            m_table->setItem(i, column, roundCell(cells.at(column), presses && column == 3));
        m_table->item(i, 0)->setData(kSeries, line.checks.series.id.value);
        if (line.checks.series.id.value == series)
            chosenRow = i;
    }
    hearCells(m_table);
    for (int i = 0; i < floors.size(); ++i)
        m_table->item(i, 0)->setData(Qt::AccessibleTextRole, heardCell(m_table->horizontalHeaderItem(0)->text(), floors.at(i)));
    if (chosenRow >= 0)
        m_table->setCurrentCell(chosenRow, 2);
    const int inView = std::min(int(m_lines.size()), kRoundInView) + 1;
    m_table->setMinimumHeight(inView * Theme::scaled(30) + 4);
    m_table->setMaximumHeight(Theme::isLarge() ? QWIDGETSIZE_MAX : inView * Theme::scaled(30) + 4);
    setVisible(!m_lines.isEmpty());
    tellChosen();
}

const words::RoundLine *CheckRoundList::chosen() const
{
    const int row = m_table->currentRow();
    return row >= 0 && row < m_lines.size() ? &m_lines.at(row) : nullptr;
}

void CheckRoundList::tellChosen()
{
    const auto *line = chosen();
    const bool mayWrite = line && m_services.records.mayAdd(recordType<TimedCheck>());
    for (QPushButton *way : std::as_const(m_ways)) {
        way->setEnabled(mayWrite);
        way->setAccessibleName(line ? way->text() + u": "_s + line->who : way->text());
    }
    if (line && line->checks.isClosed) // why they run may not be read, so nobody ends them here
        m_end->setEnabled(false);
    m_back->setEnabled(!m_commit.isEmpty());
    if (!line)
        return m_chosen->clear();
    QStringList said{line->who + (line->room.isEmpty() ? QString() : u" · "_s + tr("Room %1").arg(line->room))};
    const CheckSeries &series = line->checks.series.value;
    if (series.afterNaloxone)
        said.append(tr("Naloxone was given: each check needs a word from them. Breathing alone is not enough."));
    for (const QString &more : {series.reasonNote, series.agreedHow})
        if (!more.isEmpty())
            said.append(more);
    for (const MissedChecks &missed : line->checks.missed)
        said.append(words::checksMissed(missed, m_services.records.clock()));
    m_chosen->setText(breakable(said.join(u'\n')));
}

bool CheckRoundList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isPlain = (key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    return (isPlain && pressed(key->key())) || QWidget::eventFilter(watched, event);
}

/// What a letter does to whoever is chosen; false for a key that is none of these.
bool CheckRoundList::pressed(int key)
{
    if (key == Qt::Key_U) {
        takeBack();
        return true;
    }
    for (const WayToCheck &way : waysToCheck())
        if (key == way.key) {
            write(way.result);
            return true;
        }
    const auto *line = chosen();
    if (key == Qt::Key_L && line)
        m_rounds->openForm(line->checks, {});
    else if (key == Qt::Key_E && line && !line->checks.isClosed)
        m_rounds->openEnding(line->checks);
    else
        return key == Qt::Key_L || key == Qt::Key_E;
    return true;
}

void CheckRoundList::write(CheckResult result)
{
    const auto *line = chosen();
    if (!line || !m_services.records.mayAdd(recordType<TimedCheck>()))
        return;
    const qint64 series = line->checks.series.id.value;
    const bool written = m_rounds->write(ChecksOnFile(line->checks), result);
    if (!written)
        return; // a form is open, or it was said why not
    m_commit = m_services.records.lastCommit();
    m_of = series;
    m_rounds->reload();
    if (result != CheckResult::CouldNotRouse)
        goOn();
}

/// The next one on the walk who is due now, else the next line.
void CheckRoundList::goOn()
{
    const int from = m_table->currentRow();
    const QDateTime now = m_services.records.clock().latest();
    const int count = int(m_lines.size());
    for (int step = 1; step < count; ++step) {
        const int row = (from + step) % count;
        if (isDueNow(m_lines.at(row).checks.state, now))
            return showLine(row);
    }
    showLine(std::min(from + 1, count - 1));
}

void CheckRoundList::showLine(int row)
{
    if (row < 0)
        return;
    m_table->setCurrentCell(row, 2);
    giveKeys(m_table);
}

void CheckRoundList::takeBack()
{
    if (m_commit.isEmpty())
        return;
    if (m_services.records.lastCommit() != m_commit)
        return m_navigator.refuse(tr("Something else was saved since: please mark the check as entered in error in its list."));
    if (const Done undone = m_services.undo.last(tr("pressed by mistake")); !undone)
        return m_navigator.refuse(undone.error());
    m_commit.clear();
    m_rounds->reload();
    focusOn(m_of);
    m_navigator.say(tr("Taken back. It stays in the history as entered in error."));
}

bool CheckRoundList::focusOn(qint64 series)
{
    for (int i = 0; i < m_lines.size(); ++i)
        if (m_lines.at(i).checks.series.id.value == series) {
            showLine(i);
            return true;
        }
    return false;
}

} // namespace keywork
