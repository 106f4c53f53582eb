// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/work_documents.h"

#include "core/services/care/keywork.h"
#include "core/services/care/substance_reviews.h"
#include "core/services/records/names.h"
#include "core/services/records/records.h"
#include "ui/print/house_paper.h"
#include "ui/print/say.h"
#include "ui/print/titled.h"
#include "ui/text/field_label.h"
#include "ui/text/record_lines.h"
#include "ui/text/words.h"
#include "ui/text/words_substances.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

const QStringList kUseColumns{u"pattern"_s, u"route"_s, u"days"_s, u"amount"_s, u"alone"_s, u"last_used"_s};

void addBullets(Document &document, const QStringList &lines)
{
    for (const QString &line : lines)
        document.add(flowing(u"•  "_s + line, 10));
}

void addUseTable(Document &document, const ReviewOnFile &review, const words::SubstanceNames &names, const Services &services)
{
    document.add(heading(say("What they use")));
    if (review.uses.isEmpty())
        return document.add(text({{say("Nothing was named in this review. This does not mean that nothing is used.")}}, 10, 6));
    Table lines;
    lines.shares = {0.22, 0.15, 0.13, 0.11, 0.13, 0.13, 0.13};
    lines.head = {words::labelOfField<SubstanceUse>(u"substance_id"_s)};
    for (const QString &column : kUseColumns)
        lines.head.append(words::labelOfField<SubstanceUse>(column));
    for (const Kept<SubstanceUse> &use : review.uses) {
        QStringList below;
        if (use.value.rank)
            below.append(words::labelFor(*use.value.rank));
        if (const QString same = words::sameAs(use.value, services.records.today()); !same.isEmpty())
            below.append(same);
        Runs who{{names.value(use.value.substanceId.value), true, false}};
        if (!below.isEmpty())
            who.append({u'\n' + below.join(u", "_s), false, true});
        QList<Runs> row{who};
        for (const QString &column : kUseColumns)
            row.append(Runs{{words::useAnswer(use.value, column, services)}});
        lines.rows.append(row);
        lines.firstOfGroup.append(true);
    }
    document.add(table(lines));
}

/// What was answered and has no column, a substance a paragraph.
void addMoreOfUses(Document &document, const ReviewOnFile &review, const words::SubstanceNames &names, const Services &services)
{
    for (const Kept<SubstanceUse> &use : review.uses) {
        const Row row = toRow(use.value);
        Names called(services.records);
        KeptRow kept;
        kept.id = use.id.value;
        kept.row = row;
        called.learn({kept});
        QStringList shown{words::labelOfField<SubstanceUse>(u"substance_id"_s), words::labelOfField<SubstanceUse>(u"rank"_s),
            words::labelOfField<SubstanceUse>(u"unit"_s), words::labelOfField<SubstanceUse>(u"same_as"_s)};
        for (const QString &column : kUseColumns)
            shown.append(words::labelOfField<SubstanceUse>(column));
        QStringList more;
        for (const words::RecordLine &line : words::recordLines(row, called))
            if (!shown.contains(line.label))
                more.append(line.label + u": "_s + line.value);
        if (!more.isEmpty())
            addTitled(document, say("More about %1").arg(names.value(use.value.substanceId.value)), more.join(u'\n'));
    }
}

Done addUseChanges(Document &document, const ReviewOnFile &review, const words::SubstanceNames &names, const Services &services)
{
    const auto changes = services.substanceReviews.changesOf(review);
    if (!changes)
        return changes.error();
    document.add(heading(say("What changed")));
    if (!*changes || (*changes)->changes.isEmpty()) {
        document.add(text({{*changes ? say("Nothing is different.") : say("This is the first review.")}}, 10, 6));
        return {};
    }
    bool offers = false;
    for (const UseChange &change : (*changes)->changes) {
        addBullets(document, {words::useChange(change, (*changes)->sharedDays, names, services)});
        if (change.offers.isEmpty())
            continue;
        document.add(text({{words::useOffers(change.offers), false, true}}, 9.5, 3));
        offers = true;
    }
    if (offers)
        document.add(text({{words::useOffersSource(), false, true}}, 9, 6));
    return {};
}

QString choicesOf(const QString &codes, const QString &list, const Services &services)
{
    QStringList said;
    for (const QString &code : codes.split(u',', Qt::SkipEmptyParts))
        said.append(words::choice(services.records.choices(), list, code));
    return said.join(u", "_s);
}

void addNotesByArea(Document &document, const QList<Kept<KeyworkNote>> &notes)
{
    if (notes.isEmpty())
        return;
    document.add(heading(say("Notes")));
    for (const FixedOption &option : Codes<Area>::options) // in the order of the screen
        for (const Kept<KeyworkNote> &note : notes)
            if (qstrcmp(codeOf(note.value.area), option.code) == 0)
                addTitled(document, words::labelFor(note.value.area), note.value.text);
}

QString whoDoes(const KeyworkAgreed &agreed, const QString &resident, const Services &services)
{
    if (agreed.staffId)
        if (const auto one = services.records.one(agreed.staffId))
            return one->value.name;
    if (agreed.agencyId)
        if (const auto one = services.records.one(agreed.agencyId))
            return one->value.name;
    return agreed.actor == StepActor::Resident ? resident : agreed.actor == StepActor::Other ? agreed.name : words::labelFor(agreed.actor);
}

void addAgreedSteps(Document &document, const KeyworkView &view, const QString &resident, const Services &services)
{
    if (view.agreed.isEmpty())
        return;
    document.add(heading(say("Agreed today")));
    for (const Kept<KeyworkAgreed> &one : view.agreed) {
        QStringList beside{whoDoes(one.value, resident, services)};
        if (one.value.dueOn)
            beside.append(say("by %1").arg(words::date(*one.value.dueOn)));
        if (!one.value.stepThread.isEmpty())
            beside.append(say("in the plan"));
        addBullets(document, {u"%1 (%2)"_s.arg(one.value.what, beside.join(u", "_s))});
    }
}

void addTalkedAbout(Document &document, const KeyworkView &view, const Services &services)
{
    if (view.messages.isEmpty())
        return;
    document.add(heading(say("Talked about")));
    for (const Kept<KeyworkMessage> &one : view.messages) {
        const QString what = words::choice(services.records.choices(), u"keywork_message"_s, one.value.message.code);
        addBullets(document, {one.value.leaflet ? what + u", "_s + say("leaflet given") : what});
    }
}

template <class T> void addRecordedBy(Document &document, const Kept<T> &kept, const Services &services)
{
    const QString when = words::moment(services.records.clock().local(kept.createdAt));
    const auto by = services.records.one(Id<Staff>{kept.createdBy});
    document.add(text({{by ? say("Recorded %1 by %2").arg(when, by->value.name) : say("Recorded %1").arg(when), false, true}}, 9, 0));
}

QString rulerWords(const std::optional<qint64> &ruler) { return ruler ? say("%1 of 10").arg(*ruler) : say("not asked"); }

QString sessionFacts(const KeyworkSession &session, const Services &services)
{
    QStringList facts{words::moment(services.records.clock().local(session.startsAt)), words::labelFor(session.outcome)};
    if (session.minutes)
        facts.append(say("%1 minutes").arg(*session.minutes));
    if (const auto with = services.records.one(session.staffId))
        facts.append(say("with %1").arg(with->value.name));
    if (!session.place.trimmed().isEmpty())
        facts.append(session.place.trimmed());
    return facts.join(u" · "_s);
}

} // namespace

Result<Document> substanceReviewPaper(const Services &services, Id<SubstanceReview> id)
{
    const auto review = services.substanceReviews.one(id);
    if (!review)
        return review.error();
    const SubstanceReview &head = review->head.value;
    const auto person = services.records.one(head.personId);
    if (!person)
        return person.error();
    const QString from = words::choice(services.records.choices(), u"use_known_from"_s, head.knownFrom.code);
    auto document = housePaper(services, words::label(recordType<SubstanceReview>().title),
        say("as of %1 · %2").arg(words::longDate(head.asOn), from), whoseIs(person->value));
    if (!document)
        return document;
    document->title = words::label(recordType<SubstanceReview>().title);
    const auto names = words::substanceNames(services);
    addUseTable(*document, *review, names, services);
    addMoreOfUses(*document, *review, names, services);
    if (Done changes = addUseChanges(*document, *review, names, services); !changes)
        return changes.error();
    document->add(heading(say("Talked about")));
    const QString topics = choicesOf(head.talkedAbout, u"harm_reduction_topic"_s, services);
    document->add(flowing(topics.isEmpty() ? say("Nothing is noted.") : topics, 10));
    addTitled(*document, say("In their words"), head.words);
    addTitled(*document, say("Told by"), head.toldBy);
    addTitled(*document, say("Notes"), head.notes);
    addRecordedBy(*document, review->head, services);
    return *document;
}

Result<Document> keyworkSessionPaper(const Services &services, Id<KeyworkSession> id)
{
    const auto view = services.keyworkSessions.read(id);
    if (!view)
        return view.error();
    const KeyworkSession &session = view->session.value;
    const auto person = services.records.one(session.personId);
    if (!person)
        return person.error();
    auto document
        = housePaper(services, words::label(recordType<KeyworkSession>().title), sessionFacts(session, services), whoseIs(person->value));
    if (!document)
        return document;
    document->title = words::label(recordType<KeyworkSession>().title);
    addTitled(*document, words::labelOfField<KeyworkSession>("reason"), session.reason);
    addNotesByArea(*document, view->notes);
    addTitled(*document, words::labelOfField<KeyworkSession>("daily_routine"), session.dailyRoutine);
    addTitled(*document, words::labelOfField<KeyworkSession>("treatment_feedback"), session.treatmentFeedback);
    addTitled(*document, words::labelOfField<KeyworkSession>("longer_term"), session.longerTerm);
    addTitled(*document, words::labelOfField<KeyworkSession>("own_words"), session.ownWords);
    if (session.importance || session.confidence) {
        document->add(heading(say("How ready, how able")));
        addBullets(*document,
            {say("How much it matters: %1").arg(rulerWords(session.importance)),
                say("How sure that they can: %1").arg(rulerWords(session.confidence))});
    }
    addAgreedSteps(*document, *view, person->value.shortName(), services);
    addTalkedAbout(*document, *view, services);
    if (session.isHeld())
        addTitled(*document, words::labelOfField<KeyworkSession>("naloxone"), words::labelFor(session.naloxone));
    addRecordedBy(*document, view->session, services);
    return *document;
}

} // namespace keywork::print
