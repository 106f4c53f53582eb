// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

QT_BEGIN_NAMESPACE
class QFrame;
QT_END_NAMESPACE

namespace keywork {

/// A card in the middle of a dark ground, as wide as the text size asks for and the window allows; scrolls when the
/// text is too large for the window.
class CentredCard : public QScrollArea {
    Q_OBJECT
public:
    explicit CentredCard(int widthAtFullSize, QWidget *parent = nullptr);
    QFrame *card() const { return m_card; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();
    int m_width;
    QFrame *m_card = nullptr;
};

} // namespace keywork
