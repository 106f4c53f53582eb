// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/care_plan.h"

#include <QPushButton>

namespace keywork {

/// One of the areas of a care plan to choose from: its name, how it stands, and the resident's own rating. As high as its
/// words need in whatever width it gets.
class AreaButton : public QPushButton {
    Q_OBJECT
public:
    AreaButton(Area area, const QString &standing, const std::optional<qint64> &rating, bool isChosen, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
};

} // namespace keywork
