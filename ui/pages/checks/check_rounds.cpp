// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/checks/check_rounds.h"

#include "core/services/records/records.h"
#include "ui/forms/record_editor.h"
#include "ui/text/words.h"
#include "ui/text/words_checks.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"

#include <QStyle>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kTellTimeMs = 10'000;
constexpr int kShownLast = 3; ///< checks that were done, below a series

QString wayName(CheckResult result, qint64 series)
{
    return u"check-"_s + QString::fromLatin1(codeOf(result)) + u'-' + QString::number(series);
}

/// A check of the series as it is begun, done now.
TimedCheck freshCheck(const ChecksOnFile &checks, const Clock &clock)
{
    TimedCheck check;
    check.personId = checks.series.value.personId;
    check.seriesId = checks.series.id;
    check.doneAt = clock.now();
    return check;
}

} // namespace

const QList<WayToCheck> &waysToCheck()
{
    static const QList<WayToCheck> ways{{CheckResult::Spoke, 'S', false}, {CheckResult::Roused, 'R', false},
        {CheckResult::BreathingCounted, 'B', true}, {CheckResult::ChoseNotWoken, 'W', false}, {CheckResult::CouldNotRouse, 'C', false},
        {CheckResult::NotFound, 'N', false}, {CheckResult::NotDone, 'X', true}};
    return ways;
}

CheckRounds::CheckRounds(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_person(person)
    , m_services(services)
    , m_navigator(navigator)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    m_forms = new QVBoxLayout;
    layout->addLayout(m_forms);
    auto *cards = new QVBoxLayout;
    layout->addLayout(cards);
    m_layout = cards;
    connect(&m_minutes, &QTimer::timeout, this, &CheckRounds::tellTime);
    m_minutes.start(kTellTimeMs);
    reload();
}

void CheckRounds::reload()
{
    if (m_editor)
        return tellTime();
    const auto running = m_services.timedChecks.running();
    m_running = running ? *running : QList<ChecksOnFile>();
    if (m_person)
        m_running.removeIf([this](const ChecksOnFile &one) { return one.series.value.personId != m_person; });
    keepingFocus(this, [this] {
        emptyLayout(m_layout);
        m_cards.clear();
        m_times.clear();
        for (const ChecksOnFile &checks : std::as_const(m_running))
            if (m_person || checks.emergency || checks.state.alarm)
                addCard(checks, m_layout);
    });
    tellTime();
    Q_EMIT reloaded(m_running.isEmpty());
}

void CheckRounds::addCard(const ChecksOnFile &checks, QLayout *cards)
{
    auto *card = new Card(m_person ? tr("Timed checks") : words::whoIsChecked(checks, m_services));
    card->setObjectName(u"checks-%1"_s.arg(checks.series.id.value));
    auto *time = label({}, "strong", true);
    card->body()->addWidget(time);
    card->body()->addWidget(label(breakable(words::whyChecked(checks, m_services)), "soft", true));
    if (!checks.series.value.reasonNote.isEmpty())
        card->body()->addWidget(label(breakable(checks.series.value.reasonNote), "", true));
    if (checks.series.value.afterNaloxone)
        card->body()->addWidget(
            label(tr("Naloxone was given: each check needs a word from them. Breathing alone is not enough."), "", true));
    for (const MissedChecks &missed : checks.missed)
        card->body()->addWidget(label(words::checksMissed(missed, m_services.records.clock()), "strong", true));
    const qsizetype shown = std::min<qsizetype>(kShownLast, checks.checks.size());
    for (const Kept<TimedCheck> &check : checks.checks.last(shown))
        card->body()->addWidget(label(breakable(words::checkDone(check.value, check.createdBy, m_services)), "soft", true));
    addWays(checks, card);
    m_cards.insert(checks.series.id.value, card);
    m_times.insert(checks.series.id.value, time);
    cards->addWidget(card);
}

void CheckRounds::addWays(const ChecksOnFile &checks, Card *card)
{
    auto *line = wrappingLine(6);
    const bool mayWrite = m_services.records.mayAdd(recordType<TimedCheck>());
    const QString who = words::whoIsChecked(checks, m_services);
    const auto add = [&](const QString &text, const QString &name, const char *look, const std::function<void()> &press) {
        auto *way = button(text, look);
        way->setObjectName(name);
        way->setAccessibleName(text + u": "_s + who);
        way->setEnabled(mayWrite);
        connect(way, &QPushButton::clicked, this, press, Qt::QueuedConnection);
        line->addWidget(way);
    };
    for (const auto &[result, key, asks] : waysToCheck()) {
        const QString text = words::labelFor(result) + (asks ? u"…"_s : QString());
        add(text, wayName(result, checks.series.id.value), result == CheckResult::Spoke ? "primary" : "",
            [this, checks, result = result] { write(checks, result); });
    }
    add(tr("Write one down afterwards…"), u"checkLater-%1"_s.arg(checks.series.id.value), "link", [this, checks] { openForm(checks, {}); });
    if (!checks.isClosed)
        add(tr("End these checks…"), u"checksEnd-%1"_s.arg(checks.series.id.value), "link", [this, checks] { openEnding(checks); });
    card->body()->addLayout(line);
}

bool CheckRounds::write(const ChecksOnFile &checks, CheckResult result)
{
    const auto &ways = waysToCheck();
    const auto way = std::find_if(ways.cbegin(), ways.cend(), [result](const WayToCheck &one) { return one.result == result; });
    if (way->asks) {
        openForm(checks, result);
        return false;
    }
    TimedCheck check = freshCheck(checks, m_services.records.clock());
    check.result = result;
    const auto kept = m_services.timedChecks.write(check);
    if (kept) {
        told(kept->value);
        return true;
    }
    if (kept.error().kind != ErrorKind::Invalid) {
        m_navigator.refuse(kept.error());
        return false;
    }
    openForm(checks, result);
    m_editor->showError(kept.error()); // beside the field
    return false;
}

/// What is said after one was kept; somebody who could not be roused is acted for at once.
void CheckRounds::told(const TimedCheck &check)
{
    const auto now = m_services.timedChecks.one(check.seriesId);
    m_navigator.say(now && now->state.isOver() ? tr("Saved. That was the last check of these.")
            : now                              ? tr("Saved. %1").arg(words::whenChecked(*now, m_services.records.clock()))
                                               : tr("Saved"));
    if (check.result != CheckResult::CouldNotRouse)
        return;
    if (m_navigator.actNow)
        m_navigator.actNow(check.personId);
    else
        m_navigator.refuse(tr("Could not rouse them: act now. Ring 999."));
}

void CheckRounds::openForm(const ChecksOnFile &checks, std::optional<CheckResult> result)
{
    TimedCheck start = freshCheck(checks, m_services.records.clock());
    start.result = result.value_or(CheckResult::Spoke);
    auto *editor = new RecordEditor(
        {.type = recordType<TimedCheck>(),
            .title = tr("Check: %1").arg(words::whoIsChecked(checks, m_services)),
            .start = toRow(start),
            .place
            = {.kind = u"timed_check"_s, .person = checks.series.value.personId.value, .part = u"series/%1"_s.arg(checks.series.id.value)},
            .save = [this, closed = checks.isClosed](const Row &row) -> Done {
                const auto typed = closed ? recordType<TimedCheck>().fromRow(row) : std::nullopt;
                const auto kept = typed ? Result<KeptRow>(Error{}) : m_services.records.add(row);
                const auto check = typed ? m_services.timedChecks.write(*typed)
                    : kept               ? asKind<TimedCheck>(*kept)
                                         : Result<Kept<TimedCheck>>(kept.error());
                if (check) // once the form has closed
                    QTimer::singleShot(0, this, [this, value = check->value] { told(value); });
                return check ? Done() : Done(check.error());
            }},
        m_services);
    place(editor, checks.series.id.value);
}

void CheckRounds::openEnding(const ChecksOnFile &checks)
{
    Row start = toRow(checks.series.value);
    start.set(u"ended_at"_s, toStoredText(m_services.records.clock().now()));
    QStringList hidden;
    for (const Field &field : recordType<CheckSeries>().fields)
        if (const QString column = QString::fromLatin1(field.column); column != u"ended_at" && column != u"ended_why")
            hidden.append(column);
    auto *editor = new RecordEditor({.type = recordType<CheckSeries>(),
                                        .title = tr("End the checks: %1").arg(words::whoIsChecked(checks, m_services)),
                                        .start = start,
                                        .place = {.kind = u"check_series"_s,
                                            .record = checks.series.id.value,
                                            .person = checks.series.value.personId.value,
                                            .part = u"ending"_s},
                                        .hidden = hidden,
                                        .save = [this, kept = untyped(checks.series)](const Row &row) -> Done {
                                            KeptRow edited = kept;
                                            edited.row = row;
                                            const auto ended = m_services.records.amend(edited);
                                            return ended ? Done() : Done(ended.error());
                                        },
                                        .saveText = tr("End them")},
        m_services);
    place(editor, checks.series.id.value);
}

void CheckRounds::place(RecordEditor *editor, qint64 series)
{
    delete m_editor;
    m_editor = editor;
    if (Card *card = m_cards.value(series))
        card->body()->addWidget(editor);
    else
        m_forms->addWidget(editor);
    const auto close = [this, series] {
        m_editor->hide();
        m_editor->deleteLater();
        m_editor = nullptr;
        reload();
        if (focusOn(series))
            return;
        if (!m_person)
            return Q_EMIT formClosed(series);
        if (QWidget *first = firstOf(this))
            giveKeys(first);
    };
    connect(editor, &RecordEditor::saved, this, close, Qt::QueuedConnection);
    connect(editor, &RecordEditor::cancelled, this, close, Qt::QueuedConnection);
    if (QWidget *first = firstOf(editor))
        giveKeys(first);
    bringIntoView(editor);
}

void CheckRounds::tellTime()
{
    const Clock &clock = m_services.records.clock();
    for (const ChecksOnFile &checks : std::as_const(m_running)) {
        QLabel *time = m_times.value(checks.series.id.value);
        Card *card = m_cards.value(checks.series.id.value);
        if (!time || !card)
            continue;
        time->setText(words::whenChecked(checks, clock));
        const bool presses = checks.state.alarm || (checks.emergency && checks.state.isOverdue(clock.latest()));
        const QString edge = presses ? u"emergency"_s : QString();
        if (card->property("edge").toString() == edge)
            continue;
        card->setProperty("edge", edge);
        card->style()->unpolish(card); // takes the new look
        card->style()->polish(card);
    }
}

std::optional<ChecksOnFile> CheckRounds::running(qint64 series) const
{
    for (const ChecksOnFile &checks : m_running)
        if (checks.series.id.value == series)
            return checks;
    return {};
}

bool CheckRounds::focusOn(qint64 series)
{
    if (!m_cards.contains(series))
        return false;
    if (QWidget *spoke = standing(this, wayName(CheckResult::Spoke, series))) {
        giveKeys(spoke);
        bringIntoView(m_cards.value(series));
    }
    return true;
}

bool CheckRounds::showForm(const QString &part)
{
    const auto checks = running(part.section(u'/', 1).toLongLong());
    if (!checks || !part.startsWith(u"series/"_s))
        return false;
    openForm(*checks, {});
    return true;
}

} // namespace keywork
