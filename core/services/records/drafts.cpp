// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/drafts.h"

#include "core/services/records/record_reader.h"
#include "core/storage/drafts.h"

namespace keywork {

Done Drafts::keep(const DraftPlace &place, const QJsonObject &content)
{
    return keywork::keepDraft(m_records.database(), m_records.session().staff().value, {place, content, m_records.clock().now()});
}

Done Drafts::discard(const DraftPlace &place)
{
    return keywork::discardDraft(m_records.database(), m_records.session().staff().value, place);
}

QList<DraftPlace> Drafts::places() const
{
    QList<DraftPlace> places;
    const auto drafts = draftsOf(m_records.database(), m_records.session().staff().value);
    for (const Draft &draft : drafts ? *drafts : QList<Draft>())
        places.append(draft.place);
    return places;
}

QJsonObject Drafts::at(const DraftPlace &place) const
{
    const auto draft = draftFor(m_records.database(), m_records.session().staff().value, place);
    return draft && *draft ? (*draft)->content : QJsonObject();
}

} // namespace keywork
