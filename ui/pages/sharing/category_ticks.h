// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/sensitivity.h"

#include <QHash>
#include <QWidget>
#include <set>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLabel;
QT_END_NAMESPACE

namespace keywork {

/// A tick for each category; the forms of agreement and referral share it.
class CategoryTicks : public QWidget {
    Q_OBJECT
public:
    explicit CategoryTicks(QWidget *parent = nullptr);
    std::set<Category> ticked() const;
    QString codes() const; ///< separated by commas, for a draft
    void setCodes(const QString &codes);
    /// Only what is agreed can be ticked; the rest says "not agreed". With a lawful reason it can be ticked all the same.
    void allow(const std::set<Category> &agreed, bool lawfully = false);
    QCheckBox *box(Category category) const { return m_boxes.value(int(category)); }

Q_SIGNALS:
    void changed();

private:
    static QString planHint();
    QHash<int, QCheckBox *> m_boxes;
    QHash<int, QLabel *> m_chips;
};

} // namespace keywork
