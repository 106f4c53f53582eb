// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/settings_page.h"

#include "core/domain/house.h"
#include "core/services/keeping/open_hostel.h"
#include "core/services/records/records.h"
#include "ui/forms/generic_editor.h"
#include "ui/pages/house/wording_part.h"
#include "ui/pages/settings/keys_part.h"
#include "ui/pages/settings/settings_title.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

using namespace Qt::StringLiterals;

namespace keywork {

SettingsPage::SettingsPage(OpenHostel &hostel, const Navigator &navigator, QWidget *parent)
    : Page(hostel.services(), navigator, parent)
{
    const auto house = m_services.records.list(recordType<House>());
    if (!house || house->isEmpty())
        return;
    auto *card = new Card;
    addForm(card, house->first());
    if (m_services.records.mayChange(recordType<House>()))
        card->body()->addWidget(new KeysPart(hostel, m_navigator));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->addWidget(settingsTitle(u"house"_s, m_navigator));
    layout->addWidget(ownScroll(card));
}

void SettingsPage::addForm(Card *card, const KeptRow &house)
{
    auto *editor = genericEditor(m_services, recordType<House>(), house, house.row);
    connect(editor, &RecordEditor::cancelled, this, [this] { m_navigator.back(); });
    card->body()->addWidget(editor);
    if (m_services.records.mayChange(recordType<AgreementWording>())) {
        auto *wording = new WordingPart(m_services, m_navigator);
        card->body()->addWidget(wording);
        connect(editor, &RecordEditor::saved, wording, &WordingPart::saveIfChanged); // Ctrl+S keeps the whole page
    }
    connect(editor, &RecordEditor::saved, this, [this] {
        m_navigator.say(tr("Saved"));
        m_navigator.openPlace(u"today"_s);
    });
}

} // namespace keywork
