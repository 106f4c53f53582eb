// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/many_rooms.h"

#include "core/services/records/records.h"

using namespace Qt::StringLiterals;

namespace keywork {

Result<ManyRooms> manyRooms(const Records &records, const QString &typed)
{
    const auto rooms = records.all<Room>();
    if (!rooms)
        return rooms.error();
    QStringList known;
    for (const Kept<Room> &room : *rooms)
        known.append(room.value.name);
    ManyRooms many{roomNames(typed), {}, {}};
    for (const QString &name : std::as_const(many.typed.names))
        (known.contains(name, Qt::CaseInsensitive) ? many.onFile : many.fresh).append(name);
    return many;
}

Result<QList<Kept<Room>>> addManyRooms(Records &records, const QString &typed, const Room &like)
{
    const auto many = manyRooms(records, typed);
    if (!many)
        return many.error();
    if (!many->typed.unclear.isEmpty())
        return invalid({{u"name"_s, Rule::NotARange, many->typed.unclear.join(u", "_s)}});
    if (many->typed.isTooMany)
        return invalid({{u"name"_s, Rule::TooLarge, QString::number(kMostRoomsAtOnce)}});
    if (many->fresh.isEmpty())
        return invalid({{u"name"_s, many->onFile.isEmpty() ? Rule::Required : Rule::AllOnFile, {}}});
    QList<Kept<Room>> made;
    const Done done = records.together([&]() -> Done {
        for (const QString &name : many->fresh) {
            Room room = like;
            room.name = name;
            const auto kept = records.add(room);
            if (!kept)
                return kept.error();
            made.append(*kept);
        }
        return {};
    });
    return done ? Result<QList<Kept<Room>>>(made) : done.error();
}

} // namespace keywork
