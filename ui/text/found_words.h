// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/records/finding.h"

#include <QStringList>

namespace keywork {
struct Services;
}

namespace keywork::words {

/// What was found, in parts: whom or what it is about, its kind unless that is a person, and the words that were found or,
/// of people, what tells them apart.
struct FoundParts {
    QString title;
    QString kind;
    QString what;
};
FoundParts foundParts(const Found &hit, const QStringList &details);
/// The same as one line.
QString foundLine(const Found &hit, const QStringList &details);
/// What tells apart those who were found by their names, by their ids; read at once.
QHash<qint64, QStringList> detailsOf(const QList<Found> &found, const Services &services);

} // namespace keywork::words
