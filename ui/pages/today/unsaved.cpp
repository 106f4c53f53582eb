// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/today/unsaved.h"

#include "core/domain/kinds.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Where special forms keep what was typed: which part of the draft's place names the resident, and the tab they are in.
struct Form {
    const char *table;
    int resident;
    const char *tab;
};
constexpr Form kForms[] = {{"care_plan_version", 1, "plan"}, {"care_plan_area", 1, "plan"}, {"goal", 1, "plan"}, {"step", 1, "plan"},
    {"goal_progress", 1, "plan"}, {"step_progress", 1, "plan"}, {"sharing_agreement", 1, "sharing"}, {"referral", 2, "sharing"}};

struct Where {
    qint64 resident = 0;
    QString tab;
};

/// The forms that follow from a description call their place "kind/new/RESIDENT" or "kind/ID".
Where foundAt(const Services &services, const RecordType &type, const QStringList &parts)
{
    for (const Form &form : kForms)
        if (parts.first() == QLatin1String(form.table))
            return {parts.value(form.resident).toLongLong(), QString::fromLatin1(form.tab)};
    const bool isStage = parts.first() == u"stage_entry";
    const QString tab = isStage ? u"stages"_s : u"lists"_s;
    if (parts.value(1) == u"new" && (isStage || type.place == Place::Resident))
        return {parts.value(2).toLongLong(), tab};
    const qint64 id = parts.value(1).toLongLong();
    if (&type == &recordType<Person>())
        return {id, u"record"_s};
    const auto row = type.place == Place::Resident ? services.records.one(type, id) : Result<KeptRow>(Error{});
    return row ? Where{row->row.value(u"person_id"_s).toLongLong(), tab} : Where();
}

} // namespace

QList<Unsaved> unsavedWork(const Services &services)
{
    QList<Unsaved> all;
    for (const QString &place : services.records.draftPlaces()) {
        const QStringList parts = place.split(u'/');
        const RecordType *type = kindOf(parts.first());
        if (!type)
            continue; // offered back where it was typed
        if (place == u"person/new") {
            all.append({words::label(type->title), u"new"_s});
            continue;
        }
        const Where found = foundAt(services, *type, parts);
        const auto person = services.records.one(Id<Person>{found.resident});
        if (person && !services.restrictions.isClosed({found.resident}))
            all.append({words::label(type->title) + u" · "_s + person->value.displayName(),
                u"resident/%1/%2"_s.arg(QString::number(found.resident), found.tab)});
    }
    return all;
}

} // namespace keywork
