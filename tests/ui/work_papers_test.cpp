// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/substances.h"
#include "core/services/records/records.h"
#include "tests/support/desk.h"
#include "tests/support/pdf_text.h"
#include "tests/support/services.h"
#include "ui/print/record_document.h"
#include "ui/print/work_documents.h"

namespace keywork::test::work_papers_test {

using namespace Qt::StringLiterals;

namespace {

struct Papers {
    Desk desk;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 8, 3)).in(desk.made);

    Records &records() { return desk.services().records; }
    QString wordsOf(const print::Document &document) { return pdfText(document.toPdf()).simplified(); }
};

bool inThisOrder(const QString &paper, const QStringList &parts)
{
    qsizetype from = 0;
    for (const QString &part : parts) {
        const qsizetype at = paper.indexOf(part, from);
        UNSCOPED_INFO((at < 0 ? "not there, or too early: " : "there: ") << part.toStdString());
        if (at < 0)
            return false;
        from = at + part.size();
    }
    return true;
}

} // namespace

TEST_CASE("A review of substance use is printed as its screen shows it: the table, what changed, what was talked about")
{
    Papers at;
    need(at.desk.services().substances.takeInShipped());
    qint64 heroin = 0;
    for (const Kept<Substance> &one : need(at.records().all<Substance>()))
        if (one.value.code == u"heroin")
            heroin = one.id.value;
    REQUIRE(heroin > 0);
    SubstanceReview review;
    review.personId = at.ben.id;
    review.asOn = QDate(2026, 9, 14);
    review.knownFrom = {at.records().choices().options(u"use_known_from"_s).first().code};
    review.words = u"Less than in the spring"_s;
    const auto head = need(at.records().add(review));
    SubstanceUse use;
    use.reviewId = head.id;
    use.personId = at.ben.id;
    use.substanceId = {heroin};
    use.route = UseRoute::Smoke;
    use.days = 12;
    use.shares = UseOften::No;
    need(at.records().add(use));
    const QString paper = at.wordsOf(need(print::recordDocument(at.desk.services(), recordType<SubstanceReview>(), head.id.value)));
    INFO(paper.toStdString());
    CHECK(inThisOrder(paper,
        {u"Substance use review"_s, u"What they use"_s, u"Heroin"_s, u"12"_s, u"More about Heroin"_s, u"Shares equipment"_s,
            u"What changed"_s, u"This is the first review."_s, u"Talked about"_s, u"Nothing is noted."_s, u"Less than in the spring"_s,
            u"by Priya Shah"_s}));
}

TEST_CASE("A keywork session is printed as it went: who and when, the notes by area, the rulers, what was agreed")
{
    Papers at;
    KeyworkSession session;
    session.personId = at.ben.id;
    session.staffId = at.records().session().staff();
    session.startsAt = kNow.addSecs(-3600);
    session.outcome = KeyworkOutcome::Held;
    session.minutes = 40;
    session.ownWords = u"I want my own front door"_s;
    session.importance = 8;
    const auto head = need(at.records().add(session));
    for (const auto &[area, words] :
        {std::pair{Area::Debt, u"Opened two letters together"_s}, {Area::Health, u"Breathless on the stairs"_s}}) {
        KeyworkNote note;
        note.sessionId = head.id;
        note.personId = at.ben.id;
        note.area = area;
        note.text = words;
        need(at.records().add(note));
    }
    KeyworkAgreed agreed;
    agreed.sessionId = head.id;
    agreed.personId = at.ben.id;
    agreed.what = u"Ring the surgery"_s;
    agreed.dueOn = QDate(2026, 9, 21);
    need(at.records().add(agreed));
    const QString paper = at.wordsOf(need(print::recordDocument(at.desk.services(), recordType<KeyworkSession>(), head.id.value)));
    INFO(paper.toStdString());
    CHECK(inThisOrder(paper,
        {u"40 minutes"_s, u"with Priya Shah"_s, u"Notes"_s, u"Breathless on the stairs"_s, u"Opened two letters together"_s,
            u"I want my own front door"_s, u"How much it matters: 8 of 10"_s, u"How sure that they can: not asked"_s, u"Agreed today"_s,
            u"Ring the surgery"_s, u"by 21 Sep 2026"_s}));
}

} // namespace keywork::test::work_papers_test
