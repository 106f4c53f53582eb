// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/supplies/supply_editor.h"

#include "core/record/ties.h"
#include "core/services/records/families.h"
#include "core/services/records/records.h"
#include "ui/pages/supplies/supply_lines_part.h"
#include "ui/text/words.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString saySupplies(const char *marked) { return QCoreApplication::translate("supplies", marked); }

/// The visit with its lines as they stand here, and those that a colleague added meanwhile.
Result<Family> visitFamily(
    const Services &services, const GenericEditing &editing, const QSet<qint64> &opened, const SupplyLinesPart *lines, const Row &row)
{
    Family family;
    family.head.row = row;
    family.parts = lines->parts();
    if (!editing.known)
        return family;
    const auto now = services.families.one(recordType<SupplyVisit>(), editing.known->id);
    if (!now)
        return now.error();
    family.head = now->head;
    family.head.row = row;
    for (const KeptRow &part : now->parts)
        if (!opened.contains(part.id))
            family.parts.append(part);
    return family;
}

} // namespace

RecordEditor *supplyEditor(const Services &services, const GenericEditing &editing)
{
    auto *lines = new SupplyLinesPart(services);
    QSet<qint64> opened;
    if (editing.known)
        if (const auto family = services.families.one(recordType<SupplyVisit>(), editing.known->id)) {
            lines->load(family->parts);
            for (const KeptRow &part : family->parts)
                opened.insert(part.id);
        }
    KeptRow shown = editing.known.value_or(KeptRow());
    shown.row = editing.start;
    RecordEditor::Setup setup{.type = recordType<SupplyVisit>(),
        .title = editing.known ? words::label(recordType<SupplyVisit>().title) : words::label(recordType<SupplyVisit>().newOne),
        .start = editing.start,
        .place = {u"supply_visit"_s, shown.id, personOf(shown)},
        .save = [services, editing, opened, lines](const Row &row) -> Done {
            const auto family = visitFamily(services, editing, opened, lines, row);
            if (!family)
                return family.error();
            if (family->parts.isEmpty() && row.text(u"messages"_s).isEmpty() && row.text(u"leaflets"_s).isEmpty())
                return Error{ErrorKind::Invalid, u"supply_visit"_s, {{u"messages"_s, Rule::NothingGiven, {}}}};
            const auto saved = services.families.save(*family, saySupplies(QT_TRANSLATE_NOOP("supplies", "taken out again")));
            if (saved && editing.kept)
                editing.kept(saved->head);
            return saved ? Done() : Done(saved.error());
        },
        .extra = lines,
        .extraAt = RecordEditor::ExtraAt::Top,
        .readExtra =
            [lines] {
                return QJsonObject{{u"lines"_s, lines->toJson()}};
            },
        .writeExtra = [lines](const QJsonObject &kept) { lines->fromJson(kept.value(u"lines"_s).toArray()); },
        .showExtra = [lines](const Violations &violations) { return lines->showViolations(violations); },
        .offersAnother = editing.offersAnother};
    if (editing.known)
        setUpKnown(setup, services, shown);
    auto *editor = new RecordEditor(setup, services);
    QObject::connect(lines, &SupplyLinesPart::edited, editor, &RecordEditor::markEdited);
    return editor;
}

void giveKeysToSupplies(RecordEditor *editor)
{
    if (auto *lines = editor->findChild<SupplyLinesPart *>())
        lines->focusFirst();
}

} // namespace keywork
