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

Result<QHash<qint64, QString>> personNumbers(const Services &services)
{
    const auto everyone = services.records.all<Person>({.withWithdrawn = true});
    if (!everyone)
        return everyone.error();
    QHash<qint64, QString> numbers;
    for (const Kept<Person> &person : *everyone)
        numbers.insert(person.id.value, person.value.number);
    return numbers;
}

/// The resident that --person names; none when it was not given: the whole house.
Result<std::optional<Id<Person>>> onlyPerson(const Request &request, const Services &services)
{
    if (!request.options.contains(u"person"_s))
        return std::optional<Id<Person>>();
    const auto person = personOf(request, services);
    return person ? Result<std::optional<Id<Person>>>(std::optional(person->id)) : person.error();
}

QStringList cells(const Kept<Disclosure> &kept, const QString &day, const QHash<qint64, QString> &people, const QString &only)
{
    const Disclosure &left = kept.value;
    return {day,
        left.personId        ? people.value(left.personId.value)
            : only.isEmpty() ? left.residents
                             : only,
        words::labelFor(left.kind), left.recipient, words::categories(left.sections), words::labelFor(left.basis),
        words::whyLeft(left.reason), left.left ? said("left") : said("did not leave"), left.extent, left.fileFingerprint};
}

/// What one agreement says, and what of it holds: without the first two cells it is the line of one resident.
struct AgreementLine {
    QString number;
    QString agency;
    Kept<SharingAgreement> kept;
    std::optional<std::set<Category>> holds; ///< none: not now
};

QString sentenceOf(const AgreementLine &line, bool withNumber)
{
    const SharingAgreement &agreement = line.kept.value;
    QStringList words{line.agency, words::labelFor(agreement.state), said("from %1").arg(words::date(agreement.fromOn))};
    if (withNumber)
        words.prepend(line.number);
    if (agreement.untilOn)
        words.append(said("until %1").arg(words::date(*agreement.untilOn)));
    if (line.kept.withdrawn)
        words.append(said("entered in error"));
    words.append(line.holds ? said("holds now: %1").arg(words::categories(codesOf(*line.holds))) : said("does not hold now"));
    return words.join(u"  "_s) + u'\n';
}

QStringList cellsOf(const AgreementLine &line)
{
    const SharingAgreement &agreement = line.kept.value;
    return {line.number, line.agency, words::labelFor(agreement.state), agreement.fromOn.toString(Qt::ISODate),
        agreement.untilOn ? agreement.untilOn->toString(Qt::ISODate) : QString(), line.kept.withdrawn ? said("yes") : said("no"),
        line.holds ? words::categories(codesOf(*line.holds)) : QString()};
}

/// Of one resident, or of everybody whose record is open to whoever asks: restricted ones are not among them.
Result<QList<AgreementLine>> agreementLines(const Services &services, const std::optional<Id<Person>> &only)
{
    ListRequest request{.withWithdrawn = true};
    if (only)
        request.filters = {{u"person_id"_s, Filter::Comparison::Equals, only->value}};
    const auto agreements = services.records.all<SharingAgreement>(request);
    if (!agreements)
        return agreements.error();
    const auto numbers = personNumbers(services);
    if (!numbers)
        return numbers.error();
    const auto agencies = agencyNames(services);
    QList<AgreementLine> lines;
    for (const Kept<SharingAgreement> &agreement : *agreements) {
        const auto scope = services.agreements.scope(agreement.value.personId, agreement.value.agencyId, services.records.today());
        if (!scope)
            return scope.error();
        // The latest word to an agency holds; the earlier ones are listed as they were.
        const bool holds = scope->agreement && scope->agreement->id == agreement.id && !scope->categories.empty();
        lines.append({numbers->value(agreement.value.personId.value), agencies.value(agreement.value.agencyId.value), agreement,
            holds ? std::optional(scope->categories) : std::nullopt});
    }
    std::stable_sort(lines.begin(), lines.end(), [](const AgreementLine &a, const AgreementLine &b) { return a.number < b.number; });
    return lines;
}

int listAgreements(const Request &request, OpenHostel &hostel, Output output)
{
    if (hostel.clock().isBehind()) // what was agreed may seem to have ended
        output.err << words::clockBehind(hostel.clock()) << '\n';
    Services &services = hostel.services();
    const auto only = onlyPerson(request, services);
    if (!only)
        return fail(output, only.error(), request.options.value(u"person"_s));
    const auto lines = agreementLines(services, *only);
    if (!lines)
        return fail(output, lines.error());
    const bool csv = request.flags.contains(u"csv"_s);
    QList<QStringList> cells;
    QString text;
    QList<Id<Person>> about;
    if (*only)
        about.append(**only); // that nothing was agreed is told of them, too
    for (const AgreementLine &line : *lines) {
        cells.append(cellsOf(line));
        text += sentenceOf(line, !*only);
        if (!about.contains(line.kept.value.personId))
            about.append(line.kept.value.personId);
    }
    if (csv)
        text = listText(request,
            {said("Number"), said("Agency"), said("What was said"), said("From"), said("Until"), said("Entered in error"),
                said("Holds now")},
            cells);
    else if (text.isEmpty())
        text = said("Nothing agreed yet. Without an agreement nothing is shared.") + u'\n';
    return letLeave(services, u"sharing_agreement"_s, about, text, output);
}

int listDisclosures(const Request &request, OpenHostel &hostel, Output output)
{
    Services &services = hostel.services();
    const auto only = onlyPerson(request, services);
    if (!only)
        return fail(output, only.error(), request.options.value(u"person"_s));
    const auto ledger = *only ? services.disclosures.about(**only) : services.records.all<Disclosure>();
    const auto people = personNumbers(services);
    if (!ledger || !people)
        return fail(output, ledger ? people.error() : ledger.error());
    const bool csv = request.flags.contains(u"csv"_s);
    QList<QStringList> lines;
    std::set<qint64> about; // everybody whom a line names
    if (*only)
        about.insert((*only)->value);
    for (const Kept<Disclosure> &left : *ledger) {
        const QString day = dayText(request, services.records.clock().local(left.createdAt).date());
        const QStringList line = cells(left, day, *people, request.options.value(u"person"_s));
        lines.append(csv ? line : line.mid(0, 9)); // nobody reads a fingerprint
        if (left.value.personId)
            about.insert(left.value.personId.value);
        if (*only)
            continue;
        for (const QString &number : left.value.residents.split(u',', Qt::SkipEmptyParts))
            if (const qint64 id = people->key(number); id > 0)
                about.insert(id);
    }
    QList<Id<Person>> named;
    for (const qint64 id : about)
        named.append(Id<Person>{id});
    const QStringList labels{said("Day"), said("Number"), said("What"), said("To whom"), said("Sections"), said("Basis"), said("Why"),
        said("Left"), said("Pages and copies"), said("Fingerprint")};
    // The ledger itself tells who shares what with whom: taking it along is an exit like any other.
    return letLeave(services, u"disclosure"_s, named, listText(request, labels, lines), output);
}

} // namespace

// Both lists tell who shares what with whom: whoever may not share may not take them along.

int runConsent(const Request &request, Output output)
{
    return withListsOf(request, output, [&](OpenHostel &hostel) { return listAgreements(request, hostel, output); });
}

int runDisclosures(const Request &request, Output output)
{
    return withListsOf(request, output, [&](OpenHostel &hostel) { return listDisclosures(request, hostel, output); });
}

} // namespace keywork
