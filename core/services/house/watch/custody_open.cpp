// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/custody.h"
#include "core/services/house/watch/risks_reviewed.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/services/records/names.h"
#include "core/storage/watching.h"
#include "core/storage/watching_custody.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// A page with the day that a rule speaks of; none: nothing of it is due.
using CustodyFact = std::function<std::optional<QDateTime>(const CustodyState &state)>;

Result<QList<WatchItem>> custodyItems(const WatchFacts &facts, const QList<QPair<CustodyEntry, QDateTime>> &found)
{
    QList<qint64> ids;
    for (const auto &[entry, at] : found)
        ids.append(entry.heldId.value);
    if (ids.isEmpty())
        return QList<WatchItem>();
    const auto medicines = namesOf(facts.records(), recordType<HeldMedicine>(), ids);
    if (!medicines)
        return medicines.error();
    QList<WatchItem> items;
    for (const auto &[entry, at] : found) {
        WatchItem item{.subject = {u"held_medicine"_s, entry.heldId.value, entry.personId}, .day = facts.clock().local(at).date()};
        item.places.insert(u"medicine"_s, medicines->value(entry.heldId.value).text(u"medicine"_s));
        items.append(item);
    }
    return items;
}

Result<QList<WatchItem>> ofOpenPages(const WatchFacts &facts, const CustodyFact &fact)
{
    const auto rows = entriesOfOpenPages(facts.database());
    if (!rows)
        return rows.error();
    QMap<qint64, QList<Kept<CustodyEntry>>> pages;
    for (const KeptRow &row : *rows) {
        const auto entry = asKind<CustodyEntry>(row);
        if (!entry)
            return entry.error();
        pages[entry->value.heldId.value].append(*entry);
    }
    QList<QPair<CustodyEntry, QDateTime>> found;
    for (const QList<Kept<CustodyEntry>> &page : std::as_const(pages))
        if (const auto at = fact(custodyOf(page)))
            found.append({page.first().value, *at});
    return custodyItems(facts, found);
}

/// When the first line happened that says so.
std::optional<QDateTime> firstLine(const CustodyState &state, bool CustodyLine::*member)
{
    for (const CustodyLine &line : state.lines)
        if (line.*member)
            return line.entry.value.doneAt;
    return {};
}

Result<QList<WatchItem>> custodyRecountDue(const WatchFacts &facts)
{
    return ofOpenPages(facts, [](const CustodyState &state) { return state.recountSince; });
}

Result<QList<WatchItem>> custodySecondNameDue(const WatchFacts &facts)
{
    return ofOpenPages(facts, [](const CustodyState &state) { return firstLine(state, &CustodyLine::waitsForSecondName); });
}

Result<QList<WatchItem>> custodyReviewDue(const WatchFacts &facts)
{
    return ofOpenPages(facts, [](const CustodyState &state) { return firstLine(state, &CustodyLine::waitsForReview); });
}

Result<QList<WatchItem>> ofCustodyRows(const WatchFacts &facts, const Result<QList<KeptRow>> &rows)
{
    if (!rows)
        return rows.error();
    QList<QPair<CustodyEntry, QDateTime>> found;
    for (const KeptRow &row : *rows) {
        const auto entry = asKind<CustodyEntry>(row);
        if (!entry)
            return entry.error();
        found.append({entry->value, entry->value.doneAt});
    }
    return custodyItems(facts, found);
}

Result<QList<WatchItem>> custodyGoneDue(const WatchFacts &facts)
{
    return ofCustodyRows(facts, lastEntriesOfThoseGone(facts.database(), facts.today()));
}

/// Of those who are here, by the house's days: just after midnight the stored moment still bears the day before.
Result<QList<WatchItem>> custodyRiskDue(const WatchFacts &facts)
{
    const auto people = facts.peopleHere();
    auto rows = entriesThatOpenRisk(facts.database());
    const auto reviewed = people ? risksReviewed(facts, *people, u"medicine"_s) : Result<QHash<qint64, QDate>>(people.error());
    if (!rows || !reviewed)
        return rows ? reviewed.error() : rows.error();
    rows->removeIf([&](const KeptRow &row) {
        const qint64 person = row.row.value(u"person_id"_s).toLongLong();
        const QDate day = facts.clock().local(fromStoredText(row.row.text(u"done_at"_s))).date();
        return !people->contains(person) || (reviewed->contains(person) && reviewed->value(person) >= day);
    });
    return ofCustodyRows(facts, rows);
}

} // namespace

/// Domain, "Treatment and medicine": one worker at night is followed by a recount at handover.
extern const WatchRule custodyRecount{
    .code = "custody_recount",
    .category = Category::Treatment,
    .pressing = Pressing::Today,
    .handedOver = true,
    .canWait = false,
    .title = QT_TRANSLATE_NOOP("watch", "Medicine held"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{medicine}: to be counted again with two names, since {day}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n medicines to count again"),
    .opensTab = "medicine",
    .due = custodyRecountDue,
};

extern const WatchRule custodySecondName{
    .code = "custody_second_name",
    .category = Category::Treatment,
    .pressing = Pressing::Today,
    .handedOver = true,
    .canWait = false,
    .title = QT_TRANSLATE_NOOP("watch", "Medicine held"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{medicine}: the second name is missing, {day}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n medicines without a second name"),
    .opensTab = "medicine",
    .due = custodySecondNameDue,
};

extern const WatchRule custodyReview{
    .code = "custody_review",
    .category = Category::Treatment,
    .mayKnow = [](const Session &session) { return session.may(Act::Manage, Category::Treatment); },
    .pressing = Pressing::Today,
    .canWait = false,
    .title = QT_TRANSLATE_NOOP("watch", "Medicine held"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{medicine}: a difference of {day} waits for a manager."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n differences to review"),
    .press = QT_TRANSLATE_NOOP("watch", "Review"),
    .opensTab = "medicine",
    .due = custodyReviewDue,
};

extern const WatchRule custodyRisk{
    .code = "custody_risk",
    .category = Category::Treatment,
    .pressing = Pressing::Today,
    .handedOver = true,
    .title = QT_TRANSLATE_NOOP("watch", "Somebody else has it"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{medicine}, {day}: ask how they are, and look at the risk with them."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n residents whose medicine somebody else has"),
    .opensTab = "risk",
    .due = custodyRiskDue,
};

extern const WatchRule custodyGone{
    .code = "custody_gone",
    .category = Category::Treatment,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Medicine held"),
    .sentence = QT_TRANSLATE_NOOP("watch", "They left, and {medicine} is still here: ring them, or the pharmacy takes it back."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n medicines of people who left"),
    .opensTab = "medicine",
    .due = custodyGoneDue,
};

} // namespace keywork
