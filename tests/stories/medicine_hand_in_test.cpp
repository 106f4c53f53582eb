// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/custody.h"
#include "core/services/house/attention.h"
#include "core/services/house/watch/watch_rule.h"
#include "tests/support/desk.h"
#include "tests/support/pdf_text.h"
#include "tests/support/treatment.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/today/collections_today.h"
#include "ui/pages/today/today_page.h"
#include "ui/pages/treatment/custody_page.h"
#include "ui/print/custody_document.h"

#include <QMenu>

namespace keywork::test::medicine_hand_in_test {

using namespace Qt::StringLiterals;

namespace {

/// Reception in the weeks after Ben, his GP and the drug service agreed on regular pickups.
struct HandIn {
    Desk desk;
    Dispensing near{desk.made};
    Kept<Person> ben = aPerson().born(u"1981-02-03"_s).arrived(QDate(2026, 8, 3)).in(desk.made);
    Id<Staff> tade = need(services().records.add(Staff{.name = u"Tade Okoro"_s, .role = Role::SupportWorker})).id;
    Id<HeldMedicine> held = {};

    Services &services() { return desk.services(); }
    Screen &screen() { return desk.screen; }
    void at(QDate day, QTime time) { desk.made.clock.set(QDateTime(day, time, Qt::UTC)); }
    void open()
    {
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.window.enter(shared(desk.made));
        Screen::settle();
    }
    CustodyPage *medicine()
    {
        desk.window.workspace()->visit(residentVisit(ben.id.value, u"medicine"_s));
        Screen::settle();
        auto *resident = qobject_cast<ResidentPage *>(desk.window.workspace()->currentPage());
        REQUIRE(resident);
        auto *page = qobject_cast<CustodyPage *>(resident->currentTab());
        REQUIRE(page);
        return page;
    }
    void secondIs(Id<Staff> member)
    {
        auto *combo = screen().find<QComboBox>(u"second_id"_s);
        const int index = combo->findData(member.value);
        REQUIRE(index >= 0);
        combo->setCurrentIndex(index);
        Screen::settle();
    }
    /// The form's counts, the second name, and Save.
    void counted(const QString &before, const QString &moved, const QString &after, bool isAlone = false)
    {
        if (!before.isEmpty())
            screen().type(u"counted_before"_s, before);
        if (!moved.isEmpty())
            screen().type(u"quantity"_s, moved);
        screen().type(u"counted_after"_s, after);
        if (isAlone)
            screen().choose(u"second"_s, u"resident"_s);
        else
            secondIs(tade);
        screen().shortcut(QKeySequence::Save);
        Screen::settle();
        INFO("before " << before.toStdString() << " after " << after.toStdString());
        REQUIRE_FALSE(medicine()->editor());
    }
    void press(const QString &what)
    {
        medicine();
        screen().press(what + u'-' + QString::number(held.value));
        Screen::settle();
    }
    void choosesElse(CustodyAct act)
    {
        auto *more = screen().find<QPushButton>(u"heldMore-"_s + QString::number(held.value), medicine());
        for (QAction *action : more->menu()->actions())
            if (action->text() == QString::fromUtf8(labelOf(act)))
                action->trigger();
        Screen::settle();
    }
    qint64 balance() { return need(services().custody.page(held)).state.balance.value_or(-1); }
    bool isToldToday(const QString &code)
    {
        const auto items = need(services().attention.today());
        return std::any_of(items.cbegin(), items.cend(), [&](const WatchItem &item) { return item.code() == code; });
    }
};

} // namespace

TEST_CASE("What he collects is handed in at reception, given out each morning, counted after a night alone, and what the GP took off "
          "goes back to the pharmacy (case study 2)")
{
    HandIn house;
    Prescription script = house.near.methadone(house.ben.id, QDate(2026, 9, 14), QDate(2026, 9, 27));
    script.pickupDays = u"1_mon,4_thu"_s;
    script.supervised = Supervised::No;
    const auto methadone = need(house.services().records.add(script));
    house.open();

    // Monday: he went to the pharmacy, and brings what he is tempted to sell to reception, sealed and labelled.
    house.at(QDate(2026, 9, 14), QTime(10, 20));
    auto *today = house.desk.openPlace<TodayPage>(u"today"_s);
    house.screen().press(u"collected-%1"_s.arg(methadone.id.value), house.screen().find<CollectionsToday>(u"collectionsToday"_s, today));
    Screen::settle();
    house.medicine();
    house.screen().press(u"newMedicine"_s);
    house.screen().type(u"medicine"_s, u"Pregabalin"_s);
    house.screen().type(u"strength"_s, u"75 mg"_s);
    house.screen().choose(u"form"_s, u"capsules"_s);
    house.screen().choose(u"unit"_s, u"capsule"_s);
    house.screen().type(u"place"_s, u"Cabinet 2, box 7"_s);
    house.counted(u"0"_s, u"28"_s, u"28"_s);
    const auto pages = need(house.services().custody.pagesOf(house.ben.id));
    REQUIRE(pages.size() == 1);
    house.held = pages.first().medicine.id;
    CHECK(house.balance() == 28);

    // Each morning he takes the day's capsules himself; both names stand beside every line.
    for (int morning = 0; morning < 3; ++morning) {
        house.at(QDate(2026, 9, 15 + morning), QTime(8, 10));
        const int before = 28 - 4 * morning;
        house.press(u"heldOver"_s);
        house.counted(QString::number(before), u"4"_s, QString::number(before - 4));
        CHECK(house.balance() == before - 4);
    }

    // Thursday night, one worker: he signs as the second name, and in the morning two count.
    house.at(QDate(2026, 9, 17), QTime(22, 40));
    house.press(u"heldOver"_s);
    house.counted(u"16"_s, u"2"_s, u"14"_s, true);
    house.at(QDate(2026, 9, 18), QTime(7, 5));
    CHECK(house.isToldToday(u"custody_recount"_s));
    house.press(u"heldCount"_s);
    house.counted({}, {}, u"14"_s);
    CHECK_FALSE(house.isToldToday(u"custody_recount"_s));
    CHECK(house.balance() == 14);

    // The GP takes the dose down: what is over goes back to the pharmacy, with its receipt.
    house.at(QDate(2026, 9, 21), QTime(11, 0));
    house.choosesElse(CustodyAct::ToPharmacy);
    house.screen().type(u"receipt"_s, u"High St Pharmacy, Amira, no. 4471"_s);
    house.counted(u"14"_s, u"14"_s, u"0"_s);
    CHECK(house.balance() == 0);

    // The register of the page says all of it, and adds up.
    const QList<QStringList> rows = print::custodyRows(need(house.services().custody.page(house.held)), house.services());
    REQUIRE(rows.size() == 7); // in, three mornings, the night, the count, the pharmacy
    qint64 carried = 0;
    for (const QStringList &row : rows) {
        carried += row.at(2).toLongLong() - row.at(3).toLongLong();
        CHECK(carried == row.at(5).toLongLong());
    }
    const QString paper = pdfText(need(print::custodyRegister(house.services(), house.held)).toPdf()).simplified();
    INFO(paper.toStdString());
    for (const QString &said : {u"Pregabalin"_s, u"75 mg"_s, u"Priya Shah + Tade"_s, u"no. 4471"_s, u"Held now: 0 caps"_s})
        CHECK(paper.contains(said));
    // Nothing of it was the dose that is told of: that one was collected, and is no emergency.
    CHECK_FALSE(house.isToldToday(u"doses_missed"_s));
    const auto collections = need(house.services().records.of<Collection>("person_id", house.ben.id));
    REQUIRE(collections.size() == 1);
    CHECK(collections.first().value.outcome == CollectionOutcome::Collected);
}

} // namespace keywork::test::medicine_hand_in_test
