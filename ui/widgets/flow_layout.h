// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QList>

QT_BEGIN_NAMESPACE
class QBoxLayout;
QT_END_NAMESPACE

namespace keywork {

/// Puts widgets side by side and goes to the next line when there is no more room.
class FlowLayout : public QLayout {
    Q_OBJECT
public:
    explicit FlowLayout(int spacing, QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &place) override;
    /// What is added from now on stands at the right end of its line, if something else stands before it there.
    void pushRight() { m_pushedFrom = m_items.size(); }

private:
    enum class Doing { Measuring, Placing };
    /// The height that the items take in the width of `place`.
    int arrange(const QRect &place, Doing doing) const;
    QList<QLayoutItem *> m_items;
    qsizetype m_pushedFrom = -1; ///< -1: nothing
};

// At large text there is no room beside each other; both follow Theme::isLarge() when they are made.

/// Whether a line of several things has no room beside other columns: at large text, and in a window that is no wider than
/// 1024 pixels would be at this size of text. As the window is now, for what is made now.
bool isNarrow();

/// A line of buttons and words; flows over several lines at large text.
QLayout *lineOrFlow(int spacing);
/// A line of buttons and words at any size of text that goes on below where the window is too narrow for it: nothing that
/// can be pressed is off the window.
QLayout *wrappingLine(int spacing);
/// What comes after it stands at the right end, in a line; nothing in a flow of large text.
void pushRight(QLayout *line);
/// Where the buttons at the end of a line of columnsOrRows() go: into the line, and side by side below its words at large
/// text.
QLayout *buttonsOf(QBoxLayout *line);
/// Columns side by side; one below the other at large text.
QBoxLayout *columnsOrRows(int spacing);

} // namespace keywork
