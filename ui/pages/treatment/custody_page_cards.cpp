// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/risk.h"
#include "core/services/records/records.h"
#include "ui/pages/record_print.h"
#include "ui/pages/treatment/custody_page.h"
#include "ui/text/words.h"
#include "ui/text/words_custody.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"

#include <QMenu>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qsizetype kLinesAtFirst = 6;

QString custodyEntryName(const QString &what, const CustodyLine &line) { return what + u'-' + QString::number(line.entry.id.value); }

} // namespace

void CustodyPage::addPage(const HeldPage &page)
{
    const QString held = page.state.isHeld() ? words::heldNow(page) : tr("nothing held any more");
    auto *card = new Card(page.medicine.value.called());
    card->setObjectName(heldName(u"held"_s, page));
    card->body()->addWidget(label(breakable(held + u" · "_s + page.medicine.value.place), "soft", true));
    for (const QString &line : words::stillToDo(page, m_services))
        card->body()->addWidget(label(line, "strong", true));
    addRisk(card, page);
    addButtons(card, page);
    addLines(card, page);
    m_pages->addWidget(card);
}

void CustodyPage::addButtons(Card *card, const HeldPage &page)
{
    auto *line = wrappingLine(8);
    const bool mayWrite = m_services.records.mayAdd(recordType<CustodyEntry>());
    const auto add = [&](const QString &words, CustodyAct act, bool fits) {
        auto *made = button(words);
        made->setObjectName(heldName(buttonOfAct(act), page));
        made->setAccessibleName(words + u": "_s + page.medicine.value.called());
        made->setEnabled(mayWrite && fits);
        connect(
            made, &QPushButton::clicked, this,
            [this, act, id = page.medicine.id] {
                open({act, id, {}});
            },
            Qt::QueuedConnection);
        line->addWidget(made);
    };
    add(tr("Hand in more"), CustodyAct::In, !page.state.isForCoroner);
    add(tr("Hand over"), CustodyAct::HandedOver, page.state.isHeld() && !page.state.isForCoroner);
    add(tr("Count"), CustodyAct::Count, true);
    addMore(line, page);
    pushRight(line);
    auto *place = button(tr("Place and note"), "link");
    place->setObjectName(heldName(u"heldPlace"_s, page));
    connect(
        place, &QPushButton::clicked, this, [this, id = page.medicine.id] { openMedicine(id); }, Qt::QueuedConnection);
    line->addWidget(place);
    auto *paper = button(tr("Print the register"), "link");
    paper->setObjectName(heldName(u"printRegister"_s, page));
    paper->setEnabled(mayTakeAlong(m_services));
    connect(
        paper, &QPushButton::clicked, this, [this, page] { print(page); }, Qt::QueuedConnection);
    line->addWidget(paper);
    card->body()->addLayout(line);
}

void CustodyPage::addMore(QLayout *line, const HeldPage &page)
{
    auto *more = button(tr("Something else") + u"    "_s); // room for the arrow
    more->setObjectName(heldName(u"heldMore"_s, page));
    more->setAccessibleName(tr("Something else happened to it: %1").arg(page.medicine.value.called()));
    more->setEnabled(m_services.records.mayAdd(recordType<CustodyEntry>()) && page.state.isHeld());
    auto *menu = new QMenu(more);
    for (const CustodyAct act :
        {CustodyAct::ToPharmacy, CustodyAct::Spilled, CustodyAct::LeftBehind, CustodyAct::ForCoroner, CustodyAct::ToCoroner}) {
        QAction *action = menu->addAction(words::labelFor(act), this, [this, act, id = page.medicine.id] { open({act, id, {}}); });
        const bool goesElsewhere = act == CustodyAct::ToPharmacy || act == CustodyAct::Spilled;
        action->setEnabled(!(page.state.isForCoroner && goesElsewhere));
    }
    more->setMenu(menu);
    line->addWidget(more);
}

void CustodyPage::addLines(Card *card, const HeldPage &page)
{
    const QList<CustodyLine> &lines = page.state.lines;
    const bool showsAll = m_showsAll.contains(page.medicine.id.value);
    const qsizetype shown = showsAll ? lines.size() : std::min(lines.size(), kLinesAtFirst);
    for (qsizetype i = 0; i < shown; ++i) // the latest first
        addLine(card, page, lines.at(lines.size() - 1 - i));
    if (lines.size() <= kLinesAtFirst)
        return;
    auto *all = button(showsAll ? tr("Show the latest lines") : tr("Show all %1 lines").arg(lines.size()), "link");
    all->setObjectName(heldName(u"allLines"_s, page));
    connect(
        all, &QPushButton::clicked, this,
        [this, id = page.medicine.id.value] {
            if (!m_showsAll.remove(id))
                m_showsAll.insert(id);
            keepingFocus(this, [this] { reload(); });
        },
        Qt::QueuedConnection);
    card->body()->addWidget(all, 0, Qt::AlignLeft);
}

void CustodyPage::addLine(Card *card, const HeldPage &page, const CustodyLine &line)
{
    const QDateTime at = m_services.records.clock().local(line.entry.value.doneAt);
    const QString balance = line.balance ? tr("balance %1").arg(*line.balance) : tr("balance not counted");
    card->body()->addWidget(rule());
    auto *row = wrappingLine(8);
    row->addWidget(label(words::weekday(at.date(), m_services.records.today()) + u' ' + words::time(at), "soft"));
    row->addWidget(label(balance, "strong"));
    pushRight(row);
    const auto offer = [&](const QString &words, const QString &name, CustodyAct act) {
        auto *made = button(words, "link");
        made->setObjectName(custodyEntryName(name, line));
        made->setAccessibleName(words + u": "_s + words::custodyWhat(line, page, m_services));
        connect(
            made, &QPushButton::clicked, this, [this, wish = CustodyWish{act, page.medicine.id, line.entry.id}] { open(wish); },
            Qt::QueuedConnection);
        row->addWidget(made);
    };
    if (m_services.records.mayAdd(recordType<CustodyEntry>()) && isStockAct(line.entry.value.act) && !line.isStruckOut) {
        if (line.waitsForSecondName && line.entry.createdBy != m_services.records.session().staff().value)
            offer(tr("Give the second name"), u"secondName"_s, CustodyAct::SecondName);
        if (line.waitsForReview && m_services.records.session().may(Act::Manage, Category::Treatment))
            offer(tr("Review the difference"), u"review"_s, CustodyAct::Review);
        offer(tr("Correct…"), u"correct"_s, CustodyAct::Correction);
    }
    card->body()->addLayout(row);
    card->body()->addWidget(label(breakable(words::custodyWhat(line, page, m_services)), "", true));
    card->body()->addWidget(label(breakable(words::signedBy(line, page, m_services)), "soft", true));
}

/// Nobody is accused: it is asked how they are, and what may happen is looked at with them.
void CustodyPage::addRisk(Card *card, const HeldPage &page)
{
    if (!page.state.opensRiskAt || !m_services.records.mayAdd(recordType<Risk>()))
        return;
    const QDate day = m_services.records.clock().local(*page.state.opensRiskAt).date();
    const auto risks = m_services.records.of<Risk>("person_id", m_person);
    const bool isLookedAt = risks && std::any_of(risks->cbegin(), risks->cend(), [day](const Kept<Risk> &risk) {
        return risk.value.kind.code == u"medicine" && risk.value.reviewedOn >= day;
    });
    if (isLookedAt)
        return;
    auto *line = wrappingLine(8);
    line->addWidget(label(tr("Some of it is with somebody else: ask how they are, and look at the risk with them."), "strong", true));
    auto *risk = button(tr("Look at the risk"));
    risk->setObjectName(heldName(u"openRisk"_s, page));
    const QVariantMap start{{u"kind"_s, u"medicine"_s},
        {u"what_may_happen"_s, tr("Medicine that was handed in came to somebody else: %1.").arg(page.medicine.value.called())}};
    connect(
        risk, &QPushButton::clicked, this,
        [this, start] {
            m_navigator.visit(residentVisit(m_person.value, u"risk"_s, {u"risk"_s, 0, start}));
        },
        Qt::QueuedConnection);
    line->addWidget(risk);
    card->body()->addLayout(line);
}

} // namespace keywork
