// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sharing/letters_out.h"

#include "core/services/sharing/agreements.h"
#include "core/services/sharing/disclosures.h"
#include "tests/support/services.h"

namespace keywork::test::letters_out_test {

namespace {

/// Ben, of whom the dental access centre is asked something, today, Monday 14 September 2026.
struct SpeakingUp {
    TestHostel hostel;
    Kept<Person> ben = aPerson().in(hostel);
    Kept<Agency> dentist = anAgency(hostel, u"Dental access centre"_s);

    Services &services() { return hostel.services(); }
    Advocacy letter()
    {
        Advocacy one;
        one.personId = ben.id;
        one.onDay = QDate(2026, 9, 14);
        one.staffId = services().records.session().staff();
        one.means = AdvocacyMeans::Letter;
        one.agencyId = dentist.id;
        one.asked = u"An appointment within {author} four weeks"_s;
        one.followUpOn = QDate(2026, 9, 28);
        one.letter = u"Dear Sir or Madam"_s;
        return one;
    }
    void agree(const std::set<Category> &categories) { need(services().agreements.record(agreement(ben.id, dentist.id), categories)); }
};

} // namespace

TEST_CASE("A letter begins with the template of its reason, and says nothing that is not on file")
{
    SpeakingUp at;
    struct Case {
        AdvocacyWhy why;
        QString says;
    };
    for (const Case &one : {Case{AdvocacyWhy::CareNotReceived, u"needs care or support from you"_s},
             Case{AdvocacyWhy::Discrimination, u"was treated worse than other people"_s},
             Case{AdvocacyWhy::ProcessNotFollowed, u"the steps that hold for everybody were not followed"_s},
             Case{AdvocacyWhy::Other, u"We ask you for this:"_s}}) {
        Advocacy letter = at.letter();
        letter.why = one.why;
        const QString text = need(advocacyLetterText(at.services(), letter));
        INFO(text.toStdString());
        CHECK(text.startsWith(u"Dear Dental access centre,\n\nI support Ben Barker and write"_s));
        CHECK(text.contains(one.says));
        CHECK(text.contains(u"\n\nAn appointment within {author} four weeks\n\n"_s)); // what somebody typed is no blank of ours
        CHECK(text.contains(u"28 September 2026"_s));
        CHECK(text.endsWith(u"Priya Shah, Cairn Street Hostel"_s));
        CHECK_FALSE(text.contains(u"born on"_s)); // not on file
        letter.withWhom = u"Dr Okafor"_s;
        letter.followUpOn.reset();
        const QString shorter = need(advocacyLetterText(at.services(), letter));
        CHECK(shorter.startsWith(u"Dear Dr Okafor,"_s));
        CHECK_FALSE(shorter.contains(u"let us know by"_s));
    }
}

TEST_CASE("A birthday stands in a letter when the whole day is known, and not when only its year is")
{
    SpeakingUp at;
    for (const auto &[born, says] : {std::pair{u"1986-04-09"_s, true}, {u"1986-04"_s, false}, {u"1986"_s, false}}) {
        auto kept = need(at.services().records.one(at.ben.id));
        kept.value.bornOn = PartialDate::fromText(born);
        need(at.services().records.amend(kept));
        INFO(born.toStdString());
        CHECK(need(advocacyLetterText(at.services(), at.letter())).contains(u"born on 9 April 1986"_s) == says);
    }
}

TEST_CASE("A letter is addressed to the person there, then the agency and where it is")
{
    SpeakingUp at;
    at.dentist.value.address = u"3 Mill Lane\n\n Leeds "_s;
    need(at.services().records.amend(at.dentist));
    Advocacy letter = at.letter();
    CHECK(need(addressOf(at.services(), letter)) == QStringList{u"Dental access centre"_s, u"3 Mill Lane"_s, u"Leeds"_s});
    letter.withWhom = u"Dr Okafor"_s;
    CHECK(need(addressOf(at.services(), letter)).first() == u"Dr Okafor");
    letter.agencyId = {};
    CHECK(need(addressOf(at.services(), letter)) == QStringList{u"Dr Okafor"_s});
}

TEST_CASE("Straight to an agency goes a letter only as far as that is agreed with it today")
{
    SpeakingUp at;
    const auto straight
        = [&](const std::set<Category> &tellsOf) { return aboutAdvocacyLetter(at.services(), at.letter(), tellsOf, LetterWay::Straight); };
    CHECK(kindOfError(straight({})) == ErrorKind::NotAgreed);
    at.agree({Category::Identity});
    CHECK(straight({}).error().detail == u"care_plan"); // that something is done for them
    at.agree({Category::Identity, Category::CarePlan, Category::Health});
    const Disclosure about = need(straight({Category::Health}));
    CHECK(about.basis == DisclosureBasis::Agreement);
    CHECK(about.kind == DisclosureKind::AdvocacyLetter);
    CHECK(about.agencyId == at.dentist.id);
    CHECK(about.recipient == u"Dental access centre");
    CHECK(categoriesOf(about.sections) == std::set<Category>{Category::Identity, Category::CarePlan, Category::Health});
    CHECK(straight({Category::SubstanceUse}).error().detail == u"substance_use");
    need(at.services().agreements.withdraw(need(at.services().records.one(about.agreementId)), u"changed my mind"_s));
    CHECK(kindOfError(straight({})) == ErrorKind::NotAgreed);
}

TEST_CASE("Without an agreement the resident may take a letter and send it themselves")
{
    SpeakingUp at;
    Advocacy letter = at.letter();
    letter.agencyId = {};
    letter.withWhom = u"The pharmacist"_s;
    const Disclosure about = need(aboutAdvocacyLetter(at.services(), letter, {Category::Health}, LetterWay::ThroughThem));
    CHECK(about.basis == DisclosureBasis::OwnCopy);
    CHECK(about.recipient == u"Ben Barker");
    CHECK_FALSE(about.agencyId);
    CHECK(kindOfError(aboutAdvocacyLetter(at.services(), letter, {}, LetterWay::Straight)) == ErrorKind::Invalid);
    letter.letter = u" \n"_s;
    CHECK(aboutAdvocacyLetter(at.services(), letter, {}, LetterWay::ThroughThem).error().violations.first().column == u"letter");
}

TEST_CASE("A letter stays with advocacy by letter, and leaves in no referral")
{
    SpeakingUp at;
    Advocacy one = at.letter();
    const auto kept = need(at.services().records.add(one));
    CHECK(kept.value.letter == u"Dear Sir or Madam");
    one.means = AdvocacyMeans::Telephone;
    CHECK(need(at.services().records.add(one)).value.letter.isEmpty());
    CHECK_FALSE(recordType<Advocacy>().shares(*recordType<Advocacy>().fieldNamed(u"letter"_s)));
}

TEST_CASE("Whoever may not share what a letter tells of lets none out")
{
    SpeakingUp at;
    at.agree({Category::Identity, Category::CarePlan});
    const Advocacy letter = at.letter();
    signInAs(at.hostel, u"Vera"_s, Role::Volunteer);
    for (const LetterWay way : {LetterWay::Straight, LetterWay::ThroughThem})
        CHECK(kindOfError(aboutAdvocacyLetter(at.services(), letter, {}, way)) == ErrorKind::NotPermitted);
}

} // namespace keywork::test::letters_out_test
