// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/assessments.h"
#include "core/services/records/records.h"
#include "tests/support/desk.h"
#include "tests/support/services.h"
#include "ui/pages/assessment/assessment_form.h"
#include "ui/pages/assessment/assessment_view.h"
#include "ui/pages/assessment/assessments_page.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/resident/resident_page.h"

namespace keywork::test {

using namespace Qt::StringLiterals;

/// Monday 14 September 2026, 9:42 in the house.
struct Asked {
    Desk desk;
    Kept<Person> ben;

    Asked()
    {
        auto builder = aPerson().arrived(QDate(2026, 9, 1));
        builder.person.gpPractice = u"Angel Surgery"_s;
        ben = builder.in(desk.made);
    }
    Services &services() { return desk.services(); }
    Screen &screen() { return desk.screen; }
    void open()
    {
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.window.enter(shared(desk.made));
        Screen::settle();
    }
    AssessmentsPage *tab(const RecordRef &record = {})
    {
        desk.window.workspace()->visit(residentVisit(ben.id.value, u"assessments"_s, record));
        Screen::settle();
        auto *resident = qobject_cast<ResidentPage *>(desk.window.workspace()->currentPage());
        REQUIRE(resident);
        auto *page = qobject_cast<AssessmentsPage *>(resident->currentTab());
        REQUIRE(page);
        return page;
    }
    Id<Assessment> begun(const QString &form)
    {
        Assessment begun;
        begun.personId = ben.id;
        begun.begunAt = desk.made.clock.now();
        begun.means = {u"here"_s};
        return need(services().assessments.begin(form, begun)).id;
    }
    AssessmentForm *filling(Id<Assessment> id)
    {
        AssessmentsPage *page = tab({u"assessment"_s, id.value});
        REQUIRE(page->form());
        REQUIRE(page->form()->editor());
        page->form()->editor()->form()->focusFirst();
        return page->form();
    }
    FilledForm read(Id<Assessment> id) { return need(services().assessments.read(id)); }
    QString answer(Id<Assessment> id, const QString &question)
    {
        const FilledForm now = read(id);
        return now.asked->words(now.answers, *now.asked->form().question(question));
    }
    void answerTheNeeded(Id<Assessment> id)
    {
        FilledForm now = read(id);
        NotSaid reasons = NotSaid::fromJson(now.answers.text(u"not_said"_s));
        for (const Violation &missing : unanswered(*now.asked, now.answers, {}))
            reasons.reasons.insert(missing.column, NotSaidReason::PrefersNot);
        now.answers.set(u"not_said"_s, reasons.toJson());
        need(services().assessments.save(id, now.answers));
    }
    QWidget *focus() { return desk.window.focusWidget(); }
    QString focusedQuestion()
    {
        for (QWidget *at = focus(); at; at = at->parentWidget())
            if (auto *editor = qobject_cast<FieldEditor *>(at))
                return editor->column();
        return {};
    }
    void enter()
    {
        const bool isWords = qobject_cast<QPlainTextEdit *>(focus());
        QTest::keyClick(focus(), Qt::Key_Return, isWords ? Qt::ControlModifier : Qt::NoModifier);
        Screen::settle();
    }
};

} // namespace keywork::test
