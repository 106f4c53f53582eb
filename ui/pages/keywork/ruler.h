// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

QT_BEGIN_NAMESPACE
class QSpinBox;
QT_END_NAMESPACE

namespace keywork {

/// A question answered from 0 to 10, typed or with the arrow keys, or not asked; with what it was last time.
class KeyworkRuler : public QWidget {
    Q_OBJECT
public:
    KeyworkRuler(const QString &question, const QString &name, const std::optional<qint64> &before, QWidget *parent = nullptr);
    std::optional<qint64> rating() const;
    void setRating(const std::optional<qint64> &rating);

Q_SIGNALS:
    void edited();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Bar;
    QSpinBox *m_box = nullptr;
    Bar *m_bar = nullptr;
};

} // namespace keywork
