// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/handover/handover_card.h"

#include "core/services/records/records.h"
#include "ui/pages/handover/handover_reading.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_handover.h"
#include "ui/text/words_shifts.h"
#include "ui/widgets/flow_layout.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr qsizetype kItemsShown = 8; ///< the rest stands in the list
} // namespace

HandoverCard::HandoverCard(const Services &services, const Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_navigator(navigator)
{
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(12);
    reload();
}

void HandoverCard::reload()
{
    emptyLayout(m_layout);
    const auto now = m_services.handovers.now();
    if (!now) {
        m_layout->addWidget(label(words::error(now.error()), "problem", true));
        return;
    }
    if (now->waitsForReader)
        showToRead(*now);
    showMissing(*now); // first: who hands over a minute after their shift ended would else finish the next one's
    showOurs(*now);
    if (!now->waitsForReader)
        showLast(*now);
    showItems();
    m_layout->addStretch();
}

void HandoverCard::showToRead(const HandoverNow &now)
{
    const auto lines = m_services.handovers.linesOf(now.last->id);
    const auto by = m_services.records.one(now.last->value.writtenBy);
    auto *card = new Card(tr("Handed over to you"), words::shiftTitle(now.last->value, m_services));
    card->setObjectName(u"handoverToRead"_s);
    const QString at = words::moment(m_services.records.clock().local(*now.last->value.finishedAt));
    card->body()->addWidget(label(by ? tr("By %1, %2").arg(by->value.name, at) : at, "soft", true));
    if (lines)
        addHandoverTexts(card->body(), words::handoverTexts(*lines, m_services), now.last->value.words);
    else
        card->body()->addWidget(label(words::error(lines.error()), "problem", true));
    auto *line = wrappingLine(8);
    if (QWidget *read = acknowledgement(*now.last, now.reads, m_services, m_navigator))
        line->addWidget(read);
    card->body()->addLayout(line);
    m_layout->addWidget(card);
}

void HandoverCard::showLast(const HandoverNow &now)
{
    if (!now.last || (now.ours && now.ours->id == now.last->id))
        return;
    auto *card = new Card(tr("The last one"), words::shiftTitle(now.last->value, m_services));
    card->body()->addWidget(label(words::acknowledgedBy(now.reads, m_services), "soft", true));
    auto *open = button(tr("Open it"), "link");
    open->setObjectName(u"openLastHandover"_s);
    connect(
        open, &QPushButton::clicked, this,
        [this, id = now.last->id.value] {
            m_navigator.visit({.place = u"handover"_s, .record = {u"handover"_s, id}});
        },
        Qt::QueuedConnection);
    auto *line = wrappingLine(8);
    line->addWidget(open);
    card->body()->addLayout(line);
    m_layout->addWidget(card);
}

void HandoverCard::showOurs(const HandoverNow &now)
{
    const QString shift
        = now.shift ? words::shiftTitle(*now.shift, m_services.records.today()) : words::weekday(m_services.records.today());
    auto *card = new Card(tr("What this shift tells"), shift);
    card->setObjectName(u"handoverOfThisShift"_s);
    if (now.ours && now.ours->value.finishedAt) {
        const QString at = words::time(m_services.records.clock().local(*now.ours->value.finishedAt));
        card->body()->addWidget(label(tr("Handed over at %1. What happens from now on is told by the next one.").arg(at), "", true));
        card->body()->addWidget(label(words::acknowledgedBy(now.reads, m_services), "soft", true));
        m_layout->addWidget(card);
        return;
    }
    card->body()->addWidget(
        label(tr("Since %1, put together by itself:").arg(words::moment(m_services.records.clock().local(now.since))), "soft", true));
    const auto told = m_services.handovers.gather(now.since);
    if (told)
        addHandoverTexts(card->body(), words::handoverTexts(*told, m_services), now.ours ? now.ours->value.words : QString());
    else
        card->body()->addWidget(label(words::error(told.error()), "problem", true));
    addWays(now, card);
    m_layout->addWidget(card);
}

void HandoverCard::addWays(const HandoverNow &now, Card *card)
{
    const bool mayWrite = m_services.records.mayAdd(recordType<Handover>());
    auto *line = wrappingLine(8);
    const auto add = [&](const QString &text, const QString &name, const char *look, const std::function<void()> &press) {
        auto *way = button(text, look);
        way->setObjectName(name);
        way->setEnabled(mayWrite);
        connect(way, &QPushButton::clicked, this, press, Qt::QueuedConnection);
        line->addWidget(way);
    };
    add(tr("Add &your own words…"), u"writeHandover"_s, "", [this, now] { write(now.ours, now.shift); });
    add(tr("&Finish and hand over"), u"finishHandover"_s, now.waitsForReader ? "" : "primary",
        [this, shift = now.shift] { finish(shift); });
    card->body()->addLayout(line);
}

void HandoverCard::showMissing(const HandoverNow &now)
{
    if (now.missing.isEmpty())
        return;
    auto *card = new Card(tr("Shifts without a handover"));
    card->setObjectName(u"handoverMissing"_s);
    for (const ShiftSpan &span : now.missing) {
        auto *line = wrappingLine(8);
        line->addWidget(label(words::shiftTitle(span, m_services.records.today())));
        const QString name = u"-%1-%2"_s.arg(span.day.toString(Qt::ISODate)).arg(span.pattern.value);
        addLate(line, tr("Write it now"), u"writeLate"_s + name, span, [this, span] {
            const auto known = m_services.handovers.ofShift(span);
            write(known ? *known : std::nullopt, span);
        });
        addLate(line, tr("Finish it"), u"finishLate"_s + name, span, [this, span] { finish(span); });
        card->body()->addLayout(line);
    }
    m_layout->addWidget(card);
}

void HandoverCard::addLate(
    QLayout *line, const QString &text, const QString &name, const ShiftSpan &span, const std::function<void()> &press)
{
    auto *late = button(text, "link");
    late->setObjectName(name);
    late->setAccessibleName(text + u": "_s + words::shiftTitle(span, m_services.records.today()));
    late->setEnabled(m_services.records.mayAdd(recordType<Handover>()));
    connect(late, &QPushButton::clicked, this, press, Qt::QueuedConnection);
    line->addWidget(late);
}

void HandoverCard::showItems()
{
    const auto items = m_services.handovers.openItems();
    if (!items || items->isEmpty())
        return;
    auto *card = new Card(tr("Still to be done"));
    card->setObjectName(u"handoverItems"_s);
    for (const Kept<HandoverItem> &item : items->first(std::min(items->size(), kItemsShown))) {
        auto *line = wrappingLine(8);
        const QString due = item.value.dueAt ? tr("by %1").arg(words::untilSaid(*item.value.dueAt, m_services.records.clock()))
                                             : tr("when there is time");
        line->addWidget(label(breakable(item.value.what) + u" · "_s + due, "", true));
        auto *done = button(tr("Done"));
        done->setObjectName(u"itemDone-%1"_s.arg(item.id.value));
        done->setAccessibleName(tr("Done: %1").arg(item.value.what));
        done->setEnabled(m_services.records.mayComplete(recordType<HandoverItem>()));
        connect(
            done, &QPushButton::clicked, this,
            [this, id = item.id] { m_navigator.answer(m_services.handovers.markDone(id), tr("It is done.")); }, Qt::QueuedConnection);
        line->addWidget(done);
        card->body()->addLayout(line);
    }
    if (items->size() > kItemsShown)
        card->body()->addWidget(label(tr("%1 more stand in the list below.").arg(items->size() - kItemsShown), "soft", true));
    m_layout->addWidget(card);
}

void HandoverCard::write(const std::optional<Kept<Handover>> &known, const std::optional<ShiftSpan> &shift)
{
    RecordRef record{u"handover"_s, known ? known->id.value : 0, {}};
    if (!known) {
        const Row fresh = toRow(Handovers::of(shift, m_services.records.today()));
        for (const QString &column : {u"shift_day"_s, u"pattern_id"_s, u"shift_key"_s})
            record.start.insert(column, fresh.value(column));
    }
    m_navigator.visit({.place = u"handover"_s, .record = record});
}

void HandoverCard::finish(const std::optional<ShiftSpan> &shift)
{
    const auto begun = m_services.handovers.ofShift(shift);
    if (!begun)
        return m_navigator.refuse(begun.error());
    const auto ours
        = *begun ? Result<Kept<Handover>>(**begun) : m_services.handovers.begin(Handovers::of(shift, m_services.records.today()));
    const auto told = ours ? m_services.handovers.gather(ours->value.fromAt) : Result<QList<ToHandOver>>(ours.error());
    if (!told)
        return m_navigator.refuse(told.error());
    m_navigator.answer(m_services.handovers.finish(*ours, words::linesToKeep(*told, m_services)),
        tr("Handed over. Whoever comes on acknowledges it under their own name."));
}

} // namespace keywork
