// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_supplies.h"

#include "ui/text/say.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork::words {

QString kitDoubt(KitDoubt doubt)
{
    switch (doubt) {
    case KitDoubt::None:
        return {};
    case KitDoubt::Expired:
        return say(QT_TRANSLATE_NOOP("words", "out of date"));
    case KitDoubt::Recalled:
        return say(QT_TRANSLATE_NOOP("words", "called back"));
    case KitDoubt::Partial:
        return say(QT_TRANSLATE_NOOP("words", "opened, replace"));
    case KitDoubt::Gone:
        return say(QT_TRANSLATE_NOOP("words", "left the stock"));
    }
    return {};
}

QString kitInShort(const NaloxoneKit &kit)
{
    const QString until = kit.expiresOn ? partialDate(*kit.expiresOn) : say(QT_TRANSLATE_NOOP("words", "not known"));
    return say(QT_TRANSLATE_NOOP("words", "%1 (%2, until %3)")).arg(kit.number, shortLabelFor(kit.kind), until);
}

QString placeStock(const PlaceStock &stock, const QSet<QString> &recalled, const std::optional<QDate> &lastChecked, QDate today)
{
    QStringList ready;
    for (const Kept<NaloxoneKit> &kit : stock.stock)
        ready.append(kitInShort(kit.value));
    QStringList sentences;
    const QString count = say(QT_TRANSLATE_NOOP("words", "%1 ready of %2")).arg(stock.stock.size()).arg(stock.place.value.atLeast);
    sentences.append(ready.isEmpty() ? count : count + u": "_s + ready.join(u", "_s));
    for (const Kept<NaloxoneKit> &kit : stock.doubtful)
        sentences.append(say(QT_TRANSLATE_NOOP("words", "Kit %1 is no stock: %2. It may be given if it is all there is."))
                             .arg(kitInShort(kit.value), kitDoubt(doubtOf(kit.value, today, recalled))));
    sentences.append(lastChecked ? say(QT_TRANSLATE_NOOP("words", "Looked over %1")).arg(dayAndMonth(*lastChecked, today))
                                 : say(QT_TRANSLATE_NOOP("words", "Not looked over yet")));
    return sentences.join(u'\n');
}

QString returned(const ReturnRatio &ratio)
{
    const auto percent = ratio.percent();
    return percent ? say(QT_TRANSLATE_NOOP("words", "%1 %")).arg(*percent) : say(QT_TRANSLATE_NOOP("words", "none given"));
}

QString supplyWeek(const SupplyWeek &week)
{
    if (week.visits == 0)
        return say(QT_TRANSLATE_NOOP("words", "Nothing was given or brought back."));
    return say(QT_TRANSLATE_NOOP("words", "Times: %1, with a name: %2. Of what is brought back: %3 given, %4 back (%5)."))
        .arg(week.visits)
        .arg(week.visitsNamed)
        .arg(week.comesBack.given)
        .arg(week.comesBack.returned)
        .arg(returned(week.comesBack));
}

QString naloxoneToHand(const std::optional<NaloxoneToHand> &told)
{
    if (!told)
        return say(QT_TRANSLATE_NOOP("words", "No naloxone of their own is on file."));
    return (told->isToHand ? say(QT_TRANSLATE_NOOP("words", "Naloxone to hand since %1."))
                           : say(QT_TRANSLATE_NOOP("words", "No naloxone to hand since %1: used, gone or out of date.")))
        .arg(date(told->on));
}

} // namespace keywork::words
