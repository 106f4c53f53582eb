// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/keywork/session_form.h"

#include "core/services/records/records.h"
#include "ui/forms/moment_text.h"
#include "ui/forms/parts_at_opening.h"
#include "ui/pages/keywork/agreed_part.h"
#include "ui/pages/keywork/ruler.h"
#include "ui/pages/keywork/since_part.h"
#include "ui/pages/keywork/talked_part.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kLateMinutes = 15; // house rule: begun so much after the plan, it began late
constexpr int kHeaderEveryMs = 20'000;

/// Goals that are still worked on.
QList<GoalChoice> openGoals(const Services &services, Id<Person> person)
{
    QList<GoalChoice> goals;
    const auto plan = services.plans.planOf(person);
    if (!plan || !*plan)
        return goals;
    for (const AreaView &area : (*plan)->current.areas)
        for (const GoalView &goal : area.goals) {
            const bool hasEnded
                = goal.progress && (goal.progress->status == GoalStatus::Achieved || goal.progress->status == GoalStatus::SetAside);
            if (!hasEnded)
                goals.append({area.area, goal.goal.value.thread, goal.goal.value.statement});
        }
    return goals;
}

QJsonValue ratingJson(const std::optional<qint64> &rating) { return rating ? QJsonValue(*rating) : QJsonValue(); }
std::optional<qint64> ratingFrom(const QJsonValue &value)
{
    return value.isDouble() ? std::optional<qint64>(value.toInteger()) : std::nullopt;
}

template <class T> void appendRows(QList<KeptRow> &rows, const QList<Kept<T>> &records)
{
    for (const Kept<T> &one : records)
        rows.append(untyped(one));
}

} // namespace

SessionForm::SessionForm(Id<Person> person, const std::optional<Kept<KeyworkSession>> &known, const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_person(person)
    , m_known(known)
    , m_services(services)
    , m_openedAt(services.records.clock().now())
    , m_atOpening(std::make_shared<PartsAtOpening>())
{
    const auto who = services.records.one(person);
    m_called = who ? who->value.shortName() : QString();
    m_goals = openGoals(services, person);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(buildHeader());
    buildEditor();
    layout->addWidget(m_editor);
    connect(m_editor, &RecordEditor::saved, this, [this] { Q_EMIT saved(m_said); });
    connect(m_editor, &RecordEditor::cancelled, this, &SessionForm::left);
    connect(m_editor, &RecordEditor::discarded, this, &SessionForm::left);
    connect(m_editor->form(), &RecordForm::edited, this, &SessionForm::showHeader);
    connect(&m_minute, &QTimer::timeout, this, &SessionForm::showHeader);
    m_minute.start(kHeaderEveryMs);
    showHeader();
}

/// A planned one that is opened begins now.
Row SessionForm::startRow() const
{
    KeyworkSession session = m_known ? m_known->value : KeyworkSession();
    if (isReopened())
        return toRow(session);
    const bool isLate = m_known && session.startsAt.secsTo(m_openedAt) > kLateMinutes * 60;
    session.personId = m_person;
    session.outcome = isLate ? KeyworkOutcome::Late : KeyworkOutcome::Held;
    if (m_known)
        session.plannedFor = session.startsAt;
    else
        session.staffId = m_services.records.session().staff();
    session.startsAt = m_openedAt;
    return toRow(session);
}

QLayout *SessionForm::buildHeader()
{
    auto *line = wrappingLine(10);
    auto *title = label(tr("Keywork with %1").arg(m_called), "title", true);
    title->setObjectName(u"sessionTitle"_s);
    line->addWidget(title);
    m_facts = label({}, "soft", true);
    m_facts->setObjectName(u"sessionFacts"_s);
    line->addWidget(m_facts);
    pushRight(line);
    line->addWidget(isReopened() ? chip(m_known->value.isHeld() ? tr("Finished") : words::shortLabelFor(m_known->value.outcome), "neutral")
                                 : chip(tr("Kept as you type"), "done"));
    auto *pause = button(isReopened() ? tr("Close") : tr("Pa&use"));
    pause->setObjectName(u"pauseSession"_s);
    pause->setToolTip(tr("Leaves the page; what was typed waits here"));
    connect(pause, &QPushButton::clicked, this, [this] { m_editor->leave(); });
    line->addWidget(pause);
    auto *finish = button(isReopened() ? tr("Save the correction (Ctrl+S)") : tr("&Finish session (Ctrl+S)"), "primary");
    finish->setObjectName(u"finishSession"_s);
    finish->setToolTip(tr("Ctrl+S"));
    connect(finish, &QPushButton::clicked, this, [this] { m_editor->save(); });
    line->addWidget(finish);
    return line;
}

QDate SessionForm::day() const
{
    const auto typed = recordType<KeyworkSession>().fromRow(m_editor->form()->row());
    const bool isSaid = typed && typed->startsAt.isValid();
    return m_services.records.clock().local(isSaid ? typed->startsAt : m_openedAt).date();
}

void SessionForm::showHeader()
{
    const auto typed = recordType<KeyworkSession>().fromRow(m_editor->form()->row());
    if (!typed || !typed->startsAt.isValid())
        return m_facts->setText({});
    const Clock &clock = m_services.records.clock();
    const bool goesOn = typed->isHeld() && !typed->minutes && !isReopened();
    const qint64 minutes = typed->minutes.value_or(std::max<qint64>(0, typed->startsAt.secsTo(clock.now()) / 60));
    QStringList facts;
    if (!typed->place.trimmed().isEmpty())
        facts.append(typed->place.trimmed());
    const QDateTime at = clock.local(typed->startsAt);
    const QString day = words::weekday(at.date(), m_services.records.today());
    facts.append(isReopened() ? day + u' ' + words::time(at) : tr("started %1").arg(words::time(at)));
    if (goesOn || typed->minutes)
        facts.append(tr("%1 min").arg(minutes));
    m_facts->setText(breakable(facts.join(u" · "_s)));
}

void SessionForm::buildEditor()
{
    RecordEditor::Setup setup{.type = recordType<KeyworkSession>(),
        .title = {},
        .start = startRow(),
        .place = {u"keywork_session"_s, m_known ? m_known->id.value : 0, m_person.value},
        .hidden = {u"importance"_s, u"confidence"_s},
        .save = [this](const Row &row) { return save(row); },
        .saveText = isReopened() ? tr("Save the correction") : tr("Finish session"),
        .extra = buildColumns(),
        .extraAt = RecordEditor::ExtraAt::Top,
        // Also asked when this is gone already: by what the editor still holds.
        .readExtra =
            [since = m_since, notes = m_notes, agreed = m_agreed, talked = m_talked, importance = m_importance, confidence = m_confidence,
                next = m_next, place = m_nextPlace, atOpening = m_atOpening] {
                return QJsonObject{{u"notes"_s, notes->toJson()}, {u"agreed"_s, agreed->toJson()}, {u"talked"_s, talked->toJson()},
                    {u"steps"_s, since->toJson()}, {u"importance"_s, ratingJson(importance->rating())},
                    {u"confidence"_s, ratingJson(confidence->rating())}, {u"next"_s, next->text()}, {u"nextPlace"_s, place->text()},
                    {u"atOpening"_s, atOpening->toJson()}};
            },
        .writeExtra = [this](const QJsonObject &kept) { bringBack(kept); },
        .showExtra = [this](const Violations &violations) { return showProblems(violations); },
        .draftOutlivesCancel = true};
    if (isReopened())
        setup.stored = [this]() -> std::optional<Row> {
            const auto now = m_services.records.one(m_known->id);
            return now ? std::optional(toRow(now->value)) : std::nullopt;
        };
    loadParts(); // before a draft comes over it
    m_editor = new RecordEditor(setup, m_services);
    const auto changed = [this] { m_editor->markEdited(); };
    connect(m_since, &SincePart::edited, m_editor, changed);
    connect(m_notes, &AreaNotes::edited, m_editor, changed);
    connect(m_agreed, &AgreedPart::edited, m_editor, changed);
    connect(m_talked, &TalkedPart::edited, m_editor, changed);
    connect(m_importance, &KeyworkRuler::edited, m_editor, changed);
    connect(m_confidence, &KeyworkRuler::edited, m_editor, changed);
    connect(m_next, &QLineEdit::textEdited, m_editor, changed);
    connect(m_nextPlace, &QLineEdit::textEdited, m_editor, changed);
}

void SessionForm::loadParts()
{
    if (!m_known)
        return;
    m_importance->setRating(m_known->value.importance);
    m_confidence->setRating(m_known->value.confidence);
    const auto view = m_services.keyworkSessions.read(m_known->id);
    if (!view)
        return;
    QList<KeptRow> notes;
    QList<KeptRow> agreed;
    QList<KeptRow> messages;
    appendRows(notes, view->notes);
    appendRows(agreed, view->agreed);
    appendRows(messages, view->messages);
    m_notes->load(notes);
    m_agreed->load(agreed);
    m_talked->load(messages);
    m_atOpening->note(notes + agreed + messages);
}

void SessionForm::bringBack(const QJsonObject &kept)
{
    m_notes->fromJson(kept.value(u"notes"_s).toArray());
    m_agreed->fromJson(kept.value(u"agreed"_s).toArray());
    m_talked->fromJson(kept.value(u"talked"_s).toArray());
    m_since->fromJson(kept.value(u"steps"_s).toArray());
    m_importance->setRating(ratingFrom(kept.value(u"importance"_s)));
    m_confidence->setRating(ratingFrom(kept.value(u"confidence"_s)));
    m_next->setText(kept.value(u"next"_s).toString());
    m_nextPlace->setText(kept.value(u"nextPlace"_s).toString());
    m_atOpening->fromJson(kept.value(u"atOpening"_s));
}

std::optional<KeyworkSession> SessionForm::nextSession(const KeyworkSession &now, Violations &wrong) const
{
    const QString typed = m_next->text().trimmed();
    if (typed.isEmpty())
        return {};
    const auto at = momentFromText(typed, m_services.records.clock(), kToCome);
    if (!at || !at->isOnce()) {
        wrong.append({u"next/starts_at"_s, Rule::NotAMoment, {}});
        return {};
    }
    KeyworkSession next;
    next.personId = m_person;
    next.staffId = now.staffId;
    next.startsAt = at->earlier.toUTC();
    next.place = m_nextPlace->text().trimmed().isEmpty() ? now.place : m_nextPlace->text();
    if (next.startsAt <= m_services.records.clock().now())
        wrong.append({u"next/starts_at"_s, Rule::NotToCome, {}});
    return next;
}

Done SessionForm::save(const Row &row)
{
    m_notes->clearProblems();
    m_agreed->clearProblems();
    showMessage(m_rulerProblem, {});
    showMessage(m_nextProblem, {});
    auto session = recordType<KeyworkSession>().fromRow(row);
    if (!session)
        return invalid(m_services.records.check(row));
    session->importance = m_importance->rating();
    session->confidence = m_confidence->rating();
    const qint64 lasted = session->startsAt.secsTo(m_services.records.clock().now()) / 60;
    const bool isOfToday = lasted >= 0 && lasted <= 8 * 60;
    if (session->isHeld() && !session->minutes && isOfToday)
        session->minutes = std::max<qint64>(1, lasted); // counted while it went on
    Violations wrong;
    KeyworkContent content;
    content.next = nextSession(*session, wrong);
    if (!wrong.isEmpty())
        return invalid(wrong);
    if (m_known) {
        const auto onFile = m_services.records.one(recordType<KeyworkSession>(), m_known->id.value);
        if (!onFile)
            return onFile.error();
        content.family.head = *onFile;
        if (const auto now = recordType<KeyworkSession>().fromRow(onFile->row)) { // left as it was here, changed by a colleague
            if (session->importance == m_known->value.importance)
                session->importance = now->importance;
            if (session->confidence == m_known->value.confidence)
                session->confidence = now->confidence;
        }
    }
    content.family.head.row = toRow(*session);
    content.family.parts = m_notes->parts() + m_agreed->parts() + m_talked->parts();
    if (m_known) // what a colleague added to the same session meanwhile stays
        content.family.parts += m_atOpening->addedSince(recordType<KeyworkSession>(), m_known->id.value, m_services);
    content.stepsDone = m_since->stepsDone();
    const auto kept = m_services.keyworkSessions.save(content);
    if (!kept)
        return kept.error();
    m_said = content.next ? tr("Session saved, the next one is planned") : tr("Session saved");
    return {};
}

Violations SessionForm::showProblems(const Violations &violations)
{
    Violations rest;
    const qsizetype notes = m_notes->parts().size();
    const qsizetype agreed = m_agreed->parts().size();
    for (const Violation &violation : violations) {
        const QString sentence = words::violation(violation);
        const auto part = partOfColumn(violation.column);
        if (violation.column.startsWith(u"next/"_s)) {
            showMessage(m_nextProblem, sentence);
            giveKeys(m_next);
        } else if (violation.column == u"importance"_s || violation.column == u"confidence"_s) {
            showMessage(m_rulerProblem, sentence);
        } else if (part && part->first < notes) {
            m_notes->showProblem(part->first, sentence);
        } else if (part && part->first < notes + agreed) {
            m_agreed->showProblem(part->first - notes, sentence);
        } else {
            rest.append(violation);
        }
    }
    return rest;
}

} // namespace keywork
