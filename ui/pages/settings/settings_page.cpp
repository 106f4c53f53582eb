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
#include "ui/pages/today/first_steps_card.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace keywork {

SettingsPage::SettingsPage(OpenHostel &hostel, const Navigator &navigator, QWidget *parent)
    : Page(hostel.services(), navigator, parent)
{
    const auto house = m_services.records.list(recordType<House>());
    if (!house || house->isEmpty())
        return;
    auto *card = new Card;
    m_place = new QVBoxLayout;
    card->body()->addLayout(m_place);
    addForm(house->first());
    if (m_services.records.mayChange(recordType<House>()))
        card->body()->addWidget(new KeysPart(hostel, m_navigator));
    if (m_services.firstSteps.mayBringBack()) {
        auto *again = button(tr("Show the first steps again"), "link");
        again->setObjectName(u"firstStepsAgain"_s);
        connect(
            again, &QPushButton::clicked, this, [this] { showFirstStepsAgain(m_services, m_navigator); }, Qt::QueuedConnection);
        card->body()->addWidget(again, 0, Qt::AlignLeft);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->addWidget(settingsTitle(u"house"_s, m_navigator));
    layout->addWidget(ownScroll(card));
}

void SettingsPage::addForm(const KeptRow &house)
{
    // After Ctrl+S the work goes on in the field where it was.
    const QWidget *focused = m_editor && m_editor->isAncestorOf(QApplication::focusWidget()) ? QApplication::focusWidget() : nullptr;
    const QString field = focused ? focused->objectName() : QString();
    emptyLayout(m_place);
    m_editor = genericEditor(m_services, recordType<House>(), house, house.row);
    connect(m_editor, &RecordEditor::cancelled, this, [this] { m_navigator.back(); });
    m_place->addWidget(m_editor);
    if (m_services.records.mayChange(recordType<AgreementWording>())) {
        auto *wording = new WordingPart(m_services, m_navigator);
        m_place->addWidget(wording);
        connect(m_editor, &RecordEditor::saved, wording, &WordingPart::saveIfChanged); // Ctrl+S keeps the whole page
    }
    connect(m_editor, &RecordEditor::saved, this, [this] {
        m_navigator.say(tr("Saved"));
        if (const auto kept = m_services.records.list(recordType<House>()); kept && !kept->isEmpty())
            keepingScrolled(this, [this, &kept] { addForm(kept->first()); });
    });
    if (auto *same = field.isEmpty() ? nullptr : m_editor->findChild<QWidget *>(field))
        same->setFocus();
}

} // namespace keywork
