// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/treatment/custody_card.h"

#include "core/services/care/custody.h"
#include "core/services/records/records.h"
#include "ui/pages/treatment/custody_forms.h"
#include "ui/text/words.h"
#include "ui/text/words_custody.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"

#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// A cell that wraps within its share of the card.
QLabel *heldCell(const QString &text, const char *look = "")
{
    auto *cell = label(breakable(text), look, true);
    cell->setMinimumWidth(1);
    return cell;
}

/// Medicine, held, last count: beside each other, below each other at large text.
QWidget *heldTable(const QList<HeldPage> &held, const Services &services)
{
    auto *table = new QWidget;
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    const bool isNarrow = Theme::isLarge();
    const QStringList heads{CustodyCard::tr("Medicine"), CustodyCard::tr("Held"), CustodyCard::tr("Last count")};
    for (int column = 0; !isNarrow && column < heads.size(); ++column)
        grid->addWidget(heldCell(heads.at(column), "soft"), 0, column);
    int row = 1;
    for (const HeldPage &page : held) {
        const QString count = words::lastCount(page, services);
        const QStringList said{page.medicine.value.called(), words::heldNow(page), count.isEmpty() ? CustodyCard::tr("never") : count};
        grid->addWidget(rule(), row++, 0, 1, 3);
        for (int column = 0; column < said.size(); ++column) {
            const QString text = isNarrow && column > 0 ? heads.at(column) + u": "_s + said.at(column) : said.at(column);
            grid->addWidget(heldCell(text), isNarrow ? row + column : row, isNarrow ? 0 : column, 1, isNarrow ? 3 : 1);
        }
        row += isNarrow ? int(said.size()) : 1;
        for (const QString &line : words::stillToDo(page, services))
            grid->addWidget(heldCell(line, "strong"), row++, 0, 1, 3);
    }
    grid->setColumnStretch(0, 4);
    grid->setColumnStretch(1, 2);
    grid->setColumnStretch(2, 4);
    return table;
}

} // namespace

CustodyCard::CustodyCard(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : Card(tr("Handed in at reception"), {}, parent)
    , m_person(person)
    , m_services(services)
    , m_navigator(navigator)
{
    auto *lines = new QWidget;
    m_lines = new QVBoxLayout(lines);
    m_lines->setContentsMargins(0, 0, 0, 0);
    body()->addWidget(lines);
    auto *buttons = wrappingLine(6);
    const auto add = [&](const QString &words, const QString &name, CustodyAct act) {
        auto *made = button(words);
        made->setObjectName(name);
        made->setEnabled(services.records.mayAdd(recordType<CustodyEntry>()));
        Visit where = residentVisit(person.value, u"medicine"_s, {u"custody_entry"_s, 0});
        where.part = CustodyWish{act, {}, {}}.part(); // outlives Back, as no words of anybody would
        connect(
            made, &QPushButton::clicked, this, [this, where] { m_navigator.visit(where); }, Qt::QueuedConnection);
        buttons->addWidget(made);
        return made;
    };
    add(tr("Hand in"), u"custodyIn"_s, CustodyAct::In);
    m_handOver = add(tr("Hand over"), u"custodyOver"_s, CustodyAct::HandedOver);
    m_count = add(tr("Count"), u"custodyCount"_s, CustodyAct::Count);
    auto *all = button(tr("Register"), "link");
    all->setObjectName(u"custodyRegister"_s);
    connect(
        all, &QPushButton::clicked, this, [this] { m_navigator.visit(residentVisit(m_person.value, u"medicine"_s)); },
        Qt::QueuedConnection);
    buttons->addWidget(all);
    body()->addLayout(buttons);
    body()->addStretch();
    reload();
}

void CustodyCard::reload()
{
    emptyLayout(m_lines);
    const auto pages = m_services.custody.pagesOf(m_person);
    if (!pages)
        return hide();
    if (parentWidget()) // without one it would be a window
        show();
    QList<HeldPage> held;
    for (const HeldPage &page : *pages)
        if (page.state.isHeld() || page.state.isOpen())
            held.append(page);
    setSoft(held.isEmpty() ? QString() : held.size() == 1 ? tr("1 medicine held") : tr("%1 medicines held").arg(held.size()));
    const bool mayWrite = m_services.records.mayAdd(recordType<CustodyEntry>());
    m_handOver->setEnabled(mayWrite && !held.isEmpty());
    m_count->setEnabled(mayWrite && !held.isEmpty());
    if (held.isEmpty())
        m_lines->addWidget(label(tr("Nothing of theirs is held. Sealed items are counted, and they take it themselves."), "soft", true));
    else
        m_lines->addWidget(heldTable(held, m_services));
}

} // namespace keywork
