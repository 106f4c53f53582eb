// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/supplies.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Result<QList<WatchItem>> suppliesReorderDue(const WatchFacts &facts)
{
    const auto shelf = suppliesOnShelf(facts.records());
    if (!shelf)
        return shelf.error();
    QList<WatchItem> items;
    for (const ItemOnShelf &one : *shelf) {
        if (!one.isToReorder())
            continue;
        WatchItem item{.subject = {u"supply_item"_s, one.item.id.value, {}}, .name = one.item.value.name};
        item.places
            = {{u"left"_s, QString::number(std::max<qint64>(0, *one.left))}, {u"level"_s, QString::number(*one.item.value.reorderAt)}};
        items.append(item);
    }
    return items;
}

} // namespace

extern const WatchRule suppliesReorder{
    .code = "supplies_reorder",
    .category = Category::House,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Supplies to reorder"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{left} left by what was given out; to be reordered at {level}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n supplies to reorder"),
    .due = suppliesReorderDue,
};

} // namespace keywork
