// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/house/move_page.h"

#include "core/services/house/occupancy.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/house/place.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_rooms.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QStringList kAskedForMove{u"room_id"_s, u"room_since"_s};

QStringList hiddenInMove()
{
    QStringList hidden;
    for (const Field &field : recordType<Stay>().fields)
        if (const QString column = QString::fromLatin1(field.column); !kAskedForMove.contains(column))
            hidden.append(column);
    return hidden;
}

/// The stay that goes on; of a closed record none.
Result<Kept<Stay>> presentStay(const Services &services, Id<Person> person)
{
    const auto stays = services.records.of<Stay>("person_id", person);
    if (!stays)
        return stays.error();
    for (const Kept<Stay> &stay : *stays)
        if (stay.value.isHereOn(services.records.today()))
            return stay;
    return Error{ErrorKind::NotFound, u"stay"_s, {}};
}

} // namespace

MovePage::MovePage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->setSpacing(12);
    layout->addWidget(label(tr("Move within the house"), "title"));
    m_place = new QVBoxLayout;
    if (!person)
        askWho(layout);
    layout->addLayout(m_place);
    layout->addStretch();
    if (person)
        showForm(person);
}

void MovePage::askWho(QVBoxLayout *layout)
{
    auto *who = new ChoiceBox;
    m_who = who;
    m_who->setObjectName(u"whoMoves"_s);
    m_who->setAccessibleName(tr("Who moves"));
    m_who->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // a long name makes the page no wider
    m_who->setMinimumContentsLength(16);
    m_who->addItem(tr("Choose who moves"), 0);
    const auto here = m_services.people.residents(ResidentGroup::HereNow);
    for (const ResidentLine &line : here ? *here : QList<ResidentLine>())
        if (!line.isClosed) {
            const QString name = line.person.value.displayName();
            m_who->addItem(line.room.isEmpty() ? name : name + u" · "_s + words::roomNamed(line.room), line.person.id.value);
        }
    auto *above = label(tr("Who"), "fieldLabel");
    above->setBuddy(m_who);
    layout->addWidget(above);
    layout->addWidget(m_who);
    layout->addWidget(who->inFull());
    connect(m_who, &QComboBox::activated, this, [this](int index) {
        if (const qint64 chosen = m_who->itemData(index).toLongLong(); chosen > 0)
            showForm({chosen});
    });
    m_who->setFocus();
}

void MovePage::showForm(Id<Person> person)
{
    emptyLayout(m_place);
    const auto stay = presentStay(m_services, person);
    const auto line = m_services.people.line(person);
    if (!stay || !line)
        return m_place->addWidget(label(words::error(stay ? line.error() : stay.error()), "problem", true));
    Row start = toRow(stay->value);
    start.set(u"room_since"_s, m_services.records.today().toString(Qt::ISODate));
    const QString name = line->person.value.displayName();
    const RecordEditor::Setup setup{.type = recordType<Stay>(),
        .title = line->room.isEmpty() ? name : tr("%1, now in room %2").arg(name, line->room),
        .start = start,
        .place = {.kind = u"stay"_s, .record = stay->id.value, .person = person.value, .part = QString::fromLatin1(kMoving)},
        .hidden = hiddenInMove(),
        .save = [this, kept = *stay](const Row &row) -> Done {
            const auto typed = recordType<Stay>().fromRow(row);
            if (!typed)
                return invalid(m_services.records.check(row));
            const auto moved = m_services.occupancy.move(kept, typed->roomId, typed->roomSince);
            return moved ? Done() : Done(moved.error());
        },
        .saveText = tr("They have &moved")};
    m_editor = new RecordEditor(setup, m_services);
    auto *card = new Card;
    card->body()->addWidget(m_editor);
    card->body()->addWidget(
        label(tr("The night of that day is the new room's. The room before stays on file, with its nights."), "soft", true));
    m_place->addWidget(card);
    connect(
        m_editor, &RecordEditor::saved, this,
        [this] {
            m_navigator.say(tr("Moved"));
            m_navigator.visit({.place = u"rooms"_s});
        },
        Qt::QueuedConnection);
    connect(
        m_editor, &RecordEditor::cancelled, this, [this] { m_navigator.back(); }, Qt::QueuedConnection);
    m_editor->form()->focusFirst();
}

} // namespace keywork
