// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/text/guidance_entries.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

class Card;
class GuidanceView;

/// Guidance, offline: what there is on the left with a field to look for it, the page on the right. Escape goes back to where
/// one was.
class GuidanceReader : public Page {
    Q_OBJECT
public:
    /// `key`: the page that is open at first; empty: the first in the list.
    GuidanceReader(const QString &key, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    void showRecord(const RecordRef &record) override;
    QString tabName() const override { return m_open.page.key; }
    bool concerns(const QList<Change> &changes) const override;
    /// False when there is no such page; what was open stays then.
    bool open(const QString &key);
    QListWidget *list() const { return m_list; }
    GuidanceView *view() const { return m_view; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildList();
    QWidget *buildPage();
    void addExitsTo(QLayout *line);
    void fillList();
    void addHeading(const QString &title);
    void addEntry(const GuidanceEntry &entry, const QString &where);
    void addFoundEntries(const QString &typed);
    void choose(QListWidgetItem *item);
    void show(const GuidanceEntry &entry);
    void showPart();
    QList<GuidanceEntry> m_entries;
    GuidanceIndex m_index{{}}; ///< of these
    GuidanceEntry m_open;
    QLineEdit *m_look = nullptr;
    QListWidget *m_list = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_whose = nullptr;
    QLabel *m_source = nullptr;
    GuidanceView *m_view = nullptr;
    QList<QPushButton *> m_papers;
    QVBoxLayout *m_part = nullptr; ///< what belongs to a policy or a page of the house
};

} // namespace keywork
