// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/agency.h"
#include "core/services/care/care_plans.h"
#include "core/services/records/drafts.h"
#include "core/services/records/history_reader.h"
#include "core/services/records/photos.h"
#include "core/services/records/records.h"
#include "tests/support/screen.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/care_plan/care_plan_page.h"
#include "ui/pages/printing/preview_page.h"
#include "ui/pages/resident/photo_part.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/sharing/sharing_page.h"
#include "ui/shell/workspace.h"

#include <QCheckBox>
#include <QImage>
#include <QJsonArray>

namespace keywork::test::editing_test {

using namespace Qt::StringLiterals;

namespace {

/// A window on a hostel with Ben in it, his record open.
struct BensRecord {
    TestHostel hostel;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    MainWindow window{hostel.clock};
    Screen screen{window};
    ResidentPage *page = nullptr;

    BensRecord()
    {
        window.show();
        open();
    }
    void open(const QString &tab = u"record"_s)
    {
        if (!window.workspace())
            window.enter(shared(hostel));
        window.workspace()->openResident(ben.id);
        page = qobject_cast<ResidentPage *>(window.workspace()->currentPage());
        REQUIRE(page);
        page->showTab(tab);
        Screen::settle();
    }
    Person onFile() { return need(hostel.services().records.one(ben.id)).value; }
    /// As a colleague at another desk would, or the same desk after a lock.
    void colleagueSaves(const std::function<void(Person &)> &change)
    {
        auto now = need(hostel.services().records.one(ben.id));
        change(now.value);
        need(hostel.services().records.amend(now));
        Screen::settle();
    }
};

} // namespace

TEST_CASE("A draft taken up again does not overwrite what a colleague saved meanwhile")
{
    BensRecord at;
    at.screen.type(u"telephone"_s, u"07700 900123"_s);
    at.window.lock();
    at.colleagueSaves([](Person &ben) { ben.allergies = u"penicillin"_s; });
    at.open();
    REQUIRE(at.screen.shows(u"This was typed earlier and not saved yet."_s));
    at.screen.press(u"save"_s);
    CHECK(at.onFile().telephone == u"07700 900123"_s);
    CHECK(at.onFile().allergies == u"penicillin"_s);
    CHECK(at.hostel.services().drafts.at({u"person"_s, 1, 1}).isEmpty());
}

TEST_CASE("A save that fails does not undo a colleague's words at the second try")
{
    BensRecord at;
    at.screen.type(u"nhs_number"_s, u"943 476 5918"_s);
    at.window.lock();
    at.colleagueSaves([](Person &ben) { ben.allergies = u"penicillin"_s; });
    at.open();
    at.screen.press(u"save"_s);
    CHECK(at.screen.shows(u"This is no NHS number"_s));
    CHECK(at.screen.find<QPlainTextEdit>(u"allergies"_s)->toPlainText() == u"penicillin"_s);
    at.screen.type(u"nhs_number"_s, u"943 476 5919"_s);
    at.screen.press(u"save"_s);
    CHECK(at.onFile().allergies == u"penicillin"_s);
    CHECK(at.onFile().nhsNumber == u"943 476 5919"_s);
}

TEST_CASE("When two changed the same field, both words are shown before one is kept")
{
    BensRecord at;
    at.screen.type(u"telephone"_s, u"07700 900123"_s);
    at.window.lock();
    at.colleagueSaves([](Person &ben) { ben.telephone = u"07700 900999"_s; });
    at.open();
    at.screen.press(u"save"_s);
    CHECK(at.onFile().telephone == u"07700 900999"_s);
    CHECK(at.screen.shows(u"A colleague saved “07700 900999” here meanwhile."_s));
    CHECK(at.screen.find<QLineEdit>(u"telephone"_s)->text() == u"07700 900123"_s);
    at.screen.press(u"save"_s);
    CHECK(at.onFile().telephone == u"07700 900123"_s);
}

TEST_CASE("What is typed beside a form's own fields is in the draft too")
{
    BensRecord at;
    at.window.workspace()->openNewResident();
    Screen::settle();
    at.screen.type(u"given_name"_s, u"Grace"_s);
    at.screen.type(u"expected_weeks"_s, u"26"_s);
    at.window.lock();
    at.window.enter(shared(at.hostel));
    at.window.workspace()->openNewResident();
    Screen::settle();
    CHECK(at.screen.find<QLineEdit>(u"given_name"_s)->text() == u"Grace"_s);
    CHECK(at.screen.find<QLineEdit>(u"expected_weeks"_s)->text() == u"26"_s);

    need(at.hostel.services().records.add(Agency{u"Wellbeing"_s, {u"debt"_s}, {}, {}, {}, {}, {}, {}, {}}));
    at.open(u"sharing"_s);
    at.screen.press(u"newAgreement"_s);
    at.screen.find<QCheckBox>(u"share-housing"_s)->click();
    at.window.lock();
    at.open(u"sharing"_s);
    at.screen.press(u"newAgreement"_s);
    CHECK(at.screen.find<QCheckBox>(u"share-housing"_s)->isChecked());
    CHECK_FALSE(at.screen.find<QCheckBox>(u"share-health"_s)->isChecked());
    at.screen.press(u"cancel"_s);
    at.screen.press(u"newReferral"_s);
    at.screen.press(u"referralNext"_s);
    at.screen.type(u"why"_s, u"help with the electricity debt"_s);
    at.window.lock();
    at.open(u"sharing"_s);
    at.screen.press(u"newReferral"_s);
    at.screen.press(u"referralNext"_s);
    CHECK(at.screen.find<QPlainTextEdit>(u"why"_s)->toPlainText() == u"help with the electricity debt"_s);
}

TEST_CASE("A goal is set aside with a reason, at any time, without a new version")
{
    BensRecord at;
    CarePlans &plans = at.hostel.services().plans;
    Goal goal;
    goal.statement = u"See a dentist"_s;
    need(plans.saveGoal(at.ben.id, goal));
    need(plans.issue(at.ben.id));
    at.open(u"plan"_s);
    at.screen.press(u"noteGoal"_s);
    at.screen.choose(u"status"_s, u"set_aside"_s);
    at.screen.press(u"save"_s);
    CHECK(at.screen.shows(u"Please say why."_s));
    at.screen.type(u"note"_s, u"waits for the new teeth"_s);
    at.screen.press(u"save"_s);
    const auto plan = *need(plans.planOf(at.ben.id));
    CHECK(plan.versions.size() == 1);
    CHECK(plan.current.areas[size_t(Area::Health)].goals.first().progress->status == GoalStatus::SetAside);
    CHECK(at.screen.shows(u"waits for the new teeth"_s));
}

TEST_CASE("A version that comes back signed is recorded although a later draft was begun")
{
    BensRecord at;
    CarePlans &plans = at.hostel.services().plans;
    need(plans.saveArea(at.ben.id, CarePlanArea{}));
    const auto printed = need(plans.issue(at.ben.id));
    Goal goal;
    goal.statement = u"Learn the inhaler"_s;
    need(plans.saveGoal(at.ben.id, goal));
    at.open(u"plan"_s);
    REQUIRE(at.screen.shows(u"Version 2, draft"_s));
    at.screen.press(u"signOffEarlier"_s);
    at.screen.press(u"save"_s);
    CHECK(need(at.hostel.services().records.all<SignOff>()).isEmpty()); // nothing is assumed
    at.screen.choose(u"kind"_s, u"signed_on_paper"_s);
    at.screen.press(u"save"_s);
    const auto said = need(at.hostel.services().records.all<SignOff>());
    REQUIRE(said.size() == 1);
    CHECK(said.first().value.versionId == printed.id);
    CHECK(said.first().value.fingerprint == printed.value.fingerprint);
    CHECK((*need(plans.planOf(at.ben.id))).agreedVersion == 1);
}

TEST_CASE("What stands typed is in the version that is asked to be signed")
{
    BensRecord at;
    CarePlans &plans = at.hostel.services().plans;
    need(plans.saveArea(at.ben.id, CarePlanArea{}));
    at.open(u"plan"_s);
    at.screen.press(u"editArea"_s);
    at.screen.type(u"own_words"_s, u"I want to breathe"_s);
    at.screen.press(u"askForSignOff"_s);
    at.screen.press(u"shownToResident"_s);
    const auto plan = *need(plans.planOf(at.ben.id));
    CHECK(plan.current.version.value.state == VersionState::Issued);
    CHECK(need(plans.snapshotOf(plan.current.version.id)).areas.first().ownWords == u"I want to breathe"_s);
}

TEST_CASE("Looking at a plan issues nothing: printing, a file or showing it does, and says so before")
{
    BensRecord at;
    CarePlans &plans = at.hostel.services().plans;
    need(plans.saveArea(at.ben.id, CarePlanArea{}));
    const auto state = [&] { return need(plans.planOf(at.ben.id))->current.version.value.state; };
    at.open(u"plan"_s);
    at.screen.press(u"askForSignOff"_s);
    CHECK(at.screen.find<QLabel>(u"issuing"_s)->text().contains(u"issues it"_s));
    CHECK(at.screen.find<QPushButton>(u"savePdf"_s)->text().startsWith(u"Issue and"_s));
    at.screen.press(u"back"_s);
    CHECK(state() == VersionState::Draft);
    CHECK(at.screen.shows(u"Version 1, draft"_s));

    at.screen.press(u"previewPlan"_s); // a copy of the draft is no version
    auto *copy = qobject_cast<PreviewPage *>(at.window.workspace()->currentPage());
    REQUIRE(copy);
    need(copy->savePdf(at.hostel.folder.filePath(u"draft.pdf"_s)));
    CHECK(state() == VersionState::Draft);
    at.screen.press(u"back"_s);

    SECTION("a file")
    {
        at.screen.press(u"askForSignOff"_s);
        auto *preview = qobject_cast<PreviewPage *>(at.window.workspace()->currentPage());
        REQUIRE(preview);
        need(preview->savePdf(at.hostel.folder.filePath(u"plan.pdf"_s)));
        Screen::settle();
        CHECK(at.screen.find<QPushButton>(u"savePdf"_s)->text().startsWith(u"Save as"_s));
        need(preview->savePdf(at.hostel.folder.filePath(u"again.pdf"_s))); // of the same version
        at.screen.press(u"back"_s);
    }
    SECTION("shown")
    {
        at.screen.press(u"askForSignOff"_s);
        at.screen.press(u"shownToResident"_s);
    }
    CHECK(state() == VersionState::Issued);
    CHECK(need(plans.planOf(at.ben.id))->versions.size() == 1);
    CHECK(at.screen.shows(u"Version 1, issued"_s));
}

TEST_CASE("Signing asks about each goal that nobody asked about")
{
    BensRecord at;
    CarePlans &plans = at.hostel.services().plans;
    Goal goal;
    goal.statement = u"Learn the inhaler"_s;
    need(plans.saveGoal(at.ben.id, goal));
    need(plans.issue(at.ben.id));
    at.open(u"plan"_s);
    at.screen.press(u"askForSignOff"_s);
    at.screen.choose(u"kind"_s, u"signed_on_paper"_s);
    at.screen.press(u"save"_s);
    CHECK(need(at.hostel.services().records.all<SignOff>()).isEmpty());
    CHECK(at.screen.find<QLabel>(u"goalsMissing"_s)->isVisible());
    at.screen.choose(u"goalAnswer1"_s, u"not_agreed"_s);
    at.screen.press(u"save"_s);
    CHECK(need(at.hostel.services().records.all<SignOff>()).size() == 1);
    const auto view = need(plans.planOf(at.ben.id))->current.areas[size_t(Area::Health)];
    CHECK(view.goals.first().goal.value.agreement == GoalAgreement::NotAgreed);
    CHECK(at.screen.shows(u"Version 1, agreed"_s));
}

TEST_CASE("Not talked about yet is not the same as nothing for now; the first version says that none is before it")
{
    BensRecord at;
    CarePlanArea debt;
    debt.area = Area::Debt;
    debt.selfRating = 4;
    need(at.hostel.services().plans.saveArea(at.ben.id, debt));
    at.open(u"plan"_s);
    CHECK(at.screen.find<QPushButton>(u"debt"_s)->accessibleName().contains(u"no goal for now"_s));
    CHECK(at.screen.find<QPushButton>(u"meaningful_time"_s)->accessibleName().contains(u"not talked about yet"_s));
    at.page->findChild<CarePlanPage *>()->showChanges();
    Screen::settle();
    CHECK(at.screen.shows(u"This is the first version"_s));
}

TEST_CASE("The next version's review date is not the old one")
{
    BensRecord at;
    CarePlans &plans = at.hostel.services().plans;
    CarePlanVersion details;
    details.reviewOn = QDate(2026, 9, 20);
    need(plans.saveDetails(at.ben.id, details));
    need(plans.issue(at.ben.id));
    at.hostel.clock.set(QDateTime(QDate(2026, 10, 20), QTime(9, 0), Qt::UTC));
    at.open(u"plan"_s);
    auto *page = at.page->findChild<CarePlanPage *>();
    page->editDetails();
    Screen::settle();
    at.screen.type(u"hopes"_s, u"a flat with a garden"_s);
    at.screen.press(u"save"_s);
    const auto issued = need(plans.issue(at.ben.id));
    CHECK(issued.value.hopes == u"a flat with a garden"_s);
    REQUIRE(issued.value.reviewOn);
    CHECK(*issued.value.reviewOn > QDate(2026, 10, 20));
}

TEST_CASE("A photo is made small and bare, shown, and a file that is none is told")
{
    BensRecord at;
    QImage picture(3000, 2000, QImage::Format_RGB32);
    picture.fill(Qt::darkGreen);
    picture.setText(u"Description"_s, u"taken at 51.5,-0.1"_s);
    const QString path = at.hostel.folder.filePath(u"ben.jpg"_s);
    REQUIRE(picture.save(path, "JPG"));
    auto *part = at.page->findChild<PhotoPart *>();
    part->readFrom(path);
    REQUIRE(Screen::waitFor([&] { return !part->isBusy(); }));
    const QByteArray kept = need(at.hostel.services().photos.of(at.ben.id));
    const QImage small = QImage::fromData(kept, "JPG");
    CHECK(small.size() == QSize(480, 320));
    CHECK_FALSE(kept.contains("51.5"));
    QFile nonsense(at.hostel.folder.filePath(u"x.jpg"_s));
    REQUIRE(nonsense.open(QIODevice::WriteOnly));
    nonsense.write("<img src=/dev/zero>");
    nonsense.close();
    part->readFrom(nonsense.fileName());
    REQUIRE(Screen::waitFor([&] { return !part->isBusy(); }));
    CHECK(at.screen.shows(u"not a picture that can be read"_s));
    CHECK(need(at.hostel.services().photos.of(at.ben.id)) == kept);
    const auto lines = need(at.hostel.services().history.ofPerson(at.ben.id.value, true));
    CHECK(lines.first().changes[u"picture"_s].toArray().last().toString().startsWith(u"sha256:"_s));
    need(at.hostel.services().photos.set(at.ben.id, {}));
    CHECK(need(at.hostel.services().photos.of(at.ben.id)).isEmpty());
}

} // namespace keywork::test::editing_test
