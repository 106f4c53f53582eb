// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace keywork {

/// Who reads a list: people, or a program, for which days are written 2026-09-14.
enum class ListReader { People, Spreadsheet };

/// A list as it leaves as CSV: the labels, a line for each record, the total.
QString csvOfList(const QStringList &labels, const QList<QStringList> &lines);

} // namespace keywork
