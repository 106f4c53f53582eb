// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace keywork::fhir {

/// Everything that keeps a bundle from being one of our referral documents: its shape, and the rules of documents (first
/// the Composition, every address a UUID and there once, no reference that leads nowhere, everything reached from the
/// Composition, one person only, readable text in each section). Empty when it is good.
QStringList documentProblems(const QJsonObject &bundle);

/// The plain text of a narrative; empty when it is not well-formed XHTML or holds more than paragraphs and tables.
QString narrativeText(const QString &xhtml);

} // namespace keywork::fhir
