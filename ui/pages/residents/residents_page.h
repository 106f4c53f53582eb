// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/list_export.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;
QT_END_NAMESPACE

namespace keywork {

/// The residents of a group, a line each.
class ResidentsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Resident, Room, Spectrum, Alerts, Keyworker, Plan, ColumnCount };
    enum Role { SecondLine = Qt::UserRole + 1, ChipKind, StageNumber, SortKey };
    explicit ResidentsModel(const Services &services, QObject *parent = nullptr)
        : QAbstractTableModel(parent)
        , m_services(services)
    {
    }

    void setLines(const QList<ResidentLine> &lines);
    const ResidentLine &lineAt(int row) const { return m_lines.at(row); }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_lines.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const ResidentLine &line, int column) const;
    QString under(const ResidentLine &line) const;
    const Services m_services;
    QList<ResidentLine> m_lines;
};

/// Paints two lines, the round badge, the stage's dot and chips.
class ResidentDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

class ResidentsPage : public Page {
    Q_OBJECT
public:
    ResidentsPage(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    void showGroup(ResidentGroup group);
    QTableView *view() const { return m_view; }

private:
    void exportCsv();
    ListText listText() const;
    ResidentGroup m_group = ResidentGroup::HereNow;
    QList<QPushButton *> m_pills;
    QLabel *m_soft = nullptr;
    QLabel *m_empty = nullptr;
    QLineEdit *m_filter = nullptr;
    ResidentsModel *m_model = nullptr;
    QSortFilterProxyModel *m_proxy = nullptr;
    QTableView *m_view = nullptr;
};

} // namespace keywork
