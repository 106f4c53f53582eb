// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/validation.h"
#include "core/services/records/records.h"
#include "tests/fuzz/mutator.h"
#include "tests/support/campaign.h"
#include "tests/support/filled_rows.h"
#include "tests/support/hostile_texts.h"
#include "tests/support/services.h"

namespace keywork::test::record_rows_fuzz_test {

using namespace Qt::StringLiterals;

namespace {

/// Kinds that a form or an import writes by their description alone.
QList<const RecordType *> kindsByDescription()
{
    QList<const RecordType *> kinds;
    for (const RecordType *type : allKinds())
        if (type->place != Place::Nowhere)
            kinds.append(type);
    kinds.append(&recordType<Person>());
    return kinds;
}

QString exampleOf(Kind kind, const QString &text)
{
    switch (kind) {
    case Kind::Date:
        return u"2026-09-14"_s;
    case Kind::Instant:
        return u"2026-09-14T08:42:01.005Z"_s;
    case Kind::TimeOfDay:
        return u"09:05"_s;
    case Kind::Measure:
        return u"62.5"_s;
    default:
        return text;
    }
}

QVariant spoiledValue(Mutator &mutator, const Field &field, const QVariant &good)
{
    const QString text = good.toString();
    switch (mutator.below(8)) {
    case 0:
        return QVariant();
    case 1:
        return emptyText();
    case 2:
        return qint64(mutator.below(2) ? -1 : mutator.below(1 << 30));
    case 3:
        return mutator.text(exampleOf(field.kind, text));
    case 4:
        return mutator.typed();
    case 5:
        return mutator.pick(QList<QString>{u"2026-09-14\n"_s, u"2026-09-14 noon"_s, u"1981-02-30"_s, u"0"_s, u"007"_s, u"3.7"_s, u"1e3"_s,
            u"9:05"_s, u"24:00"_s, u"62.50"_s, u"£12.50"_s, u"2026-10-25T01:30:00.000Z"_s});
    case 6:
        return mutator.typed().repeated(mutator.oneIn(4) ? 200 : 1).left(30'000);
    default:
        return good;
    }
}

Row spoiledRow(Mutator &mutator, Row row)
{
    for (int changes = 1 + mutator.below(3); changes > 0; --changes) {
        const qsizetype at = mutator.below(int(row.values.size()));
        const Field &field = row.type->fields[size_t(at)];
        if (!field.kept && field.kind != Kind::Picture)
            row.values[at] = spoiledValue(mutator, field, row.values.at(at));
    }
    return row;
}

/// Lists compare these letter by letter, so that one value has one form.
bool isComparedByLetters(const Field &field)
{
    return field.kind == Kind::Date || field.kind == Kind::Instant || field.kind == Kind::TimeOfDay || field.kind == Kind::Measure;
}

/// What came back is what was given, but for what `cleaned` promises to take off.
bool isSame(const Field &field, const QVariant &given, const QVariant &back)
{
    if (field.kept || field.kind == Kind::Data)
        return true;
    if (field.kind == Kind::Text)
        return back.toString() == cleaned(isOneLine(field) ? onOneLine(given.toString()) : given.toString());
    if (isBlank(given))
        return isBlank(back);
    return back.toString() == given.toString()
        || (!isComparedByLetters(field) && back.toLongLong() == given.toLongLong() && back.toLongLong() != 0);
}

/// Every value has the one stored form of its kind.
bool hasStoredForm(const Field &field, const QVariant &value)
{
    if (field.kind == Kind::Date && !isBlank(value))
        return QDate::fromString(value.toString(), Qt::ISODate).toString(Qt::ISODate) == value.toString();
    if (field.kind == Kind::Instant && !isBlank(value))
        return toStoredText(fromStoredText(value.toString())) == value.toString();
    if (field.kind == Kind::TimeOfDay && !isBlank(value))
        return timeFromStored(value.toString()).isValid();
    if (field.kind == Kind::Measure && !isBlank(value))
        return Decimal::fromStored(value.toString()).has_value();
    return true;
}

void checkKept(Campaign &campaign, TestHostel &hostel, const Row &spoiled, const KeptRow &kept)
{
    const Row given = askedPart(spoiled);
    const auto back = hostel.services().records.one(*given.type, kept.id);
    campaign.expect(bool(back), u"kept and not found"_s);
    if (!back)
        return;
    for (size_t i = 0; i < given.type->fields.size(); ++i) {
        const Field &field = given.type->fields[i];
        const QVariant value = back->row.values.at(qsizetype(i));
        const QString place = u"%1.%2"_s.arg(QLatin1String(given.type->table), QLatin1String(field.column));
        const bool isMonth = place == u"incident_month.month_on"; // any day of it is kept as the first
        const QDate day = QDate::fromString(given.values.at(qsizetype(i)).toString(), Qt::ISODate);
        campaign.expect(isMonth ? value.toString() == QDate(day.year(), day.month(), 1).toString(Qt::ISODate)
                                : isSame(field, given.values.at(qsizetype(i)), value),
            u"%1: gave “%2”, came back “%3”"_s.arg(place, given.values.at(qsizetype(i)).toString().left(60), value.toString().left(60)));
        campaign.expect(hasStoredForm(field, value), u"%1 holds no stored date: “%2”"_s.arg(place, value.toString().left(60)));
    }
    campaign.expect(hostel.services().records.check(back->row).isEmpty(), u"kept, and invalid when it is opened again"_s);
}

} // namespace

TEST_CASE("Whatever stands in a row, it is refused whole or kept and read back as it was given")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    aPerson().in(hostel);
    anAgency(hostel);
    const QList<const RecordType *> kinds = kindsByDescription();
    Campaign campaign(u"record rows"_s, {1'500, 40'000});
    campaign.run([&](quint32 seed) {
        Mutator mutator(seed);
        const RecordType &type = *mutator.pick(kinds);
        const Row row = spoiledRow(mutator, filledRow(records, type, u"some word %1"_s.arg(seed)));
        const qint64 rows = need(records.count(type, {.withWithdrawn = true}));
        const int history = historyRows(hostel);
        const auto kept = records.add(row);
        if (kept) {
            checkKept(campaign, hostel, row, *kept);
            Q_UNUSED(bool(records.withdraw(type, kept->id, kept->version, u"a test"_s))); // so that rooms and stays stay free
            return;
        }
        const bool said = kept.error().kind == ErrorKind::Invalid && !kept.error().violations.isEmpty();
        campaign.expect(said || kept.error().detail.startsWith(u"sqlite"_s), u"refused without its reason: "_s + kept.error().detail);
        campaign.expect(need(records.count(type, {.withWithdrawn = true})) == rows, u"a refused row was kept"_s);
        campaign.expect(historyRows(hostel) == history, u"a refused row left history"_s);
    });
    CHECK(need(hostel.hostel->problems()).isEmpty());
}

TEST_CASE("A hostile text is kept letter by letter or refused with a violation, in every field of every kind")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    aPerson().in(hostel);
    anAgency(hostel);
    int refused = 0;
    for (const RecordType *type : kindsByDescription())
        for (const QString &text : hostileTexts()) {
            const Row row = filledRow(records, *type, text);
            INFO(type->table << " with " << text.left(60).toStdString());
            const auto kept = records.add(row);
            if (!kept) {
                ++refused;
                REQUIRE(kept.error().kind == ErrorKind::Invalid);
                CHECK_FALSE(kept.error().violations.isEmpty());
                continue;
            }
            const auto back = need(records.one(*type, kept->id));
            for (size_t i = 0; i < type->fields.size(); ++i)
                if (isTyped(type->fields[i])) {
                    const QString given = row.values.at(qsizetype(i)).toString();
                    CHECK(back.row.values.at(qsizetype(i)).toString() == cleaned(isOneLine(type->fields[i]) ? onOneLine(given) : given));
                }
            Q_UNUSED(bool(records.withdraw(*type, kept->id, kept->version, u"a test"_s)));
        }
    CHECK(refused > 0);
}

} // namespace keywork::test::record_rows_fuzz_test
