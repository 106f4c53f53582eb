// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sharing/sharing_page.h"

#include "core/domain/kinds.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/disclosures.h"
#include "ui/forms/generic_editor.h"
#include "ui/forms/record_table.h"
#include "ui/pages/sharing/referral_view.h"
#include "ui/pages/sharing/referral_wizard.h"
#include "ui/print/sharing_documents.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

#include <QComboBox>
#include <QLineEdit>
#include <QStackedLayout>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kListHeight = 130; ///< head and four rows

} // namespace

SharingPage::SharingPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_person(person)
{
    m_stack = new PageStack(this);
    buildLists();
}

void SharingPage::buildLists()
{
    auto *lists = new QWidget;
    auto *layout = new QVBoxLayout(lists);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    m_agreements = new Card(tr("Agreements to share"), tr("per agency; the latest word holds"));
    auto *agree = button(tr("New a&greement"));
    agree->setObjectName(u"newAgreement"_s);
    connect(agree, &QPushButton::clicked, this, &SharingPage::openAgreement);
    m_agreements->addToTitle(agree);
    auto *refer = button(tr("New re&ferral"), "primary");
    refer->setObjectName(u"newReferral"_s);
    connect(refer, &QPushButton::clicked, this, qOverload<>(&SharingPage::openReferral));
    m_agreements->addToTitle(refer);
    m_passphrases = new Card(tr("Passphrase still to be told"), tr("by telephone, never with the file; only you see it"));
    layout->addWidget(m_passphrases);
    layout->addWidget(m_agreements);
    const auto list = [this, layout](const QString &title, const QString &soft, const RecordType &type, RecordTable **table) {
        auto *card = new Card(title, soft);
        *table = new RecordTable(type, m_services);
        (*table)->filter()->hide();
        (*table)->view()->setFixedHeight(Theme::scaled(kListHeight)); // what stands below it in full takes its own room
        card->body()->addWidget(*table);
        layout->addWidget(card);
        return card;
    };
    m_lawful = list(
        tr("Shared without agreement"), tr("Enter opens, to complete what is missing"), recordType<LawfulReason>(), &m_lawfulReasons);
    list(tr("Referrals"), tr("Enter opens: what became of it"), recordType<Referral>(), &m_referrals);
    m_referrals->setEmptyText(tr("What was passed on to an agency, and what became of it."));
    m_referrals->offerFirst(refer->text(), [this] { openReferral(); });
    auto *left = list(tr("Disclosure log"), tr("what left, to whom and why, lists included"), recordType<Disclosure>(), &m_disclosures);
    m_disclosures->setEmptyText(tr("Nothing has left yet. Prints and referrals stand here by themselves."));
    auto *print = button(tr("&Who has my data…"));
    print->setObjectName(u"whoHasMyData"_s);
    connect(print, &QPushButton::clicked, this, &SharingPage::printWhoHasMyData);
    left->addToTitle(print);
    connect(m_referrals, &RecordTable::opened, this, [this](const KeptRow &row) {
        if (const auto referral = asKind<Referral>(row))
            openReferral(*referral);
    });
    connect(m_lawfulReasons, &RecordTable::opened, this, &SharingPage::completeLawfulReason);
    layout->addStretch();
    m_stack->addWidget(ownScroll(lists)); // four lists take more than a screen
}

void SharingPage::reload()
{
    if (const auto person = m_services.records.one(m_person)) {
        m_called = person->value.shortName();
        m_number = person->value.number;
    }
    reloadAgreements();
    reloadPassphrases();
    const ListRequest ofPerson{.filters = {{u"person_id"_s, Filter::Comparison::Equals, m_person.value}}};
    m_lawfulReasons->reload(ofPerson);
    m_lawful->setVisible(m_lawfulReasons->model()->rowCount() > 0);
    m_referrals->reload(ofPerson);
    if (const auto left = m_services.disclosures.about(m_person)) {
        QList<KeptRow> rows;
        for (const Kept<Disclosure> &kept : *left)
            rows.append(untyped(kept));
        m_disclosures->setRows(rows);
        m_disclosures->view()->setColumnHidden(m_disclosures->model()->columnOf(u"person_id"_s), true);
    }
}

void SharingPage::reloadPassphrases()
{
    m_passphrases->clear();
    const QJsonObject waiting = waitingPassphrases(m_services, m_person);
    m_passphrases->setVisible(!waiting.isEmpty());
    for (auto it = waiting.begin(); it != waiting.end(); ++it) {
        auto *phrase = label(it.key() + u"   "_s + it.value().toString(), "strong", true);
        phrase->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        m_passphrases->body()->addWidget(phrase);
    }
    auto *told = button(tr("They have it: forget it"));
    told->setObjectName(u"passphraseTold"_s);
    connect(told, &QPushButton::clicked, this, [this] {
        const Done gone = forgetPassphrases(m_services, m_person);
        m_navigator.answer(gone, tr("Forgotten"));
        reloadPassphrases();
    });
    m_passphrases->body()->addWidget(told, 0, Qt::AlignLeft);
}

void SharingPage::openPart(QWidget *part)
{
    if (m_part) {
        m_stack->removeWidget(m_part);
        m_part->deleteLater();
    }
    m_asked = {};
    m_part = part;
    m_stack->addWidget(part);
    m_stack->setCurrentWidget(part);
}

void SharingPage::openLists()
{
    QWidget *then = m_wizard || m_referralView                                 ? m_referrals->view()
        : m_editor && &m_editor->form()->type() == &recordType<LawfulReason>() ? m_lawfulReasons->view()
                                                                               : nullptr;
    m_stack->setCurrentIndex(0);
    if (m_part) {
        m_stack->removeWidget(m_part);
        m_part->hide();
        m_part->deleteLater();
    }
    m_part = nullptr;
    m_editor = nullptr;
    m_wizard = nullptr;
    m_referralView = nullptr;
    reload();
    if (then) // at what was saved, not back to the places
        giveKeys(then);
    else
        giveKeysTo(this, {u"newAgreement"_s});
}

void SharingPage::openReferral() { openWizard({}); }

void SharingPage::openWizard(const std::optional<Kept<Referral>> &draft)
{
    m_wizard = new ReferralWizard(m_person, draft, m_services, m_navigator);
    connect(m_wizard, &ReferralWizard::left, this, &SharingPage::openLists, Qt::QueuedConnection);
    connect(m_wizard, &ReferralWizard::agreementWanted, this, &SharingPage::askNow, Qt::QueuedConnection);
    openPart(m_wizard);
    m_wizard->focusStep();
}

/// In the middle of a referral: the form of the agreement, then on with the referral where it was left.
void SharingPage::askNow(Id<Agency> agency, Id<Referral> draft)
{
    askForAgreement(agency, [this, draft] {
        const auto known = draft ? m_services.records.one(draft) : Result<Kept<Referral>>(Error{});
        openWizard(known ? std::optional(*known) : std::nullopt);
        m_wizard->goOn();
    });
    m_wizard = nullptr; // it went when the form opened
}

void SharingPage::openReferral(const Kept<Referral> &referral)
{
    if (referral.value.state == ReferralState::Draft) {
        openWizard(referral);
        return;
    }
    if (referral.value.state == ReferralState::NotSent) {
        m_navigator.say(tr("This one was never handed over; make a new referral"));
        return;
    }
    m_referralView = new ReferralView(referral, m_services, m_navigator);
    connect(m_referralView, &ReferralView::left, this, &SharingPage::openLists, Qt::QueuedConnection);
    openPart(m_referralView);
    m_referralView->editor()->form()->editor(u"state"_s)->input()->setFocus();
}

/// A step of a referral is typed where the referral is shown.
void SharingPage::showForm(const RecordRef &record, const QString &part)
{
    const bool isStep = record.kind == QLatin1String(recordType<ReferralStep>().table) && record.id == 0;
    showRecord(isStep ? RecordRef{QString::fromLatin1(recordType<Referral>().table), part.toLongLong()} : record);
}

void SharingPage::showRecord(const RecordRef &record)
{
    const RecordType *type = kindOf(record.kind);
    const auto known = type && record.id > 0 ? m_services.records.one(*type, record.id) : Result<KeptRow>(Error{});
    if (record.id == 0 && type == &recordType<SharingAgreement>())
        openAgreement();
    else if (record.id == 0 && type == &recordType<Referral>())
        openReferral();
    else if (known && type == &recordType<LawfulReason>())
        completeLawfulReason(*known);
    else if (known && type == &recordType<ReferralStep>())
        showRecord({u"referral"_s, known->row.value(u"referral_id"_s).toLongLong()});
    else if (const auto referral = known && type == &recordType<Referral>() ? asKind<Referral>(*known) : Result<Kept<Referral>>(Error{}))
        openReferral(*referral);
}

void SharingPage::completeLawfulReason(const KeptRow &row)
{
    m_editor = genericEditor(m_services, recordType<LawfulReason>(), row, row.row);
    connect(
        m_editor, &RecordEditor::saved, this,
        [this] {
            m_navigator.say(tr("Saved"));
            openLists();
        },
        Qt::QueuedConnection);
    connect(m_editor, &RecordEditor::cancelled, this, &SharingPage::openLists, Qt::QueuedConnection);
    auto *card = new Card;
    card->body()->addWidget(m_editor);
    openPart(card);
    m_editor->form()->editor(u"told"_s)->input()->setFocus();
}

void SharingPage::printWhoHasMyData()
{
    const auto document = print::whoHasMyData(m_services, m_person);
    if (!document) {
        m_navigator.refuse(document.error());
        return;
    }
    if (document->heldBack > 0)
        m_navigator.say(tr("%1 left out: not yet told, or not safe to tell").arg(document->heldBack));
    m_navigator.preview({.document = document->document,
        .title = tr("Who has %1's data").arg(m_called),
        .fileName = u"who-has-my-data-"_s + m_number,
        .about = forThem(m_person, DisclosureKind::WhoHasMyData, m_called, {Category::Identity})});
}

} // namespace keywork
