// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/incidents/incident_log_page.h"

#include "core/services/services.h"
#include "ui/pages/incidents/new_incident.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"

using namespace Qt::StringLiterals;

namespace keywork {

IncidentLogPage::IncidentLogPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(12);
    layout->addWidget(label(tr("Incidents"), "title"));
    layout->addWidget(label(tr("Whatever you saw, a near miss included. What you log goes to the team; you can add to the list, "
                               "and not open it yourself."),
        "soft", true));
    m_handedOn = label({}, "strong", true);
    m_handedOn->setObjectName(u"handedOn"_s);
    m_handedOn->hide();
    layout->addWidget(m_handedOn);
    m_card = new Card;
    layout->addWidget(m_card);
    layout->addStretch();
    open(person);
}

void IncidentLogPage::open(Id<Person> person)
{
    m_card->clear();
    GenericEditing editing = newIncident(m_services, person);
    editing.kept
        = [this](const KeptRow &kept) { m_handedOn->setText(tr("Logged as %1. The team will see it.").arg(kept.row.text(u"number"_s))); };
    m_editor = genericEditor(m_services, recordType<Incident>(), editing);
    m_card->body()->addWidget(m_editor);
    giveKeys(m_editor->form()->editor(u"kind"_s)->input());
    connect(m_editor, &RecordEditor::saved, this, [this] {
        m_handedOn->show();
        m_navigator.say(m_handedOn->text());
        open({});
    });
    connect(m_editor, &RecordEditor::cancelled, this, [this] { open({}); });
}

} // namespace keywork
