// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/handover/handover_reading.h"

#include "core/services/records/records.h"
#include "core/services/sharing/disclosures.h"
#include "ui/print/handover_document.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString sayOfHandover(const char *text) { return QCoreApplication::translate("handover", text); }

void addHandedTexts(QVBoxLayout *layout, const QList<words::HandoverText> &texts)
{
    std::optional<HandoverSection> section;
    for (const words::HandoverText &text : texts) {
        if (section != text.section)
            layout->addWidget(label(words::titleOf(text.section), "strong"));
        section = text.section;
        layout->addWidget(label(u"•  "_s + breakable(text.line()), "", true));
    }
}

void addOwnWords(QVBoxLayout *layout, const QString &words)
{
    if (!words.trimmed().isEmpty())
        layout->addWidget(label(breakable(words), "quote", true));
}

} // namespace

void addHandoverTexts(QVBoxLayout *layout, const QList<words::HandoverText> &texts, const QString &ownWords)
{
    const qsizetype aloud = words::readAloud(texts, ownWords);
    const auto isFirst = [](const words::HandoverText &text) { return text.section == HandoverSection::First; };
    const qsizetype first = std::count_if(texts.cbegin(), texts.cend(), isFirst);
    addHandedTexts(layout, texts.first(first));
    addOwnWords(layout, ownWords);
    addHandedTexts(layout, texts.sliced(first, aloud - first));
    if (texts.isEmpty() && ownWords.trimmed().isEmpty())
        layout->addWidget(label(sayOfHandover(QT_TRANSLATE_NOOP("handover", "Nothing is on record since then.")), "soft", true));
    if (aloud == texts.size())
        return;
    layout->addWidget(rule());
    layout->addWidget(
        label(sayOfHandover(QT_TRANSLATE_NOOP("handover", "More than two minutes: what follows is read by oneself.")), "soft", true));
    addHandedTexts(layout, texts.sliced(aloud));
}

QWidget *acknowledgement(
    const Kept<Handover> &handover, const QList<Kept<HandoverRead>> &reads, const Services &services, const Navigator &navigator)
{
    const Id<Staff> self = services.records.session().staff();
    const bool isRead
        = std::any_of(reads.cbegin(), reads.cend(), [self](const Kept<HandoverRead> &one) { return one.value.staffId == self; });
    if (isRead || !handover.value.finishedAt || handover.value.writtenBy == self || !services.records.mayAdd(recordType<HandoverRead>()))
        return nullptr;
    auto *read = button(sayOfHandover(QT_TRANSLATE_NOOP("handover", "I have &read it")), "primary");
    read->setObjectName(u"acknowledgeHandover"_s);
    QObject::connect(
        read, &QPushButton::clicked, read,
        [services, navigator, id = handover.id] {
            navigator.answer(services.handovers.acknowledge(id),
                sayOfHandover(QT_TRANSLATE_NOOP("handover", "The handover is acknowledged under your name.")));
        },
        Qt::QueuedConnection);
    return read;
}

void addBelowHandover(const Kept<Handover> &handover, QVBoxLayout *below, const Services &services, const Navigator &navigator)
{
    if (!handover.value.finishedAt) {
        below->addWidget(label(sayOfHandover(QT_TRANSLATE_NOOP("handover",
                                   "Save your words. “Finish and hand over” above the list then keeps them with what happened.")),
            "soft", true));
        return;
    }
    const auto lines = services.handovers.linesOf(handover.id);
    const auto reads = services.handovers.readsOf(handover.id);
    if (!lines || !reads) {
        below->addWidget(label(words::error(lines ? reads.error() : lines.error()), "problem", true));
        return;
    }
    addHandoverTexts(below, words::handoverTexts(*lines, services), {});
    below->addWidget(label(words::acknowledgedBy(*reads, services), "soft", true));
    auto *line = wrappingLine(8);
    if (QWidget *read = acknowledgement(handover, *reads, services, navigator))
        line->addWidget(read);
    auto *print = button(sayOfHandover(QT_TRANSLATE_NOOP("handover", "&Print it")), "link");
    print->setObjectName(u"printHandover"_s);
    print->setEnabled(services.records.mayAdd(recordType<Disclosure>())); // it is read at night, by relief workers, too
    QObject::connect(
        print, &QPushButton::clicked, print, [=, id = handover.id] { previewHandover(id, services, navigator); }, Qt::QueuedConnection);
    line->addWidget(print);
    below->addLayout(line);
}

void previewHandover(Id<Handover> handover, const Services &services, const Navigator &navigator)
{
    const auto paper = print::handoverPaper(services, handover);
    if (!paper)
        return navigator.refuse(paper.error());
    const auto about = services.disclosures.aboutShiftPaper(u"handover"_s, paper->people, paper->holds);
    if (!about)
        return navigator.refuse(about.error());
    navigator.preview({.document = paper->document, .title = paper->document.title, .fileName = paper->fileName, .about = *about});
}

} // namespace keywork
