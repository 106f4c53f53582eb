// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace keywork::fhir {

/// The bundle of another program without what FHIR R4 lets stand there, we do not read, and can be left out without making
/// the rest mean something else; each is told in `unread` with its place and what it says ("Patient.maritalStatus:
/// Married"). Whatever may change a meaning stays, and is refused as unknown: modifierExtension, implicitRules, elements
/// that FHIR calls modifiers, periods in which something held, anything about what was agreed, an element beside a value
/// ("_birthDate").
QJsonObject withoutUnread(const QJsonObject &bundle, QStringList &unread);

} // namespace keywork::fhir
