// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/resident/restricted_page.h"

#include "core/services/keeping/restrictions.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/told.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace keywork {

RestrictedPage::RestrictedPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_person(person)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    const auto line = services.people.line(person);
    layout->addWidget(label(line ? breakable(line->person.value.displayName()) : QString(), "title", true));
    auto *card = new Card(tr("This record is restricted"));
    card->body()->addWidget(label(
        tr("Only some of the team need to know what it holds, and you are not among them. If somebody's safety needs it, open it now: "
           "say why, and a manager will look at it. What you do is written down."),
        "", true));
    m_reason = labelledLine(card->body(), tr("Why it has to be opened"), "restrictedReason");
    m_reason->setMaximumWidth(Theme::scaled(560));
    m_message = label({}, "problem", true);
    card->body()->addWidget(m_message);
    auto *open = button(tr("&Open it"), "primary");
    open->setObjectName(u"openRestricted"_s);
    open->setEnabled(services.records.mayAdd(recordType<RestrictedOpening>()));
    card->body()->addWidget(open, 0, Qt::AlignLeft);
    layout->addWidget(card);
    layout->addStretch();
    connect(open, &QPushButton::clicked, this, &RestrictedPage::open);
    connect(m_reason, &QLineEdit::returnPressed, this, &RestrictedPage::open);
    m_reason->setFocus();
}

void RestrictedPage::open()
{
    const Done opened = m_services.restrictions.openWithReason(m_person, m_reason->text());
    if (!opened) {
        tellOnPage(m_message, words::error(opened.error()));
        return;
    }
    m_navigator.openResident(m_person);
}

} // namespace keywork
