// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/record_table.h"

#include "core/domain/kinds.h"
#include "core/record/row_text.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

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
{
    for (const Field &field : type.fields)
        if (field.listed)
            m_columns.append(&field);
}

void RecordTableModel::setRows(const QList<KeptRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    m_names.clear();
    // One query a table referred to, not one a row.
    for (const Field *field : std::as_const(m_columns)) {
        const QString table = QString::fromLatin1(field->refers ? field->refers : "");
        const RecordType *referred = kindOf(table);
        if (!referred || m_names.contains(table))
            continue;
        if (const auto all = m_services.records.list(*referred, {.withWithdrawn = true}))
            for (const KeptRow &row : *all)
                m_names[table].insert(row.id, words::nameOf(row.row));
    }
    endResetModel();
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
    return parent.isValid() ? 0 : int(m_columns.size()) + (m_type.listsWhen ? 1 : 0);
}

const Field *RecordTableModel::fieldAt(int column) const
{
    const int at = m_type.listsWhen ? column - 1 : column;
    return at < 0 ? nullptr : m_columns.value(at);
}

QString RecordTableModel::cell(int row, int column) const
{
    const Field *field = fieldAt(column);
    if (!field) {
        const QDateTime at = m_services.records.clock().local(m_rows.at(row).createdAt);
        return words::moment(at);
    }
    const auto names = [this](const QString &table, qint64 id) { return m_names.value(table).value(id); };
    const QString text = words::value(m_rows.at(row).row, *field, m_services.records.choices(), names, m_services.records.clock());
    return QString(text).replace(u'\n', u' ');
}

QVariant RecordTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::DisplayRole)
        return cell(index.row(), index.column());
    if (role == Qt::UserRole) { // what sorting compares: dates as ISO, numbers as numbers
        const Field *field = fieldAt(index.column());
        if (!field)
            return toStoredText(m_rows.at(index.row()).createdAt);
        const QVariant held = m_rows.at(index.row()).row.value(QString::fromLatin1(field->column));
        return isComparedAsStored(field->kind) ? held
            : field->kind == Kind::Measure     ? comparable(held)
                                               : QVariant(cell(index.row(), index.column()));
    }
    const Field *shown = fieldAt(index.column());
    if (role == Qt::TextAlignmentRole && shown && isNumber(shown->kind))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant RecordTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return fieldAt(section) ? words::label(fieldAt(section)->label) : tr("When");
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

QList<Id<Person>> RecordTableModel::people() const
{
    QList<Id<Person>> people;
    for (const KeptRow &row : m_rows)
        if (const Id<Person> person{row.row.value(QStringLiteral("person_id")).toLongLong()}; person && !people.contains(person))
            people.append(person);
    return people;
}

QString RecordTableModel::csv() const
{
    QStringList labels;
    for (int column = 0; column < columnCount(); ++column)
        labels.append(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    QString text = QChar(0xfeff) + csvLine(labels);
    for (int row = 0; row < m_rows.size(); ++row) {
        QStringList cells;
        for (int column = 0; column < columnCount(); ++column)
            cells.append(cell(row, column));
        text += csvLine(cells);
    }
    QStringList total{tr("Total"), QString::number(m_rows.size())};
    return text + csvLine(total);
}

RecordTable::RecordTable(const RecordType &type, const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_type(type)
    , m_services(services)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    m_filter = new QLineEdit;
    m_filter->setPlaceholderText(tr("Filter this list"));
    m_filter->setAccessibleName(tr("Filter: %1").arg(words::label(type.titleMany)));
    m_filter->setObjectName(u"filter"_s);
    m_filter->setMaximumWidth(Theme::scaled(260));
    layout->addWidget(m_filter, 0, Qt::AlignRight);
    m_model = new RecordTableModel(type, services, this);
    m_proxy = new QSortFilterProxyModel(this);
    m_proxy->setSourceModel(m_model);
    m_proxy->setSortRole(Qt::UserRole);
    m_proxy->setFilterKeyColumn(-1);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_view = new QTableView;
    m_view->setObjectName(u"list"_s);
    m_view->setAccessibleName(words::label(type.titleMany));
    m_view->setModel(m_proxy);
    m_view->setSortingEnabled(true);
    m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTabKeyNavigation(false); // a table would trap Tab otherwise
    m_view->setShowGrid(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(Theme::scaled(30));
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->setMinimumHeight(Theme::isLarge() ? Theme::scaled(200) : 0);
    layout->addWidget(m_view);
    m_empty = label(tr("Nothing here yet. “New” adds the first one."), "soft");
    layout->addWidget(m_empty);
    connect(m_filter, &QLineEdit::textChanged, m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_view, &QTableView::activated, this,
        [this](const QModelIndex &index) { Q_EMIT opened(m_model->rowAt(m_proxy->mapToSource(index).row())); });
}

void RecordTable::reload(const ListRequest &request)
{
    const auto rows = m_services.records.list(m_type, request);
    setRows(rows ? *rows : QList<KeptRow>());
    if (!rows)
        m_empty->setText(words::error(rows.error()));
    for (const Filter &filter : request.filters) // the same on every line
        if (const int column = m_model->columnOf(filter.column); column >= 0)
            m_view->setColumnHidden(column, true);
}

void RecordTable::setRows(const QList<KeptRow> &rows)
{
    m_model->setRows(rows);
    m_empty->setText(m_emptyText.isEmpty() ? tr("Nothing here yet. “New” adds the first one.") : m_emptyText);
    m_empty->setVisible(m_model->rowCount() == 0);
    if (m_proxy->rowCount() > 0 && !m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_proxy->index(0, 0)); // Enter opens the first
    m_view->resizeColumnsToContents();
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_view->setColumnWidth(column, std::clamp(m_view->columnWidth(column), 80, 360));
}

std::optional<KeptRow> RecordTable::current() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? std::optional(m_model->rowAt(m_proxy->mapToSource(index).row())) : std::nullopt;
}

} // namespace keywork
