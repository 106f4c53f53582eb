// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/keywork_document.h"

#include "core/domain/house.h"
#include "core/services/care/keywork.h"
#include "core/services/records/records.h"
#include "ui/print/say.h"
#include "ui/text/words.h"
#include "ui/text/words_team.h"

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

QString whoDoesIt(const Services &services, const KeyworkAgreed &agreed)
{
    switch (agreed.actor) {
    case StepActor::Resident:
        return say("you");
    case StepActor::Keyworker:
        return words::teamMember(agreed.staffId, services);
    case StepActor::Agency: {
        const auto one = services.records.one(agreed.agencyId);
        return one ? one->value.name : say("the agency");
    }
    case StepActor::Other:
        return agreed.name;
    }
    return {};
}

void addAreas(Document &document, const QList<Kept<KeyworkNote>> &notes)
{
    QStringList areas;
    for (const Kept<KeyworkNote> &note : notes)
        if (const QString name = words::labelFor(note.value.area); !areas.contains(name))
            areas.append(name);
    if (!areas.isEmpty())
        document.add(text({{say("We talked about: "), true, false}, {areas.join(u", "_s) + u'.'}}, 11, 8));
}

void addMessages(Document &document, const Services &services, const QList<Kept<KeyworkMessage>> &messages)
{
    for (const Kept<KeyworkMessage> &one : messages)
        document.add(
            text({{u"\u2022 "_s + words::choice(services.records.choices(), u"keywork_message"_s, one.value.message.code)}}, 11, 2));
}

void addAgreed(Document &document, const Services &services, const QList<Kept<KeyworkAgreed>> &agreed)
{
    if (agreed.isEmpty())
        return;
    document.add(text({{say("What we agreed"), true, false}}, 12, 3));
    for (const Kept<KeyworkAgreed> &one : agreed) {
        const QString by = one.value.dueOn ? say(", by %1").arg(words::weekday(*one.value.dueOn, services.records.today())) : QString();
        document.add(text({{toTick(one.value.what)}, {u" ("_s + whoDoesIt(services, one.value) + by + u')', false, true}}, 11, 3));
    }
}

} // namespace

Result<Document> talkedAbout(const Services &services, Id<KeyworkSession> id)
{
    const auto view = services.keyworkSessions.read(id);
    if (!view)
        return view.error();
    const KeyworkSession &session = view->session.value;
    const auto who = services.records.one(session.personId);
    const auto next = services.keyworkSessions.nextPlanned(session.personId);
    if (!who || !next)
        return who ? next.error() : who.error();
    const Clock &clock = services.records.clock();
    const auto house = services.records.all<House>();
    Document document;
    document.title = say("What we talked about");
    document.footLeft = house && !house->isEmpty() ? house->first().value.name : QString();
    document.footMiddle = words::longDate(services.records.today());
    document.add(text({{say("What we talked about"), true, false}}, 17, 2));
    document.add(text({{who->value.displayName(), true, false}, {u", "_s + words::longDate(clock.local(session.startsAt).date())}}, 11, 8));
    addAreas(document, view->notes);
    if (!session.ownWords.trimmed().isEmpty())
        document.add(text({{say("You said: "), true, false}, {u"\u201c"_s + session.ownWords.trimmed() + u"\u201d"_s}}, 11, 8));
    addAgreed(document, services, view->agreed);
    if (!view->messages.isEmpty())
        document.add(text({{say("Good to remember"), true, false}}, 12, 3));
    addMessages(document, services, view->messages);
    if (*next) {
        const QDateTime at = clock.local((*next)->value.startsAt);
        const QString where = (*next)->value.place.trimmed();
        document.add(text({{say("Next time: "), true, false},
                              {words::weekday(at.date(), services.records.today()) + u' ' + words::time(at)
                                  + (where.isEmpty() ? QString() : u", "_s + where)}},
            11, 6));
    }
    return document;
}

} // namespace keywork::print
