// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/residents/take_in_tonight_page.h"

#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/text/person_details.h"
#include "ui/widgets/parts.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QStringList allBut(const RecordType &type, const QStringList &asked)
{
    QStringList hidden;
    for (const Field &field : type.fields)
        if (const QString column = QString::fromLatin1(field.column); !asked.contains(column))
            hidden.append(column);
    return hidden;
}

/// Who is at the door was referred by nobody before; without a day of arrival nobody is here.
Violations cameToTheDoor(Row &stay)
{
    if (stay.text(u"arrived_on"_s).isEmpty())
        return {{u"stay.arrived_on"_s, Rule::Required, {}}};
    stay.set(u"referred_on"_s, stay.value(u"arrived_on"_s));
    return {};
}

IntakeQuestions tonight(const Services &services)
{
    const QString today = services.records.today().toString(Qt::ISODate);
    Row stay = emptyRow(recordType<Stay>());
    stay.set(u"referred_on"_s, today);
    stay.set(u"arrived_on"_s, today);
    Row alert = emptyRow(recordType<Alert>());
    alert.set(u"from_on"_s, today);
    const Row contact = emptyRow(recordType<Contact>());
    return {.title = TakeInTonightPage::tr("Take in tonight"),
        .soft = TakeInTonightPage::tr("what is known now; the rest is asked by day"),
        .part = u"tonight"_s,
        .hidden = allBut(recordType<Person>(), {u"given_name"_s, u"family_name"_s, u"preferred_name"_s, u"born_on"_s, u"safe_contact"_s}),
        .along = {{.type = &recordType<Stay>(),
                      .start = stay,
                      .hidden = allBut(recordType<Stay>(), {u"arrived_on"_s, u"room_id"_s}),
                      .title = TakeInTonightPage::tr("The room")},
            {.type = &recordType<Alert>(),
                .start = alert,
                .hidden = {u"person_id"_s, u"from_on"_s, u"until_on"_s},
                .title = TakeInTonightPage::tr("Alert, if the shift must know something"),
                .mayBeLeft = true},
            {.type = &recordType<Contact>(),
                .start = contact,
                .hidden = {u"person_id"_s, u"email"_s, u"notes"_s},
                .title = TakeInTonightPage::tr("Whom to ring, if there is somebody"),
                .mayBeLeft = true}},
        .complete = cameToTheDoor};
}

} // namespace

TakeInTonightPage::TakeInTonightPage(const Services &services, const Navigator &navigator, QWidget *parent)
    : TakingInPage(tonight(services), services, navigator, parent)
{
}

QString TakeInTonightPage::saidOf(Id<Person> taken) const
{
    const auto line = m_services.people.line(taken);
    const bool isWhole = line && words::stillToAsk(*line, m_services.records.session()).isEmpty();
    return isWhole ? tr("Taken in") : tr("Taken in. What is still to be asked stands on Today.");
}

bool mayTakeIn(const Services &services)
{
    return services.records.mayAdd(recordType<Person>()) && services.records.mayAdd(recordType<Stay>());
}

QPushButton *tonightButton(const Services &services, const Navigator &navigator)
{
    auto *tonight = button(TakeInTonightPage::tr("Take in tonight"));
    tonight->setObjectName(u"takeInTonight"_s);
    tonight->setToolTip(u"Ctrl+T"_s);
    tonight->setEnabled(mayTakeIn(services));
    QObject::connect(tonight, &QPushButton::clicked, tonight, [navigator] { navigator.openPlace(u"tonight"_s); });
    return tonight;
}

} // namespace keywork
