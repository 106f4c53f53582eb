// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/held_medicine.h"
#include "core/domain/keywork.h"
#include "core/services/care/last_seen.h"
#include "core/services/care/missing.h"
#include "core/services/house/watch/rules.h"
#include "core/services/records/photos.h"
#include "core/services/records/records.h"
#include "core/services/sharing/disclosures.h"
#include "tests/support/desk.h"
#include "tests/support/pdf_text.h"
#include "tests/support/services.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/missing/last_seen_page.h"
#include "ui/pages/missing/missing_card.h"
#include "ui/pages/missing/missing_sheet_part.h"
#include "ui/pages/missing/missing_steps_card.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/print/missing_sheet.h"
#include "ui/text/words_watch.h"

#include <QBuffer>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace keywork::test::last_seen_screen_test {

using namespace Qt::StringLiterals;

namespace {

/// Ben was seen at the door on Sunday; the window shows his tab "Last seen".
struct AtDoor {
    Desk desk;
    Kept<Person> ben = made();
    Kept<Staff> tomi = need(desk.made.hostel->services().records.add(Staff{.name = u"Tomi Okoro"_s, .role = Role::SupportWorker}));

    Kept<Person> made()
    {
        PersonBuilder builder = aPerson().born(u"1981-02-03"_s).arrived(QDate(2026, 8, 3));
        builder.person.conditions = u"Epilepsy, hepatitis C"_s;
        builder.person.medicines = u"Methadone 35 mg, pregabalin"_s;
        builder.person.bloodBorneViruses = u"Hepatitis C"_s;
        builder.person.allergies = u"Penicillin"_s;
        builder.person.telephone = u"07700 900123"_s;
        builder.person.safeContact = u"His sister Joan, 07700 900456; she knows where he lives"_s;
        const auto kept = builder.in(desk.made);
        need(services().records.add(ContactNote{kept.id, QDateTime(QDate(2026, 9, 13), QTime(6, 30), Qt::UTC), u"at the door"_s}));
        return kept;
    }
    Services &services() { return desk.made.hostel->services(); }
    LastSeenPage *page()
    {
        if (!desk.window.workspace()) {
            desk.window.resize(1366, 768);
            desk.window.show();
            desk.window.enter(shared(desk.made));
            desk.window.activateWindow();
            Screen::settle();
        }
        desk.window.workspace()->openResident(ben.id);
        Screen::settle();
        auto *resident = qobject_cast<ResidentPage *>(desk.window.workspace()->currentPage());
        REQUIRE(resident);
        resident->showTab(u"last-seen"_s);
        Screen::settle();
        auto *page = qobject_cast<LastSeenPage *>(resident->currentTab());
        REQUIRE(page);
        return page;
    }
    static void press(QWidget *where, const QString &name)
    {
        auto *button = where->findChild<QPushButton *>(name);
        INFO(name.toStdString());
        REQUIRE(button);
        button->click();
        Screen::settle();
    }
    static QString said(QWidget *where)
    {
        QStringList all;
        for (const QLabel *label : where->findChildren<QLabel *>())
            if (!label->isHidden())
                all.append(QString(label->text()).remove(QChar(0x200b)));
        return all.join(u'\n');
    }
    QList<Kept<MissingStep>> steps() { return need(services().records.of<MissingStep>("person_id", ben.id)); }
    void lookedIn()
    {
        MissingStep entered;
        entered.personId = ben.id;
        entered.act = MissingAct::Entered;
        entered.answer = MissingAnswer::NotThere;
        entered.happenedAt = desk.made.clock.now();
        entered.withId = tomi.id;
        need(services().missing.press(entered));
    }
    Kept<Agency> police()
    {
        Agency agency;
        agency.name = u"Westgate police"_s;
        agency.category = {u"police"_s};
        return need(services().records.add(agency));
    }
};

QByteArray redPhoto()
{
    QImage image(60, 80, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPG");
    return jpeg;
}

} // namespace

TEST_CASE("The tab says when and by whom somebody was last seen, and one press says that they are seen now")
{
    AtDoor at;
    LastSeenPage *page = at.page();
    CHECK(AtDoor::said(page).contains(u"Last seen Sun 13 Sep 07:30, by Priya Shah (Contact note)"_s));
    at.desk.screen.type(u"seenWhere"_s, u"in the garden"_s);
    AtDoor::press(page, u"seenNow"_s);
    REQUIRE(at.steps().size() == 1);
    CHECK(at.steps().first().value.place == u"in the garden"_s);
    CHECK(AtDoor::said(page).contains(u"Last seen 09:42, by Priya Shah (in the garden)"_s));
    auto *header = at.desk.window.findChild<QLabel *>(u"headerLastSeen"_s);
    REQUIRE(header);
    CHECK(header->text() == u"Last seen 09:42, Priya Shah"_s);
}

TEST_CASE("Each step is one press, on file at once, and the keys wait on the next")
{
    AtDoor at;
    LastSeenPage *page = at.page();
    CHECK(AtDoor::said(page).contains(u"Next: Knocked at the door"_s));
    AtDoor::press(page, u"step-knocked-no_reply"_s);
    CHECK(at.steps().size() == 1);
    CHECK(AtDoor::said(page).contains(u"Next: Rang their telephone"_s));
    auto *rang = page->findChild<QPushButton *>(u"step-rang-no_reply"_s);
    REQUIRE(rang);
    CHECK(at.desk.window.focusWidget() == rang);
    QTest::keyClick(rang, Qt::Key_Space);
    Screen::settle();
    CHECK(at.steps().size() == 2);
    CHECK(AtDoor::said(page).contains(u"09:42 · Rang their telephone: no reply · Priya Shah"_s));
}

TEST_CASE("Nobody goes into a room alone: the sentence stands beside the choice, and then an incident is open")
{
    AtDoor at;
    LastSeenPage *page = at.page();
    AtDoor::press(page, u"step-entered-not_there"_s);
    CHECK(at.steps().isEmpty());
    CHECK(AtDoor::said(page).contains(u"Nobody goes in alone: choose who went in with you."_s));
    auto *with = page->findChild<QComboBox *>(u"enteredWith"_s);
    REQUIRE(with);
    CHECK(at.desk.window.focusWidget() == with);
    with->setCurrentIndex(with->findText(u"Tomi Okoro"_s));
    AtDoor::press(page, u"step-entered-not_there"_s);
    REQUIRE(at.steps().size() == 1);
    CHECK(at.steps().first().value.withId == at.tomi.id);
    CHECK(at.steps().first().value.incidentId);
    CHECK(AtDoor::said(page).contains(u"Missing since Sun 13 Sep 07:30"_s));
    at.desk.screen.type(u"policeReference"_s, u"CAD 1182"_s);
    AtDoor::press(page, u"step-police-told"_s);
    const auto kept = at.steps();
    CHECK(std::any_of(kept.cbegin(), kept.cend(), [](const Kept<MissingStep> &one) { return one.value.reference == u"CAD 1182"_s; }));
    CHECK(AtDoor::said(page).contains(u"The police were told."_s));
}

TEST_CASE("Found again asks where, by whom and how they are, and closes the search")
{
    AtDoor at;
    at.lookedIn();
    LastSeenPage *page = at.page();
    AtDoor::press(page, u"foundAgain"_s);
    RecordEditor *editor = page->missing()->editor();
    REQUIRE(editor);
    editor->save();
    Screen::settle();
    CHECK(need(at.services().missing.of(at.ben.id)).isOpen); // where is not said yet
    editor->form()->editor(u"found_where"_s)->setValue(u"At the front door"_s);
    editor->form()->editor(u"welfare"_s)->setValue(u"well"_s);
    editor->save();
    Screen::settle();
    CHECK_FALSE(need(at.services().missing.of(at.ben.id)).isOpen);
    CHECK(need(at.services().records.all<Incident>()).first().value.backAt == at.desk.made.clock.now());
    CHECK(page->missing()->editor() == nullptr);
    CHECK(AtDoor::said(page).contains(u"Last seen 09:42, by Priya Shah"_s));
}

TEST_CASE("The sheet is one page without drugs or health, and with the photo only where it was decided")
{
    AtDoor at;
    at.lookedIn();
    need(at.services().photos.set(at.ben.id, redPhoto()));
    auto episode = *need(at.services().missing.of(at.ben.id)).episode;
    episode.value.described = u"About 1.75 m, slim, a scar above the left eyebrow"_s;
    episode.value.wearing = u"Grey hooded top"_s;
    episode.value.likelyPlaces = u"The park by the canal"_s;
    episode.value.mayBeWith = u"His cousin"_s;
    episode.value.lastSeenWhere = u"At our front door"_s;
    need(at.services().records.amend(episode));
    MissingSheetWish wish{.personId = at.ben.id, .photo = PhotoOnSheet::None, .immediateRisk = {}, .tellsHealth = false, .reason = {}};
    const auto plain = need(print::missingSheet(at.services(), wish));
    CHECK(plain.pageCount() == 1);
    const QString words = pdfPages(plain).join(u'\n');
    for (const QString &told : {u"Ben Barker"_s, u"45"_s, u"Sun 13 Sep 2026 07:30"_s, u"At our front door"_s, u"a scar above"_s,
             u"Grey hooded top"_s, u"The park by the canal"_s, u"His cousin"_s, u"07700 900123"_s, u"His sister Joan"_s})
        CHECK(words.contains(told));
    for (const QString &kept : {u"Methadone"_s, u"pregabalin"_s, u"Epilepsy"_s, u"epatitis"_s, u"Penicillin"_s, u"Immediate risk"_s})
        CHECK_FALSE(words.contains(kept, Qt::CaseInsensitive));
    wish.immediateRisk = u"Needs a tablet each evening; without it he may have a seizure"_s;
    wish.photo = PhotoOnSheet::Danger;
    const auto full = need(print::missingSheet(at.services(), wish));
    CHECK(full.pageCount() == 1);
    CHECK(pdfPages(full).join(u'\n').contains(u"Needs a tablet each evening"_s));
    CHECK(full.toPdf().size() > plain.toPdf().size());
    const QString picture = qEnvironmentVariable("KEYWORK_SHEET_PICTURE"); // to look at it
    if (!picture.isEmpty()) {
        QFile file(picture);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(full.toPdf());
    }
}

TEST_CASE("Even with long texts everywhere the sheet stays one page")
{
    AtDoor at;
    at.lookedIn();
    auto episode = *need(at.services().missing.of(at.ben.id)).episode;
    const QString longText = QString(u"words that go on "_s).repeated(55).left(1000);
    episode.value.described = episode.value.wearing = episode.value.likelyPlaces = episode.value.mayBeWith = longText;
    need(at.services().records.amend(episode));
    const MissingSheetWish wish{
        .personId = at.ben.id, .photo = PhotoOnSheet::None, .immediateRisk = longText, .tellsHealth = false, .reason = {}};
    CHECK(need(print::missingSheet(at.services(), wish)).pageCount() == 1);
}

TEST_CASE("The form of the sheet asks for the reason, and its preview says for whom it is")
{
    AtDoor at;
    at.police();
    at.lookedIn();
    LastSeenPage *page = at.page();
    AtDoor::press(page, u"missingSheet"_s);
    MissingSheetPart *part = page->missing()->sheet();
    REQUIRE(part);
    AtDoor::press(part, u"lookAtSheet"_s);
    auto *problem = part->findChild<QLabel *>(u"sheetProblem"_s);
    REQUIRE(problem);
    CHECK_FALSE(problem->isHidden());
    auto *because = part->findChild<QPlainTextEdit *>(u"because"_s);
    REQUIRE(because);
    because->setPlainText(u"Not seen for a day, and it is freezing"_s);
    auto *photo = part->findChild<QComboBox *>(u"sheetPhoto"_s);
    REQUIRE(photo);
    photo->setCurrentIndex(2);
    CHECK(part->wish().photo == PhotoOnSheet::Danger);
    AtDoor::press(part, u"lookAtSheet"_s);
    CHECK(need(at.services().records.count(recordType<LawfulReason>())) == 0); // looking lets nothing leave
}

TEST_CASE("The line of Today names when they were seen and what was tried")
{
    WatchItem item{.rule = watchRuleOf(u"not_seen"_s), .day = QDate(2026, 9, 13)};
    item.places
        = {{u"hours"_s, u"26"_s}, {u"seen_time"_s, u"07:30"_s}, {u"seen_where"_s, u"at the door"_s}, {u"tries"_s, u"22:00,08:00"_s}};
    CHECK(words::watchSentence(item, QDate(2026, 9, 14))
        == u"Not seen for 26 hours. Last seen Sun 13 Sep 07:30: at the door. No reply at 22:00, 08:00."_s);
    item.places = {{u"hours"_s, u"24"_s}, {u"seen_by"_s, u"Priya"_s}, {u"away_paused"_s, u"yes"_s}, {u"away"_s, u"hospital"_s}};
    CHECK(words::watchSentence(item, QDate(2026, 9, 14))
        == u"Not seen for 24 hours. Last seen some time on Sun 13 Sep, by Priya. Time away is not counted (in hospital)."_s);
    item.day = {};
    item.places = {{u"hours"_s, u"24"_s}};
    CHECK(words::watchSentence(item, QDate(2026, 9, 14)) == u"Not seen for 24 hours. Nothing on file says that they were seen."_s);
}

} // namespace keywork::test::last_seen_screen_test
