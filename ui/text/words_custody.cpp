// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_custody.h"

#include "core/services/records/records.h"
#include "ui/text/say.h"
#include "ui/text/words.h"
#include "ui/text/words_team.h"

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {

/// Who gave a second name later; 0: nobody.
qint64 secondNameOf(const CustodyLine &line, const HeldPage &page)
{
    for (const CustodyLine &other : page.state.lines)
        if (other.entry.value.act == CustodyAct::SecondName && other.entry.value.aboutId == line.entry.id)
            return other.entry.createdBy;
    return 0;
}

/// The entry that a correction, a second name or a review is about.
QString aboutWhat(const CustodyEntry &entry, const HeldPage &page, const Services &services)
{
    for (const CustodyLine &line : page.state.lines)
        if (line.entry.id == entry.aboutId)
            return say(QT_TRANSLATE_NOOP("words", "of “%1”, %2"))
                .arg(labelFor(line.entry.value.act), momentHere(line.entry.value.doneAt, services));
    return {};
}

QString countsOf(const CustodyEntry &entry)
{
    if (entry.sealed)
        return say(QT_TRANSLATE_NOOP("words", "sealed, not counted"));
    if (entry.struckOut)
        return say(QT_TRANSLATE_NOOP("words", "should not be there at all"));
    if (entry.countedBefore && entry.countedAfter)
        return say(QT_TRANSLATE_NOOP("words", "counted %1, then %2")).arg(*entry.countedBefore).arg(*entry.countedAfter);
    return entry.countedAfter ? say(QT_TRANSLATE_NOOP("words", "counted %1")).arg(*entry.countedAfter) : QString();
}

} // namespace

QString withSign(qint64 number)
{
    return number > 0 ? u'+' + QString::number(number) : number < 0 ? u'−' + QString::number(-number) : u"0"_s;
}

QString heldNow(const HeldPage &page)
{
    if (!page.state.balance)
        return say(QT_TRANSLATE_NOOP("words", "not counted yet"));
    return say(QT_TRANSLATE_NOOP("words", "%1 %2")).arg(*page.state.balance).arg(shortLabelFor(page.medicine.value.unit));
}

QString signedBy(const CustodyLine &line, const HeldPage &page, const Services &services)
{
    const QString first = teamMember({line.entry.createdBy}, services);
    const CustodyEntry &entry = line.entry.value;
    if (!entry.second)
        return first;
    const qint64 later = secondNameOf(line, page);
    if (entry.second == SecondName::Staff || later > 0)
        return first + u" + "_s + teamMember({later > 0 ? later : entry.secondId.value}, services);
    return entry.second == SecondName::Resident ? say(QT_TRANSLATE_NOOP("words", "%1 + the resident")).arg(first)
                                                : say(QT_TRANSLATE_NOOP("words", "%1, second name missing")).arg(first);
}

QString lastCount(const HeldPage &page, const Services &services)
{
    if (!page.state.lastCount)
        return {};
    const CustodyLine &line = page.state.lines.at(*page.state.lastCount);
    return momentHere(line.entry.value.doneAt, services) + u", "_s + signedBy(line, page, services);
}

QStringList stillToDo(const HeldPage &page, const Services &services)
{
    QStringList lines;
    if (page.state.recountSince)
        lines.append(say(QT_TRANSLATE_NOOP("words", "To be counted again at handover, with two names of the team: since %1."))
                         .arg(momentHere(*page.state.recountSince, services)));
    if (page.state.waitsForSecondName())
        lines.append(say(QT_TRANSLATE_NOOP("words", "A second name is missing.")));
    if (page.state.waitsForReview())
        lines.append(say(QT_TRANSLATE_NOOP("words", "A difference is explained below and waits for a manager.")));
    if (page.state.isForCoroner)
        lines.append(say(QT_TRANSLATE_NOOP("words", "Held for the coroner: it goes to nobody but the coroner or the police.")));
    else if (page.state.isLeftBehind && page.state.isHeld())
        lines.append(say(QT_TRANSLATE_NOOP("words", "Left behind: ring them, or the pharmacy takes it back with a receipt.")));
    return lines;
}

QString custodyWhat(const CustodyLine &line, const HeldPage &page, const Services &services)
{
    const CustodyEntry &entry = line.entry.value;
    QStringList said{labelFor(entry.act)};
    if (entry.quantity && directionOf(entry.act) != 0)
        said.last() += u' ' + QString::number(*entry.quantity);
    if (const QString about = aboutWhat(entry, page, services); !about.isEmpty())
        said.last() += u' ' + about;
    said.append(countsOf(entry));
    if (!entry.receipt.isEmpty())
        said.append(say(QT_TRANSLATE_NOOP("words", "receipt: %1")).arg(entry.receipt));
    if (entry.difference.value_or(0) != 0)
        said.append(say(QT_TRANSLATE_NOOP("words", "differed from the register by %1")).arg(withSign(*entry.difference)));
    if (entry.cause)
        said.append(labelFor(*entry.cause));
    if (line.isStruckOut)
        said.append(say(QT_TRANSLATE_NOOP("words", "struck out later")));
    else if (line.isCorrected)
        said.append(say(QT_TRANSLATE_NOOP("words", "corrected later")));
    if (!entry.why.trimmed().isEmpty())
        said.append(entry.why.trimmed());
    said.removeAll(QString());
    return said.join(u" · "_s);
}

} // namespace keywork::words
