// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace keywork::fhir {

/// What does not fit the elements that our documents use: unknown or missing elements, wrong kinds of values, impossible
/// dates, codes outside their list, empty texts and lists. Each with its place ("Patient.birthDate"). Deliberately narrower
/// than FHIR R4 itself: whatever Keywork doesn't write, it doesn't read.
QStringList shapeProblems(const QJsonObject &bundle);

} // namespace keywork::fhir
