// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sharing/referral_wizard.h"

#include "core/record/row_text.h"
#include "core/services/house/passwords.h"
#include "core/services/records/drafts.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/agreements.h"
#include "core/services/sharing/referrals.h"
#include "ui/print/referral_document.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/file_question.h"
#include "ui/widgets/page_view.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/told.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

void setLook(QWidget *widget, const char *name, const QString &value)
{
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace

ReferralWizard::ReferralWizard(
    Id<Person> person, const std::optional<Kept<Referral>> &draft, const Services &services, const Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_person(person)
    , m_services(services)
    , m_navigator(navigator)
{
    if (const auto kept = m_services.records.one(m_person))
        m_called = kept->value.shortName();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    buildTop(layout);
    m_steps = new QStackedWidget;
    m_steps->addWidget(buildWhom());
    m_steps->addWidget(buildWhy());
    m_steps->addWidget(buildWhat());
    m_steps->addWidget(buildSend());
    auto *done = new QWidget;
    m_handedOver = new QVBoxLayout(done);
    m_handedOver->setContentsMargins(0, 0, 0, 0);
    m_steps->addWidget(done);
    layout->addWidget(m_steps, 1);
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &ReferralWizard::back);
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(1500);
    connect(&m_draftTimer, &QTimer::timeout, this, &ReferralWizard::keepDraft);
    if (draft)
        m_draft = draft->id;
    m_place = {u"referral"_s, m_draft.value, m_person.value};
    fillAgencies();
    const bool known = restore(draft);
    show(draft && known ? What : Whom);
    if (!known)
        say(tr("The agency it was for is no longer on file. Choose another."));
}

ReferralWizard::~ReferralWizard()
{
    if (m_draftTimer.isActive())
        keepDraft();
}

void ReferralWizard::keepDraft()
{
    m_draftTimer.stop();
    const QString why = m_reason->toPlainText();
    const bool lawfully = !m_lawful->isHidden();
    const bool empty = why.isEmpty() && !lawfully && m_ticks->codes().isEmpty();
    QJsonObject draft{{u"why"_s, why}, {u"agency"_s, m_agency->currentData().toLongLong()}, {u"sections"_s, m_ticks->codes()},
        {u"person"_s, m_person.value}};
    if (lawfully)
        draft.insert(u"lawful"_s, toJson(toRow(m_lawful->reason())));
    const Done kept = empty ? m_services.drafts.discard(m_place) : m_services.drafts.keep(m_place, draft);
    if (!kept)
        say(words::error(kept.error()));
}

bool ReferralWizard::restore(const std::optional<Kept<Referral>> &referral)
{
    QJsonObject draft = m_services.drafts.at(m_place);
    if (draft.isEmpty() && referral)
        draft = {
            {u"why"_s, referral->value.reason}, {u"agency"_s, referral->value.agencyId.value}, {u"sections"_s, referral->value.sections}};
    const int agency = m_agency->findData(draft.value(u"agency"_s).toInteger());
    const bool known = draft.isEmpty() || agency >= 0;
    if (agency >= 0)
        m_agency->setCurrentIndex(agency);
    agencyChanged();
    m_reason->setPlainText(draft.value(u"why"_s).toString());
    if (draft.contains(u"lawful"_s)) {
        if (const auto lawful
            = recordType<LawfulReason>().fromRow(fromJson(recordType<LawfulReason>(), draft.value(u"lawful"_s).toObject())))
            m_lawful->setReason(*lawful);
        shareLawfully();
    }
    if (const QString sections = draft.value(u"sections"_s).toString(); !sections.isEmpty())
        m_ticks->setCodes(sections);
    m_draftTimer.stop();
    return known;
}

void ReferralWizard::fillAgencies()
{
    const QSignalBlocker blocked(m_agency);
    m_agency->clear();
    int first = -1;
    if (const auto agencies = m_services.records.all<Agency>())
        for (const Kept<Agency> &agency : *agencies) {
            m_agency->addItem(agency.value.name, agency.id.value);
            // Opens on an agency that may be told something.
            const auto agreed = m_services.agreements.scope(m_person, agency.id, m_services.records.today());
            if (first < 0 && agreed && !agreed->categories.empty())
                first = m_agency->count() - 1;
        }
    m_agency->setCurrentIndex(std::max(first, 0));
}

AgreedScope ReferralWizard::scope() const
{
    const auto agreed = m_services.agreements.scope(m_person, {m_agency->currentData().toLongLong()}, m_services.records.today());
    return agreed ? *agreed : AgreedScope();
}

ReferralWish ReferralWizard::wish() const
{
    ReferralWish wish;
    wish.person = m_person;
    wish.agency = {m_agency->currentData().toLongLong()};
    wish.reason = m_reason->toPlainText();
    wish.sections = m_ticks->ticked();
    if (!m_lawful->isHidden())
        wish.lawful = m_lawful->reason();
    wish.draft = m_draft;
    return wish;
}

void ReferralWizard::say(const QString &sentence)
{
    tellOnPage(m_message, sentence); // the ticks below stay where they are when it goes
}

void ReferralWizard::show(int step)
{
    m_step = step;
    m_steps->setCurrentIndex(step);
    const bool over = step == HandedOverPage;
    for (int i = 0; i < m_chips.size(); ++i) {
        m_chips.at(i)->setVisible(!over);
        setLook(m_chips.at(i), "look", i < step ? u"chip-done"_s : i == step ? u"chip-primary"_s : u"chip-neutral"_s);
    }
    m_title->setText(over ? QString() : tr("step %1 of 4").arg(step + 1));
    m_back->setVisible(!over);
    m_back->setText(step == Whom ? tr("Cancel") : tr("&Back"));
    m_next->setText(step == What ? tr("Check a&nd send")
            : step == Send       ? tr("Ha&nd over…")
            : over               ? tr("Do&ne")
                                 : tr("&Next")); // one key all the way
    say({});
    whatChanged();
    for (QWidget *above = m_steps->currentWidget(); above; above = above->parentWidget())
        if (auto *scroll = qobject_cast<QScrollArea *>(above))
            scroll->verticalScrollBar()->setValue(0);
    for (QScrollArea *scroll : m_steps->currentWidget()->findChildren<QScrollArea *>())
        scroll->verticalScrollBar()->setValue(0);
    if (step == Why) { // the way on lies behind the words, not in front of them
        setTabOrder(m_reason, m_back);
        setTabOrder(m_back, m_next);
    }
    focusStep();
}

void ReferralWizard::focusStep()
{
    QWidget *first = m_step == Whom ? static_cast<QWidget *>(m_agency)
        : m_step == Why             ? static_cast<QWidget *>(m_reason)
        : m_step == What            ? static_cast<QWidget *>(m_ticks->box(Category::Identity))
        : m_step == Send            ? static_cast<QWidget *>(m_leaving->protect())
                                    : static_cast<QWidget *>(m_next);
    first->setFocus();
}

void ReferralWizard::next()
{
    switch (m_step) {
    case Whom:
        if (m_agency->count() == 0)
            return say(tr("No agency is on file yet. Write one down under Partners first."));
        return show(Why);
    case Why:
        if (m_reason->toPlainText().trimmed().isEmpty()) {
            say(words::violation({u"reason"_s, Rule::ReasonNeeded, {}}));
            m_reason->setFocus();
            return;
        }
        return show(What);
    case What:
        return prepare();
    case Send:
        return chooseFolder(); // after the form was looked at
    default:
        Q_EMIT left();
    }
}

void ReferralWizard::back()
{
    if (m_step == HandedOverPage) {
        Q_EMIT left();
        return;
    }
    if (m_step == Whom) {
        keepDraft();
        Q_EMIT left();
        return;
    }
    show(m_step - 1);
}

void ReferralWizard::whatChanged()
{
    if (m_step > Send)
        return;
    m_prepared.reset();
    m_next->setEnabled(true);
    if (m_step != What)
        return;
    const auto facts = m_services.referrals.facts(wish());
    m_next->setEnabled(bool(facts));
    say(facts ? QString()
            : m_lawful->isHidden() && scope().categories.empty()
            ? tr("Nothing is agreed with this agency. Ask %1 now, or, to keep somebody safe, record the lawful reason below.").arg(m_called)
            : m_ticks->ticked().empty() ? tr("Tick what they need.")
                                        : words::error(facts.error()));
    m_preview->setVisible(bool(facts));
    if (facts)
        m_preview->setDocument(print::referralDocument(*facts));
}

void ReferralWizard::shareLawfully()
{
    m_lawfulLink->hide();
    m_lawfulHint->setText(tr("A manager is told and looks at it within a day."));
    m_lawful->show();
    if (m_lawful->because()->toPlainText().isEmpty())
        m_lawful->because()->setPlainText(m_reason->toPlainText());
    m_ticks->allow(scope().categories, true);
    m_ticks->box(Category::Identity)->setFocus();
    whatChanged();
}

void ReferralWizard::prepare()
{
    auto ready = m_services.referrals.prepare(wish(), print::PdfRenderer());
    if (!ready)
        return say(words::error(ready.error()));
    m_draft = ready->referral.id;
    keepDraft();
    show(Send);
    m_prepared = std::move(*ready);
    m_pages->setDocument(print::referralDocument(m_prepared->facts, m_prepared->fingerprint));
    m_fingerprint->setText(tr("%1 · fingerprint %2, on each page").arg(m_prepared->facts.number, m_prepared->fingerprint));
}

Done ReferralWizard::handOver(const QString &folder)
{
    if (!m_prepared)
        return Error{ErrorKind::NotAllowedNow, {}, {}};
    const ReferralForm form = m_leaving->form();
    const auto sent = m_services.referrals.handOver(*m_prepared, form, folder);
    if (!sent) {
        const bool weak = sent.error().kind == ErrorKind::Invalid && sent.error().violations.first().column == u"passphrase";
        say(sent.error().kind == ErrorKind::Conflict ? tr("The record or the agreement changed meanwhile. Go back and look again.")
                                                     : words::error(sent.error()));
        if (weak)
            m_leaving->passphrase()->setFocus();
        return sent.error();
    }
    m_draftTimer.stop();
    Done discarded = m_services.drafts.discard(m_place);
    if (discarded && form.protectedPdf)
        discarded = keepPassphrase(m_services, m_person, sent->referral.value.number, form.passphrase);
    m_navigator.say(tr("%1 handed over").arg(sent->referral.value.number));
    showHandedOver(*sent, form);
    return discarded;
}

void ReferralWizard::chooseFolder()
{
    const ReferralForm form = m_leaving->form();
    if (!form.plainPdf && !form.protectedPdf && !form.data)
        return say(tr("Tick how it leaves."));
    if (form.protectedPdf && passwordViolation(form.passphrase, {m_called})) {
        m_leaving->passphrase()->setFocus();
        return say(tr("This passphrase is too short or too easy to guess. “Draw another passphrase” makes a good one."));
    }
    say({});
    askForFile(this, {.title = tr("Where to put it"), .wanted = FileQuestion::Wanted::Folder},
        [this](const QString &folder) { Q_UNUSED(bool(handOver(folder))); });
}

void ReferralWizard::showHandedOver(const HandedOver &sent, const ReferralForm &form)
{
    emptyLayout(m_handedOver);
    auto *card = new Card(tr("%1 is ready to go to %2").arg(sent.referral.value.number, m_prepared->facts.agency.name));
    setLook(card, "edge", u"done"_s);
    for (const QString &path : sent.paths) {
        auto *file = label(path, "", true);
        file->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        card->body()->addWidget(file);
    }
    if (form.protectedPdf) {
        card->body()->addWidget(rule());
        card->body()->addWidget(
            label(tr("Passphrase, to be told by telephone. It waits under Sharing until you say that they have it."), "problem", true));
        auto *phrase = label(form.passphrase, "mono", true);
        phrase->setObjectName(u"toldPassphrase"_s);
        phrase->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        card->body()->addWidget(phrase);
        card->body()->addWidget(label(m_prepared->facts.agency.telephone, "soft"));
    }
    card->body()->addWidget(rule());
    if (sent.referral.value.chaseOn)
        card->body()->addWidget(
            label(tr("Today reminds you on %1 if nothing was heard.").arg(words::date(*sent.referral.value.chaseOn)), "", true));
    if (sent.disclosure.value.lawfulId)
        card->body()->addWidget(label(tr("A manager is asked to look at what was shared without agreement."), "problem", true));
    // Where the resident is not to know, or does not yet, no paper tells them.
    const bool told = !m_prepared->facts.lawful || m_lawful->reason().told == PersonTold::Told;
    auto *copy = button(tr("Print %1's copy…").arg(literal(m_called)));
    copy->setObjectName(u"ownCopy"_s);
    copy->setVisible(told);
    Disclosure about = forThem(m_person, DisclosureKind::OwnCopyOfReferral, m_prepared->facts.person, m_prepared->facts.categories());
    about.referralId = sent.referral.id;
    connect(copy, &QPushButton::clicked, this, [this, about, facts = m_prepared->facts, fingerprint = m_prepared->fingerprint] {
        m_navigator.preview({.document = print::ownCopy(facts, fingerprint),
            .title = tr("%1's copy").arg(m_called),
            .fileName = u"own-copy-"_s + facts.number,
            .about = about,
            .alsoKnownBy = {fingerprint}});
    });
    card->body()->addWidget(copy, 0, Qt::AlignLeft);
    m_handedOver->addWidget(card);
    m_handedOver->addStretch();
    m_prepared.reset();
    show(HandedOverPage);
}

} // namespace keywork
