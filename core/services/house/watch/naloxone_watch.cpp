// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/watch/naloxone_watch.h"

#include "core/domain/naloxone_watch.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/naloxone_and_supplies.h"

namespace keywork {

Result<NaloxoneFacts> readNaloxone(const WatchFacts &facts)
{
    NaloxoneFacts found;
    const auto places = naloxonePlacesInUse(facts.database());
    const auto kits = naloxoneKitsHere(facts.database());
    const auto recalls = naloxoneRecalls(facts.database(), false);
    if (!places)
        return places.error();
    if (!kits || !recalls)
        return kits ? recalls.error() : kits.error();
    for (const KeptRow &row : *places)
        if (auto place = asKind<NaloxonePlace>(row))
            found.places.append(*place);
        else
            return place.error();
    for (const KeptRow &row : *kits)
        if (auto kit = asKind<NaloxoneKit>(row))
            found.kits.append(*kit);
        else
            return kit.error();
    for (const KeptRow &row : *recalls)
        if (const auto recall = asKind<NaloxoneRecall>(row))
            found.recalled.insert(batchKey(recall->value.batch));
        else
            return recall.error();
    return found;
}

} // namespace keywork
