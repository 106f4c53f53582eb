// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/print/care_plan_document.h"

QT_BEGIN_NAMESPACE
class QLayout;
class QLabel;
class QPushButton;
class QStackedLayout;
QT_END_NAMESPACE

namespace keywork {

class Avatar;

/// A resident's record: who it is on top, then the tabs.
class ResidentPage : public Page {
    Q_OBJECT
public:
    ResidentPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    /// overview, plan, stages, record, sharing, history
    void showTab(const QString &name);
    QString tabName() const { return m_pages.key(currentTab()); }
    Page *currentTab() const;
    Id<Person> person() const { return m_person; }
    void printPlan(print::CopyKind kind);
    void printEmergencySheet();

private:
    void buildHeader();
    bool isRestricted() const;
    void addTab(const QString &name, const QString &title, Page *page);
    const Id<Person> m_person;
    QString m_number;
    Avatar *m_avatar = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_facts = nullptr;
    QLabel *m_keyworker = nullptr;
    QLayout *m_chips = nullptr;
    QLayout *m_tabLine = nullptr;
    QStackedLayout *m_tabs = nullptr;
    QHash<QString, Page *> m_pages;
    QHash<QString, QPushButton *> m_buttons;
};

} // namespace keywork
