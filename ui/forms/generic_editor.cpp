// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/generic_editor.h"

#include "core/domain/kinds.h"
#include "core/services/records/families.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/forms/family_parts.h"
#include "ui/text/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString sayGeneric(const char *marked) { return QCoreApplication::translate("generic", marked); }

QString titleOf(const RecordType &type, const GenericEditing &editing)
{
    if (!editing.title.isEmpty())
        return editing.title;
    if (!editing.known)
        return words::label(type.newOne ? type.newOne : type.title);
    const QString number = type.numberSeries ? editing.known->row.text(u"number"_s) : QString();
    return words::label(type.title) + (number.isEmpty() ? QString() : u' ' + number);
}

/// What is on file, with what was typed.
Result<KeptRow> edited(const Records &records, const std::optional<KeptRow> &known, const Row &row)
{
    KeptRow fresh;
    fresh.row = row;
    if (!known)
        return fresh;
    auto onFile = records.one(*row.type, known->id);
    if (onFile)
        onFile->row = row;
    return onFile;
}

/// Saves it with its parts, in the editor's commit.
Result<KeptRow> keep(const Services &services, FamilyParts *parts, const KeptRow &head)
{
    if (!parts)
        return head.id > 0 ? services.records.amend(head) : services.records.add(head.row);
    const auto family = parts->family(head);
    if (!family)
        return family.error();
    const auto saved = services.families.save(*family, sayGeneric(QT_TRANSLATE_NOOP("generic", "taken out again")));
    return saved ? Result<KeptRow>(saved->head) : saved.error();
}

FamilyParts *partsFor(const Services &services, const RecordType &type, const GenericEditing &editing)
{
    if (partsOf(type).isEmpty())
        return nullptr;
    auto *parts = new FamilyParts(type, services);
    const auto family = editing.known ? services.families.one(type, editing.known->id) : Result<Family>(Family{{}, editing.parts});
    parts->load(family ? family->parts : QList<KeptRow>());
    parts->showFor(editing.start);
    return parts;
}

} // namespace

bool isLocked(const Records &records, const KeptRow &known)
{
    return known.id > 0 && records.mayRead(*known.row.type) && !records.maySee(*known.row.type, known.id);
}

void setUpKnown(RecordEditor::Setup &setup, const Services &services, const KeptRow &known)
{
    if (isLocked(services.records, known))
        setup.lockedBecause = sayGeneric(QT_TRANSLATE_NOOP("generic",
            "Somebody in this record is restricted, and their name is left out for you. You can read it; whoever needs to know them can "
            "change it."));
    setup.stored = [&records = services.records, type = known.row.type, id = known.id]() -> std::optional<Row> {
        const auto now = records.one(*type, id);
        return now ? std::optional(now->row) : std::nullopt;
    };
}

RecordEditor *genericEditor(const Services &services, const RecordType &type, const GenericEditing &editing)
{
    KeptRow shown = editing.known.value_or(KeptRow());
    shown.row = editing.start;
    const qint64 person = personOf(shown) > 0 ? personOf(shown) : editing.person;
    RecordEditor::Setup setup{.type = type,
        .title = titleOf(type, editing),
        .start = editing.start,
        .place = {QString::fromLatin1(type.table), shown.id, person},
        .save = {},
        .offersAnother = editing.offersAnother};
    FamilyParts *parts = partsFor(services, type, editing);
    setup.save = [services, parts, known = editing.known, kept = editing.kept](const Row &row) -> Done {
        const auto head = edited(services.records, known, row);
        const auto saved = head ? keep(services, parts, *head) : head;
        if (saved && kept)
            kept(*saved);
        return saved ? Done() : Done(saved.error());
    };
    if (parts) {
        setup.extra = parts;
        setup.readExtra = [parts] { return parts->toDraft(); };
        setup.writeExtra = [parts](const QJsonObject &draft) { parts->fromDraft(draft); };
        setup.showExtra = [parts](const Violations &violations) { return parts->showViolations(violations); };
    }
    if (editing.known)
        setUpKnown(setup, services, shown);
    auto *editor = new RecordEditor(setup, services);
    if (parts)
        QObject::connect(parts, &FamilyParts::edited, editor, &RecordEditor::markEdited);
    return editor;
}

RecordEditor *genericEditor(const Services &services, const RecordType &type, const std::optional<KeptRow> &known, const Row &start)
{
    return genericEditor(services, type, GenericEditing{.known = known, .start = start});
}

} // namespace keywork
