// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/residents/residents_model.h"

#include "core/base/text.h"
#include "core/services/records/listing.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "ui/forms/list_filter.h"
#include "ui/text/words.h"
#include "ui/text/words_last_seen.h"
#include "ui/text/words_plan.h"
#include "ui/widgets/heard_cells.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
QStringList stagesHolding(const QString &typed)
{
    QStringList codes;
    for (const Stage stage : allOf<Stage>())
        if (holds(words::shortLabelFor(stage), typed))
            codes.append(QString::fromLatin1(codeOf(stage)));
    return codes;
}
} // namespace

void ResidentsModel::setGroup(ResidentGroup group)
{
    const bool isSame = m_isRead && group == m_request.group;
    m_request.group = group;
    read(isSame ? int(m_lines.size()) : 0);
}

void ResidentsModel::setFilterText(const QString &typed)
{
    if (m_request.containing == typed.trimmed())
        return;
    m_request.containing = typed.trimmed();
    read(0);
}

void ResidentsModel::sort(int column, Qt::SortOrder order)
{
    constexpr std::array kOrders{ResidentOrder::Name, ResidentOrder::Room, ResidentOrder::Stage, ResidentOrder::Alerts,
        ResidentOrder::Keyworker, ResidentOrder::Review};
    const bool isOrdered = column >= 0 && size_t(column) < kOrders.size(); // when they were seen orders nothing
    const ResidentOrder wanted = isOrdered ? kOrders.at(size_t(column)) : ResidentOrder::Name;
    const bool descending = isOrdered && order == Qt::DescendingOrder;
    if (wanted == m_request.order && descending == m_request.descending)
        return;
    m_request.order = wanted;
    m_request.descending = descending;
    if (m_isRead)
        read(0);
}

void ResidentsModel::read(int atLeast)
{
    const ChoiceSource &choices = m_services.records.choices();
    const QString &typed = m_request.containing;
    m_request.stages = typed.isEmpty() ? QStringList() : stagesHolding(typed);
    m_request.alertKinds = typed.isEmpty() ? QStringList() : codesHolding(choices, u"alert_kind"_s, typed);
    m_request.unassigned = holds(tr("Unassigned"), typed);
    m_request.limit = std::max(kPageRows, atLeast);
    m_request.after.reset();
    beginResetModel();
    m_isRead = true;
    const auto window = m_services.people.residents(m_request);
    const auto total = window ? m_services.people.count(m_request) : Result<qint64>(window.error());
    m_problem = total ? std::nullopt : std::optional(total.error());
    m_lines = total ? window->lines : QList<ResidentLine>();
    m_seen.clear();
    readSeenOf(m_lines);
    m_total = total ? *total : 0;
    m_request.after = total ? window->after : std::nullopt;
    endResetModel();
}

bool ResidentsModel::canFetchMore(const QModelIndex &parent) const { return !parent.isValid() && m_request.after; }

void ResidentsModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_request.limit = kPageRows;
    const auto window = m_services.people.residents(m_request);
    m_request.after = window ? window->after : std::nullopt;
    m_problem = window ? std::nullopt : std::optional(window.error());
    if (!window || window->lines.isEmpty())
        return;
    beginInsertRows({}, int(m_lines.size()), int(m_lines.size() + window->lines.size()) - 1);
    m_lines += window->lines;
    readSeenOf(window->lines);
    endInsertRows();
}

void ResidentsModel::readSeenOf(const QList<ResidentLine> &lines)
{
    QList<qint64> people;
    for (const ResidentLine &line : lines)
        if (line.stay && line.stay->value.isHereOn(m_services.records.today()))
            people.append(line.person.id.value);
    const auto seen = people.isEmpty() ? QHash<qint64, SeenTold>() : m_services.lastSeen.of(people);
    if (seen)
        m_seen.insert(*seen);
}

Result<QList<ResidentLine>> ResidentsModel::allLines() const
{
    if (m_problem)
        return *m_problem;
    QList<ResidentLine> lines;
    ResidentsRequest request = m_request;
    request.limit = kPageRows;
    request.after.reset();
    do {
        const auto window = m_services.people.residents(request);
        if (!window)
            return window.error();
        lines += window->lines;
        request.after = window->after;
    } while (request.after);
    return lines;
}

int ResidentsModel::rowOf(qint64 person) const
{
    const auto found
        = std::find_if(m_lines.cbegin(), m_lines.cend(), [person](const ResidentLine &line) { return line.person.id.value == person; });
    return found == m_lines.cend() ? -1 : int(found - m_lines.cbegin());
}

QString ResidentsModel::under(const ResidentLine &line) const
{
    const Person &person = line.person.value;
    QStringList parts;
    if (!person.pronouns.isEmpty())
        parts.append(words::choice(m_services.records.choices(), u"pronouns"_s, person.pronouns.code));
    const QDate today = m_services.records.today();
    if (person.bornOn)
        if (const auto age = ageOn(*person.bornOn, today))
            parts.append(QString::number(*age));
    if (line.stay && line.stay->value.isHereOn(today))
        parts.append(*line.stay->value.arrivedOn == today ? tr("arrived today")
                                                          : tr("here %1").arg(words::duration(*line.stay->value.arrivedOn, today)));
    else if (line.stay && line.stay->value.leftOn)
        parts.append(tr("left %1").arg(words::date(*line.stay->value.leftOn)));
    else if (line.stay && line.stay->value.expectedOn)
        parts.append(tr("expected %1").arg(words::dayAndMonth(*line.stay->value.expectedOn, today)));
    return parts.join(u" · "_s);
}

QString ResidentsModel::text(const ResidentLine &line, int column) const
{
    switch (column) {
    case Resident:
        return line.person.value.displayName();
    case Room:
        return line.room;
    case Spectrum:
        return line.stage ? words::shortLabelFor(line.stage->stage) : QString();
    case Alerts:
        return line.alerts.isEmpty() ? QString()
                                     : words::choice(m_services.records.choices(), u"alert_kind"_s, line.alerts.first().kind.code)
                + (line.alerts.size() > 1 ? u" +"_s + QString::number(line.alerts.size() - 1) : QString());
    case Keyworker:
        return line.keyworker.isEmpty() ? tr("Unassigned") : line.keyworker;
    case Plan:
        return words::planStanding(line.plan, m_services.records.today());
    case LastSeenAt:
        return m_seen.contains(line.person.id.value) ? words::lastSeenShort(m_seen.value(line.person.id.value), m_services.records.clock())
                                                     : QString();
    default:
        return {};
    }
}

QVariant ResidentsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ResidentLine &line = m_lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(line, index.column());
    case Qt::AccessibleTextRole:
        return heardCell(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
            index.column() == Resident ? text(line, Resident) + u", "_s + under(line) : text(line, index.column()));
    case SecondLine:
        return index.column() == Resident ? under(line) : QString();
    case StageNumber:
        return index.column() == Spectrum && line.stage ? stageNumber(line.stage->stage) : 0;
    case ChipKind:
        if (index.column() == Alerts && !line.alerts.isEmpty())
            return line.alerts.first().priority.code == u"know" ? u"neutral"_s : u"attention"_s;
        if (index.column() == Plan && line.plan.issuedVersion > 0 && (line.plan.signOff.isEmpty() || line.plan.signOff == u"waiting"))
            return u"attention"_s;
        return {};
    default:
        return {};
    }
}

QVariant ResidentsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles{
        tr("Resident"), tr("Room"), tr("Spectrum of need"), tr("Alerts"), tr("Keyworker"), tr("Care plan"), tr("Last seen")};
    return titles.value(section);
}

} // namespace keywork
