// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/directory_document.h"

#include "core/domain/agency.h"
#include "core/domain/house.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/print/intake_documents.h"
#include "ui/print/say.h"
#include "ui/text/words.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

QString lines(const QStringList &parts)
{
    QStringList some = parts;
    some.removeAll(QString());
    return some.join(u'\n');
}

void addMeetings(Document &document, QList<Kept<Meeting>> meetings, const ChoiceSource &choices)
{
    if (meetings.isEmpty())
        return;
    std::stable_sort(meetings.begin(), meetings.end(), [](const Kept<Meeting> &a, const Kept<Meeting> &b) {
        return a.value.weekday.code + a.value.startsAt < b.value.weekday.code + b.value.startsAt;
    });
    document.add(heading(say("Meetings and drop-ins")));
    Table days;
    days.shares = {0.18, 0.12, 0.38, 0.32};
    days.head = {say("Day"), say("Time"), say("What, and for whom"), say("Where")};
    QString before;
    for (const Kept<Meeting> &kept : std::as_const(meetings)) {
        const Meeting &meeting = kept.value;
        const bool isFirst = meeting.weekday.code != before;
        before = meeting.weekday.code;
        const QString day = isFirst ? words::choice(choices, u"weekday"_s, meeting.weekday.code) : QString();
        const QString what = u"\n"_s + lines({words::choice(choices, u"meeting_kind"_s, meeting.kind.code), meeting.openTo});
        days.rows.append(QList<Runs>{Runs{{day, true, false}}, Runs{{meeting.startsAt}},
            Runs{{meeting.name, true, false}, {what, false, true}}, Runs{{lines({meeting.place, meeting.telephone})}}});
        days.firstOfGroup.append(isFirst);
    }
    document.add(table(days));
}

QString offers(const QList<Kept<AgencyService>> &services, Id<Agency> agency)
{
    QStringList names;
    for (const Kept<AgencyService> &service : services)
        if (service.value.agencyId == agency)
            names.append(service.value.name);
    return names.join(u", "_s);
}

} // namespace

Result<Document> directoryDocument(const Services &services)
{
    const auto house = services.records.all<House>();
    const auto agencies = services.records.all<Agency>();
    const auto offered = services.records.all<AgencyService>();
    const auto meetings = services.records.all<Meeting>();
    if (!house || !agencies || !offered || !meetings)
        return Error{!agencies ? agencies.error().kind : ErrorKind::Storage, u"directory"_s, {}};
    const ChoiceSource &choices = services.records.choices();
    Document document;
    document.title = say("Help nearby");
    document.footLeft = house->isEmpty() ? QString() : house->first().value.name;
    document.footMiddle = words::longDate(services.records.today());
    document.add(text({{say("Help nearby"), true, false}}, 17, 4));
    document.add(text({{say("Ask any member of staff to ring for you, or to go along.")}}, 11, 10));
    addMeetings(document, *meetings, choices);
    if (!agencies->isEmpty()) {
        document.add(heading(say("Places that help")));
        Table places;
        places.shares = {0.42, 0.26, 0.32};
        places.head = {say("Who, and what for"), say("Telephone"), say("Where and when")};
        for (const Kept<Agency> &kept : *agencies) {
            const Agency &agency = kept.value;
            const QString about = lines({words::choice(choices, u"agency_category"_s, agency.category.code), offers(*offered, kept.id)});
            places.rows.append(QList<Runs>{Runs{{agency.name, true, false}, {u'\n' + about, false, true}},
                Runs{{agency.telephone, true, false}}, Runs{{lines({agency.address, agency.hours})}}});
            places.firstOfGroup.append(true);
        }
        document.add(table(places));
    }
    document.add(howToRefer(services));
    return document;
}

} // namespace keywork::print
