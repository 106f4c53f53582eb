// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/draft_place.h"
#include "core/services/house/attention.h"
#include "core/services/house/watch_groups.h"
#include "core/services/services.h"
#include "ui/pages/page.h"

#include <QPointer>
#include <QPushButton>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QLayout;
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

/// What a line of Today is about, as a chip: in a column of its own, or above its sentences where that has no room.
void addWatchKind(QBoxLayout *line, QVBoxLayout *sentences, const QString &title, const char *kind);

/// The look of its chip.
const char *watchChip(Pressing pressing);
/// Whom or what a line is about, for its presses.
QString spokenName(const WatchItem &item);

/// What the rules of Today found, with what may be done about each line, and what was put off.
class WatchLines : public QWidget {
    Q_OBJECT
public:
    WatchLines(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void setDay(const WatchedDay &day);
    QPushButton *firstAction() const { return m_firstAction; }

private:
    enum class Within { Day, Group };
    void addItem(const WatchItem &item, Within within);
    void addGroup(const WatchGroup &group);
    bool holdsForm(const WatchGroup &group) const;
    void addMore(qsizetype count);
    void keepEditor();
    void addActions(const WatchItem &item, QBoxLayout *line, QVBoxLayout *below);
    void addRinging(const WatchItem &item, QLayout *buttons, QVBoxLayout *below);
    QPushButton *formButton(const QString &text, const char *look, const WatchItem &item, QVBoxLayout *below);
    void showForm(const WatchItem &item, QVBoxLayout *below);
    void openForm(const WatchItem &item, QVBoxLayout *below);
    void focusForm();
    void closeForm();
    void addSnoozed(const QList<SnoozedItem> &snoozed);
    QWidget *snoozedLine(const SnoozedItem &snoozed);
    const Services m_services;
    const Navigator m_navigator;
    QVBoxLayout *m_layout = nullptr;
    WatchedDay m_day;
    QSet<QString> m_openGroups; ///< codes of rules
    bool m_showsAll = false;
    QPointer<QPushButton> m_firstAction;
    QPointer<QWidget> m_editor;
    QVBoxLayout *m_editorPlace = nullptr; ///< below the line that it is about; none: it has no line (any more)
    std::optional<DraftPlace> m_later; ///< the draft's place of the line whose form is open
    bool m_showsSnoozed = false;
    bool m_takesFocus = false; ///< the line that had it is gone
};

} // namespace keywork
