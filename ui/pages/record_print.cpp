// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/record_print.h"

#include "core/services/records/families.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/disclosures.h"
#include "ui/print/record_document.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork {

bool mayTakeAlong(const Services &services) { return services.records.session().may(Act::Export, Category::Identity); }

namespace {

/// What is on the paper: a note of a session is of the category of its area.
std::set<Category> categoriesOn(const Services &services, const RecordType &type, qint64 id)
{
    std::set<Category> sections{type.category};
    const auto family = services.families.one(type, id);
    for (const KeptRow &part : family ? family->parts : QList<KeptRow>()) {
        const auto told = part.row.type->readAs ? part.row.type->readAs(part.row) : std::nullopt;
        sections.insert(told.value_or(part.row.type->category));
    }
    return sections;
}

} // namespace

void printRecord(const Services &services, const Navigator &navigator, const RecordType &type, qint64 id)
{
    const auto kept = services.records.one(type, id);
    const auto document = print::recordDocument(services, type, id);
    if (!kept || !document)
        return navigator.refuse(kept ? document.error() : kept.error());
    const auto ids = services.records.peopleIn({*kept});
    if (!ids)
        return navigator.refuse(ids.error());
    QList<Id<Person>> people;
    for (const qint64 person : *ids)
        people.append(Id<Person>{person});
    const QString table = QString::fromLatin1(type.table);
    const auto about = services.disclosures.aboutPaper(DisclosureKind::RecordPrint, table, people, categoriesOn(services, type, id));
    if (!about)
        return navigator.refuse(about.error());
    navigator.preview({.document = *document,
        .title = words::label(type.title),
        .fileName = u"%1-%2"_s.arg(table).arg(id),
        .about = people.isEmpty() ? std::nullopt : std::optional(*about)});
}

} // namespace keywork
