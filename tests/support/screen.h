// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/keeping/open_hostel.h"
#include "tests/support/test_hostel.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QComboBox>
#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTest>

namespace keywork::test {

/// The window owns what it shows; the test still holds the file.
inline std::shared_ptr<OpenHostel> shared(TestHostel &hostel)
{
    return std::shared_ptr<OpenHostel>(hostel.hostel.get(), [](OpenHostel *) {});
}

/// Drives real widgets: finds by object name, types, presses, reads back.
class Screen {
public:
    explicit Screen(QWidget &window)
        : m_window(window)
    {
    }

    template <class W = QWidget> W *find(const QString &name, QWidget *inside = nullptr) const
    {
        for (W *widget : (inside ? inside : &m_window)->findChildren<W *>(name))
            if (widget->isVisibleTo(&m_window))
                return widget;
        INFO("looking for " << name.toStdString());
        REQUIRE(false);
        return nullptr;
    }
    void type(const QString &name, const QString &text, QWidget *inside = nullptr)
    {
        auto *widget = find<QWidget>(name, inside);
        widget->setFocus();
        if (auto *line = qobject_cast<QLineEdit *>(widget))
            line->selectAll();
        if (auto *area = qobject_cast<QPlainTextEdit *>(widget))
            area->selectAll();
        const bool hasKeys = std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x7f && c.isPrint(); });
        if (hasKeys) {
            QTest::keyClicks(widget, text);
        } else { // what no key of an English keyboard gives comes in as a whole
            QInputMethodEvent event;
            event.setCommitString(text);
            QCoreApplication::sendEvent(widget, &event);
        }
        settle();
    }
    void choose(const QString &name, const QString &code, QWidget *inside = nullptr)
    {
        auto *combo = find<QComboBox>(name, inside);
        const int index = combo->findData(code);
        INFO(name.toStdString() << " has no " << code.toStdString());
        REQUIRE(index >= 0);
        combo->setCurrentIndex(index);
        settle();
    }
    /// Types the name of a record that is looked for, whole, and closes the list that opened.
    void name(const QString &column, const QString &text, QWidget *inside = nullptr)
    {
        type(column, text, inside);
        if (QWidget *list = QApplication::activePopupWidget())
            QTest::keyClick(list, Qt::Key_Escape);
        settle();
    }
    void press(const QString &name, QWidget *inside = nullptr)
    {
        auto *button = find<QAbstractButton>(name, inside);
        INFO("pressing " << name.toStdString());
        REQUIRE(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        settle();
    }
    /// Presses a key that works wherever the focus is: offscreen no key press reaches a QShortcut.
    void shortcut(const QKeySequence &keys) const
    {
        for (QShortcut *one : m_window.findChildren<QShortcut *>())
            if (auto *owner = qobject_cast<QWidget *>(one->parent());
                one->key() == keys && one->isEnabled() && owner && owner->isVisibleTo(&m_window)) {
                Q_EMIT one->activated();
                settle();
                return;
            }
        INFO("no key " << keys.toString().toStdString());
        REQUIRE(false);
    }
    /// True when some visible label holds the text.
    bool shows(const QString &text) const
    {
        for (const QLabel *label : m_window.findChildren<QLabel *>())
            if (label->isVisibleTo(&m_window) && label->text().contains(text))
                return true;
        for (const QAbstractButton *button : m_window.findChildren<QAbstractButton *>())
            if (button->isVisibleTo(&m_window) && button->text().contains(text))
                return true;
        return false;
    }
    /// Waits for work beside the window; false when it never came.
    static bool waitFor(const std::function<bool()> &came) { return QTest::qWaitFor(came, 20'000); }
    static void settle()
    {
        for (int i = 0; i < 5; ++i) {
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }

private:
    QWidget &m_window;
};

} // namespace keywork::test
