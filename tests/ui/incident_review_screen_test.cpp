// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/incident_parts.h"
#include "core/domain/incident_review.h"
#include "core/domain/naloxone_kit.h"
#include "core/domain/overdose.h"
#include "core/services/care/incidents.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "tests/support/desk.h"
#include "ui/forms/record_editor.h"
#include "ui/forms/record_table.h"
#include "ui/pages/incidents/incident_review_card.h"
#include "ui/pages/incidents/incident_review_view.h"
#include "ui/pages/incidents/incidents_page.h"
#include "ui/shell/places.h"

#include <QComboBox>
#include <QTableView>

namespace keywork::test::incident_review_screen_test {

using namespace Qt::StringLiterals;

namespace {

/// The window with two near misses that wait, one of them a longer time.
struct AtReview {
    Desk desk;
    Kept<Staff> sam = makeMember(desk.made, u"Sam Shift"_s, Role::SupportWorker);
    Kept<Incident> pan = logged(u"A pan smoked"_s, kNow.addDays(-2));
    Kept<Incident> stairs = logged(u"Slipped on the stairs"_s, kNow.addSecs(-3600));
    Screen &screen = desk.screen;

    Services &services() { return desk.services(); }
    Records &records() { return desk.services().records; }
    Kept<Incident> logged(const QString &what, const QDateTime &at, const QString &kind = u"near_miss"_s)
    {
        Incident incident;
        incident.kind = {kind};
        incident.happenedAt = at;
        incident.place = u"kitchen"_s;
        incident.whatHappened = what;
        incident.whatWasDone = u"Seen to"_s;
        return need(records().add(incident));
    }
    IncidentsPage *open(const QString &who = kManager)
    {
        if (who != kManager)
            signInWith(desk.made, who, kTheirs);
        desk.window.show();
        desk.window.enter(shared(desk.made));
        desk.window.activateWindow();
        Screen::settle();
        return desk.openPlace<IncidentsPage>(u"incidents"_s);
    }
    QPushButton *navigation() { return screen.find<QPushButton>(u"nav-incidents"_s); }
    void choose(const Kept<Incident> &incident) { screen.press(u"incident-%1"_s.arg(incident.id.value)); }
    QWidget *reading() { return screen.find<QWidget>(u"incidentReading"_s); }
    bool reads(const QString &text)
    {
        for (const QLabel *label : reading()->findChildren<QLabel *>())
            if (label->text().contains(text))
                return true;
        return false;
    }
    void choosePerson(const QString &column, const QString &name)
    {
        auto *box = screen.find<QComboBox>(column);
        box->setCurrentIndex(box->findText(name));
        Screen::settle();
    }
};

} // namespace

TEST_CASE("What waits for review stands at the left with its number in the navigation, and is read and reviewed at the right")
{
    AtReview at;
    IncidentsPage *page = at.open();
    CHECK(page->tabName() == u"review");
    CHECK(at.screen.find<QPushButton>(u"toReview"_s)->text() == u"To review 2");
    CHECK(at.screen.find<QLabel>(u"incidentNumbers"_s)->text() == u"2 waiting for review · 2 this month, 2 near misses");
    CHECK(at.navigation()->accessibleName() == u"Incidents, 2 waiting");
    CHECK(page->review()->chosen() == at.stairs.id); // the latest
    CHECK(at.reads(u"Slipped on the stairs"_s));
    CHECK(at.desk.window.focusWidget() == at.screen.find<QWidget>(u"incident-%1"_s.arg(at.stairs.id.value)));
    at.choose(at.pan);
    CHECK(at.reads(u"A pan smoked"_s));
    CHECK(at.reads(u"logged"_s));
    at.screen.type(u"learned"_s, u"Lids hang beside the cooker now"_s);
    at.screen.choose(u"policy"_s, u"nothing"_s);
    at.screen.choose(u"shared"_s, u"at_handover"_s);
    at.screen.press(u"save"_s);
    CHECK(need(at.services().incidents.whole(at.pan.id)).state == IncidentState::Reviewed);
    CHECK(at.screen.find<QPushButton>(u"toReview"_s)->text() == u"To review 1");
    CHECK(at.navigation()->accessibleName() == u"Incidents, 1 waiting");
    CHECK(at.screen.shows(u"Lids hang beside the cooker now"_s)); // it can be read, and no more typed into
    CHECK_FALSE(page->review()->review()->editor());
    at.screen.press(u"allIncidents"_s);
    at.choose(at.pan);
    CHECK(at.screen.shows(u"Reviewed"_s));
}

TEST_CASE("An overdose is reviewed with its steps to the second, the kits of its doses, and what was seen")
{
    AtReview at;
    const auto overdose = at.logged(u"Found in the yard"_s, kNow.addSecs(-1800), u"overdose"_s);
    const auto place = need(at.records().add(NaloxonePlace{.name = u"Reception"_s}));
    NaloxoneKit seven;
    seven.number = u"7"_s;
    seven.expiresOn = PartialDate::fromText(u"2028-01"_s);
    seven.dosesLeft = 2;
    seven.placeId = place.id;
    const auto kit = need(at.records().add(seven));
    need(at.records().add(Overdose{.incidentId = overdose.id, .signs = u"blue_lips"_s, .startedAt = kNow.addSecs(-1800)}));
    const auto step = [&](OverdoseStepKind kind, int after, Id<NaloxoneKit> from = {}) {
        return need(at.records().add(OverdoseStep{
            .incidentId = overdose.id, .step = kind, .happenedAt = kNow.addSecs(after - 1800), .kitId = from, .words = u"by the door"_s}));
    };
    step(OverdoseStepKind::NaloxoneGiven, 70, kit.id);
    step(OverdoseStepKind::NoReply, 5);
    const auto mistaken = step(OverdoseStepKind::Defibrillator, 90);
    need(at.records().withdraw(recordType<OverdoseStep>(), mistaken.id.value, mistaken.version, u"a slip of the finger"_s));
    at.open();
    at.choose(overdose);
    const auto timeOf = [&](int after) { return at.records().clock().local(kNow.addSecs(after - 1800)).toString(u"HH:mm:ss"_s); };
    CHECK(at.reads(timeOf(5) + u"  No reply"_s));
    CHECK(at.reads(timeOf(70) + u"  Naloxone dose 1, kit 7"_s));
    CHECK(at.reads(u"by the door"_s));
    CHECK_FALSE(at.reads(timeOf(90)));
    CHECK(at.reads(u"Blue or grey lips or fingers"_s));
    at.choose(at.stairs);
    CHECK_FALSE(at.reads(u"Naloxone dose"_s));
}

TEST_CASE("What a finished review lacks is said beside its field, and nothing is kept")
{
    AtReview at;
    at.open();
    at.screen.type(u"learned"_s, u"ok"_s);
    at.screen.press(u"save"_s);
    CHECK(need(at.records().count(recordType<IncidentReview>())) == 0);
    CHECK(at.screen.find<QWidget>(u"learned"_s)->property("problem").toBool());
    CHECK(at.screen.find<QWidget>(u"policy"_s)->property("problem").toBool());
    CHECK(at.screen.find<QWidget>(u"shared"_s)->property("problem").toBool());
    CHECK(at.screen.find<QPushButton>(u"toReview"_s)->text() == u"To review 2");
}

TEST_CASE("What was typed into a review waits where it was typed, for each incident by itself")
{
    AtReview at;
    at.open();
    at.screen.type(u"learned"_s, u"The bulb was out"_s);
    at.choose(at.pan);
    CHECK(at.screen.find<QPlainTextEdit>(u"learned"_s)->toPlainText().isEmpty());
    at.screen.type(u"learned"_s, u"No lid"_s);
    at.desk.window.workspace()->openPlace(u"today"_s);
    Screen::settle();
    at.desk.window.workspace()->back();
    Screen::settle();
    CHECK(at.screen.find<QPlainTextEdit>(u"learned"_s)->toPlainText() == u"No lid");
    at.choose(at.stairs);
    CHECK(at.screen.find<QPlainTextEdit>(u"learned"_s)->toPlainText() == u"The bulb was out");
    // And stays while a colleague logs something.
    at.logged(u"A gate stood open"_s, kNow.addSecs(-60));
    Screen::settle();
    CHECK(at.screen.find<QPlainTextEdit>(u"learned"_s)->toPlainText() == u"The bulb was out");
}

TEST_CASE("An action is added with owner and day, stands among the open ones, and is done by a press")
{
    AtReview at;
    at.open();
    at.screen.press(u"addAction"_s);
    at.screen.type(u"what"_s, u"A new bulb on the landing"_s);
    at.choosePerson(u"owner_id"_s, u"Sam Shift"_s);
    at.screen.type(u"due_on"_s, u"20/9/2026"_s);
    at.screen.press(u"save"_s);
    const auto actions = need(at.services().incidents.openActions());
    REQUIRE(actions.size() == 1);
    CHECK(actions.first().value.incidentId == at.stairs.id);
    CHECK(actions.first().value.ownerId == at.sam.id);
    CHECK(at.screen.find<QPushButton>(u"openActions"_s)->text() == u"Open actions 1");
    at.screen.press(u"openActions"_s);
    CHECK(at.screen.shows(u"A new bulb on the landing"_s));
    at.screen.press(u"done-%1"_s.arg(actions.first().id.value));
    CHECK(need(at.records().one(actions.first().id)).value.doneOn == kNow.date());
    CHECK(at.screen.find<QPushButton>(u"openActions"_s)->text() == u"Open actions 0");
}

TEST_CASE("A manager asks for more detail, and whoever was asked answers from Today")
{
    AtReview at;
    at.open();
    at.screen.press(u"askDetail"_s);
    at.choosePerson(u"asked_of_id"_s, u"Sam Shift"_s);
    at.screen.type(u"question"_s, u"Which step was it?"_s);
    at.screen.press(u"save"_s);
    CHECK(need(at.services().incidents.whole(at.stairs.id)).state == IncidentState::DetailAsked);
    CHECK(at.screen.shows(u"More detail asked"_s));
    at.desk.window.lock();
    Screen::settle();
    at.open(u"Sam Shift"_s);
    const auto asked = need(at.records().all<IncidentQuestion>());
    REQUIRE(asked.size() == 1);
    at.desk.window.workspace()->openRecord(u"incident_question"_s, asked.first().id.value);
    Screen::settle();
    at.screen.type(u"answer"_s, u"The third from the top"_s);
    at.screen.press(u"save"_s);
    CHECK(need(at.records().one(asked.first().id)).value.answer == u"The third from the top");
    CHECK(at.screen.shows(u"The third from the top"_s));
}

TEST_CASE("The shift reads an incident and its review, types none, and has no number in the navigation")
{
    AtReview at;
    IncidentsPage *page = at.open(u"Sam Shift"_s);
    CHECK(at.navigation()->accessibleName() == u"Incidents");
    CHECK(at.reads(u"Slipped on the stairs"_s)); // of all, the latest
    CHECK_FALSE(page->review()->review()->editor());
    CHECK_FALSE(page->findChild<QPushButton *>(u"askDetail"_s));
    CHECK(at.screen.find<QPushButton>(u"addAction"_s)->isEnabled());
    at.screen.press(u"changeIncident"_s);
    CHECK(page->tabName() == u"list");
    CHECK(at.screen.find<QPlainTextEdit>(u"what_happened"_s)->toPlainText() == u"Slipped on the stairs");
    at.screen.press(u"toReviewOf"_s);
    CHECK(page->tabName() == u"review");
    CHECK(page->review()->chosen() == at.stairs.id);
}

TEST_CASE("After a death each thing that is to be done stands there until somebody says who did it")
{
    AtReview at;
    const auto died = at.logged(u"A guest was found"_s, kNow.addSecs(-600), u"death"_s);
    at.open();
    at.choose(died);
    at.screen.press(u"deathStep-police_told"_s);
    at.screen.type(u"note"_s, u"CAD 4471"_s);
    at.screen.press(u"save"_s);
    const auto steps = need(at.records().all<DeathStep>());
    REQUIRE(steps.size() == 1);
    CHECK(steps.first().value.step.code == u"police_told");
    CHECK(steps.first().value.byId == at.records().session().staff());
    QWidget *card = at.screen.find<QWidget>(u"deathCard"_s);
    CHECK_FALSE(card->findChild<QPushButton *>(u"deathStep-police_told"_s));
    CHECK(card->findChild<QPushButton *>(u"deathStep-coroner_told"_s));
    at.choose(at.pan);
    for (const QWidget *other : at.desk.window.findChildren<QWidget *>(u"deathCard"_s))
        CHECK_FALSE(other->isVisibleTo(&at.desk.window));
}

TEST_CASE("The register of found items says over all incidents how long each is here and what it waits for")
{
    AtReview at;
    FoundItem item{.incidentId = at.pan.id, .what = {u"powder"_s}, .foundAt = kNow.addSecs(-26 * 3600), .bagNumber = u"B 4471"_s};
    item.firstId = at.sam.id;
    need(at.records().add(item));
    IncidentsPage *page = at.open();
    at.screen.press(u"view-found"_s);
    auto *table = page->findChild<RecordTable *>();
    for (RecordTable *one : page->findChildren<RecordTable *>())
        if (one->isVisibleTo(&at.desk.window))
            table = one;
    REQUIRE(table);
    REQUIRE(table->model()->rowCount() == 1);
    QStringList cells;
    for (int column = 0; column < table->model()->columnCount(); ++column)
        cells.append(table->model()->index(0, column).data().toString());
    INFO(cells.join(u" | "_s).toStdString());
    CHECK(cells.contains(u"F-0001"_s));
    CHECK(cells.contains(u"26 hours"_s));
    CHECK(cells.contains(u"waits for the second name, and is not handed over or destroyed yet"_s));
}

} // namespace keywork::test::incident_review_screen_test
