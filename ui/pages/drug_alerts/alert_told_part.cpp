// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/drug_alerts/alert_told_part.h"

#include "core/services/care/drug_alerts.h"
#include "core/services/records/records.h"
#include "ui/print/drug_alert_document.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/wrapped_tick.h"

#include <QCheckBox>

using namespace Qt::StringLiterals;

namespace keywork {

void previewAlertNotice(Id<DrugAlert> alert, bool isFull, const Services &services, const Navigator &navigator)
{
    const auto notice = print::drugAlertNotice(services, alert, isFull ? print::AlertNotice::Full : print::AlertNotice::Plain);
    if (!notice)
        return navigator.refuse(notice.error());
    navigator.preview({.document = *notice, .title = notice->title, .fileName = u"drug-alert-%1"_s.arg(alert.value)});
}

AlertToldPart::AlertToldPart(Id<DrugAlert> alert, const Services &services, const Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_alert(alert)
    , m_services(services)
    , m_navigator(navigator)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    addNotices(layout);
    layout->addWidget(label(tr("Residents here"), "cardTitle"));
    auto *people = new QWidget;
    m_people = new QVBoxLayout(people);
    m_people->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(people);
    m_tell = button(tr("These were told now"));
    m_tell->setObjectName(u"tellAlert"_s);
    connect(m_tell, &QPushButton::clicked, this, &AlertToldPart::tell, Qt::QueuedConnection);
    layout->addWidget(m_tell, 0, Qt::AlignLeft);
    reload();
}

void AlertToldPart::addNotices(QVBoxLayout *layout)
{
    auto *line = wrappingLine(8);
    for (const auto &[text, name, isFull] : {std::tuple{tr("Print the notice"), u"printNotice"_s, true},
             {tr("Print the notice without details"), u"printPlainNotice"_s, false}}) {
        auto *print = button(text, "link");
        print->setObjectName(name);
        connect(
            print, &QPushButton::clicked, this, [this, isFull = isFull] { previewAlertNotice(m_alert, isFull, m_services, m_navigator); },
            Qt::QueuedConnection);
        line->addWidget(print);
    }
    layout->addLayout(line);
}

void AlertToldPart::reload()
{
    emptyLayout(m_people);
    m_ticks.clear();
    const auto reach = m_services.drugAlerts.reach(m_alert);
    m_tell->setVisible(bool(reach));
    if (!reach) {
        m_people->addWidget(label(words::error(reach.error()), "soft", true));
        return;
    }
    m_people->addWidget(label(tr("%1 of %2 were told.").arg(reach->told()).arg(reach->here.size()), "soft", true));
    for (const AlertResident &one : reach->here) {
        QStringList said{one.name};
        if (!one.room.isEmpty())
            said.append(tr("Room %1").arg(one.room));
        if (one.fits)
            said.append(tr("fits what they use"));
        if (one.toldAt) {
            said.append(tr("told %1").arg(words::moment(m_services.records.clock().local(*one.toldAt))));
            m_people->addWidget(label(breakable(said.join(u" · "_s)), "soft", true));
            continue;
        }
        QCheckBox *tick = wrappedTick(said.join(u" · "_s), m_people);
        tick->setObjectName(u"told-%1"_s.arg(one.person.value));
        m_ticks.append({one.person, tick});
    }
    m_tell->setVisible(!m_ticks.isEmpty());
    m_tell->setEnabled(m_services.records.mayAdd(recordType<DrugAlertPerson>()));
}

void AlertToldPart::tell()
{
    QList<Id<Person>> people;
    for (const auto &[person, tick] : std::as_const(m_ticks))
        if (tick->isChecked())
            people.append(person);
    if (people.isEmpty())
        return m_navigator.refuse(tr("Tick who was told first."));
    const Done told = m_services.drugAlerts.tell(m_alert, people);
    m_navigator.answer(told, tr("Saved: %1 told").arg(people.size()));
    keepingFocus(this, [this] { reload(); });
}

} // namespace keywork
