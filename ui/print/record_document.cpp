// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/record_document.h"

#include "core/record/ties.h"
#include "core/services/records/families.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/print/doses_beside.h"
#include "ui/print/house_paper.h"
#include "ui/print/incident_document.h"
#include "ui/print/say.h"
#include "ui/print/value_rows.h"
#include "ui/print/work_documents.h"
#include "ui/text/record_lines.h"
#include "ui/text/timeline_words.h"
#include "ui/text/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

void addValues(Document &document, const Row &row, const Names &names)
{
    ValueRows values(document, 0.32);
    for (const words::RecordLine &line : words::recordLines(row, names)) {
        if (!line.heading.isEmpty()) {
            values.flush();
            document.add(heading(line.heading));
        }
        values.add(line.label, line.value);
    }
}

QString whose(const Services &services, const KeptRow &kept)
{
    const auto person = services.records.one(Id<Person>{personOf(kept)});
    return person ? whoseIs(person->value) : QString();
}

QString keptWhen(const Services &services, const KeptRow &kept)
{
    const QString when = words::moment(services.records.clock().local(kept.createdAt));
    const auto by = services.records.one(Id<Staff>{kept.createdBy});
    return by ? say("Recorded %1 by %2").arg(when, by->value.name) : say("Recorded %1").arg(when);
}

} // namespace

Result<Document> recordDocument(const Services &services, const RecordType &type, qint64 id)
{
    if (&type == &recordType<SubstanceReview>()) // what has a paper of its own
        return substanceReviewPaper(services, {id});
    if (&type == &recordType<KeyworkSession>())
        return keyworkSessionPaper(services, {id});
    if (&type == &recordType<Incident>()) {
        auto report = incidentReport(services, {id}, IncidentNames::With);
        return report ? Result<Document>(std::move(report->document)) : report.error();
    }
    const auto family = services.families.one(type, id);
    if (!family)
        return family.error();
    Names names(services.records);
    names.learn({family->head});
    names.learn(family->parts);
    const QString title = words::label(type.title);
    const QString called = words::nameOf(family->head.row, services.records);
    const bool isNamed = type.called && !called.isEmpty();
    auto document
        = housePaper(services, isNamed ? title + u": "_s + called : title, keptWhen(services, family->head), whose(services, family->head));
    if (!document)
        return document;
    document->title = title;
    addValues(*document, family->head.row, names);
    const RecordType *before = nullptr;
    for (const KeptRow &part : family->parts) {
        if (part.row.type != before)
            document->add(heading(words::label(part.row.type->titleMany)));
        before = part.row.type;
        addValues(*document, part.row, names);
    }
    const auto doses = dosesBeside(services, type, {personOf(family->head)});
    if (!doses)
        return doses.error();
    for (const QString &sentence : *doses)
        document->add(text({{sentence, true, false}}));
    return document;
}

} // namespace keywork::print
