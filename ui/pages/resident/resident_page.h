// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/records/people.h"
#include "ui/pages/page.h"
#include "ui/print/care_plan_document.h"

QT_BEGIN_NAMESPACE
class QLayout;
class QLabel;
class QPushButton;
class QStackedLayout;
QT_END_NAMESPACE

namespace keywork {

class AddMenu;
class Avatar;
class TabLine;
struct ResidentTab;

/// A resident's record: who it is on top, then the tabs.
class ResidentPage : public Page {
    Q_OBJECT
public:
    /// Opens at a tab, by its id in residentTabs(); at the first one without it, or when it may not be opened.
    ResidentPage(
        Id<Person> person, const Services &services, const Navigator &navigator, const QString &tab = {}, QWidget *parent = nullptr);
    /// The header and the tab that is shown; the others when they are shown next.
    void reload() override;
    void showRecord(const RecordRef &record) override { currentTab()->showRecord(record); }
    void showForm(const RecordRef &record, const QString &part) override { currentTab()->showForm(record, part); }
    void showTab(const QString &id);
    /// The tab so many further on; behind the last comes the first.
    void stepTab(int by);
    QString tabName() const override;
    QVariantMap leftAs() const override;
    void bringBack(const QVariantMap &left) override;
    Page *currentTab() const;
    Id<Person> person() const { return m_person; }
    void printPlan(print::CopyKind kind);
    void printEmergencySheet();
    /// What whoever is signed in may add to the record, each as a line of the menu that hangs on "Add".
    AddMenu *addMenu() const { return m_addMenu; }

private:
    void buildHeader();
    QPushButton *buildAdd();
    bool isRestricted() const;
    struct Tab {
        const ResidentTab *info;
        QPushButton *button;
        Page *page = nullptr; ///< made when it is first shown
        bool isStale = false;
    };
    void addTab(const ResidentTab &info);
    void bringUp(Tab &tab);
    void reloadHeader();
    QString facts(const ResidentLine &line) const;
    const Id<Person> m_person;
    Avatar *m_avatar = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_facts = nullptr;
    QLabel *m_keyworker = nullptr;
    QLabel *m_nextKeywork = nullptr;
    QLabel *m_lastSeen = nullptr;
    QLayout *m_chips = nullptr;
    TabLine *m_tabLine = nullptr;
    QStackedLayout *m_tabs = nullptr;
    AddMenu *m_addMenu = nullptr;
    QList<Tab> m_known;
};

} // namespace keywork
