// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/house/records_page.h"

#include "core/domain/kinds.h"
#include "core/domain/restriction.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/forms/generic_editor.h"
#include "ui/forms/withdrawal_line.h"
#include "ui/pages/list_export.h"
#include "ui/pages/record_print.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

#include <QButtonGroup>
#include <QDate>
#include <QLineEdit>
#include <QStackedLayout>
#include <QTableView>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// What is written down happened just now, most often, and to whoever types it.
void fillInWhoAndWhen(Row &start, const Services &services)
{
    for (const Field &field : start.type->fields) {
        const QString column = QString::fromLatin1(field.column);
        // A number that can't be nought is one that nobody gave yet.
        const bool isNought = field.kind == Kind::Integer && field.smallest > 0 && start.value(column).toLongLong() == 0;
        if (!field.required || field.kept || !(isNought || isBlank(start.value(column))))
            continue;
        if (field.beginsAs && field.kind == Kind::Integer)
            start.set(column, QByteArray(field.beginsAs).toLongLong());
        else if (field.beginsAs)
            start.set(column, QString::fromLatin1(field.beginsAs));
        if (field.kind == Kind::Instant && daysOf(field).direction == DayDirection::Past)
            start.set(column, toStoredText(services.records.clock().now()));
        if (field.kind == Kind::Reference && QLatin1String(field.refers) == "staff")
            start.set(column, services.records.session().staff().value);
    }
}

} // namespace

RecordsPage::RecordsPage(const RecordType &type, const Row &start, const ListRequest &request, const Services &services,
    const Navigator &navigator, Frame frame, QWidget *parent)
    : Page(services, navigator, parent)
    , m_type(type)
    , m_start(start)
    , m_request(request)
{
    m_stack = new PageStack(this);
    auto *list = new QWidget;
    auto *layout = new QVBoxLayout(list);
    const int margin = frame == Frame::Whole ? 20 : 0;
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(12);
    auto *titleLine = wrappingLine(8);
    titleLine->addWidget(label(words::label(type.titleMany), frame == Frame::Whole ? "title" : "cardTitle"));
    pushRight(titleLine);
    const bool mayWrite = services.records.mayAdd(type);
    m_table = new RecordTable(type, services);
    addExits(titleLine, this, services, navigator, QString::fromLatin1(type.table), listOf(type, m_table));
    m_new = button(words::label(type.newOne ? type.newOne : type.title), "primary");
    m_new->setObjectName(u"new"_s);
    m_new->setEnabled(mayWrite);
    connect(m_new, &QPushButton::clicked, this, [this] { openEditor({}); });
    titleLine->addWidget(m_new);
    offerFirst();
    layout->addLayout(titleLine);
    auto *card = new Card;
    card->body()->addWidget(m_table);
    layout->addWidget(card);
    if (!services.records.mayRead(type)) { // there is no list to show
        m_table->hide();
        card->body()->addWidget(label(tr("You can add what you hear or see. Those who may read it find it here."), "soft", true));
        layout->addStretch();
    }
    connect(m_table, &RecordTable::opened, this, [this](const KeptRow &row) { openEditor(row); });
    m_stack->addWidget(list);
    m_editorPlace = new QWidget;
    auto *place = new QVBoxLayout(m_editorPlace);
    place->setContentsMargins(margin, margin, margin, margin);
    m_stack->addWidget(m_editorPlace);
    reload();
}

void RecordsPage::beginNewWith(const QString &button, std::function<GenericEditing()> fresh)
{
    m_new->setText(button);
    m_offersAnother = false; // each begins with something of its own
    m_fresh = std::move(fresh);
    offerFirst();
}

void RecordsPage::editWith(std::function<RecordEditor *(const GenericEditing &)> make, std::function<void(RecordEditor *)> keys)
{
    m_make = std::move(make);
    m_keys = std::move(keys);
}

void RecordsPage::offerFirst()
{
    if (m_new->isEnabled())
        m_table->offerFirst(m_new->text(), [this] { openEditor({}); });
}

void RecordsPage::reload() { m_table->reload(m_request); }

bool RecordsPage::concerns(const QList<Change> &changes) const
{
    const qint64 person = m_start.value(u"person_id"_s).toLongLong();
    return std::any_of(changes.cbegin(), changes.cend(), [&](const Change &change) {
        const bool isPart = std::any_of(partsOf(m_type).cbegin(), partsOf(m_type).cend(), [&](const RecordType *part) {
            return change.kind == QLatin1String(part->table);
        }) || m_table->model()->derivesFrom(change.kind);
        const bool isNamed = std::any_of(m_type.fields.cbegin(), m_type.fields.cend(),
            [&](const Field &field) { return field.listed && field.refers && change.kind == QLatin1String(field.refers); });
        const bool isOfThem = person == 0 || change.person == 0 || change.person == person;
        // Who may see what is decided by restrictions; a change without a kind may be anything.
        return change.kind.isEmpty() || isNamed || isPart || (isOfThem && change.kind == QLatin1String(m_type.table))
            || change.kind == QLatin1String(recordType<Restriction>().table)
            || change.kind == QLatin1String(recordType<NeedToKnow>().table);
    });
}

void RecordsPage::openEditor(const std::optional<KeptRow> &known, const QVariantMap &start)
{
    closeEditor();
    GenericEditing editing = known || !m_fresh ? GenericEditing{.known = known, .start = known ? known->row : m_start} : m_fresh();
    if (!known)
        for (auto it = start.cbegin(); it != start.cend(); ++it)
            if (m_type.fieldNamed(it.key()))
                editing.start.set(it.key(), it.value());
    if (!known)
        fillInWhoAndWhen(editing.start, m_services);
    editing.offersAnother = !known && m_offersAnother;
    editing.kept = [this](const KeptRow &kept) { m_saved = kept; };
    m_editor = m_make ? m_make(editing) : genericEditor(m_services, m_type, editing);
    auto *card = new Card;
    card->body()->addWidget(m_editor);
    if (known) {
        Q_EMIT opened(*known, card->body());
        auto *below = lineOrFlow(8);
        pushRight(below);
        if (mayTakeAlong(m_services)) {
            auto *print = button(tr("Print this record"), "link");
            print->setObjectName(u"printRecord"_s);
            connect(print, &QPushButton::clicked, this, [this, id = known->id] { printRecord(m_services, m_navigator, m_type, id); });
            below->addWidget(print);
        }
        auto *wrong = button(tr("Entered in error…"), "link");
        wrong->setVisible(m_services.records.mayChange(m_type) && !isLocked(m_services.records, *known));
        below->addWidget(wrong);
        card->body()->addLayout(below);
        connect(wrong, &QPushButton::clicked, this, [this, row = *known] { withdraw(row); });
    }
    m_editorPlace->layout()->addWidget(m_scrollsWithPage ? card : ownScroll(card));
    m_stack->setCurrentWidget(m_editorPlace);
    Q_EMIT formShown(true);
    connect(m_editor, &RecordEditor::saved, this, &RecordsPage::onSaved);
    connect(m_editor, &RecordEditor::cancelled, this, [this] { closeEditor(); });
    if (known)
        return focusHeading();
    if (m_keys)
        return m_keys(m_editor);
    m_editor->form()->focusFirst();
}

/// What is on file is read first: in its first field a key that was pressed too much would change it.
void RecordsPage::focusHeading()
{
    const QList<QLabel *> labels = m_editor->findChildren<QLabel *>(QString(), Qt::FindDirectChildrenOnly);
    if (labels.isEmpty())
        return m_editor->form()->focusFirst();
    labels.first()->setFocusPolicy(Qt::TabFocus);
    labels.first()->setFocus();
}

void RecordsPage::onSaved()
{
    const QString number = m_type.numberSeries ? m_saved.row.text(u"number"_s) : QString();
    m_navigator.say(number.isEmpty() ? tr("Saved") : tr("Saved %1").arg(number));
    const bool goesOn = m_editor->wantsAnother();
    closeEditor();
    reload();
    m_table->select(m_saved.id);
    if (goesOn)
        openEditor({});
    else
        Q_EMIT kept(m_saved);
}

void RecordsPage::showRecord(const RecordRef &record)
{
    if (record.kind != QLatin1String(m_type.table))
        return;
    if (record.id == 0 && m_services.records.mayAdd(m_type))
        openEditor({}, record.start);
    if (const auto known = record.id > 0 ? m_services.records.one(m_type, record.id) : Result<KeptRow>(Error{}))
        openEditor(*known);
}

void RecordsPage::withdraw(const KeptRow &row)
{
    if (m_withdrawal)
        return m_withdrawal->setFocus();
    m_withdrawal = withdrawalLine([this, row](const QString &reason) {
        if (!m_editor)
            return true; // the form was left meanwhile
        const auto takeAway = [&] { return m_services.records.withdraw(m_type, row.id, row.version, reason); };
        if (Done done = m_editor->goWith(takeAway); !done) {
            m_editor->showError(done.error());
            return false;
        }
        m_navigator.say(tr("Marked as entered in error"));
        closeEditor();
        reload();
        return true;
    });
    m_editorPlace->layout()->addWidget(m_withdrawal);
    giveKeys(m_withdrawal);
}

void RecordsPage::closeEditor()
{
    emptyLayout(m_editorPlace->layout());
    m_editor = nullptr;
    m_withdrawal = nullptr;
    m_stack->setCurrentIndex(0);
    Q_EMIT formShown(false);
    if (m_table->isHidden())
        m_new->setFocus();
    else
        m_table->view()->setFocus();
}

KindsPage::KindsPage(
    Place place, const QString &title, Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
{
    auto *layout = new QVBoxLayout(this);
    const bool ofPerson = bool(person);
    const int margin = ofPerson ? 0 : 20;
    layout->setContentsMargins(margin, ofPerson ? 0 : 16, margin, margin);
    layout->setSpacing(10);
    m_titleLine = wrappingLine(8);
    if (!title.isEmpty())
        m_titleLine->addWidget(label(title, "title"));
    pushRight(m_titleLine);
    layout->addLayout(m_titleLine);
    auto *pills = new FlowLayout(6); // a resident's lists fill more than one line on a small screen
    layout->addLayout(pills);
    m_stack = new PageStack;
    layout->addLayout(m_stack);
    auto *group = new QButtonGroup(this);
    QList<const RecordType *> kinds = allKinds();
    std::stable_sort(kinds.begin(), kinds.end(), [](const RecordType *a, const RecordType *b) { return a->listRank < b->listRank; });
    for (const RecordType *type : std::as_const(kinds)) {
        // Whoever may only add (next of kin, at night) finds the form here, and no list.
        if (type->place != place || !(services.records.session().may(Act::Read, type->category) || services.records.mayAdd(*type)))
            continue;
        const QString table = QString::fromLatin1(type->table);
        auto *pill = button(words::label(type->titleMany), "pill");
        pill->setCheckable(true);
        group->addButton(pill);
        pills->addWidget(pill);
        connect(pill, &QPushButton::clicked, this, [this, table] { show(table); });
        addKind(*type, person);
        m_pills.insert(table, pill);
        if (m_pills.size() == 1)
            show(table);
    }
    for (QPushButton *pill : std::as_const(m_pills))
        pill->setVisible(m_pills.size() > 1);
    if (RecordsPage *first = current())
        first->table()->view()->setFocus();
}

void KindsPage::putAbove(QWidget *widget)
{
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, widget);
    tabsAsShown(this);
}

void KindsPage::addKind(const RecordType &type, Id<Person> person)
{
    Row start = emptyRow(type);
    ListRequest request;
    if (person) {
        start.set(u"person_id"_s, person.value);
        request.filters = {{u"person_id"_s, Filter::Comparison::Equals, person.value}};
    }
    for (const Field &field : type.fields) // the day it is typed is the likeliest
        if (field.required && field.kind == Kind::Date)
            start.set(QString::fromLatin1(field.column), m_services.records.today().toString(Qt::ISODate));
        else if (field.required && field.kind == Kind::Instant && daysOf(field).direction == DayDirection::Past)
            start.set(QString::fromLatin1(field.column), toStoredText(m_services.records.clock().now()));
    m_makers.insert(QString::fromLatin1(type.table),
        [this, &type, start, request] { return new RecordsPage(type, start, request, m_services, m_navigator, RecordsPage::Frame::Part); });
}

RecordsPage *KindsPage::page(const QString &table)
{
    if (!m_pages.contains(table) && m_makers.contains(table)) {
        RecordsPage *made = m_makers.value(table)();
        m_stack->addWidget(made);
        connect(made, &RecordsPage::opened, this, &KindsPage::opened);
        connect(made, &RecordsPage::kept, this, &KindsPage::kept);
        m_pages.insert(table, made);
        connect(made, &RecordsPage::formShown, this, &KindsPage::formShown);
    }
    return m_pages.value(table);
}

void KindsPage::reload()
{
    for (auto it = m_pages.cbegin(); it != m_pages.cend(); ++it)
        if (it.value() == current())
            it.value()->reload();
        else
            m_stale.insert(it.key());
}

bool KindsPage::concerns(const QList<Change> &changes) const
{
    return std::any_of(m_pages.cbegin(), m_pages.cend(), [&](const RecordsPage *page) { return page->concerns(changes); });
}

RecordsPage *KindsPage::current() const { return static_cast<RecordsPage *>(m_stack->currentWidget()); }

void KindsPage::show(const QString &table)
{
    RecordsPage *shown = page(table);
    if (!shown)
        return;
    m_pills.value(table)->setChecked(true);
    m_stack->setCurrentWidget(shown);
    if (m_stale.remove(table))
        shown->reload();
    Q_EMIT formShown(shown->editor() != nullptr);
}

void KindsPage::showRecord(const RecordRef &record)
{
    RecordsPage *page = this->page(record.kind);
    if (!page)
        return;
    show(record.kind);
    page->showRecord(record);
}

QVariantMap KindsPage::leftAs() const
{
    QVariantMap left;
    for (auto it = m_pages.cbegin(); it != m_pages.cend(); ++it) {
        left.insert(it.key(), it.value()->leftAs());
        if (it.value() == current())
            left.insert(u"shown"_s, it.key());
    }
    return left;
}

void KindsPage::bringBack(const QVariantMap &left)
{
    for (auto it = left.cbegin(); it != left.cend(); ++it)
        if (RecordsPage *list = page(it.key()))
            list->bringBack(it.value().toMap());
    show(left.value(u"shown"_s).toString());
}

} // namespace keywork
