// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/rules/keywork_watch.h"

#include <QHash>

namespace keywork {

class RecordReader;
class Session;

/// Why somebody was away.
enum class AwayWhy { Hospital, Custody, Nights };

template <> struct Codes<AwayWhy> {
    static constexpr const char *list = "away_why";
    static constexpr std::array options{
        FixedOption{"hospital", QT_TRANSLATE_NOOP("record", "in hospital"), nullptr, Category::Health},
        FixedOption{"custody", QT_TRANSLATE_NOOP("record", "in custody"), nullptr, Category::Offending},
        FixedOption{"nights", QT_TRANSLATE_NOOP("record", "some nights elsewhere"), nullptr, Category::Housing},
    };
};

/// A time away from the house. A night belongs to the day it begins on: the day of coming back is not a day away.
struct AwaySpell {
    AwayWhy why = AwayWhy::Hospital;
    QDate from = {};
    std::optional<QDate> back = {}; ///< none: still away

    /// None when they came back on the day they went.
    std::optional<AwayDays> days() const;
    bool holdsOn(QDate day) const { return from <= day && (!back || day < *back); }
    bool operator==(const AwaySpell &) const = default;
};

using AwayOnFile = QHash<qint64, QList<AwaySpell>>; ///< by person

/// When these people were away, for what that pauses (additions.md, "Counting": not seen, keywork, checks): what stands on file
/// counts, whoever asks; `maySayWhy` says whether they may be told the reason. Without what ended more than a year before
/// `today`. A new source is one function in the .cpp and a line there; one statement each.
Result<AwayOnFile> readAway(const RecordReader &records, const QList<qint64> &people, QDate today);
bool maySayWhy(AwayWhy why, const Session &session);
/// The codes of the reasons that may be told, each once, separated by commas.
QString reasonsOf(const QList<AwaySpell> &spells, const Session &session);
QList<AwayDays> awayDays(const QList<AwaySpell> &spells);

} // namespace keywork
