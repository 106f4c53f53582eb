// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QPixmap>
#include <QPushButton>
#include <QVBoxLayout>
#include <functional>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLineEdit;
class QScrollArea;
QT_END_NAMESPACE

namespace keywork {

/// Plain text in one of the style sheet's looks: title, cardTitle, strong, soft, quote, chip-neutral …
QLabel *label(const QString &text, const char *look = "", bool wraps = false);
/// What people typed, for a label that wraps: a word that is longer than a line may be broken.
QString breakable(const QString &text);
QLabel *chip(const QString &text, const char *kind);
/// looks: "", primary, link, pill, tab
QPushButton *button(const QString &text, const char *look = "");
QFrame *rule();
/// A one-line field under its label, added to `layout`.
QLineEdit *labelledLine(QLayout *layout, const QString &title, const char *name);

/// A field with its label before it, which stay together when a line is broken.
QWidget *titled(const QString &title, QWidget *field);

/// A white card with a bold title and a soft word beside it.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(const QString &title = {}, const QString &soft = {}, QWidget *parent = nullptr);
    QVBoxLayout *body() const { return m_body; }
    /// Puts a widget at the right end of the title's line.
    void addToTitle(QWidget *widget);
    void setSoft(const QString &soft);
    /// Takes everything out of the body.
    void clear();

private:
    QLayout *m_titleLine = nullptr;
    QLabel *m_soft = nullptr;
    QVBoxLayout *m_body = nullptr;
};

/// The round badge with initials.
class Avatar : public QWidget {
    Q_OBJECT
public:
    explicit Avatar(int size, QWidget *parent = nullptr);
    void setName(const QString &name);
    /// JPEG bytes; empty: the initials.
    void setPicture(const QByteArray &jpeg);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_size;
    QString m_initials;
    QPixmap m_picture;
};

void paintAvatar(QPainter &painter, const QRectF &place, const QString &initials);

/// What people typed, for buttons and labels with a buddy, where a single & would become a key.
QString literal(QString text);
/// A tooltip of what people typed under a word of ours. Qt guesses whether a tooltip is markup, and stops at the end of
/// the first line.
void setPlainToolTip(QWidget *widget, const QString &title, const QString &text);

/// The wheel scrolls the page; it takes no focus and changes no number and no choice that is not open. For a filter of the
/// whole program: true when the event ends here.
bool keepsFromWheel(QObject *watched, QEvent *event);

/// The same for one box that is used outside the window. The wheel never changes a list that is not open.
void keepFromWheel(QComboBox *combo);

/// The open list is as wide as its longest line, whatever room the box itself has; what has no room in any window wraps off
/// with dots and stands in full in its hint. Asked once its lines are in it.
void showWholeLines(QComboBox *combo);

/// What is said below a field or above a button. Once something was said its room stays, so that nothing moves under the
/// pointer when it goes; an empty sentence takes it away.
void showMessage(QLabel *message, const QString &sentence);

/// Another of the style sheet's looks for a widget that is shown already.
void setLook(QWidget *widget, const char *look);
/// Runs `change`, after which what scrolls around and inside the page stands where it stood: focus that moves on from
/// widgets that go would scroll to wherever it lands.
void keepingScrolled(QWidget *page, const std::function<void()> &change);
/// Scrolls whatever it lies in so far that it is seen.
void bringIntoView(QWidget *widget);

/// What scrolls up and down and is no Tab stop of its own, which nobody would see.
QScrollArea *scrolling(QWidget *inside);

/// Removes and deletes everything in a layout.
void emptyLayout(QLayout *layout);

} // namespace keywork
