// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/quick_card.h"

#include "ui/print/blocks.h"
#include "ui/print/say.h"
#include "ui/text/words.h"
#include "ui/text/words_keys.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

constexpr qreal kCardBody = 9; // points: a manager, who does most, has one page as well
constexpr qreal kBetween = 2.5;
constexpr qreal kBetweenParts = 10;

/// Keys of both lists that a first shift of this role needs, each with what it does.
QList<Runs> keyRuns(Role role)
{
    QList<Runs> lines;
    for (const QList<KeyHelp> &keys : {words::keysEverywhere(), words::keysInForms()})
        for (const KeyHelp &key : keys)
            if (key.onCard && (!key.needs || may(role, key.needs->act, key.needs->category)))
                lines.append(Runs{{key.keys + u"  "_s, true, false}, {key.does}});
    return lines;
}

/// A part of the card under its heading, with room before the next one.
void addPart(Document &document, const QString &title, const QList<Runs> &lines)
{
    document.add(heading(title));
    for (const Runs &line : lines)
        document.add(text(line, kCardBody, &line == &lines.last() ? kBetweenParts : kBetween));
}

BlockPtr column(const QList<Runs> &lines)
{
    QList<BlockPtr> blocks;
    for (const Runs &line : lines)
        blocks.append(text(line, kCardBody, kBetween));
    return together(blocks);
}

} // namespace

Document quickCard(Role role, const QString &house)
{
    Document document;
    document.title = say("Quick card");
    document.footLeft = house;
    document.footMiddle = say("Keywork on one page; nobody's data");
    document.add(text({{say("Keywork: quick card"), true, false}}, 17, 2));
    document.add(text({{words::labelFor(role), true, false}}, 13, 8));
    QList<Runs> does;
    for (const words::CardLine &line : words::whatTheyDo(role))
        does.append(Runs{{u"•  "_s + line.says}});
    addPart(document, say("What you do here"), does);
    document.add(heading(say("Keys")));
    const QList<Runs> keys = keyRuns(role);
    const qsizetype half = (keys.size() + 1) / 2;
    const BlockPtr both = sideBySide(column(keys.mid(0, half)), column(keys.mid(half)), 0.5);
    both->spaceAfter = kBetweenParts * kPoint;
    document.add(both);
    QList<Runs> when;
    for (const words::CardLine &line : words::whenItHappens(role))
        when.append(Runs{{line.when + u"  "_s, true, false}, {line.says}});
    addPart(document, say("What to do when …"), when);
    return document;
}

} // namespace keywork::print
