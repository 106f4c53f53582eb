// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace keywork {

/// A line of the timeline: day, time, sentence, kind; at large text the sentence stands below.
class TimelineDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit TimelineDelegate(QWidget *view);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Places {
        QRect day;
        QRect time;
        QRect sentence;
        QRect chip;
        int height = 0;
    };
    Places placesIn(const QRect &line, const QModelIndex &index) const;
    QString chipText(const QModelIndex &index) const;
    QFont fontOf(int pixels, int weight) const;
    QWidget *m_view;
};

} // namespace keywork
