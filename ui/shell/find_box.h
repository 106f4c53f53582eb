// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"
#include "core/services/records/finding.h"
#include "core/services/services.h"

#include <QLineEdit>
#include <QTimer>
#include <optional>

QT_BEGIN_NAMESPACE
class QListWidget;
class QListWidgetItem;
QT_END_NAMESPACE

namespace keywork {

/// Something that Ctrl+K can do besides finding people.
struct FindAction {
    QString title;
    std::function<void()> run;
    QString alsoFoundBy = {}; ///< other words for it
    std::function<void(Id<Person>)> runFor = {}; ///< in place of `run`: for a resident, who is asked for first
};

/// A page of guidance that fits what is typed.
struct FoundPage {
    FindAction opens;
    bool isNear = false; ///< by its title or its words: before what notes say
};

/// Ctrl+K: people, notes and actions as you type.
class FindBox : public QLineEdit {
    Q_OBJECT
public:
    /// `ofResident`: what may be done for the resident in view, or for one who is to be chosen; asked at each search.
    /// `pages`: the guidance that fits; none: there is none to be found.
    FindBox(const Services &services, QList<FindAction> actions, std::function<QList<FindAction>()> ofResident = {},
        std::function<QList<FoundPage>(const QString &typed)> pages = {}, QWidget *parent = nullptr);
    ~FindBox() override;
    QListWidget *results() const { return m_results; }
    void search();
    /// The next that is chosen is a resident, for whom the action is done.
    void askForWhom(const FindAction &action);

Q_SIGNALS:
    /// Found by a name of theirs.
    void personChosen(keywork::Id<keywork::Person> person);
    /// Anything else; `about` is nobody for an agency, a room, a colleague.
    void recordChosen(const QString &table, qint64 record, keywork::Id<keywork::Person> about);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void choose(QListWidgetItem *item);
    void addLine(const QString &text, const QHash<int, QVariant> &roles = {}, std::optional<int> at = {}); ///< at: the row; none: the last
    void addFound(const QList<Found> &found);
    void addActions(const QString &typed);
    void addPages(const QString &typed);
    /// Behind names and what is meant by its own words, before what notes say.
    int behindNames() const;
    void askForNobody();
    QList<Found> whoLivesHere() const;
    void placeResults();
    void noteSearch();
    /// By name, number, room, birth date and words; each once.
    QList<Found> allFound(const QString &typed) const;
    const Services m_services;
    const QList<FindAction> m_actions;
    const std::function<QList<FindAction>()> m_ofResident;
    const std::function<QList<FoundPage>(const QString &)> m_pages;
    QList<FindAction> m_shown; ///< those in the list
    std::optional<FindAction> m_forWhom; ///< chosen, and waits for a resident
    QListWidget *m_results = nullptr;
    QTimer m_idle;
    QString m_noted;
    qsizetype m_found = 0; ///< by what is typed now
};

} // namespace keywork
