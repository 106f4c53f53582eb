// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/services/emergency/act_now_desk.h"

namespace keywork::test::act_now_put_right_test {

using namespace Qt::StringLiterals;
using Pressed = OverdoseStepKind;

TEST_CASE("A time is put right from the screen: in the record and in view, with what the clock said at the press kept")
{
    ActNowDesk desk;
    const QString id = desk.actNow.start();
    desk.press(id, Pressed::NoReply);
    desk.pass(60'000);
    const QString called = desk.press(id, Pressed::Called999).press;
    const QDateTime said = *desk.actNow.one(id)->steps.last().said.enteredAt;
    const QDateTime really = desk.hostel.clock.now().addSecs(-40);
    need(desk.actNow.putRight(id, called, really));
    const OverdoseStep shown = desk.actNow.one(id)->steps.last().said;
    CHECK(shown.happenedAt == really);
    CHECK(shown.enteredAt == said);
    CHECK(desk.timeline() == QStringList{u"02:14:00 no_reply"_s, u"02:14:20 called_999"_s});
}

TEST_CASE("A time that is still to come, a step that is not there, and a locked file put nothing right")
{
    ActNowDesk desk;
    const QString id = desk.actNow.start();
    const QString pressed = desk.press(id, Pressed::NoReply).press;
    CHECK(kindOfError(desk.actNow.putRight(id, pressed, desk.hostel.clock.now().addSecs(3600))) == ErrorKind::Invalid);
    CHECK(kindOfError(desk.actNow.putRight(id, u"another"_s, desk.hostel.clock.now())) == ErrorKind::NotAllowedNow);
    CHECK(kindOfError(desk.actNow.putRight(u"another"_s, pressed, desk.hostel.clock.now())) == ErrorKind::NotAllowedNow);
    desk.lock();
    CHECK(kindOfError(desk.actNow.putRight(id, pressed, desk.hostel.clock.now())) == ErrorKind::NotAllowedNow);
    desk.unlock();
    CHECK(desk.timeline() == QStringList{u"02:14:00 no_reply"_s});
}

} // namespace keywork::test::act_now_put_right_test
