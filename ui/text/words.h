// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/partial_date.h"
#include "core/domain/dose_told.h"
#include "core/record/record_type.h"

#include <QString>
#include <functional>

/// Words for core's codes: labels, dates, values. Sentences of one topic stand in words_<topic>.h. Everything is plain text.
namespace keywork::words {

/// A label that a description marked for translation.
QString label(const char *marked);
template <Coded E> QString labelFor(E value) { return label(labelOf(value)); }
template <Coded E> QString shortLabelFor(E value) { return label(shortLabelOf(value)); }
/// The label of a stored code, translated when the list is fixed.
QString choice(const ChoiceSource &choices, const QString &list, const QString &code);

QString date(QDate day); ///< 14 Sep 2026
QString dayAndMonth(QDate day); ///< 14 Sep
/// 14 Sep; with its year when the day is not within the coming or past six months.
QString dayAndMonth(QDate day, QDate today);
QString weekday(QDate day, QDate today); ///< Mon 14 Sep, its year in the same way
QString longDate(QDate day); ///< 14 September 2026
QString weekday(QDate day); ///< Mon 14 Sep
QString dayInFull(QDate day); ///< Mon 14 Sep 2026, as a field shows what was understood
QString partialDate(const PartialDate &date);
QString isoDate(const QString &iso); ///< empty for an empty or broken text
QString time(const QDateTime &local);
QString moment(const QDateTime &local); ///< 14 Sep 2026 14:20
QString momentInFull(const QDateTime &local); ///< Mon 14 Sep 2026 14:20
QString duration(QDate from, QDate until); ///< 6 weeks
QString yesNo(bool value);
QString pages(int count);
/// What of a document was printed: "all 3 pages", "pages 1-2, 5 of 7, 2 copies". `printed`: 1 the first, ascending.
QString printedExtent(const QList<int> &printed, int count, int copies);
QString goals(qsizetype count);
QString timesLooked(int times); ///< looked once
QString timesChanged(int times); ///< changed nothing
QString yearsOld(int years);

/// Resolves a reference: table and id.
using Names = std::function<QString(const QString &, qint64)>;
/// A value as a person reads it; `names` resolves references, `clock` has the house's time zone.
QString value(const Row &row, const Field &field, const ChoiceSource &choices, const Names &names, const Clock &clock);
/// Of a question without an answer that says why: the reason in words. Empty for any other.
QString whyNoAnswer(const Row &row, const Field &field);
/// What a measure is counted in; empty for none.
QString unit(const Field &field);

/// At most `most` characters, cut between words, with "…" where something is missing.
QString shortened(const QString &text, int most);

/// What stands beside every dose (domain.md, "Treatment and medicine"): a sentence for each prescription, then the duty line.
QStringList doses(const DosesTold &told);
/// What stands beside medicines in the resident's own words.
QString doseAsTheyTell(const DosesTold &told);
/// Codes of categories separated by commas, as labels.
QString categories(const QString &codes);

} // namespace keywork::words
