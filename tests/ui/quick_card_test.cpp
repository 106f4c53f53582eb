// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/command_bench.h"
#include "tests/support/desk.h"
#include "ui/pages/printing/preview_page.h"
#include "ui/print/quick_card.h"
#include "ui/text/words_keys.h"

namespace keywork::test::quick_card_test {

using namespace Qt::StringLiterals;

TEST_CASE("The quick card of each role is one page")
{
    for (const Role role : allOf<Role>()) {
        INFO(codeOf(role));
        const print::Document card = print::quickCard(role, u"Cairn Street Hostel with a rather long name"_s);
        CHECK(card.pageCount() == 1);
        CHECK_FALSE(words::whatTheyDo(role).isEmpty());
        CHECK(words::whenItHappens(role).size() >= 5);
    }
}

TEST_CASE("A quick card says of each thing once what to do, and nothing that the role may not do")
{
    const auto mentions = [](Role role, const QString &words) {
        for (const QList<words::CardLine> &lines : {words::whatTheyDo(role), words::whenItHappens(role)})
            for (const words::CardLine &line : lines)
                if (line.says.contains(words))
                    return true;
        return false;
    };
    const std::tuple<QString, Role, Role> cases[] = {// who has it, who has not
        {u"Ctrl+I"_s, Role::Volunteer, Role::Auditor}, {u"Ctrl+N"_s, Role::SupportWorker, Role::Volunteer},
        {u"emergency sheet"_s, Role::Relief, Role::PeerSupporter}, {u"sign-off"_s, Role::Keyworker, Role::Relief},
        {u"under Sharing"_s, Role::SupportWorker, Role::Relief}, {u"Under Team"_s, Role::Manager, Role::Keyworker},
        {u"Under Audit"_s, Role::Auditor, Role::Keyworker}, {u"recovery key"_s, Role::Manager, Role::Keyworker}};
    for (const auto &[words, has, hasNot] : cases) {
        INFO(words.toStdString());
        CHECK(mentions(has, words));
        CHECK_FALSE(mentions(hasNot, words));
    }
    for (const Role role : allOf<Role>()) {
        INFO(codeOf(role));
        QStringList whens;
        for (const words::CardLine &line : words::whenItHappens(role)) {
            CHECK_FALSE(whens.contains(line.when));
            whens.append(line.when);
        }
        CHECK(mentions(role, u"Ring 999 first."_s));
    }
}

TEST_CASE("Everybody opens the card of their role with the keyboard, and a manager a colleague's")
{
    TestHostel hostel;
    MainWindow window(hostel.clock);
    window.show();
    window.enter(shared(hostel));
    Screen::settle();
    window.workspace()->openPlace(u"keys"_s);
    Screen::settle();
    Screen screen(window);
    QTest::keyClick(screen.find<QPushButton>(u"quickCard"_s), Qt::Key_Space);
    Screen::settle();
    CHECK(qobject_cast<PreviewPage *>(window.workspace()->currentPage()));
}

TEST_CASE("By command: a quick card is written for a role, without a file and without a password")
{
    CommandBench bench;
    const QString out = bench.inFolder(u"card.pdf"_s);
    REQUIRE(bench.run({u"quick-card"_s, u"relief"_s, u"--out"_s, out}) == Finished);
    QFile card(out);
    REQUIRE(card.open(QIODevice::ReadOnly));
    CHECK(card.read(5) == "%PDF-");
    CHECK(bench.run({u"quick-card"_s, u"relief"_s, u"--out"_s, out}) == Failed); // nothing is written over unasked
    CHECK(bench.run({u"quick-card"_s, u"relief"_s, u"--out"_s, out, u"--overwrite"_s}) == Finished);
    CHECK(bench.run({u"quick-card"_s, u"cook"_s, u"--out"_s, out}) == WrongUsage);
    CHECK(bench.err.contains(u"support_worker"_s));
}

} // namespace keywork::test::quick_card_test
