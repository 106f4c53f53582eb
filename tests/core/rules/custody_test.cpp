// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/custody.h"
#include "tests/support/catch.h"

#include <QRandomGenerator>
#include <algorithm>

namespace keywork::test::rules_custody_test {

using namespace Qt::StringLiterals;

namespace {

using Entries = QList<Kept<CustodyEntry>>;

QDateTime atHour(int hour) { return QDateTime(QDate(2026, 9, 14), QTime(0, 0), Qt::UTC).addSecs(hour * 3600); }

/// A line; names only what matters.
struct Line {
    CustodyAct act = CustodyAct::In;
    int hour = 0;
    std::optional<qint64> before = {};
    std::optional<qint64> moved = {};
    std::optional<qint64> after = {};
    SecondName second = SecondName::Staff;
    bool sealed = false;
    qint64 about = 0;
    bool struck = false;
    std::optional<CustodyCause> cause = {};
};

Entries written(const QList<Line> &lines)
{
    Entries entries;
    for (const Line &line : lines) {
        Kept<CustodyEntry> kept;
        kept.id = {entries.size() + 1};
        kept.value.act = line.act;
        kept.value.doneAt = atHour(line.hour);
        kept.value.countedBefore = line.before;
        kept.value.quantity = line.moved;
        kept.value.countedAfter = line.after;
        kept.value.sealed = line.sealed;
        kept.value.aboutId = {line.about};
        kept.value.struckOut = line.struck;
        kept.value.cause = line.cause;
        if (isStockAct(line.act))
            kept.value.second = line.second;
        entries.append(kept);
    }
    return entries;
}

QList<qint64> waiting(const CustodyState &state, bool CustodyLine::*member)
{
    QList<qint64> ids;
    for (const CustodyLine &line : state.lines)
        if (line.*member)
            ids.append(line.entry.id.value);
    return ids;
}

constexpr auto In = CustodyAct::In;
constexpr auto Over = CustodyAct::HandedOver;
constexpr auto Count = CustodyAct::Count;
constexpr auto Correction = CustodyAct::Correction;
constexpr auto Review = CustodyAct::Review;

} // namespace

TEST_CASE("What is held, and which difference waits for a manager")
{
    struct Case {
        const char *name;
        QList<Line> lines;
        std::optional<qint64> balance;
        QList<qint64> differ; ///< lines whose difference waits
    };
    const QList<Case> cases{
        {"nothing was handed in", {}, 0, {}},
        {"handed in", {{In, 1, 0, 28, 28}}, 28, {}},
        {"handed over twice", {{In, 1, 0, 28, 28}, {Over, 2, 28, 2, 26}, {Over, 3, 26, 2, 24}}, 24, {}},
        {"all of it handed over", {{In, 1, 0, 2, 2}, {Over, 2, 2, 2, 0}}, 0, {}},
        {"a count that matches", {{In, 1, 0, 28, 28}, {Count, 2, {}, {}, 28}}, 28, {}},
        {"a count that differs is what is there", {{In, 1, 0, 28, 28}, {Count, 2, {}, {}, 27}}, 27, {2}},
        {"more than the register says", {{In, 1, 0, 5, 5}, {Count, 2, {}, {}, 6}}, 6, {2}},
        {"counted before handing over differs", {{In, 1, 0, 28, 28}, {Over, 2, 27, 1, 26}}, 26, {2}},
        {"reviewed", {{In, 1, 0, 28, 28}, {Count, 2, {}, {}, 27}, {.act = Review, .hour = 3, .about = 2}}, 27, {}},
        {"reviewed, then a correction makes another difference",
            {{In, 1, 0, 28, 28}, {Count, 2, {}, {}, 27}, {.act = Review, .hour = 3, .about = 2}, {Correction, 4, 0, 30, 30, {}, false, 1}},
            27, {2}},
        {"what was not written down comes late and falls in where it belongs",
            {{In, 1, 0, 28, 28}, {Count, 9, {}, {}, 27}, {Over, 5, 28, 1, 27}}, 27, {}},
        {"a correction of what came in", {{In, 1, 0, 28, 28}, {Correction, 2, 0, 26, 26, {}, false, 1}}, 26, {}},
        {"a correction before a later count explains its difference",
            {{In, 1, 0, 28, 28}, {Count, 2, {}, {}, 27}, {Correction, 3, 0, 27, 27, {}, false, 1}}, 27, {}},
        {"the latest correction counts",
            {{In, 1, 0, 28, 28}, {Correction, 2, 0, 20, 20, {}, false, 1}, {Correction, 3, 0, 25, 25, {}, false, 1}}, 25, {}},
        {"struck out", {{In, 1, 0, 28, 28}, {.act = Correction, .hour = 2, .about = 1, .struck = true}}, 0, {}},
        {"spilled and returned", {{In, 1, 0, 6, 6}, {CustodyAct::Spilled, 2, 6, 1, 5}, {CustodyAct::ToPharmacy, 3, 5, 5, 0}}, 0, {}},
        {"sealed, not counted", {{In, 1, 0, 5, 5}, {.act = In, .hour = 2, .sealed = true}}, {}, {}},
        {"counted after that: no difference can be told",
            {{In, 1, 0, 5, 5}, {.act = In, .hour = 2, .sealed = true}, {Count, 3, {}, {}, 19}}, 19, {}},
        {"a sealed one that a correction counts", {{.act = In, .hour = 1, .sealed = true}, {Correction, 2, 0, 7, 7, {}, false, 1}}, 7, {}},
        {"left behind is still here", {{In, 1, 0, 5, 5}, {CustodyAct::LeftBehind, 2, {}, {}, 5}}, 5, {}},
    };
    for (const Case &one : cases) {
        INFO(one.name);
        const CustodyState state = custodyOf(written(one.lines));
        CHECK(state.balance == one.balance);
        CHECK(waiting(state, &CustodyLine::waitsForReview) == one.differ);
        CHECK(state.lines.size() == one.lines.size());
    }
}

TEST_CASE("A recount is due after one name, the resident's, or a seal, until two names of the team have counted")
{
    constexpr auto Staff = SecondName::Staff;
    constexpr auto Resident = SecondName::Resident;
    constexpr auto Nobody = SecondName::Nobody;
    constexpr auto Second = CustodyAct::SecondName;
    struct Case {
        const char *name;
        QList<Line> lines;
        std::optional<int> since; ///< hour
        QList<qint64> withoutName;
    };
    const QList<Case> cases{
        {"two names", {{In, 1, 0, 5, 5, Staff}}, {}, {}},
        {"the resident at night", {{In, 1, 0, 5, 5, Resident}}, 1, {}},
        {"nobody", {{In, 1, 0, 5, 5, Nobody}}, 1, {1}},
        {"the first of two nights counts", {{In, 1, 0, 5, 5, Resident}, {Over, 2, 5, 1, 4, Resident}}, 1, {}},
        {"counted at handover", {{In, 1, 0, 5, 5, Resident}, {Count, 9, {}, {}, 5, Staff}}, {}, {}},
        {"counted by one alone", {{In, 1, 0, 5, 5, Resident}, {Count, 9, {}, {}, 5, Nobody}}, 1, {2}},
        {"handing over with two counts it, too", {{In, 1, 0, 5, 5, Resident}, {Over, 9, 5, 1, 4, Staff}}, {}, {}},
        {"a count before it does not count it", {{In, 5, 0, 5, 5, Resident}, {Count, 4, {}, {}, 0, Staff}}, 5, {}},
        {"the name that comes later", {{In, 1, 0, 5, 5, Nobody}, {.act = Second, .hour = 2, .about = 1}}, 1, {}},
        {"name and count", {{In, 1, 0, 5, 5, Nobody}, {.act = Second, .hour = 2, .about = 1}, {Count, 3, {}, {}, 5}}, {}, {}},
        {"sealed, with two names", {{.act = In, .hour = 1, .sealed = true}}, 1, {}},
        {"sealed, then left behind sealed",
            {{.act = In, .hour = 1, .sealed = true}, {.act = CustodyAct::LeftBehind, .hour = 2, .sealed = true}}, 1, {}},
        {"struck out", {{In, 1, 0, 5, 5, Nobody}, {.act = Correction, .hour = 2, .about = 1, .struck = true}}, {}, {}},
    };
    for (const Case &one : cases) {
        INFO(one.name);
        const CustodyState state = custodyOf(written(one.lines));
        CHECK(state.recountSince == (one.since ? std::optional(atHour(*one.since)) : std::nullopt));
        CHECK(waiting(state, &CustodyLine::waitsForSecondName) == one.withoutName);
        CHECK(state.isOpen() == (one.since.has_value() || !one.withoutName.isEmpty()));
    }
}

TEST_CASE("What somebody else has opens a risk; what was miscounted does not")
{
    using enum CustodyCause;
    const auto opensAt = [](const QList<Line> &lines) { return custodyOf(written(lines)).opensRiskAt; };
    for (const CustodyCause cause : {Taken, PressedFor, Sold, Shared})
        CHECK(opensAt({{In, 1, 0, 5, 5}, {.act = Count, .hour = 2, .after = 4, .cause = cause}}) == atHour(2));
    for (const CustodyCause cause : {NotKnown, Miscounted, Unwritten})
        CHECK_FALSE(opensAt({{In, 1, 0, 5, 5}, {.act = Count, .hour = 2, .after = 4, .cause = cause}}));
    CHECK(opensAt({{In, 1, 0, 5, 5}, {.act = Count, .hour = 2, .after = 4, .cause = NotKnown},
              {.act = Review, .hour = 8, .about = 2, .cause = Sold}})
        == atHour(8));
    CHECK_FALSE(opensAt({{In, 1, 0, 5, 5}, {.act = Count, .hour = 2, .after = 4, .cause = Sold},
        {.act = Correction, .hour = 3, .about = 2, .struck = true}}));
}

namespace {

/// What is held, told without the rule: each entry bears the count after it, so the last one in time that was counted and not
/// struck out is what is there; something sealed that came in after it is not counted.
std::optional<qint64> heldByOracle(const Entries &soFar)
{
    std::optional<qint64> held = 0;
    QDateTime when;
    qint64 which = 0;
    for (const Kept<CustodyEntry> &entry : soFar) {
        if (!isStockAct(entry.value.act))
            continue;
        CustodyEntry said = entry.value;
        bool isStruck = false;
        for (const Kept<CustodyEntry> &other : soFar)
            if (other.value.act == Correction && other.value.aboutId == entry.id) {
                isStruck = other.value.struckOut;
                if (!isStruck) {
                    said.sealed = false;
                    said.countedAfter = other.value.countedAfter;
                }
            }
        const bool isLater = !when.isValid() || said.doneAt > when || (said.doneAt == when && entry.id.value > which);
        if (isStruck || !isLater || (said.sealed && said.act != In))
            continue;
        held = said.sealed ? std::nullopt : said.countedAfter;
        when = said.doneAt;
        which = entry.id.value;
    }
    return held;
}

/// Two counts and what moved between them, which add up.
void countInto(CustodyEntry &entry, CustodyAct act, qint64 before, QRandomGenerator &random)
{
    const int direction = directionOf(act);
    if (direction == 0) {
        entry.countedAfter = before;
        return;
    }
    const qint64 there = direction < 0 ? std::max<qint64>(before, 1) : before;
    entry.countedBefore = there;
    entry.quantity = direction < 0 ? 1 + random.bounded(int(there)) : 1 + random.bounded(40);
    entry.countedAfter = there + direction * *entry.quantity;
}

/// The next entry of a page: mostly what staff do, now and then late, sealed, miscounted, corrected, struck out.
Kept<CustodyEntry> nextEntry(const Entries &soFar, QRandomGenerator &random)
{
    Kept<CustodyEntry> kept;
    kept.id = {soFar.size() + 1};
    CustodyEntry &entry = kept.value;
    entry.doneAt = atHour(int(soFar.size()) * 3 - (random.bounded(10) == 0 ? random.bounded(60) : 0));
    const qint64 there = std::max<qint64>(0, heldByOracle(soFar).value_or(9) + (random.bounded(8) == 0 ? random.bounded(7) - 3 : 0));
    const int kind = random.bounded(100);
    const auto *about = soFar.isEmpty() ? nullptr : &soFar.at(random.bounded(int(soFar.size())));
    if (about && isStockAct(about->value.act) && kind < 22) {
        entry.aboutId = about->id;
        entry.act = kind < 14 ? Correction : kind < 18 ? Review : CustodyAct::SecondName;
        entry.struckOut = kind < 3;
        if (entry.act == Correction && !entry.struckOut)
            countInto(entry, about->value.act, random.bounded(60), random);
        return kept;
    }
    entry.act = CustodyAct(random.bounded(int(CustodyAct::Count) + 1));
    entry.second = SecondName(random.bounded(3));
    entry.sealed = random.bounded(12) == 0 && (entry.act == In || entry.act == CustodyAct::LeftBehind);
    if (!entry.sealed)
        countInto(entry, entry.act, there, random);
    return kept;
}

} // namespace

TEST_CASE("Random pages of 200 entries: the balance is the oracle's after each line, nothing is lost, and every line adds up")
{
    for (quint32 seed = 1; seed <= 60; ++seed) {
        QRandomGenerator random(seed);
        Entries entries;
        QList<std::optional<qint64>> expected;
        while (entries.size() < 200) {
            entries.append(nextEntry(entries, random));
            expected.append(heldByOracle(entries));
        }
        Entries shuffled = entries;
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        const CustodyState state = custodyOf(shuffled);
        INFO("seed " << seed);
        REQUIRE(state.lines.size() == entries.size());
        CHECK(state.balance == expected.last());
        std::optional<qint64> carried = 0;
        for (qsizetype i = 0; i < entries.size(); ++i) {
            INFO("line " << i);
            const CustodyLine &line = state.lines.at(i);
            REQUIRE(line.entry.id == entries.at(i).id);
            REQUIRE(line.entry.value == entries.at(i).value);
            REQUIRE(line.balance == expected.at(i));
            REQUIRE(line.adjusted.has_value() == (carried && line.balance));
            if (line.adjusted)
                REQUIRE(*line.balance == *carried + line.in.value_or(0) - line.out.value_or(0) + *line.adjusted);
            carried = line.balance;
        }
    }
}

TEST_CASE("A page of five years is read in a moment")
{
    QList<Line> lines{{In, 0, 0, 4000, 4000}};
    for (int i = 1; i < 3600; ++i)
        lines.append({Over, i, 4001 - i, 1, 4000 - i});
    CHECK(custodyOf(written(lines)).balance == 401);
}

} // namespace keywork::test::rules_custody_test
