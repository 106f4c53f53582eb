// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>
#include <optional>

namespace keywork::fhir {

/// What does not fit the elements that our documents use: unknown or missing elements, wrong kinds of values, impossible
/// dates, codes outside their list, empty texts and lists. Each with its place ("Patient.birthDate"). Deliberately narrower
/// than FHIR R4 itself: whatever Keywork doesn't write, it doesn't read (fhir_unread leaves out before what it can).
QStringList shapeProblems(const QJsonObject &bundle);

/// What may stand in an element of a resource or data type of ours; none for an element that we do not read.
struct ElementForm {
    QString kind;
    bool isPrimitive = false;
};
std::optional<ElementForm> elementForm(const QString &kind, const QString &name);

} // namespace keywork::fhir
