// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/families.h"

#include "core/domain/kinds.h"
#include "core/services/records/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Error inPart(Error error, qsizetype index)
{
    for (Violation &violation : error.violations)
        violation.column = partColumn(index, violation.column);
    return error;
}

} // namespace

QString partColumn(qsizetype index, const QString &column) { return QString::number(index) + u'/' + column; }

std::optional<std::pair<qsizetype, QString>> partOfColumn(const QString &column)
{
    bool isPart = false;
    const qsizetype index = column.section(u'/', 0, 0).toLongLong(&isPart);
    if (!isPart || !column.contains(u'/'))
        return {};
    return std::pair(index, column.section(u'/', 1));
}

QMap<qsizetype, Violations> violationsOfParts(const Violations &violations, Violations &others)
{
    QMap<qsizetype, Violations> byPart;
    for (Violation violation : violations)
        if (const auto place = partOfColumn(violation.column)) {
            violation.column = place->second;
            byPart[place->first].append(violation);
        } else {
            others.append(violation);
        }
    return byPart;
}

Result<QList<KeptRow>> Families::partsOnFile(const RecordType &head, qint64 id) const
{
    QList<KeptRow> parts;
    for (const RecordType *part : partsOf(head)) {
        if (!m_records.mayRead(*part))
            continue;
        const auto rows = m_records.list(*part,
            {.filters = {{QString::fromLatin1(part->childOf), Filter::Comparison::Equals, id}},
                .orderBy = part->indexOf(u"position"_s) >= 0 ? u"position"_s : u"id"_s});
        if (!rows)
            return rows.error();
        parts += *rows;
    }
    return parts;
}

Result<Family> Families::one(const RecordType &head, qint64 id) const
{
    const auto row = m_records.one(head, id);
    if (!row)
        return row.error();
    const auto parts = partsOnFile(head, id);
    return parts ? Result<Family>(Family{*row, *parts}) : parts.error();
}

void takeOwner(Row &part, const Row &head)
{
    const Field *theirs = part.type->tiedBy(Tie::Owner);
    const Field *owner = head.type->tiedBy(Tie::Owner);
    if (theirs && owner)
        part.set(QString::fromLatin1(theirs->column), head.value(QString::fromLatin1(owner->column)));
    // What is hidden from somebody is so with all its parts.
    if (const char *hidden = part.type->access.hiddenFrom; hidden && head.type->indexOf(QString::fromLatin1(hidden)) >= 0)
        part.set(QString::fromLatin1(hidden), head.value(QString::fromLatin1(hidden)));
}

Done Families::savePart(KeptRow &part, qsizetype index, const KeptRow &head)
{
    const RecordType &type = *part.row.type;
    part.row.set(QString::fromLatin1(type.childOf), head.id);
    takeOwner(part.row, head.row);
    if (type.indexOf(u"position"_s) >= 0)
        part.row.set(u"position"_s, index);
    auto kept = part.id > 0 ? m_records.amend(part) : m_records.add(part.row);
    if (!kept)
        return inPart(kept.error(), index);
    part = std::move(*kept);
    return {};
}

Done Families::removeMissing(const Family &family, const QList<KeptRow> &onFile, const QString &removed)
{
    for (const KeptRow &known : onFile) {
        const bool stays = known.row.type->partSavedAlone
            || std::any_of(family.parts.cbegin(), family.parts.cend(),
                [&known](const KeptRow &part) { return part.id == known.id && part.row.type == known.row.type; });
        if (stays)
            continue;
        if (Done done = m_records.withdraw(*known.row.type, known.id, known.version, removed, Records::ReasonOf::TheProgram); !done)
            return done;
    }
    return {};
}

Result<Family> Families::save(Family family, const QString &removed)
{
    const bool isNew = family.head.id == 0;
    const Done done = m_records.together([&]() -> Done {
        QList<KeptRow> onFile;
        if (!isNew) {
            const auto parts = partsOnFile(*family.head.row.type, family.head.id);
            if (!parts)
                return parts.error();
            onFile = *parts;
        }
        auto head = isNew ? m_records.add(family.head.row) : m_records.amend(family.head);
        if (!head)
            return head.error();
        family.head = std::move(*head);
        if (Done gone = removeMissing(family, onFile, removed); !gone)
            return gone;
        for (qsizetype i = 0; i < family.parts.size(); ++i)
            if (Done saved = savePart(family.parts[i], i, family.head); !saved)
                return saved;
        return {};
    });
    return done ? Result<Family>(std::move(family)) : done.error();
}

} // namespace keywork
