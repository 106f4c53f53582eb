// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace keywork {

// How names of people are compared: as whoever types them may write them.

/// Letters that Unicode does not take apart (ł ø đ þ æ ı …) as a keyboard without them has them; small letters only.
QString withPlainLetters(const QString &text);

/// The words of a name, folded: small letters without accents and apostrophes, hyphens taken as blanks, Mc as Mac. First
/// as letters look alike (jurgen), then, where that differs, as they are written out (juergen); word by word the same.
QList<QStringList> nameSpellings(const QString &name);

/// Of a text the words that people type in another way than they stand there (Müller, Łódź, straße, O'Connor, Smith-Jones,
/// McKay), as they type them, each once, with blanks between; empty for most texts. Accents alone are left to the search
/// index.
QString wordsAsTyped(const QString &text);

/// What a name is found by: each word, and from each word on all that follows without blanks; also what follows an
/// apostrophe (connor). In every spelling.
QStringList nameKeys(const QString &name);
/// The same for several names that one person has at once (first name, family name), also for those that are written
/// together without a blank (王 and 小明).
QStringList nameKeys(const QStringList &names);
/// What the first letters of such names make: bb for Ben Barker, mjsj for Mary-Jane Smith-Jones.
QStringList nameInitials(const QStringList &names);

/// What somebody may mean who types this: in each reading every word begins a key. None for what has no letter.
QList<QStringList> nameReadings(const QString &typed);
/// Typed initials, "bb" or "B. B."; empty for anything else.
QString typedInitials(const QString &typed);
/// The number that people say, in both ways: "P-0013" gives "p13" and "13". Empty for what is none.
QStringList numberKeys(const QString &number);

/// Whether one of the readings fits the keys.
bool fitsName(const QStringList &keys, const QList<QStringList> &readings);

/// The word and all that it is without one letter: words that are one slip apart share one of them.
QStringList slipKeys(const QString &word);

/// How near two folded words are; 0: not alike, 4: the same.
int wordLikeness(const QString &typed, const QString &known);

} // namespace keywork
