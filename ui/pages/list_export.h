// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

namespace keywork {

class RecordTable;

/// A list as it leaves: its text, and whom it is about.
struct ListText {
    QString csv;
    QList<Id<Person>> people;
};

/// A list leaves whole or not at all: all its rows, also what nobody scrolled to.
/// Asks where to, keeps what leaves in the ledger, writes the file. `list` is called when the place is known. Refused with
/// a sentence to whom the role doesn't let share.
void exportList(
    QWidget *page, const Services &services, const Navigator &navigator, const QString &kind, std::function<Result<ListText>()> list);
void exportTable(QWidget *page, const Services &services, const Navigator &navigator, const RecordType &type, const RecordTable *table);

} // namespace keywork
