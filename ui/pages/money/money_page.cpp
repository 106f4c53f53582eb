// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/money/money_page.h"

#include "core/domain/kinds.h"
#include "core/domain/money.h"
#include "core/services/care/rent_account.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/money/money_prints.h"
#include "ui/pages/record_print.h"
#include "ui/text/rent_words.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/heard_cells.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/table_fit.h"

#include <QHeaderView>
#include <QMenu>
#include <QTableWidget>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qsizetype kEntriesAtFirst = 4;
constexpr qsizetype kEntriesInView = 12; ///< of all of them; the rest is scrolled to

} // namespace

MoneyPage::MoneyPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : KindsPage(Place::Money, {}, person, services, navigator, parent)
    , m_person(person)
{
    buildCard();
    // A form has the whole room.
    connect(this, &KindsPage::formShown, m_card, [this](bool isShown) { m_card->setVisible(!isShown); });
}

void MoneyPage::buildCard()
{
    m_card = new Card(tr("Where it stands"));
    const auto add = [this](const QString &name, const char *look) {
        QLabel *made = label({}, look, true);
        made->setObjectName(name);
        m_card->body()->addWidget(made);
        return made;
    };
    m_summary = add(u"rentSummary"_s, "");
    m_benefits = add(u"otherBenefits"_s, "");
    buildLedger();
    m_allEntries = button(tr("Show every line"), "link");
    m_allEntries->setObjectName(u"allEntries"_s);
    connect(m_allEntries, &QPushButton::clicked, this, [this] {
        m_showsAll = !m_showsAll;
        reload();
    });
    m_card->body()->addWidget(m_allEntries, 0, Qt::AlignLeft);
    m_card->addToTitle(printButton());
    putAbove(m_card);
}

void MoneyPage::buildLedger()
{
    m_ledger = new QTableWidget(0, 5);
    m_ledger->setObjectName(u"rentLedger"_s);
    m_ledger->setAccessibleName(tr("Account of the service charge, the latest first"));
    m_ledger->setHorizontalHeaderLabels({tr("Date"), tr("What"), tr("Charge"), tr("Payment"), tr("Balance")});
    m_ledger->setTabKeyNavigation(false); // a table would trap Tab otherwise
    m_ledger->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_ledger->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_ledger->setSelectionMode(QAbstractItemView::SingleSelection);
    m_ledger->setShowGrid(false);
    m_ledger->verticalHeader()->hide();
    m_ledger->verticalHeader()->setDefaultSectionSize(Theme::scaled(26));
    m_ledger->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_ledger->horizontalHeader()->setHighlightSections(false);
    m_card->body()->addWidget(m_ledger);
    constexpr int kRanks[] = {1, 0, 3, 4, 2};
    m_card->body()->addWidget(new TableFit(m_ledger, {.rank = [kRanks](int column) { return kRanks[column]; }, .widest = 1}));
}

void MoneyPage::showLedger(const QList<RentEntry> &entries)
{
    const qsizetype all = entries.size();
    const qsizetype shown = m_showsAll ? all : std::min(all, kEntriesAtFirst);
    m_ledger->setRowCount(int(shown));
    for (qsizetype i = 0; i < shown; ++i) { // the latest first
        const RentEntry &entry = entries.at(all - 1 - i);
        const bool isPaid = entry.isPayment();
        const QStringList cells{words::date(entry.on), words::rentEntry(entry, m_services.records.choices()),
            isPaid ? QString() : entry.own.text(), isPaid ? entry.paid.text() : QString(), entry.balance.text()};
        for (int column = 0; column < cells.size(); ++column) {
            auto *cell = new QTableWidgetItem(cells.at(column));
            if (column > 1)
                cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_ledger->setItem(int(i), column, cell);
        }
    }
    hearCells(m_ledger);
    const int inView = int(std::min(shown, kEntriesInView)) + 1;
    m_ledger->setMinimumHeight(inView * Theme::scaled(28) + 4);
    m_ledger->setMaximumHeight(Theme::isLarge() ? QWIDGETSIZE_MAX : inView * Theme::scaled(28) + 4);
    m_ledger->setVisible(all > 0);
    m_allEntries->setVisible(all > kEntriesAtFirst);
    m_allEntries->setText(m_showsAll ? tr("Show the latest lines") : tr("Show all %1 lines").arg(all));
}

QPushButton *MoneyPage::printButton()
{
    auto *print = button(tr("Print") + u"    "_s); // room for the arrow
    print->setObjectName(u"printMoney"_s);
    auto *menu = new QMenu(print);
    const auto statement = [&](const QString &title, print::CopyKind kind) {
        menu->addAction(title, this, [this, kind] { previewRentStatement(m_person, kind, m_services, m_navigator); });
    };
    const auto budget = [&](const QString &title, std::optional<Id<Person>> whose, print::CopyKind kind) {
        menu->addAction(title, this, [this, whose, kind] { previewBudget(whose, kind, m_services, m_navigator); });
    };
    if (mayTakeAlong(m_services)) {
        statement(tr("Service charge, line by line"), print::CopyKind::Full);
        statement(tr("Service charge, large print"), print::CopyKind::LargePrint);
        budget(tr("Budget sheet with what is known"), m_person, print::CopyKind::Full);
        budget(tr("Budget sheet with what is known, large print"), m_person, print::CopyKind::LargePrint);
    }
    budget(tr("Empty budget sheet"), {}, print::CopyKind::Full);
    budget(tr("Empty budget sheet, large print"), {}, print::CopyKind::LargePrint);
    print->setMenu(menu);
    return print;
}

void MoneyPage::reload()
{
    KindsPage::reload();
    const auto facts = rentFactsOf(m_services.records, m_person);
    const auto person = m_services.records.one(m_person);
    m_benefits->setText(person && !person->value.benefits.isEmpty() ? tr("Benefits, as the record has them: %1").arg(person->value.benefits)
                                                                    : tr("Benefits: nothing stands in the record yet."));
    if (!facts) {
        m_ledger->hide();
        m_allEntries->hide();
        return m_summary->setText(words::error(facts.error()));
    }
    const RentAccount account = rentAccountOf(*facts, m_services.records.today());
    m_summary->setText(words::rentSummary(account).join(u'\n'));
    showLedger(account.entries);
}

bool MoneyPage::concerns(const QList<Change> &changes) const
{
    const auto isOfTheCard = [this](const Change &change) {
        const RecordType *type = kindOf(change.kind);
        const bool isTheirs = change.person == 0 || change.person == m_person.value;
        const bool isOfMoney = type && type->place == Place::Money;
        const bool isBeside = type == &recordType<Stay>() || type == &recordType<Person>();
        return (isTheirs && (isOfMoney || isBeside)) || type == &recordType<House>();
    };
    return KindsPage::concerns(changes) || std::any_of(changes.cbegin(), changes.cend(), isOfTheCard);
}

} // namespace keywork
