// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/policy.h"
#include "core/services/house/attention.h"
#include "core/services/house/policies.h"
#include "core/services/records/records.h"
#include "tests/support/desk.h"
#include "tests/support/policies.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/guidance/guidance_reader.h"
#include "ui/pages/house/records_page.h"
#include "ui/shell/places.h"

namespace keywork::test::policy_story_test {

using namespace Qt::StringLiterals;

namespace {

QStringList unreadOnToday(Services &services)
{
    QStringList titles;
    for (const WatchItem &item : need(services.attention.today()))
        if (item.code() == u"policy_unread")
            titles.append(item.name + u' ' + item.places.value(u"version"_s));
    return titles;
}

} // namespace

TEST_CASE("A manager changes the tolerance policy, and everyone reads it")
{
    Desk desk;
    Screen &screen = desk.screen;
    makeMember(desk.made, u"Sam Shift"_s, Role::SupportWorker);
    const auto first = need(desk.services().records.add(tolerancePolicy(desk.made)));
    need(sayPolicyRead(desk.services().records, first.id));
    desk.window.resize(1366, 768);
    desk.window.show();
    desk.window.enter(shared(desk.made));
    desk.window.activateWindow();
    Screen::settle();

    // The manager reads what holds and writes the next version of it.
    desk.window.workspace()->openRecord(u"policy"_s, first.id.value);
    Screen::settle();
    CHECK(screen.find<QLabel>(u"policyReadByMe"_s)->text().contains(u"14 Sep 2026"_s));
    CHECK(screen.find<QLabel>(u"policyUnread"_s)->text() == u"Not read yet by: Sam Shift");
    screen.press(u"nextPolicy"_s);
    auto *kinds = qobject_cast<KindsPage *>(desk.window.workspace()->currentPage());
    REQUIRE(kinds);
    RecordEditor *editor = kinds->page(u"policy"_s)->editor();
    REQUIRE(editor);
    CHECK(editor->form()->row().text(u"inside"_s) == first.value.inside); // begins with the words of the one before
    screen.type(u"outside"_s, u"The yard is ours too: we talk with people there."_s);
    screen.type(u"what_changed"_s, u"The yard"_s);
    editor->save();
    Screen::settle();
    const auto latest = need(latestPolicies(desk.services().records));
    REQUIRE(latest.size() == 1);
    CHECK(latest.first().value.versionNumber == 2);
    CHECK(latest.first().value.followsId == first.id);
    CHECK(need(desk.services().records.one(first.id)).value.outside == first.value.outside); // not written over
    CHECK(unreadOnToday(desk.services()) == QStringList{u"Drugs and alcohol in this house 2"_s});

    // They read it themselves, with one press.
    desk.window.workspace()->openRecord(u"policy"_s, latest.first().id.value);
    Screen::settle();
    screen.press(u"policyRead"_s);
    CHECK(unreadOnToday(desk.services()).isEmpty());
    CHECK(screen.find<QLabel>(u"policyUnread"_s)->text() == u"Not read yet by: Sam Shift");

    // Sam finds it on Today, reads it and says so; the version before stays to be read.
    desk.window.lock();
    Screen::settle();
    signInWith(desk.made, u"Sam Shift"_s, kTheirs);
    desk.window.enter(shared(desk.made));
    Screen::settle();
    CHECK(unreadOnToday(desk.services()) == QStringList{u"Drugs and alcohol in this house 2"_s});
    desk.window.workspace()->openRecord(u"policy"_s, latest.first().id.value);
    Screen::settle();
    screen.press(u"policyRead"_s);
    CHECK(unreadOnToday(desk.services()).isEmpty());
    CHECK(screen.find<QLabel>(u"policyUnread"_s)->text() == u"Everybody in the team has read it.");
    screen.press(u"policyVersion-1"_s);
    CHECK(screen.shows(u"This is an earlier version."_s));
    QStringList readers;
    for (const PolicyReader &one : need(policyReaders(desk.services().records, latest.first().id)))
        if (one.readAt)
            readers.append(one.who.value.name);
    CHECK(readers == QStringList{kManager, u"Sam Shift"_s});
}

} // namespace keywork::test::policy_story_test
