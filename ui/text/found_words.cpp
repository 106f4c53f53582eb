// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/found_words.h"

#include "core/domain/kinds.h"
#include "core/services/records/people.h"
#include "core/services/services.h"
#include "ui/text/person_details.h"
#include "ui/text/words.h"
#include "ui/text/words_trust.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {
const QString kBetween = u" · "_s;
} // namespace

FoundParts foundParts(const Found &hit, const QStringList &details)
{
    const RecordType *type = kindOf(hit.kind);
    QString excerpt = hit.excerpt;
    excerpt.remove(QChar(2)).remove(QChar(3));
    if (hit.kind == u"disclosure") { // the ledger keeps what a list lists by its code
        QStringList lines = excerpt.split(u'\n');
        std::transform(lines.cbegin(), lines.cend(), lines.begin(), &whyLeft);
        excerpt = lines.join(u'\n');
    }
    excerpt.replace(u'\n', u' ');
    const bool isPerson = hit.isName && hit.kind == u"person";
    FoundParts parts{hit.title, type && !isPerson ? label(type->title) : QString(), excerpt};
    if (hit.isName)
        parts.what = ((excerpt.isEmpty() || isPerson ? QStringList() : QStringList{excerpt}) + details).join(kBetween);
    return parts;
}

QString foundLine(const Found &hit, const QStringList &details)
{
    const FoundParts parts = foundParts(hit, details);
    const bool hasBoth = !parts.title.isEmpty() && !parts.kind.isEmpty();
    const QString whose = parts.title + (hasBoth ? kBetween : QString()) + parts.kind;
    if (parts.what.isEmpty())
        return whose;
    return whose + (parts.kind.isEmpty() ? kBetween : u": "_s) + parts.what;
}

QHash<qint64, QStringList> detailsOf(const QList<Found> &found, const Services &services)
{
    QList<Id<Person>> people;
    for (const Found &hit : found)
        if (hit.isName && hit.person > 0 && !people.contains(Id<Person>{hit.person}))
            people.append(Id<Person>{hit.person});
    QHash<qint64, QStringList> details;
    const auto lines = people.isEmpty() ? Result<QList<ResidentLine>>(QList<ResidentLine>()) : services.people.lines(people);
    for (const ResidentLine &line : lines ? *lines : QList<ResidentLine>())
        details.insert(line.person.id.value, personDetails(line));
    return details;
}

} // namespace keywork::words
