// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/today/unsaved.h"

#include "core/domain/kinds.h"
#include "core/record/row_text.h"
#include "core/services/keeping/restrictions.h"
#include "core/services/records/drafts.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/shell/places.h"
#include "ui/text/timeline_words.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// What somebody typed themselves as the name of what is not on file yet; empty when the kind has none, or nothing was typed.
QString typedName(const RecordType &type, const DraftPlace &draft, const Services &services)
{
    if (!type.called)
        return {};
    const Row row = fromJson(type, services.drafts.at(draft).value(u"row"_s).toObject());
    return words::nameOf(row, services.records).trimmed();
}

} // namespace

QList<Unsaved> unsavedWork(const Services &services)
{
    QList<Unsaved> all;
    for (const DraftPlace &draft : services.drafts.places()) {
        const RecordType *type = kindOf(draft.kind);
        auto where = type ? visitTo(draft, services) : std::nullopt;
        if (!where)
            continue; // offered back where it was typed
        where->part = draft.part; // the form itself opens, not only its page
        QString what = words::label(type->title);
        if (draft.person > 0) {
            const auto person = services.records.one(Id<Person>{draft.person});
            if (!person || services.restrictions.isClosed({draft.person}))
                continue;
            what += u" · "_s + person->value.displayName();
        } else if (const QString name = typedName(*type, draft, services); !name.isEmpty()) {
            what += u" · "_s + name;
        }
        all.append({what, *where});
    }
    return all;
}

} // namespace keywork
