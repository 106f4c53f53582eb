// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QString>

namespace keywork {

/// One record that was committed.
struct Change {
    QString kind;
    qint64 record = 0;
    qint64 person = 0;
};

/// Tells screens what changed, after the commit and never inside it.
class ChangeNotifier : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// A burst of changes (the demonstration hostel) goes unannounced while false.
    void setEnabled(bool enabled) { m_enabled = enabled; }
    void announce(const QList<Change> &changes)
    {
        if (m_enabled && !changes.isEmpty())
            Q_EMIT changed(changes);
    }

Q_SIGNALS:
    void changed(const QList<keywork::Change> &changes);

private:
    bool m_enabled = true;
};

} // namespace keywork
