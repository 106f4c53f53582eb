// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/risk.h"
#include "core/services/care/custody.h"
#include "core/services/records/drafts.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "tests/support/desk.h"
#include "tests/support/pdf_text.h"
#include "tests/support/services.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/treatment/custody_card.h"
#include "ui/pages/treatment/custody_page.h"
#include "ui/print/custody_document.h"

#include <QRandomGenerator>
#include <QSpinBox>

namespace keywork::test::custody_screen_test {

using namespace Qt::StringLiterals;

namespace {

/// Monday 14 September 2026, 9:42 at reception.
struct Reception {
    Desk desk;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 8, 3)).in(desk.made);
    Id<Staff> second = need(services().records.add(Staff{.name = u"Tade Okoro"_s, .role = Role::SupportWorker})).id;

    Services &services() { return desk.services(); }
    Screen &screen() { return desk.screen; }
    void enter()
    {
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.window.enter(shared(desk.made));
        Screen::settle();
    }
    CustodyPage *tab(const RecordRef &record = {})
    {
        desk.window.workspace()->visit(residentVisit(ben.id.value, u"medicine"_s, record));
        return shown();
    }
    CustodyPage *shown()
    {
        Screen::settle();
        auto *resident = qobject_cast<ResidentPage *>(desk.window.workspace()->currentPage());
        REQUIRE(resident);
        auto *page = qobject_cast<CustodyPage *>(resident->currentTab());
        REQUIRE(page);
        return page;
    }
    HeldPage handedIn(const QString &medicine = u"Pregabalin"_s, qint64 count = 28)
    {
        HeldMedicine held;
        held.personId = ben.id;
        held.medicine = medicine;
        held.strength = u"75 mg"_s;
        held.form = HeldForm::Capsules;
        held.unit = HeldUnit::Capsule;
        held.place = u"Cabinet 2, box 7"_s;
        return need(services().custody.handIn(held, line({}, CustodyAct::In, 0, count, count)));
    }
    CustodyEntry line(
        Id<HeldMedicine> held, CustodyAct act, std::optional<qint64> before, std::optional<qint64> moved, std::optional<qint64> after)
    {
        CustodyEntry entry;
        entry.personId = ben.id;
        entry.heldId = held;
        entry.act = act;
        entry.doneAt = desk.made.clock.now();
        entry.countedBefore = before;
        entry.quantity = moved;
        entry.countedAfter = after;
        entry.second = SecondName::Staff;
        entry.secondId = second;
        return entry;
    }
    void nameSecond() { chooseRecord(u"second_id"_s, second.value); }
    void chooseRecord(const QString &name, qint64 id)
    {
        auto *combo = screen().find<QComboBox>(name);
        const int index = combo->findData(id);
        REQUIRE(index >= 0);
        combo->setCurrentIndex(index);
        Screen::settle();
    }
    /// Through the fields by Tab, until one of this name has the keys.
    void tabTo(const QString &name)
    {
        for (int presses = 0; presses < 60; ++presses) {
            QWidget *keys = desk.window.focusWidget();
            REQUIRE(keys);
            if (keys->objectName() == name)
                return;
            QTest::keyClick(keys, Qt::Key_Tab);
            Screen::settle();
        }
        INFO("no Tab leads to " << name.toStdString());
        REQUIRE(false);
    }
    void typeHere(const QString &words)
    {
        QWidget *keys = desk.window.focusWidget();
        REQUIRE(keys);
        QTest::keyClicks(keys, words);
        Screen::settle();
    }
    CustodyState state(Id<HeldMedicine> held) { return need(services().custody.page(held)).state; }
};

QString pressName(const QString &what, const HeldPage &page) { return what + u'-' + QString::number(page.medicine.id.value); }

} // namespace

TEST_CASE("The first medicine is handed in by keyboard alone: the page and its first line in one save")
{
    Reception at;
    at.enter();
    at.tab();
    auto *begin = at.screen().find<QPushButton>(u"newMedicine"_s);
    begin->setFocus();
    QTest::keyClick(begin, Qt::Key_Space);
    REQUIRE(at.shown()->editor());
    at.tabTo(u"medicine"_s);
    at.typeHere(u"Salbutamol"_s);
    at.tabTo(u"place"_s);
    at.typeHere(u"Cabinet 2, box 7"_s);
    at.tabTo(u"counted_before"_s);
    at.typeHere(u"0"_s);
    at.tabTo(u"quantity"_s);
    at.typeHere(u"2"_s);
    at.tabTo(u"counted_after"_s);
    at.typeHere(u"3"_s);
    at.screen().shortcut(QKeySequence::Save);
    CHECK(at.screen().shows(u"it should be 2"_s)); // beside the field, and nothing is kept
    CHECK(need(at.services().custody.pagesOf(at.ben.id)).isEmpty());
    at.screen().type(u"counted_after"_s, u"2"_s);
    at.nameSecond();
    at.screen().shortcut(QKeySequence::Save);
    Screen::settle();
    CHECK_FALSE(at.shown()->editor());
    const auto pages = need(at.services().custody.pagesOf(at.ben.id));
    REQUIRE(pages.size() == 1);
    CHECK(pages.first().state.balance == 2);
    CHECK(at.screen().shows(u"Salbutamol"_s));
    CHECK(at.screen().shows(u"2 boxes · Cabinet 2, box 7"_s));
    CHECK(at.screen().shows(u"Priya Shah + Tade Okoro"_s));
    CHECK(at.desk.window.focusWidget() == at.screen().find<QPushButton>(pressName(u"heldCount"_s, pages.first())));
}

TEST_CASE("A count that differs is asked about, explained, waits for a manager, and is reviewed on the page")
{
    Reception at;
    const HeldPage page = at.handedIn();
    at.enter();
    at.tab();
    at.screen().press(pressName(u"heldCount"_s, page));
    REQUIRE(at.shown()->editor());
    at.screen().type(u"counted_after"_s, u"27"_s);
    at.nameSecond();
    at.screen().shortcut(QKeySequence::Save);
    CHECK(at.screen().shows(u"The count and the register differ by -1"_s));
    CHECK(at.state(page.medicine.id).lines.size() == 1);
    at.screen().choose(u"cause"_s, u"pressed"_s);
    at.screen().type(u"why"_s, u"two men waited for him at the door"_s);
    at.screen().shortcut(QKeySequence::Save);
    Screen::settle();
    CHECK_FALSE(at.shown()->editor());
    CHECK(at.screen().shows(u"A difference is explained below and waits for a manager."_s));
    const CustodyState state = at.state(page.medicine.id);
    REQUIRE(state.lines.size() == 2);
    at.screen().press(u"review-"_s + QString::number(state.lines.last().entry.id.value));
    at.screen().type(u"why"_s, u"talked it through with him, police told"_s);
    at.screen().shortcut(QKeySequence::Save);
    Screen::settle();
    CHECK_FALSE(at.state(page.medicine.id).waitsForReview());
    CHECK_FALSE(at.screen().shows(u"waits for a manager"_s));
    // Somebody else has it: one press leads to the risk, already begun.
    at.screen().press(pressName(u"openRisk"_s, page));
    CHECK(at.screen().find<QComboBox>(u"kind"_s)->currentData() == u"medicine"_s);
    CHECK(at.screen().find<QPlainTextEdit>(u"what_may_happen"_s)->toPlainText().contains(u"Pregabalin"_s));
}

TEST_CASE("A line that was wrong is corrected by another line, which the page shows beside it")
{
    Reception at;
    const HeldPage page = at.handedIn();
    at.enter();
    at.tab();
    at.screen().press(u"correct-"_s + QString::number(page.state.lines.first().entry.id.value));
    at.screen().type(u"quantity"_s, u"26"_s);
    at.screen().type(u"counted_after"_s, u"26"_s);
    at.screen().shortcut(QKeySequence::Save);
    CHECK(at.screen().shows(u"Please say why."_s));
    at.screen().type(u"why"_s, u"two strips of 13, read wrongly"_s);
    at.screen().shortcut(QKeySequence::Save);
    Screen::settle();
    const CustodyState state = at.state(page.medicine.id);
    CHECK(state.balance == 26);
    CHECK(state.lines.size() == 2);
    CHECK(at.screen().shows(u"corrected later"_s));
    CHECK(at.screen().shows(u"26 caps"_s));
}

TEST_CASE("The card says what is held and leads to the form; with two medicines to the buttons of the first")
{
    Reception at;
    const HeldPage page = at.handedIn();
    at.enter();
    QString wanted;
    Navigator navigator;
    navigator.visit = [&](const Visit &visit) {
        wanted = visit.tab + u' ' + visit.record.kind + u' ' + visit.part;
        at.desk.window.workspace()->visit(visit);
    };
    CustodyCard card(at.ben.id, at.services(), navigator);
    card.resize(400, 300);
    card.show();
    Screen::settle();
    QStringList said;
    for (const QLabel *label : card.findChildren<QLabel *>())
        said.append(label->text());
    const QString all = said.join(u'\n').remove(QChar(0x200b));
    CHECK(all.contains(u"1 medicine held"_s));
    CHECK(all.contains(u"Pregabalin 75 mg"_s));
    CHECK(all.contains(u"28 caps"_s));
    CHECK(all.contains(u"Priya Shah + Tade Okoro"_s));
    Screen(card).press(u"custodyOver"_s);
    CHECK(wanted == u"medicine custody_entry handed_over/0/0"_s);
    REQUIRE(at.shown()->editor());
    CHECK(at.shown()->editor()->form()->row().text(u"act"_s) == u"handed_over"_s);
    CHECK(at.shown()->editor()->form()->row().value(u"held_medicine_id"_s).toLongLong() == page.medicine.id.value);
    at.shown()->editor()->cancel();
    at.handedIn(u"Mirtazapine"_s, 4);
    card.reload();
    Screen(card).press(u"custodyCount"_s);
    CHECK_FALSE(at.shown()->editor());
    CHECK(at.desk.window.focusWidget() == at.screen().find<QPushButton>(pressName(u"heldCount"_s, page)));
}

TEST_CASE("With somebody who seemed intoxicated tonight the form says to seal it; the next evening it does not")
{
    Reception at;
    const HeldPage page = at.handedIn();
    need(at.services().records.add(SeemedIntoxicated{.personId = at.ben.id, .seenAt = kNow.addSecs(-3600), .signs = u"drowsy"_s}));
    at.enter();
    at.tab();
    at.screen().press(pressName(u"heldIn"_s, page));
    CHECK(at.screen().shows(u"They seemed intoxicated at 08:42."_s));
    at.shown()->editor()->cancel();
    at.tab({u"held_medicine"_s, 0});
    CHECK(at.screen().shows(u"They seemed intoxicated at 08:42."_s));
    at.desk.made.clock.set(kNow.addSecs(12 * 3600));
    at.tab();
    at.screen().press(pressName(u"heldIn"_s, page));
    REQUIRE(at.shown()->editor());
    CHECK_FALSE(at.screen().shows(u"They seemed intoxicated"_s));
}

TEST_CASE("What was typed into a line is kept as a draft and comes back at the same medicine and line")
{
    Reception at;
    const HeldPage page = at.handedIn();
    at.enter();
    at.tab();
    at.screen().press(pressName(u"heldOver"_s, page));
    at.screen().type(u"why"_s, u"half typed words"_s);
    const DraftPlace place = at.shown()->editor()->place();
    at.shown()->editor()->keepDraftNow();
    at.tab(); // elsewhere and back
    at.shown()->showForm({u"custody_entry"_s, 0}, place.part);
    Screen::settle();
    REQUIRE(at.shown()->editor());
    CHECK(at.shown()->editor()->form()->row().text(u"why"_s) == u"half typed words"_s);
    CHECK(at.shown()->editor()->form()->row().text(u"act"_s) == u"handed_over"_s);
}

TEST_CASE("The printed register of 200 lines holds every line and adds up from line to line")
{
    Reception at;
    const HeldPage page = at.handedIn();
    QRandomGenerator random(7);
    for (int i = 0; i < 199; ++i) {
        at.desk.made.clock.set(at.desk.made.clock.now().addSecs(1800));
        const CustodyState state = at.state(page.medicine.id);
        const qint64 there = std::max<qint64>(0, *state.balance - (random.bounded(12) == 0 ? 1 : 0));
        CustodyEntry entry = there < 4 ? at.line(page.medicine.id, CustodyAct::In, there, 28, there + 28)
                                       : at.line(page.medicine.id, CustodyAct::HandedOver, there, 2, there - 2);
        if (random.bounded(10) == 0) {
            const CustodyLine &about = state.lines.last();
            if (directionOf(about.entry.value.act) != 0) {
                entry = at.line(page.medicine.id, CustodyAct::Correction, about.entry.value.countedBefore.value_or(0) + 1,
                    about.entry.value.quantity, about.entry.value.countedAfter.value_or(0) + 1);
                entry.second.reset();
                entry.secondId = {};
                entry.aboutId = about.entry.id;
            }
        }
        if (isStockAct(entry.act))
            entry.cause = CustodyCause::NotKnown;
        entry.why = u"as it was counted"_s;
        INFO("line " << i);
        need(at.services().custody.write(entry));
    }
    const auto rows = print::custodyRows(need(at.services().custody.page(page.medicine.id)), at.services());
    REQUIRE(rows.size() == 200);
    qint64 carried = 0;
    for (const QStringList &row : rows) {
        INFO(row.join(u" | "_s).toStdString());
        const qint64 adjusted = QString(row.at(4)).replace(u'−', u'-').toLongLong();
        carried += row.at(2).toLongLong() - row.at(3).toLongLong() + adjusted;
        CHECK(carried == row.at(5).toLongLong());
    }
    const auto document = need(print::custodyRegister(at.services(), page.medicine.id));
    CHECK(document.pageCount() > 3);
    const QString text = pdfText(document.toPdf()).simplified();
    CHECK(text.count(u"Okoro"_s) >= 150); // each line about the medicine has two names
    CHECK(text.contains(u"Held now: %1 caps"_s.arg(carried)));
    CHECK(text.contains(u"Second name"_s));
}

} // namespace keywork::test::custody_screen_test
