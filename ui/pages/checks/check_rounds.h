// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/timed_checks.h"
#include "ui/pages/page.h"

#include <QTimer>

QT_BEGIN_NAMESPACE
class QLabel;
class QLayout;
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

class Card;
class RecordEditor;

/// A way to write a check down: its key in the round, and whether it needs a number or a word first.
struct WayToCheck {
    CheckResult result;
    char key;
    bool asks;
};
/// In the order of their buttons; what is seen most first.
const QList<WayToCheck> &waysToCheck();

/// The timed checks that are running, of one resident or of everybody, each with the ways to write one down: what is seen most
/// is one press, the rest asks for a number or a word.
class CheckRounds : public QWidget {
    Q_OBJECT
public:
    /// `person` none: everybody's, of which only emergencies have a card: the rest stand in the round (CheckRoundList).
    CheckRounds(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    /// Reads anew; a form that is open stays as it is.
    void reload();
    bool isEmpty() const { return m_cards.isEmpty(); }
    /// Gives the keys to the first button of the series; false when it does not run here.
    bool focusOn(qint64 series);
    /// Opens the form of a check of the series that its draft's part names; false when it does not run here.
    bool showForm(const QString &part);
    RecordEditor *editor() const { return m_editor; }
    const QList<ChecksOnFile> &running() const { return m_running; }
    /// Writes one down, or asks for what it needs first; false when it was not kept (yet).
    bool write(const ChecksOnFile &checks, CheckResult result);
    void openForm(const ChecksOnFile &checks, std::optional<CheckResult> result);
    void openEnding(const ChecksOnFile &checks);

Q_SIGNALS:
    void reloaded(bool isEmpty);
    /// A form about the series was saved or left.
    void formClosed(qint64 series);

private:
    void addCard(const ChecksOnFile &checks, QLayout *cards);
    void addWays(const ChecksOnFile &checks, Card *card);
    void place(RecordEditor *editor, qint64 series);
    void told(const TimedCheck &check);
    void tellTime();
    std::optional<ChecksOnFile> running(qint64 series) const;
    const Id<Person> m_person;
    const Services m_services;
    const Navigator m_navigator;
    QVBoxLayout *m_forms = nullptr; ///< of what has no card
    QLayout *m_layout = nullptr;
    QList<ChecksOnFile> m_running;
    QHash<qint64, Card *> m_cards; ///< by series
    QHash<qint64, QLabel *> m_times;
    RecordEditor *m_editor = nullptr;
    QTimer m_minutes; ///< how late it is goes on by itself
};

} // namespace keywork
