// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariantMap>

namespace keywork {

/// A record on the screen: one that is on file, or with id 0 a new one of the kind.
struct RecordRef {
    QString kind; ///< table; empty: none
    qint64 id = 0;
    /// What the form of a new one begins with, by column: said once, on the way there, and on no way back.
    QVariantMap start = {};

    bool isSet() const { return !kind.isEmpty(); }
    bool operator==(const RecordRef &other) const { return kind == other.kind && id == other.id; }
};

/// One stop on the way through the program: a place, and whose or which record it shows.
struct Visit {
    QString place; ///< the id of one of places()
    qint64 person = 0;
    RecordRef record = {}; ///< opened by itself there
    QString tab = {}; ///< the id of one of residentTabs(); empty: the first
    QString part = {}; ///< with `record`: of the form that is open there, as its draft's place names it
    QVariantMap leftAs = {}; ///< filter, order and row, for whoever comes back; no other stop for that

    bool operator==(const Visit &other) const
    {
        return place == other.place && person == other.person && record == other.record && tab == other.tab && part == other.part;
    }
};

/// A resident's record, at one of its tabs.
inline Visit residentVisit(qint64 person, const QString &tab = {}, const RecordRef &record = {})
{
    return {QStringLiteral("resident"), person, record, tab};
}

} // namespace keywork
