// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/records/people.h"

#include <QStringList>

namespace keywork {

class Session;

} // namespace keywork

namespace keywork::words {

/// What tells people of one name apart: number, birth date, room. Of a closed record only what everybody may know.
QStringList personDetails(const ResidentLine &line);
/// Name and details on one line.
QString personLine(const ResidentLine &line);

/// What whoever came without a referral is still to be asked, by the labels of the fields, as far as it may be read.
QStringList stillToAsk(const ResidentLine &line, const Session &session);

/// Why somebody may be on file already; only what holds.
QStringList nearMatchReasons(const NearMatch &match);

} // namespace keywork::words
