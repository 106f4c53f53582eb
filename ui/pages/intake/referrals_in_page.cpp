// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/intake/referrals_in_page.h"

#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/referrals_in.h"
#include "ui/forms/record_table.h"
#include "ui/pages/intake/new_referral.h"
#include "ui/pages/intake/referral_in_view.h"
#include "ui/pages/list_export.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/file_question.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/told.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace keywork {

ReferralsInPage::ReferralsInPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_person(person)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->setSpacing(12);
    auto *title = wrappingLine(8);
    title->addWidget(label(tr("Referrals"), "title"));
    title->addWidget(label(tr("to us, the longest waiting first"), "soft"));
    pushRight(title);
    const bool mayRead = services.records.mayRead(recordType<ReferralIn>());
    m_table = new RecordTable(recordType<ReferralIn>(), services);
    if (mayRead)
        addExits(title, this, services, navigator, QString::fromLatin1(recordType<ReferralIn>().table),
            listOf(recordType<ReferralIn>(), m_table));
    auto *criteria = button(tr("Entry cr&iteria"));
    criteria->setObjectName(u"entryCriteria"_s);
    connect(
        criteria, &QPushButton::clicked, this, [this] { m_navigator.openPlace(u"entry-criteria"_s); }, Qt::QueuedConnection);
    title->addWidget(criteria);
    auto *open = button(tr("&Open a file…"));
    open->setObjectName(u"openReferralIn"_s);
    open->setToolTip(tr("Reads a referral that another house made with Keywork."));
    open->setEnabled(mayRead && services.records.session().may(Act::Export, Category::Identity));
    connect(open, &QPushButton::clicked, this, &ReferralsInPage::chooseFile);
    title->addWidget(open);
    auto *fresh = button(tr("New re&ferral"), "primary");
    fresh->setObjectName(u"newReferral"_s);
    fresh->setEnabled(services.records.mayAdd(recordType<ReferralIn>()));
    connect(
        fresh, &QPushButton::clicked, this, [this] { openNew(); }, Qt::QueuedConnection); // the keys go into the form, not back to it
    title->addWidget(fresh);
    layout->addLayout(title);
    m_message = label({}, "problem", true);
    m_message->setObjectName(u"referralInMessage"_s);
    m_message->hide();
    layout->addWidget(m_message);
    auto *place = new QWidget;
    m_stack = new PageStack(place);
    auto *card = new Card;
    auto *pills = new FlowLayout(6);
    for (const auto &[group, words] : {std::pair(Group::Open, tr("Open")), {Group::Mine, tr("Mine")}, {Group::Waiting, tr("Waiting list")},
             {Group::Closed, tr("Decided")}, {Group::All, tr("All")}}) {
        auto *pill = button(words, "pill");
        pill->setObjectName(u"referrals-%1"_s.arg(int(group)));
        pill->setCheckable(true);
        pill->setAutoExclusive(true);
        pill->setChecked(group == m_group);
        pill->setVisible(mayRead);
        connect(pill, &QPushButton::clicked, this, [this, group = group] { showGroup(group); });
        pills->addWidget(pill);
        m_pills.append(pill);
    }
    card->body()->addLayout(pills);
    m_table->setEmptyText(mayRead
            ? tr("Nothing waits here. “New referral” takes one down; “Open a file” reads one that another house made with Keywork.")
            : tr("“New referral” takes one down. What was referred is read by those who decide on it."));
    m_table->offerFirst(fresh->text(), [this] { openNew(); });
    card->body()->addWidget(m_table);
    m_stack->addWidget(card);
    layout->addWidget(place, 1);
    connect(m_table, &RecordTable::opened, this, [this](const KeptRow &row) {
        if (const auto referral = asKind<ReferralIn>(row))
            showKept(*referral);
    });
    reload();
    if (m_table->model()->rowCount() == 0)
        fresh->setFocus();
}

ListRequest ReferralsInPage::request() const
{
    QVariantList states;
    for (const ReferralInState state : allOf<ReferralInState>()) {
        const bool isWanted = m_group == Group::All || (m_group == Group::Waiting && state == ReferralInState::WaitingList)
            || (m_group == Group::Closed && !isOpen(state)) || ((m_group == Group::Open || m_group == Group::Mine) && isOpen(state));
        if (isWanted)
            states.append(QString::fromLatin1(codeOf(state)));
    }
    ListRequest wanted{.filters = {{u"state"_s, Filter::Comparison::In, states}}};
    if (m_group == Group::Mine)
        wanted.filters.append({u"held_by_id"_s, Filter::Comparison::Equals, m_services.records.session().staff().value});
    return wanted;
}

void ReferralsInPage::reload()
{
    if (m_services.records.mayRead(recordType<ReferralIn>()))
        m_table->reload(request());
    else
        m_table->setRows({});
}

void ReferralsInPage::showGroup(Group group)
{
    m_group = group;
    m_pills.at(int(group))->setChecked(true);
    reload();
}

void ReferralsInPage::showRecord(const RecordRef &record)
{
    if (record.id == 0)
        return openNew(m_person);
    if (const auto referral = m_services.records.one(Id<ReferralIn>{record.id}))
        showKept(*referral);
}

void ReferralsInPage::openNew(Id<Person> person)
{
    if (m_services.records.mayAdd(recordType<ReferralIn>()))
        showNew(person, NewReferral::freshRow(m_services));
}

void ReferralsInPage::showNew(Id<Person> person, const Row &start)
{
    tellOnPage(m_message, {});
    auto *fresh = new NewReferral(person, start, m_services, m_navigator);
    openPart(fresh);
    m_new = fresh;
    connect(fresh, &NewReferral::saved, this, [this, fresh] {
        m_navigator.say(tr("Saved"));
        const Id<ReferralIn> kept = fresh->kept();
        openList();
        m_table->select(kept.value);
    });
    connect(fresh, &NewReferral::cancelled, this, &ReferralsInPage::openList);
    connect(
        fresh, &NewReferral::chosen, this, [this](Id<Person> one, const Row &typed) { showNew(one, typed); }, Qt::QueuedConnection);
}

void ReferralsInPage::chooseFile()
{
    const FileQuestion question{.title = tr("Open a referral"), .filter = tr("Referrals (*.pdf *.json)")};
    askForFile(this, question, [this](const QString &path) { openFile(path); });
}

void ReferralsInPage::openFile(const QString &path, const QString &passphrase)
{
    tellOnPage(m_message, {});
    auto read = m_services.referralsIn.open(path, passphrase);
    if (read) {
        m_incoming = std::move(*read);
        showIncoming();
        return;
    }
    if (read.error().kind == ErrorKind::WrongPassword) {
        askForPassphrase(path, passphrase.isEmpty() ? QString() : tr("This is not its passphrase. Please type it again."));
        return;
    }
    openList();
    tellOnPage(m_message, refusal(read.error()));
}

QString ReferralsInPage::refusal(const Error &error) const
{
    if (error.kind == ErrorKind::AlreadyExists)
        return tr("This referral is here already as %1.").arg(error.detail);
    const bool isOwnFile = error.detail.startsWith(u"sqlite"); // the hostel's, not the one that came in
    if (error.kind != ErrorKind::Damaged || isOwnFile)
        return words::error(error);
    if (error.detail == kSaidTwice)
        return tr("This file says the same thing twice, and nobody can know which of the two holds. Nothing was kept of it; please ask for "
                  "another one.");
    if (error.detail == kBirthToCome)
        return tr("This file gives a date of birth that is still to come. Nothing was kept of it; please ask for another one.");
    if (error.detail == kNameTooLong)
        return tr("This file gives a name that is longer than anybody's. Nothing was kept of it; please ask for another one.");
    if (error.detail == kNobodyNamed)
        return tr("This file does not say who it is about. Nothing was kept of it; please ask for another one.");
    return tr("This is not a whole referral that Keywork made. Nothing was kept of it.");
}

void ReferralsInPage::askForPassphrase(const QString &path, const QString &sentence)
{
    auto *card = new Card(tr("This file is protected"));
    card->body()->addWidget(label(tr("Ring the house that sent it and ask for the passphrase."), "", true));
    auto *typed = labelledLine(card->body(), tr("Passphrase"), "incomingPassphrase");
    card->body()->addWidget(label(sentence, "problem", true));
    auto *line = new QHBoxLayout;
    auto *open = button(tr("O&pen"), "primary");
    auto *cancel = button(tr("Cancel"));
    line->addWidget(open);
    line->addWidget(cancel);
    line->addStretch();
    card->body()->addLayout(line);
    card->body()->addStretch();
    const auto tryIt = [this, path, typed] { openFile(path, typed->text()); };
    connect(open, &QPushButton::clicked, this, tryIt, Qt::QueuedConnection);
    connect(typed, &QLineEdit::returnPressed, this, tryIt, Qt::QueuedConnection);
    connect(cancel, &QPushButton::clicked, this, &ReferralsInPage::openList, Qt::QueuedConnection);
    openPart(card);
    typed->setFocus();
}

void ReferralsInPage::addContent(Card *card, const QString &title, const QString &text)
{
    if (text.isEmpty())
        return;
    card->body()->addWidget(label(title, "fieldLabel"));
    auto *shown = label(text, "", true);
    shown->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    card->body()->addWidget(shown);
}

void ReferralsInPage::showIncoming()
{
    auto *card = new Card(m_incoming->personName(), m_incoming->reference);
    card->body()->addWidget(
        label(tr("Written by %1. Nothing of it has been checked, and nothing is kept yet.").arg(m_incoming->fromWhom), "problem", true));
    if (!m_incoming->earlierAs.isEmpty())
        card->body()->addWidget(
            label(tr("Another version of this document is here already as %1.").arg(m_incoming->earlierAs), "problem", true));
    addContent(card, tr("Prepared by"), m_incoming->preparedBy);
    addContent(card, tr("Prepared on"), words::date(m_incoming->preparedAt.date()));
    const auto born = PartialDate::fromText(m_incoming->born);
    addContent(card, tr("Born"), born ? words::partialDate(*born) : QString());
    addContent(card, tr("Why they ask"), m_incoming->reason);
    for (const auto &[title, text] : m_incoming->sections)
        addContent(card, title, text);
    auto *line = new QHBoxLayout;
    auto *keepIt = button(tr("&Keep it"), "primary");
    keepIt->setObjectName(u"keepReferralIn"_s);
    auto *cancel = button(tr("Cancel"));
    connect(keepIt, &QPushButton::clicked, this, &ReferralsInPage::keep, Qt::QueuedConnection);
    connect(cancel, &QPushButton::clicked, this, &ReferralsInPage::openList, Qt::QueuedConnection);
    line->addWidget(keepIt);
    line->addWidget(cancel);
    line->addStretch();
    card->body()->addLayout(line);
    card->body()->addStretch();
    auto *written = ownScroll(card);
    written->setAccessibleName(tr("What they wrote"));
    openPart(written);
    keepIt->setFocus();
}

void ReferralsInPage::keep()
{
    if (!m_incoming)
        return;
    const auto kept = m_services.referralsIn.keep(*m_incoming);
    if (!kept) {
        tellOnPage(m_message, refusal(kept.error()));
        return;
    }
    m_incoming.reset(); // a second press finds nothing to keep
    m_navigator.say(tr("%1 kept").arg(kept->value.number));
    showKept(*kept);
}

void ReferralsInPage::showKept(const Kept<ReferralIn> &referral)
{
    tellOnPage(m_message, {});
    auto *view = new ReferralInView(referral, m_services, m_navigator);
    openPart(view);
    m_view = view;
    connect(view, &ReferralInView::saved, this, [this] {
        m_navigator.say(tr("Saved"));
        openList();
    });
    connect(view, &ReferralInView::cancelled, this, &ReferralsInPage::openList);
}

void ReferralsInPage::openPart(QWidget *part)
{
    if (m_part) {
        m_stack->removeWidget(m_part);
        m_part->deleteLater();
    }
    m_new = nullptr;
    m_view = nullptr;
    m_part = part;
    m_stack->addWidget(part);
    m_stack->setCurrentWidget(part);
    if (QWidget *first = part->focusWidget()) // asked for before the part stood in the window
        first->setFocus();
}

void ReferralsInPage::openList()
{
    m_incoming.reset();
    m_new = nullptr;
    m_view = nullptr;
    m_stack->setCurrentIndex(0);
    if (m_part) {
        m_stack->removeWidget(m_part);
        m_part->hide();
        m_part->deleteLater();
    }
    m_part = nullptr;
    reload();
    m_table->view()->setFocus();
}

} // namespace keywork
