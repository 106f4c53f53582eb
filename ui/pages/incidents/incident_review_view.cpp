// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/incidents/incident_review_view.h"
#include "ui/pages/incidents/incident_prints.h"

#include "core/services/records/records.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/incidents/incident_list.h"
#include "ui/pages/incidents/incident_reading.h"
#include "ui/pages/incidents/incident_review_card.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString nameOfLine(Id<Incident> incident) { return u"incident-%1"_s.arg(incident.value); }

/// Saves what was typed, as a new record or over the one on file.
Done keepHanging(Records &records, const RecordType &type, qint64 id, const Row &typed)
{
    if (id == 0) {
        const auto added = records.add(typed);
        return added ? Done() : Done(added.error());
    }
    auto onFile = records.one(type, id);
    if (!onFile)
        return onFile.error();
    onFile->row = typed;
    const auto saved = records.amend(*onFile);
    return saved ? Done() : Done(saved.error());
}

} // namespace

IncidentReviewView::IncidentReviewView(const Services &services, const Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_navigator(navigator)
{
    auto *columns = columnsOrRows(14);
    setLayout(columns);
    columns->setContentsMargins(0, 0, 0, 0);
    m_list = new IncidentList(m_services);
    connect(m_list, &IncidentList::chosen, this, [this](Id<Incident> incident) {
        closePart(); // what was typed waits
        m_chosen = incident;
        showChosen();
    });
    connect(m_list, &IncidentList::shownChanged, this, [this] {
        closePart();
        chooseFirst();
        showChosen();
    });
    columns->addWidget(ownScroll(m_list, Sideways::Never), 38);
    auto *right = new QWidget;
    m_right = new QVBoxLayout(right);
    m_right->setContentsMargins(0, 0, 0, 0);
    m_right->setSpacing(14);
    columns->addWidget(ownScroll(right, Sideways::Never), 62);
    if (!m_services.incidents.mayReview())
        m_list->show(IncidentList::Shows::All, {}); // whoever does not review looks for what happened of late
}

void IncidentReviewView::chooseFirst()
{
    m_chosen = m_list->first();
    m_list->reload(m_chosen);
}

void IncidentReviewView::choose(Id<Incident> incident)
{
    closePart();
    m_chosen = incident;
    m_list->reload(incident);
    if (!m_list->holds(incident))
        m_list->show(IncidentList::Shows::All, incident);
    showChosen();
    focusChosen();
}

void IncidentReviewView::focusChosen() { giveKeysTo(this, {nameOfLine(m_chosen)}); }

void IncidentReviewView::reload()
{
    m_list->reload(m_chosen);
    if (!m_chosen)
        chooseFirst();
    showChosen();
}

void IncidentReviewView::showChosen()
{
    const auto whole = m_chosen ? m_services.incidents.whole(m_chosen) : Result<WholeIncident>(Error{ErrorKind::NotFound, {}, {}});
    if (m_part && whole)
        return; // what hangs on it is typed now
    if (whole)
        return showWhole(*whole);
    closePart();
    m_review = nullptr;
    emptyLayout(m_right);
    auto *nothing = new Card;
    nothing->body()->addWidget(label(m_chosen ? words::error(whole.error()) : tr("Choose an incident at the left."), "soft", true));
    m_right->addWidget(nothing);
    m_right->addStretch();
}

/// The form of a review that somebody types in stays as it is, as long as it is the same review.
void IncidentReviewView::showWhole(const WholeIncident &whole)
{
    const bool isFinished = whole.review && whole.review->value.isFinished();
    const bool isSame = m_review && m_review->incident() == whole.incident.id && m_review->isFinished() == isFinished;
    IncidentReviewCard *kept = isSame ? m_review : nullptr;
    if (kept)
        m_right->removeWidget(kept);
    else if (m_review && m_review->editor())
        m_review->editor()->keepDraftNow();
    emptyLayout(m_right);
    addReading(whole);
    addDeath(whole);
    m_review = kept;
    if (kept) {
        kept->showFollowing(whole);
        m_right->addWidget(kept);
    } else {
        addReview(whole);
    }
    m_right->addStretch();
    tabsAsShown(this); // lines and cards were made anew
}

void IncidentReviewView::addReading(const WholeIncident &whole)
{
    const Id<Incident> id = whole.incident.id;
    auto *reading = new IncidentReading(whole, m_services);
    connect(
        reading, &IncidentReading::changeWanted, this, [this, id] { Q_EMIT formWanted(id); }, Qt::QueuedConnection);
    connect(
        reading, &IncidentReading::printWanted, this,
        [this, id] { previewIncident(id, print::IncidentNames::With, m_services, m_navigator); }, Qt::QueuedConnection);
    m_right->addWidget(reading);
}

void IncidentReviewView::addDeath(const WholeIncident &whole)
{
    if (whole.incident.value.kind.code != u"death" && whole.deathSteps.isEmpty())
        return;
    auto *death = new DeathCard(whole, m_services);
    connect(
        death, &DeathCard::stepWanted, this,
        [this](const QString &code) {
            openPart(recordType<DeathStep>(), 0,
                {{u"step"_s, code}, {u"done_at"_s, toStoredText(m_services.records.clock().now())},
                    {u"by_id"_s, m_services.records.session().staff().value}});
        },
        Qt::QueuedConnection);
    connect(
        death, &DeathCard::stepOpened, this, [this](qint64 id) { openPart(recordType<DeathStep>(), id); }, Qt::QueuedConnection);
    m_right->addWidget(death);
}

void IncidentReviewView::addReview(const WholeIncident &whole)
{
    m_review = new IncidentReviewCard(whole, m_services);
    connect(
        m_review, &IncidentReviewCard::finished, this,
        [this] {
            m_navigator.say(tr("Reviewed"));
            reload();
            focusChosen();
        },
        Qt::QueuedConnection);
    connect(
        m_review, &IncidentReviewCard::left, this,
        [this] {
            m_review = nullptr;
            showChosen();
            focusChosen();
        },
        Qt::QueuedConnection);
    connect(m_review, &IncidentReviewCard::actionWanted, this, [this](qint64 id) { openPart(recordType<IncidentAction>(), id); });
    connect(m_review, &IncidentReviewCard::actionDone, this, &IncidentReviewView::finishAction);
    connect(m_review, &IncidentReviewCard::questionWanted, this, [this, by = whole.incident.createdBy](qint64 id) {
        openPart(recordType<IncidentQuestion>(), id, {{u"asked_of_id"_s, by}});
    });
    m_right->addWidget(m_review);
}

void IncidentReviewView::finishAction(qint64 action)
{
    auto kept = m_services.records.one(Id<IncidentAction>{action});
    if (!kept)
        return m_navigator.refuse(kept.error());
    kept->value.doneOn = m_services.records.today();
    m_navigator.answer(m_services.records.amend(*kept), tr("Done. Ctrl+Z takes it back."));
    keepingFocus(this, [this] { reload(); });
}

void IncidentReviewView::openPart(const RecordType &type, qint64 id, const QVariantMap &start)
{
    const auto known = id > 0 ? m_services.records.one(type, id) : Result<KeptRow>(KeptRow{});
    if (!known)
        return m_navigator.refuse(known.error());
    closePart();
    Row row = id > 0 ? known->row : emptyRow(type);
    row.set(u"incident_id"_s, m_chosen.value);
    for (auto it = start.cbegin(); id == 0 && it != start.cend(); ++it)
        row.set(it.key(), it.value());
    RecordEditor::Setup setup{.type = type,
        .title = words::label(type.titleShort ? type.titleShort : type.title),
        .start = row,
        .place = {QString::fromLatin1(type.table), id, 0, id > 0 ? QString() : QString::number(m_chosen.value)},
        .save = [&records = m_services.records, &type, id](const Row &typed) { return keepHanging(records, type, id, typed); }};
    if (id > 0)
        setup.stored = [&records = m_services.records, &type, id]() -> std::optional<Row> {
            const auto now = records.one(type, id);
            return now ? std::optional(now->row) : std::nullopt;
        };
    m_part = new RecordEditor(setup, m_services);
    auto *card = new Card;
    card->body()->addWidget(m_part);
    m_partPlace = card;
    if (m_review)
        m_review->hide();
    m_right->insertWidget(1, card); // below what is read
    tabsAsShown(this);
    connect(
        m_part, &RecordEditor::saved, this, [this] { leavePart(tr("Saved")); }, Qt::QueuedConnection);
    connect(
        m_part, &RecordEditor::cancelled, this, [this] { leavePart({}); }, Qt::QueuedConnection);
    m_part->form()->focusFirst();
    bringIntoView(m_part);
}

void IncidentReviewView::leavePart(const QString &said)
{
    if (!said.isEmpty())
        m_navigator.say(said);
    closePart();
    reload();
    giveKeysTo(this, {u"addAction"_s, nameOfLine(m_chosen)});
}

void IncidentReviewView::closePart()
{
    if (!m_partPlace)
        return;
    m_part->keepDraftNow(); // the next form may begin with it
    m_right->removeWidget(m_partPlace);
    m_partPlace->hide();
    m_partPlace->deleteLater();
    m_partPlace = nullptr;
    m_part = nullptr;
    if (m_review)
        m_review->show();
}

QVariantMap IncidentReviewView::leftAs() const { return {{u"incident"_s, m_chosen.value}, {u"shows"_s, int(m_list->shown())}}; }

void IncidentReviewView::bringBack(const QVariantMap &left)
{
    if (!left.contains(u"incident"_s) || m_part) // a form that was come back to stands
        return;
    m_chosen = {left.value(u"incident"_s).toLongLong()};
    m_list->show(IncidentList::Shows(left.value(u"shows"_s).toInt()), m_chosen);
    showChosen();
}

} // namespace keywork
