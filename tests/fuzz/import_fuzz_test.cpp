// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/kinds.h"
#include "core/exchange/fhir_rules.h"
#include "core/exchange/protected_pdf.h"
#include "core/services/records/drafts.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/referrals_in.h"
#include "tests/fuzz/mutator.h"
#include "tests/fuzz/promises.h"
#include "tests/support/campaign.h"
#include "tests/support/full_referral.h"

#include <QJsonDocument>
#include <algorithm>

namespace keywork::test::import_fuzz_test {

using namespace Qt::StringLiterals;

namespace {

const QString kPhrase = u"tulip anvil morning ladder"_s;

QByteArray packed(const QByteArray &data)
{
    return need(protectedPdf(smallestPdf(), kPhrase, {{u"referral-R-0001.fhir.json"_s, u"application/fhir+json"_s, data}}));
}

/// A house that is handed files by another one.
struct Door {
    FullReferral full;
    QByteArray pdf = packed(full.data());
    QString path = full.hostel.folder.filePath(u"incoming"_s);

    Services &services() { return full.hostel.services(); }
    QByteArray spoiled(Mutator &mutator)
    {
        switch (mutator.below(5)) {
        case 0:
            return mutator.bytes(full.data());
        case 1:
        case 2:
            return mutator.json(full.data());
        case 3:
            return mutator.bytes(pdf);
        default:
            return packed(mutator.oneIn(2) ? mutator.json(full.data()) : mutator.bytes(full.data()));
        }
    }
    Result<IncomingReferral> open(const QByteArray &bytes)
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
        file.close();
        return services().referralsIn.open(path, kPhrase);
    }
    /// How many rows every table has, history and search included.
    QMap<QString, qint64> counts()
    {
        QMap<QString, qint64> counts;
        QStringList tables{u"history"_s, u"history_content"_s, u"search_entry"_s, u"draft"_s, u"number_series"_s};
        for (const RecordType *type : allKinds())
            tables.append(QString::fromLatin1(type->table));
        for (const QString &table : std::as_const(tables))
            counts.insert(table, need(valueOf(services().records.database(), u"SELECT count(*) FROM "_s + table)).toLongLong());
        return counts;
    }
};

bool isPlain(const QString &text)
{
    return std::none_of(text.cbegin(), text.cend(),
        [](QChar c) { return c != u'\n' && (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format); });
}

/// What was taken in is whole: one record, its history, its words, nothing else; and it reads as it was shown.
void checkKept(Campaign &campaign, Door &door, const IncomingReferral &read, QMap<QString, qint64> before)
{
    const auto kept = door.services().referralsIn.keep(read);
    if (!kept) {
        campaign.expect(kept.error().kind == ErrorKind::Invalid, u"not kept: "_s + kept.error().detail);
        campaign.expect(door.counts() == before, u"half kept"_s);
        return;
    }
    for (const QString &text : {kept->value.personName, kept->value.fromWhom, kept->value.reason, kept->value.content, kept->value.born})
        campaign.expect(isPlain(text), u"kept with characters that hide or turn others"_s);
    const auto again = door.services().records.one(kept->id);
    campaign.expect(again && again->value == kept->value, u"another text came back than was kept"_s);
    for (const char *table : {"referral_in", "history", "history_content"})
        ++before[QString::fromLatin1(table)];
    QMap<QString, qint64> after = door.counts();
    for (const QString &mayGrow : {u"search_entry"_s, u"number_series"_s})
        after[mayGrow] = before[mayGrow];
    campaign.expect(after == before, u"something else was written too"_s);
    const Row started = door.services().referralsIn.startOf(*kept);
    campaign.expect(!started.text(u"given_name"_s).isEmpty() || !started.text(u"family_name"_s).isEmpty(), u"no start of a record"_s);
    // The same document is not taken in twice: neither now nor, so that more of the kind come to this point, later on.
    campaign.expect(!door.services().referralsIn.keep(read), u"kept twice"_s);
    need(door.services().records.withdraw(recordType<ReferralIn>(), kept->id.value, kept->version, u"tried it out"_s));
}

} // namespace

TEST_CASE("A malformed document or protected PDF is refused whole, and what is taken in is whole")
{
    Door door;
    REQUIRE(bool(door.open(door.full.data())));
    REQUIRE(bool(door.open(door.pdf)));
    int refused = 0;
    Campaign campaign(u"imports"_s, {600, 10'000});
    campaign.run([&](quint32 seed) {
        Mutator mutator(seed);
        const QMap<QString, qint64> before = door.counts();
        const QByteArray spoiled = door.spoiled(mutator);
        campaign.holds(brokenByReferral(spoiled, kPhrase));
        const auto read = door.open(spoiled);
        if (read) {
            checkKept(campaign, door, *read, before);
            return;
        }
        ++refused;
        const ErrorKind kind = read.error().kind;
        const bool said = kind == ErrorKind::Damaged || kind == ErrorKind::WrongPassword || kind == ErrorKind::AlreadyExists;
        campaign.expect(said, u"refused without its reason: "_s + read.error().detail);
        campaign.expect(!read.error().detail.contains(u"Barker"_s), u"the reason names somebody"_s);
        campaign.expect(door.counts() == before, u"half imported"_s);
    });
    CHECK(refused > 100); // else nothing was tried
    CHECK(need(door.services().records.one(door.full.ben.id)).value == door.full.ben.value);
    CHECK(need(door.full.hostel.hostel->problems()).isEmpty());
}

TEST_CASE("Any text is safe to read as a narrative, and markup never comes through")
{
    const QByteArray good
        = "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Ben</p><table><tr><td>a</td><td><b>c</b></td></tr></table></div>";
    REQUIRE_FALSE(fhir::narrativeText(QString::fromUtf8(good)).isEmpty());
    Campaign campaign(u"narratives"_s, {3'000, 100'000});
    campaign.run([&](quint32 seed) {
        Mutator mutator(seed);
        const QString spoiled = mutator.oneIn(2) ? QString::fromUtf8(mutator.bytes(good)) : mutator.text(QString::fromUtf8(good));
        campaign.holds(brokenByNarrative(spoiled));
    });
}

} // namespace keywork::test::import_fuzz_test
