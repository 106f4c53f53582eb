// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "core/services/house/naloxone.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/print/house_paper.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString recallExpiry(const Request &request, const std::optional<PartialDate> &expires)
{
    if (!expires)
        return {};
    return request.flags.contains(u"csv"_s) ? expires->text() : words::partialDate(*expires);
}

const char *recallMatch(RecallMatch match)
{
    return match == RecallMatch::Yes ? QT_TRANSLATE_NOOP("command", "yes") : QT_TRANSLATE_NOOP("command", "batch not readable");
}

} // namespace

int runRecall(const Request &request, Output output)
{
    const QString batch = request.names.value(1);
    if (batchKey(batch).isEmpty())
        return failUsage(output, said("A batch is named by its letters and digits, as beside LOT."));
    return withListsOf(request, output, [&](OpenHostel &hostel) {
        Services &services = hostel.services();
        const auto found = services.naloxone.findRecalled(batch);
        if (!found)
            return fail(output, found.error(), batch);
        QList<QStringList> lines;
        QList<Id<Person>> people;
        for (const RecalledKit<NaloxoneKit> &one : found->inHouse) {
            const auto place = services.records.one(one.kit.value.placeId);
            lines.append({said("Kit %1").arg(one.kit.value.number), place ? place->value.name : QString(), one.kit.value.batch,
                recallExpiry(request, one.kit.value.expiresOn), said(recallMatch(one.match))});
        }
        for (const RecalledKit<TakeHomeNaloxone> &one : found->atHome) {
            const Id<Person> person = one.kit.value.personId;
            const auto who = services.records.one(person);
            if (!who)
                continue; // closed meanwhile
            lines.append({print::whoseIs(who->value), one.kit.value.keptWhere, one.kit.value.batch,
                recallExpiry(request, one.kit.value.expiresOn), said(recallMatch(one.match))});
            if (!people.contains(person))
                people.append(person);
        }
        if (found->hidden > 0)
            lines.append({said("Closed to you: %1").arg(found->hidden), said("ask a manager"), QString(), QString(), QString()});
        const QStringList labels{said("Where"), said("Kept"), said("Batch"), said("Until"), said("Of this batch")};
        return letLeave(services, u"take_home_naloxone"_s, people, listText(request, labels, lines), output);
    });
}

} // namespace keywork
