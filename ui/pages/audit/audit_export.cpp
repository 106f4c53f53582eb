// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/audit_export.h"

#include "core/record/row_text.h"
#include "core/services/keeping/audit.h"
#include "core/services/records/history_lines.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/disclosures.h"
#include "ui/text/words.h"
#include "ui/text/words_history.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kLinesAtOnce = 500;
}

QStringList auditColumns()
{
    return {QObject::tr("No."), QObject::tr("When"), QObject::tr("Who"), QObject::tr("What"), QObject::tr("Resident no.")};
}

QStringList auditCells(const Services &services, const HistoryLine &line)
{
    const QDateTime local = services.records.clock().local(line.at);
    return {QString::number(line.sequence), words::date(local.date()) + u' ' + words::time(local), line.by,
        words::historySentence(line, services.records.choices(), services.records.clock()), line.personNumber};
}

AuditExport::AuditExport(const Services &services, const AuditRequest &request, const QString &path, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_request(request)
    , m_path(path)
    , m_csv(QChar(0xfeff) + csvLine(auditColumns()))
{
    m_request.limit = kLinesAtOnce;
    QTimer::singleShot(0, this, &AuditExport::readPage);
}

void AuditExport::readPage()
{
    const auto lines = m_services.audit.list(m_request);
    if (!lines) {
        end(lines.error());
        return;
    }
    for (const HistoryLine &line : *lines) {
        m_csv += csvLine(auditCells(m_services, line));
        if (!line.personNumber.isEmpty() && !m_residents.contains(line.personNumber))
            m_residents.append(line.personNumber);
    }
    m_entries += int(lines->size());
    if (lines->size() == kLinesAtOnce) {
        m_request.before = lines->last().sequence;
        Q_EMIT reading(m_entries);
        QTimer::singleShot(0, this, &AuditExport::readPage);
        return;
    }
    const auto left = m_services.disclosures.leaveHistory(m_residents, {m_path, m_csv.toUtf8(), IfThere::Replace});
    end(left ? Done() : Done(left.error()));
}

void AuditExport::end(const Done &done)
{
    Q_EMIT finished(done, m_entries);
    deleteLater();
}

} // namespace keywork
