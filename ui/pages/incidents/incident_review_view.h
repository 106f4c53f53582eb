// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/incidents.h"
#include "core/services/services.h"
#include "ui/pages/page.h"

#include <QVariantMap>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

class IncidentList;
class IncidentReviewCard;
class RecordEditor;

/// What waits at the left, the chosen incident and its review at the right, with the forms of what hangs on it.
class IncidentReviewView : public QWidget {
    Q_OBJECT
public:
    IncidentReviewView(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    /// Reads anew. A form that somebody types in stays as it is.
    void reload();
    /// Shows the incident, whatever the lines at the left show, and gives its line the keys.
    void choose(Id<Incident> incident);
    Id<Incident> chosen() const { return m_chosen; }
    void focusChosen();
    IncidentReviewCard *review() const { return m_review; }
    /// A form of something that hangs on the chosen incident: 0 for a new one, which begins with `start`.
    void openPart(const RecordType &type, qint64 id, const QVariantMap &start = {});
    QVariantMap leftAs() const;
    void bringBack(const QVariantMap &left);

Q_SIGNALS:
    void formWanted(keywork::Id<keywork::Incident> incident);

private:
    void chooseFirst();
    void showChosen();
    void showWhole(const WholeIncident &whole);
    void addReading(const WholeIncident &whole);
    void addDeath(const WholeIncident &whole);
    void addReview(const WholeIncident &whole);
    void finishAction(qint64 action);
    void closePart();
    void leavePart(const QString &said);
    const Services m_services;
    const Navigator m_navigator;
    IncidentList *m_list = nullptr;
    QVBoxLayout *m_right = nullptr;
    QWidget *m_partPlace = nullptr;
    RecordEditor *m_part = nullptr;
    IncidentReviewCard *m_review = nullptr;
    Id<Incident> m_chosen;
};

} // namespace keywork
