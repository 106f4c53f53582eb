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
#include "ui/text/words_errors.h"
#include "ui/widgets/parts.h"

#include <QMenu>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qsizetype kWeeksAtFirst = 2;

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
    m_weeks = add(u"rentWeeks"_s, "soft");
    m_allWeeks = button(tr("Show every week"), "link");
    m_allWeeks->setObjectName(u"allWeeks"_s);
    connect(m_allWeeks, &QPushButton::clicked, this, [this] {
        m_showsAll = !m_showsAll;
        reload();
    });
    m_card->body()->addWidget(m_allWeeks, 0, Qt::AlignLeft);
    m_card->addToTitle(printButton());
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, m_card);
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
        statement(tr("Service charge, week by week"), print::CopyKind::Full);
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
    m_weeks->setVisible(bool(facts));
    m_benefits->setText(person && !person->value.benefits.isEmpty() ? tr("Benefits, as the record has them: %1").arg(person->value.benefits)
                                                                    : tr("Benefits: nothing stands in the record yet."));
    if (!facts) {
        m_allWeeks->hide();
        return m_summary->setText(words::error(facts.error()));
    }
    const RentAccount account = rentAccountOf(*facts, m_services.records.today());
    m_summary->setText(words::rentSummary(account).join(u'\n'));
    const qsizetype all = account.weeks.size();
    const qsizetype shown = m_showsAll ? all : std::min(all, kWeeksAtFirst);
    QStringList lines;
    for (qsizetype i = 0; i < shown; ++i) // the latest first
        lines.append(words::rentWeek(account.weeks.at(all - 1 - i)));
    m_weeks->setText(lines.join(u'\n'));
    m_weeks->setVisible(!lines.isEmpty());
    m_allWeeks->setVisible(all > kWeeksAtFirst);
    m_allWeeks->setText(m_showsAll ? tr("Show the latest weeks") : tr("Show all %1 weeks").arg(all));
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
