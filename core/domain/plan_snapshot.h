// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/care_plan.h"
#include "core/domain/stage_entry.h"

#include <QJsonObject>

namespace keywork {

/// A version of a care plan as one value: what a print shows, what the fingerprint covers, what two versions are compared by.
struct PlanSnapshot {
    struct Step {
        QString thread;
        QString what;
        QStringList who;
        QString due; ///< ISO, empty: open
        QString status; ///< code of StepStatus, as it stood when issued
        QString doneOn; ///< ISO
        /// The same people as in `who`, whatever they are called: "resident", "staff/3", "agency/2", "other". Empty in
        /// versions from before.
        QStringList whoIds = {};
        bool operator==(const Step &) const = default;
    };
    struct Goal {
        QString thread;
        QString statement;
        QString identifiedBy;
        QString agreement;
        QString status;
        QString reviewOn;
        QString barriers;
        QList<Step> steps;
        bool operator==(const Goal &) const = default;
    };
    struct AreaPart {
        QString area; ///< code of Area
        QString ownWords;
        std::optional<qint64> selfRating;
        std::optional<qint64> ratingBefore; ///< in the version before
        std::optional<qint64> readiness;
        bool notNow = false;
        QList<Goal> goals;
        /// Whether anything was said about it: an area that nobody asked about is not one where nothing is wanted.
        bool isTalkedAbout() const { return notNow || selfRating || readiness || !ownWords.isEmpty() || !goals.isEmpty(); }
        bool operator==(const AreaPart &) const = default;
    };

    QString planNumber;
    qint64 version = 0;
    QString person;
    QString room;
    QString keyworker;
    QString hostel;
    QString issuedOn; ///< ISO, the house's day; empty for a draft
    QString reviewOn;
    QString stage; ///< code, empty: none recorded
    QString inMyWords, hopes, longerTerm, strengths, whatHelps, ifThingsGetHarder, whoSeesThis, howToContact, complaints;
    QString naloxonePlace; ///< where the house keeps it; empty in versions from before, which keep their fingerprint
    bool readAloud = false;
    QList<AreaPart> areas; ///< of a version always all eight, in their order

    QJsonObject toJson() const;
    static PlanSnapshot fromJson(const QJsonObject &object);
    bool operator==(const PlanSnapshot &) const = default;
};

/// Keys sorted, no blanks: the same content gives the same bytes.
QByteArray canonicalJson(const PlanSnapshot &snapshot);
/// First 48 bits of SHA-256 over the canonical JSON, as 7f3a-91c2-e04d.
QString fingerprintOf(const QByteArray &canonical);

} // namespace keywork
