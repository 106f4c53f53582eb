// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/assessments.h"
#include "core/services/records/records.h"
#include "tests/fuzz/mutator.h"
#include "tests/fuzz/promises.h"
#include "tests/support/campaign.h"
#include "tests/support/form_texts.h"
#include "tests/support/services.h"

namespace keywork::test::forms_fuzz_test {

using namespace Qt::StringLiterals;

TEST_CASE("A malformed form is refused with its line, and what is taken in can be asked and answered")
{
    QList<QByteArray> good{smallForm()};
    good.append(shippedFormTexts().value(u"first_conversation.json"_s));
    good.append(shippedFormTexts().value(u"review.json"_s));
    for (const QByteArray &text : good)
        REQUIRE(brokenByForm(text).isEmpty());
    int refused = 0;
    int taken = 0;
    Campaign campaign(u"forms"_s, {600, 20'000});
    campaign.run([&](quint32 seed) {
        Mutator mutator(seed);
        const QByteArray &from = mutator.oneIn(3) ? mutator.pick(good) : good.first();
        const QByteArray spoiled = mutator.oneIn(3) ? mutator.bytes(from) : mutator.json(from);
        campaign.holds(brokenByForm(spoiled));
        ++(problemsOf(spoiled).isEmpty() ? taken : refused);
    });
    CHECK(refused > 50); // else nothing was tried
    CHECK(taken > 0);
}

namespace {

/// Something that could come into an answer: what the question asks for, or anything at all.
QVariant anyAnswer(const Question &question, Mutator &mutator)
{
    if (mutator.oneIn(4))
        return mutator.typed();
    switch (question.kind) {
    case QuestionKind::Scale:
        return qint64(mutator.below(14));
    case QuestionKind::Number:
        return QString::number(mutator.below(500));
    case QuestionKind::Date:
        return QString::number(1900 + mutator.below(200));
    case QuestionKind::YesNo:
        return mutator.oneIn(2) ? kYes : kNo;
    case QuestionKind::OneOf:
        return mutator.pick(question.choices).code;
    case QuestionKind::SeveralOf:
        return mutator.pick(question.choices).code + u',' + mutator.pick(question.choices).code;
    default:
        return mutator.typed();
    }
}

qint64 answersOnFile(TestHostel &hostel) { return need(hostel.services().records.count(recordType<AssessmentAnswer>())); }

} // namespace

TEST_CASE("Any answers are kept as they can be read again, or refused whole, and none is lost")
{
    TestHostel hostel;
    Assessments &assessments = hostel.services().assessments;
    Assessment begun;
    begun.personId = aPerson().in(hostel).id;
    begun.begunAt = kNow;
    begun.means = {u"here"_s};
    const auto kept = need(assessments.begin(u"full_assessment"_s, begun));
    int saved = 0;
    Campaign campaign(u"answers"_s, {150, 5'000});
    campaign.run([&](quint32 seed) {
        Mutator mutator(seed);
        const FilledForm before = need(assessments.read(kept.id));
        Row wanted = before.answers;
        for (const FormSection &section : before.asked->form().sections)
            for (const Question &question : section.questions)
                if (mutator.oneIn(40))
                    wanted.set(question.id, anyAnswer(question, mutator));
        const qint64 rows = answersOnFile(hostel);
        const Done done = assessments.save(kept.id, wanted);
        const FilledForm after = need(assessments.read(kept.id));
        if (!done) {
            campaign.expect(done.error().kind == ErrorKind::Invalid && !done.error().violations.isEmpty(), u"refused without its place"_s);
            campaign.expect(after.answers == before.answers && answersOnFile(hostel) == rows, u"half kept"_s);
            return;
        }
        ++saved;
        for (const FormSection &section : after.asked->form().sections)
            for (const Question &question : section.questions) {
                const bool isThere = !after.answers.text(question.id).isEmpty();
                campaign.expect(
                    !isThere || after.asked->asks(after.answers, question), u"kept although it was not asked: "_s + question.id);
                const bool wasWords = !wanted.text(question.id).trimmed().isEmpty();
                campaign.expect(!before.asked->asks(wanted, question) || !wasWords || isThere, u"lost: "_s + question.id);
            }
        campaign.expect(bool(assessments.tells(kept.id)), u"can't be told"_s);
    });
    CHECK(saved > 5);
}

} // namespace keywork::test::forms_fuzz_test
