// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/records/people.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/page.h"

namespace keywork {

class Card;

/// Taking someone in: search before create, with near matches while typing.
class NewResidentPage : public Page {
    Q_OBJECT
public:
    NewResidentPage(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override { }
    RecordEditor *editor() const { return m_editor; }
    RecordForm *stayForm() const { return m_stayForm; }

private:
    void lookForMatches();
    void noteLooked();
    Result<QList<NearMatch>> matchesOf(const Row &row) const;
    QHash<qint64, ResidentLine> linesOf(const QList<NearMatch> &matches) const;
    /// Who is on file and likely the same person, as sentences; empty for nobody.
    QString likelyDouble(const Row &row) const;
    Done takeIn(const Row &row);
    RecordEditor *m_editor = nullptr;
    RecordForm *m_stayForm = nullptr;
    Card *m_matches = nullptr;
    QTimer m_lookTimer;
    QTimer m_idleTimer; ///< until what was typed counts as looked up
    QString m_noted;
    qsizetype m_shown = 0;
    Id<Person> m_taken;
};

} // namespace keywork
