// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/emergency/press.h"
#include "core/services/services.h"
#include "ui/widgets/parts.h"

#include <optional>

namespace keywork {

/// Somebody who lives here, as they are looked for in a hurry.
struct FoundHere {
    Id<Person> person;
    QString name;
    QString room;
};
/// Of those whose name, or a word of it, or whose room begins with what was typed ("b", "7", "r7"), at most `most`.
QList<FoundHere> foundHere(const QList<FoundHere> &here, const QString &typed, int most);

/// Who it is: the first letters of a name or a room and Enter, or left unknown; below it what a crew has to know. Without
/// services (nobody is signed in, or the screen is covered) it names nobody and finds nobody.
class WhoFound : public Card {
    Q_OBJECT
public:
    explicit WhoFound(QWidget *parent = nullptr);
    /// Null: no names. `isLocked`: nobody is signed in; else they are only covered.
    /// Whoever was shown is shown anew by whoever asks.
    void setServices(const Services *services, bool isLocked);
    void show(const ActNowWho &who);
    /// Puts the keys into the field, with what was typed already.
    void beginWith(const QString &typed);
    bool namesAnybody() const { return m_services != nullptr; }
    QLineEdit *field() const { return m_field; }

Q_SIGNALS:
    void chosen(const keywork::ActNowWho &who);
    void sheetWanted();
    void done(); ///< the keys may go back to the steps

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildAsking();
    void buildButtons();
    void readWhoIsHere();
    void offer();
    void showOffered();
    void take(qsizetype index);
    void describe();
    void ask(bool asks);
    void showPerson(Id<Person> person);
    void showLines(const QString &name, const QString &beside, const QStringList &lines, const QString &strong);
    QString textOf(const FoundHere &found) const;
    const Services *m_services = nullptr;
    ActNowWho m_who;
    QList<FoundHere> m_here;
    QList<FoundHere> m_offered;
    qsizetype m_at = 0; ///< of those offered, the one that Enter takes
    QWidget *m_shown = nullptr;
    Avatar *m_avatar = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_facts = nullptr;
    QLabel *m_strong = nullptr;
    QWidget *m_asking = nullptr;
    QLabel *m_asks = nullptr;
    QLineEdit *m_field = nullptr;
    QLabel *m_matches = nullptr;
    QPushButton *m_sheet = nullptr;
    QPushButton *m_other = nullptr;
    QPushButton *m_visitor = nullptr;
    QPushButton *m_unknown = nullptr;
};

} // namespace keywork
