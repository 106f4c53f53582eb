// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/form_editing.h"
#include "tests/support/form_texts.h"

namespace keywork::test::form_editing_test {

using namespace Qt::StringLiterals;

TEST_CASE("An id is made of words, and is nobody else's")
{
    CHECK(idFromWords(u"Where did you sleep?"_s, {}) == u"where_did_you_sleep");
    CHECK(idFromWords(u"Où dors-tu ?"_s, {}) == u"ou_dors_tu");
    CHECK(idFromWords(u"  "_s, {}) == u"question");
    CHECK(idFromWords(u"眠れますか"_s, {}) == u"question");
    CHECK(idFromWords(u"3 meals"_s, {}) == u"q_3_meals");
    CHECK(idFromWords(u"Not said"_s, {}) == u"question");
    CHECK(idFromWords(u"Sleep"_s, {u"sleep"_s, u"sleep_2"_s}) == u"sleep_3");
    const QString longest = idFromWords(QString(300, u'x'), {});
    CHECK(isFormId(longest));
    CHECK(isFormId(idFromWords(QString(300, u'x'), {longest})));
}

TEST_CASE("Choices keep their codes when they stay or are reworded in their place, and new ones get their own")
{
    const QList<FormChoice> before{{u"daily"_s, u"Every day"_s}, {u"never"_s, u"Never"_s}};
    CHECK(choicesFromLines({u"Never"_s, u" Every  day"_s}, before)
        == QList<FormChoice>{{u"never"_s, u"Never"_s}, {u"daily"_s, u"Every day"_s}});
    CHECK(
        choicesFromLines({u"Each day"_s, u"Never"_s}, before) == QList<FormChoice>{{u"daily"_s, u"Each day"_s}, {u"never"_s, u"Never"_s}});
    CHECK(choicesFromLines({u"Every day"_s, u""_s, u"Some days"_s, u"Never"_s}, before)
        == QList<FormChoice>{{u"daily"_s, u"Every day"_s}, {u"some_days"_s, u"Some days"_s}, {u"never"_s, u"Never"_s}});
    CHECK(choicesFromLines({u"Daily"_s}, before) == QList<FormChoice>{{u"daily_2"_s, u"Daily"_s}}); // not the earlier one
}

TEST_CASE("Answers are named by their labels")
{
    const Form form = formFrom(smallForm());
    CHECK(codesFromLines({u"a walk"_s, u"Sleep"_s}, *form.question(u"helps"_s)) == QStringList{u"walk"_s, u"sleep"_s});
    CHECK(codesFromLines({u"yes"_s}, *form.question(u"safe"_s)) == QStringList{u"yes"_s});
    CHECK(codesFromLines({u"7"_s}, *form.question(u"debts"_s)) == QStringList{u"7"_s});
    CHECK(codesFromLines({u"A nap"_s}, *form.question(u"helps"_s)) == QStringList{u"A nap"_s});
    CHECK(labelOfCode(*form.question(u"safe"_s), u"no"_s) == u"No");
}

TEST_CASE("Questions are put, moved over the ends of sections and taken out")
{
    Form form = formFrom(smallForm());
    moveQuestion(form, u"weight"_s, -1);
    CHECK(form.sections[0].questions.last().id == u"weight");
    moveQuestion(form, u"weight"_s, 1);
    CHECK(form == formFrom(smallForm()));
    moveQuestion(form, u"where"_s, -5);
    moveQuestion(form, u"since"_s, 5);
    moveQuestion(form, u"gone"_s, 1);
    CHECK(form == formFrom(smallForm()));
    Question more;
    more.id = u"more"_s;
    more.ask = u"More?"_s;
    putQuestion(form, u"first"_s, more);
    CHECK(form.sections[0].questions.last() == more);
    more.ask = u"Anything more?"_s;
    putQuestion(form, u"second"_s, more); // stays where it is
    CHECK(form.sections[0].questions.last().ask == u"Anything more?");
    removeQuestion(form, u"more"_s);
    CHECK(form == formFrom(smallForm()));
    for (const QString &id : {u"where"_s, u"safe"_s, u"why"_s, u"places"_s})
        removeQuestion(form, id);
    CHECK(form.sections.size() == 1);
    addSection(form, u"Pets"_s, Category::Family);
    CHECK(form.sections.last().id == u"pets");
    CHECK(problemsOf(writeForm(form)).isEmpty());
}

} // namespace keywork::test::form_editing_test
