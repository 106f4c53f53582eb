// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/money_document.h"

#include "core/services/care/rent_account.h"
#include "core/services/records/records.h"
#include "ui/print/house_paper.h"
#include "ui/print/say.h"
#include "ui/text/rent_words.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

const QString kToFillIn = u"________"_s;

qreal scaleOf(CopyKind kind) { return kind == CopyKind::LargePrint ? kLargePrint : 1.0; }

Runs cell(const QString &words, bool bold = false) { return Runs{{words, bold, false}}; }

/// What is known of a resident for a budget; everything is empty for a blank sheet.
struct KnownMoney {
    QString benefits;
    QString ownAWeek; ///< what is theirs of the service charge
    QString chargeAMonth; ///< of one by the calendar month
    QString payingOff;
    QList<Kept<Debt>> debts;
};

Result<KnownMoney> knownOf(const Services &services, const Kept<Person> &person)
{
    const auto facts = rentFactsOf(services.records, person.id);
    const auto debts = services.records.of<Debt>("person_id", person.id);
    if (!facts || !debts)
        return facts ? debts.error() : facts.error();
    const RentAccount account = rentAccountOf(*facts, services.records.today());
    KnownMoney known;
    known.benefits = person.value.benefits;
    if (const auto own = account.ownAWeek())
        known.ownAWeek = own->text();
    else if (account.charge && !account.benefit) // what benefit takes off a month differs with its nights
        known.chargeAMonth = account.charge->value.amount.text();
    if (account.arrangement && account.arrears > Pence())
        known.payingOff = account.arrangement->value.weekly.text();
    for (const Kept<Debt> &debt : *debts)
        if (!debt.value.settledOn && !debtTells(debt.value.creditorKind.code))
            known.debts.append(debt);
    return known;
}

/// What it is; how often, or to whom; how much; a week.
QList<Runs> budgetLine(const QString &what, const QString &aWeek = {})
{
    return {cell(what), cell(kToFillIn), cell(kToFillIn), cell(aWeek.isEmpty() ? kToFillIn : aWeek, !aWeek.isEmpty())};
}

Table budgetTable(const QString &what)
{
    Table made;
    made.shares = {0.43, 0.19, 0.19, 0.19};
    made.head = {what, say("How often"), say("How much"), say("A week")};
    return made;
}

void addBudgetLines(Document &document, Table made)
{
    for (qsizetype i = 0; i < made.rows.size(); ++i)
        made.firstOfGroup.append(true);
    document.add(table(made));
}

void addIncome(Document &document, const KnownMoney &known)
{
    document.add(heading(say("What comes in")));
    if (!known.benefits.trimmed().isEmpty()) {
        document.add(text({{say("On file about benefits:"), true, false}}, 10, 2));
        document.add(flowing(known.benefits, 10));
    }
    Table lines = budgetTable(say("From"));
    for (const char *line : {QT_TRANSLATE_NOOP("print", "Universal Credit"), QT_TRANSLATE_NOOP("print", "Other benefits"),
             QT_TRANSLATE_NOOP("print", "Wages"), QT_TRANSLATE_NOOP("print", "Anything else")})
        lines.rows.append(budgetLine(say(line)));
    lines.rows.append(budgetLine(say("All that comes in")));
    addBudgetLines(document, lines);
}

void addSpending(Document &document, const KnownMoney &known)
{
    document.add(heading(say("What goes out"), say("first what keeps your room and your body going")));
    Table lines = budgetTable(say("For"));
    QList<Runs> charge = budgetLine(say("Service charge, your part"), known.ownAWeek);
    if (!known.chargeAMonth.isEmpty()) {
        charge[1] = cell(say("a calendar month"));
        charge[2] = cell(known.chargeAMonth, true);
    }
    lines.rows.append(charge);
    lines.rows.append(budgetLine(say("Paying off what is owed here"), known.payingOff));
    for (const char *line : {QT_TRANSLATE_NOOP("print", "Paying off other debts"), QT_TRANSLATE_NOOP("print", "Food and drink"),
             QT_TRANSLATE_NOOP("print", "Fares"), QT_TRANSLATE_NOOP("print", "Phone"),
             QT_TRANSLATE_NOOP("print", "Clothes, washing, toiletries"), QT_TRANSLATE_NOOP("print", "Children, family, a pet"),
             QT_TRANSLATE_NOOP("print", "Smoking or vaping"), QT_TRANSLATE_NOOP("print", "Going out, hobbies, sport"),
             QT_TRANSLATE_NOOP("print", "Anything else that money goes on"), QT_TRANSLATE_NOOP("print", "Put by for later")})
        lines.rows.append(budgetLine(say(line)));
    lines.rows.append(budgetLine(say("All that goes out")));
    lines.rows.append(budgetLine(say("What is left: comes in less goes out")));
    addBudgetLines(document, lines);
}

void addDebts(Document &document, const KnownMoney &known, const ChoiceSource &choices)
{
    constexpr qsizetype kEmptyRows = 3;
    document.add(heading(say("What I owe"), say("only what you want to write down")));
    Table lines;
    lines.shares = {0.40, 0.20, 0.40};
    lines.head = {say("To whom"), say("How much"), say("What was agreed")};
    for (const Kept<Debt> &debt : known.debts) {
        const QString kind = words::choice(choices, u"creditor_kind"_s, debt.value.creditorKind.code);
        const QString who = debt.value.creditor.isEmpty() ? kind : kind + u", "_s + debt.value.creditor;
        const QString agreed = debt.value.arrangement.trimmed().isEmpty() ? kToFillIn : debt.value.arrangement;
        lines.rows.append({cell(who), cell(debt.value.amount ? debt.value.amount->text() : kToFillIn), cell(agreed)});
    }
    for (qsizetype i = 0; i < kEmptyRows; ++i)
        lines.rows.append({cell(kToFillIn), cell(kToFillIn), cell(kToFillIn)});
    addBudgetLines(document, lines);
    document.add(text({{say("A debt adviser helps free of charge, also when it is a lot or nothing can be paid. Ask us, and we look for "
                            "one with you.")}},
        10, 4));
}

Table accountTable(const RentAccount &account, const ChoiceSource &choices)
{
    Table lines;
    lines.shares = {0.14, 0.44, 0.14, 0.14, 0.14};
    lines.head = {say("Date"), say("What"), say("Charge"), say("Payment"), say("You owe")};
    for (auto entry = account.entries.crbegin(); entry != account.entries.crend(); ++entry) { // the latest first
        const bool isPaid = entry->isPayment();
        lines.rows.append(
            {cell(words::date(entry->on), true), cell(words::rentEntry(*entry, choices)), cell(isPaid ? QString() : entry->own.text()),
                cell(isPaid ? entry->paid.text() : QString()), cell(entry->balance.text(), true)});
        lines.firstOfGroup.append(true);
    }
    return lines;
}

} // namespace

Result<Document> rentStatement(const Services &services, Id<Person> person, CopyKind kind)
{
    const auto who = services.records.one(person);
    const auto facts = rentFactsOf(services.records, person);
    if (!who || !facts)
        return who ? facts.error() : who.error();
    const RentAccount account = rentAccountOf(*facts, services.records.today());
    auto begun = housePaper(services, say("Your service charge"), say("line by line, up to today"), whoseIs(who->value));
    if (!begun)
        return begun;
    Document document = *begun;
    document.title = say("Your service charge");
    document.textScale = scaleOf(kind);
    for (const QString &line : words::rentSummary(account, words::RentVoice::To))
        document.add(text({{line}}, 11, 4));
    document.add(heading(say("Your account"), say("the latest first")));
    if (account.entries.isEmpty())
        document.add(text({{say("Nothing is on file yet.")}}, 11, 6));
    else
        document.add(table(accountTable(account, services.records.choices())));
    document.add(
        text({{say("A night counts once it is over. With a minus before it, you have paid ahead. If something is not right here, tell "
                   "us: we look at it with you."),
                 false, true}},
            9.5, 0));
    return document;
}

Result<Document> budgetSheet(const Services &services, std::optional<Id<Person>> person, CopyKind kind)
{
    const auto who = person ? services.records.one(*person) : Result<Kept<Person>>(Kept<Person>());
    const auto known = !person ? Result<KnownMoney>(KnownMoney()) : who ? knownOf(services, *who) : Result<KnownMoney>(who.error());
    if (!known)
        return known.error();
    auto begun = housePaper(services, say("My budget"), say("yours: nobody has to see it"), person ? whoseIs(who->value) : QString());
    if (!begun)
        return begun;
    Document document = *begun;
    document.title = say("My budget");
    document.textScale = scaleOf(kind);
    addIncome(document, *known);
    addSpending(document, *known);
    addDebts(document, *known, services.records.choices());
    return document;
}

} // namespace keywork::print
