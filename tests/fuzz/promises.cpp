// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/promises.h"

#include "core/exchange/fhir_rules.h"
#include "core/exchange/fhir_unread.h"
#include "core/exchange/incoming_referral.h"
#include "core/forms/asked_form.h"
#include "core/forms/form_reader.h"
#include "core/record/codec.h"
#include "core/record/validation.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace keywork::test {

namespace {

/// Only digits and dashes, nothing before, nothing after.
bool hasForm(const QString &text)
{
    if (text.size() != 4 && text.size() != 7 && text.size() != 10)
        return false;
    for (qsizetype i = 0; i < text.size(); ++i)
        if (i == 4 || i == 7 ? text.at(i) != u'-' : text.at(i) < u'0' || text.at(i) > u'9')
            return false;
    return true;
}

/// What a column's decoder takes, its encoder writes the same way again.
template <class M> void checkCodec(QStringList &broken, const QString &text)
{
    if (const auto value = Codec<M>::decode(text); value && Codec<M>::encode(*value).toString() != text)
        broken.append(u"read as “%1”: “%2”"_s.arg(Codec<M>::encode(*value).toString(), text));
}

} // namespace

QStringList brokenByDate(const QString &text)
{
    QStringList broken;
    checkCodec<PartialDate>(broken, text);
    checkCodec<QDate>(broken, text);
    checkCodec<QDateTime>(broken, text);
    const auto date = PartialDate::fromText(text);
    if (!date)
        return broken;
    const auto expect = [&](bool holds, const QString &otherwise) {
        if (!holds)
            broken.append(otherwise + u": “"_s + text + u'”');
    };
    expect(hasForm(text), u"taken for a date"_s);
    expect(date->text() == text, u"changed"_s);
    expect(date->earliest().isValid() && date->latest().isValid() && date->earliest() <= date->latest(), u"no days"_s);
    expect(date->isExact() == (date->earliest() == date->latest()), u"neither exact nor open"_s);
    const auto age = ageOn(*date, QDate(2026, 9, 14));
    expect(!age || *age >= 0, u"an age below nothing"_s);
    return broken;
}

QStringList brokenByNarrative(const QString &xhtml)
{
    const QString text = fhir::narrativeText(xhtml);
    QStringList broken;
    if (text.size() > xhtml.size() * 2)
        broken.append(u"a text grew out of nothing"_s);
    // A "<" in the text was written as one: escaped, or inside CDATA.
    const bool mayHoldOne = xhtml.contains(u"&lt;"_s) || xhtml.contains(u"&#"_s) || xhtml.contains(u"CDATA"_s);
    if (!mayHoldOne && text.contains(u'<'))
        broken.append(u"markup in the text: "_s + text);
    return broken;
}

QStringList brokenByReferral(const QByteArray &file, const QString &passphrase)
{
    const auto read = readReferral(file, passphrase);
    if (read) {
        QStringList unread;
        const QStringList problems = fhir::documentProblems(fhir::withoutUnread(QJsonDocument::fromJson(read->document).object(), unread));
        return problems.isEmpty() ? QStringList() : QStringList{u"read with problems in it: "_s + problems.first()};
    }
    const ErrorKind kind = read.error().kind;
    if (kind != ErrorKind::Damaged && kind != ErrorKind::WrongPassword)
        return {u"refused without its reason: "_s + read.error().detail};
    return {};
}

namespace {

/// Knows every need, so that fuzzing is not stopped by the catalogue.
class AnyNeed final : public ChoiceSource {
public:
    QList<ChoiceOption> options(const QString &) const override { return {{u"debt_advice"_s, u"Debt advice"_s, u"Debt advice"_s}}; }
};

/// Answers of all sorts, good and bad: nothing that is made of them may fall.
void checkAnswers(QStringList &broken, const AskedForm &asked)
{
    const QStringList answers{u""_s, u"yes"_s, u"7"_s, u"[[\"a\"]]"_s, u"1999"_s, QString(1000, u'x')};
    for (const QString &answer : answers) {
        Row row = emptyRow(asked.type());
        for (const FormSection &section : asked.form().sections)
            for (const Question &question : section.questions)
                row.set(question.id, answer);
        if (check(row, AnyNeed(), QDate(2026, 9, 14)).size() > asked.form().questionCount())
            broken.append(u"more is wrong than there is"_s);
        for (const FormSection &section : asked.form().sections)
            if (const SectionProgress progress = progressOf(asked, section, row); progress.answered > progress.asked)
                broken.append(u"more was answered than asked"_s);
        for (const AnswerTold &told : toldBy(asked, row))
            if (answer.isEmpty() || asked.words(row, *told.question).isEmpty())
                broken.append(u"nothing tells something"_s);
        if (!changesBetween(asked, row, asked, row).isEmpty())
            broken.append(u"something changed between the same"_s);
    }
}

} // namespace

QStringList brokenByForm(const QByteArray &text)
{
    QStringList broken;
    const auto read = readForm(text, AnyNeed());
    if (const auto *problems = std::get_if<FormProblems>(&read)) {
        if (problems->isEmpty())
            broken.append(u"refused without a reason"_s);
        for (const FormProblem &problem : *problems)
            if (problem.line < 1 || problem.line > text.count('\n') + 1)
                broken.append(u"a line that is not there: %1"_s.arg(problem.line));
        return broken;
    }
    const Form &form = std::get<Form>(read);
    const auto again = readForm(writeForm(form), AnyNeed());
    if (const auto *same = std::get_if<Form>(&again); !same || *same != form)
        broken.append(u"written otherwise than read"_s);
    checkAnswers(broken, AskedForm(form));
    return broken;
}

} // namespace keywork::test
