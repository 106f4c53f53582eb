// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "core/services/keeping/open_hostel.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/services/sharing/agreements.h"
#include "core/services/sharing/disclosures.h"
#include "ui/text/words.h"
#include "ui/text/words_trust.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QHash<qint64, QString> agencyNames(const Services &services)
{
    QHash<qint64, QString> names;
    if (const auto agencies = services.records.all<Agency>({.withWithdrawn = true}))
        for (const Kept<Agency> &agency : *agencies)
            names.insert(agency.id.value, agency.value.name);
    return names;
}

/// Both lists tell who shares what with whom: whoever may not share may not take them along.
int refuseUnlessSharing(const OpenHostel &hostel, Output output)
{
    const bool may = hostel.session().may(Act::Export, Category::Identity);
    return may ? int(Finished) : fail(output, {hostel.session().refusal(), {}, {}});
}

QStringList cells(const Kept<Disclosure> &kept, const QString &day, const QHash<qint64, QString> &people, const QString &only)
{
    const Disclosure &left = kept.value;
    return {day,
        left.personId        ? people.value(left.personId.value)
            : only.isEmpty() ? left.residents
                             : only,
        words::labelFor(left.kind), left.recipient, words::categories(left.sections), words::labelFor(left.basis), left.reason,
        left.left ? said("left") : said("did not leave"), left.fileFingerprint};
}

} // namespace

int runConsent(const Request &request, Output output)
{
    const auto signedIn = signInFor(request, request.names.first(), output);
    if (!signedIn->hostel)
        return signedIn->code;
    if (const int refused = refuseUnlessSharing(*signedIn->hostel, output); refused != Finished)
        return refused;
    if (signedIn->hostel->clock().isBehind()) // what was agreed may seem to have ended
        output.err << words::clockBehind(signedIn->hostel->clock()) << '\n';
    Services &services = signedIn->hostel->services();
    const QString number = request.options.value(u"person"_s);
    const auto person = services.people.byNumber(number);
    if (!person)
        return fail(output, person.error(), number);
    // Of a restricted record nobody says that nothing was agreed: it is not known here.
    if (Done open = services.records.checkOpen(person->id.value); !open)
        return fail(output, open.error(), number);
    const auto agreements = services.records.all<SharingAgreement>(
        {.filters = {{u"person_id"_s, Filter::Comparison::Equals, person->id.value}}, .withWithdrawn = true});
    if (!agreements)
        return fail(output, agreements.error());
    const auto names = agencyNames(services);
    QString text;
    for (const Kept<SharingAgreement> &agreement : *agreements) {
        const auto scope = services.agreements.scope(person->id, agreement.value.agencyId, services.records.today());
        // The latest word to an agency holds; the earlier ones are listed as they were.
        const bool holds = scope && scope->agreement && scope->agreement->id == agreement.id && !scope->categories.empty();
        QStringList line{names.value(agreement.value.agencyId.value), words::labelFor(agreement.value.state),
            said("from %1").arg(words::date(agreement.value.fromOn))};
        if (agreement.value.untilOn)
            line.append(said("until %1").arg(words::date(*agreement.value.untilOn)));
        if (agreement.withdrawn)
            line.append(said("entered in error"));
        line.append(holds ? said("holds now: %1").arg(words::categories(codesOf(scope->categories))) : said("does not hold now"));
        text += line.join(u"  "_s) + u'\n';
    }
    if (agreements->isEmpty())
        text = said("Nothing agreed yet. Without an agreement nothing is shared.") + u'\n';
    return letLeave(services, u"sharing_agreement"_s, {person->id}, text, output);
}

int runDisclosures(const Request &request, Output output)
{
    const auto signedIn = signInFor(request, request.names.first(), output);
    if (!signedIn->hostel)
        return signedIn->code;
    if (const int refused = refuseUnlessSharing(*signedIn->hostel, output); refused != Finished)
        return refused;
    Services &services = signedIn->hostel->services();
    QList<Id<Person>> about; // everybody whom a line names
    std::optional<Id<Person>> only;
    if (request.options.contains(u"person"_s)) { // an empty one is a slip, and not the whole house
        const QString number = request.options.value(u"person"_s);
        const auto person = services.people.byNumber(number);
        if (!person)
            return fail(output, person.error(), number);
        only = person->id;
        about.append(*only);
    }
    const auto ledger = only ? services.disclosures.about(*only) : services.records.all<Disclosure>();
    const auto everyone = services.records.all<Person>({.withWithdrawn = true});
    if (!ledger || !everyone)
        return fail(output, ledger ? everyone.error() : ledger.error());
    QHash<qint64, QString> people;
    for (const Kept<Person> &person : *everyone)
        people.insert(person.id.value, person.value.number);
    const bool csv = request.flags.contains(u"csv"_s);
    QList<QStringList> lines;
    for (const Kept<Disclosure> &left : *ledger) {
        const QString day = dayText(request, services.records.clock().local(left.createdAt).date());
        const QStringList line = cells(left, day, people, request.options.value(u"person"_s));
        lines.append(csv ? line : line.mid(0, 8)); // nobody reads a fingerprint
        if (left.value.personId && !about.contains(left.value.personId))
            about.append(left.value.personId);
        for (const Kept<Person> &person : *everyone)
            if (!only && !about.contains(person.id) && left.value.residents.split(u',').contains(person.value.number))
                about.append(person.id);
    }
    const QStringList labels{said("Day"), said("Number"), said("What"), said("To whom"), said("Sections"), said("Basis"), said("Why"),
        said("Left"), said("Fingerprint")};
    // The ledger itself tells who shares what with whom: taking it along is an exit like any other.
    return letLeave(services, u"disclosure"_s, about, listText(request, labels, lines), output);
}

} // namespace keywork
