// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/treatment_picture.h"
#include "core/services/records/records.h"
#include "core/services/sharing/agreements.h"
#include "core/services/sharing/referrals.h"
#include "ui/pages/sharing/referral_wizard.h"
#include "ui/text/words.h"
#include "ui/text/words_treatment.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/page_view.h"
#include "ui/widgets/parts.h"

#include <QCheckBox>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kNarrowPage = 640; ///< pixels of a page at large text, where the window has no room for more
} // namespace

void ReferralWizard::buildTop(QVBoxLayout *layout)
{
    auto *top = wrappingLine(10);
    top->addWidget(label(tr("New referral"), "cardTitle"));
    m_title = label({}, "soft");
    top->addWidget(m_title);
    for (const QString &name : {tr("1 To whom"), tr("2 Why"), tr("3 What to share"), tr("4 Check and send")}) {
        m_chips.append(chip(name, "neutral"));
        top->addWidget(m_chips.last());
    }
    pushRight(top);
    m_back = button(tr("&Back"));
    m_back->setObjectName(u"referralBack"_s);
    connect(m_back, &QPushButton::clicked, this, &ReferralWizard::back);
    m_next = button(tr("&Next"), "primary");
    m_next->setObjectName(u"referralNext"_s);
    connect(m_next, &QPushButton::clicked, this, &ReferralWizard::next);
    top->addWidget(m_back);
    top->addWidget(m_next);
    layout->addLayout(top);
    m_message = label({}, "problem", true);
    m_message->setObjectName(u"referralMessage"_s);
    m_message->hide();
    layout->addWidget(m_message);
}

QWidget *ReferralWizard::buildWhom()
{
    auto *page = new QWidget;
    auto *columns = columnsOrRows(14);
    columns->setContentsMargins(0, 0, 0, 0);
    page->setLayout(columns);
    auto *whom = new Card(tr("To whom"));
    auto *agency = new ChoiceBox;
    m_agency = agency;
    m_agency->setObjectName(u"agency"_s);
    m_agency->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_agency->setMinimumContentsLength(24);
    auto *agencyLabel = label(tr("Agency"), "fieldLabel");
    agencyLabel->setBuddy(m_agency);
    whom->body()->addWidget(agencyLabel);
    whom->body()->addWidget(m_agency);
    whom->body()->addWidget(agency->inFull());
    whom->body()->addWidget(label(tr("An agency that is missing is written down under Partners."), "soft", true));
    whom->body()->addWidget(label(tr("For an ambulance crew, print the emergency sheet: it is in the line above."), "soft", true));
    whom->body()->addStretch();
    m_agencyFacts = new Card(tr("How to refer there"));
    columns->addWidget(whom, 1);
    columns->addWidget(m_agencyFacts, 1);
    connect(m_agency, &QComboBox::currentIndexChanged, this, [this] {
        m_ticks->setCodes({});
        m_lawful->setReason({});
        agencyChanged();
        m_draftTimer.start();
    });
    return page;
}

QWidget *ReferralWizard::buildWhy()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *why = new Card(tr("Why"));
    m_reason = new QPlainTextEdit;
    m_reason->setObjectName(u"why"_s);
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(Theme::scaled(150));
    auto *reasonLabel = label(tr("What %1 needs from them").arg(literal(m_called)), "fieldLabel");
    reasonLabel->setBuddy(m_reason);
    why->body()->addWidget(reasonLabel);
    why->body()->addWidget(m_reason);
    why->body()->addWidget(
        label(tr("What you type here leaves too, whatever is ticked in the next step. Name nobody else."), "problem", true));
    layout->addWidget(why);
    layout->addStretch();
    connect(m_reason, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_draftTimer.isActive())
            m_draftTimer.start();
    });
    return page;
}

QWidget *ReferralWizard::besidePreview(QVBoxLayout *left, PageView **preview)
{
    auto *page = new QWidget;
    auto *columns = columnsOrRows(14);
    columns->setContentsMargins(0, 0, 0, 0);
    page->setLayout(columns);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(12);
    left->addStretch();
    auto *place = new QWidget;
    place->setLayout(left);
    QWidget *leftPlace = ownScroll(place, Sideways::Never);
    if (!Theme::isLarge())
        leftPlace->setFixedWidth(Theme::scaled(430));
    columns->addWidget(leftPlace);
    *preview = new PageView;
    (*preview)->setPageWidth(Theme::isLarge() ? kNarrowPage : Theme::scaled(520));
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(*preview);
    scroll->setAccessibleName(tr("The pages as they will leave"));
    scroll->setMinimumHeight(Theme::isLarge() ? Theme::scaled(300) : 0);
    columns->addWidget(scroll, 1);
    return page;
}

QWidget *ReferralWizard::buildWhat()
{
    auto *left = new QVBoxLayout;
    m_consent = new Card(tr("Agreement to share"));
    m_basis = label({}, "", true);
    m_basis->setObjectName(u"basis"_s);
    m_consent->body()->addWidget(m_basis);
    m_askNow = button(tr("Record %1's agreement now").arg(literal(m_called)));
    m_askNow->setObjectName(u"recordAgreement"_s);
    m_askNow->setToolTip(tr("What you typed waits, and you come back to it"));
    connect(m_askNow, &QPushButton::clicked, this, [this] {
        keepDraft();
        Q_EMIT agreementWanted({m_agency->currentData().toLongLong()}, m_draft);
    });
    m_consent->body()->addWidget(m_askNow, 0, Qt::AlignLeft);
    left->addWidget(m_consent);
    auto *share = new Card(tr("Share only what they need"));
    m_ticks = new CategoryTicks;
    share->body()->addWidget(m_ticks);
    share->body()->addWidget(label(tr("What you typed under “Why” leaves too."), "problem", true));
    m_lawfulHint = label(tr("Need to share what is not agreed, to keep somebody safe?"), "soft", true);
    share->body()->addWidget(m_lawfulHint);
    m_lawfulLink = button(tr("Record the &lawful reason"), "link");
    m_lawfulLink->setObjectName(u"recordLawfulReason"_s);
    m_lawfulLink->setToolTip(tr("A manager is told and looks at it within a day."));
    share->body()->addWidget(m_lawfulLink, 0, Qt::AlignLeft);
    m_lawful = new LawfulPart;
    m_lawful->hide();
    share->body()->addWidget(m_lawful);
    left->addWidget(share);
    connect(m_lawfulLink, &QPushButton::clicked, this, &ReferralWizard::shareLawfully);
    const auto edited = [this] {
        whatChanged();
        if (!m_draftTimer.isActive())
            m_draftTimer.start();
    };
    connect(m_ticks, &CategoryTicks::changed, this, edited);
    connect(m_lawful, &LawfulPart::changed, this, edited);
    return besidePreview(left, &m_preview);
}

QWidget *ReferralWizard::buildSend()
{
    auto *left = new QVBoxLayout;
    auto *check = new Card(tr("Read it once as they will"));
    m_fingerprint = label({}, "soft", true);
    check->body()->addWidget(m_fingerprint);
    check->body()->addWidget(label(tr("This leaves, as pages and as the same data, and nothing else. Go back to change it."), "", true));
    left->addWidget(check);
    auto *how = new Card(tr("How it leaves"));
    m_leaving = new LeavingPart;
    how->body()->addWidget(m_leaving);
    left->addWidget(how);
    return besidePreview(left, &m_pages);
}

void ReferralWizard::agencyChanged()
{
    m_agencyFacts->clear();
    const Id<Agency> id{m_agency->currentData().toLongLong()};
    if (const auto agency = m_services.records.one(id)) {
        const auto add = [this](const QString &text, const char *look) {
            if (!text.isEmpty())
                m_agencyFacts->body()->addWidget(label(text, look, true));
        };
        add(agency->value.telephone, "strong");
        add(agency->value.howToRefer, "");
        add(agency->value.hours, "soft");
        const auto person = m_services.records.one(m_person);
        if (agency->value.category.code == u"drug_alcohol_treatment" && person && person->value.gpRegistered.code != u"yes") {
            add(tr("%1 is not known to be registered with a local GP: specialist treatment asks for one (Homeless Link 2019). The "
                   "referral can go all the same.")
                    .arg(m_called),
                "problem");
            if (const auto gate = gpGateOf(m_services.records, person->value))
                add(words::gpNearest(*gate), "soft");
        }
        const auto time = m_services.referrals.waitingTime(id);
        if (time && time->seen > 0)
            add(tr("Seen after %1 days on average (%2 of our %3 referrals).")
                    .arg(qRound(time->meanDaysToFirstSeen))
                    .arg(time->seen)
                    .arg(time->referrals),
                "soft");
    }
    m_agencyFacts->body()->addStretch();
    const AgreedScope agreed = scope();
    m_lawful->hide(); // it was written about another agency
    m_lawfulLink->show();
    m_lawfulHint->setText(tr("Need to share what is not agreed, to keep somebody safe?"));
    m_ticks->allow(agreed.categories);
    QStringList shared;
    QStringList withheld;
    for (const Category category : Agreements::offered())
        (agreed.categories.contains(category) ? shared : withheld).append(words::shortLabelFor(category));
    const QString agency = m_agency->currentText();
    if (agreed.categories.empty()) {
        m_consent->setSoft({});
        m_basis->setText(tr("%1 has not agreed that anything is shared with %2.").arg(m_called, agency));
    } else {
        m_consent->setSoft(tr("valid to %1").arg(words::date(*agreed.agreement->value.untilOn)));
        m_basis->setText(tr("%1 agreed on %2 to share %3 with %4. Not agreed: %5.")
                             .arg(m_called, words::date(agreed.agreement->value.fromOn), shared.join(u", "_s), agency,
                                 withheld.isEmpty() ? tr("nothing") : withheld.join(u", "_s)));
    }
    m_askNow->setVisible(agreed.categories.empty() && m_services.records.mayAdd(recordType<SharingAgreement>()));
    m_consent->setProperty("edge", agreed.categories.empty() ? u"attention"_s : u"done"_s);
    m_consent->style()->unpolish(m_consent); // takes the new edge
    m_consent->style()->polish(m_consent);
    if (const auto person = m_services.records.one(m_person); person && person->value.maySayLivesHere.code == u"no")
        m_basis->setText(m_basis->text() + u"\n\n"_s
            + tr("%1 does not want it told that they live here, and the house's name stands on the pages. Ask them first.").arg(m_called));
    if (agreed.categories.contains(Category::Identity))
        m_ticks->box(Category::Identity)->setChecked(true);
}

} // namespace keywork
