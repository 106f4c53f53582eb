// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace keywork {

/// The illnesses in a text that count (domain.md, "Risk": COPD, liver disease or other serious illness), as it names them.
QStringList seriousIllnesses(const QString &text);

} // namespace keywork
