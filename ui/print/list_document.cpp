// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/list_document.h"

#include "core/services/services.h"
#include "ui/print/house_paper.h"
#include "ui/print/say.h"
#include "ui/text/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

constexpr int kMostInCell = 160;

/// As wide as what stands in them, within bounds: a narrow column breaks words, a wide one starves the others.
QList<qreal> sharesOf(const ListOnPaper &list)
{
    QList<qreal> weights;
    qreal all = 0;
    for (qsizetype column = 0; column < list.labels.size(); ++column) {
        qsizetype longest = list.labels.at(column).size();
        for (const QStringList &line : list.lines)
            longest = std::max(longest, line.at(column).size());
        weights.append(qreal(std::clamp<qsizetype>(longest, 6, 36)));
        all += weights.last();
    }
    for (qreal &weight : weights)
        weight /= all;
    return weights;
}

} // namespace

Result<Document> listDocument(const Services &services, const ListOnPaper &list)
{
    const QString count = say("%1 in the list").arg(QLocale().toString(list.lines.size()));
    const QString soft = list.filter.isEmpty() ? count : count + u", "_s + say("with the words “%1”").arg(list.filter);
    auto document = housePaper(services, list.title, soft, list.whose);
    if (!document)
        return document;
    document->title = list.title;
    Table rows;
    rows.shares = sharesOf(list);
    rows.head = list.labels;
    bool isCut = false;
    for (const QStringList &line : list.lines) {
        QList<Runs> cells;
        for (const QString &cell : line) {
            isCut = isCut || cell.size() > kMostInCell;
            cells.append(Runs{{words::shortened(cell, kMostInCell)}});
        }
        rows.rows.append(cells);
    }
    if (rows.rows.isEmpty())
        document->add(text({{say("Nothing stands here.")}}));
    else
        document->add(table(rows));
    for (const QString &sentence : list.below)
        document->add(text({{sentence, true, false}}));
    if (isCut)
        document->add(text({{say("Long texts end with “…”; the records hold them whole."), false, true}}));
    return document;
}

} // namespace keywork::print
