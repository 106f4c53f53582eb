// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/treatment_cover.h"

namespace keywork {

class RecordReader;

/// What is on file about these people's medicines, one statement a source; the caller has made sure that their records are
/// open. NotPermitted for whoever may not read about treatment. What of stays, hospital and custody may not be read is left out.
Result<QHash<qint64, PersonTreatment>> readTreatment(const RecordReader &records, const QList<qint64> &people, QDate today);

} // namespace keywork
