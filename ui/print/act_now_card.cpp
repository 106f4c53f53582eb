// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/act_now_card.h"

#include "ui/print/say.h"
#include "ui/text/act_now_words.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

// Points: it is read from where somebody kneels.
constexpr qreal kCardTitle = 24;
constexpr qreal kReadOut = 17;
constexpr qreal kCardStep = 14;
constexpr qreal kCardSays = 11.5;
constexpr qreal kCardSource = 7;
constexpr qreal kSmallestCard = 0.6;

QString orNotSaid(const QString &text) { return text.isEmpty() ? say("not said yet (Settings)") : text; }

void addReadOut(Document &card, const ActNowHouse &house)
{
    QList<BlockPtr> lines{text({{say("You are at: ")}, {orNotSaid(QString(house.address).replace(u'\n', u", "_s)), true}}, kReadOut, 4)};
    for (const QString &door : house.doors)
        lines.append(text({{door, true}}, kReadOut - 3, 3));
    if (house.doors.isEmpty())
        lines.append(text({{say("Doors: ")}, {orNotSaid({})}}, kReadOut - 3, 3));
    if (!house.nightEntry.isEmpty())
        lines.append(text({{say("At night: ")}, {house.nightEntry, true}}, kReadOut - 3, 3));
    if (!house.telephone.isEmpty())
        lines.append(text({{say("Telephone: ")}, {house.telephone, true}}, kReadOut - 3, 0));
    card.add(boxed(lines));
}

QString kitPlaces(const ActNowHouse &house) { return orNotSaid(house.kitPlaces.join(u"; "_s)); }

void addSteps(Document &card, const ActNowWords &words, const ActNowHouse &house)
{
    int number = 0;
    for (const ActNowCard &step : words.cards) {
        card.add(text({{(number == 0 ? QString() : QString::number(number) + u"  "_s) + step.title, true}}, kCardStep, 2));
        ++number; // as on the screen: what comes before everything has none
        for (const ActNowSentence &sentence : step.says)
            card.add(text({{words.withFigure(sentence)}}, kCardSays, 2));
        if (step.id == u"call")
            addReadOut(card, house);
        if (step.id == u"breathing")
            card.add(text({{say("Defibrillator: ")}, {orNotSaid(house.defibrillator), true}}, kCardSays + 1.5, 2));
        if (step.id == u"naloxone")
            card.add(text({{say("Naloxone: ")}, {kitPlaces(house), true}}, kCardSays + 1.5, 2));
        card.add(text({}, 4, 2));
    }
    card.add(text({{say("What to look for"), true}}, kCardStep, 2));
    for (const ActNowSentence &sentence : words.lookFor)
        card.add(text({{words.withFigure(sentence)}}, kCardSays, 2));
}

void addSmall(Document &card, const ActNowWords &words, const ActNowHouse &house)
{
    if (!house.onCall.isEmpty())
        card.add(text({{say("On call: ")}, {house.onCall, true}}, kCardSays, 2));
    if (!house.drugService.isEmpty())
        card.add(text({{say("Drug service: ")}, {house.drugService, true}}, kCardSays, 2));
    card.add(text({{actNowChecked(house.checkedBy, house.checkedOn)}}, kCardSays - 2, 2));
    card.add(text({{say("Sources: ") + words.sourcesLine(), false, true}}, kCardSource, 0));
}

Document cardIn(qreal scale, const ActNowHouse &house)
{
    const ActNowWords &words = ActNowWords::shipped();
    Document card;
    card.textScale = scale;
    card.title = say("Overdose: act now");
    card.footLeft = house.name;
    card.footMiddle = say("Nobody's data. Print it again when Settings change.");
    card.add(text({{say("Overdose: act now"), true}}, kCardTitle, 6));
    addSteps(card, words, house);
    addSmall(card, words, house);
    return card;
}

} // namespace

ActNowHouse actNowHouse(const HouseCard &card, const std::optional<House> &house)
{
    ActNowHouse told;
    told.name = card.name;
    told.address = card.address;
    told.doors = card.doors.split(u'\n', Qt::SkipEmptyParts);
    told.nightEntry = card.nightEntry;
    told.defibrillator
        = card.defibrillatorPlace + (card.defibrillatorCode.isEmpty() ? QString() : u", "_s + say("code %1").arg(card.defibrillatorCode));
    for (const KitOnWall &kit : card.kits)
        if (!kit.isUsedUp && !kit.place.isEmpty() && !told.kitPlaces.contains(kit.place))
            told.kitPlaces.append(kit.place);
    if (told.kitPlaces.isEmpty() && !card.naloxonePlace.isEmpty())
        told.kitPlaces.append(card.naloxonePlace);
    told.checkedBy = card.wordsCheckedBy;
    told.checkedOn = card.wordsCheckedOn.value_or(QDate());
    if (house) {
        told.telephone = house->telephone;
        told.onCall = house->onCall;
        told.drugService = house->drugServiceLine;
    }
    return told;
}

QString actNowChecked(const QString &checkedBy, QDate checkedOn)
{
    if (checkedBy.isEmpty() || !checkedOn.isValid())
        return say("Not yet checked by the local drug service.");
    return say("Checked by %1, %2.").arg(checkedBy, words::date(checkedOn));
}

Document actNowCard(const ActNowHouse &house)
{
    qreal scale = 1;
    Document card = cardIn(scale, house);
    while (card.pageCount() > 1 && scale > kSmallestCard) {
        scale -= 0.05;
        card = cardIn(scale, house);
    }
    return card;
}

} // namespace keywork::print
