// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sharing/sharing_page.h"

#include "ui/forms/record_editor.h"
#include "ui/forms/record_table.h"
#include "ui/print/referral_document.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/file_question.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/page_view.h"
#include "ui/widgets/parts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStackedLayout>
#include <QStyle>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace keywork {

SharingPage::SharingPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_person(person)
{
    m_stack = new QStackedLayout(this);
    buildLists();
    m_editorPlace = new QWidget;
    (new QVBoxLayout(m_editorPlace))->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(m_editorPlace);
    buildReferral();
}

SharingPage::~SharingPage()
{
    if (m_draftTimer.isActive())
        keepReferralDraft();
}

QString SharingPage::referralDraft() const { return u"referral/new/"_s + QString::number(m_person.value); }

void SharingPage::keepReferralDraft()
{
    m_draftTimer.stop();
    const QString why = m_reason->toPlainText();
    const Done kept = why.isEmpty() ? m_services.records.discardDraft(referralDraft())
                                    : m_services.records.keepDraft(referralDraft(), {{u"why"_s, why}});
    if (!kept)
        m_message->setText(words::error(kept.error()));
}

void SharingPage::buildLists()
{
    auto *lists = new QWidget;
    auto *layout = new QVBoxLayout(lists);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    m_agreements = new Card(tr("Agreements to share"), tr("per agency; the latest word holds"));
    auto *agree = button(tr("New &agreement"));
    agree->setObjectName(u"newAgreement"_s);
    connect(agree, &QPushButton::clicked, this, &SharingPage::openAgreement);
    m_agreements->addToTitle(agree);
    auto *refer = button(tr("New re&ferral"), "primary");
    refer->setObjectName(u"newReferral"_s);
    connect(refer, &QPushButton::clicked, this, &SharingPage::openReferral);
    m_agreements->addToTitle(refer);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_agreements);
    scroll->setMinimumHeight(Theme::isLarge() ? Theme::scaled(200) : 0);
    layout->addWidget(scroll, 1);
    auto *lower = new QVBoxLayout; // one below the other: their columns need the width
    lower->setSpacing(14);
    auto *referrals = new Card(tr("Referrals"));
    m_referrals = new RecordTable(recordType<Referral>(), m_services);
    m_referrals->filter()->hide();
    m_referrals->setEmptyText(tr("No referral yet. “New referral” makes the first."));
    referrals->body()->addWidget(m_referrals);
    lower->addWidget(referrals);
    auto *left = new Card(tr("What left"), tr("to whom and why"));
    m_disclosures = new RecordTable(recordType<Disclosure>(), m_services);
    m_disclosures->filter()->hide();
    m_disclosures->setEmptyText(tr("Nothing has left yet. Prints and referrals stand here by themselves."));
    left->body()->addWidget(m_disclosures);
    lower->addWidget(left);
    layout->addLayout(lower, 2);
    m_stack->addWidget(lists);
}

void SharingPage::buildReferral()
{
    m_referral = new QWidget;
    auto *layout = new QVBoxLayout(m_referral);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    auto *top = new QHBoxLayout;
    top->addWidget(label(tr("New referral"), "cardTitle"));
    m_message = label({}, "problem");
    top->addWidget(m_message, 1);
    auto *back = button(tr("&Back"));
    connect(back, &QPushButton::clicked, this, &SharingPage::backToLists);
    m_handOver = button(tr("Ha&nd over as PDF…"), "primary");
    m_handOver->setObjectName(u"handOver"_s);
    connect(m_handOver, &QPushButton::clicked, this, &SharingPage::chooseFolder);
    top->addWidget(back);
    top->addWidget(m_handOver);
    layout->addLayout(top);
    auto *columns = columnsOrRows(14);
    auto *left = new QVBoxLayout;
    left->setSpacing(12);
    left->setContentsMargins(0, 0, 0, 0);
    auto *whom = new Card(tr("To whom, and why"));
    m_agency = new QComboBox;
    m_agency->setObjectName(u"agency"_s);
    keepFromWheel(m_agency);
    m_agency->setAccessibleName(tr("Agency"));
    auto *agencyLabel = label(tr("Agency"), "fieldLabel");
    agencyLabel->setBuddy(m_agency);
    m_reason = new QPlainTextEdit;
    m_reason->setObjectName(u"why"_s);
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(Theme::scaled(80));
    auto *reasonLabel = label(tr("Why"), "fieldLabel");
    reasonLabel->setBuddy(m_reason);
    whom->body()->addWidget(agencyLabel);
    whom->body()->addWidget(m_agency);
    whom->body()->addWidget(reasonLabel);
    whom->body()->addWidget(m_reason);
    whom->body()->addWidget(label(tr("What you type under “Why” leaves too."), "problem", true));
    left->addWidget(whom);
    auto *share = new Card(tr("Share only what they need"));
    m_basis = label({}, "soft", true);
    share->body()->addWidget(m_basis);
    m_ticks = new CategoryTicks;
    share->body()->addWidget(m_ticks);
    left->addWidget(share);
    left->addStretch();
    auto *leftPlace = new QWidget;
    leftPlace->setLayout(left);
    auto *leftScroll = new QScrollArea;
    leftScroll->setWidgetResizable(true);
    leftScroll->setWidget(leftPlace);
    if (!Theme::isLarge())
        leftScroll->setFixedWidth(Theme::scaled(430));
    leftScroll->setMinimumHeight(Theme::isLarge() ? Theme::scaled(260) : 0);
    leftScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    columns->addWidget(leftScroll);
    m_preview = new PageView;
    m_preview->setPageWidth(Theme::scaled(520));
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_preview);
    scroll->setMinimumHeight(leftScroll->minimumHeight());
    columns->addWidget(scroll, 1);
    layout->addLayout(columns, 1);
    m_stack->addWidget(m_referral);
    connect(m_agency, &QComboBox::currentIndexChanged, this, &SharingPage::referralChanged);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &SharingPage::referralChanged);
    connect(m_ticks, &CategoryTicks::changed, this, &SharingPage::referralChanged);
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(1500);
    connect(&m_draftTimer, &QTimer::timeout, this, &SharingPage::keepReferralDraft);
    connect(m_reason, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_draftTimer.isActive())
            m_draftTimer.start();
    });
}

void SharingPage::reload()
{
    if (const auto person = m_services.records.one(m_person))
        m_called = person->value.shortName();
    reloadAgreements();
    const ListRequest ofPerson{.filters = {{u"person_id"_s, Filter::Comparison::Equals, m_person.value}}};
    m_referrals->reload(ofPerson);
    m_disclosures->reload(ofPerson);
}

void SharingPage::reloadAgreements()
{
    m_agreements->clear();
    const auto agreements = m_services.records.of<SharingAgreement>("person_id", m_person);
    const auto agencies = m_services.records.all<Agency>({.withWithdrawn = true});
    if (!agreements || !agencies)
        return;
    QHash<qint64, QString> names;
    for (const Kept<Agency> &agency : *agencies)
        names.insert(agency.id.value, agency.value.name);
    std::set<qint64> latest;
    QList<Kept<SharingAgreement>> newestFirst = *agreements;
    std::sort(newestFirst.begin(), newestFirst.end(), [](const auto &a, const auto &b) { return b.id < a.id; });
    for (const Kept<SharingAgreement> &agreement : std::as_const(newestFirst)) {
        if (!latest.insert(agreement.value.agencyId.value).second)
            continue;
        const auto scope = m_services.sharing.scope(m_person, agreement.value.agencyId, m_services.records.today());
        const bool holds = scope && !scope->categories.empty();
        QStringList shared;
        if (holds)
            for (const Category category : scope->categories)
                shared.append(words::shortLabelFor(category));
        auto *row = new QHBoxLayout;
        auto *sentences = new QVBoxLayout;
        sentences->setSpacing(2);
        sentences->addWidget(label(names.value(agreement.value.agencyId.value), "strong"));
        sentences->addWidget(
            label(holds ? tr("%1 agreed on %2 to share: %3.").arg(m_called, words::date(agreement.value.fromOn), shared.join(u", "_s))
                        : words::labelFor(agreement.value.state),
                "soft", true));
        row->addLayout(sentences, 1);
        const bool agreed = agreement.value.agrees();
        if (holds)
            row->addWidget(chip(tr("until %1").arg(words::date(*agreement.value.untilOn)), "done"), 0, Qt::AlignTop);
        else
            row->addWidget(chip(agreed ? tr("lapsed") : words::labelFor(agreement.value.state), "attention"), 0, Qt::AlignTop);
        if (holds) {
            auto *withdraw = button(tr("Withdraw"), "link");
            withdraw->setAccessibleName(tr("Withdraw the agreement with %1").arg(names.value(agreement.value.agencyId.value)));
            withdraw->setObjectName(u"withdraw"_s);
            // Two clicks: as easy as it was given, and no slip.
            connect(withdraw, &QPushButton::clicked, this, [this, withdraw, agreement] {
                if (!withdraw->property("sure").toBool()) {
                    withdraw->setProperty("sure", true);
                    withdraw->setText(tr("Press again: sharing stops now"));
                    return;
                }
                const Done done = m_services.sharing.withdraw(agreement, {});
                m_navigator.say(done ? tr("Withdrawn; sharing is refused from now on") : words::error(done.error()));
            });
            row->addWidget(withdraw, 0, Qt::AlignTop);
        }
        m_agreements->body()->addLayout(row);
        m_agreements->body()->addWidget(rule());
    }
    if (latest.empty())
        m_agreements->body()->addWidget(label(tr("Nothing agreed yet. Without an agreement nothing is shared."), "soft", true));
    m_agreements->body()->addStretch();
}

void SharingPage::openAgreement()
{
    emptyLayout(m_editorPlace->layout());
    SharingAgreement agreement;
    agreement.personId = m_person;
    agreement.fromOn = m_services.records.today();
    const auto house = m_services.records.all<House>();
    const qint64 months = house && !house->isEmpty() ? house->first().value.agreementMonths : House().agreementMonths;
    agreement.untilOn = m_services.records.today().addMonths(int(months));
    agreement.wording
        = tr("I agree that the staff of this hostel share what is ticked with the agency named here, for my support and care. "
             "I can change my mind at any time, and it does not affect my place here.");
    auto *ticks = new CategoryTicks;
    auto *extra = new Card(tr("What may be shared"));
    extra->body()->addWidget(ticks);
    const Services services = m_services;
    m_editor
        = new RecordEditor({.type = recordType<SharingAgreement>(),
                               .title = tr("New agreement to share"),
                               .start = toRow(agreement),
                               .place = u"sharing_agreement/"_s + QString::number(m_person.value),
                               .save = [services, ticks](const Row &row) -> Done {
                                   const auto content = recordType<SharingAgreement>().fromRow(row);
                                   if (!content)
                                       return invalid(services.records.check(row));
                                   auto kept = services.sharing.record(*content, ticks->ticked());
                                   return kept ? Done() : Done(kept.error());
                               },
                               .extra = extra,
                               .readExtra =
                                   [ticks] {
                                       return QJsonObject{{u"ticked"_s, ticks->codes()}};
                                   },
                               .writeExtra = [ticks](const QJsonObject &kept) { ticks->setCodes(kept.value(u"ticked"_s).toString()); }},
            m_services);
    connect(ticks, &CategoryTicks::changed, m_editor, &RecordEditor::markEdited);
    auto *card = new Card;
    card->body()->addWidget(m_editor);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(card);
    m_editorPlace->layout()->addWidget(scroll);
    m_stack->setCurrentWidget(m_editorPlace);
    connect(m_editor, &RecordEditor::saved, this, [this] {
        m_navigator.say(tr("Saved"));
        backToLists();
    });
    connect(m_editor, &RecordEditor::cancelled, this, &SharingPage::backToLists);
    m_editor->form()->editor(u"agency_id"_s)->input()->setFocus();
}

void SharingPage::backToLists()
{
    emptyLayout(m_editorPlace->layout());
    m_editor = nullptr;
    m_stack->setCurrentIndex(0);
    reload();
}

void SharingPage::openReferral()
{
    {
        const QSignalBlocker blocked(m_agency);
        m_agency->clear();
        if (const auto agencies = m_services.records.all<Agency>())
            for (const Kept<Agency> &agency : *agencies)
                m_agency->addItem(agency.value.name, agency.id.value);
        // Opens on an agency that may be told something.
        for (int i = 0; i < m_agency->count(); ++i) {
            const auto scope = m_services.sharing.scope(m_person, {m_agency->itemData(i).toLongLong()}, m_services.records.today());
            if (scope && !scope->categories.empty()) {
                m_agency->setCurrentIndex(i);
                break;
            }
        }
    }
    {
        const QSignalBlocker blocked(m_reason);
        m_reason->setPlainText(m_services.records.draft(referralDraft()).value(u"why"_s).toString());
    }
    m_message->clear();
    referralChanged();
    m_stack->setCurrentWidget(m_referral);
    m_agency->setFocus();
}

void SharingPage::referralChanged()
{
    const Id<Agency> agency{m_agency->currentData().toLongLong()};
    const auto scope = m_services.sharing.scope(m_person, agency, m_services.records.today());
    const std::set<Category> allowed = scope ? scope->categories : std::set<Category>();
    m_ticks->allowOnly(allowed);
    if (allowed.empty())
        m_basis->setText(tr("%1 has not agreed to share anything with this agency.").arg(m_called));
    else
        m_basis->setText(tr("%1 agreed on %2, until %3.")
                             .arg(m_called, words::date(scope->agreement->value.fromOn), words::date(*scope->agreement->value.untilOn)));
    const auto content = m_services.sharing.content(m_person, agency, m_reason->toPlainText(), m_ticks->ticked());
    m_handOver->setEnabled(bool(content));
    m_preview->setVisible(bool(content));
    m_message->setText(content ? QString()
            : allowed.empty()  ? words::error({ErrorKind::NotAgreed, {}, {}})
                               : tr("Tick what they need and say why."));
    if (content)
        m_preview->setDocument(print::referralDocument(*content));
}

Done SharingPage::handOver(const QString &folder)
{
    const print::PdfRenderer renderer;
    const auto sent = m_services.sharing.handOver(
        m_person, {m_agency->currentData().toLongLong()}, m_reason->toPlainText(), m_ticks->ticked(), renderer, folder);
    if (!sent) {
        m_message->setText(words::error(sent.error()));
        return sent.error();
    }
    m_reason->clear();
    keepReferralDraft();
    m_navigator.say(tr("%1 handed over").arg(sent->referral.value.number));
    backToLists();
    return {};
}

void SharingPage::chooseFolder()
{
    askForFile(this, {.title = tr("Where to put the PDF"), .wanted = FileQuestion::Wanted::Folder},
        [this](const QString &folder) { Q_UNUSED(bool(handOver(folder))); });
}

} // namespace keywork
