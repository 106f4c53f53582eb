// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/keeping/audit.h"
#include "core/services/services.h"
#include "ui/pages/page.h"

#include <QStringList>

namespace keywork {

/// A line of the audit as it is shown and exported, in the order of auditColumns().
QStringList auditCells(const Services &services, const HistoryLine &line);
QStringList auditColumns();

/// Writes every entry that the filters let through into one CSV file, however many there are: a page of them at a time, so
/// that the window answers meanwhile. Ends itself.
class AuditExport : public QObject {
    Q_OBJECT
public:
    AuditExport(const Services &services, const AuditRequest &request, const QString &path, QObject *parent);

Q_SIGNALS:
    void reading(int entries);
    void finished(const keywork::Done &done, int entries);

private:
    void readPage();
    void end(const Done &done);
    Services m_services;
    AuditRequest m_request;
    QString m_path;
    QString m_csv;
    QStringList m_residents;
    int m_entries = 0;
};

} // namespace keywork
