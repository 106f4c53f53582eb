// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/handover_document.h"

#include "core/services/house/handovers.h"
#include "core/services/records/records.h"
#include "ui/print/house_paper.h"
#include "ui/print/say.h"
#include "ui/print/titled.h"
#include "ui/text/words.h"
#include "ui/text/words_handover.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

/// Something to be done has a box; what is only told has a dot.
void addHandoverLine(Document &document, const words::HandoverText &text)
{
    const bool isToDo = text.kind == u"handover_item";
    document.add(flowing(isToDo ? toTick(text.line()) : u"•  "_s + text.line(), 10.5));
}

void addHandoverLines(Document &document, const QList<words::HandoverText> &texts)
{
    std::optional<HandoverSection> section;
    for (const words::HandoverText &text : texts) {
        if (section != text.section)
            document.add(heading(words::titleOf(text.section)));
        section = text.section;
        addHandoverLine(document, text);
    }
}

void addReading(Document &document, const QList<words::HandoverText> &texts, const QString &ownWords)
{
    const qsizetype aloud = words::readAloud(texts, ownWords);
    const qsizetype first = std::count_if(
        texts.cbegin(), texts.cend(), [](const words::HandoverText &text) { return text.section == HandoverSection::First; });
    addHandoverLines(document, texts.first(first));
    addTitled(document, say("In the words of whoever handed over"), ownWords, 10.5);
    addHandoverLines(document, texts.sliced(first, aloud - first));
    if (texts.isEmpty() && ownWords.trimmed().isEmpty())
        document.add(text({{say("Nothing was on record.")}}, 10.5));
    if (aloud == texts.size())
        return;
    document.add(text({{say("That is what two minutes hold. What follows is read by oneself."), false, true}}, 10, 6));
    addHandoverLines(document, texts.sliced(aloud));
}

QString handedOverBy(const Kept<Handover> &handover, const Services &services)
{
    const auto by = services.records.one(handover.value.writtenBy);
    const Clock &clock = services.records.clock();
    const QString at = words::moment(clock.local(*handover.value.finishedAt));
    const QString since = words::moment(clock.local(handover.value.fromAt));
    return by ? say("Handed over by %1, %2; since %3").arg(by->value.name, at, since) : say("Handed over %1; since %2").arg(at, since);
}

} // namespace

Result<HandoverPaper> handoverPaper(const Services &services, Id<Handover> id)
{
    const auto handover = services.records.one(id);
    if (!handover)
        return handover.error();
    if (!handover->value.finishedAt)
        return Error{ErrorKind::NotAllowedNow, u"handover"_s, {}};
    const auto lines = services.handovers.linesOf(id);
    const auto reads = services.handovers.readsOf(id);
    if (!lines || !reads)
        return lines ? reads.error() : lines.error();
    const QString shift = words::shiftTitle(handover->value, services);
    auto document = housePaper(services, say("Handover"), shift + u" · "_s + handedOverBy(*handover, services), {});
    if (!document)
        return document.error();
    document->title = say("Handover");
    document->footMiddle = shift + u" · "_s + say("sensitive personal data");
    addReading(*document, words::handoverTexts(*lines, services), handover->value.words);
    document->add(text({{words::acknowledgedBy(*reads, services), false, true}}, 10, 0));
    HandoverPaper paper{*document, u"handover-"_s + handover->value.shiftDay.toString(Qt::ISODate), {}, {Category::Risk}};
    for (const Kept<HandoverLine> &line : *lines) {
        if (line.value.personId && !paper.people.contains(line.value.personId))
            paper.people.append(line.value.personId);
        if (const auto category = fromCode<Category>(line.value.category); category && isAboutResidents(*category))
            paper.holds.insert(*category);
    }
    return paper;
}

} // namespace keywork::print
