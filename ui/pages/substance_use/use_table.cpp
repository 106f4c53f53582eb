// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/substance_use/use_table.h"

#include "core/services/records/records.h"
#include "ui/text/field_label.h"
#include "ui/text/words.h"
#include "ui/text/words_substances.h"
#include "ui/theme/theme.h"
#include "ui/widgets/charts.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString useWords(const char *text) { return QCoreApplication::translate("substance use", text); }

constexpr int kUseNameWidth = 150;

/// Of the table, with its share of the width.
struct UseColumn {
    QString column;
    int share;
};
const QList<UseColumn> &useColumns()
{
    static const QList<UseColumn> columns{
        {u"pattern"_s, 8}, {u"route"_s, 7}, {u"days"_s, 5}, {u"amount"_s, 6}, {u"alone"_s, 7}, {u"last_used"_s, 7}};
    return columns;
}

/// Of all reviews: one axis for all substances.
UseSpan spanOf(const QList<UseReview> &all)
{
    UseSpan span;
    for (const UseReview &review : all) {
        span.first = span.first.isValid() ? std::min(span.first, review.asOn) : review.asOn;
        span.last = span.last.isValid() ? std::max(span.last, review.asOn) : review.asOn;
    }
    return span;
}

} // namespace

void addUseHead(QVBoxLayout *place, const QList<UseReview> &all, QDate today)
{
    if (Theme::isLarge())
        return; // each answer says what it answers
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    auto *name = label(words::labelOfField<SubstanceUse>(u"substance_id"_s), "soft");
    name->setFixedWidth(Theme::scaled(kUseNameWidth));
    head->addWidget(name);
    for (const UseColumn &column : useColumns()) {
        auto *title = label(words::labelOfField<SubstanceUse>(column.column), "soft", true);
        title->setMinimumWidth(1); // as the cells below
        head->addWidget(title, column.share);
    }
    const UseSpan span = spanOf(all);
    auto *over = label(
        useWords("Over time, %1 – %2").arg(words::dayAndMonth(span.first, today), words::dayAndMonth(span.last, today)), "soft", true);
    over->setFixedWidth(Theme::scaled(120));
    head->addWidget(over);
    place->addLayout(head);
}

void addUseLine(
    QVBoxLayout *table, const SubstanceUse &use, const QList<UseReview> &all, const QHash<qint64, QString> &names, const Services &services)
{
    const QDate today = services.records.today();
    const QString name = names.value(use.substanceId.value, useWords("A substance"));
    table->addWidget(rule());
    auto *line = columnsOrRows(12);
    auto *who = new QWidget;
    auto *place = new QVBoxLayout(who);
    place->setContentsMargins(0, 0, 0, 0);
    place->setSpacing(2);
    place->addWidget(label(breakable(name), "strong", true));
    QStringList below;
    if (use.rank)
        below.append(words::labelFor(*use.rank));
    if (use.source == UseSource::Prescribed)
        below.append(words::labelFor(*use.source));
    if (const QString same = words::sameAs(use, today); !same.isEmpty())
        below.append(same);
    if (!below.isEmpty())
        place->addWidget(label(below.join(u" · "_s), "soft", true));
    if (!Theme::isLarge())
        who->setFixedWidth(Theme::scaled(kUseNameWidth));
    line->addWidget(who);
    for (const UseColumn &column : useColumns()) {
        const QString said = words::useAnswer(use, column.column, services);
        auto *cell
            = label(breakable(Theme::isLarge() ? words::labelOfField<SubstanceUse>(column.column) + u": "_s + said : said), "", true);
        if (!Theme::isLarge()) // below its heading, however long the words
            cell->setMinimumWidth(1);
        line->addWidget(cell, column.share);
    }
    line->addWidget(new UseHistoryBars(name, useHistory(all, use.substanceId), today, spanOf(all)), 0, Qt::AlignVCenter);
    table->addLayout(line);
}

void addUseChanges(QVBoxLayout *place, const UseComparison &comparison, const QHash<qint64, QString> &names, const Services &services)
{
    if (comparison.changes.isEmpty())
        return place->addWidget(label(useWords("Nothing is different."), "soft", true));
    bool offers = false;
    for (const UseChange &change : comparison.changes) {
        const bool isFlagged = change.isFlagged();
        place->addWidget(
            label(breakable(words::useChange(change, comparison.sharedDays, names, services)), isFlagged ? "strong" : "", true));
        if (change.offers.isEmpty())
            continue;
        place->addWidget(label(words::useOffers(change.offers), "soft", true));
        offers = true;
    }
    if (offers)
        place->addWidget(label(words::useOffersSource(), "soft", true));
}

} // namespace keywork
