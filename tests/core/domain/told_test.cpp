// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/agency.h"
#include "core/domain/appointment.h"
#include "core/domain/person.h"
#include "core/domain/told.h"
#include "tests/support/catch.h"

namespace keywork::test::domain_told_test {

using namespace Qt::StringLiterals;

TEST_CASE("Words about a court are known as such, and everyday rights are not")
{
    for (const QString &text : {u"Go to court on Friday"_s, u"COURTS"_s, u"ring my probation officer"_s, u"Keep off the licence recall"_s,
             u"pay my fines"_s, u"he was fined"_s, u"pay my fine"_s, u"A fine of £80"_s, u"the court fine"_s, u"fine to pay by May"_s,
             u"Owes a fine"_s, u"the police interview"_s, u"finish unpaid work"_s, u"no re-offending"_s, u"my DRR review"_s,
             u"out on bail"_s, u"letter from the prison"_s, u"my tag comes off in May"_s, u"Sentencing hearing"_s}) {
        INFO(text.toStdString());
        CHECK(speaksOfCourt(text));
    }
    for (const QString &text : {QString(), u"Register to vote"_s, u"know what my tenancy says"_s, u"Complain about the boiler"_s,
             u"find out about a passport"_s, u"see the staging of the play"_s, u"courgettes in the garden"_s, u"Fine"_s, u"I manage fine"_s,
             u"I am fine, thanks"_s, u"That is fine with me"_s, u"finely cut"_s, u"refined sugar"_s, u"Feeling fine today"_s}) {
        INFO(text.toStdString());
        CHECK_FALSE(speaksOfCourt(text));
    }
}

TEST_CASE("An area that this program does not know stays in the house")
{
    std::set<Category> everything;
    for (const Category category : allOf<Category>())
        everything.insert(category);
    CHECK_FALSE(areaMayLeave({u"spiritual"_s, {}, {}, {}, {}, false, {}}, everything));
    for (const Area area : allOf<Area>()) {
        INFO(codeOf(area));
        CHECK(areaMayLeave({QString::fromLatin1(codeOf(area)), {}, {}, {}, {}, false, {}}, everything));
    }
    CHECK_FALSE(someAreasStay(everything));
    CHECK(someAreasStay({Category::CarePlan}));
}

TEST_CASE("A record tells of a court by whatever of it leaves: with whom, what an agency is called, an alert's words, a solicitor")
{
    const auto tells = [](const auto &record) {
        const Row row = toRow(record);
        return row.type->alsoTells(row);
    };
    Appointment meeting;
    meeting.purpose = u"Meeting"_s;
    CHECK_FALSE(tells(meeting));
    meeting.withWhom = u"Probation officer"_s;
    CHECK(tells(meeting) == Category::Offending);
    Agency agency;
    agency.name = u"Riverside"_s;
    agency.category = {u"other"_s};
    CHECK_FALSE(tells(agency));
    agency.name = u"Youth offending service"_s;
    CHECK(tells(agency) == Category::Offending);
    Alert alert;
    alert.kind = {u"to_others"_s};
    alert.text = u"Loud at night"_s;
    CHECK_FALSE(tells(alert));
    alert.text = u"On bail, not to go to the High Street"_s;
    CHECK(tells(alert) == Category::Offending);
    Contact contact;
    contact.name = u"Sam"_s;
    contact.relation = {u"friend"_s};
    CHECK_FALSE(tells(contact));
    contact.relation = {u"solicitor"_s};
    CHECK(tells(contact) == Category::Offending);
}

} // namespace keywork::test::domain_told_test
