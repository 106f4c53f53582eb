// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/risk.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kTalkWithinDays = 3; // 72 hours (additions.md, "Support")
constexpr int kTalkAskedForDays = 7; // as long as it is a fact; later it would be red for ever

Result<QList<KeptRow>> openRisks(const WatchFacts &facts)
{
    if (!facts.here())
        return facts.here().error();
    QList<qint64> people;
    for (const ResidentLine &line : *facts.here())
        people.append(line.person.id.value);
    return rowsOfPeople(facts.database(), recordType<Risk>(), people, u"ended_on IS NULL"_s);
}

void nameRisk(const WatchFacts &facts, const Risk &risk, WatchItem &item)
{
    item.places.insert(u"what"_s, facts.records().choices().label(u"risk_kind"_s, risk.kind.code));
}

Result<QList<WatchItem>> riskReviewOverdueDue(const WatchFacts &facts)
{
    return facts.ofRecords<Risk>(openRisks(facts), [&facts](const Kept<Risk> &risk, WatchItem &item) {
        item.day = risk.value.reviewOn;
        nameRisk(facts, risk.value, item);
        return risk.value.reviewOn < facts.today();
    });
}

Result<QList<WatchItem>> riskUnapprovedDue(const WatchFacts &facts)
{
    return facts.ofRecords<Risk>(openRisks(facts), [&facts](const Kept<Risk> &risk, WatchItem &item) {
        item.day = risk.value.reviewedOn;
        nameRisk(facts, risk.value, item);
        return risk.value.waitsForManager();
    });
}

/// The last time of each that nobody has talked with them about yet.
Result<QList<WatchItem>> intoxicatedTalkDue(const WatchFacts &facts)
{
    if (!facts.here())
        return facts.here().error();
    QList<qint64> people;
    for (const ResidentLine &line : *facts.here())
        people.append(line.person.id.value);
    const auto rows = rowsOfPeople(facts.database(), recordType<SeemedIntoxicated>(), people);
    if (!rows)
        return rows.error();
    QMap<qint64, QDateTime> last;
    QMap<qint64, QDate> talked;
    for (const KeptRow &row : *rows) {
        const auto seen = asKind<SeemedIntoxicated>(row);
        if (!seen)
            return seen.error();
        const qint64 person = seen->value.personId.value;
        if (!last.contains(person) || seen->value.seenAt > last.value(person))
            last.insert(person, seen->value.seenAt);
        if (seen->value.talkedOn && (!talked.contains(person) || *seen->value.talkedOn > talked.value(person)))
            talked.insert(person, *seen->value.talkedOn);
    }
    return facts.ofResidents(facts.here(), [&](const ResidentLine &line) -> std::optional<WatchItem> {
        const qint64 person = line.person.id.value;
        if (!last.contains(person))
            return {};
        const QDate seen = facts.clock().local(last.value(person)).date();
        const bool isTalkedAbout = talked.contains(person) && talked.value(person) >= seen;
        const qint64 days = seen.daysTo(facts.today());
        if (isTalkedAbout || days < 0 || days >= kTalkAskedForDays)
            return {};
        return WatchItem{.day = facts.clock().local(last.value(person).addDays(kTalkWithinDays)).date()};
    });
}

} // namespace

extern const WatchRule riskReviewOverdue{
    .code = "risk_review_overdue",
    .category = Category::Risk,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Risk"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{what}: to be looked at again since {day}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n risks to look at again"),
    .opensTab = "risk",
    .due = riskReviewOverdueDue,
};

extern const WatchRule riskUnapproved{
    .code = "risk_unapproved",
    .category = Category::Risk,
    .mayKnow = managesPeople,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Risk"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{what} is high, as looked at {day}: a manager is to approve it."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n high risks to approve"),
    .press = QT_TRANSLATE_NOOP("watch", "Review"),
    .opensTab = "risk",
    .due = riskUnapprovedDue,
};

extern const WatchRule intoxicatedTalk{
    .code = "intoxicated_talk",
    .category = Category::Risk,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "A talk"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Seemed intoxicated: talk with them about staying safer by {day}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n talks to have"),
    .opensTab = "risk",
    .due = intoxicatedTalkDue,
};

} // namespace keywork
