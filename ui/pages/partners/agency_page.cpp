// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/partners/agency_page.h"

#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/referrals.h"
#include "ui/forms/record_table.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

#include <QBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

void addFact(Card *card, const QString &name, const QString &value)
{
    if (value.isEmpty())
        return;
    card->body()->addWidget(label(name, "soft"));
    auto *shown = label(value, "", true);
    shown->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    card->body()->addWidget(shown);
}

QString joined(const QStringList &parts)
{
    QStringList some = parts;
    some.removeAll(QString());
    return some.join(u" · "_s);
}

void nothingYet(Card *card, bool isEmpty, const QString &sentence)
{
    if (isEmpty)
        card->body()->addWidget(label(sentence, "soft", true));
    card->body()->addStretch();
}

} // namespace

AgencyPage::AgencyPage(
    Id<Agency> agency, const std::function<void()> &edit, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_agency(agency)
    , m_edit(edit)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *place = new QWidget;
    m_body = new QVBoxLayout(place);
    m_body->setContentsMargins(20, 16, 20, 20);
    m_body->setSpacing(12);
    layout->addWidget(ownScroll(place));
    reload();
}

void AgencyPage::reload()
{
    if (m_shared) { // the list keeps its selection, order and place
        m_shared->hide();
        m_shared->setParent(this);
    }
    emptyLayout(m_body);
    const auto kept = m_services.records.one(m_agency);
    if (!kept) {
        m_body->addWidget(label(words::error(kept.error()), "problem", true));
        return;
    }
    const Agency &agency = kept->value;
    auto *title = lineOrFlow(14);
    title->addWidget(label(breakable(agency.name), "title", true));
    title->addWidget(label(words::choice(m_services.records.choices(), u"agency_category"_s, agency.category.code), "soft"));
    pushRight(title);
    auto *edit = button(tr("Change under Partners"));
    edit->setObjectName(u"changeAgency"_s);
    connect(edit, &QPushButton::clicked, this, [this] { m_edit(); });
    title->addWidget(edit);
    m_body->addLayout(title);
    auto *telephone = label(agency.telephone, "title");
    telephone->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_body->addWidget(telephone);
    auto *upper = columnsOrRows(14);
    auto *reach = new Card(tr("How to reach them"));
    addFact(reach, tr("Opening hours"), agency.hours);
    addFact(reach, tr("How to refer"), agency.howToRefer);
    addFact(reach, tr("Our link person there"), agency.linkPerson);
    addFact(reach, tr("E-mail"), agency.email);
    addFact(reach, tr("Address"), agency.address);
    addFact(reach, tr("Notes"), agency.notes);
    reach->body()->addStretch();
    auto *services = new Card(tr("Services"));
    addServices(services);
    upper->addWidget(reach, 1);
    upper->addWidget(services, 1);
    m_body->addLayout(upper);
    auto *lower = columnsOrRows(14);
    auto *people = new Card(tr("People there"));
    addPeople(people);
    auto *working = new Card(tr("Joint working"));
    addJointWorking(working);
    auto *meetings = new Card(tr("Meetings"));
    addMeetings(meetings);
    lower->addWidget(people, 1);
    lower->addWidget(working, 1);
    lower->addWidget(meetings, 1);
    m_body->addLayout(lower);
    if (m_services.records.mayRead(recordType<Disclosure>())) {
        auto *shared = new Card(tr("Referrals, and what they hold"));
        addSharing(shared);
        m_body->addWidget(shared);
    }
    m_body->addStretch();
}

void AgencyPage::addServices(Card *card)
{
    const auto services = m_services.records.of<AgencyService>("agency_id", m_agency);
    const RecordType &type = recordType<AgencyService>();
    for (const Kept<AgencyService> &kept : services ? *services : QList<Kept<AgencyService>>()) {
        const AgencyService &service = kept.value;
        card->body()->addWidget(label(service.name, "strong", true));
        const QString needs
            = words::value(toRow(service), *type.fieldNamed(u"needs"_s), m_services.records.choices(), {}, m_services.records.clock());
        const QString waiting = service.waitingWeeks ? tr("waiting %1 weeks").arg(*service.waitingWeeks) : QString();
        const QString places = service.places ? tr("%1 places").arg(*service.places) : QString();
        card->body()->addWidget(label(joined({needs, places, waiting, service.hours, service.cost}), "soft", true));
        addFact(card, tr("Who can go there"), service.eligibility);
        addFact(card, tr("How to refer"), service.howToRefer);
    }
    nothingYet(card, !services || services->isEmpty(), tr("No service written down yet."));
}

void AgencyPage::addPeople(Card *card)
{
    const auto people = m_services.records.of<AgencyContact>("agency_id", m_agency);
    for (const Kept<AgencyContact> &kept : people ? *people : QList<Kept<AgencyContact>>()) {
        card->body()->addWidget(label(kept.value.name, "strong", true));
        card->body()->addWidget(label(joined({kept.value.job, kept.value.telephone, kept.value.email}), "", true));
    }
    nothingYet(card, !people || people->isEmpty(), tr("Nobody written down yet."));
}

void AgencyPage::addJointWorking(Card *card)
{
    const auto agreements = m_services.records.of<JointWorking>("agency_id", m_agency);
    for (const Kept<JointWorking> &kept : agreements ? *agreements : QList<Kept<JointWorking>>()) {
        const JointWorking &working = kept.value;
        addFact(card, tr("What we do"), working.weDo);
        addFact(card, tr("What they do"), working.theyDo);
        if (working.reviewOn)
            addFact(card, tr("Review on"), words::date(*working.reviewOn));
        addFact(card, tr("How well it works"), words::choice(m_services.records.choices(), u"how_well"_s, working.howWell.code));
    }
    nothingYet(card, !agreements || agreements->isEmpty(), tr("No agreement on who does what yet."));
}

void AgencyPage::addSharing(Card *card)
{
    const auto time = m_services.referrals.waitingTime(m_agency);
    if (time && time->referrals > 0) {
        card->body()->addWidget(label(tr("%1 referrals: %2 seen, %3 waiting, %4 declined by them.")
                                          .arg(time->referrals)
                                          .arg(time->seen)
                                          .arg(time->waiting)
                                          .arg(time->declined),
            "strong", true));
        if (time->seen > 0)
            card->body()->addWidget(label(tr("First seen after %1 days on average.").arg(qRound(time->meanDaysToFirstSeen)), "", true));
    }
    if (!m_shared) {
        m_shared = new RecordTable(recordType<Disclosure>(), m_services);
        m_shared->filter()->hide();
        m_shared->setMinimumHeight(Theme::scaled(140));
        m_shared->setEmptyText(tr("Nothing has left to them."));
        connect(m_shared, &RecordTable::opened, this, [this](const KeptRow &row) {
            if (const Id<Person> person{row.row.value(u"person_id"_s).toLongLong()})
                m_navigator.openResident(person);
        });
    }
    card->body()->addWidget(m_shared);
    m_shared->show();
    m_shared->reload({.filters = {{u"agency_id"_s, Filter::Comparison::Equals, m_agency.value}}});
}

void AgencyPage::addMeetings(Card *card)
{
    const auto meetings = m_services.records.of<Meeting>("agency_id", m_agency);
    for (const Kept<Meeting> &kept : meetings ? *meetings : QList<Kept<Meeting>>()) {
        const Meeting &meeting = kept.value;
        card->body()->addWidget(label(meeting.name, "strong", true));
        card->body()->addWidget(label(
            joined({words::choice(m_services.records.choices(), u"weekday"_s, meeting.weekday.code), meeting.startsAt, meeting.place}), "",
            true));
    }
    nothingYet(card, !meetings || meetings->isEmpty(), tr("None of theirs written down."));
}

} // namespace keywork
