// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/record_table.h"

#include "core/services/services.h"
#include "ui/text/record_lines.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_hint.h"
#include "ui/widgets/list_preview.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/table_fit.h"
#include "ui/widgets/typing_filters.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// What a filter lets through then need not be said of each; of several states each line says which.
bool isSameOnEveryLine(const Filter &filter)
{
    return filter.comparison == Filter::Comparison::Equals
        || (filter.comparison == Filter::Comparison::In && filter.value.toList().size() == 1);
}

} // namespace

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
    m_view = new QTableView;
    m_view->setObjectName(u"list"_s);
    m_view->setAccessibleName(words::label(type.titleMany));
    m_view->setModel(m_model);
    m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // the kind's own order
    m_view->horizontalHeader()->setSectionsClickable(true);
    m_view->horizontalHeader()->setSortIndicatorShown(true);
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
    m_empty = new EmptyHint(m_view);
    layout->addWidget(new TableFit(m_view, {.rank = [this](int column) { return rankOf(column); }}));
    m_preview = new ListPreview(m_view, [this](int row) { return inFull(m_model->rowAt(row)); });
    layout->addWidget(m_preview);
    m_count = label({}, "soft");
    m_count->setObjectName(u"shownOf"_s);
    layout->addWidget(m_count);
    showCount();
    connect(m_filter, &QLineEdit::textChanged, this,
        [this](const QString &typed) { showAnew(IfGone::First, [this, typed] { m_model->setFilterText(typed); }); });
    connect(m_view->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this,
        [this](int column, Qt::SortOrder order) { showAnew(IfGone::First, [this, column, order] { m_model->sort(column, order); }); });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &RecordTable::showCount);
    filterByTyping(m_view, m_filter);
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        if (const auto chosen = current())
            Q_EMIT opened(*chosen);
    });
    connect(m_view, &QTableView::activated, this, [this](const QModelIndex &index) { Q_EMIT opened(m_model->rowAt(index.row())); });
}

void RecordTable::reload(const ListRequest &request)
{
    showAnew(IfGone::Neighbour, [this, &request] { m_model->setRequest(request); });
    QSet<int> same;
    for (const Filter &filter : request.filters)
        if (const int column = m_model->columnOf(filter.column); column >= 0 && isSameOnEveryLine(filter))
            same.insert(column);
    for (const int column : m_sameOnEveryLine | same)
        m_view->setColumnHidden(column, same.contains(column));
    m_sameOnEveryLine = same;
}

void RecordTable::setRows(const QList<KeptRow> &rows)
{
    showAnew(IfGone::Neighbour, [this, &rows] { m_model->setRows(rows); });
}

void RecordTable::showAnew(IfGone ifGone, const std::function<void()> &readAnew)
{
    keepingPlace(
        m_view, ifGone, [this](int row) { return m_model->rowAt(row).id; }, [this](qint64 id) { return m_model->rowOf(id); }, readAnew);
    showCount();
    m_preview->refresh();
}

QStringList RecordTable::inFull(const KeptRow &kept) const
{
    Names names(m_services.records);
    names.learn({kept});
    QStringList lines;
    for (const words::RecordLine &line : words::recordLines(kept.row, names))
        lines.append(line.label + u": "_s + line.value);
    return lines;
}

/// Whom or what a line is about is cut last: its name, its number, whose it is; then what must be answered, in their order.
int RecordTable::rankOf(int column) const
{
    const Field *field = m_model->fieldAt(column);
    if (!field)
        return column + 1;
    const QLatin1String name(field->column);
    if (name == "name"_L1 || name == "number"_L1 || field->tie == Tie::Owner || field->tie == Tie::Subject)
        return 0;
    return field->required ? column + 1 : column + 100;
}

void RecordTable::showCount()
{
    const int shown = m_model->rowCount();
    const bool isFiltered = !m_filter->text().trimmed().isEmpty();
    const QString belongs = m_type.belongs ? words::label(m_type.belongs) : tr("Nothing here yet.");
    if (m_model->problem())
        m_empty->say(words::error(*m_model->problem()), EmptyHint::Offered::No);
    else if (shown == 0 && isFiltered)
        m_empty->say(tr("Nothing holds these words."), EmptyHint::Offered::No);
    else
        m_empty->say(shown > 0 ? QString() : m_emptyText.isEmpty() ? belongs : m_emptyText);
    m_count->setText(tr("%1 of %2").arg(QLocale().toString(shown), QLocale().toString(m_model->total())));
    // A short list without a filter shows by itself that it is whole.
    m_count->setVisible(shown > 0 && (!m_filter->isHidden() || shown < m_model->total()));
}

void RecordTable::offerFirst(const QString &words, std::function<void()> begin)
{
    m_empty->offer(words, std::move(begin));
    showCount();
}

void RecordTable::select(qint64 id)
{
    if (const int row = m_model->rowOf(id); row >= 0)
        m_view->setCurrentIndex(m_model->index(row, 0));
}

QVariantMap RecordTable::leftAs() const
{
    const auto row = current();
    QVariantMap left = placeOf(m_view, row ? row->id : 0);
    left.insert(u"filter"_s, m_filter->text());
    return left;
}

void RecordTable::bringBack(const QVariantMap &left)
{
    orderAs(m_view, left);
    m_filter->setText(left.value(u"filter"_s).toString());
    goTo(m_view, left, [this](qint64 id) { return m_model->rowOf(id); });
}

std::optional<KeptRow> RecordTable::current() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? std::optional(m_model->rowAt(index.row())) : std::nullopt;
}

} // namespace keywork
