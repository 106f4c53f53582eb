// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/treatment_spells.h"
#include "tests/support/catch.h"

#include <algorithm>

namespace keywork::test::treatment_spells_test {

using namespace Qt::StringLiterals;

namespace {

const QDate kToday(2026, 9, 14);

ScriptSpan paper(qint64 id, QDate from, std::optional<QDate> until, qint64 follows = 0)
{
    return {.id = id, .from = from, .until = until, .follows = follows};
}

/// "first script from day to day, over", one after the other.
QString spellsOf(const QList<ScriptSpan> &scripts, const QList<DoseDay> &doses = {})
{
    QStringList said;
    for (const TreatmentSpell &spell : treatmentSpells({.scripts = scripts}, doses, kToday))
        said.append(u"%1 %2-%3%4"_s.arg(QString::number(spell.script), spell.began.toString(u"d.M."_s),
            spell.lastDay ? spell.lastDay->toString(u"d.M."_s) : u"..."_s, spell.isOver ? u" over"_s : QString()));
    return said.join(u", "_s);
}

TreatmentOnFile part(QDate since, std::optional<QDate> ended = {})
{
    TreatmentOnFile one{.from = {u"treatment_part"_s, 7}, .name = u"Substitute prescribing"_s, .started = KnownDays::on(since)};
    if (ended)
        one.stopped = KnownDays::on(*ended);
    return one;
}

} // namespace

TEST_CASE("Substitute treatment goes on over the papers that follow, and begins anew after three days without a dose")
{
    const auto stopped = [](ScriptSpan one, QDate on) {
        one.stoppedOn = on;
        return one;
    };
    const auto fromElsewhere = [](ScriptSpan one, QDate on) {
        one.lastDoseBefore = on;
        return one;
    };
    const auto lost = [](ScriptSpan one, QDate on) {
        one.lostOn = on;
        return one;
    };
    const auto confirmed = [](ScriptSpan one, QDate until) {
        one.confirmedUntil = until;
        return one;
    };
    const auto injected = [](ScriptSpan one, QDate on) {
        one.isInjection = true;
        one.injections = {{on, on.addDays(28), 2, {}}};
        return one;
    };
    const QDate july(2026, 7, 1);
    const QDate end(2026, 7, 14);
    const struct {
        const char *what;
        QString said;
        QString wanted;
    } cases[] = {
        {"one that goes on", spellsOf({paper(1, july, {})}), u"1 1.7.-..."_s},
        {"papers of two weeks each, entered the wrong way round",
            spellsOf({paper(2, QDate(2026, 9, 7), QDate(2026, 9, 20), 1), paper(1, QDate(2026, 8, 24), QDate(2026, 9, 6))}),
            u"1 24.8.-20.9."_s},
        {"two days between them are no break", spellsOf({paper(1, july, end), paper(2, end.addDays(3), {})}), u"1 1.7.-..."_s},
        {"three days are", spellsOf({paper(1, july, end), paper(2, end.addDays(4), {})}), u"1 1.7.-14.7. over, 2 18.7.-..."_s},
        {"stopped, and begun again weeks later", spellsOf({stopped(paper(1, july, {}), end), paper(2, QDate(2026, 9, 7), {})}),
            u"1 1.7.-14.7. over, 2 7.9.-..."_s},
        {"stopped today is not over yet", spellsOf({stopped(paper(1, july, {}), kToday)}), u"1 1.7.-14.9."_s},
        {"stopped yesterday is", spellsOf({stopped(paper(1, july, {}), kToday.addDays(-1))}), u"1 1.7.-13.9. over"_s},
        {"ran out 27 days ago", spellsOf({paper(1, july, QDate(2026, 8, 18))}), u"1 1.7.-18.8."_s},
        {"ran out 28 days ago", spellsOf({paper(1, july, QDate(2026, 8, 17))}), u"1 1.7.-17.8. over"_s},
        {"confirmed beyond the paper", spellsOf({confirmed(paper(1, july, QDate(2026, 8, 1)), QDate(2026, 9, 30))}), u"1 1.7.-30.9."_s},
        {"it went on from a hospital", spellsOf({fromElsewhere(paper(1, QDate(2026, 9, 10), {}), QDate(2026, 9, 9))}), u"1 9.9.-..."_s},
        {"the script was lost", spellsOf({lost(paper(1, july, QDate(2026, 9, 20)), QDate(2026, 9, 10))}), u"1 1.7.-9.9."_s},
        {"an injection works longer than its paper", spellsOf({injected(paper(1, july, july), QDate(2026, 8, 20))}), u"1 1.7.-16.9."_s},
        {"one that is still to come", spellsOf({paper(1, kToday.addDays(1), {})}), QString()},
    };
    for (const auto &one : cases) {
        INFO(one.what);
        CHECK(one.said == one.wanted);
    }
    QList<DoseDay> inHospital; // the dose was given there on all of the days but two
    for (QDate day = end.addDays(3); day < end.addDays(20); day = day.addDays(1))
        inHospital.append({{}, day, DoseHeld::Held});
    CHECK(spellsOf({paper(1, july, end), paper(2, end.addDays(20), {})}, inHospital) == u"1 1.7.-..."_s);
}

TEST_CASE("One treatment that a prescription and a part of treatment tell of is told once")
{
    const QDate march(2026, 3, 1);
    const TreatmentSpell open{1, QDate(2026, 9, 1), {}, false};
    const TreatmentSpell over{1, QDate(2026, 6, 1), QDate(2026, 7, 1), true};
    const auto told = [](const QList<TreatmentSpell> &spells, const QList<TreatmentOnFile> &others) {
        QStringList said;
        for (const TreatmentOnFile &one : treatmentsTold(spells, u"Methadone"_s, others))
            said.append(one.name.left(4) + u' ' + one.started.latest.toString(u"d.M."_s)
                + (one.stopped ? u'-' + one.stopped->latest.toString(u"d.M."_s) : QString()));
        return said.join(u", "_s);
    };
    CHECK(told({open}, {}) == u"Meth 1.9."_s);
    CHECK(told({}, {part(march)}) == u"Subs 1.3."_s);
    CHECK(told({open}, {part(QDate(2026, 9, 1))}) == u"Meth 1.9."_s);
    CHECK(told({open}, {part(march)}) == u"Meth 1.3."_s); // it began before anybody wrote down a prescription
    CHECK(told({open}, {part(QDate(2026, 9, 5))}) == u"Meth 1.9."_s); // of what is prescribed the house is the source
    CHECK(told({open}, {part(march, QDate(2026, 6, 1))}) == u"Meth 1.9., Subs 1.3.-1.6."_s); // an earlier one
    CHECK(told({open}, {part(march, QDate(2026, 9, 8))}) == u"Meth 1.3."_s); // to another service: it goes on
    CHECK(told({over, open}, {part(march)}) == u"Meth 1.3.-2.7., Meth 1.9."_s); // what began anew did begin
    CHECK(told({over}, {part(march, QDate(2026, 6, 20))}) == u"Meth 1.3.-2.7."_s);
    CHECK(told({over}, {part(march, QDate(2026, 7, 2))}) == u"Meth 1.3.-2.7."_s);
    const TreatmentSpell ranOut{1, QDate(2026, 6, 1), QDate(2026, 9, 10), false};
    CHECK(told({ranOut}, {part(march, QDate(2026, 9, 11))}) == u"Meth 1.3.-11.9."_s); // the service said that it ended
}

TEST_CASE("A dose is stable since it stayed the same and was seen taken every day; collected is not taken")
{
    const QDate first = kToday.addDays(-9);
    QList<DoseDay> doses;
    for (int i = 0; i < 9; ++i)
        doses.append({{u"collection"_s, i + 1}, first.addDays(i), DoseHeld::Held});
    doses.append({{u"prescription"_s, 1}, kToday, DoseHeld::NotKnown}); // today is not over
    QSet<qint64> seen{1, 2, 3, 4, 5, 6, 7, 8, 9};
    const auto same = [](QDate) { return u"35 mg"_s; };
    CHECK(stableDoseSince(doses, seen, same, kToday) == first);
    CHECK(stableDoseSince(
              doses, seen, [&](QDate day) { return day < first.addDays(4) ? u"30 mg"_s : u"35 mg"_s; }, kToday)
        == first.addDays(4));
    seen.remove(6);
    CHECK(stableDoseSince(doses, seen, same, kToday) == first.addDays(6));
    doses[8].held = DoseHeld::NotKnown;
    CHECK_FALSE(stableDoseSince(doses, seen, same, kToday));
    doses[8] = {{u"prescription"_s, 1}, first.addDays(8), DoseHeld::Held}; // given in hospital
    CHECK(stableDoseSince(doses, seen, same, kToday) == first.addDays(6));
    CHECK_FALSE(stableDoseSince({}, seen, same, kToday));
}

TEST_CASE("Lowered tolerance counts until 28 days after a stable dose resumed, also one that was stable all along")
{
    const auto isLow = [](std::optional<QDate> stableSince, QDate today) {
        OverdoseInput input{.today = today};
        input.leavings.append({{u"custody_spell"_s, 1}, OverdoseFactKind::LeftCustody, KnownDays::on(QDate(2026, 5, 1)), DoseThere::Yes});
        input.treatments.append({.from = {u"prescription"_s, 1}, .name = u"Methadone"_s, .started = KnownDays::on(QDate(2026, 1, 5))});
        input.treatments.first().stableSince = stableSince;
        const QList<OverdoseFact> facts = overdoseFacts(input).facts;
        return std::any_of(
            facts.cbegin(), facts.cend(), [](const OverdoseFact &fact) { return fact.kind == OverdoseFactKind::LeftCustody; });
    };
    CHECK(isLow({}, kToday)); // no end while nothing is known of a dose
    CHECK(isLow(QDate(2026, 6, 10), QDate(2026, 7, 7)));
    CHECK_FALSE(isLow(QDate(2026, 6, 10), QDate(2026, 7, 8)));
    CHECK(isLow(QDate(2026, 3, 1), QDate(2026, 5, 28))); // it went on: from the day of coming out
    CHECK_FALSE(isLow(QDate(2026, 3, 1), QDate(2026, 5, 29)));
}

} // namespace keywork::test::treatment_spells_test
