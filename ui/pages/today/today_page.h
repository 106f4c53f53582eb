// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/keeping/open_hostel.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QLayout;
class QPushButton;
class QTimer;
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

class AppointmentsToday;
class Card;
class CollectionsToday;
class FirstStepsCard;
class HandoversToday;
class SafetyStock;
class WatchLines;
class WhereResidentsAre;

/// What needs attention, most pressing first; beside it the day: appointments, collections, where residents are, safety stock.
class TodayPage : public Page {
    Q_OBJECT
public:
    TodayPage(OpenHostel &hostel, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    /// Reads anew once the moment has come from which the lines say something else; asked every few seconds.
    void lookAtTime();

private:
    void addButtons(QLayout *line);
    QStringList inShort() const;
    QDateTime shiftChangesAt() const;
    void addExpected();
    void addNotice(const QString &title, const QString &sentence, const Visit &where, const QString &open);
    void addNotices();
    void addWarnings();
    void addClock();
    void addWarning(const FileWarning &warning);
    void addOpenings();
    /// At large text the cards stand below each other, so that what comes after the lines is far down: a way to each.
    void addWaysDown(QLayout *line);
    void readAnew();
    OpenHostel &m_hostel;
    QTimer *m_time = nullptr;
    QDateTime m_changesAt; ///< invalid: nothing changes by itself
    int m_notices = 0;
    QLabel *m_soft = nullptr;
    QVBoxLayout *m_notes = nullptr;
    WatchLines *m_lines = nullptr;
    Card *m_attention = nullptr;
    FirstStepsCard *m_firstSteps = nullptr;
    AppointmentsToday *m_appointments = nullptr;
    CollectionsToday *m_collections = nullptr;
    WhereResidentsAre *m_stages = nullptr;
    SafetyStock *m_stock = nullptr;
    HandoversToday *m_handover = nullptr;
    Card *m_expected = nullptr;
    QPushButton *m_lastButton = nullptr; ///< of the title line
    QList<QPair<QPushButton *, Card *>> m_waysDown; ///< only at large text
};

} // namespace keywork
