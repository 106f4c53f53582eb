// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/away_reading.h"

#include "core/domain/court.h"
#include "core/domain/health.h"
#include "core/domain/nights_away.h"
#include "core/services/records/record_reader.h"
#include "core/storage/watching.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kAwayReadDays = 366;

/// Times of one kind that go on or ended lately, of which `spell` says when.
template <class T> Done readSpells(const RecordReader &records, const QList<qint64> &people, QDate since, const QString &endColumn,
    const std::function<AwaySpell(const T &)> &spell, AwayOnFile &onFile)
{
    const QString lately = u"(%1 IS NULL OR %1 >= '%2')"_s.arg(endColumn, since.toString(Qt::ISODate));
    const auto rows = rowsOfPeople(records.database(), recordType<T>(), people, lately);
    if (!rows)
        return rows.error();
    for (const KeptRow &row : *rows) {
        const auto one = asKind<T>(row);
        if (!one)
            return one.error();
        onFile[one->value.personId.value].append(spell(one->value));
    }
    return {};
}

Done hospitalSpells(const RecordReader &records, const QList<qint64> &people, QDate since, AwayOnFile &onFile)
{
    return readSpells<HospitalStay>(
        records, people, since, u"discharged_on"_s,
        [](const HospitalStay &stay) {
            return AwaySpell{AwayWhy::Hospital, stay.admittedOn, stay.dischargedOn};
        },
        onFile);
}

Done custodySpellsOf(const RecordReader &records, const QList<qint64> &people, QDate since, AwayOnFile &onFile)
{
    return readSpells<CustodySpell>(
        records, people, since, u"until_on"_s,
        [](const CustodySpell &spell) {
            return AwaySpell{AwayWhy::Custody, spell.fromOn, spell.untilOn};
        },
        onFile);
}

/// Whoever is not back on the day that they said counts as here: else nobody would miss them.
Done nightsElsewhere(const RecordReader &records, const QList<qint64> &people, QDate since, AwayOnFile &onFile)
{
    return readSpells<NightsAway>(
        records, people, since, u"back_on"_s,
        [](const NightsAway &nights) {
            return AwaySpell{AwayWhy::Nights, nights.fromOn, nights.backOn.value_or(nights.expectedOn)};
        },
        onFile);
}

} // namespace

std::optional<AwayDays> AwaySpell::days() const
{
    if (!back)
        return AwayDays{from, {}};
    return *back > from ? std::optional(AwayDays{from, back->addDays(-1)}) : std::nullopt;
}

Result<AwayOnFile> readAway(const RecordReader &records, const QList<qint64> &people, QDate today)
{
    AwayOnFile onFile;
    const QDate since = today.addDays(-kAwayReadDays);
    for (const auto source : {hospitalSpells, custodySpellsOf, nightsElsewhere})
        if (Done done = source(records, people, since, onFile); !done)
            return done.error();
    return onFile;
}

bool maySayWhy(AwayWhy why, const Session &session) { return session.may(Act::Read, *optionOf(why).category); }

QString reasonsOf(const QList<AwaySpell> &spells, const Session &session)
{
    QStringList reasons;
    for (const AwaySpell &spell : spells)
        if (const QString code = QString::fromLatin1(codeOf(spell.why)); maySayWhy(spell.why, session) && !reasons.contains(code))
            reasons.append(code);
    return reasons.join(u',');
}

QList<AwayDays> awayDays(const QList<AwaySpell> &spells)
{
    QList<AwayDays> days;
    for (const AwaySpell &spell : spells)
        if (const auto one = spell.days())
            days.append(*one);
    return days;
}

} // namespace keywork
