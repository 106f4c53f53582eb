// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sharing/ledger_page.h"

#include "core/base/plain_file.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/disclosures.h"
#include "core/services/sharing/referrals.h"
#include "ui/forms/record_table.h"
#include "ui/pages/list_export.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/file_question.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/told.h"

#include <QBoxLayout>
#include <QCryptographicHash>
#include <QFile>
#include <QLineEdit>
#include <QScrollArea>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace keywork {

LedgerPage::LedgerPage(const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->setSpacing(12);
    auto *title = wrappingLine(14);
    title->addWidget(label(tr("Disclosure log"), "title"));
    title->addWidget(label(tr("every print, file, list and referral with somebody's data, newest first"), "soft", Theme::isLarge()));
    pushRight(title);
    m_table = new RecordTable(recordType<Disclosure>(), services);
    addExits(
        title, this, services, navigator, QString::fromLatin1(recordType<Disclosure>().table), listOf(recordType<Disclosure>(), m_table));
    layout->addLayout(title);
    m_reviews = new Card(tr("Shared without agreement"), tr("to be looked at"));
    m_reviewPlace = new QScrollArea; // however many wait, the list below stays where it is
    m_reviewPlace->setWidgetResizable(true);
    m_reviewPlace->setFocusPolicy(Qt::NoFocus); // no Tab stop that nobody sees
    m_reviewPlace->setWidget(m_reviews);
    if (Theme::isLarge())
        m_reviewPlace->setMinimumHeight(Theme::scaled(160));
    m_reviewPlace->setMaximumHeight(Theme::scaled(240));
    layout->addWidget(m_reviewPlace);
    auto *card = new Card;
    auto *lost = lineOrFlow(10);
    m_fingerprint = new QLineEdit;
    m_fingerprint->setObjectName(u"fingerprint"_s);
    m_fingerprint->setMinimumWidth(Theme::scaled(240));
    auto *lostLabel = label(tr("A paper or stick was lost or found: its fingerprint"), "fieldLabel");
    lostLabel->setBuddy(m_fingerprint);
    auto *file = button(tr("Look for a &file…"));
    connect(file, &QPushButton::clicked, this,
        [this] { askForFile(this, {.title = tr("Which file was found?")}, [this](const QString &path) { lookFor(path); }); });
    lost->addWidget(lostLabel);
    lost->addWidget(m_fingerprint);
    lost->addWidget(file);
    m_found = label({}, "problem");
    lost->addWidget(m_found);
    pushRight(lost);
    card->body()->addLayout(lost);
    m_table->setEmptyText(tr("Nothing has left yet. Prints and referrals stand here by themselves."));
    card->body()->addWidget(m_table);
    layout->addWidget(card, 1);
    connect(m_fingerprint, &QLineEdit::textChanged, this, &LedgerPage::showMatches);
    connect(m_table, &RecordTable::opened, this, [this](const KeptRow &row) {
        if (const Id<Person> person{row.row.value(u"person_id"_s).toLongLong()})
            m_navigator.openResident(person);
    });
    reload();
    m_table->view()->setFocus();
}

void LedgerPage::reload()
{
    reloadReviews();
    showMatches();
}

void LedgerPage::lookFor(const QString &path)
{
    QFile file(path);
    if (belongsToOpenHostel(path) || !openPlainFile(file)) {
        tellOnPage(m_found, tr("This file can't be read."));
        return;
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&file)) {
        tellOnPage(m_found, tr("This file can't be read."));
        return;
    }
    m_fingerprint->setText(QString::fromLatin1(hash.result().toHex()));
}

void LedgerPage::showMatches()
{
    if (m_fingerprint->text().trimmed().isEmpty()) {
        tellOnPage(m_found, {});
        m_table->reload({});
        return;
    }
    const bool isEnough = QString(m_fingerprint->text()).remove(u'-').remove(u' ').size() >= 12;
    const auto found = m_services.disclosures.withFingerprint(m_fingerprint->text());
    QList<KeptRow> rows;
    for (const Kept<Disclosure> &kept : found ? *found : QList<Kept<Disclosure>>())
        rows.append(untyped(kept));
    m_table->setEmptyText(
        isEnough ? tr("No paper or file with this fingerprint left this house.") : tr("Type at least its first 12 characters."));
    m_table->setRows(rows);
    m_table->setEmptyText(tr("Nothing has left yet. Prints and referrals stand here by themselves."));
    tellOnPage(m_found, !found ? words::error(found.error()) : rows.isEmpty() ? QString() : tr("This is what it could have shown."));
}

void LedgerPage::reloadReviews()
{
    m_reviews->clear();
    const auto waiting = m_services.referrals.unreviewed();
    m_reviewPlace->setVisible(waiting && !waiting->isEmpty());
    m_reviews->setSoft(tr("%1 to be looked at by a manager within a day").arg(waiting ? waiting->size() : 0));
    if (waiting)
        for (const Kept<LawfulReason> &reason : *waiting)
            addReview(reason);
}

void LedgerPage::addReview(const Kept<LawfulReason> &reason)
{
    const auto person = m_services.records.one(reason.value.personId);
    const auto agency = m_services.records.one(reason.value.agencyId);
    const QString who = person ? person->value.displayName() : QString();
    const auto by = m_services.records.one(Id<Staff>{reason.createdBy});
    const QDateTime at = m_services.records.clock().local(reason.createdAt);
    const QString when = tr("%1, %2, by %3").arg(words::date(at.date()), words::time(at), by ? by->value.name : QString());
    m_reviews->body()->addWidget(label(u"%1 · %2 · %3"_s.arg(who, agency ? agency->value.name : QString(), when), "strong", true));
    m_reviews->body()->addWidget(label(tr("%1: %2").arg(words::labelFor(reason.value.ground), reason.value.because), "", true));
    m_reviews->body()->addWidget(label(tr("Left without agreement: %1. The resident knows: %2")
                                           .arg(words::categories(reason.value.sections), words::labelFor(reason.value.told)),
        "soft", true));
    auto *line = columnsOrRows(8);
    auto *note = new QLineEdit;
    note->setObjectName(u"reviewNote"_s);
    auto *noteLabel = label(tr("What you say to it (%1)").arg(literal(who)), "fieldLabel");
    noteLabel->setBuddy(note);
    line->addWidget(noteLabel);
    line->addWidget(note, 1);
    QLayout *answers = buttonsOf(line);
    const auto decide = [this, answers, note, reason, who](const QString &text, const char *name, LawfulReview view) {
        auto *choose = button(text);
        choose->setObjectName(QString::fromLatin1(name));
        choose->setAccessibleName(u"%1: %2"_s.arg(who, text));
        connect(choose, &QPushButton::clicked, this, [this, note, reason, view] {
            const auto kept = m_services.referrals.review(reason, view, note->text());
            const bool own = !kept && kept.error().detail == u"own";
            if (kept)
                return m_navigator.say(tr("Saved"));
            m_navigator.refuse(own ? tr("Another manager looks at what you shared yourself") : words::error(kept.error()));
            note->setFocus();
        });
        answers->addWidget(choose);
    };
    decide(tr("It was right"), "reviewRight", LawfulReview::Right);
    decide(tr("It should not have been shared"), "reviewNotRight", LawfulReview::NotRight);
    m_reviews->body()->addLayout(line);
}

} // namespace keywork
