// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/risk.h"
#include "core/rules/overdose_compared.h"
#include "core/services/care/overdose_reading.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/services/session.h"
#include "core/storage/watching.h"

#include <algorithm>

namespace keywork {

namespace {

bool readsSomeFacts(const Session &session) { return !readsEveryFact(session); }

/// The marks of the level that was recorded last, by person.
Result<QHash<qint64, QString>> recordedMarks(const WatchFacts &facts, const QList<qint64> &people)
{
    const auto rows = latestOfPeople(facts.database(), recordType<OverdoseLevel>(), people);
    if (!rows)
        return rows.error();
    QHash<qint64, QString> marks;
    for (const KeptRow &row : *rows)
        marks.insert(row.row.value(QStringLiteral("person_id")).toLongLong(), row.row.text(QStringLiteral("marks")));
    return marks;
}

/// What the rule about newly high facts can't tell whoever is signed in. The day stays away: it would say what it is.
Result<QList<WatchItem>> overdoseUnreadDue(const WatchFacts &facts)
{
    if (!facts.here())
        return facts.here().error();
    QList<qint64> people;
    for (const ResidentLine &line : *facts.here())
        people.append(line.person.id.value);
    const auto read = readOverdose(facts.records(), people, facts.today());
    const auto whole = readOverdose(facts.records(), people, facts.today(), OverdoseReach::Whole);
    const auto marks = recordedMarks(facts, people);
    if (!read || !whole || !marks)
        return !read ? read.error() : !whole ? whole.error() : marks.error();
    return facts.ofResidents(facts.here(), [&](const ResidentLine &line) -> std::optional<WatchItem> {
        const qint64 person = line.person.id.value;
        OverdoseReading unread;
        unread.facts = unreadFacts(overdoseFacts(whole->of.value(person)), overdoseFacts(read->of.value(person)));
        if (unread.newlyHigh(marks->value(person)).isEmpty())
            return {};
        return WatchItem{.day = facts.today()};
    });
}

} // namespace

/// Stays until somebody who may read the fact has recorded a level: whoever may not did not look at it.
extern const WatchRule overdoseUnread{
    .code = "overdose_unread",
    .category = Category::Risk,
    .mayKnow = readsSomeFacts,
    .pressing = Pressing::Now,
    .canWait = false,
    .title = QT_TRANSLATE_NOOP("watch", "Overdose risk"),
    .sentence = QT_TRANSLATE_NOOP("watch", "A fact that you may not read suggests that it is high. Ring on call."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n residents with a new fact about overdose"),
    .opensTab = "risk",
    .due = overdoseUnreadDue,
};

} // namespace keywork
