// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/treatment/custody_page.h"

#include "core/domain/disclosure.h"
#include "core/domain/risk.h"
#include "core/services/records/records.h"
#include "core/services/sharing/disclosures.h"
#include "ui/forms/generic_editor.h"
#include "ui/pages/record_print.h"
#include "ui/print/custody_document.h"
#include "ui/text/words.h"
#include "ui/text/words_custody.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

#include <QMenu>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qsizetype kLinesAtFirst = 6;

QString heldName(const QString &what, const HeldPage &page) { return what + u'-' + QString::number(page.medicine.id.value); }

QString entryName(const QString &what, const CustodyLine &line) { return what + u'-' + QString::number(line.entry.id.value); }

const QString kHeldMedicine = u"held_medicine"_s;
const QString kCustodyEntry = u"custody_entry"_s;

/// The button at each medicine that begins a line of this kind.
QString buttonOfAct(CustodyAct act)
{
    return act == CustodyAct::In ? u"heldIn"_s : act == CustodyAct::HandedOver ? u"heldOver"_s : u"heldCount"_s;
}

} // namespace

CustodyPage::CustodyPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_person(person)
{
    m_stack = new PageStack(this);
    m_stack->addWidget(buildList());
    m_formPlace = new QWidget;
    auto *place = new QVBoxLayout(m_formPlace);
    place->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(m_formPlace);
}

QWidget *CustodyPage::buildList()
{
    auto *whole = new QWidget;
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    auto *top = wrappingLine(8);
    top->addWidget(
        label(tr("They take it themselves. Staff neither dose nor measure: sealed items are counted, by two people."), "soft", true));
    pushRight(top);
    auto *fresh = button(tr("Hand in another &medicine"), "primary");
    fresh->setObjectName(u"newMedicine"_s);
    fresh->setEnabled(m_services.records.mayAdd(recordType<HeldMedicine>()));
    connect(
        fresh, &QPushButton::clicked, this, [this] { openNew(); }, Qt::QueuedConnection);
    top->addWidget(fresh);
    layout->addLayout(top);
    auto *pages = new QWidget;
    m_pages = new QVBoxLayout(pages);
    m_pages->setContentsMargins(0, 0, 0, 0);
    m_pages->setSpacing(12);
    layout->addWidget(ownScroll(pages, Sideways::Never), 1);
    return whole;
}

void CustodyPage::reload()
{
    emptyLayout(m_pages);
    const auto pages = m_services.custody.pagesOf(m_person);
    if (!pages)
        return m_pages->addWidget(label(words::error(pages.error()), "soft", true));
    for (const HeldPage &page : *pages)
        addPage(page);
    if (pages->isEmpty())
        m_pages->addWidget(label(tr("Nothing was handed in yet. The first begins with “Hand in another medicine”."), "soft", true));
    m_pages->addStretch();
}

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
        made->setObjectName(entryName(name, line));
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

bool CustodyPage::concerns(const QList<Change> &changes) const
{
    return std::any_of(changes.cbegin(), changes.cend(), [this](const Change &change) {
        const bool isOfThem = change.person == 0 || change.person == m_person.value;
        const bool isShown = change.kind == kHeldMedicine || change.kind == kCustodyEntry || change.kind == u"risk"_s;
        return change.kind.isEmpty() || change.kind == u"staff"_s || (isOfThem && isShown);
    });
}

void CustodyPage::showRecord(const RecordRef &record)
{
    if (record.kind == kCustodyEntry && record.id == 0) {
        const auto act = fromCode<CustodyAct>(record.start.value(u"act"_s).toString()).value_or(CustodyAct::In);
        const Id<HeldMedicine> held{record.start.value(u"held_medicine_id"_s).toLongLong()};
        return open({act, held, {}});
    }
    if (record.kind == kHeldMedicine && record.id == 0)
        return openNew();
    const auto entry = m_services.records.one(Id<CustodyEntry>{record.kind == kCustodyEntry ? record.id : 0});
    const qint64 held = record.kind == kHeldMedicine ? record.id : entry ? entry->value.heldId.value : 0;
    if (held == 0)
        return;
    if (record.kind == kCustodyEntry)
        m_showsAll.insert(held);
    reload();
    giveKeysTo(this, {u"heldCount-"_s + QString::number(held)});
}

void CustodyPage::showForm(const RecordRef &record, const QString &part)
{
    const auto wish = CustodyWish::fromPart(part);
    wish ? open(*wish) : showRecord(record);
}

void CustodyPage::openNew() { show(handInEditor(m_services, m_person), tr("Handed in")); }

void CustodyPage::open(const CustodyWish &wish)
{
    const auto pages = m_services.custody.pagesOf(m_person);
    if (!pages)
        return m_navigator.refuse(pages.error());
    const bool isIn = wish.act == CustodyAct::In;
    QList<HeldPage> fitting;
    for (const HeldPage &page : *pages)
        if (wish.held ? page.medicine.id == wish.held : isIn || page.state.isHeld())
            fitting.append(page);
    if (fitting.isEmpty())
        return isIn && !wish.held ? openNew() : m_navigator.say(tr("Nothing of theirs is held"));
    if (wish.held || (fitting.size() == 1 && !isIn)) {
        const CustodyWish exact{wish.act, fitting.first().medicine.id, wish.about};
        return show(entryEditor(m_services, fitting.first(), exact), words::labelFor(wish.act));
    }
    giveKeysTo(this, {heldName(buttonOfAct(wish.act), fitting.first())});
    m_navigator.say(isIn ? tr("More of it: here. Another medicine: the button above.") : tr("Several are held: choose the medicine here"));
}

void CustodyPage::openMedicine(Id<HeldMedicine> medicine)
{
    const auto kept = m_services.records.one(recordType<HeldMedicine>(), medicine.value);
    if (!kept)
        return m_navigator.refuse(kept.error());
    show(genericEditor(m_services, recordType<HeldMedicine>(), *kept, kept->row), tr("Saved"));
}

void CustodyPage::show(RecordEditor *editor, const QString &said)
{
    if (m_editor)
        m_editor->keepDraftNow();
    emptyLayout(m_formPlace->layout());
    m_editor = editor;
    auto *card = new Card;
    card->body()->addWidget(editor);
    m_formPlace->layout()->addWidget(ownScroll(card, Sideways::Never));
    m_stack->setCurrentWidget(m_formPlace);
    connect(editor, &RecordEditor::saved, this, [this, said] { close(said); });
    connect(editor, &RecordEditor::cancelled, this, [this] { close({}); });
    editor->form()->focusFirst();
}

void CustodyPage::close(const QString &said)
{
    if (!said.isEmpty())
        m_navigator.say(said);
    emptyLayout(m_formPlace->layout());
    m_editor = nullptr;
    m_stack->setCurrentIndex(0);
    reload();
    giveKeysTo(this, {u"newMedicine"_s});
}

void CustodyPage::print(const HeldPage &page)
{
    const auto person = m_services.records.one(m_person);
    const auto document = print::custodyRegister(m_services, page.medicine.id);
    if (!person || !document)
        return m_navigator.refuse(document ? person.error() : document.error());
    Disclosure about = forThem(m_person, DisclosureKind::RecordPrint, tr("the team"), {Category::Identity, Category::Treatment});
    about.basis = DisclosureBasis::HouseWork;
    m_navigator.preview({.document = *document,
        .title = tr("Register of medicine held"),
        .fileName = u"register-"_s + person->value.number,
        .about = about});
}

} // namespace keywork
