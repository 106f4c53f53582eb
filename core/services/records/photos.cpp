// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/photos.h"

#include "core/services/records/records.h"

using namespace Qt::StringLiterals;

namespace keywork {

Result<QByteArray> Photos::of(Id<Person> person) const
{
    const auto photos = m_records.of<Photo>("person_id", person);
    if (!photos)
        return photos.error();
    return photos->isEmpty() ? QByteArray() : photos->first().value.picture;
}

Done Photos::set(Id<Person> person, const QByteArray &jpeg)
{
    return m_records.together([&]() -> Done {
        const auto before = m_records.of<Photo>("person_id", person);
        if (!before)
            return before.error();
        for (const Kept<Photo> &photo : *before)
            if (Done gone
                = m_records.withdraw(recordType<Photo>(), photo.id.value, photo.version, u"replaced"_s, Records::ReasonOf::TheProgram);
                !gone)
                return gone;
        if (jpeg.isEmpty())
            return {};
        auto added = m_records.add(Photo{person, jpeg, m_records.today()});
        return added ? Done() : Done(added.error());
    });
}

} // namespace keywork
