// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/referral_in.h"
#include "ui/pages/page.h"

namespace keywork {

class OnFileAlready;
class RecordEditor;
class RecordForm;

/// A referral that somebody takes down: by telephone, at the door, from a letter. Who it is about is typed with it, or is on
/// file already; both are kept in one commit.
class NewReferral : public QWidget {
    Q_OBJECT
public:
    /// `person`: somebody who is on file; none: they are typed. `start`: what was typed of the referral before.
    NewReferral(Id<Person> person, const Row &start, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    RecordEditor *editor() const { return m_editor; }
    Id<ReferralIn> kept() const { return m_kept; }
    /// Of a person, what can wait until the first quiet talk.
    static QStringList askedLater();
    static Row freshRow(const Services &services);

Q_SIGNALS:
    void saved();
    void cancelled();
    /// It is somebody on file; the row holds what was typed of the referral.
    void chosen(keywork::Id<keywork::Person> person, const keywork::Row &referral);

private:
    QWidget *typedPerson(const Row &start);
    QWidget *knownPerson(Id<Person> person, const Row &start);
    Done keepBoth(const Row &person);
    Done keepReferral(Id<Person> person, const Row &row);
    const Services m_services;
    const Navigator m_navigator;
    RecordEditor *m_editor = nullptr;
    RecordForm *m_referral = nullptr;
    OnFileAlready *m_onFile = nullptr; ///< where the person is typed
    Id<ReferralIn> m_kept;
};

} // namespace keywork
