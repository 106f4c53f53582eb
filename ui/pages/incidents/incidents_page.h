// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/incidents.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QStackedLayout;
QT_END_NAMESPACE

namespace keywork {

class IncidentList;
class IncidentReviewCard;
class RecordEditor;
class RecordTable;
class RecordsPage;

/// Incidents four ways: to be reviewed (what waits at the left, the incident and its review at the right), as a list with its
/// form, the register of found items, and the months that were looked at together.
class IncidentsPage : public Page {
    Q_OBJECT
public:
    /// `tab`: "review", "list", "found", "months"; empty: the first. `person`: in the first incident that is logged here.
    IncidentsPage(const QString &tab, Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    bool concerns(const QList<Change> &changes) const override;
    void showRecord(const RecordRef &record) override;
    void showForm(const RecordRef &record, const QString &part) override;
    QString tabName() const override { return m_tab; }
    QVariantMap leftAs() const override;
    void bringBack(const QVariantMap &left) override;

    /// The list and the form of incidents, made when it is first asked for.
    RecordsPage *records();
    void show(const QString &tab);
    void choose(Id<Incident> incident);
    Id<Incident> chosen() const { return m_chosen; }
    IncidentReviewCard *review() const { return m_review; }

private:
    void buildTitle(QVBoxLayout *layout);
    QWidget *buildReview();
    QWidget *viewOf(const QString &tab);
    QWidget *buildFound();
    RecordsPage *buildMonths();
    void showNumbers();
    void showChosen();
    void showWhole(const WholeIncident &whole);
    void addDeath(const WholeIncident &whole);
    void chooseFirst();
    /// A form of something that hangs on the chosen incident: 0 for a new one, which begins with `start`.
    void openPart(const RecordType &type, qint64 id, const QVariantMap &start = {});
    void closePart();
    void finishAction(qint64 action);
    void openPartOnFile(const RecordRef &record);
    QString m_tab;
    Id<Person> m_person; ///< once
    Id<Incident> m_chosen;
    QLabel *m_numbers = nullptr;
    QPushButton *m_log = nullptr;
    QHash<QString, QPushButton *> m_pills;
    QHash<QString, QWidget *> m_views;
    QStackedLayout *m_stack = nullptr;
    IncidentList *m_list = nullptr;
    QVBoxLayout *m_right = nullptr;
    QWidget *m_partPlace = nullptr;
    RecordEditor *m_part = nullptr;
    IncidentReviewCard *m_review = nullptr;
    RecordsPage *m_records = nullptr;
    RecordsPage *m_months = nullptr;
    RecordTable *m_found = nullptr;
};

} // namespace keywork
