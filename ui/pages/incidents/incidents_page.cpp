// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/incidents/incidents_page.h"

#include "core/domain/restriction.h"
#include "core/services/records/records.h"
#include "ui/forms/record_editor.h"
#include "ui/forms/record_table.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/incidents/incident_list.h"
#include "ui/pages/incidents/incident_reading.h"
#include "ui/pages/incidents/incident_review_card.h"
#include "ui/pages/incidents/new_incident.h"
#include "ui/pages/list_export.h"
#include "ui/pages/record_print.h"
#include "ui/pages/shown_kinds.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_incidents.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

#include <QButtonGroup>
#include <QTableView>
#include <utility>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QString kReviewTab = QStringLiteral("review");
const QString kListTab = QStringLiteral("list");
const QString kFoundTab = QStringLiteral("found");
const QString kMonthsTab = QStringLiteral("months");

const RecordType *savedAloneKind(const QString &table)
{
    for (const RecordType *type : {static_cast<const RecordType *>(&recordType<IncidentAction>()),
             static_cast<const RecordType *>(&recordType<IncidentQuestion>()), static_cast<const RecordType *>(&recordType<DeathStep>())})
        if (table == QLatin1String(type->table))
            return type;
    return nullptr;
}

} // namespace

IncidentsPage::IncidentsPage(const QString &tab, Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_person(person)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(12);
    buildTitle(layout);
    m_stack = new PageStack;
    layout->addLayout(m_stack);
    show(m_pills.contains(tab) ? tab : kReviewTab);
    giveKeysTo(this, {u"incident-%1"_s.arg(m_chosen.value)});
}

void IncidentsPage::buildTitle(QVBoxLayout *layout)
{
    auto *titleLine = wrappingLine(8);
    titleLine->addWidget(label(tr("Incidents"), "title"));
    m_numbers = label({}, "soft", true);
    m_numbers->setObjectName(u"incidentNumbers"_s);
    titleLine->addWidget(m_numbers);
    pushRight(titleLine);
    m_log = button(tr("&Log incident"), "primary");
    m_log->setObjectName(u"logIncident"_s);
    m_log->setEnabled(m_services.records.mayAdd(recordType<Incident>()));
    connect(m_log, &QPushButton::clicked, this, [this] { showRecord({QString::fromLatin1(recordType<Incident>().table), 0}); });
    titleLine->addWidget(m_log);
    layout->addLayout(titleLine);
    auto *pills = new FlowLayout(6);
    auto *group = new QButtonGroup(this);
    const auto add = [&](const QString &tab, const QString &title) {
        auto *pill = button(title, "pill");
        pill->setObjectName(u"view-"_s + tab);
        pill->setCheckable(true);
        group->addButton(pill);
        pills->addWidget(pill);
        connect(pill, &QPushButton::clicked, this, [this, tab] { show(tab); });
        m_pills.insert(tab, pill);
    };
    add(kReviewTab, tr("Review"));
    add(kListTab, tr("List"));
    add(kFoundTab, tr("Found items"));
    add(kMonthsTab, tr("Months"));
    layout->addLayout(pills);
}

void IncidentsPage::show(const QString &tab)
{
    m_tab = tab;
    m_stack->setCurrentWidget(viewOf(tab));
    m_pills.value(tab)->setChecked(true);
    m_log->setVisible(tab != kListTab); // which has its own
    reload();
}

QWidget *IncidentsPage::viewOf(const QString &tab)
{
    if (QWidget *made = m_views.value(tab))
        return made;
    QWidget *made = tab == kReviewTab ? buildReview()
        : tab == kListTab             ? static_cast<QWidget *>(records())
        : tab == kFoundTab            ? buildFound()
                                      : static_cast<QWidget *>(buildMonths());
    m_views.insert(tab, made);
    m_stack->addWidget(made);
    return made;
}

RecordsPage *IncidentsPage::records()
{
    if (m_records)
        return m_records;
    const RecordType &type = recordType<Incident>();
    m_records = new RecordsPage(type, emptyRow(type), {}, m_services, m_navigator, RecordsPage::Frame::Part);
    m_records->table()->setEmptyText(tr("Nothing logged yet. Near misses count too."));
    // Whoever's record it was opened from is in the first one only.
    m_records->beginNewWith(tr("&Log incident"), [this] { return newIncident(m_services, std::exchange(m_person, {})); });
    connect(m_records, &RecordsPage::opened, this, [this](const KeptRow &row, QVBoxLayout *below) {
        auto *review = button(tr("To its review"), "link");
        review->setObjectName(u"toReviewOf"_s);
        connect(
            review, &QPushButton::clicked, this, [this, id = row.id] { choose({id}); }, Qt::QueuedConnection);
        below->addWidget(review, 0, Qt::AlignLeft);
    });
    return m_records;
}

RecordsPage *IncidentsPage::buildMonths()
{
    const RecordType &type = recordType<IncidentMonth>();
    m_months = new RecordsPage(type, emptyRow(type), {}, m_services, m_navigator, RecordsPage::Frame::Part);
    return m_months;
}

QWidget *IncidentsPage::buildFound()
{
    auto *card = new Card(tr("Found items"), tr("over all incidents; nobody weighs, tests or tastes them"));
    const RecordType &type = recordType<FoundItem>();
    m_found = new RecordTable(type, m_services);
    m_found->setEmptyText(tr("Nothing was found yet. An item is added in the incident in which it was found."));
    const auto itemOf = [](const KeptRow &row) { return recordType<FoundItem>().fromRow(row.row); };
    m_found->model()->addSaid(tr("Here for"), [this, itemOf](const KeptRow &row) {
        const auto item = itemOf(row);
        return item ? words::hoursLong(hoursHere(*item, m_services.records.clock().now())) : QString();
    });
    m_found->model()->addSaid(tr("Still to do"), [itemOf](const KeptRow &row) {
        const auto item = itemOf(row);
        return item ? words::foundWaits(waitsFor(*item)) : QString();
    });
    connect(m_found, &RecordTable::opened, this, [this](const KeptRow &row) {
        showRecord({QString::fromLatin1(recordType<Incident>().table), row.row.value(u"incident_id"_s).toLongLong()});
    });
    auto *line = wrappingLine(8);
    addExits(line, this, m_services, m_navigator, QString::fromLatin1(type.table), listOf(type, m_found));
    card->body()->addLayout(line);
    card->body()->addWidget(m_found);
    return card;
}

QWidget *IncidentsPage::buildReview()
{
    auto *view = new QWidget;
    auto *columns = columnsOrRows(14);
    view->setLayout(columns);
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
    if (m_services.incidents.mayReview())
        return view;
    m_list->show(IncidentList::Shows::All, {}); // whoever does not review looks for what happened of late
    return view;
}

void IncidentsPage::chooseFirst()
{
    m_chosen = m_list->first();
    m_list->reload(m_chosen);
}

void IncidentsPage::choose(Id<Incident> incident)
{
    viewOf(kReviewTab);
    closePart();
    m_chosen = incident;
    show(kReviewTab);
    if (!m_list->holds(incident)) {
        m_list->show(IncidentList::Shows::All, incident);
        showChosen();
    }
    giveKeysTo(this, {u"incident-%1"_s.arg(incident.value)});
}

void IncidentsPage::showNumbers()
{
    const auto numbers = m_services.incidents.numbers();
    m_numbers->setText(numbers ? words::incidentNumbers(*numbers) : QString());
}

void IncidentsPage::reload()
{
    showNumbers();
    if (m_tab == kListTab)
        return records()->reload();
    if (m_tab == kMonthsTab)
        return m_months->reload();
    if (m_tab == kFoundTab)
        return m_found->reload();
    m_list->reload(m_chosen);
    if (!m_chosen)
        chooseFirst();
    showChosen();
}

/// The form of a review that somebody types in stays as it is, as long as it is the same review.
void IncidentsPage::showChosen()
{
    const auto whole = m_chosen ? m_services.incidents.whole(m_chosen) : Result<WholeIncident>(Error{ErrorKind::NotFound, {}, {}});
    if (m_part && whole)
        return; // what hangs on it is typed now
    if (!whole) {
        m_review = nullptr;
        emptyLayout(m_right);
        auto *nothing = new Card;
        nothing->body()->addWidget(label(m_chosen ? words::error(whole.error()) : tr("Choose an incident at the left."), "soft", true));
        m_right->addWidget(nothing);
        m_right->addStretch();
        return;
    }
    showWhole(*whole);
}

void IncidentsPage::showWhole(const WholeIncident &whole)
{
    const bool isFinished = whole.review && whole.review->value.isFinished();
    IncidentReviewCard *kept
        = m_review && m_review->incident() == whole.incident.id && m_review->isFinished() == isFinished ? m_review : nullptr;
    if (kept)
        m_right->removeWidget(kept);
    else if (m_review && m_review->editor())
        m_review->editor()->keepDraftNow();
    emptyLayout(m_right);
    auto *reading = new IncidentReading(whole, m_services);
    connect(
        reading, &IncidentReading::changeWanted, this,
        [this, id = whole.incident.id.value] {
            showRecord({QString::fromLatin1(recordType<Incident>().table), id});
        },
        Qt::QueuedConnection);
    connect(reading, &IncidentReading::printWanted, this,
        [this, id = whole.incident.id.value] { printRecord(m_services, m_navigator, recordType<Incident>(), id); });
    m_right->addWidget(reading);
    addDeath(whole);
    m_review = kept;
    if (kept) {
        kept->showFollowing(whole);
        m_right->addWidget(kept);
        return m_right->addStretch();
    }
    m_review = new IncidentReviewCard(whole, m_services);
    connect(
        m_review, &IncidentReviewCard::finished, this,
        [this] {
            m_navigator.say(tr("Reviewed"));
            reload();
        },
        Qt::QueuedConnection);
    connect(
        m_review, &IncidentReviewCard::left, this,
        [this] {
            m_review = nullptr;
            showChosen();
            giveKeysTo(this, {u"incident-%1"_s.arg(m_chosen.value)});
        },
        Qt::QueuedConnection);
    connect(m_review, &IncidentReviewCard::actionWanted, this, [this](qint64 id) { openPart(recordType<IncidentAction>(), id); });
    connect(m_review, &IncidentReviewCard::actionDone, this, &IncidentsPage::finishAction);
    connect(m_review, &IncidentReviewCard::questionWanted, this, [this, by = whole.incident.createdBy](qint64 id) {
        openPart(recordType<IncidentQuestion>(), id, {{u"asked_of_id"_s, by}});
    });
    m_right->addWidget(m_review);
    m_right->addStretch();
}

void IncidentsPage::addDeath(const WholeIncident &whole)
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

void IncidentsPage::finishAction(qint64 action)
{
    auto kept = m_services.records.one(Id<IncidentAction>{action});
    if (!kept)
        return m_navigator.refuse(kept.error());
    kept->value.doneOn = m_services.records.today();
    m_navigator.answer(m_services.records.amend(*kept), tr("Done. Ctrl+Z takes it back."));
    keepingFocus(this, [this] { reload(); });
}

void IncidentsPage::openPart(const RecordType &type, qint64 id, const QVariantMap &start)
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
        .save = {}};
    setup.save = [&records = m_services.records, id, &type](const Row &typed) -> Done {
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
    };
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
    m_right->insertWidget(1, card);
    const auto leave = [this](const QString &said) {
        if (!said.isEmpty())
            m_navigator.say(said);
        closePart();
        reload();
        giveKeysTo(this, {u"addAction"_s, u"incident-%1"_s.arg(m_chosen.value)});
    };
    connect(
        m_part, &RecordEditor::saved, this, [leave] { leave(tr("Saved")); }, Qt::QueuedConnection);
    connect(
        m_part, &RecordEditor::cancelled, this, [leave] { leave({}); }, Qt::QueuedConnection);
    m_part->form()->focusFirst();
    bringIntoView(m_part);
}

void IncidentsPage::closePart()
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

bool IncidentsPage::concerns(const QList<Change> &changes) const
{
    if (m_tab == kListTab && m_records)
        return m_records->concerns(changes);
    return anyShown(changes, {},
        {.anybodys = {&recordType<Incident>(), &recordType<IncidentMonth>(), &recordType<Staff>(), &recordType<Person>(),
             &recordType<Restriction>(), &recordType<NeedToKnow>()}});
}

void IncidentsPage::showRecord(const RecordRef &record)
{
    const QString incident = QString::fromLatin1(recordType<Incident>().table);
    if (record.kind == QLatin1String(recordType<IncidentMonth>().table)) {
        show(kMonthsTab);
        return m_months->showRecord(record);
    }
    if (record.kind == QLatin1String(recordType<FoundItem>().table)) {
        show(kFoundTab);
        return m_found->select(record.id);
    }
    if (savedAloneKind(record.kind) || record.kind == QLatin1String(recordType<IncidentReview>().table))
        return openPartOnFile(record);
    if (record.kind != incident)
        return;
    show(kListTab);
    records()->showRecord(record);
}

/// What hangs on an incident is read beside it; a question to whoever reads it is answered at once.
void IncidentsPage::openPartOnFile(const RecordRef &record)
{
    const RecordType *type = savedAloneKind(record.kind);
    const auto kept = record.id > 0 ? m_services.records.one(type ? *type : recordType<IncidentReview>(), record.id)
                                    : Result<KeptRow>(Error{ErrorKind::NotFound, record.kind, {}});
    if (!kept)
        return;
    choose({kept->row.value(u"incident_id"_s).toLongLong()});
    const bool isMine = kept->row.type == &recordType<IncidentQuestion>()
        && kept->row.value(u"asked_of_id"_s).toLongLong() == m_services.records.session().staff().value;
    if (isMine && kept->row.text(u"answer"_s).trimmed().isEmpty())
        openPart(*type, record.id);
}

/// Of a new one the part of its draft's place says at which incident.
void IncidentsPage::showForm(const RecordRef &record, const QString &part)
{
    const RecordType *type = savedAloneKind(record.kind);
    const bool isReview = record.kind == QLatin1String(recordType<IncidentReview>().table);
    if (record.id > 0 || !(type || isReview))
        return showRecord(record);
    if (const qint64 incident = part.toLongLong(); incident > 0) {
        choose({incident});
        if (type)
            openPart(*type, 0);
    }
}

QVariantMap IncidentsPage::leftAs() const
{
    QVariantMap left{{u"incident"_s, m_chosen.value}};
    if (m_list)
        left.insert(u"shows"_s, int(m_list->shown()));
    if (m_records)
        left.insert(u"list"_s, m_records->leftAs());
    if (m_months)
        left.insert(u"months"_s, m_months->leftAs());
    if (m_found)
        left.insert(u"found"_s, m_found->leftAs());
    return left;
}

void IncidentsPage::bringBack(const QVariantMap &left)
{
    if (m_records && left.contains(u"list"_s))
        m_records->bringBack(left.value(u"list"_s).toMap());
    if (m_months && left.contains(u"months"_s))
        m_months->bringBack(left.value(u"months"_s).toMap());
    if (m_found && left.contains(u"found"_s))
        m_found->bringBack(left.value(u"found"_s).toMap());
    if (!m_list || m_tab != kReviewTab)
        return;
    m_chosen = {left.value(u"incident"_s).toLongLong()};
    m_list->show(IncidentList::Shows(left.value(u"shows"_s).toInt()), m_chosen);
    showChosen();
}

} // namespace keywork
