// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/records/people.h"
#include "core/services/services.h"
#include "ui/widgets/parts.h"

#include <QTimer>

namespace keywork {

class RecordForm;

/// Beside the form of somebody who is about to be taken in or on file: who is there and may be the same person, while it is
/// typed.
class OnFileAlready : public Card {
    Q_OBJECT
public:
    /// What one press at somebody means: their record is opened, or they are whom the form is about. The latter is offered of
    /// nobody whose record is closed.
    enum class Offer { Open, ThisIsThem };
    /// Looks again a moment after something was typed in the form of the person.
    OnFileAlready(const RecordForm *person, const Services &services, Offer offer, QWidget *parent = nullptr);
    void look();
    /// Who is on file was looked up by the names that are typed, and is told as any search is; at the latest when somebody is
    /// taken in or chosen. Nothing when it was told already.
    void noteLooked();
    /// Who is on file and likely the same person as the row's, as sentences; empty for nobody.
    QString likelyDouble(const Row &row) const;

Q_SIGNALS:
    void chosen(keywork::Id<keywork::Person> person);

private:
    Result<QList<NearMatch>> matchesOf(const Row &row) const;
    QHash<qint64, ResidentLine> linesOf(const QList<NearMatch> &matches) const;
    void addOpen(const NearMatch &match, const ResidentLine &line);
    void addThem(const NearMatch &match, const ResidentLine &line);
    /// Somebody was found: the search came to its end.
    void choose(Id<Person> person);
    const RecordForm *m_person;
    const Services m_services;
    const Offer m_offer;
    QTimer m_lookTimer;
    QTimer m_idleTimer; ///< until what was typed counts as looked up
    QString m_noted;
    qsizetype m_shown = 0;
};

} // namespace keywork
