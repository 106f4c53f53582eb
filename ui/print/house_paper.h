// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/person.h"
#include "core/services/services.h"
#include "ui/print/document.h"

namespace keywork::print {

/// The first lines and the foot of a paper from the house: what it is, `soft` below, the house beside it; whose it is
/// stands on each page. `whose` is empty for what is about nobody; `printedBy` for whoever is signed in.
Result<Document> housePaper(
    const Services &services, const QString &title, const QString &soft, const QString &whose, const QString &printedBy = {});
/// A resident as the foot names them: Ben Barker, P-0031.
QString whoseIs(const Person &person);
/// Text of any length as blocks of which each fits on a page.
QList<BlockPtr> flowing(const QString &text, qreal points = 9.5);

} // namespace keywork::print
