// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Each place that dispenses for somebody here today and whose hours are not on file: once, however many collect there.
Result<QList<WatchItem>> pharmacyHoursDue(const WatchFacts &facts)
{
    if (!facts.treatment())
        return facts.treatment().error();
    QMap<qint64, QString> places;
    for (const PersonTreatment &treatment : *facts.treatment())
        for (const qint64 place : treatment.withoutHours)
            places.insert(place, treatment.agencies.value(place));
    QList<WatchItem> items;
    for (auto place = places.cbegin(); place != places.cend(); ++place)
        items.append({.subject = {u"agency"_s, place.key(), {}}, .name = place.value()});
    return items;
}

} // namespace

/// A closed day is where a gap begins (domain.md, "Treatment and medicine"); of a place without hours nobody is warned of one.
extern const WatchRule pharmacyHoursUnknown{
    .code = "pharmacy_hours_unknown",
    .category = Category::Treatment,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Opening hours"),
    .sentence = QT_TRANSLATE_NOOP("watch",
        "Its hours are not on file, so nobody is warned of a day on which it is closed and medicine can't be collected. Ring, ask, and "
        "write "
        "them down under Partners."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n pharmacies without opening hours"),
    .press = QT_TRANSLATE_NOOP("watch", "Ring"),
    .due = pharmacyHoursDue,
};

} // namespace keywork
