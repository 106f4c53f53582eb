// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/residents/referrals_in_page.h"

#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/referrals_in.h"
#include "ui/forms/generic_editor.h"
#include "ui/forms/record_table.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/file_question.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace keywork {

ReferralsInPage::ReferralsInPage(const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->setSpacing(12);
    auto *title = lineOrFlow(14);
    title->addWidget(label(tr("Referrals in"), "title"));
    title->addWidget(label(tr("from other houses, as files"), "soft"));
    pushRight(title);
    auto *open = button(tr("&Open a file…"), "primary");
    open->setObjectName(u"openReferralIn"_s);
    connect(open, &QPushButton::clicked, this, &ReferralsInPage::chooseFile);
    title->addWidget(open);
    layout->addLayout(title);
    m_message = label({}, "problem", true);
    m_message->setObjectName(u"referralInMessage"_s);
    m_message->hide();
    layout->addWidget(m_message);
    auto *place = new QWidget;
    m_stack = new QStackedLayout(place);
    auto *card = new Card;
    m_table = new RecordTable(recordType<ReferralIn>(), services);
    m_table->setEmptyText(tr("Referrals that another house made with Keywork, read from the file that it sent."));
    m_table->offerFirst(open->text(), [this] { chooseFile(); });
    card->body()->addWidget(m_table);
    m_stack->addWidget(card);
    layout->addWidget(place, 1);
    connect(m_table, &RecordTable::opened, this, [this](const KeptRow &row) {
        if (const auto referral = asKind<ReferralIn>(row))
            showKept(*referral);
    });
    reload();
    open->setFocus();
}

void ReferralsInPage::reload() { m_table->reload(); }

void ReferralsInPage::showRecord(const RecordRef &record)
{
    if (const auto referral = m_services.records.one(Id<ReferralIn>{record.id}))
        showKept(*referral);
}

void ReferralsInPage::chooseFile()
{
    const FileQuestion question{.title = tr("Open a referral"), .filter = tr("Referrals (*.pdf *.json)")};
    askForFile(this, question, [this](const QString &path) { openFile(path); });
}

void ReferralsInPage::openFile(const QString &path, const QString &passphrase)
{
    m_message->hide();
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
    m_message->setText(refusal(read.error()));
    m_message->show();
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
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(tr("What they wrote"));
    scroll->setWidget(card);
    openPart(scroll);
    keepIt->setFocus();
}

void ReferralsInPage::keep()
{
    if (!m_incoming)
        return;
    const auto kept = m_services.referralsIn.keep(*m_incoming);
    if (!kept) {
        m_message->setText(refusal(kept.error()));
        m_message->show();
        return;
    }
    m_incoming.reset(); // a second press finds nothing to keep
    m_navigator.say(tr("%1 kept").arg(kept->value.number));
    showKept(*kept);
}

void ReferralsInPage::showKept(const Kept<ReferralIn> &referral)
{
    auto *whole = new QWidget;
    auto *columns = columnsOrRows(14);
    columns->setContentsMargins(0, 0, 0, 0);
    whole->setLayout(columns);
    auto *card = new Card(referral.value.personName, u"%1 · %2"_s.arg(referral.value.number, referral.value.fromWhom));
    addContent(card, tr("Why they ask"), referral.value.reason);
    addContent(card, tr("What they wrote"), referral.value.content);
    card->body()->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(tr("What they wrote"));
    scroll->setWidget(card);
    columns->addWidget(scroll, 1);
    auto *decide = new Card(tr("Decision"));
    auto *takeIn = button(tr("Begin their &record…"), "primary");
    takeIn->setObjectName(u"beginRecord"_s);
    takeIn->setToolTip(tr("Opens “New resident” with the name, the birth date, the telephone and the reason filled in, to be checked."));
    connect(takeIn, &QPushButton::clicked, this, [this, referral] {
        const Done begun = m_services.referralsIn.startResident(referral);
        if (begun)
            return m_navigator.newResident();
        m_message->setText(begun.error().kind == ErrorKind::AlreadyExists
                ? tr("Somebody new is being typed already. Save or cancel that first.")
                : words::error(begun.error()));
        m_message->show();
    });
    decide->body()->addWidget(takeIn, 0, Qt::AlignLeft);
    auto *editor = genericEditor(m_services, recordType<ReferralIn>(), untyped(referral), toRow(referral.value));
    connect(editor, &RecordEditor::saved, this, &ReferralsInPage::openList, Qt::QueuedConnection);
    connect(editor, &RecordEditor::cancelled, this, &ReferralsInPage::openList, Qt::QueuedConnection);
    decide->body()->addWidget(editor);
    decide->body()->addStretch();
    columns->addWidget(decide, 1);
    openPart(whole);
    takeIn->setFocus();
}

void ReferralsInPage::openPart(QWidget *part)
{
    if (m_part) {
        m_stack->removeWidget(m_part);
        m_part->deleteLater();
    }
    m_part = part;
    m_stack->addWidget(part);
    m_stack->setCurrentWidget(part);
}

void ReferralsInPage::openList()
{
    m_incoming.reset();
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
