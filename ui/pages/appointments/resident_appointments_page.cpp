// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/appointments/resident_appointments_page.h"

#include "core/domain/restriction.h"
#include "core/services/care/appointments.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/appointments/appointment_form.h"
#include "ui/pages/persons_paper.h"
#include "ui/pages/shown_kinds.h"
#include "ui/print/appointments_document.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qsizetype kPastAtFirst = 25;

} // namespace

ResidentAppointmentsPage::ResidentAppointmentsPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : ListWithForm(person, services, navigator, parent)
    , m_shownPast(kPastAtFirst)
{
    m_lines = new AppointmentList(AppointmentRow::Shown::OfResident, services, navigator, this);
    connect(m_lines, &AppointmentList::opened, this, [this](const Kept<Appointment> &known) { open(known); });
    buildList();
}

AppointmentForm *ResidentAppointmentsPage::form() const { return static_cast<AppointmentForm *>(openedForm()); }

void ResidentAppointmentsPage::buildList()
{
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
    connect(add, &QPushButton::clicked, this, [this] { open({}); });
    titleLine->addWidget(add);
    list()->addLayout(titleLine);
    m_byAgency = label({}, "soft", true);
    m_byAgency->setObjectName(u"attendanceByAgency"_s);
    list()->addWidget(m_byAgency);
    m_upcoming = new Card(tr("To come"));
    m_past = new Card(tr("Before"), tr("the latest first"));
    QVBoxLayout *column = addScrolled();
    column->addWidget(m_upcoming);
    column->addWidget(m_past);
    column->addStretch();
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
    m_lines->begin();
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
    m_lines->add(m_upcoming->body(), upcoming);
    if (upcoming.isEmpty())
        m_upcoming->body()->addWidget(label(tr("Nothing is booked."), "soft", true));
    m_lines->add(m_past->body(), past.mid(0, m_shownPast));
    m_past->setVisible(!past.isEmpty());
    addMore(m_past->body(), past.size(), m_shownPast, u"morePast"_s);
    m_lines->finish();
}

bool ResidentAppointmentsPage::concerns(const QList<Change> &changes) const
{
    return anyShown(changes, m_person,
        {.theirs = {&recordType<Appointment>(), &recordType<Stay>(), &recordType<Restriction>()},
            .anybodys = {&recordType<Agency>(), &recordType<Staff>()}});
}

void ResidentAppointmentsPage::showRecord(const RecordRef &record)
{
    if (record.kind != QLatin1String(recordType<Appointment>().table))
        return;
    if (record.id == 0 && m_services.records.mayAdd(recordType<Appointment>()))
        return open({});
    const auto known = m_services.records.one(Id<Appointment>{record.id});
    if (record.id > 0 && known && known->value.personId == m_person)
        open(*known);
}

void ResidentAppointmentsPage::open(const std::optional<Kept<Appointment>> &known)
{
    makeRoom();
    auto *form = new AppointmentForm(m_person, known, m_services);
    QVBoxLayout *below = openForm(form, form->editor(), {u"newAppointment"_s});
    if (known)
        addWithdrawal(below, *known);
    below->addStretch();
    connect(form, &AppointmentForm::saved, this, &ResidentAppointmentsPage::formSaved);
    connect(form, &AppointmentForm::cancelled, this, [this] { closeForm(ListNow::AsItWas); });
    form->editor()->form()->focusFirst();
}

void ResidentAppointmentsPage::print()
{
    previewPersonsPaper(m_person, print::upcomingAppointments(m_services, m_person),
        {.title = tr("Your appointments"),
            .file = u"appointments"_s,
            .holds = {Category::Identity, Category::Treatment},
            .kind = DisclosureKind::OwnAppointments},
        m_services, m_navigator);
}

void ResidentAppointmentsPage::printAttendance()
{
    std::set<Category> holds{Category::Identity, Category::Treatment};
    if (m_services.records.session().may(Act::Read, Category::Offending))
        holds.insert(Category::Offending); // probation stands in it
    previewPersonsPaper(m_person, print::attendance(m_services, m_person),
        {.title = tr("Your attendance"), .file = u"attendance"_s, .holds = holds, .kind = DisclosureKind::OwnAppointments}, m_services,
        m_navigator);
}

} // namespace keywork
