// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/intake/criteria_page.h"

#include "core/services/care/intake.h"
#include "core/services/records/records.h"
#include "ui/forms/generic_editor.h"
#include "ui/pages/intake/intake_prints.h"
#include "ui/text/words.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

KeptRow fresh(const EntryCriterion &criterion)
{
    KeptRow kept;
    kept.row = toRow(criterion);
    return kept;
}

} // namespace

CriteriaPage::CriteriaPage(const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->setSpacing(12);
    auto *title = lineOrFlow(14);
    title->addWidget(label(tr("Entry criteria"), "title"));
    title->addWidget(label(tr("who can come here, as we say it to everybody"), "soft"));
    pushRight(title);
    auto *form = button(tr("Referral &form"));
    form->setObjectName(u"printBlankReferral"_s);
    connect(form, &QPushButton::clicked, this, [this] { previewBlankReferral(m_services, m_navigator); });
    title->addWidget(form);
    auto *next = button(tr("&Write the next version"), "primary");
    next->setObjectName(u"nextCriteria"_s);
    next->setEnabled(services.records.mayAdd(recordType<EntryCriteria>()));
    connect(next, &QPushButton::clicked, this, &CriteriaPage::openNext);
    title->addWidget(next);
    layout->addLayout(title);
    auto *place = new QWidget;
    m_stack = new PageStack(place);
    m_card = new Card;
    m_stack->addWidget(ownScroll(m_card));
    layout->addWidget(place, 1);
    reload();
    next->setFocus();
}

void CriteriaPage::addVersion(const Kept<EntryCriteria> &version, bool holds)
{
    const auto whole = m_services.intake.version(version.id);
    if (!whole)
        return;
    const QString from = tr("%1, from %2").arg(version.value.number, words::date(version.value.fromOn));
    m_card->body()->addWidget(label(holds ? tr("Holds now: %1").arg(from) : from, "strong", true));
    if (!version.value.note.isEmpty())
        m_card->body()->addWidget(label(version.value.note, "soft", true));
    for (const Kept<EntryCriterion> &criterion : whole->criteria) {
        m_card->body()->addWidget(label(criterion.value.wording, "", true));
        if (!criterion.value.help.isEmpty())
            m_card->body()->addWidget(label(criterion.value.help, "soft", true));
    }
    m_card->body()->addWidget(rule());
}

void CriteriaPage::reload()
{
    m_card->clear();
    const auto versions = m_services.records.all<EntryCriteria>({.orderBy = u"id"_s, .descending = true});
    for (const Kept<EntryCriteria> &version : versions ? *versions : QList<Kept<EntryCriteria>>())
        addVersion(version, version.id == versions->first().id);
    if (!versions || versions->isEmpty())
        m_card->body()->addWidget(label(
            tr("None are written down yet. Say plainly what has to hold; nobody is turned away only because they use drugs or alcohol."),
            "soft", true));
    m_card->body()->addStretch();
}

void CriteriaPage::openNext()
{
    closeEditor();
    EntryCriteria next;
    next.fromOn = m_services.records.today();
    GenericEditing editing{.start = toRow(next), .title = tr("Next version of the entry criteria")};
    if (const auto now = m_services.intake.criteria(); now && *now)
        for (const Kept<EntryCriterion> &criterion : (*now)->criteria)
            editing.parts.append(fresh({.wording = criterion.value.wording, .help = criterion.value.help}));
    else // a beginning; each house has its own
        for (const QString &wording :
            {tr("Is 18 or over"), tr("Has nowhere safe to live, or will lose it soon"), tr("Needs support that this house can give")})
            editing.parts.append(fresh({.wording = wording}));
    m_editor = genericEditor(m_services, recordType<EntryCriteria>(), editing);
    auto *card = new Card;
    card->body()->addWidget(m_editor);
    m_part = ownScroll(card);
    m_stack->addWidget(m_part);
    m_stack->setCurrentWidget(m_part);
    connect(
        m_editor, &RecordEditor::saved, this,
        [this] {
            m_navigator.say(tr("Saved"));
            closeEditor();
            reload();
        },
        Qt::QueuedConnection);
    connect(m_editor, &RecordEditor::cancelled, this, &CriteriaPage::closeEditor, Qt::QueuedConnection);
    m_editor->form()->focusFirst();
}

void CriteriaPage::closeEditor()
{
    m_editor = nullptr;
    m_stack->setCurrentIndex(0);
    if (!m_part)
        return;
    m_stack->removeWidget(m_part);
    m_part->hide();
    m_part->deleteLater();
    m_part = nullptr;
}

void CriteriaPage::showRecord(const RecordRef &record)
{
    if (record.id == 0 && m_services.records.mayAdd(recordType<EntryCriteria>()))
        openNext();
}

} // namespace keywork
