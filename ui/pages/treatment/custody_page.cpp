// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/treatment/custody_page.h"

#include "core/domain/risk.h"
#include "core/services/records/records.h"
#include "ui/forms/generic_editor.h"
#include "ui/pages/persons_paper.h"
#include "ui/pages/shown_kinds.h"
#include "ui/print/custody_document.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QString kHeldMedicine = u"held_medicine"_s;
const QString kCustodyEntry = u"custody_entry"_s;

QStringList keysAt(Id<HeldMedicine> held) { return {u"heldCount-"_s + QString::number(held.value), u"newMedicine"_s}; }

} // namespace

CustodyPage::CustodyPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : ListWithForm(person, services, navigator, parent)
{
    buildList();
}

void CustodyPage::buildList()
{
    auto *top = wrappingLine(8);
    top->addWidget(
        label(tr("They take it themselves. Staff neither dose nor measure: sealed items are counted, by two people."), "soft", true));
    pushRight(top);
    m_fresh = button({}, "primary");
    m_fresh->setObjectName(u"newMedicine"_s);
    m_fresh->setEnabled(m_services.records.mayAdd(recordType<HeldMedicine>()));
    connect(
        m_fresh, &QPushButton::clicked, this, [this] { openNew(); }, Qt::QueuedConnection);
    top->addWidget(m_fresh);
    list()->addLayout(top);
    m_pages = addScrolled();
}

void CustodyPage::reload()
{
    emptyLayout(m_pages);
    m_fresh->setText(tr("Hand in a medicine"));
    const auto pages = m_services.custody.pagesOf(m_person);
    if (!pages)
        return m_pages->addWidget(label(words::error(pages.error()), "soft", true));
    for (const HeldPage &page : *pages)
        addPage(page);
    if (pages->isEmpty())
        m_pages->addWidget(label(tr("Nothing was handed in yet. The first begins with “Hand in a medicine”."), "soft", true));
    else
        m_fresh->setText(tr("Hand in another medicine"));
    m_pages->addStretch();
}

bool CustodyPage::concerns(const QList<Change> &changes) const
{
    return anyShown(changes, m_person,
        {.theirs = {&recordType<HeldMedicine>(), &recordType<CustodyEntry>(), &recordType<Risk>()}, .anybodys = {&recordType<Staff>()}});
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

void CustodyPage::openNew()
{
    makeRoom();
    show(handInEditor(m_services, m_person), {}, tr("Handed in"));
}

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
        makeRoom();
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
    makeRoom();
    show(genericEditor(m_services, recordType<HeldMedicine>(), *kept, kept->row), medicine, tr("Saved"));
}

void CustodyPage::show(RecordEditor *editor, Id<HeldMedicine> held, const QString &said)
{
    openForm(editor, editor, keysAt(held));
    connect(editor, &RecordEditor::saved, this, [this, held, said] {
        formSaved(said);
        if (!held)
            giveKeysTo(this, keysAt(latest())); // at what was saved
    });
    connect(editor, &RecordEditor::cancelled, this, [this] { closeForm(ListNow::ReadAnew); });
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

void CustodyPage::print(const HeldPage &page)
{
    previewPersonsPaper(m_person, print::custodyRegister(m_services, page.medicine.id),
        {.title = tr("Register of medicine held"),
            .file = u"register"_s,
            .holds = {Category::Identity, Category::Treatment},
            .forTheHouse = tr("the team")},
        m_services, m_navigator);
}

} // namespace keywork
