// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>

QT_BEGIN_NAMESPACE
class QLabel;
class QWidget;
QT_END_NAMESPACE

namespace keywork {

/// What makes a sentence stale: somebody went to another tab, list or form; or something was saved.
enum class Went { Elsewhere, Changed };
/// Said by whoever shows another part of a page (`PageStack` does) and by the window after a save. Takes away what was told
/// inside `where`, and in the header; not what was told a moment ago, since telling it may be what brought us there.
void announce(QWidget *where, Went went);

/// A sentence of a page, below its title or above its buttons, that goes by itself once it no longer holds: `announce`, or
/// when somebody types on beside it. One beside a field is the form's own.
void tellOnPage(QLabel *message, const QString &sentence);
/// The same for the one of the whole window; it takes no room while there is none.
void tellInHeader(QLabel *message, const QString &sentence);

/// Watches the program while its message is shown.
class Told : public QObject {
public:
    enum class Scope { Page, Window };
    Told(QLabel *message, Scope scope);
    void tell(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isStaleBy(const QObject *watched, const QEvent &event) const;
    QLabel *m_message;
    Scope m_scope;
    QElapsedTimer m_since;
};

} // namespace keywork
