// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/widget_walker.h"

#include "ui/forms/field_editor.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QGroupBox>
#include <QHash>
#include <QHeaderView>
#include <QKeySequence>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QTextDocument>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace keywork::test {

namespace {

QString nameOf(const QWidget &widget)
{
    const QString parent = widget.parentWidget() ? QString::fromLatin1(widget.parentWidget()->metaObject()->className()) : QString();
    return u"%1 “%2” in %3"_s.arg(QLatin1String(widget.metaObject()->className()), widget.objectName(), parent);
}

template <class W> QList<W *> visible(QWidget &window)
{
    QList<W *> seen;
    for (W *widget : window.findChildren<W *>())
        if (widget->isVisibleTo(&window))
            seen.append(widget);
    return seen;
}

/// A part of another widget that Qt made: the parts of a scroll area, of a combo box.
bool isInner(const QWidget &widget)
{
    return widget.objectName().startsWith(u"qt_"_s) || qobject_cast<const QAbstractScrollArea *>(widget.parentWidget())
        || qobject_cast<const QComboBox *>(widget.parentWidget());
}

QString shownBy(const QLabel &label)
{
    const bool isRich = label.textFormat() == Qt::RichText || (label.textFormat() == Qt::AutoText && Qt::mightBeRichText(label.text()));
    if (isRich) {
        QTextDocument document;
        document.setHtml(label.text());
        return document.toPlainText();
    }
    return label.buddy() ? withoutMnemonics(label.text()) : label.text();
}

void addItems(const QAbstractItemModel &model, const QModelIndex &parent, QStringList &texts)
{
    for (int row = 0; row < model.rowCount(parent); ++row)
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            texts.append({index.data(Qt::DisplayRole).toString(), index.data(Qt::ToolTipRole).toString()});
        }
}

void checkItems(const QAbstractItemView &view, QStringList &problems)
{
    if (!view.model())
        return;
    for (int row = 0; row < view.model()->rowCount(); ++row)
        for (int column = 0; column < view.model()->columnCount(); ++column)
            for (const int role : {Qt::ToolTipRole, Qt::StatusTipRole, Qt::WhatsThisRole})
                if (Qt::mightBeRichText(view.model()->index(row, column).data(role).toString()))
                    problems.append(nameOf(view) + u": a line's tool tip is read as markup"_s);
}

void checkTexts(QWidget &window, QStringList &problems)
{
    for (const QLabel *label : visible<QLabel>(window))
        if (label->textFormat() != Qt::PlainText && !label->text().isEmpty())
            problems.append(nameOf(*label) + u": reads markup: "_s + label->text().left(60));
    for (const QTextEdit *edit : visible<QTextEdit>(window))
        if (edit->acceptRichText() || !edit->isReadOnly())
            problems.append(nameOf(*edit) + u": takes rich text"_s);
    for (const QAbstractItemView *view : visible<QAbstractItemView>(window))
        checkItems(*view, problems);
    QList<QWidget *> all = visible<QWidget>(window);
    all.append(&window);
    for (const QWidget *widget : all)
        for (const QString &tip : {widget->toolTip(), widget->statusTip(), widget->whatsThis()})
            if (Qt::mightBeRichText(tip))
                problems.append(nameOf(*widget) + u": a tool tip is read as markup: "_s + tip.left(60));
}

void checkNames(QWidget &window, QStringList &problems)
{
    for (QWidget *widget : visible<QWidget>(window)) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || isInner(*widget) || qobject_cast<QScrollArea *>(widget))
            continue;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        const bool named = interface && (!interface->text(QAccessible::Name).isEmpty() || !widget->accessibleName().isEmpty());
        if (!named)
            problems.append(nameOf(*widget) + u": has no accessible name"_s);
    }
}

/// Texts whose & makes a shortcut on this page.
QStringList textsWithShortcuts(QWidget &window)
{
    QStringList texts;
    for (const QAbstractButton *button : visible<QAbstractButton>(window))
        texts.append(button->text());
    for (const QLabel *label : visible<QLabel>(window))
        if (label->buddy())
            texts.append(label->text());
    for (const QGroupBox *group : visible<QGroupBox>(window))
        texts.append(group->title());
    return texts;
}

void checkShortcuts(QWidget &window, QStringList &problems)
{
    QHash<QString, QString> used;
    for (const QString &text : textsWithShortcuts(window)) {
        const QString key = QKeySequence::mnemonic(text).toString();
        if (!key.isEmpty() && used.contains(key))
            problems.append(u"%1 is “%2” and “%3”"_s.arg(key, used.value(key), text));
        used.insert(key, text);
    }
}

/// Keys that work without being held for a letter: those of shortcuts, actions and buttons.
QList<QKeySequence> keysOf(QWidget &window)
{
    QList<QKeySequence> keys;
    for (const QShortcut *shortcut : window.findChildren<QShortcut *>())
        keys.append(shortcut->key());
    for (const QAction *action : window.findChildren<QAction *>())
        keys += action->shortcuts();
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>())
        keys.append(button->shortcut());
    return keys;
}

/// AltGr is Ctrl+Alt to some keyboards and programs: a shortcut on it takes a letter from whoever types ą, € or @ with it.
void checkThirdLevel(QWidget &window, QStringList &problems)
{
    for (const QKeySequence &keys : keysOf(window))
        for (int i = 0; i < keys.count(); ++i) {
            const Qt::KeyboardModifiers held = keys[uint(i)].keyboardModifiers();
            const bool isThirdLevel = held.testFlag(Qt::ControlModifier) && held.testFlag(Qt::AltModifier);
            if (isThirdLevel || held.testFlag(Qt::GroupSwitchModifier))
                problems.append(keys.toString() + u": takes letters that are typed with AltGr"_s);
        }
}

} // namespace

namespace {

/// Whether the key is taken; what the button does is not done.
bool takesKey(QPushButton &button, Qt::Key key)
{
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, key == Qt::Key_Space ? QString(u' ') : QString(u'\r'));
    QCoreApplication::sendEvent(&button, &press);
    const bool isTaken = key == Qt::Key_Space ? button.isDown() : press.isAccepted();
    QKeyEvent release(QEvent::KeyRelease, key, Qt::NoModifier);
    QCoreApplication::sendEvent(&button, &release);
    return isTaken;
}

} // namespace

QStringList deafButtons(QWidget &window)
{
    QStringList problems;
    for (QPushButton *button : visible<QPushButton>(window)) {
        if (!button->isEnabled() || !(button->focusPolicy() & Qt::TabFocus))
            continue;
        const QSignalBlocker blocked(button);
        const bool isCheckable = button->isCheckable();
        const bool isChecked = button->isChecked();
        button->setCheckable(false); // or the others of its group would learn of it
        for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_Enter})
            if (!takesKey(*button, key))
                problems.append(u"%1 “%2” does not take %3"_s.arg(nameOf(*button), button->text(), QKeySequence(key).toString()));
        button->setCheckable(isCheckable);
        if (isChecked)
            button->setChecked(true);
    }
    return problems;
}

QString withoutMnemonics(const QString &text)
{
    QString shown;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'&' && i + 1 < text.size())
            ++i;
        else if (text.at(i) == u'&')
            continue;
        shown.append(text.at(i));
    }
    return shown;
}

QStringList shownTexts(QWidget &window)
{
    QStringList texts{window.windowTitle(), window.toolTip()};
    for (const QLabel *label : visible<QLabel>(window))
        texts.append(shownBy(*label));
    for (const QAbstractButton *button : visible<QAbstractButton>(window))
        texts.append(withoutMnemonics(button->text()));
    for (const QGroupBox *group : visible<QGroupBox>(window))
        texts.append(withoutMnemonics(group->title()));
    for (const QAction *action : window.findChildren<QAction *>())
        texts.append({withoutMnemonics(action->text()), action->toolTip()});
    for (const QLineEdit *edit : visible<QLineEdit>(window))
        texts.append({edit->text(), edit->placeholderText()});
    for (const QPlainTextEdit *edit : visible<QPlainTextEdit>(window))
        texts.append(edit->toPlainText());
    for (const QTextEdit *edit : visible<QTextEdit>(window))
        texts.append(edit->toPlainText());
    for (const QComboBox *combo : visible<QComboBox>(window))
        addItems(*combo->model(), {}, texts);
    for (const QAbstractItemView *view : visible<QAbstractItemView>(window))
        if (view->model())
            addItems(*view->model(), {}, texts);
    for (const QWidget *widget : visible<QWidget>(window))
        texts.append({widget->toolTip(), widget->windowTitle()});
    texts.removeAll(QString());
    return texts;
}

QStringList widgetProblems(QWidget &window)
{
    QStringList problems;
    checkTexts(window, problems);
    checkNames(window, problems);
    checkShortcuts(window, problems);
    checkThirdLevel(window, problems);
    return problems;
}

} // namespace keywork::test
