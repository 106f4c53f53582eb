// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/steady_clock.h"
#include "core/domain/naloxone_kit.h"
#include "core/domain/naloxone_watch.h"
#include "core/domain/room.h"
#include "core/services/emergency/act_now.h"
#include "core/services/records/records.h"
#include "tests/support/desk.h"
#include "tests/ui/widget_walker.h"
#include "ui/pages/act_now/act_now_page.h"
#include "ui/pages/act_now/step_log.h"
#include "ui/pages/act_now/who_found.h"
#include "ui/shell/cover.h"
#include "ui/shell/idle_watch.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QScrollArea>
#include <QScrollBar>

namespace keywork::test::act_now_screen_test {

using namespace Qt::StringLiterals;

namespace {

struct Emergencies {
    SetSteadyClock steady;
    Desk desk;
    Id<Room> seven = need(desk.made.services().records.add(Room{.name = u"7"_s})).id;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 9, 1), seven).in(desk.made);
    explicit Emergencies(const std::function<void(TestHostel &made)> &before = {})
    {
        if (before)
            before(desk.made);
        Records &records = desk.made.services().records;
        const auto ana = need(records.add(Staff{.name = u"Ana Zeller"_s, .role = Role::SupportWorker}));
        need(records.add(NaloxoneTraining{.staffId = ana.id, .onDay = QDate(2026, 9, 1)}));
        desk.window.setSteadyClock(steady);
        desk.open();
    }
    ActNowPage &page() { return *desk.window.actNowPage(); }
    ActNow &actNow() { return *page().actNow(); }
    Emergency now() { return *actNow().one(page().current()); }
    /// Where the keys are, on the page.
    QWidget *at()
    {
        QWidget *focus = desk.window.focusWidget();
        return focus ? focus : &page();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(at(), key, modifiers);
        Screen::settle();
    }
    void after(qint64 seconds) { steady.pass(seconds * 1000); }
    QStringList standing()
    {
        QStringList codes;
        for (const ActNowStep &step : now().steps)
            if (!step.isUndone)
                codes.append(QString::fromLatin1(codeOf(step.said.step)));
        return codes;
    }
    bool shows(const QString &text) { return Screen(page()).shows(text); }
};

} // namespace

TEST_CASE("F12 on the locked screen: steps are sealed, no name is shown, and the next sign-in has them in an incident")
{
    Emergencies at;
    at.desk.signIn(); // the house's card stands beside the file since
    at.desk.window.lock();
    QTest::keyClick(&at.desk.window, Qt::Key_F12);
    REQUIRE(at.page().isOpen());
    CHECK(at.shows(u"12 Cairn Street"_s)); // to read out, without sign-in
    at.key(Qt::Key_0);
    at.after(15);
    at.key(Qt::Key_9);
    at.key(Qt::Key_B); // a letter finds nobody without sign-in
    CHECK_FALSE(at.shows(u"Barker"_s));
    CHECK(at.standing() == QStringList{u"found"_s, u"called_999"_s});
    CHECK(at.shows(u"It joins the record at the next sign-in."_s));
    at.key(Qt::Key_Escape);
    REQUIRE_FALSE(at.page().isOpen());
    at.desk.signIn();
    REQUIRE(at.desk.window.workspace());
    CHECK(at.desk.screen.shows(u"Act now: one runs"_s));
    QTest::keyClick(&at.desk.window, Qt::Key_F12);
    const Emergency joined = at.now();
    REQUIRE(joined.incident);
    CHECK(at.standing() == QStringList{u"found"_s, u"called_999"_s});
    for (const ActNowStep &step : joined.steps)
        CHECK(step.said.whileLocked);
    CHECK(joined.steps.at(0).said.happenedAt.secsTo(joined.steps.at(1).said.happenedAt) == 15);
}

TEST_CASE("Who it is takes two keys: a letter and Enter; their conditions and allergies stand beside")
{
    Emergencies at;
    at.desk.signIn();
    QElapsedTimer quick;
    quick.start();
    at.key(Qt::Key_F12);
    at.key(Qt::Key_1);
    CHECK(quick.elapsed() < 1500); // key to stamp, in a build for tests
    at.key(Qt::Key_B);
    at.key(Qt::Key_Return);
    CHECK(at.now().who.kind == ActNowWho::Kind::Resident);
    CHECK(at.now().who.person == at.ben.id);
    CHECK(at.shows(u"Ben Barker · Room 7"_s));
    CHECK(at.shows(u"Allergies: "_s));
    CHECK(at.shows(u"Conditions: "_s));
    CHECK(at.shows(u"Medicines: "_s));
    at.key(Qt::Key_9); // the keys are with the steps again
    CHECK(at.standing() == QStringList{u"no_reply"_s, u"called_999"_s});
    Screen(at.page()).press(u"whoOther"_s);
    QTest::keyClicks(at.desk.window.focusWidget(), u"r7"_s);
    CHECK(at.shows(u"→ Ben Barker · Room 7"_s));
    at.key(Qt::Key_Escape);
    Screen(at.page()).press(u"whoUnknown"_s);
    CHECK(at.now().who.kind == ActNowWho::Kind::NotKnown);
    CHECK(at.shows(u"Not known yet"_s));
}

TEST_CASE("Whoever is trained in naloxone stands beside the kits while names show, and nowhere under the cover or the lock")
{
    Emergencies at;
    at.key(Qt::Key_F12);
    CHECK_FALSE(at.shows(u"Ana Zeller"_s));
    at.key(Qt::Key_Escape);
    at.desk.signIn();
    at.key(Qt::Key_F12);
    CHECK(at.shows(u"Trained to give naloxone: Ana Zeller."_s));
    at.key(Qt::Key_F11);
    CHECK_FALSE(at.shows(u"Ana Zeller"_s));
    at.key(Qt::Key_F11);
    CHECK(at.shows(u"Ana Zeller"_s));
}

TEST_CASE("Over an open dialog F12 has the keys, and the dialog is back afterwards")
{
    Emergencies at;
    at.desk.signIn();
    auto *dialog = new QDialog(&at.desk.window);
    auto *field = new QLineEdit(dialog);
    field->setObjectName(u"inDialog"_s);
    dialog->open();
    Screen::settle();
    REQUIRE(dialog->isVisible());
    QTest::keyClick(field, Qt::Key_F12);
    Screen::settle();
    REQUIRE(at.page().isOpen());
    CHECK_FALSE(dialog->isVisible());
    QTest::keyClick(&at.page(), Qt::Key_9);
    CHECK(at.standing() == QStringList{u"called_999"_s});
    QTest::keyClick(&at.page(), Qt::Key_Escape);
    Screen::settle();
    CHECK_FALSE(at.page().isOpen());
    CHECK(dialog->isVisible());
}

TEST_CASE("From the covered screen nobody is named, F11 brings names back, and what was covered stays covered afterwards")
{
    Emergencies at;
    at.desk.signIn();
    at.key(Qt::Key_F12);
    at.key(Qt::Key_B);
    at.key(Qt::Key_Return);
    REQUIRE(at.shows(u"Ben Barker"_s));
    at.key(Qt::Key_Escape);
    at.desk.window.cover();
    Screen::settle();
    QTest::keyClick(at.desk.window.coverPage(), Qt::Key_F12);
    Screen::settle();
    REQUIRE(at.page().isOpen());
    CHECK_FALSE(at.shows(u"Barker"_s));
    at.key(Qt::Key_9);
    CHECK(at.standing() == QStringList{u"called_999"_s});
    CHECK(at.now().incident); // covered, and signed in: it is in the record at once
    at.key(Qt::Key_F11);
    CHECK(at.shows(u"Ben Barker"_s));
    at.key(Qt::Key_F11);
    CHECK_FALSE(at.shows(u"Barker"_s));
    at.key(Qt::Key_Escape);
    CHECK_FALSE(at.page().isOpen());
    CHECK(at.desk.window.coverPage()->isVisible());
}

TEST_CASE("The file locks itself under a running emergency: names go, steps go on and are sealed, the timer runs")
{
    Emergencies at;
    at.desk.signIn();
    at.key(Qt::Key_F12);
    at.key(Qt::Key_B);
    at.key(Qt::Key_Return);
    at.key(Qt::Key_7);
    REQUIRE(at.shows(u"Ben Barker"_s));
    const QString id = at.page().current();
    at.desk.window.idleWatch()->setLastTouch(QDateTime::currentDateTimeUtc().addSecs(-3 * 60 - 1));
    at.desk.window.idleWatch()->look();
    Screen::settle();
    REQUIRE_FALSE(at.desk.window.workspace());
    REQUIRE(at.page().isOpen());
    CHECK(at.page().current() == id);
    CHECK_FALSE(at.shows(u"Barker"_s));
    at.after(125);
    QTest::qWait(1100); // the page's own second
    CHECK(at.shows(u"02:05 since dose 1"_s));
    CHECK(at.shows(u"Breathing normally?"_s));
    at.key(Qt::Key_4);
    CHECK(at.standing() == QStringList{u"naloxone_given"_s, u"breathing_normally"_s});
    CHECK(at.now().steps.last().said.whileLocked);
    CHECK(at.shows(u"still asleep: recovery position, keep watching"_s));
    CHECK_FALSE(at.shows(u"another dose, as the operator guides. ["_s)); // no prompt for a dose
    at.key(Qt::Key_Escape);
    at.desk.signIn();
    at.key(Qt::Key_F12);
    CHECK(at.page().current() == id);
    CHECK(at.shows(u"Ben Barker"_s));
    CHECK(at.standing() == QStringList{u"naloxone_given"_s, u"breathing_normally"_s});
}

TEST_CASE("A mis-tap is undone by one key, a press that bounces counts once, and two emergencies run beside each other")
{
    Emergencies at;
    at.desk.signIn();
    at.key(Qt::Key_F12);
    at.key(Qt::Key_7);
    at.key(Qt::Key_7); // at the same moment
    CHECK(at.standing() == QStringList{u"naloxone_given"_s});
    at.after(150);
    at.key(Qt::Key_7);
    CHECK(at.actNow().picture(at.page().current()).doses == 2);
    at.key(Qt::Key_Backspace);
    CHECK(at.standing() == QStringList{u"naloxone_given"_s});
    CHECK(at.shows(u"(taken back)"_s));
    const QString first = at.page().current();
    at.key(Qt::Key_Plus);
    CHECK(at.page().current() != first);
    CHECK(at.standing().isEmpty());
    at.key(Qt::Key_1);
    CHECK(at.shows(u"1 of 2 at once"_s));
    at.key(Qt::Key_PageDown);
    CHECK(at.page().current() == first);
    CHECK(at.standing() == QStringList{u"naloxone_given"_s});
}

TEST_CASE("F12 half a day after the last press begins anew, and says of one that lay aside for an hour when it began")
{
    Emergencies at;
    at.desk.signIn();
    at.key(Qt::Key_F12);
    at.key(Qt::Key_1);
    const QString first = at.page().current();
    at.key(Qt::Key_Escape);
    at.after(20 * 60);
    at.key(Qt::Key_F12);
    CHECK_FALSE(at.shows(u"was never finished"_s));
    at.key(Qt::Key_Escape);
    at.after(60 * 60);
    at.key(Qt::Key_F12);
    CHECK(at.page().current() == first);
    CHECK(at.shows(u"This one began at 09:42 and was never finished."_s));
    at.key(Qt::Key_Escape);
    at.after(11 * 60 * 60);
    at.key(Qt::Key_F12);
    CHECK(at.page().current() != first);
    CHECK(at.standing().isEmpty());
    CHECK(at.shows(u"of 2 at once"_s)); // the old one is to be finished still
}

TEST_CASE("Whoever could not be roused at a check never gets into somebody else's emergency; in their own everything begins again")
{
    Id<Person> ada;
    Emergencies at([&](TestHostel &made) { ada = aPerson().called(u"Ada"_s, u"Archer"_s).arrived(QDate(2026, 9, 1)).in(made).id; });
    at.desk.signIn();
    at.key(Qt::Key_F12);
    at.key(Qt::Key_1);
    at.key(Qt::Key_B);
    at.key(Qt::Key_Return);
    const QString bens = at.page().current();
    REQUIRE(at.now().who.person == at.ben.id);
    at.page().beginWith(ada);
    CHECK(at.page().current() != bens);
    CHECK(at.now().who.person == ada);
    CHECK(at.standing().isEmpty());
    CHECK(at.actNow().one(bens)->who.person == at.ben.id);
    at.page().beginWith(at.ben.id);
    CHECK(at.page().current() == bens);
    CHECK(at.standing().last() == u"could_not_rouse");
    CHECK(at.actNow().picture(bens).begunAgain);
    at.page().beginWith({}); // a visitor
    CHECK(at.page().current() != bens);
    CHECK(at.now().who.kind == ActNowWho::Kind::NotKnown);
}

TEST_CASE("A name that is being typed beside a step goes with the cover and stays with its step")
{
    Emergencies at;
    at.desk.signIn();
    at.key(Qt::Key_F12);
    at.key(Qt::Key_F5); // chose not to go
    REQUIRE(at.standing() == QStringList{u"chose_not_to_go"_s});
    auto *field = Screen(at.page()).find<QLineEdit>(u"actNowAsked"_s);
    QTest::keyClicks(field, u"Quillfeather, night worker"_s);
    at.key(Qt::Key_F11);
    CHECK(field->text().isEmpty());
    CHECK_FALSE(at.shows(u"Quillfeather"_s));
    CHECK(at.now().steps.last().said.watcherOther == u"Quillfeather, night worker");
}

TEST_CASE("The next dose comes from a kit that holds one, and an opened syringe is gone on with")
{
    Id<NaloxoneKit> one, two, three;
    Emergencies at([&](TestHostel &made) {
        Records &records = made.services().records;
        const auto kit = [&](const QString &number, NaloxoneKind kind, qint64 doses) {
            NaloxoneKit filled{.number = number, .kind = kind};
            filled.expiresOn = PartialDate::fromText(u"2027-06"_s);
            filled.dosesLeft = doses;
            filled.placeId = need(records.add(NaloxonePlace{.name = u"Bag "_s + number})).id;
            return need(records.add(filled)).id;
        };
        one = kit(u"1"_s, NaloxoneKind::Spray, 1);
        two = kit(u"2"_s, NaloxoneKind::Syringe, 5);
        three = kit(u"3"_s, NaloxoneKind::Spray, 2);
    });
    at.desk.signIn();
    at.key(Qt::Key_F12);
    auto *kits = Screen(at.page()).find<QComboBox>(u"actNowKit"_s);
    const auto dose = [&] {
        at.after(60);
        at.key(Qt::Key_7);
        return at.now().steps.last().said.kitId;
    };
    kits->setCurrentIndex(kits->findData(one.value));
    Q_EMIT kits->activated(kits->currentIndex()); // by hand
    CHECK(dose() == one);
    CHECK(dose() == two); // nothing is left in the one that was chosen
    CHECK(dose() == two);
    kits->setCurrentIndex(kits->findData(three.value));
    Q_EMIT kits->activated(kits->currentIndex());
    CHECK(dose() == three);
    at.key(Qt::Key_Plus); // somebody else
    at.key(Qt::Key_1);
    CHECK(dose() == three); // what is opened comes after what is whole, and used ones after both
}

TEST_CASE("Fitting, or hot and wild: naloxone is one press away, and not in the way")
{
    Emergencies at;
    at.desk.signIn();
    at.key(Qt::Key_F12);
    at.key(Qt::Key_2, Qt::ControlModifier);
    CHECK(at.now().looksLike == LooksLike::Fitting);
    Screen page(at.page());
    CHECK_FALSE(at.page().findChild<QPushButton *>(u"step-naloxone_given"_s)->isVisibleTo(&at.page()));
    CHECK(at.shows(u"Fit has stopped"_s));
    at.key(Qt::Key_7); // unsure: it opens and stamps nothing yet
    CHECK(at.standing().isEmpty());
    CHECK(at.page().findChild<QPushButton *>(u"step-naloxone_given"_s)->isVisibleTo(&at.page()));
    at.key(Qt::Key_7);
    CHECK(at.standing() == QStringList{u"naloxone_given"_s});
}

TEST_CASE("Signs that are seen are ticked, and stand in the incident")
{
    Emergencies at;
    at.desk.signIn();
    at.key(Qt::Key_F12);
    at.key(Qt::Key_1);
    Screen(at.page()).press(u"sign-blue_lips"_s);
    Screen(at.page()).press(u"sign-snoring"_s);
    CHECK(at.now().signs == u"blue_lips,snoring");
    Screen(at.page()).press(u"sign-blue_lips"_s);
    CHECK(at.now().signs == u"snoring");
}

TEST_CASE("Why naloxone was not given is said beside the step that stands already")
{
    Emergencies at;
    at.desk.signIn();
    at.key(Qt::Key_F12);
    at.key(Qt::Key_8);
    CHECK(at.standing() == QStringList{u"naloxone_not_given"_s});
    const QDateTime stamped = at.now().steps.last().said.happenedAt;
    at.after(9);
    QTest::keyClicks(at.desk.window.focusWidget(), u"no kit on the floor 7"_s); // digits are words here
    at.key(Qt::Key_Return);
    REQUIRE(at.standing() == QStringList{u"naloxone_not_given"_s});
    const auto steps = at.now().steps;
    const auto kept = std::find_if(steps.cbegin(), steps.cend(), [](const ActNowStep &one) { return !one.isUndone; });
    CHECK(kept->said.whyNot == u"no kit on the floor 7");
    CHECK(kept->said.happenedAt == stamped);
}

TEST_CASE("Entered afterwards: when it began, then steps with their times; what is still to come is not kept")
{
    Emergencies at;
    at.desk.signIn();
    at.key(Qt::Key_F12);
    at.key(Qt::Key_F1);
    const auto say = [&](const QString &time) {
        auto *field = Screen(at.page()).find<QLineEdit>(u"afterwardsTime"_s);
        field->setText(time);
        QTest::keyClick(field, Qt::Key_Return);
        Screen::settle();
    };
    say(u"25:99"_s);
    CHECK(at.shows(u"A time, as 02:14:05"_s));
    say(u"02:14:05"_s);
    CHECK(at.now().isAfterwards);
    say(u"02:14:05"_s); // found
    Screen(at.page()).choose(u"afterwardsStep"_s, u"called_999"_s);
    say(u"02:14:20"_s);
    Screen(at.page()).choose(u"afterwardsStep"_s, u"awake"_s);
    say(u"23:59"_s); // of yesterday: it is before anything began, kept with a word
    CHECK(at.shows(u"Kept; look at its time."_s));
    QList<QTime> times;
    for (const ActNowStep &step : at.now().steps)
        times.append(at.desk.window.workspace() ? step.said.happenedAt.toTimeZone(QTimeZone("Europe/London")).time() : QTime());
    CHECK(times == QList<QTime>{QTime(23, 59), QTime(2, 14, 5), QTime(2, 14, 20)});
}

TEST_CASE("A time is put right in the record, and what the clock said at the press stays")
{
    Emergencies at;
    at.desk.signIn();
    at.key(Qt::Key_F12);
    at.key(Qt::Key_9);
    const OverdoseStep before = at.now().steps.first().said;
    Screen(at.page()).press(u"logTime"_s);
    auto *field = Screen(at.page()).find<QLineEdit>(u"afterwardsTime"_s);
    field->setText(u"09:40:31"_s); // the desk's clock says 09:42
    QTest::keyClick(field, Qt::Key_Return);
    Screen::settle();
    CHECK(at.shows(u"09:40:31"_s));
    at.key(Qt::Key_Escape);
    at.desk.window.lock();
    at.desk.signIn(); // from the record
    at.key(Qt::Key_F12);
    const OverdoseStep kept = at.now().steps.first().said;
    CHECK(kept.happenedAt == QDateTime(QDate(2026, 9, 14), QTime(8, 40, 31), Qt::UTC));
    CHECK(kept.enteredAt == before.enteredAt);
    CHECK(kept.pressed == before.pressed);
}

TEST_CASE("F12 by mistake and away again leaves nothing; not an overdose keeps the times")
{
    Emergencies at;
    at.desk.signIn();
    at.key(Qt::Key_F12);
    at.key(Qt::Key_Escape);
    CHECK(at.actNow().running().isEmpty());
    at.key(Qt::Key_F12);
    at.key(Qt::Key_1);
    const QString id = at.page().current();
    at.key(Qt::Key_F9);
    CHECK(at.standing() == QStringList{u"no_reply"_s, u"not_an_overdose"_s});
    at.key(Qt::Key_F10);
    CHECK(at.page().isOpen()); // a slip of the finger ends nothing
    at.key(Qt::Key_F10);
    const auto over = at.actNow().one(id);
    REQUIRE(over);
    CHECK(over->isEnded);
    CHECK(over->steps.size() == 2);
    CHECK_FALSE(at.page().isOpen());
}

TEST_CASE("Act now can be heard and pressed: every control has a name, Enter and Space press each button")
{
    Emergencies at;
    at.desk.signIn();
    at.key(Qt::Key_F12);
    at.key(Qt::Key_1);
    CHECK(widgetProblems(at.page()) == QStringList());
    CHECK(deafButtons(at.page()) == QStringList());
}

TEST_CASE("Act now at 100, 150 and 200 per cent: nothing is wider than the window, and what is long scrolls")
{
    for (const int percent : {100, 150, 200}) {
        INFO(percent);
        Theme::apply(*qApp, Theme::Kind::HighContrast, percent);
        {
            Emergencies at;
            at.desk.signIn();
            at.key(Qt::Key_F12);
            at.key(Qt::Key_1);
            auto *scroll = Screen(at.page()).find<QScrollArea>(u"actNowScroll"_s);
            CHECK(scroll->horizontalScrollBar()->maximum() == 0);
            CHECK(at.desk.window.width() <= 1366);
            if (percent == 100)
                CHECK(scroll->verticalScrollBar()->maximum() == 0); // all of it at one look
        }
        Theme::apply(*qApp, Theme::Kind::Light, 100);
    }
}

} // namespace keywork::test::act_now_screen_test
