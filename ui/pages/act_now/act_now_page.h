// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/emergency/act_now.h"
#include "core/services/services.h"
#include "ui/widgets/other_windows.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QKeyEvent;
class QLabel;
class QLayout;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

class ActNowSteps;
class Afterwards;
class Card;
class StepLog;
class WhoFound;

/// "Overdose — act now": lies over everything the window shows, also over the sign-in, the cover and open dialogs, which it
/// hides as long as it is there. Outlives the lock; names and words show only while somebody is signed in and the screen is
/// not covered. Each key is told on its button.
class ActNowPage : public QWidget {
    Q_OBJECT
public:
    ActNowPage(const Clock &clock, QWidget *over);
    /// Of the chosen file; lives as long as this page shows it.
    void setActNow(ActNow *actNow);
    /// Whoever is signed in; null: nobody.
    void setServices(const Services *services);
    void setCovered(bool isCovered);

    /// Goes on with what runs, or begins; pressed again it takes the keys back to the steps.
    void open();
    /// Whoever could not be roused at a check, none: somebody who is only described. Their own emergency where one runs, in
    /// which everything begins again; never somebody else's.
    void beginWith(Id<Person> person);
    /// Above whatever came meanwhile, with the keys.
    void stayAbove();
    /// Back to what was below; what runs goes on.
    void putAside();
    /// Dialogs that were hidden come back; the window asks once nothing lies over them any more.
    void showHidden();
    /// Another size of text: the same goes on, in widgets of the new size.
    void makeAnew();
    /// A sentence beside the steps.
    void say(const QString &sentence);
    bool isOpen() const { return isVisibleTo(parentWidget()); }
    QString current() const { return m_current; }
    ActNow *actNow() const { return m_actNow; }

Q_SIGNALS:
    void wasPutAside();
    void coverWanted(); ///< F11
    void changed(); ///< something began, was pressed, or ended
    void ended(const keywork::Emergency &emergency);
    void sheetWanted(keywork::Id<keywork::Person> person);
    void cardWanted();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QWidget *buildTop();
    QWidget *buildLeft();
    QWidget *buildRight();
    void chooseEmergency();
    bool mayBeAbout(const Emergency &emergency, Id<Person> person) const;
    QString saysItIsOld() const;
    void keepWhatIsTyped();
    void refresh();
    void showTime();
    void showWho(const Emergency &emergency);
    void showReminders();
    void showTrained();
    bool namesShow() const { return m_services && !m_isCovered; }
    bool isKey(const QKeyEvent &key, const QWidget *at);
    void press(OverdoseStepKind step);
    Id<NaloxoneKit> kitFor(OverdoseStepKind step) const;
    void keep(const ActNow::Said &said);
    void tell(const ActNow::Outcome &outcome);
    void undoLast();
    void enterAfterwards();
    void keepAfterwards(OverdoseStepKind step, const QDateTime &at);
    void putRight(const ActNowStep &step, const QDateTime &at);
    void showNext();
    void askBeside(const QString &press, OverdoseStepKind step);
    void keepBeside();
    void notAnOverdose();
    void end();
    void another();
    void turn(int steps);
    void saySigns();
    QWidget *buildLookFor();
    QLayout *buildLooks();
    void makeAfterwards();
    void makeLog();
    void focusSteps();
    std::optional<Emergency> emergency() const;
    const Clock &clock() const;

    const Clock &m_clock;
    ActNow *m_actNow = nullptr;
    const Services *m_services = nullptr;
    bool m_isCovered = false;
    bool m_isNarrow = false; ///< what it was built for
    QString m_current; ///< id of the emergency in view
    QString m_endAsked; ///< the one that a second press finishes
    OtherWindows m_others;
    QPointer<QWidget> m_focus; ///< where the keys were below
    QTimer m_second;
    std::pair<QString, qint64> m_lastPress; ///< step and its time: a press that bounces counts once
    QString m_beside; ///< the press that words are asked for
    OverdoseStepKind m_besideStep = OverdoseStepKind::Other;
    std::optional<std::pair<QString, ActNowWho>> m_shownWho; ///< of which emergency
    QBoxLayout *m_whole = nullptr;
    QWidget *m_all = nullptr; ///< what scrolls
    QWidget *m_top = nullptr;
    QLabel *m_since = nullptr;
    QLabel *m_several = nullptr;
    QList<QPushButton *> m_looks;
    QList<QPushButton *> m_signs;
    QLabel *m_remind = nullptr;
    QLabel *m_message = nullptr;
    ActNowSteps *m_steps = nullptr;
    QWidget *m_asked = nullptr;
    QLabel *m_askedLabel = nullptr;
    QLineEdit *m_askedField = nullptr;
    WhoFound *m_who = nullptr;
    StepLog *m_log = nullptr;
    Afterwards *m_afterwards = nullptr;
    QLabel *m_trained = nullptr;
    QLabel *m_checked = nullptr;
    QPushButton *m_previous = nullptr;
};

} // namespace keywork
