// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/disclosure.h"
#include "core/services/care/timed_checks.h"
#include "core/services/records/families.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "tests/support/desk.h"
#include "tests/support/pdf_text.h"
#include "ui/pages/incidents/patterns_page.h"
#include "ui/pages/printing/preview_page.h"
#include "ui/print/drug_alert_document.h"
#include "ui/print/incident_document.h"
#include "ui/print/patterns_document.h"

#include <QComboBox>

namespace keywork::test::ui_incident_prints_test {

using namespace Qt::StringLiterals;

namespace {

/// Bendigo Barker was found by Priya Shah, with a visitor beside him; checks followed.
struct Night {
    Desk desk;
    Kept<Person> ben = aPerson().called(u"Bendigo"_s, u"Barker"_s).arrived(QDate(2026, 9, 1)).in(desk.made);
    Kept<Person> tom = aPerson().called(u"Tomkin"_s, u"Tailor"_s).arrived(QDate(2026, 9, 1)).in(desk.made);
    Id<Incident> incident;

    Night()
    {
        Family family;
        Incident happened;
        happened.kind = {u"overdose"_s};
        happened.place = u"second floor bathroom"_s;
        happened.happenedAt = desk.made.clock.now().addSecs(-3600);
        happened.whatHappened = u"Bendigo was found slumped by Tomkin. Barker answered to his name after a dose. Heroin, he said."_s;
        happened.whatWasDone = u"999, recovery position"_s;
        family.head.row = toRow(happened);
        IncidentPerson hurt;
        hurt.personId = ben.id;
        hurt.role = {u"affected"_s};
        hurt.about = u"Cut above the eye"_s;
        IncidentPerson guest;
        guest.who = InvolvedWho::Visitor;
        guest.described = u"Lenny from the market"_s;
        guest.role = {u"witness"_s};
        for (const IncidentPerson &part : {hurt, guest}) {
            KeptRow row;
            row.row = toRow(part);
            family.parts.append(row);
        }
        incident = {need(services().families.save(family, {})).head.id};
        CheckSeries series;
        series.personId = ben.id;
        series.reason = CheckReason::ChoseNotToGo;
        series.incidentId = incident;
        series.fromAt = desk.made.clock.now().addSecs(-1800);
        series.everyMinutes = 10;
        series.watcherOther = u"Tomkin"_s;
        const auto kept = need(services().timedChecks.start(series));
        TimedCheck check;
        check.seriesId = kept.id;
        check.doneAt = desk.made.clock.now();
        check.result = CheckResult::Roused;
        check.note = u"asked for Tomkin"_s;
        need(services().timedChecks.write(check));
    }
    Services &services() { return desk.services(); }
    QString report(print::IncidentNames names)
    {
        return pdfPages(need(print::incidentReport(services(), incident, names)).document).join(u' ');
    }
};

} // namespace

TEST_CASE("The report of an incident holds whatever was kept because of it, read back from the paper")
{
    Night at;
    const QString text = at.report(print::IncidentNames::With);
    for (const QString &said : {u"Incident report I-0001"_s, u"second floor bathroom"_s, u"Bendigo was found slumped"_s,
             u"999, recovery position"_s, u"Who was in it"_s, u"Bendigo Barker"_s, u"Cut above the eye"_s, u"Lenny from the market"_s,
             u"Timed checks"_s, u"chose not to go to hospital"_s, u"Checks done"_s, u"Roused, and spoke"_s, u"asked for Tomkin"_s,
             u"guidance of 26 September 2024"_s}) {
        INFO(said.toStdString());
        CHECK(text.contains(said));
    }
}

TEST_CASE("Without names the report names nobody: neither in its fields nor in what was written")
{
    Night at;
    const QString text = at.report(print::IncidentNames::Without);
    for (const QString &name :
        {u"Bendigo"_s, u"Barker"_s, u"Tomkin"_s, u"Tailor"_s, u"Lenny"_s, u"Priya"_s, u"Shah"_s, at.ben.value.number}) {
        INFO(name.toStdString());
        CHECK_FALSE(text.contains(name, Qt::CaseInsensitive));
    }
    CHECK(text.contains(u"Resident A was found slumped"_s));
    CHECK(text.contains(u"Resident A answered to his name"_s));
    CHECK(text.contains(u"A visitor"_s));
    CHECK(text.contains(u"Colleague A"_s));
    CHECK(text.contains(u"without names"_s));
    CHECK(text.contains(u"Cut above the eye"_s));
    CHECK(text.contains(u"Roused, and spoke"_s));
    CHECK(need(print::incidentReport(at.services(), at.incident, print::IncidentNames::Without)).people.isEmpty());
    CHECK(need(print::incidentReport(at.services(), at.incident, print::IncidentNames::With)).people.contains(at.ben.id));
}

TEST_CASE("Both reports are printed from the incident, and stand in the ledger once they left")
{
    Night at;
    at.desk.window.resize(1366, 768);
    at.desk.window.show();
    at.desk.window.enter(shared(at.desk.made));
    Screen::settle();
    at.desk.window.workspace()->openRecord(u"incident"_s, at.incident.value);
    Screen::settle();
    at.desk.screen.press(u"printIncidentPlain"_s);
    auto *preview = at.desk.window.workspace()->findChild<PreviewPage *>();
    REQUIRE(preview);
    CHECK(need(at.services().records.all<Disclosure>()).isEmpty()); // looking is no leaving
}

TEST_CASE("A drug alert hangs on the wall with its details or without, and names nobody")
{
    Night at;
    DrugAlert alert;
    alert.soldAs = u"blue Valium"_s;
    alert.look = u"Round, blue, a 10 on one side"_s;
    alert.contains = u"a nitazene"_s;
    alert.effects = u"People were hard to rouse."_s;
    alert.issuer = u"Drug service"_s;
    alert.grade = u"Amber"_s;
    alert.issuerNumber = u"LDIS 14"_s;
    alert.area = u"North of the river"_s;
    alert.ground = AlertGround::Confirmed;
    alert.fromOn = QDate(2026, 9, 14);
    alert.untilOn = QDate(2026, 10, 11);
    const auto kept = need(at.services().records.add(alert));
    const auto wordsOf = [&](print::AlertNotice notice) {
        const auto document = need(print::drugAlertNotice(at.services(), kept.id, notice));
        CHECK(document.pageCount() == 1);
        return pdfPages(document).join(u' ');
    };
    const QString full = wordsOf(print::AlertNotice::Full);
    for (const QString &said : {u"Drug alert"_s, u"Sold as: blue Valium"_s, u"Round, blue, a 10 on one side"_s, u"a nitazene"_s,
             u"People were hard to rouse."_s, u"Amber"_s, u"LDIS 14"_s, u"Confirmed by testing"_s, u"14 Sep 2026"_s, u"ring 999"_s}) {
        INFO(said.toStdString());
        CHECK(full.contains(said));
    }
    const QString plain = wordsOf(print::AlertNotice::Plain);
    CHECK(plain.contains(u"Sold as: blue Valium"_s));
    for (const QString &left : {u"nitazene"_s, u"hard to rouse"_s, u"Amber"_s, u"LDIS"_s})
        CHECK_FALSE(plain.contains(left));
}

TEST_CASE("Patterns are drawn and said in numbers, near misses beside the incidents, for the period that is chosen")
{
    Night at;
    for (const auto &[kind, days] : {std::pair{u"near_miss"_s, 1}, {u"near_miss"_s, 40}, {u"threat"_s, 200}}) {
        Incident other;
        other.kind = {kind};
        other.place = u"yard"_s;
        other.happenedAt = at.desk.made.clock.now().addDays(-days);
        other.whatHappened = u"seen by somebody"_s;
        need(at.services().records.add(other));
    }
    at.desk.window.resize(1366, 768);
    at.desk.window.show();
    at.desk.window.enter(shared(at.desk.made));
    Screen::settle();
    auto *page = at.desk.openPlace<PatternsPage>(u"patterns"_s);
    CHECK(page->patterns().incidents == 1); // the last three months
    CHECK(page->patterns().nearMisses == 2);
    CHECK(at.desk.screen.shows(u"1 incident, 2 near misses"_s));
    auto *kinds = page->findChild<CountBarsView *>(u"bars-kind"_s);
    REQUIRE(kinds);
    CHECK(kinds->accessibleDescription() == u"Near miss: incidents 0, near misses 2; Overdose: incidents 1, near misses 0");
    auto *period = at.desk.screen.find<QComboBox>(u"period"_s);
    period->setCurrentIndex(0);
    Screen::settle();
    CHECK(page->patterns().nearMisses == 1);
    period->setCurrentIndex(3);
    Screen::settle();
    CHECK(page->patterns().incidents == 2);
    const auto paper = need(print::patternsDocument(at.services(), page->patterns(), QDate(2026, 1, 1), QDate(2026, 9, 14)));
    const QString text = pdfPages(paper).join(u' ');
    for (const QString &said : {u"Patterns of incidents"_s, u"By kind"_s, u"Near miss"_s, u"By hour of the day"_s, u"By weekday"_s,
             u"Monday"_s, u"2 incidents, 2 near misses"_s, u"yard"_s}) {
        INFO(said.toStdString());
        CHECK(text.contains(said));
    }
}

} // namespace keywork::test::ui_incident_prints_test
