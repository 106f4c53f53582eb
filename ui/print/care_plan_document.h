// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/plan_snapshot.h"
#include "ui/print/document.h"

namespace keywork::print {

/// Discreet leaves out medicines, pharmacy and times; LargePrint is the full plan at one and a half times the size.
enum class CopyKind { Full, Discreet, LargePrint };

/// "My care plan": the page that the resident signs. `fingerprint` is empty for a draft, which says so on each page.
Document carePlanDocument(const PlanSnapshot &snapshot, const QString &fingerprint, CopyKind kind);

} // namespace keywork::print
