// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/custody.h"
#include "core/services/services.h"

#include <QStringList>

/// The register of medicine handed in, in words: for the card, the page and the paper alike.
namespace keywork::words {

/// "28 caps", "not counted yet".
QString heldNow(const HeldPage &page);
/// "Sun 13 Sep 20:00, Priya Shah + Tade Okoro"; how it was counted last. Empty: never.
QString lastCount(const HeldPage &page, const Services &services);
/// What of the page is still to be done, a sentence each.
QStringList stillToDo(const HeldPage &page, const Services &services);
/// "Priya Shah + Tade Okoro", "Priya Shah + the resident", "Priya Shah, second name missing".
QString signedBy(const CustodyLine &line, const HeldPage &page, const Services &services);
/// What a line says besides its numbers and names: "Handed over to them: 1 (28 → 27)".
QString custodyWhat(const CustodyLine &line, const HeldPage &page, const Services &services);
/// "+2", "−1", "0".
QString withSign(qint64 number);

} // namespace keywork::words
