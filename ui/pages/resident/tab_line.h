// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QMenu;
class QPushButton;
class QShortcut;
QT_END_NAMESPACE

namespace keywork {

/// The names with a letter (&) of its own for each that has none, as far as its letters are free.
QStringList withOwnLetters(const QStringList &names);

/// The tabs of a record in two lines at most: what has no room waits under "More", and whichever is shown stands in the line.
class TabLine : public QWidget {
    Q_OBJECT
public:
    static constexpr int kLines = 2;

    explicit TabLine(QWidget *parent = nullptr);
    /// A button that can be checked. Its key (&) works under "More", too.
    void add(QPushButton *tab);
    /// The tabs that have no room as it is now.
    QList<QPushButton *> waiting() const;
    /// Lists those at the moment when it is opened.
    QMenu *menu() const { return m_menu; }
    /// Every tab in one list, each with a letter of its own in it.
    QMenu *allTabs() const { return m_all; }
    void openAll();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Tab {
        QPushButton *button;
        QShortcut *key; ///< while it waits; none without a letter
    };
    /// What stands in the line at this width, in its order, with "More" at the end when something waits.
    QList<QPushButton *> shownAt(int width) const;
    int lineHeight() const;
    int linesOf(const QList<QPushButton *> &buttons, int width) const;
    void arrange();
    void fillMenu();
    static void fill(QMenu *menu, const QList<QPushButton *> &tabs, const QStringList &names);
    QList<Tab> m_tabs;
    QPushButton *m_more;
    QMenu *m_menu;
    QMenu *m_all;
};

} // namespace keywork
