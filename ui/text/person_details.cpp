// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/person_details.h"

#include "core/rules/arrival.h"
#include "core/services/session.h"
#include "ui/text/say.h"
#include "ui/text/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork::words {

QStringList personDetails(const ResidentLine &line)
{
    const Person &person = line.person.value;
    QStringList details;
    if (!person.number.isEmpty())
        details.append(person.number);
    if (person.bornOn)
        details.append(say(QT_TRANSLATE_NOOP("words", "born %1")).arg(partialDate(*person.bornOn)));
    if (!line.room.isEmpty())
        details.append(say(QT_TRANSLATE_NOOP("words", "Room %1")).arg(line.room));
    return details;
}

QString personLine(const ResidentLine &line) { return (QStringList{line.person.value.displayName()} + personDetails(line)).join(u" · "_s); }

QStringList stillToAsk(const ResidentLine &line, const Session &session)
{
    QStringList labels;
    if (line.isClosed || !line.stay || !cameUnplanned(line.stay->value))
        return labels;
    const auto mayRead = [&session](Category category) { return session.may(Act::Read, category); };
    for (const OpenQuestion &question : keywork::stillToAsk(line.person.value, mayRead))
        labels.append(label(question.field->label));
    return labels;
}

QStringList nearMatchReasons(const NearMatch &match)
{
    QStringList reasons;
    if (match.sameBirth)
        reasons.append(say(QT_TRANSLATE_NOOP("words", "same date of birth")));
    if (match.name != NameLikeness::None && !match.alias.isEmpty())
        reasons.append(say(QT_TRANSLATE_NOOP("words", "also known as %1")).arg(match.alias));
    switch (match.name) {
    case NameLikeness::None:
        break;
    case NameLikeness::Part:
        reasons.append(say(QT_TRANSLATE_NOOP("words", "part of the name alike")));
        break;
    case NameLikeness::Alike:
        reasons.append(say(QT_TRANSLATE_NOOP("words", "name alike")));
        break;
    case NameLikeness::Same:
        reasons.append(say(QT_TRANSLATE_NOOP("words", "same name")));
        break;
    }
    return reasons;
}

} // namespace keywork::words
