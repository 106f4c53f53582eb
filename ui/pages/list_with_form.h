// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QStackedLayout;
QT_END_NAMESPACE

namespace keywork {

class RecordEditor;

/// A resident's page whose list gives way to one form at a time: a new record's, or that of one that is on file.
class ListWithForm : public Page {
    Q_OBJECT
public:
    ListWithForm(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);

protected:
    enum class Frame { Card, Bare }; ///< Bare: a form that has cards of its own
    enum class ListNow { AsItWas, ReadAnew };

    /// What is shown while no form is open: first what stays in view, then `addScrolled()`.
    QVBoxLayout *list() const { return m_list; }
    /// What scrolls by itself, filled from the top.
    QVBoxLayout *addScrolled();
    /// "Show 12 more" at the end of a list, which then shows `all`; nothing when it shows them already.
    void addMore(QBoxLayout *layout, qsizetype all, qsizetype &shown, const QString &name);

    /// Takes away the form that is open; what was typed waits as its draft. Before a new one is made, which may begin with it.
    void makeRoom();
    /// Shows a form in the list's place, and gives what takes more below it. `keys`: names of what has the keys once it is left.
    QVBoxLayout *openForm(QWidget *form, RecordEditor *editor, const QStringList &keys, Frame frame = Frame::Card);
    /// The same with what has its own frame, or is no form: nothing of it is kept as a draft here.
    void put(QWidget *whole, const QStringList &keys);
    /// "Entered in error…" for the record that the open form shows, for whoever may change one.
    template <class T> void addWithdrawal(QVBoxLayout *below, const Kept<T> &known)
    {
        addWithdrawalOf(below, recordType<T>(), known.id.value, known.version);
    }
    /// Says it, and shows the list as it is now.
    void formSaved(const QString &sentence);
    void closeForm(ListNow now);
    QWidget *openedForm() const { return m_form; }
    RecordEditor *openedEditor() const { return m_editor; }
    QWidget *formPlace() const { return m_formPlace; }
    const Id<Person> m_person;

private:
    void addWithdrawalOf(QVBoxLayout *below, const RecordType &type, qint64 record, qint64 version);
    bool withdraw(const RecordType &type, qint64 record, qint64 version, const QString &reason);
    QStackedLayout *m_stack = nullptr;
    QVBoxLayout *m_list = nullptr;
    QWidget *m_formPlace = nullptr;
    QWidget *m_form = nullptr;
    RecordEditor *m_editor = nullptr;
    QStringList m_keys;
};

} // namespace keywork
