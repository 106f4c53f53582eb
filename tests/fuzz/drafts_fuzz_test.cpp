// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/plan_snapshot.h"
#include "core/record/row_merge.h"
#include "core/record/row_text.h"
#include "core/services/records/drafts.h"
#include "core/services/records/records.h"
#include "tests/fuzz/mutator.h"
#include "tests/support/campaign.h"
#include "tests/support/filled_rows.h"
#include "tests/support/services.h"

#include <QJsonDocument>

namespace keywork::test::drafts_fuzz_test {

using namespace Qt::StringLiterals;

namespace {

QByteArray draftOf(const Row &row)
{
    return QJsonDocument(QJsonObject{{u"row"_s, toJson(row)}, {u"base"_s, toJson(emptyRow(*row.type))}, {u"extra"_s, toJson(row)}})
        .toJson(QJsonDocument::Compact);
}

/// A row of the right shape comes out of any JSON, and it can be checked, merged, shown and written as a draft again.
void checkRow(Campaign &campaign, Records &records, const RecordType &type, const QJsonObject &object)
{
    Row row = fromJson(type, object);
    campaign.expect(row.type == &type && row.values.size() == qsizetype(type.fields.size()), u"a row without its fields"_s);
    campaign.expect(fromJson(type, toJson(row)) == row, u"another row came back from its own JSON"_s);
    (void)records.check(row);
    (void)mergeInto(row, emptyRow(type), filledRow(records, type, u"theirs"_s));
    for (const Field &field : type.fields)
        (void)plainText(row, field, records.choices());
    (void)searchText(row, records.choices());
    (void)changesBetween(std::nullopt, row);
}

} // namespace

TEST_CASE("A draft with anything in it gives a row of its kind, which the checks judge")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    aPerson().in(hostel);
    anAgency(hostel);
    Campaign campaign(u"drafts"_s, {2'000, 60'000});
    campaign.run([&](quint32 seed) {
        Mutator mutator(seed);
        const RecordType &type = *mutator.pick(allKinds());
        const DraftPlace place{QString::fromLatin1(type.table), 0, 1};
        need(Drafts(records).keep(place, QJsonDocument::fromJson(draftOf(filledRow(records, type, mutator.typed()))).object()));
        const QByteArray hostile = mutator.json(draftOf(filledRow(records, type, u"typed earlier"_s)));
        // As only a hostile file can hold it: the program writes whole objects.
        need(run(records.database(), u"UPDATE draft SET content = ? WHERE kind = ?"_s, {QString::fromUtf8(hostile), place.kind}));
        const QJsonObject draft = Drafts(records).at(place);
        for (const QString &part : {u"row"_s, u"base"_s, u"extra"_s})
            checkRow(campaign, records, type, draft.value(part).toObject());
        need(Drafts(records).discard(place));
        campaign.expect(Drafts(records).at(place).isEmpty(), u"a discarded draft is still there"_s);
    });
    CHECK(need(hostel.hostel->problems()).isEmpty());
}

TEST_CASE("Only the own draft is ever given back, wherever a hostile place name points to")
{
    TestHostel hostel;
    signInAs(hostel, u"Tomi Okoro"_s, Role::Keyworker);
    need(hostel.services().drafts.keep({u"person"_s, 1, 1}, {{u"row"_s, u"what Tomi typed"_s}}));
    hostel.reopen();
    Campaign campaign(u"places of drafts"_s, {1'000, 20'000});
    campaign.run([&](quint32 seed) {
        Mutator mutator(seed);
        const DraftPlace place
            = mutator.oneIn(2) ? DraftPlace{u"person"_s, 1, 1} : DraftPlace{mutator.text(u"person"_s), 1, 1, mutator.text(QString())};
        const QJsonObject found = hostel.services().drafts.at(place);
        campaign.expect(found.isEmpty(), u"a colleague's draft at “%1”"_s.arg(place.kind));
    });
}

} // namespace keywork::test::drafts_fuzz_test
