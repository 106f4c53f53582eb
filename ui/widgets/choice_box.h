// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QElapsedTimer>
#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace keywork {

/// A list to choose from that hides no word of what was chosen: where the box is too narrow for it, it ends in "…", the
/// tooltip and a line below say it whole, and the open list is as wide as its longest entry.
class ChoiceBox : public QComboBox {
    Q_OBJECT
public:
    explicit ChoiceBox(QWidget *parent = nullptr);
    /// Whether the box shows only the beginning of what was chosen.
    bool isCut() const;
    /// The line to put below the box; shown only while it is cut.
    QLabel *inFull();
    void showPopup() override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int room() const; ///< pixels for the text
    void sayInFull();
    QLabel *m_inFull = nullptr; ///< null until somebody puts it below
    QElapsedTimer m_typedAt; ///< the last letter of a word that is looked for
    std::optional<QString> m_otherTip; ///< the tooltip that waits while the words in full stand in it
};

} // namespace keywork
