// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/quick_card.h"

#include "ui/print/blocks.h"
#include "ui/text/words.h"
#include "ui/text/words_keys.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

constexpr qreal kBody = 9; // points: a manager, who does most, has one page as well
constexpr qreal kBetween = 2.5;

QString say(const char *text) { return QCoreApplication::translate("print", text); }

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

BlockPtr column(const QList<Runs> &lines)
{
    QList<BlockPtr> blocks;
    for (const Runs &line : lines)
        blocks.append(text(line, kBody, kBetween));
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
    document.add(heading(say("What you do here")));
    for (const words::CardLine &line : words::whatTheyDo(role))
        document.add(text({{u"•  "_s + line.says}}, kBody, kBetween));
    document.add(heading(say("Keys")));
    const QList<Runs> keys = keyRuns(role);
    const qsizetype half = (keys.size() + 1) / 2;
    document.add(sideBySide(column(keys.mid(0, half)), column(keys.mid(half)), 0.5));
    document.add(heading(say("What to do when …")));
    for (const words::CardLine &line : words::whenItHappens(role))
        document.add(text({{line.when + u"  "_s, true, false}, {line.says}}, kBody, kBetween));
    return document;
}

} // namespace keywork::print
