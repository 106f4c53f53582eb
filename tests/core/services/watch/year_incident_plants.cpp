// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/drug_alert.h"
#include "core/domain/incident_parts.h"
#include "core/domain/incident_review.h"
#include "core/domain/naloxone_watch.h"
#include "core/domain/overdose.h"
#include "core/services/care/incidents.h"
#include "tests/core/services/watch/year.h"
#include "tests/support/kits.h"

// What is planted about incidents, and what the house keeps for an emergency.

namespace keywork::test::year_incident_plants {

namespace {

using year::change;
using year::Held;
using year::held;
using year::Year;

/// Reviewed after nine days; another one is forgotten until the forty-sixth.
void incidents(Year &y, QDate d)
{
    const auto first = held<Incident>();
    const auto forgotten = held<Incident>();
    const auto finish = [&y](const Held<Incident> &one) {
        need(y.services().incidents.finish(
            one->id, {.learned = u"lids on pans"_s, .policy = PolicyChange::Nothing, .shared = SharedWithTeam::AtHandover}));
    };
    y.then(d, 12, 0, [&y, first] { *first = y.incident(u"near_miss"_s, y.now(), false); });
    y.must("incident_unreviewed", {}, y.at(d.addDays(7)), y.at(d.addDays(9), 10));
    y.then(d.addDays(9), 10, 0, [finish, first] { finish(first); });
    y.then(d.addDays(10), 12, 0, [&y, forgotten] { *forgotten = y.incident(u"near_miss"_s, y.now(), false); });
    y.must("incident_unreviewed", {}, y.at(d.addDays(17)), y.at(d.addDays(55)));
    y.must("incident_unreviewed_long", {}, y.at(d.addDays(55)), y.at(d.addDays(56), 10));
    y.then(d.addDays(56), 10, 0, [finish, forgotten] { finish(forgotten); });
}

void afterAnIncident(Year &y, QDate d)
{
    const auto action = held<IncidentAction>();
    const auto question = held<IncidentQuestion>();
    const auto item = held<FoundItem>();
    const auto colleague = held<Staff>();
    y.then(d, 10, 0, [&y, d, action, question, item, colleague] {
        const auto incident = y.incident(u"found"_s, y.now());
        *colleague = need(y.records().add(Staff{.name = u"Colleague of %1"_s.arg(d.toString(Qt::ISODate))}));
        *action = need(
            y.records().add(IncidentAction{.incidentId = incident.id, .what = u"New bulb"_s, .ownerId = y.me(), .dueOn = d.addDays(3)}));
        *question = need(y.records().add(IncidentQuestion{.incidentId = incident.id, .askedOfId = y.me(), .question = u"Which bag?"_s}));
        FoundItem found{
            .incidentId = incident.id, .what = {u"powder"_s}, .foundAt = y.now(), .bagNumber = u"B "_s + d.toString(Qt::ISODate)};
        found.firstId = y.me();
        *item = need(y.records().add(found));
    });
    y.must("incident_detail_asked", {}, y.at(d, 10), y.at(d, 11));
    y.then(
        d, 11, 0, [&y, question] { change<IncidentQuestion>(y, question, [](IncidentQuestion &one) { one.answer = u"The blue one"_s; }); });
    y.must("found_item", {}, y.at(d, 10).addSecs(24 * 3600), y.at(d.addDays(2), 12)); // hours that passed, whatever the clocks did
    y.then(d.addDays(2), 12, 0, [&y, item, colleague] {
        change<FoundItem>(y, item, [&](FoundItem &one) {
            one.ended = FoundEnded::Police;
            one.endedAt = y.now();
            one.policeReference = u"CAD 12"_s;
            one.endedById = colleague->id;
            one.second = BagSecond::Staff;
            one.secondId = colleague->id;
        });
    });
    y.must("incident_action", {}, y.at(d.addDays(4)), y.at(d.addDays(5), 10));
    y.then(d.addDays(5), 10, 0, [&y, action] { change<IncidentAction>(y, action, [&y](IncidentAction &one) { one.doneOn = y.today(); }); });
}

/// One that was ended waits for its report at once, one that nobody ended after twelve hours.
void emergencies(Year &y, QDate d)
{
    const auto one = held<Overdose>();
    y.then(d, 3, 0, [&y, one] {
        const auto incident = y.incident(u"overdose"_s, y.now());
        *one = need(y.records().add(Overdose{.incidentId = incident.id, .state = OverdoseState::Running, .startedAt = y.now()}));
        need(y.records().add(OverdoseStep{.incidentId = incident.id, .step = OverdoseStepKind::ChoseNotToGo, .happenedAt = y.now()}));
    });
    y.must("checks_not_begun", {}, y.at(d, 3), y.at(d, 3).addSecs(24 * 3600).addMSecs(1));
    y.must("overdose_to_write_up", {}, y.at(d, 3).addSecs(12 * 3600).addMSecs(1), y.at(d.addDays(2), 10));
    y.then(d.addDays(2), 10, 0, [&y, one] {
        change<Overdose>(y, one, [](Overdose &it) {
            it.state = OverdoseState::WrittenUp;
            it.outcome = OverdoseOutcome::ChoseNotToGo;
            it.endedAt = it.startedAt.addSecs(3600);
        });
    });
}

/// The month before was not looked at together by the seventh.
void month(Year &y, QDate d)
{
    const QDate before = d.addDays(1 - d.day()).addDays(-1);
    const QDate first(before.year(), before.month(), 1);
    const QDate next(d.year(), d.month(), 1);
    if (first < y.first())
        return;
    y.leavesMonthOpen(first);
    y.then(first.addDays(10), 9, 0, [&y] { y.incident(u"near_miss"_s, y.now()); });
    y.must("incident_month", {}, y.at(next.addDays(6)), y.at(next.addDays(11), 10));
    y.then(next.addDays(11), 10, 0, [&y, first] {
        need(y.records().add(IncidentMonth{.monthOn = first, .reviewedOn = y.today(), .byId = y.me(), .learned = u"the stairs again"_s}));
    });
}

/// A place without kits, kits that run out on the last of a month and are thrown away a day later, a month without looking it over.
void naloxone(Year &y, QDate d)
{
    const auto place = held<NaloxonePlace>();
    const auto kit = held<NaloxoneKit>();
    const auto training = held<NaloxoneTraining>();
    const QDate near = d.addDays(62);
    const QDate lastGood(near.year(), near.month(), near.daysInMonth());
    const QString name = d.toString(Qt::ISODate);
    y.then(d, 9, 0, [&y, place, training, name, d] {
        *training = need(y.records().add(NaloxoneTraining{.staffId = y.me(), .onDay = d}));
        *place = aPlace(y.hostel(), u"Place of %1"_s.arg(name), 1);
    });
    y.must("naloxone_low", {}, y.at(d, 9), y.at(d, 10));
    y.then(d, 10, 0,
        [&y, kit, place, name, lastGood] { *kit = aKit(y.hostel(), place->id, u"K "_s + name, lastGood.toString(u"yyyy-MM"_s)); });
    y.must("naloxone_expiring", {}, y.at(lastGood.addDays(-59)), y.at(lastGood.addDays(1)));
    y.must("naloxone_low", {}, y.at(lastGood.addDays(1)), y.at(lastGood.addDays(2), 10));
    y.must("naloxone_replace", {}, y.at(lastGood.addDays(1)), y.at(lastGood.addDays(2), 10));
    // A month after it was put on file it is to be looked over: the same day of the next month, or the last of a short one.
    const QDate next(d.month() == 12 ? d.year() + 1 : d.year(), d.month() % 12 + 1, 1);
    const QDate check = next.addDays(std::min(d.day(), next.daysInMonth()) - 1);
    y.must("naloxone_check_due", {}, y.at(check), y.at(check.addDays(1), 10));
    const auto lookOver = [&y, place] {
        NaloxoneCheck one{.placeId = place->id, .onDay = y.today(), .kitsFound = 1};
        one.checkedBy = y.me();
        need(y.records().add(one));
    };
    y.then(check.addDays(1), 10, 0, lookOver);
    for (QDate day = check.addDays(21); day < lastGood.addDays(2); day = day.addDays(20))
        y.then(day, 10, 0, lookOver);
    y.then(lastGood.addDays(2), 10, 0, [&y, place, kit, training] {
        change<NaloxoneKit>(y, kit, [](NaloxoneKit &one) {
            one.state = KitState::Disposed;
            one.dosesLeft.reset();
            one.becameOf = u"pharmacy"_s;
        });
        change<NaloxonePlace>(y, place, [](NaloxonePlace &one) { one.outOfUse = true; });
        *training = need(y.records().one(training->id)); // the next of its sort begins without one
        need(y.records().withdraw(recordType<NaloxoneTraining>(), training->id.value, training->version, u"of a colleague"_s));
    });
    // The only one who is signed in was trained until a day of it.
    const QDate until = d.addDays(80);
    y.then(d.addDays(2), 9, 0,
        [&y, training, until] { change<NaloxoneTraining>(y, training, [until](NaloxoneTraining &one) { one.untilOn = until; }); });
    y.must("training_expiring", {}, y.at(until.addDays(-59)), y.at(d.addDays(25), 9));
    y.then(d.addDays(25), 9, 0,
        [&y, training, d] { change<NaloxoneTraining>(y, training, [d](NaloxoneTraining &one) { one.untilOn = d.addDays(27); }); });
    y.must("training_expiring", {}, y.at(d.addDays(25), 9), y.at(d.addDays(28)));
    y.must("naloxone_untrained", {}, y.at(d.addDays(28)), y.at(d.addDays(29), 9));
    y.then(
        d.addDays(29), 9, 0, [&y, training] { change<NaloxoneTraining>(y, training, [](NaloxoneTraining &one) { one.untilOn.reset(); }); });
}

void stock(Year &y, QDate d)
{
    const auto item = held<SupplyItem>();
    const auto recall = held<NaloxoneRecall>();
    const QString name = d.toString(Qt::ISODate);
    y.then(d, 9, 0, [&y, item, recall, name, d] {
        *item = anItem(y.hostel(), u"Syringe %1"_s.arg(name), 20);
        need(y.records().add(SupplyStock{.itemId = item->id, .act = StockAct::Counted, .quantity = 20, .at = y.now()}));
        *recall = need(y.records().add(NaloxoneRecall{.batch = u"R"_s + name, .onDay = d, .issuedBy = u"the maker"_s}));
    });
    y.must("supplies_reorder", {}, y.at(d, 9), y.at(d.addDays(1), 9));
    y.then(d.addDays(1), 9, 0,
        [&y, item] { need(y.records().add(SupplyStock{.itemId = item->id, .act = StockAct::Delivered, .quantity = 50, .at = y.now()})); });
    y.must("naloxone_recall", {}, y.at(d, 9), y.at(d.addDays(2), 9));
    y.then(d.addDays(2), 9, 0, [&y, recall] { change<NaloxoneRecall>(y, recall, [&y](NaloxoneRecall &one) { one.endedOn = y.today(); }); });
}

void drugAlert(Year &y, QDate d)
{
    const auto alert = held<DrugAlert>();
    y.then(d, 9, 0, [&y, alert, d] {
        DrugAlert one;
        one.soldAs = u"blue Valium"_s;
        one.issuer = u"the panel"_s;
        one.fromOn = d;
        one.untilOn = d.addDays(2);
        *alert = need(y.records().add(one));
    });
    y.must("drug_alert_untold", {}, y.at(d, 9), y.at(d.addDays(3)));
    y.must("drug_alert_still_true", {}, y.at(d.addDays(3)), y.at(d.addDays(4), 10));
    y.then(d.addDays(4), 10, 0, [&y, alert] {
        change<DrugAlert>(y, alert, [&y](DrugAlert &one) {
            one.endedOn = y.today();
            one.endedWhy = u"the panel took it back"_s;
        });
    });
}

} // namespace

QList<year::Plant> plants()
{
    using year::ofHouse;
    return {ofHouse({u"incident_unreviewed"_s, u"incident_unreviewed_long"_s}, 57, incidents),
        ofHouse({u"incident_action"_s, u"incident_detail_asked"_s, u"found_item"_s}, 6, afterAnIncident),
        ofHouse({u"overdose_to_write_up"_s, u"checks_not_begun"_s}, 3, emergencies), ofHouse({u"incident_month"_s}, 60, month),
        ofHouse({u"naloxone_low"_s, u"naloxone_expiring"_s, u"naloxone_replace"_s, u"naloxone_check_due"_s, u"training_expiring"_s,
                    u"naloxone_untrained"_s},
            97, naloxone),
        ofHouse({u"supplies_reorder"_s, u"naloxone_recall"_s}, 3, stock),
        ofHouse({u"drug_alert_untold"_s, u"drug_alert_still_true"_s}, 5, drugAlert)};
}

} // namespace keywork::test::year_incident_plants
