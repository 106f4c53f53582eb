// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/records/people.h"
#include "core/services/services.h"
#include "ui/widgets/parts.h"

#include <QTimer>

namespace keywork {

/// Who on file may be the person that somebody types: told beside the form, and chosen with one press.
class WhoMatches : public Card {
    Q_OBJECT
public:
    explicit WhoMatches(const Services &services, QWidget *parent = nullptr);
    /// Looks in a moment, when nobody types any more.
    void lookFor(const Row &person);
    /// Asked before somebody is taken on file: who they are likely to be; empty: nobody.
    QString likelyDouble(const Row &person) const;

Q_SIGNALS:
    void chosen(keywork::Id<keywork::Person> person);

private:
    struct Match {
        NearMatch match;
        ResidentLine line;
    };
    QList<Match> matchesOf(const Row &person) const;
    void showMatches();
    const Services m_services;
    QTimer m_timer;
    Row m_person;
};

} // namespace keywork
