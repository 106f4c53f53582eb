// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/rent_words.h"

#include "ui/text/say.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {

QString chargeSentence(const RentAccount &account, RentVoice voice)
{
    if (!account.charge)
        return say(QT_TRANSLATE_NOOP("words", "No service charge is on file for today."));
    const RentCharge &charge = account.charge->value;
    if (charge.per == RentPer::Month)
        return say(QT_TRANSLATE_NOOP("words", "Service charge: %1 a calendar month since %2, less what Housing Benefit covers."))
            .arg(charge.amount.text(), date(charge.fromOn));
    const QString sentence = voice == RentVoice::To
        ? say(QT_TRANSLATE_NOOP("words", "Service charge: %1 a week since %2, of which %3 a week is yours to pay."))
        : say(QT_TRANSLATE_NOOP("words", "Service charge: %1 a week since %2, of which %3 a week is theirs to pay."));
    return sentence.arg(charge.amount.text(), date(charge.fromOn), account.ownAWeek().value_or(Pence()).text());
}

QString benefitSentence(const RentAccount &account)
{
    if (!account.benefit)
        return say(QT_TRANSLATE_NOOP("words", "Housing Benefit: not known yet."));
    const HousingBenefit &benefit = account.benefit->value;
    const QString state = labelFor(benefit.state);
    const QString since = date(benefit.asOf);
    const Pence covered = coveredOn(account.facts, account.on);
    if (covered > Pence())
        return say(QT_TRANSLATE_NOOP("words", "Housing Benefit: %1, known since %2; today it covers %3 a week."))
            .arg(state, since, covered.text());
    return say(QT_TRANSLATE_NOOP("words", "Housing Benefit: %1, known since %2; today it covers nothing.")).arg(state, since);
}

QString owedSentence(const RentAccount &account)
{
    if (account.arrears > Pence())
        return say(QT_TRANSLATE_NOOP("words", "Owed today: %1.")).arg(account.arrears.text());
    if (account.arrears < Pence())
        return say(QT_TRANSLATE_NOOP("words", "Nothing is owed today; paid ahead: %1.")).arg(Pence{-account.arrears.value}.text());
    return say(QT_TRANSLATE_NOOP("words", "Nothing is owed today."));
}

QString arrangementSentence(const RentAccount &account)
{
    const ArrearsArrangement &agreed = account.arrangement->value;
    const QString what = say(QT_TRANSLATE_NOOP("words", "Arrangement since %1: %2 a week besides the week's own part."))
                             .arg(date(agreed.fromOn), agreed.weekly.text());
    if (account.arranged.isEmpty())
        return what + u' ' + say(QT_TRANSLATE_NOOP("words", "No whole week of it is over yet."));
    return what + u' ' + say(QT_TRANSLATE_NOOP("words", "Kept in %1 of %2 weeks.")).arg(account.keptWeeks()).arg(account.arranged.size());
}

} // namespace

QStringList rentSummary(const RentAccount &account, RentVoice voice)
{
    QStringList lines{chargeSentence(account, voice), benefitSentence(account), owedSentence(account)};
    // Until it is decided, all of the charge stands as owed.
    if (account.benefit && account.benefit->value.state == BenefitState::Applied && account.arrears > Pence())
        lines.append(say(QT_TRANSLATE_NOOP("words", "The claim is not decided: once it is, less may be owed from its first day on.")));
    if (account.arrangement)
        lines.append(arrangementSentence(account));
    return lines;
}

QString rentEntry(const RentEntry &entry, const ChoiceSource &choices)
{
    if (entry.isPayment()) {
        const QString how = choice(choices, u"payment_how"_s, entry.how.code);
        const QString note = entry.note.trimmed();
        return say(QT_TRANSLATE_NOOP("words", "Paid: %1")).arg(note.isEmpty() ? how : how + u", "_s + note);
    }
    const QString nights = entry.nights == 1
        ? say(QT_TRANSLATE_NOOP("words", "1 night, %1")).arg(date(entry.on))
        : say(QT_TRANSLATE_NOOP("words", "%1 nights, %2 to %3")).arg(QString::number(entry.nights), date(entry.from), date(entry.on));
    if (entry.benefit == Pence())
        return nights;
    return say(QT_TRANSLATE_NOOP("words", "%1: %2 less Housing Benefit %3")).arg(nights, entry.charge.text(), entry.benefit.text());
}

} // namespace keywork::words
