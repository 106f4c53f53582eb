// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/anniversary.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/agreements.h"
#include "core/services/sharing/disclosures.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/sharing/category_ticks.h"
#include "ui/pages/sharing/sharing_page.h"
#include "ui/print/sharing_documents.h"
#include "ui/text/words.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

#include <QStackedLayout>
#include <set>

using namespace Qt::StringLiterals;

namespace keywork {

void SharingPage::reloadAgreements()
{
    m_agreements->clear();
    // With those entered in error: the latest word counts, and after one of these nothing leaves.
    auto agreements = m_services.records.all<SharingAgreement>(
        {.filters = {{u"person_id"_s, Filter::Comparison::Equals, m_person.value}}, .withWithdrawn = true});
    const auto agencies = m_services.records.all<Agency>({.withWithdrawn = true});
    if (!agreements || !agencies)
        return;
    QHash<qint64, QString> names;
    for (const Kept<Agency> &agency : *agencies)
        names.insert(agency.id.value, agency.value.name);
    std::set<qint64> latest;
    std::sort(agreements->begin(), agreements->end(), [](const auto &a, const auto &b) { return b.id < a.id; });
    for (const Kept<SharingAgreement> &agreement : std::as_const(*agreements))
        if (latest.insert(agreement.value.agencyId.value).second)
            addAgreement(agreement, names.value(agreement.value.agencyId.value));
    if (latest.empty())
        m_agreements->body()->addWidget(label(tr("Nothing agreed yet. Without an agreement nothing is shared."), "soft", true));
    m_agreements->body()->addStretch();
}

void SharingPage::addAgreement(const Kept<SharingAgreement> &agreement, const QString &agency)
{
    const auto scope = m_services.agreements.scope(m_person, agreement.value.agencyId, m_services.records.today());
    const bool holds = scope && !scope->categories.empty();
    QStringList shared;
    if (holds)
        for (const Category category : scope->categories)
            shared.append(words::shortLabelFor(category));
    auto *row = columnsOrRows(8);
    auto *sentences = new QVBoxLayout;
    sentences->setSpacing(2);
    sentences->addWidget(label(breakable(agency), "strong", true));
    QString sentence = words::labelFor(agreement.value.state);
    if (agreement.withdrawn)
        sentence = tr("What was said on %1 was entered in error. Nothing leaves until %2 is asked anew.")
                       .arg(words::date(agreement.value.fromOn), m_called);
    else if (holds)
        sentence = tr("%1 agreed on %2 to share: %3.").arg(m_called, words::date(agreement.value.fromOn), shared.join(u", "_s));
    else if (agreement.value.state == AgreementState::CouldNotDecide && agreement.value.askAgainOn)
        sentence = tr("%1 could not decide on %2. Ask again from %3.")
                       .arg(m_called, words::date(agreement.value.fromOn), words::date(*agreement.value.askAgainOn));
    else if (agreement.value.withdrawnOn)
        sentence = tr("Withdrawn on %1.").arg(words::date(*agreement.value.withdrawnOn));
    sentences->addWidget(label(sentence, "soft", true));
    row->addLayout(sentences, 1);
    QLayout *beside = lineOrFlow(8); // of which nothing moves while somebody presses
    beside->setAlignment(Qt::AlignTop);
    beside->addWidget(holds ? chip(tr("until %1").arg(words::date(*agreement.value.untilOn)), "done")
                            : chip(agreement.withdrawn         ? tr("entered in error")
                                    : agreement.value.agrees() ? tr("lapsed")
                                                               : words::labelFor(agreement.value.state),
                                "attention"));
    if (holds) { // what is over is not printed as if it held
        auto *form = button(tr("Form…"), "link");
        form->setAccessibleName(tr("Print the agreement form for %1").arg(agency));
        form->setObjectName(u"agreementForm"_s);
        connect(form, &QPushButton::clicked, this, [this, agreement] {
            const auto categories = m_services.agreements.categoriesOf(agreement.id);
            printAgreement(agreement.value, categories ? *categories : std::set<Category>());
        });
        beside->addWidget(form);
        addWithdrawal(beside, agreement, agency);
    }
    row->addLayout(beside);
    m_agreements->body()->addLayout(row);
    m_agreements->body()->addWidget(rule());
}

/// Two presses: as easy as it was given, and no slip. What is asked stays until it is answered or the page is left, and
/// takes no other room than before.
void SharingPage::addWithdrawal(QLayout *line, const Kept<SharingAgreement> &agreement, const QString &agency)
{
    const QString first = tr("Withdraw");
    const QString sure = tr("Press again: sharing stops now");
    auto *withdraw = button(sure, "link");
    withdraw->ensurePolished();
    withdraw->setFixedWidth(withdraw->sizeHint().width()); // for the longer of the two
    const bool isAsked = m_asked == agreement.id;
    withdraw->setText(isAsked ? sure : first);
    withdraw->setAccessibleName(tr("Withdraw the agreement with %1").arg(agency));
    withdraw->setObjectName(u"withdraw"_s);
    auto *keep = button(tr("Keep sharing"), "link");
    keep->setObjectName(u"keepSharing"_s);
    keep->setAccessibleName(tr("Keep the agreement with %1").arg(agency));
    QSizePolicy policy = keep->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    keep->setSizePolicy(policy);
    if (!isAsked)
        keep->hide();
    connect(keep, &QPushButton::clicked, this, [this, withdraw, keep, first] {
        m_asked = {};
        withdraw->setText(first);
        withdraw->setFocus();
        keep->hide();
    });
    connect(withdraw, &QPushButton::clicked, this, [this, withdraw, keep, sure, agreement, agency] {
        if (keep->isHidden()) {
            m_asked = agreement.id; // also when the list is read anew meanwhile
            withdraw->setText(sure);
            keep->show();
            return;
        }
        const Done done = m_services.agreements.withdraw(agreement, {});
        m_navigator.answer(done, tr("Withdrawn; sharing is refused from now on"));
        if (done)
            showWithdrawn(agreement, agency);
    });
    line->addWidget(withdraw);
    line->addWidget(keep);
}

void SharingPage::showWithdrawn(const Kept<SharingAgreement> &agreement, const QString &agency)
{
    auto *card = new Card(tr("Sharing with %1 has stopped").arg(agency));
    const auto held = m_services.agreements.heldBy(m_person, agreement.value.agencyId);
    const bool nothing = !held || held->isEmpty();
    card->body()->addWidget(label(nothing ? tr("They hold nothing from us.") : tr("They already hold from us:"), "", true));
    if (held)
        for (const Kept<Disclosure> &left : *held)
            card->body()->addWidget(label(u"• %1: %2"_s.arg(words::date(m_services.records.clock().local(left.createdAt).date()),
                                              words::categories(left.value.sections)),
                "", true));
    auto *line = new QHBoxLayout;
    auto *letter = button(tr("&Letter to them…"), "primary");
    letter->setObjectName(u"withdrawalLetter"_s);
    connect(letter, &QPushButton::clicked, this, [this, agreement, agency] {
        const auto now = m_services.records.one(agreement.id);
        const auto document = print::withdrawalLetter(m_services, now ? now->value : agreement.value);
        if (!document) {
            m_navigator.refuse(document.error());
            return;
        }
        Disclosure about = forThem(m_person, DisclosureKind::WithdrawalLetter, agency, {Category::Identity});
        about.basis = DisclosureBasis::HouseWork;
        about.agencyId = agreement.value.agencyId;
        m_navigator.preview(
            {.document = *document, .title = tr("Letter to %1").arg(agency), .fileName = u"agreement-ended-"_s + m_number, .about = about});
    });
    auto *close = button(tr("&Done"));
    connect(close, &QPushButton::clicked, this, &SharingPage::openLists, Qt::QueuedConnection);
    line->addWidget(letter);
    line->addWidget(close);
    line->addStretch();
    card->body()->addLayout(line);
    card->body()->addStretch();
    openPart(card);
    letter->setFocus();
}

void SharingPage::printAgreement(const SharingAgreement &agreement, const std::set<Category> &ticked)
{
    const auto document = print::agreementForm(m_services, agreement, ticked);
    if (!document) {
        m_navigator.refuse(document.error());
        return;
    }
    m_navigator.preview({.document = *document,
        .title = tr("Agreement to share, to be signed"),
        .fileName = u"agreement-"_s + m_number,
        .about = forThem(m_person, DisclosureKind::AgreementForm, m_called, {Category::Identity})});
}

void SharingPage::openAgreement()
{
    askForAgreement({}, [this] { openLists(); });
}

void SharingPage::askForAgreement(Id<Agency> agency, const std::function<void()> &after)
{
    SharingAgreement agreement;
    agreement.personId = m_person;
    agreement.agencyId = agency;
    agreement.fromOn = m_services.records.today();
    const auto house = m_services.records.all<House>();
    const qint64 months = house && !house->isEmpty() ? house->first().value.agreementMonths : House().agreementMonths;
    // Never longer than the months that are agreed: to the last day of a month that is too short.
    agreement.untilOn = monthsAfter(m_services.records.today(), int(months), MonthEnd::LastDay);
    if (const auto wording = m_services.agreements.wording()) {
        agreement.wording = words::label(wording->text.toUtf8().constData());
        agreement.wordingVersion = wording->versionNumber;
    }
    auto *ticks = new CategoryTicks;
    auto *extra = new Card(tr("What may be shared"));
    extra->body()->addWidget(ticks);
    auto *print = button(tr("Print the form to be signed…"), "link");
    print->setObjectName(u"printNewAgreement"_s);
    extra->body()->addWidget(print);
    const Services services = m_services;
    m_editor
        = new RecordEditor({.type = recordType<SharingAgreement>(),
                               .title = tr("New agreement to share"),
                               .start = toRow(agreement),
                               .place = {u"sharing_agreement"_s, 0, m_person.value},
                               .save = [services, ticks](const Row &row) -> Done {
                                   const auto content = recordType<SharingAgreement>().fromRow(row);
                                   if (!content)
                                       return invalid(services.records.check(row));
                                   auto kept = services.agreements.record(*content, ticks->ticked());
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
    connect(print, &QPushButton::clicked, this, [this, ticks] {
        m_editor->keepDraftNow(); // the form waits where it was left
        if (const auto typed = recordType<SharingAgreement>().fromRow(m_editor->form()->row()))
            printAgreement(*typed, ticks->ticked());
    });
    auto *card = new Card;
    card->body()->addWidget(m_editor);
    connect(
        m_editor, &RecordEditor::saved, this,
        [this, after] {
            m_navigator.say(tr("Saved"));
            after();
        },
        Qt::QueuedConnection);
    connect(m_editor, &RecordEditor::cancelled, this, after, Qt::QueuedConnection);
    openPart(ownScroll(card));
    m_editor->form()->editor(agency ? u"state"_s : u"agency_id"_s)->input()->setFocus();
}

} // namespace keywork
