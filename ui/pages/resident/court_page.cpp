// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/resident/court_page.h"

#include "core/domain/appointment.h"
#include "core/domain/stay.h"
#include "core/services/care/appointments.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/resident/coming_back.h"
#include "ui/pages/shown_kinds.h"
#include "ui/text/appointment_lines.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

#include <QLabel>

using namespace Qt::StringLiterals;

namespace keywork {

CourtPage::CourtPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : KindsPage(Place::ResidentCourt, {}, person, services, navigator, parent)
    , m_person(person)
{
    m_attendance = label({}, "strong", Theme::isLarge());
    m_attendance->setObjectName(u"probationAttendance"_s);
    addToTitle(m_attendance);
    sayAttendance();
    asksOnComingBack(this, person, services, navigator);
}

void CourtPage::sayAttendance()
{
    const auto byAgency = m_services.appointments.attendanceByAgency(m_person);
    const bool isCounted = byAgency && byAgency->contains(kProbation);
    m_attendance->setVisible(isCounted || !byAgency);
    if (!byAgency)
        m_attendance->setText(words::error(byAgency.error()));
    else if (isCounted)
        m_attendance->setText(tr("Probation: %1").arg(words::attendance(byAgency->value(kProbation))));
}

void CourtPage::reload()
{
    KindsPage::reload();
    sayAttendance();
}

bool CourtPage::concerns(const QList<Change> &changes) const
{
    const QList<const RecordType *> counted{&recordType<Appointment>(), &recordType<Stay>(), &recordType<Agency>()};
    return anyShown(changes, m_person, {.theirs = counted}) || KindsPage::concerns(changes);
}

} // namespace keywork
