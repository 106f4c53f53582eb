// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/intake/way_in_page.h"

#include "core/services/care/move_on.h"
#include "core/services/records/records.h"
#include "ui/forms/generic_editor.h"
#include "ui/pages/guidance/tolerance_card.h"
#include "ui/pages/intake/intake_prints.h"
#include "ui/pages/intake/referral_in_view.h"
#include "ui/text/words.h"
#include "ui/text/words_move_on.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QStringList kAskedAtTheDoor{u"arrived_on"_s, u"arrived_time"_s, u"room_id"_s};

QStringList allBut(const QStringList &asked)
{
    QStringList rest;
    for (const Field &field : recordType<Stay>().fields)
        if (const QString column = QString::fromLatin1(field.column); !asked.contains(column))
            rest.append(column);
    return rest;
}

} // namespace

WayInPage::WayInPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_person(person)
{
    m_stack = new PageStack(this);
}

bool WayInPage::isTyping() const { return (m_arriving && m_arriving->isTouched()) || (m_stay && m_stay->isTouched()) || m_referral; }

void WayInPage::reload()
{
    if (!isTyping()) // what somebody types stays on the screen
        build();
}

void WayInPage::build()
{
    m_arriving = nullptr;
    m_stay = nullptr;
    if (m_overview) {
        m_stack->removeWidget(m_overview);
        m_overview->hide();
        m_overview->deleteLater();
    }
    m_overview = new QWidget;
    m_stack->addWidget(m_overview);
    m_stack->setCurrentWidget(m_overview);
    auto *whole = new QVBoxLayout(m_overview);
    whole->setContentsMargins(0, 0, 0, 0);
    auto *columns = columnsOrRows(14);
    whole->addLayout(columns);
    auto *left = new QWidget;
    auto *forms = new QVBoxLayout(left);
    forms->setContentsMargins(0, 0, 0, 0);
    forms->setSpacing(14);
    auto *right = new QWidget;
    auto *beside = new QVBoxLayout(right);
    beside->setContentsMargins(0, 0, 0, 0);
    beside->setSpacing(14);
    const auto arrival = m_services.intake.arrivalOf(m_person);
    const bool hasStay = arrival && *arrival;
    if (!hasStay || (*arrival)->stay.value.leftOn)
        addPlan(forms);
    if (hasStay) {
        const Arrival &theirs = **arrival;
        addReturn(forms, theirs);
        if (!theirs.stay.value.arrivedOn && m_services.records.mayChange(recordType<Stay>()))
            addArriving(forms, theirs);
        addSteps(forms, theirs);
        addStay(forms, theirs);
        addOpen(beside, theirs);
    }
    addReferrals(beside);
    addPapers(beside, hasStay);
    if (QWidget *holds = hasStay ? toleranceCard(m_services, m_navigator) : nullptr)
        beside->addWidget(holds);
    forms->addStretch();
    beside->addStretch();
    columns->addWidget(ownScroll(left), 3);
    columns->addWidget(ownScroll(right), 2);
}

void WayInPage::addPlan(QVBoxLayout *layout)
{
    auto *card = new Card(tr("No stay is planned"));
    card->body()->addWidget(label(
        tr("An accepted referral plans one by itself. Without a referral, plan it here and give the room when they come."), "soft", true));
    auto *plan = button(tr("Plan a sta&y"));
    plan->setObjectName(u"planStay"_s);
    plan->setEnabled(m_services.records.mayAdd(recordType<Stay>()));
    connect(plan, &QPushButton::clicked, this, [this] {
        const auto planned = m_services.intake.plan(m_person);
        m_navigator.answer(planned, tr("Saved"));
        QTimer::singleShot(0, this, &WayInPage::reload); // it takes this button down
    });
    card->body()->addWidget(plan, 0, Qt::AlignLeft);
    layout->addWidget(card);
}

void WayInPage::addReturn(QVBoxLayout *layout, const Arrival &arrival)
{
    const auto before = m_services.moveOn.returnedFrom(arrival.stay);
    const QString sentence = before ? words::returnSentence(*before) : QString();
    if (sentence.isEmpty())
        return;
    auto *said = label(sentence, "strong", true);
    said->setObjectName(u"returnedFrom"_s);
    layout->addWidget(said);
}

void WayInPage::addArriving(QVBoxLayout *layout, const Arrival &arrival)
{
    const Kept<Stay> planned = arrival.stay;
    Row start = toRow(planned.value);
    start.set(u"arrived_on"_s, m_services.records.today().toString(Qt::ISODate));
    const QDateTime now = m_services.records.clock().local(m_services.records.clock().now());
    start.set(u"arrived_time"_s, toStoredText(now.time()));
    const RecordEditor::Setup setup{.type = recordType<Stay>(),
        .title = tr("They are here"),
        .start = start,
        .place = {u"stay"_s, planned.id.value, m_person.value, u"arriving"_s},
        .hidden = allBut(kAskedAtTheDoor),
        .save = [this, planned](const Row &row) { return arrive(planned, row); },
        .saveText = tr("They have &arrived")};
    m_arriving = new RecordEditor(setup, m_services);
    auto *card = new Card;
    card->body()->addWidget(m_arriving);
    layout->addWidget(card);
    const auto again = [this] {
        m_arriving = nullptr;
        m_stay = nullptr;
        build();
    };
    connect(m_arriving, &RecordEditor::saved, this, again, Qt::QueuedConnection);
    connect(m_arriving, &RecordEditor::cancelled, this, again, Qt::QueuedConnection);
}

Done WayInPage::arrive(const Kept<Stay> &planned, const Row &row)
{
    const auto typedStay = recordType<Stay>().fromRow(row);
    if (!typedStay)
        return invalid(m_services.records.check(row));
    if (!typedStay->arrivedOn)
        return invalid({{u"arrived_on"_s, Rule::Required, {}}});
    auto now = m_services.records.one(planned.id);
    if (!now)
        return now.error();
    const auto arrived = m_services.intake.arrive(*now, *typedStay->arrivedOn, typedStay->arrivedTime, typedStay->roomId);
    return arrived ? Done() : Done(arrived.error());
}

void WayInPage::addSteps(QVBoxLayout *layout, const Arrival &arrival)
{
    if (arrival.steps.isEmpty())
        return;
    auto *card = new Card(tr("The way in"), tr("one after the other"));
    const Clock &clock = m_services.records.clock();
    for (const Kept<ArrivalStep> &kept : arrival.steps) {
        const ArrivalStep &step = kept.value;
        auto *line = columnsOrRows(8);
        QStringList soft;
        if (step.at)
            soft.append(words::moment(clock.local(*step.at)));
        if (!step.who.isEmpty())
            soft.append(step.who);
        if (const auto agency = m_services.records.one(step.agencyId); step.agencyId && agency)
            soft.append(agency->value.name);
        if (step.doneAt)
            soft.append(tr("done %1").arg(words::time(clock.local(*step.doneAt))));
        auto *words = new QVBoxLayout;
        words->addWidget(label(step.what, step.doneAt ? "" : "strong", true));
        words->addWidget(label(soft.join(u" · "_s), "soft", true));
        line->addLayout(words, 1);
        if (!step.doneAt) {
            auto *done = button(tr("Done now"));
            done->setObjectName(u"stepDone"_s);
            done->setAccessibleName(tr("Done now: %1").arg(step.what));
            done->setEnabled(m_services.records.mayComplete(recordType<ArrivalStep>()));
            connect(done, &QPushButton::clicked, this, [this, id = kept.id] {
                const Done said = m_services.intake.stepDone(id);
                m_navigator.answer(said, tr("Saved"));
                QTimer::singleShot(0, this, &WayInPage::reload); // it takes this button down
            });
            line->addWidget(done, 0, Qt::AlignTop);
        }
        card->body()->addLayout(line);
        card->body()->addWidget(rule());
    }
    layout->addWidget(card);
}

void WayInPage::addStay(QVBoxLayout *layout, const Arrival &arrival)
{
    const KeptRow known = untyped(arrival.stay);
    m_stay = genericEditor(m_services, recordType<Stay>(),
        GenericEditing{.known = known, .start = known.row, .person = m_person.value, .title = tr("Everything about the stay")});
    auto *card = new Card;
    card->body()->addWidget(m_stay);
    layout->addWidget(card);
    const auto again = [this] {
        m_stay = nullptr;
        m_arriving = nullptr;
        build();
    };
    connect(
        m_stay, &RecordEditor::saved, this,
        [this, again] {
            m_navigator.say(tr("Saved"));
            again();
        },
        Qt::QueuedConnection);
    connect(m_stay, &RecordEditor::cancelled, this, again, Qt::QueuedConnection);
}

void WayInPage::addOpen(QVBoxLayout *layout, const Arrival &arrival)
{
    const Stay &stay = arrival.stay.value;
    if (!stay.arrivedOn || (!stay.arrivalOpen && arrival.gaps.isEmpty()))
        return;
    auto *card = new Card(tr("Still open"), tr("none of it keeps anybody from having a room"));
    for (const ArrivalGap gap : arrival.gaps)
        card->body()->addWidget(label(words::labelFor(gap), "", true));
    if (arrival.gaps.isEmpty())
        card->body()->addWidget(label(tr("Nothing any more."), "soft", true));
    const QDate today = m_services.records.today();
    for (const Kept<StayCondition> &condition : arrival.conditions)
        if (condition.value.needsReview(today))
            card->body()->addWidget(label(tr("Talk about it with them: %1").arg(condition.value.what), "", true));
    if (stay.arrivalOpen) {
        auto *finish = button(tr("The arrival is &finished"));
        finish->setObjectName(u"finishArrival"_s);
        finish->setEnabled(m_services.records.mayChange(recordType<Stay>()));
        connect(finish, &QPushButton::clicked, this, [this, id = arrival.stay.id] {
            const auto finished = m_services.intake.finishArrival(id);
            m_navigator.answer(finished, tr("Saved"));
            QTimer::singleShot(0, this, &WayInPage::reload); // it takes this button down
        });
        card->body()->addWidget(finish, 0, Qt::AlignLeft);
    }
    layout->addWidget(card);
}

void WayInPage::addReferrals(QVBoxLayout *layout)
{
    if (!m_services.records.mayRead(recordType<ReferralIn>()))
        return;
    auto *card = new Card(tr("Referrals"));
    const auto referrals = m_services.intake.of(m_person);
    for (const Kept<ReferralIn> &referral : referrals ? *referrals : QList<Kept<ReferralIn>>()) {
        auto *open = button(literal(u"%1 · %2"_s.arg(referral.value.number, words::date(referral.value.receivedOn))), "link");
        open->setObjectName(u"openReferralIn"_s + referral.value.number);
        connect(
            open, &QPushButton::clicked, this, [this, id = referral.id] { openReferral(id); }, Qt::QueuedConnection);
        card->body()->addWidget(open);
        QStringList soft{words::labelFor(referral.value.state)};
        if (isOpen(referral.value.state) && referral.value.nextOn)
            soft.append(tr("next %1").arg(words::weekday(*referral.value.nextOn, m_services.records.today())));
        if (!referral.value.fromWhom.isEmpty())
            soft.append(referral.value.fromWhom);
        card->body()->addWidget(label(soft.join(u" · "_s), "soft", true));
    }
    if (!referrals || referrals->isEmpty())
        card->body()->addWidget(label(tr("Came without a referral."), "soft", true));
    auto *again = button(tr("Refer them anew"), "link");
    again->setObjectName(u"referAgain"_s);
    again->setEnabled(m_services.records.mayAdd(recordType<ReferralIn>()));
    connect(
        again, &QPushButton::clicked, this,
        [this] {
            m_navigator.visit({.place = u"referrals-in"_s, .person = m_person.value, .record = {u"referral_in"_s, 0}});
        },
        Qt::QueuedConnection);
    card->body()->addWidget(again);
    layout->addWidget(card);
}

void WayInPage::addPapers(QVBoxLayout *layout, bool hasStay)
{
    auto *card = new Card(tr("On paper"));
    auto *sheet = button(tr("Sheet for the shift"), "link");
    sheet->setObjectName(u"printArrival"_s);
    sheet->setEnabled(hasStay);
    connect(
        sheet, &QPushButton::clicked, this, [this] { previewArrivalSheet(m_person, m_services, m_navigator); }, Qt::QueuedConnection);
    card->body()->addWidget(sheet);
    auto *right = button(tr("Right to register with a GP"), "link");
    right->setObjectName(u"printRightToRegister"_s);
    connect(
        right, &QPushButton::clicked, this, [this] { previewRightToRegister(m_services, m_navigator); }, Qt::QueuedConnection);
    card->body()->addWidget(right);
    auto *refused = button(tr("A GP practice refused…"), "link");
    refused->setObjectName(u"gpRefused"_s);
    refused->setEnabled(m_services.records.mayAdd(recordType<GpRefusal>()));
    connect(
        refused, &QPushButton::clicked, this,
        [this] {
            m_navigator.visit(residentVisit(m_person.value, u"lists"_s, {u"gp_refusal"_s, 0}));
        },
        Qt::QueuedConnection);
    card->body()->addWidget(refused);
    layout->addWidget(card);
}

void WayInPage::openReferral(Id<ReferralIn> referral)
{
    const auto known = m_services.records.one(referral);
    if (!known)
        return m_navigator.refuse(known.error());
    closeReferral();
    m_referral = new ReferralInView(*known, m_services, m_navigator);
    m_stack->addWidget(m_referral);
    m_stack->setCurrentWidget(m_referral);
    connect(m_referral, &ReferralInView::saved, this, [this] {
        m_navigator.say(tr("Saved"));
        closeReferral();
        reload();
    });
    connect(m_referral, &ReferralInView::cancelled, this, [this] {
        closeReferral();
        reload();
    });
}

void WayInPage::closeReferral()
{
    if (!m_referral)
        return;
    m_stack->removeWidget(m_referral);
    m_referral->hide();
    m_referral->deleteLater();
    m_referral = nullptr;
    if (m_overview)
        m_stack->setCurrentWidget(m_overview);
}

void WayInPage::showRecord(const RecordRef &record)
{
    if (record.kind == QLatin1String(recordType<ReferralIn>().table) && record.id > 0)
        openReferral({record.id});
    if (record.kind == QLatin1String(recordType<CriterionAnswer>().table))
        if (const auto answer = m_services.records.one(Id<CriterionAnswer>{record.id}))
            openReferral(answer->value.referralInId);
}

} // namespace keywork
