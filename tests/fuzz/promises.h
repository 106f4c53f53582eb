// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace keywork::test {

// What holds for any input whatever: each gives what does not hold, nothing when all does. The campaigns spoil good input
// by chance, the guided fuzzers look for a way into every branch; both ask here.

/// A partly known date is refused or comes back as it was written; so do the decoders of dates and instants.
QStringList brokenByDate(const QString &text);
/// What a narrative says is no longer than its markup and holds none.
QStringList brokenByNarrative(const QString &xhtml);
/// A file from another house is refused with its reason, or is one good document.
QStringList brokenByReferral(const QByteArray &file, const QString &passphrase);
/// A form is refused with lines that it has, or comes back from what is written of it, and every answer to it can be told.
QStringList brokenByForm(const QByteArray &text);

} // namespace keywork::test
