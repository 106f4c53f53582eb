// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/timed_checks.h"
#include "ui/pages/page.h"

#include <QTimer>

QT_BEGIN_NAMESPACE
class QLabel;
class QLayout;
QT_END_NAMESPACE

namespace keywork {

class Card;
class RecordEditor;

/// The timed checks that are running, of one resident or of everybody, each with the ways to write one down: what is seen most
/// is one press, the rest asks for a number or a word.
class CheckRounds : public QWidget {
    Q_OBJECT
public:
    /// `person` none: everybody's.
    CheckRounds(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    /// Reads anew; a form that is open stays as it is.
    void reload();
    bool isEmpty() const { return m_cards.isEmpty(); }
    /// Gives the keys to the first button of the series; false when it does not run here.
    bool focusOn(qint64 series);
    /// Opens the form of a check of the series that its draft's part names; false when it does not run here.
    bool showForm(const QString &part);
    RecordEditor *editor() const { return m_editor; }

Q_SIGNALS:
    void reloaded(bool isEmpty);

private:
    void addCard(const ChecksOnFile &checks, QLayout *cards);
    void addWays(const ChecksOnFile &checks, Card *card);
    void write(const ChecksOnFile &checks, CheckResult result);
    void openForm(const ChecksOnFile &checks, std::optional<CheckResult> result);
    void openEnding(const ChecksOnFile &checks);
    void place(RecordEditor *editor, qint64 series);
    void told(const TimedCheck &check);
    void tellTime();
    std::optional<ChecksOnFile> running(qint64 series) const;
    const Id<Person> m_person;
    const Services m_services;
    const Navigator m_navigator;
    QLayout *m_layout = nullptr;
    QList<ChecksOnFile> m_running;
    QHash<qint64, Card *> m_cards; ///< by series
    QHash<qint64, QLabel *> m_times;
    RecordEditor *m_editor = nullptr;
    QTimer m_minutes; ///< how late it is goes on by itself
};

} // namespace keywork
