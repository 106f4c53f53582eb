// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/arrival.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> recordUnfinishedDue(const WatchFacts &facts)
{
    const auto mayRead = [&facts](Category category) { return facts.records().session().may(Act::Read, category); };
    return facts.ofResidents(facts.here(), [&](const ResidentLine &line) -> std::optional<WatchItem> {
        if (!line.stay || !cameUnplanned(line.stay->value))
            return {};
        QStringList open;
        for (const OpenQuestion &question : stillToAsk(line.person.value, mayRead))
            open.append(QString::fromLatin1(question.type->table) + u'.' + QLatin1String(question.field->column));
        if (open.isEmpty())
            return {};
        return WatchItem{.day = *line.stay->value.arrivedOn, .places = {{QStringLiteral("fields"), open.join(u' ')}}};
    });
}

} // namespace

extern const WatchRule recordUnfinished{
    .code = "record_unfinished",
    .category = Category::Identity,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "New here"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Taken in {day} with a few words. Still to be asked: {fields}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n records to finish"),
    .opensTab = "record",
    .due = recordUnfinishedDue,
};

} // namespace keywork
