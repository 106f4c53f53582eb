// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/resident/person_record_page.h"

#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/forms/generic_editor.h"
#include "ui/pages/resident/photo_part.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

using namespace Qt::StringLiterals;

namespace keywork {

PersonRecordPage::PersonRecordPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_person(person)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *card = new Card;
    m_photo = new PhotoPart(person, services, navigator);
    card->body()->addWidget(m_photo);
    card->body()->addWidget(rule());
    m_place = new QVBoxLayout;
    card->body()->addLayout(m_place);
    layout->addWidget(ownScroll(card));
}

void PersonRecordPage::reload()
{
    m_photo->reload();
    const auto person = m_services.records.one(m_person);
    if (!person || person->version == m_version)
        return; // what someone is typing is not thrown away by a change elsewhere
    m_version = person->version;
    rebuild();
}

void PersonRecordPage::showRecord(const RecordRef &record)
{
    if (m_editor && record.kind == QLatin1String(recordType<Person>().table))
        m_editor->form()->focusFirst();
}

void PersonRecordPage::rebuild()
{
    // After Ctrl+S the work goes on in the field where it was.
    const QWidget *keys = window()->focusWidget();
    const QWidget *focused = m_editor && keys && m_editor->isAncestorOf(keys) ? keys : nullptr;
    const QString field = focused ? focused->objectName() : QString();
    emptyLayout(m_place);
    const auto kept = m_services.records.one(recordType<Person>(), m_person.value);
    if (!kept)
        return;
    m_editor = genericEditor(m_services, recordType<Person>(), *kept, kept->row);
    m_place->addWidget(m_editor);
    if (auto *same = field.isEmpty() ? nullptr : m_editor->findChild<QWidget *>(field))
        giveKeys(same);
    connect(m_editor, &RecordEditor::saved, this, [this] {
        m_navigator.say(tr("Saved"));
        m_version = 0;
        reload();
    });
    connect(m_editor, &RecordEditor::cancelled, this, &PersonRecordPage::rebuild);
}

} // namespace keywork
