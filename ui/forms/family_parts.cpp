// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/family_parts.h"

#include "core/domain/kinds.h"
#include "core/record/validation.h"
#include "core/services/records/records.h"
#include "core/services/services.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QList<KeptRow> ofKind(const RecordType &type, const QList<KeptRow> &parts)
{
    QList<KeptRow> some;
    for (const KeptRow &part : parts)
        if (part.row.type == &type)
            some.append(part);
    return some;
}

} // namespace

FamilyParts::FamilyParts(const RecordType &head, const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_head(head)
    , m_services(services)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(12);
    for (const RecordType *type : partsOf(head)) {
        if (type->partSavedAlone || (!services.records.mayRead(*type) && !services.records.mayAdd(*type)))
            continue; // an empty list would say that there are none
        const auto key = m_kinds.isEmpty() ? ChildrenPart::AddKey::ByKey : ChildrenPart::AddKey::ByButton;
        auto *part = new ChildrenPart(*type, key, services);
        connect(part, &ChildrenPart::edited, this, &FamilyParts::edited);
        layout->addWidget(part);
        m_kinds.append(part);
    }
}

void FamilyParts::load(const QList<KeptRow> &parts)
{
    for (ChildrenPart *kind : std::as_const(m_kinds))
        kind->load(ofKind(kind->type(), parts));
}

void FamilyParts::showFor(const Row &head)
{
    for (ChildrenPart *kind : std::as_const(m_kinds))
        if (const auto partWhen = kind->type().partWhen)
            kind->setVisible(partWhen(head) || !kind->parts().isEmpty());
}

QList<KeptRow> FamilyParts::parts() const
{
    QList<KeptRow> all;
    for (const ChildrenPart *kind : m_kinds)
        all += kind->parts();
    return all;
}

Violations FamilyParts::bringIn(qint64 head)
{
    const auto onFile = m_services.families.one(m_head, head);
    Violations clashes;
    qsizetype before = 0;
    for (ChildrenPart *kind : std::as_const(m_kinds)) {
        for (Violation clash : onFile ? kind->bringIn(ofKind(kind->type(), onFile->parts)) : Violations()) {
            const auto place = partOfColumn(clash.column);
            clash.column = partColumn(before + place->first, place->second);
            clashes.append(clash);
        }
        before += kind->parts().size();
    }
    return clashes;
}

Result<Family> FamilyParts::family(const KeptRow &head)
{
    if (head.id > 0)
        if (const Violations clashes = bringIn(head.id); !clashes.isEmpty())
            return Error{ErrorKind::Invalid, {}, clashes};
    Family family{head, parts()};
    // Of what is on file the save itself knows best what whoever saves can mend.
    Violations wrong = head.id > 0 ? Violations() : m_services.records.check(head.row);
    wrong.removeIf([&head](const Violation &one) { // what services set stands in it once it is kept, and is judged then
        const Field *field = head.row.type->fieldNamed(one.column);
        return field && field->kept;
    });
    for (qsizetype i = 0; i < family.parts.size(); ++i) {
        if (family.parts.at(i).id > 0)
            continue;
        Row row = askedPart(family.parts.at(i).row);
        row.set(QString::fromLatin1(row.type->childOf), head.id > 0 ? head.id : qint64(1)); // it gets its own when it is kept
        takeOwner(row, head.row);
        for (Violation violation : m_services.records.check(row)) {
            violation.column = partColumn(i, violation.column);
            wrong.append(violation);
        }
    }
    return wrong.isEmpty() ? Result<Family>(family) : Error{ErrorKind::Invalid, {}, wrong};
}

Violations FamilyParts::showViolations(const Violations &violations)
{
    Violations others;
    const QMap<qsizetype, Violations> byPart = violationsOfParts(violations, others);
    qsizetype end = parts().size();
    for (auto kind = m_kinds.crbegin(); kind != m_kinds.crend(); ++kind) { // from the last on: the first keeps the focus
        const qsizetype begin = end - (*kind)->parts().size();
        for (qsizetype i = end - 1; i >= begin; --i)
            others += (*kind)->showViolations(i - begin, byPart.value(i));
        end = begin;
    }
    return others;
}

QJsonObject FamilyParts::toDraft() const
{
    QJsonObject draft;
    for (const ChildrenPart *kind : m_kinds)
        draft.insert(QString::fromLatin1(kind->type().table), kind->toDraft());
    return draft;
}

void FamilyParts::fromDraft(const QJsonObject &draft)
{
    for (ChildrenPart *kind : std::as_const(m_kinds))
        kind->fromDraft(draft.value(QLatin1String(kind->type().table)).toObject());
}

} // namespace keywork
