// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/records/people.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/page.h"

namespace keywork {

class OnFileAlready;

/// A record that begins with somebody who is taken in, as the page asks for it.
struct TakenAlong {
    const RecordType *type = nullptr;
    Row start = {}; ///< what its form opens with
    QStringList hidden = {};
    QString title = {}; ///< above its fields; none for none
    bool mayBeLeft = false; ///< kept only when something was typed in it
};

/// What a page of taking in asks for.
struct IntakeQuestions {
    QString title;
    QString soft;
    QString part = {}; ///< of its draft
    QStringList hidden = {}; ///< of the person
    QList<TakenAlong> along = {}; ///< the stay first
    /// Puts right what follows from the rest of the stay; gives what is missing. None: nothing.
    std::function<Violations(Row &stay)> complete = {};
};

/// Taking somebody in on one screen: search before create, with near matches while typing; the person and all that begins
/// with them in one commit; what was typed waits when the page is left.
class TakingInPage : public Page {
    Q_OBJECT
public:
    TakingInPage(const IntakeQuestions &asked, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override { }
    RecordEditor *editor() const { return m_editor; }
    /// Of what begins with the person; null for what is not asked, or not of whoever is signed in.
    RecordForm *form(const RecordType &type) const;

protected:
    /// What is said when somebody was taken in, above their record that opens.
    virtual QString saidOf(Id<Person> taken) const;

private:
    struct Part {
        TakenAlong along;
        RecordForm *form;
    };
    QWidget *buildParts();
    bool isLeft(const Part &part) const;
    static QJsonObject typedIn(const QList<Part> &parts);
    void bringBack(const QJsonObject &typed);
    Done takeIn(const Row &row);
    Violations check(const Row &person, const QList<Row> &along) const;
    /// Beside the fields of what begins with the person; gives the rest.
    Violations showAlong(const Violations &violations);
    const IntakeQuestions m_asked;
    QList<Part> m_parts;
    RecordEditor *m_editor = nullptr;
    OnFileAlready *m_onFile = nullptr;
    Id<Person> m_taken;
};

} // namespace keywork
