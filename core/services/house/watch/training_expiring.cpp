// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/naloxone_watch.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/naloxone_and_supplies.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kTrainingAheadDays = 60; // domain.md, "What is watched", today being the first

/// The training of each of the team that holds longest, by whose it is.
Result<QMap<qint64, Kept<NaloxoneTraining>>> lastTrainings(const WatchFacts &facts)
{
    const auto rows = naloxoneTrainings(facts.database(), facts.today());
    if (!rows)
        return rows.error();
    QMap<qint64, Kept<NaloxoneTraining>> last;
    for (const KeptRow &row : *rows) {
        const auto training = asKind<NaloxoneTraining>(row);
        if (!training)
            return training.error();
        const auto known = last.constFind(training->value.staffId.value);
        const bool isLonger = known == last.cend() || !training->value.untilOn
            || (known->value.untilOn && *training->value.untilOn > *known->value.untilOn);
        if (isLonger)
            last.insert(training->value.staffId.value, *training);
    }
    return last;
}

/// For managers about everybody, and for each of the team about themselves.
Result<QList<WatchItem>> trainingExpiringDue(const WatchFacts &facts)
{
    const auto last = lastTrainings(facts);
    if (!last || !facts.team())
        return last ? facts.team().error() : last.error();
    const Session &session = facts.records().session();
    QList<WatchItem> items;
    for (const Kept<NaloxoneTraining> &training : *last) {
        const std::optional<QDate> &until = training.value.untilOn;
        const bool isTheirs = training.value.staffId == session.staff() || session.may(Act::Manage, Category::House);
        if (!isTheirs || !until || *until < facts.today() || facts.today().daysTo(*until) >= kTrainingAheadDays)
            continue;
        items.append({.subject = {QString::fromLatin1(recordType<NaloxoneTraining>().table), training.id.value, {}},
            .name = facts.team()->value(training.value.staffId.value).value.name,
            .day = *until});
    }
    return items;
}

} // namespace

extern const WatchRule trainingExpiring{
    .code = "training_expiring",
    .category = Category::House,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Training"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Naloxone training counts until {date}, and none is on file after that."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n trainings that end"),
    .due = trainingExpiringDue,
};

} // namespace keywork
