// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

namespace keywork {

/// Empty but not null: a null QString would be bound as NULL.
inline QString emptyText() { return QStringLiteral(""); }

/// What is kept of typed text: Unicode NFC, no control characters but tab and newline, no trailing blanks.
QString cleaned(const QString &typed);
/// The text on one line: each line break or tab is one blank.
QString onOneLine(const QString &text);
/// The first `most` UTF-16 units at most, and no half of a character: half a one can't be kept nor written.
QString atMost(const QString &text, qsizetype most);
bool holdsControlCharacters(const QString &text);
/// Whether a reason says something to whoever reads it later: two words of five letters together, or one word of eight
/// (house rule). A single "x" got past every "please say why".
bool saysWhy(const QString &text);

/// The pattern with `{name}` replaced by what `value` says to the name; what was put in is not looked at again, so that
/// a name typed as "{day}" stays what it is.
QString withPlacesFilled(const QString &pattern, const std::function<QString(const QString &name)> &value);

/// For comparing: case folded, diacritics removed (also ł as l, ø as o), runs of blanks made one.
QString folded(const QString &text);

/// What a list stands in order by, to be compared unit by unit: folded, and each number in it by its value (2 before 10).
QString orderKey(const QString &text);
/// Whether one text stands before the other in a list; the same in every locale of the PC.
bool standsBefore(const QString &one, const QString &other);

/// How names of the team are compared at sign-in: blanks made one, NFC, without case.
QString foldedName(const QString &name);
inline bool sameName(const QString &left, const QString &right) { return foldedName(left) == foldedName(right); }

/// Two letters for the round badge beside a name.
QString initials(const QString &name);

/// A simple English sound key (after Soundex, with PH as F, CK and Q as K, silent leading letters):
/// names that sound alike share it. Empty when the text has no letter.
QString soundKey(const QString &name);

/// Levenshtein distance, counted in characters; stops at `most` + 1.
int spellingDistance(const QString &left, const QString &right, int most = 3);

/// Modulus 11 check of the NHS number (NHS Data Dictionary, NHS NUMBER), and none of those that were never given to
/// anybody; blanks and dashes are allowed.
bool isNhsNumber(const QString &text);
/// Ten digits that pass the check and are nobody's: one digit ten times (all of them do), and 0123456789, which stands for
/// no day of birth as a Scottish number of that range (010 101 0000 to 311 299 9999) does. What begins with 999 is set
/// aside for tests and stays allowed: a house that practises needs numbers that are certainly nobody's.
bool isNobodysNhsNumber(const QString &text);
/// The form of a National Insurance number (HMRC, NIM39110): two letters, six digits, A to D.
bool isNationalInsuranceNumber(const QString &text);

} // namespace keywork
