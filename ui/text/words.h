// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/partial_date.h"
#include "core/base/result.h"
#include "core/record/record_type.h"
#include "core/rules/changes_between.h"
#include "core/services/attention.h"
#include "core/services/hostel_file.h"
#include "core/services/people.h"
#include "core/services/rescuing.h"

#include <QString>

/// All sentences for core's codes. Everything is plain text.
namespace keywork::words {

/// A label that a description marked for translation.
QString label(const char *marked);
template <Coded E> QString labelFor(E value) { return label(labelOf(value)); }
template <Coded E> QString shortLabelFor(E value) { return label(shortLabelOf(value)); }
/// The label of a stored code, translated when the list is fixed.
QString choice(const ChoiceSource &choices, const QString &list, const QString &code);

QString date(QDate day); ///< 14 Sep 2026
QString dayAndMonth(QDate day); ///< 14 Sep
QString longDate(QDate day); ///< 14 September 2026
QString weekday(QDate day); ///< Mon 14 Sep
QString partialDate(const PartialDate &date);
QString isoDate(const QString &iso); ///< empty for an empty or broken text
QString time(const QDateTime &local);
QString moment(const QDateTime &local); ///< 14 Sep 2026 14:20
QString duration(QDate from, QDate until); ///< 6 weeks
QString yesNo(bool value);
QString pages(int count);
QString goals(qsizetype count);
QString timesLooked(int times); ///< looked once
QString timesChanged(int times); ///< changed nothing
QString yearsOld(int years);

/// Resolves a reference: table and id.
using Names = std::function<QString(const QString &, qint64)>;
/// A value as a person reads it; `names` resolves references, `clock` has the house's time zone.
QString value(const Row &row, const Field &field, const ChoiceSource &choices, const Names &names, const Clock &clock);
/// What a measure is counted in; empty for none.
QString unit(const Field &field);

/// At most `most` characters, cut between words, with "…" where something is missing.
QString shortened(const QString &text, int most);

/// What a record is called where another one names it, as its description says; else the title of its kind.
QString nameOf(const Row &row, const ChoiceSource &choices, const Clock &clock);
QString nameOf(const Row &row, const Records &records);

QString violation(const Violation &violation);
/// What happened, whether the work is safe, what to do now.
QString error(const Error &error);
QString planChange(const PlanChange &change, const ChoiceSource &choices);
QString watchTitle(const WatchItem &item);
/// Whom or what the item is about: "Ben Barker · Room 7"; empty for the house.
QString watchSubject(const WatchItem &item);
QString watchSentence(const WatchItem &item);
QString planStanding(const PlanStanding &standing);
/// The password that was asked again was wrong; how long the next attempt has to wait.
QString wrongPasswordAgain(int seconds);
/// What is wrong with a file that is older than it should be.
QString fileWarning(const FileWarning &warning);
/// Empty when both copies were whole.
QString headCopies(OpenHostel::HeadCopies copies);
QString clockJump(const ClockJump &jump);
/// What a check of the history does not say.
QString onlyTheHistory();
/// Today, and what commands say, while the clock stands before the history.
QString clockBehind(const Clock &clock);
QString auditFinding(const HistoryFinding &finding);
/// What a table of the file holds; its own name for those that no screen shows.
QString tableName(const QString &table);
QString lostRecord(const LostRecord &record);
QString historySentence(const HistoryLine &line, const ChoiceSource &choices, const Clock &clock);
/// What stands beside every dose (domain.md, "Treatment and medicine").
QString dose(const QString &drugServiceLine);
/// Codes of categories separated by commas, as labels.
QString categories(const QString &codes);

} // namespace keywork::words
