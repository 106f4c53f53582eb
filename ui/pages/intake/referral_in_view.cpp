// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/intake/referral_in_view.h"

#include "core/services/care/intake.h"
#include "core/services/records/drafts.h"
#include "core/services/records/records.h"
#include "core/services/sharing/referrals_in.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/intake/criteria_part.h"
#include "ui/pages/intake/intake_prints.h"
#include "ui/pages/intake/new_referral.h"
#include "ui/pages/residents/on_file_already.h"
#include "ui/text/words.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

} // namespace

ReferralInView::ReferralInView(const Kept<ReferralIn> &referral, const Services &services, const Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_referral(referral)
    , m_services(services)
    , m_navigator(navigator)
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto *columns = columnsOrRows(14);
    whole->addLayout(columns);
    columns->addWidget(ownScroll(makeForm()), 3);
    auto *right = new QWidget;
    auto *cards = new QVBoxLayout(right);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(14);
    m_who = new Card(tr("Who it is about"));
    addPerson(m_who);
    cards->addWidget(m_who);
    auto *decision = new Card(tr("On paper"));
    addLetter(decision);
    cards->addWidget(decision);
    if (!referral.value.content.isEmpty()) {
        auto *written = new Card(tr("What they wrote"), tr("as it came, not checked"));
        addWritten(written, {}, referral.value.content);
        cards->addWidget(written);
    }
    cards->addStretch();
    columns->addWidget(ownScroll(right), 2);
}

QString ReferralInView::standing() const
{
    const ReferralIn &referral = m_referral.value;
    QStringList parts{referral.number, words::labelFor(referral.state)};
    if (isOpen(referral.state))
        parts.append(tr("waiting for %n day(s)", "", int(referral.receivedOn.daysTo(m_services.records.today()))));
    return parts.join(u" · "_s);
}

QWidget *ReferralInView::makeForm()
{
    auto *card = new Card(m_referral.value.personName, standing());
    const Row start = toRow(m_referral.value);
    RecordEditor::Setup setup{.type = recordType<ReferralIn>(),
        .title = {},
        .start = start,
        .place = {u"referral_in"_s, m_referral.id.value, m_referral.value.personId.value},
        .save = {}};
    CriteriaPart *part = nullptr;
    if (m_referral.value.personId) { // criteria are held against somebody whom the house has on file
        const auto lines = m_services.intake.criteriaAt(m_referral);
        part = new CriteriaPart(lines ? *lines : QList<CriterionLine>(), m_services);
        setup.extra = part;
        setup.readExtra = [part] { return part->toDraft(); };
        setup.writeExtra = [part](const QJsonObject &draft) { part->fromDraft(draft); };
        setup.showExtra = [part](const Violations &violations) { return part->showViolations(violations); };
        setup.doubt = [part](const Row &row) {
            const QStringList open = part->notMet();
            const bool accepts = row.text(u"state"_s) == QLatin1String(codeOf(ReferralInState::Accepted));
            return accepts && !open.isEmpty() ? tr("Not met, and not waived: %1. Accept all the same?").arg(open.join(u"; "_s)) : QString();
        };
    }
    setup.save = [this, part](const Row &row) { return save(row, part ? part->answers() : QList<CriterionAnswer>()); };
    setup.stored = [&records = m_services.records, id = m_referral.id]() -> std::optional<Row> {
        const auto now = records.one(recordType<ReferralIn>(), id.value);
        return now ? std::optional(now->row) : std::nullopt;
    };
    m_editor = new RecordEditor(setup, m_services);
    if (part)
        connect(part, &CriteriaPart::edited, m_editor, &RecordEditor::markEdited);
    connect(m_editor, &RecordEditor::saved, this, &ReferralInView::saved, Qt::QueuedConnection);
    connect(m_editor, &RecordEditor::cancelled, this, &ReferralInView::cancelled, Qt::QueuedConnection);
    card->body()->addWidget(m_editor);
    return card;
}

Done ReferralInView::save(const Row &row, const QList<CriterionAnswer> &answers)
{
    const auto typedIn = recordType<ReferralIn>().fromRow(row);
    if (!typedIn)
        return invalid(m_services.records.check(row));
    auto now = m_services.records.one(m_referral.id);
    if (!now)
        return now.error();
    now->value = *typedIn;
    const auto kept = m_services.intake.save(*now, answers);
    return kept ? Done() : Done(kept.error());
}

void ReferralInView::addPerson(Card *card)
{
    const Id<Person> person = m_referral.value.personId;
    if (!person) {
        card->body()->addWidget(label(tr("Nobody is on file for it yet."), "soft", true));
        auto *begin = button(tr("Begin their &record…"), "primary");
        begin->setObjectName(u"beginRecord"_s);
        begin->setToolTip(tr("The name, the birth date and the telephone are filled in, to be checked."));
        begin->setEnabled(m_services.records.mayAdd(recordType<Person>()));
        connect(begin, &QPushButton::clicked, this, &ReferralInView::beginRecord, Qt::QueuedConnection);
        card->body()->addWidget(begin, 0, Qt::AlignLeft);
        if (!m_services.drafts.at({u"referral_in"_s, m_referral.id.value, 0, u"person"_s}).isEmpty())
            beginRecord(); // it was typed earlier
        return;
    }
    auto *open = button(tr("Open their record"), "link");
    open->setObjectName(u"openPerson"_s);
    connect(
        open, &QPushButton::clicked, this, [this, person] { m_navigator.openResident(person); }, Qt::QueuedConnection);
    card->body()->addWidget(open);
    auto *appointments = button(tr("Appointments before they come"), "link");
    appointments->setObjectName(u"referralAppointments"_s);
    connect(
        appointments, &QPushButton::clicked, this, [this, person] { m_navigator.visit(residentVisit(person.value, u"appointments"_s)); },
        Qt::QueuedConnection);
    card->body()->addWidget(appointments);
    auto *wayIn = button(tr("Their way in"), "link");
    wayIn->setObjectName(u"referralWayIn"_s);
    connect(
        wayIn, &QPushButton::clicked, this, [this, person] { m_navigator.visit(residentVisit(person.value, u"way-in"_s)); },
        Qt::QueuedConnection);
    card->body()->addWidget(wayIn);
}

void ReferralInView::beginRecord()
{
    m_who->clear();
    RecordEditor::Setup setup{.type = recordType<Person>(),
        .title = tr("Their record"),
        .start = m_services.referralsIn.startOf(m_referral),
        .place = {u"referral_in"_s, m_referral.id.value, 0, u"person"_s},
        .hidden = NewReferral::askedLater(),
        .save = [this](const Row &row) -> Done {
            const auto person = recordType<Person>().fromRow(row);
            if (!person)
                return invalid(m_services.records.check(row));
            const auto kept = m_services.intake.takeOnFile(m_referral.id, *person);
            return kept ? Done() : Done(kept.error());
        },
        .saveText = tr("Take on file"),
        .doubt = [this](const Row &row) { return m_onFile ? m_onFile->likelyDouble(row) : QString(); }};
    auto *editor = new RecordEditor(setup, m_services);
    m_who->body()->addWidget(editor);
    m_onFile = new OnFileAlready(editor->form(), m_services, OnFileAlready::Offer::ThisIsThem);
    m_who->body()->addWidget(m_onFile);
    m_onFile->look(); // the name is there before anything is typed
    m_onFile->noteLooked();
    connect(editor, &RecordEditor::saved, m_onFile, &OnFileAlready::noteLooked);
    connect(editor, &RecordEditor::saved, this, &ReferralInView::saved, Qt::QueuedConnection);
    connect(
        editor, &RecordEditor::cancelled, this,
        [this] {
            m_who->clear();
            addPerson(m_who);
        },
        Qt::QueuedConnection);
    connect(m_onFile, &OnFileAlready::chosen, this, [this](Id<Person> person) {
        const auto kept = m_services.intake.takeOnFile(m_referral.id, person);
        m_navigator.answer(kept, tr("Saved"));
        if (kept)
            Q_EMIT saved();
    });
    editor->form()->focusFirst();
}

void ReferralInView::addLetter(Card *card)
{
    auto *letter = button(tr("Letter with the decision"), "link");
    letter->setObjectName(u"printDecision"_s);
    letter->setEnabled(isDecision(m_referral.value.state) && m_referral.value.personId);
    connect(
        letter, &QPushButton::clicked, this, [this] { previewDecision(m_referral.id, m_services, m_navigator); }, Qt::QueuedConnection);
    card->body()->addWidget(letter);
    auto *blank = button(tr("Blank referral form for partners"), "link");
    blank->setObjectName(u"printBlankReferral"_s);
    connect(
        blank, &QPushButton::clicked, this, [this] { previewBlankReferral(m_services, m_navigator); }, Qt::QueuedConnection);
    card->body()->addWidget(blank);
}

void ReferralInView::addWritten(Card *card, const QString &title, const QString &text)
{
    if (!title.isEmpty())
        card->body()->addWidget(label(title, "fieldLabel"));
    auto *shown = label(text, "", true);
    shown->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    card->body()->addWidget(shown);
}

} // namespace keywork
