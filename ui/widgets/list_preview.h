// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QModelIndex>
#include <functional>

QT_BEGIN_NAMESPACE
class QAbstractItemView;
class QLabel;
class QScrollArea;
QT_END_NAMESPACE

namespace keywork {

/// Below a list: the chosen line in full, also what its columns had no room for. Space opens and closes it, Escape closes
/// it; the keys stay in the list, and what is shown follows the choice. What is longer than its room is read on with
/// Ctrl+Down, as it says then.
class ListPreview : public QFrame {
    Q_OBJECT
public:
    /// `text`: the lines to read of a row.
    ListPreview(QAbstractItemView *view, std::function<QStringList(int row)> text);
    /// After the list was read anew.
    void refresh();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;

private:
    QAbstractItemView *m_view = nullptr;
    std::function<QStringList(int)> m_text;
    void giveRoom();
    void sayWhetherMore();
    /// Whether there was something to read on in that direction.
    bool readOn(int key);
    QLabel *m_label = nullptr;
    QLabel *m_more = nullptr; ///< that there is more, and its key
    QScrollArea *m_scroll = nullptr;
};

} // namespace keywork
