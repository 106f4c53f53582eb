// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/table_fit.h"

#include "core/base/text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/heard_cells.h"
#include "ui/widgets/parts.h"

#include <QApplication>
#include <QEvent>
#include <QHeaderView>
#include <QResizeEvent>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kLookedAt = 100; ///< rows that widths are taken from
constexpr int kPadding = 20; ///< of a cell, with the style's own margins
constexpr int kWidest = 360; ///< of a column that others stand beside, unscaled
constexpr int kLeastText = 64; ///< unscaled
constexpr int kMostOfCell = 400; ///< characters of one cell in the line below; Enter opens the whole

QString textOf(const QModelIndex &cell) { return cell.data(Qt::DisplayRole).toString(); }

/// With its column, as a screen reader says it.
QString spokenOf(const QModelIndex &cell)
{
    const QString spoken = cell.data(Qt::AccessibleTextRole).toString();
    return spoken.isEmpty() ? heardCell(cell.model()->headerData(cell.column(), Qt::Horizontal).toString(), textOf(cell)) : spoken;
}

} // namespace

TableFit::TableFit(QTableView *view, const Policy &policy, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_policy(policy)
    , m_missing(label({}, "soft", true))
    , m_line(label({}, "", true))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_missing->setObjectName(u"columnsLeftOut"_s);
    m_line->setObjectName(u"lineInFull"_s);
    m_line->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    for (QLabel *one : {m_missing, m_line}) {
        one->setMinimumWidth(Theme::scaled(kLeastText)); // one long word never widens the page
        one->hide();
        layout->addWidget(one);
    }
    hide();
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &TableFit::fit);
    view->setWordWrap(policy.mostLines > 1);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->viewport()->installEventFilter(this);
    connect(view->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        // Only by hand: while the table itself gives widths nobody is asked.
        if (!m_isFitting && QApplication::mouseButtons() != Qt::NoButton && !isLast(column))
            m_given.insert(column, width);
    });
    watchModel();
}

void TableFit::watchModel()
{
    const QAbstractItemModel *model = m_view->model();
    const auto soon = [this] { m_soon.start(); };
    const auto anew = [this] {
        m_wrapped = 0;
        m_soon.start();
    };
    connect(model, &QAbstractItemModel::modelReset, this, anew);
    connect(model, &QAbstractItemModel::rowsRemoved, this, anew);
    connect(model, &QAbstractItemModel::rowsInserted, this, soon);
    connect(model, &QAbstractItemModel::dataChanged, this, anew);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &TableFit::showFoot);
    m_soon.start();
}

bool TableFit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && static_cast<QResizeEvent *>(event)->oldSize().width() != m_view->viewport()->width())
        m_lowest = -1; // another width, another height
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        m_soon.start(); // never in the middle of a layout
    return QWidget::eventFilter(watched, event);
}

int TableFit::rankOf(int column) const { return m_policy.rank ? m_policy.rank(column) : column; }

int TableFit::naturalOf(const QModelIndex &cell) const
{
    return m_policy.natural ? m_policy.natural(cell) : m_view->fontMetrics().horizontalAdvance(textOf(cell)) + kPadding;
}

QList<TableFit::Wish> TableFit::wishes() const
{
    const QAbstractItemModel *model = m_view->model();
    const QHeaderView *header = m_view->horizontalHeader();
    const int rows = std::min(model->rowCount(), kLookedAt);
    QList<Wish> wanted;
    for (int column = 0; column < model->columnCount(); ++column) {
        if (m_view->isColumnHidden(column) && !m_leftOut.contains(column))
            continue; // not for whoever looks, or the same on every line
        const int head = header->fontMetrics().horizontalAdvance(model->headerData(column, Qt::Horizontal).toString()) + kPadding
            + Theme::scaled(14); // the arrow of the order
        int natural = 0;
        int needed = 0;
        for (int row = 0; row < rows; ++row) {
            natural = std::max(natural, naturalOf(model->index(row, column)));
            needed = m_policy.least ? std::max(needed, m_policy.least(model->index(row, column))) : natural;
        }
        // Words wrap, what is painted in one line does not, and whom it is about is not cut for the sake of others.
        const int most = Theme::scaled(rankOf(column) == 0 ? (m_policy.mostLines == 1 ? kWidest : 150)
                : m_policy.mostLines == 1                  ? 110
                                                           : kLeastText);
        const int least = std::max(head, std::min(needed, most + kPadding));
        wanted.append({column, rankOf(column), least, std::max(least, std::min(natural, Theme::scaled(kWidest))), m_given.value(column)});
    }
    return wanted;
}

/// Without those that have no room even at their least width.
QList<TableFit::Wish> TableFit::withRoom(QList<Wish> wanted, int room)
{
    m_leftOut.clear();
    const auto least = [&] {
        int total = 0;
        for (const Wish &wish : std::as_const(wanted))
            total += wish.given > 0 ? wish.given : wish.least;
        return total;
    };
    while (wanted.size() > 1 && least() > room) {
        const auto last = std::max_element(wanted.begin(), wanted.end(),
            [](const Wish &a, const Wish &b) { return std::pair(a.rank, a.column) < std::pair(b.rank, b.column); });
        m_leftOut.insert(last->column);
        wanted.erase(last);
    }
    return wanted;
}

void TableFit::giveWidths(QList<Wish> &shown, int room)
{
    QList<Wish *> byRank;
    for (Wish &wish : shown) {
        if (wish.given > 0)
            wish.least = wish.natural = wish.given;
        room -= wish.least;
        byRank.append(&wish);
    }
    std::stable_sort(byRank.begin(), byRank.end(), [](const Wish *a, const Wish *b) { return a->rank < b->rank; });
    for (Wish *wish : std::as_const(byRank)) {
        const int more = std::clamp(wish->natural - wish->least, 0, std::max(0, room));
        wish->least += more;
        room -= more;
    }
    for (Wish &wish : shown)
        if (wish.column == m_policy.widest && room > 0)
            wish.least += std::exchange(room, 0);
    const QHeaderView *header = m_view->horizontalHeader();
    for (const Wish &wish : std::as_const(shown))
        if (header->sectionResizeMode(wish.column) != QHeaderView::Stretch)
            m_view->setColumnWidth(wish.column, wish.least);
}

int TableFit::linesOf(const QString &text, int width) const
{
    const QFontMetrics metrics = m_view->fontMetrics();
    if (metrics.horizontalAdvance(text) <= width)
        return 1;
    const QRect taken = metrics.boundingRect(QRect(0, 0, std::max(1, width), 100'000), Qt::TextWordWrap, text);
    const int lines = (taken.height() + metrics.lineSpacing() - 1) / metrics.lineSpacing();
    return taken.width() > width ? m_policy.mostLines + 1 : lines; // a word that no line holds
}

void TableFit::wrapRows(const QList<Wish> &shown)
{
    const QAbstractItemModel *model = m_view->model();
    QList<int> widths;
    for (const Wish &wish : shown)
        widths << wish.column << m_view->columnWidth(wish.column);
    if (widths != m_widths || m_wrapped == 0)
        m_isRowCut = false, m_wrapped = 0; // else only what was read since
    m_widths = widths;
    const int plain = m_view->verticalHeader()->defaultSectionSize();
    for (int row = m_wrapped; row < model->rowCount(); ++row) {
        int lines = 1;
        for (const Wish &wish : shown) {
            const QModelIndex cell = model->index(row, wish.column);
            const int width = m_view->columnWidth(wish.column);
            if (m_policy.mostLines == 1)
                m_isRowCut = m_isRowCut || naturalOf(cell) > width;
            else
                lines = std::max(lines, linesOf(textOf(cell), width - kPadding));
        }
        m_isRowCut = m_isRowCut || lines > m_policy.mostLines;
        const int height = plain + (std::min(lines, m_policy.mostLines) - 1) * m_view->fontMetrics().lineSpacing();
        if (m_view->rowHeight(row) != height)
            m_view->setRowHeight(row, height);
    }
    m_wrapped = model->rowCount();
}

bool TableFit::isLast(int column) const
{
    for (int after = column + 1; after < m_view->model()->columnCount(); ++after)
        if (!m_view->isColumnHidden(after))
            return false;
    return true;
}

void TableFit::fit()
{
    m_soon.stop();
    const int room = m_view->viewport()->width();
    if (m_isFitting || room <= 0 || !m_view->isVisible())
        return; // a table that is not shown has no width of its own yet
    m_isFitting = true;
    const QSet<int> before = m_leftOut;
    QList<Wish> shown = wishes();
    shown = withRoom(shown, room);
    for (const int column : before + m_leftOut)
        m_view->setColumnHidden(column, m_leftOut.contains(column));
    giveWidths(shown, room);
    wrapRows(shown);
    m_isCut = m_wrapped > 0 && (m_isRowCut || !m_leftOut.isEmpty());
    m_isFitting = false;
    showFoot();
}

QStringList TableFit::leftOut() const
{
    QList<int> columns = m_leftOut.values();
    std::sort(columns.begin(), columns.end());
    QStringList names;
    for (const int column : std::as_const(columns))
        names.append(m_view->model()->headerData(column, Qt::Horizontal).toString());
    return names;
}

QString TableFit::lineInFull() const
{
    const QModelIndex current = m_view->currentIndex();
    QStringList said;
    for (int column = 0; current.isValid() && column < m_view->model()->columnCount(); ++column) {
        if (m_view->isColumnHidden(column) && !m_leftOut.contains(column))
            continue;
        if (textOf(current.siblingAtColumn(column)).isEmpty())
            continue;
        const QString text = spokenOf(current.siblingAtColumn(column));
        said.append(text.size() > kMostOfCell ? atMost(text, kMostOfCell) + u"… "_s + tr("(Enter opens the whole)") : text);
    }
    return breakable(said.join(u" · "_s));
}

void TableFit::showFoot()
{
    // It never gets lower while somebody goes through the lines: the table above stays where it is.
    m_lowest = m_line->isVisible() && m_lowest >= 0 ? std::max(m_lowest, m_line->height()) : 0;
    const QStringList names = leftOut();
    m_missing->setText(
        names.isEmpty() ? QString() : tr("No room for: %1. The line that is selected stands below in full.").arg(names.join(u", "_s)));
    m_missing->setVisible(!names.isEmpty());
    m_line->setText(m_isCut ? lineInFull() : QString());
    m_line->setVisible(m_isCut);
    m_line->setMinimumHeight(m_isCut ? std::max(m_lowest, 2 * m_line->fontMetrics().lineSpacing()) : 0);
    setVisible(m_isCut);
}

} // namespace keywork
