// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/areas.h"

namespace keywork {

namespace demo {
Done house(DemoDay &), partners(DemoDay &), entryCriteria(DemoDay &), residents(DemoDay &), arrivals(DemoDay &), family(DemoDay &),
    photos(DemoDay &), alerts(DemoDay &), belongings(DemoDay &), spectrum(DemoDay &), carePlans(DemoDay &), sharing(DemoDay &),
    appointments(DemoDay &), capacity(DemoDay &), referralsIn(DemoDay &), incidents(DemoDay &), doubles(DemoDay &), assessments(DemoDay &),
    money(DemoDay &), substanceUse(DemoDay &), keyworkWith(DemoDay &), risk(DemoDay &), safeguarding(DemoDay &), court(DemoDay &),
    health(DemoDay &), heldMedicine(DemoDay &), treatment(DemoDay &), groups(DemoDay &), prescriptions(DemoDay &), nightsAway(DemoDay &),
    naloxone(DemoDay &), suppliesGiven(DemoDay &), overdoses(DemoDay &), policies(DemoDay &), timedChecks(DemoDay &), drugAlerts(DemoDay &),
    shifts(DemoDay &), frontDesk(DemoDay &), rooms(DemoDay &), lastSeen(DemoDay &), nightRounds(DemoDay &), moveOn(DemoDay &),
    notice(DemoDay &);
} // namespace demo

const QList<DemoArea> &demoAreas()
{
    static const QList<DemoArea> areas{
        {u"house", demo::house},
        {u"partners", demo::partners},
        {u"entry criteria", demo::entryCriteria},
        {u"residents", demo::residents},
        {u"arrivals", demo::arrivals},
        {u"family", demo::family},
        {u"photos", demo::photos},
        {u"alerts", demo::alerts},
        {u"belongings", demo::belongings},
        {u"spectrum", demo::spectrum},
        {u"care plans", demo::carePlans},
        {u"sharing", demo::sharing},
        {u"appointments", demo::appointments},
        {u"capacity", demo::capacity},
        {u"referrals in", demo::referralsIn},
        {u"incidents", demo::incidents},
        {u"doubles", demo::doubles},
        {u"assessments", demo::assessments},
        {u"money", demo::money},
        {u"substance use", demo::substanceUse},
        {u"keywork", demo::keyworkWith},
        {u"risk", demo::risk},
        {u"safeguarding", demo::safeguarding},
        {u"court", demo::court},
        {u"health", demo::health},
        {u"held medicine", demo::heldMedicine},
        {u"treatment", demo::treatment},
        {u"groups", demo::groups},
        {u"prescriptions", demo::prescriptions},
        {u"nights away", demo::nightsAway},
        {u"naloxone", demo::naloxone},
        {u"supplies", demo::suppliesGiven},
        {u"overdoses", demo::overdoses},
        {u"policies", demo::policies},
        {u"timed checks", demo::timedChecks},
        {u"drug alerts", demo::drugAlerts},
        {u"shifts", demo::shifts},
        {u"front desk", demo::frontDesk},
        {u"rooms", demo::rooms},
        {u"last seen", demo::lastSeen},
        {u"night rounds", demo::nightRounds},
        {u"move on", demo::moveOn},
        {u"notice", demo::notice},
    };
    return areas;
}

} // namespace keywork
