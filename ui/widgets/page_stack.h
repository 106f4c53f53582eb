// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedLayout>

namespace keywork {

/// Pages of which one is shown, as high and wide as that one: a long form that is hidden makes no list scroll into emptiness.
class PageStack : public QStackedLayout {
    Q_OBJECT
public:
    explicit PageStack(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSize() const override;
    bool hasHeightForWidth() const override;
    int heightForWidth(int width) const override;

private:
    QLayoutItem *shown() const;
};

/// Whether a bar at the foot may come, too.
enum class Sideways { IfNeeded, Never };

/// A part that scrolls by itself, beside others or below what stays in view. At large text it is the part itself, since the
/// whole page scrolls then: never two bars for one text.
QWidget *ownScroll(QWidget *inside, Sideways sideways = Sideways::IfNeeded);

} // namespace keywork
