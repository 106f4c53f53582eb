// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "ui/print/referral_document.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Result<Kept<Agency>> agencyNamed(Records &records, const QString &name)
{
    auto agencies = records.all<Agency>();
    if (!agencies)
        return agencies.error();
    for (const Kept<Agency> &agency : *agencies)
        if (agency.value.name.compare(name.trimmed(), Qt::CaseInsensitive) == 0)
            return agency;
    return Error{ErrorKind::NotFound, {}, {}};
}

} // namespace

int runRefer(const Request &request, Output output)
{
    std::set<Category> sections;
    for (const QString &code : request.options.value(u"sections"_s).split(u',', Qt::SkipEmptyParts)) {
        const auto category = fromCode<Category>(code.trimmed());
        if (!category || *category == Category::House) {
            output.err << said("There is no section “%1”.").arg(code) << '\n';
            return WrongUsage;
        }
        sections.insert(*category);
    }
    const auto signedIn = signInFor(request, request.names.first(), output);
    if (!signedIn->hostel)
        return signedIn->code;
    Services &services = signedIn->hostel->services();
    const auto person = services.people.byNumber(request.options.value(u"person"_s));
    if (!person)
        return fail(output, person.error(), request.options.value(u"person"_s));
    const auto agency = agencyNamed(services.records, request.options.value(u"agency"_s));
    if (!agency)
        return fail(output, agency.error(), request.options.value(u"agency"_s));
    const print::PdfRenderer renderer;
    const QString folder = request.options.value(u"out"_s);
    const auto sent = services.sharing.handOver(person->id, agency->id, request.options.value(u"reason"_s), sections, renderer, folder);
    if (!sent)
        return fail(output, sent.error(), sent.error().kind == ErrorKind::NotAgreed ? agency->value.name : folder);
    output.out << QDir(folder).filePath(u"referral-"_s + sent->referral.value.number + u".pdf"_s) << '\n';
    return Finished;
}

} // namespace keywork
