// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/inputs/reference_input.h"

#include "core/base/text.h"
#include "core/domain/room.h"
#include "core/services/records/finding.h"
#include "core/services/records/offers.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/forms/inputs/choice_input.h"
#include "ui/text/person_details.h"
#include "ui/text/timeline_words.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLabel>
#include <QLayout>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kMostShown = 20;
constexpr int kBesideLine = 30; // frame and bar of the list, in pixels
constexpr int kMostFound = 60; // notes with the same word are among them
const QString kAsTyped = QStringLiteral("? "); // keeps "13" from being read as the record with this id

} // namespace

ReferenceChoice::ReferenceChoice(const RecordType &type, const Field &field, const Services &services)
    : FieldInput(field, services)
    , m_type(type)
    , m_combo(formCombo())
{
    m_combo->addItem(QString(), QVariant());
    const auto rows = field.anyOnFile ? services.records.list(type) : services.offers.offered(type);
    if (rows)
        for (const KeptRow &row : *rows)
            m_combo->addItem(words::nameOf(row.row, services.records), row.id);
    connect(m_combo, &QComboBox::currentIndexChanged, this, &FieldInput::edited);
    fillWith(m_combo);
    layout()->addWidget(m_combo->inFull());
}

QVariant ReferenceChoice::value() const { return m_combo->currentData(); }

void ReferenceChoice::setValue(const QVariant &value)
{
    int index = value.isNull() ? 0 : m_combo->findData(value);
    if (index < 0) { // no longer on offer, but this record has it
        const auto row = services().records.one(m_type, value.toLongLong());
        m_combo->addItem(row ? words::nameOf(row->row, services().records) : QString(), value);
        index = m_combo->count() - 1;
    }
    m_combo->setCurrentIndex(index);
}

QWidget *ReferenceChoice::keys() { return m_combo; }

ReferenceSearch::ReferenceSearch(const RecordType &type, const Field &field, const Services &services)
    : FieldInput(field, services)
    , m_type(type)
    , m_edit(new QLineEdit)
    , m_found(new QStandardItemModel(this))
    , m_list(new QCompleter(this))
{
    m_edit->setPlaceholderText(&type == &recordType<Person>() ? tr("type a name or number") : tr("type a name"));
    m_list->setModel(m_found);
    m_list->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_list->setMaxVisibleItems(kMostShown);
    m_list->setWidget(m_edit);
    m_list->popup()->setAccessibleName(words::label(type.titleMany));
    m_list->popup()->setObjectName(column() + u"-list"_s);
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        look(text);
        openList();
        Q_EMIT edited();
    });
    connect(m_edit, &QLineEdit::editingFinished, this, [this] {
        if (m_chosen > 0)
            m_edit->setText(m_inWords);
    });
    connect(m_list, qOverload<const QModelIndex &>(&QCompleter::activated), this, [this](const QModelIndex &index) {
        choose(index.data(Qt::UserRole).toLongLong(), index.data().toString());
        Q_EMIT edited();
    });
    fillWith(m_edit);
}

ReferenceSearch::Offer ReferenceSearch::offerOf(const ResidentLine &line) const
{
    const Person &person = line.person.value;
    return {line.person.id.value, words::personLine(line), {person.displayName(), person.number}};
}

ReferenceSearch::Offer ReferenceSearch::offerOf(const KeptRow &row) const
{
    const QString name = words::nameOf(row.row, services().records);
    return {row.id, name, {name}};
}

QList<ReferenceSearch::Offer> ReferenceSearch::people(const QString &typed) const
{
    QList<Id<Person>> ids;
    const QString room = words::label(recordType<Room>().title) + u' ';
    const bool saysRoom = typed.startsWith(room, Qt::CaseInsensitive);
    for (const auto &answer :
        {services().finding.inRoom(saysRoom ? typed.mid(room.size()) : typed), services().finding.find(typed, kMostFound)})
        for (const Found &one : answer ? *answer : QList<Found>())
            if (const Id<Person> person{one.person}; one.isName && person && !ids.contains(person))
                ids.append(person);
    const auto lines = services().people.lines(ids);
    if (!lines)
        return {};
    QList<Offer> here;
    QList<Offer> others; // who is here is meant more often than who left
    for (const ResidentLine &line : *lines)
        (line.stay && line.stay->value.isHereOn(services().records.today()) ? here : others).append(offerOf(line));
    return here + others;
}

QList<ReferenceSearch::Offer> ReferenceSearch::offersFor(const QString &typed) const
{
    if (&m_type == &recordType<Person>() && !typed.isEmpty())
        return people(typed);
    QList<Offer> offers;
    const bool isPerson = &m_type == &recordType<Person>();
    const auto rows = typed.isEmpty() ? services().offers.offered(m_type) : services().offers.matching(m_type, typed, kMostFound);
    for (const KeptRow &row : rows ? rows->mid(0, kMostFound) : QList<KeptRow>()) {
        const auto line = isPerson ? services().people.line({row.id}) : Result<ResidentLine>(Error{});
        offers.append(line ? offerOf(*line) : offerOf(row));
    }
    return offers;
}

/// Fills the list. Only a name or number that was typed out and is nobody else's is taken as it stands.
void ReferenceSearch::look(const QString &typed)
{
    const QString wanted = folded(typed.trimmed());
    const QList<Offer> offers = offersFor(typed.trimmed());
    QList<Offer> meant;
    m_found->clear();
    for (const Offer &offer : offers) {
        const bool isMeant = std::any_of(
            offer.names.cbegin(), offer.names.cend(), [&](const QString &name) { return !name.isEmpty() && folded(name) == wanted; });
        if (isMeant)
            meant.append(offer);
        if (m_found->rowCount() >= kMostShown)
            continue;
        auto *item = new QStandardItem(offer.inWords);
        item->setData(offer.id, Qt::UserRole);
        m_found->appendRow(item);
    }
    const bool isClear = meant.size() == 1 && offers.size() < kMostFound;
    m_chosen = isClear ? meant.first().id : 0;
    m_inWords = isClear ? meant.first().inWords : QString();
}

void ReferenceSearch::openList()
{
    if (m_edit->text().trimmed().isEmpty() && m_found->rowCount() == 0)
        look({});
    // As wide as its longest line, within the window: of two with one name the line says which is meant.
    QAbstractItemView *lines = m_list->popup();
    const QWidget *whole = m_edit->window();
    lines->setMinimumWidth(std::min(lines->sizeHintForColumn(0) + Theme::scaled(kBesideLine), whole->width()));
    m_list->complete();
    const int over = lines->geometry().right() - whole->mapToGlobal(whole->rect().topRight()).x();
    if (over > 0)
        lines->move(lines->x() - over, lines->y());
    // One line alone is taken by Enter; of several none is marked, so that nobody is chosen unseen.
    if (m_list->popup()->isVisible() && m_found->rowCount() == 1)
        m_list->popup()->setCurrentIndex(m_list->completionModel()->index(0, 0));
    else
        m_list->popup()->setCurrentIndex({});
}

void ReferenceSearch::choose(qint64 id, const QString &inWords)
{
    m_chosen = id;
    m_inWords = inWords;
    m_edit->setText(inWords);
}

QVariant ReferenceSearch::value() const
{
    const QString text = m_edit->text().trimmed();
    if (m_chosen > 0)
        return m_chosen;
    return text.isEmpty() ? QVariant() : QVariant(kAsTyped + text);
}

void ReferenceSearch::setValue(const QVariant &value)
{
    if (const QString text = value.toString(); text.startsWith(kAsTyped)) {
        m_edit->setText(text.mid(kAsTyped.size()));
        look(m_edit->text());
        return;
    }
    m_found->clear();
    const qint64 id = value.toLongLong();
    const auto line = id > 0 && &m_type == &recordType<Person>() ? services().people.line({id}) : Result<ResidentLine>(Error{});
    const auto row = id > 0 && !line ? services().records.one(m_type, id) : Result<KeptRow>(Error{});
    choose(id, line ? offerOf(*line).inWords : row ? offerOf(*row).inWords : QString());
}

bool ReferenceSearch::eventFilter(QObject *watched, QEvent *event)
{
    const bool isDown = watched == m_edit && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down;
    if (isDown && !m_list->popup()->isVisible()) {
        if (m_chosen == 0)
            look(m_edit->text());
        openList();
        return true;
    }
    return FieldInput::eventFilter(watched, event);
}

} // namespace keywork
