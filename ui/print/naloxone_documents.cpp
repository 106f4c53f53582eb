// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/naloxone_documents.h"

#include "core/services/house/naloxone.h"
#include "core/services/house/supplies.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "ui/print/house_paper.h"
#include "ui/print/say.h"
#include "ui/text/words.h"
#include "ui/text/words_supplies.h"

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

void addKitRow(Table &rows, const QList<Runs> &cells)
{
    rows.rows.append(cells);
    rows.firstOfGroup.append(true);
}

QString expiryOf(const std::optional<PartialDate> &expires) { return expires ? words::partialDate(*expires) : say("not known"); }

Table kitTable(const QString &last)
{
    Table rows;
    rows.shares = {0.12, 0.2, 0.2, 0.2, 0.28};
    rows.head = {say("Kit"), say("Kind"), say("Batch"), say("Until"), last};
    return rows;
}

void addKits(Document &document, const PlaceStock &place, const QSet<QString> &recalled, QDate today, bool isToTick)
{
    document.add(heading(place.place.value.name, say("at least %1").arg(place.place.value.atLeast)));
    Table rows = kitTable(isToTick ? say("There, sealed, in date") : say("State"));
    for (const Kept<NaloxoneKit> &kit : place.stock + place.doubtful) {
        const KitDoubt doubt = doubtOf(kit.value, today, recalled);
        const QString state = doubt == KitDoubt::None ? say("ready") : words::kitDoubt(doubt);
        addKitRow(rows,
            {Runs{{kit.value.number, true, false}}, Runs{{words::shortLabelFor(kit.value.kind)}}, Runs{{kit.value.batch}},
                Runs{{expiryOf(kit.value.expiresOn)}}, Runs{{isToTick ? toTick(doubt == KitDoubt::None ? QString() : state) : state}}});
    }
    if (rows.rows.isEmpty())
        document.add(text({{say("No kit is on file here.")}}));
    else
        document.add(table(rows));
}

void addShelf(Document &document, const QList<ItemOnShelf> &shelf)
{
    Table rows;
    rows.shares = {0.5, 0.2, 0.3};
    rows.head = {say("Supply"), say("Left"), say("Reorder at")};
    for (const ItemOnShelf &one : shelf) {
        if (!one.left && !one.item.value.reorderAt)
            continue;
        const QString left = !one.left ? say("not counted") : one.isToCount() ? say("to be counted") : QString::number(*one.left);
        const QString level = one.item.value.reorderAt ? QString::number(*one.item.value.reorderAt) : QString();
        addKitRow(rows,
            {Runs{{one.item.value.name, one.isToReorder(), false}}, Runs{{left}},
                Runs{{one.isToReorder() ? level + u": "_s + say("reorder now") : level}}});
    }
    if (rows.rows.isEmpty())
        return;
    document.add(heading(say("Supplies")));
    document.add(table(rows));
}

} // namespace

Result<Document> naloxoneStockPaper(const Services &services)
{
    const QDate today = services.records.today();
    const auto places = services.naloxone.places();
    const auto recalled = services.naloxone.recalled();
    const auto shelf = services.supplies.shelf();
    auto document = housePaper(services, say("Naloxone and supplies"), words::dayInFull(today), {});
    if (!places || !recalled)
        return places ? recalled.error() : places.error();
    if (!shelf || !document)
        return shelf ? document.error() : shelf.error();
    for (const PlaceStock &place : *places)
        addKits(*document, place, *recalled, today, false);
    if (places->isEmpty())
        document->add(text({{say("No place for naloxone is on file.")}}));
    addShelf(*document, *shelf);
    return document;
}

Result<Document> naloxoneCheckPaper(const Services &services)
{
    const QDate today = services.records.today();
    const auto places = services.naloxone.places();
    const auto recalled = services.naloxone.recalled();
    auto document = housePaper(services, say("Naloxone: looked over"), words::dayInFull(today), {});
    if (!places || !recalled)
        return places ? recalled.error() : places.error();
    if (!document)
        return document;
    document->add(text({{say("Once a month, every place. A kit that is opened or out of date is no stock: replace it, and leave it until "
                             "the new one lies there.")}}));
    for (const PlaceStock &place : *places) {
        addKits(*document, place, *recalled, today, true);
        document->add(text({{say("Kits that are there: ______    What was put right:")}}, 9.5, 18));
        document->add(signatureLines(say("Looked over by"), say("On")));
    }
    if (places->isEmpty())
        document->add(text({{say("No place for naloxone is on file.")}}));
    return document;
}

Result<HousePaperOfMany> naloxoneRecallPaper(const Services &services, const NaloxoneRecall &recall)
{
    const auto found = services.naloxone.findRecalled(recall.batch);
    if (!found)
        return found.error();
    auto begun = housePaper(services, say("Naloxone called back: batch %1").arg(recall.batch),
        say("%1, %2").arg(recall.issuedBy, words::dayInFull(recall.onDay))
            + (recall.reference.isEmpty() ? QString() : u" · "_s + recall.reference),
        {});
    if (!begun)
        return begun.error();
    HousePaperOfMany made{*begun, {}};
    if (!recall.whatToDo.trimmed().isEmpty()) {
        made.document.add(heading(say("What the notice says")));
        made.document.add(flowing(recall.whatToDo));
    }
    Table rows;
    rows.shares = {0.34, 0.2, 0.16, 0.3};
    rows.head = {say("Where"), say("Batch"), say("Until"), say("Dealt with")};
    const auto batchOf
        = [](const QString &batch, RecallMatch match) { return match == RecallMatch::Yes ? batch : say("not readable: look at it"); };
    for (const RecalledKit<NaloxoneKit> &one : found->inHouse) {
        const auto place = services.records.one(one.kit.value.placeId);
        addKitRow(rows,
            {Runs{{say("Kit %1").arg(one.kit.value.number), true, false}, {place ? u'\n' + place->value.name : QString(), false, true}},
                Runs{{batchOf(one.kit.value.batch, one.match)}}, Runs{{expiryOf(one.kit.value.expiresOn)}}, Runs{{toTick({})}}});
    }
    for (const RecalledKit<TakeHomeNaloxone> &one : found->atHome) {
        const Id<Person> person = one.kit.value.personId;
        const auto who = services.records.one(person);
        if (!who)
            continue; // closed meanwhile
        addKitRow(rows,
            {Runs{{whoseIs(who->value), true, false},
                 {one.kit.value.keptWhere.isEmpty() ? QString() : u'\n' + one.kit.value.keptWhere, false, true}},
                Runs{{batchOf(one.kit.value.batch, one.match)}}, Runs{{expiryOf(one.kit.value.expiresOn)}}, Runs{{toTick({})}}});
        if (!made.people.contains(person))
            made.people.append(person);
    }
    if (found->isEmpty())
        made.document.add(text({{say("No kit of this batch is on file.")}}));
    if (!rows.rows.isEmpty())
        made.document.add(table(rows));
    if (found->hidden > 0)
        made.document.add(text({{say("At people whose record is closed to you: %1. Ask a manager.").arg(found->hidden), true, false}}));
    return made;
}

} // namespace keywork::print
