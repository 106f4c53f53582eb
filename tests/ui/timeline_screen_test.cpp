// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/appointment.h"
#include "core/domain/belonging.h"
#include "core/domain/incident.h"
#include "core/domain/kinds.h"
#include "core/domain/room.h"
#include "core/services/records/families.h"
#include "core/services/records/records.h"
#include "core/services/sharing/disclosures.h"
#include "tests/support/desk.h"
#include "tests/support/filled_rows.h"
#include "tests/support/pdf_text.h"
#include "tests/support/services.h"
#include "tests/support/statements.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/printing/preview_page.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/resident/timeline_model.h"
#include "ui/pages/resident/timeline_page.h"
#include "ui/print/list_document.h"
#include "ui/print/record_document.h"
#include "ui/print/timeline_document.h"
#include "ui/text/timeline_words.h"
#include "ui/text/words.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QListView>
#include <QMenu>

namespace keywork::test::timeline_screen_test {

namespace {

Appointment anAppointment(Id<Person> person, const QDateTime &at, const QString &purpose)
{
    Appointment appointment;
    appointment.personId = person;
    appointment.startsAt = at;
    appointment.purpose = purpose;
    return appointment;
}

void addAppointments(TestHostel &hostel, Id<Person> person, int count)
{
    need(hostel.services().records.together([&]() -> Done {
        for (int i = 0; i < count; ++i)
            if (const auto added
                = hostel.services().records.add(anAppointment(person, kNow.addSecs(-3600 * (i + 1)), u"visit %1"_s.arg(i)));
                !added)
                return added.error();
        return {};
    }));
}

/// The window with Ben's timeline open: a stay, a guitar, a visit kept yesterday and one still to come.
struct AtTimeline {
    Desk desk;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 8, 3)).in(desk.made);
    Kept<Belonging> guitar = need(desk.services().records.add(Belonging{ben.id, u"guitar"_s, {}, QDate(2026, 8, 20), {}}));

    AtTimeline()
    {
        need(desk.services().records.add(anAppointment(ben.id, kNow.addDays(-1), u"dentist, upper floor"_s)));
        need(desk.services().records.add(anAppointment(ben.id, kNow.addDays(3), u"optician"_s)));
    }
    void open()
    {
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.window.enter(shared(desk.made));
        Screen::settle();
        desk.window.workspace()->visit(residentVisit(ben.id.value, u"timeline"_s));
        Screen::settle();
    }
    PersonTimelinePage *page()
    {
        auto *resident = qobject_cast<ResidentPage *>(desk.window.workspace()->currentPage());
        REQUIRE(resident);
        auto *shown = qobject_cast<PersonTimelinePage *>(resident->currentTab());
        REQUIRE(shown);
        return shown;
    }
    QStringList sentences()
    {
        QStringList said;
        for (int row = 0; row < page()->model()->rowCount(); ++row)
            said.append(page()->model()->lineAt(row).sentence);
        return said;
    }
};

QString textOf(const print::Document &document) { return pdfText(document.toPdf()).simplified(); }

void checkComplete(const Row &row, const Records &records)
{
    const words::Names named = [](const QString &, qint64) { return u"Name"_s; };
    const words::Names nameless = [](const QString &, qint64) { return QString(); };
    for (const Phase phase : {Phase::Happened, Phase::Ended})
        for (const words::Names &names : {named, nameless}) {
            KeptRow kept;
            kept.row = row;
            const QString said = words::happening({kNow, false, phase, kept}, names, records.choices(), records.clock());
            INFO(row.type->table << ": " << said.toStdString());
            CHECK_FALSE(said.isEmpty());
            CHECK_FALSE(said.contains(u'{'));
            CHECK_FALSE(said.contains(u'}'));
            CHECK_FALSE(said.contains(u"  "_s));
            CHECK_FALSE(said.contains(u" ,"_s));
            CHECK_FALSE(said.contains(u" :"_s));
            CHECK_FALSE(said.contains(u": ,"_s));
            CHECK_FALSE(said.contains(u", :"_s));
            for (const QChar end : u",:; "_s)
                CHECK_FALSE(said.endsWith(end));
        }
}

} // namespace

TEST_CASE("What happened is said in a whole sentence, whatever was filled in and whatever was left empty")
{
    TestHostel hostel;
    aPerson().in(hostel);
    const Records &records = hostel.services().records;
    int kinds = 0;
    for (const RecordType *type : allKinds()) {
        if (!type->happens)
            continue;
        ++kinds;
        for (Row row : {emptyRow(*type), filledRow(records, *type, u"some words"_s)}) {
            checkComplete(row, records);
            for (const Field &field : type->fields) // what was answered may decide which sentence it is
                if (field.kind == Kind::Choice)
                    for (const ChoiceOption &option : records.choices().options(QString::fromLatin1(field.list))) {
                        row.set(QString::fromLatin1(field.column), option.code);
                        checkComplete(row, records);
                    }
        }
    }
    CHECK(kinds >= 10);
}

TEST_CASE("An empty cell leaves neither mark nor blank behind")
{
    const auto with = [](const QString &pattern, const QMap<QString, QString> &cells) {
        return words::filled(pattern, [&cells](const QString &column) { return cells.value(column); });
    };
    const QString missed = u"Missed: {a}, {b}"_s;
    CHECK(with(missed, {{u"a"_s, u"Agency"_s}, {u"b"_s, u"talk"_s}}) == u"Missed: Agency, talk");
    CHECK(with(missed, {{u"a"_s, u"Agency"_s}}) == u"Missed: Agency");
    CHECK(with(missed, {{u"b"_s, u"talk"_s}}) == u"Missed: talk");
    CHECK(with(missed, {}) == u"Missed");
    CHECK(with(u"Incident {a}: {b}"_s, {{u"b"_s, u"fire"_s}}) == u"Incident: fire");
    CHECK(with(u"Version {a} of the plan"_s, {}) == u"Version of the plan");
    CHECK(with(u"{a}, {b}"_s, {{u"b"_s, u"talk"_s}}) == u"talk");
    CHECK(with(u"{nick|given} {family}"_s, {{u"given"_s, u"Ben"_s}, {u"family"_s, u"Barker"_s}}) == u"Ben Barker");
    CHECK(with(u"{nick|given} {family}"_s, {{u"nick"_s, u"Benny"_s}, {u"given"_s, u"Ben"_s}}) == u"Benny");
    CHECK(with(u"Taken in: {a}"_s, {{u"a"_s, u"a bag,\n  two shoes {b}"_s}}) == u"Taken in: a bag, two shoes {b}");
}

TEST_CASE("Every kind of record that others name says what it is called")
{
    for (const RecordType *type : allKinds())
        for (const Field &field : type->fields)
            if (field.refers) {
                INFO(field.refers);
                REQUIRE(kindOf(QString::fromLatin1(field.refers)));
                CHECK(kindOf(QString::fromLatin1(field.refers))->called);
            }
    TestHostel hostel;
    Person ben;
    ben.givenName = u"Benjamin"_s;
    ben.familyName = u"Barker"_s;
    CHECK(words::nameOf(toRow(ben), hostel.services().records) == u"Benjamin Barker");
    ben.preferredName = u"Ben"_s;
    CHECK(words::nameOf(toRow(ben), hostel.services().records) == u"Ben Barker");
}

TEST_CASE("A page of the timeline costs the same number of statements however long the timeline is")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto statements = [&] {
        return statementsOf(hostel.services().records.database(), [&] {
            TimelineModel model(hostel.services());
            REQUIRE(model.read({.person = ben.id}, {}));
            CHECK(model.rowCount() == 100);
        });
    };
    addAppointments(hostel, ben.id, 110);
    const int few = statements();
    addAppointments(hostel, ben.id, 900);
    CHECK(statements() == few);
    CHECK(few < 12);
}

TEST_CASE("Of five thousand entries one page is read at first, and looking for words ends with a sentence")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    addAppointments(hostel, ben.id, 5150);
    TimelineModel model(hostel.services());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    tester.setUseFetchMore(false); // it would fetch in the middle of a reset
    REQUIRE(model.read({.person = ben.id}, {}));
    CHECK(model.rowCount() == 100);
    model.fetchMore({});
    CHECK(model.rowCount() == 200);
    REQUIRE(model.read({.person = ben.id}, u"VISIT 4990"_s)); // far behind the first page
    CHECK(model.rowCount() == 1);
    CHECK_FALSE(model.canFetchMore({}));
    REQUIRE(model.read({.person = ben.id}, u"visit 5140"_s));
    CHECK(model.rowCount() == 0);
    CHECK(model.gaveUp());
    REQUIRE(model.read({.person = ben.id, .until = QDate(2026, 9, 1)}, u"visit 5140"_s));
    CHECK(model.rowCount() == 1);
}

TEST_CASE("The timeline of a resident stands on a tab, newest first, and is narrowed by words, days and kinds")
{
    AtTimeline at;
    at.open();
    CHECK(at.sentences() == QStringList{u"Appointment: dentist, upper floor"_s, u"Belonging taken in: guitar"_s, u"Arrived"_s});
    at.desk.screen.type(u"timelineWords"_s, u"gui taken"_s);
    CHECK(at.sentences() == QStringList{u"Belonging taken in: guitar"_s});
    at.desk.screen.type(u"timelineWords"_s, u"nobody"_s);
    CHECK(at.desk.screen.shows(u"Nothing happened with these words"_s));
    at.desk.screen.find<QLineEdit>(u"timelineWords"_s)->clear();
    at.desk.screen.type(u"timelineFrom"_s, u"2026-08-10"_s);
    CHECK(at.sentences().size() == 2);
    at.desk.screen.type(u"timelineUntil"_s, u"2026-09-01"_s);
    CHECK(at.sentences() == QStringList{u"Belonging taken in: guitar"_s});
    at.desk.screen.find<QLineEdit>(u"timelineFrom"_s)->clear();
    at.desk.screen.type(u"timelineFrom"_s, u"whenever"_s);
    CHECK(at.desk.screen.shows(u"This day can't be read"_s));
    at.page()->reload();
    auto *menu = at.desk.screen.find<QPushButton>(u"kinds"_s)->menu();
    for (QAction *action : menu->actions())
        if (action->data().toString() == u"stay")
            action->trigger();
    CHECK(at.sentences() == QStringList{u"Arrived"_s});
    menu->actions().first()->trigger();
    CHECK(at.sentences().size() == 2);
}

TEST_CASE("What is still to come is shown when somebody wants it")
{
    AtTimeline at;
    at.open();
    at.desk.screen.find<QCheckBox>(u"timelineAhead"_s)->click();
    CHECK(at.sentences().first() == u"Appointment: optician");
    CHECK(at.page()->model()->index(0).data(TimelineModel::IsAheadRole).toBool());
    CHECK_FALSE(at.page()->model()->index(1).data(TimelineModel::IsAheadRole).toBool());
    CHECK(at.page()->model()->index(1).data(TimelineModel::TimeRole).toString().contains(u':'));
    CHECK(at.page()->model()->index(2).data(TimelineModel::TimeRole).toString().isEmpty());
}

TEST_CASE("Enter on a line of the timeline opens the record that it speaks of")
{
    AtTimeline at;
    at.open();
    at.page()->view()->setCurrentIndex(at.page()->model()->index(1));
    QTest::keyClick(at.page()->view(), Qt::Key_Return);
    Screen::settle();
    auto *resident = qobject_cast<ResidentPage *>(at.desk.window.workspace()->currentPage());
    REQUIRE(resident);
    auto *lists = qobject_cast<KindsPage *>(resident->currentTab());
    REQUIRE(lists);
    REQUIRE(lists->current()->editor());
    CHECK(lists->current()->editor()->form()->row().text(u"what"_s) == u"guitar");
}

TEST_CASE("A resident of whom nothing happened yet is told what will stand there")
{
    Desk desk;
    const auto ben = aPerson().in(desk.made);
    desk.window.show();
    desk.window.enter(shared(desk.made));
    desk.window.workspace()->visit(residentVisit(ben.id.value, u"timeline"_s));
    Screen::settle();
    CHECK(desk.screen.shows(u"stand here by themselves"_s));
}

TEST_CASE("The overview says the latest in the same sentences")
{
    AtTimeline at;
    at.open();
    at.desk.window.workspace()->visit(residentVisit(at.ben.id.value, u"overview"_s));
    Screen::settle();
    CHECK(at.desk.screen.shows(u"Appointment: dentist, upper floor"_s));
    CHECK(at.desk.screen.shows(u"Belonging taken in: guitar"_s));
    CHECK_FALSE(at.desk.screen.shows(u"optician"_s));
}

TEST_CASE("The timeline is printed with its filter, whose it is and page by page, and stands in the ledger")
{
    AtTimeline at;
    addAppointments(at.desk.made, at.ben.id, 90);
    at.open();
    at.desk.screen.type(u"timelineWords"_s, u"i"_s);
    at.desk.screen.press(u"printTimeline"_s);
    auto *preview = qobject_cast<PreviewPage *>(at.desk.window.workspace()->currentPage());
    REQUIRE(preview);
    const QString path = at.desk.made.folder.filePath(u"timeline.pdf"_s);
    need(preview->savePdf(path));
    const QString text = pdfText(path).simplified();
    CHECK(text.contains(u"Page 1 of "_s));
    CHECK(text.contains(u"Page 2 of "_s));
    CHECK(text.count(u"Ben Barker, P-0001"_s) >= 3);
    CHECK(text.contains(u"With the words “i”"_s));
    CHECK(text.contains(u"visit 89"_s));
    const auto left = need(at.desk.services().disclosures.about(at.ben.id));
    REQUIRE(left.size() == 1);
    CHECK(left.first().value.kind == DisclosureKind::TimelinePrint);
    CHECK(left.first().value.personId == at.ben.id);
}

TEST_CASE("Any record is printed from its description, with its parts, however long its texts are")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    Incident incident;
    incident.kind = {u"fire"_s};
    incident.happenedAt = kNow.addDays(-1);
    incident.place = u"kitchen"_s;
    incident.whatHappened = u"smoke alarm "_s.repeated(900).trimmed() + u" and the end of it"_s;
    KeptRow head;
    head.row = toRow(incident);
    IncidentPerson involved;
    involved.who = InvolvedWho::Resident;
    involved.personId = ben.id;
    involved.role = {u"affected"_s};
    KeptRow part;
    part.row = toRow(involved);
    const auto kept = need(hostel.services().families.save({head, {part}}, {}));
    const auto document = need(print::recordDocument(hostel.services(), recordType<Incident>(), kept.head.id));
    const QString text = textOf(document);
    CHECK(document.pageCount() > 1);
    CHECK(text.contains(u"Incident report I-0001"_s));
    CHECK(text.contains(u"kitchen"_s));
    CHECK(text.contains(u"and the end of it"_s));
    CHECK(text.contains(u"Ben Barker"_s));
    CHECK(text.contains(u"Logged"_s));
    const auto belonging = need(hostel.services().records.add(Belonging{ben.id, u"guitar"_s, {}, QDate(2026, 8, 20), {}}));
    const QString own = textOf(need(print::recordDocument(hostel.services(), recordType<Belonging>(), belonging.id.value)));
    CHECK(own.contains(u"Ben Barker, P-0001"_s));
    CHECK(own.contains(u"guitar"_s));
    CHECK(own.contains(u"20 Aug 2026"_s));
}

TEST_CASE("Any list is printed beside being exported, after the password, and the paper holds all of it")
{
    Desk desk;
    for (int i = 0; i < 60; ++i)
        anAgency(desk.made, u"Agency %1"_s.arg(i));
    desk.window.resize(1366, 768);
    desk.window.show();
    desk.window.enter(shared(desk.made));
    Screen::settle();
    desk.openPlace<KindsPage>(u"partners"_s);
    CHECK(desk.screen.find<QPushButton>(u"exportList"_s)->isVisible());
    desk.made.clock.set(kNow.addSecs(10 * 60)); // the password was typed at the sign-in, longer ago than five minutes
    desk.screen.press(u"printList"_s);
    desk.confirm();
    REQUIRE(Screen::waitFor([&] { return qobject_cast<PreviewPage *>(desk.window.workspace()->currentPage()); }));
    const QString path = desk.made.folder.filePath(u"list.pdf"_s);
    need(qobject_cast<PreviewPage *>(desk.window.workspace()->currentPage())->savePdf(path));
    const QString text = pdfText(path).simplified();
    CHECK(text.contains(u"60 in the list"_s));
    CHECK(text.count(u"Agency "_s) >= 60);
    CHECK(text.contains(u"Page 2 of"_s));
    CHECK(need(desk.services().records.all<Disclosure>()).last().value.kind == DisclosureKind::ListExport);
}

TEST_CASE("A known record's form offers to print it")
{
    AtTimeline at;
    at.open();
    at.desk.window.workspace()->visit(residentVisit(at.ben.id.value, u"lists"_s, {u"belonging"_s, at.guitar.id.value}));
    Screen::settle();
    at.desk.screen.press(u"printRecord"_s);
    CHECK(qobject_cast<PreviewPage *>(at.desk.window.workspace()->currentPage()));
    const auto path = at.desk.made.folder.filePath(u"record.pdf"_s);
    need(qobject_cast<PreviewPage *>(at.desk.window.workspace()->currentPage())->savePdf(path));
    CHECK(need(at.desk.services().disclosures.about(at.ben.id)).first().value.kind == DisclosureKind::RecordPrint);
}

} // namespace keywork::test::timeline_screen_test
