// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/records/people.h"
#include "ui/pages/page.h"
#include "ui/widgets/parts.h"

#include <QTimer>

namespace keywork {

class RecordForm;

/// Beside the form of somebody who is about to be taken in: who is on file and may be the same person, while it is typed.
class OnFileAlready : public Card {
    Q_OBJECT
public:
    /// Looks again a moment after something was typed in the form of the person.
    OnFileAlready(const RecordForm *person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void look();
    /// Who is on file was looked up by the names that are typed, and is told as any search is; at the latest when somebody is
    /// taken in. Nothing when it was told already.
    void noteLooked();
    /// Who is on file and likely the same person as the row's, as sentences; empty for nobody.
    QString likelyDouble(const Row &row) const;

private:
    Result<QList<NearMatch>> matchesOf(const Row &row) const;
    QHash<qint64, ResidentLine> linesOf(const QList<NearMatch> &matches) const;
    const RecordForm *m_person;
    const Services m_services;
    const Navigator m_navigator;
    QTimer m_lookTimer;
    QTimer m_idleTimer; ///< until what was typed counts as looked up
    QString m_noted;
    qsizetype m_shown = 0;
};

} // namespace keywork
