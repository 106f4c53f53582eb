// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/front_desk.h"
#include "core/domain/handover.h"
#include "core/domain/incident_review.h"
#include "core/domain/money.h"
#include "core/domain/prescription.h"
#include "core/domain/shift.h"
#include "core/domain/stay_room.h"
#include "core/domain/substance_use.h"
#include "core/services/care/care_plans.h"
#include "core/services/care/stages.h"
#include "core/services/keeping/hostel_file.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/services/sharing/agreements.h"
#include "tests/stories/canaries.h"
#include "tests/support/filled_rows.h"
#include "tests/support/screen.h"
#include "tests/support/services.h"
#include "ui/pages/printing/preview_page.h"
#include "ui/pages/printing/print_job.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/sharing/referral_wizard.h"
#include "ui/pages/sharing/sharing_page.h"
#include "ui/print/directory_document.h"
#include "ui/shell/find_box.h"
#include "ui/shell/new_hostel_page.h"
#include "ui/shell/sign_in_page.h"
#include "ui/shell/workspace.h"
#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QSettings>
#include <csignal>
#include <unistd.h>

namespace keywork::test::canary_story {

using namespace Qt::StringLiterals;

namespace {

/// One day at reception, everything typed being a canary. Says each on stdout, which is no file of the program's.
class Story {
public:
    Story()
        : m_path(qEnvironmentVariable("KEYWORK_CANARY_HOSTEL"))
        , m_out(qEnvironmentVariable("KEYWORK_CANARY_OUT"))
        , m_clock(QDateTime::currentDateTimeUtc())
        , m_window(m_clock)
        , m_screen(m_window)
    {
        m_window.show();
        QObject::connect(m_window.signInPage(), &SignInPage::signedIn, &m_window,
            [this](const std::shared_ptr<OpenHostel> &hostel) { m_hostel = hostel; });
    }
    void play()
    {
        firstRun();
        plantRecords();
        plantPlan();
        typeAndLeave();
        search();
        printAndExport();
        refer();
        lockAndReturn();
        typeAndLeave(); // drafts stand open at the end
        search();
        checkTitlesAndSettings();
    }
    void tell() const
    {
        for (const QString &canary : m_canaries.all())
            printf("canary: %s\n", qPrintable(canary));
        printf("canary-end: %s\n", qgetenv("KEYWORK_CANARY_END").constData());
        fflush(stdout);
    }
    void close() { m_window.close(); }

private:
    QString word() { return m_canaries.next(); }
    Services &services()
    {
        const auto hostel = m_hostel.lock();
        REQUIRE(hostel);
        return hostel->services();
    }
    /// Each text field with a canary of its own.
    Row canaryRow(Row row)
    {
        row = filledRow(services().records, row, u"x"_s);
        for (const Field &field : row.type->fields)
            if (isTyped(field) && field.rule == Rule::None && QLatin1String(field.column) != "time_zone" && lengthLimit(field) >= 12)
                row.set(QString::fromLatin1(field.column), word());
        return row;
    }
    template <class T> T canaries()
    {
        const auto record = recordType<T>().fromRow(canaryRow(toRow(T{})));
        REQUIRE(record.has_value());
        return *record;
    }

    void firstRun()
    {
        NewHostelPage *page = m_window.newHostelPage();
        page->setKeyCost(KeyCost::ForTests);
        QObject::connect(page, &NewHostelPage::created, &m_window,
            [this](const std::shared_ptr<HostelFile> &, const std::shared_ptr<OpenHostel> &hostel) { m_hostel = hostel; });
        m_screen.press(u"newHostel"_s);
        m_screen.type(u"hostel"_s, u"Cairn Street Hostel"_s); // stands in the header by intent: the sign-in shows it
        m_screen.type(u"manager"_s, m_manager);
        m_screen.type(u"newPassword"_s, m_password);
        m_screen.type(u"again"_s, m_password);
        m_screen.type(u"path"_s, m_path);
        m_screen.press(u"next"_s);
        m_canaries.secret(page->recoveryKey());
        m_canaries.secret(HostelFile::grouped(page->recoveryKey()));
        m_screen.type(u"typedKey"_s, page->recoveryKey());
        m_screen.press(u"create"_s);
        REQUIRE(Screen::waitFor([&] { return m_window.workspace() != nullptr; }));
    }
    /// One room, one dose a day, one month, one beginning of a shift; nobody is in or on shift twice.
    static bool standsOnce(const RecordType &type)
    {
        return &type == &recordType<RentCharge>() || &type == &recordType<Prescription>() || &type == &recordType<Collection>()
            || &type == &recordType<IncidentMonth>() || &type == &recordType<ShiftPattern>() || &type == &recordType<Visitor>()
            || &type == &recordType<StaffPresence>() || &type == &recordType<OnShift>();
    }
    /// A stay comes with its person and its rooms, and a handover needs a colleague.
    static bool isPlantedElsewhere(const RecordType &type)
    {
        return &type == &recordType<Stay>() || &type == &recordType<StayRoom>() || &type == &recordType<Handover>();
    }
    void plantRecords()
    {
        auto house = need(services().records.list(recordType<House>())).first();
        const QString zone = house.row.text(u"time_zone"_s);
        const QString name = house.row.text(u"name"_s);
        house.row = canaryRow(house.row);
        house.row.set(u"time_zone"_s, zone);
        house.row.set(u"name"_s, name);
        need(services().records.amend(house));
        for (int i = 0; i < 3; ++i) {
            Stay stay = canaries<Stay>();
            stay.personId = {};
            stay.referredOn = services().records.today();
            stay.arrivedOn = stay.referredOn; // here now: in the list that is exported
            m_person = need(services().people.takeIn(canaries<Person>(), stay)).id;
        }
        Stay ended = canaries<Stay>(); // what comes after leaving is about one that ended
        ended.personId = {need(services().records.list(recordType<Person>())).first().id};
        ended.referredOn = ended.arrivedOn.emplace(2024, 5, 1);
        ended.leftOn = QDate(2024, 8, 1);
        ended.destination = {u"friends"_s};
        need(services().people.saveStay({}, ended));
        for (int round = 0; round < 3; ++round)
            for (const RecordType *type : allKinds())
                if (type->place != Place::Nowhere && !isPlantedElsewhere(*type) && (round == 0 || !standsOnce(*type))) {
                    Row row = canaryRow(emptyRow(*type));
                    if (type == &recordType<ShiftPattern>())
                        row.set(u"ends_at"_s, u"20:00"_s); // a shift has hours
                    need(services().records.add(row));
                }
        Screen::settle();
    }
    void plantPlan()
    {
        CarePlans &plans = services().plans;
        need(plans.saveDetails(m_person, canaries<CarePlanVersion>()));
        need(plans.saveArea(m_person, canaries<CarePlanArea>()));
        const QString goal = need(plans.saveGoal(m_person, canaries<Goal>()));
        need(plans.saveStep(m_person, goal, canaries<Step>(), {{StepActor::Other, word()}}));
        need(plans.noteGoal(m_person, goal, GoalStatus::UnderWay, word()));
        need(plans.issue(m_person));
        need(services().records.add(canaryRow(emptyRow(recordType<Substance>()))));
        SubstanceReview review = canaries<SubstanceReview>();
        review.personId = m_person;
        need(services().records.add(review));
        need(services().records.add(canaryRow(emptyRow(recordType<SubstanceUse>()))));
        StageEntry entry = canaries<StageEntry>();
        entry.personId = m_person;
        entry.correctsId = {};
        entry.correctionReason.clear();
        need(services().stages.record(entry));
        need(services().agreements.saveWording(word()));
        Screen::settle();
    }
    ResidentPage *resident(const QString &tab)
    {
        m_window.workspace()->openResident(m_person);
        auto *page = qobject_cast<ResidentPage *>(m_window.workspace()->currentPage());
        REQUIRE(page);
        page->showTab(tab);
        Screen::settle();
        return page;
    }
    /// Typed and not saved: the drafts hold it.
    void typeAndLeave()
    {
        resident(u"record"_s);
        m_screen.type(u"conditions"_s, word());
        m_screen.type(u"telephone"_s, word());
        m_window.workspace()->openNewResident();
        Screen::settle();
        m_screen.type(u"given_name"_s, word());
        m_screen.type(u"languages"_s, word());
        QTest::qWait(1800); // until the draft is kept
    }
    void search()
    {
        m_window.workspace()->openPlace(u"today"_s);
        m_screen.type(u"find"_s, m_canaries.all().at(40));
        QTest::qWait(2200); // until the search is noted
        m_screen.type(u"find"_s, word());
        m_window.workspace()->find()->clear();
    }
    void printAndExport()
    {
        const auto preview = [&] {
            auto *page = qobject_cast<PreviewPage *>(m_window.workspace()->currentPage());
            REQUIRE(page);
            return page;
        };
        resident(u"plan"_s)->printPlan(print::CopyKind::Full);
        need(preview()->savePdf(m_out + u"/plan.pdf"_s));
        resident(u"overview"_s)->printEmergencySheet();
        need(preview()->savePdf(m_out + u"/sheet.pdf"_s));
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(m_out + u"/printed.pdf"_s);
        CHECK(printPages(printer, need(print::directoryDocument(services()))));
        exportResidents();
    }
    /// Through the dialog, into a folder that somebody called after a resident.
    void exportResidents()
    {
        const QString folder = m_out + u'/' + word();
        REQUIRE(QDir().mkpath(folder));
        m_window.workspace()->openPlace(u"residents"_s);
        Screen::settle();
        for (QPushButton *button : m_window.workspace()->currentPage()->findChildren<QPushButton *>())
            if (button->text() == u"Export CSV")
                QTest::mouseClick(button, Qt::LeftButton);
        Screen::settle();
        auto *dialog = m_window.findChild<QFileDialog *>();
        REQUIRE(dialog);
        checkTitlesAndSettings();
        dialog->setDirectory(folder); // as by browsing there
        const QString path = folder + u'/' + word() + u".csv"_s;
        auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
        REQUIRE(name);
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
        REQUIRE(Screen::waitFor([&] { return QFile::exists(path) && !m_window.findChild<QFileDialog *>(); }));
    }
    void refer()
    {
        auto *sharing = qobject_cast<SharingPage *>(resident(u"sharing"_s)->currentTab());
        REQUIRE(sharing);
        sharing->openReferral();
        Screen::settle();
        ReferralWizard *wizard = sharing->wizard();
        m_screen.press(u"referralNext"_s);
        m_screen.type(u"why"_s, word());
        m_screen.press(u"referralNext"_s);
        m_screen.press(u"recordLawfulReason"_s);
        wizard->lawful()->because()->setPlainText(word());
        for (const QString &tick : {u"share-identity"_s, u"share-health"_s})
            m_screen.find<QCheckBox>(tick)->click();
        Screen::settle();
        m_screen.press(u"referralNext"_s);
        REQUIRE(wizard->prepared().has_value());
        m_canaries.secret(wizard->leaving()->passphrase()->text());
        need(wizard->handOver(m_out));
        Screen::settle();
    }
    void signIn(const QString &name, const QString &password)
    {
        m_screen.type(u"name"_s, name);
        m_screen.type(u"password"_s, password);
        m_screen.press(u"signIn"_s);
        REQUIRE(Screen::waitFor([&] { return !m_window.signInPage()->isBusy(); }));
        Screen::settle();
    }
    void lockAndReturn()
    {
        m_window.lock();
        CHECK(m_hostel.expired());
        checkTitlesAndSettings();
        signIn(word(), word());
        CHECK_FALSE(m_window.workspace());
        QTest::qWait(1200);
        signIn(m_manager, m_canaries.secret(u"wrong "_s + word()));
        CHECK_FALSE(m_window.workspace());
        QTest::qWait(2200);
        signIn(m_manager, m_password);
        REQUIRE(m_window.workspace());
    }
    void checkTitlesAndSettings()
    {
        for (const QWidget *top : QApplication::topLevelWidgets())
            CHECK(canariesIn(top->windowTitle().toUtf8() + top->windowFilePath().toUtf8(), m_canaries.all()).isEmpty());
        for (const QSettings &settings : {std::cref(m_settings), std::cref(m_qtSettings)})
            for (const QString &key : settings.allKeys())
                CHECK(canariesIn((key + settings.value(key).toStringList().join(u' ')).toUtf8(), m_canaries.all()).isEmpty());
    }

    Canaries m_canaries;
    const QString m_path;
    const QString m_out;
    SetClock m_clock;
    MainWindow m_window;
    Screen m_screen;
    std::weak_ptr<OpenHostel> m_hostel; // the window's own: it has to go when it locks
    const QString m_manager = word() + u" Shah"_s;
    const QString m_password = m_canaries.secret(u"glacier-mitten-oboe-"_s + word());
    Id<Person> m_person;
    const QSettings m_settings{u"Keywork"_s, u"Keywork"_s};
    const QSettings m_qtSettings{u"QtProject"_s};
};
} // namespace

TEST_CASE("The story that plants canaries", "[.][canary]")
{
    if (!qEnvironmentVariableIsSet("KEYWORK_CANARY_HOSTEL"))
        return; // canary_sweep_test starts it, in a home of its own
    const QByteArray end = qgetenv("KEYWORK_CANARY_END");
    Story story;
    story.play();
    story.tell();
    if (end == "exit")
        _exit(3);
    if (end == "kill")
        raise(SIGKILL);
    story.close();
}

} // namespace keywork::test::canary_story
