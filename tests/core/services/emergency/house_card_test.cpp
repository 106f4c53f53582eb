// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/naloxone_watch.h"
#include "core/vault/vault_file.h"
#include "tests/core/services/emergency/act_now_desk.h"

#include <QRandomGenerator>

namespace keywork::test::house_card_test {

using Pressed = OverdoseStepKind;

namespace {

void setHouse(ActNowDesk &desk, const std::function<void(House &house)> &change)
{
    auto house = need(desk.records().all<House>()).first();
    change(house.value);
    need(desk.records().amend(house));
}

} // namespace

TEST_CASE("Without sign-in the house's address, doors, defibrillator and kits are there, as they were last saved")
{
    ActNowDesk desk;
    desk.kit(u"7"_s);
    setHouse(desk, [](House &house) {
        house.doors = u"Side door on Mill Lane"_s;
        house.nightEntry = u"Ring twice"_s;
        house.defibrillatorPlace = u"Porch"_s;
        house.defibrillatorCode = u"C159X"_s;
        house.wordsCheckedBy = u"Lead nurse, Wellbeing"_s;
        house.wordsCheckedOn = QDate(2026, 3, 2);
    });
    const HouseCard known = desk.actNow.card();
    desk.lock();
    const HouseCard locked = desk.actNow.card();
    CHECK(locked == known);
    CHECK(locked.address == u"12 Cairn Street"_s);
    CHECK(locked.doors == u"Side door on Mill Lane"_s);
    CHECK(locked.defibrillatorCode == u"C159X"_s);
    REQUIRE(locked.kits.size() == 1);
    CHECK(locked.kits.first().place == u"Reception, red bag"_s);
    CHECK(wordsChecked(locked.wordsCheckedBy, locked.wordsCheckedOn, desk.hostel.clock.today()) == WordsChecked::Holds);
}

TEST_CASE("Kits that hang in the house are offered before those of a bag that goes out")
{
    ActNowDesk desk;
    NaloxonePlace bag;
    bag.name = u"Outreach bag"_s;
    bag.goesOut = true;
    const auto outreach = need(desk.records().add(bag));
    auto first = desk.kit(u"1"_s);
    first.value.placeId = outreach.id;
    need(desk.records().amend(first));
    desk.kit(u"5"_s);
    desk.kit(u"3"_s);
    QStringList numbers;
    for (const KitOnWall &kit : desk.actNow.card().kits)
        numbers.append(kit.number);
    CHECK(numbers == QStringList{u"3"_s, u"5"_s, u"1"_s});
}

TEST_CASE("A kit of a batch that was called back is known as that without sign-in as well, stays choosable, and is told beside its dose")
{
    ActNowDesk desk;
    auto seven = desk.kit(u"7"_s);
    seven.value.batch = u"LOT B-77"_s;
    seven = need(desk.records().amend(seven));
    desk.kit(u"8"_s);
    const auto today = desk.hostel.clock.today();
    CHECK(desk.actNow.card().kits.first().isGood(today));
    need(desk.records().add(NaloxoneRecall{.batch = u"b77"_s, .onDay = today, .issuedBy = u"the maker"_s}));
    desk.lock();
    const auto kits = desk.actNow.card().kits;
    REQUIRE(kits.size() == 2);
    CHECK(kits.first().isRecalled);
    CHECK_FALSE(kits.first().isGood(today));
    CHECK(kits.last().isGood(today));
    const QString id = desk.actNow.start();
    desk.press(id, Pressed::NoReply);
    CHECK(desk.actNow.press(id, {.step = Pressed::NaloxoneGiven, .kit = seven.id}).doubts == QList<ActNowDoubt>{ActNowDoubt::KitRecalled});
    desk.unlock();
    CHECK(desk.now(seven.id).state == KitState::Partial);
}

TEST_CASE("The readable card holds nobody: no resident, no member of the team, nothing of an emergency")
{
    ActNowDesk desk;
    const auto ben = aPerson().called(u"Benedict"_s, u"Quillfeather"_s).arrived(QDate(2026, 8, 3)).in(desk.hostel);
    auto kit = desk.kit(u"7"_s);
    kit.value.holderId = desk.records().session().staff();
    kit.value.note = u"lent to Quillfeather"_s;
    need(desk.records().amend(kit));
    const QString id = desk.actNow.start();
    desk.actNow.press(id, {.step = Pressed::NoReply, .words = u"Quillfeather by the stairs"_s});
    desk.actNow.setWho(id, {ActNowWho::Kind::Resident, ben.id, {}});
    desk.lock();
    desk.actNow.press(id, {.step = Pressed::Other, .words = u"Quillfeather turned blue"_s});
    for (const QString &path : {houseCardPath(desk.hostel.path), pressesBeside(desk.hostel.path) + u".sealed"_s}) {
        INFO(path.toStdString());
        const QByteArray bytes = contentOf(path);
        CHECK_FALSE(bytes.isEmpty());
        for (const char *word : {"Quillfeather", "Benedict", "Priya", "Shah", "stairs", "blue"})
            CHECK_FALSE(bytes.contains(word));
    }
}

TEST_CASE("A card that is somebody else's, broken or far too long tells nothing")
{
    ActNowDesk desk;
    setHouse(desk, [](House &house) { house.doors = u"Side door"_s; });
    const QByteArray whole = contentOf(houseCardPath(desk.hostel.path));
    desk.lock();
    const auto written = [&](const QByteArray &bytes) {
        QFile file(houseCardPath(desk.hostel.path));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        return desk.actNow.card();
    };
    CHECK(written(whole).doors == u"Side door"_s);
    CHECK(written(whole.left(whole.size() / 2)) == HouseCard());
    CHECK(written(QByteArray(whole).replace("\"vault\": \"", "\"vault\": \"00")) == HouseCard());
    CHECK(written(whole + QByteArray(300 * 1024, ' ')) == HouseCard());
    CHECK(written("[]") == HouseCard());
    CHECK(written(QByteArray(whole).replace("Side door", "Side\\u0007door")).doors.isEmpty());
    QFile::remove(houseCardPath(desk.hostel.path));
    CHECK(desk.actNow.card() == HouseCard());
    desk.unlock(); // put right by whoever signs in
    CHECK(contentOf(houseCardPath(desk.hostel.path)) == whole);
}

TEST_CASE("Where the folder of the file takes nothing, presses are sealed on this PC and join all the same")
{
    ActNowDesk desk;
    desk.lock();
    QDir().mkpath(pressesBeside(desk.hostel.path) + u".sealed"_s); // nothing can be written under this name
    QFile(pressesBeside(desk.hostel.path) + u".sealed/full"_s).open(QIODevice::WriteOnly);
    const QString id = desk.actNow.start();
    const auto pressed = desk.press(id, Pressed::NoReply);
    CHECK(pressed.in == ActNow::KeptIn::OnThisPc);
    CHECK(pressed.aside.folder == desk.seen.folder());
    desk.hostel.file.reset();
    QDir(pressesBeside(desk.hostel.path) + u".sealed"_s).removeRecursively();
    auto chosen = HostelFile::choose(desk.hostel.path, desk.hostel.clock, desk.seen);
    desk.hostel.file = std::move(need(chosen));
    desk.unlock();
    CHECK(desk.timeline() == QStringList{u"02:14:00 no_reply"_s});
}

TEST_CASE("What has no place anywhere is kept in memory, said, and written at the next sign-in")
{
    ActNowDesk desk;
    ActNow bare(desk.hostel.path, SeenHeads(), desk.hostel.clock, desk.steady);
    desk.lock();
    QDir().mkpath(pressesBeside(desk.hostel.path) + u".sealed"_s);
    QFile(pressesBeside(desk.hostel.path) + u".sealed/full"_s).open(QIODevice::WriteOnly);
    const QString id = bare.start();
    CHECK(bare.press(id, {.step = Pressed::NoReply}).in == ActNow::KeptIn::Memory);
    CHECK(bare.unkept() == 1);
    QDir(pressesBeside(desk.hostel.path) + u".sealed"_s).removeRecursively();
    desk.pass(5'000);
    CHECK(bare.press(id, {.step = Pressed::Called999}).in == ActNow::KeptIn::BesideFile); // both of them
    CHECK(bare.unkept() == 0);
    bare.locking();
    desk.unlock();
    bare.signedIn(*desk.hostel.hostel);
    CHECK(desk.timeline() == QStringList{u"02:14:00 no_reply"_s, u"02:14:05 called_999"_s});
    bare.locking();
}

TEST_CASE("Whatever is sealed as a press is read whole or not at all, and never longer than its fields")
{
    QRandomGenerator random(20261005);
    const QStringList strange{QString(), u"x"_s, QString(5000, u'z'), QString(QChar(7)), u"0123456789abcdef0123456789abcdef"_s,
        u"2026-10-05T01:00:00.000Z"_s, u"naloxone_given"_s, u"step"_s, u"emergency_step"_s, u"-1"_s};
    Press press;
    press.id = newPressId();
    press.emergency = newPressId();
    press.startedAt = press.clockSaid = press.step.happenedAt = kNow;
    press.order = 1;
    press.step.words = u"as it was"_s;
    int read = 0;
    for (int i = 0; i < 20'000; ++i) {
        QJsonObject json = asSealed(press);
        QJsonObject said = json.value(u"press"_s).toObject().value(u"said"_s).toObject();
        const auto any = [&]() -> QJsonValue {
            const int which = random.bounded(14);
            return which < 10 ? QJsonValue(strange.at(which))
                : which == 10 ? QJsonValue(double(random.generate64()))
                : which == 11 ? QJsonValue(-1.5)
                : which == 12 ? QJsonValue(QJsonObject{{u"a"_s, 1}})
                              : QJsonValue();
        };
        for (const QString &key : {u"words"_s, u"by_whom"_s, u"kit"_s, u"step"_s, u"happened_at"_s, u"elapsed_ms"_s, u"route"_s})
            if (random.bounded(3) == 0)
                said.insert(key, any());
        json.insert(u"press"_s, QJsonObject{{u"said"_s, said}});
        if (random.bounded(4) == 0)
            json.insert(QStringList{u"id"_s, u"order"_s, u"what"_s, u"at"_s}.at(random.bounded(4)), any());
        const auto back = pressFromSealed(json, false);
        read += back.has_value();
        const bool isBounded = !back
            || (back->step.words.size() <= 1000 && back->step.byWhom.size() <= 100 && back->by == 0 && back->id.size() == 32
                && back->order >= 1 && back->step.happenedAt.isValid() && back->step.kitId.value >= 0);
        if (!isBounded)
            FAIL_CHECK("point " << i);
    }
    CHECK(read > 1'000);
    CHECK(read < 20'000);
}

TEST_CASE("Whoever makes presses up can name no resident and nobody of the team")
{
    ActNowDesk desk;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(desk.hostel);
    Press who;
    who.id = newPressId();
    who.emergency = newPressId();
    who.what = Press::What::Who;
    who.startedAt = who.clockSaid = desk.hostel.clock.now();
    who.order = 1;
    who.by = 1;
    who.who = {ActNowWho::Kind::Resident, ben.id, {}};
    CHECK_FALSE(pressFromSealed(asSealed(who), false));
    CHECK(*pressFromSealed(asSealed(who), true) == who);
    Press step = who;
    step.what = Press::What::Step;
    step.who = {};
    step.step.happenedAt = step.startedAt;
    step.step.words = u"as it was"_s;
    CHECK(pressFromSealed(asSealed(step), true)->step == step.step);
    CHECK(pressFromSealed(asSealed(step), false)->by == 0);
    QJsonObject other = asSealed(step);
    for (const QString &member : {u"id"_s, u"emergency"_s, u"at"_s, u"started_at"_s, u"what"_s, u"kind"_s, u"order"_s}) {
        QJsonObject cut = other;
        cut.insert(member, u"nonsense"_s);
        INFO(member.toStdString());
        CHECK_FALSE(pressFromSealed(cut, true));
    }
}

} // namespace keywork::test::house_card_test
