// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/restriction.h"
#include "core/services/house/accounts.h"
#include "core/services/keeping/audit.h"
#include "core/services/records/records.h"
#include "tests/support/desk.h"
#include "ui/pages/audit/audit_page.h"
#include <QTableWidget>

namespace keywork::test::audit_screen_test {

using namespace Qt::StringLiterals;

TEST_CASE("A restricted record asks for a reason, opens at once, and the manager sees it on Today")
{
    Desk desk;
    const auto ben = aPerson().arrived(QDate(2026, 9, 1)).in(desk.made);
    need(desk.services().records.add(Restriction{ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    const auto tomi = need(desk.services().records.add(Staff{.name = u"Tomi Okoro"_s, .role = Role::SupportWorker}));
    need(desk.services().accounts.give(tomi, kTheirs));
    desk.open();
    desk.signIn(u"Tomi Okoro"_s, kTheirs);
    desk.window.workspace()->openResident(ben.id);
    Screen::settle();
    CHECK(desk.screen.shows(u"This record is restricted"_s));
    desk.screen.press(u"openRestricted"_s);
    CHECK(desk.screen.shows(u"Please say why."_s));
    desk.screen.type(u"restrictedReason"_s, u"found unwell"_s);
    desk.screen.press(u"openRestricted"_s);
    CHECK(desk.screen.find<QLabel>(u"residentName"_s)->text().contains(u"Ben"));
    desk.window.switchUser();
    desk.signIn();
    CHECK(desk.screen.shows(u"“found unwell”"_s));
    desk.screen.press(u"reviewOpening"_s);
    CHECK_FALSE(desk.screen.shows(u"“found unwell”"_s));
}

TEST_CASE("An auditor reads the audit and finds nothing else; checking it reads every entry")
{
    Desk desk;
    const auto ben = aPerson().arrived(QDate(2026, 9, 1)).in(desk.made);
    const auto ada = need(desk.services().records.add(Staff{.name = u"Ada Auditor"_s, .role = Role::Auditor}));
    need(desk.services().accounts.give(ada, kTheirs));
    desk.open();
    desk.signIn(u"Ada Auditor"_s, kTheirs);
    auto *page = qobject_cast<AuditPage *>(desk.window.workspace()->currentPage());
    REQUIRE(page);
    CHECK_FALSE(desk.window.findChild<QPushButton *>(u"nav-residents"_s));
    auto *table = desk.screen.find<QTableWidget>(u"auditTable"_s);
    const int all = table->rowCount();
    CHECK(all > 4);
    desk.screen.find<QComboBox>(u"auditWhat"_s)->setCurrentIndex(int(AuditRequest::What::SignIns));
    Screen::settle();
    CHECK(table->rowCount() < all);
    desk.screen.find<QComboBox>(u"auditWhat"_s)->setCurrentIndex(0);
    const auto filter = [&](const QString &field, const QString &typed) {
        desk.screen.type(field, typed);
        QTest::keyClick(desk.screen.find<QLineEdit>(field), Qt::Key_Return);
        Screen::settle();
    };
    filter(u"auditUntil"_s, u"nonsense"_s);
    CHECK(table->rowCount() == 0); // everything would look like an answer
    CHECK(desk.screen.find<QLabel>(u"auditProblem"_s)->text().contains(u"nonsense"));
    desk.screen.press(u"exportAudit"_s);
    CHECK_FALSE(desk.window.findChild<QFileDialog *>()); // the whole history is not what was asked for
    filter(u"auditUntil"_s, u"today"_s);
    CHECK(table->rowCount() > 4);
    filter(u"auditResident"_s, u"P-9999"_s);
    CHECK(desk.screen.find<QLabel>(u"auditProblem"_s)->text() == u"No resident has this number.");
    filter(u"auditResident"_s, ben.value.number.toLower());
    CHECK(table->rowCount() > 0);
    CHECK(table->item(0, 4)->text() == ben.value.number);
    desk.screen.find<QLineEdit>(u"auditResident"_s)->clear();
    filter(u"auditUntil"_s, u"+0d"_s);
    desk.screen.press(u"exportAudit"_s);
    const QString path = desk.made.folder.filePath(u"history.csv"_s);
    desk.answerFileDialog(path);
    desk.confirm(kTheirs);
    REQUIRE(Screen::waitFor([&] { return desk.screen.shows(u"Entries exported"_s); }));
    CHECK(contentOf(path).count('\n') > all);
    CHECK(contentOf(path).contains(ben.value.number.toUtf8()));
    desk.screen.press(u"verifyHistory"_s);
    REQUIRE(Screen::waitFor([&] { return !page->isBusy(); }));
    Screen::settle();
    CHECK(desk.screen.find<QLabel>(u"auditState"_s)->text().contains(u"as they were written"));
}

TEST_CASE("The manager's list of restricted records names them, why, and who needs to know")
{
    Desk desk;
    const auto ben = aPerson().arrived(QDate(2026, 9, 1)).in(desk.made);
    need(desk.services().records.add(Restriction{ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    desk.open();
    desk.signIn();
    desk.window.workspace()->openPlace(u"restricted"_s);
    Screen::settle();
    CHECK(desk.screen.shows(ben.value.displayName() + u" · "_s + ben.value.number));
    CHECK(desk.screen.shows(u"a colleague's brother"_s));
    CHECK(desk.screen.shows(u"Nobody is named who needs to know."_s));
}

} // namespace keywork::test::audit_screen_test
