// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/record_table_model.h"

#include "core/base/text.h"
#include "core/domain/kinds.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/forms/list_filter.h"
#include "ui/text/list_text.h"
#include "ui/text/timeline_words.h"
#include "ui/text/words.h"
#include "ui/widgets/heard_cells.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString isoMoment(const QDateTime &local) { return local.isValid() ? local.toString(u"yyyy-MM-dd HH:mm"_s) : QString(); }

bool isNumber(Kind kind) { return kind == Kind::Integer || kind == Kind::Measure || kind == Kind::Money; }

bool isComparedAsStored(Kind kind)
{
    return kind == Kind::Date || kind == Kind::Integer || kind == Kind::PartialDate || kind == Kind::Instant || kind == Kind::Money;
}

QVariant comparable(const QVariant &measure)
{
    const auto number = Decimal::fromStored(measure.toString());
    return number ? QVariant(number->millionths()) : QVariant();
}

} // namespace

RecordTableModel::RecordTableModel(const RecordType &type, const Services &services, QObject *parent)
    : QAbstractTableModel(parent)
    , m_type(type)
    , m_services(services)
    , m_names(services.records)
{
    const bool hasColumns = std::any_of(type.fields.cbegin(), type.fields.cend(), [](const Field &field) { return field.listed; });
    for (const Field &field : type.fields)
        if (hasColumns ? field.listed : field.kind != Kind::Data && field.kind != Kind::Picture)
            m_columns.append(&field);
    m_parts = derivedColumn(type, services);
}

void RecordTableModel::setRows(const QList<KeptRow> &rows)
{
    m_chosen = rows;
    forgetNames();
    learnNames(rows);
    showChosen();
}

bool RecordTableModel::setRequest(const ListRequest &request)
{
    m_chosen.reset();
    m_request = request;
    forgetNames();
    read(int(m_rows.size()));
    return !m_problem;
}

void RecordTableModel::setFilterText(const QString &typed)
{
    if (m_filterText == typed.trimmed())
        return;
    m_filterText = typed.trimmed();
    m_chosen ? showChosen() : read(0);
}

void RecordTableModel::sort(int column, Qt::SortOrder order)
{
    if (isOfParts(column) || saidAt(column))
        column = -1; // nothing in the file stands in their order
    const Field *field = column < 0 ? nullptr : fieldAt(column);
    if (field && !Listing(m_services.records).mayUse(m_type, QString::fromLatin1(field->column)))
        column = -1; // its cells are blank
    if (column == m_sortColumn && order == m_sortOrder)
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    m_chosen ? showChosen() : read(0);
}

void RecordTableModel::showChosen()
{
    QList<KeptRow> rows;
    for (const KeptRow &row : std::as_const(*m_chosen)) {
        bool isWanted = m_filterText.isEmpty();
        for (int column = 0; !isWanted && column < columnCount(); ++column)
            isWanted = holds(cell(row, column), m_filterText);
        if (isWanted)
            rows.append(row);
    }
    if (m_sortColumn >= 0)
        std::stable_sort(rows.begin(), rows.end(), [this](const KeptRow &a, const KeptRow &b) {
            const bool isUp = m_sortOrder == Qt::AscendingOrder;
            const auto order = QVariant::compare(sortKey(isUp ? a : b, m_sortColumn), sortKey(isUp ? b : a, m_sortColumn));
            return order == QPartialOrdering::Less;
        });
    beginResetModel();
    m_rows = rows;
    m_total = rows.size();
    m_hasMore = false;
    m_problem.reset();
    endResetModel();
}

QVariantList RecordTableModel::ranksOf(const Field &field)
{
    QList<QPair<QString, QVariant>> labels;
    if (field.kind == Kind::Choice) {
        const QString list = QString::fromLatin1(field.list);
        for (const ChoiceOption &option : m_services.records.choices().options(list))
            labels.append({words::choice(m_services.records.choices(), list, option.code), option.code});
    } else if (field.kind == Kind::Reference) {
        const auto &names = allNames(QString::fromLatin1(field.refers));
        for (auto it = names.begin(); it != names.end(); ++it)
            labels.append({it.value(), it.key()});
    }
    std::sort(labels.begin(), labels.end(), [](const auto &a, const auto &b) {
        return a.first != b.first ? standsBefore(a.first, b.first) : QVariant::compare(a.second, b.second) == QPartialOrdering::Less;
    });
    QVariantList ranks;
    for (const auto &[label, value] : labels)
        ranks.append(value);
    return ranks;
}

ListRequest RecordTableModel::wanted()
{
    ListRequest request = m_request;
    if (!m_filterText.isEmpty()) {
        const auto names = [this](const QString &table) { return allNames(table); };
        request.anyOf = filtersFor(m_type, m_columns, m_filterText, m_services.records, names);
        if (m_parts)
            request.anyOf.append(m_parts->headsHolding(m_filterText, names));
    }
    if (m_sortColumn < 0)
        return request;
    const Field *field = fieldAt(m_sortColumn);
    request.orderBy = field ? QString::fromLatin1(field->column) : u"created_at"_s;
    request.descending = m_sortOrder == Qt::DescendingOrder;
    if (field)
        request.ranks = ranksOf(*field);
    return request;
}

void RecordTableModel::read(int atLeast)
{
    const Listing listing(m_services.records);
    beginResetModel();
    m_reading = wanted();
    m_reading.limit = std::max(kPageRows, atLeast);
    const auto rows = listing.page(m_type, m_reading);
    const auto total = rows ? listing.count(m_type, m_reading) : Result<qint64>(rows.error());
    m_problem = total ? std::nullopt : std::optional(total.error());
    m_rows = total ? *rows : QList<KeptRow>();
    m_total = total ? *total : 0;
    m_hasMore = total && m_rows.size() == m_reading.limit;
    learnNames(m_rows);
    endResetModel();
}

bool RecordTableModel::canFetchMore(const QModelIndex &parent) const { return !parent.isValid() && m_hasMore; }

void RecordTableModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    ListRequest request = m_reading;
    request.limit = kPageRows;
    request.after = placeBehind(m_type, request, m_rows.last());
    const auto rows = Listing(m_services.records).page(m_type, request);
    m_hasMore = rows && rows->size() == kPageRows;
    if (!rows || rows->isEmpty()) {
        m_problem = rows ? std::nullopt : std::optional(rows.error());
        return;
    }
    learnNames(*rows);
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows->size()) - 1);
    m_rows += *rows;
    endInsertRows();
}

void RecordTableModel::forgetNames()
{
    m_names.clear();
    m_allNames.clear();
    if (m_parts)
        m_parts->forget();
}

void RecordTableModel::learnNames(const QList<KeptRow> &rows)
{
    if (m_parts)
        m_parts->learn(rows);
    m_names.learn(rows, m_columns);
}

const QHash<qint64, QString> &RecordTableModel::allNames(const QString &table)
{
    if (!m_allNames.contains(table)) {
        QHash<qint64, QString> &names = m_allNames[table];
        if (const RecordType *referred = kindOf(table))
            if (const auto all = m_services.records.list(*referred, {.withWithdrawn = true}))
                for (const KeptRow &row : *all)
                    names.insert(row.id, words::nameOf(row.row, m_services.records));
    }
    return m_allNames[table];
}

void RecordTableModel::showWhose()
{
    const Field *head = m_type.childOf ? m_type.fieldNamed(QString::fromLatin1(m_type.childOf)) : nullptr;
    for (const Field *field : {m_type.tiedBy(Tie::Owner), head})
        if (field && !m_columns.contains(field))
            m_columns.prepend(field);
}

void RecordTableModel::addSaid(const QString &title, std::function<QString(const KeptRow &)> says)
{
    beginResetModel();
    m_said.append({title, std::move(says)});
    endResetModel();
}

const RecordTableModel::Said *RecordTableModel::saidAt(int column) const
{
    const qsizetype at = column - (columnCount() - (m_parts ? 1 : 0) - m_said.size());
    return at >= 0 && at < m_said.size() ? &m_said.at(at) : nullptr;
}

int RecordTableModel::rowOf(qint64 id) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), [id](const KeptRow &row) { return row.id == id; });
    return found == m_rows.cend() ? -1 : int(found - m_rows.cbegin());
}

int RecordTableModel::columnOf(const QString &column) const
{
    for (int i = 0; i < m_columns.size(); ++i)
        if (column == QLatin1String(m_columns.at(i)->column))
            return i + (m_type.listsWhen ? 1 : 0);
    return -1;
}

int RecordTableModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }
int RecordTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size()) + (m_type.listsWhen ? 1 : 0) + int(m_said.size()) + (m_parts ? 1 : 0);
}

const Field *RecordTableModel::fieldAt(int column) const
{
    const int at = m_type.listsWhen ? column - 1 : column;
    return at < 0 ? nullptr : m_columns.value(at);
}

QString RecordTableModel::cell(const KeptRow &row, int column, ListReader reader) const
{
    if (isOfParts(column))
        return m_parts->line(row.id);
    if (const Said *said = saidAt(column))
        return said->says(row);
    const Field *field = fieldAt(column);
    const Clock &clock = m_services.records.clock();
    if (!field)
        return reader == ListReader::People ? words::moment(clock.local(row.createdAt)) : isoMoment(clock.local(row.createdAt));
    const QString held = row.row.text(QString::fromLatin1(field->column));
    if (held.isEmpty()) // "prefers not to say" is no blank cell, in no list
        return words::whyNoAnswer(row.row, *field);
    if (reader == ListReader::Spreadsheet && (field->kind == Kind::Date || field->kind == Kind::PartialDate))
        return held; // as it is kept
    if (reader == ListReader::Spreadsheet && field->kind == Kind::Instant)
        return isoMoment(clock.local(fromStoredText(held)));
    const QString text = words::value(row.row, *field, m_services.records.choices(), words::namesFrom(m_names), clock);
    return QString(text).replace(u'\n', u' ');
}

/// Dates as they are kept, numbers as numbers.
QVariant RecordTableModel::sortKey(const KeptRow &row, int column) const
{
    const Field *field = fieldAt(column);
    if (!field)
        return toStoredText(row.createdAt);
    const QVariant held = row.row.value(QString::fromLatin1(field->column));
    return isComparedAsStored(field->kind) ? held : field->kind == Kind::Measure ? comparable(held) : QVariant(orderKey(cell(row, column)));
}

QVariant RecordTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::DisplayRole)
        return cell(m_rows.at(index.row()), index.column());
    if (role == Qt::AccessibleTextRole)
        return heardCell(
            headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(), cell(m_rows.at(index.row()), index.column()));
    const Field *shown = fieldAt(index.column());
    if (role == Qt::TextAlignmentRole && shown && isNumber(shown->kind))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant RecordTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole && isOfParts(section))
        return m_parts->title();
    if (const Said *said = orientation == Qt::Horizontal && role == Qt::DisplayRole ? saidAt(section) : nullptr)
        return said->title;
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return fieldAt(section) ? words::label(fieldAt(section)->label) : tr("When");
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

Result<QList<KeptRow>> RecordTableModel::allRows() const
{
    if (m_problem)
        return *m_problem;
    return m_hasMore ? Listing(m_services.records).all(m_type, m_reading) : Result<QList<KeptRow>>(m_rows);
}

Result<QList<Id<Person>>> RecordTableModel::people() const
{
    const auto rows = allRows();
    if (!rows)
        return rows.error();
    const auto ids = m_services.records.peopleIn(*rows);
    if (!ids)
        return ids.error();
    QList<Id<Person>> people;
    for (const qint64 id : *ids)
        people.append(Id<Person>{id});
    return people;
}

QStringList RecordTableModel::labels() const
{
    QStringList labels;
    for (int column = 0; column < columnsThatLeave(); ++column)
        labels.append(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    return labels;
}

Result<QList<QStringList>> RecordTableModel::allCells(ListReader reader)
{
    const auto rows = allRows();
    if (!rows)
        return rows.error();
    learnNames(*rows);
    QList<QStringList> lines;
    for (const KeptRow &row : *rows) {
        QStringList cells;
        for (int column = 0; column < columnsThatLeave(); ++column)
            cells.append(cell(row, column, reader));
        lines.append(cells);
    }
    return lines;
}

Result<QString> RecordTableModel::csv()
{
    const auto lines = allCells(ListReader::Spreadsheet);
    if (!lines)
        return lines.error();
    return csvOfList(labels(), *lines);
}

} // namespace keywork
