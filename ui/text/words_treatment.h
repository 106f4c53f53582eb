// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/treatment_picture.h"

namespace keywork::words {

/// "since 3 Aug 2026 · keyworker J. Amos", or how far it is.
QString episodeSoft(const TreatmentPicture &picture);
/// "sister (Alex Barker)", "StepAhead", "their keyworker here".
QString whoMayBeTold(const TellingLine &line);
/// "May be told about treatment: …" with from when and how; or that nobody is named.
QString mayBeToldSentence(const QList<TellingLine> &lines);
/// What is to be asked of whoever came out, or comes out soon.
QString leavingSentence(const LeavingDue &due);
/// What the gate warns of, with the nearest practices; empty where it is open.
QString gpWarning(const GpGate &gate);
/// The nearest practices of the directory, or that there is none.
QString gpNearest(const GpGate &gate);
/// Where that is read. Stands beside the warning.
QString gpSource();

} // namespace keywork::words
