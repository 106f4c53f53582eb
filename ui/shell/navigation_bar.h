// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/keeping/open_hostel.h"
#include "core/services/services.h"

#include <QFrame>
#include <QHash>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

struct PlaceInfo;

/// What stands on the left: the house, the places, who is signed in.
class NavigationBar : public QFrame {
    Q_OBJECT
public:
    NavigationBar(OpenHostel &hostel, QWidget *parent = nullptr);
    /// Checks the entry of the place, or that under which it stands.
    void showPlace(const PlaceInfo &place);
    /// How many emergencies run.
    void showRunning(qsizetype count);
    /// Says anew how much waits in which place.
    void showWaiting(const Services &services);
    /// How many lines of Today are settled in which place, by its id.
    void showLines(const QHash<QString, qsizetype> &lines, const Services &services);

Q_SIGNALS:
    void placeChosen(const QString &id);
    void passwordRequested();
    void lockRequested();
    void actNowRequested();

private:
    QWidget *buildPlaces(const Services &services);
    void addPlaces(QVBoxLayout *layout, const Services &services);
    QHash<QString, QPushButton *> m_entries;
    QHash<QString, QLabel *> m_waiting; ///< hidden where nothing does
    QHash<QString, qsizetype> m_lines;
    QScrollArea *m_scroll = nullptr;
    QPushButton *m_actNow = nullptr;
};

} // namespace keywork
