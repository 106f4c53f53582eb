// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/risk.h"
#include "ui/pages/page.h"

#include <QHash>

QT_BEGIN_NAMESPACE
class QLayout;
class QPushButton;
class QStackedLayout;
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

class CheckRounds;
class OverdoseCard;
class RecordsPage;

/// A resident's tab about risk: the facts of overdose risk with the level, then their risks, the levels, safety plans, and
/// when they seemed intoxicated and timed checks, one list at a time; above all, the timed checks that are running.
class RiskPage : public Page {
    Q_OBJECT
public:
    RiskPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    void showRecord(const RecordRef &record) override;
    void showForm(const RecordRef &record, const QString &part) override;
    QVariantMap leftAs() const override;
    void bringBack(const QVariantMap &left) override;
    /// The list of a kind, made when it is first asked for; null for a kind that does not stand here.
    RecordsPage *list(const QString &table);
    OverdoseCard *card() const { return m_card; }

private:
    void addPill(const RecordType &type, QLayout *pills);
    void addPrints(QVBoxLayout *layout);
    void show(const QString &table);
    void addBelow(const KeptRow &row, QVBoxLayout *below);
    Row beginning(const RecordType &type) const;
    const Id<Person> m_person;
    OverdoseCard *m_card = nullptr;
    CheckRounds *m_rounds = nullptr; ///< timed checks that are running
    QStackedLayout *m_stack = nullptr;
    QHash<QString, const RecordType *> m_kinds;
    QHash<QString, QPushButton *> m_pills;
    QHash<QString, RecordsPage *> m_lists;
    QString m_shown;
};

} // namespace keywork
