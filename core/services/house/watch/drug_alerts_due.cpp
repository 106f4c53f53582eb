// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/drug_alert.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/drug_alerts.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

void nameAlert(const DrugAlert &alert, WatchItem &item)
{
    item.name = alert.number;
    item.places.insert(u"sold_as"_s, alert.soldAs);
    item.places.insert(u"issuer"_s, alert.issuer);
}

/// Alerts that not everybody who is here was told of.
Result<QList<WatchItem>> drugAlertUntoldDue(const WatchFacts &facts)
{
    const auto rows = drugAlertsInForce(facts.database(), facts.today());
    if (!rows || rows->isEmpty())
        return rows ? Result<QList<WatchItem>>(QList<WatchItem>()) : rows.error();
    const auto here = facts.peopleHere();
    if (!here)
        return here.error();
    QList<qint64> ids;
    for (const KeptRow &row : *rows)
        ids.append(row.id);
    const auto parts = peopleOfAlerts(facts.database(), ids);
    if (!parts)
        return parts.error();
    QHash<qint64, QSet<qint64>> told;
    for (const KeptRow &row : *parts)
        if (!row.row.text(u"told_at"_s).isEmpty())
            told[row.row.value(u"alert_id"_s).toLongLong()].insert(row.row.value(u"person_id"_s).toLongLong());
    QList<WatchItem> items;
    for (const KeptRow &row : *rows) {
        const auto alert = asKind<DrugAlert>(row);
        if (!alert)
            return alert.error();
        const QSet<qint64> known = told.value(row.id);
        const auto count = std::count_if(here->cbegin(), here->cend(), [&known](qint64 person) { return known.contains(person); });
        if (count == here->size() || facts.today() > alert->value.untilOn)
            continue; // whether it is still true is asked first
        WatchItem item{.subject = {u"drug_alert"_s, row.id, {}}, .day = alert->value.fromOn};
        nameAlert(alert->value, item);
        item.places.insert(u"told"_s, QString::number(count));
        item.places.insert(u"here"_s, QString::number(here->size()));
        items.append(item);
    }
    return items;
}

/// Alerts whose days are over and that nobody has ended or said to be true still.
Result<QList<WatchItem>> drugAlertStillTrueDue(const WatchFacts &facts)
{
    const auto rows = drugAlertsInForce(facts.database(), facts.today());
    if (!rows)
        return rows.error();
    QList<WatchItem> items;
    for (const KeptRow &row : *rows) {
        const auto alert = asKind<DrugAlert>(row);
        if (!alert)
            return alert.error();
        if (alert->value.untilOn >= facts.today())
            continue;
        WatchItem item{.subject = {u"drug_alert"_s, row.id, {}}, .day = alert->value.untilOn};
        nameAlert(alert->value, item);
        items.append(item);
    }
    return items;
}

} // namespace

/// domain.md, "Incidents"; additions.md: told per resident.
extern const WatchRule drugAlertUntold{
    .code = "drug_alert_untold",
    .category = Category::Risk,
    .pressing = Pressing::Now,
    .title = QT_TRANSLATE_NOOP("watch", "Drug alert"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Sold as {sold_as} ({issuer}, {day}): {told} of {here} residents were told."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n drug alerts to tell of"),
    .opens = "drug-alerts",
    .due = drugAlertUntoldDue,
};

extern const WatchRule drugAlertStillTrue{
    .code = "drug_alert_still_true",
    .category = Category::Risk,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Drug alert"),
    .sentence = QT_TRANSLATE_NOOP(
        "watch", "Sold as {sold_as} ({issuer}): is it still true? It was to hold until {day}, and counts until somebody ends it."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n drug alerts: still true?"),
    .opens = "drug-alerts",
    .due = drugAlertStillTrueDue,
};

} // namespace keywork
