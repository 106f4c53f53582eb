// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/today/handovers_today.h"

#include "core/services/house/handovers.h"
#include "core/services/house/shifts.h"
#include "core/services/records/listing.h"
#include "core/services/records/records.h"
#include "ui/shell/places.h"
#include "ui/text/words.h"
#include "ui/widgets/flow_layout.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qsizetype kShownHandovers = 3;
constexpr int kHandoversRead = 6; // with some that are not finished yet
constexpr int kHandoverWords = 400; // letters; the whole of it stands in its place

QString nameOfShift(const Services &services, Id<ShiftPattern> pattern)
{
    const auto patterns = services.shifts.patterns();
    for (const Kept<ShiftPattern> &one : patterns ? *patterns : ShiftPatterns())
        if (one.id == pattern)
            return one.value.name;
    return {};
}

HandoverShown handoverShownOf(const Services &services, const Kept<Handover> &handover)
{
    const Handover &said = handover.value;
    const QDateTime at = services.records.clock().local(*said.finishedAt);
    const auto by = services.records.one(said.writtenBy);
    const auto lines = services.handovers.linesOf(handover.id);
    return {nameOfShift(services, said.patternId), by ? by->value.name : QString(),
        words::weekday(at.date(), services.records.today()) + u' ' + words::time(at), said.words, lines ? lines->size() : 0};
}

} // namespace

QList<HandoverShown> lastHandovers(const Services &services)
{
    QList<HandoverShown> shown;
    const RecordType &type = recordType<Handover>();
    if (!services.records.mayRead(type))
        return shown;
    const auto rows
        = Listing(services.records).page(type, {.orderBy = QString::fromLatin1(type.orderBy), .descending = true, .limit = kHandoversRead});
    for (const KeptRow &row : rows ? *rows : QList<KeptRow>()) {
        const auto handover = typed<Handover>(row);
        if (handover && handover->value.finishedAt && shown.size() < kShownHandovers)
            shown.append(handoverShownOf(services, *handover));
    }
    return shown;
}

HandoversToday::HandoversToday(const Navigator &navigator, QWidget *parent)
    : Card(tr("Handover"), tr("last three shifts"), parent)
{
    setObjectName(u"handoverCard"_s);
    if (placeNamed(u"handover"_s)) {
        auto *all = button(tr("All"), "link");
        all->setObjectName(u"openHandovers"_s);
        all->setAccessibleName(tr("All handovers"));
        connect(all, &QPushButton::clicked, this, [navigator] { navigator.openPlace(u"handover"_s); });
        addToTitle(all);
    }
    hide();
}

void HandoversToday::setHandovers(const QList<HandoverShown> &handovers)
{
    clear();
    setVisible(!handovers.isEmpty());
    for (const HandoverShown &one : handovers) {
        if (body()->count() > 0)
            body()->addWidget(rule());
        auto *line = wrappingLine(6);
        const QString who = one.shift.isEmpty() ? one.by : one.shift + u", "_s + one.by;
        line->addWidget(label(words::shortened(who, 60), "strong"));
        line->addWidget(label(one.at, "soft"));
        body()->addLayout(line);
        const QString said = words::shortened(one.words.simplified(), kHandoverWords);
        body()->addWidget(label(said.isEmpty() ? tr("Lines that were handed over: %1.").arg(one.lines) : breakable(said), "", true));
    }
}

} // namespace keywork
