// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/forms.h"
#include "tests/support/form_texts.h"
#include "tests/support/services.h"

namespace keywork::test::forms_test {

using namespace Qt::StringLiterals;

namespace {

QStringList titlesOf(const QList<Kept<FormVersion>> &versions)
{
    QStringList titles;
    for (const Kept<FormVersion> &version : versions)
        titles.append(version.value.title);
    return titles;
}

} // namespace

TEST_CASE("Our forms are put in once, with whoever begins the first assessment")
{
    TestHostel hostel;
    Forms *forms = &hostel.services().forms;
    CHECK(need(forms->all()).isEmpty());
    need(forms->takeInShipped());
    CHECK(titlesOf(need(forms->offered())) == QStringList{u"First conversation"_s, u"Full assessment"_s, u"Review"_s});
    hostel.reopen();
    forms = &hostel.services().forms;
    const int rows = historyRows(hostel);
    need(forms->takeInShipped());
    CHECK(historyRows(hostel) == rows);
    CHECK(need(forms->all()).size() == 3);
    signInAs(hostel, u"Una Door"_s, Role::SupportWorker);
    CHECK(bool(hostel.services().forms.takeInShipped()));
}

TEST_CASE("A manager changes a form: one draft, published as the next version; nobody else may")
{
    TestHostel hostel;
    Forms &forms = hostel.services().forms;
    need(forms.takeInShipped());
    const auto draft = need(forms.edit(u"review"_s));
    CHECK(need(forms.edit(u"review"_s)).id == draft.id);
    Form form = need(forms.asked(draft.id))->form();
    form.sections[0].questions.swapItemsAt(0, 1);
    form.sections[3].questions.removeLast();
    const auto saved = need(forms.saveDraft(draft, form));
    const auto published = need(forms.publish(saved));
    CHECK(published.value.state == FormState::Published);
    CHECK(published.value.versionNumber == 2);
    CHECK(need(forms.currentOf(u"review"_s)).id == published.id);
    CHECK(need(forms.asked(published.id))->form() == form);
    // What was published stays.
    CHECK(kindOfError(forms.saveDraft(published, form)) == ErrorKind::NotAllowedNow);
    CHECK(kindOfError(forms.publish(published)) == ErrorKind::NotAllowedNow);
    auto changed = published;
    changed.value.title = u"Other"_s;
    CHECK(kindOfError(hostel.services().records.amend(changed)) == ErrorKind::NotAllowedNow);
    // The program's own text does not come back over a manager's.
    need(forms.takeInShipped());
    CHECK(need(forms.currentOf(u"review"_s)).id == published.id);

    const auto other = need(forms.edit(u"review"_s));
    need(forms.discardDraft(other));
    CHECK(need(forms.currentOf(u"review"_s)).id == published.id);
    signInAs(hostel, u"Una Door"_s, Role::Keyworker);
    Forms &theirs = hostel.services().forms;
    CHECK(kindOfError(theirs.edit(u"review"_s)) == ErrorKind::NotPermitted);
    CHECK(kindOfError(theirs.copy(u"review"_s, u"mine"_s, u"Mine"_s)) == ErrorKind::NotPermitted);
    CHECK(kindOfError(theirs.bring(smallForm())) == ErrorKind::NotPermitted);
}

TEST_CASE("A form is copied under another name, and one that is retired is not offered any more")
{
    TestHostel hostel;
    Forms &forms = hostel.services().forms;
    need(forms.takeInShipped());
    CHECK(kindOfError(forms.copy(u"review"_s, u"full_assessment"_s, u"Again"_s)) == ErrorKind::Invalid);
    CHECK(kindOfError(forms.copy(u"review"_s, u"Not An Id"_s, u"Again"_s)) == ErrorKind::Invalid);
    CHECK(kindOfError(forms.copy(u"gone"_s, u"ours"_s, u"Again"_s)) == ErrorKind::NotFound);
    const auto copy = need(forms.copy(u"review"_s, u"monthly"_s, u"Monthly look"_s));
    CHECK(titlesOf(need(forms.offered())).size() == 3); // a draft is not offered
    need(forms.publish(copy));
    CHECK(titlesOf(need(forms.offered())).contains(u"Monthly look"_s));
    const auto draft = need(forms.edit(u"monthly"_s));
    Form form = need(forms.asked(draft.id))->form();
    form.retired = true;
    need(forms.publish(need(forms.saveDraft(draft, form))));
    CHECK_FALSE(titlesOf(need(forms.offered())).contains(u"Monthly look"_s));
    CHECK(need(forms.all()).size() == 4);
}

TEST_CASE("A broken form is refused, and nothing of the others is lost")
{
    TestHostel hostel;
    Forms &forms = hostel.services().forms;
    need(forms.takeInShipped());
    const auto draft = need(forms.bring(smallForm()));
    CHECK(draft.value.title == u"Small form");
    QByteArray broken = smallForm();
    broken.replace("\"is\": [\"no\"]}", "\"is\": [\"perhaps\"]}");
    CHECK(kindOfError(forms.bring(broken)) == ErrorKind::Invalid);
    REQUIRE_FALSE(forms.problemsOf(broken).isEmpty());
    CHECK(need(forms.asked(draft.id))->form() == formFrom(smallForm()));
    Form form = formFrom(smallForm());
    form.sections[0].questions[2].showIf.question = u"why"_s; // on itself
    CHECK(kindOfError(forms.saveDraft(draft, form)) == ErrorKind::Invalid);
    form = formFrom(smallForm());
    form.id = u"review"_s; // not another one's
    CHECK(kindOfError(forms.saveDraft(draft, form)) == ErrorKind::Invalid);
    CHECK(need(forms.asked(draft.id))->form() == formFrom(smallForm()));
    CHECK(need(forms.offered()).size() == 3);
    need(forms.publish(draft));
    CHECK(need(forms.offered()).size() == 4);
}

} // namespace keywork::test::forms_test
