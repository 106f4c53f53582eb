// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/desk/desk_rows.h"

#include "core/base/text.h"
#include "core/services/records/photos.h"
#include "core/services/records/records.h"
#include "ui/text/words.h"
#include "ui/text/words_desk.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QTimer>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kDeskPicture = 30; ///< pixels at the usual size of text

QString nameAtDesk(const ResidentLine &line)
{
    const Person &person = line.person.value;
    const bool hasOther = !person.preferredName.isEmpty() && person.preferredName != person.givenName && !person.givenName.isEmpty();
    return hasOther ? person.displayName() + u" ("_s + person.givenName + u')' : person.displayName();
}

QString roomAtDesk(const ResidentLine &line)
{
    return line.room.isEmpty() ? DeskRows::tr("no room") : DeskRows::tr("Room %1").arg(line.room);
}

/// What of a refusal is said: of what can't be, the sentence that the field would have.
QString whyNotAtDesk(const Error &error)
{
    return error.violations.isEmpty() ? words::error(error) : words::violation(error.violations.first());
}

} // namespace

DeskRows::DeskRows(const Services &services, const Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_navigator(navigator)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto *top = wrappingLine(8);
    m_filter = labelledLine(top, tr("Find by name or &room"), "deskFilter");
    m_filter->setAccessibleName(tr("Find by name or room"));
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, &DeskRows::applyFilter);
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        if (const Row *row = firstFound())
            put(row->of.line.person.id, row->of.state.where == Whereabouts::In ? DeskDirection::Out : DeskDirection::In);
    });
    layout->addLayout(top);
    m_hint = label({}, "soft", true);
    m_hint->setObjectName(u"deskHint"_s);
    layout->addWidget(m_hint);
    m_counts = label({}, "strong", true);
    m_counts->setObjectName(u"deskCounts"_s);
    layout->addWidget(m_counts);
    auto *said = wrappingLine(8);
    m_message = label({}, "", true);
    m_message->setObjectName(u"deskMessage"_s);
    m_back = button(tr("&Undo that press"));
    m_back->setObjectName(u"undoMove"_s);
    connect(m_back, &QPushButton::clicked, this, &DeskRows::takeBack, Qt::QueuedConnection);
    m_back->hide();
    said->addWidget(m_message);
    said->addWidget(m_back);
    layout->addLayout(said);
    m_list = new QWidget;
    auto *rows = new QVBoxLayout(m_list);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2);
    layout->addWidget(ownScroll(m_list), 1);
    reload();
}

QString DeskRows::filter() const { return m_filter->text(); }
void DeskRows::setFilter(const QString &typed) { m_filter->setText(typed); }
void DeskRows::giveKeysToFilter() { giveKeys(m_filter); }

/// Down leads from what is typed to the first who fits.
bool DeskRows::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
        for (const Row &row : std::as_const(m_rows))
            if (!row.widget->isHidden()) {
                giveKeys(row.out->isEnabled() && row.of.state.where == Whereabouts::In ? row.out : row.in);
                return true;
            }
    }
    return QWidget::eventFilter(watched, event);
}

void DeskRows::reload()
{
    const auto people = m_services.presence.everybody();
    if (!people) {
        showMessage(m_message, words::error(people.error()));
        return;
    }
    const bool isSame = people->size() == m_rows.size()
        && std::equal(people->cbegin(), people->cend(), m_rows.cbegin(), [](const PersonPresence &one, const Row &row) {
               return one.line.person.id == row.of.line.person.id && one.line.person.value == row.of.line.person.value
                   && one.line.room == row.of.line.room && one.line.isClosed == row.of.line.isClosed;
           });
    if (!isSame)
        build(*people);
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        m_rows[i].of = people->at(i);
        show(m_rows[i]);
    }
    tellCounts();
    applyFilter();
    QTimer::singleShot(0, this, &DeskRows::loadOnePicture);
}

void DeskRows::build(const QList<PersonPresence> &people)
{
    keepingFocus(m_list, [this, &people] {
        emptyLayout(m_list->layout());
        m_rows.clear();
        for (const PersonPresence &one : people)
            addRow(one, m_list->layout());
        static_cast<QVBoxLayout *>(m_list->layout())->addStretch();
    });
}

void DeskRows::addRow(const PersonPresence &one, QLayout *rows)
{
    Row row;
    row.of = one;
    const ResidentLine &line = one.line;
    const QString name = nameAtDesk(line);
    row.found = folded(name + u' ' + line.person.value.familyName + u" room "_s + line.room);
    row.widget = new QWidget;
    auto *parts = columnsOrRows(8);
    parts->setContentsMargins(0, 2, 0, 2);
    row.widget->setLayout(parts);
    row.picture = new Avatar(Theme::scaled(kDeskPicture));
    row.picture->setName(line.person.value.displayName());
    parts->addWidget(row.picture, 0, Qt::AlignTop);
    auto *said = new QVBoxLayout;
    said->setSpacing(0);
    said->addWidget(label(breakable(name + u" · "_s + roomAtDesk(line)), "strong", true));
    row.state = label({}, "soft", true);
    said->addWidget(row.state);
    parts->addLayout(said, 1);
    const bool mayPut = m_services.records.mayAdd(recordType<DeskMovement>());
    auto *ways = wrappingLine(6);
    for (const DeskDirection direction : {DeskDirection::In, DeskDirection::Out}) {
        auto *way = button(direction == DeskDirection::In ? tr("In") : tr("Out"));
        way->setObjectName((direction == DeskDirection::In ? u"in-%1"_s : u"out-%1"_s).arg(line.person.id.value));
        way->setAccessibleName(
            direction == DeskDirection::In ? tr("In: %1, %2").arg(name, roomAtDesk(line)) : tr("Out: %1, %2").arg(name, roomAtDesk(line)));
        way->setEnabled(mayPut);
        connect(
            way, &QPushButton::clicked, this, [this, id = line.person.id, direction] { put(id, direction); }, Qt::QueuedConnection);
        ways->addWidget(way);
        (direction == DeskDirection::In ? row.in : row.out) = way;
    }
    parts->addLayout(ways);
    rows->addWidget(row.widget);
    m_rows.append(row);
}

void DeskRows::show(Row &row)
{
    const PresenceState &state = row.of.state;
    row.state->setText(words::whereaboutsTold(row.of, m_services.records.clock()));
    setLook(row.in, state.where == Whereabouts::In ? "" : "primary");
    const auto picture = m_pictures.constFind(row.of.line.person.id.value);
    if (picture != m_pictures.constEnd() && !picture->isEmpty())
        row.picture->setPicture(*picture);
}

void DeskRows::applyFilter()
{
    const QStringList typed = folded(m_filter->text()).split(u' ', Qt::SkipEmptyParts);
    for (const Row &row : std::as_const(m_rows)) {
        const bool fits = std::all_of(typed.cbegin(), typed.cend(), [&row](const QString &word) {
            return row.found.startsWith(word) || row.found.contains(u' ' + word) || row.found.contains(u'(' + word);
        });
        row.widget->setVisible(fits);
    }
    const Row *first = firstFound();
    m_hint->setText(!first ? (typed.isEmpty() ? tr("Type a name or a room; Enter puts the first who fits.") : tr("Nobody here fits that."))
            : first->of.state.where == Whereabouts::In ? tr("Enter: %1 goes out.").arg(nameAtDesk(first->of.line))
                                                       : tr("Enter: %1 comes in.").arg(nameAtDesk(first->of.line)));
}

/// Nobody, unless something was typed: Enter alone puts nobody.
const DeskRows::Row *DeskRows::firstFound() const
{
    if (m_filter->text().trimmed().isEmpty())
        return nullptr;
    for (const Row &row : m_rows)
        if (!row.widget->isHidden() && row.in->isEnabled())
            return &row;
    return nullptr;
}

void DeskRows::tellCounts()
{
    QHash<Whereabouts, int> counts;
    for (const Row &row : std::as_const(m_rows))
        ++counts[row.of.state.where];
    m_counts->setText(tr("In %1 · Out %2 · Away %3 · Not known %4")
                          .arg(counts[Whereabouts::In])
                          .arg(counts[Whereabouts::Out])
                          .arg(counts[Whereabouts::Away])
                          .arg(counts[Whereabouts::NotKnown]));
}

void DeskRows::put(Id<Person> person, DeskDirection direction)
{
    const auto kept = m_services.presence.put(person, direction);
    m_last = kept ? std::optional(*kept) : std::nullopt;
    m_back->setVisible(m_last.has_value());
    if (!kept)
        return showMessage(m_message, whyNotAtDesk(kept.error()));
    const QString at = words::time(m_services.records.clock().local(kept->value.at));
    QString name;
    for (const Row &row : std::as_const(m_rows))
        if (row.of.line.person.id == person)
            name = nameAtDesk(row.of.line);
    showMessage(m_message, direction == DeskDirection::In ? tr("%1 came in, %2.").arg(name, at) : tr("%1 went out, %2.").arg(name, at));
    m_filter->clear();
    reload();
    Q_EMIT moved();
}

void DeskRows::takeBack()
{
    if (!m_last)
        return;
    const Done done = m_services.presence.takeBack(*m_last, tr("pressed by mistake"));
    if (!done)
        return showMessage(m_message, words::error(done.error()));
    m_last.reset();
    m_back->hide();
    showMessage(m_message, tr("That press was taken back."));
    reload();
    giveKeysToFilter();
    Q_EMIT moved();
}

/// One after another, so that nobody waits for sixty of them; a closed record shows none.
void DeskRows::loadOnePicture()
{
    for (Row &row : m_rows) {
        const qint64 person = row.of.line.person.id.value;
        if (m_pictures.contains(person))
            continue;
        const auto picture = row.of.line.isClosed ? Result<QByteArray>(QByteArray()) : m_services.photos.of({person});
        m_pictures.insert(person, picture ? *picture : QByteArray());
        show(row);
        QTimer::singleShot(0, this, &DeskRows::loadOnePicture);
        return;
    }
}

} // namespace keywork
