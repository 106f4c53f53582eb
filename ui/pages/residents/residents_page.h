// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/records/change_notifier.h"
#include "ui/forms/kept_place.h"
#include "ui/pages/list_export.h"
#include "ui/pages/residents/residents_model.h"

#include <QStyledItemDelegate>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
QT_END_NAMESPACE

namespace keywork {

class EmptyHint;
class ListPreview;
class TableFit;

/// Paints two lines, the round badge, the stage's dot and chips.
class ResidentDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Pixels that a cell takes without anything of it being cut.
    int widthOf(const QModelIndex &index) const;
    /// The same without what stands below a name: that goes before the room and the alerts do.
    int leastOf(const QModelIndex &index) const;
};

class ResidentsPage : public Page {
    Q_OBJECT
public:
    ResidentsPage(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    /// Selection, filter, order and place stay.
    void reload() override;
    bool concerns(const QList<Change> &changes) const override;
    void showGroup(ResidentGroup group);
    QVariantMap leftAs() const override;
    void bringBack(const QVariantMap &left) override;
    QTableView *view() const { return m_view; }

private:
    Result<ListText> listText() const;
    void open(const QModelIndex &index);
    void showAnew(IfGone ifGone, const std::function<void()> &readAnew);
    void showCount();
    QStringList inFull(const ResidentLine &line) const;
    ResidentGroup m_group = ResidentGroup::HereNow;
    QList<QPushButton *> m_pills;
    QLabel *m_soft = nullptr;
    EmptyHint *m_empty = nullptr;
    ListPreview *m_preview = nullptr;
    QLabel *m_count = nullptr;
    QLineEdit *m_filter = nullptr;
    ResidentsModel *m_model = nullptr;
    QTableView *m_view = nullptr;
    TableFit *m_fit = nullptr;
};

} // namespace keywork
