// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/room_column.h"

#include "core/base/text.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

bool RoomColumn::mayBeRead(const Services &services)
{
    return services.records.mayRead(recordType<Stay>()) && services.records.mayRead(recordType<Person>());
}

QString RoomColumn::title() const { return QCoreApplication::translate("rooms", QT_TRANSLATE_NOOP("rooms", "Who lives there")); }

RoomColumn::NamesByRoom RoomColumn::read() const
{
    NamesByRoom names;
    const auto here = m_services.people.residents(ResidentGroup::HereNow);
    for (const ResidentLine &line : here ? *here : QList<ResidentLine>())
        if (line.stay && line.stay->value.roomId)
            names[line.stay->value.roomId.value].append(line.person.value.displayName());
    return names;
}

void RoomColumn::learn(const QList<KeptRow> &)
{
    if (!m_names)
        m_names = read();
}

Filter RoomColumn::headsHolding(const QString &typed, const NamesOfTable &) const
{
    QList<qint64> rooms;
    const NamesByRoom names = m_names ? *m_names : read();
    for (auto room = names.cbegin(); room != names.cend(); ++room)
        if (folded(room.value().join(u", "_s)).contains(folded(typed)))
            rooms.append(room.key());
    return {u"id"_s, Filter::Comparison::In, idList(rooms)};
}

} // namespace keywork
