// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/appointment.h"
#include "core/domain/belonging.h"
#include "core/domain/kinds.h"
#include "core/services/records/records.h"
#include "core/services/records/timeline.h"
#include "core/storage/happenings.h"
#include "tests/support/services.h"

namespace keywork::test::timeline_test {

namespace {

Appointment anAppointment(Id<Person> person, const QDateTime &at, const QString &purpose = u"keyworker there"_s)
{
    Appointment appointment;
    appointment.personId = person;
    appointment.startsAt = at;
    appointment.purpose = purpose;
    return appointment;
}

QStringList kindsIn(const TimelinePage &page)
{
    QStringList kinds;
    for (const TimelineLine &line : page.lines)
        kinds.append(QString::fromLatin1(line.record.row.type->table) + (line.phase == Phase::Ended ? u" ended"_s : QString()));
    return kinds;
}

} // namespace

TEST_CASE("A resident's timeline goes by when things happened, not by when they were written down")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    Records &records = hostel.services().records;
    need(records.add(anAppointment(ben.id, kNow.addDays(-2))));
    need(records.add(Belonging{ben.id, u"guitar"_s, {}, QDate(2026, 8, 1), QDate(2026, 9, 13)}));
    need(records.add(anAppointment(ben.id, kNow.addDays(3))));
    const auto page = need(hostel.services().timeline.page({.person = ben.id}));
    CHECK(kindsIn(page) == QStringList{u"belonging ended"_s, u"appointment"_s, u"stay"_s, u"belonging"_s});
    CHECK_FALSE(page.next);
    const auto ahead = need(hostel.services().timeline.page({.person = ben.id, .withAhead = true}));
    CHECK(kindsIn(ahead).first() == u"appointment");
    CHECK(ahead.lines.size() == 5);
    const auto september
        = need(hostel.services().timeline.page({.person = ben.id, .from = QDate(2026, 9, 1), .until = QDate(2026, 9, 12)}));
    CHECK(kindsIn(september) == QStringList{u"appointment"_s});
}

TEST_CASE("The timeline is read page by page, each line once, whatever the size of a page")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    Records &records = hostel.services().records;
    for (int i = 0; i < 23; ++i) // several at the very same moment
        need(records.add(anAppointment(ben.id, kNow.addDays(-(i / 3) - 1), QString::number(i))));
    const auto whole = need(hostel.services().timeline.page({.person = ben.id, .limit = 1000}));
    REQUIRE(whole.lines.size() == 24);
    for (const int size : {1, 2, 5, 7, 24}) {
        QStringList seen;
        TimelineRequest request{.person = ben.id, .limit = size};
        for (int guard = 0; guard < 100; ++guard) {
            const auto page = need(hostel.services().timeline.page(request));
            for (const TimelineLine &line : page.lines)
                seen.append(QString::fromLatin1(line.record.row.type->table) + QString::number(line.record.id));
            if (!page.next)
                break;
            request.after = page.next;
        }
        QStringList wanted;
        for (const TimelineLine &line : whole.lines)
            wanted.append(QString::fromLatin1(line.record.row.type->table) + QString::number(line.record.id));
        CHECK(seen == wanted);
    }
}

TEST_CASE("What was entered in error is no line any more, and comes back when that is taken back")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    Records &records = hostel.services().records;
    const auto kept = need(records.add(anAppointment(ben.id, kNow.addDays(-1))));
    need(records.withdraw(recordType<Appointment>(), kept.id.value, kept.version, u"wrong person"_s));
    CHECK(need(hostel.services().timeline.page({.person = ben.id})).lines.isEmpty());
    need(records.reinstate(recordType<Appointment>(), kept.id.value));
    CHECK(need(hostel.services().timeline.page({.person = ben.id})).lines.size() == 1);
}

TEST_CASE("Each role finds in the timeline what it may read of it")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    need(hostel.services().records.add(anAppointment(ben.id, kNow.addDays(-1))));
    StageEntry stage;
    stage.personId = ben.id;
    stage.fromOn = QDate(2026, 9, 1);
    stage.evidence = u"as told"_s;
    stage.assessedBy = hostel.hostel->session().staff();
    need(hostel.services().records.add(stage));
    signInAs(hostel, u"Rita Relief"_s, Role::Relief);
    CHECK(kindsIn(need(hostel.services().timeline.page({.person = ben.id}))) == QStringList{u"appointment"_s, u"stay"_s});
    CHECK(hostel.services().timeline.kinds().contains(&recordType<Appointment>()));
    CHECK_FALSE(hostel.services().timeline.kinds().contains(&recordType<StageEntry>()));
}

TEST_CASE("An index that other descriptions made is written anew when the file is opened, the same as record by record")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    need(hostel.services().records.add(anAppointment(ben.id, kNow.addDays(-1))));
    const auto rows = [&] {
        QStringList lines;
        Query query(
            hostel.services().records.database(), u"SELECT kind, record, person, phase, at, category FROM happening ORDER BY 1, 2, 3, 4"_s);
        need(query.run());
        while (query.next())
            lines.append(query.text(0) + u' ' + query.text(1) + u' ' + query.text(2) + u' ' + query.text(3) + u' ' + query.text(4) + u' '
                + query.text(5));
        return lines;
    };
    const QStringList before = rows();
    REQUIRE(before.size() >= 2);
    need(run(hostel.services().records.database(), u"DELETE FROM happening"_s));
    need(forgetHappenings(hostel.services().records.database()));
    hostel.reopen();
    CHECK(rows() == before);
}

} // namespace keywork::test::timeline_test
