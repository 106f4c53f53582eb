// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/appointments/resident_appointments_page.h"

#include "core/domain/disclosure.h"
#include "core/domain/restriction.h"
#include "core/services/care/appointments.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/disclosures.h"
#include "ui/forms/withdrawal_line.h"
#include "ui/pages/appointments/appointment_form.h"
#include "ui/print/appointments_document.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

#include <QLineEdit>
#include <QStackedLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qsizetype kPastAtFirst = 25;

} // namespace

ResidentAppointmentsPage::ResidentAppointmentsPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_person(person)
    , m_shownPast(kPastAtFirst)
{
    m_stack = new PageStack(this);
    m_list = new AppointmentList(AppointmentRow::Shown::OfResident, services, navigator, this);
    connect(m_list, &AppointmentList::opened, this, [this](const Kept<Appointment> &known) { openForm(known); });
    m_stack->addWidget(buildList());
    m_formPlace = new QWidget;
    auto *place = new QVBoxLayout(m_formPlace);
    place->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(m_formPlace);
}

QWidget *ResidentAppointmentsPage::buildList()
{
    auto *whole = new QWidget;
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    auto *titleLine = wrappingLine(8);
    m_attendance = label({}, "strong", Theme::isLarge());
    m_attendance->setObjectName(u"attendance"_s);
    titleLine->addWidget(m_attendance);
    pushRight(titleLine);
    auto *print = button(tr("Print &what is to come"));
    print->setObjectName(u"printUpcoming"_s);
    connect(print, &QPushButton::clicked, this, &ResidentAppointmentsPage::print);
    titleLine->addWidget(print);
    m_printAttendance = button(tr("Print attendance"));
    m_printAttendance->setObjectName(u"printAttendance"_s);
    connect(m_printAttendance, &QPushButton::clicked, this, &ResidentAppointmentsPage::printAttendance);
    titleLine->addWidget(m_printAttendance);
    auto *add = button(tr("&New appointment"), "primary");
    add->setObjectName(u"newAppointment"_s);
    add->setEnabled(m_services.records.mayAdd(recordType<Appointment>()));
    connect(add, &QPushButton::clicked, this, [this] { openForm({}); });
    titleLine->addWidget(add);
    layout->addLayout(titleLine);
    m_byAgency = label({}, "soft", true);
    m_byAgency->setObjectName(u"attendanceByAgency"_s);
    layout->addWidget(m_byAgency);
    m_upcoming = new Card(tr("To come"));
    m_past = new Card(tr("Before"), tr("the latest first"));
    auto *lists = new QWidget;
    auto *column = new QVBoxLayout(lists);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_upcoming);
    column->addWidget(m_past);
    column->addStretch();
    layout->addWidget(ownScroll(lists, Sideways::Never), 1);
    return whole;
}

void ResidentAppointmentsPage::reload()
{
    const auto kept = m_services.records.of<Appointment>("person_id", m_person);
    const auto lines = kept ? appointmentLines(m_services, *kept) : Result<QList<AppointmentLine>>(kept.error());
    const auto around = m_services.appointments.attendance(m_person);
    m_attendance->setText(around ? words::attendance(*around) : words::error(around.error()));
    const auto counted = m_services.appointments.attendanceByAgency(m_person);
    const QStringList byAgency = counted ? words::attendanceByAgency(*counted, m_services.records.choices()) : QStringList();
    m_byAgency->setText(byAgency.join(u'\n'));
    m_byAgency->setVisible(!byAgency.isEmpty());
    m_printAttendance->setEnabled(!byAgency.isEmpty());
    m_list->begin();
    m_upcoming->clear();
    m_past->clear();
    if (!lines)
        return m_upcoming->body()->addWidget(label(words::error(lines.error()), "problem", true));
    QList<AppointmentLine> upcoming;
    QList<AppointmentLine> past;
    for (const AppointmentLine &line : *lines)
        (line.at.date() >= m_services.records.today() ? upcoming : past).append(line);
    const auto earlier = [](const AppointmentLine &a, const AppointmentLine &b) { return a.at < b.at; };
    std::stable_sort(upcoming.begin(), upcoming.end(), earlier);
    std::stable_sort(past.rbegin(), past.rend(), earlier);
    m_list->add(m_upcoming->body(), upcoming);
    if (upcoming.isEmpty())
        m_upcoming->body()->addWidget(label(tr("Nothing is booked."), "soft", true));
    m_list->add(m_past->body(), past.mid(0, m_shownPast));
    m_past->setVisible(!past.isEmpty());
    if (past.size() > m_shownPast) {
        auto *more = button(tr("Show %1 more").arg(past.size() - m_shownPast), "link");
        more->setObjectName(u"morePast"_s);
        connect(more, &QPushButton::clicked, this, [this, all = past.size()] {
            m_shownPast = all;
            reload();
        });
        m_past->body()->addWidget(more);
    }
    m_list->finish();
}

bool ResidentAppointmentsPage::concerns(const QList<Change> &changes) const
{
    return std::any_of(changes.cbegin(), changes.cend(), [this](const Change &change) {
        const bool isOfThem = change.person == 0 || change.person == m_person.value;
        const bool isOurs = change.kind == QLatin1String(recordType<Appointment>().table)
            || change.kind == QLatin1String(recordType<Stay>().table) || change.kind == QLatin1String(recordType<Restriction>().table);
        const bool isNamed
            = change.kind == QLatin1String(recordType<Agency>().table) || change.kind == QLatin1String(recordType<Staff>().table);
        return change.kind.isEmpty() || isNamed || (isOurs && isOfThem);
    });
}

void ResidentAppointmentsPage::showRecord(const RecordRef &record)
{
    if (record.kind != QLatin1String(recordType<Appointment>().table))
        return;
    if (record.id == 0 && m_services.records.mayAdd(recordType<Appointment>()))
        return openForm({});
    const auto known = m_services.records.one(Id<Appointment>{record.id});
    if (record.id > 0 && known && known->value.personId == m_person)
        openForm(*known);
}

void ResidentAppointmentsPage::openForm(const std::optional<Kept<Appointment>> &known)
{
    if (m_form)
        m_form->editor()->keepDraftNow();
    emptyLayout(m_formPlace->layout());
    m_form = new AppointmentForm(m_person, known, m_services);
    auto *card = new Card;
    card->body()->addWidget(m_form);
    if (known && m_services.records.mayChange(recordType<Appointment>()))
        addWithdrawal(card->body(), *known);
    card->body()->addStretch();
    m_formPlace->layout()->addWidget(ownScroll(card, Sideways::Never));
    m_stack->setCurrentWidget(m_formPlace);
    connect(m_form, &AppointmentForm::saved, this, [this](const QString &sentence) {
        m_navigator.say(sentence);
        closeForm();
        reload();
    });
    connect(m_form, &AppointmentForm::cancelled, this, [this] { closeForm(); });
    m_form->editor()->form()->focusFirst();
}

void ResidentAppointmentsPage::addWithdrawal(QVBoxLayout *below, const Kept<Appointment> &known)
{
    auto *wrong = button(tr("Entered in error…"), "link");
    below->addWidget(wrong, 0, Qt::AlignRight);
    auto *reason = withdrawalLine([this, known](const QString &why) {
        if (!m_form)
            return true; // the form was left meanwhile
        const auto takeAway = [&] { return m_services.records.withdraw(recordType<Appointment>(), known.id.value, known.version, why); };
        if (Done done = m_form->editor()->goWith(takeAway); !done) {
            m_form->editor()->showError(done.error());
            return false;
        }
        m_navigator.say(tr("Marked as entered in error"));
        closeForm();
        reload();
        return true;
    });
    reason->hide();
    below->addWidget(reason);
    connect(wrong, &QPushButton::clicked, reason, [reason] {
        reason->show();
        reason->setFocus();
    });
}

void ResidentAppointmentsPage::closeForm()
{
    emptyLayout(m_formPlace->layout());
    m_form = nullptr;
    m_stack->setCurrentIndex(0);
    giveKeysTo(this, {u"newAppointment"_s});
}

void ResidentAppointmentsPage::print()
{
    const auto person = m_services.records.one(m_person);
    const auto document = print::upcomingAppointments(m_services, m_person);
    if (!person || !document)
        return m_navigator.refuse(document ? person.error() : document.error());
    m_navigator.preview({.document = *document,
        .title = tr("Your appointments"),
        .fileName = u"appointments-"_s + person->value.number,
        .about
        = forThem(m_person, DisclosureKind::OwnAppointments, person->value.displayName(), {Category::Identity, Category::Treatment})});
}

void ResidentAppointmentsPage::printAttendance()
{
    const auto person = m_services.records.one(m_person);
    const auto document = print::attendance(m_services, m_person);
    if (!person || !document)
        return m_navigator.refuse(document ? person.error() : document.error());
    std::set<Category> sections{Category::Identity, Category::Treatment};
    if (m_services.records.session().may(Act::Read, Category::Offending))
        sections.insert(Category::Offending); // probation stands in it
    m_navigator.preview({.document = *document,
        .title = tr("Your attendance"),
        .fileName = u"attendance-"_s + person->value.number,
        .about = forThem(m_person, DisclosureKind::OwnAppointments, person->value.displayName(), sections)});
}

} // namespace keywork
