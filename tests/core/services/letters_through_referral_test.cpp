// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/incoming_referral.h"
#include "core/services/records/finding.h"
#include "core/services/sharing/referrals_in.h"
#include "tests/support/full_referral.h"

#include <QFile>

namespace keywork::test::letters_through_referral_test {

using namespace Qt::StringLiterals;

TEST_CASE(
    "Joiners of Persian, Indic scripts and emoji stay letters of a name, and a tab parts words: from a referral in to one that leaves")
{
    struct Name {
        QString sent; ///< as another house typed it
        QString kept;
    };
    const Name names[] = {{u"علی\u200Cرضا"_s, u"علی\u200Cرضا"_s}, {u"শ্রী\u200D"_s, u"শ্রী\u200D"_s},
        {u"Sam \U0001F469\u200D\U0001F469\u200D\U0001F467"_s, u"Sam \U0001F469\u200D\U0001F469\u200D\U0001F467"_s},
        {u"Smith\\tRoad"_s, u"Smith Road"_s}, // as JSON has a tab
        {u"Anna\u202EgniK"_s, u"AnnagniK"_s}}; // turned text is no letter
    for (const Name &name : names) {
        INFO(name.kept.toStdString());
        FullReferral full;
        QByteArray data = full.data();
        data.replace("Barker", name.sent.toUtf8());
        const QString path = full.hostel.folder.filePath(u"from-them.json"_s);
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(data) == data.size());
        file.close();
        TestHostel here;
        Services &services = here.services();
        const auto incoming = need(services.referralsIn.open(path, {}));
        const auto referral = need(services.referralsIn.keep(incoming));
        CHECK(referral.value.personName == u"Ben "_s + name.kept); // in the list
        const Row start = services.referralsIn.startOf(referral);
        CHECK(start.text(u"given_name"_s) == u"Ben");
        CHECK(start.text(u"family_name"_s) == name.kept);
        auto taken = aPerson();
        taken.person.givenName = start.text(u"given_name"_s);
        taken.person.familyName = start.text(u"family_name"_s);
        const auto ben = taken.arrived(QDate(2026, 9, 10)).in(here);
        CHECK(need(services.records.one(ben.id)).value.familyName == name.kept); // on record
        const auto found = need(services.finding.find(name.kept, 10));
        CHECK(std::any_of(found.cbegin(), found.cend(), [&](const Found &one) { return one.person == ben.id.value; }));
        const auto agency = anAgency(here);
        need(services.agreements.record(agreement(ben.id, agency.id), {Category::Identity}));
        const auto again = need(services.referrals.prepare(wishFor(ben.id, agency.id, {Category::Identity}), PdfStandIn()));
        CHECK(need(readReferral(again.data)).personName() == u"Ben "_s + name.kept); // and as data
    }
}

} // namespace keywork::test::letters_through_referral_test
