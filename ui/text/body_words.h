// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/body_measures.h"

#include <QStringList>

namespace keywork::words {

QString kilograms(BodyWeight weight); ///< 62.5 kg
QString stoneAndPounds(BodyWeight weight); ///< 9 st 11.8 lb
/// A weight of a day in both units, with the index once a height is known.
QString weighed(const WeightPoint &point);
/// The latest weight, how it has changed since the first one, and that no height is on file; a sentence each.
QStringList weightSummary(const QList<WeightPoint> &points);

} // namespace keywork::words
