// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/aftercare.h"
#include "core/domain/appointment.h"
#include "core/domain/group_activity.h"
#include "core/domain/health.h"
#include "core/domain/leaving_plan.h"
#include "core/domain/treatment_panel.h"
#include "core/domain/treatment_telling.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "tests/support/desk.h"
#include "tests/support/pdf_text.h"
#include "tests/support/services.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/treatment/episode_card.h"
#include "ui/print/treatment_documents.h"

namespace keywork::test::treatment_screen_test {

using namespace Qt::StringLiterals;

namespace {

const QDate kDeskDay(2026, 9, 14);

QString wordsOnPaper(const print::Document &document) { return pdfText(document.toPdf(), {u"-raw"_s}).simplified(); }

struct Treatment {
    Desk desk;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 8, 3)).in(desk.made);
    Kept<Agency> service = anAgency(desk.made);

    Services &services() { return desk.services(); }
    Records &records() { return services().records; }
    Screen &screen() { return desk.screen; }
    Kept<TreatmentEpisode> episode(const std::function<void(TreatmentEpisode &)> &with = {})
    {
        TreatmentEpisode episode{.personId = ben.id, .agencyId = service.id, .keyworkerThere = u"J. Amos"_s};
        episode.startedOn = QDate(2026, 8, 3);
        if (with)
            with(episode);
        const auto kept = need(records().add(episode));
        need(records().add(TreatmentPart{
            kept.id, ben.id, TreatmentKind::SubstitutePrescribing, TreatmentState::UnderWay, QDate(2026, 8, 3), {}, {}, {}, {}}));
        need(records().add(
            TreatmentPart{kept.id, ben.id, TreatmentKind::ResidentialRehab, TreatmentState::Considering, {}, {}, {}, {}, {}}));
        return kept;
    }
    Kept<TreatmentAgreement> agreement()
    {
        const auto kept = need(records().add(TreatmentAgreement{.personId = ben.id, .agencyId = service.id, .fromOn = QDate(2026, 9, 2)}));
        need(records().add(MayBeTold{kept.id, ben.id, ToldWho::Somebody, u"Rose Barker"_s, u"sister"_s, {}, {}}));
        need(records().add(MayBeTold{kept.id, ben.id, ToldWho::ThisHouse, {}, {}, {}, u"Whether appointments are kept"_s}));
        return kept;
    }
    void open()
    {
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.window.enter(shared(desk.made));
        Screen::settle();
    }
    KindsPage *lists()
    {
        desk.window.workspace()->visit(residentVisit(ben.id.value, u"treatment"_s));
        Screen::settle();
        auto *resident = qobject_cast<ResidentPage *>(desk.window.workspace()->currentPage());
        REQUIRE(resident);
        auto *page = qobject_cast<KindsPage *>(resident->currentTab());
        REQUIRE(page);
        return page;
    }
};

} // namespace

TEST_CASE("The episode card says who there, what kinds with since when, what is ahead, and who may be told")
{
    Treatment at;
    EpisodeCard card(at.ben.id, at.services());
    const auto words = [&card](const QString &name) {
        const auto *found = card.findChild<QLabel *>(name);
        return found && !found->isHidden() ? found->text() : QString();
    };
    CHECK(words(u"episodeTitle"_s) == u"No treatment on record"_s);
    CHECK(words(u"episodeSoft"_s).isEmpty());
    at.episode([](TreatmentEpisode &one) { one.reviewOn = QDate(2026, 10, 26); });
    at.agreement();
    TreatmentPanel panel{.personId = at.ben.id};
    panel.panelOn = QDate(2026, 9, 21);
    need(at.records().add(panel));
    card.reload();
    Screen::settle();
    CHECK(words(u"episodeTitle"_s) == u"Episode: Wellbeing drug service"_s);
    CHECK(words(u"episodeSoft"_s) == u"since 3 Aug 2026 · keyworker J. Amos"_s);
    QStringList all;
    for (const QLabel *label : card.findChildren<QLabel *>())
        all.append(label->text());
    for (const QString &said : {u"Substitute prescribing"_s, u"3 Aug"_s, u"Under way"_s, u"Residential rehab"_s, u"–"_s, u"Considering"_s})
        CHECK(all.contains(said));
    CHECK(words(u"nextTreatmentReview"_s) == u"Next review: 26 Oct 2026."_s);
    CHECK(words(u"panelAhead"_s) == u"Panel for residential rehab: 21 Sep 2026."_s);
    CHECK(words(u"mayBeTold"_s)
        == u"May be told about treatment: Rose Barker (sister) (from 2 Sep 2026, in writing), their keyworker here (from 2 Sep 2026, in "
           "writing)."_s);
}

TEST_CASE("Without a local GP the card warns with the practices of the directory, and says where that is read")
{
    Treatment at;
    Agency practice;
    practice.name = u"Northside GP"_s;
    practice.category = {u"primary_care"_s};
    practice.telephone = u"020 7946 0155"_s;
    need(at.records().add(practice));
    at.episode();
    EpisodeCard card(at.ben.id, at.services());
    const auto *warning = card.findChild<QLabel *>(u"gpWarning"_s);
    REQUIRE(warning);
    CHECK(warning->text().contains(u"In the directory: Northside GP, 020 7946 0155."_s));
    CHECK(card.findChild<QLabel *>(u"gpSource"_s)->text().contains(u"Homeless Link 2019"_s));
    auto ben = at.ben;
    ben.value.gpRegistered = {u"yes"_s};
    ben.value.gpPractice = u"Northside GP"_s;
    need(at.records().amend(ben));
    card.reload();
    Screen::settle();
    CHECK_FALSE(card.findChild<QLabel *>(u"gpWarning"_s));
}

TEST_CASE("The card asks whoever came out until it is answered, and about housing until there is a plan")
{
    Treatment at;
    need(at.records().add(HospitalStay{
        .personId = at.ben.id, .admittedOn = QDate(2026, 9, 1), .dischargedOn = QDate(2026, 9, 10), .hospital = u"Kingston General"_s}));
    EpisodeCard card(at.ben.id, at.services());
    const auto asked = [&card] {
        const auto *found = card.findChild<QLabel *>(u"leavingDue"_s);
        return found ? found->text() : QString();
    };
    CHECK(asked() == u"Out of hospital 10 Sep 2026: ask about tolerance, naloxone to hand, and where to next."_s);
    auto plan = need(at.records().add(LeavingPlan{.personId = at.ben.id, .from = LeavingFrom::Hospital, .onDay = QDate(2026, 9, 10)}));
    card.reload();
    Screen::settle();
    CHECK(asked() == u"Hospital, 10 Sep 2026: no plan for housing afterwards yet."_s);
    plan.value.housing = HousingNext::BackHere;
    need(at.records().amend(plan));
    card.reload();
    Screen::settle();
    CHECK(asked().isEmpty());
}

TEST_CASE("An episode is opened from the card, ended by typing, and asks how")
{
    Treatment at;
    const auto episode = at.episode();
    at.open();
    KindsPage *page = at.lists();
    at.screen().press(u"openEpisode"_s);
    QTest::qWait(1); // the form opens after the press
    Screen::settle();
    REQUIRE(page->current()->editor());
    at.screen().type(u"ended_on"_s, u"14 Sep 2026"_s);
    at.screen().press(u"save"_s);
    Screen::settle();
    CHECK(need(at.records().one(episode.id)).value.isOpen()); // nobody has said how
    REQUIRE(page->current()->editor());
    at.screen().choose(u"how_ended"_s, u"completed"_s);
    at.screen().press(u"save"_s);
    Screen::settle();
    const auto ended = need(at.records().one(episode.id)).value;
    CHECK(ended.endedOn == kDeskDay);
    CHECK(ended.howEnded == TreatmentEnding::Completed);
}

TEST_CASE("Who may be told is a page to sign and take along; there is none without an agreement that holds")
{
    Treatment at;
    CHECK(kindOfError(print::treatmentAgreementPaper(at.services(), at.ben.id)) == ErrorKind::NotFound);
    auto kept = at.agreement();
    const auto paper = need(print::treatmentAgreementPaper(at.services(), at.ben.id));
    CHECK(paper.pageCount() == 1);
    const QString words = wordsOnPaper(paper);
    INFO(words.toStdString());
    for (const QString &said :
        {u"Who may be told about my treatment"_s, u"I agree that Wellbeing drug service may talk about my treatment"_s,
            u"Rose Barker (sister)"_s, u"Everything about my treatment"_s, u"my keyworker here"_s, u"Whether appointments are kept"_s,
            u"From 2 September 2026 until I take it back"_s, u"With nobody else"_s})
        CHECK(words.contains(said));
    kept.value.takenBackOn = kDeskDay;
    need(at.records().amend(kept));
    CHECK(kindOfError(print::treatmentAgreementPaper(at.services(), at.ben.id)) == ErrorKind::NotFound);
}

TEST_CASE("What to expect says when and where it is, what happens there, and where that is read; no day that is not known")
{
    Treatment at;
    const QString without = wordsOnPaper(need(print::firstAppointmentPaper(at.services(), at.ben.id)));
    CHECK(without.contains(u"Homeless Link"_s));
    CHECK(without.contains(u"urine or saliva"_s));
    CHECK_FALSE(without.contains(u"When "_s));
    at.episode([](TreatmentEpisode &one) {
        one.startedOn = {};
        one.firstOn = QDate(2026, 9, 16);
    });
    Appointment visit;
    visit.personId = at.ben.id;
    visit.agencyId = at.service.id;
    visit.purpose = u"First appointment"_s;
    visit.place = u"Mill Lane, first floor"_s;
    visit.startsAt = QDateTime(QDate(2026, 9, 16), QTime(9, 30), Qt::UTC); // half past ten on the house's clocks
    need(at.records().add(visit));
    const auto paper = need(print::firstAppointmentPaper(at.services(), at.ben.id));
    CHECK(paper.pageCount() == 1);
    const QString words = wordsOnPaper(paper);
    INFO(words.toStdString());
    CHECK(words.contains(u"16 September 2026, 10:30"_s));
    CHECK(words.contains(u"Wellbeing drug service, Mill Lane, first floor"_s));
}

TEST_CASE("The aftercare plan is printed in their words, the latest one")
{
    Treatment at;
    CHECK(kindOfError(print::aftercarePaper(at.services(), at.ben.id)) == ErrorKind::NotFound);
    const auto plan
        = need(at.records().add(AftercarePlan{.personId = at.ben.id, .madeOn = kDeskDay, .hope = u"Sundays with my daughter"_s}));
    need(
        at.records().add(AftercareStep{plan.id, at.ben.id, AftercareKind::HobbyOrSport, u"Five-a-side"_s, u"Danny"_s, QDate(2026, 9, 23)}));
    need(at.records().add(AftercarePlan{.personId = at.ben.id, .madeOn = kDeskDay.addDays(-30), .hope = u"of an earlier day"_s}));
    const QString words = wordsOnPaper(need(print::aftercarePaper(at.services(), at.ben.id)));
    INFO(words.toStdString());
    CHECK(words.contains(u"Sundays with my daughter"_s));
    CHECK(words.contains(u"A hobby or sport Five-a-side with Danny, from 23 September 2026"_s));
    CHECK_FALSE(words.contains(u"of an earlier day"_s));
}

} // namespace keywork::test::treatment_screen_test
