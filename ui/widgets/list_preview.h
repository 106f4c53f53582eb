// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QModelIndex>
#include <functional>

QT_BEGIN_NAMESPACE
class QAbstractItemView;
class QLabel;
QT_END_NAMESPACE

namespace keywork {

/// Below a list: the chosen line in full, also what its columns had no room for. Space opens and closes it, Escape closes
/// it; the keys stay in the list, and what is shown follows the choice.
class ListPreview : public QFrame {
    Q_OBJECT
public:
    /// `text`: the lines to read of a row.
    ListPreview(QAbstractItemView *view, std::function<QStringList(int row)> text);
    /// After the list was read anew.
    void refresh();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAbstractItemView *m_view = nullptr;
    std::function<QStringList(int)> m_text;
    QLabel *m_label = nullptr;
};

} // namespace keywork
