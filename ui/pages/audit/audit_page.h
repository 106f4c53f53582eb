// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/keeping/audit.h"
#include "core/services/records/history_lines.h"
#include "ui/forms/kept_place.h"
#include "ui/pages/page.h"

#include <atomic>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;
QT_END_NAMESPACE

namespace keywork {

class Background;
class Card;

/// Everything that happened in the file, for managers and auditors: who, what, when; whether it is as it was written.
class AuditPage : public Page {
    Q_OBJECT
public:
    AuditPage(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    ~AuditPage() override;
    /// Selection and place stay, and as many lines as were read.
    void reload() override;
    bool isBusy() const;

private:
    void buildTable(Card *card);
    QLayout *buildFilters();
    AuditRequest request() const;
    /// With another filter: from its beginning.
    void showAnew();
    void readAnew(IfGone ifGone, const std::function<void()> &reading);
    void read(int atLeast);
    void showLines(const QList<HistoryLine> &lines);
    void refuse(const QString &sentence);
    /// Whether every day that was typed is one; says so when not.
    bool isRead(const AuditRequest &wanted);
    void noteRead(const AuditRequest &wanted);
    void older();
    void verify();
    void printSeal();
    void exportCsv();
    void exportTo(const QString &path, const AuditRequest &request);
    std::unique_ptr<Background> m_background;
    std::shared_ptr<std::atomic<bool>> m_stop;
    QComboBox *m_what = nullptr;
    QComboBox *m_staff = nullptr;
    QLineEdit *m_from = nullptr;
    QLineEdit *m_until = nullptr;
    QLineEdit *m_resident = nullptr;
    QLabel *m_problem = nullptr;
    QTableWidget *m_table = nullptr;
    QLabel *m_state = nullptr;
    QPushButton *m_older = nullptr;
    QPushButton *m_verify = nullptr;
    QPushButton *m_export = nullptr;
    QList<HistoryLine> m_lines;
    AuditRequest m_noted; ///< what the history knows to be read here
    bool m_isNoted = false;
};

} // namespace keywork
