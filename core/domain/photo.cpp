// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/photo.h"
#include "core/domain/shared_fields.h"

namespace keywork {

template <> const Described<Photo> &recordType<Photo>()
{
    static const Described<Photo> type
        = Described<Photo>({.table = "photo",
                               .title = QT_TRANSLATE_NOOP("record", "Photo"),
                               .titleMany = QT_TRANSLATE_NOOP("record", "Photos"),
                               .category = Category::Identity,
                               .orderBy = "taken_on",
                               .newestFirst = true})
              .field(&Photo::personId, residentField())
              .field(&Photo::picture,
                  {.column = "picture", .label = QT_TRANSLATE_NOOP("record", "Photo"), .required = true, .keptInHouse = true})
              .field(&Photo::takenOn,
                  {.column = "taken_on",
                      .label = QT_TRANSLATE_NOOP("record", "Taken on"),
                      .required = true,
                      .listed = true,
                      .keptInHouse = true,
                      .days = kHappened});
    return type;
}

} // namespace keywork
