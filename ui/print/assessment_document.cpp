// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/assessment_document.h"

#include "core/rules/discreet.h"
#include "core/services/records/records.h"
#include "ui/print/house_paper.h"
#include "ui/print/say.h"
#include "ui/text/words.h"

#include <QCoreApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

/// What a page that is lost must not tell.
bool isDelicate(Category category)
{
    return category == Category::Health || category == Category::SubstanceUse || category == Category::Treatment
        || category == Category::BloodBorneViruses || category == Category::Risk || category == Category::Offending
        || category == Category::EarlyLife;
}

bool isOnPaper(Category category, const Session &session, CopyKind kind, EarlyLife early)
{
    return session.may(Act::Read, category) && (category != Category::EarlyLife || early == EarlyLife::Included)
        && (kind != CopyKind::Discreet || !isDelicate(category));
}

QString answerWords(const FilledForm &filled, const Question &question, CopyKind kind)
{
    if (const auto reason = AskedForm::notSaid(filled.answers, question))
        return words::labelFor(*reason);
    const QString answer = filled.asked->words(filled.answers, question);
    return kind == CopyKind::Discreet ? discreetText(answer) : answer;
}

void addAnswer(Document &document, const QString &asked, const QString &answer, const QString &corrected)
{
    auto question = text({{asked, true, false}}, 9.5, 2);
    question->keepWithNext = true;
    document.add(question);
    document.add(flowing(answer));
    if (!corrected.isEmpty())
        document.add(text({{say("Corrected: %1").arg(corrected), false, true}}, 9, 3));
}

/// Of a section, what was answered; false when nothing stands on the paper.
bool addSection(
    Document &document, const FilledForm &filled, const FormSection &section, const Session &session, CopyKind kind, EarlyLife early)
{
    bool any = false;
    const auto begin = [&] {
        if (!any)
            document.add(heading(section.title));
        any = true;
    };
    if (const auto why = filled.leftOut.constFind(section.id);
        why != filled.leftOut.constEnd() && isOnPaper(section.category, session, kind, early)) {
        begin();
        document.add(text({{words::labelFor(*why), false, true}}));
    }
    for (const Question &question : section.questions) {
        if (!isOnPaper(question.category, session, kind, early) || !filled.asked->asks(filled.answers, question))
            continue;
        const QString answer = answerWords(filled, question, kind);
        if (answer.isEmpty())
            continue;
        begin();
        addAnswer(document, question.ask, answer, kind == CopyKind::Discreet ? QString() : filled.corrected.value(question.id));
    }
    return any;
}

/// Lines to write on, so many points apart.
BlockPtr linesToWriteOn(int lines)
{
    constexpr qreal kApart = 22 * kPoint;
    return drawing(lines * kApart, [lines](QPainter &painter, QRectF place) {
        painter.setPen(QPen(Ink().line, kPoint / 2));
        for (int i = 1; i <= lines; ++i)
            painter.drawLine(
                QPointF(place.left(), place.top() + i * kApart - kPoint), QPointF(place.right(), place.top() + i * kApart - kPoint));
    });
}

QString boxes(const QStringList &labels)
{
    QStringList all;
    for (const QString &label : labels)
        all.append(toTick(label));
    return all.join(u"    "_s);
}

BlockPtr roomFor(const Question &question)
{
    QStringList labels;
    switch (question.kind) {
    case QuestionKind::YesNo:
        return text({{boxes({say("Yes"), say("No")})}}, 10, 4);
    case QuestionKind::OneOf:
    case QuestionKind::SeveralOf:
        for (const FormChoice &choice : question.choices)
            labels.append(choice.label);
        return text({{boxes(labels)}}, 10, 4);
    case QuestionKind::Scale:
        for (int i = 0; i <= 10; ++i)
            labels.append(QString::number(i));
        return text({{labels.join(u"    "_s)}, {u"   0: %1 · 10: %2"_s.arg(question.lowLabel, question.highLabel), false, true}}, 10, 4);
    case QuestionKind::LongText:
        return linesToWriteOn(3);
    case QuestionKind::Table:
        for (const FormColumn &column : question.columns)
            labels.append(column.label);
        return together({text({{labels.join(u" · "_s), false, true}}, 9.5, 2), linesToWriteOn(4)});
    case QuestionKind::Text:
    case QuestionKind::Number:
    case QuestionKind::Date:
        break;
    }
    return linesToWriteOn(1);
}

/// "If yes to: …", so that whoever writes by hand knows what to skip.
QString waitsFor(const Form &form, const Question &question)
{
    const Question *earlier = form.question(question.showIf.question);
    if (!earlier)
        return {};
    QStringList answers;
    for (const QString &code : question.showIf.codes) {
        QString label = code == kYes ? say("Yes") : code == kNo ? say("No") : code;
        for (const FormChoice &choice : earlier->choices)
            label = choice.code == code ? choice.label : label;
        answers.append(label);
    }
    return answers.isEmpty() ? say("Only after an answer to “%1”").arg(earlier->ask)
                             : say("Only after “%1”: %2").arg(earlier->ask, answers.join(u" / "_s));
}

QString circumstances(const Services &services, const Assessment &assessment)
{
    const Clock &clock = services.records.clock();
    QStringList lines{say("%1, begun %2").arg(assessment.number, words::moment(clock.local(assessment.begunAt)))};
    QStringList how{words::choice(services.records.choices(), u"assessment_means"_s, assessment.means.code)};
    if (!assessment.place.isEmpty())
        how.append(assessment.place);
    if (!assessment.present.isEmpty())
        how.append(say("with %1").arg(assessment.present));
    if (!assessment.interpreter.isEmpty())
        how.append(say("interpreter: %1").arg(assessment.interpreter));
    lines.append(how.join(u" · "_s));
    lines.append(assessment.finishedAt ? say("Finished %1").arg(words::moment(clock.local(*assessment.finishedAt)))
                                       : say("Half done: more may follow"));
    return lines.join(u'\n');
}

} // namespace

std::set<Category> categoriesOn(const FilledForm &filled, const Session &session, CopyKind kind, EarlyLife early)
{
    std::set<Category> categories;
    for (const FormSection &section : filled.asked->form().sections)
        for (const Question &question : section.questions)
            if (isOnPaper(question.category, session, kind, early) && AskedForm::isAnswered(filled.answers, question))
                categories.insert(question.category);
    return categories;
}

Result<Document> assessmentDocument(const Services &services, const FilledForm &filled, CopyKind kind, EarlyLife early)
{
    const Assessment &assessment = filled.assessment.value;
    if (Done open = services.records.checkOpen(assessment.personId.value); !open)
        return open.error();
    const auto who = services.records.one(assessment.personId);
    if (!who)
        return who.error();
    const bool isDiscreet = kind == CopyKind::Discreet;
    auto document
        = housePaper(services, filled.formTitle, isDiscreet ? QString() : circumstances(services, assessment), whoseIs(who->value));
    if (!document)
        return document;
    document->title = filled.formTitle;
    document->textScale = kind == CopyKind::LargePrint ? kLargePrint : 1.0;
    const Session &session = services.records.session();
    bool any = false;
    bool hasMore = false;
    for (const FormSection &section : filled.asked->form().sections) {
        any = addSection(*document, filled, section, session, kind, early) || any;
        for (const Question &question : section.questions)
            hasMore = hasMore || !isOnPaper(question.category, session, kind, early);
    }
    if (!any)
        document->add(text({{say("Nothing stands here.")}}));
    // Known from the form alone, so that it tells nothing of the person.
    if (hasMore)
        document->add(text({{say("Some parts of this form are not on this copy."), false, true}}));
    return document;
}

Result<Document> emptyForm(const Services &services, const Form &form, CopyKind kind)
{
    auto document = housePaper(services, form.title, form.about, {});
    if (!document)
        return document;
    document->title = form.title;
    document->textScale = kind == CopyKind::LargePrint ? kLargePrint : 1.0;
    document->add(text({{say("Name")}}, 10, 2));
    document->add(linesToWriteOn(1));
    document->add(text({{say("Where, when, and who was there")}}, 10, 2));
    document->add(linesToWriteOn(1));
    for (const FormSection &section : form.sections) {
        document->add(heading(section.title));
        if (!section.about.isEmpty())
            document->add(text({{section.about, false, true}}));
        for (const Question &question : section.questions) {
            QList<BlockPtr> whole{text({{question.ask, true, false}}, 10, 2)};
            if (const QString waits = waitsFor(form, question); !waits.isEmpty())
                whole.append(text({{waits, false, true}}, 9, 2));
            if (!question.help.isEmpty())
                whole.append(text({{question.help, false, true}}, 9, 2));
            whole.append(roomFor(question));
            document->add(together(whole));
        }
    }
    return document;
}

} // namespace keywork::print
