// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/summary_document.h"

#include "core/services/records/records.h"
#include "ui/print/house_paper.h"
#include "ui/print/say.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

/// A part as it is printed; without lines, what stands in their place.
struct FilledPart {
    QString title;
    QList<SummaryLine> lines;
};

/// How much of long texts stands there, and how large: the first that fits on one page is taken.
struct SummaryFit {
    qreal scale;
    int letters; ///< of one line
};
constexpr SummaryFit kSummaryFits[] = {{1, 420}, {0.9, 420}, {0.9, 260}, {0.82, 160}, {0.75, 90}};

/// The lines of a part, one below the other.
Runs summaryRuns(const QList<SummaryLine> &lines, int letters)
{
    Runs runs;
    for (const SummaryLine &line : lines) {
        const QString value = line.isWhole ? line.value.simplified() : words::shortened(line.value.simplified(), letters);
        if (!runs.isEmpty())
            runs.append({u"\n"_s});
        if (!line.label.isEmpty())
            runs.append({line.label + u"  "_s, true, false});
        runs.append({value});
    }
    return runs;
}

/// A row a part.
QList<BlockPtr> partsTable(const QList<FilledPart> &parts, int letters)
{
    Table rows{.shares = {0.2, 0.8}, .head = {}, .rows = {}, .firstOfGroup = {}};
    for (const FilledPart &part : parts)
        rows.rows.append(QList<Runs>{Runs{{part.title, true, false}}, summaryRuns(part.lines, letters)});
    return table(rows);
}

Result<Document> summaryIn(
    const SummaryFit &fit, const SummarySource &source, SummaryCopy copy, const QList<FilledPart> &parts, const QStringList &notShown)
{
    const Person &person = source.line.person.value;
    const bool isDiscreet = copy == SummaryCopy::Discreet;
    auto paper = housePaper(source.services, isDiscreet ? say("My page") : say("Summary on one page"),
        isDiscreet ? person.shortName() : say("as the records say it on %1").arg(words::longDate(source.today)),
        isDiscreet ? QString() : whoseIs(person));
    if (!paper)
        return paper;
    paper->title = isDiscreet ? say("My page") : say("Summary on one page");
    paper->textScale = fit.scale;
    paper->add(partsTable(parts, fit.letters));
    if (!notShown.isEmpty())
        paper->add(text(
            {{say("Not on this page, since %1 may not read it: %2.").arg(source.services.records.session().name(), notShown.join(u"; "_s)),
                true, false}},
            9.5, 4));
    if (!isDiscreet)
        paper->add(text({{say("What is not written here is not known to us, or stands in the record alone."), false, true}}, 9, 0));
    return paper;
}

} // namespace

bool SummarySource::mayRead(Category category) const { return services.records.session().may(Act::Read, category); }

bool SummarySource::mayTell(const Row &row) const
{
    const auto also = row.type->alsoTells ? row.type->alsoTells(row) : std::nullopt;
    return !also || mayTell(*also);
}

bool SummarySource::mayTell(Category further) const
{
    if (!mayRead(further))
        return false;
    if (tells)
        tells->insert(further);
    return true;
}

Result<ResidentSummary> residentSummary(const Services &services, Id<Person> person, SummaryCopy copy)
{
    if (!services.records.session().may(Act::Share, Category::Identity))
        return Error{ErrorKind::NotPermitted, {}, {}};
    if (Done open = services.records.checkOpen(person.value); !open)
        return open.error();
    const auto line = services.people.line(person);
    if (!line)
        return line.error();
    ResidentSummary summary;
    const SummarySource source{services, *line, person, services.records.today(), &summary.holds};
    QList<FilledPart> parts;
    QStringList notShown;
    for (const SummaryPart &part : summaryParts()) {
        if (copy == SummaryCopy::Discreet && !part.isOnDiscreet)
            continue;
        if (!source.mayRead(part.category)) {
            notShown.append(say(part.title));
            continue;
        }
        auto lines = part.lines(source, copy);
        if (!lines)
            return lines.error();
        if (lines->isEmpty() && part.saysNothing)
            lines->append({{}, say("Nothing is on record. This does not mean that there is nothing.")});
        else if (!lines->isEmpty())
            summary.holds.insert(part.category);
        if (!lines->isEmpty())
            parts.append({say(part.title), *lines});
    }
    for (const SummaryFit &fit : kSummaryFits) {
        auto paper = summaryIn(fit, source, copy, parts, notShown);
        if (!paper)
            return paper.error();
        summary.document = std::move(*paper);
        if (summary.document.pageCount() == 1)
            break;
    }
    return summary;
}

} // namespace keywork::print
