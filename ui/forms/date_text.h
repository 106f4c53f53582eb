// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <optional>

namespace keywork {

/// A day as people type it: 14/9, 14/9/26, 14 sep, 2026-09-14, today, yesterday, tomorrow, +2w, -3d, next tue, last fri.
/// A day and month without a year mean the one nearest to `today`. Empty when it is none of these or no real date.
std::optional<QDate> dayFromText(const QString &typed, QDate today);

/// The stored form of a partly known date: as above, or a year, or a month and year. Empty when it is none.
QString partialFromText(const QString &typed, QDate today);

} // namespace keywork
