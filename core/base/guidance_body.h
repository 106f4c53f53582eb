// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/guidance_page.h"

namespace keywork {

/// The lines of a text, whatever ends them; without a byte order mark.
QStringList guidanceLines(const QString &text);
/// The body from this line on, from 0; faults name lines of the whole text.
std::variant<QList<GuidanceBlock>, GuidanceFault> readGuidanceLines(const QStringList &lines, qsizetype from);
/// What of a line is no plain text with **bold** in it: HTML, a script, a picture, a link, code. Its line is not known here.
std::optional<GuidanceFault> strangeMark(const QString &line);

} // namespace keywork
