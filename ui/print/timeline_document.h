// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/document.h"
#include "ui/text/timeline_reading.h"

namespace keywork::print {

/// A resident's timeline as it was filtered on the screen; `filter` says how, a line each. NeedToKnow, NotPermitted.
Result<Document> timelineDocument(const Services &services, Id<Person> person, const QStringList &filter, const QList<SaidLine> &lines);

} // namespace keywork::print
