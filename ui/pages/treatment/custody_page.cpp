// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/treatment/custody_page.h"

#include "core/domain/disclosure.h"
#include "core/services/records/records.h"
#include "core/services/sharing/disclosures.h"
#include "ui/forms/generic_editor.h"
#include "ui/print/custody_document.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QString kHeldMedicine = u"held_medicine"_s;
const QString kCustodyEntry = u"custody_entry"_s;

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
    auto *fresh = button(tr("Hand in another medicine"), "primary");
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

void CustodyPage::openNew() { show(handInEditor(m_services, m_person), {}, tr("Handed in")); }

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
        return show(entryEditor(m_services, fitting.first(), exact), exact.held, words::labelFor(wish.act));
    }
    giveKeysTo(this, {heldName(buttonOfAct(wish.act), fitting.first())});
    m_navigator.say(isIn ? tr("More of it: here. Another medicine: the button above.") : tr("Several are held: choose the medicine here"));
}

void CustodyPage::openMedicine(Id<HeldMedicine> medicine)
{
    const auto kept = m_services.records.one(recordType<HeldMedicine>(), medicine.value);
    if (!kept)
        return m_navigator.refuse(kept.error());
    show(genericEditor(m_services, recordType<HeldMedicine>(), *kept, kept->row), medicine, tr("Saved"));
}

void CustodyPage::show(RecordEditor *editor, Id<HeldMedicine> held, const QString &said)
{
    if (m_editor)
        m_editor->keepDraftNow();
    emptyLayout(m_formPlace->layout());
    m_editor = editor;
    auto *card = new Card;
    card->body()->addWidget(editor);
    m_formPlace->layout()->addWidget(ownScroll(card, Sideways::Never));
    m_stack->setCurrentWidget(m_formPlace);
    connect(editor, &RecordEditor::saved, this, [this, held, said] { close(held ? held : latest(), said); });
    connect(editor, &RecordEditor::cancelled, this, [this, held] { close(held, {}); });
    editor->form()->focusFirst();
}

/// The page that was begun last.
Id<HeldMedicine> CustodyPage::latest() const
{
    Id<HeldMedicine> last;
    if (const auto pages = m_services.custody.pagesOf(m_person))
        for (const HeldPage &page : *pages)
            last = std::max(last, page.medicine.id);
    return last;
}

void CustodyPage::close(Id<HeldMedicine> held, const QString &said)
{
    if (!said.isEmpty())
        m_navigator.say(said);
    emptyLayout(m_formPlace->layout());
    m_editor = nullptr;
    m_stack->setCurrentIndex(0);
    reload();
    giveKeysTo(this, {u"heldCount-"_s + QString::number(held.value), u"newMedicine"_s}); // at what was saved
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
