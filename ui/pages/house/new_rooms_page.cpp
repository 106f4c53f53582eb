// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/house/new_rooms_page.h"

#include "core/domain/room.h"
#include "core/services/house/many_rooms.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/house/place.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_first_hour.h"
#include "ui/widgets/parts.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace keywork {

RoomNamesPart::RoomNamesPart(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_names = labelledLine(layout, tr("Rooms *"), "roomNames");
    m_names->setPlaceholderText(tr("1-12, 14, A1-A4"));
    m_problem = label({}, "problem", true);
    m_problem->setObjectName(u"roomNamesProblem"_s);
    m_problem->hide();
    layout->addWidget(m_problem);
    m_preview = label({}, "soft", true);
    m_preview->setObjectName(u"roomNamesPreview"_s);
    layout->addWidget(m_preview);
    connect(m_names, &QLineEdit::textChanged, this, &RoomNamesPart::showPreview);
    connect(m_names, &QLineEdit::textEdited, this, &RoomNamesPart::edited);
    showPreview();
}

QString RoomNamesPart::typed() const { return m_names->text(); }

QJsonObject RoomNamesPart::toDraft() const { return {{u"rooms"_s, m_names->text()}}; }

void RoomNamesPart::fromDraft(const QJsonObject &draft) { m_names->setText(draft.value(u"rooms"_s).toString()); }

void RoomNamesPart::showPreview()
{
    m_problem->hide();
    const auto rooms = manyRooms(m_services.records, m_names->text());
    const QString sentences = rooms ? words::manyRooms(*rooms) : words::error(rooms.error());
    m_preview->setText(sentences.isEmpty() ? tr("What will be made stands here while you type.") : sentences);
}

Violations RoomNamesPart::showViolations(const Violations &violations)
{
    Violations rest;
    for (const Violation &violation : violations) {
        if (violation.column != u"name") {
            rest.append(violation);
            continue;
        }
        m_problem->setText(words::violation(violation));
        m_problem->show();
        m_names->setFocus();
    }
    return rest;
}

NewRoomsPage::NewRoomsPage(const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_names(new RoomNamesPart(services))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->setSpacing(12);
    layout->addWidget(label(tr("Several rooms at once"), "title"));
    RecordEditor::Setup setup{.type = recordType<Room>(),
        .title = {},
        .start = toRow(Room{}),
        .place = {.kind = u"room"_s, .part = QString::fromLatin1(kSeveralRooms)},
        .hidden = {u"name"_s, u"notes"_s, u"out_of_use"_s, u"given_up_on"_s},
        .save = [this](const Row &like) { return save(like); },
        .saveText = tr("Make these rooms"),
        .extra = m_names,
        .extraAt = RecordEditor::ExtraAt::Top,
        .readExtra = [this] { return m_names->toDraft(); },
        .writeExtra = [this](const QJsonObject &draft) { m_names->fromDraft(draft); },
        .showExtra = [this](const Violations &violations) { return m_names->showViolations(violations); }};
    auto *editor = new RecordEditor(setup, services);
    connect(m_names, &RoomNamesPart::edited, editor, &RecordEditor::markEdited);
    auto *card = new Card;
    card->body()->addWidget(editor);
    layout->addWidget(card);
    layout->addStretch();
    connect(editor, &RecordEditor::saved, this, [this] {
        m_navigator.say(tr("Rooms made: %1").arg(m_made));
        m_navigator.openPlace(u"room-lists"_s);
    });
    connect(editor, &RecordEditor::cancelled, this, [this] { m_navigator.back(); });
    m_names->findChild<QLineEdit *>()->setFocus();
}

Done NewRoomsPage::save(const Row &like)
{
    const auto room = recordType<Room>().fromRow(like);
    const auto made = room ? addManyRooms(m_services.records, m_names->typed(), *room)
                           : Result<QList<Kept<Room>>>(Error{ErrorKind::Damaged, u"room"_s, {}});
    if (!made)
        return made.error();
    m_made = made->size();
    return {};
}

} // namespace keywork
