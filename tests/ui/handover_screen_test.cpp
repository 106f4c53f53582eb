// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/house.h"
#include "core/domain/incident.h"
#include "core/services/house/handovers.h"
#include "core/services/house/shifts.h"
#include "tests/support/desk.h"
#include "tests/support/pdf_text.h"
#include "ui/pages/handover/handover_page.h"
#include "ui/print/handover_document.h"
#include "ui/text/words_handover.h"

namespace keywork::test::handover_screen_test {

using namespace Qt::StringLiterals;

namespace {

/// The window of a house with one long shift, a colleague, and Ben in it.
struct AtHandover {
    Desk desk;
    Kept<Person> ben = aPerson().called(u"Ben"_s, u"Barker"_s).arrived(QDate(2026, 9, 1)).in(desk.made);
    Kept<Staff> colleague = need(desk.made.services().records.add(Staff{.name = u"Marlon Otis"_s, .telephone = u"07700 900456"_s}));
    Kept<ShiftPattern> shift = need(desk.made.services().records.add(ShiftPattern{
        .name = u"Long day"_s, .startsAt = {0, 0}, .endsAt = {23, 59}, .weekdays = u"1_mon,2_tue,3_wed,4_thu,5_fri,6_sat,7_sun"_s}));
    Screen &screen = desk.screen;

    void open()
    {
        desk.window.show();
        desk.window.enter(shared(desk.made));
        desk.window.activateWindow();
        Screen::settle();
    }
    Services &services() { return desk.services(); }
    QDateTime now() { return services().records.clock().now(); }
    HandoverPage *page() { return desk.openPlace<HandoverPage>(u"handover"_s); }
    /// The colleague handed over with one incident in it.
    Kept<Handover> theirs()
    {
        Incident incident;
        incident.kind = {u"near_miss"_s};
        incident.happenedAt = now();
        incident.whatHappened = u"a pan was left on"_s;
        need(services().records.add(incident));
        Handover handover{
            .shiftDay = QDate(2026, 9, 13), .shiftKey = u"the night"_s, .fromAt = now().addDays(-1), .writtenBy = colleague.id};
        handover.words = u"The boiler man comes at ten."_s;
        handover.finishedAt = now();
        const auto finished = need(services().records.add(handover));
        for (HandoverLine line : words::linesToKeep(need(services().handovers.gather(handover.fromAt)), services())) {
            line.handoverId = finished.id;
            need(services().records.add(line));
        }
        return finished;
    }
};

} // namespace

TEST_CASE("Whoever comes on reads what was handed over and acknowledges it with one press")
{
    AtHandover at;
    at.open();
    const auto handover = at.theirs();
    at.page();
    CHECK(at.screen.shows(u"The boiler man comes at ten."_s));
    CHECK(at.screen.shows(u"Marlon Otis"_s));
    at.screen.press(u"acknowledgeHandover"_s);
    const auto reads = need(at.services().handovers.readsOf(handover.id));
    REQUIRE(reads.size() == 1);
    CHECK(reads.first().value.staffId == at.services().records.session().staff());
    CHECK_FALSE(need(at.services().handovers.now()).waitsForReader);
}

TEST_CASE("This shift's own words are typed, kept and handed over, and nobody acknowledges their own")
{
    AtHandover at;
    at.open();
    at.page();
    at.screen.press(u"writeHandover"_s);
    at.screen.type(u"words"_s, u"The front door sticks."_s);
    at.screen.press(u"save"_s);
    at.page();
    CHECK(at.screen.shows(u"The front door sticks."_s));
    at.screen.press(u"finishHandover"_s);
    const auto all = need(at.services().records.all<Handover>());
    REQUIRE(all.size() == 1);
    CHECK(all.first().value.finishedAt.has_value());
    CHECK(all.first().value.words == u"The front door sticks.");
    CHECK(all.first().value.patternId == at.shift.id);
    at.page();
    for (const QAbstractButton *button : at.desk.window.findChildren<QAbstractButton *>(u"acknowledgeHandover"_s))
        CHECK_FALSE(button->isVisibleTo(&at.desk.window));
}

TEST_CASE("Who is on shift and whom one rings stand on every screen, without any resident")
{
    AtHandover at;
    auto house = need(at.services().records.all<House>()).first();
    house.value.onCall = u"Duty manager, 020 7946 0000"_s;
    house.value.drugServiceLine = u"020 7946 0111"_s;
    house.value.doorLine = u"ext. 12"_s;
    need(at.services().records.amend(house));
    at.open();
    at.screen.press(u"footComeOn"_s);
    CHECK(need(at.services().shifts.onNow()).size() == 1);
    const QString line = at.screen.find<QLabel>(u"houseLine"_s)->text();
    for (const QString &part : {at.services().records.session().name(), u"Duty manager, 020 7946 0000"_s, u"Drug service: 020 7946 0111"_s,
             u"Door: ext. 12"_s, u"111"_s})
        CHECK(line.contains(part));
    CHECK_FALSE(line.contains(u"Barker"_s));
}

TEST_CASE("Somebody alone who was not heard from stands in a strip on every page until a word comes")
{
    AtHandover at;
    const auto lone = need(at.services().records.add(
        LoneWorking{.staffId = at.colleague.id, .place = u"Mill Lane"_s, .fromAt = at.now().addSecs(-7200), .everyMinutes = 60}));
    at.open();
    CHECK(at.screen.find<QLabel>(u"loneSaid"_s)->text().contains(u"Ring Marlon Otis, 07700 900456"_s));
    at.desk.window.workspace()->visit({.place = u"handover"_s, .record = {u"lone_working"_s, lone.id.value}}); // as from Today
    Screen::settle();
    CHECK(at.desk.window.focusWidget()->objectName().startsWith(u"lone-"_s));
    at.screen.press(u"openLone"_s);
    at.screen.press(u"lone-telephone-%1"_s.arg(lone.id.value));
    for (const QLabel *said : at.desk.window.findChildren<QLabel *>(u"loneSaid"_s))
        CHECK_FALSE(said->isVisibleTo(&at.desk.window));
}

TEST_CASE("A handover on paper has what was read, the writer's words and who acknowledged it")
{
    AtHandover at;
    at.open();
    const auto handover = at.theirs();
    need(at.services().handovers.acknowledge(handover.id));
    const auto paper = need(print::handoverPaper(at.services(), handover.id));
    const QString text = pdfText(paper.document.toPdf());
    CHECK(text.contains(u"The boiler man comes at ten."_s));
    CHECK(text.contains(u"Marlon Otis"_s));
    CHECK(text.contains(u"Acknowledged by"_s));
    CHECK(paper.document.fitsItsPages());
    CHECK(paper.holds.contains(Category::Risk));
}

} // namespace keywork::test::handover_screen_test
