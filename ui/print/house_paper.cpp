// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/house_paper.h"

#include "core/base/text.h"
#include "core/domain/house.h"
#include "core/domain/person.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/print/say.h"
#include "ui/text/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork::print {

Result<Document> housePaper(
    const Services &services, const QString &title, const QString &soft, const QString &whose, const QString &printedBy)
{
    const auto houses = services.records.all<House>();
    if (!houses)
        return houses.error();
    const House house = houses->isEmpty() ? House() : houses->first().value;
    const Clock &clock = services.records.clock();
    Document document;
    document.footLeft = house.name;
    document.footMiddle = whose.isEmpty() ? QString() : whose + u" · "_s + say("sensitive personal data");
    QList<BlockPtr> left{text({{title, true, false}}, 17, 2)};
    if (!whose.isEmpty())
        left.append(text({{whose, true, false}}, 11, 2));
    if (!soft.isEmpty())
        left.append(text({{soft, false, true}}, 9.5, 2));
    const QString when = words::moment(clock.local(clock.now()));
    const QString by = printedBy.isEmpty() ? services.records.session().name() : printedBy;
    left.append(text({{say("Printed %1 by %2").arg(when, by), false, true}}, 9.5, 0));
    document.add(sideBySide(together(left), rightText(house.name + u'\n' + house.address + u'\n' + house.telephone), 0.66));
    return document;
}

QString whoseIs(const Person &person) { return person.displayName() + u", "_s + person.number; }

QList<BlockPtr> flowing(const QString &words, qreal points)
{
    constexpr int kMost = 1200; // characters of which a page holds several times as many
    QList<BlockPtr> blocks;
    for (QString paragraph : words.split(u'\n')) {
        while (paragraph.size() > kMost) {
            const qsizetype blank = paragraph.lastIndexOf(u' ', kMost);
            const QString part = atMost(paragraph, blank > kMost / 2 ? blank : kMost);
            blocks.append(text({{part}}, points, 0));
            paragraph = paragraph.mid(part.size()).trimmed();
        }
        blocks.append(text({{paragraph}}, points, 3));
    }
    return blocks;
}

} // namespace keywork::print
