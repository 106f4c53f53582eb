// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/today/watch_places.h"

#include "core/domain/kinds.h"
#include "ui/shell/places.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Of a record that no rule names a place for: where its kind stands.
QString placeOfKind(const WatchItem &item)
{
    const RecordType *type = kindOf(item.subject.kind);
    if (!type || item.subject.record <= 0)
        return {};
    KeptRow kept;
    kept.id = item.subject.record;
    kept.row = emptyRow(*type);
    const auto found = visitTo(kept);
    return found ? found->place : QString();
}

QString placeSettled(const WatchItem &item)
{
    const auto where = whereSettled(item);
    return where ? where->place : placeOfKind(item);
}

} // namespace

std::optional<Visit> whereSettled(const WatchItem &item)
{
    if (item.rule->opens) {
        Visit where{QString::fromLatin1(item.rule->opens)};
        if (item.rule->opensTab) // of the place
            where.tab = QString::fromLatin1(item.rule->opensTab);
        if (item.subject.record > 0)
            where.record = {item.subject.kind, item.subject.record};
        return where;
    }
    if (!item.subject.person)
        return {};
    const QString tab = QString::fromLatin1(item.rule->opensTab);
    // Of the lists beside one another the one that holds the record opens.
    const RecordRef record = tab == u"lists" || tab == u"court" || tab == u"harm-reduction" || tab == u"notice"
        ? RecordRef{item.subject.kind, item.subject.record}
        : RecordRef();
    return residentVisit(item.subject.person.value, tab, record);
}

bool maySettle(const WatchItem &item, const Services &services)
{
    const auto where = whereSettled(item);
    if (!where)
        return item.subject.record > 0;
    const PlaceInfo *place = placeNamed(where->place);
    return place && place->mayOpen(services);
}

QHash<QString, qsizetype> linesByPlace(const QList<WatchItem> &items)
{
    QHash<QString, qsizetype> counts;
    for (const WatchItem &item : items) {
        if (item.pressing() <= Pressing::Today)
            ++counts[u"today"_s];
        const PlaceInfo *place = placeNamed(placeSettled(item));
        if (!place || place->needsSubject)
            continue;
        const QString entry = QString::fromLatin1(place->under ? place->under : place->id);
        if (entry != u"today") // a place below it: its lines were counted above
            ++counts[entry];
    }
    return counts;
}

} // namespace keywork
