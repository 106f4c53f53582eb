// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "core/base/plain_file.h"
#include "core/services/house/passwords.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/agreements.h"
#include "core/services/sharing/referrals.h"
#include "ui/print/referral_document.h"
#include "ui/text/words_trust.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// By name, or as "#12" by its number in the list: two can have one name.
Result<QList<Kept<Agency>>> agenciesCalled(Records &records, const QString &typed)
{
    auto agencies = records.all<Agency>();
    if (!agencies)
        return agencies.error();
    const QString name = typed.trimmed();
    bool isNumber = false;
    const qint64 number = name.startsWith(u'#') ? name.mid(1).toLongLong(&isNumber) : 0;
    agencies->removeIf([&](const Kept<Agency> &agency) {
        return isNumber ? agency.id.value != number : agency.value.name.compare(name, Qt::CaseInsensitive) != 0;
    });
    return agencies;
}

/// What leaves goes to nobody by chance.
int askWhichAgency(const QString &typed, const QList<Kept<Agency>> &agencies, Output output)
{
    output.err << said("%1 agencies are called “%2”. Say which with --agency and its number:").arg(agencies.size()).arg(typed) << '\n';
    for (const Kept<Agency> &agency : agencies)
        output.err << "  #" << agency.id.value << "  " << agency.value.name << "  " << agency.value.address.simplified() << "  "
                   << agency.value.telephone << '\n';
    return WrongUsage;
}

std::optional<std::set<Category>> sectionsFrom(const QString &codes, Output output)
{
    std::set<Category> sections;
    for (const QString &code : codes.split(u',', Qt::SkipEmptyParts)) {
        const auto category = fromCode<Category>(code.trimmed());
        const auto &offered = Agreements::offered();
        if (!category || std::find(offered.begin(), offered.end(), *category) == offered.end()) {
            output.err << said("There is no section “%1”.").arg(code) << '\n';
            return {};
        }
        sections.insert(*category);
    }
    return sections;
}

/// pdf, protected, fhir or all of them.
std::optional<ReferralForm> formFrom(const Request &request, Output output)
{
    const QString format = request.options.value(u"format"_s, u"pdf"_s);
    const bool all = format == u"all";
    const ReferralForm form{
        .plainPdf = all || format == u"pdf", .protectedPdf = all || format == u"protected", .data = all || format == u"fhir"};
    if (request.options.contains(u"passphrase-file"_s) && !form.protectedPdf) {
        output.err << said("A passphrase protects the format “protected” alone; “%1” would leave without it.").arg(format) << '\n';
        return {};
    }
    if (form.plainPdf || form.protectedPdf || form.data)
        return form;
    output.err << said("There is no format “%1”. Try pdf, protected, fhir or all.").arg(format) << '\n';
    return {};
}

/// What --lawful-reason and --because say; without them only what was agreed can leave.
bool lawfulFrom(const Request &request, ReferralWish &wish, Output output)
{
    const QString kind = request.options.value(u"lawful-reason"_s);
    const QString because = request.options.value(u"because"_s);
    if (kind.isEmpty() && because.isEmpty())
        return true;
    const auto ground = fromCode<LawfulGround>(QString(kind).replace(u'-', u'_'));
    if (!ground || because.trimmed().isEmpty()) {
        QStringList kinds;
        for (const LawfulGround one : allOf<LawfulGround>())
            kinds.append(QString::fromLatin1(codeOf(one)));
        output.err << said("A lawful reason takes --lawful-reason and --because. Its kinds: %1.").arg(kinds.join(u", "_s)) << '\n';
        return false;
    }
    LawfulReason reason;
    reason.ground = *ground;
    reason.because = because;
    wish.lawful = reason;
    return true;
}

int send(const Request &request, ReferralWish wish, const ReferralForm &form, Services &services, Output output)
{
    const QString typed = request.options.value(u"agency"_s);
    const auto agencies = agenciesCalled(services.records, typed);
    if (!agencies || agencies->isEmpty())
        return fail(output, agencies ? Error{ErrorKind::NotFound, {}, {}} : agencies.error(), typed);
    if (agencies->size() > 1)
        return askWhichAgency(typed, *agencies, output);
    wish.agency = agencies->first().id;
    const QString path = request.options.value(u"out"_s);
    auto folder = TargetFolder::of(path);
    if (!folder)
        return fail(output, folder.error(), path);
    const auto sent = services.referrals.send(wish, form, print::PdfRenderer(), path);
    if (!sent)
        return fail(output, sent.error(), sent.error().kind == ErrorKind::NotAgreed ? agencies->first().value.name : path);
    folder->keep();
    for (const QString &file : sent->paths)
        output.out << file << '\n';
    if (form.protectedPdf && !request.options.contains(u"passphrase-file"_s))
        output.out << said("Passphrase, to be told by telephone: %1").arg(form.passphrase) << '\n';
    return Finished;
}

} // namespace

int runRefer(const Request &request, Output output)
{
    const auto sections = sectionsFrom(request.options.value(u"sections"_s), output);
    auto form = formFrom(request, output);
    ReferralWish wish;
    if (!sections || !form || !lawfulFrom(request, wish, output))
        return WrongUsage;
    if (form->protectedPdf) {
        const QString from = request.options.value(u"passphrase-file"_s);
        const auto own = from.isEmpty() ? std::optional(makePassphrase()) : readPassword(from, output);
        if (!own)
            return Failed;
        form->passphrase = *own;
    }
    wish.reason = request.options.value(u"reason"_s);
    wish.sections = *sections;
    return withHostel(request, request.names.first(), output, [&](OpenHostel &hostel) {
        if (hostel.clock().isBehind()) // what was agreed may seem to have ended
            output.err << words::clockBehind(hostel.clock()) << '\n';
        const auto person = personOf(request, hostel.services());
        if (!person)
            return fail(output, person.error(), request.options.value(u"person"_s));
        wish.person = person->id;
        return send(request, wish, *form, hostel.services(), output);
    });
}

} // namespace keywork
