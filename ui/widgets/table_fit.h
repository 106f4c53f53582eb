// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QLabel>
#include <QModelIndex>
#include <QSet>
#include <QTableView>
#include <QTimer>
#include <functional>

namespace keywork {

/// What every table does when its texts have no room: long ones are wrapped first; then columns are left out by their rank,
/// the least needed first, and a sentence says so; the line that is selected stands below in full, where keys reach it.
/// Placed under its table. A width that somebody gave a column stays.
class TableFit : public QWidget {
    Q_OBJECT
public:
    struct Policy {
        /// 0 is left out last and widened first: whom or what the line is about. None: the columns in their order.
        std::function<int(int column)> rank = {};
        /// Pixels that a cell takes in one line; none: its text in the table's font.
        std::function<int(const QModelIndex &cell)> natural = {};
        /// Of that, what is not cut for the sake of columns of a higher rank; none: as much as fits.
        std::function<int(const QModelIndex &cell)> least = {};
        int widest = -1; ///< the column that takes the room that is left; none: the last one
        int mostLines = 3; ///< of a cell; 1 for a table that paints its rows itself
    };
    TableFit(QTableView *view, const Policy &policy, QWidget *parent = nullptr);

    const QTableView *view() const { return m_view; }
    /// Columns that had no room, by their headings; empty: all are shown.
    QStringList leftOut() const;
    /// Whether a text of the table is cut or left out; the selected line stands below in full then.
    bool isCut() const { return m_isCut; }
    QString lineInFull() const;
    /// Fits now what a timer would in a moment.
    void fit();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Wish {
        int column;
        int rank;
        int least;
        int natural;
        int given = 0;
    };
    void watchModel();
    QList<Wish> wishes() const;
    int rankOf(int column) const;
    int naturalOf(const QModelIndex &cell) const;
    QList<Wish> withRoom(QList<Wish> wanted, int room);
    void giveWidths(QList<Wish> &shown, int room);
    void wrapRows(const QList<Wish> &shown);
    bool isLast(int column) const;
    int linesOf(const QString &text, int width) const;
    void showFoot();

    QTableView *m_view;
    const Policy m_policy;
    QLabel *m_missing;
    QLabel *m_line;
    QTimer m_soon;
    QSet<int> m_leftOut;
    QHash<int, int> m_given; ///< widths that somebody gave
    QList<int> m_widths; ///< that the rows below are wrapped at
    int m_wrapped = 0; ///< rows
    bool m_isRowCut = false; ///< one of these
    bool m_isFitting = false;
    bool m_isCut = false;
    int m_lowest = 0; ///< height that the line below keeps at this width; -1: not known any more
};

} // namespace keywork
