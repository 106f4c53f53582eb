// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/people.h"

#include "core/services/records/records.h"
#include "core/storage/residents.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// An alert of which only the kind is known, to ask who may read such a one.
Row rowOfKind(const QString &kind)
{
    Row row = emptyRow(recordType<Alert>());
    row.set(u"kind"_s, kind);
    return row;
}

ResidentsReader readerOf(const Records &records, QDate today)
{
    QStringList unseen;
    for (const ChoiceOption &kind : records.choices().options(QString::fromLatin1(recordType<Alert>().fieldNamed(u"kind"_s)->list)))
        if (!records.mayReadRow(rowOfKind(kind.code)))
            unseen.append(kind.code);
    return {today, records.session().staff().value, records.closed().people(), unseen};
}

} // namespace

Result<ResidentsRequest> People::readable(ResidentsRequest request) const
{
    const Session &session = m_records.session();
    const bool seesStage = session.may(Act::Read, Category::SubstanceUse);
    const bool seesAlerts = session.may(Act::Read, recordType<Alert>().category);
    const bool seesPlan = session.may(Act::Read, Category::CarePlan);
    const bool refused = (request.order == ResidentOrder::Stage && !seesStage) || (request.order == ResidentOrder::Alerts && !seesAlerts)
        || (request.order == ResidentOrder::Review && !seesPlan);
    if (refused || !session.may(Act::Read, Category::Identity))
        return Error{ErrorKind::NotPermitted, {}, {}};
    if (!seesStage)
        request.stages.clear();
    if (!seesAlerts)
        request.alertKinds.clear();
    if (!request.alertKinds.isEmpty()) {
        request.alertKinds.removeIf([this](const QString &kind) { return !m_records.mayReadRow(rowOfKind(kind)); });
        if (request.alertKinds.isEmpty())
            request.alertKinds.append(QString()); // what may not be read finds nobody
    }
    return request;
}

QDate People::dayOf(const ResidentsRequest &request) const { return request.on.isValid() ? request.on : m_records.today(); }

Result<ResidentWindow> People::residents(const ResidentsRequest &request) const
{
    const auto wanted = readable(request);
    if (!wanted)
        return wanted.error();
    const auto places = residentPlaces(m_records.database(), *wanted, readerOf(m_records, dayOf(*wanted)));
    if (!places)
        return places.error();
    QList<qint64> people;
    for (const ResidentPlace &place : *places)
        people.append(place.person);
    auto lines = linesOf(people, dayOf(*wanted));
    if (!lines)
        return lines.error();
    const bool isLast = request.limit == 0 || places->size() < request.limit;
    return ResidentWindow{std::move(*lines), isLast ? std::nullopt : std::optional(places->last())};
}

Result<QList<ResidentLine>> People::residents(ResidentGroup group, QDate on) const
{
    auto all = residents(ResidentsRequest{.group = group, .on = on});
    return all ? Result<QList<ResidentLine>>(std::move(all->lines)) : all.error();
}

Result<qint64> People::count(const ResidentsRequest &request) const
{
    const auto wanted = readable(request);
    return wanted ? residentCount(m_records.database(), *wanted, readerOf(m_records, dayOf(*wanted))) : Result<qint64>(wanted.error());
}

Result<std::array<int, 4>> People::groupSizes() const
{
    if (!m_records.session().may(Act::Read, Category::Identity))
        return Error{m_records.session().refusal(), {}, {}};
    return residentGroupSizes(m_records.database(), readerOf(m_records, m_records.today()));
}

} // namespace keywork
