// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/incident.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QStackedLayout;
QT_END_NAMESPACE

namespace keywork {

class IncidentReviewView;
class RecordTable;
class RecordsPage;

/// Incidents four ways: to be reviewed, as a list with its form, the register of found items, and the months that were looked
/// at together.
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

    void show(const QString &tab);
    /// Each is made when it is first asked for.
    IncidentReviewView *review();
    RecordsPage *records();
    RecordTable *found();
    RecordsPage *months();

private:
    void buildTitle(QVBoxLayout *layout);
    void makeView(const QString &tab);
    void showNumbers();
    /// The review of an incident that something hangs on.
    IncidentReviewView *reviewOf(Id<Incident> incident);
    void showHanging(const RecordRef &record);
    QString m_tab;
    Id<Person> m_person; ///< once
    QLabel *m_numbers = nullptr;
    QPushButton *m_log = nullptr;
    QHash<QString, QPushButton *> m_pills;
    QStackedLayout *m_stack = nullptr;
    IncidentReviewView *m_review = nullptr;
    RecordsPage *m_records = nullptr;
    QWidget *m_foundCard = nullptr;
    RecordTable *m_found = nullptr;
    RecordsPage *m_months = nullptr;
};

} // namespace keywork
