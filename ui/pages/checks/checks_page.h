// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace keywork {

class CheckRoundList;
class CheckRounds;
class RecordsPage;

/// Everybody's timed checks: those that are running with the ways to write one down, and the list of all there were.
class ChecksPage : public Page {
    Q_OBJECT
public:
    ChecksPage(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    void showRecord(const RecordRef &record) override;
    void showForm(const RecordRef &record, const QString &part) override;
    QVariantMap leftAs() const override;
    void bringBack(const QVariantMap &left) override;
    CheckRounds *rounds() const { return m_rounds; }
    CheckRoundList *round() const { return m_round; }
    RecordsPage *list() const { return m_list; }

private:
    CheckRounds *m_rounds = nullptr;
    CheckRoundList *m_round = nullptr;
    QLabel *m_none = nullptr;
    RecordsPage *m_list = nullptr;
};

} // namespace keywork
